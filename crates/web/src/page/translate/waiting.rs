//! Translations that wait for a second person, who lets each text through or sends it back with a reason.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{Response, StatusCode};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{may_let_through_translation, may_translate_all};
use ayni_domain::translation::{StepError, Translation, original_before};
use ayni_domain::{Locale, PersonId, Record, RecordKey, State};
use ayni_search::highlight::Piece;
use ayni_store::StoreError;
use uuid::Uuid;

use super::record::{from_to, label, original, signed};
use super::{MOST, path, value};
use crate::compare::{Mark, shorten, words};
use crate::error::PageError;
use crate::link;
use crate::names::Names;
use crate::page::renew::said as problem_words;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::tell::{Telling, tell};
use crate::view::{Cx, Link, RecordLink, Words};

/// Translations on the page; those that are dealt with make room for the next.
const SHOWN: usize = 50;

struct TextView {
    id: String,
    label: String,
    by: String,
    original: Words,
    language: String,
    direction: &'static str,
    text: String,
    /// The changes to what the record says now, where it says something.
    instead: Vec<Mark>,
    /// What has changed in the original since it was written.
    moved: Vec<Mark>,
    by_machine: bool,
    may_decide: bool,
    problem: Option<String>,
    reason: String,
}

/// Texts of one record in one language.
struct GroupView {
    record: RecordLink,
    languages: String,
    texts: Vec<TextView>,
}

#[derive(Template)]
#[template(path = "translations_waiting.html")]
struct WaitingPage {
    cx: Cx,
    crumbs: Vec<Link>,
    languages: Vec<Link>,
    groups: Vec<GroupView>,
    action: String,
    said: Option<String>,
    problem: Option<String>,
}

/// Why a decision was not taken, about which text, and what was typed.
struct Refused {
    id: Uuid,
    problem: String,
    reason: String,
}

/// Whether the reader may decide about a translation.
pub(super) fn may_decide(cx: &Cx, translation: &Translation) -> bool {
    PersonId::parse(&translation.author).is_some_and(|author| may_let_through_translation(cx.who.actor(), author))
}

/// `GET /{lang}/translate/waiting?to=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let to = Locale::parse(value(&pairs, "to"));
    let result = show(&reader.0, to, None).await;
    reader.answer(result)
}

async fn show(cx: &Cx, to: Option<Locale>, refused: Option<Refused>) -> PageResult {
    if !may_translate_all(cx.who.actor()) {
        return Err(PageError::NotFound);
    }
    let waiting = cx.site.store.waiting_translations(to.map(|to| to.tag()).as_ref(), MOST).await?;
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let address = |own: Option<Locale>| format!("{}{}", cx.href("/translate/waiting"), link::query([("to", own.map_or("", |own| own.code()))]));
    let all = Link { href: address(None), text: cx.t("translations-all-languages"), current: to.is_none() };
    let each = |&own: &Locale| Link { href: address(Some(own)), text: cx.language_name(own.code()), current: to == Some(own) };
    let said = match cx.query.rsplit_once("done=").map(|(_, done)| done) {
        Some("through") => Some("translations-done-through"),
        Some("back") => Some("translations-done-back"),
        _ => None,
    };
    let shown = WaitingPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/translate"), cx.t("translate"))],
        languages: std::iter::once(all).chain(Locale::ALL.iter().map(each)).collect(),
        groups: groups(cx, waiting, refused.as_ref()).await?,
        action: address(to),
        said: said.filter(|_| refused.is_none()).map(|key| cx.t(key)),
        problem: refused.map(|refused| refused.problem),
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

/// The texts by record and language, what has waited longest first.
async fn groups(cx: &Cx, waiting: Vec<(RecordKey, Translation)>, refused: Option<&Refused>) -> Result<Vec<GroupView>, PageError> {
    let authors = waiting.iter().filter_map(|(_, translation)| PersonId::parse(&translation.author));
    let names = Names::of(&cx.site, cx.who.actor(), authors).await?;
    let mut by_record: Vec<(RecordKey, Vec<Translation>)> = Vec::new();
    for (key, translation) in waiting {
        let language = translation.language.primary();
        match by_record.iter_mut().find(|(own, texts)| *own == key && texts[0].language.primary() == language) {
            Some((_, texts)) => texts.push(translation),
            None => by_record.push((key, vec![translation])),
        }
    }
    let (mut groups, mut shown) = (Vec::new(), 0);
    for (key, translations) in by_record {
        let record = cx.site.store.find(&key).await?.filter(|record| record.envelope.state == State::Published);
        let Some(record) = record.filter(|_| shown < SHOWN) else { continue };
        shown += translations.len();
        groups.push(group(cx, &record, &translations, &names, refused).await?);
    }
    Ok(groups)
}

async fn group(
    cx: &Cx,
    record: &Arc<Record>,
    translations: &[Translation],
    names: &Names,
    refused: Option<&Refused>,
) -> Result<GroupView, PageError> {
    let store = &cx.site.store;
    let revisions = store.revisions(&record.envelope.key).await?;
    let bodies: Vec<_> = revisions.iter().map(|revision| (revision.revision, &revision.body)).collect();
    let texts = record.body.translatable();
    let view = |translation: &Translation| {
        let text = texts.iter().find(|(field, _)| *field == translation.field).map(|(_, text)| *text);
        let (language, words_now) = text.map_or_else(|| record.body.title().original(), |text| text.original());
        let published = text.and_then(|text| text.in_language(&translation.language));
        let then = original_before(&bodies, &translation.field, translation.revision + 1).filter(|then| *then != words_now);
        let own = refused.filter(|refused| refused.id == translation.id);
        TextView {
            id: translation.id.to_string(),
            label: label(cx, &translation.field),
            by: signed(cx, translation, names),
            original: original(cx, language, vec![Piece { text: words_now.to_owned(), marked: false }]),
            language: translation.language.to_string(),
            direction: if translation.language.is_rtl() { "rtl" } else { "ltr" },
            instead: published.map(|published| words(published, &translation.text)).unwrap_or_default(),
            moved: then.map(|then| shorten(words(then, words_now))).unwrap_or_default(),
            text: translation.text.clone(),
            by_machine: translation.by_machine,
            may_decide: may_decide(cx, translation),
            problem: own.map(|refused| refused.problem.clone()),
            reason: own.map(|refused| refused.reason.clone()).unwrap_or_default(),
        }
    };
    let language = translations.first().map_or("", |first| first.language.as_str());
    Ok(GroupView { record: cx.record_link(record), languages: from_to(cx, &record.body, language), texts: translations.iter().map(view).collect() })
}

/// `POST /{lang}/translate/waiting?to=`
pub(crate) async fn post(reader: Reader, Query(pairs): Pairs, fields: Fields) -> Response<Body> {
    let to = Locale::parse(value(&pairs, "to"));
    let result = decide(&reader, to, &fields).await;
    reader.answer(result)
}

async fn decide(reader: &Reader, to: Option<Locale>, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let id = Uuid::parse_str(fields.get("translation")).map_err(|_| PageError::NotFound)?;
    let (key, translation) = cx.site.store.translation(id).await?.ok_or(PageError::NotFound)?;
    if !may_decide(cx, &translation) {
        return Err(PageError::NotFound);
    }
    let (reviewer, reason) = (member.person.id.to_string(), fields.get("reason"));
    let step = match fields.get("do") {
        "through" => Step::Through,
        "back" => Step::Back(reason),
        _ => return Err(PageError::NotFound),
    };
    if let Err(error) = take(cx, &key, &translation, &reviewer, step).await {
        let PageError::Store(error) = error else { return Err(error) };
        let problem = refusal(cx, error)?;
        return show(cx, to, Some(Refused { id, problem, reason: reason.to_owned() })).await;
    }
    if matches!(step, Step::Through)
        && let Err(error) = cx.site.follow().await
    {
        tracing::error!(%error, "the index could not follow; the follower tries again");
    }
    let done = if matches!(step, Step::Through) { "through" } else { "back" };
    let language = to.map_or("", |to| to.code());
    Ok(see_other(&format!("{}{}", cx.href("/translate/waiting"), link::query([("to", language), ("done", done)]))))
}

/// What a reader decides.
#[derive(Clone, Copy)]
enum Step<'a> {
    Through,
    /// With a reason.
    Back(&'a str),
}

/// Takes a decision and tells the author, in one transaction.
async fn take(cx: &Cx, key: &RecordKey, translation: &Translation, reviewer: &str, step: Step<'_>) -> Result<(), PageError> {
    let (site, now) = (&cx.site, cx.site.now());
    let author = match PersonId::parse(&translation.author) {
        Some(author) => site.store.person(author).await?,
        None => None,
    };
    let record = site.store.find(key).await?.ok_or(PageError::NotFound)?;
    let tx = site.store.begin().await?;
    match step {
        Step::Through => _ = tx.let_translation_through(translation.id, reviewer, now).await?,
        Step::Back(reason) => tx.send_translation_back(translation.id, reviewer, reason, now).await?,
    }
    if let Some(author) = author {
        let own = Cx::new(site, author.locale, "");
        let (title, field) = (own.words(record.body.title()).plain(), label(&own, &translation.field));
        let desk = path(key, translation.language.primary());
        // A text that came back waits for its author, like any other that is under review; that one is published can be told once a week.
        let (topic, message, reason, path) = match step {
            Step::Through => (Topic::Translation, "notice-translation-through", "", link::record_path(key)),
            Step::Back(reason) => (Topic::Review, "notice-translation-returned", reason, desk),
        };
        let arguments = [("title", title.as_str()), ("field", field.as_str()), ("reason", reason)];
        let arguments = if reason.is_empty() { &arguments[..2] } else { &arguments[..] };
        tell(site, &tx, &author, &Telling { topic, message, arguments, path: &path }, now).await?;
    }
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(())
}

/// Why a decision was refused, in words; other errors stay errors.
fn refusal(cx: &Cx, error: StoreError) -> Result<String, PageError> {
    match error {
        StoreError::TranslationStep(StepError::Reason(problem)) => Ok(problem_words(cx, &problem)),
        StoreError::TranslationStep(_) => Ok(cx.t("translations-refused-stage")),
        StoreError::Translation(_) => Ok(cx.t("translations-refused-fit")),
        StoreError::WrongState(..) => Ok(cx.t("review-refused-withdrawn")),
        error => Err(error.into()),
    }
}

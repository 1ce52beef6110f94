//! The translation desk: what is not translated, outdated or waiting for a reader in a language, what is of most use first.

mod machine;
pub(crate) mod record;
pub(crate) mod save;
mod terms;
mod texts;
pub(crate) mod waiting;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::permission::{Action, may, may_translate, may_translate_all};
use ayni_domain::translation::{FieldState, Stage, Translation, TranslationState};
use ayni_domain::{Locale, Record, RecordKey};
use uuid::Uuid;

use crate::coverage::{Covered, is_in};
use crate::error::PageError;
use crate::link;
use crate::message::counted;
use crate::page::desk::Duty;
use crate::page::renew::subject;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Item, Link};
use crate::who::Member;

/// Records on a page.
const ON_A_PAGE: usize = 20;
/// Records that are loaded to see whether somebody who speaks for an organization may translate them.
const MOST_IN_HANDS: usize = 2_000;
/// Records whose older revisions are looked through for one page; the next request goes on.
const LOOKED_UP: usize = 300;
/// Most of one's own drafts, and of what waits, that are looked at.
const MOST: u64 = 200;

struct Row {
    item: Item,
    /// How its texts stand, in words.
    parts: Vec<String>,
}

#[derive(Template)]
#[template(path = "translate.html")]
struct DeskPage {
    cx: Cx,
    crumbs: Vec<Link>,
    languages: Vec<Link>,
    lists: Vec<Link>,
    /// What the reader began and did not finish.
    begun: Vec<Link>,
    rows: Vec<Row>,
    nothing: String,
    /// Whether more records have to be looked through.
    partial: bool,
    first: Option<String>,
    next: Option<String>,
}

/// Path of a record's texts at the desk, after the language of the page.
pub(crate) fn path(key: &RecordKey, to: &str) -> String {
    format!("/translate{}{}", link::record_path(key), link::query([("to", to)]))
}

/// Whether a reader may translate a record.
pub(crate) fn may_work_at(cx: &Cx, record: &Record) -> bool {
    let actor = cx.who.actor();
    may(actor, Action::Translate) && may_translate(actor, subject(record))
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
}

/// The language that is asked for, else the member's own.
fn wanted(pairs: &[(String, String)], member: &Member) -> Locale {
    Locale::parse(value(pairs, "to")).unwrap_or(member.person.locale)
}

/// All languages of the interface, the member's own first.
fn languages(member: &Member) -> Vec<Locale> {
    let profile = member.person.profile.languages().value.iter().filter_map(|language| language.locale());
    let mut languages: Vec<Locale> = Vec::new();
    for locale in std::iter::once(member.person.locale).chain(profile).chain(Locale::ALL.iter().copied()) {
        if !languages.contains(&locale) {
            languages.push(locale);
        }
    }
    languages
}

/// `GET /{lang}/translate?to=&show=&page=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member, &pairs).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member, pairs: &[(String, String)]) -> PageResult {
    let to = wanted(pairs, member);
    let missing = reachable(cx, |covered| covered.lacks(to)).await?;
    let (outdated, partial) = outdated(cx, to).await?;
    let shows_outdated = value(pairs, "show") == "outdated";
    let all = if shows_outdated { &outdated } else { &missing };
    let number = value(pairs, "page").parse::<usize>().unwrap_or(1).max(1);
    let from = (number - 1).saturating_mul(ON_A_PAGE).min(all.len());
    let shown = &all[from..all.len().min(from + ON_A_PAGE)];
    let mut rows = Vec::with_capacity(shown.len());
    for record in cx.site.store.list(shown).await? {
        rows.push(row(cx, &record, to).await?);
    }
    let show = if shows_outdated { "outdated" } else { "" };
    let address = |to: Locale, show: &str, page: usize| {
        let page = if page > 1 { page.to_string() } else { String::new() };
        format!("{}{}", cx.href("/translate"), link::query([("to", to.code()), ("show", show), ("page", page.as_str())]))
    };
    let languages =
        languages(member).into_iter().map(|own| Link { href: address(own, show, 1), text: cx.language_name(own.code()), current: own == to });
    let tab = |key: &str, count: usize, show: &str, current: bool| {
        let text = cx.tn("translate-tab", &[("what", &cx.t(key)), ("n", &crate::format::number(cx.locale, count as u64))]);
        Link { href: address(to, show, 1), text, current }
    };
    let mut lists = vec![
        tab("translate-show-missing", missing.len(), "", !shows_outdated),
        tab("translate-show-outdated", outdated.len(), "outdated", shows_outdated),
    ];
    if may_translate_all(cx.who.actor()) {
        let count = cx.site.store.waiting_translations(Some(&to.tag()), MOST).await?.len();
        let href = format!("{}{}", cx.href("/translate/waiting"), link::query([("to", to.code())]));
        lists.push(Link { href, ..tab("translate-show-waiting", count, "", false) });
    }
    html(&DeskPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        languages: languages.collect(),
        lists,
        begun: begun(cx, member).await?,
        rows,
        nothing: cx.t(if shows_outdated { "translate-nothing-outdated" } else { "translate-nothing-missing" }),
        partial: shows_outdated && partial,
        first: (number > 1).then(|| address(to, show, 1)),
        next: (from + ON_A_PAGE < all.len()).then(|| address(to, show, number + 1)),
        cx: cx.clone(),
    })
}

/// Identifier and revision of the records that the reader may translate and that a condition holds for, what is of most use first.
async fn reachable(cx: &Cx, wanted: impl Fn(&Covered) -> bool) -> Result<Vec<(Uuid, u32)>, PageError> {
    let overview = cx.site.overview();
    let found = overview.coverage.iter().filter(|covered| wanted(covered));
    if may_translate_all(cx.who.actor()) {
        return Ok(found.map(|covered| (covered.id, covered.revision)).collect());
    }
    let in_hands: Vec<_> = found.filter(|covered| covered.is_in_hands).take(MOST_IN_HANDS).map(|covered| (covered.id, covered.revision)).collect();
    let records = cx.site.store.list(&in_hands).await?;
    let own = records.iter().filter(|record| may_work_at(cx, record));
    Ok(own.map(|record| (record.envelope.id, record.envelope.revision)).collect())
}

/// Records with an outdated translation in a language, as far as they were looked through; and whether there are more to look through.
async fn outdated(cx: &Cx, to: Locale) -> Result<(Vec<(Uuid, u32)>, bool), PageError> {
    let known = &cx.site.outdated;
    let overview = cx.site.overview();
    let unknown: Vec<_> = overview.coverage.iter().filter(|covered| covered.may_be_outdated() && known.known(covered, to).is_none()).collect();
    for part in unknown[..unknown.len().min(LOOKED_UP)].chunks(50) {
        let ids: Vec<_> = part.iter().map(|covered| (covered.id, covered.revision)).collect();
        for record in cx.site.store.list(&ids).await? {
            known.look_up(&cx.site.store, &record).await?;
        }
    }
    let found = reachable(cx, |covered| covered.may_be_outdated() && known.known(covered, to) == Some(true)).await?;
    Ok((found, unknown.len() > LOOKED_UP))
}

async fn row(cx: &Cx, record: &Arc<Record>, to: Locale) -> Result<Row, PageError> {
    let states = cx.site.store.translation_states(record).await?;
    let states: Vec<_> = states.iter().filter(|state| is_in(state, &to.tag())).collect();
    let item = cx.item(record, None);
    Ok(Row { item: Item { href: cx.href(&path(&record.envelope.key, to.code())), ..item }, parts: parts(cx, &states) })
}

/// How the texts of a record stand, in words: how many are missing, outdated, waiting.
fn parts(cx: &Cx, states: &[&FieldState]) -> Vec<String> {
    let count = |wanted: &dyn Fn(&FieldState) -> bool| states.iter().filter(|state| wanted(state)).count() as u64;
    let missing = count(&|state| matches!(state.state, TranslationState::Missing | TranslationState::Draft));
    let since = states.iter().filter_map(|state| if let TranslationState::Outdated { since } = state.state { Some(since) } else { None });
    let (outdated, first) = (since.clone().count() as u64, since.min().unwrap_or(0).to_string());
    let waiting = count(&|state| state.waiting);
    let all = crate::format::number(cx.locale, states.len() as u64);
    [
        (missing, "translate-missing", vec![("all", all.as_str())]),
        (outdated, "translate-outdated", vec![("revision", first.as_str())]),
        (waiting, "translate-waiting-here", Vec::new()),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, key, arguments)| counted(cx.locale, key, count, &arguments))
    .collect()
}

/// Records of which the reader began a translation, each with the language; what came back first, then the oldest.
async fn begun(cx: &Cx, member: &Member) -> Result<Vec<Link>, PageError> {
    let mut own = cx.site.store.unfinished_translations(&member.person.id.to_string(), MOST).await?;
    own.retain(|(_, translation)| translation.stage != Stage::Waiting);
    own.sort_by_key(|(_, translation)| !matches!(translation.stage, Stage::Returned { .. }));
    let mut links: Vec<Link> = Vec::new();
    for (key, translation) in own {
        let href = cx.href(&path(&key, translation.language.primary()));
        if links.iter().any(|link| link.href == href) {
            continue;
        }
        let title = cx.site.store.find(&key).await?.map_or_else(|| key.to_string(), |record| cx.words(record.body.title()).plain());
        let came_back = matches!(translation.stage, Stage::Returned { .. });
        let key = if came_back { "translate-came-back" } else { "translate-begun" };
        let language = cx.language_name(translation.language.as_str());
        links.push(Link::new(href, cx.tn(key, &[("title", &title), ("language", &language)])));
    }
    Ok(links)
}

/// What waits for a second reader, for those who may be one; and what came back to its author.
pub(crate) async fn duties(cx: &Cx, member: &Member) -> Result<Vec<Duty>, PageError> {
    let mut duties = Vec::new();
    if may_translate_all(cx.who.actor()) {
        let mut waiting = cx.site.store.waiting_translations(None, MOST).await?;
        waiting.retain(|(_, translation)| waiting::may_decide(cx, translation));
        duties.extend(duty(cx, "duty-translations", &waiting, "/translate/waiting"));
    }
    let mut own = cx.site.store.unfinished_translations(&member.person.id.to_string(), MOST).await?;
    own.retain(|(_, translation)| matches!(translation.stage, Stage::Returned { .. }));
    duties.extend(duty(cx, "duty-translations-returned", &own, "/translate"));
    Ok(duties)
}

/// One line for all of some translations, since the first of them.
fn duty(cx: &Cx, key: &str, translations: &[(RecordKey, Translation)], path: &str) -> Option<Duty> {
    let since = translations.iter().map(|(_, translation)| translation.at).min()?;
    Some(Duty { since, text: cx.n(key, translations.len()), href: cx.href(path) })
}

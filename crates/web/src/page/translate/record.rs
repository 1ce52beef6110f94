//! One record at the desk: original and translation side by side, text by text, with the terms that the original names.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{Response, StatusCode};
use ayni_domain::path::Path as FieldPath;
use ayni_domain::translation::{Stage, Translation, TranslationState};
use ayni_domain::{Body as RecordBody, Kind, LanguageTag, Locale, PersonId, Record};
use ayni_search::highlight::Piece;

use super::terms::{Term, Terms};
use super::texts::{TextAt, load};
use super::{languages, may_work_at, path, value};
use crate::compare::{Mark, shorten, words};
use crate::error::PageError;
use crate::names::Names;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, page, record};
use crate::view::{Cx, Link, Words, look};
use crate::who::Member;
use crate::{fields, format, link};

/// A draft of somebody else.
struct OtherView {
    by: String,
    text: String,
    waits: bool,
    by_machine: bool,
}

struct FieldView {
    name: String,
    label: String,
    state: String,
    original: Words,
    /// Name of the language of the original.
    from: String,
    /// What has changed in the original since it was translated.
    changed: Vec<Mark>,
    /// What the record says, where that is not in the field.
    published: Option<String>,
    value: String,
    rows: usize,
    /// When the reader's draft was kept, as the form sends it back.
    seen: i64,
    /// How the reader's draft stands.
    own: Option<String>,
    /// Why it came back.
    reason: Option<String>,
    by_machine: bool,
    others: Vec<OtherView>,
    may_keep: bool,
    may_suggest: bool,
    problem: Option<String>,
    /// What the reader kept meanwhile in another window.
    elsewhere: Option<String>,
}

#[derive(Template)]
#[template(path = "translate_record.html")]
struct RecordPage {
    cx: Cx,
    crumbs: Vec<Link>,
    icon: &'static str,
    class: &'static str,
    kind: String,
    title: Words,
    /// The page of the record.
    own: String,
    action: String,
    revision: u32,
    to: Locale,
    from_to: String,
    /// Name of the language into which it is translated.
    translation: String,
    languages: Vec<Link>,
    fields: Vec<FieldView>,
    terms: Vec<Term>,
    /// To whom texts are given for machine translation, if to anybody.
    recipient: Option<String>,
    said: Option<String>,
    problem: Option<String>,
}

/// What was typed and refused, or differs from what is kept; by field.
#[derive(Default)]
pub(super) struct Typed {
    pub words: BTreeMap<String, String>,
    pub problems: BTreeMap<String, String>,
    pub elsewhere: BTreeMap<String, String>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
}

/// `GET /{lang}/translate/{kind path}/{slug}?to=`
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => look_at(&reader.0, &member, kind, &slug, &pairs).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn look_at(cx: &Cx, member: &Member, kind: Kind, slug: &str, pairs: &[(String, String)]) -> PageResult {
    let record = find(cx, kind, slug).await?;
    let to = language(&record, member, pairs);
    show(cx, member, &record, to, Typed::default()).await
}

/// The record, if the reader may translate it.
pub(super) async fn find(cx: &Cx, kind: Kind, slug: &str) -> Result<Arc<Record>, PageError> {
    let record = record::find(&cx.site, kind, slug, cx).await?;
    if may_work_at(cx, &record) { Ok(record) } else { Err(PageError::NotFound) }
}

/// The language that is asked for, else the member's first in which not every text was written.
pub(super) fn language(record: &Record, member: &Member, pairs: &[(String, String)]) -> Locale {
    let texts = record.body.translatable();
    let has_others = |locale: &Locale| texts.iter().any(|(_, text)| text.original().0.primary() != locale.code());
    let own = || languages(member).into_iter().find(has_others).unwrap_or(member.person.locale);
    Locale::parse(value(pairs, "to")).unwrap_or_else(own)
}

/// The page, with what was refused, if anything was.
pub(super) async fn show(cx: &Cx, member: &Member, record: &Record, to: Locale, typed: Typed) -> PageResult {
    let status = if typed.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, view(cx, member, record, to, typed).await?.render()?))
}

async fn view(cx: &Cx, member: &Member, record: &Record, to: Locale, mut typed: Typed) -> Result<RecordPage, PageError> {
    let (key, body) = (&record.envelope.key, &record.body);
    let texts = load(cx, record, to, member.person.id).await?;
    let authors = texts.iter().flat_map(|text| &text.others).filter_map(|draft| PersonId::parse(&draft.author));
    let names = Names::of(&cx.site, cx.who.actor(), authors).await?;
    let recipient = cx.site.settings.translator.recipient().map(str::to_owned);
    let knowledge = cx.site.index.knowledge();
    let mut terms = Terms::new(&knowledge.lexicon, to);
    let fields = texts.iter().map(|text| {
        let view = field(cx, text, &names, &mut terms);
        let words = typed.words.remove(&view.name);
        FieldView {
            may_suggest: recipient.is_some() && text.own.is_none(),
            problem: typed.problems.remove(&view.name),
            elsewhere: typed.elsewhere.remove(&view.name),
            value: words.unwrap_or(view.value),
            ..view
        }
    });
    let fields = fields.collect();
    let (icon, class) = look(key.kind);
    let link_to = |own: Locale| Link { href: cx.href(&path(key, own.code())), text: cx.language_name(own.code()), current: own == to };
    let said = match cx.query.rsplit_once("&done=").map(|(_, done)| done) {
        Some("saved") => Some("translate-saved"),
        Some("handed-over") => Some("translate-handed-over"),
        Some("suggested") => Some("translate-suggested"),
        _ => None,
    };
    Ok(RecordPage {
        crumbs: vec![
            Link::new(cx.href("/desk"), cx.t("desk")),
            Link::new(format!("{}{}", cx.href("/translate"), link::query([("to", to.code())])), cx.t("translate")),
        ],
        icon,
        class,
        kind: cx.t(&format!("kind-{}", key.kind)),
        title: cx.words(body.title()),
        own: link::record(cx.locale, key),
        action: cx.href(&path(key, to.code())),
        revision: record.envelope.revision,
        to,
        from_to: from_to(cx, body, to.code()),
        translation: cx.language_name(to.code()),
        languages: languages(member).into_iter().map(link_to).collect(),
        fields,
        terms: terms.found,
        recipient,
        said: said.filter(|_| typed.problem.is_none()).map(|key| cx.t(key)),
        problem: typed.problem,
        cx: cx.clone(),
    })
}

fn field(cx: &Cx, text: &TextAt, names: &Names, terms: &mut Terms<'_>) -> FieldView {
    let state = &text.state;
    let kept = text.own.as_ref().map(|own| own.text.clone()).or_else(|| text.published.clone()).unwrap_or_default();
    let length = text.original.chars().count().max(kept.chars().count());
    FieldView {
        name: state.field.clone(),
        label: label(cx, &state.field),
        state: state_words(cx, state.state),
        from: cx.language_name(state.original.as_str()),
        original: original(cx, &state.original, terms.mark(&state.original, &text.original)),
        changed: text.before.as_deref().map(|before| shorten(words(before, &text.original))).unwrap_or_default(),
        published: text.published.clone().filter(|published| *published != kept),
        rows: (length / 60).clamp(1, 12) + 1,
        seen: text.own.as_ref().map_or(0, |own| own.at.as_microsecond()),
        own: text.own.as_ref().map(|own| own_words(cx, own)),
        reason: text.own.as_ref().and_then(|own| if let Stage::Returned { reason, .. } = &own.stage { Some(reason.clone()) } else { None }),
        by_machine: text.own.as_ref().map_or(state.by_machine, |own| own.by_machine),
        others: text.others.iter().map(|draft| other(cx, draft, names)).collect(),
        may_keep: matches!(state.state, TranslationState::Outdated { .. }),
        may_suggest: false,
        problem: None,
        elsewhere: None,
        value: kept,
    }
}

/// From which language into which a record is translated.
pub(super) fn from_to(cx: &Cx, body: &RecordBody, to: &str) -> String {
    let from = cx.language_name(body.original_language().as_str());
    cx.tn("translate-from-to", &[("from", &from), ("to", &cx.language_name(to))])
}

/// The name of a text in words.
pub(super) fn label(cx: &Cx, field: &str) -> String {
    FieldPath::parse(field).map_or_else(|| field.to_owned(), |path| fields::place(cx, &path))
}

/// Words of an original, with its language where it is not the reader's.
pub(super) fn original(cx: &Cx, language: &LanguageTag, pieces: Vec<Piece>) -> Words {
    let is_own = language.primary() == cx.locale.code();
    Words { language: (!is_own).then(|| language.to_string()), direction: if language.is_rtl() { "rtl" } else { "ltr" }, pieces }
}

fn state_words(cx: &Cx, state: TranslationState) -> String {
    match state {
        TranslationState::Missing => cx.t("translate-state-missing"),
        TranslationState::Draft => cx.t("translate-state-draft"),
        TranslationState::Reviewed => cx.t("translate-state-reviewed"),
        TranslationState::Outdated { since } => cx.t1("translate-state-outdated", "revision", &since.to_string()),
    }
}

fn own_words(cx: &Cx, own: &Translation) -> String {
    let (key, at) = match &own.stage {
        Stage::Waiting => ("translate-own-waiting", own.at),
        Stage::Returned { at, .. } => ("translate-own-returned", *at),
        Stage::Draft | Stage::Reviewed { .. } => ("translate-own-draft", own.at),
    };
    cx.t1(key, "date", &format::moment(cx.locale, at))
}

fn other(cx: &Cx, draft: &Translation, names: &Names) -> OtherView {
    OtherView { by: signed(cx, draft, names), text: draft.text.clone(), waits: draft.stage == Stage::Waiting, by_machine: draft.by_machine }
}

/// Who wrote a translation, and when.
pub(super) fn signed(cx: &Cx, draft: &Translation, names: &Names) -> String {
    let name = PersonId::parse(&draft.author).map_or_else(|| cx.t("change-a-member"), |person| names.or_member(cx, person));
    cx.tn("review-signed", &[("name", &name), ("date", &format::moment(cx.locale, draft.at))])
}

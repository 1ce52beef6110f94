//! Contributing: what to write, for whom and in which language; a new record, or a better version of one that is there.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{Response, StatusCode};
use ayni_domain::criterion::NotAPractice;
use ayni_domain::permission::{RecordSubject, may_edit_draft, may_revise, may_write_for};
use ayni_domain::{Kind, LanguageTag, Locale, Record, RecordKey, Slug};
use ayni_store::draft::{Beginning, NewDraft};
use serde_json::Map;

use crate::error::PageError;
use crate::names;
use crate::page::review::subject;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, html, page, see_other};
use crate::view::{Choice, Cx, Link, RecordLink, look};
use crate::who::Member;

/// Drafts of a record that are looked through for one to go on with.
const DRAFTS_OF_RECORD: u64 = 50;

struct KindView {
    code: &'static str,
    icon: &'static str,
    class: &'static str,
    name: String,
    text: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "contribute.html")]
struct ContributePage {
    cx: Cx,
    crumbs: Vec<Link>,
    kinds: Vec<KindView>,
    organizations: Vec<Choice>,
    languages: Vec<Choice>,
    not_practices: Vec<String>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "improve.html")]
struct ImprovePage {
    cx: Cx,
    crumbs: Vec<Link>,
    /// The record's kind and slug.
    record: String,
    title: RecordLink,
    organizations: Vec<Choice>,
    /// A draft of it that the reader can go on with.
    begun: Option<String>,
    problem: Option<String>,
}

/// What was chosen.
struct Chosen<'a> {
    kind: &'a str,
    organization: &'a str,
    language: &'a str,
}

/// `GET /{lang}/contribute?kind=`, or `?record=` for a better version of a record.
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let value = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).unwrap_or_default();
    let result = match reader.member() {
        Err(error) => Err(error),
        Ok(member) if value("record").is_empty() => {
            let chosen = Chosen { kind: value("kind"), organization: value("for"), language: reader.0.locale.code() };
            choose(&reader.0, &member, &chosen, None).await
        }
        Ok(member) => improve(&reader.0, &member, value("record"), None).await,
    };
    reader.answer(result)
}

async fn choose(cx: &Cx, member: &Member, chosen: &Chosen<'_>, problem: Option<&str>) -> PageResult {
    let kind = |&kind: &Kind| {
        let (icon, class) = look(kind);
        let (name, text) = (cx.t(&format!("kind-{kind}")), cx.t(&format!("contribute-{kind}")));
        KindView { code: kind.code(), icon, class, name, text, chosen: kind.code() == chosen.kind }
    };
    let language =
        |&locale: &Locale| Choice { value: locale.code().to_owned(), text: locale.endonym().to_owned(), chosen: locale.code() == chosen.language };
    let shown = ContributePage {
        crumbs: crumbs(cx),
        kinds: Kind::ALL.iter().map(kind).collect(),
        organizations: organizations(cx, member, chosen.organization).await?,
        languages: Locale::ALL.iter().map(language).collect(),
        not_practices: NotAPractice::ALL.iter().map(|thing| cx.t(&format!("not-a-practice-{thing}"))).collect(),
        problem: problem.map(|key| cx.t(key)),
        cx: cx.clone(),
    };
    answer(problem, &shown)
}

fn answer(problem: Option<&str>, shown: &impl Template) -> PageResult {
    if problem.is_some() { Ok(page(StatusCode::UNPROCESSABLE_ENTITY, shown.render()?)) } else { html(shown) }
}

fn crumbs(cx: &Cx) -> Vec<Link> {
    vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/drafts"), cx.t("drafts"))]
}

/// The organizations that somebody may write for.
pub(crate) async fn organizations(cx: &Cx, member: &Member, chosen: &str) -> Result<Vec<Choice>, PageError> {
    let mut choices: Vec<Choice> = Vec::new();
    for (slug, _) in &member.standing.mandates {
        if !choices.iter().any(|choice| choice.value == slug.as_str()) {
            let text = names::organization(cx, slug).await?;
            choices.push(Choice { value: slug.as_str().to_owned(), text, chosen: slug.as_str() == chosen });
        }
    }
    Ok(choices)
}

async fn improve(cx: &Cx, member: &Member, record: &str, problem: Option<&str>) -> PageResult {
    let record = to_improve(cx, record).await?;
    let drafts = cx.site.store.drafts_revising(record.envelope.id, DRAFTS_OF_RECORD).await?;
    let begun = drafts.iter().find(|draft| draft.state.is_open() && may_edit_draft(cx.who.actor(), subject(draft)));
    let shown = ImprovePage {
        crumbs: crumbs(cx),
        record: record.envelope.key.to_string(),
        title: cx.record_link(&record),
        organizations: organizations(cx, member, "").await?,
        begun: begun.map(|draft| cx.href(&format!("/drafts/{}", draft.id))),
        problem: problem.map(|key| cx.t(key)),
        cx: cx.clone(),
    };
    answer(problem, &shown)
}

/// The record with this key, if the reader may propose a better version of it.
async fn to_improve(cx: &Cx, key: &str) -> Result<Arc<Record>, PageError> {
    let key = RecordKey::parse(key).ok_or(PageError::NotFound)?;
    let record = cx.site.store.find(&key).await?.ok_or(PageError::NotFound)?;
    let envelope = &record.envelope;
    let may = may_revise(cx.who.actor(), RecordSubject { key: &envelope.key, state: &envelope.state, steward: &envelope.steward });
    if may { Ok(record) } else { Err(PageError::NotFound) }
}

/// `POST /{lang}/contribute`: begins a draft.
pub(crate) async fn begin(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    let chosen = Chosen { kind: fields.get("kind"), organization: fields.get("for"), language: fields.get("language") };
    let organization = Slug::parse(chosen.organization).ok();
    let may_write = (organization.is_some() || chosen.organization.is_empty()) && may_write_for(cx.who.actor(), organization.as_ref());
    let (beginning, language) = match fields.get("record") {
        "" => {
            let language = Locale::parse(chosen.language).unwrap_or(cx.locale);
            let Some(kind) = Kind::parse(chosen.kind) else { return choose(cx, member, &chosen, Some("contribute-choose")).await };
            if !may_write {
                return choose(cx, member, &chosen, Some("contribute-not-for")).await;
            }
            (Beginning::New { kind, body: first_body(language) }, language.tag())
        }
        record if !may_write => return improve(cx, member, record, Some("contribute-not-for")).await,
        record => {
            let record = to_improve(cx, record).await?;
            let language = record.body.common().original.clone().unwrap_or_else(|| Locale::En.tag());
            (Beginning::Revision { key: record.envelope.key.clone(), body: None }, language)
        }
    };
    let tx = cx.site.store.begin().await?;
    let new = NewDraft { beginning, author: member.person.id, organization, language };
    let draft = tx.add_draft(new, cx.site.now()).await?;
    tx.commit().await?;
    Ok(see_other(&cx.href(&format!("/drafts/{}", draft.id))))
}

/// What a new record says before anything is written: in which language it will be, where that is not English.
fn first_body(language: Locale) -> Map<String, serde_json::Value> {
    let original: Option<LanguageTag> = (language != Locale::En).then(|| language.tag());
    original.into_iter().map(|tag| ("original".to_owned(), tag.as_str().into())).collect()
}

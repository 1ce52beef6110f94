//! Objections: an organization that a record names says that it is not theirs, or wrong. Objection and answer stand on the record's page.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::notice::Topic;
use ayni_domain::objection::{AnswerError, Ground, Objection, Outcome, is_named};
use ayni_domain::permission::{Action, ObjectionSubject, may, may_answer_objection, may_object};
use ayni_domain::{Kind, Person, PersonId, Record, RecordKey, Slug};
use ayni_store::{StoreError, Tx};
use uuid::Uuid;

use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::record::find;
use crate::page::renew::said;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::tell::{Telling, tell};
use crate::view::{Choice, Cx, Link, RecordLink};
use crate::{format, link, stewards};

/// Most objections on the page; those that were answered make room for the next.
const SHOWN: u64 = 50;

/// An objection as everybody sees it.
pub(crate) struct ObjectionView {
    pub organization: String,
    pub href: String,
    pub ground: String,
    pub reason: String,
    pub at: String,
    pub answer: Option<AnswerView>,
}

/// The answer to it.
pub(crate) struct AnswerView {
    pub outcome: String,
    pub text: String,
    pub at: String,
}

/// The objections to a record with their answers, the oldest first.
pub(crate) async fn of_record(cx: &Cx, record: &Record) -> Result<Vec<ObjectionView>, PageError> {
    let mut views = Vec::new();
    for objection in cx.site.store.objections(record.envelope.id).await? {
        views.push(view(cx, objection).await?);
    }
    Ok(views)
}

async fn view(cx: &Cx, objection: Objection) -> Result<ObjectionView, PageError> {
    let answer = objection.answer.map(|answer| AnswerView {
        outcome: cx.t(&format!("objection-{}", answer.outcome)),
        text: answer.text,
        at: format::moment(cx.locale, answer.at),
    });
    Ok(ObjectionView {
        organization: name(cx, &objection.organization).await?,
        href: link::record(cx.locale, &key_of(&objection.organization)),
        ground: cx.t(&format!("objection-{}", objection.ground)),
        reason: objection.reason,
        at: format::moment(cx.locale, objection.at),
        answer,
    })
}

fn key_of(organization: &Slug) -> RecordKey {
    RecordKey { kind: Kind::Organization, slug: organization.clone() }
}

async fn name(cx: &Cx, organization: &Slug) -> Result<String, StoreError> {
    let record = cx.site.store.find(&key_of(organization)).await?;
    Ok(record.map_or_else(|| organization.to_string(), |record| record.body.title().best(cx.locale).1.to_owned()))
}

/// Organizations that a record names, of those that the reader speaks for.
pub(crate) fn named(cx: &Cx, record: &Record) -> Vec<Slug> {
    let Some(member) = cx.who.member() else { return Vec::new() };
    let overview = cx.site.overview();
    let spoken_for = member.standing.mandates.iter().map(|(slug, _)| slug);
    spoken_for.filter(|slug| is_named(&overview.directory, &record.envelope.key, &record.body, slug)).cloned().collect()
}

/// For which organizations that a record names the reader may object to it.
pub(crate) fn objectors(cx: &Cx, record: &Record) -> Vec<Slug> {
    let named = named(cx, record);
    let mut own: Vec<Slug> = named.iter().filter(|slug| may_object(cx.who.actor(), slug, &named)).cloned().collect();
    own.dedup();
    own
}

#[derive(Template)]
#[template(path = "objection.html")]
struct ObjectionPage {
    cx: Cx,
    crumbs: Vec<Link>,
    record: RecordLink,
    organizations: Vec<Choice>,
    grounds: Vec<Choice>,
    reason: String,
    problem: Option<String>,
}

/// `GET /{lang}/{kind path}/{slug}/objection`
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>) -> Response<Body> {
    let result = match contestable(&reader.0, kind, &slug).await {
        Ok((record, own)) => form(&reader.0, &record, &own, &Fields(Vec::new()), None).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn contestable(cx: &Cx, kind: Kind, slug: &str) -> Result<(Arc<Record>, Vec<Slug>), PageError> {
    let record = find(&cx.site, kind, slug, cx).await?;
    let own = objectors(cx, &record);
    if own.is_empty() { Err(PageError::NotFound) } else { Ok((record, own)) }
}

async fn form(cx: &Cx, record: &Record, own: &[Slug], typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut organizations = Vec::new();
    for slug in own {
        organizations.push(Choice { value: slug.to_string(), text: name(cx, slug).await?, chosen: typed.get("organization") == slug.as_str() });
    }
    let ground = |ground: &Ground| Choice {
        value: ground.code().to_owned(),
        text: cx.t(&format!("objection-{ground}")),
        chosen: typed.get("ground") == ground.code(),
    };
    let shown = ObjectionPage {
        crumbs: Vec::new(),
        record: cx.record_link(record),
        organizations,
        grounds: Ground::ALL.iter().map(ground).collect(),
        reason: typed.get("reason").to_owned(),
        problem,
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

/// `POST /{lang}/{kind path}/{slug}/objection`
pub(crate) async fn post(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = raise(&reader, kind, &slug, &fields).await;
    reader.answer(result)
}

async fn raise(reader: &Reader, kind: Kind, slug: &str, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let (record, own) = contestable(cx, kind, slug).await?;
    let typed = fields.get("organization");
    let organization = own.iter().find(|slug| slug.as_str() == typed || own.len() == 1).cloned();
    let (Some(organization), Some(ground)) = (organization, Ground::parse(fields.get("ground"))) else {
        return form(cx, &record, &own, fields, Some(cx.t("objection-choose"))).await;
    };
    let by = member.person.id.to_string();
    let objection = match Objection::raise(Uuid::now_v7(), organization, ground, fields.get("reason"), &by, cx.site.now()) {
        Ok(objection) => objection,
        Err(problem) => return form(cx, &record, &own, fields, Some(said(cx, &problem))).await,
    };
    let mut told = stewards::secretariat(&cx.site).await?;
    told.extend(stewards::people(&cx.site, &record.envelope.steward).await?);
    let tx = cx.site.store.begin().await?;
    match tx.object(&record.envelope.key, &objection).await {
        Ok(()) => {}
        Err(StoreError::WrongState(..)) => return form(cx, &record, &own, fields, Some(cx.t("objection-twice"))).await,
        Err(error) => return Err(error.into()),
    }
    tell_all(&tx, cx, &told, &record, "notice-objection").await?;
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    Ok(see_other(&link::record(cx.locale, &record.envelope.key)))
}

/// Tells people something about a contested record, each once.
async fn tell_all(tx: &Tx, cx: &Cx, people: &[Person], record: &Record, message: &str) -> Result<(), PageError> {
    let path = link::record_path(&record.envelope.key);
    let mut told: Vec<PersonId> = Vec::new();
    for person in people {
        if told.contains(&person.id) {
            continue;
        }
        told.push(person.id);
        let title = record.body.title().best(person.locale).1;
        let telling = Telling { topic: Topic::Objection, message, arguments: &[("title", title)], path: &path };
        tell(&cx.site, tx, person, &telling, cx.site.now()).await?;
    }
    Ok(())
}

struct OpenView {
    id: String,
    record: RecordLink,
    objection: ObjectionView,
    /// Whether the reader may answer: somebody who speaks for neither side.
    mine: bool,
    typed: String,
    problem: Option<String>,
    outcomes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "objections.html")]
struct ObjectionsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    open: Vec<OpenView>,
}

/// `GET /{lang}/objections`
pub(crate) async fn list(reader: Reader) -> Response<Body> {
    let result = open(&reader.0, &Fields(Vec::new()), None).await;
    reader.answer(result)
}

async fn open(cx: &Cx, typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut views = Vec::new();
    for (key, objection) in cx.site.store.open_objections(SHOWN).await? {
        let Some(record) = cx.site.store.find(&key).await? else { continue };
        let is_it = typed.get("objection") == objection.id.to_string();
        let outcome = |outcome: &Outcome| Choice {
            value: outcome.code().to_owned(),
            text: cx.t(&format!("objection-{outcome}")),
            chosen: is_it && typed.get("outcome") == outcome.code(),
        };
        views.push(OpenView {
            id: objection.id.to_string(),
            record: cx.record_link(&record),
            mine: may_answer(cx, &record, &objection),
            typed: if is_it { typed.get("text").to_owned() } else { String::new() },
            problem: problem.clone().filter(|_| is_it),
            outcomes: Outcome::ALL.iter().map(outcome).collect(),
            objection: view(cx, objection).await?,
        });
    }
    let shown = ObjectionsPage { crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))], open: views, cx: cx.clone() };
    Ok(page(status, shown.render()?))
}

fn may_answer(cx: &Cx, record: &Record, objection: &Objection) -> bool {
    let Some(raised_by) = PersonId::parse(&objection.by) else { return false };
    let subject = ObjectionSubject { raised_by, organization: &objection.organization, steward: &record.envelope.steward };
    may_answer_objection(cx.who.actor(), subject)
}

/// `POST /{lang}/objections`: answers one.
pub(crate) async fn answer(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let id = Uuid::parse_str(fields.get("objection")).map_err(|_| PageError::NotFound)?;
    let (key, objection) = cx.site.store.objection(id).await?.ok_or(PageError::NotFound)?;
    let record = cx.site.store.find(&key).await?.ok_or(PageError::NotFound)?;
    if !may_answer(cx, &record, &objection) {
        return Err(PageError::NotFound);
    }
    let Some(outcome) = Outcome::parse(fields.get("outcome")) else { return open(cx, fields, Some(cx.t("objection-choose"))).await };
    let mut told = stewards::focal_points(&cx.site, &objection.organization).await?;
    told.extend(stewards::people(&cx.site, &record.envelope.steward).await?);
    let tx = cx.site.store.begin().await?;
    match tx.answer_objection(id, outcome, fields.get("text"), &member.person.id.to_string(), cx.site.now()).await {
        Ok(_) => {}
        Err(StoreError::Answer(AnswerError::Text(problem))) => return open(cx, fields, Some(said(cx, &problem))).await,
        Err(StoreError::Answer(AnswerError::Answered)) => return Ok(see_other(&cx.href("/objections"))), // somebody was quicker
        Err(error) => return Err(error.into()),
    }
    tell_all(&tx, cx, &told, &record, "notice-objection-answered").await?;
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    Ok(see_other(&cx.href("/objections")))
}

/// One line for all objections that wait.
pub(crate) async fn duties(cx: &Cx) -> Result<Vec<Duty>, PageError> {
    if !may(cx.who.actor(), Action::Oversee) {
        return Ok(Vec::new());
    }
    let open = cx.site.store.open_objections(SHOWN).await?;
    let duty =
        |(_, first): &(RecordKey, Objection)| Duty { since: first.at, text: cx.n("duty-objections", open.len()), href: cx.href("/objections") };
    Ok(open.first().map(duty).into_iter().collect())
}

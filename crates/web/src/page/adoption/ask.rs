//! Taking on a record that nobody looks after, for oneself or for an organization: at once, or when the secretariat has decided.

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::adoption::{Adoption, Request};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{AdoptionSubject, may_adopt, may_adopt_at_once};
use ayni_domain::{Kind, Light, Record, Slug, Steward};
use ayni_store::StoreError;
use uuid::Uuid;

use super::give::{Gift, give};
use crate::error::PageError;
use crate::page::record::find;
use crate::page::renew::{said, subject as record_subject};
use crate::page::{Fields, PageResult, Reader, objection, page, see_other};
use crate::site::Site;
use crate::tell::{Telling, tell};
use crate::view::{Choice, Cx, Link, RecordLink};
use crate::who::Member;
use crate::{format, link, names, stewards};

/// Reviewer of what the secretariat's own people take on.
const SECRETARIAT: &str = "secretariat";

/// Somebody who can become steward because the reader asks.
pub(crate) struct Candidate {
    steward: Steward,
    /// Whether nobody needs to decide about it.
    at_once: bool,
}

/// Who can become steward of a record because the reader asks; nobody where it waits for nobody.
pub(crate) async fn candidates(cx: &Cx, record: &Record) -> Result<Vec<Candidate>, PageError> {
    let Some(member) = cx.who.member() else { return Ok(Vec::new()) };
    let (deserted, named, actor) = (is_deserted(&cx.site, record).await?, objection::named(cx, record), cx.who.actor());
    let subject = subject(record, deserted, &named);
    let mut stewards: Vec<Steward> = member.standing.mandates.iter().map(|(slug, _)| Steward::Organization(slug.clone())).collect();
    stewards.dedup(); // somebody may be contributor and focal point of one
    stewards.push(Steward::Person(member.person.id));
    stewards.retain(|steward| may_adopt(actor, subject, steward));
    Ok(stewards.into_iter().map(|steward| Candidate { at_once: may_adopt_at_once(actor, subject, &steward), steward }).collect())
}

/// Whether nobody is left behind the steward of a record; the store is not asked where the light says enough.
pub(super) async fn is_deserted(site: &Site, record: &Record) -> Result<bool, StoreError> {
    Ok(record.envelope.light != Light::Inactive && stewards::are_gone(site, &record.envelope.steward).await?)
}

/// A record as the rules of adoption see it.
pub(super) fn subject<'a>(record: &'a Record, deserted: bool, named: &'a [Slug]) -> AdoptionSubject<'a> {
    AdoptionSubject { record: record_subject(record), light: record.envelope.light, deserted, named }
}

#[derive(Template)]
#[template(path = "adopt.html")]
struct AdoptPage {
    cx: Cx,
    crumbs: Vec<Link>,
    record: RecordLink,
    /// Since when the reader's request waits, where they have asked.
    waiting: Option<String>,
    stewards: Vec<Choice>,
    reason: String,
    problem: Option<String>,
}

/// `GET /{lang}/{kind path}/{slug}/adoption`
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => look(&reader.0, &member, kind, &slug).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn look(cx: &Cx, member: &Member, kind: Kind, slug: &str) -> PageResult {
    let record = find(&cx.site, kind, slug, cx).await?;
    if let Some(asked) = cx.site.store.open_adoption(record.envelope.id, member.person.id).await? {
        let waiting = cx.t1("adopt-waits", "date", &format::moment(cx.locale, asked.asked_at));
        let shown = AdoptPage { waiting: Some(waiting), ..blank(cx, &record) };
        return Ok(page(StatusCode::OK, shown.render()?));
    }
    form(cx, &record, &own(cx, &record).await?, &Fields(Vec::new()), None).await
}

/// The reader's candidates; where there is none, it is as if there were no such page.
async fn own(cx: &Cx, record: &Record) -> Result<Vec<Candidate>, PageError> {
    let candidates = candidates(cx, record).await?;
    if candidates.is_empty() { Err(PageError::NotFound) } else { Ok(candidates) }
}

fn blank(cx: &Cx, record: &Record) -> AdoptPage {
    let record = cx.record_link(record);
    let crumbs = vec![Link::new(cx.href("/adoption"), cx.t("adoption"))];
    AdoptPage { crumbs, record, waiting: None, stewards: Vec::new(), reason: String::new(), problem: None, cx: cx.clone() }
}

async fn form(cx: &Cx, record: &Record, own: &[Candidate], typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut stewards = Vec::new();
    for Candidate { steward, .. } in own {
        let text = match steward {
            Steward::Organization(slug) => names::organization(cx, slug).await?,
            Steward::Person(_) | Steward::Secretariat => cx.t("adopt-for-me"),
        };
        let value = steward.to_string();
        stewards.push(Choice { chosen: own.len() == 1 || typed.get("steward") == value, value, text });
    }
    let shown = AdoptPage { stewards, reason: typed.get("reason").to_owned(), problem, ..blank(cx, record) };
    Ok(page(status, shown.render()?))
}

/// `POST /{lang}/{kind path}/{slug}/adoption`
pub(crate) async fn post(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, kind, &slug, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, kind: Kind, slug: &str, fields: &Fields) -> PageResult {
    let record = find(&cx.site, kind, slug, cx).await?;
    let own = own(cx, &record).await?;
    let chosen = own.iter().find(|candidate| candidate.steward.to_string() == fields.get("steward"));
    match chosen {
        Some(Candidate { steward, at_once: true }) => take(cx, member, &record, steward).await,
        Some(Candidate { steward, at_once: false }) => request(cx, member, &record, &own, steward, fields).await,
        None => form(cx, &record, &own, fields, Some(cx.t("adopt-choose"))).await,
    }
}

/// Takes a record on without anybody's decision: signed for the organization that the record names, else for the secretariat.
async fn take(cx: &Cx, member: &Member, record: &Record, steward: &Steward) -> PageResult {
    let reviewer = match steward {
        Steward::Organization(_) => steward.to_string(),
        Steward::Person(_) | Steward::Secretariat => SECRETARIAT.to_owned(),
    };
    let me = member.person.id;
    give(cx, &Gift { record, steward, asker: me, reviewer, actor: me, request: None }).await?;
    Ok(see_other(&link::record(cx.locale, &record.envelope.key)))
}

/// Asks the secretariat, which is told.
async fn request(cx: &Cx, member: &Member, record: &Record, own: &[Candidate], steward: &Steward, fields: &Fields) -> PageResult {
    let organization = if let Steward::Organization(slug) = steward { Some(slug.clone()) } else { None };
    let request = Request { id: Uuid::now_v7(), record: record.envelope.id, person: member.person.id, organization };
    let asked = match Adoption::ask(request, fields.get("reason"), cx.site.now()) {
        Ok(asked) => asked,
        Err(problem) => return form(cx, record, own, fields, Some(said(cx, &problem))).await,
    };
    let told = stewards::secretariat(&cx.site).await?;
    let tx = cx.site.store.begin().await?;
    match tx.add_adoption(&asked).await {
        Err(StoreError::Taken(_)) => drop(tx), // a second press; the page says that it waits
        other => {
            other?;
            for person in told.iter().filter(|person| person.id != member.person.id) {
                let arguments = [("title", record.body.title().best(person.locale).1)];
                let telling =
                    Telling { topic: Topic::Freshness, message: "notice-adoption-asked", arguments: &arguments, path: "/adoption/requests" };
                tell(&cx.site, &tx, person, &telling, cx.site.now()).await?;
            }
            tx.commit().await?;
            cx.site.mail_waits.notify_one();
        }
    }
    Ok(see_other(&format!("{}/adoption", link::record(cx.locale, &record.envelope.key))))
}

//! Requests to take records on: the queue of the secretariat, and its decisions.

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_domain::adoption::{Adoption, AdoptionError, AdoptionState};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{Action, Actor, may, may_adopt, may_decide_adoption};
use ayni_domain::{Person, Record, RecordKey};
use ayni_store::StoreError;
use uuid::Uuid;

use super::ask::{is_deserted, subject};
use super::give::{Gift, give};
use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::renew::said;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::tell::{Telling, tell};
use crate::view::{Cx, Link, RecordLink};
use crate::who::Member;
use crate::{format, link, names};

/// Most requests on the page; those that were decided make room for the next.
const SHOWN: u32 = 50;
/// Where the queue is.
const QUEUE: &str = "/adoption/requests";

struct RequestView {
    id: String,
    record: RecordLink,
    meta: Vec<String>,
    who: String,
    steward: String,
    reason: String,
    /// Whether the reader may decide: somebody else than who asks.
    mine: bool,
    typed: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "adoptions.html")]
struct AdoptionsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    waiting: Vec<RequestView>,
}

/// `GET /{lang}/adoption/requests`
pub(crate) async fn list(reader: Reader) -> Response<Body> {
    let result = queue(&reader.0, &Fields(Vec::new()), None).await;
    reader.answer(result)
}

async fn queue(cx: &Cx, typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let requests = cx.site.store.open_adoptions(SHOWN).await?;
    let ids: Vec<_> = requests.iter().map(|(_, adoption)| adoption.person).collect();
    let people = cx.site.store.people_among(&ids).await?;
    let mut waiting = Vec::new();
    for (key, adoption) in requests {
        let Some(person) = people.iter().find(|person| person.id == adoption.person) else { continue };
        let Some(record) = cx.site.store.find(&key).await? else { continue };
        let is_it = typed.get("request") == adoption.id.to_string();
        waiting.push(RequestView {
            typed: if is_it { typed.get("reason").to_owned() } else { String::new() },
            problem: problem.clone().filter(|_| is_it),
            ..view(cx, &record, person, adoption).await?
        });
    }
    let shown = AdoptionsPage { crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))], waiting, cx: cx.clone() };
    Ok(page(status, shown.render()?))
}

async fn view(cx: &Cx, record: &Record, person: &Person, adoption: Adoption) -> Result<RequestView, PageError> {
    let name = person.seen_by(cx.who.actor()).name.map_or_else(|| person.handle.to_string(), str::to_owned);
    let steward = match &adoption.organization {
        Some(slug) => cx.t1("adoptions-for", "organization", &names::organization(cx, slug).await?),
        None => cx.t("adoptions-for-self"),
    };
    Ok(RequestView {
        id: adoption.id.to_string(),
        record: cx.record_link(record),
        meta: cx.meta(record),
        who: cx.tn("adoptions-asks", &[("name", &name), ("date", &format::moment(cx.locale, adoption.asked_at))]),
        steward,
        mine: may_decide_adoption(cx.who.actor(), adoption.person),
        reason: adoption.reason,
        typed: String::new(),
        problem: None,
    })
}

/// `POST /{lang}/adoption/requests`: accepts or declines one.
pub(crate) async fn decide(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    let id = Uuid::parse_str(fields.get("request")).map_err(|_| PageError::NotFound)?;
    let (key, adoption) = cx.site.store.adoption(id).await?.ok_or(PageError::NotFound)?;
    if !may_decide_adoption(cx.who.actor(), adoption.person) {
        return Err(PageError::NotFound);
    }
    let record = cx.site.store.find(&key).await?.ok_or(PageError::NotFound)?;
    let (by, now) = (member.person.id, cx.site.now());
    let decided = match fields.get("decision") {
        "accept" if !is_possible(cx, &record, &adoption).await? => return queue(cx, fields, Some(cx.t("adoptions-not-possible"))).await,
        "accept" => adoption.accept(by, now),
        "decline" => adoption.decline(by, fields.get("reason"), now),
        _ => return Err(PageError::NotFound),
    };
    let kept = match decided {
        Ok(decided) => keep(cx, member, &record, &decided).await,
        Err(AdoptionError::Text(problem)) => return queue(cx, fields, Some(said(cx, &problem))).await,
        Err(AdoptionError::Is(_) | AdoptionError::Own) => Ok(()),
    };
    match kept {
        Ok(()) | Err(PageError::Store(StoreError::Stale(_))) => Ok(see_other(&cx.href(QUEUE))), // somebody may have been quicker
        Err(error) => Err(error),
    }
}

/// Whether who asked may still take the record on.
async fn is_possible(cx: &Cx, record: &Record, adoption: &Adoption) -> Result<bool, PageError> {
    let Some(standing) = cx.site.store.standing(adoption.person, cx.site.today()).await? else { return Ok(false) };
    let deserted = is_deserted(&cx.site, record).await?;
    Ok(may_adopt(Actor::Member(&standing), subject(record, deserted, &[]), &adoption.steward()))
}

/// Keeps a decision, and tells who asked.
async fn keep(cx: &Cx, member: &Member, record: &Record, decided: &Adoption) -> Result<(), PageError> {
    if decided.state == AdoptionState::Accepted {
        let (actor, steward) = (member.person.id, decided.steward());
        let gift = Gift { record, steward: &steward, asker: decided.person, reviewer: actor.to_string(), actor, request: Some(decided) };
        return give(cx, &gift).await;
    }
    let reason = decided.closing.as_ref().map_or("", |closing| closing.answer.as_str());
    let asker = cx.site.store.person(decided.person).await?;
    let tx = cx.site.store.begin().await?;
    tx.close_adoption(decided).await?;
    if let Some(asker) = asker {
        let arguments = [("title", record.body.title().best(asker.locale).1), ("reason", reason)];
        let path = link::record_path(&record.envelope.key);
        let telling = Telling { topic: Topic::Freshness, message: "notice-adoption-declined", arguments: &arguments, path: &path };
        tell(&cx.site, &tx, &asker, &telling, cx.site.now()).await?;
    }
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    Ok(())
}

/// One line for all requests that a member may decide.
pub(crate) async fn duties(cx: &Cx) -> Result<Vec<Duty>, PageError> {
    let actor = cx.who.actor();
    if !may(actor, Action::Oversee) {
        return Ok(Vec::new());
    }
    let mut waiting: Vec<(RecordKey, Adoption)> = cx.site.store.open_adoptions(SHOWN).await?;
    waiting.retain(|(_, adoption)| may_decide_adoption(actor, adoption.person));
    let duty = |(_, first): &(RecordKey, Adoption)| Duty { since: first.asked_at, text: cx.n("duty-adoptions", waiting.len()), href: cx.href(QUEUE) };
    Ok(waiting.first().map(duty).into_iter().collect())
}

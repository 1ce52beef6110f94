//! Who speaks for an organization, for those who answer for it; and ending a mandate of somebody else, with a reason.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::mandate::{Mandate, MandateError};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{may_end_mandate, may_see_speakers};
use ayni_domain::{Kind, Person, Record};

use crate::error::PageError;
use crate::page::mandates::{self, OWN, keep, named, subject};
use crate::page::record::find;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::tell::Telling;
use crate::view::{Cx, Link, RecordLink};
use crate::who::Member;
use crate::{format, link, names};

struct SpeakerView {
    id: String,
    name: String,
    capacity: String,
    term: String,
    /// Whether the reader may end it; their own they give up elsewhere.
    may_end: bool,
    reason: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "speakers.html")]
struct SpeakersPage {
    cx: Cx,
    crumbs: Vec<Link>,
    record: RecordLink,
    own: String,
    speakers: Vec<SpeakerView>,
    ended: bool,
}

/// `GET /{lang}/organizations/{slug}/people`
pub(crate) async fn get(reader: Reader, Path((_, slug)): Path<(String, String)>) -> Response<Body> {
    let result = match (reader.member(), visible(&reader.0, &slug).await) {
        (Ok(member), Ok(record)) => show(&reader.0, &member, &record, &Fields(Vec::new()), None).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    reader.answer(result)
}

/// The organization, for those who see who speaks for it.
async fn visible(cx: &Cx, slug: &str) -> Result<Arc<Record>, PageError> {
    let record = find(&cx.site, Kind::Organization, slug, cx).await?;
    if may_see_speakers(cx.who.actor(), &record.envelope.key.slug) { Ok(record) } else { Err(PageError::NotFound) }
}

fn own_path(cx: &Cx, record: &Record) -> String {
    format!("{}/people", link::record(cx.locale, &record.envelope.key))
}

async fn show(cx: &Cx, member: &Member, record: &Record, typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut mandates = cx.site.store.mandates_for(&record.envelope.key.slug).await?;
    mandates.retain(|mandate| mandate.is_in_force(cx.site.today()));
    let ids: Vec<_> = mandates.iter().map(|mandate| mandate.person).collect();
    let people = cx.site.store.people_among(&ids).await?;
    let person = |mandate: &Mandate| people.iter().find(|person| person.id == mandate.person);
    let view = |mandate: &Mandate| {
        let is_it = typed.get("mandate") == mandate.id.to_string();
        Some(SpeakerView {
            reason: if is_it { typed.get("reason").to_owned() } else { String::new() },
            problem: problem.clone().filter(|_| is_it),
            ..speaker(cx, member, mandate, person(mandate)?)
        })
    };
    let shown = SpeakersPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        record: cx.record_link(record),
        own: own_path(cx, record),
        speakers: mandates.iter().rev().filter_map(view).collect(), // who spoke first comes first
        ended: cx.query == "?ended",
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

fn speaker(cx: &Cx, member: &Member, mandate: &Mandate, person: &Person) -> SpeakerView {
    let since = mandate.decision.as_ref().map(|decision| format::moment(cx.locale, decision.at)).unwrap_or_default();
    let until = mandate.renew_by.map(|day| format::day(cx.locale, day)).unwrap_or_default();
    SpeakerView {
        id: mandate.id.to_string(),
        name: person.seen_by(cx.who.actor()).name.map_or_else(|| person.handle.to_string(), str::to_owned),
        capacity: cx.t(&format!("capacity-{}", mandate.capacity)),
        term: cx.tn("speakers-term", &[("since", &since), ("until", &until)]),
        may_end: mandate.person != member.person.id && may_end_mandate(cx.who.actor(), subject(mandate)),
        reason: String::new(),
        problem: None,
    }
}

/// `POST /{lang}/organizations/{slug}/people`: ends the mandate that is named.
pub(crate) async fn end(reader: Reader, Path((_, slug)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match (reader.member(), visible(&reader.0, &slug).await) {
        (Ok(member), Ok(record)) => write(&reader.0, &member, &record, &fields).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, record: &Record, fields: &Fields) -> PageResult {
    let mandate = named(cx, fields).await?;
    if mandate.organization != record.envelope.key.slug || !may_end_mandate(cx.who.actor(), subject(&mandate)) {
        return Err(PageError::NotFound);
    }
    let (was, reason) = (mandate.state, fields.get("reason"));
    let ended = match mandate.end_by(member.person.id, reason, cx.site.now()) {
        Ok(ended) => ended,
        Err(MandateError::Own) => return Ok(see_other(&cx.href(OWN))),
        Err(MandateError::Is(_)) => return Ok(see_other(&own_path(cx, record))), // somebody was quicker
        Err(problem) => return show(cx, member, record, fields, Some(mandates::said(cx, problem))).await,
    };
    let holder = cx.site.store.person(ended.person).await?;
    let locale = holder.as_ref().map_or(cx.locale, |holder| holder.locale);
    let organization = names::organization(&Cx { locale, ..cx.clone() }, &ended.organization).await?;
    let arguments = [("organization", organization.as_str()), ("reason", reason)];
    let telling = Telling { topic: Topic::Mandate, message: "notice-mandate-ended", arguments: &arguments, path: OWN };
    keep(cx, &ended, was, holder.as_ref().map(|holder| (holder, &telling))).await?;
    Ok(see_other(&format!("{}?ended", own_path(cx, record))))
}

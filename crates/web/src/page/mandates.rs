//! Mandates: one's own, asking for one, and deciding what others ask for.

pub(crate) mod letter;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Query, Request as HttpRequest};
use axum::http::{Response, StatusCode};
use ayni_domain::file::upload::{LARGEST_LETTER, LETTERS};
use ayni_domain::mandate::{self, Capacity, Evidence, Mandate, MandateError, MandateState, mail_domain_fits};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{Action, MandateSubject, may, may_decide_mandate, may_end_mandate};
use ayni_domain::{Body as RecordBody, Kind, Person, Record, RecordKey, Slug};
use ayni_search::{Facet, Request};
use ayni_store::StoreError;
use uuid::Uuid;

use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::tell::{Telling, tell};
use crate::upload::{self, Problem, Sent};
use crate::view::{Choice, Cx, Link, RecordLink};
use crate::who::Member;
use crate::{audit, format, link, names, stewards};

/// Organizations that a search shows.
const FOUND: usize = 8;
/// Most requests on the page; those that were decided make room for the next.
const SHOWN: u32 = 50;
/// Where one's own mandates are.
pub(super) const OWN: &str = "/account/mandates";

struct MandateView {
    id: String,
    organization: String,
    href: String,
    capacity: String,
    state: String,
    note: Option<String>,
    letter: Option<Link>,
    /// What ending it is called, while it can be ended.
    end: Option<String>,
}

/// An organization for which the reader can ask to speak.
struct Candidate {
    slug: String,
    record: RecordLink,
    meta: Vec<String>,
    fits: bool,
    capacities: Vec<Choice>,
    evidence: String,
    problem: Option<String>,
    /// Whether its form is shown at once.
    open: bool,
}

#[derive(Template)]
#[template(path = "own_mandates.html")]
struct OwnPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    mandates: Vec<MandateView>,
    asked: String,
    /// What a search or an address gave; nothing where nothing was looked for.
    candidates: Option<Vec<Candidate>>,
    /// What a letter may be.
    letter_help: String,
    letter_accept: String,
    sent: bool,
}

/// `GET /{lang}/account/mandates?q=` or `?organization=`
pub(crate) async fn own(reader: Reader, Query(pairs): Query<Vec<(String, String)>>) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => find(&reader.0, &member, &Fields(pairs)).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn find(cx: &Cx, member: &Member, asked: &Fields) -> PageResult {
    let candidates = match (asked.get("organization"), asked.get("q")) {
        ("", "") => None,
        ("", query) => {
            let filters = Facet::Kind.value(Kind::Organization.code()).map(|value| (Facet::Kind, value)).into_iter().collect();
            let found = cx.site.index.search(&Request { query, locale: Some(cx.locale), filters, limit: FOUND, ..Request::default() })?;
            let wanted: Vec<_> = found.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
            let records = cx.site.store.list(&wanted).await?;
            Some(records.iter().map(|record| candidate(cx, member, record, &Fields(Vec::new()), None)).collect())
        }
        (slug, _) => {
            let record = organization(cx, slug).await?;
            Some(vec![Candidate { open: true, ..candidate(cx, member, &record, asked, None) }])
        }
    };
    show(cx, member, StatusCode::OK, asked, candidates).await
}

async fn organization(cx: &Cx, slug: &str) -> Result<Arc<Record>, PageError> {
    let key = RecordKey { kind: Kind::Organization, slug: Slug::parse(slug).map_err(|_| PageError::NotFound)? };
    let record = cx.site.store.find(&key).await?;
    record.filter(|record| record.envelope.state == ayni_domain::record::State::Published).ok_or(PageError::NotFound)
}

fn candidate(cx: &Cx, member: &Member, record: &Record, typed: &Fields, problem: Option<String>) -> Candidate {
    let capacity = |capacity: &Capacity| Choice {
        value: capacity.code().to_owned(),
        text: cx.t(&format!("capacity-{capacity}")),
        chosen: typed.get("capacity") == capacity.code(),
    };
    Candidate {
        slug: record.envelope.key.slug.to_string(),
        record: cx.record_link(record),
        meta: cx.meta(record),
        fits: fits(&member.person, record),
        capacities: Capacity::ALL.iter().map(capacity).collect(),
        evidence: typed.get("evidence").to_owned(),
        open: problem.is_some(),
        problem,
    }
}

/// Whether somebody's mail address is of an organization's domain: by its website, else by the sources of its record, which may be those of others.
fn fits(person: &Person, record: &Record) -> bool {
    let website = match &record.body {
        RecordBody::Organization(organization) => organization.website.as_deref(),
        _ => None,
    };
    let sources = record.body.common().sources.iter().map(|source| source.url.as_str()).filter(|_| website.is_none());
    person.email.as_ref().is_some_and(|email| mail_domain_fits(email, website.into_iter().chain(sources)))
}

async fn show(cx: &Cx, member: &Member, status: StatusCode, asked: &Fields, candidates: Option<Vec<Candidate>>) -> PageResult {
    let mut mandates = Vec::new();
    for mandate in cx.site.store.mandates_of(member.person.id).await? {
        mandates.push(view(cx, mandate).await?);
    }
    let shown = OwnPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/account"), cx.t("account"))],
        menu: cx.account_menu(),
        mandates,
        asked: asked.get("q").to_owned(),
        candidates,
        letter_help: letter_help(cx),
        letter_accept: LETTERS.iter().flat_map(|own| own.endings()).map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(","),
        sent: cx.query == "?sent",
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

fn letter_help(cx: &Cx) -> String {
    let types: Vec<String> = LETTERS.iter().map(|file_type| file_type.code().to_uppercase()).collect();
    cx.tn("mandates-letter-help", &[("types", &cx.join(&types)), ("size", &format::size(cx.locale, LARGEST_LETTER))])
}

async fn view(cx: &Cx, mandate: Mandate) -> Result<MandateView, PageError> {
    let closed = mandate.closed_at.map(|at| format::moment(cx.locale, at)).unwrap_or_default();
    let (date, end) = match mandate.state {
        MandateState::Requested => (format::moment(cx.locale, mandate.asked_at), Some("mandate-take-back")),
        MandateState::Active => (mandate.renew_by.map(|day| format::day(cx.locale, day)).unwrap_or_default(), Some("mandate-end")),
        MandateState::Refused | MandateState::Lapsed | MandateState::Ended => (closed, None),
    };
    Ok(MandateView {
        id: mandate.id.to_string(),
        organization: names::organization(cx, &mandate.organization).await?,
        href: href(cx, &mandate.organization),
        capacity: cx.t(&format!("capacity-{}", mandate.capacity)),
        state: cx.t1(&format!("mandate-{}", mandate.state), "date", &date),
        letter: letter::link(cx, &mandate).await?,
        note: mandate.decision.map(|decision| decision.note).filter(|note| !note.is_empty()),
        end: end.map(|key| cx.t(key)),
    })
}

fn href(cx: &Cx, organization: &Slug) -> String {
    link::record(cx.locale, &RecordKey { kind: Kind::Organization, slug: organization.clone() })
}

/// `POST /{lang}/account/mandates`: asks for one, with a letter where there is one.
pub(crate) async fn ask(reader: Reader, sent: HttpRequest) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => match upload::take(sent, LARGEST_LETTER).await {
            Ok(sent) => request(&reader.0, &member, sent).await,
            Err(answer) => return answer,
        },
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn request(cx: &Cx, member: &Member, sent: Sent) -> PageResult {
    let fields = &sent.fields;
    let record = organization(cx, fields.get("organization")).await?;
    let answer = async |status: StatusCode, problem: String| {
        let candidates = vec![candidate(cx, member, &record, fields, Some(problem))];
        show(cx, member, status, fields, Some(candidates)).await
    };
    let refused = async |problem: String| answer(StatusCode::UNPROCESSABLE_ENTITY, problem).await;
    let not_taken = async |problem: Problem| answer(problem.status(), problem.words(cx, LETTERS)).await;
    if let Some(problem) = sent.problem {
        return not_taken(problem).await;
    }
    let Some(capacity) = Capacity::parse(fields.get("capacity")) else { return refused(cx.t("mandates-choose")).await };
    let evidence = Evidence { text: fields.get("evidence").to_owned(), file: None, mail_domain_fits: fits(&member.person, &record) };
    let organization = record.envelope.key.slug.clone();
    let asked = mandate::Request { id: Uuid::now_v7(), person: member.person.id, organization, capacity, evidence };
    let mut asked = match Mandate::ask(asked, cx.site.now()) {
        Ok(asked) => asked,
        Err(problem) => return refused(said(cx, problem)).await,
    };
    if let Some(letter) = sent.file {
        match letter.keep(&cx.site, member.person.id, LETTERS).await? {
            Ok(taken) => asked.evidence.file = Some(taken.hash.as_str().to_owned()),
            Err(problem) => return not_taken(problem).await,
        }
    }
    let deciders = stewards::deciders(&cx.site, &asked.organization, asked.person).await?;
    let tx = cx.site.store.begin().await?;
    match tx.add_mandate(&asked).await {
        Ok(()) => {
            for decider in &deciders {
                let arguments = [("organization", record.body.title().best(decider.locale).1)];
                let telling = Telling { topic: Topic::Mandate, message: "notice-mandate-asked", arguments: &arguments, path: "/mandates" };
                tell(&cx.site, &tx, decider, &telling, cx.site.now()).await?;
            }
            tx.commit().await?;
            cx.site.mail_waits.notify_one();
        }
        Err(StoreError::Taken(_)) => {
            drop(tx); // the page reads from the store
            return refused(cx.t("mandates-twice")).await;
        }
        Err(StoreError::NoRecord(_)) => return Err(PageError::NotFound), // withdrawn a moment ago
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&format!("{}?sent", cx.href(OWN))))
}

/// What is wrong with a text of a mandate.
pub(super) fn said(cx: &Cx, problem: MandateError) -> String {
    match problem {
        MandateError::TooLong => cx.t1("text-too-long", "n", &format::number(cx.locale, mandate::LONGEST_NOTE as u64)),
        _ => cx.t("text-missing"),
    }
}

/// `POST /{lang}/account/mandates/end`
pub(crate) async fn end(reader: Reader, fields: Fields) -> Response<Body> {
    let result = give_up(&reader, &fields).await;
    reader.answer(result)
}

async fn give_up(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let mandate = named(cx, fields).await?;
    if mandate.person != member.person.id || !may_end_mandate(cx.who.actor(), subject(&mandate)) {
        return Err(PageError::NotFound);
    }
    let was = mandate.state;
    if let Ok(ended) = mandate.end(cx.site.now()) {
        keep(cx, &ended, was, None).await?;
    }
    Ok(see_other(&cx.href(OWN)))
}

/// The mandate that a form names.
pub(super) async fn named(cx: &Cx, fields: &Fields) -> Result<Mandate, PageError> {
    let id = Uuid::parse_str(fields.get("mandate")).map_err(|_| PageError::NotFound)?;
    cx.site.store.mandate(id).await?.ok_or(PageError::NotFound)
}

/// A mandate as rules see it.
pub(super) fn subject(mandate: &Mandate) -> MandateSubject<'_> {
    MandateSubject { person: mandate.person, organization: &mandate.organization, capacity: mandate.capacity }
}

/// Keeps a step that the reader took, notes it in the audit log and tells its holder; nothing happens when somebody was quicker.
pub(super) async fn keep(cx: &Cx, mandate: &Mandate, was: MandateState, told: Option<(&Person, &Telling<'_>)>) -> Result<(), PageError> {
    let tx = cx.site.store.begin().await?;
    match tx.save_mandate(mandate, was).await {
        Err(StoreError::Stale(_)) => return Ok(()),
        other => other?,
    }
    audit::mandate(cx, &tx, mandate).await?;
    if let Some((person, telling)) = told {
        tell(&cx.site, &tx, person, telling, cx.site.now()).await?;
    }
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    Ok(())
}

struct WaitingView {
    id: String,
    organization: String,
    href: String,
    capacity: String,
    who: String,
    evidence: String,
    letter: Option<Link>,
    fits: bool,
    note: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "mandates.html")]
struct WaitingPage {
    cx: Cx,
    crumbs: Vec<Link>,
    waiting: Vec<WaitingView>,
}

/// `GET /{lang}/mandates`
pub(crate) async fn list(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => queue(&reader.0, &member, &Fields(Vec::new()), None).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

/// Requests that a member may decide, the oldest first.
async fn waiting(cx: &Cx, member: &Member) -> Result<Vec<Mandate>, PageError> {
    let standing = &member.standing;
    let mut waiting = Vec::new();
    if standing.is_secretariat() {
        waiting = cx.site.store.waiting_mandates(SHOWN).await?;
    } else {
        for (organization, _) in standing.mandates.iter().filter(|(_, capacity)| *capacity == Capacity::FocalPoint) {
            waiting.extend(cx.site.store.mandates_for(organization).await?);
        }
    }
    waiting.retain(|mandate| mandate.state == MandateState::Requested && may_decide_mandate(cx.who.actor(), subject(mandate)));
    waiting.sort_by_key(|mandate| (mandate.asked_at, mandate.id));
    Ok(waiting)
}

async fn queue(cx: &Cx, member: &Member, typed: &Fields, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let waiting = waiting(cx, member).await?;
    let ids: Vec<_> = waiting.iter().map(|mandate| mandate.person).collect();
    let people = cx.site.store.people_among(&ids).await?;
    let mut views = Vec::new();
    for mandate in waiting.into_iter().take(SHOWN as usize) {
        let Some(person) = people.iter().find(|person| person.id == mandate.person) else { continue };
        let name = person.seen_by(cx.who.actor()).name.map_or_else(|| person.handle.to_string(), str::to_owned);
        let is_it = typed.get("mandate") == mandate.id.to_string();
        views.push(WaitingView {
            id: mandate.id.to_string(),
            organization: names::organization(cx, &mandate.organization).await?,
            href: href(cx, &mandate.organization),
            capacity: cx.t(&format!("capacity-{}", mandate.capacity)),
            who: cx.tn("mandates-asks", &[("name", &name), ("date", &format::moment(cx.locale, mandate.asked_at))]),
            letter: letter::link(cx, &mandate).await?,
            fits: mandate.evidence.mail_domain_fits,
            evidence: mandate.evidence.text,
            note: if is_it { typed.get("note").to_owned() } else { String::new() },
            problem: problem.clone().filter(|_| is_it),
        });
    }
    let shown = WaitingPage { crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))], waiting: views, cx: cx.clone() };
    Ok(page(status, shown.render()?))
}

/// `POST /{lang}/mandates`: accepts or refuses one.
pub(crate) async fn decide(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let mandate = named(cx, fields).await?;
    if !may_decide_mandate(cx.who.actor(), subject(&mandate)) {
        return Err(PageError::NotFound);
    }
    let asker = cx.site.store.person(mandate.person).await?.ok_or(PageError::NotFound)?;
    let (was, by, note) = (mandate.state, member.person.id, fields.get("note"));
    let (decided, message) = match fields.get("decision") {
        "accept" => (mandate.accept(by, note, cx.site.now()), "notice-mandate-accepted"),
        "refuse" => (mandate.refuse(by, note, cx.site.now()), "notice-mandate-refused"),
        _ => return Err(PageError::NotFound),
    };
    let decided = match decided {
        Ok(decided) => decided,
        Err(MandateError::Is(_)) => return Ok(see_other(&cx.href("/mandates"))), // somebody was quicker
        Err(problem) => return queue(cx, &member, fields, Some(said(cx, problem))).await,
    };
    let organization = names::organization(&Cx { locale: asker.locale, ..cx.clone() }, &decided.organization).await?;
    let arguments = [("organization", organization.as_str()), ("reason", note)];
    let telling = Telling { topic: Topic::Mandate, message, arguments: &arguments, path: OWN };
    keep(cx, &decided, was, Some((&asker, &telling))).await?;
    Ok(see_other(&cx.href("/mandates")))
}

/// One line for all requests that a member may decide.
pub(crate) async fn duties(cx: &Cx, member: &Member) -> Result<Vec<Duty>, PageError> {
    if !may(cx.who.actor(), Action::DecideMandates) {
        return Ok(Vec::new());
    }
    let waiting = waiting(cx, member).await?;
    let duty = |first: &Mandate| Duty { since: first.asked_at, text: cx.n("duty-mandates", waiting.len()), href: cx.href("/mandates") };
    Ok(waiting.first().map(duty).into_iter().collect())
}

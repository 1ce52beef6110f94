//! Links of mails that work once and without signing in: a record is still true, is to be changed or withdrawn; a mandate goes on.
//!
//! Looking shows a page with a button, because mail programs open links to look at them; the button takes. Each link is one person's, and
//! what that person may do is asked when it is used. A link about a record is over as soon as the record has another revision.

mod edit;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Extension, Path, Query};
use axum::http::{HeaderMap, Response, StatusCode};
use ayni_domain::limit::TRIES_FROM_NETWORK;
use ayni_domain::mandate::{Mandate, MandateState};
use ayni_domain::permission::{Actor, MandateSubject, RecordSubject, Standing, may_confirm, may_renew_mandate, may_revise, may_withdraw};
use ayni_domain::read::{Problem, free_text};
use ayni_domain::token::{Purpose, TokenState};
use ayni_domain::{PersonId, Record, RecordKey, State};
use ayni_store::Secret;
use ayni_store::revision::Signature;
use ayni_store::token::Token;
use jiff::Timestamp;
use uuid::Uuid;

use crate::error::PageError;
use crate::format;
use crate::jobs::organization_name;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, secret_page};
use crate::site::Site;
use crate::view::{Cx, Link, RecordLink};
use crate::who::{Peer, network};

use edit::Field;

/// What a steward can do about a record from a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Say that it is still true.
    Confirm,
    /// Propose changes.
    Edit,
    /// Take it out of public view.
    Withdraw,
}

impl Act {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Confirm, Self::Edit, Self::Withdraw];

    /// Its code in tokens and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Edit => "edit",
            Self::Withdraw => "withdraw",
        }
    }

    /// Key of the words on its button.
    pub const fn button(self) -> &'static str {
        match self {
            Self::Confirm => "renew-confirm-button",
            Self::Edit => "renew-edit-button",
            Self::Withdraw => "renew-withdraw-button",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// A link that still works, with what it is about.
struct Good {
    purpose: Purpose,
    standing: Standing,
    about: About,
}

enum About {
    Record { record: Arc<Record>, act: Option<Act> },
    Mandate(Box<Mandate>),
}

#[derive(Template)]
#[template(path = "renew.html")]
struct RenewPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    text: String,
    record: Option<RecordLink>,
    /// Code of the step that the button takes.
    act: &'static str,
    /// Texts to change.
    fields: Vec<Field>,
    /// What was typed as reason; none where no reason is asked for.
    reason: Option<String>,
    reason_label: String,
    problem: Option<String>,
    button: Option<String>,
    /// Where one chooses between steps.
    choices: Vec<Link>,
}

impl RenewPage {
    fn new(cx: &Cx, heading: &str, text: String) -> Self {
        Self {
            crumbs: Vec::new(),
            heading: cx.t(heading),
            text,
            record: None,
            act: "",
            fields: Vec::new(),
            reason: None,
            reason_label: String::new(),
            problem: None,
            button: None,
            choices: Vec::new(),
            cx: cx.clone(),
        }
    }

    fn answer(&self, status: StatusCode) -> PageResult {
        Ok(secret_page(status, self.render()?))
    }
}

/// `GET /{lang}/renew/{secret}?act=`
pub(crate) async fn look(reader: Reader, Path((_, secret)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let asked = pairs.iter().find(|(name, _)| name == "act").map_or("", |(_, act)| act.as_str());
    let result = show(&reader.0, &secret, asked).await;
    reader.answer(result)
}

async fn show(cx: &Cx, secret: &str, asked: &str) -> PageResult {
    let good = match Secret::parse(secret) {
        Some(secret) => good(&cx.site, &secret).await?,
        None => None,
    };
    let Some(good) = good else { return over(cx) };
    match &good.about {
        About::Mandate(mandate) => mandate_page(cx, mandate).await,
        About::Record { record, act } => match act.or_else(|| Act::parse(asked)) {
            Some(act) => form(cx, record, act, &Fields(Vec::new()), None).answer(StatusCode::OK),
            None => choice(cx, record, secret),
        },
    }
}

/// `POST /{lang}/renew/{secret}`
pub(crate) async fn take(
    reader: Reader,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    Path((_, secret)): Path<(String, String)>,
    fields: Fields,
) -> Response<Body> {
    let network = network(&reader.0.site, peer.map(|peer| peer.0), &headers);
    let result = act(&reader.0, &network, &secret, &fields).await;
    reader.answer(result)
}

async fn act(cx: &Cx, network: &str, secret: &str, fields: &Fields) -> PageResult {
    let may_try = cx.site.store.attempt(TRIES_FROM_NETWORK, network, cx.site.now()).await?.allowed;
    let Some(secret) = Secret::parse(secret).filter(|_| may_try) else { return over(cx) };
    let Some(good) = good(&cx.site, &secret).await? else { return over(cx) };
    match &good.about {
        About::Mandate(mandate) => renew_mandate(cx, &secret, mandate).await,
        About::Record { record, act } => match act.or_else(|| Act::parse(fields.get("act"))) {
            Some(Act::Confirm) => confirm(cx, &secret, &good, record).await,
            Some(Act::Edit) => edit::propose(cx, &secret, &good, record, fields).await,
            Some(Act::Withdraw) => withdraw(cx, &secret, &good, record, fields).await,
            None => choice(cx, record, &secret.to_string()),
        },
    }
}

/// What a secret allows now: its token is good, the record is as it was when it was mailed, and the person still may.
async fn good(site: &Site, secret: &Secret) -> Result<Option<Good>, PageError> {
    for purpose in [Purpose::Freshness, Purpose::RenewMandate] {
        let token = site.store.token(&secret.hash(), purpose).await?;
        let Some(token) = token.filter(|token| token.state(site.now()) == TokenState::Good) else { continue };
        let Some(person) = token.person else { continue };
        let Some(standing) = site.store.standing(person, site.today()).await? else { continue };
        let about = if purpose == Purpose::Freshness { about_record(site, &token).await? } else { about_mandate(site, &token).await? };
        return Ok(about.filter(|about| is_allowed(&standing, about)).map(|about| Good { purpose, standing, about }));
    }
    Ok(None)
}

async fn about_record(site: &Site, token: &Token) -> Result<Option<About>, PageError> {
    let Some(key) = token.subject["record"].as_str().and_then(RecordKey::parse) else { return Ok(None) };
    let found = site.store.find(&key).await?;
    let same = |record: &Arc<Record>| token.subject["revision"].as_u64() == Some(u64::from(record.envelope.revision));
    let found = found.filter(|record| record.envelope.state == State::Published).filter(same);
    Ok(found.map(|record| About::Record { record, act: token.subject["act"].as_str().and_then(Act::parse) }))
}

async fn about_mandate(site: &Site, token: &Token) -> Result<Option<About>, PageError> {
    let Some(id) = token.subject["mandate"].as_str().and_then(|id| Uuid::parse_str(id).ok()) else { return Ok(None) };
    let mandate = site.store.mandate(id).await?.filter(|mandate| mandate.is_in_force(site.today()));
    Ok(mandate.map(|mandate| About::Mandate(Box::new(mandate))))
}

fn is_allowed(standing: &Standing, about: &About) -> bool {
    let actor = Actor::Member(standing);
    match about {
        About::Mandate(mandate) => {
            let subject = MandateSubject { person: mandate.person, organization: &mandate.organization, capacity: mandate.capacity };
            may_renew_mandate(actor, subject)
        }
        About::Record { record, act } => {
            let subject = subject(record);
            match act {
                Some(Act::Edit) => may_confirm(actor, subject) && may_revise(actor, subject),
                Some(Act::Withdraw) => may_withdraw(actor, subject),
                Some(Act::Confirm) | None => may_confirm(actor, subject),
            }
        }
    }
}

/// A record as rules see it.
pub(crate) fn subject(record: &Record) -> RecordSubject<'_> {
    RecordSubject { key: &record.envelope.key, state: &record.envelope.state, steward: &record.envelope.steward }
}

/// Who signs a step that needs no review: the person, for the steward.
pub(crate) fn signature(person: PersonId, record: &Record, note: Option<String>, at: Timestamp) -> Signature {
    Signature { author: person.to_string(), reviewer: record.envelope.steward.to_string(), note, at }
}

fn over(cx: &Cx) -> PageResult {
    RenewPage::new(cx, "renew-over", cx.t("renew-over-text")).answer(StatusCode::GONE)
}

fn about_this(cx: &Cx, record: &Record) -> String {
    let light = cx.t(&format!("freshness-{}", record.envelope.light));
    cx.tn("renew-text", &[("light", &light), ("date", &format::day(cx.locale, record.envelope.review_on))])
}

fn choice(cx: &Cx, record: &Record, secret: &str) -> PageResult {
    let link = |act: Act| Link::new(cx.href(&format!("/renew/{secret}?act={}", act.code())), cx.t(act.button()));
    let choices = Act::ALL.into_iter().map(link).collect();
    let shown = RenewPage { record: Some(cx.record_link(record)), choices, ..RenewPage::new(cx, "renew-choose", about_this(cx, record)) };
    shown.answer(StatusCode::OK)
}

/// The page of one step, with what was typed.
fn form(cx: &Cx, record: &Record, act: Act, typed: &Fields, problem: Option<String>) -> RenewPage {
    let (heading, text) = match act {
        Act::Confirm => ("renew-confirm", about_this(cx, record)),
        Act::Edit => ("renew-edit", cx.t("renew-edit-text")),
        Act::Withdraw => ("renew-withdraw", cx.t("renew-withdraw-text")),
    };
    let label = if act == Act::Withdraw { "renew-reason" } else { "renew-note" };
    RenewPage {
        record: Some(cx.record_link(record)),
        act: act.code(),
        fields: if act == Act::Edit { edit::fields(cx, record, typed) } else { Vec::new() },
        reason: (act != Act::Confirm).then(|| typed.get("reason").to_owned()),
        reason_label: cx.t(label),
        problem,
        button: Some(cx.t(act.button())),
        ..RenewPage::new(cx, heading, text)
    }
}

async fn confirm(cx: &Cx, secret: &Secret, good: &Good, record: &Record) -> PageResult {
    let now = cx.site.now();
    let tx = cx.site.store.begin().await?;
    if tx.take_token(&secret.hash(), good.purpose, now).await?.is_none() {
        return over(cx); // a second press was quicker
    }
    tx.confirm(&record.envelope.key, &signature(good.standing.person, record, None, now)).await?;
    tx.note_seen(good.standing.person, now).await?;
    tx.commit().await?;
    done(cx, record, "renew-confirmed-text")
}

async fn withdraw(cx: &Cx, secret: &Secret, good: &Good, record: &Record, fields: &Fields) -> PageResult {
    let reason = match free_text(fields.get("reason")) {
        Ok(reason) => reason,
        Err(problem) => return form(cx, record, Act::Withdraw, fields, Some(said(cx, &problem))).answer(StatusCode::UNPROCESSABLE_ENTITY),
    };
    if !may_withdraw(Actor::Member(&good.standing), subject(record)) {
        return over(cx); // a link that leaves the choice was checked for the least of the three
    }
    let now = cx.site.now();
    let tx = cx.site.store.begin().await?;
    if tx.take_token(&secret.hash(), good.purpose, now).await?.is_none() {
        return over(cx);
    }
    tx.withdraw(&record.envelope.key, &reason, &signature(good.standing.person, record, None, now)).await?;
    tx.commit().await?;
    done(cx, record, "renew-withdrawn-text")
}

fn done(cx: &Cx, record: &Record, text: &str) -> PageResult {
    RenewPage { record: Some(cx.record_link(record)), ..RenewPage::new(cx, "renew-done", cx.t(text)) }.answer(StatusCode::OK)
}

/// What is wrong with a text that somebody typed.
pub(crate) fn said(cx: &Cx, problem: &Problem) -> String {
    match problem {
        Problem::TooLong(most) => cx.t1("text-too-long", "n", &format::number(cx.locale, *most as u64)),
        Problem::ControlCharacters => cx.t("text-odd"),
        _ => cx.t("text-missing"),
    }
}

async fn mandate_page(cx: &Cx, mandate: &Mandate) -> PageResult {
    let name = organization_name(&cx.site, mandate, cx.locale).await?;
    let last = mandate.renew_by.map(|day| format::day(cx.locale, day)).unwrap_or_default();
    let text = cx.tn("renew-mandate-text", &[("organization", &name), ("date", &last)]);
    let shown = RenewPage { button: Some(cx.t("renew-mandate-button")), ..RenewPage::new(cx, "renew-mandate", text) };
    shown.answer(StatusCode::OK)
}

async fn renew_mandate(cx: &Cx, secret: &Secret, mandate: &Mandate) -> PageResult {
    let now = cx.site.now();
    let name = organization_name(&cx.site, mandate, cx.locale).await?;
    let Ok(renewed) = mandate.clone().renew(now) else { return over(cx) };
    let tx = cx.site.store.begin().await?;
    if tx.take_token(&secret.hash(), Purpose::RenewMandate, now).await?.is_none() {
        return over(cx);
    }
    tx.save_mandate(&renewed, MandateState::Active).await?;
    tx.note_seen(mandate.person, now).await?;
    tx.commit().await?;
    let last = renewed.renew_by.map(|day| format::day(cx.locale, day)).unwrap_or_default();
    RenewPage::new(cx, "renew-done", cx.tn("renew-mandate-done", &[("organization", &name), ("date", &last)])).answer(StatusCode::OK)
}

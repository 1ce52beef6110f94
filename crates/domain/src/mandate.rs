//! Mandates: who may speak for an organization, on which evidence, and until when.
//!
//! A mandate is asked for, decided by somebody else, renewed yearly, and ends: by lapsing, or because somebody ends it.

use std::fmt;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use crate::date::day_of;
use crate::email::EmailAddress;
use crate::person::PersonId;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// As what somebody speaks for an organization.
    Capacity, "capacity" {
        /// Writes for it:
        Contributor = "contributor",
        /// Writes for it, keeps its records true, and lets others speak for it:
        FocalPoint = "focal-point",
    }
}

vocabulary! {
    /// Where a mandate stands.
    MandateState, "state of a mandate" {
        Requested = "requested",
        Active = "active",
        Refused = "refused",
        Lapsed = "lapsed",
        Ended = "ended",
    }
}

/// Years until a mandate has to be renewed.
const TERM_YEARS: i32 = 1;
/// Days before the end of the term on which its holder is reminded.
pub const REMINDER_DAYS: i32 = 30;
/// Longest text of evidence, reason or note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

/// What the asker shows for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// In their words.
    pub text: String,
    /// SHA-256 of a letter, in hexadecimal digits.
    pub file: Option<String>,
    /// Whether their mail address is of the organization's domain; see [`mail_domain_fits`].
    pub mail_domain_fits: bool,
}

/// Who decided, when, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The reason of a refusal, or of an end that somebody else set; a word of welcome, or nothing, otherwise.
    pub note: String,
}

/// Somebody's right to speak for an organization, asked for, held or over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Identifier.
    pub id: Uuid,
    /// Who speaks.
    pub person: PersonId,
    /// For which organization: the slug of its record.
    pub organization: Slug,
    /// As what.
    pub capacity: Capacity,
    /// Where it stands.
    pub state: MandateState,
    /// What was shown for it.
    pub evidence: Evidence,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// How it was decided, once it was; of one that somebody else ended, that.
    pub decision: Option<Decision>,
    /// Last day of the term, once it was accepted.
    pub renew_by: Option<Date>,
    /// When its holder was reminded in this term.
    pub reminded_on: Option<Date>,
    /// When it was refused, lapsed or ended.
    pub closed_at: Option<Timestamp>,
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MandateError {
    /// The text of the evidence or the reason is missing.
    #[error("a text is needed")]
    NoText,
    /// The text is longer than 4,000 characters.
    #[error("the text is longer than {LONGEST_NOTE} characters")]
    TooLong,
    /// Who asks does not decide.
    #[error("nobody decides about their own mandate")]
    Own,
    /// It does not stand where the step begins.
    #[error("the mandate is {0}")]
    Is(MandateState),
}

/// What a mandate is asked with.
#[derive(Debug, Clone)]
pub struct Request {
    /// Identifier of the new mandate.
    pub id: Uuid,
    /// Who asks.
    pub person: PersonId,
    /// For which organization.
    pub organization: Slug,
    /// As what.
    pub capacity: Capacity,
    /// What they show for it.
    pub evidence: Evidence,
}

impl Mandate {
    /// Asks for a mandate.
    ///
    /// # Errors
    /// `NoText` or `TooLong` about the evidence.
    pub fn ask(request: Request, now: Timestamp) -> Result<Self, MandateError> {
        let Request { id, person, organization, capacity, evidence } = request;
        let evidence = Evidence { text: words(&evidence.text)?, ..evidence };
        let state = MandateState::Requested;
        Ok(Self {
            id,
            person,
            organization,
            capacity,
            state,
            evidence,
            asked_at: now,
            decision: None,
            renew_by: None,
            reminded_on: None,
            closed_at: None,
        })
    }

    /// Accepts a request: the mandate is active for a year. Who may is [`crate::permission::may_decide_mandate`].
    ///
    /// # Errors
    /// `Own`, `Is` when it is not requested, `TooLong`.
    pub fn accept(self, by: PersonId, note: &str, now: Timestamp) -> Result<Self, MandateError> {
        let note = if note.trim().is_empty() { String::new() } else { words(note)? };
        self.decidable(by)?;
        Ok(Self { state: MandateState::Active, decision: Some(Decision { by, at: now, note }), renew_by: Some(term(day_of(now))), ..self })
    }

    /// Refuses a request, with a reason.
    ///
    /// # Errors
    /// `Own`, `Is` when it is not requested, `NoText`, `TooLong`.
    pub fn refuse(self, by: PersonId, reason: &str, now: Timestamp) -> Result<Self, MandateError> {
        let note = words(reason)?;
        self.decidable(by)?;
        Ok(Self { state: MandateState::Refused, decision: Some(Decision { by, at: now, note }), closed_at: Some(now), ..self })
    }

    /// Renews an active mandate for a year from now; a second time on the same day changes nothing.
    ///
    /// # Errors
    /// `Is` when it is not active: who lets it lapse asks anew.
    pub fn renew(self, now: Timestamp) -> Result<Self, MandateError> {
        self.must_be(MandateState::Active)?;
        let today = day_of(now);
        if self.renew_by.is_some_and(|last| last < today) {
            return Err(MandateError::Is(MandateState::Lapsed)); // the daily job has not come by yet
        }
        Ok(Self { renew_by: Some(term(today)), reminded_on: None, ..self })
    }

    /// Notes that the holder was reminded.
    #[must_use]
    pub fn remind(self, today: Date) -> Self {
        Self { reminded_on: Some(today), ..self }
    }

    /// Lets an active mandate lapse whose term is over.
    ///
    /// # Errors
    /// `Is` when it is not active, or its term is not over.
    pub fn lapse(self, now: Timestamp) -> Result<Self, MandateError> {
        self.must_be(MandateState::Active)?;
        if self.is_in_force(day_of(now)) {
            return Err(MandateError::Is(MandateState::Active));
        }
        Ok(Self { state: MandateState::Lapsed, closed_at: Some(now), ..self })
    }

    /// Ends an active mandate, or takes back a request. Who may is [`crate::permission::may_end_mandate`].
    ///
    /// # Errors
    /// `Is` when it is over already.
    pub fn end(self, now: Timestamp) -> Result<Self, MandateError> {
        match self.state {
            MandateState::Requested | MandateState::Active => Ok(Self { state: MandateState::Ended, closed_at: Some(now), ..self }),
            other => Err(MandateError::Is(other)),
        }
    }

    /// Ends an active mandate of somebody else, with a reason. Who may is [`crate::permission::may_end_mandate`].
    ///
    /// # Errors
    /// `Own`: who gives up their own gives no reason; `Is` when it is not active, `NoText`, `TooLong`.
    pub fn end_by(self, by: PersonId, reason: &str, now: Timestamp) -> Result<Self, MandateError> {
        let note = words(reason)?;
        self.must_be(MandateState::Active)?;
        if self.person == by {
            return Err(MandateError::Own);
        }
        Ok(Self { state: MandateState::Ended, decision: Some(Decision { by, at: now, note }), closed_at: Some(now), ..self })
    }

    /// Whether it makes its organization one that somebody speaks for: a focal point's that is active.
    #[must_use]
    pub fn is_of_active_focal_point(&self) -> bool {
        self.capacity == Capacity::FocalPoint && self.state == MandateState::Active
    }

    /// Whether it gives its holder rights on a day: active, and its term not over.
    #[must_use]
    pub fn is_in_force(&self, today: Date) -> bool {
        self.state == MandateState::Active && self.renew_by.is_none_or(|last| today <= last)
    }

    /// Whether its holder is to be reminded: in the last 30 days of the term, once.
    #[must_use]
    pub fn is_reminder_due(&self, today: Date) -> bool {
        let begins = self.renew_by.map(|last| last.saturating_sub(REMINDER_DAYS.days()));
        self.is_in_force(today) && self.reminded_on.is_none() && begins.is_some_and(|begins| begins <= today)
    }

    fn must_be(&self, state: MandateState) -> Result<(), MandateError> {
        if self.state == state { Ok(()) } else { Err(MandateError::Is(self.state)) }
    }

    fn decidable(&self, by: PersonId) -> Result<(), MandateError> {
        self.must_be(MandateState::Requested)?;
        if self.person == by { Err(MandateError::Own) } else { Ok(()) }
    }
}

impl fmt::Display for Mandate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} as {}: {}", self.person, self.organization, self.capacity, self.state)
    }
}

fn term(today: Date) -> Date {
    today.saturating_add(TERM_YEARS.years())
}

fn words(text: &str) -> Result<String, MandateError> {
    let text = text.trim();
    if text.is_empty() {
        Err(MandateError::NoText)
    } else if text.chars().count() > LONGEST_NOTE {
        Err(MandateError::TooLong)
    } else {
        Ok(text.to_owned())
    }
}

/// Whether an organization, of which these are all mandates, has no focal point and can be adopted.
#[must_use]
pub fn is_orphaned<'a>(mandates: impl IntoIterator<Item = &'a Mandate>, today: Date) -> bool {
    !mandates.into_iter().any(|mandate| mandate.capacity == Capacity::FocalPoint && mandate.is_in_force(today))
}

/// Whether a mail address is of an organization's own domain, by the addresses of its websites, with or without `https://`.
///
/// One may lie below the other, unless many share the outer one: all ministries have an address below `gouv.sn`.
/// It is a sign for who decides, and never decides itself.
#[must_use]
pub fn mail_domain_fits<'a>(email: &EmailAddress, websites: impl IntoIterator<Item = &'a str>) -> bool {
    websites.into_iter().any(|website| host(website).is_some_and(|host| is_same_domain(email.domain(), &host)))
}

fn is_same_domain(mail: &str, host: &str) -> bool {
    let below = |inner: &str, outer: &str| !is_shared(outer) && inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'));
    mail == host || below(mail, host) || below(host, mail)
}

/// Whether many organizations have their own domains below this one: `gouv.sn`, `org.br`, `co.uk`.
fn is_shared(domain: &str) -> bool {
    const GENERIC: [&str; 20] =
        ["ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gub", "gv", "info", "int", "mil", "net", "nic", "nom", "or", "org", "sch", "web"];
    match domain.split_once('.') {
        None => true,
        Some((name, country)) => country.len() == 2 && GENERIC.contains(&name),
    }
}

/// The host of a web address, in lower case and without `www.`.
fn host(website: &str) -> Option<String> {
    let website = website.trim();
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.contains('.').then(|| host.to_owned())
}

#[cfg(test)]
mod tests;

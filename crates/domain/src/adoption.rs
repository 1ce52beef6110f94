//! Adoption: somebody asks to become the steward of a record that nobody looks after, and the secretariat decides.
//!
//! Which records wait for that, and who may ask or decide, is for [`crate::permission`].

use jiff::Timestamp;
use uuid::Uuid;

use crate::person::PersonId;
use crate::read::{Problem, free_text};
use crate::slug::Slug;
use crate::steward::Steward;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a request stands.
    AdoptionState, "state of a request" {
        Requested = "requested",
        Accepted = "accepted",
        Declined = "declined",
        /// Somebody else took the record on:
        Passed = "passed",
    }
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Who decided; nobody where somebody else took the record on.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// The reason of a refusal; nothing otherwise.
    pub answer: String,
}

/// Somebody's request to take a record on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// Identifier.
    pub id: Uuid,
    /// Identifier of the record.
    pub record: Uuid,
    /// Who asks.
    pub person: PersonId,
    /// The organization that would be steward; the person, where there is none.
    pub organization: Option<Slug>,
    /// Why they, in their words.
    pub reason: String,
    /// Where it stands.
    pub state: AdoptionState,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// How it ended, once it has.
    pub closing: Option<Closing>,
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdoptionError {
    /// The text will not do.
    #[error("the text {0}")]
    Text(Problem),
    /// Who asks does not decide.
    #[error("nobody decides about their own request")]
    Own,
    /// It has ended.
    #[error("the request is {0}")]
    Is(AdoptionState),
}

/// What a record is asked for with.
#[derive(Debug, Clone)]
pub struct Request {
    /// Identifier of the new request.
    pub id: Uuid,
    /// Identifier of the record.
    pub record: Uuid,
    /// Who asks.
    pub person: PersonId,
    /// The organization that would be steward, if any.
    pub organization: Option<Slug>,
}

impl Adoption {
    /// Asks to take a record on.
    ///
    /// # Errors
    /// What is wrong with the reason.
    pub fn ask(request: Request, reason: &str, now: Timestamp) -> Result<Self, Problem> {
        let Request { id, record, person, organization } = request;
        let state = AdoptionState::Requested;
        Ok(Self { id, record, person, organization, reason: free_text(reason)?, state, asked_at: now, closing: None })
    }

    /// Who would be steward.
    #[must_use]
    pub fn steward(&self) -> Steward {
        self.organization.clone().map_or(Steward::Person(self.person), Steward::Organization)
    }

    /// Accepts it.
    ///
    /// # Errors
    /// `Own`; `Is` when it has ended.
    pub fn accept(self, by: PersonId, now: Timestamp) -> Result<Self, AdoptionError> {
        self.decided(AdoptionState::Accepted, by, String::new(), now)
    }

    /// Declines it, with a reason.
    ///
    /// # Errors
    /// `Own`; `Is` when it has ended; `Text`.
    pub fn decline(self, by: PersonId, reason: &str, now: Timestamp) -> Result<Self, AdoptionError> {
        let reason = free_text(reason).map_err(AdoptionError::Text)?;
        self.decided(AdoptionState::Declined, by, reason, now)
    }

    /// Ends it because somebody else took the record on.
    ///
    /// # Errors
    /// `Is` when it has ended.
    pub fn pass(self, now: Timestamp) -> Result<Self, AdoptionError> {
        self.must_wait()?;
        let closing = Some(Closing { by: None, at: now, answer: String::new() });
        Ok(Self { state: AdoptionState::Passed, closing, ..self })
    }

    fn decided(self, state: AdoptionState, by: PersonId, answer: String, now: Timestamp) -> Result<Self, AdoptionError> {
        self.must_wait()?;
        if self.person == by {
            return Err(AdoptionError::Own);
        }
        Ok(Self { state, closing: Some(Closing { by: Some(by), at: now, answer }), ..self })
    }

    fn must_wait(&self) -> Result<(), AdoptionError> {
        if self.state == AdoptionState::Requested { Ok(()) } else { Err(AdoptionError::Is(self.state)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKER: PersonId = PersonId(Uuid::from_u128(1));
    const DECIDER: PersonId = PersonId(Uuid::from_u128(2));
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn asked(organization: Option<&str>) -> Adoption {
        let organization = organization.map(|slug| Slug::parse(slug).expect("a slug"));
        let request = Request { id: Uuid::nil(), record: Uuid::nil(), person: ASKER, organization };
        Adoption::ask(request, " I ran it.\r\nI know everybody. ", NOW).expect("a request")
    }

    #[test]
    fn a_request_names_who_would_be_steward_and_why() {
        assert_eq!(asked(None).steward(), Steward::Person(ASKER));
        assert_eq!(asked(Some("senai")).steward().to_string(), "organization/senai");
        assert_eq!(asked(None).reason, "I ran it.\nI know everybody.");
        let request = Request { id: Uuid::nil(), record: Uuid::nil(), person: ASKER, organization: None };
        assert_eq!(Adoption::ask(request, " ", NOW), Err(Problem::Empty));
    }

    fn check(step: impl Fn(Adoption) -> Result<Adoption, AdoptionError>, expected: Result<AdoptionState, AdoptionError>) {
        let outcome = step(asked(None));
        assert_eq!(outcome.clone().map(|own| own.state), expected);
        if let Ok(ended) = outcome {
            assert!(ended.closing.is_some());
            assert_eq!(step(ended.clone()), Err(AdoptionError::Is(ended.state)), "it ends once");
        }
    }

    #[test]
    fn a_request_is_decided_once_and_by_another() {
        use AdoptionState::{Accepted, Declined, Passed};
        check(|own| own.accept(DECIDER, NOW), Ok(Accepted));
        check(|own| own.accept(ASKER, NOW), Err(AdoptionError::Own));
        check(|own| own.decline(DECIDER, "Nobody knows you.", NOW), Ok(Declined));
        check(|own| own.decline(DECIDER, " ", NOW), Err(AdoptionError::Text(Problem::Empty)));
        check(|own| own.decline(ASKER, "No.", NOW), Err(AdoptionError::Own));
        check(|own| own.pass(NOW), Ok(Passed));
    }
}

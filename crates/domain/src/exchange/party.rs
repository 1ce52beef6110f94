//! Parties: the organizations that take part in an exchange, and how each stands to it.

use serde::{Deserialize, Serialize};

use crate::partner::Role;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;
use jiff::Timestamp;

vocabulary! {
    /// How an organization stands to an exchange.
    Standing, "standing of a party" {
        /// It has been asked and has not answered.
        Invited = "invited",
        /// It takes part.
        Joined = "joined",
        /// It said no.
        Declined = "declined",
        /// It took part and went; what it agreed and confirmed until then stays.
        Left = "left",
    }
}

/// An organization that was asked to take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Which.
    pub organization: Slug,
    /// What it is to do: provider, recipient, peer, facilitator, funder or implementer.
    pub role: Role,
    /// How it stands to the exchange.
    pub standing: Standing,
    /// Since when.
    pub since: Timestamp,
    /// Why it declined or left.
    pub reason: Option<String>,
    /// Whether it said that its part of the work is done.
    pub finished: bool,
}

/// An organization with the role that it is asked to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Which.
    pub organization: Slug,
    /// As what.
    pub role: Role,
}

impl Party {
    /// Somebody who has been asked.
    #[must_use]
    pub fn invited(seat: Seat, at: Timestamp) -> Self {
        Self { organization: seat.organization, role: seat.role, standing: Standing::Invited, since: at, reason: None, finished: false }
    }

    /// Whether it takes part now.
    #[must_use]
    pub fn is_in(&self) -> bool {
        self.standing == Standing::Joined
    }

    /// Whether it may read the room: who was asked and has not refused, and who was once in, since the record is theirs, too.
    #[must_use]
    pub fn may_look(&self) -> bool {
        self.standing != Standing::Declined
    }

    pub(super) fn stand(&mut self, standing: Standing, reason: Option<String>, at: Timestamp) {
        (self.standing, self.reason, self.since) = (standing, reason, at);
    }
}

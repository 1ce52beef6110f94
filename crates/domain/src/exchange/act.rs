//! Acts: everything that can be done in an exchange. What was done is kept as a list of acts, and nothing else is.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::content::{Content, Words};
use super::party::Seat;
use crate::person::PersonId;
use crate::slug::Slug;

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// The first act: a party proposes an exchange and asks others to take part.
    Proposed {
        /// What it is about.
        title: Words,
        /// The need that it answers, as `need/slug`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        need: Option<String>,
        /// The part of who proposes it, and of everybody asked.
        seats: Vec<Seat>,
    },
    /// A party asks another organization.
    Invited {
        /// Whom, as what.
        seat: Seat,
    },
    /// An organization that was asked takes part.
    Joined,
    /// An organization that was asked does not.
    Declined {
        /// Why.
        reason: String,
    },
    /// A party goes.
    Left {
        /// Why.
        reason: String,
    },
    /// A party writes in the room.
    Said {
        /// What.
        words: Words,
    },
    /// A party words a line or a fact, anew when `base` is nothing.
    Stated {
        /// Number of the statement; one more than the last for a new one.
        statement: u32,
        /// The version that the party had before it; 0 for a new one.
        base: u32,
        /// What it says; nothing proposes to strike it.
        content: Option<Content>,
    },
    /// A party says yes to a version.
    Affirmed {
        /// Number of the statement.
        statement: u32,
        /// Version to which it says yes.
        version: u32,
    },
    /// A party disputes a version.
    Disputed {
        /// Number of the statement.
        statement: u32,
        /// Version that it disputes.
        version: u32,
        /// Why.
        reason: String,
    },
    /// A party says that the work has begun.
    Begun,
    /// A party asks for more time: clocks stand until then.
    Postponed {
        /// Until when.
        until: Date,
        /// Why.
        reason: String,
    },
    /// A party says that its part of the work is done.
    Finished,
    /// The secretariat ends the exchange.
    Closed {
        /// Why.
        reason: String,
    },
    /// Nobody answered for too long.
    Lapsed,
    /// The secretariat notes that an organization has another name or has become part of another.
    Succeeded {
        /// Which.
        from: Slug,
        /// By which.
        to: Slug,
    },
    /// The secretariat notes that another record tells of the same exchange; that one is closed, and both keep their histories.
    Absorbed {
        /// The other.
        other: Uuid,
    },
    /// The secretariat notes that this exchange goes on in another record.
    MergedInto {
        /// The other.
        other: Uuid,
    },
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Somebody who may bind an organization.
    Party(Slug),
    /// The secretariat.
    Secretariat,
    /// Nobody: time has passed.
    Clock,
}

/// An act with who did it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As whom.
    pub by: By,
    /// Who it was, where it was a person.
    pub person: Option<PersonId>,
    /// What.
    pub act: Act,
    /// When.
    pub at: Timestamp,
}

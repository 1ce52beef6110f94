//! Exchanges: what two or more partners work on together, from the proposal to results that each of them confirms.
//!
//! An exchange is what its acts have made of it. [`Exchange::check`] says whether an act may follow, [`Exchange::apply`] takes it in;
//! acts are only ever added, so that history cannot be lost. Who may act for an organization is asked in [`crate::permission`].
//!
//! Invariants, held by property tests over any sequence of acts: a figure counts only when every party concerned has confirmed the wording in
//! which it counts; a line binds a party only in a wording to which it said yes; and no version or position of another is ever overwritten.

mod act;
mod apply;
mod check;
mod clock;
mod content;
mod duplicate;
mod engagement;
mod party;
mod statement;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

pub use act::{Act, By, Entry};
pub use check::Refusal;
pub use clock::{Expected, Urgency, Wait};
pub use content::{Activity, ActivityKind, Content, ContentFault, FactKind, Gift, Money, People, Valuation, Words};
pub use duplicate::{Gist, LIKELY, likeness};
pub use engagement::{Engaged, Side};
pub use party::{Party, Seat, Standing};
pub use statement::{Accord, Footing, Position, Statement, Version};

use crate::partner::Role;
use crate::record::RecordKey;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

/// Most parties of one exchange.
pub const MOST_PARTIES: usize = 20;
/// Most statements of one exchange.
pub const MOST_STATEMENTS: usize = 500;
vocabulary! {
    /// Where an exchange stands.
    Stage, "stage of an exchange" {
        /// Nobody who was asked has answered.
        Proposed = "proposed",
        /// Partners talk about what they will do.
        Discussion = "discussion",
        /// All have agreed to every line.
        Agreed = "agreed",
        /// The work is being done.
        UnderWay = "under-way",
        /// Every party says that its part is done.
        Completed = "completed",
        /// It ended before that, or has become part of another.
        Closed = "closed",
        /// Nobody who was asked wanted to.
        Declined = "declined",
        /// Nobody answered.
        Lapsed = "lapsed",
    }
}

impl Stage {
    /// Whether something is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Discussion | Self::Agreed | Self::UnderWay)
    }

    /// Whether work was agreed, so that facts about it can be stated and confirmed; after the end they still can.
    #[must_use]
    pub const fn knows_facts(self) -> bool {
        matches!(self, Self::Agreed | Self::UnderWay | Self::Completed)
    }
}

/// An exchange as its acts have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Identifier.
    pub id: Uuid,
    /// What it is about.
    pub title: Words,
    /// The need that it answers.
    pub need: Option<RecordKey>,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Timestamp,
    /// Why it ended, where somebody said.
    pub reason: Option<String>,
    /// The record in which it goes on.
    pub merged_into: Option<Uuid>,
    /// Records that tell of the same.
    pub absorbed: Vec<Uuid>,
    /// Everybody who was asked, in the order in which they were.
    pub parties: Vec<Party>,
    /// Lines and facts by number.
    pub statements: Vec<Statement>,
    /// Until when clocks stand.
    pub postponed: Option<Date>,
    /// Number of acts taken in: the next is one more.
    pub acts: u32,
}

impl Exchange {
    /// The exchange that an act proposes.
    ///
    /// # Errors
    /// `NotYours` when it is no proposal of a party with a seat; `Count` of fewer than two seats or too many; `AlreadyAsked` when one has two.
    pub fn propose(id: Uuid, entry: &Entry) -> Result<Self, Refusal> {
        let (Act::Proposed { title, need, seats }, By::Party(proposer)) = (&entry.act, &entry.by) else { return Err(Refusal::NotYours) };
        let distinct: BTreeSet<&Slug> = seats.iter().map(|seat| &seat.organization).collect();
        if distinct.len() != seats.len() {
            return Err(Refusal::AlreadyAsked);
        }
        if !(2..=MOST_PARTIES).contains(&seats.len()) {
            return Err(Refusal::Count);
        }
        if !distinct.contains(proposer) {
            return Err(Refusal::NotYours);
        }
        let mut parties: Vec<Party> = seats.iter().map(|seat| Party::invited(seat.clone(), entry.at)).collect();
        for party in parties.iter_mut().filter(|party| party.organization == *proposer) {
            party.stand(Standing::Joined, None, entry.at);
        }
        Ok(Self {
            id,
            title: title.clone(),
            need: need.as_deref().and_then(RecordKey::parse),
            stage: Stage::Proposed,
            since: entry.at,
            reason: None,
            merged_into: None,
            absorbed: Vec::new(),
            parties,
            statements: Vec::new(),
            postponed: None,
            acts: 1,
        })
    }

    /// The exchange that a list of acts, each checked when it was done, has made; nothing for a list that does not begin with a proposal.
    #[must_use]
    pub fn replay<'a>(id: Uuid, entries: impl IntoIterator<Item = &'a Entry>) -> Option<Self> {
        let mut entries = entries.into_iter();
        let first = Self::propose(id, entries.next()?).ok()?;
        Some(entries.fold(first, |mut exchange, entry| {
            exchange.apply(entry);
            exchange
        }))
    }

    /// The party of an organization.
    #[must_use]
    pub fn party(&self, organization: &Slug) -> Option<&Party> {
        self.parties.iter().find(|party| party.organization == *organization)
    }

    /// The statement of a number.
    #[must_use]
    pub fn statement(&self, number: u32) -> Option<&Statement> {
        self.statements.get(number.checked_sub(1)? as usize)
    }

    /// Lines of the agreement that are not struck by common consent.
    pub fn lines(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|own| !own.is_fact() && (own.content().is_some() || own.binding().is_some()))
    }

    /// Facts that nobody has taken back.
    pub fn facts(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|own| own.is_fact() && own.content().is_some())
    }

    /// What of the facts counts in results.
    pub fn counting(&self) -> impl Iterator<Item = &Content> {
        self.facts().filter_map(Statement::counting)
    }

    /// Who takes part now.
    pub fn joined(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| party.is_in())
    }

    /// Whether every party is of one mind about every line: at least an objective and something that is done or given.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        let nobody_is_awaited = !self.parties.iter().any(|party| party.standing == Standing::Invited);
        let mut lines = self.lines().filter_map(Statement::content).peekable();
        let (mut aims, mut means) = (false, false);
        for content in lines.by_ref() {
            aims |= matches!(content, Content::Objective { .. });
            means |= matches!(content, Content::Plan { .. } | Content::Pledge { .. });
        }
        nobody_is_awaited && self.joined().count() > 1 && aims && means && self.lines().all(|line| line.footing() == Footing::Confirmed)
    }

    /// The roles in which parties take part, for who reads the exchange as a cooperation.
    pub fn roles(&self) -> impl Iterator<Item = (&Slug, Role)> {
        self.parties.iter().filter(|party| matches!(party.standing, Standing::Joined | Standing::Left)).map(|party| (&party.organization, party.role))
    }
}

#[cfg(test)]
mod tests;

//! Statements: what one party says, version by version, and which parties have said yes to which version.
//!
//! Lines of an agreement and facts of the work are the same machinery: a change makes a new version, to which nobody but its author has
//! said yes. What all concerned have said yes to is the *accord*; it stays what binds and counts until they have said yes to a newer one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::content::Content;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a statement stands among those whom it concerns.
    Footing, "footing of a statement" {
        /// All said yes to what it says now.
        Confirmed = "confirmed",
        /// Somebody disputes what it says now.
        Disputed = "disputed",
        /// Somebody has not answered.
        Unconfirmed = "unconfirmed",
    }
}

/// A party's answer to a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// To which version.
    pub version: u32,
    /// The reason, where it disputes; nothing is a yes.
    pub dispute: Option<String>,
    /// When it was given.
    pub at: Timestamp,
}

/// One wording of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// What it says; nothing when the party proposes to strike it.
    pub content: Option<Content>,
    /// Who wrote it.
    pub by: Slug,
    /// When.
    pub at: Timestamp,
}

/// What all concerned have said yes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accord {
    /// Which version.
    pub version: u32,
    /// Who said yes to it.
    pub by: BTreeSet<Slug>,
    /// Since when.
    pub at: Timestamp,
}

/// A statement with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Number in the exchange, from 1.
    pub number: u32,
    /// Every wording, oldest first; never empty, and nothing is taken away.
    pub versions: Vec<Version>,
    /// The last answer of each party.
    pub positions: BTreeMap<Slug, Position>,
    /// Whom a fact concerns: who took part when it was last worded, whether they have left since or not. A line concerns who takes part.
    pub concerned: BTreeSet<Slug>,
    /// What binds and counts.
    pub accord: Option<Accord>,
}

impl Statement {
    pub(super) fn new(number: u32, first: Version, concerned: BTreeSet<Slug>) -> Self {
        let mut statement = Self { number, versions: Vec::new(), positions: BTreeMap::new(), concerned: BTreeSet::new(), accord: None };
        statement.word(first, concerned);
        statement
    }

    /// Number of the present version, from 1.
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX)
    }

    /// The present wording.
    #[must_use]
    pub fn current(&self) -> &Version {
        &self.versions[self.versions.len() - 1] // never empty: `new` words the first
    }

    /// What it says now: nothing once it is to be struck.
    #[must_use]
    pub fn content(&self) -> Option<&Content> {
        self.current().content.as_ref()
    }

    /// The wording that binds and counts: nothing while there is no accord, or when the accord is to strike it.
    #[must_use]
    pub fn binding(&self) -> Option<&Content> {
        self.versions.get(self.accord.as_ref()?.version.checked_sub(1)? as usize)?.content.as_ref()
    }

    /// Whether it tells of what happened: a statement stays of the sort as which it began.
    #[must_use]
    pub fn is_fact(&self) -> bool {
        self.versions.iter().find_map(|version| version.content.as_ref()).is_some_and(Content::is_fact)
    }

    /// The answer of a party to the present version.
    #[must_use]
    pub fn answer(&self, party: &Slug) -> Option<&Position> {
        self.positions.get(party).filter(|position| position.version == self.version())
    }

    /// How it stands.
    #[must_use]
    pub fn footing(&self) -> Footing {
        if self.concerned.iter().filter_map(|party| self.answer(party)).any(|position| position.dispute.is_some()) {
            Footing::Disputed
        } else if self.accord.as_ref().is_some_and(|accord| accord.version == self.version() && self.concerned.is_subset(&accord.by)) {
            Footing::Confirmed
        } else {
            Footing::Unconfirmed
        }
    }

    /// What of it counts in results: a fact in the wording that all concerned confirmed, while none of them disputes it.
    #[must_use]
    pub fn counting(&self) -> Option<&Content> {
        (self.is_fact() && self.footing() == Footing::Confirmed).then(|| self.binding()).flatten()
    }

    /// Whether a party has agreed to what binds.
    #[must_use]
    pub fn binds(&self, party: &Slug) -> bool {
        self.binding().is_some() && self.accord.as_ref().is_some_and(|accord| accord.by.contains(party))
    }

    /// Whom the present version still waits for.
    pub fn waits_for(&self) -> impl Iterator<Item = &Slug> {
        self.concerned.iter().filter(|party| self.answer(party).is_none())
    }

    pub(super) fn word(&mut self, version: Version, concerned: BTreeSet<Slug>) {
        let (by, at) = (version.by.clone(), version.at);
        self.versions.push(version);
        self.concerned = concerned;
        self.answer_with(by, None, at);
    }

    pub(super) fn answer_with(&mut self, party: Slug, dispute: Option<String>, at: Timestamp) {
        self.positions.insert(party, Position { version: self.version(), dispute, at });
        self.settle(at);
    }

    /// Makes the present version the accord once all whom it concerns have said yes.
    pub(super) fn settle(&mut self, at: Timestamp) {
        let says_yes = |party: &Slug| self.answer(party).is_some_and(|position| position.dispute.is_none());
        let is_news = self.accord.as_ref().is_none_or(|accord| accord.version != self.version() || accord.by != self.concerned);
        if is_news && self.concerned.len() > 1 && self.concerned.iter().all(says_yes) {
            self.accord = Some(Accord { version: self.version(), by: self.concerned.clone(), at });
        }
    }

    pub(super) fn rename(&mut self, from: &Slug, to: &Slug) {
        let is_of_both = self.concerned.contains(from) && self.concerned.contains(to);
        let renamed = |parties: &mut BTreeSet<Slug>| {
            if parties.remove(from) {
                parties.insert(to.clone());
            }
        };
        renamed(&mut self.concerned);
        if let Some(accord) = &mut self.accord {
            renamed(&mut accord.by);
        }
        if let Some(position) = self.positions.remove(from) {
            // Of two parties that became one, the doubtful answer is the one that is safe to keep: no answer, or a dispute.
            let keeps_own = match self.positions.get(to) {
                Some(own) => own.version < position.version || own.dispute.is_some(),
                None => is_of_both,
            };
            if !keeps_own {
                self.positions.insert(to.clone(), position);
            }
        }
    }
}

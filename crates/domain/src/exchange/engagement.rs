//! Tripartite engagement: which of governments, workers and employers are on board at each side of an exchange, and who is missing.

use super::{Content, Exchange};
use crate::partner::Constituency;
use crate::slug::Slug;

/// The three constituents of the ILO.
const CONSTITUENTS: [Constituency; 3] = [Constituency::Government, Constituency::Workers, Constituency::Employers];

/// How a constituent takes part at one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engaged {
    /// All have agreed that it does.
    Yes,
    /// A party says so, and others have not agreed yet.
    Stated,
    /// Nobody says so.
    Missing,
}

/// A party with the constituents at its side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Which party.
    pub organization: Slug,
    /// Government, workers and employers, in this order.
    pub constituents: [(Constituency, Engaged); 3],
}

impl Side {
    /// The constituents whom nobody has named.
    pub fn missing(&self) -> impl Iterator<Item = Constituency> + '_ {
        self.constituents.iter().filter(|(_, engaged)| *engaged == Engaged::Missing).map(|(constituency, _)| *constituency)
    }
}

impl Exchange {
    /// Who is on board at the side of each party that takes part; `constituency_of` knows whom an organization itself speaks for.
    pub fn sides(&self, constituency_of: impl Fn(&Slug) -> Option<Constituency>) -> Vec<Side> {
        let says = |content: Option<&Content>, party: &Slug, wanted: Constituency| matches!(content, Some(Content::Engagement { side, constituency, .. }) if side == party && *constituency == wanted);
        let engaged = |party: &Slug, wanted: Constituency| {
            if constituency_of(party) == Some(wanted) || self.lines().any(|line| says(line.binding(), party, wanted)) {
                Engaged::Yes
            } else if self.lines().any(|line| says(line.content(), party, wanted)) {
                Engaged::Stated
            } else {
                Engaged::Missing
            }
        };
        let side = |party: &Slug| Side { organization: party.clone(), constituents: CONSTITUENTS.map(|wanted| (wanted, engaged(party, wanted))) };
        self.joined().map(|party| side(&party.organization)).collect()
    }
}

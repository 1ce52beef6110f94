//! Likely duplicates: the same exchange told in two records.

use std::collections::BTreeSet;

use crate::date::Period;
use crate::fold::words;
use crate::slug::Slug;

/// From this likeness on two records are worth a look together.
pub const LIKELY: f64 = 0.5;

/// What of an exchange is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gist {
    /// Who takes or took part.
    pub parties: BTreeSet<Slug>,
    /// When the work was or is to be done.
    pub period: Option<Period>,
    /// Title and objectives.
    pub text: String,
}

/// How alike two exchanges are, from 0 to 1: nothing when they have fewer than two partners in common or periods that do not touch.
///
/// Half of it is the share of partners in common, half the share of words; of records without words the partners alone decide.
#[must_use]
pub fn likeness(a: &Gist, b: &Gist) -> f64 {
    let common = a.parties.intersection(&b.parties).count();
    if common < 2 || !a.period.zip(b.period).is_none_or(|(a, b)| touch(a, b)) {
        return 0.0;
    }
    let partners = share(common, a.parties.union(&b.parties).count());
    let (own, other) = (vocabulary_of(&a.text), vocabulary_of(&b.text));
    if own.is_empty() || other.is_empty() {
        return partners / 2.0;
    }
    partners.midpoint(share(own.intersection(&other).count(), own.union(&other).count()))
}

fn touch(a: Period, b: Period) -> bool {
    let last = |period: Period| period.end.unwrap_or(period.start).last_day();
    a.start.first_day() <= last(b) && b.start.first_day() <= last(a)
}

fn vocabulary_of(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| word.chars().count() > 2).collect()
}

#[allow(clippy::cast_precision_loss)] // counts of partners and words
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

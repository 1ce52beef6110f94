//! The form of a record: which fields a kind has, how each is filled in, and with which words.
//!
//! One description (`field`) serves all: `read` makes the JSON object of a record of what was typed, `show` the fields of a page of
//! such an object, `place` says where something that is said about a field belongs, `words` says what is wrong. What a field may hold is
//! for the domain to say; whatever is typed stays, right or wrong.

pub(crate) mod field;
pub(crate) mod place;
pub(crate) mod read;
pub(crate) mod show;
pub(crate) mod words;

use ayni_domain::Kind;
use ayni_domain::criterion::Criterion;
use ayni_domain::snapshot::{grow, snapshot};

use field::Field;

/// A page of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The few questions with which a practice begins.
    Snapshot,
    /// Everything but the criteria.
    Full,
    /// One criterion of a good practice.
    Criterion(Criterion),
}

/// Fields under one heading.
pub(crate) struct Section {
    /// Key of the heading; none for fields that need no heading.
    pub heading: Option<&'static str>,
    /// Whether a record cannot do without them.
    pub needed: bool,
    /// The fields, in order.
    pub fields: Vec<Field>,
}

impl Part {
    /// The part with this name, where the kind has it.
    pub fn parse(kind: Kind, text: &str) -> Option<Self> {
        match text {
            "full" => Some(Self::Full),
            _ if kind != Kind::Practice => None,
            "snapshot" => Some(Self::Snapshot),
            code => Criterion::parse(code).map(Self::Criterion),
        }
    }

    /// Its name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Full => "full",
            Self::Criterion(criterion) => criterion.code(),
        }
    }

    /// What it asks, in order.
    pub fn sections(self, kind: Kind) -> Vec<Section> {
        let all = |names: &[&'static str]| names.iter().flat_map(|name| field::of(kind, name)).copied().collect::<Vec<_>>();
        let first = || snapshot(kind).iter().flat_map(|question| all(question.fields)).collect::<Vec<_>>();
        let section = |heading, needed, fields| Section { heading: Some(heading), needed, fields };
        match self {
            Self::Snapshot => vec![Section { heading: None, needed: true, fields: first() }],
            Self::Criterion(criterion) => vec![Section { heading: None, needed: false, fields: vec![field::criterion(criterion)] }],
            Self::Full => {
                let growth = grow(kind);
                let sections = [
                    section("draft-first", true, first()),
                    section("draft-needed", true, all(growth.needed)),
                    section("draft-useful", false, all(growth.useful)),
                ];
                sections.into_iter().filter(|section| !section.fields.is_empty()).collect()
            }
        }
    }

    /// The part in which a field is filled in.
    pub fn of(field: &Field) -> Self {
        let criterion = field.path.strip_prefix("criteria.").and_then(Criterion::parse);
        criterion.map_or(Self::Full, Self::Criterion)
    }
}

#[cfg(test)]
mod tests;

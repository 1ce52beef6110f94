//! The envelope: what every record carries around its body, the same for every kind.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use crate::freshness::Light;
use crate::kind::Kind;
use crate::record::Body;
use crate::slug::Slug;

/// How a record is named in files, references and judgements: `kind/slug`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordKey {
    /// Kind.
    pub kind: Kind,
    /// Slug, unique within the kind.
    pub slug: Slug,
}

impl RecordKey {
    /// Reads `kind/slug`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, slug) = text.split_once('/')?;
        Some(Self { kind: Kind::parse(kind)?, slug: Slug::parse(slug).ok()? })
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.slug)
    }
}

impl Serialize for RecordKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where a record stands in its life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// In public view.
    Published,
    /// Taken out of public view; the address stays and says why.
    Withdrawn {
        /// Why, in the words of who withdrew it.
        reason: String,
    },
}

/// Whose duty it is to keep a record true.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Steward {
    /// The secretariat of the instance: records that nobody else took.
    Secretariat,
    /// The focal points of an organization.
    Organization(Slug),
    /// A person.
    Person(Uuid),
}

impl Steward {
    /// Reads `secretariat`, `organization/<slug>` or `person/<uuid>`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => (text == "secretariat").then_some(Self::Secretariat),
            Some(("organization", slug)) => Some(Self::Organization(Slug::parse(slug).ok()?)),
            Some(("person", id)) => Some(Self::Person(Uuid::parse_str(id).ok()?)),
            Some(_) => None,
        }
    }
}

impl fmt::Display for Steward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secretariat => f.write_str("secretariat"),
            Self::Organization(slug) => write!(f, "organization/{slug}"),
            Self::Person(id) => write!(f, "person/{id}"),
        }
    }
}

/// What every record carries around its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Stable identifier.
    pub id: Uuid,
    /// Kind and slug.
    pub key: RecordKey,
    /// 1 for the first version.
    pub revision: u32,
    /// Where it stands.
    pub state: State,
    /// Whose duty it is to keep the record true.
    pub steward: Steward,
    /// First publication.
    pub published_at: Timestamp,
    /// This revision.
    pub updated_at: Timestamp,
    /// When to look at it again.
    pub review_on: Date,
    /// The light last noted; [`crate::freshness::light`] says what it is on a day.
    pub light: Light,
    /// Whether an organization objects to it and has no answer yet.
    pub contested: bool,
}

impl Envelope {
    /// Whether the figures of the record count in sums: it is in public view, and nobody contests it.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.state, State::Published) && !self.contested
    }
}

/// A record as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Envelope.
    pub envelope: Envelope,
    /// Body.
    pub body: Body,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_steward_is_the_secretariat_an_organization_or_a_person() {
        let person = "person/0198c0de-0000-7000-8000-000000000001";
        for text in ["secretariat", "organization/ilo", person] {
            assert_eq!(Steward::parse(text).expect(text).to_string(), text);
        }
        for text in ["", "bench", "secretariat/", "organization/", "organization/No Slug", "person/1", "grouping/brics"] {
            assert_eq!(Steward::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_of_stewards_panic(text in "\\PC{0,20}|(organization|person)/\\PC{0,12}") {
            if let Some(steward) = Steward::parse(&text) {
                prop_assert_eq!(Steward::parse(&steward.to_string()), Some(steward));
            }
        }
    }
}

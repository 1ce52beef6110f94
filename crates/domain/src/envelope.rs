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
use crate::steward::Steward;

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

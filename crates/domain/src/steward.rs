//! Stewards: whose duty it is to keep a record true.

use std::fmt;

use crate::kind::Kind;
use crate::person::PersonId;
use crate::record::RecordKey;
use crate::slug::Slug;

/// Who keeps a record true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Steward {
    /// Who runs the instance: keeps what nobody else took.
    Secretariat,
    /// An organization, through its focal points.
    Organization(Slug),
    /// A person.
    Person(PersonId),
}

impl Steward {
    /// Reads the steward of an [envelope](crate::Envelope): `organization/{slug}`, `person/{uuid}`; anything else is the secretariat.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if let Some(person) = PersonId::parse(text) {
            return Self::Person(person);
        }
        match RecordKey::parse(text) {
            Some(RecordKey { kind: Kind::Organization, slug }) => Self::Organization(slug),
            _ => Self::Secretariat,
        }
    }
}

impl fmt::Display for Steward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secretariat => f.write_str("secretariat"),
            Self::Organization(slug) => write!(f, "{}/{slug}", Kind::Organization),
            Self::Person(person) => person.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_steward_is_read_back_and_what_is_none_is_the_secretariat() {
        let person = PersonId(Uuid::from_u128(7));
        for steward in [Steward::Secretariat, Steward::Organization(Slug::parse("cplp").expect("a slug")), Steward::Person(person)] {
            assert_eq!(Steward::of(&steward.to_string()), steward);
        }
        for text in ["", "practice/cplp", "organization/", "person/7", "somebody"] {
            assert_eq!(Steward::of(text), Steward::Secretariat, "{text:?}");
        }
    }
}

//! Stewards: whose duty it is to keep a record true.

use std::fmt;

use crate::kind::Kind;
use crate::person::PersonId;
use crate::record::RecordKey;
use crate::slug::Slug;

/// Who keeps a record true.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Steward {
    /// Who runs the instance: keeps what nobody else took.
    Secretariat,
    /// An organization, through its focal points.
    Organization(Slug),
    /// A person.
    Person(PersonId),
}

impl Steward {
    /// Reads `secretariat`, `organization/{slug}` or `person/{uuid}`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "secretariat" {
            return Some(Self::Secretariat);
        }
        if let Some(person) = PersonId::parse(text) {
            return Some(Self::Person(person));
        }
        match RecordKey::parse(text)? {
            RecordKey { kind: Kind::Organization, slug } => Some(Self::Organization(slug)),
            _ => None,
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
    use proptest::prelude::*;
    use uuid::Uuid;

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,40}|(person|practice|organization)/[0-9a-f-]{0,40}") {
            if let Some(steward) = Steward::parse(&text) {
                prop_assert_eq!(Steward::parse(&steward.to_string()), Some(steward));
            }
            if let Some(key) = RecordKey::parse(&text) {
                prop_assert_eq!(key.to_string(), text);
            }
        }
    }

    #[test]
    fn a_steward_is_the_secretariat_an_organization_or_a_person() {
        let person = PersonId(Uuid::from_u128(7));
        for steward in [Steward::Secretariat, Steward::Organization(Slug::parse("cplp").expect("a slug")), Steward::Person(person)] {
            assert_eq!(Steward::parse(&steward.to_string()), Some(steward));
        }
        for text in ["", "practice/cplp", "organization/", "person/7", "somebody"] {
            assert_eq!(Steward::parse(text), None, "{text:?}");
        }
    }
}

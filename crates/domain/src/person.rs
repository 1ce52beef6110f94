//! People: who has an account, as far as drafts and revisions name them.

use std::fmt;

use uuid::Uuid;

/// Identifier of a person; stays when everything else about them is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub Uuid);

/// What stands before the identifier where a text names a person.
const PREFIX: &str = "person/";

impl PersonId {
    /// Reads `person/` and a UUID in the form in which [`PersonId`] is displayed: what the author of a revision is when it is a person.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(Uuid::parse_str(text.strip_prefix(PREFIX)?).ok()?);
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", self.0.hyphenated())
    }
}

impl serde::Serialize for PersonId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

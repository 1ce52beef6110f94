//! People: who has an account, how they are named in what they sign, and under which handle others find them.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::date::day_of;
use crate::email::EmailAddress;
use crate::fold::words;
use crate::language::Locale;
use crate::permission::{Actor, may_see_field};
use crate::profile::{Profile, Seen};
use crate::role::Roles;
use crate::slug::Slug;

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

/// The name that a person chooses for addresses (`/people/{handle}`): a slug of 2 to 40 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Handle(Slug);

/// Longest handle, in bytes.
pub const LONGEST_HANDLE: usize = 40;
/// Room for a number behind a handle that is taken.
const ROOM: usize = 8;

impl Handle {
    /// Reads a handle.
    ///
    /// # Errors
    /// `HandleError` when the text is no slug or has fewer than 2 or more than 40 characters.
    pub fn parse(text: &str) -> Result<Self, HandleError> {
        if !(2..=LONGEST_HANDLE).contains(&text.len()) {
            return Err(HandleError);
        }
        Slug::parse(text).map(Self).map_err(|_| HandleError)
    }

    /// A handle made of somebody's name, for them to change: `José da Silva` gives `jose-da-silva`; `None` when the name has no Latin letter.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ascii = |word: String| -> String { word.chars().filter(char::is_ascii_alphanumeric).collect() };
        let words: Vec<String> = words(name).into_iter().map(ascii).filter(|word| !word.is_empty()).collect();
        let mut text = words.join("-");
        text.truncate(LONGEST_HANDLE - ROOM);
        Self::parse(text.trim_matches('-')).ok()
    }

    /// This handle with a number, for when it is taken: `amina-2`.
    ///
    /// # Errors
    /// `HandleError` when that gets too long.
    pub fn numbered(&self, number: u32) -> Result<Self, HandleError> {
        Self::parse(&format!("{self}-{number}"))
    }

    /// The handle as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is no handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a handle has 2 to {LONGEST_HANDLE} of a-z, 0-9 and single inner hyphens")]
pub struct HandleError;

/// A person with an account. Of somebody whose account was erased nothing is left but the identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Chosen name in addresses; unique.
    pub handle: Handle,
    /// Where mail goes; unique. Only somebody whom the operator made an administrator may be without one for a while.
    pub email: Option<EmailAddress>,
    /// Language of pages and mails.
    pub locale: Locale,
    /// What they are trusted with.
    pub roles: Roles,
    /// What they tell about themselves.
    pub profile: Profile,
    /// First sign-in.
    pub created_at: Timestamp,
    /// Last day on which they were signed in; the day is enough to find accounts that nobody uses.
    pub last_seen_on: Date,
}

impl Person {
    /// Somebody new: no roles, nothing told.
    #[must_use]
    pub fn new(id: PersonId, handle: Handle, email: Option<EmailAddress>, locale: Locale, now: Timestamp) -> Self {
        Self { id, handle, email, locale, roles: Roles::NONE, profile: Profile::default(), created_at: now, last_seen_on: day_of(now) }
    }

    /// What a viewer gets to see of the profile.
    #[must_use]
    pub fn seen_by(&self, viewer: Actor<'_>) -> Seen<'_> {
        self.profile.seen(|visibility| may_see_field(viewer, self.id, visibility))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_person_is_named_by_one_text_only() {
        let id = PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_00ab));
        assert_eq!(id.to_string(), "person/01900000-0000-7000-8000-0000000000ab");
        assert_eq!(PersonId::parse(&id.to_string()), Some(id));
        for text in [
            "",
            "operator",
            "person/",
            "person/01900000-0000-7000-8000-0000000000AB",
            "person/019000000000700080000000000000ab",
            "person/{01900000-0000-7000-8000-0000000000ab}",
            "01900000-0000-7000-8000-0000000000ab",
        ] {
            assert_eq!(PersonId::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_handle_is_a_short_slug() {
        for (text, valid) in [("amina", true), ("a1", true), ("a", false), ("", false), ("Amina", false), ("a--b", false), ("../x", false)] {
            assert_eq!(Handle::parse(text).is_ok(), valid, "{text:?}");
        }
        assert!(Handle::parse(&"a".repeat(40)).is_ok() && Handle::parse(&"a".repeat(41)).is_err());
    }

    #[test]
    fn a_name_suggests_a_handle() {
        for (name, expected) in [
            ("José da Silva", Some("jose-da-silva")),
            ("  O’Brien, Máire ", Some("o-brien-maire")),
            ("李明 (Li Ming)", Some("li-ming")),
            ("أمينة", None),
            ("X", None),
            ("", None),
            ("Maria Antonieta de las Nieves y Castillo", Some("maria-antonieta-de-las-nieves-y")),
        ] {
            assert_eq!(Handle::of_name(name).as_ref().map(Handle::as_str), expected, "{name:?}");
        }
        assert_eq!(Handle::parse("amina").expect("a handle").numbered(2).expect("short enough").as_str(), "amina-2");
    }

    proptest! {
        #[test]
        fn any_name_suggests_a_valid_handle_or_none(name in "\\PC{0,60}") {
            if let Some(handle) = Handle::of_name(&name) {
                prop_assert_eq!(Handle::parse(handle.as_str()), Ok(handle.clone()));
                prop_assert!(handle.numbered(999_999).is_ok());
            }
        }

        #[test]
        fn no_text_makes_reading_a_person_panic(text in "(person/)?\\PC{0,40}") {
            if let Some(id) = PersonId::parse(&text) {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}

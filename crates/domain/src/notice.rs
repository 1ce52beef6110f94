//! Notices: what a person is told, on which topics, and how often it is also mailed.
//!
//! Pure: the caller passes the present time. Keeping notices is `store::notice`, their words are messages of `locales`.

use jiff::civil::ISOWeekDate;
use jiff::{SignedDuration, Timestamp, tz::Offset};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::vocabulary::vocabulary;

/// How long a notice is worth a mail: what was not mailed in this time (nobody ran the instance, or the person wanted no mails) is not mailed any more.
pub const WORTH_MAILING: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Longest address that a notice leads to, in bytes.
const LONGEST_PATH: usize = 500;

vocabulary! {
    /// What a notice is about. A person chooses for each topic how often it is mailed.
    Topic, "topic of a notice" {
        SignIn = "sign-in",
        Review = "review",
        Mandate = "mandate",
        Freshness = "freshness",
        Translation = "translation",
        Objection = "objection",
        NewRecords = "digest-of-new-records",
    }
}

vocabulary! {
    /// How often notices are mailed.
    Frequency, "frequency" {
        AtOnce = "at-once",
        Daily = "daily",
        Weekly = "weekly",
        Never = "never",
    }
}

impl Topic {
    /// The frequencies that a person can choose from.
    ///
    /// Nobody gets in without the mails for signing in, so they cannot be turned off; a digest gathers, so it cannot come at once.
    #[must_use]
    pub const fn choices(self) -> &'static [Frequency] {
        match self {
            Self::SignIn => &[Frequency::AtOnce],
            Self::NewRecords => &[Frequency::Daily, Frequency::Weekly, Frequency::Never],
            _ => Frequency::ALL,
        }
    }

    /// The frequency for who chose none: what somebody waits for comes at once, what can wait once a week, and what nobody asked for never.
    #[must_use]
    pub const fn usual(self) -> Frequency {
        match self {
            Self::SignIn | Self::Review | Self::Mandate | Self::Freshness | Self::Objection => Frequency::AtOnce,
            Self::Translation => Frequency::Weekly,
            Self::NewRecords => Frequency::Never,
        }
    }

    /// The frequency in force for what a person chose, if anything.
    #[must_use]
    pub fn frequency(self, chosen: Option<Frequency>) -> Frequency {
        chosen.filter(|frequency| self.choices().contains(frequency)).unwrap_or(self.usual())
    }
}

/// Whether notices of this frequency may be mailed to a person who got the last mail of this frequency at `last_mailed`.
///
/// One mail a day or a week, counted by the calendar in UTC (weeks begin on Monday), so that the hour does not wander.
#[must_use]
pub fn due(frequency: Frequency, last_mailed: Option<Timestamp>, now: Timestamp) -> bool {
    let day = |at: Timestamp| Offset::UTC.to_datetime(at).date();
    let week = |at| {
        let week: ISOWeekDate = day(at).iso_week_date();
        (week.year(), week.week())
    };
    match (frequency, last_mailed) {
        (Frequency::Never, _) => false,
        (Frequency::AtOnce, _) | (_, None) => true,
        (Frequency::Daily, Some(last)) => day(now) > day(last),
        (Frequency::Weekly, Some(last)) => week(now) > week(last),
    }
}

/// Why a notice or a preference cannot be as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// The key of a message has a-z, 0-9 and hyphens.
    #[error("this is no key of a message")]
    Message,
    /// Messages take texts and numbers.
    #[error("an argument of a message is a text or a number")]
    Argument,
    /// A notice leads to a page of this site.
    #[error("this is no address of this site")]
    Path,
    /// The topic cannot be mailed this often, or this seldom.
    #[error("notices on {0} cannot be mailed {1}")]
    Frequency(Topic, Frequency),
}

/// What a person chose for a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    topic: Topic,
    frequency: Frequency,
}

impl Preference {
    /// A choice that the topic offers.
    ///
    /// # Errors
    /// `Frequency` when it is none of [`Topic::choices`].
    pub fn new(topic: Topic, frequency: Frequency) -> Result<Self, NoticeError> {
        if topic.choices().contains(&frequency) { Ok(Self { topic, frequency }) } else { Err(NoticeError::Frequency(topic, frequency)) }
    }

    /// The topic.
    #[must_use]
    pub const fn topic(self) -> Topic {
        self.topic
    }

    /// How often it is mailed.
    #[must_use]
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }
}

/// Something that a person is told, in no language yet: a message with its arguments, and the page where there is more.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    person: Uuid,
    topic: Topic,
    message: String,
    arguments: Map<String, Value>,
    path: String,
}

impl Notice {
    /// A notice to a person.
    ///
    /// `message` is a key of `locales`; `arguments` are texts and numbers; `path` is an address of this site without the language: `/desk`.
    ///
    /// # Errors
    /// `Message`, `Argument`, `Path`.
    pub fn new(person: Uuid, topic: Topic, message: &str, arguments: Map<String, Value>, path: &str) -> Result<Self, NoticeError> {
        if !is_key(message) {
            return Err(NoticeError::Message);
        }
        if !arguments.values().all(|value| value.is_string() || value.is_number()) {
            return Err(NoticeError::Argument);
        }
        if !is_path(path) {
            return Err(NoticeError::Path);
        }
        Ok(Self { person, topic, message: message.to_owned(), arguments, path: path.to_owned() })
    }

    /// Who is told.
    #[must_use]
    pub const fn person(&self) -> Uuid {
        self.person
    }

    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        self.topic
    }

    /// Key of the message.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Arguments of the message: texts and numbers.
    #[must_use]
    pub const fn arguments(&self) -> &Map<String, Value> {
        &self.arguments
    }

    /// The page where there is more, without the language.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// An address below the root of this site. `//host` and `/\host` would lead a browser elsewhere.
fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && !text.starts_with("//")
        && text.len() <= LONGEST_PATH
        && text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'\\' | b'<' | b'>' | b'"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn mails_come_once_a_day_or_week_of_the_calendar() {
        let monday = at("2026-06-01T05:00:00Z");
        for (frequency, last, expected) in [
            (Frequency::AtOnce, None, true),
            (Frequency::AtOnce, Some("2026-06-01T04:59:59Z"), true),
            (Frequency::Daily, None, true),
            (Frequency::Daily, Some("2026-06-01T00:00:00Z"), false),
            (Frequency::Daily, Some("2026-05-31T23:59:59Z"), true),
            (Frequency::Daily, Some("2026-06-02T00:00:00Z"), false), // a clock that ran ahead mails nothing twice
            (Frequency::Weekly, None, true),
            (Frequency::Weekly, Some("2026-06-01T00:00:00Z"), false),
            (Frequency::Weekly, Some("2026-05-31T23:59:59Z"), true),
            (Frequency::Weekly, Some("2026-05-25T00:00:00Z"), true),
            (Frequency::Never, None, false),
            (Frequency::Never, Some("2020-01-01T00:00:00Z"), false),
        ] {
            assert_eq!(due(frequency, last.map(at), monday), expected, "{frequency} after {last:?}");
        }
        // 31 December 2026 and 1 January 2027 are in the same week.
        assert!(!due(Frequency::Weekly, Some(at("2026-12-31T09:00:00Z")), at("2027-01-01T09:00:00Z")));
        assert!(due(Frequency::Weekly, Some(at("2026-12-31T09:00:00Z")), at("2027-01-04T00:00:00Z")));
    }

    #[test]
    fn every_topic_has_a_usual_frequency_that_can_be_chosen() {
        for &topic in Topic::ALL {
            assert!(topic.choices().contains(&topic.usual()), "{topic}");
            for &frequency in Frequency::ALL {
                let offered = topic.choices().contains(&frequency);
                assert_eq!(Preference::new(topic, frequency).is_ok(), offered, "{topic} {frequency}");
                assert_eq!(topic.frequency(Some(frequency)), if offered { frequency } else { topic.usual() });
            }
            assert_eq!(topic.frequency(None), topic.usual());
        }
    }

    #[test]
    fn mails_for_signing_in_come_at_once_and_cannot_be_turned_off() {
        let refused = Err(NoticeError::Frequency(Topic::SignIn, Frequency::Never));
        assert_eq!(Preference::new(Topic::SignIn, Frequency::Never), refused);
        assert_eq!(Topic::SignIn.frequency(Some(Frequency::Never)), Frequency::AtOnce);
    }

    fn check(message: &str, argument: Value, path: &str, expected: Option<NoticeError>) {
        let arguments = Map::from_iter([("title".to_owned(), argument)]);
        let notice = Notice::new(Uuid::nil(), Topic::Review, message, arguments, path);
        assert_eq!(notice.err(), expected, "{message:?} {path:?}");
    }

    #[test]
    fn a_notice_has_a_message_plain_arguments_and_a_page_of_this_site() {
        check("notice-draft-waits", "Vivero".into(), "/desk", None);
        check("notice-draft-waits", 3.into(), "/practices/vivero?draft=1#steps", None);
        check("", "x".into(), "/desk", Some(NoticeError::Message));
        check("Notice", "x".into(), "/desk", Some(NoticeError::Message));
        check("-x", "x".into(), "/desk", Some(NoticeError::Message));
        check("notice", Value::Null, "/desk", Some(NoticeError::Argument));
        check("notice", serde_json::json!(["x"]), "/desk", Some(NoticeError::Argument));
        for path in [
            "",
            "desk",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "https://elsewhere.example",
            "/a b",
            "/a\r\nb",
            "/ñ",
            &format!("/{}", "a".repeat(500)),
        ] {
            check("notice", "x".into(), path, Some(NoticeError::Path));
        }
    }
}

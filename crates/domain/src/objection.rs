//! Objections: an organization that a record names says that it is not theirs, or wrong; the answer stands beside it.
//!
//! Both are public. While an objection is open its record is contested, and its figures count nowhere.

use jiff::Timestamp;
use uuid::Uuid;

use crate::kind::Kind;
use crate::read::{Problem, free_text};
use crate::record::{Body, RecordKey};
use crate::resolve::Directory;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why an organization objects.
    Ground, "ground of an objection" {
        /// The organization has no part in it.
        NotOurs = "not-ours",
        /// What the record states is wrong.
        Wrong = "wrong",
    }
}

vocabulary! {
    /// How an objection ended.
    Outcome, "outcome of an objection" {
        /// It was right: the record was changed or withdrawn.
        Upheld = "upheld",
        /// It was not: the record stays as it is.
        Rejected = "rejected",
        /// The sides agreed on something between.
        Settled = "settled",
    }
}

/// The end of an objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// How it ended.
    pub outcome: Outcome,
    /// Why, for everybody to read.
    pub text: String,
    /// Who answered; not public.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// An objection of an organization to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Identifier.
    pub id: Uuid,
    /// Who objects.
    pub organization: Slug,
    /// On which ground.
    pub ground: Ground,
    /// Why, for everybody to read.
    pub reason: String,
    /// Who wrote it for the organization; not public.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The answer; none while the objection is open.
    pub answer: Option<Answer>,
}

/// Why an objection cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// It has its answer.
    #[error("the objection is answered already")]
    Answered,
    /// The text will not do.
    #[error("the text of the answer {0}")]
    Text(Problem),
}

impl Objection {
    /// A new, open objection.
    ///
    /// # Errors
    /// What is wrong with the reason.
    pub fn raise(id: Uuid, organization: Slug, ground: Ground, reason: &str, by: &str, at: Timestamp) -> Result<Self, Problem> {
        Ok(Self { id, organization, ground, reason: free_text(reason)?, by: by.to_owned(), at, answer: None })
    }

    /// Ends the objection.
    ///
    /// # Errors
    /// `Answered`; `Text` with what is wrong with the text.
    pub fn answer(self, outcome: Outcome, text: &str, by: &str, at: Timestamp) -> Result<Self, AnswerError> {
        if !self.is_open() {
            return Err(AnswerError::Answered);
        }
        let text = free_text(text).map_err(AnswerError::Text)?;
        Ok(Self { answer: Some(Answer { outcome, text, by: by.to_owned(), at }), ..self })
    }

    /// Whether it waits for its answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

/// Whether the figures of a record with these objections count: while one of them is open they do not.
#[must_use]
pub fn counts(objections: &[Objection]) -> bool {
    !objections.iter().any(Objection::is_open)
}

/// Whether a record names an organization, so that it can object: as partner, organiser or publisher, or because the record is its own.
#[must_use]
pub fn is_named(directory: &Directory, key: &RecordKey, body: &Body, organization: &Slug) -> bool {
    let is_it = |key: &RecordKey| key.kind == Kind::Organization && key.slug == *organization;
    is_it(key) || body.mentions().into_iter().any(|(_, name, country)| directory.resolve(name, country).is_some_and(is_it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::read_line;

    fn objection() -> Objection {
        let slug = Slug::parse("senai").expect("a slug");
        Objection::raise(Uuid::nil(), slug, Ground::NotOurs, " We left in 2019.\r\nSee our site. ", "person/1", Timestamp::UNIX_EPOCH)
            .expect("a reason")
    }

    #[test]
    fn an_objection_is_open_until_it_is_answered_once() {
        let open = objection();
        assert_eq!(open.reason, "We left in 2019.\nSee our site.");
        assert_eq!(open.clone().answer(Outcome::Upheld, " ", "person/2", Timestamp::UNIX_EPOCH), Err(AnswerError::Text(Problem::Empty)));
        let answered = open.clone().answer(Outcome::Upheld, "Withdrawn.", "person/2", Timestamp::UNIX_EPOCH).expect("open");
        assert_eq!(answered.clone().answer(Outcome::Settled, "Again.", "person/2", Timestamp::UNIX_EPOCH), Err(AnswerError::Answered));
        for (objections, expected) in [(vec![], true), (vec![open.clone()], false), (vec![answered.clone()], true), (vec![answered, open], false)] {
            assert_eq!(counts(&objections), expected);
        }
    }

    #[test]
    fn an_organization_objects_to_what_names_it() {
        let organization = read_line(
            r#"{"kind":"organization","slug":"senai","title":{"pt":"Serviço Nacional"},"name":{"pt":"Serviço Nacional"},"acronym":"SENAI",
            "constituency":"employers","country":"BR","summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"S"}]}"#,
        )
        .expect("valid");
        let course = read_line(
            r#"{"kind":"course","slug":"c","title":{"en":"T"},"organisers":["Serviço Nacional (SENAI)"],"summary":{"en":"S."},
            "sources":[{"url":"https://example.org","title":"S"}]}"#,
        )
        .expect("valid");
        let directory = Directory::new([(&organization.0, &organization.1)]);
        for (record, slug, expected) in [(&course, "senai", true), (&course, "ilo", false), (&organization, "senai", true)] {
            assert_eq!(is_named(&directory, &record.0, &record.1, &Slug::parse(slug).expect("a slug")), expected, "{} {slug}", record.0);
        }
    }
}

//! How far a record is kept true, and by whom, for other programs; never a person.

use ayni_domain::{Record, Steward};
use serde::Serialize;
use utoipa::ToSchema;

/// How far a record is kept true, and by whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Care {
    /// `green`, `yellow`, `red` or `inactive`: how long ago somebody should have looked at the record again.
    light: &'static str,
    /// Whether an organization that it names objects to it and has no answer yet; until then its figures count nowhere.
    contested: bool,
    /// The day on which somebody is to look at it again: `2027-03-01`.
    review_on: String,
    /// Who keeps it true: `secretariat`, `organization/{slug}`, or null where it is a person.
    steward: Option<String>,
    /// The language in which it was written, as BCP 47 tag; the other texts are translations.
    original: String,
}

impl Care {
    pub fn of(record: &Record) -> Self {
        let envelope = &record.envelope;
        Self {
            light: envelope.light.code(),
            contested: envelope.contested,
            review_on: envelope.review_on.to_string(),
            steward: match &envelope.steward {
                Steward::Person(_) => None,
                public => Some(public.to_string()),
            },
            original: record.body.original_language().to_string(),
        }
    }
}

//! Courses: what the academy offers or offered.

use serde::Serialize;

use crate::date::{PartialDate, Period};
use crate::read::Fields;
use crate::record::Common;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a course is held.
    CourseFormat, "format of course" {
        FaceToFace = "face-to-face",
        Online = "online",
        Blended = "blended",
    }
}

/// A course.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Course {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// How it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<CourseFormat>,
    /// Who holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisers: Vec<String>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// How many took part, as the source states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
    /// The programme it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
}

impl Course {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Self {
        let (start, end) = read_dates(fields);
        Self {
            common,
            format: fields.code("format"),
            organisers: fields.strings("organisers"),
            start,
            end,
            place: fields.string("place"),
            audience: fields.string("audience"),
            participants: fields.count("participants"),
            programme: fields.string("programme"),
        }
    }
}

/// Reads `start` and `end`; an end without a start, or before it, is an issue.
pub(crate) fn read_dates(fields: &mut Fields<'_>) -> (Option<PartialDate>, Option<PartialDate>) {
    let start: Option<PartialDate> = fields.code("start");
    let end: Option<PartialDate> = fields.code("end");
    match (start, end) {
        (None, Some(_)) => fields.rule("end", "has no start"),
        (Some(start), end) if Period::new(start, end).is_none() => fields.rule("end", "lies before the start"),
        _ => {}
    }
    (start, end)
}

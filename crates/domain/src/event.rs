//! Events: expos, forums, seminars, study tours and learning journeys.

use serde::Serialize;

use crate::country::Country;
use crate::course::read_dates;
use crate::date::PartialDate;
use crate::read::Fields;
use crate::record::Common;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What an event is.
    EventType, "type of event" {
        Expo = "expo",
        Forum = "forum",
        Conference = "conference",
        Seminar = "seminar",
        Workshop = "workshop",
        Meeting = "meeting",
        StudyTour = "study-tour",
        LearningJourney = "learning-journey",
        Webinar = "webinar",
    }
}

/// A stop of a learning journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stop {
    /// Where.
    pub place: String,
    /// In which country.
    pub country: Country,
    /// What is learned there.
    pub topic: String,
}

impl Stop {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (place, country, topic) = (fields.string("place"), fields.code("country"), fields.string("topic"));
        Some(Self { place: fields.require("place", place)?, country: fields.require("country", country)?, topic: fields.require("topic", topic)? })
    }
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// What it is.
    #[serde(rename = "type")]
    pub event_type: EventType,
    /// Who held it.
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
    /// How many took part, as the source states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participants: Option<u32>,
    /// Stops of a learning journey or study tour, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
}

impl Event {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Option<Self> {
        let event_type = fields.code("type");
        let (start, end) = read_dates(fields);
        Some(Self {
            common,
            organisers: fields.strings("organisers"),
            start,
            end,
            place: fields.string("place"),
            participants: fields.count("participants"),
            stops: fields.objects("stops", Stop::read),
            event_type: fields.require("type", event_type)?,
        })
    }
}

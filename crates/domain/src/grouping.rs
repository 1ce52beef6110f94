//! Groupings: blocs and networks of countries, with dated membership.

use jiff::civil::Date;
use serde::Serialize;

use crate::country::Country;
use crate::date::{PartialDate, Period};
use crate::read::{Fields, Problem};
use crate::record::Common;

/// A country's time in a grouping; a country that left and came back has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Membership {
    /// The member.
    pub country: Country,
    /// First day; absent where the source does not say, which counts as "always".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Day of leaving: the first day on which it was no longer a member; absent while it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
}

impl Membership {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let country = fields.code("country");
        let (since, until): (Option<PartialDate>, _) = (fields.code("since"), fields.code("until"));
        if since.is_some_and(|since| Period::new(since, until).is_none()) {
            fields.rule("until", "lies before `since`");
        }
        Some(Self { country: fields.require("country", country)?, since, until })
    }

    /// Whether the country was a member on a day.
    ///
    /// A membership known by year or month begins on the first day of it; one that ended in a year known only as such held until the year began.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since.first_day() <= day) && self.until.is_none_or(|until| day < until.first_day())
    }
}

/// A bloc or network of countries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Grouping {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// Short form of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Members with their dates.
    pub members: Vec<Membership>,
    /// Seat of the secretariat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretariat: Option<String>,
}

impl Grouping {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Self {
        let read = Self {
            common,
            acronym: fields.string("acronym"),
            members: fields.objects("members", Membership::read),
            secretariat: fields.string("secretariat"),
        };
        if read.members.is_empty() {
            fields.issue("members", None, Problem::Missing);
        }
        read
    }

    /// The members on a day, by code.
    #[must_use]
    pub fn members_on(&self, day: Date) -> Vec<Country> {
        let mut members: Vec<_> = self.members.iter().filter(|m| m.holds_on(day)).map(|m| m.country).collect();
        members.sort_unstable();
        members.dedup();
        members
    }

    /// Whether a country was a member on a day.
    #[must_use]
    pub fn has_member_on(&self, country: Country, day: Date) -> bool {
        self.members.iter().any(|m| m.country == country && m.holds_on(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Body, read_line};

    fn grouping(slug: &str) -> Grouping {
        let lines = include_str!("../../../corpus/groupings.jsonl");
        let line = lines.lines().find(|line| line.contains(&format!("\"slug\": \"{slug}\""))).expect("the grouping is in the corpus");
        match read_line(line).expect("a valid record").1 {
            Body::Grouping(grouping) => grouping,
            other => panic!("{slug} is a {:?}", other.kind()),
        }
    }

    fn check(slug: &str, day: &str, expected: &str) {
        let members = grouping(slug).members_on(day.parse().expect("a day"));
        assert_eq!(members.iter().map(|c| c.code()).collect::<Vec<_>>().join(" "), expected, "{slug} on {day}");
    }

    #[test]
    fn a_figure_for_a_day_counts_the_members_of_that_day() {
        check("brics", "2009-06-15", "");
        check("brics", "2009-06-16", "BR CN IN RU");
        check("brics", "2023-06-01", "BR CN IN RU ZA");
        check("brics", "2024-01-01", "AE BR CN EG ET IN IR RU ZA");
        check("brics", "2025-01-05", "AE BR CN EG ET IN IR RU ZA");
        check("brics", "2025-01-06", "AE BR CN EG ET ID IN IR RU ZA");
        check("ibsa", "2010-01-01", "BR IN ZA");
    }
}

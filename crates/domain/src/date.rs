//! Dates as sources state them: a year, a month or a day; and periods between two.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::read::Code;

/// The day of a moment, in UTC: the same for all who look.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}

/// A date that may know only its year or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` between 1800 and 2200; the day must exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, n: usize| (part.len() == n && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i16>().ok()).flatten();
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() || matches!(month, Some(None)) || matches!(day, Some(None)) {
            return None;
        }
        let small = |n: Option<Option<i16>>| n.flatten().and_then(|n| i8::try_from(n).ok());
        let date = Self { year, month: small(month), day: small(day) };
        Date::new(year, date.month.unwrap_or(1), date.day.unwrap_or(1)).ok()?;
        (1800..=2200).contains(&year).then_some(date)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month from 1 to 12, where known.
    #[must_use]
    pub const fn month(self) -> Option<i8> {
        self.month
    }

    /// Day of the month, where known.
    #[must_use]
    pub const fn day(self) -> Option<i8> {
        self.day
    }

    /// First day that the date can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::MIN)
    }

    /// Last day that the date can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            (None, None) => self.first_day().last_of_year(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::code(deserializer)
    }
}

impl Code for PartialDate {
    const WHAT: &'static str = "date (YYYY, YYYY-MM or YYYY-MM-DD)";
    fn from_code(code: &str) -> Option<Self> {
        Self::parse(code)
    }
}

/// When something took place; an absent end means that the source names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    /// Begin.
    pub start: PartialDate,
    /// End, included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
}

impl<'de> serde::Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Days {
            start: PartialDate,
            end: Option<PartialDate>,
        }
        let Days { start, end } = Days::deserialize(deserializer)?;
        Self::new(start, end).ok_or_else(|| serde::de::Error::custom("the end lies before the start"))
    }
}

impl Period {
    /// A period that does not end before it starts.
    #[must_use]
    pub fn new(start: PartialDate, end: Option<PartialDate>) -> Option<Self> {
        match end {
            Some(end) if end.last_day() < start.first_day() => None,
            _ => Some(Self { start, end }),
        }
    }

    /// The years that the period touches, first to last; the first alone where no end is known.
    pub fn years(self) -> impl Iterator<Item = i16> {
        self.start.year()..=self.end.map_or(self.start.year(), PartialDate::year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_know_what_they_do_not_know() {
        for (text, first, last) in
            [("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2023-06-01", "2023-06-01", "2023-06-01")]
        {
            let date = PartialDate::parse(text).expect(text);
            assert_eq!((date.first_day().to_string().as_str(), date.last_day().to_string().as_str()), (first, last));
            assert_eq!(date.to_string(), text);
        }
        for text in ["", "23", "2023-13", "2023-02-30", "2023-2", "2023-02-01-01", "1799", "+202", "２０２３"] {
            assert_eq!(PartialDate::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_starts() {
        let date = |text| PartialDate::parse(text).expect(text);
        assert!(Period::new(date("2020-05"), Some(date("2020"))).is_some());
        assert!(Period::new(date("2020-05"), Some(date("2020-04-30"))).is_none());
        let years: Vec<_> = Period::new(date("2018-11"), Some(date("2020"))).expect("a period").years().collect();
        assert_eq!(years, [2018, 2019, 2020]);
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_writing_gives_the_same(text in "\\PC{0,12}|[0-9]{4}(-[0-9]{2}){0,2}") {
            if let Some(date) = PartialDate::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.first_day() <= date.last_day());
            }
        }
    }
}

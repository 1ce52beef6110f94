//! Freshness: how a record stands to the day on which somebody should have looked at it again.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The light that a record shows, the best first.
    Light, "light" {
        /// Looked at in time.
        Green = "green",
        /// The day of review has passed.
        Yellow = "yellow",
        /// It passed long ago.
        Red = "red",
        /// Nobody answered: the record waits for somebody to adopt it.
        Inactive = "inactive",
    }
}

/// Days after the day of review on which a record is still yellow.
const YELLOW_DAYS: i32 = 60;
/// Days after the day of review on which a record is still red.
const RED_DAYS: i32 = 180;

impl Light {
    /// The days of review, first and last, that give this light today.
    #[must_use]
    pub fn review_days(self, today: Date) -> (Date, Date) {
        let ago = |days: i32| today.saturating_sub(days.days());
        match self {
            Self::Green => (today, Date::MAX),
            Self::Yellow => (ago(YELLOW_DAYS), ago(1)),
            Self::Red => (ago(RED_DAYS), ago(YELLOW_DAYS + 1)),
            Self::Inactive => (Date::MIN, ago(RED_DAYS + 1)),
        }
    }
}

/// The light of a record whose day of review is `review_on`: green up to that day, then yellow for 60 days, red up to the 180th, then inactive.
#[must_use]
pub fn light(review_on: Date, today: Date) -> Light {
    let gives = |light: &Light| {
        let (first, last) = light.review_days(today);
        (first..=last).contains(&review_on)
    };
    Light::ALL.iter().copied().find(gives).unwrap_or(Light::Inactive)
}

/// The day on which the light will be another, if nobody looks at the record; `None` when it is inactive and stays so.
#[must_use]
pub fn next_change(review_on: Date, today: Date) -> Option<Date> {
    [0, YELLOW_DAYS, RED_DAYS].map(|days| review_on.saturating_add((days + 1).days())).into_iter().find(|day| *day > today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(review_on: &str, today: &str, expected: Light, next: Option<&str>) {
        let day = |text: &str| text.parse::<Date>().expect(text);
        assert_eq!(light(day(review_on), day(today)), expected, "{review_on} {today}");
        assert_eq!(next_change(day(review_on), day(today)), next.map(day), "{review_on} {today}");
    }

    #[test]
    fn a_record_turns_yellow_red_and_inactive_when_nobody_looks_at_it() {
        check("2026-03-01", "2024-03-01", Light::Green, Some("2026-03-02"));
        check("2026-03-01", "2026-03-01", Light::Green, Some("2026-03-02"));
        check("2026-03-01", "2026-03-02", Light::Yellow, Some("2026-05-01"));
        check("2026-03-01", "2026-04-30", Light::Yellow, Some("2026-05-01"));
        check("2026-03-01", "2026-05-01", Light::Red, Some("2026-08-29"));
        check("2026-03-01", "2026-08-28", Light::Red, Some("2026-08-29"));
        check("2026-03-01", "2026-08-29", Light::Inactive, None);
        check("2026-03-01", "2036-03-01", Light::Inactive, None);
        check("2023-12-31", "2024-02-29", Light::Yellow, Some("2024-03-01"));
    }

    fn days() -> impl Strategy<Value = Date> {
        (1990i16..2200, 1i16..=365).prop_map(|(year, day)| Date::constant(year, 1, 1).saturating_add(i32::from(day).days()))
    }

    proptest! {
        #[test]
        fn each_day_of_review_gives_one_light_that_holds_until_the_next_change(review_on in days(), today in days()) {
            let giving: Vec<Light> = Light::ALL.iter().copied().filter(|l| {
                let (first, last) = l.review_days(today);
                first <= review_on && review_on <= last
            }).collect();
            let now = light(review_on, today);
            prop_assert_eq!(giving, [now]);
            if let Some(day) = next_change(review_on, today) {
                prop_assert_eq!(light(review_on, day.saturating_sub(1.day())), now);
                prop_assert!(light(review_on, day) > now);
            }
        }
    }
}

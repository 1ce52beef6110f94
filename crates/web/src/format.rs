//! Dates, numbers and sorting as each language has them (Unicode CLDR).

use std::cmp::Ordering;
use std::sync::LazyLock;

use ayni_domain::{Locale, PartialDate, Period};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD};
use icu::datetime::input::Date as IcuDate;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

struct Formats {
    number: Option<DecimalFormatter>,
    day: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    collator: Option<CollatorBorrowed<'static>>,
}

static FORMATS: LazyLock<Vec<Formats>> = LazyLock::new(|| {
    let make = |locale: &Locale| {
        // Western digits in all languages: figures are compared across them, and most Arabic portals write them so.
        let tag: Option<icu::locale::Locale> = format!("{}-u-nu-latn", locale.code()).parse().ok();
        let tag = tag.unwrap_or(icu::locale::Locale::UNKNOWN);
        Formats {
            number: DecimalFormatter::try_new((&tag).into(), Default::default()).ok(),
            day: DateTimeFormatter::try_new((&tag).into(), YMD::long()).ok(),
            month: DateTimeFormatter::try_new((&month_tag(*locale).unwrap_or_else(|| tag.clone())).into(), YM::long()).ok(),
            collator: Collator::try_new((&tag).into(), CollatorOptions::default()).ok(),
        }
    };
    Locale::ALL.iter().map(make).collect()
});

/// Another tag for a month with its year: with the data of `pt` the library (icu 2.4) fails on it, and both write it alike.
fn month_tag(locale: Locale) -> Option<icu::locale::Locale> {
    matches!(locale, Locale::Pt).then(|| "pt-PT-u-nu-latn".parse().ok()).flatten()
}

/// A whole number.
#[must_use]
pub fn number(locale: Locale, number: u64) -> String {
    let plain = || number.to_string();
    FORMATS[locale.index()].number.as_ref().map_or_else(plain, |format| format.format(&Decimal::from(number)).to_string())
}

/// A number with at most `digits` digits after the point.
#[must_use]
pub fn decimal(locale: Locale, value: f64, digits: i16) -> String {
    let text = format!("{value:.*}", usize::try_from(digits).unwrap_or(0));
    let decimal: Option<Decimal> = text.parse().ok();
    match (&FORMATS[locale.index()].number, decimal) {
        (Some(format), Some(mut decimal)) => {
            decimal.absolute.trim_end();
            format.format(&decimal).to_string()
        }
        _ => text,
    }
}

/// A day.
#[must_use]
pub fn day(locale: Locale, date: Date) -> String {
    let iso = IcuDate::try_new_iso(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
    match (&FORMATS[locale.index()].day, iso) {
        (Some(format), Ok(iso)) => format.format(&iso).to_string(),
        _ => date.to_string(),
    }
}

/// The day of a moment, in UTC.
#[must_use]
pub fn moment(locale: Locale, at: Timestamp) -> String {
    day(locale, at.to_zoned_datetime(TimeZone::UTC).date())
}

/// A moment to the minute, in UTC: the day as the language has it, the hours as all read them.
#[must_use]
pub fn minute(locale: Locale, at: Timestamp) -> String {
    let at = at.to_zoned_datetime(TimeZone::UTC);
    format!("{}, {} UTC", day(locale, at.date()), at.strftime("%H:%M"))
}

/// A date as far as it is known: a day, a month or a year.
#[must_use]
pub fn partial(locale: Locale, date: PartialDate) -> String {
    if date.day().is_some() {
        return day(locale, date.first_day());
    }
    let Some(month) = date.month() else { return date.year().to_string() };
    let iso = IcuDate::try_new_iso(i32::from(date.year()), month.unsigned_abs(), 1);
    match (&FORMATS[locale.index()].month, iso) {
        (Some(format), Ok(iso)) => format.format(&iso).to_string(),
        _ => date.to_string(),
    }
}

/// A period: one date, or two with a dash.
#[must_use]
pub fn period(locale: Locale, period: Period) -> String {
    let start = partial(locale, period.start);
    match period.end {
        Some(end) if end != period.start => format!("{start} – {}", partial(locale, end)),
        _ => start,
    }
}

/// The years of a period, short: `2012` or `2012–2015`.
#[must_use]
pub fn years(period: Period) -> String {
    match period.end {
        Some(end) if end.year() != period.start.year() => format!("{}–{}", period.start.year(), end.year()),
        _ => period.start.year().to_string(),
    }
}

/// A size in bytes, in kilobytes or megabytes with one digit.
#[must_use]
#[allow(clippy::cast_precision_loss)] // one digit is shown
pub fn size(locale: Locale, bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", decimal(locale, bytes as f64 / 1e3, 1))
    } else {
        format!("{} MB", decimal(locale, bytes as f64 / 1e6, 1))
    }
}

/// Compares two texts as the dictionary of a language orders them.
#[must_use]
pub fn compare(locale: Locale, a: &str, b: &str) -> Ordering {
    FORMATS[locale.index()].collator.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_the_language_has_them() {
        assert_eq!(number(Locale::En, 1_218), "1,218");
        assert_eq!(number(Locale::Fr, 1_218), "1\u{202f}218");
        assert_eq!(number(Locale::Ar, 1_218), "1,218");
        assert_eq!(decimal(Locale::Pt, 37.04, 1), "37");
        assert_eq!(decimal(Locale::Pt, 95.75, 1), "95,8");
        let date = |text| PartialDate::parse(text).expect(text);
        assert_eq!(partial(Locale::Pt, date("2023-02-27")), "27 de fevereiro de 2023");
        let months = ["February 2023", "février 2023", "febrero de 2023", "fevereiro de 2023", "فبراير 2023", "2023年2月", "февраль 2023\u{202f}г."];
        for (&locale, expected) in Locale::ALL.iter().zip(months) {
            assert_eq!(partial(locale, date("2023-02")), expected);
        }
        assert_eq!(partial(Locale::Zh, date("2023-02-27")), "2023年2月27日");
        assert_eq!(partial(Locale::Ru, date("2023")), "2023");
    }

    #[test]
    fn words_are_sorted_as_the_language_sorts_them() {
        let sort = |locale, words: &str| {
            let mut words: Vec<&str> = words.split(' ').collect();
            words.sort_by(|a, b| compare(locale, a, b));
            words.join(" ")
        };
        assert_eq!(sort(Locale::Fr, "Égypte Espagne Émirats Fidji"), "Égypte Émirats Espagne Fidji");
        assert_eq!(sort(Locale::Es, "Níger Nigeria Ñ Omán"), "Níger Nigeria Ñ Omán");
    }
}

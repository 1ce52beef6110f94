//! Memberships over time: one bar a row, with notches where nobody knows the date.

use std::fmt::Write;

use ayni_domain::PartialDate;

use crate::svg::{Dye, Picture, ems, escape, tenth, wrap};

const WIDTH: f64 = 720.0;
const ROW: f64 = 28.0;
const BAR: f64 = 16.0;
const TOP: f64 = 24.0;

/// One row: a member's time in a grouping, or a grouping in a country's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Who, in the reader's language.
    pub name: String,
    /// First day; `None` where no source says.
    pub since: Option<PartialDate>,
    /// Day of leaving; `None` where it has not ended or no source says.
    pub until: Option<PartialDate>,
}

/// Draws rows in the given order between the first and the last of `years`, both shown whole.
///
/// An end without a date is stepped instead of straight and runs to the edge of the years; nothing is invented. A date known
/// by year counts from the year's first day, as [`ayni_domain::grouping::Membership::holds_on`] does.
#[must_use]
pub fn memberships(rows: &[Membership], years: (i16, i16), rtl: bool, title: &str) -> String {
    let (first, last) = (f64::from(years.0.min(years.1)), f64::from(years.0.max(years.1)) + 1.0);
    let widest = rows.iter().map(|row| ems(&row.name) * 14.0).fold(0.0, f64::max);
    let start = (widest + 16.0).clamp(60.0, 240.0).round();
    let room = WIDTH - start - 10.0;
    let height = TOP + ROW * rows.len() as f64 + 8.0;
    let x = |year: f64| start + (year - first) / (last - first) * room;
    let mirrored = |x: f64| if rtl { WIDTH - x } else { x };

    let mut ticks = String::new();
    let mut body = String::new();
    let step = [1, 2, 5, 10, 20, 50, 100, 500, 1_000, 5_000].into_iter().find(|step| (last - first) / f64::from(*step) <= 9.0).unwrap_or(10_000);
    let mut year = (first / f64::from(step)).ceil() * f64::from(step);
    while year < last {
        let at = tenth(mirrored(x(year)));
        let _ = write!(ticks, "M{at} {TOP}V{}", tenth(height - 4.0));
        if x(year) + 20.0 < WIDTH {
            let _ = write!(body, "<text class=\"y\" x=\"{at}\" y=\"15\">{year}</text>");
        }
        year += f64::from(step);
    }
    for (at, row) in rows.iter().enumerate() {
        let y = TOP + ROW * at as f64 + (ROW - BAR) / 2.0;
        let short = wrap(&row.name, (start - 12.0) / 14.0 + 0.2, 1).join("");
        let _ = write!(body, "<text class=\"l\" x=\"{}\" y=\"{}\">{}</text>", tenth(mirrored(start - 10.0)), tenth(y + 13.0), escape(&short));
        let (from, to) = (row.since.map_or(first, day), row.until.map_or(last, day));
        let (from, to) = (from.clamp(first, last), to.clamp(first, last));
        if from < to || (row.since == row.until && row.since.is_some()) {
            body.push_str(&bar((x(from), x(to).max(x(from) + 2.0)), y, (row.since.is_none(), row.until.is_none()), &mirrored));
            body.push_str(&dates(row, (first, last), (x(from), x(to)), y, &mirrored));
        }
    }
    let body = format!("<path class=\"t\" d=\"{ticks}\"/>{body}");
    let rules =
        [(".t", "stroke", Dye::RULE), (".b", "fill", Dye::GREEN), (".d", "fill", Dye::PAPER), (".y", "fill", Dye::SOFT), (".l", "fill", Dye::INK)];
    let sheet = "text{font-size:14px;unicode-bidi:plaintext}.y{font-size:12px;text-anchor:middle}.l{text-anchor:end}.d{font-size:11px;font-weight:650;text-anchor:middle}.t{fill:none}";
    Picture { size: (WIDTH as i32, height as i32), title, description: "", language: None, rtl }.document(&rules, sheet, &body)
}

/// A date as a year with its part.
fn day(date: PartialDate) -> f64 {
    let month = f64::from(date.month().unwrap_or(1) - 1);
    f64::from(date.year()) + (month + f64::from(date.day().unwrap_or(1) - 1) / 31.0) / 12.0
}

/// A bar with straight ends, or stepped ones where the date is unknown.
fn bar((from, to): (f64, f64), y: f64, (open_start, open_end): (bool, bool), mirrored: &dyn Fn(f64) -> f64) -> String {
    let step = ((to - from) / 8.0).min(4.0);
    let at = |x: f64, down: f64| format!("{} {}", tenth(mirrored(x)), tenth(y + down));
    // down the end: four stairs in, four out
    let stairs = |x: f64, inward: f64, open: bool| -> Vec<String> {
        if !open {
            return vec![at(x, 0.0), at(x, BAR)];
        }
        [
            (0.0, 0.0),
            (0.0, 2.3),
            (1.0, 2.3),
            (1.0, 4.6),
            (2.0, 4.6),
            (2.0, 6.9),
            (3.0, 6.9),
            (3.0, 9.1),
            (2.0, 9.1),
            (2.0, 11.4),
            (1.0, 11.4),
            (1.0, 13.7),
            (0.0, 13.7),
            (0.0, BAR),
        ]
        .iter()
        .map(|(steps, down)| at(x + inward * step * steps, *down))
        .collect()
    };
    let mut corners = stairs(to, -1.0, open_end);
    corners.extend(stairs(from, 1.0, open_start).into_iter().rev());
    format!("<path class=\"b\" d=\"M{}z\"/>", corners.join(" "))
}

/// The years of known dates, inside the bar where there is room.
fn dates(row: &Membership, (first, last): (f64, f64), (from, to): (f64, f64), y: f64, mirrored: &dyn Fn(f64) -> f64) -> String {
    let shown = |date: Option<PartialDate>| date.filter(|date| (first..=last).contains(&day(*date)));
    let mut out = String::new();
    let (since, until) = (shown(row.since), shown(row.until));
    let needed = if since.is_some() && until.is_some() { 76.0 } else { 52.0 };
    if to - from >= needed {
        for (date, x) in [(since, from + 19.0), (until, to - 19.0)] {
            if let Some(date) = date {
                let _ = write!(out, "<text class=\"d\" x=\"{}\" y=\"{}\">{}</text>", tenth(mirrored(x)), tenth(y + 12.0), date.year());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::tests::assert_sound;

    fn row(name: &str, since: &str, until: &str) -> Membership {
        Membership { name: name.into(), since: PartialDate::parse(since), until: PartialDate::parse(until) }
    }

    #[test]
    fn any_rows_make_a_sound_picture() {
        let rows = [
            row("Brasil <&>", "2009-06-16", ""),
            row("?", "", ""),
            row("left", "2011", "2020-05-01"),
            row("later", "2190", ""),
            row("one day", "2010-01-01", "2010-01-01"),
        ];
        for years in [(2000, 2026), (2026, 2000), (2020, 2020), (i16::MIN, i16::MAX)] {
            for rtl in [false, true] {
                assert_sound(&memberships(&rows, years, rtl, "Members"));
                assert_sound(&memberships(&[], years, rtl, ""));
            }
        }
    }

    #[test]
    fn unknown_ends_are_stepped_and_known_ones_straight() {
        let corners = |since, until| {
            let svg = memberships(&[row("a", since, until)], (2000, 2026), false, "t");
            svg.split("class=\"b\" d=\"").nth(1).and_then(|rest| rest.split('z').next()).map(|data| data.split(' ').count() / 2)
        };
        assert_eq!(corners("2005", "2015"), Some(4));
        assert_eq!(corners("2005", ""), Some(16));
        assert_eq!(corners("", ""), Some(28));
        assert_eq!(corners("2031", ""), None, "what begins after the years shown has no bar");
    }

    #[test]
    fn dates_lie_within_their_year() {
        for (text, expected) in [("2009", 2009.0), ("2009-07", 2009.5), ("2009-12-31", 2009.997)] {
            assert!((day(PartialDate::parse(text).expect("a date")) - expected).abs() < 0.001, "{text}");
        }
    }
}

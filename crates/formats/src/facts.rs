//! Facts that several formats state of a record: who made it, who published it, when, where, in which language.

use ayni_domain::record::is_web_address;
use ayni_domain::{Body, LanguageTag, Locale, PartialDate, Record};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Marks after a name that make its bearer an editor, lower case.
const EDITOR_MARKS: [&str; 8] = ["(ed.)", "(eds.)", "(ed)", "(eds)", "(editor)", "(coord.)", "(org.)", "(dir.)"];

/// Who made a thing, as the source writes the name.
///
/// A name is never cut into given and family name: "Manuel Gómez Galán", "徐佳利" and "Ministry of Labour, Brazil" have no rule in common, and
/// a wrong cut misnames somebody in every bibliography.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name on one line, without a mark such as "(ed.)".
    pub name: String,
    /// Whether the source marks an editor.
    pub editor: bool,
}

impl Name {
    fn read(written: &str) -> Self {
        let name = one_line(written);
        let lower = name.to_lowercase();
        match EDITOR_MARKS.iter().find(|mark| lower.ends_with(*mark)).and_then(|mark| name.get(..name.len().checked_sub(mark.len())?)) {
            Some(bare) if !bare.trim().is_empty() => Self { name: bare.trim().to_owned(), editor: true },
            _ => Self { name, editor: false },
        }
    }
}

/// Who made the thing: authors of a publication, organisers of a course or event; nobody for other kinds, whose text is the platform's.
pub(crate) fn creators(body: &Body) -> Vec<Name> {
    let names = match body {
        Body::Publication(publication) => &publication.authors,
        Body::Course(course) => &course.organisers,
        Body::Event(event) => &event.organisers,
        Body::Practice(_) | Body::Initiative(_) | Body::Organization(_) | Body::Grouping(_) => return Vec::new(),
    };
    names.iter().map(|name| Name::read(name)).collect()
}

/// Publisher of a publication, on one line.
pub(crate) fn publisher(body: &Body) -> Option<String> {
    match body {
        Body::Publication(publication) => publication.publisher.as_deref().map(one_line),
        _ => None,
    }
}

/// Where a course or event takes place, on one line.
pub(crate) fn place(body: &Body) -> Option<String> {
    match body {
        Body::Course(course) => course.place.as_deref().map(one_line),
        Body::Event(event) => event.place.as_deref().map(one_line),
        _ => None,
    }
}

/// First and last date of the thing: year of a publication, days of a course or event; for other kinds the day of the record's last revision.
pub(crate) fn issued(record: &Record) -> (Option<PartialDate>, Option<PartialDate>) {
    match &record.body {
        Body::Publication(_) | Body::Course(_) | Body::Event(_) => {
            record.body.period().map_or((None, None), |period| (Some(period.start), period.end))
        }
        Body::Practice(_) | Body::Initiative(_) | Body::Organization(_) | Body::Grouping(_) => {
            (PartialDate::parse(&day(record.envelope.updated_at)), None)
        }
    }
}

/// The day of a moment in UTC: `2026-11-23`.
pub(crate) fn day(moment: Timestamp) -> String {
    moment.to_zoned_datetime(TimeZone::UTC).date().to_string()
}

/// Title on one line, with its language; names of organizations and groupings with their short form.
pub(crate) fn title(body: &Body, locale: Locale) -> (&LanguageTag, String) {
    let (language, title) = body.title().best(locale);
    let title = one_line(title);
    match body.acronym().map(one_line) {
        Some(acronym) if !title.contains(&acronym) => (language, format!("{title} ({acronym})")),
        _ => (language, title),
    }
}

/// Summary on one line, with its language.
pub(crate) fn summary(body: &Body, locale: Locale) -> (&LanguageTag, String) {
    let (language, summary) = body.common().summary.best(locale);
    (language, one_line(summary))
}

/// Languages in which the thing itself exists; that of its title where the record names none.
pub(crate) fn languages(body: &Body, locale: Locale) -> Vec<&LanguageTag> {
    let named = &body.common().languages;
    if named.is_empty() { vec![body.title().best(locale).0] } else { named.iter().collect() }
}

/// The text on one line: runs of space and of characters that break lines or control devices become one space each.
///
/// No-break spaces stay, since French needs them.
pub(crate) fn one_line(text: &str) -> String {
    let breaks = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(breaks).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text on one line and cut at the end of a word, with an ellipsis, where it is longer than `most` characters.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    let text = one_line(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let whole_words = cut.rfind(' ').filter(|&at| at > cut.len() / 2).map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", whole_words.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// The sources' addresses that a program may follow.
pub(crate) fn source_urls(body: &Body) -> impl Iterator<Item = &str> {
    body.common().sources.iter().map(|source| source.url.as_str()).filter(|url| is_web_address(url))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mark_makes_an_editor_and_nothing_else_is_cut() {
        for (written, name, editor) in [
            ("Anita Amorim (ed.)", "Anita Amorim", true),
            ("Anita Amorim (Eds.)", "Anita Amorim", true),
            ("Vicente Paolo B. Yu III", "Vicente Paolo B. Yu III", false),
            ("Labour\nMinistry, Brazil", "Labour Ministry, Brazil", false),
            ("(ed.)", "(ed.)", false),
            ("徐佳利", "徐佳利", false),
            ("İ (ed.)", "İ", true), // one character longer in lower case
        ] {
            assert_eq!(Name::read(written), Name { name: name.into(), editor }, "{written:?}");
        }
    }

    #[test]
    fn long_texts_end_with_a_whole_word() {
        for (text, most, expected) in [
            ("what worked elsewhere", 21, "what worked elsewhere"),
            ("what worked elsewhere", 20, "what worked…"),
            ("what, worked elsewhere", 6, "what…"),
            ("南南合作的良好做法", 5, "南南合作…"),
            ("a\r\n b\u{2028}c", 9, "a b c"),
        ] {
            assert_eq!(shorten(text, most), expected);
        }
    }

    proptest! {
        #[test]
        fn texts_stay_on_one_line_and_within_their_length(text in any::<String>(), most in 1usize..60) {
            let short = shorten(&text, most);
            prop_assert!(short.chars().count() <= most);
            let breaks = |c: char| c.is_control() || c == '\u{2028}';
            prop_assert!(!short.contains(breaks));
        }
    }
}

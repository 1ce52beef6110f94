//! Changes in words: differences between two versions of a record as people read them.

use ayni_domain::Kind;
use ayni_domain::difference::{Difference, Edit, Entry};
use serde_json::Value;

use crate::compare::{Fate, Mark, shorten, words};
use crate::fields::{Line, field_and_language, lines, place, scalar};
use crate::view::Cx;

/// A change in one place.
pub(crate) struct Change {
    /// Where: names of fields.
    pub place: String,
    /// What happened, in a word.
    pub what: String,
    /// What it said and says.
    pub lines: Vec<MarkedLine>,
}

/// Words with marks for what came and went.
pub(crate) struct MarkedLine {
    pub label: String,
    pub language: Option<String>,
    pub direction: &'static str,
    pub marks: Vec<Mark>,
}

impl MarkedLine {
    fn whole(line: Line, fate: Fate) -> Self {
        Self { label: line.label, language: line.language, direction: line.direction, marks: vec![Mark::new(fate, line.text)] }
    }
}

/// Differences of a record of a kind, for a reader.
pub(crate) fn changes(cx: &Cx, kind: Kind, differences: &[Difference]) -> Vec<Change> {
    differences.iter().map(|difference| change(cx, kind, difference)).collect()
}

fn change(cx: &Cx, kind: Kind, difference: &Difference) -> Change {
    let (field, language) = field_and_language(&difference.path);
    let all = |value: &Value, fate| match (value, language) {
        (Value::String(text), Some(language)) => vec![MarkedLine::whole(Line::of(cx, language, text.clone()), fate)],
        _ => lines(cx, kind, field, value).into_iter().map(|line| MarkedLine::whole(line, fate)).collect(),
    };
    let (key, lines) = match &difference.edit {
        Edit::Added { after } => ("change-added", all(after, Fate::Came)),
        Edit::Removed { before } => ("change-removed", all(before, Fate::Went)),
        Edit::Changed { before, after } => {
            let lines = match (before, after, language) {
                (Value::String(old), Value::String(new), Some(language)) => vec![marked(Line::of(cx, language, String::new()), old, new)],
                (Value::String(_) | Value::Number(_) | Value::Bool(_), Value::String(_) | Value::Number(_) | Value::Bool(_), None) => {
                    vec![marked(Line::plain(String::new()), &scalar(cx, kind, field, before), &scalar(cx, kind, field, after))]
                }
                _ => all(before, Fate::Went).into_iter().chain(all(after, Fate::Came)).collect(),
            };
            ("change-changed", lines)
        }
        Edit::Entries { removed, added } => {
            let join = |entries: &[Entry]| cx.join(&entries.iter().map(|entry| scalar(cx, kind, field, &entry.value)).collect::<Vec<_>>());
            let lines = [(removed, Fate::Went), (added, Fate::Came)];
            let lines = lines.into_iter().filter(|(entries, _)| !entries.is_empty());
            ("change-changed", lines.map(|(entries, fate)| MarkedLine::whole(Line::plain(join(entries)), fate)).collect())
        }
        Edit::Original { before, after } => {
            let name = |language: &str| Line::plain(cx.language_name(language));
            ("change-original", vec![MarkedLine::whole(name(before), Fate::Went), MarkedLine::whole(name(after), Fate::Came)])
        }
    };
    Change { place: place(cx, &difference.path), what: cx.t(key), lines }
}

fn marked(line: Line, before: &str, after: &str) -> MarkedLine {
    MarkedLine { label: line.label, language: line.language, direction: line.direction, marks: shorten(words(before, after)) }
}

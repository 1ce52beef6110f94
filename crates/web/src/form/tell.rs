//! Telling: the value of a field in words, for those who read it and do not write.

use ayni_domain::{Country, Kind, LanguageTag};
use serde_json::{Map, Value};

use super::field::{Field, Widget, all};
use super::read::get;
use super::show::plain;
use crate::view::Cx;

/// A value in words.
pub(crate) struct Told {
    /// What it is the value of.
    pub label: String,
    /// The words, one entry a line.
    pub lines: Vec<String>,
    /// Language; may be empty where it is not known.
    pub language: String,
    pub direction: &'static str,
}

/// All that a body says, in the order of the form.
pub(crate) fn body(cx: &Cx, kind: Kind, body: &Map<String, Value>) -> Vec<Told> {
    let told = |field: Field| get(body, field.path).map(|value| value_of(cx, &field, cx.t(field.label), value));
    all(kind).into_iter().filter_map(told).collect()
}

/// The value of a field or cell. Of a text in several languages the first is told: it is the original.
pub(crate) fn value_of(cx: &Cx, field: &Field, label: String, value: &Value) -> Told {
    let text = match (field.widget, value) {
        (Widget::Text(_), Value::Object(texts)) => texts.iter().next().map(|(language, text)| (language.clone(), plain(Some(text)))),
        _ => None,
    };
    match text {
        Some((language, text)) => {
            let direction = if LanguageTag::parse(&language).is_some_and(|tag| tag.is_rtl()) { "rtl" } else { "ltr" };
            Told { label, lines: paragraphs(&text), language, direction }
        }
        None => Told { label, lines: lines(cx, field, value), language: String::new(), direction: "auto" },
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

fn lines(cx: &Cx, field: &Field, value: &Value) -> Vec<String> {
    match (field.widget, value) {
        (_, Value::Array(entries)) => entries.iter().flat_map(|entry| lines(cx, field, entry)).collect(),
        (Widget::Rows(cells), Value::Object(row)) => {
            let parts = cells.iter().filter_map(|cell| Some(lines(cx, cell, row.get(cell.path)?).join(", ")));
            vec![parts.collect::<Vec<_>>().join(" · ")]
        }
        (Widget::Country | Widget::Countries, Value::String(code)) => {
            vec![Country::parse(code).map_or_else(|| code.clone(), |country| country.name(cx.locale).to_owned())]
        }
        (Widget::Choice(vocabulary) | Widget::Checks(vocabulary), Value::String(code)) => {
            let words = vocabulary.entries(cx).into_iter().find(|(own, _)| own == code);
            vec![words.map_or_else(|| code.clone(), |(_, words)| words)]
        }
        (_, Value::String(text)) => paragraphs(text),
        (_, Value::Object(map)) => map.iter().map(|(name, value)| format!("{name}: {}", plain(Some(value)))).collect(),
        (_, other) => vec![plain(Some(other))],
    }
}

//! Fields of records in words: their names, their places in a record, and what they say.

use ayni_domain::path::{Path, Segment};
use ayni_domain::{Country, Kind, LanguageTag, PartialDate, Sdg, Text, Theme};
use serde_json::{Map, Value};

use crate::format;
use crate::message::exists;
use crate::view::{Cx, Words};

/// What a field says, or one of the things that it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Name of the part: a language, a field within the field, a number; may be empty.
    pub label: String,
    /// Language of the words, where it is known and not the reader's.
    pub language: Option<String>,
    /// For the attribute `dir`.
    pub direction: &'static str,
    /// The words.
    pub text: String,
}

impl Line {
    /// Words of the page's own language.
    pub fn plain(text: String) -> Self {
        Self { label: String::new(), language: None, direction: "auto", text }
    }

    /// Words of a language.
    pub fn of(cx: &Cx, language: &str, text: String) -> Self {
        let is_own = language.split('-').next() == Some(cx.locale.code());
        let is_rtl = LanguageTag::parse(language).is_some_and(|tag| tag.is_rtl());
        Self { label: String::new(), language: (!is_own).then(|| language.to_owned()), direction: if is_rtl { "rtl" } else { "ltr" }, text }
    }

    fn called(self, label: String) -> Self {
        let label = if self.label.is_empty() { label } else { format!("{label} › {}", self.label) };
        Self { label, ..self }
    }
}

/// Key of the message that names a field.
fn key(field: &str) -> Option<String> {
    let known = match field {
        "challenge" | "approach" | "results" | "replicability" | "sustainability" | "outputs" | "about" | "partners" | "stops" | "sources"
        | "role" | "files" => format!("record-{field}"),
        "acronym" | "website" | "type" | "publisher" | "authors" | "year" | "pages" | "series" | "isbn" | "format" | "organisers" | "place"
        | "audience" | "participants" | "programme" | "secretariat" | "themes" | "modality" | "budget" => format!("fact-{field}"),
        "sdgs" => "fact-goals".into(),
        "period" => "fact-when".into(),
        "countries" => "fact-where".into(),
        "country" => "facet-country".into(),
        "constituency" => "facet-constituency".into(),
        "languages" | "language" => "facet-language".into(),
        "members" => "grouping-members".into(),
        "since" => "grouping-since".into(),
        "until" => "grouping-until".into(),
        "provider" | "recipient" | "peer" | "facilitator" => format!("role-{field}"),
        other => format!("change-field-{}", other.replace('_', "-")),
    };
    exists(ayni_domain::Locale::En, &known).then_some(known)
}

/// The name of a field; its code where there is no word.
pub(crate) fn name(cx: &Cx, field: &str) -> String {
    match key(field) {
        Some(key) => cx.t(&key),
        None if LanguageTag::parse(field).is_some() => cx.language_name(field),
        None => field.to_owned(),
    }
}

/// A place in a record: `Who took part 2 › Role`.
pub(crate) fn place(cx: &Cx, path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for segment in path.segments() {
        match (segment, parts.last_mut()) {
            (Segment::Field(field), _) => parts.push(name(cx, field)),
            (Segment::Index(index), Some(last)) => *last = format!("{last} {}", index + 1),
            (Segment::Index(index), None) => parts.push((index + 1).to_string()),
        }
    }
    parts.join(" › ")
}

/// The innermost name on a path that is no language, and the language, if the path ends with one.
pub(crate) fn field_and_language(path: &Path) -> (&str, Option<&str>) {
    let mut fields = path.segments().iter().rev().filter_map(|segment| match segment {
        Segment::Field(field) => Some(field.as_str()),
        Segment::Index(_) => None,
    });
    match (fields.next(), fields.next()) {
        (Some(language), Some(field)) if key(language).is_none() && LanguageTag::parse(language).is_some() => (field, Some(language)),
        (Some(field), _) => (field, None),
        (None, _) => ("", None),
    }
}

/// A multilingual text, where an object is one.
pub(crate) fn text(map: &Map<String, Value>) -> Option<Text> {
    let mut text: Option<Text> = None;
    for (language, words) in map {
        let tag = LanguageTag::parse(language).filter(|_| key(language).is_none())?;
        match text.as_mut() {
            Some(text) => text.set(tag, words.as_str()?),
            None => text = Some(Text::new(tag, words.as_str()?)),
        }
    }
    text
}

/// The title of a draft for a reader; `None` when it has none yet.
pub(crate) fn title(cx: &Cx, body: &Map<String, Value>) -> Option<Words> {
    ["title", "name"].iter().find_map(|field| text(body.get(*field)?.as_object()?)).map(|text| cx.words(&text))
}

/// What a field says, line by line.
pub(crate) fn lines(cx: &Cx, kind: Kind, field: &str, value: &Value) -> Vec<Line> {
    match value {
        Value::Object(map) => match text(map) {
            Some(text) => {
                let line = |(language, words): (&LanguageTag, &str)| {
                    Line::of(cx, language.as_str(), words.to_owned()).called(cx.language_name(language.as_str()))
                };
                text.iter().map(line).collect()
            }
            None => map.iter().flat_map(|(own, value)| lines(cx, kind, own, value).into_iter().map(|line| line.called(name(cx, own)))).collect(),
        },
        Value::Array(list) if list.iter().any(|value| value.is_object() || value.is_array()) => {
            list.iter().enumerate().map(|(at, value)| Line::plain(in_one(cx, kind, field, value)).called((at + 1).to_string())).collect()
        }
        Value::Array(list) => vec![Line::plain(cx.join(&list.iter().map(|value| scalar(cx, kind, field, value)).collect::<Vec<_>>()))],
        value => vec![Line::plain(scalar(cx, kind, field, value))],
    }
}

/// An element of a list in one line: `SENAI · Brazil · Shares its experience`.
fn in_one(cx: &Cx, kind: Kind, field: &str, value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let part = |(own, value): (&String, &Value)| lines(cx, kind, own, value).into_iter().map(|line| line.text).collect::<Vec<_>>();
            map.iter().flat_map(part).collect::<Vec<_>>().join(" · ")
        }
        Value::Array(list) => list.iter().map(|value| in_one(cx, kind, field, value)).collect::<Vec<_>>().join(" · "),
        value => scalar(cx, kind, field, value),
    }
}

/// A code, number or word, as people say it.
pub(crate) fn scalar(cx: &Cx, kind: Kind, field: &str, value: &Value) -> String {
    let Some(code) = value.as_str() else { return value.to_string() };
    let message = |prefix: &str| {
        let key = format!("{prefix}-{code}");
        exists(cx.locale, &key).then(|| cx.t(&key))
    };
    let said = match field {
        "modality" => message("modality"),
        "constituency" => message("constituency"),
        "role" => message("role"),
        "format" => message("format"),
        "type" if kind == Kind::Event => message("event"),
        "type" => message("publication"),
        "themes" => Theme::parse(code).map(|theme| theme.name(cx.locale).to_owned()),
        "sdgs" => Sdg::parse(code).map(|sdg| format!("{sdg} {}", sdg.short(cx.locale))),
        "country" | "countries" | "provider" | "recipient" | "peer" | "facilitator" => Country::parse(code).map(|c| c.name(cx.locale).to_owned()),
        "languages" | "language" | "original" => Some(cx.language_name(code)),
        "start" | "end" | "since" | "until" => PartialDate::parse(code).map(|date| format::partial(cx.locale, date)),
        _ => None,
    };
    said.unwrap_or_else(|| code.to_owned())
}

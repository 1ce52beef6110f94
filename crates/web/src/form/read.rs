//! Reading: the JSON object of a record from what was typed into its form.
//!
//! What cannot be read as what it should be is kept as it was typed, so that nothing is lost and the domain can say what is wrong with it.

use ayni_domain::fold::fold;
use ayni_domain::{Country, Kind, LanguageTag, Locale, RecordKey};
use serde_json::{Map, Number, Value};

use super::field::{Field, Widget, all};
use crate::page::Fields;

/// Most entries of a list that are read.
const MOST_ROWS: usize = 500;

/// In whose language a form was filled in, and for what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// Kind of the record.
    pub kind: Kind,
    /// Language of the page: names of countries are in it.
    pub locale: Locale,
    /// Language of the draft: its texts are in it.
    pub language: &'a LanguageTag,
}

/// What was typed, over what is kept: fields that the form did not show stay as they are.
pub(crate) fn read(reading: Reading<'_>, kept: &Map<String, Value>, typed: &Fields) -> Map<String, Value> {
    let mut body = kept.clone();
    for field in all(reading.kind) {
        let below = format!("{}.", field.path);
        let has_more = matches!(field.widget, Widget::Rows(_) | Widget::Checks(_));
        if typed.0.iter().any(|(name, _)| name == field.path || (has_more && name.starts_with(&below))) {
            let value = value(reading, &field, get(kept, field.path), field.path, typed);
            put(&mut body, field.path, value);
        }
    }
    if reading.kind == Kind::Organization {
        name_is_title(kept, &mut body);
    }
    body
}

/// An organization's title is its name, unless somebody gave it another one.
fn name_is_title(kept: &Map<String, Value>, body: &mut Map<String, Value>) {
    if kept.get("title").is_none_or(|title| kept.get("name") == Some(title)) {
        put(body, "title", body.get("name").cloned());
    }
}

/// The value at a path of the form.
pub(crate) fn get<'a>(map: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        None => map.get(path),
        Some((outer, inner)) => map.get(outer)?.as_object()?.get(inner),
    }
}

fn put(map: &mut Map<String, Value>, path: &str, value: Option<Value>) {
    match (path.split_once('.'), value) {
        (None, Some(value)) => _ = map.insert(path.to_owned(), value),
        (None, None) => _ = map.shift_remove(path),
        (Some((outer, inner)), value) => {
            let mut object = match map.get(outer) {
                Some(Value::Object(object)) => object.clone(),
                Some(_) if value.is_none() => return, // what is no object was not typed here
                _ => Map::new(),
            };
            put(&mut object, inner, value);
            let object = (!object.is_empty()).then_some(Value::Object(object));
            put(map, outer, object);
        }
    }
}

fn value(reading: Reading<'_>, field: &Field, kept: Option<&Value>, name: &str, typed: &Fields) -> Option<Value> {
    let text = typed.get(name);
    let word = || (!text.is_empty()).then(|| Value::from(text));
    match field.widget {
        Widget::Line | Widget::Link | Widget::Date | Widget::Choice(_) => word(),
        Widget::Number => Some(compact(text).parse::<u64>().map_or_else(|_| Value::from(text), Value::from)).filter(|_| !text.is_empty()),
        Widget::Amount => Some(compact(text).parse::<Number>().map_or_else(|_| Value::from(text), Value::Number)).filter(|_| !text.is_empty()),
        Widget::Text(_) => words(reading.language, kept, &lines(text)),
        Widget::List => list(lines(text).lines().map(|line| reference(line.trim())).filter(|line| !line.is_empty())),
        Widget::Checks(vocabulary) => {
            let others = format!("{name}.others");
            let others = typed.get(&others).split([',', ';', '،', '、', '\n']).map(str::trim);
            let wanted: Vec<&str> = typed.all(name).chain(others.filter(|_| vocabulary.others().is_some())).filter(|code| !code.is_empty()).collect();
            in_kept_order(kept, &wanted)
        }
        Widget::Country => (!text.is_empty()).then(|| country(reading.locale, text).into()),
        Widget::Countries => list(typed.all(name).filter(|text| !text.is_empty()).map(|text| country(reading.locale, text))),
        Widget::Rows(cells) => rows(reading, cells, name, typed),
    }
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// A number without the spaces with which people set off thousands.
fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn list(entries: impl Iterator<Item = String>) -> Option<Value> {
    let entries: Vec<Value> = entries.map(Value::from).collect();
    (!entries.is_empty()).then_some(Value::Array(entries))
}

/// A text with its translations: the words typed take the place of those that the form showed.
fn words(language: &LanguageTag, kept: Option<&Value>, text: &str) -> Option<Value> {
    let shown = shown_language(language, kept);
    let mut texts = kept.and_then(Value::as_object).cloned().unwrap_or_default();
    if text.is_empty() {
        return None; // translations of nothing say nothing
    }
    texts.insert(shown, text.into());
    Some(Value::Object(texts))
}

/// Which language of a text a form shows: the draft's, else the one in which the text was first written.
pub(crate) fn shown_language(language: &LanguageTag, kept: Option<&Value>) -> String {
    let texts = kept.and_then(Value::as_object);
    let primary = |tag: &&String| tag.split('-').next() == Some(language.primary());
    let own = texts.and_then(|texts| texts.keys().find(|tag| *tag == language.as_str()).or_else(|| texts.keys().find(primary)));
    own.or_else(|| texts?.keys().next()).map_or_else(|| language.as_str().to_owned(), Clone::clone)
}

/// Codes in the order in which they stood, new ones behind them: an order that nobody chose is no change.
fn in_kept_order(kept: Option<&Value>, wanted: &[&str]) -> Option<Value> {
    let kept = kept.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let stayed: Vec<&str> = kept.iter().filter_map(Value::as_str).filter(|code| wanted.contains(code)).collect();
    let mut all = stayed.clone();
    for code in wanted {
        if !all.contains(code) {
            all.push(code);
        }
    }
    list(all.into_iter().map(str::to_owned))
}

/// The code of a country from its name in the reader's language or any other, or from its code; the text itself where it is none.
fn country(locale: Locale, text: &str) -> String {
    if let Some(country) = Country::parse(text).filter(|_| text.len() == 2) {
        return country.code().to_owned();
    }
    let wanted = fold(text);
    let named = |locale: Locale| Country::all().find(|country| fold(country.name(locale)) == wanted);
    let found = std::iter::once(locale).chain(Locale::ALL.iter().copied()).find_map(named);
    found.map_or_else(|| text.to_owned(), |country| country.code().to_owned())
}

/// The key of a record where a line is the address of its page; else the line.
fn reference(line: &str) -> String {
    let path = line.split_once("://").map_or(line, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    let parts: Vec<&str> = path.split('/').collect();
    let key = match parts[..] {
        [locale, kind, slug] if Locale::parse(locale).is_some() => Kind::from_path(kind).and_then(|kind| RecordKey::parse(&format!("{kind}/{slug}"))),
        _ => None,
    };
    key.map_or_else(|| line.to_owned(), |key| key.to_string())
}

fn rows(reading: Reading<'_>, cells: &'static [Field], name: &str, typed: &Fields) -> Option<Value> {
    let prefix = format!("{name}.");
    let number = |own: &str| own.strip_prefix(&prefix)?.split_once('.')?.0.parse::<usize>().ok();
    let mut numbers: Vec<usize> = typed.0.iter().filter_map(|(own, _)| number(own)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let row = |number: usize| -> Option<Value> {
        let cell = |cell: &Field| Some((cell.path.to_owned(), value(reading, cell, None, &format!("{prefix}{number}.{}", cell.path), typed)?));
        let row: Map<String, Value> = cells.iter().filter_map(cell).collect();
        (!row.is_empty()).then_some(Value::Object(row))
    };
    let rows: Vec<Value> = numbers.into_iter().take(MOST_ROWS).filter_map(row).collect();
    (!rows.is_empty()).then_some(Value::Array(rows))
}

//! Cells: a value of a record as text in a cell, and the way back.
//!
//! Whatever is written here is read as the same value. Two things are escaped. In lists and entries a backslash stands before a separator
//! that belongs to a text, and `\n`, `\t` stand for line break and tab. A whole cell that a spreadsheet would take for a formula begins
//! with an apostrophe (see [`guard`]).

use std::borrow::Cow;
use std::sync::Arc;

use ayni_domain::LanguageTag;
use ayni_domain::Sdg;
use ayni_domain::read::{Code, Problem};
use serde_json::{Map, Number, Value};

use super::column::{Column, Form, Part, Side, default_order, original};
use super::vocabulary::Vocabulary;

/// What makes a cell unreadable: the texts of [`Problem::Rule`], by which pages find their own words.
pub mod fault {
    /// The cell shows an error.
    pub const ERROR: &str = "is an error of the spreadsheet";
    /// Its formula has no value in the file.
    pub const FORMULA: &str = "is a formula that was never calculated; open the file in a spreadsheet and save it";
    /// It belongs to a merged area and is not the first cell of it.
    pub const MERGED: &str = "is merged with another cell; separate the cells";
    /// A number that could be two targets.
    pub const AMBIGUOUS: &str = "is a number, in which 8.1 and 8.10 are the same; format the cell as text and write it again";
    /// Too many bars in a line.
    pub const PARTS: &str = "has a line with more parts than an entry has";
    /// The row says that it is of another kind.
    pub const KIND: &str = "is another kind than that of the sheet";
}

/// What stood in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(Arc<str>),
    Number(f64),
    /// An error of the spreadsheet: `#REF!`.
    Fault(Arc<str>),
    /// A formula that nobody has calculated yet.
    Formula,
    /// A cell that another one covers: what it would say is not known.
    Merged,
}

impl Cell {
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// As people saw it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number_text(*number)),
            Self::Formula | Self::Merged => Cow::Borrowed(""),
        }
    }
}

/// The text of a record's cell; `None` for an empty one.
pub(super) fn write(column: &Column, record: &Map<String, Value>) -> Option<String> {
    let value = column.field.get(record)?;
    match &column.side {
        Side::In(tag) => value.get(tag.as_str())?.as_str().map(str::to_owned),
        Side::Order => {
            let languages: Vec<String> = value.as_object()?.keys().cloned().collect();
            (languages != default_order(languages.iter(), original(record))).then(|| languages.join("; "))
        }
        Side::Whole => match column.field.form {
            Form::Codes(_) => Some(join(value, "; ", str::to_owned)),
            Form::List => Some(join(value, "; ", |text| escape(text, ';'))),
            Form::Entries(parts) => Some(value.as_array()?.iter().map(|entry| write_entry(parts, entry)).collect::<Vec<_>>().join("\n")),
            _ => plain(value),
        },
    }
    .filter(|text| !text.is_empty())
}

/// The value of a cell; `None` for an empty one.
///
/// A value that has not the right form is given as it stood: who reads the record says what is wrong with it.
///
/// # Errors
/// What makes the cell unreadable.
pub(super) fn read(column: &Column, cell: &Cell) -> Result<Option<Value>, Problem> {
    let text = match cell {
        Cell::Fault(_) => return Err(Problem::Rule(fault::ERROR)),
        Cell::Formula => return Err(Problem::Rule(fault::FORMULA)),
        Cell::Merged => return Err(Problem::Rule(fault::MERGED)),
        Cell::Number(number) => {
            let text = number_text(*number);
            if is_ambiguous_target(column, &text) {
                return Err(Problem::Rule(fault::AMBIGUOUS));
            }
            Cow::Owned(text)
        }
        Cell::Text(text) => unix_lines(unguard(text)),
    };
    let word = text.trim();
    if word.is_empty() {
        return Ok(None);
    }
    Ok(Some(match (&column.side, column.field.form) {
        (Side::Order, _) => read_order(word)?,
        (_, Form::Codes(vocabulary)) => codes(word).map(|code| vocabulary.tidy(code)).collect(),
        (_, Form::List) => pieces(&text, &[';', '\n']).into_iter().filter(|text| !text.is_empty()).collect(),
        (_, Form::Entries(parts)) => {
            text.lines().filter(|line| !line.trim().is_empty()).map(|line| read_entry(parts, line)).collect::<Result<_, _>>()?
        }
        (_, form) => read_plain(form, &text),
    }))
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn join(list: &Value, separator: &str, write: impl Fn(&str) -> String) -> String {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(write).collect::<Vec<_>>().join(separator)
}

fn write_entry(parts: &[Part], entry: &Value) -> String {
    let mut written: Vec<String> =
        parts.iter().map(|part| entry.get(part.name).and_then(plain).map(|text| escape(&text, '|')).unwrap_or_default()).collect();
    while written.last().is_some_and(String::is_empty) {
        written.pop();
    }
    written.join(" | ")
}

fn read_entry(parts: &'static [Part], line: &str) -> Result<Value, Problem> {
    let written = pieces(line, &['|']);
    if written.iter().skip(parts.len()).any(|text| !text.is_empty()) {
        return Err(Problem::Rule(fault::PARTS));
    }
    let filled = parts.iter().zip(written).filter(|(_, text)| !text.is_empty());
    Ok(filled.map(|(part, text)| (part.name.to_owned(), read_plain(part.form, &text))).collect::<Map<_, _>>().into())
}

fn read_plain(form: Form, text: &str) -> Value {
    let word = text.trim();
    match form {
        Form::Code(vocabulary) => vocabulary.tidy(word).into(),
        Form::Count => word.parse::<u32>().map_or_else(|_| word.into(), Value::from),
        Form::Amount => serde_json::from_str::<Number>(word).map_or_else(|_| word.into(), Value::Number),
        Form::Word | Form::Date => word.into(),
        _ => text.into(),
    }
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n']).map(str::trim).filter(|code| !code.is_empty())
}

fn read_order(text: &str) -> Result<Value, Problem> {
    let tag = |code: &str| LanguageTag::parse(code).map(|tag| Value::from(tag.as_str())).ok_or(Problem::NotA(LanguageTag::WHAT));
    codes(text).map(tag).collect()
}

/// A number as people write it: without a fraction where it has none.
pub(super) fn number_text(number: f64) -> String {
    number.to_string()
}

/// Whether a number can mean two targets of the 2030 Agenda.
fn is_ambiguous_target(column: &Column, text: &str) -> bool {
    column.field.form == Form::Codes(Vocabulary::Sdg) && text.contains('.') && Sdg::parse(&format!("{text}0")).is_some()
}

/// Line ends as records have them.
pub(super) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet, or a program that writes one, could take a text for more than a text; apostrophes before it do not count.
///
/// The signs are those that begin a formula in some spreadsheet, also in their wide forms and behind space; `<r>` begins formatted text
/// for the library that writes workbooks.
fn is_active(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let first = text.trim_start();
    first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r']) || text.starts_with("<r>")
}

/// Puts an apostrophe before a text that could be taken for a formula. [`unguard`] gives the same text back.
pub(super) fn guard(text: &str) -> Cow<'_, str> {
    if is_active(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes the apostrophe of [`guard`] away.
fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_active(rest)).unwrap_or(text)
}

/// A text as a piece of a cell, which the separator cannot cut.
fn escape(text: &str, separator: char) -> String {
    let begin = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let mut written = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c => {
                let at_edge = at < begin || at >= end;
                if c == '\\' || c == separator || at_edge {
                    written.push('\\');
                }
                written.push(c);
            }
        }
    }
    written
}

/// Cuts a cell into pieces: space around them is nothing, and a backslash takes the meaning from what follows.
fn pieces(text: &str, separators: &[char]) -> Vec<String> {
    let mut pieces = Vec::new();
    let (mut piece, mut fixed) = (String::new(), 0); // up to `fixed`, bytes that no trimming takes
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        match (c, next) {
            ('\\', Some('n')) => piece.push('\n'),
            ('\\', Some('t')) => piece.push('\t'),
            ('\\', Some(next)) if !next.is_alphanumeric() && next != '\n' => piece.push(next),
            (c, _) if separators.contains(&c) => {
                pieces.push(trimmed(&mut piece, fixed));
                fixed = 0;
                continue;
            }
            (c, _) => {
                if !(c.is_whitespace() && piece.is_empty()) {
                    piece.push(c);
                }
                if !c.is_whitespace() {
                    fixed = piece.len();
                }
                continue;
            }
        }
        chars.next();
        fixed = piece.len();
    }
    pieces.push(trimmed(&mut piece, fixed));
    pieces
}

fn trimmed(piece: &mut String, fixed: usize) -> String {
    piece.truncate(fixed);
    std::mem::take(piece)
}

#[cfg(test)]
mod tests;

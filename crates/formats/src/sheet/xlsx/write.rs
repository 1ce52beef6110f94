//! Writing a workbook. The same records give the same bytes.

use std::collections::HashMap;

use ayni_domain::Kind;
use rust_xlsxwriter::{Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value};

use super::CODES;
use crate::sheet::cell::{self, guard, number_text};
use crate::sheet::column::{Column, Form, Side};
use crate::sheet::head::letters;
use crate::sheet::vocabulary::Vocabulary;
use crate::sheet::words::{Words, head};

/// Longest text of a cell, in UTF-16 units.
const LONGEST: usize = 32_767;
/// Empty rows below the records for which the lists of codes are offered.
const MORE_ROWS: u32 = 1_000;
/// Height of a row with a record, in points: four lines, so that many records are seen at once.
const HEIGHT: f64 = 60.0;
/// First column of the lists of codes in their sheet.
const LISTS: u16 = 6;
/// Digits of a number that a spreadsheet keeps.
const DIGITS: usize = 15;

/// Why records cannot be written as a workbook.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A text is longer than a cell may be; CSV has no such limit.
    #[error("{slug}: `{path}` has more than the {LONGEST} characters that a cell of a workbook holds; CSV holds it")]
    TooLong {
        /// Slug of the record.
        slug: String,
        /// Name of the column.
        path: String,
    },
    /// More rows or columns than a workbook has, or another limit of the format.
    #[error("the workbook cannot be written: {0}")]
    Workbook(String),
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error.to_string())
    }
}

/// The formats of cells.
struct Formats {
    heading: Format,
    path: Format,
    text: Format,
    number: Format,
}

/// Writes records of a kind, given as in files, as a workbook: a sheet with a row each, named after the kind, and a sheet with what the
/// columns mean and the codes that they take. Columns of one code offer them as a list.
///
/// # Errors
/// `TooLong`; `Workbook` when there are more rows than a sheet has.
pub fn write<'a>(
    kind: Kind,
    columns: &[Column],
    records: impl IntoIterator<Item = &'a Map<String, Value>>,
    words: &dyn Words,
) -> Result<Vec<u8>, WriteError> {
    let formats = Formats {
        heading: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color(Color::RGB(0x00E8_EEF2)),
        path: Format::new().set_font_color(Color::RGB(0x0060_6A73)).set_align(FormatAlign::Top).set_num_format("@"),
        // As text, so that a spreadsheet keeps `2019-05` and `8.10` as they are typed.
        text: Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@"),
        number: Format::new().set_align(FormatAlign::Top),
    };
    let mut workbook = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?; // the present would make other bytes each time
    workbook.set_properties(&DocProperties::new().set_title(kind.plural()).set_creation_datetime(&epoch));
    let sheet = workbook.add_worksheet();
    sheet.set_name(kind.plural())?.set_right_to_left(words.is_rtl());
    let first = write_head(sheet, columns, words, &formats)?;
    let mut row = first;
    for record in records {
        write_record(sheet, row, columns, record, &formats)?;
        row += 1;
    }
    let codes = workbook.add_worksheet();
    codes.set_name(CODES)?.set_right_to_left(words.is_rtl());
    write_columns(codes, columns, words, &formats)?;
    let lists = write_lists(codes, columns, words, &formats)?;
    let sheet = workbook.worksheet_from_index(0)?;
    for (column, at) in columns.iter().zip(0_u16..) {
        if let Form::Code(vocabulary) = column.field.form
            && let Some(list) = lists.get(&vocabulary)
        {
            let offered = DataValidation::new().allow_list_formula(Formula::new(list));
            sheet.add_data_validation(first, at, row + MORE_ROWS, at, &offered)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// Writes the rows above the records; the number of the row below them.
fn write_head(sheet: &mut Worksheet, columns: &[Column], words: &dyn Words, formats: &Formats) -> Result<u32, WriteError> {
    for (column, at) in columns.iter().zip(0_u16..) {
        let format = if is_number(column) { &formats.number } else { &formats.text };
        sheet.set_column_width(at, width(column))?.set_column_format(at, format)?;
    }
    let rows = head(columns, words);
    let last = rows.len() - 1;
    for (row, texts) in (0_u32..).zip(&rows) {
        let format = if row as usize == last { &formats.path } else { &formats.heading };
        for (at, text) in (0_u16..).zip(texts) {
            sheet.write_string_with_format(row, at, guard(text), format)?;
        }
    }
    let below = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let beside = columns.iter().position(|column| column.field.path == "slug").and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0);
    sheet.set_freeze_panes(below, beside)?;
    Ok(below)
}

fn write_record(sheet: &mut Worksheet, row: u32, columns: &[Column], record: &Map<String, Value>, formats: &Formats) -> Result<(), WriteError> {
    sheet.set_row_height(row, HEIGHT)?;
    for (column, at) in columns.iter().zip(0_u16..) {
        let Some(text) = cell::write(column, record) else { continue };
        if let Some(number) = number(column, &text) {
            sheet.write_number_with_format(row, at, number, &formats.number)?;
            continue;
        }
        let text = guard(&text);
        if text.encode_utf16().count() > LONGEST {
            let slug = record.get("slug").and_then(Value::as_str).unwrap_or_default().to_owned();
            return Err(WriteError::TooLong { slug, path: column.path() });
        }
        sheet.write_string_with_format(row, at, text, &formats.text)?;
    }
    Ok(())
}

const fn is_number(column: &Column) -> bool {
    matches!(column.field.form, Form::Count | Form::Amount)
}

/// The number that a cell holds, where reading gives the same text back.
fn number(column: &Column, text: &str) -> Option<f64> {
    let number = text.parse().ok().filter(|_| is_number(column) && text.len() <= DIGITS)?;
    (number_text(number) == text).then_some(number)
}

fn width(column: &Column) -> f64 {
    match (&column.side, column.field.form) {
        (Side::Order, _) | (_, Form::Count | Form::Amount | Form::Date | Form::Code(_)) => 14.0,
        (_, Form::Texts | Form::Entries(_)) => 48.0,
        _ => 24.0,
    }
}

/// What each column is and how its cells are written.
fn write_columns(sheet: &mut Worksheet, columns: &[Column], words: &dyn Words, formats: &Formats) -> Result<(), WriteError> {
    for (at, (name, width)) in (0_u16..).zip(words.legend().into_iter().zip([28.0, 28.0, 10.0, 60.0, 48.0])) {
        sheet.set_column_width(at, width)?.write_string_with_format(0, at, guard(&name), &formats.heading)?;
    }
    for (row, column) in (1_u32..).zip(columns) {
        let required = if column.field.required { "*" } else { "" };
        let heading = words.heading(column).unwrap_or_default();
        for (at, text) in (0_u16..).zip([column.path(), heading, required.to_owned(), words.about(column), words.how(column)]) {
            sheet.write_string_with_format(row, at, guard(&text), &formats.text)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// The codes of each vocabulary, with their names beside them; by vocabulary the range in which its codes stand.
fn write_lists(sheet: &mut Worksheet, columns: &[Column], words: &dyn Words, formats: &Formats) -> Result<HashMap<Vocabulary, String>, WriteError> {
    let mut lists = HashMap::new();
    let mut at = LISTS;
    for vocabulary in columns.iter().flat_map(vocabularies) {
        let codes = vocabulary.codes();
        if codes.is_empty() || lists.contains_key(&vocabulary) {
            continue;
        }
        sheet.set_column_width(at, 24)?.set_column_width(at + 1, 36)?;
        sheet.write_string_with_format(0, at, words.vocabulary(vocabulary), &formats.heading)?;
        for (row, code) in (1_u32..).zip(&codes) {
            sheet.write_string_with_format(row, at, code.as_ref(), &formats.text)?;
            sheet.write_string_with_format(row, at + 1, words.code(vocabulary, code).unwrap_or_default(), &formats.text)?;
        }
        let letters = letters(u32::from(at));
        lists.insert(vocabulary, format!("={CODES}!${letters}$2:${letters}${}", codes.len() + 1));
        at += 2;
    }
    Ok(lists)
}

/// The vocabularies of a column's cells.
fn vocabularies(column: &Column) -> Vec<Vocabulary> {
    let of = |form| match form {
        Form::Code(vocabulary) | Form::Codes(vocabulary) => Some(vocabulary),
        _ => None,
    };
    match column.field.form {
        Form::Entries(parts) => parts.iter().filter_map(|part| of(part.form)).collect(),
        form => of(form).into_iter().collect(),
    }
}

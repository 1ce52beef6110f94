//! CSV as in RFC 4180: written for spreadsheets (UTF-8 with its mark), read in the dialects that they save.

use std::collections::HashSet;
use std::io::{self, Write};

use csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};
use serde_json::{Map, Value};

use super::cell::{Cell, guard, unix_lines, write as write_cell};
use super::column::Column;
use super::encoding::decode;
use super::read::{Budget, Grid, GridRow, REASON, ReadError, head_of};
use super::row::Row;
use super::words::{Words, head};

/// Separators that spreadsheets use, by country.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// Name of the column that says of which kind the rows are.
const KIND: &str = "kind";
/// Rows among which the row with the names of the columns is looked for, to tell the separator.
const TRIED: usize = 20;

/// Writes records, given as in files, as rows of these columns: UTF-8 with a byte order mark, commas, lines that end with CR LF.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, which reading takes away.
///
/// # Errors
/// What the writer answers.
pub fn write<'a>(
    mut writer: impl Write,
    columns: &[Column],
    records: impl IntoIterator<Item = &'a Map<String, Value>>,
    words: &dyn Words,
) -> io::Result<()> {
    writer.write_all("\u{feff}".as_bytes())?;
    let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(writer);
    for row in head(columns, words) {
        csv.write_record(row.iter().map(|text| guard(text).into_owned()))?;
    }
    for record in records {
        csv.write_record(columns.iter().map(|column| guard(&write_cell(column, record).unwrap_or_default()).into_owned()))?;
    }
    csv.flush()
}

/// Writes rows that could not be taken, to be mended and read again: their cells in the known columns of their sheets, and in a last
/// column, [`REASON`], what is wrong. Reading passes over that column.
///
/// The rows are of one kind.
///
/// # Errors
/// What the writer answers.
pub fn write_refused(mut writer: impl Write, rows: &[(&Row, String)]) -> io::Result<()> {
    let mut columns: Vec<&Column> = Vec::new();
    let mut known = HashSet::new();
    for (row, _) in rows {
        columns.extend(row.columns().filter(|column| known.insert(column.path())));
    }
    writer.write_all("\u{feff}".as_bytes())?;
    let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(writer);
    // By its name alone nobody would know of which kind such a file is.
    let kind = |code: &str| (!known.contains(KIND)).then(|| code.to_owned());
    csv.write_record(kind(KIND).into_iter().chain(columns.iter().map(|column| column.path())).chain([REASON.to_owned()]))?;
    for (row, reason) in rows {
        let cells = row.cells(&columns).into_iter().chain([reason.clone()]).map(|text| guard(&text).into_owned());
        csv.write_record(kind(row.kind().code()).into_iter().chain(cells))?;
    }
    csv.flush()
}

/// Reads the cells of a file; whether its encoding was guessed.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<(Grid, bool), ReadError> {
    let (text, guessed) = decode(bytes).ok_or(ReadError::NoSheet("is neither a workbook nor text"))?;
    let text = unix_lines(text.trim_start_matches('\u{feff}')); // the reader would count lines of two signs late
    let (text, stated) = stated_separator(&text);
    let known = |separator: &u8| {
        let first = read_rows(text, *separator, TRIED, &mut Budget::default());
        first.ok().and_then(|rows| head_of(&rows)).map_or(0, |(_, known)| known)
    };
    // The first of the best, so that a file of one column is as if it had commas.
    let guess = || SEPARATORS.into_iter().rev().max_by_key(known).unwrap_or(b',');
    let mut rows = read_rows(text, stated.unwrap_or_else(guess), usize::MAX, budget)?;
    if stated.is_some() {
        rows.iter_mut().for_each(|row| row.number += 1);
    }
    Ok((Grid { sheet: None, rows }, guessed))
}

/// The separator of a first line `sep=;`, which some spreadsheets write and understand; the text behind that line.
fn stated_separator(text: &str) -> (&str, Option<u8>) {
    let Some((line, rest)) = text.split_once('\n') else { return (text, None) };
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (rest, Some(*separator)),
        _ => (text, None),
    }
}

fn read_rows(text: &str, separator: u8, most: usize, budget: &mut Budget) -> Result<Vec<GridRow>, ReadError> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let (mut rows, mut number) = (Vec::new(), 0_u32);
    let mut line = reader.position().line();
    while rows.len() < most && reader.read_byte_record(&mut record).map_err(|_| ReadError::NoSheet("cannot be read as CSV"))? {
        // The reader passes over empty lines, which a spreadsheet counts as rows.
        let inside = record.iter().flatten().filter(|&&byte| byte == b'\n').count() as u64;
        let passed = (reader.position().line() - line).saturating_sub(inside + 1);
        line = reader.position().line();
        number = number.saturating_add(1).saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        let mut cells = Vec::new();
        for (column, bytes) in (0..).zip(&record) {
            let text = String::from_utf8_lossy(bytes); // cut between characters: the separator is ASCII
            if !text.trim().is_empty() {
                budget.cell(column, text.len())?;
                cells.push((column, Cell::Text(text.into())));
            }
        }
        if !cells.is_empty() {
            budget.row()?;
            rows.push(GridRow { number, cells });
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let grid = read(text.as_bytes(), &mut Budget::default()).expect("a sheet").0;
        let shown = |row: &GridRow| {
            let cells: Vec<String> = row.cells.iter().map(|(column, cell)| format!("{column}={}", cell.shown())).collect();
            format!("{}: {}", row.number, cells.join(" "))
        };
        grid.rows.iter().map(shown).collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(rows(text), expected, "{text:?}");
    }

    #[test]
    fn the_separator_is_the_one_that_gives_known_columns() {
        check("slug,title.en\na,\"b;c\"\n", &["1: 0=slug 1=title.en", "2: 0=a 1=b;c"]);
        check("slug;title.en\r\na;b,c\r\n", &["1: 0=slug 1=title.en", "2: 0=a 1=b,c"]);
        check("slug\ttitle.en\na\t1,5;2", &["1: 0=slug 1=title.en", "2: 0=a 1=1,5;2"]);
        check(
            "Address;Title, as published, first\nslug;title.en\na;b",
            &["1: 0=Address 1=Title, as published, first", "2: 0=slug 1=title.en", "3: 0=a 1=b"],
        );
        check("sep=|\nslug|title.en\na|b", &["2: 0=slug 1=title.en", "3: 0=a 1=b"]);
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        check("slug,place\n\n\na,\"b\nc\"\r\n,\nd,e", &["1: 0=slug 1=place", "4: 0=a 1=b\nc", "6: 0=d 1=e"]);
        check("\n\nslug,place\n", &["3: 0=slug 1=place"]);
    }
}

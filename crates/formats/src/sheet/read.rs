//! Reading a file: which rows name the columns, of which kind a sheet is, and what was in it that nobody knows.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use ayni_domain::Kind;

use super::cell::Cell;
use super::column::Column;
use super::head::{Head, Spot, letters};
use super::row::{Place, Row};
use super::{csv, limit, xlsx};
use crate::escape::write_row;

/// Rows among which the names of the columns are looked for.
const HEAD_ROWS: usize = 20;
/// Name of the column in which refused rows say what is wrong with them; what stands in it is for people.
pub(super) const REASON: &str = "reason";

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file, or what is packed in it, is too large.
    #[error("has more than {most} {what}; larger amounts are better taken as JSON Lines")]
    TooMuch {
        /// Of what there is too much: `bytes`, `rows`.
        what: &'static str,
        /// How much is read.
        most: usize,
    },
    /// A workbook of the time before XLSX, or an encrypted one: both begin alike.
    #[error("is a workbook of an old form (XLS), or has a password; save it as XLSX without one")]
    Old,
    /// The file is no sheet that can be read; the text says why.
    #[error("{0}")]
    NoSheet(&'static str),
    /// A workbook that is damaged; the text names the part.
    #[error("is damaged: {0}")]
    Damaged(String),
    /// No row names columns.
    #[error("has no row with the names of columns; one of them is `slug`")]
    NoColumns,
    /// Two columns of one name: which one counts is not clear.
    #[error("has the column `{path}` twice, in {} and {}", letters(*.first), letters(*.second))]
    Twice {
        /// Name of the column.
        path: String,
        /// Number of the one.
        first: u32,
        /// Number of the other.
        second: u32,
    },
    /// Neither the caller nor the sheet says of which kind the records are.
    #[error("does not say of which kind its records are; write it into the column `kind`, or name the sheet after it")]
    NoKind,
}

/// Something that was left aside, or guessed. Its `Display` is one line without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The text is not UTF-8; it was read as Windows-1252.
    Encoding,
    /// A column that is not one of this kind, with cells that say something.
    Column {
        /// Name of the sheet; none in CSV.
        sheet: Option<Arc<str>>,
        /// Number of the column, from 0.
        number: u32,
        /// What stood in the row of names.
        name: String,
        /// Cells below it that are not empty.
        cells: usize,
    },
    /// A sheet without a row that names columns.
    Sheet(Arc<str>),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Encoding => "the text is not UTF-8 and was read as Windows-1252: look whether its letters are right".to_owned(),
            Self::Sheet(sheet) => format!("sheet {sheet} was left aside: no row has the names of columns"),
            Self::Column { sheet, number, name, cells } => {
                let sheet = sheet.as_ref().map(|sheet| format!("sheet {sheet}, ")).unwrap_or_default();
                format!("{sheet}column {} ({name}) was left aside with {cells} cells: it is no field of this kind of record", letters(*number))
            }
        };
        write_row(f, &text)
    }
}

/// What was read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Rows that hold something, in their order.
    pub rows: Vec<Row>,
    /// What was left aside or guessed.
    pub notes: Vec<Note>,
}

/// The cells of a sheet that hold something.
pub(super) struct Grid {
    pub(super) sheet: Option<Arc<str>>,
    pub(super) rows: Vec<GridRow>,
}

pub(super) struct GridRow {
    /// From 1.
    pub(super) number: u32,
    /// By number of the column, ascending.
    pub(super) cells: Vec<(u32, Cell)>,
}

/// Counts what was read, and stops where it is too much.
#[derive(Debug, Default)]
pub(super) struct Budget {
    rows: usize,
    cells: usize,
    bytes: usize,
}

impl Budget {
    pub(super) fn row(&mut self) -> Result<(), ReadError> {
        self.rows += 1;
        within(self.rows, limit::ROWS, "rows")
    }

    pub(super) fn cell(&mut self, column: u32, bytes: usize) -> Result<(), ReadError> {
        self.cells += 1;
        self.bytes += bytes;
        within(column as usize, limit::COLUMNS as usize - 1, "columns")?;
        within(self.cells, limit::CELLS, "cells")?;
        within(self.bytes, limit::UNPACKED, "bytes of text")
    }
}

/// `TooMuch` when there is more than is read.
pub(super) fn within(count: usize, most: usize, what: &'static str) -> Result<(), ReadError> {
    if count <= most { Ok(()) } else { Err(ReadError::TooMuch { what, most }) }
}

/// Reads a file, XLSX or CSV by its content.
///
/// `file` is the name that problems show. Records are of `kind` where it is given, else of the kind after which the sheet (in CSV the file)
/// is named, else of the one that the column `kind` names first.
///
/// # Errors
/// Why the file cannot be read at all; what is wrong with single rows stands in the rows.
pub fn read(bytes: &[u8], file: &str, kind: Option<Kind>) -> Result<Reading, ReadError> {
    within(bytes.len(), limit::FILE, "bytes")?;
    let file: Arc<str> = file.into();
    let mut reading = Reading::default();
    let mut budget = Budget::default();
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::Old);
    }
    if bytes.starts_with(b"PK") {
        let mut found = false;
        for grid in xlsx::read(bytes, &mut budget)? {
            found |= reading.take(&grid, &file, kind)?;
        }
        if !found {
            return Err(ReadError::NoColumns);
        }
    } else {
        let (grid, guessed) = csv::read(bytes, &mut budget)?;
        if guessed {
            reading.notes.push(Note::Encoding);
        }
        if !reading.take(&grid, &file, kind)? {
            return Err(ReadError::NoColumns);
        }
    }
    Ok(reading)
}

impl Reading {
    /// Takes the rows of a sheet; whether it has any names of columns.
    fn take(&mut self, grid: &Grid, file: &Arc<str>, kind: Option<Kind>) -> Result<bool, ReadError> {
        if grid.sheet.as_deref().is_some_and(|sheet| sheet == xlsx::CODES) {
            return Ok(false);
        }
        let Some((at, _)) = head_of(&grid.rows) else {
            self.notes.extend(grid.sheet.clone().filter(|_| !grid.rows.is_empty()).map(Note::Sheet));
            return Ok(false);
        };
        let (names, rows) = (&grid.rows[at].cells, &grid.rows[at + 1..]);
        let kind = kind.or_else(|| kind_of(grid, file, at)).ok_or(ReadError::NoKind)?;
        let known = |(number, cell): &(u32, Cell)| Column::parse(kind, &cell.shown()).map(|column| Spot { number: *number, column });
        let spots: Vec<Spot> = names.iter().filter_map(known).collect();
        if let Some((first, second)) = twice(&spots) {
            return Err(ReadError::Twice { path: second.column.path(), first: first.number, second: second.number });
        }
        // Empty cells say something too, in each row.
        within(rows.len().saturating_mul(spots.len()), limit::CELLS, "cells")?;
        let positions = positions(&spots);
        let head = Arc::new(Head::new(spots));
        for row in rows {
            let cells: Vec<(usize, &Cell)> = row.cells.iter().filter_map(|(number, cell)| Some((position(&positions, *number)?, cell))).collect();
            if cells.iter().any(|(at, _)| head.spots[*at].column.field.path != "kind") {
                let place = Place { file: file.clone(), sheet: grid.sheet.clone(), row: row.number };
                self.rows.push(Row::read(place, kind, &head, &cells));
            }
        }
        self.note_unknown(grid, names, rows, &positions);
        Ok(true)
    }

    fn note_unknown(&mut self, grid: &Grid, names: &[(u32, Cell)], rows: &[GridRow], positions: &[Option<usize>]) {
        let mut counts = vec![0; limit::COLUMNS as usize];
        for (number, _) in rows.iter().flat_map(|row| &row.cells).filter(|(number, _)| position(positions, *number).is_none()) {
            if let Some(count) = counts.get_mut(*number as usize) {
                *count += 1;
            }
        }
        for (number, cells) in (0..).zip(counts).filter(|(_, cells)| *cells > 0) {
            let name = names.iter().find(|(own, _)| *own == number).map_or_else(|| "no name".to_owned(), |(_, cell)| cell.shown().trim().to_owned());
            if !name.eq_ignore_ascii_case(REASON) {
                self.notes.push(Note::Column { sheet: grid.sheet.clone(), number, name, cells });
            }
        }
    }
}

/// The first two columns of one name.
fn twice(spots: &[Spot]) -> Option<(&Spot, &Spot)> {
    let mut seen = HashMap::new();
    spots.iter().find_map(|spot| seen.insert(spot.column.path(), spot).map(|other| (other, spot)))
}

/// Positions in the head by number of the column.
fn positions(head: &[Spot]) -> Vec<Option<usize>> {
    let mut positions = vec![None; limit::COLUMNS as usize];
    for (at, spot) in head.iter().enumerate() {
        if let Some(position) = positions.get_mut(spot.number as usize) {
            *position = Some(at);
        }
    }
    positions
}

fn position(positions: &[Option<usize>], number: u32) -> Option<usize> {
    positions.get(number as usize).copied().flatten()
}

/// The row that names the columns, and how many of its names are known: the one that knows most, with `slug` among them.
///
/// Headings for people may happen to be names too; they stand above, so of two equal rows the lower one counts.
pub(super) fn head_of(rows: &[GridRow]) -> Option<(usize, usize)> {
    let known = |(at, row): (usize, &GridRow)| {
        let mut paths: Vec<String> = row.cells.iter().filter_map(|(_, cell)| any_column(&cell.shown())).collect();
        paths.sort_unstable();
        paths.dedup();
        (paths.len() >= 2 && paths.iter().any(|path| path == "slug")).then_some((at, paths.len()))
    };
    rows.iter().take(HEAD_ROWS).enumerate().filter_map(known).max_by_key(|(_, known)| *known)
}

/// The path of a column that some kind has.
fn any_column(name: &str) -> Option<String> {
    Kind::ALL.iter().find_map(|&kind| Column::parse(kind, name)).map(|column| column.path())
}

fn kind_of(grid: &Grid, file: &str, head: usize) -> Option<Kind> {
    let named = |name: &str| Kind::parse(name).or_else(|| Kind::from_plural(name));
    let stem = file.rsplit(['/', '\\']).next().and_then(|name| name.split('.').next()).unwrap_or_default();
    let by_name = named(&grid.sheet.as_deref().unwrap_or(stem).trim().to_lowercase());
    by_name.or_else(|| {
        let (number, _) = grid.rows[head].cells.iter().find(|(_, cell)| cell.shown().trim().eq_ignore_ascii_case("kind"))?;
        let cells = grid.rows[head + 1..].iter().flat_map(|row| &row.cells).filter(|(own, _)| own == number);
        cells.map(|(_, cell)| cell.shown().trim().to_lowercase()).find_map(|code| Kind::parse(&code))
    })
}

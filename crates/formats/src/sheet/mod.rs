//! Spreadsheets: records as rows of CSV and XLSX, written for people and read back.
//!
//! A sheet holds records of one kind, a row each. One row names its columns by the path of the field (`title.en`, `themes`,
//! `period.start`); a row of headings for people may stand above it. Columns may be left out and stand in any order. Whatever is written
//! here is read as the same records.
//!
//! What a cell says to a record that is there:
//!
//! - **an empty cell empties the field**,
//! - **a column that is not in the sheet leaves its field as it is**.
//!
//! Nothing is lost in silence: columns and sheets that are not known are reported, and each problem names sheet, row, column and value.
//! What is read is foreign: file, unpacked parts, rows, columns and cells are limited (see [`limit`]), and no input makes a reader panic.

mod cell;
pub mod column;
mod compare;
mod csv;
mod encoding;
mod head;
mod read;
mod row;
#[cfg(test)]
mod tests;
pub mod vocabulary;
mod words;
mod xlsx;

pub use cell::fault;
pub use column::{Column, Field, Form, Part, Side, columns, fields};
pub use compare::{Difference, Outcome, RowChange, compare};
pub use csv::{write as write_csv, write_refused};
pub use head::{Spot, letters};
pub use read::{Note, ReadError, Reading, read};
pub use row::{Place, Row, RowIssue};
pub use vocabulary::Vocabulary;
pub use words::{Paths, Words};
pub use xlsx::{WriteError, write as write_xlsx};

/// How much is read. A sheet beyond these is better taken as JSON Lines.
pub mod limit {
    /// Longest file, in bytes.
    pub const FILE: usize = 16 * 1024 * 1024;
    /// Most bytes that the parts of a workbook have when they are unpacked, and most bytes of text in all cells.
    pub const UNPACKED: usize = 64 * 1024 * 1024;
    /// Most files in a workbook.
    pub const PARTS: usize = 2_000;
    /// Most sheets in a workbook.
    pub const SHEETS: usize = 20;
    /// Most rows that hold something, of all sheets.
    pub const ROWS: usize = 50_000;
    /// Columns that may hold something.
    pub const COLUMNS: u32 = 1_000;
    /// Most cells of all sheets, and most of one sheet with the empty ones.
    pub const CELLS: usize = 2_000_000;
}

//! XLSX: a workbook with a sheet of records and a sheet that explains its columns and lists their codes.

mod package;
mod read;
mod write;

pub(super) use read::read;
pub use write::{WriteError, write};

/// Name of the sheet that explains the columns; reading passes over it.
pub(super) const CODES: &str = "Codes";

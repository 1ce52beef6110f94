//! Foreign text in messages: a row stays a row, whatever stood in the input.

use std::fmt::{self, Write as _};

/// Writes a text with its control characters escaped.
pub(crate) fn write_row(f: &mut fmt::Formatter<'_>, row: &str) -> fmt::Result {
    row.chars().try_for_each(|c| if c.is_control() { write!(f, "{}", c.escape_default()) } else { f.write_char(c) })
}

//! Words of a template for people; whoever writes a sheet brings those of the reader's language.

use ayni_domain::Locale;

use super::column::Column;
use super::vocabulary::Vocabulary;

/// The words of a template. A closure from column to heading is enough; the rest is English then.
pub trait Words {
    /// What stands above a column. Where no column has a heading there is no row of headings.
    fn heading(&self, column: &Column) -> Option<String>;

    /// What the column is, for the sheet of codes.
    fn about(&self, column: &Column) -> String {
        column.about().to_owned()
    }

    /// How its cells are written, for the sheet of codes.
    fn how(&self, column: &Column) -> String {
        column.how()
    }

    /// Names of the columns that explain the columns: name, heading, whether it is required, what it is, how its cells are written.
    fn legend(&self) -> [String; 5] {
        ["column", "heading", "required", "about", "how"].map(str::to_owned)
    }

    /// Name of a vocabulary.
    fn vocabulary(&self, vocabulary: Vocabulary) -> String {
        vocabulary.name().to_owned()
    }

    /// Name of a code.
    fn code(&self, vocabulary: Vocabulary, code: &str) -> Option<String> {
        vocabulary.label(code, Locale::En).map(str::to_owned)
    }

    /// Whether the first column stands on the right.
    fn is_rtl(&self) -> bool {
        false
    }
}

impl<F: Fn(&Column) -> String> Words for F {
    fn heading(&self, column: &Column) -> Option<String> {
        Some(self(column))
    }
}

/// No headings: the paths of the columns alone, as for programs.
#[derive(Debug, Clone, Copy)]
pub struct Paths;

impl Words for Paths {
    fn heading(&self, _: &Column) -> Option<String> {
        None
    }
}

/// The rows above the records: headings for people where there are some, then the paths.
pub(super) fn head(columns: &[Column], words: &dyn Words) -> Vec<Vec<String>> {
    let headings: Vec<Option<String>> = columns.iter().map(|column| words.heading(column)).collect();
    let mut rows = Vec::new();
    if headings.iter().any(Option::is_some) {
        rows.push(headings.into_iter().map(Option::unwrap_or_default).collect());
    }
    rows.push(columns.iter().map(Column::path).collect());
    rows
}

//! The head of a sheet: which columns it has, and which of them holds a field of the record.

use std::collections::HashMap;

use super::column::{Column, Field, Form, Side};

/// A column where it stands in its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Number of the column, from 0.
    pub number: u32,
    /// What it holds.
    pub column: Column,
}

impl Spot {
    /// The column's letters as a spreadsheet shows them: `A`, `Z`, `AA`.
    #[must_use]
    pub fn letters(&self) -> String {
        letters(self.number)
    }
}

/// Letters of a column by its number from 0.
#[must_use]
pub fn letters(mut number: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(number % 26).unwrap_or_default());
        match (number / 26).checked_sub(1) {
            Some(next) => number = next,
            None => break,
        }
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// A text in several languages that the sheet has columns for.
#[derive(Debug)]
pub(super) struct Languages {
    pub(super) field: Field,
    /// Position of the column with the order of its languages.
    pub(super) order: Option<usize>,
}

/// The columns that are known; rows refer to them by position. What rows ask for is looked up once, here: they are many.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) spots: Vec<Spot>,
    /// For each column the way through the record to what it holds.
    pub(super) steps: Vec<Vec<String>>,
    pub(super) texts: Vec<Languages>,
    paths: HashMap<String, usize>,
    /// The first column of each field and group of fields: of `title` and `period`.
    groups: HashMap<String, usize>,
}

impl Head {
    pub(super) fn new(spots: Vec<Spot>) -> Self {
        let mut head = Self { steps: spots.iter().map(steps).collect(), texts: Vec::new(), paths: HashMap::new(), groups: HashMap::new(), spots };
        for (at, Spot { column, .. }) in head.spots.iter().enumerate() {
            let path = &column.field.path;
            head.paths.insert(column.path(), at);
            for (end, _) in path.match_indices('.').chain([(path.len(), "")]) {
                head.groups.entry(path[..end].to_owned()).or_insert(at);
            }
        }
        for (at, Spot { column, .. }) in head.spots.iter().enumerate() {
            let field = &column.field;
            if field.form == Form::Texts && head.groups.get(&*field.path) == Some(&at) {
                let order = Column { field: field.clone(), side: Side::Order };
                head.texts.push(Languages { field: field.clone(), order: head.paths.get(&order.path()).copied() });
            }
        }
        head
    }

    /// Position of the column of this path.
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.paths.get(path).copied()
    }

    /// Position of the column that holds a field of the record: `partners` for `partners[2].role`.
    pub(super) fn holder(&self, field: &str) -> Option<usize> {
        let whole = field.split('[').next().unwrap_or(field);
        let shorter = std::iter::successors(Some(whole), |path| Some(path.rsplit_once('.')?.0));
        shorter.into_iter().find_map(|path| self.position(path)).or_else(|| self.groups.get(whole).copied())
    }
}

fn steps(spot: &Spot) -> Vec<String> {
    let field = spot.column.field.path.split('.').map(str::to_owned);
    field.chain(spot.column.language().map(ToString::to_string)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ayni_domain::Kind;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (number, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(number), expected);
        }
    }

    #[test]
    fn a_field_is_found_in_the_column_that_holds_it() {
        let names = ["slug", "title.en", "title.order", "partners", "period.start", "countries_by_role.peer", "title.fr", "themes"];
        let spot = |(number, name): (u32, &&str)| Spot { number, column: Column::parse(Kind::Practice, name).expect("a column") };
        let head = Head::new((0..).zip(&names).map(spot).collect());
        for (field, expected) in [
            ("slug", Some(0)),
            ("title.fr", Some(6)),
            ("title", Some(1)),
            ("title.es", None),
            ("partners[2].role", Some(3)),
            ("themes[0]", Some(7)),
            ("period", Some(4)),
            ("countries_by_role.peer[1]", Some(5)),
            ("modality", None),
        ] {
            assert_eq!(head.holder(field), expected, "{field}");
        }
        let texts: Vec<_> = head.texts.iter().map(|text| (text.field.path.as_ref(), text.order)).collect();
        assert_eq!(texts, [("title", Some(2))]);
    }
}

//! Rows as they were read: what each says about a record, and what it makes of one that is there.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use ayni_domain::read::{Issue, Problem};
use ayni_domain::record::read_record;
use ayni_domain::{Body, Kind, RecordKey, Slug};
use serde_json::{Map, Value};

use super::cell::{self, Cell, fault};
use super::column::{Column, Side, default_order, original};
use super::head::{Head, Languages, Spot};
use crate::escape::write_row;

/// Characters of a cell that an issue shows.
const SHOWN: usize = 80;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name of the file as the caller gave it.
    pub file: Arc<str>,
    /// Name of the sheet; none in CSV.
    pub sheet: Option<Arc<str>>,
    /// Number of the row as a spreadsheet shows it, from 1.
    pub row: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_row(f, &self.file)?;
        if let Some(sheet) = &self.sheet {
            f.write_str(", sheet ")?;
            write_row(f, sheet)?;
        }
        write!(f, ", row {}", self.row)
    }
}

/// One thing that is wrong with a row. Its `Display` is one line without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowIssue {
    /// Where the row stands.
    pub place: Place,
    /// The column; none where the row lacks one.
    pub spot: Option<Spot>,
    /// What is wrong.
    pub issue: Issue,
}

impl fmt::Display for RowIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(spot) = &self.spot {
            write!(f, ", column {}", spot.letters())?;
        }
        f.write_str(": ")?;
        write_row(f, &self.issue.to_string())
    }
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct Row {
    place: Place,
    kind: Kind,
    head: Arc<Head>,
    /// Values by position in the head; a column that has neither value nor fault is empty here.
    values: HashMap<usize, Value>,
    faults: Vec<Fault>,
}

/// A cell that cannot be read.
#[derive(Debug, Clone)]
struct Fault {
    /// Position of its column in the head.
    at: usize,
    issue: Issue,
    /// All that stood there.
    shown: String,
}

impl Row {
    /// Reads the cells of a row, each with the position of its column in the head.
    pub(super) fn read(place: Place, kind: Kind, head: &Arc<Head>, cells: &[(usize, &Cell)]) -> Self {
        let mut row = Self { place, kind, head: head.clone(), values: HashMap::new(), faults: Vec::new() };
        for &(at, cell) in cells {
            let column = &head.spots[at].column;
            let fault = |problem| {
                let shown = cell.shown().into_owned();
                Fault { at, issue: Issue { field: column.path(), value: shorten(&shown), problem }, shown }
            };
            match cell::read(column, cell) {
                Ok(Some(value)) if column.field.path == "kind" && value.as_str() != Some(kind.code()) => {
                    row.faults.push(fault(Problem::Rule(fault::KIND)));
                }
                Ok(Some(value)) => {
                    row.values.insert(at, value);
                }
                Ok(None) => {}
                Err(problem) => row.faults.push(fault(problem)),
            }
        }
        row
    }

    /// Where the row stands.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Of which kind its record is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Which record the row is about; none while its slug is missing or no slug.
    #[must_use]
    pub fn key(&self) -> Option<RecordKey> {
        let slug = Slug::parse(self.values.get(&self.head.position("slug")?)?.as_str()?).ok()?;
        Some(RecordKey { kind: self.kind, slug })
    }

    /// The record as the row makes it, as a JSON object in which anything may still be wrong or missing.
    ///
    /// `existing` is the record that is there: columns that the sheet has not got leave their fields in it as they are.
    #[must_use]
    pub fn object(&self, existing: Option<&Map<String, Value>>) -> Map<String, Value> {
        let mut record = existing.cloned().unwrap_or_default();
        record.insert("kind".into(), self.kind.code().into());
        let faulty: HashSet<usize> = self.faults.iter().map(|fault| fault.at).collect();
        for (at, (spot, steps)) in self.head.spots.iter().zip(&self.head.steps).enumerate() {
            if spot.column.side != Side::Order && spot.column.field.path != "kind" && !faulty.contains(&at) {
                set(&mut record, steps, self.values.get(&at));
            }
        }
        self.order_texts(&mut record, existing);
        record
    }

    /// Puts the languages of each text in order: as the row says, else as they were, else as is usual.
    fn order_texts(&self, record: &mut Map<String, Value>, existing: Option<&Map<String, Value>>) {
        let original = original(record).map(str::to_owned);
        for Languages { field, order } in &self.head.texts {
            let said = order.map(|order| self.values.get(&order).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str));
            let before: Vec<&str> = match said {
                Some(said) => said.collect(),
                None => existing.and_then(|record| field.get(record)?.as_object()).into_iter().flat_map(Map::keys).map(String::as_str).collect(),
            };
            let rank: HashMap<&str, usize> = before.into_iter().zip(0..).collect();
            let Some(text) = get_mut(record, &field.path).and_then(Value::as_object_mut) else { continue };
            let mut languages = default_order(text.keys(), original.as_deref());
            languages.sort_by_key(|tag| rank.get(tag.as_str()).copied().unwrap_or(usize::MAX)); // stable: the others keep their order
            *text = languages.into_iter().filter_map(|tag| text.get(&tag).cloned().map(|words| (tag, words))).collect();
        }
    }

    /// The record that the row makes.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn record(&self, existing: Option<&Map<String, Value>>) -> Result<(RecordKey, Body), Vec<RowIssue>> {
        let mut issues: Vec<RowIssue> = self.faults.iter().map(|fault| self.issue(Some(fault.at), fault.issue.clone())).collect();
        match read_record(&self.object(existing)) {
            Ok(record) if issues.is_empty() => return Ok(record),
            Ok(_) => {}
            Err(found) => {
                let found = found.into_iter().map(|issue| (self.head.holder(&issue.field), issue));
                let new = found.filter(|(at, _)| at.is_none_or(|at| self.faults.iter().all(|fault| fault.at != at)));
                issues.extend(new.map(|(at, issue)| self.issue(at, issue)));
            }
        }
        Err(issues)
    }

    /// Things that are wrong with the record that the row makes, each with the column that holds its field.
    #[must_use]
    pub fn locate(&self, issues: Vec<Issue>) -> Vec<RowIssue> {
        issues.into_iter().map(|issue| self.issue(self.head.holder(&issue.field), issue)).collect()
    }

    /// The columns of the row's sheet that are known.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        self.head.spots.iter().map(|spot| &spot.column)
    }

    /// What the row says in these columns, written anew: values that read as the same, and of cells that could not be read what stood there.
    pub(super) fn cells(&self, columns: &[&Column]) -> Vec<String> {
        let record = self.object(None);
        let cell = |column: &&Column| {
            let at = self.head.position(&column.path())?;
            match self.faults.iter().find(|fault| fault.at == at) {
                Some(fault) => Some(fault.shown.clone()),
                None if column.side == Side::Order => {
                    let tags = self.values.get(&at)?.as_array()?.iter().filter_map(Value::as_str);
                    Some(tags.collect::<Vec<_>>().join("; "))
                }
                None => cell::write(column, &record),
            }
        };
        columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
    }

    /// The issue of a row that names a record which an earlier row has named.
    pub(super) fn twice(&self) -> RowIssue {
        let slug = self.key().map(|key| key.slug.to_string()).unwrap_or_default();
        self.issue(self.head.position("slug"), Issue { field: "slug".into(), value: slug, problem: Problem::Twice })
    }

    fn issue(&self, at: Option<usize>, issue: Issue) -> RowIssue {
        RowIssue { place: self.place.clone(), spot: at.map(|at| self.head.spots[at].clone()), issue }
    }
}

/// Sets or takes away what stands at a path; an object that becomes empty goes with it.
fn set(map: &mut Map<String, Value>, steps: &[String], value: Option<&Value>) {
    let [step, rest @ ..] = steps else { return };
    if rest.is_empty() {
        match value {
            Some(value) => drop(map.insert(step.clone(), value.clone())),
            None => drop(map.shift_remove(step)),
        }
        return;
    }
    if value.is_none() && !map.contains_key(step) {
        return;
    }
    let inner = map.entry(step.as_str()).or_insert_with(|| Value::Object(Map::new()));
    if !inner.is_object() {
        *inner = Value::Object(Map::new());
    }
    if let Value::Object(inner) = inner {
        set(inner, rest, value);
        if inner.is_empty() {
            map.shift_remove(step);
        }
    }
}

fn get_mut<'a>(record: &'a mut Map<String, Value>, path: &str) -> Option<&'a mut Value> {
    let mut steps = path.split('.');
    let first = record.get_mut(steps.next()?)?;
    steps.try_fold(first, |value, step| value.get_mut(step))
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_and_taking_away_leave_no_empty_objects() {
        let mut map = Map::new();
        let set = |map: &mut _, path: &str, value: Option<i32>| {
            let steps: Vec<String> = path.split('.').map(str::to_owned).collect();
            super::set(map, &steps, value.map(Value::from).as_ref());
        };
        set(&mut map, "a.b.c", Some(1));
        set(&mut map, "a.d", Some(2));
        assert_eq!(Value::from(map.clone()), serde_json::json!({"a": {"b": {"c": 1}, "d": 2}}));
        set(&mut map, "a.b.c", None);
        set(&mut map, "x.y", None);
        assert_eq!(Value::from(map.clone()), serde_json::json!({"a": {"d": 2}}));
        set(&mut map, "a.d", None);
        assert!(map.is_empty());
    }
}

//! What a sheet would change: each row held against the record that is there.

use std::collections::{HashMap, HashSet};

use ayni_domain::{Body, RecordKey};
use serde_json::{Map, Value};

use super::column::{Field, Form, ORDER, fields};
use super::row::{Place, Row, RowIssue};

/// What a row does.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Where the row stands.
    pub place: Place,
    /// Which record it is about; none where its slug is missing or no slug.
    pub key: Option<RecordKey>,
    /// What it does to the record.
    pub outcome: Outcome,
}

/// What a row does to a record.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // made once a row and taken apart at once
pub enum Outcome {
    /// The record is not there yet.
    New(Body),
    /// The record changes.
    Changed {
        /// As it becomes.
        body: Body,
        /// Field by field; not empty.
        differences: Vec<Difference>,
    },
    /// The record is as the row says.
    Unchanged,
    /// The row cannot be taken.
    Refused(Vec<RowIssue>),
}

/// A field that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The field: `title.es`, `themes`, `period.start`; `title.order` for languages that stand in another order.
    pub path: String,
    /// What stands there; none when nothing does.
    pub before: Option<Value>,
    /// What the row puts there; none when it empties the field.
    pub after: Option<Value>,
}

/// Holds rows against the records that are there, given as in files (`Body::to_json`).
///
/// The answer has one entry a row, in their order. A record may stand in one row only: a second one is refused.
#[must_use]
pub fn compare(existing: &[(RecordKey, Map<String, Value>)], rows: &[Row]) -> Vec<RowChange> {
    let existing: HashMap<&RecordKey, &Map<String, Value>> = existing.iter().map(|(key, record)| (key, record)).collect();
    let mut seen = HashSet::new();
    let mut changes = Vec::with_capacity(rows.len());
    for row in rows {
        let key = row.key();
        let is_new = key.as_ref().is_none_or(|key| seen.insert(key.clone()));
        let there = key.as_ref().and_then(|key| existing.get(key).copied());
        let outcome = match row.record(there) {
            _ if !is_new => Outcome::Refused(vec![row.twice()]),
            Err(issues) => Outcome::Refused(issues),
            Ok((key, body)) => judge(there, &key, body),
        };
        changes.push(RowChange { place: row.place().clone(), key, outcome });
    }
    changes
}

fn judge(there: Option<&Map<String, Value>>, key: &RecordKey, body: Body) -> Outcome {
    let Some(there) = there else { return Outcome::New(body) };
    let mut differences = Vec::new();
    collect(there, &body.to_json(key), ("", fields(key.kind)), &mut differences);
    if differences.is_empty() { Outcome::Unchanged } else { Outcome::Changed { body, differences } }
}

/// Differences of two objects, and of the objects in them; `fields` tell which of them are texts, whose languages have an order.
fn collect(before: &Map<String, Value>, after: &Map<String, Value>, (prefix, fields): (&str, &[Field]), differences: &mut Vec<Difference>) {
    let none = Map::new();
    let added = after.keys().filter(|field| !before.contains_key(*field));
    for field in before.keys().chain(added) {
        let path = if prefix.is_empty() { field.clone() } else { format!("{prefix}.{field}") };
        match (before.get(field), after.get(field)) {
            (Some(Value::Object(before)), Some(Value::Object(after))) => collect(before, after, (&path, fields), differences),
            (Some(Value::Object(before)), None) => collect(before, &none, (&path, fields), differences),
            (None, Some(Value::Object(after))) => collect(&none, after, (&path, fields), differences),
            (before, after) if before == after => {}
            (before, after) => differences.push(Difference { path, before: before.cloned(), after: after.cloned() }),
        }
    }
    if fields.iter().any(|field| field.path == prefix && field.form == Form::Texts) && is_reordered(before, after) {
        let order = |text: &Map<String, Value>| Some(text.keys().cloned().collect());
        differences.push(Difference { path: format!("{prefix}.{ORDER}"), before: order(before), after: order(after) });
    }
}

/// Whether languages that stay stand in another order, or a new one comes first: then the original is another.
fn is_reordered(before: &Map<String, Value>, after: &Map<String, Value>) -> bool {
    let stay_before = before.keys().filter(|tag| after.contains_key(*tag));
    let stay_after = after.keys().filter(|tag| before.contains_key(*tag));
    let stays = |tag: &String| before.contains_key(tag);
    let new_is_first = after.keys().next().is_some_and(|first| !stays(first)) && after.keys().any(stays);
    new_is_first || !stay_before.eq(stay_after)
}

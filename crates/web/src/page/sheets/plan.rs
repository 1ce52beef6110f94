//! The plan: what each row of a spreadsheet would do, held against what is there now.

use std::collections::HashMap;

use ayni_domain::difference::{Difference, differences};
use ayni_domain::permission::{Actor, may_revise};
use ayni_domain::sheet::{Ground, Named, Obstacle, OpenDraft, ground};
use ayni_domain::snapshot::{from_record, missing};
use ayni_domain::{Body, PersonId, RecordKey};
use ayni_formats::sheet::{Outcome, Row, RowIssue, compare};
use ayni_store::draft::Draft;
use ayni_store::sheet::There;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::page::renew::subject;

/// A row with what it would do.
pub(super) struct Planned<'a> {
    /// Its position among the rows of the file, by which forms name it.
    pub at: usize,
    pub row: &'a Row,
    pub does: Does,
}

/// What a row does.
pub(super) enum Does {
    /// It makes a draft, or the next version of one.
    Writes(Box<Writing>),
    /// All that it says stands there already: in the record, or in a draft of the person.
    Nothing { draft: Option<Uuid> },
    /// It cannot be taken.
    Refused {
        why: Why,
        /// The person's own draft that it would have changed.
        draft: Option<Uuid>,
    },
}

/// A draft to write.
pub(super) struct Writing {
    pub key: RecordKey,
    /// What the row was held against.
    pub ground: Ground,
    /// The draft that it changes, if there is one.
    pub draft: Option<Draft>,
    pub body: Body,
    /// The words of the draft as they become.
    pub after: Map<String, Value>,
    /// What changes of what it was held against; everything, of a new record.
    pub differences: Vec<Difference>,
}

/// Why a row cannot be taken.
pub(super) enum Why {
    /// Cells are wrong or missing.
    Issues(Vec<RowIssue>),
    /// The record is not for the person to change.
    Obstacle(Obstacle),
    /// Their draft would say what the record says.
    NothingNew,
}

/// The records that rows name.
pub(super) fn keys(rows: &[Row]) -> Vec<RecordKey> {
    let mut keys: Vec<RecordKey> = rows.iter().filter_map(Row::key).collect();
    keys.sort_by_key(ToString::to_string);
    keys.dedup();
    keys
}

/// What each row would do, in their order.
pub(super) fn plan<'a>(actor: Actor<'_>, me: PersonId, rows: &'a [Row], there: &HashMap<RecordKey, There>) -> Vec<Planned<'a>> {
    let existing: Vec<(RecordKey, Map<String, Value>)> = there
        .iter()
        .filter_map(|(key, there)| {
            let own = own_draft(there, ground_of(actor, me, there).ok());
            Some((key.clone(), object(key, there, own)?))
        })
        .collect();
    let changes = compare(&existing, rows).into_iter().zip(rows).enumerate();
    let planned = |(at, (change, row)): (usize, (ayni_formats::sheet::RowChange, &'a Row))| {
        let none = There::default();
        let there = change.key.as_ref().and_then(|key| there.get(key)).unwrap_or(&none);
        let ground = ground_of(actor, me, there);
        let draft = own_draft(there, ground.ok());
        let does = match (change.outcome, ground, change.key) {
            (Outcome::Refused(issues), ..) => Does::Refused { why: Why::Issues(issues), draft: draft.map(|draft| draft.id) },
            (_, Err(obstacle), _) => Does::Refused { why: Why::Obstacle(obstacle), draft: None },
            (Outcome::New(body) | Outcome::Changed { body, .. }, Ok(ground), Some(key)) => write(row, key, body, ground, there),
            (..) => Does::Nothing { draft: draft.map(|draft| draft.id) },
        };
        Planned { at, row, does }
    };
    changes.map(planned).collect()
}

fn ground_of(actor: Actor<'_>, me: PersonId, there: &There) -> Result<Ground, Obstacle> {
    let named = there.record.as_ref().map(|record| Named { revision: record.envelope.revision, may_revise: may_revise(actor, subject(record)) });
    let open = |draft: &Draft| OpenDraft { id: draft.id, author: draft.author, version: draft.version };
    ground(named, &there.drafts.iter().map(open).collect::<Vec<_>>(), me)
}

/// The draft against which a row is held.
fn own_draft(there: &There, ground: Option<Ground>) -> Option<&Draft> {
    let Some(Ground::Draft { id, .. }) = ground else { return None };
    there.drafts.iter().find(|draft| draft.id == id)
}

/// What a row is held against, as rows see records: what stands in columns that the sheet has not got stays.
fn object(key: &RecordKey, there: &There, draft: Option<&Draft>) -> Option<Map<String, Value>> {
    let Some(draft) = draft else { return there.record.as_ref().map(|record| record.body.to_json(key)) };
    let mut object = draft.body.clone();
    object.insert("kind".into(), key.kind.code().into());
    object.insert("slug".into(), key.slug.as_str().into());
    Some(object)
}

fn write(row: &Row, key: RecordKey, body: Body, ground: Ground, there: &There) -> Does {
    let draft = own_draft(there, Some(ground));
    let refused = |why| Does::Refused { why, draft: draft.map(|draft| draft.id) };
    let after = from_record(&body);
    let revises = match draft {
        Some(draft) => draft.revises.is_some(),
        None => there.record.is_some(),
    };
    let missing = missing(key.kind, &after, revises);
    if !missing.is_empty() {
        return refused(Why::Issues(row.locate(missing)));
    }
    let published = there.record.as_ref().map(|record| from_record(&record.body));
    let before = match draft {
        Some(draft) => draft.body.clone(),
        None => published.clone().unwrap_or_default(),
    };
    let differences = differences(&before, &after);
    if differences.is_empty() {
        return Does::Nothing { draft: draft.map(|draft| draft.id) };
    }
    if draft.is_some() && published.is_some_and(|published| ayni_domain::difference::differences(&published, &after).is_empty()) {
        return refused(Why::NothingNew);
    }
    Does::Writes(Box::new(Writing { key, ground, draft: draft.cloned(), body, after, differences }))
}

//! Records: find, list, save in batches, withdraw and restore. One machinery for every kind.

use std::collections::HashMap;
use std::sync::Arc;

use ayni_domain::change::Change;
use ayni_domain::record::read_line;
use ayni_domain::{Body, Envelope, Kind, Record, RecordKey, Slug, State};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, QueryOrder, QuerySelect, Statement};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::revision::Signature;
use crate::{Store, StoreError, Tx, change, revision};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub kind: String,
        pub slug: String,
        pub revision: i32,
        pub state: String,
        pub reason: Option<String>,
        pub steward: String,
        pub published_at: i64,
        pub updated_at: i64,
        pub review_on: String,
        pub hash: String,
        pub body: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::{Column, Entity, Model};

/// Steward of records that nobody else took: the secretariat of the instance.
pub const SECRETARIAT: &str = "secretariat";
const PUBLISHED: &str = "published";
const WITHDRAWN: &str = "withdrawn";

/// What saving did with one record of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is new.
    Added,
    /// It has a new revision.
    Revised,
    /// It is as it was; nothing was written.
    Unchanged,
    /// It was withdrawn before; nothing was written. Restoring is a step of its own.
    Withdrawn,
}

impl Store {
    /// The record with this kind and slug, withdrawn ones included.
    ///
    /// # Errors
    /// `Corrupt` when the row no longer fits, `Database`.
    pub async fn find(&self, key: &RecordKey) -> Result<Option<Arc<Record>>, StoreError> {
        let row = Entity::find().filter(Column::Kind.eq(key.kind.code())).filter(Column::Slug.eq(key.slug.as_str())).one(&self.db).await?;
        row.map(|row| self.decode(row)).transpose()
    }

    /// Records by identifier and revision, in this order; what is not there any more is left out.
    ///
    /// Those in memory cost no query; the others one together. A newer revision than asked for is given as it is now.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn list(&self, wanted: &[(Uuid, u32)]) -> Result<Vec<Arc<Record>>, StoreError> {
        let mut found: HashMap<Uuid, Arc<Record>> = wanted.iter().filter_map(|at| Some((at.0, self.records.get(at)?))).collect();
        let missing: Vec<String> = wanted.iter().filter(|(id, _)| !found.contains_key(id)).map(|(id, _)| id.to_string()).collect();
        for part in missing.chunks(500) {
            for row in Entity::find().filter(Column::Id.is_in(part)).all(&self.db).await? {
                let record = self.decode(row)?;
                found.insert(record.envelope.id, record);
            }
        }
        Ok(wanted.iter().filter_map(|(id, _)| found.get(id).cloned()).collect())
    }

    /// The next records after a key, in the order of kind and slug, at most `limit`; `kind` narrows to one kind.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn page(&self, kind: Option<Kind>, after: Option<&RecordKey>, limit: u64) -> Result<Vec<Arc<Record>>, StoreError> {
        let mut query = Entity::find().order_by_asc(Column::Kind).order_by_asc(Column::Slug).limit(limit);
        if let Some(kind) = kind {
            query = query.filter(Column::Kind.eq(kind.code()));
        }
        if let Some(after) = after {
            let same_kind = Condition::all().add(Column::Kind.eq(after.kind.code())).add(Column::Slug.gt(after.slug.as_str()));
            query = query.filter(Condition::any().add(Column::Kind.gt(after.kind.code())).add(same_kind));
        }
        // Not kept in memory: who walks through everything would push out what readers ask for.
        query.all(&self.db).await?.into_iter().map(|row| read(row).map(Arc::new)).collect()
    }

    /// Number of published records per kind, in the order of [`Kind::ALL`].
    ///
    /// # Errors
    /// `Database`.
    pub async fn counts(&self) -> Result<Vec<(Kind, u64)>, StoreError> {
        let sql = "SELECT kind, count(*) FROM record WHERE state = 'published' GROUP BY kind";
        let mut counts = HashMap::new();
        for row in self.db.query_all_raw(Statement::from_string(self.db.get_database_backend(), sql)).await? {
            counts.insert(row.try_get_by_index::<String>(0)?, row.try_get_by_index::<i64>(1)?);
        }
        let of = |kind: Kind| counts.get(kind.code()).and_then(|n| u64::try_from(*n).ok()).unwrap_or(0);
        Ok(Kind::ALL.iter().map(|&kind| (kind, of(kind))).collect())
    }

    /// Which of these records are new, changed or as they were; nothing is written.
    ///
    /// # Errors
    /// `Database`.
    pub async fn compare(&self, batch: &[(RecordKey, Body)]) -> Result<Vec<Saved>, StoreError> {
        let known = existing(&self.db, batch).await?;
        Ok(batch.iter().map(|(key, body)| compare(known.get(key), &hash(&json(key, body)))).collect())
    }

    fn decode(&self, row: Model) -> Result<Arc<Record>, StoreError> {
        let at = (Uuid::parse_str(&row.id).unwrap_or_default(), u32::try_from(row.revision).unwrap_or_default());
        if let Some(record) = self.records.get(&at) {
            return Ok(record);
        }
        let record = Arc::new(read(row)?);
        self.records.insert(at, record.clone());
        Ok(record)
    }
}

impl Tx {
    /// Saves and publishes a batch of records: new ones are added, changed ones get a revision, unchanged ones nothing.
    ///
    /// Of a key that stands in the batch twice the last one counts. Everything takes effect with [`Tx::commit`].
    ///
    /// # Errors
    /// `Database`; nothing takes effect then.
    pub async fn save_all(&self, batch: &[(RecordKey, Body)], signature: &Signature) -> Result<Vec<Saved>, StoreError> {
        let known = existing(&self.db, batch).await?;
        let last: HashMap<&RecordKey, usize> = batch.iter().enumerate().map(|(at, (key, _))| (key, at)).collect();
        let mut saved = Vec::with_capacity(batch.len());
        let (mut added, mut revised) = (Vec::new(), Vec::new());
        for (at, (key, body)) in batch.iter().enumerate() {
            let body = json(key, body);
            let hash = hash(&body);
            let outcome = if last[key] == at { compare(known.get(key), &hash) } else { Saved::Unchanged };
            match (outcome, known.get(key)) {
                (Saved::Added, _) => added.push(new_row(key, body, hash, signature)),
                (Saved::Revised, Some(old)) => revised.push(Model {
                    revision: old.revision + 1,
                    updated_at: signature.at.as_microsecond(),
                    review_on: review_on(key.kind, signature.at),
                    hash,
                    body,
                    ..old.clone()
                }),
                _ => {}
            }
            saved.push(outcome);
        }
        for part in added.chunks(500) {
            Entity::insert_many(part.iter().cloned().map(active)).exec_without_returning(&self.db).await?;
        }
        for row in &revised {
            self.replace(row).await?;
        }
        let changes = added.iter().map(|row| (row, Change::Published)).chain(revised.iter().map(|row| (row, Change::Revised)));
        self.note(changes, signature).await?;
        Ok(saved)
    }

    /// Takes a published record out of public view; the reason stays in its place.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is withdrawn already, `Database`.
    pub async fn withdraw(&self, key: &RecordKey, reason: &str, signature: &Signature) -> Result<(), StoreError> {
        self.step(key, PUBLISHED, (WITHDRAWN, Some(reason)), Change::Withdrawn, signature).await
    }

    /// Puts a withdrawn record back into public view.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is published already, `Database`.
    pub async fn restore(&self, key: &RecordKey, signature: &Signature) -> Result<(), StoreError> {
        self.step(key, WITHDRAWN, (PUBLISHED, None), Change::Restored, signature).await
    }

    async fn step(&self, key: &RecordKey, from: &str, to: (&str, Option<&str>), change: Change, signature: &Signature) -> Result<(), StoreError> {
        let row = Entity::find().filter(Column::Kind.eq(key.kind.code())).filter(Column::Slug.eq(key.slug.as_str())).one(&self.db).await?;
        let row = row.ok_or_else(|| StoreError::NoRecord(key.clone()))?;
        if row.state != from {
            return Err(StoreError::WrongState(key.clone(), if from == PUBLISHED { "withdrawn already" } else { "published already" }));
        }
        let row = Model {
            revision: row.revision + 1,
            state: to.0.to_owned(),
            reason: to.1.map(str::to_owned),
            updated_at: signature.at.as_microsecond(),
            ..row
        };
        self.replace(&row).await?;
        self.note([(&row, change)], signature).await
    }

    /// Writes a row over its last revision; another revision in between is an error.
    async fn replace(&self, row: &Model) -> Result<(), StoreError> {
        let changed = Entity::update_many()
            .set(row::ActiveModel { id: sea_orm::ActiveValue::NotSet, ..active(row.clone()) })
            .filter(Column::Id.eq(row.id.as_str()))
            .filter(Column::Revision.eq(row.revision - 1))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::corrupt("record", "revision", &row.id, "another revision came in between")) }
    }

    async fn note<'a>(&self, changes: impl IntoIterator<Item = (&'a Model, Change)>, signature: &Signature) -> Result<(), StoreError> {
        let at = signature.at.as_microsecond();
        let (revisions, entries) = changes
            .into_iter()
            .map(|(row, change)| {
                let revision = revision::Model {
                    record_id: row.id.clone(),
                    revision: row.revision,
                    change: change.code().to_owned(),
                    at,
                    author: signature.author.clone(),
                    reviewer: signature.reviewer.clone(),
                    note: row.reason.clone().or_else(|| signature.note.clone()),
                    body: row.body.clone(),
                };
                let entry = change::Model {
                    seq: 0, // numbered when appended
                    at,
                    change: change.code().to_owned(),
                    kind: row.kind.clone(),
                    slug: row.slug.clone(),
                    id: row.id.clone(),
                    revision: row.revision,
                };
                (revision, entry)
            })
            .unzip();
        revision::add_all(&self.db, revisions).await?;
        change::append(&self.db, entries).await
    }
}

async fn existing(db: &impl ConnectionTrait, batch: &[(RecordKey, Body)]) -> Result<HashMap<RecordKey, Model>, StoreError> {
    let mut known = HashMap::new();
    for part in batch.chunks(500) {
        let slugs = part.iter().map(|(key, _)| key.slug.as_str());
        for row in Entity::find().filter(Column::Slug.is_in(slugs)).all(db).await? {
            if let (Some(kind), Ok(slug)) = (Kind::parse(&row.kind), Slug::parse(&row.slug)) {
                known.insert(RecordKey { kind, slug }, row);
            }
        }
    }
    Ok(known)
}

fn compare(old: Option<&Model>, hash: &str) -> Saved {
    match old {
        None => Saved::Added,
        Some(old) if old.state == WITHDRAWN => Saved::Withdrawn,
        Some(old) if old.hash == hash => Saved::Unchanged,
        Some(_) => Saved::Revised,
    }
}

fn new_row(key: &RecordKey, body: String, hash: String, signature: &Signature) -> Model {
    let at = signature.at.as_microsecond();
    Model {
        id: Uuid::now_v7().to_string(),
        kind: key.kind.code().to_owned(),
        slug: key.slug.as_str().to_owned(),
        revision: 1,
        state: PUBLISHED.to_owned(),
        reason: None,
        steward: SECRETARIAT.to_owned(),
        published_at: at,
        updated_at: at,
        review_on: review_on(key.kind, signature.at),
        hash,
        body,
    }
}

fn review_on(kind: Kind, now: Timestamp) -> String {
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    today.saturating_add(kind.review_months().months()).to_string()
}

fn active(m: Model) -> row::ActiveModel {
    row::ActiveModel {
        id: Set(m.id),
        kind: Set(m.kind),
        slug: Set(m.slug),
        revision: Set(m.revision),
        state: Set(m.state),
        reason: Set(m.reason),
        steward: Set(m.steward),
        published_at: Set(m.published_at),
        updated_at: Set(m.updated_at),
        review_on: Set(m.review_on),
        hash: Set(m.hash),
        body: Set(m.body),
    }
}

fn json(key: &RecordKey, body: &Body) -> String {
    Value::Object(body.to_json(key)).to_string()
}

fn hash(body: &str) -> String {
    hex(&Sha256::digest(body.as_bytes()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn read_body(json: &str) -> Result<(RecordKey, Body), String> {
    read_line(json).map_err(|issues| issues.first().map(ToString::to_string).unwrap_or_default())
}

/// About how many bytes a decoded record takes: twice its words.
pub(crate) fn weight(record: &Record) -> usize {
    let common = record.body.common();
    let words: usize =
        [&common.title, &common.summary].into_iter().chain(record.body.texts()).flat_map(|t| t.iter().map(|(_, text)| text.len())).sum();
    1_500 + 2 * words
}

fn read(row: Model) -> Result<Record, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("record", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let (key, body) = read_body(&row.body).map_err(|problem| corrupt("body", problem))?;
    let state = match row.state.as_str() {
        PUBLISHED => State::Published,
        WITHDRAWN => State::Withdrawn { reason: row.reason.clone().unwrap_or_default() },
        other => return Err(corrupt("state", other.to_owned())),
    };
    let envelope = Envelope {
        id: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
        key,
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        state,
        steward: row.steward.clone(),
        published_at: time("published_at", row.published_at)?,
        updated_at: time("updated_at", row.updated_at)?,
        review_on: row.review_on.parse().map_err(|error: jiff::Error| corrupt("review_on", error.to_string()))?,
    };
    Ok(Record { envelope, body })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Subject;
    use crate::testing::{on_both, organization, signature};

    on_both!(saving_publishes_and_notes_every_change, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.save_all(&[(key.clone(), body.clone())], &signature()).await.expect("save"), [Saved::Added]);
        assert!(store.find(&key).await.expect("find").is_none(), "nothing takes effect before the commit");
        tx.commit().await.expect("commit");

        let record = store.find(&key).await.expect("find").expect("there");
        assert_eq!((record.envelope.revision, &record.body), (1, &body));
        let tx = store.begin().await.expect("begin");
        let changed = organization("cplp", "Community").1;
        let saved = tx.save_all(&[(key.clone(), changed.clone()), organization("g7", "g7+")], &signature()).await.expect("save");
        assert_eq!(saved, [Saved::Revised, Saved::Added]);
        tx.commit().await.expect("commit");
        assert_eq!(store.compare(&[(key.clone(), changed)]).await.expect("compare"), [Saved::Unchanged]);

        let entries = store.changes_since(0, 10).await.expect("log");
        let said: Vec<_> =
            entries.iter().map(|e| (e.seq, e.change.code(), matches!(&e.subject, Subject::Record { revision, .. } if *revision == 2))).collect();
        assert_eq!(said, [(1, "published", false), (2, "published", false), (3, "revised", true)]);
        let revisions = store.revisions(&key).await.expect("revisions");
        assert_eq!(revisions.iter().map(|r| (r.revision, r.change)).collect::<Vec<_>>(), [(2, Change::Revised), (1, Change::Published)]);
        assert_eq!(revisions[1].body, body);
    });

    on_both!(a_transaction_that_is_dropped_leaves_nothing, |store| {
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[organization("cplp", "CPLP")], &signature()).await.expect("save");
        drop(tx);
        assert_eq!(store.position().await.expect("position"), 0);
        assert_eq!(store.page(None, None, 10).await.expect("page"), []);
    });

    on_both!(withdrawal_leaves_a_tombstone_that_only_restoring_lifts, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[(key.clone(), body.clone())], &signature()).await.expect("save");
        tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
        assert!(matches!(tx.withdraw(&key, "again", &signature()).await, Err(StoreError::WrongState(..))));
        tx.commit().await.expect("commit");
        let record = store.find(&key).await.expect("find").expect("there");
        assert_eq!(record.envelope.state, State::Withdrawn { reason: "not ours".into() });

        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.save_all(&[organization("cplp", "New")], &signature()).await.expect("save"), [Saved::Withdrawn]);
        tx.restore(&key, &signature()).await.expect("restore");
        tx.commit().await.expect("commit");
        assert_eq!(store.find(&key).await.expect("find").expect("there").envelope.state, State::Published);
        let counts = store.counts().await.expect("counts");
        assert_eq!(counts.iter().find(|(kind, _)| *kind == Kind::Organization), Some(&(Kind::Organization, 1)));
    });

    on_both!(pages_walk_through_all_records_once, |store| {
        let batch: Vec<_> = (0..25).map(|n| organization(&format!("org-{n:02}"), "Name")).collect();
        let tx = store.begin().await.expect("begin");
        tx.save_all(&batch, &signature()).await.expect("save");
        tx.commit().await.expect("commit");
        let mut seen = Vec::new();
        loop {
            let page = store.page(None, seen.last(), 10).await.expect("page");
            if page.is_empty() {
                break;
            }
            seen.extend(page.iter().map(|record| record.envelope.key.clone()));
        }
        assert_eq!(seen, batch.into_iter().map(|(key, _)| key).collect::<Vec<_>>());
    });

    on_both!(writers_come_one_after_another_and_the_log_has_no_gap, |store| {
        let writers: Vec<_> = (0..8)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move {
                    let tx = store.begin().await.expect("begin");
                    tx.save_all(&[organization(&format!("org-{n}"), "Name")], &signature()).await.expect("save");
                    tx.commit().await.expect("commit");
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("no panic");
        }
        let log = store.changes_since(0, 100).await.expect("log");
        assert_eq!(log.iter().map(|entry| entry.seq).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
    });
}

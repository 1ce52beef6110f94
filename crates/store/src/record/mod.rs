//! Records: find, list, save in batches, withdraw and restore. One machinery for every kind.

pub(crate) mod row;
mod save;

use std::collections::HashMap;
use std::sync::Arc;

use ayni_domain::{Body, Kind, Record, RecordKey};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, ConnectionTrait, QueryOrder, QuerySelect, Statement};
use uuid::Uuid;

use crate::{Store, StoreError};
use row::{Column, Entity, Model, body, envelope, hash, json, read};
pub(crate) use row::{hex, read_body};
pub(crate) use save::review_on;
use save::{compare, existing};

/// Steward of records that nobody else took: the secretariat of the instance.
pub const SECRETARIAT: &str = "secretariat";
pub(crate) const PUBLISHED: &str = "published";
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
    /// Those in memory cost no query; the others one together. A newer revision than asked for is given as it is now. What stands around a body
    /// (light, objections) is as it was when the change log was last followed with [`Store::reload`].
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

    /// Records as they are now, in this order, whatever is kept in memory of them; that is renewed. For who follows the change log: entries
    /// without a revision leave a record with the same revision but another envelope.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn reload(&self, ids: &[Uuid]) -> Result<Vec<Arc<Record>>, StoreError> {
        let mut found = HashMap::new();
        for part in ids.chunks(500) {
            for row in Entity::find().filter(Column::Id.is_in(part.iter().map(Uuid::to_string))).all(&self.db).await? {
                let record = Arc::new(read(&row)?);
                self.records.insert((record.envelope.id, record.envelope.revision), record.clone());
                found.insert(record.envelope.id, record);
            }
        }
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// Forgets the records that are kept in memory: for who builds everything anew instead of following the change log.
    pub fn forget(&self) {
        self.records.invalidate_all();
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
        query.all(&self.db).await?.into_iter().map(|row| read(&row).map(Arc::new)).collect()
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

    /// Number of published records that were first published after a moment.
    ///
    /// # Errors
    /// `Database`.
    pub async fn published_since(&self, at: Timestamp) -> Result<u64, StoreError> {
        let new = Entity::find().filter(Column::State.eq(PUBLISHED)).filter(Column::PublishedAt.gt(at.as_microsecond()));
        Ok(new.count(&self.db).await?)
    }

    /// Which of these records are new, changed or as they were; nothing is written.
    ///
    /// # Errors
    /// `Database`.
    pub async fn compare(&self, batch: &[(RecordKey, Body)]) -> Result<Vec<Saved>, StoreError> {
        let known = existing(&self.db, batch).await?;
        Ok(batch.iter().map(|(key, body)| compare(known.get(key), &hash(&json(key, body)))).collect())
    }

    /// A row as a record. The body of a revision never changes, but what stands around it may.
    pub(crate) fn decode(&self, row: Model) -> Result<Arc<Record>, StoreError> {
        let envelope = envelope(&row)?;
        let at = (envelope.id, envelope.revision);
        match self.records.get(&at) {
            Some(kept) if kept.envelope == envelope => Ok(kept),
            // Which of the two is the newer cannot be told here; what is kept is renewed by who follows the change log.
            Some(kept) => Ok(Arc::new(Record { envelope, body: kept.body.clone() })),
            None => {
                let record = Arc::new(Record { envelope, body: body(&row)? });
                self.records.entry(at).or_insert(record.clone());
                Ok(record)
            }
        }
    }
}

/// The names of records by identifier; what is not there is left out.
pub(crate) async fn keys_of(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = &str>) -> Result<HashMap<String, RecordKey>, StoreError> {
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut keys = HashMap::new();
    for part in ids.chunks(500) {
        let rows: Vec<(String, String, String)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Kind, Column::Slug])
            .filter(Column::Id.is_in(part.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        keys.extend(rows.into_iter().filter_map(|(id, kind, slug)| Some((id, row::key(&kind, &slug)?))));
    }
    Ok(keys)
}

/// About how many bytes a decoded record takes: twice its words.
pub(crate) fn weight(record: &Record) -> usize {
    let common = record.body.common();
    let words: usize =
        [&common.title, &common.summary].into_iter().chain(record.body.texts()).flat_map(|t| t.iter().map(|(_, text)| text.len())).sum();
    1_500 + 2 * words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Subject;
    use crate::testing::{on_both, organization, signature};
    use ayni_domain::State;
    use ayni_domain::change::Change;

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

//! History: what each revision of a record changed, and putting an older one back in force.

use ayni_domain::RecordKey;
use ayni_domain::difference::{Difference, differences};
use ayni_domain::snapshot::from_record;
use uuid::Uuid;

use crate::known::record_by_key;
use crate::record::Saved;
use crate::revision::{self, Revision, Signature};
use crate::{Store, StoreError, Tx};

/// A revision with what it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// The revision.
    pub revision: Revision,
    /// Differences to the one before; none for the first, and none where only the state changed.
    pub differences: Vec<Difference>,
}

impl Store {
    /// All revisions of a record with what each changed, the newest first; empty when there is no such record.
    ///
    /// # Errors
    /// `Corrupt` when a revision can no longer be read, `Database`.
    pub async fn history(&self, id: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        let revisions = self.revisions_of(id).await?;
        let bodies: Vec<_> = revisions.iter().map(|revision| from_record(&revision.body)).collect();
        let changed = |at: usize| bodies.get(at + 1).map(|before| differences(before, &bodies[at])).unwrap_or_default();
        Ok(revisions.into_iter().enumerate().map(|(at, revision)| HistoryEntry { revision, differences: changed(at) }).collect())
    }
}

impl Tx {
    /// Publishes what a record said in an older revision as a new one; the note says from which, unless the signature says more.
    ///
    /// `Unchanged` when the record says the same now.
    ///
    /// # Errors
    /// `NoRecord`, `NoRevision`, `WrongState` when the record is withdrawn, `Corrupt`, `Database`.
    pub async fn restore_revision(&self, key: &RecordKey, revision: u32, signature: &Signature) -> Result<Saved, StoreError> {
        let record = record_by_key(&self.db, key).await?.ok_or_else(|| StoreError::NoRecord(key.clone()))?.published()?;
        let found = revision::find(&self.db, record.base.record, revision).await?;
        let older = found.ok_or_else(|| StoreError::NoRevision(key.clone(), revision))?;
        let note = signature.note.clone().unwrap_or_else(|| format!("as in revision {revision}"));
        let saved = self.save_all(&[(key.clone(), older.body)], &Signature { note: Some(note), ..signature.clone() }).await?;
        saved.first().copied().ok_or_else(|| StoreError::NoRecord(key.clone()))
    }
}

#[cfg(test)]
mod tests {
    use ayni_domain::change::Change;

    use super::*;
    use crate::testing::{on_both, organization, signature};

    async fn save(store: &Store, name: &str) {
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[organization("cplp", name)], &signature()).await.expect("save");
        tx.commit().await.expect("commit");
    }

    on_both!(history_says_what_each_revision_changed, |store| {
        let key = organization("cplp", "CPLP").0;
        assert_eq!(store.history(Uuid::now_v7()).await.expect("history"), []);
        save(&store, "CPLP").await;
        save(&store, "Community").await;
        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "twice", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        let id = store.find(&key).await.expect("find").expect("there").envelope.id;
        let history = store.history(id).await.expect("history");
        let said: Vec<(u32, Change, Vec<String>)> = history
            .iter()
            .map(|entry| (entry.revision.revision, entry.revision.change, entry.differences.iter().map(|d| d.path.to_string()).collect()))
            .collect();
        let changed = vec!["title.en".to_owned(), "name.en".to_owned()];
        assert_eq!(said, [(3, Change::Withdrawn, vec![]), (2, Change::Revised, changed), (1, Change::Published, vec![])]);
    });

    on_both!(an_older_revision_comes_back_as_a_new_one, |store| {
        let key = organization("cplp", "CPLP").0;
        let tx = store.begin().await.expect("begin");
        assert!(matches!(tx.restore_revision(&key, 1, &signature()).await, Err(StoreError::NoRecord(_))));
        drop(tx);
        save(&store, "CPLP").await;
        save(&store, "Spam").await;
        let tx = store.begin().await.expect("begin");
        assert!(matches!(tx.restore_revision(&key, 7, &signature()).await, Err(StoreError::NoRevision(_, 7))));
        assert_eq!(tx.restore_revision(&key, 2, &signature()).await.expect("restore"), Saved::Unchanged);
        assert_eq!(tx.restore_revision(&key, 1, &signature()).await.expect("restore"), Saved::Revised);
        tx.commit().await.expect("commit");
        let revisions = store.revisions(&key).await.expect("revisions");
        assert_eq!(
            revisions.iter().map(|r| (r.revision, r.change)).collect::<Vec<_>>(),
            [(3, Change::Revised), (2, Change::Revised), (1, Change::Published)]
        );
        assert_eq!(revisions[0].body, revisions[2].body);
        assert_eq!(revisions[0].signature.note.as_deref(), Some("as in revision 1"));

        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "twice", &signature()).await.expect("withdraw");
        assert!(matches!(tx.restore_revision(&key, 2, &signature()).await, Err(StoreError::WrongState(..))));
    });
}

//! The change log as a check reads it: every entry, in order, without a gap.

use std::collections::BTreeMap;

use ayni_domain::{RecordKey, Slug};
use ayni_store::change::{Entry, Subject};
use ayni_store::{Store, StoreError};

use super::findings::Findings;
use crate::failure::Failure;

/// Entries that are read together.
const PAGE: u64 = 1_000;

/// What the log says: the newest revision of each record, and how far it was read.
#[derive(Debug, Default)]
pub struct Log {
    newest: BTreeMap<RecordKey, u32>,
    position: i64,
}

impl Log {
    /// Reads on to the present end of the log; a gap or an entry that cannot be read is an error.
    pub async fn read(&mut self, store: &Store, findings: &mut Findings) -> Result<(), Failure> {
        let end = store.position().await?;
        let mut limit = PAGE;
        while self.position < end {
            match store.changes_since(self.position, limit).await {
                Ok(entries) if entries.is_empty() => {
                    findings.error(format_args!("change log: entries {} to {end} are missing", self.position + 1));
                    self.position = end;
                }
                Ok(entries) => entries.into_iter().for_each(|entry| self.take(entry, findings)),
                Err(StoreError::Corrupt { .. }) if limit > 1 => limit = 1, // one by one, to name the one
                Err(error @ StoreError::Corrupt { .. }) => {
                    findings.error(format_args!("change log: {error}"));
                    (self.position, limit) = (self.position + 1, PAGE);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn take(&mut self, entry: Entry, findings: &mut Findings) {
        if entry.seq != self.position + 1 {
            findings.error(format_args!("change log: entries {} to {} are missing", self.position + 1, entry.seq - 1));
        }
        self.position = entry.seq;
        if let Subject::Record { kind, slug, revision, .. } = entry.subject {
            match Slug::parse(&slug) {
                Ok(slug) => drop(self.newest.insert(RecordKey { kind, slug }, revision)),
                Err(_) => findings.error(format_args!("change log: entry {}: {slug:?} is no slug", entry.seq)),
            }
        }
    }

    /// Records that the log names, in the order of kind and slug.
    pub fn keys(&self) -> impl Iterator<Item = &RecordKey> {
        self.newest.keys()
    }

    /// Whether the log names a record.
    pub fn has(&self, key: &RecordKey) -> bool {
        self.newest.contains_key(key)
    }

    /// Number of records that the log names.
    pub fn records(&self) -> u64 {
        self.newest.len() as u64
    }

    /// The newest revision of a record.
    pub fn revision(&self, key: &RecordKey) -> Option<u32> {
        self.newest.get(key).copied()
    }

    /// Position up to which the log was read.
    pub const fn position(&self) -> i64 {
        self.position
    }
}

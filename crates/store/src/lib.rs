//! What is kept: records with their revisions, the change log, the concept table's changes, and files.
//!
//! One code path for SQLite (one file, no service) and PostgreSQL (several nodes). Every change to a record is a revision and an
//! entry of the append-only change log in the same transaction; search index, page cache and feeds follow that log and nothing else.

mod about;
pub mod adoption;
pub mod attempt;
pub mod audit;
pub mod backup;
pub mod blob;
pub mod change;
pub mod concept;
mod connection;
pub mod contribution;
pub mod credential;
pub mod draft;
mod error;
pub mod exchange;
pub mod file;
pub mod history;
pub mod job;
mod known;
pub mod life;
pub mod mandate;
pub mod migration;
pub mod notice;
pub mod objection;
pub mod outbox;
pub mod person;
pub mod personal;
pub mod queue;
pub mod record;
pub mod report;
pub mod retention;
pub mod review;
pub mod revision;
pub mod secret;
pub mod session;
pub mod setting;
pub mod sheet;
mod sql;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod token;
pub mod translation;

use std::sync::Arc;

use ayni_domain::Record;
use moka::sync::Cache;
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

pub use about::About;
pub use blob::Blobs;
pub use connection::Database;
pub use error::StoreError;
pub use secret::{Secret, SecretHash};

/// Decoded records that are kept in memory, by the length of their JSON: what a database call costs is paid rarely.
const CACHE_BYTES: u64 = 24 * 1024 * 1024;

/// An open store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    blobs: Blobs,
    records: Cache<(Uuid, u32), Arc<Record>>,
    /// The writers of this node, one after another in the order in which they came.
    turn: Arc<Mutex<()>>,
}

/// A transaction that writes; dropping it without [`Tx::commit`] undoes everything.
pub struct Tx {
    db: DatabaseTransaction,
    /// Given to the next writer when the transaction has ended: it is dropped after `db`.
    _turn: OwnedMutexGuard<()>,
}

impl Store {
    /// Opens a store and brings its tables to the present form.
    ///
    /// # Errors
    /// `Database` when it cannot be reached or migrated.
    pub async fn open(database: &Database, blobs: Blobs) -> Result<Self, StoreError> {
        let db = connection::connect(database).await?;
        migration::up(&db).await?;
        let records = Cache::builder()
            .weigher(|_, record: &Arc<Record>| u32::try_from(record::weight(record)).unwrap_or(u32::MAX))
            .max_capacity(CACHE_BYTES)
            .build();
        Ok(Self { db, blobs, records, turn: Arc::default() })
    }

    /// Begins a transaction that writes. Writers come one after another, so that no reader of the change log can miss a late entry.
    ///
    /// Those of one node wait here, in order: in the database they would hold connections that readers need, and on SQLite ask for the lock
    /// again and again with longer and longer breaks. Whoever holds a transaction must not begin a second one.
    ///
    /// # Errors
    /// `Database`, also when another writer holds the store for longer than the time limit.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        let turn = self.turn.clone().lock_owned().await;
        let db = self.db.begin().await?;
        change::lock(&db).await?;
        Ok(Tx { db, _turn: turn })
    }

    /// Asks the database for nothing in particular.
    ///
    /// # Errors
    /// `Database` when it does not answer.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.db.ping().await?;
        Ok(())
    }

    /// The files of this store.
    #[must_use]
    pub const fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Closes the connections; on SQLite the write-ahead log is folded into the file.
    ///
    /// # Errors
    /// `Database` when the last writes cannot be finished.
    pub async fn close(self) -> Result<(), StoreError> {
        self.db.close().await?;
        Ok(())
    }
}

impl Tx {
    /// Makes everything of this transaction take effect at once.
    ///
    /// # Errors
    /// `Database`; nothing has taken effect then.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.db.commit().await?;
        Ok(())
    }
}

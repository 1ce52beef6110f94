//! Connecting to the database: SQLite as one file in WAL mode, or PostgreSQL.

use std::path::PathBuf;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, DatabaseConnection};

use crate::StoreError;

/// How long a writer waits for another.
const BUSY: Duration = Duration::from_secs(30);

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// One file; made when it is not there.
    Sqlite(PathBuf),
    /// A PostgreSQL address, `postgres://user:password@host/name`.
    Postgres(String),
}

pub(crate) async fn connect(database: &Database) -> Result<DatabaseConnection, StoreError> {
    let mut options = match database {
        Database::Sqlite(path) => sqlite(path)?,
        Database::Postgres(url) => {
            let mut options = ConnectOptions::new(url.clone());
            options.max_connections(16).acquire_timeout(BUSY);
            options
        }
    };
    options.sqlx_logging(false).test_before_acquire(false);
    Ok(sea_orm::Database::connect(options).await?)
}

fn sqlite(path: &std::path::Path) -> Result<ConnectOptions, StoreError> {
    let text = path.to_str().ok_or_else(|| StoreError::Settings(format!("the path {} is not UTF-8", path.display())))?.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:"); // replaced below: a path in an address would need escaping
    options.max_connections(6).min_connections(1).acquire_timeout(BUSY).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .in_memory(false)
            .shared_cache(false)
            .filename(&text)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full) // what was committed survives a power cut
            .busy_timeout(BUSY)
            .foreign_keys(true)
    });
    Ok(options)
}

//! Opening what an instance consists of: its folder, the store, and the search index with the lock that one process holds.

use std::fs::{File, TryLockError};
use std::path::PathBuf;

use ayni_search::encoder::EncoderError;
use ayni_search::{Index, Semantics};
use ayni_store::{Blobs, Database, Store};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::failure::Failure;
use crate::settings::{Files, Settings};

/// File that is locked by the process that owns the search index.
const LOCK: &str = "index.lock";
const INDEX: &str = "index";
const VECTORS: &str = "index.vectors";
/// Files that make a folder one of the sentence encoder.
const MODEL_FILES: [&str; 2] = ["sp.model", "weights.npz"];

/// The right to use the index of a data folder; ends when dropped, or with the process however it ends.
#[derive(Debug)]
pub struct IndexLock {
    _file: File,
}

/// The index of an instance.
pub struct OpenIndex {
    /// The index.
    pub index: Index,
    /// Whether the sentence encoder came after the index was built, so that no record has a vector.
    pub lacks_vectors: bool,
}

/// Makes the data folder.
///
/// # Errors
/// `Io` when it cannot be made or is no folder.
pub fn make_folder(settings: &Settings) -> Result<(), Failure> {
    std::fs::create_dir_all(&settings.data).map_err(Failure::io(&settings.data))
}

/// Opens the store, and begins a new one where there is none.
///
/// # Errors
/// `Open` naming the database, `Io`.
pub async fn open_or_begin(settings: &Settings) -> Result<Store, Failure> {
    make_folder(settings)?;
    open_store(settings).await
}

/// Opens the store of an instance that is there.
///
/// # Errors
/// `NoInstance`; `Open` naming the database.
pub async fn open(settings: &Settings) -> Result<Store, Failure> {
    if is_there(settings) { open_store(settings).await } else { Err(Failure::NoInstance(name(settings))) }
}

/// Whether there is a store to open.
#[must_use]
pub fn is_there(settings: &Settings) -> bool {
    match &settings.database {
        Database::Sqlite(file) => file.exists(),
        Database::Postgres(_) => true,
    }
}

async fn open_store(settings: &Settings) -> Result<Store, Failure> {
    let failed = |source| Failure::Open { name: name(settings), source };
    let blobs = match &settings.files {
        Files::Folder(folder) => Blobs::folder(folder),
        Files::S3(address) => Blobs::s3(address),
    };
    Store::open(&settings.database, blobs?).await.map_err(failed)
}

/// The database as messages name it, without a password.
fn name(settings: &Settings) -> String {
    match &settings.database {
        Database::Sqlite(file) => file.display().to_string(),
        Database::Postgres(address) => {
            let place = address.rsplit_once('@').map_or_else(|| address.split_once("://").map_or("", |(_, rest)| rest), |(_, place)| place);
            format!("the database {}", place.split('?').next().unwrap_or_default())
        }
    }
}

/// Takes the index for this process alone.
///
/// # Errors
/// `Held` when another process has it; `Io`.
pub fn lock_index(settings: &Settings) -> Result<IndexLock, Failure> {
    let path = settings.data.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(Failure::io(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(IndexLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(Failure::Held(settings.data.display().to_string())),
        Err(TryLockError::Error(source)) => Err(Failure::io(&path)(source)),
    }
}

/// Opens the index, with the sentence encoder where its files are.
///
/// # Errors
/// `Encoder` when `model` was asked for and cannot be used; `Search`.
pub fn open_index(settings: &Settings, model: Option<PathBuf>, _lock: &IndexLock) -> Result<OpenIndex, Failure> {
    let semantics = open_encoder(settings, model)?;
    let without = semantics.as_ref().is_some_and(Semantics::is_empty);
    let index = Index::open(&settings.data.join(INDEX), semantics)?;
    Ok(OpenIndex { lacks_vectors: without && !index.is_empty(), index })
}

fn open_encoder(settings: &Settings, asked: Option<PathBuf>) -> Result<Option<Semantics>, EncoderError> {
    let vectors = settings.data.join(VECTORS);
    if let Some(folder) = asked {
        return Semantics::open(&folder, &vectors).map(Some);
    }
    let usual = settings.data.join("model");
    if !MODEL_FILES.iter().all(|file| usual.join(file).is_file()) {
        return Ok(None);
    }
    Ok(Semantics::open_later(&usual, &vectors).inspect_err(|error| tracing::warn!(%error, "search works without the sentence encoder")).ok())
}

/// Position of the change log that the index has reached; `Some(None)` when it has to be built anew, `None` when there is none.
///
/// # Errors
/// `Search`.
pub fn index_position(settings: &Settings, _lock: &IndexLock) -> Result<Option<Option<i64>>, Failure> {
    let folder = settings.data.join(INDEX);
    if folder.is_dir() { Ok(Some(Index::open(&folder, None)?.position()?)) } else { Ok(None) }
}

/// Removes the index; the next start builds it anew.
///
/// # Errors
/// `Io`.
pub fn remove_index(settings: &Settings, _lock: &IndexLock) -> Result<(), Failure> {
    let (folder, vectors) = (settings.data.join(INDEX), settings.data.join(VECTORS));
    let absent_is_fine = |error: std::io::Error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) };
    std::fs::remove_dir_all(&folder).or_else(absent_is_fine).map_err(Failure::io(&folder))?;
    std::fs::remove_file(&vectors).or_else(absent_is_fine).map_err(Failure::io(&vectors))
}

/// The day in UTC.
#[must_use]
pub fn today() -> Date {
    Timestamp::now().to_zoned_datetime(TimeZone::UTC).date()
}

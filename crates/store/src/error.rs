//! What can go wrong with the store.

use ayni_domain::draft::Refusal;
use ayni_domain::objection::AnswerError;
use ayni_domain::translation::{StepError, TranslationError};
use ayni_domain::{PersonId, RecordKey};
use uuid::Uuid;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or cannot be reached.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// A row no longer fits its type.
    #[error("table {table}, column {column}, id {id}: {problem}")]
    Corrupt {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Row.
        id: String,
        /// What is wrong.
        problem: String,
    },
    /// There is no such record.
    #[error("there is no record {0}")]
    NoRecord(RecordKey),
    /// The record cannot take this step.
    #[error("the record {0} is {1}")]
    WrongState(RecordKey, &'static str),
    /// There is no such revision of the record.
    #[error("the record {0} has no revision {1}")]
    NoRevision(RecordKey, u32),
    /// There is no such draft.
    #[error("there is no draft {0}")]
    NoDraft(Uuid),
    /// The rules of drafts do not allow it.
    #[error("draft: {0}")]
    Refused(#[from] Refusal),
    /// There is no such person, or none any more.
    #[error("there is no {0}")]
    NoPerson(PersonId),
    /// Another has it already: a handle, a mail address, a mandate.
    #[error("the {0} is taken")]
    Taken(&'static str),
    /// It was changed by another since it was read.
    #[error("the {0} was changed by another in between")]
    Stale(&'static str),
    /// The system gave no random bytes.
    #[error("random numbers: {0}")]
    Random(String),
    /// There is no such thing: its table and identifier.
    #[error("there is no {0} {1}")]
    Missing(&'static str, Uuid),
    /// A text does not fit into its record.
    #[error(transparent)]
    Translation(#[from] TranslationError),
    /// A translation cannot take a step.
    #[error(transparent)]
    TranslationStep(#[from] StepError),
    /// An objection cannot be answered.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// The rules of exchanges do not allow it.
    #[error("exchange: {0}")]
    Exchange(#[from] ayni_domain::exchange::Refusal),
    /// File storage failed.
    #[error("files: {0}")]
    Files(#[from] object_store::Error),
    /// A local file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The settings do not make sense.
    #[error("{0}")]
    Settings(String),
    /// A backup cannot be restored.
    #[error("backup: {0}")]
    Backup(String),
}

impl StoreError {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |source| Self::Io { path, source }
    }

    pub(crate) fn corrupt(table: &'static str, column: &'static str, id: &str, problem: impl ToString) -> Self {
        Self::Corrupt { table, column, id: id.to_owned(), problem: problem.to_string() }
    }
}

//! Why a command failed, in one line that names the thing.

use std::io;
use std::path::Path;

use ayni_search::SearchError;
use ayni_search::encoder::EncoderError;
use ayni_store::StoreError;
use ayni_web::follow::FollowError;

use crate::settings::SettingsError;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The settings cannot be used.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Following the change log failed.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// The search index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The sentence encoder cannot be used.
    #[error("the sentence encoder: {0}")]
    Encoder(#[from] EncoderError),
    /// The database cannot be opened.
    #[error("{name} cannot be opened: {source}")]
    Open {
        /// File or server, without passwords.
        name: String,
        /// Why.
        source: StoreError,
    },
    /// A file or folder cannot be used.
    #[error("{path}: {source}")]
    Io {
        /// Which one.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// Nothing can be answered at this address.
    #[error("cannot listen at {address}: {source}")]
    Listen {
        /// The address.
        address: String,
        /// Why.
        source: io::Error,
    },
    /// Somebody else holds the data folder.
    #[error("a server or another command works with the search index in {0}; stop it first")]
    Held(String),
    /// There is no instance.
    #[error("there is no instance in {0}; `ayni serve` or `ayni import` begins one")]
    NoInstance(String),
    /// The argument is not what the command needs.
    #[error("{0}")]
    Argument(String),
    /// The stream that was read broke off.
    #[error("the import ended early: {0}")]
    Input(String),
    /// The server ended with an error.
    #[error("the server ended: {0}")]
    Server(io::Error),
    /// The program cannot start.
    #[error("the program cannot start: {0}")]
    Runtime(io::Error),
}

impl Failure {
    /// A failure with a file or folder, for `map_err`.
    pub fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |source| Self::Io { path, source }
    }
}

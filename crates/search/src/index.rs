//! The index on disk: made, filled, followed and opened; each node has its own.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use ayni_domain::concept::Concept;
use ayni_domain::{Body, Record, RecordKey, State};
use jiff::civil::Date;
use parking_lot::{Mutex, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Term};
use uuid::Uuid;

use crate::document::{Context, FileText, document};
use crate::encoder::EncoderError;
use crate::lexicon::Lexicon;
use crate::meaning::Semantics;
use crate::schema::{self, Fields, VERSION};
use crate::spelling::Spelling;
use crate::tally::Tallies;

/// Memory for building, in bytes, for all threads together.
const WRITER_BYTES: usize = 60_000_000;
/// Segments of more documents than this are not merged any more: several of a size are searched side by side.
const LARGE_SEGMENT: usize = 150_000;

/// What can go wrong with the index.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index library failed.
    #[error("search index: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// The folder cannot be used.
    #[error("search index in {path}: {source}")]
    Folder {
        /// Which folder.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The sentence encoder failed.
    #[error(transparent)]
    Encoder(#[from] EncoderError),
    /// The cursor is none of ours.
    #[error("the cursor is not one that this search gave")]
    Cursor,
}

/// An open index.
pub struct Index {
    pub(crate) index: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    knowledge: RwLock<Arc<Later>>,
    pub(crate) semantics: Option<RwLock<Semantics>>,
    pub(crate) tallies: Arc<Tallies>,
    writer: Mutex<Option<IndexWriter>>,
}

/// Knowledge that is being put together, or is there.
type Later = LazyLock<Knowledge, Box<dyn FnOnce() -> Knowledge + Send>>;

/// Knowledge as it was when asked for.
pub struct Known(Arc<Later>);

impl Deref for Known {
    type Target = Knowledge;
    fn deref(&self) -> &Knowledge {
        LazyLock::force(&self.0)
    }
}

/// What the index knows beside its documents.
pub struct Knowledge {
    /// Concepts, themes, goals, names.
    pub lexicon: Lexicon,
    /// Names that mean records, groupings with members.
    pub context: Context,
    pub(crate) spelling: Spelling,
}

impl Knowledge {
    /// Puts together what is known: the concept table, and the organizations and groupings among the records.
    #[must_use]
    pub fn new<'a>(concepts: Vec<Concept>, records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)>, today: Date) -> Self {
        let mut lexicon = Lexicon::new(concepts);
        let mut vocabulary = lexicon.vocabulary();
        let mut context = Context { today: Some(today), ..Context::default() };
        for (key, body) in records {
            if matches!(body, Body::Organization(_) | Body::Grouping(_)) {
                lexicon.add_record(key, body.title(), body.acronym());
                context.add(key, body);
                for word in body.title().iter().flat_map(|(_, name)| ayni_domain::fold::words(name)) {
                    *vocabulary.entry(word).or_insert(0) += 1;
                }
            }
        }
        Self { lexicon, context, spelling: Spelling::new(vocabulary) }
    }
}

impl Index {
    /// Opens the index in a folder, or makes an empty one when there is none, or one that is damaged or of another version.
    ///
    /// # Errors
    /// `Folder` or `Index` when the folder cannot be used.
    pub fn open(folder: &Path, semantics: Option<Semantics>) -> Result<Self, SearchError> {
        let home = folder.join(format!("v{VERSION}"));
        let opened = Self::open_in(&home).or_else(|_| {
            let _ = std::fs::remove_dir_all(folder); // a derived copy: what cannot be read is built anew
            Self::open_in(&home)
        });
        let (index, fields) = opened?;
        Self::with(index, fields, semantics)
    }

    /// An index in memory, for tests and for measuring.
    ///
    /// # Errors
    /// `Index`.
    pub fn in_memory(semantics: Option<Semantics>) -> Result<Self, SearchError> {
        let (schema, fields) = schema::build();
        Self::with(tantivy::Index::create_in_ram(schema), fields, semantics)
    }

    fn open_in(home: &PathBuf) -> Result<(tantivy::Index, Fields), SearchError> {
        let folder_error = |source| SearchError::Folder { path: home.display().to_string(), source };
        std::fs::create_dir_all(home).map_err(folder_error)?;
        let directory = MmapDirectory::open(home).map_err(|error| folder_error(std::io::Error::other(error.to_string())))?;
        let (schema, fields) = schema::build();
        Ok((tantivy::Index::builder().schema(schema).settings(IndexSettings::default()).open_or_create(directory)?, fields))
    }

    fn with(index: tantivy::Index, fields: Fields, semantics: Option<Semantics>) -> Result<Self, SearchError> {
        schema::register(index.tokenizers());
        let mut index = index;
        index.set_default_multithread_executor()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let nothing = Later::new(Box::new(|| Knowledge::new(Vec::new(), [], Date::constant(2000, 1, 1))));
        let knowledge = RwLock::new(Arc::new(nothing));
        Ok(Self { index, reader, fields, knowledge, semantics: semantics.map(RwLock::new), tallies: Arc::default(), writer: Mutex::new(None) })
    }

    /// Sets what is known beside the documents; documents added from now on are made with it.
    ///
    /// It is put together on a thread of its own: what does not ask for it, such as a page without a search, goes on meanwhile.
    pub fn set_knowledge(&self, make: impl FnOnce() -> Knowledge + Send + 'static) {
        let later = Arc::new(Later::new(Box::new(make)));
        *self.knowledge.write() = later.clone();
        std::thread::spawn(move || _ = LazyLock::force(&later));
    }

    /// What is known beside the documents; waits while it is being put together.
    #[must_use]
    pub fn knowledge(&self) -> Known {
        Known(self.knowledge.read().clone())
    }

    /// Number of documents.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is no document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that it takes on disk, without the vectors of the sentence encoder.
    ///
    /// # Errors
    /// `Index`.
    pub fn size(&self) -> Result<u64, SearchError> {
        let usage = self.reader.searcher().space_usage().map_err(tantivy::TantivyError::from)?;
        Ok(usage.total().get_bytes())
    }

    /// Whether the sentence encoder takes part.
    #[must_use]
    pub const fn has_encoder(&self) -> bool {
        self.semantics.is_some()
    }

    /// Position of the change log that the index has reached; `None` when it has to be built anew.
    ///
    /// # Errors
    /// `Index`.
    pub fn position(&self) -> Result<Option<i64>, SearchError> {
        Ok(self.index.load_metas()?.payload.and_then(|payload| payload.parse().ok()))
    }

    /// Replaces the documents of these records and notes the position reached; withdrawn records are taken out.
    ///
    /// # Errors
    /// `Index`, `Encoder`; the index stays as it was then.
    pub fn update(&self, records: &[Arc<Record>], position: i64) -> Result<(), SearchError> {
        let mut slot = self.writer.lock();
        self.write(self.writer(&mut slot)?, records, &[], true)?;
        let mut commit = self.writer(&mut slot)?.prepare_commit()?;
        commit.set_payload(&position.to_string());
        commit.commit()?;
        self.reader.reload()?;
        self.tallies.keep(self.reader.searcher().segment_readers());
        // A writer holds threads and a large buffer; an instance at rest needs neither.
        if let Some(writer) = slot.take() {
            writer.wait_merging_threads()?;
        }
        Ok(())
    }

    /// Adds records that the index does not hold, each once, without making them visible yet: building after [`Index::clear`].
    /// [`Index::update`] ends a run of these.
    ///
    /// # Errors
    /// `Index`, `Encoder`.
    pub fn add(&self, records: &[Arc<Record>]) -> Result<(), SearchError> {
        self.write(self.writer(&mut self.writer.lock())?, records, &[], false)
    }

    /// Like [`Index::add`], for one record with the texts of its files; of those the first [`crate::document::MOST_FILE_TEXT`] characters.
    ///
    /// # Errors
    /// `Index`, `Encoder`.
    pub fn add_with_files(&self, record: &Arc<Record>, files: &[FileText]) -> Result<(), SearchError> {
        self.write(self.writer(&mut self.writer.lock())?, std::slice::from_ref(record), files, false)
    }

    /// Replaces the document of one record by one with the texts of its files; takes effect with the next [`Index::update`].
    ///
    /// # Errors
    /// `Index`, `Encoder`.
    pub fn replace_with_files(&self, record: &Arc<Record>, files: &[FileText]) -> Result<(), SearchError> {
        self.write(self.writer(&mut self.writer.lock())?, std::slice::from_ref(record), files, true)
    }

    fn writer<'a>(&self, slot: &'a mut Option<IndexWriter>) -> Result<&'a mut IndexWriter, SearchError> {
        match slot {
            Some(writer) => Ok(writer),
            empty => Ok(empty.insert(self.new_writer()?)),
        }
    }

    fn write(&self, writer: &IndexWriter, records: &[Arc<Record>], files: &[FileText], replace: bool) -> Result<(), SearchError> {
        let knowledge = self.knowledge();
        for record in records {
            // A deletion is held in memory until the commit, more than a kilobyte each: building a large index does without.
            if replace {
                writer.delete_term(Term::from_field_bytes(self.fields.id, record.envelope.id.as_bytes()));
            }
            if record.envelope.state == State::Published {
                writer.add_document(document(&self.fields, &knowledge.lexicon, &knowledge.context, record, files))?;
            }
        }
        if let Some(semantics) = &self.semantics {
            let (published, gone): (Vec<_>, Vec<_>) = records.iter().cloned().partition(|record| record.envelope.state == State::Published);
            let mut semantics = semantics.write();
            semantics.add(&published)?;
            if !gone.is_empty() {
                semantics.remove(&gone.iter().map(|record| record.envelope.id).collect::<Vec<_>>())?;
            }
        }
        Ok(())
    }

    fn new_writer(&self) -> Result<IndexWriter, SearchError> {
        let writer = self.index.writer(WRITER_BYTES)?;
        let mut policy = LogMergePolicy::default();
        policy.set_max_docs_before_merge(LARGE_SEGMENT);
        writer.set_merge_policy(Box::new(policy));
        Ok(writer)
    }

    /// Empties the index, in preparation of building it anew; takes effect with the next [`Index::update`].
    ///
    /// # Errors
    /// `Index`, `Encoder`.
    pub fn clear(&self) -> Result<(), SearchError> {
        self.writer(&mut self.writer.lock())?.delete_all_documents()?;
        if let Some(semantics) = &self.semantics {
            semantics.write().clear()?;
        }
        Ok(())
    }

    /// Records that the encoder has no vector for, of these.
    #[must_use]
    pub fn without_vector(&self, ids: &[Uuid]) -> Vec<Uuid> {
        self.semantics.as_ref().map_or_else(Vec::new, |semantics| {
            let semantics = semantics.read();
            ids.iter().copied().filter(|id| !semantics.contains(*id)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::document::MOST_FILE_TEXT;
    use ayni_domain::LanguageTag;
    use ayni_domain::record::read_line;

    /// A published record of this line.
    fn record(line: &str) -> Arc<Record> {
        let (key, body) = read_line(line).expect("a valid record");
        let at = jiff::Timestamp::UNIX_EPOCH;
        let envelope = ayni_domain::Envelope {
            id: Uuid::new_v5(&Uuid::NAMESPACE_URL, key.slug.as_str().as_bytes()),
            key,
            revision: 1,
            state: State::Published,
            steward: ayni_domain::Steward::Secretariat,
            published_at: at,
            updated_at: at,
            review_on: Date::constant(2030, 1, 1),
            light: ayni_domain::Light::Green,
            contested: false,
        };
        Arc::new(Record { envelope, body })
    }

    /// A publication with this slug and summary.
    fn publication(slug: &str, summary: &str) -> Arc<Record> {
        record(&format!(
            r#"{{"kind":"publication","slug":"{slug}","title":{{"en":"Guide"}},"type":"manual","summary":{{"en":"{summary}"}},
            "sources":[{{"url":"https://example.org/","title":"Source"}}]}}"#
        ))
    }

    fn text(language: &str, text: &str) -> FileText {
        FileText { language: LanguageTag::parse(language), text: text.into() }
    }

    /// Slugs of the hits, best first.
    fn found(index: &Index, query: &str) -> Vec<String> {
        let answer = index.search(&Request { query, limit: 10, ..Request::default() }).expect("an answer");
        answer.hits.iter().map(|hit| hit.key.slug.to_string()).collect()
    }

    #[test]
    fn a_word_that_stands_only_in_a_file_finds_its_record() {
        let index = Index::in_memory(None).expect("an index");
        let (with, without, says) = (publication("with", "Short."), publication("without", "Short."), publication("says", "On greenhouses."));
        let texts =
            [text("es", "Los invernaderos de Almería"), text("am", "የግብርና"), text("en", "greenhouses and greenhouses"), text("zh", "温室劳动")];
        index.add(&[without, says]).expect("add");
        index.add_with_files(&with, &texts).expect("add");
        index.update(&[], 1).expect("update");
        for (query, expected) in [
            ("invernadero", &["with"][..]),
            ("የግብርና", &["with"]),
            ("温室", &["with"]),
            ("\"greenhouses and greenhouses\"", &["with"]),
            ("greenhouse", &["says", "with"]),
            ("absolutely nothing", &[]),
        ] {
            assert_eq!(found(&index, query), expected, "{query}");
        }
        index.replace_with_files(&with, &texts[..1]).expect("replace");
        assert_eq!(found(&index, "温室"), ["with"], "nothing changes before the next update");
        index.update(&[], 2).expect("update");
        assert_eq!((found(&index, "温室"), found(&index, "invernaderos")), (vec![], vec!["with".to_owned()]));
        index.update(&[with], 3).expect("update");
        assert_eq!(found(&index, "invernaderos"), Vec::<String>::new());
    }

    #[test]
    fn of_long_texts_the_beginning_counts() {
        let index = Index::in_memory(None).expect("an index");
        let filler = "é ".repeat(MOST_FILE_TEXT / 2 - 20);
        let texts = [text("fr", &format!("début {filler}")), text("fr", &format!("milieu {filler} fin")), text("fr", "dernier")];
        index.add_with_files(&publication("long", "Short."), &texts).expect("add");
        index.update(&[], 1).expect("update");
        for (query, expected) in [("début", 1), ("milieu", 1), ("fin", 0), ("dernier", 0)] {
            assert_eq!(found(&index, query).len(), expected, "{query}");
        }
    }

    #[test]
    fn a_misspelt_name_of_an_organization_is_mended() {
        let line = r#"{"kind":"organization","slug":"cgt","title":{"es":"Confederación Sindical"},"name":{"es":"Confederación Sindical"},
            "constituency":"workers","summary":{"en":"A test."},"sources":[{"url":"https://example.org/","title":"Source"}]}"#;
        let (key, body) = read_line(line).expect("a valid record");
        let index = Index::in_memory(None).expect("an index");
        index.set_knowledge(move || Knowledge::new(Vec::new(), [(&key, &body)], Date::constant(2026, 1, 1)));
        let understood = index.understand_query("confedracion sindical", None);
        assert_eq!(understood.mended, [("confedracion".to_owned(), "confederacion".to_owned())]);
    }

    #[test]
    fn a_misspelt_word_that_stands_in_one_record_only_finds_it() {
        let line = r#"{"kind":"practice","slug":"q","title":{"pt":"Cooperativa de apicultores de Quelimane"},"summary":{"en":"Beekeepers sell together."},"modality":["south_south"],
            "sources":[{"url":"https://example.org/","title":"Source"}]}"#;
        let index = Index::in_memory(None).expect("an index");
        index.update(&[record(line)], 1).expect("indexed");
        let found = |query| index.search(&crate::Request { query, limit: 5, ..Default::default() }).expect("an answer").total;
        for (query, expected) in [("Quelimane", 1), ("Quelimae", 1), ("beekepers", 1), ("Quito", 0), ("xyz", 0)] {
            assert_eq!(found(query), expected, "{query}");
        }
    }
}

//! The schema: which fields a document has, and how each is analysed.

use ayni_domain::Locale;
use tantivy::schema::{BytesOptions, Field, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager, WhitespaceTokenizer};

use crate::analyze::Analyzer;

/// Grows when a document would be made in another way: an index of another version is built anew.
pub const VERSION: u32 = 5;

/// The fields of a document.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// Identifier of the record, 16 bytes.
    pub id: Field,
    /// Revision that was indexed.
    pub revision: Field,
    /// `kind/slug`.
    pub key: Field,
    /// Breaks ties in a stable way.
    pub order: Field,
    /// Sorts by date, newest largest.
    pub date: Field,
    /// Sorts by title, first smallest.
    pub alpha: Field,
    /// Freshness, as the position in [`ayni_domain::Light::ALL`].
    pub light: Field,
    /// Language in which the record was written, as a [`crate::search::language_bit`].
    pub original: Field,
    /// Facet values, packed.
    pub facet: Field,
    /// Titles per language.
    pub title: [Field; Locale::ALL.len()],
    /// Summaries and narratives per language.
    pub body: [Field; Locale::ALL.len()],
    /// Titles in other languages, acronyms.
    pub neutral_title: Field,
    /// Names, and texts in other languages.
    pub neutral: Field,
    /// Texts of attached files per language.
    pub file: [Field; Locale::ALL.len()],
    /// Texts of attached files in other languages.
    pub neutral_file: Field,
    /// Concepts of titles.
    pub concept_title: Field,
    /// Concepts of other texts and names.
    pub concept: Field,
    /// Concepts broader than those.
    pub concept_broader: Field,
}

const CONCEPTS: &str = "concepts";

/// Builds the schema.
#[must_use]
pub fn build() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let fast = || NumericOptions::default().set_fast();
    let fields = Fields {
        id: builder.add_bytes_field("id", BytesOptions::default().set_stored().set_indexed()),
        revision: builder.add_u64_field("revision", NumericOptions::default().set_stored()),
        key: builder.add_text_field("key", STRING | tantivy::schema::STORED),
        order: builder.add_u64_field("order", fast()),
        date: builder.add_u64_field("date", fast()),
        alpha: builder.add_u64_field("alpha", fast()),
        light: builder.add_u64_field("light", fast()),
        original: builder.add_u64_field("original", fast()),
        facet: builder.add_u64_field("facet", fast().set_indexed()),
        title: Locale::ALL
            .iter()
            .map(|&l| text(&mut builder, "title", Analyzer::Language(l)))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_else(|_| unreachable!()),
        body: Locale::ALL
            .iter()
            .map(|&l| text(&mut builder, "body", Analyzer::Language(l)))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_else(|_| unreachable!()),
        neutral_title: text(&mut builder, "title", Analyzer::Neutral),
        neutral: text(&mut builder, "body", Analyzer::Neutral),
        file: Locale::ALL
            .iter()
            .map(|&l| file_text(&mut builder, Analyzer::Language(l)))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_else(|_| unreachable!()),
        neutral_file: file_text(&mut builder, Analyzer::Neutral),
        concept_title: concepts(&mut builder, "concept_title"),
        concept: concepts(&mut builder, "concept"),
        concept_broader: concepts(&mut builder, "concept_broader"),
    };
    (builder.build(), fields)
}

fn text(builder: &mut SchemaBuilder, name: &str, analyzer: Analyzer) -> Field {
    field(builder, name, analyzer, true)
}

/// A whole book and a leaflet count alike when a word stands in them: most records have no file, and against their average every
/// file would be too long to be relevant.
fn file_text(builder: &mut SchemaBuilder, analyzer: Analyzer) -> Field {
    field(builder, "file", analyzer, false)
}

fn field(builder: &mut SchemaBuilder, name: &str, analyzer: Analyzer, by_length: bool) -> Field {
    let indexing = TextFieldIndexing::default().set_tokenizer(analyzer.code()).set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let indexing = indexing.set_fieldnorms(by_length);
    builder.add_text_field(&format!("{name}_{}", analyzer.code()), TextOptions::default().set_indexing_options(indexing))
}

fn concepts(builder: &mut SchemaBuilder, name: &str) -> Field {
    let indexing = TextFieldIndexing::default().set_tokenizer(CONCEPTS).set_index_option(IndexRecordOption::WithFreqs);
    builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

/// Registers the analysers that the schema names.
pub fn register(manager: &TokenizerManager) {
    for analyzer in Analyzer::all() {
        manager.register(analyzer.code(), TextAnalyzer::from(analyzer));
    }
    manager.register(CONCEPTS, TextAnalyzer::from(WhitespaceTokenizer::default()));
}

//! Searching: what a query says becomes clauses over the fields; one pass gives hits, total and facet counts.

use std::collections::HashMap;

use ayni_domain::{Locale, RecordKey};
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, Query};
use tantivy::schema::{Field, Value as _};
use tantivy::{Searcher, TantivyDocument, Term};
use uuid::Uuid;

use crate::clause::{Clauses, term_query};
use crate::collect::{Found, Hits, Rank, Sort};
use crate::facet::{Facet, Value};
use crate::index::{Index, Knowledge, SearchError};
use crate::query::Understood;

/// Most hits of one answer.
pub const MOST_HITS: usize = 200;

/// What is asked of the index.
#[derive(Debug, Clone, Default)]
pub struct Request<'a> {
    /// What the reader typed; empty for everything.
    pub query: &'a str,
    /// The reader's language.
    pub locale: Option<Locale>,
    /// Narrowing: values of one facet add up, facets narrow each other.
    pub filters: Vec<(Facet, Value)>,
    /// Number of hits, at most [`MOST_HITS`].
    pub limit: usize,
    /// Where the last answer ended.
    pub cursor: Option<&'a str>,
    /// Order; relevance needs a query.
    pub sort: Sort,
    /// Whether to count facets.
    pub facets: bool,
    /// Whether the sentence encoder may take part.
    pub encoder: bool,
}

/// One hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Identifier of the record.
    pub id: Uuid,
    /// Revision that was indexed.
    pub revision: u32,
    /// Kind and slug.
    pub key: RecordKey,
    /// Larger is better; comparable within one answer.
    pub score: f32,
}

/// What the index answers.
#[derive(Debug)]
pub struct Answer {
    /// Number of all hits.
    pub total: u64,
    /// The hits of this page, best first.
    pub hits: Vec<Hit>,
    /// Counts per facet, the largest first; wide facets hold packed values that [`Facet::value`] of a code gives.
    pub facets: HashMap<Facet, Vec<(Value, u64)>>,
    /// Where the next page begins, if there is one.
    pub cursor: Option<String>,
    /// How the query was understood.
    pub understood: Understood,
}

/// Weights of closeness in meaning, of freshness, and of originals.
pub(crate) mod weight {
    /// What is left of the score of a record that answers in translation, because it was written in another language than the question: between
    /// two that fit alike, the words of who was there come first.
    pub const TRANSLATION: f32 = 0.95;
    /// The record nearest in meaning, as a share of the best score by words.
    pub const MEANING: f32 = 0.55;
    /// Cosines at and below this say nothing.
    pub const MEANING_FROM: f32 = 0.2;
    /// What is left of a record's whole score when it is green, yellow, red, inactive: a little less trust, less, half.
    const LIGHTS: [f32; 4] = [1.0, 0.95, 0.8, 0.5];

    /// The factor of a light, given by its position in [`ayni_domain::Light::ALL`].
    pub fn light(position: u64) -> f32 {
        usize::try_from(position).ok().and_then(|at| LIGHTS.get(at)).copied().unwrap_or(1.0)
    }
}

/// A language as one bit: each of the interface has its own, all others share one.
pub(crate) fn language_bit(locale: Option<Locale>) -> u64 {
    1 << locale.map_or(Locale::ALL.len(), Locale::index)
}

/// The bits of every language.
const ANY_LANGUAGE: u64 = u64::MAX;

/// How many records near in meaning are added.
const NEAR: usize = 60;

impl Index {
    /// Answers a request.
    ///
    /// # Errors
    /// `Cursor` when the cursor is none of ours for this order, `Index`.
    pub fn search(&self, request: &Request<'_>) -> Result<Answer, SearchError> {
        let searcher = self.reader.searcher();
        let after = request.cursor.map(parse_cursor).transpose()?;
        let nothing_asked = request.query.trim().is_empty();
        let (understood, words) = if nothing_asked {
            (Understood::default(), None) // without waiting for what is known
        } else {
            let knowledge = self.knowledge();
            let understood = self.understand(&knowledge, &searcher, request);
            let words = Clauses { fields: &self.fields, knowledge: &knowledge, searcher: &searcher }.of(&understood);
            (understood, words)
        };
        let sort = if understood.is_empty() && request.sort == Sort::Relevance { Sort::Newest } else { request.sort };
        let filters = filters(self.fields.facet, &request.filters);
        let query: Box<dyn Query> = match words {
            None if nothing_asked => restrict(Box::new(AllQuery), filters),
            None => Box::new(EmptyQuery),
            Some(words) => {
                let near =
                    if request.encoder && sort == Sort::Relevance { self.near(&searcher, words.box_clone(), &understood)? } else { Vec::new() };
                restrict(add_near(words, near), filters)
            }
        };
        let limit = request.limit.clamp(1, MOST_HITS);
        let languages = understood.locales.iter().fold(0, |bits, locale| bits | language_bit(Some(*locale)));
        let facets = request.facets.then(|| self.tallies.clone());
        let found = searcher.search(&query, &Hits { limit: limit + 1, after, sort, languages, facets })?;
        self.answer(&searcher, found, limit, understood)
    }

    /// How the index understands a query, without searching.
    #[must_use]
    pub fn understand_query(&self, query: &str, locale: Option<Locale>) -> Understood {
        let request = Request { query, locale, ..Request::default() };
        self.understand(&self.knowledge(), &self.reader.searcher(), &request)
    }

    fn understand(&self, knowledge: &Knowledge, searcher: &Searcher, request: &Request<'_>) -> Understood {
        let clauses = Clauses { fields: &self.fields, knowledge, searcher };
        Understood::read(&knowledge.lexicon, &knowledge.spelling, |word| clauses.knows(word), request.query, request.locale)
    }

    fn answer(&self, searcher: &Searcher, found: Found, limit: usize, understood: Understood) -> Result<Answer, SearchError> {
        let cursor = (found.hits.len() > limit).then(|| found.hits.get(limit - 1).map(|(rank, ..)| format_cursor(*rank))).flatten();
        let hits =
            found.hits.iter().take(limit).map(|(_, score, address)| self.hit(&searcher.doc(*address)?, *score)).collect::<Result<Vec<_>, _>>()?;
        let mut facets: HashMap<Facet, Vec<(Value, u64)>> = HashMap::new();
        for (value, count) in found.counts {
            if let Some((facet, _)) = Value(value).read() {
                facets.entry(facet).or_default().push((Value(value), count));
            }
        }
        for values in facets.values_mut() {
            values.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
        }
        Ok(Answer { total: found.total, hits, facets, cursor, understood })
    }

    fn hit(&self, document: &TantivyDocument, score: f32) -> Result<Hit, SearchError> {
        let damaged = || tantivy::TantivyError::InternalError("a document without id or key".into());
        let id = document.get_first(self.fields.id).and_then(|value| value.as_bytes()).and_then(|bytes| Uuid::from_slice(bytes).ok());
        let key = document.get_first(self.fields.key).and_then(|value| value.as_str()).and_then(RecordKey::parse);
        let revision = document.get_first(self.fields.revision).and_then(|value| value.as_u64()).and_then(|n| u32::try_from(n).ok());
        Ok(Hit { id: id.ok_or_else(damaged)?, key: key.ok_or_else(damaged)?, revision: revision.unwrap_or(0), score })
    }

    /// Records near in meaning, each with the score that it adds.
    fn near(&self, searcher: &Searcher, words: Box<dyn Query>, understood: &Understood) -> Result<Vec<Box<dyn Query>>, SearchError> {
        let Some(semantics) = &self.semantics else { return Ok(Vec::new()) };
        let first = searcher.search(&words, &Hits { limit: NEAR * 2, after: None, sort: Sort::Relevance, languages: ANY_LANGUAGE, facets: None })?;
        let best = first.hits.first().map_or(1.0, |(_, score, _)| *score);
        let ids = first.hits.iter().map(|(_, score, at)| Ok(self.hit(&searcher.doc(*at)?, *score)?.id)).collect::<Result<Vec<_>, SearchError>>()?;
        let near = semantics.read().nearest(&understood.text, &ids, NEAR);
        let score = |cosine: f32| best * weight::MEANING * (cosine - weight::MEANING_FROM) / (1.0 - weight::MEANING_FROM);
        Ok(near
            .into_iter()
            .filter(|(_, cosine)| *cosine > weight::MEANING_FROM)
            .map(|(id, cosine)| {
                let record = term_query(Term::from_field_bytes(self.fields.id, id.as_bytes()));
                Box::new(ConstScoreQuery::new(record, score(cosine))) as Box<dyn Query>
            })
            .collect())
    }
}

fn add_near(words: Box<dyn Query>, near: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if near.is_empty() {
        return words;
    }
    Box::new(BooleanQuery::new(std::iter::once(words).chain(near).map(|query| (Occur::Should, query)).collect()))
}

fn filters(field: Field, filters: &[(Facet, Value)]) -> Vec<Box<dyn Query>> {
    let mut by_facet: HashMap<Facet, Vec<Box<dyn Query>>> = HashMap::new();
    for (facet, value) in filters {
        by_facet.entry(*facet).or_default().push(term_query(Term::from_field_u64(field, value.0)));
    }
    by_facet.into_values().map(|values| Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(values)), 0.0)) as Box<dyn Query>).collect()
}

fn restrict(query: Box<dyn Query>, filters: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if filters.is_empty() {
        return query;
    }
    Box::new(BooleanQuery::new(std::iter::once(query).chain(filters).map(|query| (Occur::Must, query)).collect()))
}

fn format_cursor(rank: Rank) -> String {
    format!("{:016x}{:016x}", rank.0, rank.1)
}

fn parse_cursor(cursor: &str) -> Result<Rank, SearchError> {
    if cursor.len() != 32 || !cursor.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(SearchError::Cursor);
    }
    let half = |text: &str| u64::from_str_radix(text, 16).map_err(|_| SearchError::Cursor);
    Ok((half(&cursor[..16])?, half(&cursor[16..])?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_makes_reading_a_cursor_panic(text in "\\PC{0,40}|[0-9a-fA-F]{31,33}") {
            if let Ok(rank) = parse_cursor(&text) {
                prop_assert_eq!(format_cursor(rank), text.to_lowercase());
            }
        }

        #[test]
        fn a_cursor_comes_back(first in any::<u64>(), second in any::<u64>()) {
            prop_assert_eq!(parse_cursor(&format_cursor((first, second))).expect("a cursor of ours"), (first, second));
        }
    }
}

//! Searching: what a query says becomes clauses over the fields; one pass gives hits, total and facet counts.

use std::collections::HashMap;

use ayni_domain::region::Region;
use ayni_domain::{Locale, RecordKey, Theme};
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::{Searcher, TantivyDocument, Term};
use uuid::Uuid;

use crate::analyze::Analyzer;
use crate::collect::{Found, Hits, Rank, Sort};
use crate::facet::{Facet, Value};
use crate::index::{Index, Knowledge, SearchError};
use crate::lexicon::Meaning;
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

/// How much each sign of relevance weighs. Found by measuring on `relevance/`; no weight serves a single query.
pub(crate) mod weight {
    /// A word in a title.
    pub const TITLE: f32 = 1.6;
    /// A word in a summary or narrative.
    pub const BODY: f32 = 1.0;
    /// A word in a name or a text of another language.
    pub const NEUTRAL: f32 = 0.7;
    /// A concept in a title.
    pub const CONCEPT_TITLE: f32 = 1.6;
    /// A concept elsewhere.
    pub const CONCEPT: f32 = 1.0;
    /// A narrower concept.
    pub const NARROWER: f32 = 0.3;
    /// A broader concept than the one asked for.
    pub const BROADER: f32 = 0.25;
    /// A theme that the query names, or that its concepts imply.
    pub const THEME: f32 = 1.2;
    /// A country that the query names.
    pub const COUNTRY: f32 = 4.0;
    /// A region that the query names.
    pub const REGION: f32 = 2.0;
    /// A goal that the query names.
    pub const SDG: f32 = 1.0;
    /// The record of an organization or grouping that the query names.
    pub const RECORD: f32 = 9.0;
    /// A record that names it.
    pub const MENTION: f32 = 3.0;
    /// A year that the query names.
    pub const YEAR: f32 = 2.0;
    /// A word that begins as the last word of the query.
    pub const PREFIX: f32 = 0.6;
    /// The record nearest in meaning, as a share of the best score by words.
    pub const MEANING: f32 = 0.55;
    /// Cosines at and below this say nothing.
    pub const MEANING_FROM: f32 = 0.2;
    /// The share of lesser fields in a word's score.
    pub const TIE: f32 = 0.2;
    /// What is left of a record's whole score when it is green, yellow, red, inactive: a little less trust, less, half.
    const LIGHTS: [f32; 4] = [1.0, 0.95, 0.8, 0.5];

    /// The factor of a light, given by its position in [`ayni_domain::Light::ALL`].
    pub fn light(position: u64) -> f32 {
        usize::try_from(position).ok().and_then(|at| LIGHTS.get(at)).copied().unwrap_or(1.0)
    }
}

/// How many records near in meaning are added.
const NEAR: usize = 60;

impl Index {
    /// Answers a request.
    ///
    /// # Errors
    /// `Cursor` when the cursor is none of ours for this order, `Index`.
    pub fn search(&self, request: &Request<'_>) -> Result<Answer, SearchError> {
        let knowledge = self.knowledge();
        let searcher = self.reader.searcher();
        let understood = self.understand(&knowledge, &searcher, request);
        let after = request.cursor.map(parse_cursor).transpose()?;
        let sort = if understood.is_empty() && request.sort == Sort::Relevance { Sort::Newest } else { request.sort };
        let words = self.clauses(&knowledge, &understood);
        let filters = filters(self.fields.facet, &request.filters);
        let nothing_asked = request.query.trim().is_empty();
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
        let found = searcher.search(&query, &Hits { limit: limit + 1, after, sort, facets: request.facets.then(|| self.tallies.clone()) })?;
        self.answer(&searcher, found, limit, understood)
    }

    /// How the index understands a query, without searching.
    #[must_use]
    pub fn understand_query(&self, query: &str, locale: Option<Locale>) -> Understood {
        let request = Request { query, locale, ..Request::default() };
        self.understand(&self.knowledge(), &self.reader.searcher(), &request)
    }

    fn understand(&self, knowledge: &Knowledge, searcher: &Searcher, request: &Request<'_>) -> Understood {
        let known = |word: &str| {
            let exists =
                |field: Field, analyzer: Analyzer| searcher.doc_freq(&Term::from_field_text(field, &analyzer.word(word))).is_ok_and(|n| n > 0);
            self.text_fields().any(|(analyzer, fields)| fields.into_iter().any(|(field, _)| exists(field, analyzer)))
        };
        Understood::read(&knowledge.lexicon, &knowledge.spelling, known, request.query, request.locale)
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

    /// Every analysed pair of fields with its analyser and weights.
    fn text_fields(&self) -> impl Iterator<Item = (Analyzer, [(Field, f32); 2])> {
        let fields = self.fields;
        let of_language = move |locale: Locale| [(fields.title[locale.index()], weight::TITLE), (fields.body[locale.index()], weight::BODY)];
        let neutral = [(fields.neutral_title, weight::TITLE), (fields.neutral, weight::NEUTRAL)];
        Locale::ALL.iter().map(move |&locale| (Analyzer::Language(locale), of_language(locale))).chain([(Analyzer::Neutral, neutral)])
    }

    /// The clauses of a query; `None` when it says nothing that can be looked up.
    fn clauses(&self, knowledge: &Knowledge, understood: &Understood) -> Option<Box<dyn Query>> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (at, word) in understood.words.iter().enumerate() {
            let is_last = at + 1 == understood.words.len();
            clauses.push((Occur::Should, self.word(word, understood.unfinished && is_last && understood.words.len() < 6)));
        }
        for (meaning, _) in &understood.mentions {
            clauses.extend(self.meaning(knowledge, meaning).into_iter().map(|query| (Occur::Should, query)));
        }
        for theme in implied_themes(knowledge, understood) {
            clauses.extend(self.facet(Facet::Theme, theme.code(), weight::THEME).map(|query| (Occur::Should, query)));
        }
        if let Some((first, last)) = understood.years {
            let years = (first..=last.min(2_100)).filter_map(|year| self.facet(Facet::Year, &year.to_string(), weight::YEAR)).collect();
            clauses.push((Occur::Should, Box::new(DisjunctionMaxQuery::new(years))));
        }
        clauses.extend(understood.phrases.iter().map(|phrase| (Occur::Must, self.phrase(phrase))));
        (!clauses.is_empty()).then(|| Box::new(BooleanQuery::new(clauses)) as Box<dyn Query>)
    }

    /// A word, analysed as each language would; the best field counts, the others a little.
    fn word(&self, word: &str, may_go_on: bool) -> Box<dyn Query> {
        let mut fields: Vec<Box<dyn Query>> = Vec::new();
        for (analyzer, pair) in self.text_fields() {
            let token = analyzer.word(word);
            for (field, boost) in pair {
                fields.push(boosted(term(Term::from_field_text(field, &token)), boost));
            }
        }
        if may_go_on && word.chars().count() >= 2 {
            let folded = Analyzer::Neutral.word(word);
            for (_, pair) in self.text_fields() {
                let prefix = FuzzyTermQuery::new_prefix(Term::from_field_text(pair[0].0, &folded), 0, true);
                fields.push(Box::new(ConstScoreQuery::new(Box::new(prefix), weight::PREFIX)));
            }
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(fields, weight::TIE))
    }

    /// A text that must stand in a field as it is.
    fn phrase(&self, phrase: &str) -> Box<dyn Query> {
        let mut fields: Vec<Box<dyn Query>> = Vec::new();
        for (analyzer, pair) in self.text_fields() {
            let tokens = analyzer.words(phrase);
            for (field, boost) in pair {
                let terms: Vec<Term> = tokens.iter().map(|token| Term::from_field_text(field, &token.text)).collect();
                match terms.len() {
                    0 => {}
                    1 => fields.extend(terms.into_iter().map(|only| boosted(term(only), boost))),
                    _ => fields.push(boosted(Box::new(PhraseQuery::new(terms)), boost * 2.0)),
                }
            }
        }
        Box::new(DisjunctionMaxQuery::new(fields))
    }

    /// What the query speaks of, wherever and in whatever language a record says it.
    fn meaning(&self, knowledge: &Knowledge, meaning: &Meaning) -> Vec<Box<dyn Query>> {
        let concept_term = |field: Field, id: &str| term(Term::from_field_text(field, id));
        match meaning {
            Meaning::Theme(_) => Vec::new(), // counted once, with those that concepts imply
            Meaning::Sdg(goal) => self.facet(Facet::Sdg, &goal.goal().to_string(), weight::SDG).into_iter().collect(),
            Meaning::Record(key) => {
                let own = Box::new(ConstScoreQuery::new(term(Term::from_field_text(self.fields.key, &key.to_string())), weight::RECORD));
                std::iter::once(own as Box<dyn Query>).chain(self.facet(Facet::Mention, &key.to_string(), weight::MENTION)).collect()
            }
            Meaning::Concept(at) => {
                let Some(concept) = knowledge.lexicon.concept(*at) else { return Vec::new() };
                let id = concept.id.as_str();
                let mut queries = vec![
                    boosted(concept_term(self.fields.concept_title, id), weight::CONCEPT_TITLE),
                    boosted(concept_term(self.fields.concept, id), weight::CONCEPT),
                    boosted(concept_term(self.fields.concept_broader, id), weight::NARROWER),
                ];
                for broader in knowledge.lexicon.broader(*at).into_iter().take(1).filter_map(|at| knowledge.lexicon.concept(at)) {
                    queries.push(boosted(concept_term(self.fields.concept, broader.id.as_str()), weight::BROADER));
                }
                if let Some(country) = knowledge.lexicon.country(*at) {
                    queries.extend(self.facet(Facet::Country, country.code(), weight::COUNTRY));
                } else if let Some(region) = Region::of_place(id) {
                    queries.extend(self.facet(Facet::Region, region.code(), weight::REGION));
                }
                queries
            }
        }
    }

    fn facet(&self, facet: Facet, code: &str, score: f32) -> Option<Box<dyn Query>> {
        let value = facet.value(code)?;
        Some(Box::new(ConstScoreQuery::new(term(Term::from_field_u64(self.fields.facet, value.0)), score)))
    }

    /// Records near in meaning, each with the score that it adds.
    fn near(&self, searcher: &Searcher, words: Box<dyn Query>, understood: &Understood) -> Result<Vec<Box<dyn Query>>, SearchError> {
        let Some(semantics) = &self.semantics else { return Ok(Vec::new()) };
        let first = searcher.search(&words, &Hits { limit: NEAR * 2, after: None, sort: Sort::Relevance, facets: None })?;
        let best = first.hits.first().map_or(1.0, |(_, score, _)| *score);
        let ids = first.hits.iter().map(|(_, score, at)| Ok(self.hit(&searcher.doc(*at)?, *score)?.id)).collect::<Result<Vec<_>, SearchError>>()?;
        let near = semantics.read().nearest(&understood.text, &ids, NEAR);
        let score = |cosine: f32| best * weight::MEANING * (cosine - weight::MEANING_FROM) / (1.0 - weight::MEANING_FROM);
        Ok(near
            .into_iter()
            .filter(|(_, cosine)| *cosine > weight::MEANING_FROM)
            .map(|(id, cosine)| {
                let record = term(Term::from_field_bytes(self.fields.id, id.as_bytes()));
                Box::new(ConstScoreQuery::new(record, score(cosine))) as Box<dyn Query>
            })
            .collect())
    }
}

/// Themes that the query names or that its concepts stand for, each once.
fn implied_themes(knowledge: &Knowledge, understood: &Understood) -> Vec<Theme> {
    let mut themes = Vec::new();
    for (meaning, _) in &understood.mentions {
        match meaning {
            Meaning::Theme(theme) => themes.push(*theme),
            Meaning::Concept(at) => themes.extend(knowledge.lexicon.concept(*at).into_iter().flat_map(|concept| concept.themes.iter().copied())),
            Meaning::Sdg(_) | Meaning::Record(_) => {}
        }
    }
    themes.sort_unstable();
    themes.dedup();
    themes
}

fn term(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
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
        by_facet.entry(*facet).or_default().push(term(Term::from_field_u64(field, value.0)));
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

//! Clauses: what a query says, as a question to the fields of the index.

use ayni_domain::region::Region;
use ayni_domain::{Locale, Theme};
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::analyze::Analyzer;
use crate::facet::Facet;
use crate::index::Knowledge;
use crate::lexicon::Meaning;
use crate::query::Understood;
use crate::schema::Fields;

/// How much each sign of relevance weighs. Found by measuring on `relevance/`; no weight serves a single query.
mod weight {
    /// A word in a title.
    pub const TITLE: f32 = 1.6;
    /// A word in a summary or narrative.
    pub const BODY: f32 = 1.0;
    /// A word in a name or a text of another language.
    pub const NEUTRAL: f32 = 0.7;
    /// A word in an attached file: it may stand on any of many pages.
    pub const FILE: f32 = 0.25;
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
    /// A word of a text that is one or two letters other than one that stands nowhere.
    pub const NEARLY: f32 = 0.5;
    /// The share of lesser fields in a word's score.
    pub const TIE: f32 = 0.2;
}

/// Shortest word that is taken for a misspelt one.
const SHORTEST_MISSPELT: usize = 4;

type Clause = Box<dyn Query>;

/// Makes clauses of what a query says; words that stand nowhere make none, since looking for them costs the same.
pub(crate) struct Clauses<'a> {
    pub fields: &'a Fields,
    pub knowledge: &'a Knowledge,
    pub searcher: &'a Searcher,
}

impl Clauses<'_> {
    /// The whole query; `None` when it says nothing that can be looked up.
    pub fn of(&self, understood: &Understood) -> Option<Clause> {
        let mut should: Vec<Clause> = Vec::new();
        for (at, word) in understood.words.iter().enumerate() {
            let is_last = at + 1 == understood.words.len();
            should.extend(self.word(word, understood.unfinished && is_last && understood.words.len() < 6));
        }
        for (meaning, _) in &understood.mentions {
            should.extend(self.meaning(meaning));
        }
        for theme in self.implied_themes(understood) {
            should.extend(self.facet(Facet::Theme, theme.code(), weight::THEME));
        }
        if let Some((first, last)) = understood.years {
            let years = (first..=last.min(2_100)).filter_map(|year| self.facet(Facet::Year, &year.to_string(), weight::YEAR)).collect();
            should.push(Box::new(DisjunctionMaxQuery::new(years)));
        }
        let mut clauses: Vec<(Occur, Clause)> = should.into_iter().map(|clause| (Occur::Should, clause)).collect();
        clauses.extend(understood.phrases.iter().map(|phrase| (Occur::Must, self.phrase(phrase))));
        (!clauses.is_empty()).then(|| Box::new(BooleanQuery::new(clauses)) as Clause)
    }

    /// Whether a word stands in a text of any record, in the form that the analyser of that text gives it.
    pub fn knows(&self, word: &str) -> bool {
        self.text_fields().any(|(analyzer, own)| {
            let token = analyzer.word(word);
            own.iter().any(|(field, _)| self.exists(&Term::from_field_text(*field, &token)))
        })
    }

    fn exists(&self, term: &Term) -> bool {
        self.searcher.segment_readers().iter().any(|segment| {
            let terms = segment.inverted_index(term.field()).map(|index| index.get_term_info(term));
            !matches!(terms, Ok(Ok(None))) // a failure is told by the search itself
        })
    }

    fn term(&self, term: Term) -> Option<Clause> {
        self.exists(&term).then(|| term_query(term))
    }

    /// The fields of each analyser with their weights: titles, other texts of records, texts of files.
    fn text_fields(&self) -> impl Iterator<Item = (Analyzer, [(Field, f32); 3])> {
        let fields = *self.fields;
        let of_language = move |locale: Locale| {
            let at = locale.index();
            [(fields.title[at], weight::TITLE), (fields.body[at], weight::BODY), (fields.file[at], weight::FILE)]
        };
        let neutral = [(fields.neutral_title, weight::TITLE), (fields.neutral, weight::NEUTRAL), (fields.neutral_file, weight::FILE)];
        Locale::ALL.iter().map(move |&locale| (Analyzer::Language(locale), of_language(locale))).chain([(Analyzer::Neutral, neutral)])
    }

    /// A word, analysed as each language would; the best field counts, the others a little.
    fn word(&self, word: &str, may_go_on: bool) -> Option<Clause> {
        let mut fields: Vec<Clause> = Vec::new();
        for (analyzer, own) in self.text_fields() {
            let token = analyzer.word(word);
            fields.extend(own.into_iter().filter_map(|(field, boost)| Some(boosted(self.term(Term::from_field_text(field, &token))?, boost))));
        }
        let letters = word.chars().count();
        if fields.is_empty() && letters >= SHORTEST_MISSPELT {
            let edits = if letters >= 8 { 2 } else { 1 };
            for (analyzer, [title, body, _]) in self.text_fields() {
                let token = analyzer.word(word);
                let nearly = |(field, _)| FuzzyTermQuery::new(Term::from_field_text(field, &token), edits, true);
                fields.extend([title, body].map(nearly).map(|nearly| Box::new(ConstScoreQuery::new(Box::new(nearly), weight::NEARLY)) as Clause));
            }
        }
        if may_go_on && letters >= 2 {
            let folded = Analyzer::Neutral.word(word);
            for (_, [title, ..]) in self.text_fields() {
                let prefix = FuzzyTermQuery::new_prefix(Term::from_field_text(title.0, &folded), 0, true);
                fields.push(Box::new(ConstScoreQuery::new(Box::new(prefix), weight::PREFIX)));
            }
        }
        match fields.len() {
            0 | 1 => fields.pop(),
            _ => Some(Box::new(DisjunctionMaxQuery::with_tie_breaker(fields, weight::TIE))),
        }
    }

    /// A text that must stand in a field as it is.
    fn phrase(&self, phrase: &str) -> Clause {
        let mut fields: Vec<Clause> = Vec::new();
        for (analyzer, own) in self.text_fields() {
            let tokens = analyzer.words(phrase);
            for (field, boost) in own {
                let terms: Vec<Term> = tokens.iter().map(|token| Term::from_field_text(field, &token.text)).collect();
                match terms.len() {
                    0 => {}
                    1 => fields.extend(terms.into_iter().map(|only| boosted(term_query(only), boost))),
                    _ => fields.push(boosted(Box::new(PhraseQuery::new(terms)), boost * 2.0)),
                }
            }
        }
        Box::new(DisjunctionMaxQuery::new(fields))
    }

    /// What the query speaks of, wherever and in whatever language a record says it.
    fn meaning(&self, meaning: &Meaning) -> Vec<Clause> {
        match meaning {
            Meaning::Theme(_) => Vec::new(), // counted once, with those that concepts imply
            Meaning::Sdg(goal) => self.facet(Facet::Sdg, &goal.goal().to_string(), weight::SDG).into_iter().collect(),
            Meaning::Record(key) => {
                let own = self.term(Term::from_field_text(self.fields.key, &key.to_string()));
                let own = own.map(|own| Box::new(ConstScoreQuery::new(own, weight::RECORD)) as Clause);
                own.into_iter().chain(self.facet(Facet::Mention, &key.to_string(), weight::MENTION)).collect()
            }
            Meaning::Concept(at) => self.concept(*at),
        }
    }

    fn concept(&self, at: u32) -> Vec<Clause> {
        let lexicon = &self.knowledge.lexicon;
        let Some(concept) = lexicon.concept(at) else { return Vec::new() };
        let id = concept.id.as_str();
        let fields = [
            (self.fields.concept_title, id, weight::CONCEPT_TITLE),
            (self.fields.concept, id, weight::CONCEPT),
            (self.fields.concept_broader, id, weight::NARROWER),
        ];
        let broader = lexicon.broader(at).into_iter().take(1).filter_map(|at| lexicon.concept(at));
        let broader = broader.map(|broader| (self.fields.concept, broader.id.as_str(), weight::BROADER));
        let terms = fields.into_iter().chain(broader);
        let mut clauses: Vec<Clause> =
            terms.filter_map(|(field, id, boost)| Some(boosted(self.term(Term::from_field_text(field, id))?, boost))).collect();
        if let Some(country) = lexicon.country(at) {
            clauses.extend(self.facet(Facet::Country, country.code(), weight::COUNTRY));
        } else if let Some(region) = Region::of_place(id) {
            clauses.extend(self.facet(Facet::Region, region.code(), weight::REGION));
        }
        clauses
    }

    fn facet(&self, facet: Facet, code: &str, score: f32) -> Option<Clause> {
        let value = self.term(Term::from_field_u64(self.fields.facet, facet.value(code)?.0))?;
        Some(Box::new(ConstScoreQuery::new(value, score)))
    }

    /// Themes that the query names or that its concepts stand for, each once.
    fn implied_themes(&self, understood: &Understood) -> Vec<Theme> {
        let mut themes = Vec::new();
        for (meaning, _) in &understood.mentions {
            match meaning {
                Meaning::Theme(theme) => themes.push(*theme),
                Meaning::Concept(at) => themes.extend(self.knowledge.lexicon.concept(*at).into_iter().flat_map(|c| c.themes.iter().copied())),
                Meaning::Sdg(_) | Meaning::Record(_) => {}
            }
        }
        themes.sort_unstable();
        themes.dedup();
        themes
    }
}

/// The documents of a term.
pub(crate) fn term_query(term: Term) -> Clause {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn boosted(query: Clause, boost: f32) -> Clause {
    Box::new(BoostQuery::new(query, boost))
}

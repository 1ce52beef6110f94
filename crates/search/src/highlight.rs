//! Highlighting: the part of a text that shows why it was found, with the matching words marked.

use std::collections::HashSet;

use ayni_domain::{LanguageTag, Locale};

use crate::analyze::{Analyzer, is_han};
use crate::index::Knowledge;
use crate::lexicon::Meaning;
use crate::query::Understood;

/// A piece of text and whether it matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Text.
    pub text: String,
    /// Whether it matches the query.
    pub marked: bool,
}

/// Length of a snippet, in characters.
pub const SNIPPET: usize = 220;

/// Why a record was found: the words of the query, and the concept as which they were found in another wording or language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Part of the query.
    pub said: String,
    /// The concept's name in the reader's language.
    pub concept: String,
    /// The words of the record.
    pub found: String,
}

/// Marks and cuts texts for one query.
pub struct Highlighter<'a> {
    knowledge: &'a Knowledge,
    understood: &'a Understood,
    meanings: HashSet<&'a Meaning>,
}

impl<'a> Highlighter<'a> {
    /// A highlighter for a query.
    #[must_use]
    pub fn new(knowledge: &'a Knowledge, understood: &'a Understood) -> Self {
        Self { knowledge, understood, meanings: understood.mentions.iter().map(|(meaning, _)| meaning).collect() }
    }

    /// The part of a text with the most matches, cut at words; marks what matches.
    #[must_use]
    pub fn snippet(&self, language: &LanguageTag, text: &str) -> Vec<Piece> {
        let marks = self.marks(language, text);
        let (from, to) = window(text, &marks);
        let mut pieces = Vec::new();
        let mut push = |text: &str, marked| {
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), marked });
            }
        };
        if from > 0 {
            push("… ", false);
        }
        let mut at = from;
        for (start, end) in marks.into_iter().filter(|(start, end)| *start >= from && *end <= to) {
            push(&text[at..start], false);
            push(&text[start..end], true);
            at = end;
        }
        push(&text[at..to], false);
        if to < text.len() {
            push(" …", false);
        }
        pieces
    }

    /// The whole text with what matches marked.
    #[must_use]
    pub fn whole(&self, language: &LanguageTag, text: &str) -> Vec<Piece> {
        let (mut pieces, mut at) = (Vec::new(), 0);
        for (start, end) in self.marks(language, text) {
            if at < start {
                pieces.push(Piece { text: text[at..start].to_owned(), marked: false });
            }
            pieces.push(Piece { text: text[start..end].to_owned(), marked: true });
            at = end;
        }
        if at < text.len() {
            pieces.push(Piece { text: text[at..].to_owned(), marked: false });
        }
        pieces
    }

    /// Concepts of the query that stand in a text in other words than the query's.
    #[must_use]
    pub fn reasons(&self, reader: Locale, language: &LanguageTag, text: &str) -> Vec<Reason> {
        let Some(locale) = language.locale() else { return Vec::new() };
        let same = |a: &str, b: &str| Analyzer::Neutral.words(a).iter().map(|t| &t.text).eq(Analyzer::Neutral.words(b).iter().map(|t| &t.text));
        let mut reasons: Vec<Reason> = Vec::new();
        for mention in self.knowledge.lexicon.recognise(locale, text) {
            let said = self.understood.mentions.iter().find(|(meaning, _)| *meaning == mention.meaning).map(|(_, said)| said);
            let concept = if let Meaning::Concept(at) = mention.meaning { self.knowledge.lexicon.concept(at) } else { None };
            let found = &text[mention.from..mention.to];
            if let (Some(said), Some(concept)) = (said, concept)
                && !same(said, found)
                && !reasons.iter().any(|reason| reason.said == *said)
            {
                reasons.push(Reason { said: said.clone(), concept: concept.name(reader).to_owned(), found: found.to_owned() });
            }
        }
        reasons
    }

    /// Byte ranges that match, in order, without overlap.
    fn marks(&self, language: &LanguageTag, text: &str) -> Vec<(usize, usize)> {
        let analyzer = language.locale().map_or(Analyzer::Neutral, Analyzer::Language);
        let wanted: HashSet<String> =
            self.understood.words.iter().chain(&self.understood.phrases).flat_map(|word| analyzer.index_tokens(word)).map(|t| t.text).collect();
        let single_han = |token: &str| token.chars().count() == 1 && token.chars().all(is_han);
        let mut marks: Vec<(usize, usize)> = analyzer
            .index_tokens(text)
            .into_iter()
            .filter(|token| wanted.contains(&token.text) && !single_han(&token.text))
            .map(|token| (token.from, token.to))
            .collect();
        if let Some(locale) = language.locale() {
            let concepts = self.knowledge.lexicon.recognise(locale, text).into_iter().filter(|mention| self.meanings.contains(&mention.meaning));
            marks.extend(concepts.map(|mention| (mention.from, mention.to)));
        }
        marks.sort_unstable();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (start, end) in marks {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        joined
    }
}

/// The stretch of about [`SNIPPET`] characters with the most marked bytes; begins and ends between words.
fn window(text: &str, marks: &[(usize, usize)]) -> (usize, usize) {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    if starts.len() <= SNIPPET {
        return (0, text.len());
    }
    let char_of = |byte: usize| starts.partition_point(|&at| at < byte);
    let byte_of = |at: usize| starts.get(at).copied().unwrap_or(text.len());
    let candidates = std::iter::once(0).chain(marks.iter().map(|(start, _)| char_of(*start).saturating_sub(30)));
    let covered = |from: usize| -> usize {
        let (from, to) = (byte_of(from), byte_of(from + SNIPPET));
        marks.iter().filter(|(start, end)| *start >= from && *end <= to).map(|(start, end)| end - start).sum()
    };
    let from = candidates.max_by_key(|&from| (covered(from), std::cmp::Reverse(from))).unwrap_or(0).min(starts.len() - SNIPPET);
    let (from, to) = (byte_of(from), byte_of(from + SNIPPET));
    let after_space = |(at, c): (usize, char)| from + at + c.len_utf8();
    let from = if from == 0 { 0 } else { text[from..to].char_indices().find(|(_, c)| c.is_whitespace()).map_or(from, after_space) };
    let to = if to == text.len() { to } else { text[from..to].rfind(char::is_whitespace).map_or(to, |space| from + space) };
    let inside = |at: usize| marks.iter().find(|(start, end)| *start < at && at < *end);
    (inside(from).map_or(from, |mark| mark.0), inside(to).map_or(to, |mark| mark.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Knowledge;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_snippet_never_panics_and_says_what_the_text_says(text in "\\PC{0,600}", words in proptest::collection::vec("\\PC{1,6}", 0..4)) {
            let knowledge = Knowledge::new(Vec::new(), [], jiff::civil::date(2024, 1, 1));
            let understood = Understood { words, ..Understood::default() };
            let highlighter = Highlighter::new(&knowledge, &understood);
            let language = LanguageTag::parse("en").expect("a tag");
            let whole: String = highlighter.whole(&language, &text).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&whole, &text);
            let snippet: String = highlighter.snippet(&language, &text).into_iter().map(|piece| piece.text).collect();
            prop_assert!(text.contains(snippet.strip_prefix("… ").unwrap_or(&snippet).strip_suffix(" …").unwrap_or(&snippet)) || text.contains(&snippet) || snippet.contains('…'));
        }
    }
}

//! Analysis: how a text in a language becomes the tokens that are compared.
//!
//! Words are folded (case, accents, width) and stemmed by the language's Snowball stemmer; Han text has no spaces and becomes
//! single characters and pairs of neighbours. The same analysis reads documents, queries, and the concept table.

use std::sync::OnceLock;

use ayni_domain::Locale;
use ayni_domain::fold::fold;
use rust_stemmers::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token as IndexToken, TokenStream, Tokenizer};

/// Longest word that is kept, in bytes; longer ones are cut there.
const LONGEST_WORD: usize = 60;

/// How a text is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Analyzer {
    /// As a text in one of the seven languages.
    Language(Locale),
    /// As a name or a text in another language: folded, not stemmed.
    Neutral,
}

/// A token and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded and stemmed.
    pub text: String,
    /// First byte in the original.
    pub from: usize,
    /// Byte after the last in the original.
    pub to: usize,
    /// Position among the words; the pair of two Han characters stands at the first one's.
    pub position: usize,
}

impl Analyzer {
    /// All analysers, the languages in the order of [`Locale::ALL`], the neutral one last.
    pub fn all() -> impl Iterator<Item = Self> {
        Locale::ALL.iter().copied().map(Self::Language).chain([Self::Neutral])
    }

    /// Short name: the language code, or `xx`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Language(locale) => locale.code(),
            Self::Neutral => "xx",
        }
    }

    fn stemmer(self) -> Option<&'static Stemmer> {
        static STEMMERS: OnceLock<[Option<Stemmer>; Locale::ALL.len()]> = OnceLock::new();
        let Self::Language(locale) = self else { return None };
        STEMMERS.get_or_init(|| {
            [
                Some(Algorithm::English),
                Some(Algorithm::French),
                Some(Algorithm::Spanish),
                Some(Algorithm::Portuguese),
                Some(Algorithm::Arabic),
                None,
                Some(Algorithm::Russian),
            ]
            .map(|algorithm| algorithm.map(Stemmer::create))
        })[locale.index()]
        .as_ref()
    }

    /// Folds and stems one word.
    #[must_use]
    pub fn word(self, word: &str) -> String {
        let mut folded = fold(word);
        if folded.len() > LONGEST_WORD {
            let cut = (0..=LONGEST_WORD).rev().find(|&at| folded.is_char_boundary(at)).unwrap_or(0);
            folded.truncate(cut);
        }
        restore_ending(self, &mut folded);
        match self.stemmer() {
            Some(stemmer) if folded.chars().count() > 2 => fold(&stemmer.stem(&folded)),
            _ => folded,
        }
    }

    /// The words of a text; each Han character counts as one.
    #[must_use]
    pub fn words(self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for (from, to) in segments(text) {
            let token = self.word(&text[from..to]);
            if !token.is_empty() {
                tokens.push(Token { text: token, from, to, position: tokens.len() });
            }
        }
        tokens
    }

    /// The words of a text and the pairs of neighbouring Han characters, as the index keeps them.
    #[must_use]
    pub fn index_tokens(self, text: &str) -> Vec<Token> {
        let words = self.words(text);
        let mut tokens = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            tokens.push(word.clone());
            if let Some(next) = words.get(at + 1).filter(|next| is_han_token(&word.text) && is_han_token(&next.text) && next.from == word.to) {
                tokens.push(Token { text: format!("{}{}", word.text, next.text), from: word.from, to: next.to, position: word.position });
            }
        }
        tokens
    }
}

/// The stemmers of Portuguese and Spanish know some endings by their accent, which folding took and many who type leave out.
fn restore_ending(analyzer: Analyzer, word: &mut String) {
    let endings: &[(&str, &str)] = match analyzer {
        Analyzer::Language(Locale::Pt) => &[("coes", "ções"), ("soes", "sões"), ("cao", "ção"), ("sao", "são")],
        Analyzer::Language(Locale::Es) => &[("cion", "ción"), ("sion", "sión")],
        _ => return,
    };
    if let Some((plain, accented)) = endings.iter().find(|(plain, _)| word.len() > plain.len() + 1 && word.ends_with(plain)) {
        word.replace_range(word.len() - plain.len().., accented);
    }
}

fn is_han_token(token: &str) -> bool {
    token.chars().all(is_han)
}

/// Whether a character is Han, kana or hangul: scripts that are matched by characters.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

/// Byte ranges of words; combining marks belong to their word, each Han character is one.
fn segments(text: &str) -> Vec<(usize, usize)> {
    let mut segments = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let han = is_han(c);
        let inner = c.is_alphanumeric() || (open.is_some() && (is_mark(c) || c == '+'));
        if (han || !inner)
            && let Some(from) = open.take()
        {
            segments.push((from, at));
        }
        if han {
            segments.push((at, at + c.len_utf8()));
        } else if inner && open.is_none() {
            open = Some(at);
        }
    }
    segments.extend(open.map(|from| (from, text.len())));
    segments
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0640}' | '\u{0670}' | '\u{200c}' | '\u{200d}')
}

impl Tokenizer for Analyzer {
    type TokenStream<'a> = IndexTokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> IndexTokens {
        IndexTokens { tokens: self.index_tokens(text).into_iter(), token: IndexToken::default() }
    }
}

/// The tokens of one text on their way into the index.
pub struct IndexTokens {
    tokens: std::vec::IntoIter<Token>,
    token: IndexToken,
}

impl TokenStream for IndexTokens {
    fn advance(&mut self) -> bool {
        let Some(next) = self.tokens.next() else { return false };
        self.token = IndexToken { offset_from: next.from, offset_to: next.to, position: next.position, text: next.text, position_length: 1 };
        true
    }

    fn token(&self) -> &IndexToken {
        &self.token
    }

    fn token_mut(&mut self) -> &mut IndexToken {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(locale: Locale, text: &str, expected: &str) {
        let tokens: Vec<String> = Analyzer::Language(locale).index_tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(tokens.join(" "), expected, "{text}");
    }

    #[test]
    fn each_language_is_folded_and_stemmed_in_its_way() {
        check(Locale::En, "Domestic workers", "domest worker");
        check(Locale::Pt, "proteção social", "proteca social");
        check(Locale::Pt, "Capacitações", "capacit");
        check(Locale::Pt, "capacitacao", "capacit"); // without its tilde, as many type it
        check(Locale::Es, "Cooperación", "cooper");
        check(Locale::Ru, "детский труд", "детск труд");
        check(Locale::Zh, "童工 ILO", "童 童工 工 ilo");
        check(Locale::En, "g7+ states", "g7+ state");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_offsets_stand_on_characters(text in "\\PC{0,60}") {
            for analyzer in Analyzer::all() {
                for token in analyzer.index_tokens(&text) {
                    prop_assert!(text.get(token.from..token.to).is_some());
                }
            }
        }
    }
}

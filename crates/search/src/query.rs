//! Understanding a query: its languages, words, phrases and years, and the concepts, themes, countries and names it speaks of.

use std::collections::BTreeSet;

use ayni_domain::fold::fold;
use ayni_domain::{Country, Locale};

use crate::analyze::{Analyzer, is_han};
use crate::lexicon::{Lexicon, Meaning, Mention};
use crate::spelling::Spelling;
use crate::stopwords::{is_stopword, is_stopword_anywhere};

/// Longest query that is read, in characters; the rest is passed over.
pub const LONGEST: usize = 1_000;
/// Most words of a query that are looked up.
const MOST_WORDS: usize = 48;

/// What a query says.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The text that was read: shortened, without quotation marks, typing errors mended.
    pub text: String,
    /// Words that were mended: as typed, and as read.
    pub mended: Vec<(String, String)>,
    /// Languages that it may be written in, likely ones first.
    pub locales: Vec<Locale>,
    /// Content words as typed, each once.
    pub words: Vec<String>,
    /// Texts in quotation marks, which must stand in a hit.
    pub phrases: Vec<String>,
    /// Years, or spans of years: "since 2020", "2015-2018".
    pub years: Option<(i16, i16)>,
    /// What was recognised, with the part of the text that said it.
    pub mentions: Vec<(Meaning, String)>,
    /// Whether the last word may be the beginning of a longer one.
    pub unfinished: bool,
}

/// Words that make a year the first of a span, in seven languages.
const SINCE: [&str; 13] = ["since", "after", "from", "depuis", "apres", "desde", "despues", "apos", "منذ", "بعد", "自", "с", "после"];

impl Understood {
    /// Reads a query. `hint` is the reader's language, which counts when the words leave a choice.
    pub(crate) fn read(lexicon: &Lexicon, spelling: &Spelling, known: impl Fn(&str) -> bool, query: &str, hint: Option<Locale>) -> Self {
        let query: String = query.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
        let (plain, phrases) = split_phrases(&query);
        let (text, mended) = mend(&plain, spelling, known);
        let locales = languages(lexicon, &text, hint);
        let mut mentions: Vec<(Meaning, String)> = Vec::new();
        let mut note = |found: Vec<Mention>| {
            for mention in found {
                if !mentions.iter().any(|(meaning, _)| *meaning == mention.meaning) {
                    mentions.push((mention.meaning, text[mention.from..mention.to].to_owned()));
                }
            }
        };
        for &locale in &locales {
            note(lexicon.recognise_query(locale, &text));
        }
        note(lexicon.recognise_names(&text));
        let words = content_words(&text, &locales);
        let unfinished = query.chars().last().is_some_and(char::is_alphanumeric);
        Self { years: years(&text), mended, locales, words, phrases, mentions, unfinished, text }
    }

    /// Countries that the query names.
    #[must_use]
    pub fn countries(&self, lexicon: &Lexicon) -> BTreeSet<Country> {
        self.concepts().filter_map(|at| lexicon.country(at)).collect()
    }

    /// Concepts of the table that the query names.
    pub fn concepts(&self) -> impl Iterator<Item = u32> {
        self.mentions.iter().filter_map(|(meaning, _)| if let Meaning::Concept(at) = meaning { Some(*at) } else { None })
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.mentions.is_empty() && self.years.is_none()
    }
}

/// Takes texts in quotation marks out; they stay in the plain text too.
fn split_phrases(query: &str) -> (String, Vec<String>) {
    let mut phrases = Vec::new();
    let pieces: Vec<&str> = query.split(['"', '“', '”', '«', '»', '„']).collect();
    let whole = pieces.len().saturating_sub(1) / 2 * 2; // an odd mark opens nothing
    for (at, piece) in pieces.iter().enumerate() {
        if at % 2 == 1 && at < whole.max(1) + 1 && pieces.len() > 2 && !piece.trim().is_empty() {
            phrases.push(piece.trim().to_owned());
        }
    }
    (pieces.join(" "), phrases)
}

/// Replaces words that are known nowhere by near ones that are.
fn mend(text: &str, spelling: &Spelling, known: impl Fn(&str) -> bool) -> (String, Vec<(String, String)>) {
    let (mut result, mut mended, mut last) = (String::with_capacity(text.len()), Vec::new(), 0);
    for token in Analyzer::Neutral.words(text) {
        let typed = &text[token.from..token.to];
        if known(typed) || is_stopword_anywhere(&token.text) {
            continue;
        }
        if let Some(better) = spelling.mend(&token.text) {
            result.push_str(&text[last..token.from]);
            result.push_str(&better);
            last = token.to;
            mended.push((typed.to_owned(), better));
        }
    }
    result.push_str(&text[last..]);
    (result, mended)
}

/// The languages that a query may be written in: by script, else by how many of its words each language knows.
fn languages(lexicon: &Lexicon, text: &str, hint: Option<Locale>) -> Vec<Locale> {
    let is = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    let mut locales = Vec::new();
    for (found, locale) in
        [(text.chars().any(is_han), Locale::Zh), (is('\u{0600}', '\u{06ff}'), Locale::Ar), (is('\u{0400}', '\u{04ff}'), Locale::Ru)]
    {
        if found {
            locales.push(locale);
        }
    }
    let latin: Vec<_> =
        Analyzer::Neutral.words(text).into_iter().filter(|token| token.text.chars().next().is_some_and(|c| c.is_ascii_alphabetic())).collect();
    if latin.is_empty() && !locales.is_empty() {
        return locales;
    }
    let mut scores: Vec<(f32, Locale)> = [Locale::En, Locale::Fr, Locale::Es, Locale::Pt]
        .into_iter()
        .map(|locale| {
            let stopwords = latin.iter().filter(|token| is_stopword(locale, &token.text)).count();
            let recognised: usize = lexicon.recognise_query(locale, text).iter().map(|mention| mention.words).sum();
            let hinted = if hint == Some(locale) { 0.4 } else { 0.0 };
            #[allow(clippy::cast_precision_loss)] // a query has a few words
            let score = stopwords as f32 + 1.2 * recognised as f32 + hinted;
            (score, locale)
        })
        .collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = scores[0].0;
    locales.extend(scores.into_iter().filter(|(score, _)| *score >= best * 0.8).map(|(_, locale)| locale));
    locales
}

/// The words that say what is sought, as typed.
fn content_words(text: &str, locales: &[Locale]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in Analyzer::Neutral.index_tokens(text) {
        let typed = &text[token.from..token.to];
        let is_empty = locales.iter().any(|&locale| is_stopword(locale, &token.text)) && !(typed.len() > 1 && typed.chars().all(char::is_uppercase));
        let single_han = token.text.chars().count() == 1 && token.text.chars().all(is_han);
        if !is_empty && !single_han && words.len() < MOST_WORDS && !words.iter().any(|word| fold(word) == token.text) {
            words.push(typed.to_owned());
        }
    }
    words
}

/// Years of a query: one, a span, or everything since one.
fn years(text: &str) -> Option<(i16, i16)> {
    let tokens = Analyzer::Neutral.words(text);
    let year = |token: &str| (token.len() == 4).then(|| token.parse::<i16>().ok()).flatten().filter(|year| (1900..=2100).contains(year));
    let found: Vec<(usize, i16)> = tokens.iter().enumerate().filter_map(|(at, token)| Some((at, year(&token.text)?))).collect();
    match found[..] {
        [] => None,
        [(at, year)] if at > 0 && SINCE.contains(&tokens[at - 1].text.as_str()) => Some((year, 2100)),
        [(_, year)] => Some((year, year)),
        _ => Some((found.iter().map(|(_, y)| *y).min()?, found.iter().map(|(_, y)| *y).max()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    fn read(query: &str) -> Understood {
        static KNOWN: std::sync::LazyLock<(Lexicon, Spelling)> = std::sync::LazyLock::new(|| {
            let lexicon = Lexicon::new(ayni_domain::concept::starter());
            let spelling = Spelling::new(lexicon.vocabulary());
            (lexicon, spelling)
        });
        Understood::read(&KNOWN.0, &KNOWN.1, |_| false, query, None)
    }

    #[test]
    fn the_language_is_told_from_script_and_words() {
        for (query, locale) in [
            ("how to extend social protection to domestic workers", Locale::En),
            ("como estender a proteção social aos trabalhadores domésticos informais", Locale::Pt),
            ("cómo extender la protección social a las trabajadoras del hogar", Locale::Es),
            ("comment étendre la protection sociale aux travailleurs domestiques", Locale::Fr),
            ("الحماية الاجتماعية للعمال المنزليين", Locale::Ar),
            ("家政工人的社会保护", Locale::Zh),
            ("социальная защита домашних работников", Locale::Ru),
        ] {
            assert_eq!(read(query).locales.first(), Some(&locale), "{query}");
        }
    }

    #[test]
    fn years_and_spans_are_read() {
        for (query, expected) in [
            ("forum 2019", Some((2019, 2019))),
            ("since 2020", Some((2020, 2100))),
            ("desde 2015 cooperación", Some((2015, 2100))),
            ("2012-2015", Some((2012, 2015))),
            ("convention 189", None),
            ("12345", None),
        ] {
            assert_eq!(years(query), expected, "{query}");
        }
    }

    #[test]
    fn phrases_stand_in_quotation_marks() {
        for (query, expected) in [
            ("\"social floor\" Brazil", vec!["social floor"]),
            ("«trabalho decente»", vec!["trabalho decente"]),
            ("5\" pipe", vec![]),
            ("\"\"", vec![]),
        ] {
            assert_eq!(split_phrases(query).1, expected, "{query}");
        }
    }

    proptest! {
        #[test]
        fn no_query_makes_it_panic(query in "\\PC{0,80}") {
            let lexicon = Lexicon::new(Vec::new());
            let spelling = Spelling::new(HashMap::from([("word".to_owned(), 1)]));
            Understood::read(&lexicon, &spelling, |_| false, &query, Some(Locale::Pt));
        }
    }
}

//! Concepts of the world of work and of cooperation: one readable line each, with its terms in the seven languages.
//!
//! `domestic-worker | @informal-economy ^informal-worker | en: domestic worker; maid | fr: … | … | ru: …`
//! The second part has marks: `@` a theme that serves who uses the term, `^` a broader concept.

use std::fmt;

use crate::language::Locale;
use crate::slug::Slug;
use crate::theme::Theme;

/// Longest term, in characters.
pub const LONGEST_TERM: usize = 120;

/// A concept with its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Identifier, unique in the table.
    pub id: Slug,
    /// Themes that serve who uses the term.
    pub themes: Vec<Theme>,
    /// The broader concept, if there is a clear one.
    pub broader: Option<Slug>,
    /// Terms per language in the order of [`Locale::ALL`], the preferred one first.
    pub terms: [Vec<String>; Locale::ALL.len()],
}

/// Why a line is not a concept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConceptError {
    /// Not id, marks and seven languages.
    #[error("a line has an id, marks, and en, fr, es, pt, ar, zh, ru, separated by ` | `; it has {0} parts")]
    Parts(usize),
    /// Not a slug.
    #[error("`{0}` is not an id of a-z, 0-9 and single inner hyphens")]
    Id(String),
    /// Not a mark.
    #[error("`{0}` is neither @theme nor ^concept")]
    Mark(String),
    /// Another language was expected.
    #[error("expected `{expected}: …`, found `{found}`")]
    Language {
        /// What should stand there.
        expected: &'static str,
        /// What stood there, shortened.
        found: String,
    },
    /// A term that is empty, too long, or would break the line.
    #[error("`{0}` is not a term")]
    Term(String),
}

impl Concept {
    /// Reads one line.
    ///
    /// # Errors
    /// `ConceptError` with the part that is wrong.
    pub fn parse(line: &str) -> Result<Self, ConceptError> {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [id, marks, languages @ ..] = parts.as_slice() else { return Err(ConceptError::Parts(parts.len())) };
        if languages.len() != Locale::ALL.len() {
            return Err(ConceptError::Parts(parts.len()));
        }
        let id = Slug::parse(id).map_err(|_| ConceptError::Id((*id).to_owned()))?;
        let (mut themes, mut broader) = (Vec::new(), None);
        for mark in marks.split_whitespace() {
            let wrong = || ConceptError::Mark(mark.to_owned());
            match mark.split_at_checked(1).ok_or_else(wrong)? {
                ("@", theme) => themes.push(Theme::parse(theme).ok_or_else(wrong)?),
                ("^", concept) => broader = Some(Slug::parse(concept).map_err(|_| wrong())?),
                _ => return Err(wrong()),
            }
        }
        let mut terms: [Vec<String>; Locale::ALL.len()] = Default::default();
        for (&locale, part) in Locale::ALL.iter().zip(languages) {
            terms[locale.index()] = read_terms(locale, part)?;
        }
        Ok(Self { id, themes, broader, terms })
    }

    /// The preferred term for readers of a language.
    #[must_use]
    pub fn name(&self, locale: Locale) -> &str {
        self.terms[locale.index()].first().map_or(self.id.as_str(), String::as_str)
    }
}

fn read_terms(locale: Locale, part: &str) -> Result<Vec<String>, ConceptError> {
    let found = || part.chars().take(20).collect();
    let list = part.strip_prefix(locale.code()).and_then(|rest| rest.trim_start().strip_prefix(':'));
    let list = list.ok_or_else(|| ConceptError::Language { expected: locale.code(), found: found() })?;
    list.split(';')
        .map(|term| {
            let term = term.trim();
            let valid = !term.is_empty() && term.chars().count() <= LONGEST_TERM && !term.chars().any(char::is_control);
            if valid { Ok(term.to_owned()) } else { Err(ConceptError::Term(term.chars().take(40).collect())) }
        })
        .collect()
}

impl fmt::Display for Concept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let themes = self.themes.iter().map(|theme| format!("@{theme}"));
        let marks: Vec<String> = themes.chain(self.broader.iter().map(|id| format!("^{id}"))).collect();
        write!(f, "{} | {}", self.id, marks.join(" "))?;
        for &locale in Locale::ALL {
            write!(f, " | {locale}: {}", self.terms[locale.index()].join("; "))?;
        }
        Ok(())
    }
}

/// The concept tables that come with the program, in the order in which they are searched.
pub const STARTER_TABLES: [(&str, &str); 7] = [
    ("work", include_str!("../../../corpus/concepts/work.txt")),
    ("rights", include_str!("../../../corpus/concepts/rights.txt")),
    ("protection", include_str!("../../../corpus/concepts/protection.txt")),
    ("enterprise", include_str!("../../../corpus/concepts/enterprise.txt")),
    ("cooperation", include_str!("../../../corpus/concepts/cooperation.txt")),
    ("bodies", include_str!("../../../corpus/concepts/bodies.txt")),
    ("places", include_str!("../../../corpus/concepts/places.txt")),
];

/// The starter table: every line of [`STARTER_TABLES`]; lines that do not fit are left out (a test holds that there are none).
#[must_use]
pub fn starter() -> Vec<Concept> {
    STARTER_TABLES.iter().flat_map(|(_, table)| table.lines()).filter_map(|line| Concept::parse(line).ok()).collect()
}

/// The starter table with an instance's own concepts in place of those with the same id, or after them.
#[must_use]
pub fn table(own: Vec<Concept>) -> Vec<Concept> {
    let mut table = starter();
    for concept in own {
        match table.iter_mut().find(|known| known.id == concept.id) {
            Some(known) => *known = concept,
            None => table.push(concept),
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    const LINE: &str = "maid | @informal-economy ^worker | en: maid; domestic worker | fr: employée de maison | es: empleada | pt: empregada | ar: عاملة منزلية | zh: 家政工 | ru: домработница";

    fn check(line: &str, expected: &str) {
        assert_eq!(Concept::parse(line).map(|c| c.to_string()).map_err(|e| e.to_string()), Err(expected.to_owned()), "{line}");
    }

    #[test]
    fn a_line_is_read_and_written_as_it_was() {
        assert_eq!(Concept::parse(LINE).expect("a concept").to_string(), LINE);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_named() {
        check("maid", "a line has an id, marks, and en, fr, es, pt, ar, zh, ru, separated by ` | `; it has 1 parts");
        check(&LINE.replace("maid |", "Maid! |"), "`Maid!` is not an id of a-z, 0-9 and single inner hyphens");
        check(&LINE.replace("@informal-economy", "@magic"), "`@magic` is neither @theme nor ^concept");
        check(&LINE.replace("@informal-economy", "é"), "`é` is neither @theme nor ^concept");
        check(&LINE.replace("fr:", "de:"), "expected `fr: …`, found `de: employée de mais`");
        check(&LINE.replace("maid; domestic worker", "maid;"), "`` is not a term");
    }

    #[test]
    fn the_starter_table_is_whole() {
        let mut ids = HashSet::new();
        for (table, text) in STARTER_TABLES {
            for (at, line) in text.lines().enumerate() {
                let concept = Concept::parse(line).unwrap_or_else(|error| panic!("{table}.txt line {}: {error}", at + 1));
                assert!(ids.insert(concept.id.clone()), "{table}.txt line {}: {} stands there twice", at + 1, concept.id);
            }
        }
        for concept in starter() {
            assert!(concept.broader.as_ref().is_none_or(|broader| ids.contains(broader)), "{} is narrower than nothing", concept.id);
        }
        assert!(ids.len() >= 1_500, "{} concepts", ids.len());
    }

    proptest! {
        #[test]
        fn no_line_makes_the_reader_panic(line in "\\PC{0,60}( \\| \\PC{0,10}){0,9}") {
            let _ = Concept::parse(&line);
        }
    }
}

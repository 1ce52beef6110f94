//! The lexicon: recognises concepts, themes, goals, countries and named bodies in a text, in any of the seven languages.

use std::collections::HashMap;

use ayni_domain::concept::Concept;
use ayni_domain::fold::fold;
use ayni_domain::{Country, Locale, RecordKey, Sdg, Text, Theme};

use crate::analyze::{Analyzer, Token};
use crate::stopwords::is_stopword_anywhere;

/// Longest acronym, in characters; acronyms are told from words by their capitals.
const LONGEST_ACRONYM: usize = 8;

/// What a term stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// A concept of the table, by its position there.
    Concept(u32),
    /// A theme.
    Theme(Theme),
    /// A goal.
    Sdg(Sdg),
    /// An organization or grouping that has a record.
    Record(RecordKey),
}

/// A term that was recognised, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it stands for; a term can stand for a concept and a theme at once.
    pub meaning: Meaning,
    /// Index of its first word.
    pub first: usize,
    /// Number of its words.
    pub words: usize,
    /// First byte in the text.
    pub from: usize,
    /// Byte after the last.
    pub to: usize,
}

/// What a term stands for, and whether it must be written in capitals.
type Meanings = Vec<(Meaning, bool)>;

/// A place in a trie: the words so far.
type Node = u32;

const ROOT: Node = 0;

/// The terms of one language, word by word.
#[derive(Default)]
struct Trie {
    /// A number for each word of the terms.
    words: HashMap<String, u32>,
    next: HashMap<(Node, u32), Node>,
    meanings: HashMap<Node, Meanings>,
    /// Terms of one word, by their light form: a stem alone takes `cooperation` for `cooperative`.
    singles: HashMap<String, Meanings>,
}

/// A trie of terms per language; names of records stand in one that serves all.
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_id: HashMap<String, u32>,
    tries: [Trie; Locale::ALL.len() + 1],
}

const NAMES: usize = Locale::ALL.len();

impl Lexicon {
    /// Builds the lexicon of a concept table, the themes and the goals.
    #[must_use]
    pub fn new(concepts: Vec<Concept>) -> Self {
        let by_id = (0..).zip(&concepts).map(|(at, concept)| (concept.id.to_string(), at)).collect();
        let mut tries: [Trie; NAMES + 1] = Default::default();
        // Languages have nothing to do with each other, and a server answers when all are read.
        std::thread::scope(|scope| {
            for (&locale, trie) in Locale::ALL.iter().zip(&mut tries) {
                let concepts = &concepts;
                scope.spawn(move || *trie = Trie::of_language(locale, concepts));
            }
        });
        Self { concepts, by_id, tries }
    }

    /// Adds the names and acronym of an organization or grouping.
    pub fn add_record(&mut self, key: &RecordKey, name: &Text, acronym: Option<&str>) {
        let meaning = Meaning::Record(key.clone());
        for (_, name) in name.iter() {
            let whole = name.split('(').next().unwrap_or(name);
            self.tries[NAMES].insert(Analyzer::Neutral, whole, &meaning);
        }
        if let Some(acronym) = acronym {
            self.tries[NAMES].insert(Analyzer::Neutral, acronym, &meaning);
        }
    }

    /// The concepts of the table.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept at a position.
    #[must_use]
    pub fn concept(&self, at: u32) -> Option<&Concept> {
        self.concepts.get(at as usize)
    }

    /// The concept with an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// Concepts broader than this one, the nearest first.
    #[must_use]
    pub fn broader(&self, concept: u32) -> Vec<u32> {
        let mut chain = Vec::new();
        let mut at = concept;
        while let Some(next) = self.concept(at).and_then(|c| c.broader.as_ref()).and_then(|id| self.find(id.as_str())) {
            if next == concept || chain.contains(&next) || chain.len() > 4 {
                break;
            }
            chain.push(next);
            at = next;
        }
        chain
    }

    /// Recognises terms of one language in a text of that language; the longest term wins where two overlap.
    #[must_use]
    pub fn recognise(&self, locale: Locale, text: &str) -> Vec<Mention> {
        self.tries[locale.index()].walk(text, &Analyzer::Language(locale).words(text), Capitals::AsWritten)
    }

    /// Recognises terms of one language in a query, where people write acronyms in small letters too.
    #[must_use]
    pub fn recognise_query(&self, locale: Locale, text: &str) -> Vec<Mention> {
        self.tries[locale.index()].walk(text, &Analyzer::Language(locale).words(text), Capitals::of_query(text))
    }

    /// Recognises names of organizations and groupings that have a record.
    #[must_use]
    pub fn recognise_names(&self, text: &str) -> Vec<Mention> {
        self.tries[NAMES].walk(text, &Analyzer::Neutral.words(text), Capitals::of_query(text))
    }

    /// Every folded word of the table's terms, with how often it stands there, for mending typing errors.
    #[must_use]
    pub fn vocabulary(&self) -> HashMap<String, u32> {
        let mut words = HashMap::new();
        let terms = self.concepts.iter().flat_map(|concept| concept.terms.iter().flatten());
        for term in terms {
            for word in ayni_domain::fold::words(term) {
                *words.entry(word).or_insert(0) += 1;
            }
        }
        words
    }

    /// Terms of a language that begin as what was typed, preferred ones first, at most `limit`.
    #[must_use]
    pub fn complete(&self, locale: Locale, typed: &str, limit: usize) -> Vec<String> {
        let start = fold(typed);
        let begins = |term: &&String| fold(term).starts_with(&start);
        let preferred = self.concepts.iter().filter_map(|concept| concept.terms[locale.index()].first()).filter(begins);
        let others = self.concepts.iter().flat_map(|concept| concept.terms[locale.index()].iter().skip(1)).filter(begins);
        let mut found: Vec<String> = Vec::new();
        for term in preferred.chain(others) {
            if !found.contains(term) {
                found.push(term.clone());
            }
            if found.len() >= limit {
                break;
            }
        }
        found
    }

    /// The country that a concept of the table stands for.
    #[must_use]
    pub fn country(&self, concept: u32) -> Option<Country> {
        self.concept(concept)?.id.as_str().strip_prefix("country-").and_then(Country::parse)
    }
}

impl Trie {
    /// The terms that a language has for concepts, themes and goals.
    fn of_language(locale: Locale, concepts: &[Concept]) -> Self {
        let (mut trie, analyzer) = (Self::default(), Analyzer::Language(locale));
        for (at, concept) in (0..).zip(concepts) {
            for term in &concept.terms[locale.index()] {
                trie.insert(analyzer, term, &Meaning::Concept(at));
            }
        }
        for &theme in Theme::ALL {
            for label in theme.labels(locale) {
                trie.insert(analyzer, label, &Meaning::Theme(theme));
            }
        }
        for goal in (1..=17).filter_map(Sdg::goal_of) {
            trie.insert(analyzer, goal.short(locale), &Meaning::Sdg(goal));
        }
        trie.meanings.values_mut().chain(trie.singles.values_mut()).for_each(Vec::shrink_to_fit); // one is usual, four are reserved
        trie
    }

    fn insert(&mut self, analyzer: Analyzer, term: &str, meaning: &Meaning) {
        let tokens = analyzer.words(term);
        if tokens.is_empty() || (tokens.len() == 1 && tokens[0].text.chars().count() < 2 && term.is_ascii()) {
            return;
        }
        let entry = (meaning.clone(), is_acronym(term));
        let single = tokens.len() == 1;
        let surface = light(&term[tokens[0].from..tokens[0].to]);
        let mut at = ROOT;
        for token in tokens {
            let word = number(self.words.len());
            let word = *self.words.entry(token.text).or_insert(word);
            let fresh = number(self.next.len() + 1);
            at = *self.next.entry((at, word)).or_insert(fresh);
        }
        let meanings = if single { self.singles.entry(surface).or_default() } else { self.meanings.entry(at).or_default() };
        match meanings.iter_mut().find(|(own, _)| own == meaning) {
            Some((_, capitals)) => *capitals &= entry.1,
            None => meanings.push(entry),
        }
    }

    fn walk(&self, text: &str, tokens: &[Token], capitals: Capitals) -> Vec<Mention> {
        let words: Vec<Option<u32>> = tokens.iter().map(|token| self.words.get(&token.text).copied()).collect();
        let mut mentions = Vec::new();
        let mut first = 0;
        while first < tokens.len() {
            let (mut at, mut found): (Node, Option<(usize, Vec<&Meaning>)>) = (ROOT, None);
            for (length, (token, word)) in tokens[first..].iter().zip(&words[first..]).enumerate() {
                let Some(&next) = word.and_then(|word| self.next.get(&(at, word))) else { break };
                at = next;
                let span = &text[tokens[first].from..token.to];
                let written = if length == 0 { self.singles.get(&light(span)) } else { self.meanings.get(&at) };
                let meanings: Vec<&Meaning> =
                    written.into_iter().flatten().filter(|(_, acronym)| !acronym || capitals.allow(span)).map(|(m, _)| m).collect();
                if !meanings.is_empty() {
                    found = Some((length + 1, meanings));
                }
            }
            let Some((words, meanings)) = found else {
                first += 1;
                continue;
            };
            let (from, to) = (tokens[first].from, tokens[first + words - 1].to);
            mentions.extend(meanings.into_iter().map(|meaning| Mention { meaning: meaning.clone(), first, words, from, to }));
            first += words;
        }
        mentions
    }
}

/// The number of a word or node; a table has some ten thousand.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A word without the endings of number and gender: `cooperativas` and `cooperativo` become alike, `cooperation` stays apart.
///
/// Cyrillic words lose up to two letters of their case ending, Arabic ones their article.
fn light(word: &str) -> String {
    let folded = fold(word);
    let letters: Vec<char> = folded.chars().collect();
    let is_cyrillic = |c: &char| ('\u{0400}'..='\u{04ff}').contains(c);
    let end = if letters.len() <= 3 {
        letters.len()
    } else if letters.iter().all(is_cyrillic) {
        let stemmed = Analyzer::Language(Locale::Ru).word(&folded).chars().count();
        stemmed.max(letters.len().saturating_sub(3))
    } else {
        let plural = match letters[..] {
            [.., 'u', 'x'] | [.., 's'] => letters.len() - 1,
            _ => letters.len(),
        };
        plural - usize::from(plural > 3 && matches!(letters[plural - 1], 'a' | 'e' | 'o'))
    };
    let mut light: String = letters[..end].iter().collect();
    if light.is_ascii() && light.ends_with('y') {
        light.replace_range(light.len() - 1.., "i"); // industry, industries
    }
    match light.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 2 => rest.to_owned(),
        _ => light,
    }
}

fn is_acronym(term: &str) -> bool {
    term.chars().count() <= LONGEST_ACRONYM && term.chars().filter(|c| c.is_uppercase()).count() >= 2 && !term.contains(' ')
}

/// Whether a term that is an acronym counts when it is not written in capitals.
#[derive(Clone, Copy)]
enum Capitals {
    AsWritten,
    Free,
}

impl Capitals {
    /// Who writes everything small (or everything in capitals) does not tell acronyms from words.
    fn of_query(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        if letters.clone().any(char::is_uppercase) && letters.clone().any(char::is_lowercase) && text.split_whitespace().any(is_acronym) {
            Self::AsWritten
        } else {
            Self::Free
        }
    }

    fn allow(self, span: &str) -> bool {
        match self {
            Self::AsWritten => span.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase()) || is_acronym(span),
            Self::Free => !is_stopword_anywhere(&fold(span)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let lines = [
            "child-labour | @child-labour | en: child labour; working children | fr: travail des enfants | es: trabajo infantil | pt: trabalho infantil | ar: عمل الأطفال | zh: 童工 | ru: детский труд",
            "worst-forms | ^child-labour | en: worst forms of child labour | fr: pires formes de travail des enfants | es: peores formas de trabajo infantil | pt: piores formas de trabalho infantil | ar: أسوأ أشكال عمل الأطفال | zh: 最恶劣形式的童工劳动 | ru: наихудшие формы детского труда",
            "who |  | en: World Health Organization; WHO | fr: OMS | es: OMS | pt: OMS | ar: منظمة الصحة العالمية | zh: 世界卫生组织 | ru: ВОЗ",
        ];
        Lexicon::new(lines.iter().map(|line| Concept::parse(line).expect("a concept")).collect())
    }

    fn check(locale: Locale, text: &str, expected: &[&str]) {
        let lexicon = lexicon();
        let found: Vec<String> = lexicon
            .recognise(locale, text)
            .into_iter()
            .filter_map(|mention| match mention.meaning {
                Meaning::Concept(at) => lexicon.concept(at).map(|c| format!("{}={}", c.id, &text[mention.from..mention.to])),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn terms_are_recognised_in_every_language_the_longest_first() {
        check(Locale::En, "Against child labor? No: Child Labour.", &["child-labour=Child Labour"]);
        check(Locale::En, "the worst forms of child labour", &["worst-forms=worst forms of child labour"]);
        check(Locale::Pt, "combater o TRABALHO INFANTIL", &["child-labour=TRABALHO INFANTIL"]);
        check(Locale::Ru, "о детском труде", &["child-labour=детском труде"]);
        check(Locale::Zh, "消除童工现象", &["child-labour=童工"]);
        check(Locale::En, "who met the WHO", &["who=WHO"]);
    }

    #[test]
    fn broader_concepts_are_a_chain() {
        let lexicon = lexicon();
        let worst = lexicon.find("worst-forms").expect("a concept");
        assert_eq!(lexicon.broader(worst), [lexicon.find("child-labour").expect("a concept")]);
    }
}

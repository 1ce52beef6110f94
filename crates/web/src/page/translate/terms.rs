//! Terms: concepts of the table that stand in a text, marked there, with what they are called in another language.

use ayni_domain::{LanguageTag, Locale};
use ayni_search::highlight::Piece;
use ayni_search::lexicon::{Lexicon, Meaning, Mention};

/// Most terms of one table; a text that names more is long, and its first terms matter most.
const MOST: usize = 80;

/// A concept that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    concept: u32,
    /// Language of the text.
    pub language: String,
    /// As the text says it, the first time.
    pub said: String,
    /// Its preferred term in the other language.
    pub preferred: String,
    /// Its other terms there.
    pub others: Vec<String>,
}

/// The terms of some texts, each concept once, in the order in which they are named.
pub(super) struct Terms<'a> {
    lexicon: &'a Lexicon,
    to: Locale,
    pub found: Vec<Term>,
}

impl<'a> Terms<'a> {
    pub fn new(lexicon: &'a Lexicon, to: Locale) -> Self {
        Self { lexicon, to, found: Vec::new() }
    }

    /// A text in pieces, with its terms marked; they are added to the table.
    pub fn mark(&mut self, language: &LanguageTag, text: &str) -> Vec<Piece> {
        let mentions = language.locale().map(|locale| self.lexicon.recognise(locale, text)).unwrap_or_default();
        let (mut pieces, mut at) = (Vec::new(), 0);
        for mention in mentions.iter().filter(|mention| self.note(mention, language, text)).collect::<Vec<_>>() {
            if mention.from < at {
                continue; // the same words again, as another concept
            }
            pieces.extend([(at, mention.from, false), (mention.from, mention.to, true)]);
            at = mention.to;
        }
        pieces.push((at, text.len(), false));
        let piece = |(from, to, marked): (usize, usize, bool)| Piece { text: text[from..to].to_owned(), marked };
        pieces.into_iter().filter(|(from, to, _)| from < to).map(piece).collect()
    }

    /// Notes a mention; `false` when the table has no place or no word for it.
    fn note(&mut self, mention: &Mention, language: &LanguageTag, text: &str) -> bool {
        let Meaning::Concept(concept) = mention.meaning else { return false };
        if self.found.iter().any(|term| term.concept == concept) {
            return true;
        }
        let terms = self.lexicon.concept(concept).and_then(|concept| concept.terms[self.to.index()].split_first());
        let Some((preferred, others)) = terms.filter(|_| self.found.len() < MOST) else { return false };
        let said = text[mention.from..mention.to].to_owned();
        self.found.push(Term { concept, language: language.to_string(), said, preferred: preferred.clone(), others: others.to_vec() });
        true
    }
}

#[cfg(test)]
mod tests {
    use ayni_domain::concept::Concept;
    use proptest::prelude::*;

    use super::*;

    const TABLE: [&str; 2] = [
        "apprenticeship | @skills | en: apprenticeship | fr: apprentissage; formation en alternance | es: aprendizaje | pt: aprendizagem | ar: تلمذة | zh: 学徒制 | ru: ученичество",
        "domestic-worker | @skills | en: domestic worker | fr: travailleur domestique | es: trabajadora del hogar | pt: empregada | ar: عاملة | zh: 家政工 | ru: работница",
    ];

    fn lexicon() -> Lexicon {
        Lexicon::new(TABLE.iter().map(|line| Concept::parse(line).expect("a concept")).collect())
    }

    fn marked(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn terms_are_marked_and_listed_once_with_their_words_in_the_other_language() {
        let (lexicon, spanish) = (lexicon(), LanguageTag::parse("es").expect("a tag"));
        let mut terms = Terms::new(&lexicon, Locale::Fr);
        let pieces = terms.mark(&spanish, "El aprendizaje de las trabajadoras del hogar es aprendizaje.");
        assert_eq!(marked(&pieces), "El [aprendizaje] de las [trabajadoras del hogar] es [aprendizaje].");
        let found: Vec<_> = terms.found.iter().map(|term| (term.said.as_str(), term.preferred.as_str(), term.others.len())).collect();
        assert_eq!(found, [("aprendizaje", "apprentissage", 1), ("trabajadoras del hogar", "travailleur domestique", 0)]);
        let unknown = LanguageTag::parse("tet").expect("a tag");
        assert_eq!(marked(&terms.mark(&unknown, "aprendizaje")), "aprendizaje", "the table has no such language");
    }

    proptest! {
        #[test]
        fn no_text_loses_a_letter(text in "(aprendizaje|trabajadora del hogar|\\PC{0,6}| ){0,20}") {
            let lexicon = lexicon();
            let spanish = LanguageTag::parse("es").expect("a tag");
            let pieces = Terms::new(&lexicon, Locale::Ru).mark(&spanish, &text);
            prop_assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}

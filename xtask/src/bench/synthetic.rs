//! Synthetic records: texts of made-up words in five languages, terms of the concept table among them, always the same.
//!
//! The frequency of the words falls with their rank as in real languages (Zipf). About each tenth word is a term of one of the
//! few concepts that a record is about.

use std::collections::HashSet;
use std::sync::Arc;

use ayni_domain::criterion::Criteria;
use ayni_domain::concept::{Concept, starter};
use ayni_domain::partner::CountriesByRole;
use ayni_domain::practice::{Cooperation, Practice};
use ayni_domain::publication::{Publication, PublicationType};
use ayni_domain::{
    Body, Common, Constituency, Country, Envelope, Locale, Modality, PartialDate, Partner, Period, Record, RecordKey, Role, Sdg, Slug, Text, Theme,
};
use uuid::Uuid;

use crate::corpus;

/// Made-up words of each language.
const WORDS: u64 = 30_000;
/// Languages with their share in tenths.
pub const SHARES: [(Locale, u64); 5] = [(Locale::En, 3), (Locale::Fr, 2), (Locale::Es, 2), (Locale::Ar, 2), (Locale::Pt, 1)];
const TITLE: u64 = 9;
const SUMMARY: u64 = 45;

/// A generator of numbers that look random: SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, values: &'a [T]) -> &'a T {
        &values[usize::try_from(self.below(values.len() as u64)).unwrap_or(0)]
    }

    /// A rank below `end` that is half as likely as the one at half its place.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // ranks are small
    fn rank(&mut self, end: u64) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (((end + 1) as f64).powf(share) as u64 - 1).min(end - 1) as usize
    }
}

/// What the records are made of.
pub struct Maker {
    dice: Dice,
    vocabularies: Vec<(Locale, Vec<String>)>,
    concepts: Vec<Concept>,
    countries: Vec<Country>,
    years: Vec<PartialDate>,
    names: Vec<String>,
}

impl Maker {
    /// Makes the vocabularies.
    pub fn new() -> Self {
        let mut dice = Dice::new(7);
        let vocabularies: Vec<_> = SHARES.iter().map(|&(locale, _)| (locale, vocabulary(locale, &mut dice))).collect();
        let name = |_| format!("{} {}", dice.of(&vocabularies[0].1), dice.of(&vocabularies[1].1));
        let names = (0..5_000).map(name).collect();
        let years = (1995..=2025).filter_map(|year| PartialDate::parse(&year.to_string())).collect();
        Self { dice, vocabularies, concepts: starter(), countries: Country::all().collect(), years, names }
    }

    /// The words of a language, the most frequent first.
    pub fn words(&self, language: usize) -> &[String] {
        &self.vocabularies[language].1
    }

    /// The concepts whose terms stand in the texts.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The next records; `from` is the number of the first.
    pub fn batch(&mut self, from: u64, count: u64) -> Vec<Arc<Record>> {
        (from..from + count).map(|number| Arc::new(self.record(number))).collect()
    }

    fn record(&mut self, number: u64) -> Record {
        let body = if number.is_multiple_of(3) { self.publication() } else { self.practice() };
        let slug = Slug::parse(&format!("synthetic-{number}")).unwrap_or_else(|error| panic!("{number}: {error}"));
        let Record { envelope, body } = corpus::record(RecordKey { kind: body.kind(), slug }, body);
        Record { envelope: Envelope { id: Uuid::from_u64_pair(number, Dice::new(number).next()), ..envelope }, body }
    }

    fn publication(&mut self) -> Body {
        let year = *self.dice.of(&self.years);
        Body::Publication(Publication {
            common: self.common(),
            publication_type: *self.dice.of(PublicationType::ALL),
            year: u32::try_from(year.year()).ok(),
            publisher: Some(self.dice.of(&self.names).clone()),
            authors: vec![self.dice.of(&self.names).clone()],
            isbn: None,
            pages: None,
            series: None,
        })
    }

    fn practice(&mut self) -> Body {
        let common = self.common();
        let first = self.dice.below(28) as usize;
        let last = first + self.dice.below(3) as usize;
        let partner = |dice: &mut Dice, names: &[String], country: Option<&Country>| Partner {
            name: dice.of(names).clone(),
            country: country.copied(),
            constituency: *dice.of(Constituency::ALL),
            role: *dice.of(Role::ALL),
        };
        let partners = (0..2).map(|at| partner(&mut self.dice, &self.names, common.countries.get(at))).collect();
        let cooperation = Cooperation {
            modality: vec![*self.dice.of(Modality::ALL)],
            partners,
            countries_by_role: CountriesByRole::default(),
            period: Period::new(self.years[first], self.years.get(last).copied()),
            adapted_from: Vec::new(),
        };
        let (challenge, approach, results, replicability, sustainability) = (None, None, None, None, None);
        Body::Practice(Practice { common, cooperation, challenge, approach, results, replicability, sustainability, criteria: Criteria::default() })
    }

    fn common(&mut self) -> Common {
        let mut share = self.dice.below(10);
        let language = SHARES
            .iter()
            .position(|&(_, tenths)| {
                share < tenths || {
                    share -= tenths;
                    false
                }
            })
            .unwrap_or(0);
        let locale = SHARES[language].0;
        let about: Vec<usize> = (0..3).map(|_| self.dice.rank(self.concepts.len() as u64)).collect();
        let (title, summary) = (self.text(language, &about, TITLE), self.text(language, &about, SUMMARY));
        let mut themes: Vec<Theme> = about.iter().flat_map(|&at| self.concepts[at].themes.iter().copied()).take(2).collect();
        themes.push(*self.dice.of(Theme::ALL));
        let number = u8::try_from(1 + self.dice.below(17)).unwrap_or(1);
        Common {
            original: None,
            title: Text::new(locale.tag(), title),
            summary: Text::new(locale.tag(), summary),
            themes,
            sdgs: Sdg::goal_of(8).into_iter().chain(Sdg::goal_of(number)).collect(),
            countries: (0..=self.dice.below(3)).map(|_| self.countries[self.dice.rank(self.countries.len() as u64)]).collect(),
            languages: vec![locale.tag()],
            sources: Vec::new(),
        }
    }

    /// About so many words.
    fn text(&mut self, language: usize, about: &[usize], length: u64) -> String {
        let (locale, vocabulary) = &self.vocabularies[language];
        let mut text = String::with_capacity(400);
        for at in 0..length * 4 / 5 + self.dice.below(length * 2 / 5) {
            let separator = if at == 0 { "" } else { " " };
            let word = if self.dice.below(10) == 0 {
                let terms = &self.concepts[*self.dice.of(about)].terms[locale.index()];
                if terms.is_empty() { "" } else { self.dice.of(terms) }
            } else {
                &vocabulary[self.dice.rank(WORDS)]
            };
            text.push_str(separator);
            text.push_str(word);
        }
        text
    }
}

/// Words of two to four syllables, each once.
fn vocabulary(locale: Locale, dice: &mut Dice) -> Vec<String> {
    let (consonants, vowels): (Vec<char>, Vec<char>) = match locale {
        Locale::Ar => ("بتثجحخدذرزسشصضطعغفقكلمنهي".chars().collect(), "اوي".chars().collect()),
        _ => ("bcdfghjklmnprstvz".chars().collect(), "aeiou".chars().collect()),
    };
    let (mut words, mut seen) = (Vec::new(), HashSet::new());
    while (words.len() as u64) < WORDS {
        let mut word: String = (0..2 + dice.below(3)).flat_map(|_| [*dice.of(&consonants), *dice.of(&vowels)]).collect();
        word.push(*dice.of(&consonants));
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_makers_make_the_same_records() {
        assert_eq!(Maker::new().batch(0, 50), Maker::new().batch(0, 50));
    }

    #[test]
    fn frequent_words_come_first() {
        let mut dice = Dice::new(1);
        let ranks: Vec<usize> = (0..10_000).map(|_| dice.rank(WORDS)).collect();
        let share = |end: usize| ranks.iter().filter(|&&rank| rank < end).count();
        assert!(ranks.iter().all(|&rank| rank < 30_000));
        assert!((4_000..5_000).contains(&share(100)), "{}", share(100));
    }
}

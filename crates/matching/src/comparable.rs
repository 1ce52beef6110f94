//! Comparable conditions: in what two countries are alike, said in words that can be checked.
//!
//! Never a black box: the score is the sum of the likenesses, and each likeness carries the values it rests on.

use ayni_domain::modality::is_fragile;
use ayni_domain::region::Region;
use ayni_domain::{Country, LanguageTag, Locale};
use serde::Serialize;

use crate::context::{self, IncomeGroup};
use crate::weights::likeness as weight;

/// One thing in which two countries are alike; `a` is the first country of the comparison, `b` the second.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Likeness {
    /// The same subregion of M49.
    SameSubregion {
        /// Which.
        region: Region,
    },
    /// The same region of M49, in other subregions.
    SameRegion {
        /// Which.
        region: Region,
    },
    /// An official language of both.
    SharedLanguage {
        /// Which.
        language: LanguageTag,
    },
    /// The same income class of the World Bank.
    SameIncomeGroup {
        /// Which.
        group: IncomeGroup,
    },
    /// About the same part of employment is informal; percent of all employment.
    SimilarInformality {
        /// In the first country.
        a: f32,
        /// In the second.
        b: f32,
    },
    /// Agriculture, industry and services weigh about the same.
    SimilarStructure {
        /// Percentage points of the product by which they differ.
        points: f32,
    },
    /// Both are or were states in fragility.
    BothFragile,
    /// Both are small island developing states.
    BothSmallIsland,
    /// Both are landlocked developing countries.
    BothLandlocked,
    /// Both are least developed countries.
    BothLeastDeveloped,
}

/// How alike two countries are, and in what.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Comparison {
    /// 0 for nothing in common to 1.
    pub score: f32,
    /// In what, the weightiest first.
    pub likenesses: Vec<Likeness>,
}

impl Likeness {
    /// What it adds to the score.
    #[must_use]
    pub fn weight(&self) -> f32 {
        match self {
            Self::SameSubregion { .. } => weight::SUBREGION,
            Self::SameRegion { .. } => weight::REGION,
            Self::SharedLanguage { .. } => weight::LANGUAGE,
            Self::SameIncomeGroup { .. } => weight::INCOME,
            Self::SimilarInformality { a, b } => weight::INFORMALITY * nearness((a - b).abs(), weight::INFORMALITY_POINTS),
            Self::SimilarStructure { points } => weight::STRUCTURE * nearness(*points, weight::STRUCTURE_POINTS),
            Self::BothFragile => weight::FRAGILE,
            Self::BothSmallIsland => weight::SMALL_ISLAND,
            Self::BothLandlocked => weight::LANDLOCKED,
            Self::BothLeastDeveloped => weight::LEAST_DEVELOPED,
        }
    }

    /// Key of the sentence in the interface; [`Likeness::arguments`] fill it.
    #[must_use]
    pub const fn message_key(&self) -> &'static str {
        match self {
            Self::SameSubregion { .. } => "matching-likeness-subregion",
            Self::SameRegion { .. } => "matching-likeness-region",
            Self::SharedLanguage { .. } => "matching-likeness-language",
            Self::SameIncomeGroup { .. } => "matching-likeness-income",
            Self::SimilarInformality { .. } => "matching-likeness-informality",
            Self::SimilarStructure { .. } => "matching-likeness-structure",
            Self::BothFragile => "matching-likeness-fragile",
            Self::BothSmallIsland => "matching-likeness-small-island",
            Self::BothLandlocked => "matching-likeness-landlocked",
            Self::BothLeastDeveloped => "matching-likeness-least-developed",
        }
    }

    /// Arguments of the sentence: codes of `region`, `language` and `group`, whole numbers of `a`, `b` and `points`.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SameSubregion { region } | Self::SameRegion { region } => vec![("region", region.code().into())],
            Self::SharedLanguage { language } => vec![("language", language.to_string())],
            Self::SameIncomeGroup { group } => vec![("group", group.code().into())],
            Self::SimilarInformality { a, b } => vec![("a", format!("{a:.0}")), ("b", format!("{b:.0}"))],
            Self::SimilarStructure { points } => vec![("points", format!("{points:.0}"))],
            Self::BothFragile | Self::BothSmallIsland | Self::BothLandlocked | Self::BothLeastDeveloped => Vec::new(),
        }
    }

    /// The likeness as an English clause, for the API and logs.
    #[must_use]
    pub fn english(&self) -> String {
        match self {
            Self::SameSubregion { region } => format!("both in {}", region_name(*region)),
            Self::SameRegion { region } => format!("both in {}, in different parts of it", region_name(*region)),
            Self::SharedLanguage { language } => format!("{} is an official language of both", language_name(language)),
            Self::SameIncomeGroup { group } => format!("both are {} countries", group.english()),
            Self::SimilarInformality { a, b } => format!("informal employment is {a:.0}% and {b:.0}% of all employment"),
            Self::SimilarStructure { points } => format!("the weight of agriculture, industry and services differs by {points:.0} points only"),
            Self::BothFragile => "both are or were states in fragility".into(),
            Self::BothSmallIsland => "both are small island developing states".into(),
            Self::BothLandlocked => "both are landlocked developing countries".into(),
            Self::BothLeastDeveloped => "both are least developed countries".into(),
        }
    }
}

/// Compares two countries; the order matters only for which value is called `a`.
#[must_use]
pub fn compare(a: Country, b: Country) -> Comparison {
    let (of_a, of_b) = (context::of(a), context::of(b));
    let mut likenesses: Vec<Likeness> = place(a, b).into_iter().collect();
    likenesses.extend(shared_language(a, b).map(|language| Likeness::SharedLanguage { language }));
    likenesses.extend(of_a.income.filter(|own| of_b.income == Some(*own)).map(|group| Likeness::SameIncomeGroup { group }));
    if let (Some(a), Some(b)) = (of_a.informality, of_b.informality)
        && (a - b).abs() < weight::INFORMALITY_POINTS
    {
        likenesses.push(Likeness::SimilarInformality { a, b });
    }
    if let (Some(a), Some(b)) = (of_a.structure, of_b.structure)
        && a.distance(b) < weight::STRUCTURE_POINTS
    {
        likenesses.push(Likeness::SimilarStructure { points: a.distance(b) });
    }
    let both = |holds: fn(Country) -> bool| holds(a) && holds(b);
    likenesses.extend(both(is_fragile).then_some(Likeness::BothFragile));
    likenesses.extend(both(Country::is_small_island).then_some(Likeness::BothSmallIsland));
    likenesses.extend(both(Country::is_landlocked_developing).then_some(Likeness::BothLandlocked));
    likenesses.extend(both(Country::is_least_developed).then_some(Likeness::BothLeastDeveloped));
    likenesses.sort_by(|x, y| y.weight().total_cmp(&x.weight()));
    let score = likenesses.iter().map(Likeness::weight).sum::<f32>().min(1.0);
    Comparison { score, likenesses }
}

/// The narrowest region that two countries share.
fn place(a: Country, b: Country) -> Option<Likeness> {
    let shared = |of: fn(Country) -> Option<Region>| of(a).filter(|own| of(b) == Some(*own));
    shared(Country::subregion)
        .map(|region| Likeness::SameSubregion { region })
        .or_else(|| shared(Country::region).map(|region| Likeness::SameRegion { region }))
}

/// An official language of both, the one more spoken in the first country.
fn shared_language(a: Country, b: Country) -> Option<LanguageTag> {
    let primary = |tag: &String| LanguageTag::parse(tag).map(|tag| tag.primary().to_owned());
    let theirs: Vec<String> = b.official_languages().iter().filter_map(primary).collect();
    a.official_languages().iter().filter_map(primary).find(|own| theirs.contains(own)).and_then(|own| LanguageTag::parse(&own))
}

/// 1 for no difference, falling evenly to 0 at `limit`.
fn nearness(difference: f32, limit: f32) -> f32 {
    (1.0 - difference / limit).clamp(0.0, 1.0)
}

/// `south-eastern-asia` as `South-Eastern Asia`.
pub(crate) fn region_name(region: Region) -> String {
    let words: Vec<String> = region.code().split('-').map(capitalized).collect();
    match words.as_slice() {
        [first, second, rest @ ..] if second == "Eastern" && !rest.is_empty() => format!("{first}-{second} {}", rest.join(" ")),
        words => words.join(" ").replace(" And ", " and "),
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// English name of a language of the interface, else its code.
pub(crate) fn language_name(language: &LanguageTag) -> &str {
    match language.locale() {
        Some(Locale::En) => "English",
        Some(Locale::Fr) => "French",
        Some(Locale::Es) => "Spanish",
        Some(Locale::Pt) => "Portuguese",
        Some(Locale::Ar) => "Arabic",
        Some(Locale::Zh) => "Chinese",
        Some(Locale::Ru) => "Russian",
        None => language.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        Country::parse(code).expect(code)
    }

    fn check(a: &str, b: &str, expected: &[&str]) {
        let comparison = compare(country(a), country(b));
        let mut said: Vec<&str> =
            comparison.likenesses.iter().map(|likeness| likeness.message_key().trim_start_matches("matching-likeness-")).collect();
        said.sort_unstable();
        assert_eq!(said, expected, "{a} {b}");
    }

    #[test]
    fn likenesses_are_those_of_the_figures() {
        check("MZ", "AO", &["fragile", "informality", "language", "least-developed", "region"]);
        check("MZ", "BR", &["language"]);
        check("GW", "TL", &["fragile", "informality", "language", "least-developed", "small-island"]);
        check("PY", "BO", &["landlocked", "language", "structure", "subregion"]);
        check("DE", "TO", &[]);
    }

    #[test]
    fn a_likeness_is_a_sentence() {
        let comparison = compare(country("KH"), country("LA"));
        assert_eq!(comparison.likenesses[0].english(), "both in South-Eastern Asia");
        assert_eq!(comparison.likenesses[0].arguments(), [("region", "south-eastern-asia".to_owned())]);
        assert_eq!(region_name(Region::AustraliaAndNewZealand), "Australia and New Zealand");
        assert_eq!(region_name(Region::SouthAmerica), "South America");
    }

    #[test]
    fn scores_are_the_same_both_ways_and_within_0_and_1() {
        for a in Country::all() {
            for b in Country::all() {
                let (one, other) = (compare(a, b), compare(b, a));
                assert!((0.0..=1.0).contains(&one.score), "{a} {b}");
                assert!((one.score - other.score).abs() < 1e-5, "{a} {b}");
                assert!(one.likenesses.is_sorted_by(|x, y| x.weight() >= y.weight()));
            }
        }
    }
}

//! Slugs: the readable part of a record's address.

use std::fmt;

use jiff::civil::Date;

use crate::fold::words;
use crate::kind::Kind;
use crate::language::Locale;
use crate::record::Body;
use crate::text::Text;

/// 1 to 120 of a-z, 0-9 and single inner hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Slug(String);

/// Longest slug that is accepted, in bytes.
pub const LONGEST: usize = 120;
/// Longest slug that is made from a title; what is longer is cut after a word.
const LONGEST_MADE: usize = 80;

impl Slug {
    /// Reads a slug; the only way to make one.
    ///
    /// # Errors
    /// `SlugError` when the text is empty, too long, or has anything but a-z, 0-9 and single inner hyphens.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let well_formed = !text.is_empty()
            && text.len() <= LONGEST
            && text.bytes().all(allowed)
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if well_formed { Ok(Self(text.to_owned())) } else { Err(SlugError) }
    }

    /// A slug that stands for any record of a kind, while one that is being written has none of its own.
    #[must_use]
    pub fn of_kind(kind: Kind) -> Self {
        Self(kind.code().to_owned())
    }

    /// A slug from a title: of the original, else of the English text, else of another that can be written in a-z.
    ///
    /// Cyrillic is transliterated. `None` where no text can be: Arabic writes no vowels, and Chinese no sounds.
    #[must_use]
    pub fn from_title(title: &Text) -> Option<Self> {
        let english = title.get(Locale::En);
        std::iter::once(title.original().1).chain(english).chain(title.iter().map(|(_, text)| text)).find_map(from_words)
    }

    /// A slug for a new record: from its title, else country and theme, else kind and day.
    #[must_use]
    pub fn of_new(body: &Body, today: Date) -> Self {
        let common = body.common();
        let from_codes = || {
            let (country, theme) = (common.countries.first()?, common.themes.first()?);
            Self::parse(&format!("{}-{}", country.code().to_ascii_lowercase(), theme.code())).ok()
        };
        Self::from_title(body.title()).or_else(from_codes).unwrap_or_else(|| Self(format!("{}-{today}", body.kind())))
    }

    /// The same with a number at its end, for when it is taken.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        let end = format!("-{number}");
        Self(format!("{}{end}", self.0[..self.0.len().min(LONGEST - end.len())].trim_end_matches('-')))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> serde::Deserialize<'de> for Slug {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words of a title in a-z and 0-9, joined; `None` when more than a quarter of its letters cannot be written so.
fn from_words(title: &str) -> Option<Slug> {
    let (mut slug, mut all, mut lost) = (String::new(), 0, 0);
    for word in words(title) {
        let mut written = String::new();
        for c in word.chars() {
            all += 1;
            match c {
                'a'..='z' | '0'..='9' => written.push(c),
                other => match letters(other) {
                    Some(letters) => written.push_str(letters),
                    None => lost += 1,
                },
            }
        }
        if !written.is_empty() && slug.len() + 1 + written.len() <= LONGEST_MADE {
            slug.extend((!slug.is_empty()).then_some('-'));
            slug.push_str(&written);
        } else if !written.is_empty() && slug.is_empty() {
            slug.push_str(&written[..LONGEST_MADE.min(written.len())]); // all of it is ASCII
        } else if !written.is_empty() {
            break;
        }
    }
    (lost * 4 <= all).then(|| Slug::parse(&slug).ok()).flatten()
}

/// How a folded letter is written in a-z; Russian as on the maps of the United Nations (BGN/PCGN), without signs.
const fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' => "d",
        'ŋ' => "ng",
        'ə' | 'ɛ' => "e",
        'ɔ' => "o",
        'ɓ' => "b",
        'ɗ' => "d",
        'ƙ' => "k",
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' | '\'' => "",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// The text is not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a slug has 1 to {LONGEST} of a-z, 0-9 and single inner hyphens")]
pub struct SlugError;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::read_line;

    fn check(text: &str, valid: bool) {
        assert_eq!(Slug::parse(text).is_ok(), valid, "{text:?}");
    }

    #[test]
    fn slugs_are_lower_case_ascii_with_single_inner_hyphens() {
        check("cplp", true);
        check("ilo-g7plus-2014", true);
        check("", false);
        check("-cplp", false);
        check("cplp-", false);
        check("a--b", false);
        check("CPLP", false);
        check("são-tomé", false);
        check("../etc", false);
        check(&"a".repeat(LONGEST), true);
        check(&"a".repeat(LONGEST + 1), false);
    }

    fn check_title(entries: &[(&str, &str)], expected: &str) {
        let text: serde_json::Map<_, _> = entries.iter().map(|(language, text)| ((*language).to_owned(), (*text).into())).collect();
        let line = serde_json::json!({
            "kind": "practice", "slug": "x", "title": text, "summary": {"en": "One."}, "modality": ["south_south"],
            "sources": [{"url": "https://example.org/", "title": "Source"}],
        });
        let with_codes = {
            let mut line = line.clone();
            line["countries"] = serde_json::json!(["CN", "MZ"]);
            line["themes"] = serde_json::json!(["skills"]);
            line
        };
        let today = jiff::civil::date(2026, 3, 5);
        let made: Vec<_> = [line, with_codes].iter().map(|line| Slug::of_new(&read_line(&line.to_string()).expect("valid").1, today)).collect();
        let expected: Vec<&str> = if expected.is_empty() { vec!["practice-2026-03-05", "cn-skills"] } else { vec![expected; 2] };
        assert_eq!(made.iter().map(Slug::as_str).collect::<Vec<_>>(), expected, "{entries:?}");
    }

    #[test]
    fn a_slug_is_made_from_a_title() {
        check_title(&[("es", "Formación  dual: jóvenes & cooperativas (2019–2023)")], "formacion-dual-jovenes-cooperativas-2019-2023");
        check_title(&[("fr", "L’œuvre d'Ægir, Straße")], "l-oeuvre-d-aegir-strase");
        check_title(&[("ru", "Обучение молодёжи Объединённых территорий")], "obuchenie-molodezhi-obedinennykh-territorii");
        check_title(&[("zh", "技能培训"), ("es", "Capacitación"), ("en", "Skills training")], "skills-training");
        check_title(&[("ar", "التدريب المهني"), ("pt", "Formação")], "formacao");
        check_title(&[("zh", "ILO 与中国的南南合作")], "");
        check_title(&[("ar", "التدريب المهني")], "");
        check_title(&[("en", "!!!")], "");
        let long = "palabra ".repeat(30);
        check_title(&[("es", &long)], "palabra-palabra-palabra-palabra-palabra-palabra-palabra-palabra-palabra-palabra");
    }

    #[test]
    fn every_kind_has_a_slug() {
        for &kind in Kind::ALL {
            assert_eq!(Slug::parse(kind.code()), Ok(Slug::of_kind(kind)));
        }
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        for (slug, number, expected) in [("cplp".to_owned(), 2, "cplp-2".to_owned()), ("a".repeat(120), 10, format!("{}-10", "a".repeat(117)))] {
            assert_eq!(Slug::parse(&slug).expect("a slug").numbered(number).as_str(), expected);
        }
        let cut = Slug::parse(&format!("{}-b", "a".repeat(117))).expect("a slug").numbered(2);
        assert_eq!(Slug::parse(cut.as_str()), Ok(cut));
    }

    proptest! {
        #[test]
        fn every_made_slug_is_one(title in "\\PC{0,200}|[a-я '-]{0,200}") {
            if let Some(slug) = from_words(&title) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
                prop_assert_eq!(Slug::parse(slug.numbered(u32::MAX).as_str()).is_ok(), true);
            }
        }
    }
}

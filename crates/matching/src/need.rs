//! Needs: who asks, for what, and the limits that the asker puts in words.

use ayni_domain::fold::{fold, words};
use ayni_domain::region::Region;
use ayni_domain::{Constituency, Country, LanguageTag, Locale, Theme};

/// What is asked; the free text itself is asked of the search, and only its limits are kept here.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Who asks, where said.
    pub country: Option<Country>,
    /// For whom.
    pub constituency: Option<Constituency>,
    /// What about.
    pub themes: Vec<Theme>,
    /// Language of the asker.
    pub locale: Option<Locale>,
    /// Limits said in words.
    pub asked: Asked,
}

/// Where and in which language the asker wants the answer, as said in the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// Countries named.
    pub countries: Vec<Country>,
    /// Regions named.
    pub regions: Vec<Region>,
    /// A neighbour, or a country of the same region.
    pub near: bool,
    /// Languages named.
    pub languages: Vec<LanguageTag>,
    /// The asker's own language.
    pub own_language: bool,
}

/// Words, folded, that ask for a neighbour or a country of the same region.
const NEAR: [&str; 46] = [
    "region",
    "regional",
    "subregion",
    "subregional",
    "neighbour",
    "neighbours",
    "neighbouring",
    "neighbor",
    "neighbors",
    "neighboring",
    "continent", // en
    "regionale",
    "regionaux",
    "voisin",
    "voisine",
    "voisins",
    "voisines", // fr
    "regionales",
    "vecino",
    "vecina",
    "vecinos",
    "vecinas",
    "continente", // es
    "regiao",
    "regionais",
    "vizinho",
    "vizinha",
    "vizinhos",
    "vizinhas", // pt
    "المنطقه",
    "منطقتنا",
    "الاقليم",
    "اقليمنا",
    "اقليمي",
    "اقليميه",
    "مجاور",
    "مجاوره",
    "المجاوره",
    "القاره", // ar
    "регион",
    "региона",
    "регионе",
    "региональный",
    "соседних",
    "соседней",
    "соседями", // ru
];
/// Chinese has no spaces: parts of the text that ask for a neighbour.
const NEAR_PARTS: [&str; 6] = ["邻国", "邻近", "周边", "本地区", "同一地区", "本区域"];
/// Folded phrases that ask for the own language.
const OWN_LANGUAGE: [&str; 14] = [
    "our language",
    "our own language",
    "same language",
    "notre langue",
    "meme langue",
    "nuestro idioma",
    "nuestra lengua",
    "mismo idioma",
    "misma lengua",
    "nossa lingua",
    "mesma lingua",
    "لغتنا",
    "我们的语言",
    "нашем языке",
];
/// Folded names of languages, which are names of peoples in many languages too.
const LANGUAGES: [(&str, &[&str]); 7] = [
    ("en", &["english", "anglais", "ingles", "الانجليزيه", "英语", "英文", "английском"]),
    ("fr", &["french", "francais", "frances", "الفرنسيه", "法语", "法文", "французском"]),
    ("es", &["spanish", "espagnol", "espanol", "castellano", "espanhol", "الاسبانيه", "西班牙语", "испанском"]),
    ("pt", &["portuguese", "portugais", "portugues", "البرتغاليه", "葡萄牙语", "葡语", "португальском"]),
    ("ar", &["arabic", "arabe", "العربيه", "阿拉伯语", "арабском"]),
    ("zh", &["chinese", "chinois", "chino", "chines", "mandarin", "الصينيه", "中文", "汉语", "китайском"]),
    ("ru", &["russian", "russe", "ruso", "russo", "الروسيه", "俄语", "русском"]),
];
/// Words, folded, after which the name of a language means the language.
const IN: [&str; 8] = ["in", "en", "em", "speaks", "speak", "на", "باللغه", "اللغه"];

impl Asked {
    /// Reads the limits that a text says.
    ///
    /// `places` are what the search recognised: the id of a concept (`country-br`, `region-west-africa`) with the words that said it. Words that
    /// do not stand in the text (the search mends typing errors) and names of languages say no place.
    #[must_use]
    pub fn read<'a>(text: &str, places: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let (folded, all) = (fold(text), words(text));
        let plain = all.join(" ");
        let mut asked = Self {
            near: all.iter().any(|word| NEAR.contains(&word.as_str())) || NEAR_PARTS.iter().any(|part| folded.contains(part)),
            own_language: OWN_LANGUAGE.iter().any(|phrase| plain.contains(phrase)),
            languages: languages(&all, &folded),
            ..Self::default()
        };
        for (concept, said) in places {
            if !text.contains(said) || language_called(&fold(said)).is_some_and(|language| asked.languages.contains(&language)) {
                continue;
            }
            if let Some(country) = concept.strip_prefix("country-").and_then(Country::parse) {
                asked.countries.push(country);
            } else {
                asked.regions.extend(Region::of_place(concept));
            }
        }
        asked
    }

    /// Whether a place is asked for by name.
    #[must_use]
    pub fn names(&self, country: Country) -> bool {
        let within = |region: &Region| country.region() == Some(*region) || country.subregion() == Some(*region);
        self.countries.contains(&country) || self.regions.iter().any(within)
    }
}

fn language_called(name: &str) -> Option<LanguageTag> {
    LANGUAGES.iter().find(|(_, names)| names.contains(&name)).and_then(|(code, _)| LanguageTag::parse(code))
}

fn languages(all: &[String], folded: &str) -> Vec<LanguageTag> {
    let said = all.windows(2).filter(|pair| IN.contains(&pair[0].as_str())).filter_map(|pair| language_called(&pair[1]));
    let unspaced = LANGUAGES.iter().filter(|(_, names)| names.iter().any(|name| name.chars().all(is_han) && folded.contains(name)));
    let mut languages: Vec<LanguageTag> = said.chain(unspaced.filter_map(|(code, _)| LanguageTag::parse(code))).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, places: &[(&str, &str)], expected: &str) {
        let asked = Asked::read(text, places.iter().copied());
        let mut said: Vec<String> = asked.countries.iter().map(ToString::to_string).collect();
        said.extend(asked.regions.iter().map(ToString::to_string));
        said.extend(asked.near.then(|| "near".to_owned()));
        said.extend(asked.languages.iter().map(ToString::to_string));
        said.extend(asked.own_language.then(|| "own language".to_owned()));
        assert_eq!(said.join(" "), expected, "{text}");
    }

    #[test]
    fn limits_are_read_from_words() {
        check("We look for an African city", &[("region-africa", "African")], "africa");
        check("Buscamos la experiencia de un país vecino", &[], "near");
        check("Our neighbourhood is poor", &[], "");
        check("um país que fala a nossa língua", &[], "own language");
        check("trocar experiências, em português", &[("country-pt", "português")], "pt");
        check("um projeto com o governo português", &[("country-pt", "português")], "PT");
        check("equip the labs", &[("country-la", "laos")], "");
        check("我们想向邻国学习", &[], "near");
        check("опыт стран региона", &[], "near");
        check("خبرة دول المنطقة", &[], "near");
        check("", &[], "");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,60}", concept in "(country-|region-)?\\PC{0,12}", said in "\\PC{0,4}") {
            let _ = Asked::read(&text, [(concept.as_str(), said.as_str())]);
        }
    }
}

//! Countries and territories of ISO 3166-1: codes, names, place in the world, languages.

use std::fmt;
use std::sync::LazyLock;

use serde_json::Value;

use crate::language::Locale;
use crate::read::Code;
use crate::region::Region;

/// A country or territory; cheap to copy, compares by its code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(u8);

/// What is known of a country.
struct Entry {
    alpha2: String,
    alpha3: String,
    numeric: Option<u16>,
    names: [String; Locale::ALL.len()],
    region: Option<Region>,
    subregion: Option<Region>,
    least_developed: bool,
    landlocked_developing: bool,
    small_island: bool,
    official_languages: Vec<String>,
    centroid: Option<(f64, f64)>,
}

impl Country {
    /// The country with this two-letter code, in either case.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let upper = code.to_ascii_uppercase();
        let at = COUNTRIES.binary_search_by(|entry| entry.alpha2.as_str().cmp(&upper)).ok()?;
        u8::try_from(at).ok().map(Self)
    }

    /// The country with this ISO numeric code, as map geometry uses it.
    #[must_use]
    pub fn from_numeric(code: u16) -> Option<Self> {
        Self::all().find(|country| country.entry().numeric == Some(code))
    }

    /// All countries and territories, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNTRIES.len()).filter_map(|at| u8::try_from(at).ok()).map(Self)
    }

    /// Position in [`Country::all`], for tables by country.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    fn entry(self) -> &'static Entry {
        &COUNTRIES[usize::from(self.0)]
    }

    /// ISO 3166-1 alpha-2 code, upper case.
    #[must_use]
    pub fn code(self) -> &'static str {
        &self.entry().alpha2
    }

    /// ISO 3166-1 alpha-3 code.
    #[must_use]
    pub fn alpha3(self) -> &'static str {
        &self.entry().alpha3
    }

    /// Name for readers of a language (Unicode CLDR).
    #[must_use]
    pub fn name(self, locale: Locale) -> &'static str {
        &self.entry().names[locale.index()]
    }

    /// M49 region, such as Africa.
    #[must_use]
    pub fn region(self) -> Option<Region> {
        self.entry().region
    }

    /// M49 subregion, such as Sub-Saharan Africa's Eastern Africa.
    #[must_use]
    pub fn subregion(self) -> Option<Region> {
        self.entry().subregion
    }

    /// On the United Nations list of least developed countries (M49 table).
    #[must_use]
    pub fn is_least_developed(self) -> bool {
        self.entry().least_developed
    }

    /// A landlocked developing country (M49 table).
    #[must_use]
    pub fn is_landlocked_developing(self) -> bool {
        self.entry().landlocked_developing
    }

    /// A small island developing state (M49 table).
    #[must_use]
    pub fn is_small_island(self) -> bool {
        self.entry().small_island
    }

    /// Official languages as BCP 47 tags, most spoken first.
    #[must_use]
    pub fn official_languages(self) -> &'static [String] {
        &self.entry().official_languages
    }

    /// Latitude and longitude in degrees of a point in the middle.
    #[must_use]
    pub fn centroid(self) -> Option<(f64, f64)> {
        self.entry().centroid
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::code(deserializer)
    }
}

impl Code for Country {
    const WHAT: &'static str = "ISO 3166-1 alpha-2 country code";
    fn from_code(code: &str) -> Option<Self> {
        Self::parse(code).filter(|country| country.code() == code) // files use upper case
    }
}

static COUNTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let data: Value = serde_json::from_str(include_str!("../../../data/countries.json")).expect("the compiled-in countries are JSON");
    let mut entries: Vec<Entry> = data["countries"].as_array().into_iter().flatten().map(read_entry).collect();
    entries.sort_by(|a, b| a.alpha2.cmp(&b.alpha2));
    entries
});

fn read_entry(value: &Value) -> Entry {
    let text = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
    let flag = |field: &str| value[field].as_bool().unwrap_or_default();
    let region = |field: &str| value[field]["m49"].as_str().and_then(Region::from_m49);
    Entry {
        alpha2: text("alpha2"),
        alpha3: text("alpha3"),
        numeric: value["numeric"].as_str().and_then(|code| code.parse().ok()),
        names: std::array::from_fn(|i| value["names"][Locale::ALL[i].code()].as_str().unwrap_or_default().to_owned()),
        region: region("region"),
        subregion: region("subregion"),
        least_developed: flag("ldc"),
        landlocked_developing: flag("lldc"),
        small_island: flag("sids"),
        official_languages: value["official_languages"].as_array().into_iter().flatten().filter_map(|l| l.as_str().map(str::to_owned)).collect(),
        centroid: value["centroid"].as_array().and_then(|point| Some((point.first()?.as_f64()?, point.get(1)?.as_f64()?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_iso_and_names_stand_in_every_language() {
        assert_eq!(Country::all().count(), 250); // 249 of ISO and the user-assigned XK
        for country in Country::all() {
            assert_eq!(Country::parse(country.code()), Some(country));
            for &locale in Locale::ALL {
                assert!(!country.name(locale).is_empty(), "{country} in {locale}");
            }
        }
        assert_eq!(Country::parse("mz").map(|c| c.name(Locale::Pt)), Some("Moçambique"));
        for code in ["", "M", "ZZ", "MOZ", "é"] {
            assert_eq!(Country::parse(code), None, "{code:?}");
        }
    }

    #[test]
    fn places_in_the_world_follow_m49() {
        let mozambique = Country::parse("MZ").expect("a country");
        assert_eq!(mozambique.region().map(Region::code), Some("africa"));
        assert_eq!(mozambique.subregion().map(Region::code), Some("eastern-africa"));
        assert!(mozambique.is_least_developed() && !mozambique.is_landlocked_developing());
    }
}

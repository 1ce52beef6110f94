//! Regions and subregions of the United Nations M49 standard.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A region or subregion of the world.
    Region, "region" {
        Africa = "africa",
        NorthernAfrica = "northern-africa",
        EasternAfrica = "eastern-africa",
        MiddleAfrica = "middle-africa",
        SouthernAfrica = "southern-africa",
        WesternAfrica = "western-africa",
        Americas = "americas",
        Caribbean = "caribbean",
        CentralAmerica = "central-america",
        SouthAmerica = "south-america",
        NorthernAmerica = "northern-america",
        Asia = "asia",
        CentralAsia = "central-asia",
        EasternAsia = "eastern-asia",
        SouthEasternAsia = "south-eastern-asia",
        SouthernAsia = "southern-asia",
        WesternAsia = "western-asia",
        Europe = "europe",
        EasternEurope = "eastern-europe",
        NorthernEurope = "northern-europe",
        SouthernEurope = "southern-europe",
        WesternEurope = "western-europe",
        Oceania = "oceania",
        AustraliaAndNewZealand = "australia-and-new-zealand",
        Melanesia = "melanesia",
        Micronesia = "micronesia",
        Polynesia = "polynesia",
    }
}

impl Region {
    /// The region with this three-digit M49 code.
    #[must_use]
    pub fn from_m49(code: &str) -> Option<Self> {
        Some(match code {
            "002" => Self::Africa,
            "015" => Self::NorthernAfrica,
            "014" => Self::EasternAfrica,
            "017" => Self::MiddleAfrica,
            "018" => Self::SouthernAfrica,
            "011" => Self::WesternAfrica,
            "019" => Self::Americas,
            "029" => Self::Caribbean,
            "013" => Self::CentralAmerica,
            "005" => Self::SouthAmerica,
            "021" => Self::NorthernAmerica,
            "142" => Self::Asia,
            "143" => Self::CentralAsia,
            "030" => Self::EasternAsia,
            "035" => Self::SouthEasternAsia,
            "034" => Self::SouthernAsia,
            "145" => Self::WesternAsia,
            "150" => Self::Europe,
            "151" => Self::EasternEurope,
            "154" => Self::NorthernEurope,
            "039" => Self::SouthernEurope,
            "155" => Self::WesternEurope,
            "009" => Self::Oceania,
            "053" => Self::AustraliaAndNewZealand,
            "054" => Self::Melanesia,
            "057" => Self::Micronesia,
            "061" => Self::Polynesia,
            _ => return None,
        })
    }
}

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

    /// The region that a concept of the table stands for, as `region-sahel`; the narrowest that holds all of it.
    #[must_use]
    pub fn of_place(concept: &str) -> Option<Self> {
        Some(match concept {
            "region-africa"
            | "region-sub-saharan-africa"
            | "region-sahel"
            | "region-great-lakes"
            | "region-lake-chad-basin"
            | "region-gulf-of-guinea" => Self::Africa,
            "region-north-africa" | "region-maghreb" => Self::NorthernAfrica,
            "region-west-africa" | "region-mano-river" => Self::WesternAfrica,
            "region-east-africa" | "region-horn-of-africa" => Self::EasternAfrica,
            "region-central-africa" | "region-congo-basin" => Self::MiddleAfrica,
            "region-southern-africa" => Self::SouthernAfrica,
            "region-americas" | "region-latin-america" => Self::Americas,
            "region-caribbean" => Self::Caribbean,
            "region-central-america" | "region-northern-triangle" | "region-dry-corridor" => Self::CentralAmerica,
            "region-south-america" | "region-southern-cone" | "region-gran-chaco" | "region-andean" | "region-amazon" => Self::SouthAmerica,
            "region-northern-america" => Self::NorthernAmerica,
            "region-asia" => Self::Asia,
            "region-south-asia" | "region-himalaya" => Self::SouthernAsia,
            "region-southeast-asia" | "region-mekong" => Self::SouthEasternAsia,
            "region-east-asia" | "region-korean-peninsula" => Self::EasternAsia,
            "region-central-asia" => Self::CentralAsia,
            "region-western-asia" | "region-gulf" | "region-middle-east" | "region-mashreq" | "region-caucasus" => Self::WesternAsia,
            "region-europe" | "region-balkans" => Self::Europe,
            "region-eastern-europe" => Self::EasternEurope,
            "region-northern-europe" | "region-baltic" | "region-nordic" => Self::NorthernEurope,
            "region-southern-europe" => Self::SouthernEurope,
            "region-western-europe" => Self::WesternEurope,
            "region-oceania" | "region-pacific" => Self::Oceania,
            "region-melanesia" => Self::Melanesia,
            "region-micronesia" => Self::Micronesia,
            "region-polynesia" => Self::Polynesia,
            _ => return None,
        })
    }
}

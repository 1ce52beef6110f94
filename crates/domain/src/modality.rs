//! Modalities of cooperation: stated by the source, and checked against who takes part.

use crate::country::Country;
use crate::partner::{Constituency, Role};
use crate::practice::Cooperation;
use crate::region::Region;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A form of cooperation.
    Modality, "modality" {
        SouthSouth = "south_south",
        Triangular = "triangular",
        FragileToFragile = "fragile_to_fragile",
        CityToCity = "city_to_city",
        Regional = "regional",
        Interregional = "interregional",
    }
}

/// States in fragility: members of g7+ and countries of the World Bank's lists of fragile and conflict-affected situations since 2010.
const FRAGILE: [&str; 49] = [
    "AF", "AO", "BA", "BF", "BI", "CD", "CF", "CG", "CI", "CM", "DJ", "ER", "ET", "FM", "GE", "GM", "GN", "GW", "HT", "IQ", "KI", "KM", "LB", "LR",
    "LY", "MG", "MH", "ML", "MM", "MW", "MZ", "NE", "NG", "NP", "PG", "PS", "SB", "SD", "SL", "SO", "SS", "ST", "SY", "TD", "TG", "TL", "TV", "YE",
    "ZW",
];

/// High-income partners outside Europe that count as North in cooperation statistics.
const NORTH_OUTSIDE_EUROPE: [&str; 7] = ["AU", "CA", "IL", "JP", "KR", "NZ", "US"];
/// European countries that receive or have received development cooperation.
const SOUTH_IN_EUROPE: [&str; 10] = ["AL", "BA", "BY", "MD", "ME", "MK", "RS", "RU", "UA", "XK"];

/// Whether a country counts as the South in cooperation: a developing country or an economy in transition.
#[must_use]
pub fn is_south(country: Country) -> bool {
    if country.region() == Some(Region::Europe) { SOUTH_IN_EUROPE.contains(&country.code()) } else { !NORTH_OUTSIDE_EUROPE.contains(&country.code()) }
}

/// Whether a country is or was a fragile state.
#[must_use]
pub fn is_fragile(country: Country) -> bool {
    FRAGILE.contains(&country.code())
}

/// How a stated modality and the partners disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Both cannot be true: the record is refused.
    Contradiction,
    /// The partner who would make it true may be one that the source leaves out: the record is listed for a look.
    Unsupported,
}

/// The stated modalities that the partners do not bear out, each with the reason.
///
/// `about` are the countries that the record is about.
#[must_use]
pub fn doubts(cooperation: &Cooperation, about: &[Country]) -> Vec<(Modality, Doubt, &'static str)> {
    let mut exchanging: Vec<Country> =
        cooperation.participants().filter(|(_, role)| role.shares() || role.takes_up()).map(|(country, _)| country).collect();
    exchanging.sort_unstable();
    exchanging.dedup();
    let doubt = |modality| match modality {
        Modality::SouthSouth | Modality::Triangular | Modality::FragileToFragile => Doubt::Contradiction,
        Modality::CityToCity | Modality::Regional | Modality::Interregional => Doubt::Unsupported,
    };
    cooperation
        .modality
        .iter()
        .filter_map(|&modality| Some((modality, doubt(modality), reason(modality, cooperation, &exchanging, about)?)))
        .collect()
}

fn reason(modality: Modality, cooperation: &Cooperation, exchanging: &[Country], about: &[Country]) -> Option<&'static str> {
    let regions = |countries: &[Country]| {
        let mut regions: Vec<_> = countries.iter().filter_map(|c| c.region()).collect();
        regions.sort_unstable();
        regions.dedup();
        regions.len()
    };
    let partners = &cooperation.partners;
    let broken = match modality {
        Modality::SouthSouth => !exchanging.is_empty() && !exchanging.iter().any(|&c| is_south(c)),
        Modality::Triangular => !partners.is_empty() && !has_third_party(cooperation),
        Modality::FragileToFragile => !exchanging.is_empty() && !exchanging.iter().chain(about).any(|&c| is_fragile(c)),
        Modality::CityToCity => !partners.is_empty() && !partners.iter().any(|p| p.constituency == Constituency::LocalGovernment),
        Modality::Regional => exchanging.len() >= 2 && regions(exchanging) == exchanging.len(),
        Modality::Interregional => {
            let everyone: Vec<Country> = exchanging.iter().chain(about).copied().chain(cooperation.participants().map(|(c, _)| c)).collect();
            everyone.len() >= 2 && regions(&everyone) == 1
        }
    };
    broken.then_some(match modality {
        Modality::SouthSouth => "south-south cooperation has a provider, recipient or peer of the South",
        Modality::Triangular => "triangular cooperation has a third partner: a facilitator, funder or implementer, or an international organization",
        Modality::FragileToFragile => "fragile-to-fragile cooperation takes place among fragile states",
        Modality::CityToCity => "city-to-city cooperation has a partner of local government",
        Modality::Regional => "regional cooperation has two countries of the same region",
        Modality::Interregional => "interregional cooperation has countries of two regions",
    })
}

fn has_third_party(cooperation: &Cooperation) -> bool {
    let third_role = |role: Role| matches!(role, Role::Facilitator | Role::Funder | Role::Implementer);
    cooperation.participants().any(|(_, role)| third_role(role))
        || cooperation
            .partners
            .iter()
            .any(|p| third_role(p.role) || matches!(p.constituency, Constituency::Un | Constituency::Igo | Constituency::DevelopmentPartner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partner::{CountriesByRole, Partner};

    fn countries(codes: &str) -> Vec<Country> {
        codes.split_whitespace().map(|code| Country::parse(code).expect(code)).collect()
    }

    fn check(modality: Modality, providers: &str, recipients: &str, partner: Option<(Constituency, Role)>, fits: bool) {
        let partners =
            partner.map(|(constituency, role)| Partner { name: "Partner".into(), country: None, constituency, role }).into_iter().collect();
        let roles = CountriesByRole { provider: countries(providers), recipient: countries(recipients), ..Default::default() };
        let cooperation = Cooperation { modality: vec![modality], partners, countries_by_role: roles, period: None, adapted_from: vec![] };
        assert_eq!(doubts(&cooperation, &[]).is_empty(), fits, "{modality} {providers} -> {recipients}");
    }

    #[test]
    fn a_modality_is_held_against_the_partners_that_are_named() {
        use {Constituency as C, Modality as M, Role as R};
        check(M::SouthSouth, "BR", "MZ", None, true);
        check(M::SouthSouth, "DE", "FR", None, false);
        check(M::Triangular, "BR", "MZ", Some((C::DevelopmentPartner, R::Funder)), true);
        check(M::Triangular, "BR", "MZ", Some((C::Government, R::Provider)), false);
        check(M::Triangular, "BR", "MZ", None, true);
        check(M::FragileToFragile, "TL", "GW", None, true);
        check(M::FragileToFragile, "BR", "UY", None, false);
        check(M::CityToCity, "BR", "MZ", Some((C::LocalGovernment, R::Peer)), true);
        check(M::CityToCity, "BR", "MZ", Some((C::Government, R::Peer)), false);
        check(M::Regional, "BR UY", "PY", None, true);
        check(M::Regional, "BR", "MZ", None, false);
        check(M::Interregional, "BR", "MZ", None, true);
        check(M::Interregional, "BR", "UY", None, false);
    }
}

//! Context: the conditions of work of a country, as far as public figures tell them.
//!
//! Read once from `data/country-context.csv`, which names source and year of every value; a line that does not fit is passed over.

use std::collections::HashMap;
use std::sync::LazyLock;

use ayni_domain::Country;
use serde::Serialize;

/// Income class of the World Bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IncomeGroup {
    /// Low income.
    Low,
    /// Lower middle income.
    LowerMiddle,
    /// Upper middle income.
    UpperMiddle,
    /// High income.
    High,
}

impl IncomeGroup {
    /// The class with this name, as the World Bank writes it.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "Low income" => Self::Low,
            "Lower middle income" => Self::LowerMiddle,
            "Upper middle income" => Self::UpperMiddle,
            "High income" => Self::High,
            _ => return None,
        })
    }

    /// Code in the API and in message keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::LowerMiddle => "lower-middle",
            Self::UpperMiddle => "upper-middle",
            Self::High => "high",
        }
    }

    /// The class in English words.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Low => "low income",
            Self::LowerMiddle => "lower middle income",
            Self::UpperMiddle => "upper middle income",
            Self::High => "high income",
        }
    }
}

/// Shares of the gross domestic product, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Structure {
    /// Agriculture.
    pub agriculture: f32,
    /// Industry.
    pub industry: f32,
    /// Services.
    pub services: f32,
}

impl Structure {
    /// Percentage points by which two structures differ: the share that would have to move to another sector, 0 to 100.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        let moved = [self.agriculture - other.agriculture, self.industry - other.industry, self.services - other.services];
        moved.iter().map(|points| points.abs()).sum::<f32>() / 2.0
    }
}

/// What the figures say of one country; what is not known is `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CountryContext {
    /// Income class of the World Bank.
    pub income: Option<IncomeGroup>,
    /// Region of the World Bank.
    pub world_bank_region: Option<String>,
    /// On the World Bank's current list of fragile and conflict-affected situations.
    pub is_fragile: Option<bool>,
    /// Informal employment, in percent of all employment (ILOSTAT).
    pub informality: Option<f32>,
    /// Sectors of the economy.
    pub structure: Option<Structure>,
    /// Unemployment, in percent of the labour force.
    pub unemployment: Option<f32>,
    /// Unemployment of the young (15 to 24), in percent of their labour force.
    pub youth_unemployment: Option<f32>,
    /// People who live in towns, in percent.
    pub urban: Option<f32>,
    /// Gross domestic product per head, in international dollars.
    pub gdp_per_head: Option<f32>,
    /// Persons.
    pub population: Option<u64>,
    /// Labour force, in persons.
    pub labour_force: Option<u64>,
}

static CONTEXTS: LazyLock<Vec<CountryContext>> = LazyLock::new(|| read(include_str!("../../../data/country-context.csv")));
static UNKNOWN: LazyLock<CountryContext> = LazyLock::new(CountryContext::default);

/// The context of a country.
#[must_use]
pub fn of(country: Country) -> &'static CountryContext {
    CONTEXTS.get(country.index()).unwrap_or(&UNKNOWN)
}

/// Reads the long table `alpha2,indicator,value,…` into one context a country, in the order of [`Country::all`].
#[must_use]
pub fn read(csv: &str) -> Vec<CountryContext> {
    let mut contexts = vec![CountryContext::default(); Country::all().count()];
    let mut shares: HashMap<(Country, &'static str), f32> = HashMap::new();
    for line in csv.lines().skip(1) {
        let cells = split(line);
        let [code, indicator, value, ..] = cells.as_slice() else { continue };
        let Some(country) = Country::parse(code) else { continue };
        if let Some(sector) = ["agriculture", "industry", "services"].into_iter().find(|sector| indicator.strip_prefix("gdp_share_") == Some(*sector))
        {
            shares.extend(percent(value).map(|share| ((country, sector), share)));
        } else {
            note(&mut contexts[country.index()], indicator, value);
        }
    }
    for country in Country::all() {
        let share = |sector| shares.get(&(country, sector)).copied();
        if let (Some(agriculture), Some(industry), Some(services)) = (share("agriculture"), share("industry"), share("services")) {
            contexts[country.index()].structure = Some(Structure { agriculture, industry, services });
        }
    }
    contexts
}

fn note(context: &mut CountryContext, indicator: &str, value: &str) {
    match indicator {
        "income_group" => context.income = IncomeGroup::parse(value),
        "wb_region" => context.world_bank_region = Some(value.to_owned()),
        "fragile_conflict_affected" => context.is_fragile = Some(value == "Yes"),
        "informal_employment_rate" => context.informality = percent(value),
        "unemployment_rate" => context.unemployment = percent(value),
        "youth_unemployment_rate" => context.youth_unemployment = percent(value),
        "urban_population" => context.urban = percent(value),
        "gdp_per_capita_ppp" => context.gdp_per_head = value.parse().ok().filter(|n: &f32| n.is_finite() && *n > 0.0),
        "population" => context.population = value.parse().ok(),
        "labour_force" => context.labour_force = value.parse().ok(),
        _ => {}
    }
}

fn percent(value: &str) -> Option<f32> {
    value.parse().ok().filter(|n| (0.0..=100.0).contains(n))
}

/// The cells of a line; a cell in double quotes may hold commas, and a doubled quote stands for one.
fn split(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn country(code: &str) -> Country {
        Country::parse(code).expect(code)
    }

    #[test]
    fn figures_of_the_file_are_typed() {
        let ethiopia = of(country("ET"));
        assert_eq!((ethiopia.income, ethiopia.is_fragile, ethiopia.informality), (None, Some(true), Some(85.2)));
        assert_eq!(ethiopia.population, Some(121_372_632));
        assert_eq!(ethiopia.structure.map(|s| s.agriculture), Some(34.9));
        assert_eq!(of(country("MZ")).income, Some(IncomeGroup::Low));
        assert_eq!(of(country("MA")).world_bank_region.as_deref(), Some("Middle East, North Africa, Afghanistan & Pakistan"));
        assert!(Country::all().filter(|&c| of(c).income.is_some()).count() > 200);
        assert!(Country::all().filter(|&c| of(c).informality.is_some()).count() > 130);
    }

    #[test]
    fn bad_lines_are_passed_over() {
        let csv = "alpha2,indicator,value\n\nXX,population,1\nBR\nBR,urban_population,many\nBR,informal_employment_rate,400\nBR,population,-1\nBR,income_group,\"Low income\"";
        let contexts = read(csv);
        assert_eq!(contexts[country("BR").index()], CountryContext { income: Some(IncomeGroup::Low), ..CountryContext::default() });
    }

    #[test]
    fn structures_differ_by_what_would_have_to_move() {
        let structure = |agriculture, industry, services| Structure { agriculture, industry, services };
        for (a, b, points) in [((30.0, 20.0, 50.0), (30.0, 20.0, 50.0), 0.0), ((40.0, 20.0, 40.0), (10.0, 30.0, 60.0), 30.0)] {
            assert_eq!(structure(a.0, a.1, a.2).distance(structure(b.0, b.1, b.2)), points);
        }
    }

    proptest! {
        #[test]
        fn no_file_makes_the_reader_panic(csv in "(\\PC{0,20}[,\"\n]?){0,20}", value in "\\PC{0,12}") {
            let _ = read(&csv);
            let _ = read(&format!("h\nBR,gdp_share_industry,{value}\nBR,gdp_per_capita_ppp,{value}\nBR,population,{value}"));
        }
    }
}

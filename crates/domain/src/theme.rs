//! Themes of the world of work and of cooperation, with their names and other words for them.

use std::sync::LazyLock;

use serde_json::Value;

use crate::language::Locale;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A theme of a record.
    Theme, "theme" {
        EmploymentPolicy = "employment-policy",
        YouthEmployment = "youth-employment",
        InformalEconomy = "informal-economy",
        SocialProtection = "social-protection",
        ChildLabour = "child-labour",
        ForcedLabour = "forced-labour",
        LabourMigration = "labour-migration",
        SocialDialogue = "social-dialogue",
        FreedomOfAssociation = "freedom-of-association",
        GenderEquality = "gender-equality",
        Disability = "disability",
        OccupationalSafetyHealth = "occupational-safety-health",
        LabourAdministration = "labour-administration",
        LabourStatistics = "labour-statistics",
        Skills = "skills",
        Entrepreneurship = "entrepreneurship",
        SocialSolidarityEconomy = "social-solidarity-economy",
        Cooperatives = "cooperatives",
        GreenJobs = "green-jobs",
        Climate = "climate",
        RuralDevelopment = "rural-development",
        Tourism = "tourism",
        DisasterRiskReduction = "disaster-risk-reduction",
        PublicWorks = "public-works",
        LocalDevelopment = "local-development",
        FragileStates = "fragile-states",
        SupplyChains = "supply-chains",
        Wages = "wages",
        DigitalEconomy = "digital-economy",
        FinancialInclusion = "financial-inclusion",
        Refugees = "refugees",
        IndigenousPeoples = "indigenous-peoples",
        HivAids = "hiv-aids",
        CareEconomy = "care-economy",
        Agriculture = "agriculture",
        Health = "health",
        Education = "education",
        Trade = "trade",
        Governance = "governance",
        SstcMethodology = "sstc-methodology",
    }
}

impl Theme {
    /// Name for readers of a language.
    #[must_use]
    pub fn name(self, locale: Locale) -> &'static str {
        &self.labels(locale)[0]
    }

    /// All labels of a language, the preferred one first.
    #[must_use]
    pub fn labels(self, locale: Locale) -> &'static [String] {
        &LABELS[self as usize][locale.index()]
    }

    /// Position in [`Theme::ALL`], for sets of bits.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

type Labels = [Vec<String>; Locale::ALL.len()];

static LABELS: LazyLock<Vec<Labels>> = LazyLock::new(|| {
    let data: Value = serde_json::from_str(include_str!("../../../data/theme-labels.json")).expect("the compiled-in theme labels are JSON");
    let labels = |theme: &Theme, locale: Locale| {
        let entry = &data["themes"][theme.code()][locale.code()];
        let label = |value: &Value| value["label"].as_str().map(str::to_owned);
        let preferred = label(&entry["pref"]).unwrap_or_else(|| theme.code().to_owned());
        std::iter::once(preferred).chain(entry["alt"].as_array().into_iter().flatten().filter_map(label)).collect()
    };
    Theme::ALL.iter().map(|theme| std::array::from_fn(|i| labels(theme, Locale::ALL[i]))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_has_a_name_in_every_language() {
        for &theme in Theme::ALL {
            for &locale in Locale::ALL {
                assert_ne!(theme.name(locale), theme.code(), "{theme} in {locale}");
            }
        }
    }
}

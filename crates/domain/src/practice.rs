//! Practices: documented good practices, with what they met, did and achieved; and what initiatives share with them.

use serde::Serialize;

use crate::country::Country;
use crate::criterion::Criteria;
use crate::date::{PartialDate, Period};
use crate::modality::{Doubt, Modality};
use crate::partner::{CountriesByRole, Partner, Role};
use crate::read::{Fields, Problem};
use crate::record::Common;
use crate::text::Text;

/// Who cooperates with whom and when: the part that practices and initiatives share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cooperation {
    /// Forms of the cooperation, checked against the partners.
    pub modality: Vec<Modality>,
    /// Partners by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Countries by role, where the source says.
    #[serde(skip_serializing_if = "CountriesByRole::is_empty")]
    pub countries_by_role: CountriesByRole,
    /// When it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What this was adapted from: `kind/slug`, or a title where no record is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adapted_from: Vec<String>,
}

impl Cooperation {
    pub(crate) fn read(fields: &mut Fields<'_>, countries: &[Country]) -> Self {
        let read = Self {
            modality: fields.codes("modality"),
            partners: fields.objects("partners", Partner::read),
            countries_by_role: fields.object("countries_by_role", CountriesByRole::read).unwrap_or_default(),
            period: fields.object("period", read_period),
            adapted_from: fields.strings("adapted_from"),
        };
        if read.modality.is_empty() {
            fields.issue("modality", None, Problem::Missing);
        }
        for (modality, doubt, reason) in crate::modality::doubts(&read, countries) {
            if doubt == Doubt::Contradiction {
                fields.issue("modality", Some(&modality.code().into()), Problem::Rule(reason));
            }
        }
        read
    }

    /// Countries that take part, each with its roles in every place where the record names them.
    pub fn participants(&self) -> impl Iterator<Item = (Country, Role)> {
        self.countries_by_role.iter().chain(self.partners.iter().filter_map(|p| Some((p.country?, p.role))))
    }
}

fn read_period(fields: &mut Fields<'_>) -> Option<Period> {
    let start: Option<PartialDate> = fields.code("start");
    let start = fields.require("start", start)?;
    let end = fields.code("end");
    let period = Period::new(start, end);
    if period.is_none() {
        fields.rule("end", "lies before the start");
    }
    period
}

/// A documented good practice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Practice {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// Who cooperates.
    #[serde(flatten)]
    pub cooperation: Cooperation,
    /// The problem that was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Text>,
    /// What was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approach: Option<Text>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<Text>,
    /// Where else it could work, and with what changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replicability: Option<Text>,
    /// What goes on after the money ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sustainability: Option<Text>,
    /// What it says to the criteria of a good practice.
    #[serde(skip_serializing_if = "Criteria::is_empty")]
    pub criteria: Criteria,
}

impl Practice {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Self {
        Self {
            cooperation: Cooperation::read(fields, &common.countries),
            common,
            challenge: fields.text("challenge"),
            approach: fields.text("approach"),
            results: fields.text("results"),
            replicability: fields.text("replicability"),
            sustainability: fields.text("sustainability"),
            criteria: fields.object("criteria", Criteria::read).unwrap_or_default(),
        }
    }

    /// The narrative parts that are written, in reading order, with their field names.
    pub fn narrative(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        [
            ("challenge", &self.challenge),
            ("approach", &self.approach),
            ("results", &self.results),
            ("replicability", &self.replicability),
            ("sustainability", &self.sustainability),
        ]
        .into_iter()
        .filter_map(|(name, text)| Some((name, text.as_ref()?)))
    }
}

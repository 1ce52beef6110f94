//! Initiatives: cooperation projects and actions, with partners in roles, a period, a budget and outputs.

use serde::Serialize;
use serde_json::Number;

use crate::practice::Cooperation;
use crate::read::{Fields, Problem};
use crate::record::Common;
use crate::text::Text;

/// Money as the source states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// Not negative; as written, so that nothing is rounded.
    pub amount: Number,
    /// ISO 4217 code.
    pub currency: String,
}

impl Budget {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let raw = fields.raw("amount");
        let amount = fields.require("amount", raw)?;
        let currency = fields.string("currency");
        let currency = fields.require("currency", currency)?;
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            fields.rule("currency", "is not a three-letter ISO 4217 code");
            return None;
        }
        match amount.as_number() {
            Some(number) if number.as_f64().is_some_and(|n| n >= 0.0) => Some(Self { amount: number.clone(), currency }),
            _ => {
                fields.issue("amount", Some(amount), Problem::WrongType("a number of zero or more"));
                None
            }
        }
    }
}

/// A cooperation project or action.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Initiative {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// Who cooperates.
    #[serde(flatten)]
    pub cooperation: Cooperation,
    /// Money, where stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// What was produced, in own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Text>,
}

impl Initiative {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Self {
        Self {
            cooperation: Cooperation::read(fields, &common.countries),
            common,
            budget: fields.object("budget", Budget::read),
            outputs: fields.text("outputs"),
        }
    }
}

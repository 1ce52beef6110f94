//! Criteria of a good practice: the seven of the ILO's programme against child labour (IPEC), and Ayni's tripartite one.
//!
//! Answering them is free; what an author says to one of them stands in the practice under `criteria`. What does not count as
//! a practice at all is listed here too.

use std::collections::BTreeMap;

use crate::read::Fields;
use crate::text::Text;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A criterion; the last one is Ayni's own, the others are IPEC's, in their order.
    Criterion, "criterion" {
        Innovative = "innovative",
        Effective = "effective",
        Replicable = "replicable",
        Sustainable = "sustainable",
        Relevant = "relevant",
        Ethical = "ethical",
        Efficient = "efficient",
        Tripartite = "tripartite",
    }
}

vocabulary! {
    /// What may be useful but is not a practice: it has another kind here, or no place.
    NotAPractice, "thing that is not a practice" {
        Publication = "publication",
        ResearchResult = "research-result",
        Certification = "certification",
        Network = "network",
        Product = "product",
        Person = "person",
        SingleEvent = "single-event",
        PlanNotCarriedOut = "plan-not-carried-out",
    }
}

/// What a practice says to the criteria, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Criteria(BTreeMap<Criterion, Text>);

impl Criteria {
    pub(crate) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self(Criterion::ALL.iter().filter_map(|&criterion| Some((criterion, fields.text(criterion.code())?))).collect()))
    }

    /// What is said to one criterion.
    #[must_use]
    pub fn get(&self, criterion: Criterion) -> Option<&Text> {
        self.0.get(&criterion)
    }

    /// The criteria that something is said to.
    pub fn iter(&self) -> impl Iterator<Item = (Criterion, &Text)> {
        self.0.iter().map(|(&criterion, text)| (criterion, text))
    }

    /// Whether nothing is said to any of them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::record::{Body, read_line};

    fn with_criteria(kind: &str, criteria: &Value) -> Result<Body, Vec<String>> {
        let line = json!({
            "kind": kind, "slug": "a", "title": {"en": "Title"}, "summary": {"en": "One sentence."}, "modality": ["south_south"],
            "sources": [{"url": "https://example.org/a", "title": "Source"}], "results": {"en": "Better."}, "criteria": criteria,
        });
        let read = read_line(&line.to_string());
        read.map(|(_, body)| body).map_err(|issues| issues.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn criteria_are_written_in_their_order_and_count_as_text() {
        let body =
            with_criteria("practice", &json!({"tripartite": {"es": "Los tres."}, "innovative": {"en": "New.", "es": "Nuevo."}})).expect("valid");
        let written = serde_json::to_string(&body).expect("JSON");
        assert!(written.ends_with(r#""criteria":{"innovative":{"en":"New.","es":"Nuevo."},"tripartite":{"es":"Los tres."}}}"#), "{written}");
        assert_eq!(body.texts().iter().map(|text| text.original().1).collect::<Vec<_>>(), ["Better.", "New.", "Los tres."]);
        let without = serde_json::to_value(with_criteria("practice", &json!({})).expect("valid")).expect("JSON");
        assert_eq!(without.get("criteria"), None);
    }

    #[test]
    fn other_criteria_and_other_kinds_are_refused() {
        for (kind, criteria, expected) in [
            ("practice", json!({"cheap": {"en": "x"}}), "field `criteria.cheap`, value {\"en\":\"x\"}: is not a field of this kind of record"),
            ("practice", json!({"ethical": {"en": " "}}), "field `criteria.ethical.en`, value \" \": is empty"),
            ("practice", json!(["ethical"]), "field `criteria`, value [\"ethical\"]: is not an object"),
        ] {
            assert_eq!(with_criteria(kind, &criteria), Err(vec![expected.to_owned()]));
        }
        let other = with_criteria("initiative", &json!({"ethical": {"en": "x"}})).expect_err("wrong");
        assert!(
            other.contains(&"field `criteria`, value {\"ethical\":{\"en\":\"x\"}}: is not a field of this kind of record".to_owned()),
            "{other:?}"
        );
    }
}

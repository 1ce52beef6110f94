//! Answers beside the peers: practices that fit a need, and where it can be learned.

use ayni_domain::{Country, Kind, Locale, RecordKey};
use serde::Serialize;

use crate::base::EvidenceBase;
use crate::comparable::{Comparison, compare};
use crate::evidence::{Bits, Evidence};
use crate::need::Need;
use crate::peers::{Found, found};
use crate::reason::{Reason, ReasonKind, Reasons};
use crate::weights::answer as weight;

/// A record that answers a need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The record.
    pub record: RecordKey,
    /// Sum of the weights of the reasons; larger is better.
    pub score: f32,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Practices for a need, best first, at most `limit`. Initiatives show who did something; what worked is documented in practices.
///
/// `hits` are the records that the search finds for the text of the need, best first, with their scores.
#[must_use]
pub fn practices(need: &Need, base: &EvidenceBase, hits: &[(RecordKey, f32)], limit: usize) -> Vec<Answer> {
    rank(need, base, hits, &[Kind::Practice], limit)
}

/// Courses, events and publications for a need, best first, at most `limit`.
///
/// `hits` are the records that the search finds for the text of the need, best first, with their scores.
#[must_use]
pub fn learning(need: &Need, base: &EvidenceBase, hits: &[(RecordKey, f32)], limit: usize) -> Vec<Answer> {
    rank(need, base, hits, &[Kind::Course, Kind::Event, Kind::Publication], limit)
}

fn rank(need: &Need, base: &EvidenceBase, hits: &[(RecordKey, f32)], kinds: &[Kind], limit: usize) -> Vec<Answer> {
    let mut answers: Vec<Answer> = found(need, base, hits)
        .iter()
        .filter(|hit| kinds.contains(&hit.evidence.key.kind) && hit.relevance > 0.0)
        .map(|hit| judge(need, hit))
        .collect();
    answers.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.record.cmp(&b.record)));
    answers.dedup_by(|a, b| a.record == b.record);
    answers.truncate(limit);
    answers
}

fn judge(need: &Need, hit: &Found<'_>) -> Answer {
    let evidence = hit.evidence;
    let mut reasons = Reasons::default();
    reasons.add(hit.relevance, ReasonKind::TextMatch { found: 1 }, []);
    let shared = evidence.themes.and(Bits::themes(&need.themes));
    reasons.add(weight::THEME * hit.themes, ReasonKind::SameTheme { themes: shared.to_themes().collect() }, []);
    if let Some(comparison) = need.country.and_then(|asker| conditions(asker, evidence)) {
        reasons.add(weight::COMPARABLE * comparison.score, ReasonKind::ComparableCountry { likenesses: comparison.likenesses }, []);
    }
    if let Some(constituency) = need.constituency.filter(|own| evidence.has_constituency(*own)) {
        reasons.add(weight::CONSTITUENCY, ReasonKind::SameConstituency { constituency }, []);
    }
    if evidence.has_results {
        reasons.add(weight::RESULTS, ReasonKind::Evidence { shared: 1, with_results: 1 }, []);
    }
    if let Some(locale) = need.locale.filter(|locale| evidence.languages.has(Locale::index(*locale))) {
        reasons.add(weight::LANGUAGE, ReasonKind::SharedLanguage { language: locale.tag() }, []);
    }
    if evidence.countries.iter().any(|(country, _)| need.asked.names(*country)) {
        reasons.add(weight::ASKED, ReasonKind::AskedPlace, []);
    }
    let (score, reasons) = reasons.finish();
    Answer { record: (*evidence.key).clone(), score, reasons }
}

/// The comparison with the likest country in which the record says that it was done; the asker itself is left out.
fn conditions(asker: Country, evidence: &Evidence) -> Option<Comparison> {
    let cooperation = evidence.is_cooperation();
    let done = evidence.countries.iter().filter(|(country, part)| *country != asker && (!cooperation || part.takes_up() || part.shares()));
    done.map(|(country, _)| compare(asker, *country)).max_by(|a, b| a.score.total_cmp(&b.score))
}

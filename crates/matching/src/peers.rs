//! Peers: the countries, and organizations there, that did it and would share it.
//!
//! Every country that the records found by the words of the need name, or that has experience in its themes, is looked at; never the asker
//! itself. A country's records count ever less after its best, so that who is everywhere does not win everywhere.

use std::collections::HashMap;

use ayni_domain::modality::is_fragile;
use ayni_domain::{Constituency, Country, Kind, LanguageTag, Locale, Modality, RecordKey, Role, Theme};
use serde::Serialize;

use crate::base::{EvidenceBase, as_f32};
use crate::comparable::{Likeness, compare};
use crate::evidence::{Bits, Evidence, Part};
use crate::need::Need;
use crate::reason::{MOST_RECORDS, Reason, ReasonKind, Reasons};
use crate::weights::{part, peer as weight};

/// A country, and if the records name one an organization there, that could share its experience.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Peer {
    /// The country; never the asker's.
    pub country: Country,
    /// The organization there that the records speak for most.
    pub organization: Option<RecordKey>,
    /// Sum of the weights of the reasons; larger is better.
    pub score: f32,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// A record found by the words of the need.
pub(crate) struct Found<'a> {
    pub(crate) evidence: &'a Evidence,
    /// Share of the best hit's score, 0 to 1.
    pub(crate) relevance: f32,
    /// Likeness of its themes to those of the need, 0 to 1.
    pub(crate) themes: f32,
}

/// The hits that are known as evidence, with what they say of the need.
pub(crate) fn found<'a>(need: &Need, base: &'a EvidenceBase, hits: &[(RecordKey, f32)]) -> Vec<Found<'a>> {
    let best = hits.iter().map(|(_, score)| *score).filter(|score| score.is_finite()).fold(0.0, f32::max);
    let wanted = Bits::themes(&need.themes);
    let read = |(key, score): &(RecordKey, f32)| {
        let relevance = if best > 0.0 && score.is_finite() { (score / best).clamp(0.0, 1.0) } else { 0.0 };
        base.get(key).map(|evidence| Found { evidence, relevance, themes: base.likeness(wanted, evidence.themes) })
    };
    hits.iter().filter_map(read).collect()
}

/// What was found of one country.
struct Candidate<'a> {
    country: Country,
    /// Each with the country's part and what it adds before it is ranked, the most first.
    records: Vec<(&'a Found<'a>, Part, f32)>,
}

/// Ranks the peers for a need, best first, at most `limit`.
///
/// `hits` are the records that the search finds for the text of the need, best first, with their scores; 200 are plenty. Ties go by country code.
#[must_use]
pub fn peers(need: &Need, base: &EvidenceBase, hits: &[(RecordKey, f32)], limit: usize) -> Vec<Peer> {
    let found = found(need, base, hits);
    let past = past_exchanges(need, base);
    let mut peers: Vec<Peer> = candidates(need, base, &found)
        .into_iter()
        .map(|candidate| {
            let exchanges = past.get(&candidate.country).map(Vec::as_slice).unwrap_or_default();
            judge(need, base, &candidate, exchanges)
        })
        .filter(|peer| peer.score > 0.0)
        .collect();
    peers.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.country.cmp(&b.country)));
    peers.truncate(limit);
    peers
}

fn candidates<'a>(need: &Need, base: &EvidenceBase, found: &'a [Found<'a>]) -> Vec<Candidate<'a>> {
    let mut records: Vec<Vec<(&Found<'_>, Part, f32)>> = Country::all().map(|_| Vec::new()).collect();
    for hit in found {
        let themes = 1.0 + weight::THEMES_IN_TEXT * (hit.themes - 0.5);
        for &(country, part) in &hit.evidence.countries {
            let adds = part.strength(hit.evidence.key.kind) * hit.relevance * hit.relevance * themes;
            records[country.index()].push((hit, part, adds));
        }
    }
    Country::all()
        .zip(records)
        .filter(|(country, records)| {
            Some(*country) != need.country && (!records.is_empty() || need.themes.iter().any(|theme| base.experience(*country, *theme) > 0.0))
        })
        .map(|(country, mut records)| {
            records.sort_by(|a, b| b.2.total_cmp(&a.2));
            Candidate { country, records }
        })
        .collect()
}

/// Cooperations in which the asker took up what another country shared.
fn past_exchanges<'a>(need: &Need, base: &'a EvidenceBase) -> HashMap<Country, Vec<&'a Evidence>> {
    let mut past: HashMap<Country, Vec<&Evidence>> = HashMap::new();
    let Some(asker) = need.country else { return past };
    for evidence in base.cooperations_of(asker).filter(|evidence| evidence.part(asker).takes_up()) {
        for (country, _) in evidence.countries.iter().filter(|(_, part)| part.shares()) {
            past.entry(*country).or_default().push(evidence);
        }
    }
    past
}

fn judge(need: &Need, base: &EvidenceBase, candidate: &Candidate<'_>, exchanges: &[&Evidence]) -> Peer {
    let mut reasons = Reasons::default();
    text(candidate, &mut reasons);
    themes(need, base, candidate, &mut reasons);
    conditions(need, candidate.country, &mut reasons);
    if !exchanges.is_empty() {
        let count = u32::try_from(exchanges.len()).unwrap_or(u32::MAX);
        let records = exchanges.iter().map(|evidence| (*evidence.key).clone());
        reasons.add(weight::PAST_EXCHANGE * saturated(as_f32(count), 1.0), ReasonKind::PastExchange { exchanges: count }, records);
    }
    fit(need, candidate, &mut reasons);
    evidence(base, candidate.country, &mut reasons);
    asked(need, candidate.country, &mut reasons);
    let organization = organization(need.constituency, candidate, exchanges);
    let (score, reasons) = reasons.finish();
    Peer { country: candidate.country, organization, score, reasons }
}

/// What the words of the need find of the country, split by what the country did there.
fn text(candidate: &Candidate<'_>, reasons: &mut Reasons) {
    let (mut named, mut shared, mut facilitated) = ((0.0, Vec::new()), (0.0, Vec::new()), (0.0, Vec::new()));
    let mut role = Role::Peer;
    let mut decay = weight::TEXT;
    for (hit, part, adds) in &candidate.records {
        let adds = adds * decay;
        decay *= weight::NEXT_RECORD;
        let key = (*hit.evidence.key).clone();
        if part.shares() {
            if part.has(Role::Provider) {
                role = Role::Provider;
            }
            shared.0 += adds * (part::SHARES - part::ABOUT);
            shared.1.push(key.clone());
            named.0 += adds * part::ABOUT;
            named.1.push(key);
        } else if !part.takes_up() && (part.has(Role::Facilitator) || part.has(Role::Funder)) {
            facilitated.0 += adds;
            facilitated.1.push(key);
        } else {
            named.0 += adds;
            named.1.push(key);
        }
    }
    let found = u32::try_from(named.1.len()).unwrap_or(u32::MAX);
    reasons.add(named.0, ReasonKind::TextMatch { found }, named.1);
    reasons.add(shared.0, ReasonKind::Role { role }, shared.1);
    reasons.add(facilitated.0, ReasonKind::FacilitatorOfSimilar, facilitated.1);
}

/// Experience in the themes of the need: rare themes tell more, many records in one theme ever less.
fn themes(need: &Need, base: &EvidenceBase, candidate: &Candidate<'_>, reasons: &mut Reasons) {
    let experience = |theme: Theme| saturated(base.experience(candidate.country, theme), weight::THEME_HALF);
    let whole: f32 = need.themes.iter().map(|theme| base.rarity(*theme)).sum();
    let held: f32 = need.themes.iter().map(|theme| base.rarity(*theme) * experience(*theme)).sum();
    if whole <= 0.0 || held <= 0.0 {
        return;
    }
    let known: Vec<Theme> = need.themes.iter().copied().filter(|theme| experience(*theme) > 0.0).collect();
    let wanted = Bits::themes(&known);
    let fits = |evidence: &Evidence| !evidence.themes.and(wanted).is_empty();
    let mut records: Vec<&Evidence> =
        candidate.records.iter().map(|(hit, ..)| hit.evidence).filter(|evidence| fits(evidence)).take(MOST_RECORDS).collect();
    for evidence in base.shared_by(candidate.country).filter(|evidence| fits(evidence)) {
        if records.len() >= MOST_RECORDS {
            break;
        }
        if !records.iter().any(|own| own.key == evidence.key) {
            records.push(evidence);
        }
    }
    let keys: Vec<RecordKey> = records.iter().map(|evidence| (*evidence.key).clone()).collect();
    reasons.add(weight::THEME * held / whole, ReasonKind::SameTheme { themes: known }, keys);
}

/// Comparable conditions; a shared language is a reason of its own.
fn conditions(need: &Need, country: Country, reasons: &mut Reasons) {
    let comparison = need.country.map(|asker| compare(asker, country)).unwrap_or_default();
    let (language, others): (Vec<Likeness>, Vec<Likeness>) =
        comparison.likenesses.into_iter().partition(|likeness| matches!(likeness, Likeness::SharedLanguage { .. }));
    let sum = |likenesses: &[Likeness]| likenesses.iter().map(Likeness::weight).sum::<f32>().min(1.0);
    reasons.add(weight::COMPARABLE * sum(&others), ReasonKind::ComparableCountry { likenesses: others.clone() }, []);
    let shared =
        language.iter().find_map(|likeness| if let Likeness::SharedLanguage { language } = likeness { Some(language.clone()) } else { None });
    let asked_for = asked_language(need, country, shared.as_ref());
    let adds = weight::COMPARABLE * sum(&language) + if asked_for.is_some() { weight::ASKED_LANGUAGE } else { 0.0 };
    if let Some(language) = asked_for.or(shared) {
        reasons.add(adds, ReasonKind::SharedLanguage { language }, []);
    }
}

/// A language that the need asks for in words and that the country has.
fn asked_language(need: &Need, country: Country, shared: Option<&LanguageTag>) -> Option<LanguageTag> {
    let has = |language: &LanguageTag| country.official_languages().iter().any(|own| own.split('-').next() == Some(language.primary()));
    let own = || {
        let written = need.locale.map(Locale::tag).filter(has);
        written.or_else(|| shared.cloned())
    };
    let named = need.asked.languages.iter().find(|language| has(language)).cloned();
    named.or_else(|| if need.asked.own_language { own() } else { None })
}

/// Whether constituency and form of cooperation fit both sides.
fn fit(need: &Need, candidate: &Candidate<'_>, reasons: &mut Reasons) {
    let sharing = || candidate.records.iter().filter(|(_, part, _)| part.shares()).map(|(hit, ..)| *hit);
    if let Some(constituency) = need.constituency {
        let same: Vec<&Found<'_>> = sharing().filter(|hit| hit.evidence.has_constituency(constituency)).collect();
        let best = same.iter().map(|hit| hit.relevance.max(hit.themes)).fold(0.0, f32::max);
        reasons.add(weight::CONSTITUENCY * best, ReasonKind::SameConstituency { constituency }, same.iter().map(|hit| (*hit.evidence.key).clone()));
    }
    let both_fragile = need.themes.contains(&Theme::FragileStates) && need.country.is_some_and(is_fragile) && is_fragile(candidate.country);
    for (modality, wanted) in
        [(Modality::CityToCity, need.constituency == Some(Constituency::LocalGovernment)), (Modality::FragileToFragile, both_fragile)]
    {
        let records: Vec<RecordKey> = sharing().filter(|hit| hit.evidence.has_modality(modality)).map(|hit| (*hit.evidence.key).clone()).collect();
        if wanted && !records.is_empty() {
            reasons.add(weight::MODALITY, ReasonKind::ModalityFit { modality }, records);
        }
    }
}

/// Depth of what is recorded of the country's sharing, in any theme.
fn evidence(base: &EvidenceBase, country: Country, reasons: &mut Reasons) {
    let (shared, with_results) = base.sharing(country);
    let records = base.shared_by(country).filter(|evidence| evidence.has_results).map(|evidence| (*evidence.key).clone());
    let depth = saturated(as_f32(shared) + as_f32(with_results), weight::EVIDENCE_HALF);
    reasons.add(weight::EVIDENCE * depth, ReasonKind::Evidence { shared, with_results }, records);
}

/// Whether the country lies where the need asks for.
fn asked(need: &Need, country: Country, reasons: &mut Reasons) {
    if need.asked.names(country) {
        reasons.add(weight::ASKED_PLACE, ReasonKind::AskedPlace, []);
    }
    if need.asked.near {
        let same = |of: fn(Country) -> Option<ayni_domain::region::Region>| of(country).is_some() && of(country) == need.country.and_then(of);
        let near = match (same(Country::subregion), same(Country::region)) {
            (true, _) => weight::ASKED_VERY_NEAR,
            (false, true) => weight::ASKED_NEAR,
            (false, false) => 0.0,
        };
        reasons.add(near, ReasonKind::AskedNear, []);
    }
}

/// The organization of the country that the records speak for most: sharing before other roles, the asker's constituency before others.
fn organization(constituency: Option<Constituency>, candidate: &Candidate<'_>, exchanges: &[&Evidence]) -> Option<RecordKey> {
    let found = candidate.records.iter().map(|(hit, _, adds)| (hit.evidence, *adds));
    let past = exchanges.iter().map(|evidence| (*evidence, 0.01)); // known from before, in other work
    let mut scores: Vec<(RecordKey, f32)> = Vec::new();
    for (evidence, relevance) in found.chain(past) {
        let here = evidence.partners.iter().filter(|partner| partner.country == Some(candidate.country) && partner.record.kind == Kind::Organization);
        let named = here.map(|partner| {
            let role = if partner.role.is_some_and(Role::shares) { 1.0 } else { 0.3 };
            let same = if constituency.is_some() && partner.constituency == constituency { 1.5 } else { 1.0 };
            ((*partner.record).clone(), relevance * role * same)
        });
        let itself = (evidence.key.kind == Kind::Organization).then(|| ((*evidence.key).clone(), relevance * 0.5));
        for (key, score) in named.chain(itself) {
            match scores.iter_mut().find(|(own, _)| *own == key) {
                Some((_, sum)) => *sum += score,
                None => scores.push((key, score)),
            }
        }
    }
    scores.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(key, _)| key)
}

/// 0 for nothing, a half at `half`, towards 1 without reaching it.
fn saturated(count: f32, half: f32) -> f32 {
    count / (count + half)
}

#[cfg(test)]
mod tests;

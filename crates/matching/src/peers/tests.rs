use super::*;
use crate::answers::{learning, practices};
use crate::need::Asked;
use crate::testing::{base, city, country, key, need, organization, practice, practice_with, publication};
use ayni_domain::Body;
use proptest::prelude::*;

fn world() -> Vec<(RecordKey, Body)> {
    vec![
        practice("waste", "green-jobs cooperatives", "BR", "MZ"),
        practice("inspection", "labour-administration", "SG", "LA"),
        practice("inspection-2", "labour-administration", "UY", "PY"),
        practice("skills", "skills", "ID", "MZ"),
        practice("skills-2", "skills", "ID", "TZ"),
        practice_with("union-school", "skills", "Union School", "UZ", Constituency::Workers),
        city("city", "ZA"),
        publication("report", "labour-administration", "VN"),
        organization("union-school-uz", "Union School", "UZ"),
    ]
}

fn best(need: &Need, hits: &[(&str, f32)]) -> Vec<Peer> {
    let hits: Vec<_> = hits.iter().map(|(record, score)| (key(record), *score)).collect();
    peers(need, &base(&world()), &hits, 10)
}

fn check(need: &Need, hits: &[(&str, f32)], first: &str, kinds: &[&str]) {
    let peers = best(need, hits);
    assert_eq!(peers.first().map(|peer| peer.country), Some(country(first)), "{need:?}");
    let mut said: Vec<&str> = peers[0].reasons.iter().map(|reason| reason.kind.code()).collect();
    said.sort_unstable();
    assert_eq!(said, kinds, "{need:?}");
}

#[test]
fn who_shares_is_found_with_reasons() {
    check(&need("KI", "green-jobs", ""), &[("practice/waste", 9.0)], "BR", &["evidence", "role", "same-theme", "text-match"]);
    check(
        &need("KH", "labour-administration", ""),
        &[("practice/inspection", 9.0), ("practice/inspection-2", 9.0)],
        "SG",
        &["comparable-country", "evidence", "role", "same-theme", "text-match"],
    );
    check(
        &need("LA", "labour-administration", "a neighbour"),
        &[("practice/waste", 9.0), ("practice/inspection-2", 4.0)],
        "SG",
        &["asked-near", "comparable-country", "evidence", "past-exchange", "same-theme"],
    );
    check(&need("MZ", "skills", ""), &[], "ID", &["comparable-country", "evidence", "past-exchange", "same-theme"]);
}

#[test]
fn constituency_and_form_of_cooperation_count() {
    let workers = Need { constituency: Some(Constituency::Workers), ..need("KG", "skills", "") };
    check(
        &workers,
        &[("practice/union-school", 9.0)],
        "UZ",
        &["comparable-country", "evidence", "role", "same-constituency", "same-theme", "text-match"],
    );
    let city = Need { constituency: Some(Constituency::LocalGovernment), ..need("FJ", "governance", "") };
    check(
        &city,
        &[("practice/city", 9.0)],
        "ZA",
        &["comparable-country", "evidence", "modality-fit", "role", "same-constituency", "same-theme", "shared-language", "text-match"],
    );
}

#[test]
fn the_organization_is_the_one_that_shares() {
    let peers = best(&need("KG", "skills", ""), &[("practice/union-school", 9.0)]);
    assert_eq!(peers[0].organization, Some(key("organization/union-school-uz")));
    assert_eq!(best(&need("FJ", "green-jobs", ""), &[("practice/waste", 9.0)])[0].organization, None);
}

#[test]
fn the_place_that_the_words_ask_for_comes_first() {
    let hits = [("practice/inspection", 9.0), ("practice/inspection-2", 8.0)];
    let mut asking = need("FJ", "labour-administration", "");
    assert_eq!(best(&asking, &hits)[0].country, country("SG"));
    asking.asked = Asked::read("somebody in South America", [("region-south-america", "South America")]);
    assert_eq!(best(&asking, &hits)[0].country, country("UY"));
}

#[test]
fn many_records_do_not_win_over_the_record_that_fits() {
    let mut records = world();
    records.extend((0..200).map(|n| practice(&format!("mass-{n}"), "trade labour-administration", "CN", "MZ")));
    let base = base(&records);
    let mut hits = vec![(key("practice/inspection"), 10.0)];
    hits.extend((0..150).map(|n| (key(&format!("practice/mass-{n}")), 6.0)));
    assert_eq!(peers(&need("KH", "labour-administration", ""), &base, &hits, 1)[0].country, country("SG"));
}

#[test]
fn practices_and_learning_are_told_apart() {
    let base = base(&world());
    let hits = [(key("publication/report"), 9.0), (key("practice/inspection"), 8.0), (key("practice/unknown"), 7.0)];
    let asking = Need { locale: Some(Locale::Pt), ..need("KH", "labour-administration", "") };
    let keys = |answers: Vec<crate::Answer>| answers.into_iter().map(|answer| answer.record.to_string()).collect::<Vec<_>>();
    assert_eq!(keys(practices(&asking, &base, &hits, 5)), ["practice/inspection"]);
    assert_eq!(keys(learning(&asking, &base, &hits, 5)), ["publication/report"]);
    let codes: Vec<_> = learning(&asking, &base, &hits, 5)[0].reasons.iter().map(|reason| reason.kind.code()).collect();
    assert_eq!(codes, ["text-match", "same-theme", "shared-language", "comparable-country"]);
}

#[test]
fn a_record_that_is_removed_counts_no_more() {
    let mut known = base(&world());
    let before = format!("{:?}", peers(&need("KH", "skills", ""), &known, &[], 10));
    let removed = known.remove(&key("practice/skills")).expect("it was there");
    assert!(known.get(&key("practice/skills")).is_none() && known.remove(&key("practice/skills")).is_none());
    assert_ne!(format!("{:?}", peers(&need("KH", "skills", ""), &known, &[], 10)), before);
    known.set(removed);
    assert_eq!(known.len(), 9);
    let scores = |peers: Vec<Peer>| peers.into_iter().map(|peer| (peer.country, peer.score)).collect::<Vec<_>>();
    assert_eq!(scores(peers(&need("KH", "skills", ""), &known, &[], 10)), scores(peers(&need("KH", "skills", ""), &base(&world()), &[], 10)));
}

proptest! {
    #[test]
    fn no_need_makes_it_panic_and_scores_are_finite_sorted_sums(
        asker in "[A-Z]{2}", text in "\\PC{0,30}", themes in proptest::collection::vec(0usize..40, 0..5),
        scores in proptest::collection::vec(proptest::num::f32::ANY, 0..12), constituency in proptest::option::of(0usize..12), limit in 0usize..300,
    ) {
        let country = Country::parse(&asker).unwrap_or_else(|| country("KH"));
        let need = Need {
            country: Some(country),
            constituency: constituency.map(|at| Constituency::ALL[at]),
            themes: themes.iter().map(|at| Theme::ALL[*at]).collect(),
            locale: Some(Locale::Ar),
            asked: Asked::read(&text, [("region-africa", "")]),
        };
        let (records, base) = (world(), base(&world()));
        let hits: Vec<_> = scores.iter().enumerate().map(|(at, score)| (records[at % records.len()].0.clone(), *score)).collect();
        let found = peers(&need, &base, &hits, limit);
        prop_assert!(found.len() <= limit && found.iter().all(|peer| peer.country != country));
        prop_assert!(found.is_sorted_by(|a, b| a.score >= b.score));
        for (score, reasons) in found.iter().map(|peer| (peer.score, &peer.reasons)) {
            prop_assert!(score.is_finite() && (reasons.iter().map(|reason| reason.weight).sum::<f32>() - score).abs() < 1e-4);
            prop_assert!(reasons.iter().all(|reason| reason.weight > 0.0 && reason.records.len() <= MOST_RECORDS && !reason.kind.english().is_empty()));
        }
        for answers in [practices(&need, &base, &hits, limit), learning(&need, &base, &hits, limit)] {
            prop_assert!(answers.len() <= limit && answers.iter().all(|answer| answer.score.is_finite()) && answers.is_sorted_by(|a, b| a.score >= b.score));
        }
    }
}

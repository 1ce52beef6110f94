//! How good matching is on the judged needs, beside known baselines.
//!
//! Leaves one out: the record from which a need was written is taken out of the evidence and of the hits; strictly, its whole programme is.

use std::path::Path;

use ayni_domain::{Constituency, Country, Locale, RecordKey, Theme};
use ayni_matching::{Asked, EvidenceBase, Need, Peer, peers};
use ayni_search::lexicon::Meaning;
use ayni_search::{Index, Request};
use serde_json::Value;

use crate::corpus;

/// Hits that matching is given for a need.
const HITS: usize = 200;
/// The country that the baselines live on.
const LARGEST: &str = "BR";

struct Case {
    id: String,
    need: Need,
    text: String,
    expected: Vec<Country>,
    source: Vec<RecordKey>,
    programme: Vec<RecordKey>,
}

#[derive(Default)]
struct Mean {
    count: f64,
    hit: f64,
    reciprocal: f64,
}

impl Mean {
    fn note(&mut self, rank: Option<usize>) {
        self.count += 1.0;
        self.hit += if rank.is_some_and(|rank| rank <= 5) { 1.0 } else { 0.0 };
        #[allow(clippy::cast_precision_loss)] // there are 250 countries
        let reciprocal = rank.map_or(0.0, |rank| 1.0 / rank as f64);
        self.reciprocal += reciprocal;
    }

    fn cells(&self) -> String {
        let count = self.count.max(1.0);
        format!("{:>6.3} {:>6.3}", self.hit / count, self.reciprocal / count)
    }
}

/// Measures matching without and, where there is a model, with the encoder, and prints both.
pub fn run(model: Option<&Path>, verbose: bool) {
    let records = corpus::records();
    let index = corpus::index(&records, model);
    let mut base = EvidenceBase::new(records.iter().map(|record| (&record.envelope.key, &record.body)));
    let cases = cases(&index);
    let besides = cases.iter().filter(|case| !expects_largest(case)).count();
    println!("Matching: hit@5 and MRR over {} needs, and over the {besides} that do not expect Brazil", cases.len());
    println!("{:<44} {:>13} {:>15}", "", "all", "without Brazil");
    for (name, figures) in [
        ("baseline: number of roles", " 0.472  0.373    0.269  0.132"),
        ("baseline: roles by BM25, best 20", " 0.486  0.346    0.365  0.214"),
        ("baseline: roles by BM25, best 20, strict", " 0.417  0.324    0.269  0.184"),
    ] {
        println!("{name:<44} {figures}");
    }
    for encoder in [false, true].into_iter().filter(|encoder| !encoder || model.is_some()) {
        for strict in [false, true] {
            let name = format!("matching{}{}", if encoder { ", with the encoder" } else { "" }, if strict { ", strict" } else { "" });
            print(&name, &index, &mut base, &cases, Leave { strict, encoder, verbose: verbose && strict });
        }
    }
}

/// How a measure is taken.
#[derive(Clone, Copy)]
struct Leave {
    strict: bool,
    encoder: bool,
    verbose: bool,
}

fn print(name: &str, index: &Index, base: &mut EvidenceBase, cases: &[Case], leave: Leave) {
    let (mut all, mut besides) = (Mean::default(), Mean::default());
    for case in cases {
        let ranked = ranked(index, base, case, leave);
        let rank = ranked.iter().position(|peer| case.expected.contains(&peer.country)).map(|at| at + 1);
        all.note(rank);
        if !expects_largest(case) {
            besides.note(rank);
        }
        if leave.verbose {
            let first: Vec<String> = ranked.iter().take(7).map(|peer| format!("{} {:.2}", peer.country, peer.score)).collect();
            println!(
                "{} {} expects {:?}: {} | {}",
                case.id,
                case.need.country.map_or("", Country::code),
                case.expected,
                rank.unwrap_or(0),
                first.join(", ")
            );
        }
    }
    println!("{name:<44} {}   {}", all.cells(), besides.cells());
}

fn ranked(index: &Index, base: &mut EvidenceBase, case: &Case, leave: Leave) -> Vec<Peer> {
    let programme = if leave.strict { case.programme.as_slice() } else { &[] };
    let left_out: Vec<&RecordKey> = case.source.iter().chain(programme).collect();
    let request = Request { query: &case.text, locale: case.need.locale, limit: HITS, encoder: leave.encoder, ..Request::default() };
    let answer = index.search(&request).unwrap_or_else(|error| panic!("{}: {error}", case.id));
    let hits: Vec<(RecordKey, f32)> = answer.hits.into_iter().map(|hit| (hit.key, hit.score)).filter(|(key, _)| !left_out.contains(&key)).collect();
    let removed: Vec<_> = left_out.iter().filter_map(|key| base.remove(key)).collect();
    let ranked = peers(&case.need, base, &hits, usize::MAX);
    for evidence in removed {
        base.set(evidence);
    }
    ranked
}

fn expects_largest(case: &Case) -> bool {
    case.expected.iter().any(|country| country.code() == LARGEST)
}

fn cases(index: &Index) -> Vec<Case> {
    let path = corpus::project().join("relevance/matching.jsonl");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| case(index, line).unwrap_or_else(|| panic!("not a need: {line}"))).collect()
}

fn case(index: &Index, line: &str) -> Option<Case> {
    let value: Value = serde_json::from_str(line).ok()?;
    let texts = |value: &Value| value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect::<Vec<_>>();
    let text = value["text"].as_str()?.to_owned();
    let locale = value["lang"].as_str().and_then(Locale::parse);
    let need = Need {
        country: Some(Country::parse(value["country"].as_str()?)?),
        constituency: value["constituency"].as_str().and_then(Constituency::parse),
        themes: texts(&value["themes"]).iter().filter_map(|code| Theme::parse(code)).collect(),
        locale,
        asked: asked(index, &text, locale),
    };
    Some(Case {
        id: value["id"].as_str()?.to_owned(),
        need,
        expected: texts(&value["expected"]["countries"]).iter().filter_map(|code| Country::parse(code)).collect(),
        source: RecordKey::parse(value["source"].as_str()?).into_iter().collect(),
        programme: texts(&value["same_programme"]).iter().filter_map(|key| RecordKey::parse(key)).collect(),
        text,
    })
}

/// The limits that a text says, with the places that the search recognises in it.
fn asked(index: &Index, text: &str, locale: Option<Locale>) -> Asked {
    let (knowledge, understood) = (index.knowledge(), index.understand_query(text, locale));
    let places = understood.mentions.iter().filter_map(|(meaning, said)| match meaning {
        Meaning::Concept(at) => Some((knowledge.lexicon.concept(*at)?.id.as_str(), said.as_str())),
        _ => None,
    });
    Asked::read(text, places)
}

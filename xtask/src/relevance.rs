//! `cargo xtask relevance`: how good search is on the judged collection, beside known baselines.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use ayni_domain::Locale;
use ayni_search::{Index, Request};
use serde_json::Value;

use crate::corpus;

struct Query {
    id: String,
    locale: Locale,
    text: String,
    cross: bool,
    grades: HashMap<String, i32>,
}

#[derive(Default)]
struct Mean {
    count: f64,
    ndcg: f64,
    success: f64,
}

/// Measures search without and, where there is a model, with the encoder, and prints both.
pub fn run(model: Option<&Path>, verbose: bool) {
    let queries = queries();
    let records = corpus::records();
    let index = corpus::index(&records, model);
    println!("Baselines (nDCG@10, all and cross-language): BM25 0.43 0.22; encoder alone 0.39 0.35; naive fusion of both 0.52 0.35\n");
    print("words and concepts", &index, &queries, false, verbose);
    if model.is_some() {
        print("with the encoder", &index, &queries, true, verbose);
    } else {
        println!("The encoder was not measured: name the folder of its files with --model.");
    }
}

fn queries() -> Vec<Query> {
    let path = corpus::project().join("relevance/queries.jsonl");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            let grade = |grade: &Value| grade.as_i64().and_then(|g| i32::try_from(g).ok()).unwrap_or(0);
            Query {
                id: value["id"].as_str().unwrap_or_default().to_owned(),
                locale: value["lang"].as_str().and_then(Locale::parse).unwrap_or(Locale::En),
                text: value["text"].as_str().unwrap_or_default().to_owned(),
                cross: value["cross"].as_bool().unwrap_or(false),
                grades: value["judgements"].as_object().into_iter().flatten().map(|(key, g)| (key.clone(), grade(g))).collect(),
            }
        })
        .collect()
}

fn print(name: &str, index: &Index, queries: &[Query], encoder: bool, verbose: bool) {
    let mut means: BTreeMap<(usize, &str), Mean> = BTreeMap::new();
    for query in queries {
        let (ndcg, success) = measure(index, query, encoder, verbose);
        let language = (query.locale.index(), query.locale.code());
        let cross = match (query.locale, query.cross) {
            (_, true) => Some((9, "cross-language")),
            (Locale::En, false) => None,
            _ => Some((8, "not English, not cross")),
        };
        for row in [Some(language), cross, Some((10, "all"))].into_iter().flatten() {
            let mean = means.entry(row).or_default();
            mean.count += 1.0;
            mean.ndcg += ndcg;
            mean.success += success;
        }
    }
    println!("{name:<24} queries  nDCG@10  success@5");
    for ((_, row), mean) in means {
        println!("{row:<24} {:>7}  {:>7.3}  {:>9.3}", mean.count, mean.ndcg / mean.count, mean.success / mean.count);
    }
    println!();
}

fn measure(index: &Index, query: &Query, encoder: bool, verbose: bool) -> (f64, f64) {
    let request = Request { query: &query.text, limit: 10, encoder, ..Request::default() };
    let answer = index.search(&request).unwrap_or_else(|error| panic!("{}: {error}", query.id));
    let grades: Vec<i32> = answer.hits.iter().map(|hit| query.grades.get(&hit.key.to_string()).copied().unwrap_or(0)).collect();
    let mut ideal: Vec<i32> = query.grades.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let ndcg = gain(&grades) / gain(&ideal).max(f64::MIN_POSITIVE);
    let success = if grades.iter().take(5).any(|&grade| grade >= 2) { 1.0 } else { 0.0 };
    if verbose {
        println!("{} {:.2} {} | {:?} | {:?}", query.id, ndcg, query.text, grades, answer.understood.mended);
    }
    (ndcg, success)
}

fn gain(grades: &[i32]) -> f64 {
    grades.iter().take(10).zip(2..).map(|(&grade, rank)| (f64::from(grade).exp2() - 1.0) / f64::from(rank).log2()).sum()
}

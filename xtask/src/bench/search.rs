//! Search over many synthetic records: building, size, memory, and the time of queries with all facet counts.

use std::path::Path;
use std::time::Instant;

use ayni_domain::{Country, Locale};
use ayni_search::index::Knowledge;
use ayni_search::{Facet, Index, Request};

use crate::bench::median;
use crate::bench::memory::{anonymous, peak, resident};
use crate::bench::synthetic::{Dice, Maker, SHARES};
use crate::bench::table::{Row, number};
use crate::corpus::{self, TODAY};

/// 99 of 100 queries take no longer, in milliseconds.
const P99: f64 = 20.0;
/// Memory with a million records, in megabytes.
const MEMORY: f64 = 600.0;
const BATCH: u64 = 2_000;
const QUERIES: u64 = 600;
/// Each query is asked so many times, in rounds over all of them; its median counts.
const ROUNDS: usize = 3;
const LIMIT: usize = 20;

struct Query {
    form: &'static str,
    text: String,
    locale: Locale,
    country: Option<Country>,
}

/// Builds an index and asks it.
pub fn measure(records: u64) -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("a folder: {error}"));
    let own = std::process::id();
    let mut maker = Maker::new();
    let before = anonymous(own);
    let open = || Index::open(folder.path(), None).unwrap_or_else(|error| panic!("{error}"));
    let index = open();
    let starter = corpus::records();
    set_knowledge(&index, &starter);
    let Built { making, building, most } = build(&index, &mut maker, records);
    drop(index);

    let index = open();
    set_knowledge(&index, &starter);
    assert_eq!(index.len(), records, "every record is in the index");
    let mut rows = vec![
        Row::plain(format!("search: building the index of {records} records"), format!("{building:.0} s")),
        Row::plain("making the records", format!("{making:.0} s")),
        Row::plain("index on disk", format!("{:.0} MB in {} segments", size(folder.path(), ""), count(folder.path(), ".term"))),
        Row::at_most("memory while building, without mapped files", most, MEMORY, "MB"),
        Row::plain("peak of all memory, mapped files among it", number(peak(own), "MB")),
    ];
    let queries = queries(&maker);
    rows.extend(times(&index, &queries));
    rows.push(Row::plain("everything, newest first (median)", number(median((0..9).map(|_| ask(&index, &EVERYTHING)).collect()), "ms")));
    rows.push(Row::at_most("memory while searching, without mapped files", anonymous(own), MEMORY, "MB"));
    rows.push(Row::plain("of which were there before the index", number(before, "MB")));
    rows.push(Row::plain("memory while searching, with the mapped index", number(resident(own), "MB")));
    rows
}

const EVERYTHING: Query = Query { form: "everything", text: String::new(), locale: Locale::En, country: None };

fn set_knowledge(index: &Index, starter: &[std::sync::Arc<ayni_domain::Record>]) {
    let knowledge = Knowledge::new(ayni_domain::concept::starter(), starter.iter().map(|record| (&record.envelope.key, &record.body)), TODAY);
    index.set_knowledge(|| knowledge);
}

/// What building took: seconds for making the records and for indexing them, and the most memory after any batch, in megabytes.
struct Built {
    making: f64,
    building: f64,
    most: f64,
}

fn build(index: &Index, maker: &mut Maker, records: u64) -> Built {
    let mut built = Built { making: 0.0, building: 0.0, most: 0.0 };
    let own = std::process::id();
    for from in (0..records).step_by(usize::try_from(BATCH).unwrap_or(1)) {
        let started = Instant::now();
        let batch = maker.batch(from, BATCH.min(records - from));
        built.making += started.elapsed().as_secs_f64();
        let started = Instant::now();
        index.add(&batch).unwrap_or_else(|error| panic!("{error}"));
        built.building += started.elapsed().as_secs_f64();
        built.most = built.most.max(anonymous(own));
        if from % 100_000 == 0 {
            eprintln!("{from} records in {:.0} s", built.building);
        }
    }
    let started = Instant::now();
    index.update(&[], 1).unwrap_or_else(|error| panic!("{error}"));
    built.building += started.elapsed().as_secs_f64();
    built.most = built.most.max(anonymous(own));
    built
}

/// Four forms in turn, every fourth of each in one country.
fn queries(maker: &Maker) -> Vec<Query> {
    let mut dice = Dice::new(11);
    let countries: Vec<Country> = Country::all().collect();
    let query = |number: u64| {
        let language = usize::try_from(dice.below(SHARES.len() as u64)).unwrap_or(0);
        let (locale, words) = (SHARES[language].0, maker.words(language));
        let (form, text) = match number % 4 {
            0 => ("a common word", dice.of(&words[20..200]).clone()),
            1 => ("two words", format!("{} {}", dice.of(&words[20..500]), dice.of(&words[20..2_000]))),
            2 => ("a rare word", dice.of(&words[5_000..]).clone()),
            _ => ("a term of the concept table", dice.of(maker.concepts()).terms[locale.index()].first().cloned().unwrap_or_default()),
        };
        let country = (number / 4 % 4 == 3).then(|| *dice.of(&countries));
        Query { form, text, locale, country }
    };
    (0..QUERIES).map(query).collect()
}

/// Milliseconds of one query.
fn ask(index: &Index, query: &Query) -> f64 {
    let filters = query.country.into_iter().filter_map(|country| Some((Facet::Country, Facet::Country.value(country.code())?))).collect();
    let request = Request { query: &query.text, locale: Some(query.locale), filters, limit: LIMIT, facets: true, ..Request::default() };
    let started = Instant::now();
    let answer = index.search(&request).unwrap_or_else(|error| panic!("{}: {error}", query.text));
    let time = started.elapsed().as_secs_f64() * 1e3;
    assert!(!answer.facets.is_empty() || answer.total == 0, "facets are counted");
    time
}

fn times(index: &Index, queries: &[Query]) -> Vec<Row> {
    eprintln!("asking {} queries {ROUNDS} times", queries.len());
    let mut all: Vec<Vec<f64>> = vec![Vec::new(); queries.len()];
    for query in queries.iter().step_by(10) {
        ask(index, query); // the files come into memory
    }
    for _ in 0..ROUNDS {
        for (query, times) in queries.iter().zip(&mut all) {
            times.push(ask(index, query));
        }
    }
    let times: Vec<(&str, f64)> = queries.iter().zip(all).map(|(query, times)| (query.form, median(times))).collect();
    let of = |form: Option<&str>| {
        let mut times: Vec<f64> = times.iter().filter(|(own, _)| form.is_none_or(|form| form == *own)).map(|(_, time)| *time).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let of_all = of(None);
    let mut rows = vec![
        Row::plain(format!("{} queries with all facet counts: p50", queries.len()), number(share(&of_all, 50), "ms")),
        Row::at_most("p99", share(&of_all, 99), P99, "ms"),
        Row::plain("longest", number(share(&of_all, 100), "ms")),
    ];
    for form in ["a common word", "two words", "a rare word", "a term of the concept table"] {
        let times = of(Some(form));
        rows.push(Row::plain(format!("{form}: p50, p99"), format!("{:.1} {:.1} ms", share(&times, 50), share(&times, 99))));
    }
    rows
}

/// The value below which so many of a hundred lie; the values are sorted.
fn share(sorted: &[f64], hundredths: usize) -> f64 {
    sorted.get((sorted.len() * hundredths / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

fn files(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.metadata() {
            Ok(data) if data.is_dir() => found.extend(files(&entry.path())),
            Ok(data) => found.push((entry.file_name().to_string_lossy().into_owned(), data.len())),
            Err(_) => {}
        }
    }
    found
}

/// Megabytes of the files whose names end so.
#[allow(clippy::cast_precision_loss)] // megabytes are printed without decimals
fn size(folder: &Path, end: &str) -> f64 {
    files(folder).iter().filter(|(name, _)| name.ends_with(end)).map(|(_, bytes)| *bytes).sum::<u64>() as f64 / 1e6
}

fn count(folder: &Path, end: &str) -> usize {
    files(folder).iter().filter(|(name, _)| name.ends_with(end)).count()
}

//! Weight of the first view, HTML and style sheets as transferred, of the pages that the browser tests visit, in every language.

use std::collections::HashMap;

use ayni_domain::Locale;

use crate::bench::load::encode;
use crate::bench::program::Instance;
use crate::bench::table::{Row, number};
use crate::corpus::project;

/// The initial window of TCP, in bytes.
const FIRST_VIEW: f64 = 14_336.0;
const ACCEPT: &str = "accept-encoding: gzip, deflate, br\r\n";

struct Page {
    name: String,
    path: String,
}

/// Asks for every page in every language.
pub fn measure(instance: &Instance) -> Vec<Row> {
    let (pages, words) = listed();
    eprintln!("weighing {} pages in {} languages", pages.len(), Locale::ALL.len());
    let mut sheets = HashMap::new();
    let (mut all, mut over) = (0, 0);
    let mut rows: Vec<Row> = pages
        .iter()
        .map(|page| {
            let weights = Locale::ALL.iter().map(|&locale| {
                let path = page.path.replace("{words}", &words[locale.index()].0).replace("{question}", &words[locale.index()].1);
                (weigh(instance, &format!("/{locale}{path}"), &mut sheets), locale)
            });
            let weights: Vec<(usize, Locale)> = weights.collect();
            all += weights.len();
            over += weights.iter().filter(|(weight, _)| float(*weight) > FIRST_VIEW).count();
            let (heaviest, locale) = weights.into_iter().max_by_key(|(weight, _)| *weight).unwrap_or((0, Locale::En));
            Row::at_most(format!("first view: {} ({locale})", page.name), float(heaviest), FIRST_VIEW, "B")
        })
        .collect();
    rows.push(Row::at_most(format!("first views over the budget, of {all}"), float(over), 0.0, "pages"));
    rows.push(Row::plain("style sheets in each of these", number(float(sheets.values().sum()), "B")));
    rows
}

/// Bytes of a page and of its style sheets.
fn weigh(instance: &Instance, path: &str, sheets: &mut HashMap<String, usize>) -> usize {
    let mut connection = instance.connect();
    let mut get = |path: &str, headers: &str| {
        let answer = connection.get(path, headers).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(matches!(answer.status, 200 | 404), "{path} answers {}", answer.status);
        answer.body.to_vec()
    };
    let html = String::from_utf8_lossy(&get(path, "")).into_owned();
    let linked =
        html.split("<link ").skip(1).filter_map(|link| link.split_once('>')).map(|(link, _)| link).filter(|link| link.contains("stylesheet"));
    let linked: Vec<&str> = linked.filter_map(|link| between(link, "href=\"", "\"")).collect();
    assert!(!linked.is_empty(), "{path} has no style sheet");
    let of_sheets: usize = linked.into_iter().map(|sheet| *sheets.entry(sheet.to_owned()).or_insert_with(|| get(sheet, ACCEPT).len())).sum();
    get(path, ACCEPT).len() + of_sheets
}

/// The pages of the browser tests, and the words and question of each language, encoded for an address.
fn listed() -> (Vec<Page>, Vec<(String, String)>) {
    let path = project().join("e2e/pages.mjs");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let field = |line: &str, name: &str| between(line, &format!("{name}: '"), "'").map(str::to_owned);
    let pages: Vec<Page> = text.lines().filter_map(|line| Some(Page { name: field(line, "name")?, path: field(line, "path")? })).collect();
    let words = Locale::ALL.iter().map(|locale| {
        let line = text.lines().find(|line| field(line, "code").as_deref() == Some(locale.code()));
        let encoded = |name| line.and_then(|line| field(line, name)).map(|text| encode(&text));
        encoded("words").zip(encoded("question")).unwrap_or_else(|| panic!("{}: no words in {locale}", path.display()))
    });
    assert!(pages.len() > 20, "{}: {} pages", path.display(), pages.len());
    (pages, words.collect())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inner, _)| inner)
}

#[allow(clippy::cast_precision_loss)] // a page has some thousand bytes
fn float(count: usize) -> f64 {
    count as f64
}

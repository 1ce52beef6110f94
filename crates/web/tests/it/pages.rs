//! Every page type in every language: whole, translated, harmless and light.

use std::io::Write;

use ayni_domain::{Kind, Locale};
use ayni_web::message::message;
use serde_json::Value;

use crate::html::Html;
use crate::world::{Answer, BASE, LINES, TestSite, few, on_corpus, page_of};

/// A first view is what one TCP initial window holds: HTML and style sheet, compressed.
const FIRST_VIEW: usize = 14_336;

/// Pages of every type, after the language; of records the one of each kind that says the most.
pub fn pages() -> Vec<String> {
    let fixed = [
        "/",
        "/answers?q=youth%20unemployment%20in%20rural%20areas&country=MZ&constituency=workers",
        "/search",
        "/search?q=protection%20of%20migrant%20workers&kind=practice&country=BR",
        "/search?q=xyzzyqwertz",
        "/practices?theme=skills&sort=title",
        "/countries",
        "/countries/BR",
        "/countries/TV",
        "/themes",
        "/themes/social-protection",
        "/sdgs",
        "/sdgs/8",
        "/map",
        "/map?theme=skills&modality=triangular&up=north",
        "/about",
        "/accessibility",
        "/privacy",
    ];
    let lists = Kind::ALL.iter().map(|kind| format!("/{}", kind.path()));
    let heaviest = |kind: &Kind| LINES.iter().filter(|(key, _)| key.kind == *kind).max_by_key(|(_, line)| line.to_string().len());
    let records = Kind::ALL.iter().filter_map(heaviest).map(|(key, _)| page_of(Locale::En, key)["/en".len()..].to_owned());
    fixed.into_iter().map(str::to_owned).chain(lists).chain(records).collect()
}

/// Asserts what holds of every page, and gives it read.
pub fn check(answer: &Answer, locale: Locale, path: &str) -> Html {
    let asked = &answer.asked;
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{asked}");
    let html = Html::read(answer.text());
    let root = html.all("html").next().expect("a root");
    assert_eq!((root.get("lang"), root.get("dir")), (locale.code(), locale.direction()), "{asked}");
    assert_eq!(html.all("h1").count(), 1, "{asked}: one first heading");
    assert!(html.all("title").all(|title| !title.text.trim().is_empty()) && html.all("title").count() == 1, "{asked}: a title");
    assert_eq!(html.untranslated(), Vec::<String>::new(), "{asked}: keys instead of words");
    html.assert_harmless(asked);

    let path = path.split('?').next().unwrap_or_default();
    assert_eq!(html.links("rel", "canonical", "href"), [format!("{BASE}/{locale}{path}")], "{asked}");
    for &other in Locale::ALL {
        assert_eq!(html.links("hreflang", other.code(), "href"), [format!("{BASE}/{other}{path}")], "{asked}");
    }
    assert_eq!(html.links("hreflang", "x-default", "href"), [format!("{BASE}{path}")], "{asked}");

    let mut ids: Vec<&str> = html.tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|two| two[0] != two[1]), "{asked}: an id stands there twice: {ids:?}");
    html
}

/// Size of the page and its style sheet as a release sends them.
async fn first_view(site: &TestSite, answer: &Answer, html: &Html) -> usize {
    let style = html.links("rel", "stylesheet", "href");
    assert_eq!(style.len(), 1, "one style sheet");
    compressed(&answer.body) + compressed(&site.get(&style[0]).await.expect(200).body)
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 16 * 1024, 9, 18).write_all(bytes).expect("compressed");
    out.len()
}

/// Every page of a language is checked; those over the budget are named together.
fn check_language(locale: Locale) {
    on_corpus(async |site| {
        let mut too_heavy = Vec::new();
        for path in pages() {
            let answer = site.get(&format!("/{locale}{path}")).await.expect(200);
            let html = check(&answer, locale, &path);
            let size = first_view(site, &answer, &html).await;
            if size > FIRST_VIEW {
                too_heavy.push(format!("/{locale}{path}: {size} bytes"));
            }
        }
        assert!(too_heavy.is_empty(), "first views over {FIRST_VIEW} bytes:\n{}", too_heavy.join("\n"));
    });
}

#[test]
fn every_page_is_whole_and_light_in_english() {
    check_language(Locale::En);
}

#[test]
fn every_page_is_whole_and_light_in_french() {
    check_language(Locale::Fr);
}

#[test]
fn every_page_is_whole_and_light_in_spanish() {
    check_language(Locale::Es);
}

#[test]
fn every_page_is_whole_and_light_in_portuguese() {
    check_language(Locale::Pt);
}

#[test]
fn every_page_is_whole_and_light_in_arabic() {
    check_language(Locale::Ar);
}

#[test]
fn every_page_is_whole_and_light_in_chinese() {
    check_language(Locale::Zh);
}

#[test]
fn every_page_is_whole_and_light_in_russian() {
    check_language(Locale::Ru);
}

// A page of a few records has empty parts that the whole corpus never shows; and PostgreSQL must give the same pages.
ayni_store::testing::on_both!(every_page_of_a_small_instance_is_whole, |store| {
    let site = TestSite::new(store, &few()).await;
    let records = few().into_iter().map(|(key, _)| page_of(Locale::En, &key)["/en".len()..].to_owned());
    for path in pages().into_iter().filter(|path| path.matches('/').count() == 1).chain(records) {
        let answer = site.get(&format!("/ar{path}")).await.expect(200);
        check(&answer, Locale::Ar, &path);
    }
});

// Nothing at all was published yet.
ayni_store::testing::on_both!(every_page_of_an_empty_instance_is_whole, |store| {
    let site = TestSite::new(store, &[]).await;
    for path in pages().into_iter().filter(|path| path.matches('/').count() == 1) {
        let answer = site.get(&format!("/en{path}")).await.expect(200);
        check(&answer, Locale::En, &path);
    }
});

#[test]
fn a_text_in_another_language_says_so() {
    on_corpus(async |site| {
        let only_english = |(_, line): &&(_, Value)| line["summary"].as_object().is_some_and(|texts| texts.len() == 1 && texts.contains_key("en"));
        let (key, line) = LINES.iter().find(only_english).expect("a record in English alone");
        for (locale, fallback) in [(Locale::En, false), (Locale::Pt, true), (Locale::Ar, true), (Locale::Zh, true)] {
            let answer = site.get(&page_of(locale, key)).await.expect(200);
            let html = check(&answer, locale, &page_of(locale, key)[3..]);
            let lead = html.tags.iter().find(|tag| tag.get("class") == "lead").expect("a lead");
            assert_eq!(lead.text, line["summary"]["en"].as_str().expect("a summary"));
            assert_eq!((lead.get("lang"), lead.get("dir")), if fallback { ("en", "ltr") } else { ("", "") }, "{locale}");
            let note = message(locale, "record-shown-in", &[("language", &message(locale, "language-en", &[]))]);
            assert_eq!(html.words().contains(&note), fallback, "{locale}: {note}");
        }
        // Right-to-left in a left-to-right page, in lists as on the record's own page.
        let arabic = |(_, line): &&(_, Value)| line["title"].as_object().is_some_and(|texts| texts.len() == 1 && texts.contains_key("ar"));
        let (key, line) = LINES.iter().find(arabic).expect("a record with an Arabic title alone");
        let heading = site.get(&page_of(Locale::En, key)).await.expect(200);
        let heading = Html::read(heading.text());
        let heading = heading.all("h1").next().expect("a heading");
        assert_eq!((heading.get("lang"), heading.get("dir")), ("ar", "rtl"));
        assert_eq!(heading.text, line["title"]["ar"].as_str().expect("a title"));
    });
}

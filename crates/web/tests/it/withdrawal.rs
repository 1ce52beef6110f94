//! What is not there, what was withdrawn, what was restored or revised: the site follows the change log.

use axum::body::Bytes;
use ayni_domain::Locale;
use ayni_store::testing::signature;
use serde_json::json;

use crate::api::check_problem;
use crate::html::Html;
use crate::pages::check;
use crate::world::{TestSite, api_of, few, key, on_corpus, page_of, practice};

#[test]
fn a_page_that_is_not_there_leads_on() {
    on_corpus(async |site| {
        for path in [
            "/practices/nothing-of-this-name-at-all",
            "/nothing",
            "/themes/nothing",
            "/sdgs/18",
            "/countries/XX",
            "/countries/br",
            "/practices/%FF",
            "/search?cursor=nonsense",
        ] {
            for locale in [Locale::En, Locale::Ar] {
                let answer = site.get(&format!("/{locale}{path}")).await.expect(404);
                let html = check(&answer, locale, "/");
                assert!(html.all("a").any(|link| link.get("href") == format!("/{locale}/practices")), "{path}: a way on");
                assert!(html.all("form").any(|form| form.get("action") == format!("/{locale}/search")), "{path}: a search");
                assert!(html.all("meta").any(|meta| meta.get("content") == "noindex"), "{path}");
            }
        }
        // The words of the address find what was meant.
        let answer = site.get("/en/practices/child-labour-ghana-cocoa").await.expect(404);
        let near = |tag: &&crate::html::Tag| tag.get("class") == "items";
        assert!(Html::read(answer.text()).all("ol").any(|list| near(&list)), "near records");
    });
}

/// Where a published record can be found; all of them forget it when it is withdrawn.
async fn places_that_show(site: &TestSite, slug: &str) -> Vec<&'static str> {
    let mut places = Vec::new();
    for place in [
        "/en/practices",
        "/en/search?q=Learning%20the%20trade",
        "/en/",
        "/en/countries/BR",
        "/en/themes/skills",
        "/api/v1/search?q=Learning%20the%20trade",
        "/api/v1/practices",
        "/feeds/en/all.atom",
        "/feeds/en/practices.atom",
        "/sitemap/1.xml",
    ] {
        let answer = site.get(place).await.expect(200);
        let shown = [format!("practices/{slug}\""), format!("practices/{slug}<"), format!("\"slug\":\"{slug}\"")]
            .iter()
            .any(|own| answer.text().contains(own));
        if shown {
            places.push(place);
        }
    }
    let matched = site.post("/api/v1/match", &json!({"text": "Learning the trade", "themes": ["skills"], "limit": 50})).await.expect(200);
    if matched.text().contains(&format!("{slug}\"")) {
        places.push("/api/v1/match");
    }
    places
}

ayni_store::testing::on_both!(a_withdrawn_record_leaves_its_reason_and_nothing_else, |store| {
    let site = TestSite::new(store, &few()).await;
    let (key, path) = (key("practice/learning-the-trade"), "/en/practices/learning-the-trade");
    let pdf = Bytes::from_static(b"%PDF-1.7 a guide");
    let file = site.store.attach(&key, "guide.pdf", pdf.clone(), None, &signature()).await.expect("attached");
    site.site.follow().await.expect("the site follows");
    let file = format!("/files/{}", file.hash.as_str());
    assert_eq!(site.get(&file).await.expect(200).body, pdf);
    assert!(site.get(path).await.expect(200).text().contains(&file), "the page offers the file");
    let before = places_that_show(&site, "learning-the-trade").await;
    assert_eq!(before.len(), 11, "{before:?}");
    for form in ["bib", "ris", "csl.json"] {
        site.get(&format!("{path}.{form}")).await.expect(200);
    }

    site.withdraw(&key, "The partner took back its consent <b>at once</b>.").await;
    for &locale in Locale::ALL {
        let answer = site.get(&page_of(locale, &key)).await.expect(410);
        let html = check(&answer, locale, "/practices/learning-the-trade");
        assert!(html.words().contains("The partner took back its consent <b>at once</b>."), "{locale}: the reason");
        assert!(!answer.text().contains("They learn it from each other"), "{locale}: nothing else of the record");
    }
    let problem = site.get(&api_of(&key)).await;
    check_problem(&problem, 410, None);
    assert!(problem.json()["detail"].as_str().is_some_and(|detail| detail.contains("took back its consent")));
    assert_eq!(places_that_show(&site, "learning-the-trade").await, Vec::<&str>::new());
    site.get(&file).await.expect(404);
    for form in ["bib", "ris", "csl.json"] {
        site.get(&format!("{path}.{form}")).await.expect(410);
    }
    site.get(&format!("{path}/lineage.svg")).await.expect(410);
    let after = site.get("/en/practices/learning-the-trade-again").await.expect(200);
    assert!(!after.text().contains(">Learning the trade<"), "its title is not shown beside another record either");
    let lineage = site.get("/en/practices/learning-the-trade-again/lineage.svg").await.expect(200);
    assert!(!lineage.text().contains("Learning the trade<"), "nor in a picture");

    site.restore(&key).await;
    site.get(path).await.expect(200);
    site.get(&api_of(&key)).await.expect(200);
    assert_eq!(site.get(&file).await.expect(200).body, pdf);
    assert_eq!(places_that_show(&site, "learning-the-trade").await, before);
});

ayni_store::testing::on_both!(what_was_kept_follows_the_change_log, |store| {
    let site = TestSite::new(store, &few()).await;
    let paths = [
        "/en/practices/learning-the-trade",
        "/en/practices",
        "/en/search?q=trade",
        "/api/v1/practices/learning-the-trade",
        "/feeds/en/practices.atom",
    ];
    let mut tags = Vec::new();
    for path in paths {
        let answer = site.get(path).await.expect(200);
        assert!(answer.text().contains("Learning the trade") || answer.text().contains("Learning the <mark>trade</mark>"), "{path}");
        tags.push(answer.header("etag").to_owned());
    }
    site.save(&[practice("learning-the-trade", "Weaving the trade", json!({}))]).await;
    for (path, tag) in paths.iter().zip(&tags) {
        let answer = site.get_with(path, &[("if-none-match", tag)]).await.expect(200);
        assert!(answer.text().contains("Weaving the"), "{path}: {}", answer.text());
    }
    // A record that comes after is counted on the home page, and a grouping that changes is another for every record.
    let figure = async || Html::read(site.get("/en/practices").await.expect(200).text()).words();
    assert!(figure().await.contains("3 records"), "{}", figure().await);
    site.save(&[practice("one-more", "One more", json!({}))]).await;
    assert!(figure().await.contains("4 records"), "{}", figure().await);
});

//! Searching across languages, through pages and API: what is found, why, and how it narrows.

use ayni_domain::Locale;
use ayni_web::message::message;
use serde_json::{Value, json};

use crate::html::Html;
use crate::world::{LINES, TestSite, key, on_corpus, practice, records};

async fn search(site: &TestSite, query: &str) -> Value {
    site.get(&format!("/api/v1/search?{query}")).await.expect(200).json()
}

fn slugs(answer: &Value) -> Vec<String> {
    answer["items"].as_array().expect("items").iter().map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect()
}

fn total(answer: &Value) -> u64 {
    answer["total"].as_u64().expect("a total")
}

#[test]
fn a_question_in_one_language_finds_a_record_in_another_and_says_why() {
    on_corpus(async |site| {
        for (locale, query, said) in [
            (Locale::Pt, "trabalho%20infantil", "child labo"),
            (Locale::Fr, "inspection%20du%20travail", "labour inspection"),
            (Locale::Zh, "%E7%A4%BE%E4%BC%9A%E4%BF%9D%E6%8A%A4", "social protection"),
        ] {
            let answer = search(site, &format!("q={query}&lang={locale}&limit=30")).await;
            let in_english = slugs(&answer).into_iter().filter(|slug| {
                let line = LINES.iter().find(|(key, _)| key.slug.as_str() == slug).map(|(_, line)| line).expect("a record");
                ["title", "summary"].iter().all(|field| line[*field].as_object().is_some_and(|texts| texts.len() == 1 && texts.contains_key("en")))
            });
            assert!(in_english.count() > 0, "{locale}: {answer}");
            let page = site.get(&format!("/{locale}/search?q={query}")).await.expect(200);
            let words = Html::read(page.text()).words().to_lowercase();
            let label = message(locale, "found-concept", &[]).to_lowercase();
            assert!(words.contains(&label) && words.contains(said), "{locale}: the page says why: {label}");
        }
    });
}

#[test]
fn a_facet_narrows_to_the_count_that_it_says() {
    on_corpus(async |site| {
        for query in ["q=youth%20employment&lang=en", "kind=practice", ""] {
            let answer = search(site, &format!("{query}&limit=1")).await;
            for (facet, values) in answer["facets"].as_object().expect("facets") {
                if query == format!("{facet}=practice") {
                    continue; // values of one facet add up
                }
                for value in values.as_array().expect("values").iter().step_by(4) {
                    let (code, count) = (value["value"].as_str().expect("a code"), value["count"].as_u64().expect("a count"));
                    let narrowed = search(site, &format!("{query}&{facet}={code}&limit=1")).await;
                    assert_eq!(total(&narrowed), count, "{query} {facet}={code}");
                }
            }
        }
        // The page leads to the same: the first value of each facet.
        let html = Html::read(site.get("/en/practices").await.expect(200).text());
        let narrower: Vec<&str> =
            html.all("a").map(|link| link.get("href")).filter(|href| href.starts_with("/en/practices?theme=")).take(3).collect();
        assert!(!narrower.is_empty());
        for href in narrower {
            let count = total(&search(site, &format!("kind=practice&{}", href.split_once('?').expect("a query").1)).await);
            let page = Html::read(site.get(href).await.expect(200).text()).words();
            assert!(page.contains(&format!("{count} record")), "{href}: {count}");
        }
    });
}

#[test]
fn slips_beginnings_and_quotes_are_understood() {
    on_corpus(async |site| {
        let phrase = search(site, "q=%22social%20protection%20floor%22&limit=100").await;
        let words = search(site, "q=social%20protection%20floor&limit=100").await;
        assert!(total(&phrase) > 0 && total(&phrase) < total(&words));
        for slug in slugs(&phrase) {
            let line = LINES.iter().find(|(key, _)| key.slug.as_str() == slug).map(|(_, line)| line.to_string().to_lowercase()).expect("a record");
            assert!(line.contains("social") && line.contains("floor"), "{slug}: {line}");
        }
        assert_eq!(total(&search(site, "q=%22floor%20protection%20social%22").await), 0);

        let (slip, right) = (search(site, "q=aprenticeship&lang=en").await, search(site, "q=apprenticeship&lang=en").await);
        assert!(total(&slip) > 0 && slugs(&right).iter().any(|slug| slugs(&slip).contains(slug)), "{slip}");
        let page = site.get("/en/search?q=aprenticeship").await.expect(200);
        assert!(Html::read(page.text()).words().contains("aprenticeship"), "the page says what was typed");

        let (beginning, whole) = (search(site, "q=cooperat&lang=en").await, search(site, "q=cooperation&lang=en").await);
        assert!(total(&beginning) > 0 && total(&whole) > 0, "{beginning}");
        assert_eq!(total(&search(site, "q=xyzzyqwertz").await), 0);
        assert_eq!(total(&search(site, "q=%20%20").await), LINES.len() as u64, "nothing asked is everything");
    });
}

ayni_store::testing::on_both!(a_grouping_counts_its_members_of_the_time, |store| {
    let ethiopian = |slug: &str, start: &str| {
        practice(
            slug,
            "Ethiopian experience",
            json!({"period": {"start": start}, "countries": ["ET", "KE"],
            "countries_by_role": {"provider": ["ET"], "recipient": ["KE"]},
            "partners": [{"name": "Ministry", "country": "ET", "constituency": "government", "role": "provider"},
                         {"name": "Ministry", "country": "KE", "constituency": "government", "role": "recipient"}]}),
        )
    };
    let mut all = records(|own| *own == key("grouping/brics"));
    all.extend([ethiopian("before-it-joined", "2010"), ethiopian("after-it-joined", "2024-06"), ethiopian("the-day-before", "2023-12-31")]);
    let site = TestSite::new(store, &all).await;
    assert_eq!(slugs(&search(&site, "grouping=brics&kind=practice").await), ["after-it-joined"]);
    let counted = search(&site, "kind=practice").await;
    let brics = counted["facets"]["grouping"].as_array().expect("values").iter().find(|value| value["value"] == "brics");
    assert_eq!(brics.map(|value| &value["count"]), Some(&json!(1)));
    let page = async |on: &str| Html::read(site.get(&format!("/en/groupings/brics?on={on}")).await.expect(200).text());
    let is_sentence = |text: &String| text.contains("South Africa") && text.contains("Brazil");
    let sentence = |html: &Html| html.all("b").map(|tag| tag.text.clone()).find(is_sentence).expect("a sentence");
    assert!(!sentence(&page("2011-01-01").await).contains("Ethiopia"));
    assert!(sentence(&page("2024-01-01").await).contains("Ethiopia"));
});

ayni_store::testing::on_both!(a_record_that_nobody_confirms_comes_later_and_is_found_by_its_light, |store| {
    let records = ["kept", "left"].map(|slug| practice(slug, "Learning the trade", json!({})));
    let site = TestSite::new(store, &records).await;
    let (kept, left) = (&records[0].0, &records[1].0);
    assert_eq!(slugs(&search(&site, "freshness=red").await), Vec::<String>::new());
    let before = site.store.find(left).await.expect("found").expect("there").envelope.clone();

    let today = jiff::civil::date(2026, 2, 1);
    let at = "2026-02-01T00:00:00Z".parse().expect("a time");
    let tx = site.store.begin().await.expect("a transaction");
    tx.confirm(kept, &ayni_store::revision::Signature { at, ..ayni_store::testing::signature() }).await.expect("confirmed");
    tx.commit().await.expect("committed");
    assert_eq!(site.store.note_lights(today, at).await.expect("noted"), 1);
    site.site.follow().await.expect("the site follows");

    assert_eq!(slugs(&search(&site, "q=learning+the+trade").await), ["kept", "left"]);
    assert_eq!(slugs(&search(&site, "freshness=red").await), ["left"]);
    let listed = site.store.list(&[(before.id, before.revision)]).await.expect("listed");
    assert_eq!(listed[0].envelope.light, ayni_domain::Light::Red, "what is kept in memory follows too");
    assert_eq!(site.get("/api/v1/search?freshness=blue").await.status, 400);
});

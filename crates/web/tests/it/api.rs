//! The API contract: records as in the corpus files, search, problem documents, caching, other origins.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::{Value, json};

use crate::world::{Answer, BASE, LINES, TestSite, api_of, few, on_corpus, request};

/// Asserts a problem document with this status, and the field that it names.
pub fn check_problem(answer: &Answer, status: u16, field: Option<&str>) {
    let asked = &answer.asked;
    assert_eq!(answer.status, status, "{asked}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json", "{asked}");
    let problem = answer.json();
    assert_eq!(problem["status"], status, "{asked}");
    assert_eq!(problem["field"].as_str(), field, "{asked}: {problem}");
    assert!(["type", "title", "detail"].iter().all(|name| problem[name].as_str().is_some_and(|text| !text.is_empty())), "{asked}: {problem}");
}

fn strings<'a>(values: &'a Value, field: &str) -> Vec<&'a str> {
    values.as_array().expect("a list").iter().map(|value| value[field].as_str().expect("a text")).collect()
}

#[test]
fn every_record_is_answered_as_in_the_corpus_files() {
    on_corpus(async |site| {
        assert!(LINES.len() >= 1_000);
        for (key, line) in LINES.iter() {
            let mut answer = site.get(&api_of(key)).await.expect(200).json();
            let own = answer.as_object_mut().expect("an object");
            assert!(own.remove("id").is_some_and(|id| id.as_str().is_some_and(|id| id.len() == 36)), "{key}");
            assert_eq!(own.remove("revision"), Some(json!(1)), "{key}");
            assert_eq!(own.remove("published_at"), Some(json!("2023-11-14T22:13:20Z")), "{key}");
            assert_eq!(own.remove("updated_at"), Some(json!("2023-11-14T22:13:20Z")), "{key}");
            let line = line.as_object().expect("an object");
            for (member, expected) in [("light", json!("green")), ("contested", json!(false)), ("steward", json!("secretariat"))] {
                assert_eq!(own.remove(member), Some(expected), "{key}: {member}");
            }
            assert!(own.remove("review_on").is_some_and(|day| day.as_str().is_some_and(|day| day.len() == 10)), "{key}");
            if !line.contains_key("original") {
                let original = own.remove("original").expect("an original language");
                assert!(line["summary"].get(original.as_str().expect("a tag")).is_some(), "{key}: {original}");
            }
            own.retain(|name, value| line.contains_key(name) || *value != json!([])); // an empty list may be left out of a line
            assert_eq!(own, line, "{key}");
        }
    });
}

#[test]
fn lists_hold_every_record_once_in_pages() {
    on_corpus(async |site| {
        let mut found = Vec::new();
        for kind in ayni_domain::Kind::ALL {
            let mut next = String::new();
            loop {
                let answer = site.get(&format!("/api/v1/{}?limit=37{next}", kind.plural())).await.expect(200).json();
                found.extend(strings(&answer["items"], "slug").into_iter().map(|slug| format!("{kind}/{slug}")));
                let Some(after) = answer["next"].as_str() else { break };
                next = format!("&after={after}");
            }
        }
        let mut expected: Vec<String> = LINES.iter().map(|(key, _)| key.to_string()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    });
}

/// Members of a hit: those of the contract, then what was added since.
const SEARCH_ITEM: [&str; 12] =
    ["kind", "slug", "title", "snippet", "lang", "url", "score", "light", "contested", "review_on", "steward", "original"];

#[test]
fn a_search_has_the_fields_of_the_contract() {
    on_corpus(async |site| {
        let answer = site.get("/api/v1/search?q=child%20labour&lang=es&limit=5").await.expect(200).json();
        assert_eq!(answer.as_object().expect("an object").keys().collect::<Vec<_>>(), ["total", "items", "facets", "next"]);
        assert!(answer["total"].as_u64().is_some_and(|total| total > 5) && answer["next"].is_string());
        let items = answer["items"].as_array().expect("items");
        assert_eq!(items.len(), 5);
        for item in items {
            let item = item.as_object().expect("an object");
            assert_eq!(item.keys().collect::<Vec<_>>(), SEARCH_ITEM);
            let (kind, slug) = (item["kind"].as_str().expect("a kind"), item["slug"].as_str().expect("a slug"));
            let (key, line) = LINES.iter().find(|(key, _)| key.to_string() == format!("{kind}/{slug}")).expect("a record of the corpus");
            assert_eq!(item["url"], format!("{BASE}/es/{}/{slug}", key.kind.path()));
            let titles = [&line["name"], &line["title"]].map(|texts| &texts[item["lang"].as_str().expect("a language")]);
            assert!(titles.contains(&&item["title"]), "{item:?}");
            assert!(item["score"].as_f64().is_some_and(|score| score > 0.0));
        }
        let facets = answer["facets"].as_object().expect("facets");
        let names = ["constituency", "country", "freshness", "grouping", "kind", "language", "modality", "region", "sdg", "theme", "year"];
        assert_eq!(facets.keys().collect::<Vec<_>>(), names);
        for (name, values) in facets {
            let values = values.as_array().expect("a list");
            let counts: Vec<u64> = values.iter().map(|value| value["count"].as_u64().expect("a count")).collect();
            assert!(!values.is_empty() && counts.is_sorted_by(|a, b| a >= b) && !counts.contains(&0), "{name}: {values:?}");
            assert!(values.iter().all(|value| value.as_object().expect("an object").keys().eq(["value", "count"])), "{name}");
        }
    });
}

/// Follows the cursor of a search to the end; gives the keys in order.
async fn walk(site: &TestSite, query: &str) -> (u64, Vec<String>) {
    let (mut keys, mut cursor) = (Vec::new(), String::new());
    loop {
        let answer = site.get(&format!("/api/v1/search?limit=60&{query}{cursor}")).await.expect(200).json();
        let items = answer["items"].as_array().expect("items");
        keys.extend(items.iter().map(|item| format!("{}/{}", item["kind"], item["slug"]).replace('"', "")));
        let total = answer["total"].as_u64().expect("a total");
        let Some(next) = answer["next"].as_str() else { return (total, keys) };
        assert!(!items.is_empty() && keys.len() <= LINES.len(), "{query}: pages without an end");
        cursor = format!("&cursor={}", next.replace('+', "%2B"));
    }
}

#[test]
fn pages_of_a_search_never_repeat_or_skip() {
    on_corpus(async |site| {
        let all: BTreeSet<String> = LINES.iter().map(|(key, _)| key.to_string()).collect();
        for (query, is_all) in [
            ("", true),
            ("sort=newest", true),
            ("sort=title", true),
            ("q=work&sort=relevance", false),
            ("q=work&sort=newest", false),
            ("q=trabajo%20decente&lang=es&sort=title", false),
            ("kind=practice&kind=event&sort=title", false),
        ] {
            let (total, keys) = walk(site, query).await;
            let distinct: BTreeSet<String> = keys.iter().cloned().collect();
            assert_eq!((distinct.len(), keys.len() as u64), (keys.len(), total), "{query}: repeated or left out");
            assert!(distinct.is_subset(&all) && distinct.len() > 60, "{query}");
            assert!(!is_all || distinct == all, "{query}: not all records");
        }
    });
}

#[test]
fn filters_combine() {
    on_corpus(async |site| {
        let total =
            async |query: &str| site.get(&format!("/api/v1/search?limit=1&{query}")).await.expect(200).json()["total"].as_u64().expect("a total");
        let count = |holds: &dyn Fn(&str, &Value) -> bool| LINES.iter().filter(|(key, line)| holds(key.kind.code(), line)).count() as u64;
        let has = |line: &Value, field: &str, value: &str| line[field].as_array().is_some_and(|own| own.iter().any(|own| own == value));
        assert_eq!(total("kind=practice").await, count(&|kind, _| kind == "practice"));
        assert_eq!(total("kind=practice&kind=course").await, count(&|kind, _| kind == "practice" || kind == "course"), "values of a facet add up");
        assert_eq!(total("theme=skills").await, count(&|_, line| has(line, "themes", "skills")));
        let both = count(&|kind, line| kind == "event" && has(line, "themes", "skills"));
        assert_eq!(total("kind=event&theme=skills").await, both, "facets narrow each other");
        assert_eq!(total("light=green").await, LINES.len() as u64);
        assert_eq!(total("light=inactive").await, 0);
        assert_eq!(total("light=green&kind=course").await, total("freshness=green&kind=course").await, "two names of one filter");
        assert_eq!(total("modality=triangular").await, count(&|_, line| has(line, "modality", "triangular")));
        assert_eq!(total("utm_source=elsewhere&kind=practice").await, total("kind=practice").await, "unknown parameters are passed over");
        assert!(both > 0 && total("kind=event&theme=skills&year=1801").await == 0);
    });
}

#[test]
fn a_wrong_parameter_is_named() {
    on_corpus(async |site| {
        for (path, status, field) in [
            ("/api/v1/search?lang=de", 400, Some("lang")),
            ("/api/v1/search?lang=EN", 400, Some("lang")),
            ("/api/v1/search?limit=many", 400, Some("limit")),
            ("/api/v1/search?limit=-1", 400, Some("limit")),
            ("/api/v1/search?sort=oldest", 400, Some("sort")),
            ("/api/v1/search?kind=practices", 400, Some("kind")),
            ("/api/v1/search?theme=nonsense", 400, Some("theme")),
            ("/api/v1/search?country=XX", 400, Some("country")),
            ("/api/v1/search?region=nowhere", 400, Some("region")),
            ("/api/v1/search?sdg=18", 400, Some("sdg")),
            ("/api/v1/search?modality=north_south", 400, Some("modality")),
            ("/api/v1/search?constituency=kings", 400, Some("constituency")),
            ("/api/v1/search?year=MMX", 400, Some("year")),
            ("/api/v1/search?light=purple", 400, Some("light")),
            ("/api/v1/search?cursor=nonsense", 400, Some("cursor")),
            ("/api/v1/suggest?q=so&lang=xx", 400, Some("lang")),
            ("/api/v1/flows?theme=nonsense", 400, Some("theme")),
            ("/api/v1/flows?modality=nonsense", 400, Some("modality")),
            ("/api/v1/practices?limit=many", 400, Some("limit")),
            ("/api/v1/practices?after=No%20Slug", 400, Some("after")),
            ("/api/v1/practices/there-is-no-such-practice", 404, None),
            ("/api/v1/practices/%FF", 400, None),
            ("/api/v1/%FF", 400, None),
            ("/api/v1/practices/No%20Slug", 404, None),
            ("/api/v1/practice/x", 404, None),
            ("/api/v1/people", 404, None),
            ("/api/v2/search", 404, None),
            ("/api/v1/match", 405, None),
        ] {
            check_problem(&site.get(path).await, status, field);
        }
        for (method, path) in [(Method::POST, "/api/v1/search"), (Method::DELETE, "/api/v1/practices/x"), (Method::PUT, "/api/v1/practices")] {
            let answer = site.ask(request(method, path, &[], "")).await;
            check_problem(&answer, 405, None);
            assert!(answer.header("allow").contains("GET"), "{}", answer.asked);
        }
    });
}

#[test]
fn the_description_names_every_route() {
    on_corpus(async |site| {
        let answer = site.get("/api/v1/openapi.json").await.expect(200);
        assert_eq!(answer.header("content-type"), "application/json");
        let document = answer.json();
        assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{}", document["openapi"]);
        let paths = document["paths"].as_object().expect("paths");
        let methods = |path: &Value| path.as_object().expect("methods").keys().cloned().collect::<Vec<_>>().join(" ");
        let routes: BTreeSet<String> = paths.iter().map(|(path, own)| format!("{} {path}", methods(own))).collect();
        let expected = [
            "get /api/v1/flows",
            "get /api/v1/search",
            "get /api/v1/suggest",
            "get /api/v1/{kind}",
            "get /api/v1/{kind}/{slug}",
            "post /api/v1/match",
        ];
        assert_eq!(routes.iter().map(String::as_str).collect::<Vec<_>>(), expected);

        // Every reference within the document leads somewhere, and the search takes the parameters that the contract names.
        let text = answer.text();
        for part in text.split("\"$ref\":\"#").skip(1) {
            let target = part.split('"').next().unwrap_or_default();
            assert!(document.pointer(target).is_some(), "{target}");
        }
        let parameters = strings(&paths["/api/v1/search"]["get"]["parameters"], "name");
        for name in ["q", "lang", "kind", "theme", "country", "sdg", "modality", "year", "light", "limit", "cursor"] {
            assert!(parameters.contains(&name), "{name}");
        }
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        let care = schemas["Care"]["properties"].as_object().expect("members");
        for name in ["light", "contested", "review_on", "steward", "original"] {
            assert!(care[name]["description"].as_str().is_some_and(|text| text.len() > 20), "{name} is described");
        }
        assert!(schemas["MatchItem"]["properties"]["reasons"].is_object(), "two schemas with one name would hide one");
        for schema in ["RecordObject", "SearchItem"] {
            assert!(schemas[schema].to_string().contains("schemas/Care"), "{schema}");
        }
    });
}

#[test]
fn suggestions_complete_what_was_typed() {
    on_corpus(async |site| {
        for (query, expected) in
            [("q=child&lang=en", "child"), ("q=trabalho%20inf&lang=pt", "trabalho infantil"), ("q=labour%20insp", "labour inspection")]
        {
            let answer = site.get(&format!("/api/v1/suggest?{query}")).await.expect(200).json();
            let suggestions: Vec<&str> = answer["suggestions"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            assert!((1..=8).contains(&suggestions.len()), "{query}: {suggestions:?}");
            assert!(suggestions.iter().any(|own| own.to_lowercase().contains(expected)), "{query}: {suggestions:?}");
        }
    });
}

#[test]
fn who_has_an_answer_already_is_told_so() {
    on_corpus(async |site| {
        for path in ["/en/", "/api/v1/search?q=skills", "/api/v1/groupings/brics", "/en/map.svg", "/feeds/en/all.atom", "/api/v1/openapi.json"] {
            let first = site.get(path).await.expect(200);
            let tag = first.header("etag");
            assert!(tag.starts_with("W/\""), "{path}: {tag}");
            let again = site.get_with(path, &[("if-none-match", tag)]).await.expect(304);
            assert!(again.body.is_empty() && again.header("etag") == tag, "{path}");
            site.get_with(path, &[("if-none-match", "W/\"another\"")]).await.expect(200);
            site.get_with(path, &[("if-none-match", &format!("\"x\", {tag}"))]).await.expect(304);
            let head = site.ask(request(Method::HEAD, path, &[], "")).await.expect(200);
            assert!(head.body.is_empty(), "{path}");
            assert_eq!((head.header("etag"), head.header("content-type")), (tag, first.header("content-type")), "{path}");
            assert_eq!(head.header("content-length"), first.body.len().to_string(), "{path}");
        }
    });
}

#[test]
fn pages_of_others_may_read() {
    on_corpus(async |site| {
        let origin = ("origin", "https://elsewhere.example");
        for (path, status) in
            [("/api/v1/search?q=skills", 200), ("/api/v1/search?limit=x", 400), ("/api/v1/practices/none", 404), ("/api/v1/openapi.json", 200)]
        {
            let answer = site.get_with(path, &[origin]).await.expect(status);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(answer.header("access-control-expose-headers"), "etag", "{path}");
            assert_eq!(answer.header("access-control-allow-credentials"), "", "{path}");
        }
        let preflight = [origin, ("access-control-request-method", "POST"), ("access-control-request-headers", "content-type")];
        for path in ["/api/v1/match", "/api/v1/search", "/api/v1/groupings/brics"] {
            let answer = site.ask(request(Method::OPTIONS, path, &preflight, "")).await.expect(204);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert!(answer.header("access-control-allow-methods").contains("POST") && answer.body.is_empty(), "{path}");
            assert!(answer.header("access-control-allow-headers").contains("content-type"), "{path}");
        }
        assert_eq!(site.get_with("/en/", &[origin]).await.header("access-control-allow-origin"), "", "pages are for their readers");
    });
}

ayni_store::testing::on_both!(a_revised_record_says_its_revision, |store| {
    let site = TestSite::new(store, &few()).await;
    let path = "/api/v1/practices/learning-the-trade";
    let first = site.get(path).await.expect(200).json();
    site.save(&[crate::world::practice("learning-the-trade", "Learning a trade", json!({}))]).await;
    let second = site.get(path).await.expect(200).json();
    assert_eq!((&first["revision"], &second["revision"]), (&json!(1), &json!(2)));
    assert_eq!(second["title"]["en"], "Learning a trade");
    assert_eq!((&first["id"], &first["published_at"]), (&second["id"], &second["published_at"]));
});

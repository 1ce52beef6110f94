//! Matching through the API: its shape, its errors, and that nobody is sent to themselves.

use serde_json::{Value, json};

use crate::api::check_problem;
use crate::world::{LINES, on_corpus, request};

const PATH: &str = "/api/v1/match";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is no list: {value}"))
}

/// Asserts the shape of an answer.
fn check_shape(answer: &Value, limit: usize) {
    assert_eq!(keys(answer), ["peers", "practices", "learning"]);
    let is_record = |key: &str| LINES.iter().any(|(own, _)| own.to_string() == key);
    let check_reasons = |of: &Value| {
        assert!(!list(of, "reasons").is_empty(), "without a reason: {of}");
        for reason in list(of, "reasons") {
            assert_eq!(keys(reason), ["kind", "weight", "text", "records"]);
            assert!(reason["text"].as_str().is_some_and(|text| !text.is_empty()) && reason["weight"].is_number(), "{reason}");
            assert!(list(reason, "records").iter().all(|key| is_record(key.as_str().expect("a key"))), "{reason}");
        }
    };
    for peer in list(answer, "peers") {
        assert_eq!(keys(peer), ["country", "organization", "score", "reasons"]);
        assert!(peer["country"].as_str().is_some_and(|code| code.len() == 2), "{peer}");
        assert!(peer["organization"].is_null() || keys(&peer["organization"]) == ["slug", "name"], "{peer}");
        check_reasons(peer);
    }
    for name in ["practices", "learning"] {
        for item in list(answer, name) {
            assert_eq!(keys(item), ["kind", "slug", "title", "score", "reasons"]);
            assert!(is_record(&format!("{}/{}", item["kind"], item["slug"]).replace('"', "")), "{item}");
            check_reasons(item);
        }
    }
    for name in ["peers", "practices", "learning"] {
        let scores: Vec<f64> = list(answer, name).iter().map(|one| one["score"].as_f64().expect("a score")).collect();
        assert!(scores.len() <= limit && scores.is_sorted_by(|a, b| a >= b), "{name}: best first, at most {limit}: {scores:?}");
    }
}

#[test]
fn a_need_is_answered_with_reasons() {
    on_corpus(async |site| {
        for (need, limit) in [
            (json!({"text": "We want to end child labour on cocoa farms", "country": "GH"}), 10),
            (
                json!({"text": "proteção social para trabalhadores informais", "lang": "pt", "country": "MZ", "constituency": "government", "limit": 3}),
                3,
            ),
            (json!({"themes": ["skills", "youth-employment"], "limit": 50}), 50),
            (json!({"text": "السلامة والصحة المهنية", "lang": "ar", "limit": 0}), 1),
            (json!({"text": "labour inspection", "limit": 100_000}), 50),
        ] {
            let answer = site.post(PATH, &need).await.expect(200).json();
            check_shape(&answer, limit);
            assert!(["peers", "practices", "learning"].iter().all(|name| !list(&answer, name).is_empty()), "{need}: {answer}");
        }
        let nothing = site.post(PATH, &json!({"text": "xyzzyqwertz"})).await.expect(200).json();
        assert_eq!(nothing["practices"], json!([]));
    });
}

#[test]
fn a_wrong_need_is_refused_with_the_field() {
    on_corpus(async |site| {
        for (need, field) in [
            (json!({}), "text"),
            (json!({"text": "  \n"}), "text"),
            (json!({"text": "skills", "country": "XX"}), "country"),
            (json!({"text": "skills", "country": ""}), "country"),
            (json!({"text": "skills", "lang": "de"}), "lang"),
            (json!({"text": "skills", "constituency": "kings"}), "constituency"),
            (json!({"themes": ["skills", "nonsense"]}), "themes"),
            (json!({"text": "skills", "colour": "red"}), "body"),
            (json!({"text": 5}), "body"),
            (json!({"text": "skills", "limit": -1}), "body"),
            (json!([]), "body"),
            (json!(null), "body"),
        ] {
            check_problem(&site.post(PATH, &need).await, 400, Some(field));
        }
        for body in ["", "{", "text=skills", "\u{0}"] {
            check_problem(&site.ask(request(axum::http::Method::POST, PATH, &[], body)).await, 400, Some("body"));
        }
    });
}

#[test]
fn no_country_is_sent_to_itself() {
    on_corpus(async |site| {
        for country in ["BR", "CN", "IN", "ZA", "MZ", "TL", "CV", "MA", "TR", "AR"] {
            for text in ["social protection", "vocational training for young people", "child labour", "cooperação sul-sul no Brasil"] {
                let answer = site.post(PATH, &json!({"text": text, "country": country, "limit": 50})).await.expect(200).json();
                let peers = list(&answer, "peers");
                assert!(peers.len() > 3 && peers.iter().all(|peer| peer["country"] != country), "{country}: {text}");
            }
        }
    });
}

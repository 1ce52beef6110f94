//! Safety: the same protection on every kind of answer, limits on what is taken in, and no text of others run as ours.

use axum::http::Method;
use serde_json::json;

use crate::api::check_problem;
use crate::html::Html;
use crate::world::{Answer, TestSite, few, key, on_corpus, request};

/// Asserts the headers that every answer has.
pub fn check_headers(answer: &Answer) {
    let is_kept_picture = answer.status == 304 && answer.asked.contains(".svg"); // such an answer has no type
    let is_picture = is_kept_picture || answer.header("content-type").starts_with("image/svg");
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-eval") && !policy.contains('*'), "{}: {policy}", answer.asked);
    if is_picture {
        assert!(!policy.contains("script"), "{}: {policy}", answer.asked);
    } else {
        assert!(!policy.contains("unsafe-inline"), "{}: {policy}", answer.asked);
        for part in ["script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.split("; ").any(|own| own == part), "{}: {part} is missing in {policy}", answer.asked);
        }
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{}: {name}", answer.asked);
    }
    assert!(!answer.header("permissions-policy").is_empty() && !answer.header("cache-control").is_empty(), "{}", answer.asked);
    for name in ["server", "x-powered-by", "set-cookie"] {
        assert_eq!(answer.header(name), "", "{}: {name}", answer.asked);
    }
}

/// Method, path, headers and the status that they get.
type Row<'a> = (Method, &'a str, &'a [(&'a str, &'a str)], u16);

#[test]
fn every_kind_of_answer_is_protected() {
    on_corpus(async |site| {
        let tag = site.get("/en/about").await.header("etag").to_owned();
        let long = format!("/en/search?q={}", "x".repeat(9_000));
        let rows: [Row<'_>; 22] = [
            (Method::GET, "/en/", &[], 200),
            (Method::GET, "/en/", &[("accept-encoding", "br")], 200),
            (Method::GET, "/en/about", &[("if-none-match", &tag)], 304),
            (Method::HEAD, "/en/", &[], 200),
            (Method::GET, "/practices", &[], 302),
            (Method::GET, "/en/answers?q=", &[], 303),
            (Method::GET, "/en/none", &[], 404),
            (Method::POST, "/en/about", &[], 405),
            (Method::GET, &long, &[], 414),
            (Method::GET, "/api/v1/search", &[], 200),
            (Method::GET, "/api/v1/search?limit=x", &[], 400),
            (Method::GET, "/api/v1/practices/none", &[], 404),
            (Method::OPTIONS, "/api/v1/match", &[], 204),
            (Method::POST, "/api/v1/match", &[("content-length", "70000")], 413),
            (Method::GET, "/en/map.svg", &[], 200),
            (Method::GET, "/en/countries/XX/map.svg", &[], 404),
            (Method::GET, "/feeds/en/all.atom", &[], 200),
            (Method::GET, "/sitemap/9.xml", &[], 404),
            (Method::GET, "/files/none", &[], 404),
            (Method::GET, "/assets/00000000/ayni.css", &[], 404),
            (Method::GET, "/readyz", &[], 200),
            (Method::GET, "/en/metrics", &[], 404),
        ];
        for (method, path, headers, status) in rows {
            check_headers(&site.ask(request(method, path, headers, "")).await.expect(status));
        }
    });
}

ayni_store::testing::on_both!(an_answer_about_a_failure_or_a_withdrawal_is_protected, |store| {
    let site = TestSite::new(store, &few()).await;
    site.withdraw(&key("practice/learning-the-trade"), "Taken back.").await;
    check_headers(&site.get("/en/practices/learning-the-trade").await.expect(410));
    check_headers(&site.get("/api/v1/practices/learning-the-trade").await.expect(410));
    site.store.clone().close().await.expect("the store closes");
    check_headers(&site.get("/en/practices/learning-the-trade-again").await.expect(500));
    check_headers(&site.get("/api/v1/practices/learning-the-trade-again").await.expect(500));
});

#[test]
fn what_is_too_long_is_refused() {
    on_corpus(async |site| {
        let need = |length: usize| json!({"text": "skills ".repeat(length / 7)}).to_string();
        for (length, status) in [(60 * 1024, 200), (65 * 1024, 413), (300 * 1024, 413)] {
            let body = need(length);
            let told = [("content-length", body.len().to_string())];
            let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for headers in [&told[..], &[]] {
                let answer = site.ask(request(Method::POST, "/api/v1/match", headers, body.clone())).await;
                if status == 200 {
                    answer.expect(200);
                } else {
                    check_problem(&answer, status, None);
                }
            }
        }
        for (length, status) in [(7_000, 200), (8_200, 414), (60_000, 414)] {
            site.get(&format!("/en/search?q={}", "x".repeat(length))).await.expect(status);
        }
        check_problem(&site.get(&format!("/api/v1/search?q={}", "x".repeat(9_000))).await, 414, None);
    });
}

/// What somebody may try to have run as ours; each names the mark that must not become part of the page's own structure.
const ATTEMPTS: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ cx.site }} {% include \"x\" %} { $n } ${alert(1)}",
    "\u{202e}<b>\u{0}\u{7f}&lt;script&gt;",
];

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn texts_of_others_stay_texts() {
    on_corpus(async |site| {
        for attempt in ATTEMPTS {
            let text = encoded(attempt);
            for path in [
                format!("/en/search?q={text}"),
                format!("/ar/search?q={text}%20skills&kind={text}&sort={text}&theme={text}"),
                format!("/en/search?q=skills&grouping={text}&mention={text}&language={text}"),
                format!("/en/search?{text}={text}"),
                format!("/en/search?cursor={text}"),
                format!("/en/practices?q={text}&country={text}&year={text}"),
                format!("/en/answers?q={text}&country={text}&constituency={text}"),
                format!("/fr/answers?q=child%20labour%20{text}"),
                format!("/en/map?theme={text}&modality={text}&up={text}"),
                format!("/en/groupings/brics?on={text}"),
                format!("/en/{text}"),
                format!("/en/practices/{text}"),
                format!("/en/practices/brics.{text}"),
                format!("/en/themes/{text}"),
                format!("/en/about?{text}"),
                format!("/en/about?x={}", attempt.replace(['<', '>', '"', '{', '}', '\u{202e}', '\u{0}', '\u{7f}', ' '], "%20")),
            ] {
                let answer = site.get_with(&path, &[("accept-language", "\"><script>alert(1)</script>")]).await;
                assert!([200, 404].contains(&answer.status.as_u16()), "{path}: {}", answer.status);
                Html::read(answer.text()).assert_harmless(&path);
            }
            for path in [format!("/{text}"), format!("/{text}?q={text}")] {
                let answer = site.get_with(&path, &[("accept-language", "\"><script>")]).await.expect(302);
                assert!(answer.location().starts_with("/en/") && !answer.location().contains(['<', '"', '\r', '\n']), "{}", answer.location());
            }
            for path in [format!("/en/map.svg?theme={text}"), format!("/en/groupings/brics/map.svg?on={text}")] {
                roxmltree::Document::parse(site.get(&path).await.expect(200).text()).expect("well-formed");
            }
            // The API answers as JSON, and its snippets are HTML with marks alone.
            for (path, status) in
                [(format!("/api/v1/search?q={text}%20labour"), 200), (format!("/api/v1/search?kind={text}"), 400), (format!("/api/{text}"), 404)]
            {
                let answer = site.get(&path).await.expect(status);
                assert!(answer.header("content-type").contains("json"), "{path}");
                for item in answer.json()["items"].as_array().into_iter().flatten() {
                    let snippet = item["snippet"].as_str().expect("a snippet").replace("<mark>", "").replace("</mark>", "");
                    assert!(!snippet.contains(['<', '>', '"']), "{path}: {snippet}");
                }
            }
        }
    });
}

ayni_store::testing::on_both!(texts_of_records_stay_texts, |store| {
    let mut records = few();
    for (number, attempt) in ATTEMPTS.iter().enumerate() {
        let attempt: String = attempt.chars().filter(|c| !c.is_control()).collect();
        let fields = json!({
            "summary": {"en": attempt, "ar": attempt}, "challenge": {"en": attempt}, "approach": {"en": attempt}, "results": {"en": attempt},
            "partners": [{"name": attempt, "country": "BR", "constituency": "employers", "role": "provider"},
                         {"name": attempt, "country": "MZ", "constituency": "government", "role": "recipient"}],
            "sources": [{"url": "https://example.org/?a='onclick=alert(1)&b=%22%3E%3Cscript%3E", "title": attempt, "publisher": attempt}],
            "adapted_from": ["practice/learning-the-trade"],
        });
        records.push(crate::world::practice(&format!("attempt-{number}"), &attempt, fields));
    }
    let site = TestSite::new(store, &records).await;
    let pages = (0..ATTEMPTS.len()).map(|number| format!("/ar/practices/attempt-{number}"));
    for path in pages.chain(
        ["/en/practices", "/en/search?q=script%20alert", "/en/answers?q=alert%20script", "/en/", "/en/practices/learning-the-trade"]
            .map(str::to_owned),
    ) {
        let answer = site.get(&path).await.expect(200);
        Html::read(answer.text()).assert_harmless(&path);
    }
    for path in ["/feeds/en/all.atom", "/sitemap/1.xml", "/en/practices/learning-the-trade/lineage.svg"] {
        roxmltree::Document::parse(site.get(path).await.expect(200).text()).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
});

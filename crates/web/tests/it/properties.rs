//! Properties: whatever somebody sends, no answer is a fault of ours and every answer is protected.

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, Uri};
use ayni_domain::{Kind, Locale};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::safety::check_headers;
use crate::world::{Answer, LINES, on_corpus};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 96, ..ProptestConfig::default() }
}

/// Percent-encodes what an address cannot hold as it is.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Sends a request and asserts that the answer is no fault of ours.
fn check(request: Request<Body>) -> Result<(), TestCaseError> {
    let answer: Answer = on_corpus(async |site| site.ask(request).await);
    prop_assert!(answer.status.as_u16() < 500, "{}: {}", answer.asked, answer.status);
    check_headers(&answer);
    Ok(())
}

fn get(path: &str) -> Result<(), TestCaseError> {
    let Ok(uri) = path.parse::<Uri>() else { return Ok(()) }; // HTTP itself refuses it
    check(Request::get(uri).body(Body::empty()).expect("a request"))
}

/// Parts of addresses that lead somewhere, and any others.
fn segment() -> impl Strategy<Value = String> {
    let known: Vec<String> = Kind::ALL
        .iter()
        .flat_map(|kind| [kind.path(), kind.plural()])
        .chain([
            "search",
            "answers",
            "map",
            "map.svg",
            "countries",
            "themes",
            "sdgs",
            "feeds",
            "files",
            "sitemap",
            "assets",
            "api",
            "v1",
            "lineage.svg",
            "groupings.svg",
            "BR",
            "skills",
            "8",
            "brics",
            "all.atom",
            "..",
            ".",
            "",
        ])
        .map(str::to_owned)
        .collect();
    let languages: Vec<String> = Locale::ALL.iter().map(ToString::to_string).collect();
    prop_oneof![
        3 => prop::sample::select(known),
        2 => prop::sample::select(languages),
        1 => (0..LINES.len()).prop_map(|at| LINES[at].0.slug.to_string()),
        2 => any::<String>().prop_map(|text| encoded(&text)),
        1 => prop::collection::vec(any::<u8>(), 0..12).prop_map(|bytes| bytes.iter().map(|byte| format!("%{byte:02x}")).collect()),
        1 => "[!-~]{0,12}",
    ]
}

/// Names and values of queries, known and any.
fn query() -> impl Strategy<Value = String> {
    const NAMES: [&str; 20] = [
        "q",
        "lang",
        "kind",
        "theme",
        "country",
        "region",
        "grouping",
        "sdg",
        "modality",
        "constituency",
        "year",
        "language",
        "sort",
        "limit",
        "cursor",
        "after",
        "on",
        "up",
        "provider",
        "mention",
    ];
    const VALUES: [&str; 22] = [
        "practice",
        "skills",
        "BR",
        "brics",
        "8",
        "triangular",
        "workers",
        "2010",
        "en",
        "newest",
        "title",
        "20",
        "0",
        "-1",
        "99999999999999999999",
        "2010-02-30",
        "north",
        "\"",
        "\"a b\"",
        "child labour",
        "*",
        "a AND (b OR",
    ];
    let value = prop_oneof![2 => prop::sample::select(&VALUES[..]).prop_map(str::to_owned), 2 => any::<String>(), 1 => "\\PC{0,80}"];
    let pair = (prop::sample::select(&NAMES[..]), value).prop_map(|(name, value)| format!("{name}={}", encoded(&value)));
    let any_text = prop_oneof![4 => pair, 1 => "[!-~&&[^#]]{0,30}"];
    prop::collection::vec(any_text, 0..6).prop_map(|pairs| pairs.join("&"))
}

fn header() -> impl Strategy<Value = HeaderValue> {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..60),
        "[a-z*]{0,3}(-[A-Z]{2})?;q=[0-9.eE+-]{0,8}(,[a-z]{2};q=(NaN|inf|-1|1e999))?".prop_map(String::into_bytes),
        "(br|gzip|identity|\\*|zstd)(;q=[0-9.]{0,4})?(, ?(br|gzip|W/\"[0-9a-f]{0,9}\"|\\*))?".prop_map(String::into_bytes),
    ];
    bytes.prop_filter_map("a header that HTTP allows", |bytes| HeaderValue::from_bytes(&bytes).ok())
}

/// Any JSON, and needs with any values.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|b| b.to_string()),
        any::<f64>().prop_map(|n| serde_json::json!(n).to_string()),
        any::<i64>().prop_map(|n| n.to_string()),
        any::<String>().prop_map(|t| serde_json::json!(t).to_string())
    ];
    let name = prop_oneof![3 => prop::sample::select(&["country", "themes", "text", "lang", "constituency", "limit"][..]).prop_map(str::to_owned), 1 => any::<String>()];
    let any_json = leaf.prop_recursive(4, 24, 6, move |inner| {
        let pair = (name.clone(), inner.clone()).prop_map(|(name, value)| format!("{}:{value}", serde_json::json!(name)));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(pair, 0..6).prop_map(|pairs| format!("{{{}}}", pairs.join(","))),
        ]
    });
    let need = (any::<String>(), prop::option::of("[A-Z]{2}"), prop::option::of(0_usize..200))
        .prop_map(|(text, country, limit)| serde_json::json!({"text": text, "country": country, "limit": limit}).to_string());
    prop_oneof![2 => any_json, 2 => need, 1 => any::<String>()]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_path_is_answered(segments in prop::collection::vec(segment(), 0..6)) {
        get(&format!("/{}", segments.join("/")))?;
    }

    #[test]
    fn any_query_is_answered(query in query(), at in 0..8_usize) {
        let paths = ["/en/search", "/ar/practices", "/zh/answers", "/pt/map", "/api/v1/search", "/api/v1/suggest", "/api/v1/events", "/es/groupings/brics"];
        get(&format!("{}?{query}", paths[at]))?;
    }

    #[test]
    fn any_headers_are_answered(language in header(), encoding in header(), tag in header(), at in 0..5_usize) {
        let path = ["/", "/practices", "/en/about", "/api/v1/groupings/brics", "/en/map.svg"][at];
        let request = Request::get(path).header("accept-language", language).header("accept-encoding", encoding).header("if-none-match", tag);
        check(request.body(Body::empty()).expect("a request"))?;
    }

    #[test]
    fn any_cookie_is_answered(value in header(), secret in "[0-9a-f]{0,66}|[!-~]{0,40}", at in 0..3_usize) {
        let path = ["/en/", "/en/sheets", "/en/drafts/x"][at];
        let own = HeaderValue::from_str(&format!("a=b; __Host-ayni={secret}; ayni={secret}")).expect("a header");
        check(Request::get(path).header("cookie", value).header("cookie", own).body(Body::empty()).expect("a request"))?;
    }

    #[test]
    fn any_cursor_is_answered(cursor in prop_oneof![any::<String>(), "[0-9a-zA-Z._:~-]{0,60}", "[0-9a-f]{1,16}(-|\\.|:)[0-9a-f]{1,16}"], sort in "(relevance|newest|title)") {
        let cursor = encoded(&cursor);
        get(&format!("/en/search?q=skills&sort={sort}&cursor={cursor}"))?;
        get(&format!("/api/v1/search?sort={sort}&cursor={cursor}"))?;
    }

    #[test]
    fn any_body_is_answered(body in json()) {
        check(Request::builder().method(Method::POST).uri("/api/v1/match").body(Body::from(body)).expect("a request"))?;
    }

    #[test]
    fn any_method_is_answered(method in "[A-Z]{1,8}", at in 0..4_usize) {
        let path = ["/en/", "/api/v1/match", "/files/x", "/nothing"][at];
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        check(Request::builder().method(method).uri(path).body(Body::empty()).expect("a request"))?;
    }
}

//! Languages: who names none is led to their own, on this site and nowhere else.

use ayni_domain::Locale;

use crate::html::Html;
use crate::world::{on_corpus, request};

#[test]
fn an_address_without_a_language_leads_to_that_of_the_browser() {
    on_corpus(async |site| {
        for (path, accepted, expected) in [
            ("/", "pt-MZ,pt;q=0.9,en;q=0.5", "/pt/"),
            ("/", "", "/en/"),
            ("/", "de", "/en/"),
            ("/", "ar", "/ar/"),
            ("/practices/x", "de-DE,de;q=0.9,fr;q=0.4,en;q=0.3", "/fr/practices/x"),
            ("/search?q=a%20b&kind=practice", "zh-TW", "/zh/search?q=a%20b&kind=practice"),
            ("/countries/BR", "ru", "/ru/countries/BR"),
            ("/deutsch/practices", "es", "/es/deutsch/practices"),
        ] {
            let answer = site.get_with(path, &[("accept-language", accepted)]).await.expect(302);
            assert_eq!(answer.location(), expected, "{path} for {accepted}");
            assert!(answer.header("vary").contains("accept-language"), "{path}: another reader gets another answer");
        }
    });
}

#[test]
fn nobody_is_led_to_another_host() {
    on_corpus(async |site| {
        for path in [
            "//evil.example",
            "//evil.example/en",
            "///evil.example",
            "/%5Cevil.example",
            "/\\evil.example",
            "/\\\\evil.example",
            "/%2F/evil.example",
            "/%2Fevil.example",
            "/.//evil.example",
            "/..//evil.example",
            "/?q=//evil.example",
            "/https://evil.example",
            "/%0d%0aLocation:%20https://evil.example",
            "//en/practices",
            "/;@evil.example",
            "/@evil.example",
        ] {
            let Ok(uri) = path.parse::<axum::http::Uri>() else { continue }; // no such request reaches us
            let answer = site.ask(request(axum::http::Method::GET, &uri.to_string(), &[("accept-language", "en")], "")).await;
            let location = answer.location();
            assert!(answer.status == 404 || answer.status == 302, "{}: {}", answer.asked, answer.status);
            let inner = location.strip_prefix("/en/").unwrap_or_default();
            assert!(location.is_empty() || (location.starts_with("/en/") && !inner.starts_with(['/', '\\'])), "{path} led to {location}");
        }
        // An absolute form names the host of a proxy, never ours.
        let answer = site.get("https://evil.example/practices").await.expect(302);
        assert_eq!(answer.location(), "/en/practices");
    });
}

#[test]
fn an_unknown_language_is_nothing_we_have() {
    on_corpus(async |site| {
        for path in ["/de/practices", "/EN/practices", "/english", "/xx", "/pt-BR/practices"] {
            let answer = site.get(path).await.expect(302);
            site.get(answer.location()).await.expect(404);
        }
    });
}

#[test]
fn the_reader_may_change_the_language_and_keep_the_question() {
    on_corpus(async |site| {
        let answer = site.get("/fr/search?q=travail%20d%C3%A9cent&kind=practice").await.expect(200);
        let html = Html::read(answer.text());
        for &locale in Locale::ALL {
            let expected = format!("/{locale}/search?q=travail%20d%C3%A9cent&kind=practice");
            let link = html.all("a").find(|link| link.get("hreflang") == locale.code()).expect("a link to each language");
            assert_eq!((link.get("href"), link.get("lang")), (expected.as_str(), locale.code()));
            assert_eq!(link.get("aria-current"), if locale == Locale::Fr { "true" } else { "" });
        }
    });
}

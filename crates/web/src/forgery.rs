//! Forgery: requests that change something count only when a page of ours, or no browser at all, sends them.
//!
//! Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`), and scripts cannot change that. With session cookies that do not
//! travel across sites (`SameSite=Lax`) this needs no token in any form, so that pages stay small and the back button works.

use axum::http::{HeaderMap, Method, header};

/// Whether a request may change something: it comes from `own` (scheme, host and port), from a reader's own hand, or from no browser.
pub(crate) fn is_own(method: &Method, headers: &HeaderMap, own: &str, signed_in: bool) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("null"));
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    if let Some(origin) = text(header::ORIGIN.as_str()) {
        let host = text(header::HOST.as_str()).unwrap_or_default();
        let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
        return origin == own || (!host.is_empty() && authority == host);
    }
    !signed_in // browsers of today send one of the two
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn check(method: &Method, headers: &[(&'static str, &'static str)], signed_in: bool, expected: bool) {
        let headers: HeaderMap = headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect();
        assert_eq!(is_own(method, &headers, "https://ayni.example", signed_in), expected, "{method} {headers:?}");
    }

    #[test]
    fn only_pages_of_ours_change_something() {
        let post = Method::POST;
        check(&Method::GET, &[("sec-fetch-site", "cross-site")], true, true);
        check(&post, &[("sec-fetch-site", "same-origin")], true, true);
        check(&post, &[("sec-fetch-site", "none")], true, true);
        check(&post, &[("sec-fetch-site", "cross-site")], true, false);
        check(&post, &[("sec-fetch-site", "same-site")], true, false);
        check(&post, &[("sec-fetch-site", "cross-site"), ("origin", "https://ayni.example")], true, false);
        check(&post, &[("origin", "https://ayni.example")], true, true);
        check(&post, &[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], true, true);
        check(&post, &[("origin", "https://evil.example"), ("host", "ayni.example")], true, false);
        check(&post, &[("origin", "null"), ("host", "null")], true, false);
        check(&post, &[("origin", "null")], false, false);
        check(&post, &[], true, false);
        check(&post, &[], false, true);
    }
}

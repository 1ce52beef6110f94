//! Pages: one file for each, read top to bottom: who, load, rule, write, answer.

pub(crate) mod about;
pub(crate) mod answers;
pub(crate) mod country;
pub(crate) mod error;
pub(crate) mod home;
pub(crate) mod index;
pub(crate) mod map;
pub(crate) mod record;
pub(crate) mod results;
pub(crate) mod search;
pub(crate) mod subject;

use askama::Template;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::Locale;
use percent_encoding::percent_decode_str;

use crate::error::PageError;
use crate::serve::Volatile;
use crate::site::Site;
use crate::view::Cx;

/// What a page handler returns.
pub(crate) type PageResult = Result<Response<Body>, PageError>;

/// A reader at an address: their language is the first part of the path.
pub(crate) struct Reader(pub Cx);

impl FromRequestParts<Site> for Reader {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let path = parts.uri.path();
        let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
        let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        match Locale::parse(first) {
            Some(locale) if percent_decode_str(path).decode_utf8().is_err() => Err(PageError::NotFound.into_page(site, locale, "/")),
            Some(locale) => Ok(Self(Cx { site: site.clone(), locale, path: format!("/{rest}"), query })),
            None => Err(to_own_language(parts, path)),
        }
    }
}

impl Reader {
    /// The answer for the reader, whatever came of it.
    pub fn answer(self, result: PageResult) -> Response<Body> {
        let Cx { site, locale, path, .. } = self.0;
        result.unwrap_or_else(|error| error.into_page(&site, locale, &path))
    }
}

/// Leads a reader without a language in the address to the page in the language of their browser.
fn to_own_language(parts: &Parts, path: &str) -> Response<Body> {
    let wanted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let locale = Locale::negotiate(wanted);
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    // A path of two slashes would lead to another host.
    let target = format!("/{locale}/{}{query}", path.trim_start_matches(['/', '\\']));
    let mut answer = StatusCode::FOUND.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::from_str(&target).unwrap_or_else(|_| HeaderValue::from_static("/en/")));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    answer.extensions_mut().insert(Volatile);
    answer
}

/// Turns a template into a page.
pub(crate) fn html(template: &impl Template) -> PageResult {
    Ok(page(StatusCode::OK, template.render()?))
}

/// A page with a status.
pub(crate) fn page(status: StatusCode, text: String) -> Response<Body> {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], text).into_response()
}

/// A drawing.
pub(crate) fn svg(text: String) -> Response<Body> {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"))], text).into_response()
}

//! Pages: one file for each, read top to bottom: who, load, rule, write, answer.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod adoption;
pub(crate) mod answers;
pub(crate) mod contribute;
pub(crate) mod country;
pub(crate) mod desk;
pub(crate) mod drafts;
pub(crate) mod due;
pub(crate) mod error;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod index;
pub(crate) mod keep;
pub(crate) mod mandates;
pub(crate) mod map;
pub(crate) mod notices;
pub(crate) mod objection;
pub(crate) mod people;
pub(crate) mod profile;
pub(crate) mod record;
pub(crate) mod renew;
pub(crate) mod report;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod sheets;
pub(crate) mod sign_in;
pub(crate) mod speakers;
pub(crate) mod subject;
pub(crate) mod translate;
pub(crate) mod unsubscribe;
pub(crate) mod withdrawal;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::Locale;
use percent_encoding::percent_decode_str;

use crate::error::PageError;
use crate::serve::Volatile;
use crate::site::Site;
use crate::view::Cx;
use crate::who::{Member, Unread, Who};

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
            Some(locale) if !site.instance().languages.offer(locale) => Err(to_first_language(site, rest, &query)),
            Some(locale) => {
                let who = parts.extensions.get::<Who>().cloned().unwrap_or_default();
                let unread = parts.extensions.get::<Unread>().map(|unread| unread.0);
                Ok(Self(Cx { query, who, unread, ..Cx::new(site, locale, &format!("/{rest}")) }))
            }
            None => Err(to_own_language(site, parts, path)),
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
fn to_own_language(site: &Site, parts: &Parts, path: &str) -> Response<Body> {
    let wanted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let locale = site.instance().languages.negotiate(wanted);
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

/// Leads a reader of a language that the instance does not offer (any more) to the same page in the first one that it does.
fn to_first_language(site: &Site, rest: &str, query: &str) -> Response<Body> {
    let target = format!("/{}/{}{query}", site.instance().languages.first(), rest.trim_start_matches(['/', '\\']));
    let mut answer = StatusCode::TEMPORARY_REDIRECT.into_response();
    answer.headers_mut().insert(header::LOCATION, HeaderValue::from_str(&target).unwrap_or_else(|_| HeaderValue::from_static("/")));
    answer
}

impl Reader {
    /// The reader as a member; routes that need one let nobody else through.
    pub fn member(&self) -> Result<Arc<Member>, PageError> {
        self.0.who.member().cloned().ok_or(PageError::NotFound)
    }
}

/// Most fields of a form: several times those of the longest draft. Looking through more would cost whoever sends them little and us much.
const MOST_FIELDS: usize = 8_000;

/// What a form holds: names and values in the order of the page.
#[derive(Default)]
pub(crate) struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a name, trimmed; nothing where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response<Body>;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        if fields.len() > MOST_FIELDS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        }
        Ok(Self(fields))
    }
}

/// Leads on to another page after something was done, so that reloading does it once.
pub(crate) fn see_other(path: &str) -> Response<Body> {
    let target = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, target)]).into_response()
}

/// A path of this site to go on to, from what an address or form says; nothing that leads elsewhere.
pub(crate) fn own_path(text: &str) -> Option<&str> {
    let is_own = text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\r', '\n', '\t']) && text.len() < 1_000;
    is_own.then_some(text)
}

/// Turns a template into a page.
pub(crate) fn html(template: &impl Template) -> PageResult {
    Ok(page(StatusCode::OK, template.render()?))
}

/// A page with a status.
pub(crate) fn page(status: StatusCode, text: String) -> Response<Body> {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], text).into_response()
}

/// A page behind the secret of a mailed link: it holds for one moment and one reader, and nobody keeps it, not even the browser.
pub(crate) fn secret_page(status: StatusCode, text: String) -> Response<Body> {
    unkept(page(status, text))
}

/// An answer for one browser alone: nobody keeps it for others, nor for later.
pub(crate) fn unkept(mut answer: Response<Body>) -> Response<Body> {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    answer.extensions_mut().insert(Volatile);
    answer
}

/// A drawing.
pub(crate) fn svg(text: String) -> Response<Body> {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"))], text).into_response()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_path_to_go_on_to_stays_on_this_site(text in "\\PC{0,40}|[/\\\\]{0,3}[a-z.:@/\\\\\t\r\n?#-]{0,30}") {
            if let Some(path) = own_path(&text) {
                // As browsers read it: backslashes are slashes, and what ends lines is not there.
                let read: String = path.chars().filter(|c| !matches!(c, '\t' | '\r' | '\n')).map(|c| if c == '\\' { '/' } else { c }).collect();
                prop_assert!(read.starts_with('/') && !read.starts_with("//"), "{path:?}");
            }
        }
    }
}

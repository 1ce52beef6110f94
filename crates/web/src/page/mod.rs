//! Pages: one file for each, read top to bottom: who, load, rule, write, answer.

pub(crate) mod about;
pub(crate) mod account;
pub(crate) mod adoption;
pub(crate) mod answers;
pub(crate) mod contribute;
pub(crate) mod country;
pub(crate) mod desk;
pub(crate) mod drafts;
pub(crate) mod due;
pub(crate) mod error;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod index;
pub(crate) mod mandates;
pub(crate) mod map;
pub(crate) mod objection;
pub(crate) mod people;
pub(crate) mod record;
pub(crate) mod renew;
pub(crate) mod report;
pub(crate) mod results;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod sign_in;
pub(crate) mod speakers;
pub(crate) mod subject;
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
use crate::who::{Member, Who};

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
            Some(locale) => {
                let who = parts.extensions.get::<Who>().cloned().unwrap_or_default();
                Ok(Self(Cx { query, who, ..Cx::new(site, locale, &format!("/{rest}")) }))
            }
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

impl Reader {
    /// The reader as a member; routes that need one let nobody else through.
    pub fn member(&self) -> Result<Arc<Member>, PageError> {
        self.0.who.member().cloned().ok_or(PageError::NotFound)
    }
}

/// What a form holds: names and values in the order of the page.
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
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(form.0))
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

/// A drawing.
pub(crate) fn svg(text: String) -> Response<Body> {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"))], text).into_response()
}

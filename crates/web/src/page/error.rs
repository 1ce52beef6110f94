//! Error pages: nothing here, withdrawn, our fault; each with a way on.

use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Response, StatusCode};
use ayni_domain::{Locale, RecordKey};
use ayni_search::{Request as Search, Sort};
use jiff::Timestamp;
use percent_encoding::percent_decode_str;

use crate::error::PageError;
use crate::page::{Reader, page};
use crate::site::Site;
use crate::view::{Cx, Item, look};
use crate::{format, link};

#[derive(Template)]
#[template(path = "lost.html")]
pub(crate) struct LostPage {
    cx: Cx,
    heading: String,
    text: String,
    near: Vec<Item>,
    again: String,
}

impl LostPage {
    /// There is nothing at this address; what the words of the address find is offered.
    pub fn not_found(site: &Site, locale: Locale, path: &str) -> Result<Response<Body>, PageError> {
        let cx = Cx::new(site, locale, "/");
        let path = percent_decode_str(path).decode_utf8_lossy();
        let words: String = path.rsplit('/').next().unwrap_or_default().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).take(80).collect();
        let (heading, text) = (cx.t("lost-heading"), cx.t("lost-text"));
        let near = near(&cx, &words);
        let lost = Self { again: words.trim().to_owned(), near, heading, text, cx };
        Ok(page(StatusCode::NOT_FOUND, lost.render()?))
    }

    /// The fault is ours.
    pub fn failed(site: &Site, locale: Locale, _path: &str) -> Result<Response<Body>, PageError> {
        let cx = Cx::new(site, locale, "/");
        let failed = Self { heading: cx.t("failed-heading"), text: cx.t("failed-text"), near: Vec::new(), again: String::new(), cx };
        Ok(page(StatusCode::INTERNAL_SERVER_ERROR, failed.render()?))
    }
}

/// Records whose title has the words of an address, from what is in memory only: an error page asks nothing of the database.
fn near(cx: &Cx, words: &str) -> Vec<Item> {
    if words.trim().len() < 3 {
        return Vec::new();
    }
    let request = Search { query: words, locale: Some(cx.locale), limit: 3, sort: Sort::Relevance, ..Search::default() };
    let Ok(answer) = cx.site.index.search(&request) else { return Vec::new() };
    let hits = answer.hits.into_iter().map(|hit| {
        let (icon, class) = look(hit.key.kind);
        let title = hit.key.slug.as_str().replace('-', " ");
        Item {
            icon,
            class,
            href: link::record(cx.locale, &hit.key),
            title: crate::view::Words { pieces: vec![ayni_search::highlight::Piece { text: title, marked: false }], ..Default::default() },
            meta: vec![cx.t(&format!("kind-{}", hit.key.kind))],
            text: Default::default(),
            result: None,
            why: Vec::new(),
        }
    });
    hits.collect()
}

#[derive(Template)]
#[template(path = "gone.html")]
pub(crate) struct GonePage {
    cx: Cx,
    icon: &'static str,
    class: &'static str,
    kind: String,
    title: String,
    reason: String,
    at: String,
    at_iso: String,
    list: String,
}

impl GonePage {
    pub fn new(site: &Site, locale: Locale, path: &str, key: &RecordKey, title: String, reason: String, at: Timestamp) -> Self {
        let cx = Cx::new(site, locale, path);
        let (icon, class) = look(key.kind);
        Self {
            icon,
            class,
            kind: cx.t(&format!("kind-{}", key.kind)),
            title,
            reason,
            at: format::moment(locale, at),
            at_iso: at.to_string(),
            list: cx.href(&format!("/{}", key.kind.path())),
            cx,
        }
    }

    pub fn render(&self) -> Result<Response<Body>, PageError> {
        Ok(page(StatusCode::GONE, Template::render(self)?))
    }
}

/// Every address that no route knows.
pub(crate) async fn unknown(reader: Reader) -> Response<Body> {
    reader.answer(Err(PageError::NotFound))
}

/// A method that the address does not take.
pub(crate) async fn wrong_method(_request: Request) -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

//! Errors that readers see: one place that turns them into a status, a title and useful links.

use std::any::Any;

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_auth::NoRandomness;
use ayni_auth::passkey::PasskeyError;
use ayni_auth::password::PasswordError;
use ayni_domain::{Locale, RecordKey};
use ayni_search::SearchError;
use ayni_store::StoreError;
use jiff::Timestamp;

use crate::link;
use crate::page::error::{GonePage, LostPage};
use crate::page::see_other;
use crate::site::Site;

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// There is nothing at this address.
    #[error("not found")]
    NotFound,
    /// The record was withdrawn.
    #[error("withdrawn")]
    Gone {
        /// Which record.
        key: RecordKey,
        /// Its title in the reader's language.
        title: String,
        /// Why.
        reason: String,
        /// When.
        at: Timestamp,
    },
    /// Whoever asks signed in too long ago for this: they sign in again, and are led to this path (after the language).
    #[error("signed in too long ago")]
    SignInAgain(&'static str),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// A proof of identity could not be worked out: no random numbers, or what is kept cannot be read.
    #[error("{0}")]
    Proof(String),
    /// A template failed.
    #[error(transparent)]
    Template(#[from] askama::Error),
}

impl PageError {
    /// The answer for a reader of a language who asked for `path` (after the language).
    pub fn into_page(self, site: &Site, locale: Locale, path: &str) -> Response<Body> {
        let page = match self {
            Self::NotFound | Self::Search(SearchError::Cursor) => LostPage::not_found(site, locale, path),
            Self::SignInAgain(next) => {
                let next = format!("/{locale}{next}");
                Ok(see_other(&format!("/{locale}/sign-in{}", link::query([("next", next.as_str())]))))
            }
            Self::Gone { key, title, reason, at } => GonePage::new(site, locale, path, &key, title, reason, at).render(),
            Self::Store(_) | Self::Search(_) | Self::Proof(_) | Self::Template(_) => {
                tracing::error!(error = %self, "a page could not be made");
                LostPage::failed(site, locale, path)
            }
        };
        page.unwrap_or_else(|error| {
            tracing::error!(%error, "an error page could not be made");
            bare(StatusCode::INTERNAL_SERVER_ERROR)
        })
    }
}

impl From<NoRandomness> for PageError {
    fn from(error: NoRandomness) -> Self {
        Self::Proof(error.to_string())
    }
}

impl From<PasswordError> for PageError {
    fn from(error: PasswordError) -> Self {
        Self::Proof(error.to_string())
    }
}

impl From<PasskeyError> for PageError {
    fn from(error: PasskeyError) -> Self {
        Self::Proof(error.to_string())
    }
}

/// The answer after a panic: nothing of it is shown, all of it is logged.
pub fn after_panic(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no text");
    tracing::error!(text, "a request panicked");
    bare(StatusCode::INTERNAL_SERVER_ERROR)
}

fn bare(status: StatusCode) -> Response<Body> {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], status.canonical_reason().unwrap_or_default()).into_response()
}

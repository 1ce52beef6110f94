//! Problem documents (RFC 9457): what went wrong with a request to the API.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::response::IntoResponse;
use ayni_search::SearchError;
use ayni_store::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::PageError;

/// A problem document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// A URI that names the sort of problem; `about:blank` where the status says it all.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The sort of problem in words.
    title: &'static str,
    /// HTTP status.
    status: u16,
    /// What is wrong with this request.
    detail: String,
    /// The field or parameter that is wrong, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

impl Problem {
    /// Something about the request is wrong.
    pub fn bad(field: &str, detail: impl Into<String>) -> Self {
        Self { kind: "about:blank", title: "Bad request", status: 400, detail: detail.into(), field: Some(field.to_owned()) }
    }

    /// There is nothing at this address.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self { kind: "about:blank", title: "Not found", status: 404, detail: detail.into(), field: None }
    }

    /// The record was withdrawn.
    pub fn gone(reason: &str) -> Self {
        Self { kind: "about:blank", title: "Withdrawn", status: 410, detail: format!("The record was withdrawn: {reason}"), field: None }
    }

    fn failed() -> Self {
        let detail = "The request could not be answered. The fault is ours and has been noted.".into();
        Self { kind: "about:blank", title: "Internal error", status: 500, detail, field: None }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let text = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], text).into_response()
    }
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Cursor => Self::bad("cursor", "The cursor is not one that this search gave."),
            other => {
                tracing::error!(error = %other, "a request to the API failed");
                Self::failed()
            }
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a request to the API failed");
        Self::failed()
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        match error {
            PageError::Search(error) => error.into(),
            PageError::Store(error) => error.into(),
            PageError::NotFound => Self::not_found("There is no such record."),
            PageError::Gone { reason, .. } => Self::gone(&reason),
            // The API changes nothing, and asks nobody who they are.
            PageError::SignInAgain(_) | PageError::Proof(_) | PageError::Template(_) => Self::failed(),
        }
    }
}

/// A refusal that was made before the API saw the request (method, length, form of the address) as a problem document.
pub(crate) fn in_problem_form(answer: Response<Body>) -> Response<Body> {
    let status = answer.status();
    let is_problem = answer.headers().get(header::CONTENT_TYPE).is_some_and(|content| content == "application/problem+json");
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let title = status.canonical_reason().unwrap_or("Refused");
    let problem =
        Problem { kind: "about:blank", title, status: status.as_u16(), detail: format!("The request was not answered: {title}."), field: None };
    let mut refusal = problem.into_response();
    if let Some(methods) = answer.headers().get(header::ALLOW) {
        refusal.headers_mut().insert(header::ALLOW, methods.clone());
    }
    refusal.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    refusal
}

/// Every address below `/api` that no route knows.
pub(super) async fn unknown(uri: Uri) -> Problem {
    Problem::not_found(format!("There is nothing at {}.", uri.path()))
}

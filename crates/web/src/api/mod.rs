//! The API: records, search and matching for other programs; contracts are described by `/api/v1/openapi.json`.

mod care;
mod flow;
mod matching;
mod openapi;
mod problem;
mod record;
mod search;

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::site::Site;

pub(crate) use problem::in_problem_form;

/// The routes that the description names, with it.
pub(crate) fn described() -> OpenApiRouter<Site> {
    OpenApiRouter::with_openapi(openapi::document())
        .routes(routes!(search::get))
        .routes(routes!(search::suggest))
        .routes(routes!(flow::get))
        .routes(routes!(record::get))
        .routes(routes!(record::list))
        .routes(routes!(matching::post))
}

/// The routes of the API with their description.
pub(crate) fn router() -> axum::Router<Site> {
    let (router, document) = described().split_for_parts();
    let document = serde_json::to_string(&document).unwrap_or_default();
    router
        .route("/api/v1/openapi.json", axum::routing::get(async move || ([(header::CONTENT_TYPE, "application/json")], document)))
        .route("/api/{*rest}", axum::routing::any(problem::unknown))
        .layer(middleware::from_fn(for_all_origins))
}

/// Anybody may read from a page of their own (CORS); nothing here depends on who asks.
async fn for_all_origins(request: Request, next: Next) -> Response {
    let is_preflight = request.method() == Method::OPTIONS;
    let mut answer = if is_preflight { Response::default() } else { next.run(request).await };
    let headers = answer.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag"));
    if is_preflight {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD, POST, OPTIONS"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type, if-none-match"));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
        *answer.status_mut() = StatusCode::NO_CONTENT;
    }
    answer
}

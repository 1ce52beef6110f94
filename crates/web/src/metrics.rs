//! Metrics for the operator, in Prometheus' text form, on an address of their own.

use std::sync::atomic::AtomicU64;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::site::Site;

/// Route and status of an answer; the route is the pattern, never what somebody typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Answered {
    /// Pattern of the route.
    pub route: String,
    /// HTTP status.
    pub status: u16,
}

/// The instruments of an instance.
pub struct Metrics {
    registry: Registry,
    /// Answers that were made.
    pub answers: Family<Answered, Counter>,
    /// Answers that were kept already.
    pub kept: Counter<u64, AtomicU64>,
    /// Seconds to make an answer.
    pub seconds: Histogram,
    /// Position of the change log that readers see.
    pub position: Gauge,
}

impl Metrics {
    /// Fresh instruments.
    #[must_use]
    pub fn new() -> Self {
        let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
        let (answers, kept, seconds, position) = (Family::default(), Counter::default(), Histogram::new(buckets), Gauge::default());
        let mut registry = Registry::with_prefix("ayni");
        registry.register("answers", "Answers made, by route and status", Family::clone(&answers));
        registry.register("answers_kept", "Answers given from the page cache", Counter::clone(&kept));
        registry.register("answer_seconds", "Seconds to make an answer", seconds.clone());
        registry.register("log_position", "Position of the change log that readers see", Gauge::clone(&position));
        Self { registry, answers, kept, seconds, position }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// `GET /metrics` on the operator's address.
pub(crate) async fn get(State(site): State<Site>) -> Response {
    site.metrics.position.set(site.position());
    let mut text = String::new();
    if encode(&mut text, &site.metrics.registry).is_err() {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response()
}

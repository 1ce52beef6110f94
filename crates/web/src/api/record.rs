//! Records one by one, as in the corpus files.

use axum::Json;
use axum::extract::{Path, Query, State};
use ayni_domain::{Kind, Record, RecordKey, Slug, State as RecordState};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use crate::api::care::Care;
use crate::api::problem::Problem;
use crate::site::Site;

/// A record as in the corpus files, with its envelope.
#[utoipa::path(get, path = "/api/v1/{kind}/{slug}", tag = "records",
    params(("kind" = String, Path, description = "Kind in the plural: practices, initiatives, publications, courses, events, organizations, groupings"),
           ("slug" = String, Path, description = "Slug of the record")),
    responses((status = 200, description = "The record as in the corpus files, with what stands around it", body = RecordObject),
              (status = 404, description = "No such record", body = Problem, content_type = "application/problem+json"),
              (status = 410, description = "Withdrawn; the reason is in `detail`", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn get(State(site): State<Site>, Path((kind, slug)): Path<(String, String)>) -> Result<Json<Map<String, Value>>, Problem> {
    let no_record = || Problem::not_found(format!("There is no record {kind}/{slug}."));
    let key = RecordKey { kind: Kind::from_plural(&kind).ok_or_else(no_record)?, slug: Slug::parse(&slug).map_err(|_| no_record())? };
    let record = site.store.find(&key).await?.ok_or_else(no_record)?;
    match &record.envelope.state {
        RecordState::Published => Ok(Json(object(&record))),
        RecordState::Withdrawn { reason } => Err(Problem::gone(reason)),
    }
}

/// What stands around a record. The members of the corpus files, which differ from kind to kind, stand beside these.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordObject {
    /// Stable identifier.
    id: String,
    /// 1 for the first version.
    revision: u32,
    /// First publication, RFC 3339 in UTC.
    published_at: String,
    /// This revision, RFC 3339 in UTC.
    updated_at: String,
    #[serde(flatten)]
    care: Care,
}

impl RecordObject {
    fn of(record: &Record) -> Self {
        let envelope = &record.envelope;
        Self {
            id: envelope.id.to_string(),
            revision: envelope.revision,
            published_at: envelope.published_at.to_string(),
            updated_at: envelope.updated_at.to_string(),
            care: Care::of(record),
        }
    }
}

fn object(record: &Record) -> Map<String, Value> {
    let mut object = record.body.to_json(&record.envelope.key);
    if let Ok(Value::Object(around)) = serde_json::to_value(RecordObject::of(record)) {
        object.extend(around);
    }
    object
}

/// Parameters of a list.
#[derive(Debug, Deserialize, IntoParams)]
pub(crate) struct ListParameters {
    /// Number of records, 1 to 100; 50 unless told.
    #[param(value_type = Option<u64>)]
    limit: Option<String>,
    /// Slug of the last record of the page before.
    after: Option<String>,
}

/// Records of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Records {
    /// Records as in the corpus files.
    #[schema(value_type = Vec<RecordObject>)]
    items: Vec<Map<String, Value>>,
    /// What to give as `after` for the next page; null at the end.
    next: Option<String>,
}

/// All records of a kind, in the order of their slugs.
#[utoipa::path(get, path = "/api/v1/{kind}", tag = "records",
    params(("kind" = String, Path, description = "Kind in the plural"), ListParameters),
    responses((status = 200, description = "A page of records", body = Records),
              (status = 404, description = "No such kind", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn list(State(site): State<Site>, Path(kind): Path<String>, Query(wanted): Query<ListParameters>) -> Result<Json<Records>, Problem> {
    let kind = Kind::from_plural(&kind).ok_or_else(|| Problem::not_found(format!("There is no kind {kind}.")))?;
    let after = wanted.after.as_deref().map(|slug| Slug::parse(slug).map_err(|_| Problem::bad("after", "This is no slug."))).transpose()?;
    let after = after.map(|slug| RecordKey { kind, slug });
    let limit = wanted.limit.map(|limit| limit.parse::<u64>().map_err(|_| Problem::bad("limit", format!("Not a number: {limit}")))).transpose()?;
    let limit = limit.unwrap_or(50).clamp(1, 100);
    let records = site.store.page(Some(kind), after.as_ref(), limit).await?;
    let next = records.last().filter(|_| records.len() as u64 == limit).map(|record| record.envelope.key.slug.to_string());
    let items = records.iter().filter(|record| record.envelope.state == RecordState::Published).map(|record| object(record)).collect();
    Ok(Json(Records { items, next }))
}

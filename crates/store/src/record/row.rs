//! A record's row, and the record that it holds.

use ayni_domain::record::read_line;
use ayni_domain::{Body, Envelope, Kind, Light, Record, RecordKey, Slug, State, Steward};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{PUBLISHED, WITHDRAWN};
use crate::StoreError;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub kind: String,
    pub slug: String,
    pub revision: i32,
    pub state: String,
    pub reason: Option<String>,
    pub steward: String,
    pub published_at: i64,
    pub updated_at: i64,
    pub review_on: String,
    pub hash: String,
    pub body: String,
    pub light: String,
    pub contested: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn key(&self) -> Option<RecordKey> {
        key(&self.kind, &self.slug)
    }

    /// The same row with another body.
    pub(crate) fn with_body(self, key: &RecordKey, body: &Body) -> Self {
        let body = json(key, body);
        Self { hash: hash(&body), body, ..self }
    }
}

pub(super) fn key(kind: &str, slug: &str) -> Option<RecordKey> {
    Some(RecordKey { kind: Kind::parse(kind)?, slug: Slug::parse(slug).ok()? })
}

pub(super) fn active(m: Model) -> ActiveModel {
    ActiveModel {
        id: Set(m.id),
        kind: Set(m.kind),
        slug: Set(m.slug),
        revision: Set(m.revision),
        state: Set(m.state),
        reason: Set(m.reason),
        steward: Set(m.steward),
        published_at: Set(m.published_at),
        updated_at: Set(m.updated_at),
        review_on: Set(m.review_on),
        hash: Set(m.hash),
        body: Set(m.body),
        light: Set(m.light),
        contested: Set(m.contested),
    }
}

pub(super) fn json(key: &RecordKey, body: &Body) -> String {
    Value::Object(body.to_json(key)).to_string()
}

pub(super) fn hash(body: &str) -> String {
    hex(&Sha256::digest(body.as_bytes()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn read_body(json: &str) -> Result<(RecordKey, Body), String> {
    read_line(json).map_err(|issues| issues.first().map(ToString::to_string).unwrap_or_default())
}

pub(super) fn body(row: &Model) -> Result<Body, StoreError> {
    read_body(&row.body).map(|(_, body)| body).map_err(|problem| StoreError::corrupt("record", "body", &row.id, problem))
}

pub(super) fn envelope(row: &Model) -> Result<Envelope, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("record", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let state = match row.state.as_str() {
        PUBLISHED => State::Published,
        WITHDRAWN => State::Withdrawn { reason: row.reason.clone().unwrap_or_default() },
        other => return Err(corrupt("state", other.to_owned())),
    };
    Ok(Envelope {
        id: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
        key: row.key().ok_or_else(|| corrupt("slug", format!("{}/{}", row.kind, row.slug)))?,
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        state,
        steward: Steward::parse(&row.steward).ok_or_else(|| corrupt("steward", row.steward.clone()))?,
        published_at: time("published_at", row.published_at)?,
        updated_at: time("updated_at", row.updated_at)?,
        review_on: row.review_on.parse().map_err(|error: jiff::Error| corrupt("review_on", error.to_string()))?,
        light: Light::parse(&row.light).ok_or_else(|| corrupt("light", row.light.clone()))?,
        contested: row.contested != 0,
    })
}

pub(crate) fn read(row: &Model) -> Result<Record, StoreError> {
    Ok(Record { envelope: envelope(row)?, body: body(row)? })
}

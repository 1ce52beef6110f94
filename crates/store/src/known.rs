//! Records as drafts and history look at them, from within a transaction.

use ayni_domain::{Body, RecordKey};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;

use crate::draft::Base;
use crate::record::read_body;
use crate::{StoreError, revision};

/// A record as it is now.
pub(crate) struct Known {
    /// Its present revision.
    pub base: Base,
    pub key: RecordKey,
    pub body: Body,
    is_published: bool,
}

impl Known {
    /// The record, if it is in public view.
    pub fn published(self) -> Result<Self, StoreError> {
        if self.is_published { Ok(self) } else { Err(StoreError::WrongState(self.key, "withdrawn")) }
    }
}

#[derive(FromQueryResult)]
struct KnownRow {
    id: String,
    revision: i32,
    state: String,
    body: String,
}

async fn known(db: &impl ConnectionTrait, condition: &str, values: Vec<sea_orm::Value>) -> Result<Option<Known>, StoreError> {
    let sql = format!("SELECT id, revision, state, body FROM record WHERE {condition}");
    let Some(row) = KnownRow::find_by_statement(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).one(db).await? else {
        return Ok(None);
    };
    let corrupt = |column, problem: String| StoreError::corrupt("record", column, &row.id, problem);
    let (key, body) = read_body(&row.body).map_err(|problem| corrupt("body", problem))?;
    let base = Base {
        record: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
    };
    Ok(Some(Known { base, key, body, is_published: row.state == "published" }))
}

pub(crate) async fn record_by_key(db: &impl ConnectionTrait, key: &RecordKey) -> Result<Option<Known>, StoreError> {
    known(db, "kind = $1 AND slug = $2", vec![key.kind.code().into(), key.slug.as_str().into()]).await
}

pub(crate) async fn record_by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Known, StoreError> {
    let found = known(db, "id = $1", vec![id.to_string().into()]).await?;
    found.ok_or_else(|| StoreError::corrupt("draft", "record_id", &id.to_string(), "there is no such record"))
}

/// A record as it was in a revision.
pub(crate) async fn body_at(db: &impl ConnectionTrait, base: Base) -> Result<Body, StoreError> {
    let found = revision::find(db, base.record, base.revision).await?;
    let revision = found.ok_or_else(|| StoreError::corrupt("draft", "base_revision", &base.record.to_string(), "there is no such revision"))?;
    Ok(revision.body)
}

//! Revisions: every version of a record, with who, when and why.

use ayni_domain::change::Change;
use ayni_domain::{Body, RecordKey};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, QueryOrder};
use uuid::Uuid;

use crate::{Store, StoreError};

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub revision: i32,
        pub change: String,
        pub at: i64,
        pub author: String,
        pub reviewer: String,
        pub note: Option<String>,
        pub body: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
pub(crate) use row::Model;

/// Who made a change, who let it through, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who made it.
    pub author: String,
    /// Who let it through; another than the author.
    pub reviewer: String,
    /// Why, where said.
    pub note: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// One version of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Number, from 1.
    pub revision: u32,
    /// What happened.
    pub change: Change,
    /// By whom, when, why.
    pub signature: Signature,
    /// The record as it then was.
    pub body: Body,
}

pub(crate) async fn add_all(db: &DatabaseTransaction, revisions: Vec<Model>) -> Result<(), StoreError> {
    for part in revisions.chunks(500) {
        let rows = part.iter().cloned().map(|m| row::ActiveModel {
            record_id: Set(m.record_id),
            revision: Set(m.revision),
            change: Set(m.change),
            at: Set(m.at),
            author: Set(m.author),
            reviewer: Set(m.reviewer),
            note: Set(m.note),
            body: Set(m.body),
        });
        row::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(crate) async fn find(db: &impl ConnectionTrait, record: Uuid, number: u32) -> Result<Option<Revision>, StoreError> {
    let Ok(number) = i32::try_from(number) else { return Ok(None) };
    let row = row::Entity::find_by_id((record.to_string(), number)).one(db).await?;
    row.map(|row| read(record, row)).transpose()
}

impl Store {
    /// All versions of a record, the newest first; empty when there is no such record.
    ///
    /// # Errors
    /// `Corrupt` when a version can no longer be read, `Database`.
    pub async fn revisions(&self, key: &RecordKey) -> Result<Vec<Revision>, StoreError> {
        let Some(record) = self.find(key).await? else { return Ok(Vec::new()) };
        self.revisions_of(record.envelope.id).await
    }

    pub(crate) async fn revisions_of(&self, record: Uuid) -> Result<Vec<Revision>, StoreError> {
        let rows = row::Entity::find().filter(row::Column::RecordId.eq(record.to_string())).order_by_desc(row::Column::Revision);
        rows.all(&self.db).await?.into_iter().map(|row| read(record, row)).collect()
    }
}

fn read(id: Uuid, row: Model) -> Result<Revision, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("revision", column, &format!("{id}/{}", row.revision), problem);
    Ok(Revision {
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        change: Change::parse(&row.change).ok_or_else(|| corrupt("change", row.change.clone()))?,
        body: crate::record::read_body(&row.body).map_err(|problem| corrupt("body", problem))?.1,
        signature: Signature {
            at: Timestamp::from_microsecond(row.at).map_err(|error| corrupt("at", error.to_string()))?,
            author: row.author,
            reviewer: row.reviewer,
            note: row.note,
        },
    })
}

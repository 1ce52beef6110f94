//! The change log: append-only, read in order by everything that is derived from the store.

use ayni_domain::Kind;
use ayni_domain::change::Change;
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, QueryOrder, QuerySelect, Statement};
use uuid::Uuid;

use crate::{Store, StoreError};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub at: i64,
        pub change: String,
        pub kind: String,
        pub slug: String,
        pub id: String,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
pub(crate) use row::{Entity, Model};

/// What an entry of the log is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A record.
    Record {
        /// Kind.
        kind: Kind,
        /// Slug.
        slug: String,
        /// Identifier.
        id: Uuid,
        /// Revision that the change made.
        revision: u32,
    },
    /// A line of the concept table.
    Concept(String),
    /// A setting of the instance, by its key.
    Setting(String),
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What happened.
    pub change: Change,
    /// To what.
    pub subject: Subject,
}

/// Word in the column `kind` for changes of the concept table.
pub(crate) const CONCEPT: &str = "concept";
/// Word in the column `kind` for settings.
pub(crate) const SETTING: &str = "setting";

/// An entry about a record, named by kind and slug and by identifier and revision; it is numbered when appended.
pub(crate) fn entry(change: Change, at: i64, (kind, slug): (&str, &str), (id, revision): (&str, i32)) -> Model {
    Model { seq: 0, at, change: change.code().to_owned(), kind: kind.to_owned(), slug: slug.to_owned(), id: id.to_owned(), revision }
}

/// Takes the lock that all writers take first: it orders transactions by when they take effect, and is held until they end.
pub(crate) async fn lock(db: &DatabaseTransaction) -> Result<(), StoreError> {
    db.execute_unprepared("UPDATE log_position SET seq = seq WHERE id = 1").await?;
    Ok(())
}

/// Appends entries, numbering them on from the last.
pub(crate) async fn append(db: &DatabaseTransaction, mut entries: Vec<Model>) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let first = position_of(db).await? + 1;
    for (entry, seq) in entries.iter_mut().zip(first..) {
        entry.seq = seq;
    }
    let last = entries.last().map_or(first, |entry| entry.seq);
    for part in entries.chunks(1_000) {
        Entity::insert_many(part.iter().cloned().map(active)).exec_without_returning(db).await?;
    }
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), "UPDATE log_position SET seq = $1 WHERE id = 1", [last.into()])).await?;
    Ok(())
}

fn active(model: Model) -> row::ActiveModel {
    row::ActiveModel {
        seq: Set(model.seq),
        at: Set(model.at),
        change: Set(model.change),
        kind: Set(model.kind),
        slug: Set(model.slug),
        id: Set(model.id),
        revision: Set(model.revision),
    }
}

async fn position_of(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let statement = Statement::from_string(db.get_database_backend(), "SELECT seq FROM log_position WHERE id = 1");
    let row = db.query_one_raw(statement).await?.ok_or_else(|| StoreError::corrupt("log_position", "id", "1", "the row is missing"))?;
    Ok(row.try_get_by_index(0)?)
}

impl Store {
    /// Position of the last change that took effect; 0 for an empty store.
    ///
    /// # Errors
    /// `Database`.
    pub async fn position(&self) -> Result<i64, StoreError> {
        position_of(&self.db).await
    }

    /// The next changes after a position, in order, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt` when an entry no longer fits, `Database`.
    pub async fn changes_since(&self, seq: i64, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let rows = Entity::find().filter(row::Column::Seq.gt(seq)).order_by_asc(row::Column::Seq).limit(limit).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }
}

fn read(row: Model) -> Result<Entry, StoreError> {
    let id = row.seq.to_string();
    let corrupt = |column, problem| StoreError::corrupt("change", column, &id, problem);
    let subject = match row.kind.as_str() {
        CONCEPT => Subject::Concept(row.slug),
        SETTING => Subject::Setting(row.slug),
        _ => Subject::Record {
            kind: Kind::parse(&row.kind).ok_or_else(|| corrupt("kind", row.kind.clone()))?,
            slug: row.slug,
            id: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
            revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        },
    };
    Ok(Entry {
        seq: row.seq,
        at: Timestamp::from_microsecond(row.at).map_err(|error| corrupt("at", error.to_string()))?,
        change: Change::parse(&row.change).ok_or_else(|| corrupt("change", row.change.clone()))?,
        subject,
    })
}

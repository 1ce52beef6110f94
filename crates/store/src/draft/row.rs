//! Rows of the tables of drafts, and how they are read.

use std::collections::HashMap;

use ayni_domain::draft::{DraftState, Pace};
use ayni_domain::person::PersonId;
use ayni_domain::{Kind, LanguageTag, Slug};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::entity::prelude::*;
use serde_json::{Map, Value};

use super::{Base, Draft};
use crate::StoreError;

pub mod draft {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub kind: String,
        pub slug: Option<String>,
        pub record_id: Option<String>,
        pub base_revision: Option<i32>,
        pub revision: Option<i32>,
        pub author_id: String,
        pub organization: Option<String>,
        pub language: String,
        pub body: String,
        pub version: i32,
        pub saved_by_id: String,
        pub state: String,
        pub since: i64,
        pub touched_at: i64,
        pub reminded: i32,
        pub created_at: i64,
        pub submitted_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub draft_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub body: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod editor {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_editor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub draft_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub const fn number(n: u32) -> i32 {
    if n > i32::MAX as u32 { i32::MAX } else { n.cast_signed() }
}

pub fn corrupt(column: &'static str, id: &str, problem: impl ToString) -> StoreError {
    StoreError::corrupt("draft", column, id, problem)
}

/// A person as in a column: the identifier alone, as in the table of people.
pub fn person_column(person: PersonId) -> String {
    person.0.to_string()
}

pub fn read_person(text: &str) -> Result<PersonId, uuid::Error> {
    Uuid::parse_str(text).map(PersonId)
}

pub fn read_body(text: &str) -> Result<Map<String, Value>, serde_json::Error> {
    serde_json::from_str(text)
}

/// The people who wrote in these drafts besides their authors.
async fn editors(db: &impl ConnectionTrait, rows: &[draft::Model]) -> Result<HashMap<String, Vec<PersonId>>, StoreError> {
    let mut editors: HashMap<String, Vec<PersonId>> = HashMap::new();
    for part in rows.chunks(500) {
        let ids = part.iter().map(|row| row.id.as_str());
        for row in editor::Entity::find().filter(editor::Column::DraftId.is_in(ids)).all(db).await? {
            let person = read_person(&row.person_id).map_err(|error| StoreError::corrupt("draft_editor", "person_id", &row.draft_id, error))?;
            editors.entry(row.draft_id).or_default().push(person);
        }
    }
    Ok(editors)
}

pub async fn read_all(db: &impl ConnectionTrait, rows: Vec<draft::Model>) -> Result<Vec<Draft>, StoreError> {
    let mut editors = editors(db, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let editors = editors.remove(&row.id).unwrap_or_default();
            read(row, editors)
        })
        .collect()
}

pub fn read_pace(row: &draft::Model) -> Result<Pace, StoreError> {
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, &row.id, error));
    Ok(Pace {
        state: DraftState::parse(&row.state).ok_or_else(|| corrupt("state", &row.id, &row.state))?,
        since: time("since", row.since)?,
        touched_at: time("touched_at", row.touched_at)?,
        reminded: u32::try_from(row.reminded).map_err(|error| corrupt("reminded", &row.id, error))?,
    })
}

fn read(row: draft::Model, mut editors: Vec<PersonId>) -> Result<Draft, StoreError> {
    let wrong = |column, problem: String| corrupt(column, &row.id, problem);
    let uuid = |column, text: &str| Uuid::parse_str(text).map_err(|error| wrong(column, error.to_string()));
    let person = |column, text: &str| read_person(text).map_err(|error| wrong(column, error.to_string()));
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| wrong(column, error.to_string()));
    let count = |column, n: i32| u32::try_from(n).map_err(|error| wrong(column, error.to_string()));
    let slug = |column, text: &Option<String>| text.as_deref().map(Slug::parse).transpose().map_err(|error| wrong(column, error.to_string()));
    let base = |column, revision: Option<i32>| -> Result<Option<Base>, StoreError> {
        let (Some(record), Some(revision)) = (&row.record_id, revision) else { return Ok(None) };
        Ok(Some(Base { record: uuid("record_id", record)?, revision: count(column, revision)? }))
    };
    let Pace { state, since, touched_at, reminded } = read_pace(&row)?;
    let author = person("author_id", &row.author_id)?;
    editors.retain(|editor| *editor != author);
    Ok(Draft {
        id: uuid("id", &row.id)?,
        kind: Kind::parse(&row.kind).ok_or_else(|| wrong("kind", row.kind.clone()))?,
        slug: slug("slug", &row.slug)?,
        revises: base("base_revision", row.base_revision)?,
        became: base("revision", row.revision)?,
        author,
        editors,
        organization: slug("organization", &row.organization)?,
        language: LanguageTag::parse(&row.language).ok_or_else(|| wrong("language", row.language.clone()))?,
        body: read_body(&row.body).map_err(|error| wrong("body", error.to_string()))?,
        version: count("version", row.version)?,
        saved_by: person("saved_by_id", &row.saved_by_id)?,
        state,
        since,
        touched_at,
        reminded,
        created_at: time("created_at", row.created_at)?,
        submitted_at: row.submitted_at.map(|at| time("submitted_at", at)).transpose()?,
    })
}

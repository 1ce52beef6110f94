//! Translations of single texts: drafts, those that wait or came back, and those that were let through into their record.

use ayni_domain::change::Change;
use ayni_domain::translation::{FieldState, Stage, Translation, states, translated};
use ayni_domain::{LanguageTag, Record, RecordKey};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};

use crate::record::{keys_of, read_body};
use crate::revision::Signature;
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "translation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub record_id: String,
        pub field: String,
        pub language: String,
        pub text: String,
        pub state: String,
        pub by_machine: i32,
        pub author: String,
        pub revision: i32,
        pub at: i64,
        pub reviewer: Option<String>,
        pub reviewed_at: Option<i64>,
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::{Column, Entity, Model};

const DRAFT: &str = "draft";
const WAITING: &str = "waiting";
const RETURNED: &str = "returned";
const REVIEWED: &str = "reviewed";

impl Store {
    /// The translations of a record, drafts and reviewed ones, the oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translations(&self, record: Uuid) -> Result<Vec<Translation>, StoreError> {
        let rows =
            Entity::find().filter(Column::RecordId.eq(record.to_string())).order_by_asc(Column::At).order_by_asc(Column::Id).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }

    /// How every text of a record stands in every language.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translation_states(&self, record: &Record) -> Result<Vec<FieldState>, StoreError> {
        let envelope = &record.envelope;
        let rows = self.translations(envelope.id).await?;
        if envelope.revision == 1 {
            return Ok(states(&[(1, &record.body)], &rows)); // it has no other past
        }
        let revisions = self.revisions_of(envelope.id).await?;
        let bodies: Vec<_> = revisions.iter().map(|revision| (revision.revision, &revision.body)).collect();
        Ok(states(&bodies, &rows))
    }

    /// A translation with the record that it belongs to.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translation(&self, id: Uuid) -> Result<Option<(RecordKey, Translation)>, StoreError> {
        let row = Entity::find_by_id(id.to_string()).one(&self.db).await?;
        Ok(self.with_keys(row.into_iter().collect()).await?.pop())
    }

    /// Translations that wait to be let through, those that wait longest first, at most `limit`; `language` narrows to one, whatever its region.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn waiting_translations(&self, language: Option<&LanguageTag>, limit: u64) -> Result<Vec<(RecordKey, Translation)>, StoreError> {
        let mut query = Entity::find().filter(Column::State.eq(WAITING)).order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit);
        if let Some(language) = language {
            let primary = language.primary();
            let region = Column::Language.starts_with(format!("{primary}-"));
            query = query.filter(Condition::any().add(Column::Language.eq(primary)).add(region));
        }
        self.with_keys(query.all(&self.db).await?).await
    }

    /// What somebody wrote that is not let through yet, the oldest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn unfinished_translations(&self, author: &str, limit: u64) -> Result<Vec<(RecordKey, Translation)>, StoreError> {
        let query = Entity::find().filter(Column::Author.eq(author)).filter(Column::State.ne(REVIEWED));
        let rows = query.order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit).all(&self.db).await?;
        self.with_keys(rows).await
    }

    async fn with_keys(&self, rows: Vec<Model>) -> Result<Vec<(RecordKey, Translation)>, StoreError> {
        let keys = keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        rows.into_iter().filter_map(|row| Some((keys.get(&row.record_id)?.clone(), row))).map(|(key, row)| Ok((key, read(row)?))).collect()
    }
}

impl Tx {
    /// Keeps a draft; its stage is passed over. Who wrote one of this text in this language before has it replaced, and what had been handed
    /// over waits no more.
    ///
    /// Returns the identifier under which it is kept: that of the one before, if there was one.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when the record is withdrawn; `Translation` when the text could not be put into the record; `Database`.
    pub async fn save_translation(&self, key: &RecordKey, draft: &Translation) -> Result<Uuid, StoreError> {
        let record = self.published(key).await?;
        let (_, body) = read_body(&record.body).map_err(|problem| StoreError::corrupt("record", "body", &record.id, problem))?;
        let (_, text) = translated(key, &body, &draft.field, &draft.language, &draft.text)?;
        let before = Entity::find()
            .filter(Column::RecordId.eq(record.id.as_str()))
            .filter(Column::Field.eq(draft.field.as_str()))
            .filter(Column::Language.eq(draft.language.as_str()))
            .filter(Column::Author.eq(draft.author.as_str()))
            .filter(Column::State.ne(REVIEWED))
            .one(&self.db)
            .await?
            .map(read)
            .transpose()?;
        let id = before.as_ref().map_or(draft.id, |before| before.id);
        let (exists, stage) = (before.is_some(), before.map_or(Stage::Draft, |before| before.stage.after_writing()));
        let (state, reviewer, reviewed_at, reason) = columns(stage);
        let row = row::ActiveModel {
            id: Set(id.to_string()),
            record_id: Set(record.id),
            field: Set(draft.field.clone()),
            language: Set(draft.language.to_string()),
            text: Set(text),
            state: Set(state.to_owned()),
            by_machine: Set(i32::from(draft.by_machine)),
            author: Set(draft.author.clone()),
            revision: Set(i32::try_from(draft.revision).unwrap_or(i32::MAX).min(record.revision)),
            at: Set(draft.at.as_microsecond()),
            reviewer: Set(reviewer),
            reviewed_at: Set(reviewed_at),
            reason: Set(reason),
        };
        if exists {
            Entity::update(row).exec(&self.db).await?;
        } else {
            Entity::insert(row).exec_without_returning(&self.db).await?;
        }
        Ok(id)
    }

    /// Hands a draft over to be read by somebody else.
    ///
    /// # Errors
    /// `Missing`; `TranslationStep` for another's or one that waits already; `Corrupt`, `Database`.
    pub async fn hand_translation_over(&self, id: Uuid, author: &str, at: Timestamp) -> Result<(), StoreError> {
        let waiting = read(self.translation_row(id).await?)?.hand_over(author, at)?;
        self.set_stage(waiting).await
    }

    /// Sends a translation that waits back to its author.
    ///
    /// # Errors
    /// `Missing`; `TranslationStep` for the reader's own, one that does not wait, or a reason that says nothing; `Corrupt`, `Database`.
    pub async fn send_translation_back(&self, id: Uuid, reviewer: &str, reason: &str, at: Timestamp) -> Result<(), StoreError> {
        let returned = read(self.translation_row(id).await?)?.send_back(reviewer, reason, at)?;
        self.set_stage(returned).await
    }

    /// Lets a translation that waits through into its record: a revision `translated`, of author and reviewer. The day of review stays.
    ///
    /// Returns the record.
    ///
    /// # Errors
    /// `Missing`; `TranslationStep` for the reader's own or one that does not wait; `NoRecord`, `WrongState` when the record is withdrawn;
    /// `Translation` when the record changed so that the text does not fit any more; `Corrupt`, `Database`.
    pub async fn let_translation_through(&self, id: Uuid, reviewer: &str, at: Timestamp) -> Result<RecordKey, StoreError> {
        let row = self.translation_row(id).await?;
        let record_id = row.record_id.clone();
        let translation = read(row)?.let_through(reviewer, at)?;
        let keys = keys_of(&self.db, [record_id.as_str()]).await?;
        let key = keys.get(&record_id).ok_or_else(|| StoreError::corrupt("translation", "record_id", &id.to_string(), &record_id))?.clone();
        let record = self.published(&key).await?;
        let (_, body) = read_body(&record.body).map_err(|problem| StoreError::corrupt("record", "body", &record.id, problem))?;
        let (body, _) = translated(&key, &body, &translation.field, &translation.language, &translation.text)?;
        let signature = Signature { author: translation.author.clone(), reviewer: reviewer.to_owned(), note: None, at };
        self.revise(record.with_body(&key, &body), Change::Translated, &signature).await?;
        self.set_stage(translation).await?;
        Ok(key)
    }

    async fn translation_row(&self, id: Uuid) -> Result<Model, StoreError> {
        Entity::find_by_id(id.to_string()).one(&self.db).await?.ok_or(StoreError::Missing("translation", id))
    }

    async fn set_stage(&self, translation: Translation) -> Result<(), StoreError> {
        let (state, reviewer, reviewed_at, reason) = columns(translation.stage);
        let row = row::ActiveModel {
            id: Set(translation.id.to_string()),
            at: Set(translation.at.as_microsecond()),
            state: Set(state.to_owned()),
            reviewer: Set(reviewer),
            reviewed_at: Set(reviewed_at),
            reason: Set(reason),
            ..Default::default()
        };
        Entity::update(row).exec(&self.db).await?;
        Ok(())
    }

    /// Throws a draft away; one that was let through stays. Returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_translation(&self, id: Uuid) -> Result<bool, StoreError> {
        let dropped = Entity::delete_many().filter(Column::Id.eq(id.to_string())).filter(Column::State.ne(REVIEWED)).exec(&self.db).await?;
        Ok(dropped.rows_affected == 1)
    }
}

fn uuid(column: &'static str, text: &str, id: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text).map_err(|error| StoreError::corrupt("translation", column, id, error))
}

/// A stage as it stands in the columns `state`, `reviewer`, `reviewed_at` and `reason`.
fn columns(stage: Stage) -> (&'static str, Option<String>, Option<i64>, Option<String>) {
    match stage {
        Stage::Draft => (DRAFT, None, None, None),
        Stage::Waiting => (WAITING, None, None, None),
        Stage::Returned { by, at, reason } => (RETURNED, Some(by), Some(at.as_microsecond()), Some(reason)),
        Stage::Reviewed { by, at } => (REVIEWED, Some(by), Some(at.as_microsecond()), None),
    }
}

fn read(row: Model) -> Result<Translation, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("translation", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let stage = match (row.state.as_str(), &row.reviewer, row.reviewed_at) {
        (DRAFT, ..) => Stage::Draft,
        (WAITING, ..) => Stage::Waiting,
        (RETURNED, Some(by), Some(at)) => {
            Stage::Returned { by: by.clone(), at: time("reviewed_at", at)?, reason: row.reason.clone().unwrap_or_default() }
        }
        (REVIEWED, Some(by), Some(at)) => Stage::Reviewed { by: by.clone(), at: time("reviewed_at", at)? },
        _ => return Err(corrupt("state", row.state.clone())),
    };
    Ok(Translation {
        id: uuid("id", &row.id, &row.id)?,
        language: LanguageTag::parse(&row.language).ok_or_else(|| corrupt("language", row.language.clone()))?,
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        at: time("at", row.at)?,
        by_machine: row.by_machine != 0,
        stage,
        field: row.field,
        text: row.text,
        author: row.author,
    })
}

#[cfg(test)]
mod tests;

//! Beginning and saving drafts: a save that is based on an older version than the kept one writes nothing.

use ayni_domain::difference::differences;
use ayni_domain::draft::{DraftState, Refusal, tidy};
use ayni_domain::merge::{Conflict, Merged, merge};
use ayni_domain::person::PersonId;
use ayni_domain::snapshot::from_record;
use ayni_domain::{Kind, LanguageTag, RecordKey, Slug};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Map, Value};

use super::row::{draft, editor, number, person_column, version};
use super::{Draft, get, row};
use crate::known::{body_at, record_by_id, record_by_key};
use crate::{StoreError, Tx};

/// Versions of a draft that are kept to merge from.
const KEPT_VERSIONS: u32 = 20;

/// What a draft begins with.
#[derive(Debug, Clone, PartialEq)]
pub enum Beginning {
    /// A new record.
    New {
        /// Its kind.
        kind: Kind,
        /// Its fields so far.
        body: Map<String, Value>,
    },
    /// Changes to a published record.
    Revision {
        /// Which one.
        key: RecordKey,
        /// Its fields as they are to be; as they are, where none are given.
        body: Option<Map<String, Value>>,
    },
}

/// A draft to begin.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDraft {
    /// What it begins with.
    pub beginning: Beginning,
    /// Who begins it.
    pub author: PersonId,
    /// For which organization.
    pub organization: Option<Slug>,
    /// In which language it is written.
    pub language: LanguageTag,
}

/// What came of a save.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveOutcome {
    /// It is kept, as this version.
    Saved(u32),
    /// Another save came in between; nothing was written.
    Conflict {
        /// The draft as kept, with who saved it.
        theirs: Box<Draft>,
        /// Both together, to be saved on top of `theirs`; in places of conflict it has their value.
        merged: Merged,
    },
}

impl Tx {
    /// Begins a draft.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when the record to change is withdrawn, `Database`.
    pub async fn add_draft(&self, new: NewDraft, at: Timestamp) -> Result<Draft, StoreError> {
        let id = Uuid::now_v7();
        let (kind, slug, base, body) = match new.beginning {
            Beginning::New { kind, body } => (kind, None, None, body),
            Beginning::Revision { key, body } => {
                let record = record_by_key(&self.db, &key).await?.ok_or_else(|| StoreError::NoRecord(key.clone()))?.published()?;
                let body = body.unwrap_or_else(|| from_record(&record.body));
                (key.kind, Some(key.slug), Some(record.base), body)
            }
        };
        let (author, now) = (person_column(new.author), at.as_microsecond());
        let row = draft::Model {
            id: id.to_string(),
            kind: kind.code().to_owned(),
            slug: slug.map(|slug| slug.as_str().to_owned()),
            record_id: base.map(|base| base.record.to_string()),
            base_revision: base.map(|base| number(base.revision)),
            revision: None,
            author_id: author.clone(),
            organization: new.organization.map(|slug| slug.as_str().to_owned()),
            language: new.language.as_str().to_owned(),
            body: Value::Object(tidy(body)).to_string(),
            version: 1,
            saved_by_id: author,
            state: DraftState::Draft.code().to_owned(),
            since: now,
            touched_at: now,
            reminded: 0,
            created_at: now,
            submitted_at: None,
        };
        let version = version::Model { draft_id: row.id.clone(), version: 1, body: row.body.clone() };
        draft::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(&self.db).await?;
        version::Entity::insert(version.into_active_model().reset_all()).exec_without_returning(&self.db).await?;
        get(&self.db, id).await
    }

    /// Says under which slug the draft of a new record is to be published; with a number behind it, if another has it when this is handed in.
    ///
    /// # Errors
    /// `Database`.
    pub async fn want_slug(&self, id: Uuid, slug: &Slug) -> Result<(), StoreError> {
        let set = draft::ActiveModel { slug: sea_orm::Set(Some(slug.as_str().to_owned())), ..Default::default() };
        let new = draft::Entity::update_many().set(set).filter(draft::Column::Id.eq(id.to_string())).filter(draft::Column::RecordId.is_null());
        new.exec(&self.db).await?;
        Ok(())
    }

    /// Saves a draft whose writer began with the version `based_on`.
    ///
    /// What is kept already, word for word, counts as saved: whoever did not hear of a save may send it again.
    ///
    /// # Errors
    /// `NoDraft`, `Refused` when the draft cannot be edited now, `Database`.
    pub async fn save_draft(
        &self,
        id: Uuid,
        based_on: u32,
        body: Map<String, Value>,
        by: PersonId,
        at: Timestamp,
    ) -> Result<SaveOutcome, StoreError> {
        let kept = get(&self.db, id).await?;
        if !kept.state.is_editable() {
            return Err(Refusal::NotEditable(kept.state).into());
        }
        let body = tidy(body);
        if differences(&kept.body, &body).is_empty() {
            return Ok(SaveOutcome::Saved(kept.version));
        }
        if based_on != kept.version {
            let base = self.version_of(id, based_on).await?.unwrap_or_default();
            let merged = merge(&base, &body, &kept.body);
            return Ok(SaveOutcome::Conflict { theirs: Box::new(kept), merged });
        }
        self.write_version(&kept, body, by, at).await.map(SaveOutcome::Saved)
    }

    /// Brings a draft up to the present revision of the record that it changes.
    ///
    /// Where both changed the same place the draft keeps its words; the record's are in the conflicts, as `mine`.
    ///
    /// # Errors
    /// `NoDraft`, `Refused` when the draft cannot be edited now, `WrongState` when the record is withdrawn, `Database`.
    pub async fn rebase_draft(&self, id: Uuid, by: PersonId, at: Timestamp) -> Result<(Draft, Vec<Conflict>), StoreError> {
        let kept = get(&self.db, id).await?;
        if !kept.state.is_editable() {
            return Err(Refusal::NotEditable(kept.state).into());
        }
        let Some(base) = kept.revises else { return Ok((kept, Vec::new())) };
        let record = record_by_id(&self.db, base.record).await?.published()?;
        if record.base.revision == base.revision {
            return Ok((kept, Vec::new()));
        }
        let Merged { body, conflicts } = merge(&from_record(&body_at(&self.db, base).await?), &from_record(&record.body), &kept.body);
        let set = draft::ActiveModel { base_revision: sea_orm::Set(Some(number(record.base.revision))), ..Default::default() };
        draft::Entity::update_many().set(set).filter(draft::Column::Id.eq(id.to_string())).exec(&self.db).await?;
        self.write_version(&kept, body, by, at).await?;
        Ok((get(&self.db, id).await?, conflicts))
    }

    async fn version_of(&self, id: Uuid, version: u32) -> Result<Option<Map<String, Value>>, StoreError> {
        let row = version::Entity::find_by_id((id.to_string(), number(version))).one(&self.db).await?;
        row.map(|row| row::read_body(&row.body).map_err(|error| StoreError::corrupt("draft_version", "body", &row.draft_id, error))).transpose()
    }

    pub(super) async fn write_version(&self, kept: &Draft, body: Map<String, Value>, by: PersonId, at: Timestamp) -> Result<u32, StoreError> {
        let (id, next) = (kept.id.to_string(), kept.version + 1);
        let body = Value::Object(body).to_string();
        let set = draft::ActiveModel {
            body: sea_orm::Set(body.clone()),
            version: sea_orm::Set(number(next)),
            saved_by_id: sea_orm::Set(person_column(by)),
            touched_at: sea_orm::Set(at.as_microsecond()),
            reminded: sea_orm::Set(0),
            ..Default::default()
        };
        let same_version = draft::Column::Version.eq(number(kept.version));
        let changed = draft::Entity::update_many().set(set).filter(draft::Column::Id.eq(id.as_str())).filter(same_version).exec(&self.db).await?;
        if changed.rows_affected != 1 {
            return Err(row::corrupt("version", &id, "another save came in between"));
        }
        let version = version::Model { draft_id: id.clone(), version: number(next), body };
        version::Entity::insert(version.into_active_model().reset_all()).exec_without_returning(&self.db).await?;
        let too_old = version::Column::Version.lte(number(next.saturating_sub(KEPT_VERSIONS)));
        version::Entity::delete_many().filter(version::Column::DraftId.eq(id)).filter(too_old).exec(&self.db).await?;
        self.note_editor(kept, by).await?;
        Ok(next)
    }

    pub(super) async fn note_editor(&self, draft: &Draft, person: PersonId) -> Result<(), StoreError> {
        if draft.author == person || draft.editors.contains(&person) {
            return Ok(());
        }
        let row = editor::Model { draft_id: draft.id.to_string(), person_id: person_column(person) };
        let once = OnConflict::columns([editor::Column::DraftId, editor::Column::PersonId]).do_nothing().to_owned();
        editor::Entity::insert(row.into_active_model().reset_all()).on_conflict(once).exec_without_returning(&self.db).await?;
        Ok(())
    }
}

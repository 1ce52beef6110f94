//! Drafts: begin, save, find and list what is written before it is published.
//!
//! Steps and publishing are in `step` and `publish`, files in `file`, what ends in `forget`, comments and checklists in [`crate::review`]. Who may see or edit a draft is
//! for the caller to ask; the rules of [`ayni_domain::draft`] hold here whoever calls.

mod file;
mod forget;
mod publish;
pub(crate) mod row;
mod save;
mod step;
#[cfg(test)]
mod tests;

use ayni_domain::difference::{Difference, differences};
use ayni_domain::draft::{DraftState, Due, Pace, due};
use ayni_domain::person::PersonId;
use ayni_domain::snapshot::from_record;
use ayni_domain::{Kind, LanguageTag, RecordKey, Slug};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{Condition, ConnectionTrait, QueryOrder, QuerySelect};
use serde_json::{Map, Value};

pub use file::DraftFile;
pub use save::{Beginning, NewDraft, SaveOutcome};
pub use step::Taking;

use crate::known::body_at;
use crate::{Store, StoreError};
use row::draft::{Column, Entity};
use row::{editor, read_all};

/// A revision of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Base {
    /// Identifier of the record.
    pub record: Uuid,
    /// Number of the revision.
    pub revision: u32,
}

/// A draft as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Identifier.
    pub id: Uuid,
    /// Kind of the record.
    pub kind: Kind,
    /// Slug of the record; a new one has none before it is submitted, unless one is wanted for it.
    pub slug: Option<Slug>,
    /// What it changes; none for a new record.
    pub revises: Option<Base>,
    /// What it became, once published.
    pub became: Option<Base>,
    /// Who began it.
    pub author: PersonId,
    /// Who else wrote in it.
    pub editors: Vec<PersonId>,
    /// For which organization it is written.
    pub organization: Option<Slug>,
    /// In which language it is written.
    pub language: LanguageTag,
    /// The fields as typed, without kind and slug; may be incomplete.
    pub body: Map<String, Value>,
    /// 1 for the first; grows with each save.
    pub version: u32,
    /// Who saved this version.
    pub saved_by: PersonId,
    /// Where it stands; [`ayni_domain::draft::holder`] says who holds the next step.
    pub state: DraftState,
    /// Since when.
    pub since: Timestamp,
    /// Last save or step.
    pub touched_at: Timestamp,
    /// Number of reminders to the holder of the next step.
    pub reminded: u32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last submitted.
    pub submitted_at: Option<Timestamp>,
}

impl Draft {
    /// Everybody who wrote any part of it.
    #[must_use]
    pub fn writers(&self) -> Vec<PersonId> {
        std::iter::once(self.author).chain(self.editors.iter().copied()).collect()
    }

    /// The record that it is about, once it has a slug.
    #[must_use]
    pub fn key(&self) -> Option<RecordKey> {
        Some(RecordKey { kind: self.kind, slug: self.slug.clone()? })
    }

    /// What its clock needs to know.
    #[must_use]
    pub const fn pace(&self) -> Pace {
        Pace { state: self.state, since: self.since, touched_at: self.touched_at, reminded: self.reminded }
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Draft>, StoreError> {
    let rows = Entity::find_by_id(id.to_string()).all(db).await?;
    Ok(read_all(db, rows).await?.pop())
}

pub(crate) async fn get(db: &impl ConnectionTrait, id: Uuid) -> Result<Draft, StoreError> {
    find(db, id).await?.ok_or(StoreError::NoDraft(id))
}

impl Store {
    /// A draft.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn find_draft(&self, id: Uuid) -> Result<Option<Draft>, StoreError> {
        find(&self.db, id).await
    }

    /// Drafts that a person began or wrote in, those touched last first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn drafts_of(&self, person: PersonId, limit: u64) -> Result<Vec<Draft>, StoreError> {
        let person = row::person_column(person);
        let edited =
            Query::select().column(editor::Column::DraftId).from(editor::Entity).and_where(editor::Column::PersonId.eq(person.as_str())).to_owned();
        let own = Condition::any().add(Column::AuthorId.eq(person)).add(Column::Id.in_subquery(edited));
        self.drafts(own, limit).await
    }

    /// Drafts that are written for an organization, those touched last first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn drafts_for(&self, organization: &Slug, limit: u64) -> Result<Vec<Draft>, StoreError> {
        self.drafts(Condition::all().add(Column::Organization.eq(organization.as_str())), limit).await
    }

    /// Drafts that change a record or became it, those touched last first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn drafts_revising(&self, record: Uuid, limit: u64) -> Result<Vec<Draft>, StoreError> {
        self.drafts(Condition::all().add(Column::RecordId.eq(record.to_string())), limit).await
    }

    async fn drafts(&self, condition: Condition, limit: u64) -> Result<Vec<Draft>, StoreError> {
        let query = Entity::find().filter(condition).order_by_desc(Column::TouchedAt).order_by_desc(Column::Id).limit(limit);
        read_all(&self.db, query.all(&self.db).await?).await
    }

    /// Drafts in a state, those first that have waited longest, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn drafts_in(&self, state: DraftState, limit: u64) -> Result<Vec<Draft>, StoreError> {
        let query = Entity::find().filter(Column::State.eq(state.code())).order_by_asc(Column::Since).order_by_asc(Column::Id).limit(limit);
        read_all(&self.db, query.all(&self.db).await?).await
    }

    /// Drafts for which time has brought something about, the oldest first.
    ///
    /// A reminder is noted with [`crate::Tx::note_reminder`], an abandonment taken as a step by the clock.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn drafts_due(&self, now: Timestamp) -> Result<Vec<(Draft, Due)>, StoreError> {
        let open = DraftState::ALL.iter().filter(|state| state.is_open()).map(|state| state.code());
        let (mut due_drafts, mut after) = (Vec::new(), String::new());
        loop {
            let page = Entity::find().filter(Column::State.is_in(open.clone())).filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(500);
            let rows = page.all(&self.db).await?;
            let Some(last) = rows.last() else { break };
            after = last.id.clone();
            let mut found = Vec::new();
            for row in rows {
                if due(&row::read_pace(&row)?, now).is_some() {
                    found.push(row);
                }
            }
            let drafts = read_all(&self.db, found).await?;
            due_drafts.extend(drafts.into_iter().filter_map(|draft| due(&draft.pace(), now).map(|due| (draft, due))));
        }
        due_drafts.sort_by_key(|(draft, _)| draft.since);
        Ok(due_drafts)
    }

    /// What a draft changes of the revision that it began with; everything, where it is a new record.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn draft_changes(&self, draft: &Draft) -> Result<Vec<Difference>, StoreError> {
        let before = match draft.revises {
            Some(base) => from_record(&body_at(&self.db, base).await?),
            None => Map::new(),
        };
        Ok(differences(&before, &draft.body))
    }
}

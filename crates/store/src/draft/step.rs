//! Steps: what happens to a draft, each with its row, in one transaction with what it brings about.

use ayni_domain::draft::{By, Due, Holder, Refusal, Step, after, due, holder};
use ayni_domain::path::Path;
use ayni_domain::snapshot::{missing, to_record};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{Set, prelude::Uuid};

use super::row::{draft, number, version};
use super::{Draft, get};
use crate::known::body_at;
use crate::{StoreError, Tx, review};

/// A step to take.
#[derive(Debug, Clone, PartialEq)]
pub struct Taking {
    /// Which one.
    pub step: Step,
    /// Who takes it, and as what.
    pub by: By,
    /// Reason, note or comment.
    pub words: Option<String>,
    /// What a comment is about; the whole draft, where no field is named.
    pub field: Option<Path>,
}

impl Taking {
    /// A step about the whole draft.
    #[must_use]
    pub fn new(step: Step, by: By, words: Option<&str>) -> Self {
        Self { step, by, words: words.map(str::to_owned), field: None }
    }
}

impl Tx {
    /// Takes a step: submitting, commenting, asking for changes, publishing, declining, abandoning, resuming.
    ///
    /// Returns the draft as it then is. Publishing writes the record, signed by author and reviewer, in the same transaction; after
    /// an error the transaction is to be dropped.
    ///
    /// # Errors
    /// `NoDraft`; `Refused` with the reason; `WrongState` when the record to change is withdrawn; `Database`.
    pub async fn take_step(&self, id: Uuid, taking: &Taking, at: Timestamp) -> Result<Draft, StoreError> {
        let draft = get(&self.db, id).await?;
        let words = taking.words.as_deref().map(str::trim).filter(|words| !words.is_empty());
        let state = after(draft.state, taking.step, taking.by, &draft.writers(), words)?;
        if taking.by == By::Clock && due(&draft.pace(), at) != Some(Due::Abandonment) {
            return Err(Refusal::NotDue.into()); // somebody was quicker
        }
        let now = at.as_microsecond();
        let mut row = draft::ActiveModel { touched_at: Set(now), ..Default::default() };
        if state != draft.state {
            (row.state, row.since, row.reminded) = (Set(state.code().to_owned()), Set(now), Set(0));
        } else if holder(state) == Some(Holder::Author) {
            row.reminded = Set(0); // there is news to answer
        }
        match (taking.step, taking.by) {
            (Step::Submitted, _) => {
                self.check_submission(&draft).await?;
                row.submitted_at = Set(Some(now));
                if draft.revises.is_none() {
                    row.slug = Set(Some(self.free_slug(&draft, at).await?.as_str().to_owned()));
                }
            }
            (Step::Published, By::Reviewer(reviewer)) => {
                let (key, became) = self.publish(&draft, reviewer, words, at).await?;
                row.slug = Set(Some(key.slug.as_str().to_owned()));
                row.record_id = Set(Some(became.record.to_string()));
                row.revision = Set(Some(number(became.revision)));
                version::Entity::delete_many().filter(version::Column::DraftId.eq(id.to_string())).exec(&self.db).await?;
            }
            _ => {}
        }
        if let (Step::Submitted | Step::Resumed, By::Writer(person)) = (taking.step, taking.by) {
            self.note_editor(&draft, person).await?; // who hands in a text stands for it
        }
        draft::Entity::update_many().set(row).filter(draft::Column::Id.eq(id.to_string())).exec(&self.db).await?;
        review::add_step(&self.db, &draft, taking, words, at).await?;
        get(&self.db, id).await
    }

    async fn check_submission(&self, draft: &Draft) -> Result<(), StoreError> {
        let issues = missing(draft.kind, &draft.body, draft.revises.is_some());
        if !issues.is_empty() {
            return Err(Refusal::Unfinished(issues).into());
        }
        if let (Some(base), Some(key)) = (draft.revises, draft.key()) {
            let (_, body) = to_record(&key, &draft.body).map_err(Refusal::Unfinished)?;
            if body == body_at(&self.db, base).await? && !self.has_files(draft.id).await? {
                return Err(Refusal::NothingNew.into());
            }
        }
        Ok(())
    }

    /// Notes that the holder of the next step was reminded for the `nth` time.
    ///
    /// # Errors
    /// `Database`.
    pub async fn note_reminder(&self, id: Uuid, nth: u32) -> Result<(), StoreError> {
        let row = draft::ActiveModel { reminded: Set(number(nth)), ..Default::default() };
        draft::Entity::update_many().set(row).filter(draft::Column::Id.eq(id.to_string())).exec(&self.db).await?;
        Ok(())
    }
}

//! Publishing a draft: the record, its revision and the entry of the change log come about with the step, or not at all.

use ayni_domain::checklist;
use ayni_domain::draft::Refusal;
use ayni_domain::merge::{Merged, merge};
use ayni_domain::person::PersonId;
use ayni_domain::snapshot::{from_record, to_record};
use ayni_domain::{Body, Kind, RecordKey, Slug};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, Statement};

use super::row::draft;
use super::{Base, Draft};
use crate::known::{body_at, record_by_id, record_by_key};
use crate::record::Saved;
use crate::revision::Signature;
use crate::{StoreError, Tx, review};

impl Tx {
    /// Publishes a draft whose step has been allowed; returns what it became.
    pub(super) async fn publish(
        &self,
        draft: &Draft,
        reviewer: PersonId,
        note: Option<&str>,
        at: Timestamp,
    ) -> Result<(RecordKey, Base), StoreError> {
        let answers = review::answers(&self.db, draft.id).await?;
        let open = checklist::open(draft.kind, &answers.into_iter().map(|(point, given)| (point, given.answer)).collect());
        if !open.is_empty() {
            return Err(Refusal::Unchecked(open).into());
        }
        let (key, body) = self.record_of(draft, at).await?;
        let signature = Signature { author: draft.author.to_string(), reviewer: reviewer.to_string(), note: note.map(str::to_owned), at };
        match self.save_all(&[(key.clone(), body)], &signature).await?.first() {
            Some(Saved::Added) => self.give_steward(&key, draft).await?,
            Some(Saved::Revised) => {}
            Some(Saved::Withdrawn) => return Err(StoreError::WrongState(key, "withdrawn")),
            Some(Saved::Unchanged) | None if self.has_files(draft.id).await? => {}
            Some(Saved::Unchanged) | None => return Err(Refusal::NothingNew.into()),
        }
        self.publish_files(&key, draft, &signature).await?;
        let record = record_by_key(&self.db, &key).await?.ok_or_else(|| StoreError::NoRecord(key.clone()))?;
        Ok((key, record.base))
    }

    /// The record that a draft becomes; what was changed in the record meanwhile is merged where it touches other places.
    async fn record_of(&self, draft: &Draft, at: Timestamp) -> Result<(RecordKey, Body), StoreError> {
        let Some(base) = draft.revises else {
            let slug = self.free_slug(draft, at).await?;
            return Ok(to_record(&RecordKey { kind: draft.kind, slug }, &draft.body).map_err(Refusal::Unfinished)?);
        };
        let record = record_by_id(&self.db, base.record).await?.published()?;
        if record.base.revision == base.revision {
            return Ok(to_record(&record.key, &draft.body).map_err(Refusal::Unfinished)?);
        }
        let Merged { body, conflicts } = merge(&from_record(&body_at(&self.db, base).await?), &draft.body, &from_record(&record.body));
        if !conflicts.is_empty() {
            return Err(Refusal::MovedOn(conflicts).into());
        }
        Ok(to_record(&record.key, &body).map_err(Refusal::Unfinished)?)
    }

    /// The slug of a new record: the draft's own or one from its title; with a number when a record or another draft has it.
    pub(super) async fn free_slug(&self, draft: &Draft, at: Timestamp) -> Result<Slug, StoreError> {
        let wanted = match &draft.slug {
            Some(slug) => slug.clone(),
            None => {
                let key = RecordKey { kind: draft.kind, slug: Slug::of_kind(draft.kind) };
                let (_, body) = to_record(&key, &draft.body).map_err(Refusal::Unfinished)?;
                Slug::of_new(&body, at.to_zoned_datetime(TimeZone::UTC).date())
            }
        };
        let mut slug = wanted.clone();
        let mut number = 1;
        while self.is_taken(draft, &slug).await? {
            number += 1;
            slug = wanted.numbered(number);
        }
        Ok(slug)
    }

    async fn is_taken(&self, draft: &Draft, slug: &Slug) -> Result<bool, StoreError> {
        let open = ayni_domain::draft::DraftState::ALL.iter().filter(|state| state.is_open()).map(|state| state.code());
        let others = draft::Entity::find()
            .filter(draft::Column::Kind.eq(draft.kind.code()))
            .filter(draft::Column::Slug.eq(slug.as_str()))
            .filter(draft::Column::Id.ne(draft.id.to_string()))
            .filter(draft::Column::State.is_in(open));
        let by_record = record_by_key(&self.db, &RecordKey { kind: draft.kind, slug: slug.clone() }).await?.is_some();
        Ok(by_record || others.one(&self.db).await?.is_some())
    }

    /// Who wrote a new record, or the organization it was written for, keeps it true from now on.
    async fn give_steward(&self, key: &RecordKey, draft: &Draft) -> Result<(), StoreError> {
        let steward = draft.organization.as_ref().map_or_else(|| draft.author.to_string(), |slug| format!("{}/{slug}", Kind::Organization));
        let sql = "UPDATE record SET steward = $1 WHERE kind = $2 AND slug = $3";
        let values = [steward.into(), key.kind.code().into(), key.slug.as_str().into()];
        self.db.execute_raw(Statement::from_sql_and_values(self.db.get_database_backend(), sql, values)).await?;
        Ok(())
    }
}

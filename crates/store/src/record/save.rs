//! Writing records: save in batches, withdraw and restore. Every change is a revision and an entry of the change log.

use std::collections::HashMap;

use ayni_domain::audit::Audited;
use ayni_domain::change::Change;
use ayni_domain::freshness::light;
use ayni_domain::{Body, Kind, Light, RecordKey, Steward};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sea_orm::ConnectionTrait;
use sea_orm::entity::prelude::*;
use serde_json::json;
use uuid::Uuid;

use super::row::{self, Column, Entity, Model, active, hash, json};
use super::{PUBLISHED, Saved, WITHDRAWN};
use crate::revision::Signature;
use crate::{StoreError, Tx, change, revision};

impl Tx {
    /// Saves and publishes a batch of records: new ones are added, changed ones get a revision, unchanged ones nothing.
    ///
    /// Of a key that stands in the batch twice the last one counts. Everything takes effect with [`Tx::commit`].
    ///
    /// # Errors
    /// `Database`; nothing takes effect then.
    pub async fn save_all(&self, batch: &[(RecordKey, Body)], signature: &Signature) -> Result<Vec<Saved>, StoreError> {
        let known = existing(&self.db, batch).await?;
        let last: HashMap<&RecordKey, usize> = batch.iter().enumerate().map(|(at, (key, _))| (key, at)).collect();
        let mut saved = Vec::with_capacity(batch.len());
        let (mut added, mut revised) = (Vec::new(), Vec::new());
        for (at, (key, body)) in batch.iter().enumerate() {
            let body = json(key, body);
            let hash = hash(&body);
            let outcome = if last[key] == at { compare(known.get(key), &hash) } else { Saved::Unchanged };
            match (outcome, known.get(key)) {
                (Saved::Added, _) => added.push(new_row(key, body, hash, signature)),
                (Saved::Revised, Some(old)) => revised.push(Model {
                    revision: old.revision + 1,
                    updated_at: signature.at.as_microsecond(),
                    review_on: review_on(key.kind, signature.at),
                    light: Light::Green.code().to_owned(),
                    hash,
                    body,
                    ..old.clone()
                }),
                _ => {}
            }
            saved.push(outcome);
        }
        for part in added.chunks(500) {
            Entity::insert_many(part.iter().cloned().map(active)).exec_without_returning(&self.db).await?;
        }
        for row in &revised {
            self.replace(row).await?;
        }
        let changes = added.iter().map(|row| (row, Change::Published)).chain(revised.iter().map(|row| (row, Change::Revised)));
        self.note(changes, signature).await?;
        Ok(saved)
    }

    /// Takes a published record out of public view; the reason stays in its place.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is withdrawn already, `Database`.
    pub async fn withdraw(&self, key: &RecordKey, reason: &str, signature: &Signature) -> Result<(), StoreError> {
        self.step(key, PUBLISHED, (WITHDRAWN, Some(reason)), Change::Withdrawn, signature).await
    }

    /// Puts a withdrawn record back into public view.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is published already, `Database`.
    pub async fn restore(&self, key: &RecordKey, signature: &Signature) -> Result<(), StoreError> {
        self.step(key, WITHDRAWN, (PUBLISHED, None), Change::Restored, signature).await
    }

    async fn step(&self, key: &RecordKey, from: &str, to: (&str, Option<&str>), change: Change, signature: &Signature) -> Result<(), StoreError> {
        let row = self.row(key).await?;
        if row.state != from {
            return Err(StoreError::WrongState(key.clone(), if from == PUBLISHED { "withdrawn already" } else { "published already" }));
        }
        // Withdrawn records do not age; one that comes back shows the light of the day.
        let light = row.review_on.parse().map_or_else(|_| row.light.clone(), |review_on| light(review_on, day(signature.at)).code().to_owned());
        let row = Model { state: to.0.to_owned(), reason: to.1.map(str::to_owned), light, ..row };
        self.revise(row, change, signature).await?;
        let audited = if from == PUBLISHED { Audited::RecordWithdrawn } else { Audited::RecordRestored };
        self.add_audit(&signature.author, audited.code(), &key.to_string(), &json!({"reviewer": signature.reviewer}), signature.at).await
    }

    async fn row(&self, key: &RecordKey) -> Result<Model, StoreError> {
        let row = Entity::find().filter(Column::Kind.eq(key.kind.code())).filter(Column::Slug.eq(key.slug.as_str())).one(&self.db).await?;
        row.ok_or_else(|| StoreError::NoRecord(key.clone()))
    }

    /// The row of a record that must be in public view.
    pub(crate) async fn published(&self, key: &RecordKey) -> Result<Model, StoreError> {
        let row = self.row(key).await?;
        if row.state == PUBLISHED { Ok(row) } else { Err(StoreError::WrongState(key.clone(), "withdrawn")) }
    }

    /// Makes the next revision of a row that was read in this transaction and then changed.
    pub(crate) async fn revise(&self, changed: Model, change: Change, signature: &Signature) -> Result<(), StoreError> {
        let row = Model { revision: changed.revision + 1, updated_at: signature.at.as_microsecond(), ..changed };
        self.replace(&row).await?;
        self.note([(&row, change)], signature).await
    }

    /// Writes a row over its last revision; another revision in between is an error.
    async fn replace(&self, row: &Model) -> Result<(), StoreError> {
        let changed = Entity::update_many()
            .set(row::ActiveModel { id: sea_orm::ActiveValue::NotSet, ..active(row.clone()) })
            .filter(Column::Id.eq(row.id.as_str()))
            .filter(Column::Revision.eq(row.revision - 1))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::corrupt("record", "revision", &row.id, "another revision came in between")) }
    }

    async fn note<'a>(&self, changes: impl IntoIterator<Item = (&'a Model, Change)>, signature: &Signature) -> Result<(), StoreError> {
        let at = signature.at.as_microsecond();
        let (revisions, entries) = changes
            .into_iter()
            .map(|(row, change)| {
                let revision = revision::Model {
                    record_id: row.id.clone(),
                    revision: row.revision,
                    change: change.code().to_owned(),
                    at,
                    author: signature.author.clone(),
                    reviewer: signature.reviewer.clone(),
                    note: row.reason.clone().or_else(|| signature.note.clone()),
                    body: row.body.clone(),
                };
                (revision, change::entry(change, at, (&row.kind, &row.slug), (&row.id, row.revision)))
            })
            .unzip();
        revision::add_all(&self.db, revisions).await?;
        change::append(&self.db, entries).await
    }
}

pub(super) async fn existing(db: &impl ConnectionTrait, batch: &[(RecordKey, Body)]) -> Result<HashMap<RecordKey, Model>, StoreError> {
    let mut known = HashMap::new();
    for part in batch.chunks(500) {
        let slugs = part.iter().map(|(key, _)| key.slug.as_str());
        for row in Entity::find().filter(Column::Slug.is_in(slugs)).all(db).await? {
            if let Some(key) = row.key() {
                known.insert(key, row);
            }
        }
    }
    Ok(known)
}

pub(super) fn compare(old: Option<&Model>, hash: &str) -> Saved {
    match old {
        None => Saved::Added,
        Some(old) if old.state == WITHDRAWN => Saved::Withdrawn,
        Some(old) if old.hash == hash => Saved::Unchanged,
        Some(_) => Saved::Revised,
    }
}

fn new_row(key: &RecordKey, body: String, hash: String, signature: &Signature) -> Model {
    let at = signature.at.as_microsecond();
    Model {
        id: Uuid::now_v7().to_string(),
        kind: key.kind.code().to_owned(),
        slug: key.slug.as_str().to_owned(),
        revision: 1,
        state: PUBLISHED.to_owned(),
        reason: None,
        steward: Steward::Secretariat.to_string(),
        published_at: at,
        updated_at: at,
        review_on: review_on(key.kind, signature.at),
        hash,
        body,
        light: Light::Green.code().to_owned(),
        contested: 0,
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned_datetime(TimeZone::UTC).date()
}

/// The day on which a record that was looked at now is to be looked at again, as it is kept.
pub(crate) fn review_on(kind: Kind, now: Timestamp) -> String {
    day(now).saturating_add(kind.review_months().months()).to_string()
}

//! The life of published records: lights that change as days pass, confirmations, stewards.

use std::sync::Arc;

use ayni_domain::change::Change;
use ayni_domain::freshness::Light;
use ayni_domain::{Envelope, Kind, Record, RecordKey, Steward};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, ConnectionTrait, QueryOrder, QuerySelect};

use crate::record::row::{Column, Entity, Model};
use crate::record::{PUBLISHED, review_on};
use crate::revision::Signature;
use crate::{Store, StoreError, Tx, change};

/// Records whose light is noted in one transaction, so that other writers get their turn.
const BATCH: u64 = 500;

/// Columns that an entry of the change log needs: identifier, kind, slug, revision.
type Named = (String, String, String, i32);

impl Store {
    /// Notes the light of every published record whose day of review gives another one today than was noted last; returns how many.
    ///
    /// Each is an entry `aged` of the change log and no revision. Work is done in batches: what was noted stays when a later batch fails,
    /// and doing it twice a day is harmless.
    ///
    /// # Errors
    /// `Database`.
    pub async fn note_lights(&self, today: Date, at: Timestamp) -> Result<u64, StoreError> {
        let mut noted = 0;
        // Asked outside of a transaction first: mostly there is nothing, and then no writer has to wait.
        while misjudged(&self.db, today).await?.is_some() {
            let tx = self.begin().await?;
            noted += tx.note_some(today, at).await?;
            tx.commit().await?;
        }
        Ok(noted)
    }

    /// Published records whose day of review has passed, of one steward or of all, the longest due first; at most `limit`, after the last of
    /// the page before.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn due(&self, steward: Option<&Steward>, today: Date, after: Option<&Envelope>, limit: u64) -> Result<Vec<Arc<Record>>, StoreError> {
        let (_, last) = Light::Yellow.review_days(today);
        let mut query = Entity::find()
            .filter(Column::State.eq(PUBLISHED))
            .filter(Column::ReviewOn.lte(last.to_string()))
            .order_by_asc(Column::ReviewOn)
            .order_by_asc(Column::Id)
            .limit(limit);
        if let Some(steward) = steward {
            query = query.filter(Column::Steward.eq(steward.to_string()));
        }
        if let Some(after) = after {
            let day = after.review_on.to_string();
            let same_day = Condition::all().add(Column::ReviewOn.eq(day.as_str())).add(Column::Id.gt(after.id.to_string()));
            query = query.filter(Condition::any().add(Column::ReviewOn.gt(day)).add(same_day));
        }
        query.all(&self.db).await?.into_iter().map(|row| self.decode(row)).collect()
    }

    /// Published records of a kind that a steward keeps true, in the order of their slugs, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn kept_by(&self, steward: &Steward, kind: Kind, limit: u64) -> Result<Vec<Arc<Record>>, StoreError> {
        let query = Entity::find()
            .filter(Column::State.eq(PUBLISHED))
            .filter(Column::Kind.eq(kind.code()))
            .filter(Column::Steward.eq(steward.to_string()))
            .order_by_asc(Column::Slug)
            .limit(limit);
        query.all(&self.db).await?.into_iter().map(|row| self.decode(row)).collect()
    }
}

impl Tx {
    /// Notes that a published record is still true: a revision `confirmed` with the same body, green until the next day of review.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is withdrawn, `Database`.
    pub async fn confirm(&self, key: &RecordKey, signature: &Signature) -> Result<(), StoreError> {
        let row = self.published(key).await?;
        let confirmed = Model { review_on: review_on(key.kind, signature.at), light: Light::Green.code().to_owned(), ..row };
        self.revise(confirmed, Change::Confirmed, signature).await
    }

    /// Gives a published record to another steward: a revision `adopted` with the same body. Its day of review stays.
    ///
    /// Returns whether anything changed; the same steward again is nothing.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is withdrawn, `Database`.
    pub async fn set_steward(&self, key: &RecordKey, steward: &Steward, signature: &Signature) -> Result<bool, StoreError> {
        let row = self.published(key).await?;
        let steward = steward.to_string();
        if row.steward == steward {
            return Ok(false);
        }
        self.revise(Model { steward, ..row }, Change::Adopted, signature).await?;
        Ok(true)
    }

    async fn note_some(&self, today: Date, at: Timestamp) -> Result<u64, StoreError> {
        let Some((light, records)) = misjudged(&self.db, today).await? else { return Ok(0) };
        let ids = records.iter().map(|(id, ..)| id.as_str());
        Entity::update_many().col_expr(Column::Light, Expr::value(light.code())).filter(Column::Id.is_in(ids)).exec(&self.db).await?;
        let entry = |(id, kind, slug, revision): &Named| change::entry(Change::Aged, at.as_microsecond(), (kind, slug), (id, *revision));
        change::append(&self.db, records.iter().map(entry).collect()).await?;
        Ok(records.len() as u64)
    }
}

/// Published records, a batch at most, with another light than today's, and that light; `None` when all are right.
async fn misjudged(db: &impl ConnectionTrait, today: Date) -> Result<Option<(Light, Vec<Named>)>, StoreError> {
    for &light in Light::ALL {
        let (first, last) = light.review_days(today);
        let others = Light::ALL.iter().filter(|other| **other != light).map(|other| other.code());
        let records: Vec<Named> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Kind, Column::Slug, Column::Revision])
            .filter(Column::State.eq(PUBLISHED))
            .filter(Column::Light.is_in(others))
            .filter(Column::ReviewOn.between(first.to_string(), last.to_string()))
            .limit(BATCH)
            .into_tuple()
            .all(db)
            .await?;
        if !records.is_empty() {
            return Ok(Some((light, records)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, publish, signature};
    use ayni_domain::Slug;
    use jiff::ToSpan;

    /// The day of review of an organization that [`publish`] saves.
    const REVIEW: Date = Date::constant(2024, 11, 14);

    fn after(days: i32) -> Date {
        REVIEW.saturating_add(days.days())
    }

    async fn envelope(store: &Store, key: &RecordKey) -> Envelope {
        store.find(key).await.expect("find").expect("there").envelope.clone()
    }

    on_both!(a_record_that_nobody_confirms_ages_in_public_and_every_step_is_logged, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let withdrawn = organization("g7", "g7+");
        publish(&store, &[(key.clone(), body), withdrawn.clone()]).await;
        let tx = store.begin().await.expect("begin");
        tx.withdraw(&withdrawn.0, "not ours", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        assert_eq!(envelope(&store, &key).await.review_on, REVIEW);

        for (days, noted, light) in [
            (0, 0, Light::Green),
            (1, 1, Light::Yellow),
            (60, 0, Light::Yellow),
            (61, 1, Light::Red),
            (400, 1, Light::Inactive),
            (400, 0, Light::Inactive),
        ] {
            assert_eq!(store.note_lights(after(days), signature().at).await.expect("note"), noted, "{days}");
            let now = envelope(&store, &key).await;
            assert_eq!((now.light, now.revision), (light, 1), "{days}");
        }
        let log = store.changes_since(3, 10).await.expect("log");
        assert_eq!(log.iter().map(|entry| (entry.seq, entry.change)).collect::<Vec<_>>(), [4, 5, 6].map(|seq| (seq, Change::Aged)));

        let tx = store.begin().await.expect("begin");
        let later = Signature { at: "2026-01-01T00:00:00Z".parse().expect("a time"), ..signature() };
        tx.confirm(&key, &later).await.expect("confirm");
        assert!(matches!(tx.confirm(&withdrawn.0, &later).await, Err(StoreError::WrongState(..))));
        tx.commit().await.expect("commit");
        let now = envelope(&store, &key).await;
        assert_eq!((now.light, now.review_on, now.revision), (Light::Green, Date::constant(2027, 1, 1), 2));
        assert_eq!(store.revisions(&key).await.expect("revisions")[0].change, Change::Confirmed);
        assert_eq!(store.note_lights(Date::constant(2027, 1, 1), later.at).await.expect("note"), 0);
    });

    on_both!(a_steward_has_the_published_records_that_it_keeps, |store| {
        let batch = ["b", "a", "gone", "other"].map(|slug| organization(slug, "Name"));
        publish(&store, &batch).await;
        let steward = Steward::Organization(Slug::parse("union").expect("a slug"));
        let tx = store.begin().await.expect("begin");
        for (key, _) in &batch[..3] {
            tx.set_steward(key, &steward, &signature()).await.expect("given");
        }
        tx.withdraw(&batch[2].0, "twice", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        let kept = async |kind, limit| {
            let kept = store.kept_by(&steward, kind, limit).await.expect("list");
            kept.iter().map(|record| record.envelope.key.slug.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(kept(Kind::Organization, 9).await, "a b");
        assert_eq!(kept(Kind::Organization, 1).await, "a");
        assert_eq!(kept(Kind::Practice, 9).await, "");
    });

    on_both!(many_lights_are_noted_in_batches_and_none_is_passed_over, |store| {
        let batch: Vec<_> = (0..1_234).map(|n| organization(&format!("org-{n:04}"), "Name")).collect();
        publish(&store, &batch).await;
        assert_eq!(store.note_lights(after(200), signature().at).await.expect("note"), 1_234);
        assert_eq!(store.note_lights(after(200), signature().at).await.expect("note"), 0);
        // A clock that was wrong and is right again.
        assert_eq!(store.note_lights(after(0), signature().at).await.expect("note"), 1_234);
        assert_eq!(store.position().await.expect("position"), 3 * 1_234);
    });

    on_both!(what_is_kept_in_memory_is_never_older_than_what_was_followed, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        let kept = envelope(&store, &key).await;
        store.note_lights(after(1), signature().at).await.expect("note");
        assert_eq!(envelope(&store, &key).await.light, Light::Yellow, "a record that was asked for by name is as it is now");
        let light = |records: Vec<Arc<Record>>| records.iter().map(|record| record.envelope.light).collect::<Vec<_>>();
        let wanted = [(kept.id, kept.revision)];
        assert_eq!(light(store.reload(&[kept.id]).await.expect("reload")), [Light::Yellow]);
        assert_eq!(light(store.list(&wanted).await.expect("list")), [Light::Yellow]);
        store.note_lights(after(61), signature().at).await.expect("note");
        assert_eq!(light(store.page(None, None, 10).await.expect("page")), [Light::Red]);
        store.forget();
        assert_eq!(light(store.list(&wanted).await.expect("list")), [Light::Red]);
    });

    on_both!(what_is_due_is_listed_for_its_steward_the_longest_due_first, |store| {
        let batch: Vec<_> = ["a", "b", "c", "d"].map(|slug| organization(slug, "Name")).into();
        publish(&store, &batch).await;
        let steward = Steward::Organization(Slug::parse("ilo").expect("a slug"));
        let tx = store.begin().await.expect("begin");
        let earlier = Signature { at: "2023-01-01T00:00:00Z".parse().expect("a time"), ..signature() };
        tx.confirm(&batch[2].0, &earlier).await.expect("confirm");
        assert!(tx.set_steward(&batch[1].0, &steward, &signature()).await.expect("adopt"));
        assert!(!tx.set_steward(&batch[1].0, &steward, &signature()).await.expect("adopt"));
        tx.withdraw(&batch[3].0, "not ours", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        assert_eq!(envelope(&store, &batch[1].0).await.steward, steward);
        assert_eq!(store.revisions(&batch[1].0).await.expect("revisions")[0].change, Change::Adopted);

        let slugs = |records: &[Arc<Record>]| records.iter().map(|record| record.envelope.key.slug.to_string()).collect::<Vec<_>>().join(" ");
        for (steward, today, expected) in [
            (None, after(0), "c"),
            (None, after(1), "c a b"),
            (Some(&steward), after(1), "b"),
            (Some(&Steward::Secretariat), after(1), "c a"),
            (None, Date::constant(2024, 1, 1), ""),
        ] {
            assert_eq!(slugs(&store.due(steward, today, None, 10).await.expect("due")), expected, "{steward:?} {today}");
        }
        let first = store.due(None, after(1), None, 2).await.expect("due");
        assert_eq!(slugs(&first), "c a");
        assert_eq!(slugs(&store.due(None, after(1), Some(&first[1].envelope), 2).await.expect("due")), "b");
    });
}

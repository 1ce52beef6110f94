//! Objections of organizations and their answers. While one is open, its record is contested.

use ayni_domain::change::Change;
use ayni_domain::objection::{Answer, Ground, Objection, Outcome, counts};
use ayni_domain::{RecordKey, Slug};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};

use crate::record::{self, keys_of};
use crate::{Store, StoreError, Tx, change};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "objection")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub record_id: String,
        pub organization: String,
        pub ground: String,
        pub reason: String,
        pub raised_by: String,
        pub at: i64,
        pub outcome: Option<String>,
        pub answer: Option<String>,
        pub answered_by: Option<String>,
        pub answered_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::{Column, Entity, Model};

impl Store {
    /// The objections to a record with their answers, the oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn objections(&self, record: Uuid) -> Result<Vec<Objection>, StoreError> {
        of_record(&self.db, &record.to_string()).await
    }

    /// An objection with the record that it is about.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn objection(&self, id: Uuid) -> Result<Option<(RecordKey, Objection)>, StoreError> {
        let row = Entity::find_by_id(id.to_string()).one(&self.db).await?;
        Ok(self.about(row.into_iter().collect()).await?.pop())
    }

    /// Objections that wait for their answer, those that wait longest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn open_objections(&self, limit: u64) -> Result<Vec<(RecordKey, Objection)>, StoreError> {
        let query = Entity::find().filter(Column::Outcome.is_null()).order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit);
        self.about(query.all(&self.db).await?).await
    }

    async fn about(&self, rows: Vec<Model>) -> Result<Vec<(RecordKey, Objection)>, StoreError> {
        let keys = keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        rows.into_iter().filter_map(|row| Some((keys.get(&row.record_id)?.clone(), row))).map(|(key, row)| Ok((key, read(row)?))).collect()
    }
}

impl Tx {
    /// Notes an open objection to a published record, which is contested from now on: an entry `objected` of the change log.
    ///
    /// # Errors
    /// `NoRecord`; `WrongState` when it is withdrawn or the organization has an open objection to it; `Database`.
    pub async fn object(&self, key: &RecordKey, objection: &Objection) -> Result<(), StoreError> {
        let record = self.published(key).await?;
        let known = of_record(&self.db, &record.id).await?;
        if known.iter().any(|known| known.is_open() && known.organization == objection.organization) {
            return Err(StoreError::WrongState(key.clone(), "contested by this organization already"));
        }
        let row = row::ActiveModel {
            id: Set(objection.id.to_string()),
            record_id: Set(record.id.clone()),
            organization: Set(objection.organization.to_string()),
            ground: Set(objection.ground.code().to_owned()),
            reason: Set(objection.reason.clone()),
            raised_by: Set(objection.by.clone()),
            at: Set(objection.at.as_microsecond()),
            outcome: Set(None),
            answer: Set(None),
            answered_by: Set(None),
            answered_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(&self.db).await?;
        self.note_contested(&record, Change::Objected, objection.at).await
    }

    /// Answers an open objection: an entry `answered` of the change log. With the last open one its record is no longer contested.
    ///
    /// Returns the record.
    ///
    /// # Errors
    /// `Missing`; `Answer` when it is answered already or the text will not do; `Corrupt`, `Database`.
    pub async fn answer_objection(&self, id: Uuid, outcome: Outcome, text: &str, by: &str, at: Timestamp) -> Result<RecordKey, StoreError> {
        let row = Entity::find_by_id(id.to_string()).one(&self.db).await?.ok_or(StoreError::Missing("objection", id))?;
        let record_id = row.record_id.clone();
        let answered = read(row)?.answer(outcome, text, by, at)?;
        Entity::update_many()
            .col_expr(Column::Outcome, Expr::value(outcome.code()))
            .col_expr(Column::Answer, Expr::value(answered.answer.map(|answer| answer.text)))
            .col_expr(Column::AnsweredBy, Expr::value(by))
            .col_expr(Column::AnsweredAt, Expr::value(at.as_microsecond()))
            .filter(Column::Id.eq(id.to_string()))
            .exec(&self.db)
            .await?;
        let corrupt = || StoreError::corrupt("objection", "record_id", &id.to_string(), &record_id);
        let record = record::row::Entity::find_by_id(record_id.as_str()).one(&self.db).await?.ok_or_else(corrupt)?;
        self.note_contested(&record, Change::Answered, at).await?;
        record.key().ok_or_else(corrupt)
    }

    /// Brings the record's mark to what its objections say, and notes the change.
    async fn note_contested(&self, record: &record::row::Model, change: Change, at: Timestamp) -> Result<(), StoreError> {
        let contested = !counts(&of_record(&self.db, &record.id).await?);
        record::row::Entity::update_many()
            .col_expr(record::row::Column::Contested, Expr::value(i32::from(contested)))
            .filter(record::row::Column::Id.eq(record.id.as_str()))
            .exec(&self.db)
            .await?;
        let entry = change::entry(change, at.as_microsecond(), (&record.kind, &record.slug), (&record.id, record.revision));
        change::append(&self.db, vec![entry]).await
    }
}

async fn of_record(db: &impl ConnectionTrait, record: &str) -> Result<Vec<Objection>, StoreError> {
    let rows = Entity::find().filter(Column::RecordId.eq(record)).order_by_asc(Column::At).order_by_asc(Column::Id).all(db).await?;
    rows.into_iter().map(read).collect()
}

fn read(row: Model) -> Result<Objection, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("objection", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let answer = match (&row.outcome, &row.answer, &row.answered_by, row.answered_at) {
        (None, ..) => None,
        (Some(outcome), Some(text), Some(by), Some(at)) => Some(Answer {
            outcome: Outcome::parse(outcome).ok_or_else(|| corrupt("outcome", outcome.clone()))?,
            text: text.clone(),
            by: by.clone(),
            at: time("answered_at", at)?,
        }),
        (Some(outcome), ..) => return Err(corrupt("outcome", format!("{outcome} without an answer"))),
    };
    Ok(Objection {
        id: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
        organization: Slug::parse(&row.organization).map_err(|_| corrupt("organization", row.organization.clone()))?,
        ground: Ground::parse(&row.ground).ok_or_else(|| corrupt("ground", row.ground.clone()))?,
        at: time("at", row.at)?,
        answer,
        reason: row.reason,
        by: row.raised_by,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, publish, signature};
    use ayni_domain::objection::AnswerError;

    fn objection(organization: &str) -> Objection {
        let slug = Slug::parse(organization).expect("a slug");
        Objection::raise(Uuid::now_v7(), slug, Ground::NotOurs, "We left.", "person/1", signature().at).expect("a reason")
    }

    on_both!(a_record_is_contested_until_the_last_objection_is_answered, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        let (first, second) = (objection("senai"), objection("ilo"));
        let tx = store.begin().await.expect("begin");
        tx.object(&key, &first).await.expect("object");
        assert!(matches!(tx.object(&key, &objection("senai")).await, Err(StoreError::WrongState(..))), "one at a time");
        tx.object(&key, &second).await.expect("object");
        tx.commit().await.expect("commit");
        let record = store.find(&key).await.expect("find").expect("there");
        assert!(record.envelope.contested && !record.envelope.counts());
        let open = store.open_objections(10).await.expect("open");
        assert_eq!(open, [(key.clone(), first.clone()), (key.clone(), second.clone())]);

        for (id, contested) in [(first.id, true), (second.id, false)] {
            let tx = store.begin().await.expect("begin");
            let empty = tx.answer_objection(id, Outcome::Upheld, " ", "person/2", signature().at).await;
            assert!(matches!(empty, Err(StoreError::Answer(AnswerError::Text(_)))));
            assert_eq!(tx.answer_objection(id, Outcome::Upheld, "Changed.", "person/2", signature().at).await.expect("answer"), key);
            let again = tx.answer_objection(id, Outcome::Rejected, "No.", "person/2", signature().at).await;
            assert!(matches!(again, Err(StoreError::Answer(AnswerError::Answered))));
            tx.commit().await.expect("commit");
            assert_eq!(store.find(&key).await.expect("find").expect("there").envelope.contested, contested);
        }
        let objections = store.objections(record.envelope.id).await.expect("objections");
        assert_eq!(
            objections.iter().map(|o| o.answer.as_ref().map(|a| (a.outcome, a.text.as_str()))).collect::<Vec<_>>(),
            [Some((Outcome::Upheld, "Changed.")), Some((Outcome::Upheld, "Changed."))]
        );
        assert_eq!(store.objection(first.id).await.expect("find").map(|(key, o)| (key, o.is_open())), Some((key.clone(), false)));
        let log = store.changes_since(1, 10).await.expect("log");
        let said: Vec<_> = log.iter().map(|entry| entry.change).collect();
        assert_eq!(said, [Change::Objected, Change::Objected, Change::Answered, Change::Answered]);
        assert_eq!(store.revisions(&key).await.expect("revisions").len(), 1, "an objection makes no revision");
        let tx = store.begin().await.expect("begin");
        tx.object(&key, &objection("senai")).await.expect("a new objection after the answer to the last");
    });

    on_both!(there_is_no_objecting_to_what_is_not_in_view, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
        assert!(matches!(tx.object(&key, &objection("senai")).await, Err(StoreError::WrongState(..))));
        let unknown = RecordKey::parse("practice/none").expect("a key");
        assert!(matches!(tx.object(&unknown, &objection("senai")).await, Err(StoreError::NoRecord(_))));
        let missing = tx.answer_objection(Uuid::nil(), Outcome::Settled, "Text.", "person/2", signature().at).await;
        assert!(matches!(missing, Err(StoreError::Missing("objection", _))));
    });
}

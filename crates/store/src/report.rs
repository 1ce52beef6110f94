//! Reports of visitors about records, for the secretariat alone: neither the change log nor anything public knows of them.

use ayni_domain::RecordKey;
use ayni_domain::report::Report;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};

use crate::record::keys_of;
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "report")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub record_id: String,
        pub text: String,
        pub address: Option<String>,
        pub at: i64,
        pub closed_by: Option<String>,
        pub closed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::{Column, Entity, Model};

impl Store {
    /// Reports that wait, those that wait longest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn open_reports(&self, limit: u64) -> Result<Vec<(RecordKey, Report)>, StoreError> {
        let query = Entity::find().filter(Column::ClosedAt.is_null()).order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit);
        let rows = query.all(&self.db).await?;
        let keys = keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        rows.into_iter().filter_map(|row| Some((keys.get(&row.record_id)?.clone(), row))).map(|(key, row)| Ok((key, read(row)?))).collect()
    }

    /// All reports about a record, the oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn reports(&self, record: Uuid) -> Result<Vec<Report>, StoreError> {
        let query = Entity::find().filter(Column::RecordId.eq(record.to_string())).order_by_asc(Column::At).order_by_asc(Column::Id);
        query.all(&self.db).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Keeps a report about a published record.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when it is withdrawn, `Database`.
    pub async fn add_report(&self, key: &RecordKey, report: &Report) -> Result<(), StoreError> {
        let record = self.published(key).await?;
        let row = row::ActiveModel {
            id: Set(report.id.to_string()),
            record_id: Set(record.id),
            text: Set(report.text.clone()),
            address: Set(report.address.clone()),
            at: Set(report.at.as_microsecond()),
            closed_by: Set(None),
            closed_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Notes that a report was dealt with; returns whether it waited.
    ///
    /// # Errors
    /// `Database`.
    pub async fn close_report(&self, id: Uuid, by: &str, at: Timestamp) -> Result<bool, StoreError> {
        let closed = Entity::update_many()
            .col_expr(Column::ClosedBy, Expr::value(by))
            .col_expr(Column::ClosedAt, Expr::value(at.as_microsecond()))
            .filter(Column::Id.eq(id.to_string()))
            .filter(Column::ClosedAt.is_null())
            .exec(&self.db)
            .await?;
        Ok(closed.rows_affected == 1)
    }

    /// Forgets the addresses of reports that were closed before a moment; returns how many there were.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_reporters(&self, closed_before: Timestamp) -> Result<u64, StoreError> {
        let forgotten = Entity::update_many()
            .col_expr(Column::Address, Expr::value(None::<String>))
            .filter(Column::ClosedAt.lt(closed_before.as_microsecond()))
            .filter(Column::Address.is_not_null())
            .exec(&self.db)
            .await?;
        Ok(forgotten.rows_affected)
    }
}

fn read(row: Model) -> Result<Report, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("report", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let closed = match (&row.closed_by, row.closed_at) {
        (Some(by), Some(at)) => Some((by.clone(), time("closed_at", at)?)),
        _ => None,
    };
    Ok(Report {
        id: Uuid::parse_str(&row.id).map_err(|error| corrupt("id", error.to_string()))?,
        at: time("at", row.at)?,
        closed,
        text: row.text,
        address: row.address,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, publish, signature};

    on_both!(a_report_waits_is_closed_and_its_address_forgotten, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        let at = signature().at;
        let first = Report::new(Uuid::now_v7(), "The link is dead.", Some("ana@example.org"), at).expect("a report");
        let second = Report::new(Uuid::now_v7(), "A year is wrong.", None, at).expect("a report");
        let tx = store.begin().await.expect("begin");
        tx.add_report(&key, &first).await.expect("add");
        tx.add_report(&key, &second).await.expect("add");
        assert!(tx.add_report(&RecordKey::parse("course/none").expect("a key"), &second).await.is_err());
        tx.commit().await.expect("commit");
        assert_eq!(store.open_reports(10).await.expect("open"), [(key.clone(), first.clone()), (key.clone(), second.clone())]);

        let later = Timestamp::from_second(1_800_000_000).expect("a time");
        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.forget_reporters(later).await.expect("forget"), 0, "who waits for an answer keeps their address");
        assert!(tx.close_report(first.id, "person/1", at).await.expect("close"));
        assert!(!tx.close_report(first.id, "person/2", at).await.expect("close"));
        assert_eq!(tx.forget_reporters(at).await.expect("forget"), 0);
        assert_eq!(tx.forget_reporters(later).await.expect("forget"), 1);
        tx.commit().await.expect("commit");
        assert_eq!(store.open_reports(10).await.expect("open"), [(key.clone(), second.clone())]);
        let record = store.find(&key).await.expect("find").expect("there");
        let closed = Report { address: None, closed: Some(("person/1".into(), at)), ..first };
        assert_eq!(store.reports(record.envelope.id).await.expect("reports"), [closed, second]);
        assert_eq!(store.position().await.expect("position"), 1, "nothing public knows of it");
    });
}

//! The audit log: who did what with the instance and its people. Append-only: entries are added and read, never changed, and removed by
//! nobody's hand, only by their age.
//!
//! Details carry nothing personal; people are known by their identifiers.

use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};
use serde_json::Value;

use crate::sql::{self, micros};
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub at: i64,
        pub actor: String,
        pub action: String,
        pub subject: String,
        pub details: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What somebody did.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Position, without gaps; the first that is still kept may be any.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who: the identifier of a person, or `operator`.
    pub actor: String,
    /// What: `setting.set`.
    pub action: String,
    /// To what or whom.
    pub subject: String,
    /// Whatever explains it.
    pub details: Value,
}

impl Tx {
    /// Adds an entry, which takes effect with everything else of this transaction.
    ///
    /// # Errors
    /// `Database`.
    pub async fn add_audit(&self, actor: &str, action: &str, subject: &str, details: &Value, at: Timestamp) -> Result<(), StoreError> {
        let last = row::Entity::find().order_by_desc(row::Column::Seq).one(&self.db).await?; // writers come one after another
        let row = row::ActiveModel {
            seq: Set(last.map_or(1, |row| row.seq + 1)),
            at: Set(at.as_microsecond()),
            actor: Set(actor.to_owned()),
            action: Set(action.to_owned()),
            subject: Set(subject.to_owned()),
            details: Set(details.to_string()),
        };
        row::Entity::insert(row).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Removes entries of before a time, but for the very last, after which the next is numbered. Returns how many.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_audit(&self, before: Timestamp) -> Result<u64, StoreError> {
        let sql = "DELETE FROM audit WHERE at < $1 AND seq < (SELECT MAX(seq) FROM audit)";
        sql::execute(&self.db, sql, [micros(before)]).await
    }
}

impl Store {
    /// The newest entries, the newest first, at most `limit`; with `before` those of lower position.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn audit(&self, before: Option<i64>, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let earlier = row::Column::Seq.lt(before.unwrap_or(i64::MAX));
        let rows = row::Entity::find().filter(earlier).order_by_desc(row::Column::Seq).limit(limit).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }
}

fn read(row: row::Model) -> Result<Entry, StoreError> {
    let id = row.seq.to_string();
    Ok(Entry {
        seq: row.seq,
        at: Timestamp::from_microsecond(row.at).map_err(|error| StoreError::corrupt("audit", "at", &id, error))?,
        details: serde_json::from_str(&row.details).map_err(|error| StoreError::corrupt("audit", "details", &id, error))?,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, signature};
    use serde_json::json;

    on_both!(entries_are_numbered_and_read_from_the_newest, |store| {
        assert_eq!(store.audit(None, 10).await.expect("audit"), []);
        for name in ["amina", "rosa", "bo"] {
            let tx = store.begin().await.expect("begin");
            tx.add_audit("operator", "role.given", name, &json!({"role": "reviewer"}), signature().at).await.expect("add");
            tx.commit().await.expect("commit");
        }
        let tx = store.begin().await.expect("begin");
        tx.add_audit("operator", "role.given", "nobody", &Value::Null, signature().at).await.expect("add");
        drop(tx); // what did not happen is not noted
        let page = store.audit(None, 2).await.expect("audit");
        assert_eq!(page.iter().map(|e| (e.seq, e.subject.as_str())).collect::<Vec<_>>(), [(3, "bo"), (2, "rosa")]);
        let rest = store.audit(Some(2), 2).await.expect("audit");
        assert_eq!(rest[0].details, json!({"role": "reviewer"}));
        assert_eq!(rest.iter().map(|e| (e.seq, e.at)).collect::<Vec<_>>(), [(1, signature().at)]);

        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.forget_audit(signature().at).await.expect("forget"), 0, "none is older");
        assert_eq!(tx.forget_audit(Timestamp::MAX).await.expect("forget"), 2);
        tx.add_audit("operator", "role.taken", "bo", &Value::Null, signature().at).await.expect("add");
        tx.commit().await.expect("commit");
        assert_eq!(store.audit(None, 9).await.expect("audit").iter().map(|e| e.seq).collect::<Vec<_>>(), [4, 3], "numbers go on");
    });
}

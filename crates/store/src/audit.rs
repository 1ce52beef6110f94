//! The audit log: who did what with the instance and its people. Append-only: the database itself refuses to change or remove an entry.
//!
//! What is noted is named in [`ayni_domain::audit`]. Details carry nothing personal; people are known by their identifiers.

use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, Select};
use serde_json::Value;

use crate::{Store, StoreError, Tx, sql};

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
}

impl Store {
    /// The newest entries, the newest first, at most `limit`; with `before` those of lower position.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn audit(&self, before: Option<i64>, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let rows = newest(before).limit(limit).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }

    /// Like [`Store::audit`], of one action alone.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn audit_of(&self, action: &str, before: Option<i64>, limit: u64) -> Result<Vec<Entry>, StoreError> {
        let rows = newest(before).filter(row::Column::Action.eq(action)).limit(limit).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }

    /// Every action that was ever noted, in the order of their codes.
    ///
    /// # Errors
    /// `Database`.
    pub async fn audited_actions(&self) -> Result<Vec<String>, StoreError> {
        let rows = sql::rows(&self.db, "SELECT DISTINCT action FROM audit ORDER BY action", []).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }
}

fn newest(before: Option<i64>) -> Select<row::Entity> {
    row::Entity::find().filter(row::Column::Seq.lt(before.unwrap_or(i64::MAX))).order_by_desc(row::Column::Seq)
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
    use sea_orm::{ConnectionTrait, DbBackend};
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
    });

    on_both!(entries_of_one_action_are_read_alone, |store| {
        for (action, subject) in [("roles.set", "amina"), ("setting.set", "name"), ("roles.set", "rosa")] {
            let tx = store.begin().await.expect("begin");
            tx.add_audit("operator", action, subject, &Value::Null, signature().at).await.expect("add");
            tx.commit().await.expect("commit");
        }
        let subjects = async |before| {
            let entries = store.audit_of("roles.set", before, 9).await.expect("audit");
            entries.into_iter().map(|entry| (entry.seq, entry.subject)).collect::<Vec<_>>()
        };
        assert_eq!(subjects(None).await, [(3, "rosa".to_owned()), (1, "amina".to_owned())]);
        assert_eq!(subjects(Some(3)).await, [(1, "amina".to_owned())]);
        assert_eq!(store.audited_actions().await.expect("actions"), ["roles.set", "setting.set"]);
    });

    on_both!(what_is_noted_cannot_be_changed_or_removed, |store| {
        let tx = store.begin().await.expect("begin");
        tx.add_audit("operator", "roles.set", "amina", &Value::Null, signature().at).await.expect("add");
        tx.commit().await.expect("commit");
        let noted = store.audit(None, 9).await.expect("audit");
        let row = "(1, 0, 'x', 'x', 'x', 'null')";
        let (truncate, replace) = match store.db.get_database_backend() {
            DbBackend::Postgres => {
                ("TRUNCATE audit".to_owned(), format!("INSERT INTO audit VALUES {row} ON CONFLICT (seq) DO UPDATE SET actor = 'x'"))
            }
            _ => ("DELETE FROM audit".to_owned(), format!("INSERT OR REPLACE INTO audit VALUES {row}")),
        };
        for statement in [
            "UPDATE audit SET actor = 'x'".to_owned(),
            "UPDATE audit SET details = '{}' WHERE seq = 1".to_owned(),
            "DELETE FROM audit WHERE seq = 1".to_owned(),
            truncate,
            replace,
        ] {
            let error = store.db.execute_unprepared(&statement).await.expect_err(&statement).to_string();
            assert!(error.contains("the audit log is only added to"), "{statement}: {error}");
        }
        assert_eq!(store.audit(None, 9).await.expect("audit"), noted);
        let tx = store.begin().await.expect("begin");
        tx.add_audit("operator", "roles.set", "rosa", &Value::Null, signature().at).await.expect("more can be added");
        tx.commit().await.expect("commit");
    });
}

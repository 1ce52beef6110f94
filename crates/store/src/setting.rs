//! Settings of the instance that administrators make on its pages: a key with a JSON value each. What they mean is said in
//! [`ayni_domain::instance`].
//!
//! A change is an entry of the change log, so that every node shows it; index and feeds pass it over.

use std::collections::BTreeMap;

use ayni_domain::audit::Audited;
use ayni_domain::change::Change;
use ayni_domain::instance::{Logo, Setting};
use ayni_domain::job::Mark;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use sea_orm::entity::prelude::*;
use serde_json::{Value, json};

use crate::blob::BlobHash;
use crate::{Store, StoreError, Tx, change};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "setting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Store {
    /// All settings that somebody made.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn settings(&self) -> Result<BTreeMap<String, Value>, StoreError> {
        let rows = row::Entity::find().all(&self.db).await?;
        rows.into_iter().filter(|row| Mark::parse(&row.key).is_none()).map(|row| Ok((row.key.clone(), read(row)?))).collect()
    }

    /// Where a job left its mark, `null` before the first time.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mark(&self, mark: Mark) -> Result<Value, StoreError> {
        let row = row::Entity::find_by_id(mark.code()).one(&self.db).await?;
        Ok(row.map(read).transpose()?.unwrap_or(Value::Null))
    }
}

impl Tx {
    /// Makes a setting, or with `null` lets it be as usual again; the audit log notes what it was and what it is (`setting.set`).
    ///
    /// Returns whether anything changed; what did not is not noted.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn set_setting(&self, key: &str, value: &Value, actor: &str, at: Timestamp) -> Result<bool, StoreError> {
        let before = row::Entity::find_by_id(key).one(&self.db).await?.map(read).transpose()?.unwrap_or(Value::Null);
        if &before == value {
            return Ok(false);
        }
        self.keep_setting(key, value).await?;
        self.add_audit(actor, Audited::SettingSet.code(), key, &json!({"before": before, "after": value}), at).await?;
        let entry = change::entry(Change::Revised, at.as_microsecond(), (change::SETTING, key), ("", 1));
        change::append(&self.db, vec![entry]).await?;
        Ok(true)
    }

    /// Keeps a mark of a job, such as how far it has read: nobody set it and no page shows it, so neither log has an entry.
    ///
    /// # Errors
    /// `Database`.
    pub async fn keep_mark(&self, mark: Mark, value: &Value) -> Result<(), StoreError> {
        self.keep_setting(mark.code(), value).await
    }

    async fn keep_setting(&self, key: &str, value: &Value) -> Result<(), StoreError> {
        if value.is_null() {
            row::Entity::delete_by_id(key).exec(&self.db).await?;
            return Ok(());
        }
        let row = row::ActiveModel { key: Set(key.to_owned()), value: Set(value.to_string()) };
        let replace = sea_orm::sea_query::OnConflict::column(row::Column::Key).update_column(row::Column::Value).to_owned();
        row::Entity::insert(row).on_conflict(replace).exec_without_returning(&self.db).await?;
        Ok(())
    }
}

/// The content of the logo, where there is one.
pub(crate) async fn logo(db: &impl ConnectionTrait) -> Result<Option<BlobHash>, StoreError> {
    let row = row::Entity::find_by_id(Setting::Logo.to_string()).one(db).await?;
    let logo = row.map(read).transpose()?.as_ref().and_then(Logo::from_json);
    Ok(logo.and_then(|logo| BlobHash::parse(&logo.file)))
}

fn read(row: row::Model) -> Result<Value, StoreError> {
    serde_json::from_str(&row.value).map_err(|error| StoreError::corrupt("setting", "value", &row.key, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Subject;
    use crate::testing::{on_both, signature};
    use bytes::Bytes;

    on_both!(a_setting_is_made_changed_and_undone_and_each_is_noted, |store| {
        let (name, colours) = (json!("Minga"), json!({"act": "#960e49"}));
        for (value, changed) in [(&name, true), (&name, false), (&colours, true), (&Value::Null, true), (&Value::Null, false)] {
            let tx = store.begin().await.expect("begin");
            assert_eq!(tx.set_setting("name", value, "amina", signature().at).await.expect("set"), changed, "{value}");
            tx.commit().await.expect("commit");
            let expected = if value.is_null() { BTreeMap::new() } else { BTreeMap::from([("name".to_owned(), value.clone())]) };
            assert_eq!(store.settings().await.expect("settings"), expected);
        }
        let audit = store.audit(None, 10).await.expect("audit");
        let noted: Vec<_> = audit.iter().map(|e| (e.action.as_str(), e.subject.as_str(), e.details.clone())).collect();
        let note = |before: &Value, after: &Value| ("setting.set", "name", json!({"before": before, "after": after}));
        assert_eq!(noted, [note(&colours, &Value::Null), note(&name, &colours), note(&Value::Null, &name)]);
        let log = store.changes_since(0, 9).await.expect("the change log");
        let subjects: Vec<_> = log.into_iter().map(|entry| (entry.seq, entry.change, entry.subject)).collect();
        assert_eq!(subjects, [1, 2, 3].map(|seq| (seq, Change::Revised, Subject::Setting("name".into()))), "what did not change is not there");
    });

    on_both!(a_mark_of_a_job_is_no_setting, |store| {
        let mark = Mark::FreshnessReadUpTo;
        assert_eq!(store.mark(mark).await.expect("a mark"), Value::Null);
        let tx = store.begin().await.expect("begin");
        tx.keep_mark(mark, &json!(7)).await.expect("kept");
        tx.commit().await.expect("commit");
        assert_eq!(store.mark(mark).await.expect("a mark"), json!(7));
        assert_eq!(store.settings().await.expect("settings"), BTreeMap::new());
        assert_eq!(store.changes_since(0, 9).await.expect("the change log").len(), 0);
    });

    on_both!(the_content_of_a_logo_is_kept_as_long_as_it_is_one, |store| {
        let picture = store.blobs().put(Bytes::from_static(b"\x89PNG\r\n\x1a\n")).await.expect("put");
        let set = async |value: &Value| {
            let tx = store.begin().await.expect("begin");
            tx.set_setting("logo", value, "amina", signature().at).await.expect("set");
            tx.commit().await.expect("commit");
            store.forget_files(std::slice::from_ref(&picture)).await.expect("forget")
        };
        let logo = Logo { file: picture.as_str().to_owned(), width: 1, height: 1 };
        assert_eq!(set(&logo.to_json()).await, 0, "somebody sees it");
        assert_eq!(store.file_hashes().await.expect("hashes"), std::slice::from_ref(&picture), "a backup has it");
        assert_eq!(set(&Value::Null).await, 1);
        assert_eq!(store.file_hashes().await.expect("hashes"), []);
        assert_eq!(store.blobs().get(&picture).await.expect("get"), None);
    });
}

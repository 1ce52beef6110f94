//! Settings of the instance that administrators make on its pages: a key with a JSON value each. What they mean is said elsewhere.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use serde_json::{Value, json};

use crate::{Store, StoreError, Tx};

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
        rows.into_iter().map(|row| Ok((row.key.clone(), read(row)?))).collect()
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
        if value.is_null() {
            row::Entity::delete_by_id(key).exec(&self.db).await?;
        } else {
            let row = row::ActiveModel { key: Set(key.to_owned()), value: Set(value.to_string()) };
            let replace = sea_orm::sea_query::OnConflict::column(row::Column::Key).update_column(row::Column::Value).to_owned();
            row::Entity::insert(row).on_conflict(replace).exec_without_returning(&self.db).await?;
        }
        self.add_audit(actor, "setting.set", key, &json!({"before": before, "after": value}), at).await?;
        Ok(true)
    }
}

fn read(row: row::Model) -> Result<Value, StoreError> {
    serde_json::from_str(&row.value).map_err(|error| StoreError::corrupt("setting", "value", &row.key, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, signature};

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
    });
}

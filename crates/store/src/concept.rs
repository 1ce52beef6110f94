//! Changes to the concept table: lines that an administrator added or replaced.

use ayni_domain::change::Change;
use ayni_domain::concept::{Concept, table};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};

use crate::revision::Signature;
use crate::{Store, StoreError, Tx, change};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "concept")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub line: String,
        pub at: i64,
        pub author: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl Store {
    /// The concept table in force: the starter table, with the lines of this instance in place of or after it.
    ///
    /// # Errors
    /// `Database`.
    pub async fn concepts(&self) -> Result<Vec<Concept>, StoreError> {
        Ok(table(self.own_concepts().await?))
    }

    /// The lines of this instance. One that cannot be read any more is passed over with a word in the log: a concept less is better
    /// than no site.
    ///
    /// # Errors
    /// `Database`.
    pub async fn own_concepts(&self) -> Result<Vec<Concept>, StoreError> {
        let rows = row::Entity::find().order_by_asc(row::Column::Id).all(&self.db).await?;
        let read =
            |row: row::Model| Concept::parse(&row.line).inspect_err(|error| tracing::warn!(id = row.id, %error, "a concept is passed over")).ok();
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

impl Tx {
    /// Adds or replaces lines of the concept table; those that are in force already are passed over.
    ///
    /// Returns how many changed. The search index follows through the change log.
    ///
    /// # Errors
    /// `Database`.
    pub async fn save_concepts(&self, in_force: &[Concept], concepts: &[Concept], signature: &Signature) -> Result<usize, StoreError> {
        let changed: Vec<&Concept> = concepts.iter().filter(|concept| !in_force.contains(concept)).collect();
        let at = signature.at.as_microsecond();
        for concept in &changed {
            let row = row::ActiveModel {
                id: Set(concept.id.to_string()),
                line: Set(concept.to_string()),
                at: Set(at),
                author: Set(signature.author.clone()),
            };
            let replace = sea_orm::sea_query::OnConflict::column(row::Column::Id)
                .update_columns([row::Column::Line, row::Column::At, row::Column::Author])
                .to_owned();
            row::Entity::insert(row).on_conflict(replace).exec_without_returning(&self.db).await?;
        }
        let entries = changed.iter().map(|concept| change::entry(Change::Revised, at, (change::CONCEPT, &concept.id.to_string()), ("", 1)));
        change::append(&self.db, entries.collect()).await?;
        Ok(changed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Subject;
    use crate::testing::{on_both, signature};

    on_both!(an_administrator_can_change_the_concept_table, |store| {
        let before = store.concepts().await.expect("concepts");
        let line = "quipu |  | en: quipu; knotted cord | fr: quipou | es: quipu | pt: quipo | ar: كيبو | zh: 结绳 | ru: кипу";
        let concept = Concept::parse(line).expect("a concept");
        for (times, changed) in [(1, 1), (2, 0)] {
            let in_force = store.concepts().await.expect("concepts");
            let tx = store.begin().await.expect("begin");
            assert_eq!(tx.save_concepts(&in_force, std::slice::from_ref(&concept), &signature()).await.expect("save"), changed, "time {times}");
            tx.commit().await.expect("commit");
        }
        let after = store.concepts().await.expect("concepts");
        assert_eq!(after.len(), before.len() + 1);
        assert_eq!(after.last(), Some(&concept));
        let log = store.changes_since(0, 10).await.expect("log");
        assert_eq!(log.iter().map(|e| e.subject.clone()).collect::<Vec<_>>(), [Subject::Concept("quipu".into())]);
    });

    on_both!(a_line_that_cannot_be_read_any_more_is_passed_over, |store| {
        let before = store.concepts().await.expect("concepts");
        let row = row::ActiveModel { id: Set("old".into()), line: Set("of another time".into()), at: Set(0), author: Set("test".into()) };
        row::Entity::insert(row).exec_without_returning(&store.db).await.expect("inserted");
        assert_eq!(store.concepts().await.expect("concepts"), before);
    });
}

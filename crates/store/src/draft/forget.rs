//! Forgetting: drafts that came to nothing are not kept for ever, and go with the account of who alone wrote them.

use ayni_domain::draft::DraftState;
use ayni_domain::person::PersonId;
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{Condition, ConnectionTrait, QuerySelect, Statement};

use super::file;
use super::row::draft::{Column, Entity};
use super::row::{editor, person_column};
use crate::{StoreError, Tx};

/// The tables that belong to a draft; steps and what hangs on them included.
const TABLES: [&str; 5] = ["draft_answer", "draft_resolution", "draft_step", "draft_editor", "draft_version"];

impl Tx {
    /// Forgets drafts that were abandoned or declined before a moment; returns how many.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_closed_drafts(&self, before: Timestamp) -> Result<u64, StoreError> {
        let closed = [DraftState::Abandoned, DraftState::Declined].map(DraftState::code);
        self.forget(Condition::all().add(Column::State.is_in(closed)).add(Column::Since.lt(before.as_microsecond()))).await
    }

    /// Forgets the drafts that a person wrote alone and that were never published; returns how many.
    ///
    /// What others wrote in stays, and so does what was published: both know the person by the identifier alone.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_drafts_of(&self, person: PersonId) -> Result<u64, StoreError> {
        let shared: SelectStatement = Query::select().column(editor::Column::DraftId).from(editor::Entity).to_owned();
        let own = Condition::all()
            .add(Column::AuthorId.eq(person_column(person)))
            .add(Column::State.ne(DraftState::Published.code()))
            .add(Column::Id.not_in_subquery(shared));
        self.forget(own).await
    }

    async fn forget(&self, condition: Condition) -> Result<u64, StoreError> {
        let ids: Vec<String> = Entity::find().select_only().column(Column::Id).filter(condition).into_tuple().all(&self.db).await?;
        for id in &ids {
            file::forget(&self.db, id).await?;
            for table in TABLES {
                let sql = format!("DELETE FROM {table} WHERE draft_id = $1");
                self.db.execute_raw(Statement::from_sql_and_values(self.db.get_database_backend(), sql, [id.into()])).await?;
            }
            Entity::delete_by_id(id.as_str()).exec(&self.db).await?;
        }
        Ok(ids.len() as u64)
    }
}

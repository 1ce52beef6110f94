//! Migrations: numbered SQL texts that SQLite and PostgreSQL both understand, or one for each. A released one is never edited.

use sea_orm::{DatabaseConnection, DbBackend};
use sea_orm_migration::prelude::*;

use crate::StoreError;

/// One numbered migration: its name, and the SQL for both directions.
struct Step {
    name: &'static str,
    up: &'static str,
    down: &'static str,
}

/// A step by the name of its two files.
macro_rules! step {
    ($name:literal) => {
        Step { name: $name, up: include_str!(concat!($name, ".up.sql")), down: include_str!(concat!($name, ".down.sql")) }
    };
}

const STEPS: &[Step] = &[
    step!("m0001_records"),
    step!("m0002_people"),
    step!("m0003_drafts"),
    step!("m0004_life"),
    step!("m0005_notices"),
    step!("m0006_files"),
    step!("m0007_draft_files"),
    step!("m0008_audit"),
    step!("m0009_sheets"),
    step!("m0009_translation_reasons"),
    step!("m0010_adoption"),
    step!("m0011_exchanges"),
];

/// What takes the place of a step on PostgreSQL, where the two databases do not understand one text.
const ON_POSTGRES: &[Step] =
    &[Step { name: "m0008_audit", up: include_str!("m0008_audit.postgres.up.sql"), down: include_str!("m0008_audit.postgres.down.sql") }];

impl Step {
    /// The step as a database understands it.
    fn on(&self, backend: DbBackend) -> &Self {
        let own = ON_POSTGRES.iter().find(|step| backend == DbBackend::Postgres && step.name == self.name);
        own.unwrap_or(self)
    }
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let step = self.on(manager.get_database_backend());
        manager.get_connection().execute_unprepared(step.up).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let step = self.on(manager.get_database_backend());
        manager.get_connection().execute_unprepared(step.down).await.map(drop)
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true) // a migration that fails half-way leaves nothing behind
    }
}

struct Migrations;

impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS.iter().map(|&Step { name, up, down }| Box::new(Step { name, up, down }) as Box<dyn MigrationTrait>).collect()
    }
}

/// Brings the tables to the present form.
pub(crate) async fn up(db: &DatabaseConnection) -> Result<(), StoreError> {
    Ok(Migrations::up(db, None).await?)
}

/// Takes all migrations back: every table is dropped.
#[cfg(test)]
async fn down(db: &DatabaseConnection) -> Result<(), StoreError> {
    Ok(Migrations::down(db, None).await?)
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait, Statement};

    use super::*;
    use crate::testing::on_both;

    async fn rows(db: &DatabaseConnection, sql: &str) -> Vec<String> {
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = db.query_all_raw(statement).await.expect("the schema can be read");
        rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a text")).collect()
    }

    async fn schema(db: &DatabaseConnection) -> Vec<String> {
        let sql = match db.get_database_backend() {
            DbBackend::Sqlite => {
                "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'seaql%' AND name NOT LIKE 'sqlite%' ORDER BY 1"
            }
            _ => {
                "SELECT table_name || '.' || column_name || ': ' || data_type || ' ' || is_nullable FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name NOT LIKE 'seaql%'
                 UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'seaql%'
                 UNION ALL SELECT event_object_table || ': ' || trigger_name || ' ' || event_manipulation FROM information_schema.triggers
                 WHERE trigger_schema = 'public'
                 UNION ALL SELECT routine_name::text FROM information_schema.routines WHERE routine_schema = 'public' ORDER BY 1"
            }
        };
        rows(db, sql).await
    }

    on_both!(migrations_run_up_down_and_up, |store| {
        let first = schema(&store.db).await;
        assert!(first.len() > 5);
        down(&store.db).await.expect("down");
        assert_eq!(schema(&store.db).await, Vec::<String>::new());
        up(&store.db).await.expect("up");
        assert_eq!(schema(&store.db).await, first);
    });

    #[test]
    fn what_takes_the_place_of_a_step_has_its_name() {
        assert!(ON_POSTGRES.iter().all(|own| STEPS.iter().any(|step| step.name == own.name)));
    }

    on_both!(every_foreign_key_has_an_index, |store| {
        // A foreign key of ours is called `record_id`, `person_id` …; it is the first column of an index or primary key in each table that has it.
        let sql = match store.db.get_database_backend() {
            DbBackend::Sqlite => {
                "SELECT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND NOT EXISTS
                 (SELECT 1 FROM pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = f.\"from\")"
            }
            _ => {
                "SELECT c.conrelid::regclass::text FROM pg_constraint c WHERE c.contype = 'f' AND NOT EXISTS
                 (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])"
            }
        };
        assert_eq!(rows(&store.db, sql).await, Vec::<String>::new());
    });
}

//! What the store itself is like: which database, how large, in which form.

use sea_orm::DbBackend;

use crate::{Store, StoreError, sql};

/// A store as the administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Which database: `SQLite` or `PostgreSQL`.
    pub database: &'static str,
    /// Size of the database in bytes, without attached files.
    pub size: u64,
    /// Number of migrations that took effect.
    pub migrations: u64,
    /// Name of the last of them.
    pub last_migration: String,
    /// Number of people with an account.
    pub people: u64,
}

impl Store {
    /// What the store is like.
    ///
    /// # Errors
    /// `Database`.
    pub async fn describe(&self) -> Result<About, StoreError> {
        let (database, size) = match self.db.get_database_backend() {
            DbBackend::Postgres => ("PostgreSQL", "SELECT pg_database_size(current_database())"),
            _ => ("SQLite", "SELECT p.page_count * s.page_size FROM pragma_page_count() p, pragma_page_size() s"),
        };
        let last = sql::row(&self.db, "SELECT version FROM seaql_migrations ORDER BY version DESC LIMIT 1", []).await?;
        Ok(About {
            database,
            size: self.number(size).await?,
            migrations: self.number("SELECT COUNT(*) FROM seaql_migrations").await?,
            last_migration: last.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default(),
            people: self.number("SELECT COUNT(*) FROM person WHERE state = 'active'").await?,
        })
    }

    async fn number(&self, query: &str) -> Result<u64, StoreError> {
        let row = sql::row(&self.db, query, []).await?;
        let number: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        Ok(u64::try_from(number).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{add_person, on_both};

    on_both!(a_store_says_what_it_is, |store| {
        add_person(&store, "amina").await;
        let about = store.describe().await.expect("about");
        assert!(matches!(about.database, "SQLite" | "PostgreSQL") && about.size > 10_000, "{about:?}");
        assert!(about.migrations >= 7 && about.last_migration.starts_with("m0"), "{about:?}");
        assert_eq!(about.people, 1);
    });
}

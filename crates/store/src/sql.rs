//! Statements in the SQL that both databases understand, and reading rows cell by cell.

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult, Statement, TryGetable, Value};
use uuid::Uuid;

use crate::StoreError;

/// Runs a statement; returns how many rows it changed.
pub(crate) async fn execute<const N: usize>(db: &impl ConnectionTrait, sql: &str, values: [Value; N]) -> Result<u64, StoreError> {
    Ok(db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?.rows_affected())
}

/// The rows that a statement gives.
pub(crate) async fn rows<const N: usize>(db: &impl ConnectionTrait, sql: &str, values: [Value; N]) -> Result<Vec<QueryResult>, StoreError> {
    Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
}

/// The rows that a statement with any number of values gives.
pub(crate) async fn list(db: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>, StoreError> {
    Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
}

/// The one row that a statement gives, if any. The statement runs to its end, so that what it changes takes effect.
pub(crate) async fn row<const N: usize>(db: &impl ConnectionTrait, sql: &str, values: [Value; N]) -> Result<Option<QueryResult>, StoreError> {
    Ok(rows(db, sql, values).await?.pop())
}

/// A row that is read cell by cell; a cell that does not fit is named with table, column and row.
pub(crate) struct Row<'a> {
    table: &'static str,
    key: &'static str,
    row: &'a QueryResult,
}

impl<'a> Row<'a> {
    /// A row of a table; `key` is the text column that names it in errors.
    pub(crate) const fn new(table: &'static str, key: &'static str, row: &'a QueryResult) -> Self {
        Self { table, key, row }
    }

    pub(crate) fn get<T: TryGetable>(&self, column: &'static str) -> Result<T, StoreError> {
        Ok(self.row.try_get("", column)?)
    }

    pub(crate) fn corrupt(&self, column: &'static str, problem: impl ToString) -> StoreError {
        let id: String = self.row.try_get("", self.key).unwrap_or_default();
        StoreError::corrupt(self.table, column, &id, problem)
    }

    /// A text that is read by a function of the domain.
    pub(crate) fn read<T, E: ToString>(&self, column: &'static str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<T, StoreError> {
        read(&self.get::<String>(column)?).map_err(|error| self.corrupt(column, error.to_string()))
    }

    /// A code of a vocabulary.
    pub(crate) fn code<T>(&self, column: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
        self.read(column, |text| parse(text).ok_or_else(|| text.to_owned()))
    }

    pub(crate) fn json(&self, column: &'static str) -> Result<serde_json::Value, StoreError> {
        self.read(column, |text| serde_json::from_str(text))
    }

    pub(crate) fn uuid(&self, column: &'static str) -> Result<Uuid, StoreError> {
        self.read(column, Uuid::parse_str)
    }

    pub(crate) fn time(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.time_or_none(column)?.ok_or_else(|| self.corrupt(column, "is missing"))
    }

    pub(crate) fn time_or_none(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        let micros: Option<i64> = self.get(column)?;
        micros.map(Timestamp::from_microsecond).transpose().map_err(|error| self.corrupt(column, error))
    }
}

/// A moment as tables keep it.
pub(crate) fn micros(at: Timestamp) -> Value {
    at.as_microsecond().into()
}

//! Jobs: work that is done again and again. Of several nodes the first that asks runs a job that is due; when it dies, another takes over.

use ayni_domain::job::{JobOutcome, next_run};
use jiff::{SignedDuration, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, QueryOrder};

use crate::outbox::later;
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub planned_at: i64,
        pub lease_until: Option<i64>,
        pub started_at: i64,
        pub finished_at: Option<i64>,
        pub outcome: Option<String>,
        pub note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A job as the administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Name.
    pub name: String,
    /// When it is due; in the past while it runs.
    pub planned_at: Timestamp,
    /// Until when the node that runs it is waited for; none when nobody runs it.
    pub lease_until: Option<Timestamp>,
    /// When it was last started.
    pub started_at: Timestamp,
    /// When it last ended.
    pub finished_at: Option<Timestamp>,
    /// How it last ended, and what it said.
    pub outcome: Option<(JobOutcome, String)>,
}

/// The right to run a job, until the lease ends.
#[derive(Debug)]
pub struct Run {
    name: String,
    planned_at: Timestamp,
    lease_until: i64,
    every: SignedDuration,
    lease: SignedDuration,
}

impl Store {
    /// Takes a job when it is due and nobody runs it: the caller runs it now, within `lease`, and then says how it ended.
    ///
    /// A job that was never run is due at once. Costs one query when it is not due.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn take_due(&self, name: &str, now: Timestamp, every: SignedDuration, lease: SignedDuration) -> Result<Option<Run>, StoreError> {
        if find_due(&self.db, name, now).await?.is_none() {
            return Ok(None);
        }
        let tx = self.begin().await?;
        let Some(planned_at) = find_due(&tx.db, name, now).await? else { return Ok(None) }; // another node was quicker
        let lease_until = later(now, lease);
        let row = row::ActiveModel {
            name: Set(name.to_owned()),
            planned_at: Set(planned_at.as_microsecond()),
            lease_until: Set(Some(lease_until)),
            started_at: Set(now.as_microsecond()),
            finished_at: Set(None),
            outcome: Set(None),
            note: Set(None),
        };
        let replace = sea_orm::sea_query::OnConflict::column(row::Column::Name)
            .update_columns([row::Column::LeaseUntil, row::Column::StartedAt]) // how it last ended is seen until it ends again
            .to_owned();
        row::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx.db).await?;
        tx.commit().await?;
        Ok(Some(Run { name: name.to_owned(), planned_at, lease_until, every, lease }))
    }

    /// Notes how a run ended and plans the next one. One that failed is tried again after the length of its lease.
    ///
    /// Returns whether it still was the caller's: after the end of the lease another node may have taken the job.
    ///
    /// # Errors
    /// `Database`.
    pub async fn finish_job(&self, run: Run, outcome: JobOutcome, note: &str, now: Timestamp) -> Result<bool, StoreError> {
        let next = next_run(run.planned_at, run.every, now, outcome, run.lease);
        let tx = self.begin().await?;
        let changed = row::Entity::update_many()
            .col_expr(row::Column::PlannedAt, Expr::value(next.as_microsecond()))
            .col_expr(row::Column::LeaseUntil, Expr::value(None::<i64>))
            .col_expr(row::Column::FinishedAt, Expr::value(now.as_microsecond()))
            .col_expr(row::Column::Outcome, Expr::value(outcome.code()))
            .col_expr(row::Column::Note, Expr::value(note))
            .filter(row::Column::Name.eq(run.name))
            .filter(row::Column::LeaseUntil.eq(run.lease_until))
            .exec(&tx.db)
            .await?;
        tx.commit().await?;
        Ok(changed.rows_affected == 1)
    }

    /// All jobs that were ever run, by name.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn jobs(&self) -> Result<Vec<Job>, StoreError> {
        row::Entity::find().order_by_asc(row::Column::Name).all(&self.db).await?.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Makes a job due now, so that the next node that asks runs it. Returns whether that brings it forward: not while it is due or runs.
    ///
    /// # Errors
    /// `Database`.
    pub async fn hasten_job(&self, name: &str, now: Timestamp) -> Result<bool, StoreError> {
        let present = now.as_microsecond();
        let changed = row::Entity::update_many()
            .col_expr(row::Column::PlannedAt, Expr::value(present))
            .filter(row::Column::Name.eq(name))
            .filter(row::Column::PlannedAt.gt(present))
            .exec(&self.db)
            .await?;
        Ok(changed.rows_affected == 1)
    }
}

/// Since when a job is due, if it is and nobody runs it.
async fn find_due(db: &impl ConnectionTrait, name: &str, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    let Some(row) = row::Entity::find_by_id(name).one(db).await? else { return Ok(Some(now)) };
    let present = now.as_microsecond();
    let due = row.planned_at <= present && row.lease_until.is_none_or(|end| end <= present);
    Ok(if due { Some(time("planned_at", &row.name, row.planned_at)?) } else { None })
}

fn time(column: &'static str, name: &str, at: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(at).map_err(|error| StoreError::corrupt("job", column, name, error))
}

fn read(row: row::Model) -> Result<Job, StoreError> {
    let name = &row.name;
    let outcome = match row.outcome.as_deref() {
        None => None,
        Some(code) => {
            let outcome = JobOutcome::parse(code).ok_or_else(|| StoreError::corrupt("job", "outcome", name, code))?;
            Some((outcome, row.note.unwrap_or_default()))
        }
    };
    Ok(Job {
        planned_at: time("planned_at", name, row.planned_at)?,
        lease_until: row.lease_until.map(|at| time("lease_until", name, at)).transpose()?,
        started_at: time("started_at", name, row.started_at)?,
        finished_at: row.finished_at.map(|at| time("finished_at", name, at)).transpose()?,
        outcome,
        name: row.name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, signature};

    const DAY: SignedDuration = SignedDuration::from_hours(24);
    const LEASE: SignedDuration = SignedDuration::from_mins(10);

    fn after(minutes: i64) -> Timestamp {
        signature().at + SignedDuration::from_mins(minutes)
    }

    on_both!(a_job_is_run_when_it_is_due_and_only_then, |store| {
        let take = |minutes| store.take_due("lights", after(minutes), DAY, LEASE);
        let run = take(0).await.expect("take").expect("a new job is due");
        assert!(take(1).await.expect("take").is_none(), "somebody runs it");
        assert!(store.take_due("digests", after(1), DAY, LEASE).await.expect("take").is_some(), "another job is another");
        assert!(store.finish_job(run, JobOutcome::Done, "3 changed", after(2)).await.expect("finish"));
        assert!(take(2).await.expect("take").is_none());
        assert!(take(24 * 60 - 1).await.expect("take").is_none());
        let run = take(24 * 60).await.expect("take").expect("due again");
        let jobs = store.jobs().await.expect("jobs");
        let lights = jobs.iter().find(|job| job.name == "lights").expect("the job");
        assert_eq!((lights.started_at, lights.lease_until, lights.finished_at), (after(24 * 60), Some(after(24 * 60 + 10)), Some(after(2))));
        assert_eq!(lights.outcome, Some((JobOutcome::Done, "3 changed".into())), "how it last ended is seen while it runs");
        assert!(store.finish_job(run, JobOutcome::Failed, "no space", after(24 * 60 + 1)).await.expect("finish"));
        assert!(take(24 * 60 + 10).await.expect("take").is_none());
        assert!(take(24 * 60 + 11).await.expect("take").is_some(), "what failed is tried again soon");
    });

    on_both!(a_job_whose_node_died_is_taken_over_and_the_dead_one_has_no_say, |store| {
        let dead = store.take_due("lights", after(0), DAY, LEASE).await.expect("take").expect("due");
        assert!(store.take_due("lights", after(9), DAY, LEASE).await.expect("take").is_none());
        let run = store.take_due("lights", after(10), DAY, LEASE).await.expect("take").expect("taken over");
        assert!(!store.finish_job(dead, JobOutcome::Failed, "late", after(11)).await.expect("finish"));
        assert!(store.finish_job(run, JobOutcome::Done, "", after(12)).await.expect("finish"));
        let jobs = store.jobs().await.expect("jobs");
        assert_eq!((jobs[0].planned_at, jobs[0].outcome.clone()), (after(24 * 60), Some((JobOutcome::Done, String::new()))));
    });

    on_both!(a_job_can_be_brought_forward, |store| {
        let hasten = async |minutes| {
            let tx = store.begin().await.expect("begin");
            let hastened = tx.hasten_job("lights", after(minutes)).await.expect("hasten");
            tx.commit().await.expect("commit");
            hastened
        };
        assert!(!hasten(0).await, "it was never run and is due anyway");
        let run = store.take_due("lights", after(0), DAY, LEASE).await.expect("take").expect("due");
        assert!(!hasten(1).await, "somebody runs it");
        store.finish_job(run, JobOutcome::Done, "", after(2)).await.expect("finish");
        assert!(hasten(5).await && !hasten(6).await);
        assert!(store.take_due("lights", after(6), DAY, LEASE).await.expect("take").is_some());
    });

    on_both!(of_many_nodes_one_runs_a_job, |store| {
        let nodes: Vec<_> = (0..8)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.take_due("lights", after(0), DAY, LEASE).await.expect("take") })
            })
            .collect();
        let mut runs = 0;
        for node in nodes {
            runs += usize::from(node.await.expect("the node answers").is_some());
        }
        assert_eq!(runs, 1);
    });
}

//! The outbox: mails on their way. They are written in the transaction of the change that causes them, and sent afterwards.
//!
//! Who sends claims mails for a time (the lease). One who dies in the midst of it loses nothing: the mail is claimed again, with the
//! same identifier and so the same Message-ID. While the lease lasts nobody else sends it; a lease must be longer than sending takes.

use ayni_domain::Locale;
use ayni_domain::notice::Topic;
use ayni_domain::outbox::{MOST_ATTEMPTS, MailState, retry_after};
use jiff::{SignedDuration, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, ExprTrait, QueryOrder, QuerySelect, Select, UpdateMany};
use serde_json::Value;
use uuid::Uuid;

use crate::record::hex;
use crate::{Store, StoreError, Tx, sql};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub person_id: Option<String>,
        pub topic: String,
        pub recipient: String,
        pub subject: String,
        pub locale: String,
        pub content: String,
        pub unsubscribe_hash: Option<String>,
        pub at: i64,
        pub state: String,
        pub attempts: i32,
        pub next_at: i64,
        pub problem: Option<String>,
        pub finished_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::Column;

/// A mail that is to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMail {
    /// Whom it is for; none where the address is nobody's yet.
    pub person: Option<Uuid>,
    /// What it is about: ends with an unsubscription from this.
    pub topic: Topic,
    /// Address, with the name or without.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Language of the words.
    pub locale: Locale,
    /// What it says, as the mail's form reads it.
    pub content: Value,
    /// SHA-256 of the secret in the link that unsubscribes, where there is one.
    pub unsubscribe_hash: Option<[u8; 32]>,
}

/// A mail that its claimer sends now.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimedMail {
    /// Identifier, the same at each attempt.
    pub id: Uuid,
    /// Number of this attempt, from 1.
    pub attempt: u32,
    /// When it was written; the date of the mail.
    pub at: Timestamp,
    /// Address, with the name or without.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Language of the words.
    pub locale: Locale,
    /// What it says.
    pub content: Value,
}

/// A mail as the administrator sees it: without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxEntry {
    /// Identifier.
    pub id: Uuid,
    /// Topic.
    pub topic: Topic,
    /// Address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// When it was written.
    pub at: Timestamp,
    /// Where it is.
    pub state: MailState,
    /// Attempts so far, one under way included.
    pub attempts: u32,
    /// When a queued one may be tried next; an attempt may be under way until then.
    pub next_at: Timestamp,
    /// Why the last attempt failed.
    pub problem: Option<String>,
    /// When it was sent or given up.
    pub finished_at: Option<Timestamp>,
}

impl Tx {
    /// Puts a mail into the outbox, to be sent when this transaction has taken effect. Returns its identifier.
    ///
    /// # Errors
    /// `Database`.
    pub async fn add_mail(&self, mail: &NewMail, at: Timestamp) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let row = row::ActiveModel {
            id: Set(id.to_string()),
            person_id: Set(mail.person.map(|person| person.to_string())),
            topic: Set(mail.topic.code().to_owned()),
            recipient: Set(mail.to.clone()),
            subject: Set(mail.subject.clone()),
            locale: Set(mail.locale.code().to_owned()),
            content: Set(mail.content.to_string()),
            unsubscribe_hash: Set(mail.unsubscribe_hash.map(|hash| hex(&hash))),
            at: Set(at.as_microsecond()),
            state: Set(MailState::Queued.code().to_owned()),
            attempts: Set(0),
            next_at: Set(at.as_microsecond()),
            problem: Set(None),
            finished_at: Set(None),
        };
        row::Entity::insert(row).exec_without_returning(&self.db).await?;
        Ok(id)
    }

    /// Lets a mail that was given up be tried again, from the beginning. Returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn retry_mail(&self, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
        let change = of_state(MailState::Failed)
            .filter(Column::Id.eq(id.to_string()))
            .col_expr(Column::State, Expr::value(MailState::Queued.code()))
            .col_expr(Column::Attempts, Expr::value(0))
            .col_expr(Column::NextAt, Expr::value(now.as_microsecond()))
            .col_expr(Column::FinishedAt, Expr::value(None::<i64>));
        Ok(change.exec(&self.db).await?.rows_affected == 1)
    }

    /// Removes mails that were sent or given up before a time, and all of these to people who were erased; links in them no longer
    /// unsubscribe. Returns how many.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_mails(&self, before: Timestamp) -> Result<u64, StoreError> {
        let old = row::Entity::delete_many().filter(Column::FinishedAt.lt(before.as_microsecond()));
        let old = old.exec(&self.db).await?.rows_affected;
        Ok(old + forget_last_mails(&self.db).await?)
    }

    /// Removes all mails to a person and those to their address from before they had an account, sent or not.
    ///
    /// # Errors
    /// `Database`.
    pub async fn erase_mails(&self, person: Uuid, address: Option<&str>) -> Result<(), StoreError> {
        let own = Condition::any().add(Column::PersonId.eq(person.to_string()));
        let own = address.into_iter().fold(own, |own, address| own.add(Column::Recipient.eq(address)));
        row::Entity::delete_many().filter(own).exec(&self.db).await?;
        Ok(())
    }
}

impl Store {
    /// Claims mails for sending, at most `limit`, those for signing in first. Costs one query when there are none.
    ///
    /// The caller says of each how it ended ([`Store::mail_sent`], [`Store::mail_failed`]) before the lease ends: then the mails that
    /// it has said nothing of are claimed again, by itself or another node. A row that cannot be read is given up and keeps no other waiting.
    ///
    /// # Errors
    /// `Database`.
    pub async fn claim_mails(&self, now: Timestamp, lease: SignedDuration, limit: u64) -> Result<Vec<ClaimedMail>, StoreError> {
        if waiting(now).limit(1).one(&self.db).await?.is_none() {
            return Ok(Vec::new());
        }
        let tx = self.begin().await?; // one node at a time
        let first: Expr = Expr::case(Column::Topic.eq(Topic::SignIn.code()), 0).finally(1).into();
        let rows = waiting(now).order_by_asc(first).order_by_asc(Column::NextAt).order_by_asc(Column::Id).limit(limit).all(&tx.db).await?;
        let mut claimed = Vec::new();
        for row in rows {
            let id = row.id.clone();
            let attempt = row.attempts.saturating_add(1);
            let mail = if u32::try_from(attempt).is_ok_and(|attempt| attempt <= MOST_ATTEMPTS) {
                read_claimed(row, attempt).map_err(|error| error.to_string())
            } else {
                Err("each attempt broke off without an answer".to_owned())
            };
            let change = match &mail {
                Ok(_) => queued(&id).col_expr(Column::Attempts, Expr::value(attempt)).col_expr(Column::NextAt, Expr::value(later(now, lease))),
                Err(problem) => given_up(queued(&id), problem, now),
            };
            change.exec(&tx.db).await?;
            claimed.extend(mail);
        }
        tx.commit().await?;
        Ok(claimed)
    }

    /// Notes that a mail has left, and forgets what it said; the last mail to somebody who was erased is forgotten with its address. True even
    /// after the lease: the mail has left.
    ///
    /// # Errors
    /// `Database`.
    pub async fn mail_sent(&self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        row::Entity::update_many()
            .filter(Column::Id.eq(id.to_string()))
            .col_expr(Column::State, Expr::value(MailState::Sent.code()))
            .col_expr(Column::Content, Expr::value(""))
            .col_expr(Column::Problem, Expr::value(None::<String>))
            .col_expr(Column::FinishedAt, Expr::value(now.as_microsecond()))
            .exec(&tx.db)
            .await?;
        forget_last_mails(&tx.db).await?;
        tx.commit().await
    }

    /// Notes that an attempt failed: the mail is tried again after a pause, or given up when the refusal is `permanent` or the attempt was the last.
    ///
    /// Returns the state of the mail. What is said after the lease, when another has claimed the mail, counts for nothing.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mail_failed(&self, mail: &ClaimedMail, problem: &str, permanent: bool, now: Timestamp) -> Result<Option<MailState>, StoreError> {
        let id = mail.id.to_string();
        let tx = self.begin().await?;
        let own = queued(&id).filter(Column::Attempts.eq(mail.attempt));
        let change = match retry_after(mail.attempt).filter(|_| !permanent) {
            Some(pause) => own.col_expr(Column::NextAt, Expr::value(later(now, pause))).col_expr(Column::Problem, Expr::value(problem)),
            None => given_up(own, problem, now),
        };
        change.exec(&tx.db).await?;
        let row = row::Entity::find_by_id(&id).one(&tx.db).await?;
        tx.commit().await?;
        row.map(|row| state(&row)).transpose()
    }

    /// The newest mails, the newest first, at most `limit`; with `before` those that are older than this one.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mails(&self, state: Option<MailState>, before: Option<Uuid>, limit: u64) -> Result<Vec<OutboxEntry>, StoreError> {
        let mut query = row::Entity::find().order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit);
        if let Some(state) = state {
            query = query.filter(Column::State.eq(state.code()));
        }
        if let Some(before) = before {
            let Some(row) = row::Entity::find_by_id(before.to_string()).one(&self.db).await? else { return Ok(Vec::new()) };
            query = query.filter(Column::At.lt(row.at).or(Column::At.eq(row.at).and(Column::Id.lt(row.id))));
        }
        query.all(&self.db).await?.into_iter().map(read_entry).collect()
    }

    /// From what somebody unsubscribes with the secret of this SHA-256: the person and the topic.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn unsubscription(&self, hash: &[u8; 32]) -> Result<Option<(Uuid, Topic)>, StoreError> {
        let Some(row) = row::Entity::find().filter(Column::UnsubscribeHash.eq(hex(hash))).one(&self.db).await? else { return Ok(None) };
        let person = row.person_id.as_deref().map(|id| Uuid::parse_str(id).map_err(|error| corrupt(&row, "person_id", error))).transpose()?;
        Ok(person.zip(Some(topic(&row)?)))
    }
}

/// Mails that may be claimed.
fn waiting(now: Timestamp) -> Select<row::Entity> {
    row::Entity::find().filter(Column::State.eq(MailState::Queued.code())).filter(Column::NextAt.lte(now.as_microsecond()))
}

/// Removes mails that have left, or never will, to people who were erased; returns how many.
async fn forget_last_mails(db: &impl ConnectionTrait) -> Result<u64, StoreError> {
    let sql = "DELETE FROM outbox WHERE finished_at IS NOT NULL AND person_id IN (SELECT id FROM person WHERE state = 'erased')";
    sql::execute(db, sql, []).await
}

fn of_state(state: MailState) -> UpdateMany<row::Entity> {
    row::Entity::update_many().filter(Column::State.eq(state.code()))
}

fn queued(id: &str) -> UpdateMany<row::Entity> {
    of_state(MailState::Queued).filter(Column::Id.eq(id))
}

fn given_up(change: UpdateMany<row::Entity>, problem: &str, now: Timestamp) -> UpdateMany<row::Entity> {
    change
        .col_expr(Column::State, Expr::value(MailState::Failed.code()))
        .col_expr(Column::Problem, Expr::value(problem))
        .col_expr(Column::FinishedAt, Expr::value(now.as_microsecond()))
}

/// A time as the tables have it, after a pause.
pub(crate) fn later(now: Timestamp, pause: SignedDuration) -> i64 {
    now.as_microsecond().saturating_add(i64::try_from(pause.as_micros()).unwrap_or(i64::MAX))
}

fn corrupt(row: &row::Model, column: &'static str, problem: impl ToString) -> StoreError {
    StoreError::corrupt("outbox", column, &row.id, problem)
}

fn time(row: &row::Model, column: &'static str, at: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(at).map_err(|error| corrupt(row, column, error))
}

fn identifier(row: &row::Model) -> Result<Uuid, StoreError> {
    Uuid::parse_str(&row.id).map_err(|error| corrupt(row, "id", error))
}

fn topic(row: &row::Model) -> Result<Topic, StoreError> {
    Topic::parse(&row.topic).ok_or_else(|| corrupt(row, "topic", &row.topic))
}

fn state(row: &row::Model) -> Result<MailState, StoreError> {
    MailState::parse(&row.state).ok_or_else(|| corrupt(row, "state", &row.state))
}

fn count(row: &row::Model, attempts: i32) -> Result<u32, StoreError> {
    u32::try_from(attempts).map_err(|error| corrupt(row, "attempts", error))
}

fn read_claimed(row: row::Model, attempt: i32) -> Result<ClaimedMail, StoreError> {
    Ok(ClaimedMail {
        id: identifier(&row)?,
        attempt: count(&row, attempt)?,
        at: time(&row, "at", row.at)?,
        locale: Locale::parse(&row.locale).ok_or_else(|| corrupt(&row, "locale", &row.locale))?,
        content: serde_json::from_str(&row.content).map_err(|error| corrupt(&row, "content", error))?,
        to: row.recipient,
        subject: row.subject,
    })
}

fn read_entry(row: row::Model) -> Result<OutboxEntry, StoreError> {
    Ok(OutboxEntry {
        id: identifier(&row)?,
        topic: topic(&row)?,
        at: time(&row, "at", row.at)?,
        state: state(&row)?,
        attempts: count(&row, row.attempts)?,
        next_at: time(&row, "next_at", row.next_at)?,
        finished_at: row.finished_at.map(|at| time(&row, "finished_at", at)).transpose()?,
        to: row.recipient,
        subject: row.subject,
        problem: row.problem,
    })
}

#[cfg(test)]
mod tests;

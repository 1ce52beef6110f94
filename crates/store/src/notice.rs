//! Notices of people: added with the change that causes them, read on their pages, and gathered into mails.

use std::collections::{BTreeMap, BTreeSet};

use ayni_domain::notice::{Frequency, Notice, Preference, Topic, WORTH_MAILING, due};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, ConnectionTrait, ExprTrait, QueryOrder, QueryResult, QuerySelect, Select, Statement};
use uuid::Uuid;

use crate::outbox::later;
use crate::sql::{self, Row};
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub person_id: String,
        pub topic: String,
        pub message: String,
        pub arguments: String,
        pub path: String,
        pub at: i64,
        pub read_at: Option<i64>,
        pub mailed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::Column;

mod preference {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice_preference")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub topic: String,
        pub frequency: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Most notices that one mail gathers; what is left waits for the next.
const MOST_IN_A_MAIL: u64 = 200;

/// A notice that was given to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Identifier.
    pub id: Uuid,
    /// What they are told.
    pub notice: Notice,
    /// Since when.
    pub at: Timestamp,
    /// When they read it.
    pub read_at: Option<Timestamp>,
    /// When it was mailed.
    pub mailed_at: Option<Timestamp>,
}

/// Notices of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbox {
    /// A page of them, the newest first.
    pub entries: Vec<Entry>,
    /// How many are unread, on all pages.
    pub unread: u64,
}

impl Tx {
    /// Tells somebody something. Mails follow from it when they are due ([`Store::digests_due`]).
    ///
    /// # Errors
    /// `Database`.
    pub async fn add_notice(&self, notice: &Notice, at: Timestamp) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let row = row::ActiveModel {
            id: Set(id.to_string()),
            person_id: Set(notice.person().to_string()),
            topic: Set(notice.topic().code().to_owned()),
            message: Set(notice.message().to_owned()),
            arguments: Set(serde_json::Value::Object(notice.arguments().clone()).to_string()),
            path: Set(notice.path().to_owned()),
            at: Set(at.as_microsecond()),
            read_at: Set(None),
            mailed_at: Set(None),
        };
        row::Entity::insert(row).exec_without_returning(&self.db).await?;
        Ok(id)
    }

    /// Notes that a person has read these notices; those of others are not touched. Returns how many were unread.
    ///
    /// # Errors
    /// `Database`.
    pub async fn read_notices(&self, person: Uuid, ids: &[Uuid], at: Timestamp) -> Result<u64, StoreError> {
        self.note_read(person, at, Some(ids)).await
    }

    /// Notes that a person has read all their notices. Returns how many were unread.
    ///
    /// # Errors
    /// `Database`.
    pub async fn read_all_notices(&self, person: Uuid, at: Timestamp) -> Result<u64, StoreError> {
        self.note_read(person, at, None).await
    }

    async fn note_read(&self, person: Uuid, at: Timestamp, ids: Option<&[Uuid]>) -> Result<u64, StoreError> {
        let mut change = row::Entity::update_many()
            .col_expr(Column::ReadAt, Expr::value(at.as_microsecond()))
            .filter(Column::PersonId.eq(person.to_string()))
            .filter(Column::ReadAt.is_null());
        if let Some(ids) = ids {
            change = change.filter(Column::Id.is_in(ids.iter().map(ToString::to_string)));
        }
        Ok(change.exec(&self.db).await?.rows_affected)
    }

    /// Notes what a person chose for a topic.
    ///
    /// # Errors
    /// `Database`.
    pub async fn set_preference(&self, person: Uuid, preference: Preference) -> Result<(), StoreError> {
        use preference::{ActiveModel, Column, Entity};
        let row = ActiveModel {
            person_id: Set(person.to_string()),
            topic: Set(preference.topic().code().to_owned()),
            frequency: Set(preference.frequency().code().to_owned()),
        };
        let replace = sea_orm::sea_query::OnConflict::columns([Column::PersonId, Column::Topic]).update_column(Column::Frequency).to_owned();
        Entity::insert(row).on_conflict(replace).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Takes the notices that a person is to be mailed at this frequency, the oldest first, at most 200; they count as mailed.
    ///
    /// Empty when nothing is due (any more): another node was quicker, or the person has read them. Put the mail into the outbox in
    /// this same transaction. Who cannot be mailed is taken too, and then left alone, or they are due for ever.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn take_digest(&self, person: Uuid, frequency: Frequency, now: Timestamp) -> Result<Vec<Entry>, StoreError> {
        let topics = due_topics(&self.db, Some(person), now).await?.remove(&(person, frequency)).unwrap_or_default();
        let rows = unmailed(now)
            .filter(Column::PersonId.eq(person.to_string()))
            .filter(Column::Topic.is_in(topics.iter().map(|topic| topic.code())))
            .order_by_asc(Column::At)
            .order_by_asc(Column::Id)
            .limit(MOST_IN_A_MAIL)
            .all(&self.db)
            .await?;
        let entries = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        row::Entity::update_many()
            .col_expr(Column::MailedAt, Expr::value(now.as_microsecond()))
            .filter(Column::Id.is_in(entries.iter().map(|entry| entry.id.to_string())))
            .exec(&self.db)
            .await?;
        Ok(entries)
    }

    /// Removes notices of before a time. Returns how many.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_notices(&self, before: Timestamp) -> Result<u64, StoreError> {
        Ok(row::Entity::delete_many().filter(Column::At.lt(before.as_microsecond())).exec(&self.db).await?.rows_affected)
    }

    /// Removes all notices and preferences of a person.
    ///
    /// # Errors
    /// `Database`.
    pub async fn erase_notices(&self, person: Uuid) -> Result<(), StoreError> {
        row::Entity::delete_many().filter(Column::PersonId.eq(person.to_string())).exec(&self.db).await?;
        preference::Entity::delete_many().filter(preference::Column::PersonId.eq(person.to_string())).exec(&self.db).await?;
        Ok(())
    }
}

impl Store {
    /// The newest notices of a person, at most `limit`, and how many are unread; with `before` those that are older than this one.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn notices(&self, person: Uuid, before: Option<Uuid>, limit: u64) -> Result<Inbox, StoreError> {
        let own = || row::Entity::find().filter(Column::PersonId.eq(person.to_string()));
        let unread = own().filter(Column::ReadAt.is_null()).count(&self.db).await?;
        let mut query = own().order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit);
        if let Some(before) = before {
            let Some(row) = own().filter(Column::Id.eq(before.to_string())).one(&self.db).await? else {
                return Ok(Inbox { entries: Vec::new(), unread });
            };
            query = query.filter(Column::At.lt(row.at).or(Column::At.eq(row.at).and(Column::Id.lt(row.id))));
        }
        let entries = query.all(&self.db).await?.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Inbox { entries, unread })
    }

    /// A notice of a person.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn notice(&self, person: Uuid, id: Uuid) -> Result<Option<Entry>, StoreError> {
        let own = row::Entity::find_by_id(id.to_string()).filter(Column::PersonId.eq(person.to_string()));
        own.one(&self.db).await?.map(read).transpose()
    }

    /// How many notices of a person are unread.
    ///
    /// # Errors
    /// `Database`.
    pub async fn unread_notices(&self, person: Uuid) -> Result<u64, StoreError> {
        Ok(row::Entity::find().filter(Column::PersonId.eq(person.to_string())).filter(Column::ReadAt.is_null()).count(&self.db).await?)
    }

    /// How often each topic is mailed to a person: as they chose, or as is usual.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn preferences(&self, person: Uuid) -> Result<BTreeMap<Topic, Frequency>, StoreError> {
        let mut all: BTreeMap<_, _> = Topic::ALL.iter().map(|&topic| (topic, topic.usual())).collect();
        let chosen = preference::Entity::find().filter(preference::Column::PersonId.eq(person.to_string())).all(&self.db).await?;
        for row in chosen {
            let topic = read_topic("notice_preference", &row.person_id, &row.topic)?;
            all.insert(topic, topic.frequency(Some(read_frequency(&row.person_id, &row.frequency)?)));
        }
        Ok(all)
    }

    /// Who chose to hear of a topic, and when they were last told something about it.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn followers(&self, topic: Topic) -> Result<Vec<(Uuid, Option<Timestamp>)>, StoreError> {
        let sql = "SELECT p.person_id, (SELECT MAX(n.at) FROM notice n WHERE n.person_id = p.person_id AND n.topic = p.topic) AS told_at
             FROM notice_preference p WHERE p.topic = $1 AND p.frequency <> $2 ORDER BY p.person_id";
        let rows = sql::rows(&self.db, sql, [topic.code().into(), Frequency::Never.code().into()]).await?;
        let follower = |row| {
            let row = Row::new("notice_preference", "person_id", row);
            Ok((row.uuid("person_id")?, row.time_or_none("told_at")?))
        };
        rows.iter().map(follower).collect()
    }

    /// Who is to be mailed notices now, and at which frequency; at most `limit`. [`Tx::take_digest`] gives the notices.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn digests_due(&self, now: Timestamp, limit: usize) -> Result<Vec<(Uuid, Frequency)>, StoreError> {
        Ok(due_topics(&self.db, None, now).await?.into_keys().take(limit).collect())
    }
}

/// Notices that are neither read nor mailed, nor too old for a mail.
fn unmailed(now: Timestamp) -> Select<row::Entity> {
    row::Entity::find().filter(Column::MailedAt.is_null()).filter(Column::ReadAt.is_null()).filter(Column::At.gte(oldest(now)))
}

fn oldest(now: Timestamp) -> i64 {
    later(now, -WORTH_MAILING)
}

/// Topics with notices of people who have some to be mailed: person, topic, what they chose, the last mail, how many wait.
const TOPICS: &str = "SELECT n.person_id, n.topic, p.frequency, MAX(n.mailed_at) AS mailed_at,
     SUM(CASE WHEN n.mailed_at IS NULL AND n.read_at IS NULL AND n.at >= $1 THEN 1 ELSE 0 END) AS waiting
     FROM notice n LEFT JOIN notice_preference p ON p.person_id = n.person_id AND p.topic = n.topic
     WHERE n.person_id IN (SELECT person_id FROM notice WHERE mailed_at IS NULL AND read_at IS NULL AND at >= $1)";

/// By person and frequency, the topics whose notices are to be mailed now.
async fn due_topics(
    db: &impl ConnectionTrait,
    person: Option<Uuid>,
    now: Timestamp,
) -> Result<BTreeMap<(Uuid, Frequency), BTreeSet<Topic>>, StoreError> {
    let (which, values) = match person {
        Some(person) => ("AND n.person_id = $2 ", vec![oldest(now).into(), person.to_string().into()]),
        None => ("", vec![oldest(now).into()]),
    };
    let sql = format!("{TOPICS} {which}GROUP BY n.person_id, n.topic, p.frequency");
    let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let mut last_mailed: BTreeMap<(Uuid, Frequency), Timestamp> = BTreeMap::new();
    let mut waiting: BTreeMap<(Uuid, Frequency), BTreeSet<Topic>> = BTreeMap::new();
    for row in rows {
        let Counted { person, topic, frequency, mailed_at, waits } = Counted::read(&row)?;
        let key = (person, frequency);
        if let Some(at) = mailed_at {
            let last = last_mailed.entry(key).or_insert(at);
            *last = at.max(*last);
        }
        if waits {
            waiting.entry(key).or_default().insert(topic);
        }
    }
    waiting.retain(|key, _| due(key.1, last_mailed.get(key).copied(), now));
    Ok(waiting)
}

/// A row of [`TOPICS`].
struct Counted {
    person: Uuid,
    topic: Topic,
    frequency: Frequency,
    mailed_at: Option<Timestamp>,
    waits: bool,
}

impl Counted {
    fn read(row: &QueryResult) -> Result<Self, StoreError> {
        let person: String = row.try_get("", "person_id")?;
        let topic = read_topic("notice", &person, &row.try_get::<String>("", "topic")?)?;
        let chosen = row.try_get::<Option<String>>("", "frequency")?.map(|code| read_frequency(&person, &code)).transpose()?;
        let mailed_at = row.try_get::<Option<i64>>("", "mailed_at")?.map(Timestamp::from_microsecond).transpose();
        Ok(Self {
            topic,
            frequency: topic.frequency(chosen),
            mailed_at: mailed_at.map_err(|error| StoreError::corrupt("notice", "mailed_at", &person, error))?,
            waits: row.try_get::<i64>("", "waiting")? > 0,
            person: Uuid::parse_str(&person).map_err(|error| StoreError::corrupt("notice", "person_id", &person, error))?,
        })
    }
}

fn read_topic(table: &'static str, id: &str, code: &str) -> Result<Topic, StoreError> {
    Topic::parse(code).ok_or_else(|| StoreError::corrupt(table, "topic", id, code))
}

fn read_frequency(person: &str, code: &str) -> Result<Frequency, StoreError> {
    Frequency::parse(code).ok_or_else(|| StoreError::corrupt("notice_preference", "frequency", person, code))
}

fn read(row: row::Model) -> Result<Entry, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("notice", column, &row.id, problem);
    let time = |column, at| Timestamp::from_microsecond(at).map_err(|error| corrupt(column, error.to_string()));
    let identifier = |column, text: &str| Uuid::parse_str(text).map_err(|error| corrupt(column, error.to_string()));
    let arguments = serde_json::from_str(&row.arguments).map_err(|error| corrupt("arguments", error.to_string()))?;
    let topic = read_topic("notice", &row.id, &row.topic)?;
    let notice = Notice::new(identifier("person_id", &row.person_id)?, topic, &row.message, arguments, &row.path);
    Ok(Entry {
        id: identifier("id", &row.id)?,
        notice: notice.map_err(|error| corrupt("message", error.to_string()))?,
        at: time("at", row.at)?,
        read_at: row.read_at.map(|at| time("read_at", at)).transpose()?,
        mailed_at: row.mailed_at.map(|at| time("mailed_at", at)).transpose()?,
    })
}

#[cfg(test)]
mod tests;

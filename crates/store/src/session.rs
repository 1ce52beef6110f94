//! Sessions: who is signed in where. Hot: each write is one short statement that waits for no other writer's transaction.

use ayni_domain::date::day_of;
use ayni_domain::permission::Standing;
use ayni_domain::proof::Proof;
use ayni_domain::retention::Kept;
use ayni_domain::{Person, PersonId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::person::{self, key};
use crate::sql::{self, Row, micros};
use crate::{SecretHash, Store, StoreError, Tx};

/// How often a session that is used is noted as used.
const TOUCH: SignedDuration = SignedDuration::from_hours(1);
/// After so long a session ends even if it is used every day: a stolen one ends too.
const LONGEST: SignedDuration = SignedDuration::from_hours(365 * 24);
/// Longest label, in characters.
const LONGEST_LABEL: usize = 120;

/// Somebody signed in somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names the session in the person's list; worth nothing to who wants to use it.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// How they showed who they are.
    pub proof: Proof,
    /// The device, in words.
    pub label: String,
    /// Since when.
    pub begun_at: Timestamp,
    /// Last use, at most an hour ago when it is in use.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

/// A session with whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The account.
    pub person: Person,
    /// What rules see of it.
    pub standing: Standing,
}

const COLUMNS: &str = "id, person_id, proof, label, begun_at, seen_at, expires_at";
/// A session is over when it was not used for long, or has lasted for long.
const GOOD: &str = "seen_at > $2 AND expires_at > $3";

impl Store {
    /// Signs somebody in. `label` says on which device, and is cut to 120 characters.
    ///
    /// # Errors
    /// `Database`, also when there was never such a person.
    pub async fn begin_session(
        &self,
        secret: &SecretHash,
        person: PersonId,
        proof: Proof,
        label: &str,
        now: Timestamp,
    ) -> Result<Session, StoreError> {
        let session = Session {
            id: Uuid::now_v7(),
            person,
            proof,
            label: label.chars().filter(|c| !c.is_control()).take(LONGEST_LABEL).collect(),
            begun_at: now,
            seen_at: now,
            expires_at: now.checked_add(LONGEST).unwrap_or(Timestamp::MAX),
        };
        let sql = "INSERT INTO session (id, secret, person_id, proof, label, begun_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = [
            session.id.to_string().into(),
            secret.as_str().into(),
            key(person),
            proof.code().into(),
            session.label.as_str().into(),
            micros(session.begun_at),
            micros(session.seen_at),
            micros(session.expires_at),
        ];
        sql::execute(&self.db, sql, values).await?;
        self.note_seen(person, now).await?;
        Ok(session)
    }

    /// The session of a secret, unless it is over.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn session(&self, secret: &SecretHash, now: Timestamp) -> Result<Option<Session>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM session WHERE secret = $1 AND {GOOD}");
        let row = sql::row(&self.db, &sql, [secret.as_str().into(), micros(Kept::Session.until(now)), micros(now)]).await?;
        row.as_ref().map(|row| read(row, "id", "person_id")).transpose()
    }

    /// Who is signed in with a secret, with all that a request needs to know of them. One query: each request of a member asks this.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn signed_in(&self, secret: &SecretHash, now: Timestamp) -> Result<Option<SignedIn>, StoreError> {
        let sql = "SELECT p.id, p.handle, p.email, p.locale, p.roles, p.profile, p.created_at, p.last_seen_on,
             s.id AS session_id, s.proof, s.label, s.begun_at, s.seen_at, s.expires_at, m.organization, m.capacity
             FROM session s JOIN person p ON p.id = s.person_id AND p.state = 'active'
             LEFT JOIN mandate m ON m.person_id = p.id AND m.state = 'active' AND m.renew_by >= $4
             WHERE s.secret = $1 AND s.seen_at > $2 AND s.expires_at > $3 ORDER BY m.organization, m.capacity";
        let today: Date = day_of(now);
        let values = [secret.as_str().into(), micros(Kept::Session.until(now)), micros(now), today.to_string().into()];
        let rows = sql::rows(&self.db, sql, values).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (session, person) = (read(first, "session_id", "id")?, person::read(first)?);
        let standing = Standing { person: person.id, roles: person.roles, mandates: person::mandates(&rows)? };
        Ok(Some(SignedIn { session, person, standing }))
    }

    /// Notes that a session is in use, at most once an hour; returns whether it was noted.
    ///
    /// # Errors
    /// `Database`.
    pub async fn touch_session(&self, session: &Session, now: Timestamp) -> Result<bool, StoreError> {
        let last = now.checked_sub(TOUCH).unwrap_or(Timestamp::MIN);
        if session.seen_at > last {
            return Ok(false);
        }
        let sql = "UPDATE session SET seen_at = $1 WHERE id = $2 AND seen_at <= $3";
        let noted = sql::execute(&self.db, sql, [micros(now), session.id.to_string().into(), micros(last)]).await? == 1;
        if noted {
            self.note_seen(session.person, now).await?;
        }
        Ok(noted)
    }

    /// The sessions of a person that are not over, the last used first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn sessions(&self, person: PersonId, now: Timestamp) -> Result<Vec<Session>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM session WHERE person_id = $1 AND {GOOD} ORDER BY seen_at DESC, id DESC");
        let rows = sql::rows(&self.db, &sql, [key(person), micros(Kept::Session.until(now)), micros(now)]).await?;
        rows.iter().map(|row| read(row, "id", "person_id")).collect()
    }

    /// Ends one session of a person; returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn end_session(&self, person: PersonId, session: Uuid) -> Result<bool, StoreError> {
        let values = [key(person), session.to_string().into()];
        Ok(sql::execute(&self.db, "DELETE FROM session WHERE person_id = $1 AND id = $2", values).await? == 1)
    }

    /// Ends all sessions of a person, but for one that goes on; returns how many.
    ///
    /// # Errors
    /// `Database`.
    pub async fn end_sessions(&self, person: PersonId, but: Option<Uuid>) -> Result<u64, StoreError> {
        let but = but.map(|id| id.to_string()).unwrap_or_default();
        sql::execute(&self.db, "DELETE FROM session WHERE person_id = $1 AND id <> $2", [key(person), but.into()]).await
    }

    async fn note_seen(&self, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
        note_seen(&self.db, person, now).await
    }
}

/// Notes that an account is in use today.
async fn note_seen(db: &impl ConnectionTrait, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE person SET last_seen_on = $1 WHERE id = $2 AND state = 'active' AND last_seen_on < $1";
    sql::execute(db, sql, [day_of(now).to_string().into(), key(person)]).await.map(drop)
}

impl Tx {
    /// Notes that an account is in use, by a link of a mail and without a session.
    ///
    /// # Errors
    /// `Database`.
    pub async fn note_seen(&self, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
        note_seen(&self.db, person, now).await
    }

    /// As [`Store::end_sessions`], with the change that is the reason for it: a new password, a role that was taken away.
    ///
    /// # Errors
    /// `Database`.
    pub async fn end_sessions(&self, person: PersonId, but: Option<Uuid>) -> Result<u64, StoreError> {
        let but = but.map(|id| id.to_string()).unwrap_or_default();
        sql::execute(&self.db, "DELETE FROM session WHERE person_id = $1 AND id <> $2", [key(person), but.into()]).await
    }
}

/// Reads a session from a row that names it and its person in these columns.
fn read(row: &QueryResult, id: &'static str, person: &'static str) -> Result<Session, StoreError> {
    let row = Row::new("session", id, row);
    Ok(Session {
        id: row.uuid(id)?,
        person: PersonId(row.uuid(person)?),
        proof: row.code("proof", Proof::parse)?,
        label: row.get("label")?,
        begun_at: row.time("begun_at")?,
        seen_at: row.time("seen_at")?,
        expires_at: row.time("expires_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;
    use crate::testing::{add_person, ask, on_both, organization, signature};
    use ayni_domain::mandate::Capacity;

    fn after(hours: i64) -> Timestamp {
        signature().at.checked_add(SignedDuration::from_hours(hours)).expect("a time")
    }

    fn secret() -> SecretHash {
        Secret::random().expect("random bytes").hash()
    }

    on_both!(a_session_is_found_by_its_secret_while_it_is_used, |store| {
        let (amina, secret) = (add_person(&store, "amina").await, secret());
        let begun = store.begin_session(&secret, amina.id, Proof::Link, "Firefox\n on Android", after(0)).await.expect("begin");
        assert_eq!(begun.label, "Firefox on Android");
        assert_eq!(store.session(&secret, after(1)).await.expect("find"), Some(begun.clone()));
        assert_eq!(store.session(&self::secret(), after(1)).await.expect("find"), None);
        assert_eq!(store.session(&secret, after(30 * 24)).await.expect("find"), None, "not used for 30 days");

        assert!(!store.touch_session(&begun, after(0)).await.expect("touch"), "within the hour");
        assert!(store.touch_session(&begun, after(29 * 24)).await.expect("touch"));
        assert!(!store.touch_session(&begun, after(29 * 24)).await.expect("touch"), "another request noted it");
        let found = store.session(&secret, after(31 * 24)).await.expect("find").expect("there");
        assert_eq!(found.seen_at, after(29 * 24));
        assert_eq!(store.person(amina.id).await.expect("find").expect("there").last_seen_on, day_of(after(29 * 24)));
        for day in 2..13 {
            let session = store.session(&secret, after(day * 29 * 24)).await.expect("find");
            store.touch_session(&session.expect("in use"), after(day * 29 * 24)).await.expect("touch");
        }
        assert_eq!(store.session(&secret, after(365 * 24)).await.expect("find"), None, "used for a year");
        assert_eq!(store.position().await.expect("position"), 0);
    });

    on_both!(one_query_tells_who_is_signed_in, |store| {
        let (amina, bruno, own) = (add_person(&store, "amina").await, add_person(&store, "bruno").await, secret());
        let session = store.begin_session(&own, amina.id, Proof::Link, "", after(0)).await.expect("begin");
        let standing = async |hours| store.standing(amina.id, day_of(after(hours))).await.expect("standing").expect("there");
        let found = async |secret: &SecretHash, hours| store.signed_in(secret, after(hours)).await.expect("find");
        let expected = SignedIn { session: session.clone(), person: amina.clone(), standing: standing(1).await };
        assert_eq!(found(&own, 1).await, Some(expected), "who speaks for nobody");
        assert_eq!(found(&secret(), 1).await, None);
        assert_eq!(found(&own, 30 * 24).await, None, "not used for 30 days");

        let tx = store.begin().await.expect("begin");
        tx.save_all(&[organization("cplp", "CPLP"), organization("g7", "g7+")], &signature()).await.expect("save");
        for name in ["cplp", "g7"] {
            let asked = ask(amina.id, name, Capacity::Contributor, after(0));
            tx.add_mandate(&asked).await.expect("asked");
            tx.save_mandate(&asked.clone().accept(bruno.id, "", after(0)).expect("accepted"), asked.state).await.expect("saved");
        }
        tx.commit().await.expect("commit");
        let signed_in = found(&own, 2).await.expect("there");
        assert_eq!((signed_in.standing.mandates.len(), signed_in.standing), (2, standing(2).await));
        let tx = store.begin().await.expect("begin");
        tx.erase_person(amina.id, after(3)).await.expect("erased");
        tx.commit().await.expect("commit");
        assert_eq!(found(&own, 3).await, None, "an erased account");
    });

    on_both!(sessions_are_listed_and_ended, |store| {
        let (amina, bruno) = (add_person(&store, "amina").await, add_person(&store, "bruno").await);
        let mut sessions = Vec::new();
        for (person, hour) in [(&amina, 1), (&amina, 2), (&amina, 3), (&bruno, 1)] {
            sessions.push(store.begin_session(&secret(), person.id, Proof::Passkey, "Phone", after(hour)).await.expect("begin"));
        }
        let ids = async |person: PersonId| store.sessions(person, after(4)).await.expect("list").iter().map(|s| s.id).collect::<Vec<_>>();
        assert_eq!(ids(amina.id).await, [sessions[2].id, sessions[1].id, sessions[0].id]);
        assert!(!store.end_session(amina.id, sessions[3].id).await.expect("end"), "another's");
        assert!(store.end_session(amina.id, sessions[1].id).await.expect("end"));
        assert_eq!(store.end_sessions(amina.id, Some(sessions[0].id)).await.expect("end"), 1);
        assert_eq!(ids(amina.id).await, [sessions[0].id]);
        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.end_sessions(amina.id, None).await.expect("end"), 1);
        tx.commit().await.expect("commit");
        assert_eq!((ids(amina.id).await.len(), ids(bruno.id).await.len()), (0, 1));
    });

    on_both!(signing_in_waits_for_no_other_transaction_on_postgres, |store| {
        let amina = add_person(&store, "amina").await;
        let tx = store.begin().await.expect("begin");
        if store.db.get_database_backend() == sea_orm::DbBackend::Postgres {
            store.begin_session(&secret(), amina.id, Proof::Link, "", after(1)).await.expect("begin");
        }
        tx.commit().await.expect("commit");
    });
}

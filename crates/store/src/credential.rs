//! Credentials: what people keep with us to show who they are. How they are made and checked is for the crate `auth`.
//!
//! Passwords come as hashes, recovery codes as hashes of random codes, passkeys as JSON. What may be used once or only forward
//! (codes, steps, counters) is noted in one statement, so that two who use it at the same moment do not both succeed.

use ayni_domain::PersonId;
use jiff::Timestamp;
use sea_orm::QueryResult;
use serde_json::Value;

use crate::person::key;
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

/// A time-based one-time password (RFC 6238) of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Totp {
    /// Shared secret, in the form in which it was kept.
    pub secret: String,
    /// Last step of time whose code was used.
    pub last_step: i64,
}

/// A passkey of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Passkey {
    /// Identifier of the credential.
    pub id: String,
    /// Whose it is.
    pub person: PersonId,
    /// Name for the person's list.
    pub name: String,
    /// Public key and what belongs to it.
    pub credential: Value,
    /// Counter of uses; 0 where the authenticator has none.
    pub counter: u32,
    /// When it was added.
    pub added_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// Who somebody is for another provider (OpenID Connect).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Address of the provider.
    pub issuer: String,
    /// Identifier there.
    pub subject: String,
}

const PASSKEY: &str = "id, person_id, name, credential, counter, added_at, used_at";

impl Store {
    /// The hash of a person's password, where they have one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn password(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let row = sql::row(&self.db, "SELECT hash FROM password WHERE person_id = $1", [key(person)]).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
    }

    /// A person's one-time password, where they have one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn totp(&self, person: PersonId) -> Result<Option<Totp>, StoreError> {
        let row = sql::row(&self.db, "SELECT secret, last_step FROM totp WHERE person_id = $1", [key(person)]).await?;
        row.map(|row| Ok(Totp { secret: row.try_get_by_index(0)?, last_step: row.try_get_by_index(1)? })).transpose()
    }

    /// Uses the code of a step of time; `false` when that step or a later one was used before.
    ///
    /// # Errors
    /// `Database`.
    pub async fn use_totp(&self, person: PersonId, step: i64) -> Result<bool, StoreError> {
        let sql = "UPDATE totp SET last_step = $1 WHERE person_id = $2 AND last_step < $1";
        Ok(sql::execute(&self.db, sql, [step.into(), key(person)]).await? == 1)
    }

    /// Uses a recovery code up; `false` when it is none of the person's, or was used.
    ///
    /// # Errors
    /// `Database`.
    pub async fn use_recovery_code(&self, person: PersonId, hash: &str) -> Result<bool, StoreError> {
        let sql = "DELETE FROM recovery_code WHERE person_id = $1 AND hash = $2";
        Ok(sql::execute(&self.db, sql, [key(person), hash.into()]).await? == 1)
    }

    /// How many recovery codes a person has left.
    ///
    /// # Errors
    /// `Database`.
    pub async fn recovery_codes(&self, person: PersonId) -> Result<u32, StoreError> {
        let row = sql::row(&self.db, "SELECT count(*) FROM recovery_code WHERE person_id = $1", [key(person)]).await?;
        let count = row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or(0);
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// The passkeys of a person, in the order in which they were added.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn passkeys(&self, person: PersonId) -> Result<Vec<Passkey>, StoreError> {
        let sql = format!("SELECT {PASSKEY} FROM passkey WHERE person_id = $1 ORDER BY added_at, id");
        sql::rows(&self.db, &sql, [key(person)]).await?.iter().map(read_passkey).collect()
    }

    /// The passkey with this identifier, whoever has it.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn passkey(&self, id: &str) -> Result<Option<Passkey>, StoreError> {
        let sql = format!("SELECT {PASSKEY} FROM passkey WHERE id = $1");
        sql::row(&self.db, &sql, [id.into()]).await?.as_ref().map(read_passkey).transpose()
    }

    /// Notes the use of a passkey with what it looks like afterwards; `false` when its counter went back, so that it may be a copy.
    ///
    /// # Errors
    /// `Database`.
    pub async fn use_passkey(&self, id: &str, credential: &Value, counter: u32, now: Timestamp) -> Result<bool, StoreError> {
        // Authenticators without a counter say 0 every time.
        let forward = if counter == 0 { "counter = $2" } else { "counter < $2" };
        let sql = format!("UPDATE passkey SET credential = $1, counter = $2, used_at = $3 WHERE id = $4 AND {forward}");
        let values = [credential.to_string().into(), i64::from(counter).into(), micros(now), id.into()];
        Ok(sql::execute(&self.db, &sql, values).await? == 1)
    }

    /// Who has this identity at another provider.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn person_by_identity(&self, identity: &Identity) -> Result<Option<PersonId>, StoreError> {
        let sql = "SELECT person_id FROM identity WHERE issuer = $1 AND subject = $2";
        let row = sql::row(&self.db, sql, [identity.issuer.as_str().into(), identity.subject.as_str().into()]).await?;
        row.map(|row| Row::new("identity", "person_id", &row).uuid("person_id").map(PersonId)).transpose()
    }

    /// A person's identities at other providers.
    ///
    /// # Errors
    /// `Database`.
    pub async fn identities(&self, person: PersonId) -> Result<Vec<Identity>, StoreError> {
        let rows = sql::rows(&self.db, "SELECT issuer, subject FROM identity WHERE person_id = $1 ORDER BY 1, 2", [key(person)]).await?;
        rows.iter().map(|row| Ok(Identity { issuer: row.try_get_by_index(0)?, subject: row.try_get_by_index(1)? })).collect()
    }
}

impl Tx {
    /// Gives a person a password, in place of the one they had.
    ///
    /// # Errors
    /// `Database`.
    pub async fn set_password(&self, person: PersonId, hash: &str, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO password (person_id, hash, changed_at) VALUES ($1, $2, $3)
             ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at";
        sql::execute(&self.db, sql, [key(person), hash.into(), micros(now)]).await.map(drop)
    }

    /// Takes the password away.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_password(&self, person: PersonId) -> Result<(), StoreError> {
        sql::execute(&self.db, "DELETE FROM password WHERE person_id = $1", [key(person)]).await.map(drop)
    }

    /// Gives a person a one-time password, in place of the one they had; its last step is the one whose code showed that it works.
    ///
    /// # Errors
    /// `Database`.
    pub async fn set_totp(&self, person: PersonId, totp: &Totp, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO totp (person_id, secret, last_step, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id)
             DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, added_at = excluded.added_at";
        sql::execute(&self.db, sql, [key(person), totp.secret.as_str().into(), totp.last_step.into(), micros(now)]).await.map(drop)
    }

    /// Takes the one-time password away, and the recovery codes that stand in for it.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_totp(&self, person: PersonId) -> Result<(), StoreError> {
        sql::execute(&self.db, "DELETE FROM totp WHERE person_id = $1", [key(person)]).await?;
        self.set_recovery_codes(person, &[]).await
    }

    /// Gives a person recovery codes, by their hashes, in place of those they had.
    ///
    /// # Errors
    /// `Database`.
    pub async fn set_recovery_codes(&self, person: PersonId, hashes: &[String]) -> Result<(), StoreError> {
        sql::execute(&self.db, "DELETE FROM recovery_code WHERE person_id = $1", [key(person)]).await?;
        for hash in hashes {
            let values = [key(person), hash.as_str().into()];
            sql::execute(&self.db, "INSERT INTO recovery_code (person_id, hash) VALUES ($1, $2)", values).await?;
        }
        Ok(())
    }

    /// Keeps a passkey.
    ///
    /// # Errors
    /// `Taken` when somebody has it already, `Database`.
    pub async fn add_passkey(&self, passkey: &Passkey) -> Result<(), StoreError> {
        let sql = "INSERT INTO passkey (id, person_id, name, credential, counter, added_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        let values = [
            passkey.id.as_str().into(),
            key(passkey.person),
            passkey.name.as_str().into(),
            passkey.credential.to_string().into(),
            i64::from(passkey.counter).into(),
            micros(passkey.added_at),
        ];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Taken("passkey")) }
    }

    /// Gives a passkey of a person another name; returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn rename_passkey(&self, person: PersonId, id: &str, name: &str) -> Result<bool, StoreError> {
        let values = [name.into(), key(person), id.into()];
        Ok(sql::execute(&self.db, "UPDATE passkey SET name = $1 WHERE person_id = $2 AND id = $3", values).await? == 1)
    }

    /// Takes a passkey of a person away; returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_passkey(&self, person: PersonId, id: &str) -> Result<bool, StoreError> {
        Ok(sql::execute(&self.db, "DELETE FROM passkey WHERE person_id = $1 AND id = $2", [key(person), id.into()]).await? == 1)
    }

    /// Lets a person sign in with an identity at another provider.
    ///
    /// # Errors
    /// `Taken` when it is somebody's already, `Database`.
    pub async fn add_identity(&self, person: PersonId, identity: &Identity, now: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO identity (issuer, subject, person_id, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
        let values = [identity.issuer.as_str().into(), identity.subject.as_str().into(), key(person), micros(now)];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Taken("identity")) }
    }

    /// Ends signing in with an identity; returns whether it was the person's.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_identity(&self, person: PersonId, identity: &Identity) -> Result<bool, StoreError> {
        let sql = "DELETE FROM identity WHERE issuer = $1 AND subject = $2 AND person_id = $3";
        Ok(sql::execute(&self.db, sql, [identity.issuer.as_str().into(), identity.subject.as_str().into(), key(person)]).await? == 1)
    }
}

fn read_passkey(row: &QueryResult) -> Result<Passkey, StoreError> {
    let row = Row::new("passkey", "id", row);
    Ok(Passkey {
        id: row.get("id")?,
        person: PersonId(row.uuid("person_id")?),
        name: row.get("name")?,
        credential: row.json("credential")?,
        counter: u32::try_from(row.get::<i64>("counter")?).map_err(|error| row.corrupt("counter", error))?,
        added_at: row.time("added_at")?,
        used_at: row.time_or_none("used_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{add_person, on_both, signature};
    use serde_json::json;

    on_both!(a_password_replaces_the_one_before, |store| {
        let (now, amina) = (signature().at, add_person(&store, "amina").await.id);
        assert_eq!(store.password(amina).await.expect("find"), None);
        for hash in ["$argon2id$1", "$argon2id$2"] {
            let tx = store.begin().await.expect("begin");
            tx.set_password(amina, hash, now).await.expect("set");
            tx.commit().await.expect("commit");
            assert_eq!(store.password(amina).await.expect("find").as_deref(), Some(hash));
        }
        let tx = store.begin().await.expect("begin");
        tx.drop_password(amina).await.expect("drop");
        tx.commit().await.expect("commit");
        assert_eq!(store.password(amina).await.expect("find"), None);
    });

    on_both!(a_code_of_a_step_works_once_and_never_backwards, |store| {
        let (now, amina) = (signature().at, add_person(&store, "amina").await.id);
        assert!(!store.use_totp(amina, 5).await.expect("use"), "there is none");
        let tx = store.begin().await.expect("begin");
        tx.set_totp(amina, &Totp { secret: "JBSWY3DP".into(), last_step: 10 }, now).await.expect("set");
        tx.set_recovery_codes(amina, &["a".into(), "b".into()]).await.expect("set");
        tx.commit().await.expect("commit");
        for (step, expected) in [(10, false), (11, true), (11, false), (9, false), (13, true), (12, false)] {
            assert_eq!(store.use_totp(amina, step).await.expect("use"), expected, "{step}");
        }
        let tries: Vec<_> = (0..6)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.use_totp(amina, 20).await.expect("use") })
            })
            .collect();
        let mut used = 0;
        for attempt in tries {
            used += usize::from(attempt.await.expect("no panic"));
        }
        assert_eq!((used, store.totp(amina).await.expect("find").expect("there").last_step), (1, 20));
        let tx = store.begin().await.expect("begin");
        tx.drop_totp(amina).await.expect("drop");
        tx.commit().await.expect("commit");
        assert!(store.totp(amina).await.expect("find").is_none());
        assert_eq!(store.recovery_codes(amina).await.expect("count"), 0);
    });

    on_both!(a_recovery_code_works_once_for_its_owner, |store| {
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let tx = store.begin().await.expect("begin");
        tx.set_recovery_codes(amina, &["old".into()]).await.expect("set");
        tx.set_recovery_codes(amina, &["a".into(), "b".into()]).await.expect("set");
        tx.commit().await.expect("commit");
        for (person, hash, expected) in [(amina, "old", false), (bruno, "a", false), (amina, "a", true), (amina, "a", false)] {
            assert_eq!(store.use_recovery_code(person, hash).await.expect("use"), expected, "{hash}");
        }
        assert_eq!(store.recovery_codes(amina).await.expect("count"), 1);
    });

    on_both!(a_passkey_counts_forward, |store| {
        let (now, amina, bruno) = (signature().at, add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let passkey = |id: &str, counter| Passkey {
            id: id.into(),
            person: amina,
            name: "Phone".into(),
            credential: json!({"key": [1, 2]}),
            counter,
            added_at: now,
            used_at: None,
        };
        let tx = store.begin().await.expect("begin");
        tx.add_passkey(&passkey("one", 4)).await.expect("add");
        tx.add_passkey(&passkey("two", 0)).await.expect("add");
        let stolen = Passkey { person: bruno, ..passkey("one", 9) };
        assert!(matches!(tx.add_passkey(&stolen).await, Err(StoreError::Taken("passkey"))));
        tx.commit().await.expect("commit");
        let used = json!({"key": [1, 2], "seen": true});
        for (id, counter, expected) in
            [("one", 4, false), ("one", 0, false), ("one", 5, true), ("two", 0, true), ("two", 0, true), ("none", 1, false)]
        {
            assert_eq!(store.use_passkey(id, &used, counter, now).await.expect("use"), expected, "{id} {counter}");
        }
        let found = store.passkey("one").await.expect("find").expect("there");
        assert_eq!((found.counter, found.used_at, &found.credential), (5, Some(now), &used));
        let tx = store.begin().await.expect("begin");
        assert!(!tx.rename_passkey(bruno, "one", "Mine").await.expect("rename"), "another's");
        assert!(tx.rename_passkey(amina, "one", "Key ring").await.expect("rename"));
        assert!(!tx.drop_passkey(bruno, "two").await.expect("drop"), "another's");
        assert!(tx.drop_passkey(amina, "two").await.expect("drop"));
        tx.commit().await.expect("commit");
        let names: Vec<_> = store.passkeys(amina).await.expect("list").into_iter().map(|passkey| passkey.name).collect();
        assert_eq!(names, ["Key ring"]);
    });

    on_both!(an_identity_elsewhere_is_one_persons, |store| {
        let (now, amina, bruno) = (signature().at, add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let identity = Identity { issuer: "https://id.example".into(), subject: "42".into() };
        let tx = store.begin().await.expect("begin");
        tx.add_identity(amina, &identity, now).await.expect("add");
        assert!(matches!(tx.add_identity(bruno, &identity, now).await, Err(StoreError::Taken("identity"))));
        tx.commit().await.expect("commit");
        assert_eq!(store.person_by_identity(&identity).await.expect("find"), Some(amina));
        let elsewhere = Identity { issuer: "https://other.example".into(), ..identity.clone() };
        assert_eq!(store.person_by_identity(&elsewhere).await.expect("find"), None);
        assert_eq!(store.identities(amina).await.expect("list"), std::slice::from_ref(&identity));
        let tx = store.begin().await.expect("begin");
        assert!(!tx.drop_identity(bruno, &identity).await.expect("drop"));
        assert!(tx.drop_identity(amina, &identity).await.expect("drop"));
        tx.commit().await.expect("commit");
        assert_eq!(store.person_by_identity(&identity).await.expect("find"), None);
    });
}

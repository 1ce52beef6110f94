//! Tokens: secrets that work once. Two who take the same one at the same moment never both get it.

use ayni_domain::PersonId;
use ayni_domain::token::{Purpose, TokenState};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::Value;

use crate::person::key;
use crate::sql::{self, Row, micros};
use crate::{SecretHash, Store, StoreError, Tx};

/// What a token is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct NewToken {
    /// What it allows.
    pub purpose: Purpose,
    /// What it is about; the purpose says in which form.
    pub subject: Value,
    /// Whose it is, where they have an account.
    pub person: Option<PersonId>,
    /// Until when it is good; see [`Purpose::expires_at`].
    pub expires_at: Timestamp,
}

/// A token as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// What it allows.
    pub purpose: Purpose,
    /// What it is about.
    pub subject: Value,
    /// Whose it is.
    pub person: Option<PersonId>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// When it was taken.
    pub taken_at: Option<Timestamp>,
}

impl Token {
    /// Whether it can still be taken.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> TokenState {
        if self.taken_at.is_some() {
            TokenState::Taken
        } else if self.expires_at <= now {
            TokenState::Expired
        } else {
            TokenState::Good
        }
    }
}

const COLUMNS: &str = "secret, purpose, subject, person_id, made_at, expires_at, taken_at";

impl Store {
    /// Keeps a token, in a transaction of its own.
    ///
    /// # Errors
    /// `Database`.
    pub async fn make_token(&self, secret: &SecretHash, token: &NewToken, now: Timestamp) -> Result<(), StoreError> {
        make(&self.db, secret, token, now).await
    }

    /// A token, also one that was taken or has expired, for a short while; looking takes nothing.
    ///
    /// A mail program that opens links to look at them must not use them up: a page shows a button, and the button takes.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn token(&self, secret: &SecretHash, purpose: Purpose) -> Result<Option<Token>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM token WHERE secret = $1 AND purpose = $2");
        sql::row(&self.db, &sql, [secret.as_str().into(), purpose.code().into()]).await?.as_ref().map(read).transpose()
    }

    /// Takes a token that is good, in a transaction of its own; `None` when it is not, or another was quicker.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn take_token(&self, secret: &SecretHash, purpose: Purpose, now: Timestamp) -> Result<Option<Token>, StoreError> {
        take(&self.db, secret, purpose, now).await
    }
}

impl Tx {
    /// As [`Store::make_token`], with the change that the token is about.
    ///
    /// # Errors
    /// `Database`.
    pub async fn make_token(&self, secret: &SecretHash, token: &NewToken, now: Timestamp) -> Result<(), StoreError> {
        make(&self.db, secret, token, now).await
    }

    /// As [`Store::take_token`]; the token is taken if and only if what it allows takes effect.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn take_token(&self, secret: &SecretHash, purpose: Purpose, now: Timestamp) -> Result<Option<Token>, StoreError> {
        take(&self.db, secret, purpose, now).await
    }

    /// Forgets all tokens of a person for a purpose.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_tokens(&self, person: PersonId, purpose: Purpose) -> Result<u64, StoreError> {
        sql::execute(&self.db, "DELETE FROM token WHERE person_id = $1 AND purpose = $2", [key(person), purpose.code().into()]).await
    }
}

async fn make(db: &impl ConnectionTrait, secret: &SecretHash, token: &NewToken, now: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO token (secret, purpose, subject, person_id, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [
        secret.as_str().into(),
        token.purpose.code().into(),
        token.subject.to_string().into(),
        token.person.map(|person| person.0.to_string()).into(),
        micros(now),
        micros(token.expires_at),
    ];
    sql::execute(db, sql, values).await.map(drop)
}

async fn take(db: &impl ConnectionTrait, secret: &SecretHash, purpose: Purpose, now: Timestamp) -> Result<Option<Token>, StoreError> {
    // One statement: the database lets one of several through, the others find it taken.
    let sql =
        format!("UPDATE token SET taken_at = $1 WHERE secret = $2 AND purpose = $3 AND taken_at IS NULL AND expires_at > $1 RETURNING {COLUMNS}");
    sql::row(db, &sql, [micros(now), secret.as_str().into(), purpose.code().into()]).await?.as_ref().map(read).transpose()
}

fn read(row: &QueryResult) -> Result<Token, StoreError> {
    let row = Row::new("token", "secret", row);
    let person: Option<String> = row.get("person_id")?;
    Ok(Token {
        purpose: row.code("purpose", Purpose::parse)?,
        subject: row.json("subject")?,
        person: if person.is_some() { Some(PersonId(row.uuid("person_id")?)) } else { None },
        made_at: row.time("made_at")?,
        expires_at: row.time("expires_at")?,
        taken_at: row.time_or_none("taken_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;
    use crate::testing::{add_person, on_both, signature};
    use ayni_domain::EmailAddress;
    use serde_json::json;

    fn new(purpose: Purpose, person: Option<PersonId>) -> NewToken {
        NewToken { purpose, subject: json!({"next": "/desk"}), person, expires_at: purpose.expires_at(signature().at) }
    }

    fn secret() -> SecretHash {
        Secret::random().expect("random bytes").hash()
    }

    on_both!(a_token_works_once_for_its_purpose_and_its_time, |store| {
        let (now, amina) = (signature().at, add_person(&store, "amina").await);
        let (secret, token) = (secret(), new(Purpose::SignIn, Some(amina.id)));
        store.make_token(&secret, &token, now).await.expect("make");
        assert!(store.take_token(&secret, Purpose::MailAddress, now).await.expect("take").is_none(), "another purpose");
        assert!(store.token(&secret, Purpose::MailAddress).await.expect("look").is_none(), "another purpose");
        assert!(store.take_token(&self::secret(), Purpose::SignIn, now).await.expect("take").is_none(), "another secret");
        let looked = store.token(&secret, Purpose::SignIn).await.expect("look").expect("there");
        assert_eq!((looked.state(now), &looked.subject, looked.person), (TokenState::Good, &token.subject, token.person));
        assert_eq!(looked.state(token.expires_at), TokenState::Expired);
        assert!(store.take_token(&secret, Purpose::SignIn, token.expires_at).await.expect("take").is_none(), "too late");

        let taken = store.take_token(&secret, Purpose::SignIn, now).await.expect("take").expect("good");
        assert_eq!((taken.state(now), taken.subject), (TokenState::Taken, token.subject));
        assert!(store.take_token(&secret, Purpose::SignIn, now).await.expect("take").is_none(), "a second time");
        assert_eq!(store.token(&secret, Purpose::SignIn).await.expect("look").expect("there").taken_at, Some(now));
    });

    on_both!(two_take_the_same_token_at_once_and_one_gets_it, |store| {
        let now = signature().at;
        for _ in 0..5 {
            let secret = secret();
            store.make_token(&secret, &new(Purpose::SignIn, None), now).await.expect("make");
            let takers: Vec<_> = (0..8)
                .map(|_| {
                    let (store, secret) = (store.clone(), secret.clone());
                    tokio::spawn(async move { store.take_token(&secret, Purpose::SignIn, now).await.expect("take").is_some() })
                })
                .collect();
            let mut got = 0;
            for taker in takers {
                got += usize::from(taker.await.expect("no panic"));
            }
            assert_eq!(got, 1);
        }
    });

    on_both!(a_token_taken_in_a_transaction_that_is_dropped_is_still_good, |store| {
        let (now, secret) = (signature().at, secret());
        let tx = store.begin().await.expect("begin");
        tx.make_token(&secret, &new(Purpose::RenewMandate, None), now).await.expect("make");
        tx.commit().await.expect("commit");
        let tx = store.begin().await.expect("begin");
        assert!(tx.take_token(&secret, Purpose::RenewMandate, now).await.expect("take").is_some());
        drop(tx);
        let tx = store.begin().await.expect("begin");
        assert!(tx.take_token(&secret, Purpose::RenewMandate, now).await.expect("take").is_some());
        tx.commit().await.expect("commit");
        assert!(store.take_token(&secret, Purpose::RenewMandate, now).await.expect("take").is_none());
    });

    on_both!(links_to_an_old_mail_address_sign_nobody_in, |store| {
        let (now, amina, bruno) = (signature().at, add_person(&store, "amina").await, add_person(&store, "bruno").await);
        let (own, renew, other) = (secret(), secret(), secret());
        for (secret, purpose, person) in [(&own, Purpose::SignIn, &amina), (&renew, Purpose::RenewMandate, &amina), (&other, Purpose::SignIn, &bruno)]
        {
            store.make_token(secret, &new(purpose, Some(person.id)), now).await.expect("make");
        }
        let tx = store.begin().await.expect("begin");
        tx.set_email(amina.id, &EmailAddress::parse("new@example.org").expect("an address")).await.expect("address");
        tx.commit().await.expect("commit");
        assert!(store.take_token(&own, Purpose::SignIn, now).await.expect("take").is_none());
        assert!(store.take_token(&renew, Purpose::RenewMandate, now).await.expect("take").is_some());
        assert!(store.take_token(&other, Purpose::SignIn, now).await.expect("take").is_some());
    });
}

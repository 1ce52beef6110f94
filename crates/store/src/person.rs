//! People: find, list, add, change. Erasing and handing out what is kept of somebody is in [`crate::personal`].
//!
//! An erased person is found by nothing: what they signed names an identifier that leads to nobody.

use ayni_domain::mandate::Capacity;
use ayni_domain::permission::Standing;
use ayni_domain::profile::Profile;
use ayni_domain::role::{Role, Roles};
use ayni_domain::token::Purpose;
use ayni_domain::{EmailAddress, Handle, Locale, Person, PersonId, Slug};
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{QueryResult, Value};

use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

const COLUMNS: &str = "id, handle, email, locale, roles, profile, created_at, last_seen_on";

pub(crate) fn key(person: PersonId) -> Value {
    person.0.to_string().into()
}

impl Store {
    /// The person with this identifier.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.person_where("id = $1", key(id)).await
    }

    /// The person with this handle.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn person_by_handle(&self, handle: &Handle) -> Result<Option<Person>, StoreError> {
        self.person_where("handle = $1", handle.as_str().into()).await
    }

    /// The person with this mail address.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn person_by_email(&self, email: &EmailAddress) -> Result<Option<Person>, StoreError> {
        self.person_where("email = $1", email.as_str().into()).await
    }

    async fn person_where(&self, condition: &str, value: Value) -> Result<Option<Person>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM person WHERE state = 'active' AND {condition}");
        sql::row(&self.db, &sql, [value]).await?.as_ref().map(read).transpose()
    }

    /// Those of these people who have an account, by identifier: to name the authors of a list with one query.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn people_among(&self, ids: &[PersonId]) -> Result<Vec<Person>, StoreError> {
        let mut people = Vec::new();
        for part in ids.chunks(200) {
            let marks = (1..=part.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
            let sql = format!("SELECT {COLUMNS} FROM person WHERE state = 'active' AND id IN ({marks}) ORDER BY id");
            let rows = sql::list(&self.db, &sql, part.iter().copied().map(key).collect()).await?;
            people.extend(rows.iter().map(read).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(people)
    }

    /// The next people after a handle, in the order of handles, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn people(&self, after: Option<&Handle>, limit: u32) -> Result<Vec<Person>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM person WHERE state = 'active' AND handle > $1 ORDER BY handle LIMIT {limit}");
        let rows = sql::rows(&self.db, &sql, [after.map_or("", Handle::as_str).into()]).await?;
        rows.iter().map(read).collect()
    }

    /// Everybody with a role, in the order of handles.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn people_with(&self, role: Role) -> Result<Vec<Person>, StoreError> {
        // No code of a role is part of another's.
        let sql = format!("SELECT {COLUMNS} FROM person WHERE state = 'active' AND roles LIKE $1 ORDER BY handle");
        let rows = sql::rows(&self.db, &sql, [format!("%{}%", role.code()).into()]).await?;
        rows.iter().map(read).collect()
    }

    /// People who were last seen before a day and were not warned of it since a moment, longest ago first, at most `limit`; with the time of
    /// their last warning, which is a token to keep the account.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn unused_accounts(
        &self,
        unseen_since: Date,
        unwarned_since: Timestamp,
        limit: u32,
    ) -> Result<Vec<(Person, Option<Timestamp>)>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, (SELECT MAX(made_at) FROM token WHERE token.person_id = person.id AND purpose = $2) AS warned_at
             FROM person WHERE state = 'active' AND last_seen_on < $1
             AND NOT EXISTS (SELECT 1 FROM token WHERE token.person_id = person.id AND purpose = $2 AND made_at > $3)
             ORDER BY last_seen_on, id LIMIT {limit}"
        );
        let rows = sql::rows(&self.db, &sql, [unseen_since.to_string().into(), Purpose::KeepAccount.code().into(), micros(unwarned_since)]).await?;
        rows.iter().map(|row| Ok((read(row)?, Row::new("person", "id", row).time_or_none("warned_at")?))).collect()
    }

    /// What rules see of a person: roles, and the mandates in force today. One query.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn standing(&self, person: PersonId, today: Date) -> Result<Option<Standing>, StoreError> {
        let sql = "SELECT p.id, p.roles, m.organization, m.capacity FROM person p LEFT JOIN mandate m
             ON m.person_id = p.id AND m.state = 'active' AND m.renew_by >= $2
             WHERE p.id = $1 AND p.state = 'active' ORDER BY m.organization, m.capacity";
        let rows = sql::rows(&self.db, sql, [key(person), today.to_string().into()]).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let roles = roles(&Row::new("person", "id", first))?;
        Ok(Some(Standing { person, roles, mandates: mandates(&rows)? }))
    }
}

/// The mandates of rows with a person on the left and mandates, if any, on the right.
pub(crate) fn mandates(rows: &[QueryResult]) -> Result<Vec<(Slug, Capacity)>, StoreError> {
    let mut mandates = Vec::new();
    for row in rows {
        let row = Row::new("mandate", "id", row);
        if row.get::<Option<String>>("organization")?.is_some() {
            mandates.push((row.read("organization", Slug::parse)?, row.code("capacity", Capacity::parse)?));
        }
    }
    Ok(mandates)
}

impl Tx {
    /// Keeps somebody new.
    ///
    /// # Errors
    /// `Taken` naming handle or mail address, `Database`.
    pub async fn add_person(&self, person: &Person) -> Result<(), StoreError> {
        self.must_be_free("handle", person.handle.as_str(), person.id).await?;
        if let Some(email) = &person.email {
            self.must_be_free("mail address", email.as_str(), person.id).await?;
        }
        let sql = "INSERT INTO person (id, state, handle, email, locale, roles, profile, created_at, last_seen_on)
             VALUES ($1, 'active', $2, $3, $4, $5, $6, $7, $8)";
        let values = [
            key(person.id),
            person.handle.as_str().into(),
            person.email.as_ref().map(|email| email.as_str().to_owned()).into(),
            person.locale.code().into(),
            person.roles.to_string().into(),
            json(&person.profile),
            micros(person.created_at),
            person.last_seen_on.to_string().into(),
        ];
        sql::execute(&self.db, sql, values).await.map(drop)
    }

    /// The first of a handle and its numbered forms that nobody has; it stays free until this transaction ends.
    ///
    /// # Errors
    /// `Taken` when all of them are, `Database`.
    pub async fn free_handle(&self, wanted: &Handle) -> Result<Handle, StoreError> {
        let sql = "SELECT handle FROM person WHERE handle = $1 OR handle LIKE $1 || '-%'";
        let rows = sql::rows(&self.db, sql, [wanted.as_str().into()]).await?;
        let taken = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<std::collections::HashSet<String>, _>>()?;
        let numbered = (2..).map_while(|number| wanted.numbered(number).ok());
        std::iter::once(wanted.clone()).chain(numbered).find(|handle| !taken.contains(handle.as_str())).ok_or(StoreError::Taken("handle"))
    }

    /// Changes what somebody tells about themselves.
    ///
    /// # Errors
    /// `NoPerson`, `Database`.
    pub async fn save_profile(&self, person: PersonId, profile: &Profile) -> Result<(), StoreError> {
        self.set(person, "profile", json(profile)).await
    }

    /// Changes somebody's handle.
    ///
    /// # Errors
    /// `Taken`, `NoPerson`, `Database`.
    pub async fn set_handle(&self, person: PersonId, handle: &Handle) -> Result<(), StoreError> {
        self.must_be_free("handle", handle.as_str(), person).await?;
        self.set(person, "handle", handle.as_str().into()).await
    }

    /// Changes somebody's mail address. Links to sign in that went to the old one work no longer.
    ///
    /// # Errors
    /// `Taken`, `NoPerson`, `Database`.
    pub async fn set_email(&self, person: PersonId, email: &EmailAddress) -> Result<(), StoreError> {
        self.must_be_free("mail address", email.as_str(), person).await?;
        self.set(person, "email", email.as_str().into()).await?;
        for purpose in [Purpose::SignIn, Purpose::MailAddress] {
            self.drop_tokens(person, purpose).await?;
        }
        Ok(())
    }

    /// Changes the language of somebody's pages and mails.
    ///
    /// # Errors
    /// `NoPerson`, `Database`.
    pub async fn set_locale(&self, person: PersonId, locale: Locale) -> Result<(), StoreError> {
        self.set(person, "locale", locale.code().into()).await
    }

    /// Changes what somebody is trusted with.
    ///
    /// # Errors
    /// `NoPerson`, `Database`.
    pub async fn set_roles(&self, person: PersonId, roles: Roles) -> Result<(), StoreError> {
        self.set(person, "roles", roles.to_string().into()).await
    }

    async fn set(&self, person: PersonId, column: &'static str, value: Value) -> Result<(), StoreError> {
        let sql = format!("UPDATE person SET {column} = $1 WHERE id = $2 AND state = 'active'");
        match sql::execute(&self.db, &sql, [value, key(person)]).await? {
            0 => Err(StoreError::NoPerson(person)),
            _ => Ok(()),
        }
    }

    /// Writers come one after another, so what is free here stays so until the commit.
    async fn must_be_free(&self, what: &'static str, value: &str, own: PersonId) -> Result<(), StoreError> {
        let column = if what == "handle" { "handle" } else { "email" };
        let sql = format!("SELECT id FROM person WHERE {column} = $1 AND id <> $2");
        match sql::row(&self.db, &sql, [value.into(), key(own)]).await? {
            Some(_) => Err(StoreError::Taken(what)),
            None => Ok(()),
        }
    }
}

fn json(profile: &Profile) -> Value {
    serde_json::Value::Object(profile.to_json()).to_string().into()
}

fn roles(row: &Row<'_>) -> Result<Roles, StoreError> {
    row.code("roles", Roles::parse)
}

fn profile(text: &str) -> Result<Profile, String> {
    let map = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Profile::read(&map).map_err(|issues| issues.first().map(ToString::to_string).unwrap_or_default())
}

pub(crate) fn read(row: &QueryResult) -> Result<Person, StoreError> {
    let row = Row::new("person", "id", row);
    let email: Option<String> = row.get("email")?;
    Ok(Person {
        id: PersonId(row.uuid("id")?),
        handle: row.read("handle", Handle::parse)?,
        email: email.as_deref().map(EmailAddress::parse).transpose().map_err(|error| row.corrupt("email", error))?,
        locale: row.code("locale", Locale::parse)?,
        roles: roles(&row)?,
        profile: row.read("profile", profile)?,
        created_at: row.time("created_at")?,
        last_seen_on: row.read("last_seen_on", str::parse::<Date>)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;
    use crate::testing::{add_person, on_both, person, signature};
    use crate::token::NewToken;
    use jiff::SignedDuration;

    fn handle(text: &str) -> Handle {
        Handle::parse(text).expect("a handle")
    }

    on_both!(a_person_is_found_by_identifier_handle_and_address, |store| {
        let amina = add_person(&store, "amina").await;
        assert_eq!(store.person(amina.id).await.expect("find"), Some(amina.clone()));
        assert_eq!(store.person_by_handle(&amina.handle).await.expect("find"), Some(amina.clone()));
        let address = EmailAddress::parse("AMINA@Example.org").expect("an address");
        assert_eq!(store.person_by_email(&address).await.expect("find"), Some(amina.clone()));
        assert_eq!(store.person_by_handle(&handle("bruno")).await.expect("find"), None);
        assert_eq!(store.position().await.expect("position"), 0, "the change log knows nothing of people");
    });

    on_both!(handle_and_address_belong_to_one_person, |store| {
        let (amina, bruno) = (add_person(&store, "amina").await, add_person(&store, "bruno").await);
        let tx = store.begin().await.expect("begin");
        let twin = Person { email: None, ..person("amina") };
        assert!(matches!(tx.add_person(&twin).await, Err(StoreError::Taken("handle"))));
        let twin = Person { email: amina.email.clone(), ..person("other") };
        assert!(matches!(tx.add_person(&twin).await, Err(StoreError::Taken("mail address"))));
        assert!(matches!(tx.set_handle(bruno.id, &amina.handle).await, Err(StoreError::Taken("handle"))));
        let address = amina.email.clone().expect("an address");
        assert!(matches!(tx.set_email(bruno.id, &address).await, Err(StoreError::Taken("mail address"))));
        tx.set_handle(amina.id, &amina.handle).await.expect("one's own is free");
        tx.set_email(amina.id, &address).await.expect("one's own is free");
        for name in ["without-mail", "nor-this-one"] {
            tx.add_person(&Person { email: None, ..person(name) }).await.expect("several may be without an address");
        }
        assert_eq!(tx.free_handle(&amina.handle).await.expect("a handle").as_str(), "amina-2");
        tx.add_person(&person("amina-2")).await.expect("add");
        assert_eq!(tx.free_handle(&amina.handle).await.expect("a handle").as_str(), "amina-3");
        assert_eq!(tx.free_handle(&handle("ami")).await.expect("a handle").as_str(), "ami");
        tx.commit().await.expect("commit");
    });

    on_both!(what_is_changed_is_found_changed, |store| {
        let amina = add_person(&store, "amina").await;
        let profile = Profile::named("Amina Diallo").expect("a profile");
        let email = EmailAddress::parse("amina@travail.gouv.sn").expect("an address");
        let roles = Roles::NONE.with(Role::Editor).with(Role::Translator);
        let tx = store.begin().await.expect("begin");
        tx.save_profile(amina.id, &profile).await.expect("profile");
        tx.set_handle(amina.id, &handle("diallo")).await.expect("handle");
        tx.set_email(amina.id, &email).await.expect("address");
        tx.set_locale(amina.id, Locale::Fr).await.expect("language");
        tx.set_roles(amina.id, roles).await.expect("roles");
        let nobody = person("nobody").id;
        assert!(matches!(tx.set_roles(nobody, roles).await, Err(StoreError::NoPerson(id)) if id == nobody));
        tx.commit().await.expect("commit");
        let expected = Person { profile, handle: handle("diallo"), email: Some(email), locale: Locale::Fr, roles, ..amina.clone() };
        assert_eq!(store.person(amina.id).await.expect("find"), Some(expected.clone()));
        assert_eq!(store.people_with(Role::Editor).await.expect("list"), std::slice::from_ref(&expected));
        assert_eq!(store.people_with(Role::Administrator).await.expect("list"), []);
    });

    on_both!(people_are_listed_in_pages_by_handle, |store| {
        let mut added = Vec::new();
        for name in ["chen", "amina", "bruno"] {
            added.push(add_person(&store, name).await);
        }
        let ids: Vec<_> = added.iter().map(|person| person.id).chain([person("nobody").id]).collect();
        assert_eq!(store.people_among(&ids).await.expect("list"), added, "in the order in which they came");
        let page = store.people(None, 2).await.expect("list");
        let next = store.people(page.last().map(|person| &person.handle), 2).await.expect("list");
        let handles: Vec<_> = page.iter().chain(&next).map(|person| person.handle.as_str()).collect();
        assert_eq!(handles, ["amina", "bruno", "chen"]);
    });

    on_both!(who_was_not_seen_for_long_is_found_until_they_are_warned_and_again_a_month_later, |store| {
        let (amina, now) = (add_person(&store, "amina").await, signature().at);
        let day = amina.last_seen_on;
        let unused = async |day, since| store.unused_accounts(day, since, 9).await.expect("list");
        assert_eq!(unused(day, now).await, []);
        let tomorrow = day.tomorrow().expect("a day");
        assert_eq!(unused(tomorrow, now).await, [(amina.clone(), None)]);
        let token = NewToken { purpose: Purpose::KeepAccount, subject: serde_json::Value::Null, person: Some(amina.id), expires_at: Timestamp::MAX };
        store.make_token(&Secret::random().expect("random bytes").hash(), &token, now).await.expect("a token");
        let before = now.checked_sub(SignedDuration::from_secs(1)).expect("a time");
        assert_eq!(unused(tomorrow, before).await, []);
        assert_eq!(unused(tomorrow, now).await, [(amina.clone(), Some(now))]);
        let tx = store.begin().await.expect("begin");
        tx.note_seen(amina.id, now.checked_add(SignedDuration::from_hours(24)).expect("a time")).await.expect("seen");
        tx.commit().await.expect("commit");
        assert_eq!(unused(tomorrow, now).await, []);
    });
}

//! What is kept of one person: handed out to them, and erased. A new table with something personal gets a line in both.

use ayni_domain::PersonId;
use ayni_domain::date::day_of;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::blob::BlobHash;
use crate::person::key;
use crate::sql::{self, micros};
use crate::{Store, StoreError, Tx};

/// Tables that hold nothing but what is the person's own.
const OWN: [&str; 8] = ["session", "token", "password", "totp", "recovery_code", "passkey", "identity", "adoption"];

impl Store {
    /// Everything that is kept of a person, secrets left out: what they may take with them.
    ///
    /// # Errors
    /// `NoPerson`, `Corrupt`, `Database`.
    pub async fn personal_data(&self, id: PersonId, now: Timestamp) -> Result<Map<String, Value>, StoreError> {
        let person = self.person(id).await?.ok_or(StoreError::NoPerson(id))?;
        let account = json!({
            "id": id.to_string(),
            "handle": person.handle.as_str(),
            "email": person.email.as_ref().map(ayni_domain::EmailAddress::as_str),
            "language": person.locale.code(),
            "roles": person.roles.iter().map(ayni_domain::role::Role::code).collect::<Vec<_>>(),
            "created_at": person.created_at.to_string(),
            "last_seen_on": person.last_seen_on.to_string(),
        });
        let sessions = self.sessions(id, now).await?.into_iter().map(|session| {
            let (begun_at, seen_at) = (session.begun_at.to_string(), session.seen_at.to_string());
            json!({"device": session.label, "signed_in_with": session.proof.code(), "begun_at": begun_at, "seen_at": seen_at})
        });
        let passkeys = self.passkeys(id).await?.into_iter().map(
            |passkey| json!({"name": passkey.name, "added_at": passkey.added_at.to_string(), "used_at": passkey.used_at.map(|at| at.to_string())}),
        );
        let identities = self.identities(id).await?.into_iter().map(|own| json!({"issuer": own.issuer, "subject": own.subject}));
        let ways = json!({
            "password": self.password(id).await?.is_some(),
            "one_time_password": self.totp(id).await?.is_some(),
            "recovery_codes_left": self.recovery_codes(id).await?,
            "passkeys": passkeys.collect::<Vec<_>>(),
            "identities": identities.collect::<Vec<_>>(),
        });
        let mandates = self.mandates_of(id).await?.into_iter().map(|mandate| {
            json!({
                "organization": mandate.organization.as_str(),
                "capacity": mandate.capacity.code(),
                "state": mandate.state.code(),
                "evidence": mandate.evidence.text,
                "evidence_file": mandate.evidence.file,
                "asked_at": mandate.asked_at.to_string(),
                "decided_at": mandate.decision.as_ref().map(|decision| decision.at.to_string()),
                "note": mandate.decision.map(|decision| decision.note),
                "renew_by": mandate.renew_by.map(|day| day.to_string()),
            })
        });
        let adoptions = self.adoptions_of(id).await?.into_iter().map(|(record, adoption)| {
            json!({
                "record": record.to_string(),
                "organization": adoption.organization.map(|slug| slug.to_string()),
                "reason": adoption.reason,
                "state": adoption.state.code(),
                "asked_at": adoption.asked_at.to_string(),
                "decided_at": adoption.closing.as_ref().map(|closing| closing.at.to_string()),
                "answer": adoption.closing.map(|closing| closing.answer),
            })
        });
        let parts = [
            ("account", account),
            ("profile", Value::Object(person.profile.to_json())),
            ("sessions", sessions.collect()),
            ("ways_to_sign_in", ways),
            ("mandates", mandates.collect()),
            ("requests_for_records", adoptions.collect()),
        ];
        Ok(parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect())
    }
}

impl Tx {
    /// Erases a person: account, profile, ways to sign in, evidence. What they signed stays true under their identifier, which from now
    /// on leads to nobody.
    ///
    /// Returns the contents to hand to [`Store::forget_files`] once this has taken effect.
    ///
    /// # Errors
    /// `NoPerson` when there is none, or none any more; `Database`.
    pub async fn erase_person(&self, id: PersonId, now: Timestamp) -> Result<Vec<BlobHash>, StoreError> {
        let account = "UPDATE person SET state = 'erased', handle = NULL, email = NULL, locale = 'en', roles = '', profile = '{}', last_seen_on = $2
             WHERE id = $1 AND state = 'active'";
        if sql::execute(&self.db, account, [key(id), day_of(now).to_string().into()]).await? == 0 {
            return Err(StoreError::NoPerson(id));
        }
        for table in OWN {
            sql::execute(&self.db, &format!("DELETE FROM {table} WHERE person_id = $1"), [key(id)]).await?;
        }
        let letters = "SELECT evidence_file FROM mandate WHERE person_id = $1 AND evidence_file IS NOT NULL";
        let letters = sql::rows(&self.db, letters, [key(id)]).await?;
        let letters = letters.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
        // The note of a decision speaks of the person it was about.
        let spoken_for = "SELECT organization FROM mandate WHERE person_id = $1 AND state = 'active' AND capacity = 'focal-point'";
        let spoken_for = sql::rows(&self.db, spoken_for, [key(id)]).await?;
        let mandates = "UPDATE mandate SET evidence = '', evidence_file = NULL, mail_domain_fits = 0, note = '' WHERE person_id = $1";
        sql::execute(&self.db, mandates, [key(id)]).await?;
        let open = "UPDATE mandate SET state = 'ended', closed_at = $2 WHERE person_id = $1 AND state IN ('requested', 'active')";
        sql::execute(&self.db, open, [key(id), micros(now)]).await?;
        for row in &spoken_for {
            self.note_mandated(&row.try_get_by_index::<String>(0)?, now).await?;
        }
        Ok(letters.iter().filter_map(|hash| BlobHash::parse(hash)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::{Identity, Passkey, Totp};
    use crate::revision::Signature;
    use crate::testing::{ask, on_both, organization, person, signature};
    use crate::token::NewToken;
    use crate::{Secret, backup};
    use ayni_domain::adoption::{self, Adoption};
    use ayni_domain::change::Change;
    use ayni_domain::mandate::{Capacity, Evidence, Mandate, MandateState};
    use ayni_domain::profile::Profile;
    use ayni_domain::proof::Proof;
    use ayni_domain::token::Purpose;
    use ayni_domain::{Handle, Person};
    use bytes::Bytes;

    /// A word that stands in everything personal of the person under test.
    const MARK: &str = "zuleika";

    /// Somebody of whom everything is kept that can be, who speaks for an organization, published something and decided about another.
    async fn fill(store: &Store) -> (Person, Mandate, BlobHash) {
        let now = signature().at;
        let zuleika = Person { profile: Profile::named(MARK).expect("a profile"), ..person(MARK) };
        let (other, secret) = (person("other"), Secret::random().expect("random bytes").hash());
        let letter = store.blobs().put(Bytes::from_static(b"%PDF-1.7 letter")).await.expect("put");
        let tx = store.begin().await.expect("begin");
        tx.add_person(&zuleika).await.expect("add");
        tx.add_person(&other).await.expect("add");
        let signed = Signature { author: zuleika.id.to_string(), reviewer: other.id.to_string(), ..signature() };
        tx.save_all(&[organization("cplp", "CPLP")], &signed).await.expect("save");
        tx.set_password(zuleika.id, &format!("$argon2id${MARK}"), now).await.expect("password");
        tx.set_totp(zuleika.id, &Totp { secret: MARK.into(), last_step: 1 }, now).await.expect("one-time password");
        tx.set_recovery_codes(zuleika.id, &[MARK.into()]).await.expect("codes");
        let (id, name, credential) = (format!("key-{MARK}"), format!("phone of {MARK}"), json!({"user": MARK}));
        let passkey = Passkey { id, person: zuleika.id, name, credential, counter: 0, added_at: now, used_at: None };
        tx.add_passkey(&passkey).await.expect("passkey");
        tx.add_identity(zuleika.id, &Identity { issuer: "https://id.example".into(), subject: MARK.into() }, now).await.expect("identity");
        let (subject, expires_at) = (json!({"email": MARK}), Purpose::SignIn.expires_at(now));
        let token = NewToken { purpose: Purpose::SignIn, subject, person: Some(zuleika.id), expires_at };
        tx.make_token(&secret, &token, now).await.expect("token");
        let asked = ask(zuleika.id, "cplp", Capacity::FocalPoint, now);
        let evidence = Evidence { text: format!("{MARK} writes."), file: Some(letter.as_str().to_owned()), mail_domain_fits: true };
        let asked = Mandate { evidence, ..asked };
        tx.add_mandate(&asked).await.expect("ask");
        let active = asked.accept(other.id, &format!("Welcome, {MARK}."), now).expect("accepted");
        tx.save_mandate(&active, MandateState::Requested).await.expect("accept");
        let theirs = ask(other.id, "cplp", Capacity::Contributor, now);
        tx.add_mandate(&theirs).await.expect("ask");
        tx.save_mandate(&theirs.accept(zuleika.id, "Glad to have you.", now).expect("accepted"), MandateState::Requested).await.expect("accept");
        tx.commit().await.expect("commit");
        let record = store.find(&organization("cplp", "CPLP").0).await.expect("find").expect("there").envelope.id;
        let request = adoption::Request { id: uuid::Uuid::now_v7(), record, person: zuleika.id, organization: None };
        let tx = store.begin().await.expect("begin");
        tx.add_adoption(&Adoption::ask(request, &format!("{MARK} knows it."), now).expect("a request")).await.expect("ask");
        tx.commit().await.expect("commit");
        store.begin_session(&secret, zuleika.id, Proof::Link, &format!("{MARK}'s phone"), now).await.expect("session");
        (zuleika, active, letter)
    }

    /// Every cell of every table, as text.
    async fn everything(store: &Store) -> Vec<String> {
        let mut cells = Vec::new();
        for (table, columns) in backup::schema(store).await.expect("the schema") {
            for column in columns {
                let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL");
                let rows = sql::rows(&store.db, &sql, []).await.expect("the table can be read");
                cells.extend(rows.iter().map(|row| format!("{table}.{column}: {}", row.try_get_by_index::<String>(0).expect("a text"))));
            }
        }
        cells
    }

    on_both!(of_an_erased_person_nothing_is_left_but_what_they_signed, |store| {
        let (zuleika, mandate, letter) = fill(&store).await;
        let now = signature().at;
        assert!(everything(&store).await.iter().filter(|cell| cell.contains(MARK)).count() > 10);
        let tx = store.begin().await.expect("begin");
        let letters = tx.erase_person(zuleika.id, now).await.expect("erase");
        assert!(matches!(tx.erase_person(zuleika.id, now).await, Err(StoreError::NoPerson(id)) if id == zuleika.id), "a second time");
        tx.commit().await.expect("commit");
        assert_eq!(store.forget_files(&letters).await.expect("forget"), 1);
        let log = store.changes_since(0, 9).await.expect("log");
        assert_eq!(log.iter().map(|entry| entry.change).collect::<Vec<_>>(), [Change::Published, Change::Mandated, Change::Mandated]);

        let marked: Vec<String> = everything(&store).await.into_iter().filter(|cell| cell.contains(MARK)).collect();
        assert_eq!(marked, Vec::<String>::new());
        assert_eq!(store.blobs().get(&letter).await.expect("get"), None);
        assert_eq!(store.person(zuleika.id).await.expect("find"), None);
        assert_eq!(store.standing(zuleika.id, day_of(now)).await.expect("standing"), None);
        assert_eq!(store.people(None, 9).await.expect("list").len(), 1);

        let revisions = store.revisions(&organization("cplp", "CPLP").0).await.expect("revisions");
        assert_eq!(revisions[0].signature.author, zuleika.id.to_string(), "the revision stays true");
        let ended = store.mandate(mandate.id).await.expect("find").expect("there");
        assert_eq!((ended.state, ended.decision.expect("a decision").note), (MandateState::Ended, String::new()));
        let theirs = store.mandates_for(&mandate.organization).await.expect("list").into_iter().find(|own| own.person != zuleika.id);
        let decision = theirs.expect("the other's mandate").decision.expect("a decision");
        assert_eq!((decision.by, decision.note.as_str()), (zuleika.id, "Glad to have you."), "the other's mandate stays as it was");

        let tx = store.begin().await.expect("begin");
        tx.add_person(&person(MARK)).await.expect("handle and address are free again");
        assert!(matches!(tx.set_handle(zuleika.id, &Handle::parse("back").expect("a handle")).await, Err(StoreError::NoPerson(_))));
        tx.commit().await.expect("commit");
    });

    on_both!(a_letter_that_is_also_a_published_file_stays, |store| {
        let (zuleika, _, letter) = fill(&store).await;
        let content = store.blobs().get(&letter).await.expect("get").expect("there");
        store.attach(&organization("cplp", "CPLP").0, "letter.pdf", content.clone(), None, &signature()).await.expect("attach");
        let tx = store.begin().await.expect("begin");
        let letters = tx.erase_person(zuleika.id, signature().at).await.expect("erase");
        tx.commit().await.expect("commit");
        assert_eq!(store.forget_files(&letters).await.expect("forget"), 0);
        assert_eq!(store.blobs().get(&letter).await.expect("get"), Some(content));
    });

    on_both!(people_get_what_is_kept_of_them_without_secrets, |store| {
        let (zuleika, _, _) = fill(&store).await;
        let data = Value::Object(store.personal_data(zuleika.id, signature().at).await.expect("data"));
        for (pointer, expected) in [
            ("/account/handle", json!(MARK)),
            ("/account/email", json!(format!("{MARK}@example.org"))),
            ("/profile/name/value", json!(MARK)),
            ("/sessions/0/device", json!(format!("{MARK}'s phone"))),
            ("/ways_to_sign_in/password", json!(true)),
            ("/ways_to_sign_in/recovery_codes_left", json!(1)),
            ("/ways_to_sign_in/passkeys/0/name", json!(format!("phone of {MARK}"))),
            ("/ways_to_sign_in/identities/0/issuer", json!("https://id.example")),
            ("/mandates/0/organization", json!("cplp")),
            ("/mandates/0/evidence", json!(format!("{MARK} writes."))),
            ("/requests_for_records/0/record", json!("organization/cplp")),
            ("/requests_for_records/0/reason", json!(format!("{MARK} knows it."))),
        ] {
            assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
        }
        assert!(!data.to_string().contains("argon2"), "{data}");
        assert!(matches!(store.personal_data(person("nobody").id, signature().at).await, Err(StoreError::NoPerson(_))));
    });
}

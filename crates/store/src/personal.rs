//! What is kept of one person: handed out to them, and erased. A new table with something personal gets a line in both.

mod part;

use ayni_domain::PersonId;
use ayni_domain::date::day_of;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::blob::BlobHash;
use crate::person::key;
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

/// Tables that hold nothing but what is the person's own.
const OWN: [&str; 9] = ["session", "token", "password", "totp", "recovery_code", "passkey", "identity", "sheet_upload", "adoption"];

/// A file that somebody added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFile {
    /// What it is, in letters, digits and hyphens; without an ending, and several may be called the same.
    pub name: String,
    /// Hash of the content.
    pub hash: BlobHash,
}

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
        let spreadsheets = self.sheet_uploads_of(id, now).await?.into_iter().map(|own| json!({"name": own.name, "brought_at": own.at.to_string()}));
        let files = self.draft_files_of(id).await?.into_iter().map(|file| {
            let done = if file.removes { "removed" } else { "added" };
            json!({"draft": file.draft.to_string(), "file": file.name, "title": file.title, "sha256": file.hash.as_str(), "done": done,
                "at": file.added_at.to_string()})
        });
        let parts = [
            ("account", account),
            ("profile", Value::Object(person.profile.to_json())),
            ("sessions", sessions.collect()),
            ("ways_to_sign_in", ways),
            ("mandates", mandates.collect()),
            ("spreadsheets", spreadsheets.collect()),
            ("files_in_drafts", files.collect()),
        ];
        let done = part::all(&self.db, &person).await?;
        Ok(parts.into_iter().map(|(name, part)| (name.to_owned(), part)).chain(done).collect())
    }

    /// The files that a person added for themselves: letters that speak for their mandates and spreadsheets that are still kept, the oldest first.
    ///
    /// Files of records belong to their records.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn personal_files(&self, id: PersonId) -> Result<Vec<PersonalFile>, StoreError> {
        let files = "SELECT id, 'letter-' || organization AS name, evidence_file AS hash, asked_at AS at FROM mandate
             WHERE person_id = $1 AND evidence_file IS NOT NULL
             UNION ALL SELECT id, 'spreadsheet' AS name, hash, at FROM sheet_upload WHERE person_id = $1 ORDER BY at, id";
        let rows = sql::rows(&self.db, files, [key(id)]).await?;
        let file = |row| {
            let row = Row::new("mandate or sheet_upload", "id", row);
            Ok(PersonalFile { name: row.get("name")?, hash: row.code("hash", BlobHash::parse)? })
        };
        rows.iter().map(file).collect()
    }
}

impl Tx {
    /// Erases a person: account, profile, ways to sign in, evidence, notices, mails, and what they alone wrote and nobody published. What they
    /// signed stays true under their identifier, which from now on leads to nobody; what belongs to the work of others stays with it.
    ///
    /// Returns the contents to hand to [`Store::forget_files`] once this has taken effect.
    ///
    /// # Errors
    /// `NoPerson` when there is none, or none any more; `Database`.
    pub async fn erase_person(&self, id: PersonId, now: Timestamp) -> Result<Vec<BlobHash>, StoreError> {
        let address = sql::row(&self.db, "SELECT email FROM person WHERE id = $1", [key(id)]).await?;
        let address = address.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten();
        let account = "UPDATE person SET state = 'erased', handle = NULL, email = NULL, locale = 'en', roles = '', profile = '{}', last_seen_on = $2
             WHERE id = $1 AND state = 'active'";
        if sql::execute(&self.db, account, [key(id), day_of(now).to_string().into()]).await? == 0 {
            return Err(StoreError::NoPerson(id));
        }
        let contents = "SELECT evidence_file FROM mandate WHERE person_id = $1 AND evidence_file IS NOT NULL
             UNION SELECT hash FROM sheet_upload WHERE person_id = $1";
        let contents = sql::rows(&self.db, contents, [key(id)]).await?;
        let contents = contents.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?;
        for table in OWN {
            sql::execute(&self.db, &format!("DELETE FROM {table} WHERE person_id = $1"), [key(id)]).await?;
        }
        // The note of a decision speaks of the person it was about.
        let spoken_for = "SELECT organization FROM mandate WHERE person_id = $1 AND state = 'active' AND capacity = 'focal-point'";
        let spoken_for = sql::rows(&self.db, spoken_for, [key(id)]).await?;
        let mandates = "UPDATE mandate SET evidence = '', evidence_file = NULL, mail_domain_fits = 0, note = '' WHERE person_id = $1";
        sql::execute(&self.db, mandates, [key(id)]).await?;
        let open = "UPDATE mandate SET state = 'ended', closed_at = $2 WHERE person_id = $1 AND state IN ('requested', 'active')";
        sql::execute(&self.db, open, [key(id), micros(now)]).await?;
        self.forget_drafts_of(id).await?;
        sql::execute(&self.db, "DELETE FROM translation WHERE author = $1 AND state <> 'reviewed'", [id.to_string().into()]).await?;
        self.erase_notices(id.0).await?;
        self.erase_mails(id.0, address.as_deref()).await?;
        if let Some(address) = address {
            self.erase_address(&address).await?;
        }
        for row in &spoken_for {
            self.note_mandated(&row.try_get_by_index::<String>(0)?, now).await?;
        }
        Ok(contents.iter().filter_map(|hash| BlobHash::parse(hash)).collect())
    }

    /// Takes a mail address out of what was kept when it was nobody's yet, or nobody had signed in: reports, and links to sign in.
    async fn erase_address(&self, address: &str) -> Result<(), StoreError> {
        sql::execute(&self.db, "UPDATE report SET address = NULL WHERE lower(address) = $1", [address.into()]).await?;
        let unowned = sql::rows(&self.db, "SELECT secret, subject FROM token WHERE person_id IS NULL", []).await?;
        for row in &unowned {
            let row = Row::new("token", "secret", row);
            if row.json("subject")?["email"] == address {
                sql::execute(&self.db, "DELETE FROM token WHERE secret = $1", [row.get::<String>("secret")?.into()]).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

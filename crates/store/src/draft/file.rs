//! Files of a draft: what is added to its record when it is published, and which of the record's files are taken away then.

use ayni_domain::draft::Refusal;
use ayni_domain::file::safe_name;
use ayni_domain::file::upload::MOST_FILES;
use ayni_domain::{FileType, LanguageTag, Licence, PersonId};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use super::row::person_column;
use super::{Draft, get};
use crate::blob::BlobHash;
use crate::file::{NewFile, loosen, loosen_of_draft};
use crate::revision::Signature;
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

/// What a draft does with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// The draft.
    pub draft: Uuid,
    /// Hash of the content.
    pub hash: BlobHash,
    /// Whether the record's file is taken away, instead of this one added.
    pub removes: bool,
    /// Name for the reader who downloads it.
    pub name: String,
    /// What it is called where it is listed; its name, where there is none.
    pub title: Option<String>,
    /// What it is.
    pub file_type: FileType,
    /// Size in bytes.
    pub size: u64,
    /// Language of the content, as who added it says.
    pub language: Option<LanguageTag>,
    /// What readers may do with it.
    pub licence: Licence,
    /// Who did it.
    pub person: PersonId,
    /// When.
    pub added_at: Timestamp,
}

const SELECT: &str = "SELECT draft_id, hash, removes, name, title, media_type, size, language, licence, person_id, added_at FROM draft_file";

impl Store {
    /// What a draft does with files, in the order in which it was done.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn draft_files(&self, draft: Uuid) -> Result<Vec<DraftFile>, StoreError> {
        of_draft(&self.db, draft).await
    }

    /// A file that a draft adds.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn draft_file(&self, draft: Uuid, hash: &BlobHash) -> Result<Option<DraftFile>, StoreError> {
        let values = [draft.to_string().into(), hash.as_str().into()];
        Ok(list(&self.db, "WHERE draft_id = $1 AND hash = $2 AND removes = 0", values).await?.pop())
    }

    /// What a person did with files in drafts that are not published, the newest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn draft_files_of(&self, person: PersonId) -> Result<Vec<DraftFile>, StoreError> {
        list(&self.db, "WHERE person_id = $1 ORDER BY added_at DESC, hash", [person_column(person).into()]).await
    }
}

impl Tx {
    /// Adds a file, whose content is kept already ([`Store::keep_loose`]), to a draft; the same content twice is one file, with what was said last.
    ///
    /// The draft gets a new version: a reviewer decides about the files that they saw.
    ///
    /// # Errors
    /// `NoDraft`; `Refused` when the draft cannot be edited now or has too many files; `Database`.
    pub async fn add_draft_file(&self, id: Uuid, file: &NewFile, by: PersonId, at: Timestamp) -> Result<(), StoreError> {
        let draft = self.editable(id).await?;
        let others = of_draft(&self.db, id).await?.iter().filter(|own| !own.removes && own.hash != file.hash).count();
        if others >= MOST_FILES {
            return Err(Refusal::TooManyFiles.into());
        }
        let added = DraftFile {
            draft: id,
            hash: file.hash.clone(),
            removes: false,
            name: safe_name(&file.name, file.file_type),
            title: file.title.clone(),
            file_type: file.file_type,
            size: file.size,
            language: file.language.clone(),
            licence: file.licence.unwrap_or(Licence::Unknown),
            person: by,
            added_at: at,
        };
        self.put_draft_file(&draft, &added).await
    }

    /// Takes a file from a draft. One of the record that the draft changes is noted, and goes when the draft is published. Returns whether there
    /// was such a file.
    ///
    /// # Errors
    /// `NoDraft`; `Refused` when the draft cannot be edited now; `Corrupt`, `Database`.
    pub async fn remove_draft_file(&self, id: Uuid, hash: &BlobHash, by: PersonId, at: Timestamp) -> Result<bool, StoreError> {
        let draft = self.editable(id).await?;
        if self.drop_draft_file(&draft, hash, false, by, at).await? {
            loosen(&self.db, hash, at).await?;
            return Ok(true);
        }
        let Some(base) = draft.revises else { return Ok(false) };
        let Some(file) = self.file_of(base.record, hash).await? else { return Ok(false) };
        let removed = DraftFile {
            draft: id,
            hash: file.hash,
            removes: true,
            name: file.name,
            title: file.title,
            file_type: file.file_type,
            size: file.size,
            language: file.language,
            licence: file.licence,
            person: by,
            added_at: at,
        };
        self.put_draft_file(&draft, &removed).await?;
        Ok(true)
    }

    /// Leaves the record a file that was to be taken away. Returns whether there was such a file.
    ///
    /// # Errors
    /// `NoDraft`; `Refused` when the draft cannot be edited now; `Database`.
    pub async fn leave_record_file(&self, id: Uuid, hash: &BlobHash, by: PersonId, at: Timestamp) -> Result<bool, StoreError> {
        let draft = self.editable(id).await?;
        self.drop_draft_file(&draft, hash, true, by, at).await
    }

    /// Gives the record what its draft did with files; the draft then has none.
    pub(super) async fn publish_files(&self, key: &ayni_domain::RecordKey, draft: &Draft, signature: &Signature) -> Result<(), StoreError> {
        for file in of_draft(&self.db, draft.id).await? {
            if file.removes {
                self.detach(key, &file.hash, signature).await?;
                continue;
            }
            let DraftFile { hash, size, name, title, file_type, language, licence, .. } = file;
            self.attach(key, &NewFile { hash, size, name, title, file_type, language, licence: Some(licence) }, signature).await?;
        }
        sql::execute(&self.db, "DELETE FROM draft_file WHERE draft_id = $1", [draft.id.to_string().into()]).await.map(drop)
    }

    /// Whether a draft does anything with files.
    pub(super) async fn has_files(&self, draft: Uuid) -> Result<bool, StoreError> {
        Ok(!of_draft(&self.db, draft).await?.is_empty())
    }

    async fn editable(&self, id: Uuid) -> Result<Draft, StoreError> {
        let draft = get(&self.db, id).await?;
        if draft.state.is_editable() { Ok(draft) } else { Err(Refusal::NotEditable(draft.state).into()) }
    }

    async fn put_draft_file(&self, draft: &Draft, file: &DraftFile) -> Result<(), StoreError> {
        let sql = "INSERT INTO draft_file (draft_id, hash, removes, name, title, media_type, size, language, licence, person_id, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (draft_id, hash) DO UPDATE SET removes = excluded.removes,
             name = excluded.name, title = excluded.title, language = excluded.language, licence = excluded.licence, person_id = excluded.person_id";
        let values: [Value; 11] = [
            file.draft.to_string().into(),
            file.hash.as_str().into(),
            i32::from(file.removes).into(),
            file.name.as_str().into(),
            file.title.clone().into(),
            file.file_type.media_type().into(),
            i64::try_from(file.size).unwrap_or(i64::MAX).into(),
            file.language.as_ref().map(ToString::to_string).into(),
            file.licence.code().into(),
            person_column(file.person).into(),
            micros(file.added_at),
        ];
        sql::execute(&self.db, sql, values).await?;
        self.write_version(draft, draft.body.clone(), file.person, file.added_at).await.map(drop)
    }

    async fn drop_draft_file(&self, draft: &Draft, hash: &BlobHash, removes: bool, by: PersonId, at: Timestamp) -> Result<bool, StoreError> {
        let sql = "DELETE FROM draft_file WHERE draft_id = $1 AND hash = $2 AND removes = $3";
        let values = [draft.id.to_string().into(), hash.as_str().into(), i32::from(removes).into()];
        if sql::execute(&self.db, sql, values).await? == 0 {
            return Ok(false);
        }
        self.write_version(draft, draft.body.clone(), by, at).await?;
        Ok(true)
    }
}

/// Lets the files of a draft go, with their contents, where nothing else has them.
pub(super) async fn forget(db: &impl ConnectionTrait, draft: &str) -> Result<(), StoreError> {
    loosen_of_draft(db, draft).await?;
    sql::execute(db, "DELETE FROM draft_file WHERE draft_id = $1", [draft.into()]).await.map(drop)
}

async fn of_draft(db: &impl ConnectionTrait, draft: Uuid) -> Result<Vec<DraftFile>, StoreError> {
    list(db, "WHERE draft_id = $1 ORDER BY added_at, hash", [draft.to_string().into()]).await
}

async fn list<const N: usize>(db: &impl ConnectionTrait, condition: &str, values: [Value; N]) -> Result<Vec<DraftFile>, StoreError> {
    sql::rows(db, &format!("{SELECT} {condition}"), values).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<DraftFile, StoreError> {
    let row = Row::new("draft_file", "hash", row);
    Ok(DraftFile {
        draft: row.uuid("draft_id")?,
        hash: row.code("hash", BlobHash::parse)?,
        removes: row.get::<i32>("removes")? != 0,
        name: row.get("name")?,
        title: row.get("title")?,
        file_type: row.code("media_type", FileType::of_media_type)?,
        size: u64::try_from(row.get::<i64>("size")?).map_err(|error| row.corrupt("size", error))?,
        language: row.get::<Option<String>>("language")?.as_deref().and_then(LanguageTag::parse),
        licence: row.code("licence", Licence::parse)?,
        person: PersonId(row.uuid("person_id")?),
        added_at: row.time("added_at")?,
    })
}

//! Files of a record: what was attached, under which name, on which terms, and what is known of it since.

mod check;
mod loose;
mod reading;

use ayni_domain::change::Change;
use ayni_domain::file::safe_name;
use ayni_domain::{FileType, LanguageTag, Licence, RecordKey, State};
use bytes::Bytes;
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};

use crate::blob::BlobHash;
use crate::revision::Signature;
use crate::{Store, StoreError, Tx, change, record, sql};

pub use check::Checked;
pub(crate) use loose::{loosen, loosen_of_draft};
pub use reading::{FileText, Reading};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        pub name: String,
        pub media_type: String,
        pub size: i64,
        pub language: Option<String>,
        pub added_at: i64,
        pub licence: String,
        pub pages: Option<i32>,
        pub picture: Option<String>,
        pub read_at: Option<i64>,
        pub checked_at: Option<i64>,
        pub damaged: i32,
        pub title: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A file of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Hash of the content: the file's address.
    pub hash: BlobHash,
    /// Name for the reader who downloads it.
    pub name: String,
    /// What it is called where it is listed; its name, where there is none.
    pub title: Option<String>,
    /// What it is.
    pub file_type: FileType,
    /// Size in bytes.
    pub size: u64,
    /// Language of the content, as who attached it says.
    pub language: Option<LanguageTag>,
    /// What readers may do with it.
    pub licence: Licence,
    /// When it was attached.
    pub added_at: Timestamp,
    /// Number of pages, once it was read and where it has pages.
    pub pages: Option<u32>,
    /// Picture of its first page, once it was read and where there is one.
    pub picture: Option<BlobHash>,
    /// When its text and picture were taken, or found to be none.
    pub read_at: Option<Timestamp>,
    /// When its content was last compared with its hash.
    pub checked_at: Option<Timestamp>,
    /// Whether the content was then missing or another.
    pub is_damaged: bool,
}

/// A file to attach, whose content is kept already ([`crate::Blobs::put`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Hash of the content.
    pub hash: BlobHash,
    /// Size in bytes.
    pub size: u64,
    /// Name as the uploader's system calls it; kept in a form that is safe everywhere.
    pub name: String,
    /// What it is called where it is listed, if anything.
    pub title: Option<String>,
    /// What it is, by its content.
    pub file_type: FileType,
    /// Language of the content, where known.
    pub language: Option<LanguageTag>,
    /// What readers may do with it; `None` leaves what was said before, or says that it is unknown.
    pub licence: Option<Licence>,
}

impl Tx {
    /// Attaches a file to a published record; the same content twice is one file, with the name, title, language and licence said last.
    ///
    /// Text and picture of a content that was read before are known at once; others are waited for ([`Store::unread_files`]).
    ///
    /// # Errors
    /// `NoRecord`; `WrongState` when it is withdrawn; `Corrupt`, `Database`.
    pub async fn attach(&self, key: &RecordKey, file: &NewFile, signature: &Signature) -> Result<File, StoreError> {
        let record::row::Model { id: record_id, revision, .. } = self.published(key).await?;
        let known = row::Entity::find().filter(row::Column::Hash.eq(file.hash.as_str())).all(&self.db).await?;
        let before = known.iter().find(|row| row.record_id == record_id);
        let like = before.or(known.first());
        let licence = before.map(|row| row.licence.clone()).filter(|_| file.licence.is_none());
        let row = row::Model {
            hash: file.hash.as_str().to_owned(),
            name: safe_name(&file.name, file.file_type),
            media_type: file.file_type.media_type().to_owned(),
            size: i64::try_from(file.size).unwrap_or(i64::MAX),
            language: file.language.as_ref().map(ToString::to_string),
            added_at: before.map_or(signature.at.as_microsecond(), |row| row.added_at),
            licence: licence.unwrap_or_else(|| file.licence.unwrap_or(Licence::Unknown).code().to_owned()),
            pages: like.and_then(|row| row.pages),
            picture: like.and_then(|row| row.picture.clone()),
            read_at: like.and_then(|row| row.read_at),
            checked_at: None,
            damaged: 0,
            title: file.title.clone(),
            record_id,
        };
        let keep = sea_orm::sea_query::OnConflict::columns([row::Column::RecordId, row::Column::Hash])
            .update_columns([row::Column::Name, row::Column::Title, row::Column::Language, row::Column::Licence])
            .to_owned();
        row::Entity::insert(active(row.clone())).on_conflict(keep).exec_without_returning(&self.db).await?;
        // Keeping a content makes it whole where it was not.
        let whole = row::Entity::update_many().col_expr(row::Column::Damaged, 0.into()).col_expr(row::Column::CheckedAt, None::<i64>.into());
        whole.filter(row::Column::Hash.eq(file.hash.as_str())).exec(&self.db).await?;
        self.note_change(key, &row.record_id, revision, signature.at).await?;
        read(row)
    }

    /// Takes a file from a published record, and its text when no other record has it. The content and the picture of its first page are loose from
    /// then on ([`Store::forget_loose_files`]).
    ///
    /// # Errors
    /// `NoRecord`; `WrongState` when it is withdrawn; `Database`. A file that the record does not have is as good as taken.
    pub async fn detach(&self, key: &RecordKey, hash: &BlobHash, signature: &Signature) -> Result<(), StoreError> {
        let record::row::Model { id: record_id, revision, .. } = self.published(key).await?;
        let Some(own) = row::Entity::find_by_id((record_id.clone(), hash.as_str().to_owned())).one(&self.db).await? else { return Ok(()) };
        row::Entity::delete_by_id((record_id.clone(), own.hash)).exec(&self.db).await?;
        let picture = own.picture.as_deref().map(read_hash).transpose()?;
        for content in std::iter::once(hash).chain(&picture) {
            loosen(&self.db, content, signature.at).await?;
        }
        let sql = "DELETE FROM file_text WHERE hash = $1 AND hash NOT IN (SELECT hash FROM file)";
        sql::execute(&self.db, sql, [hash.as_str().into()]).await?;
        self.note_change(key, &record_id, revision, signature.at).await
    }

    /// A file of a record, in public view or not.
    pub(crate) async fn file_of(&self, record: Uuid, hash: &BlobHash) -> Result<Option<File>, StoreError> {
        row::Entity::find_by_id((record.to_string(), hash.as_str().to_owned())).one(&self.db).await?.map(read).transpose()
    }

    /// Notes in the change log that something beside the record's own text is another, so that all that follows the log takes it anew.
    async fn note_change(&self, key: &RecordKey, id: &str, revision: i32, at: Timestamp) -> Result<(), StoreError> {
        let entry = change::entry(Change::Revised, at.as_microsecond(), (key.kind.code(), key.slug.as_str()), (id, revision));
        change::append(&self.db, vec![entry]).await
    }
}

impl Store {
    /// Attaches a file to a published record; the same content twice is one file.
    ///
    /// # Errors
    /// `NoRecord`; `WrongState` when it is withdrawn; `Settings` when the type is not accepted; `Files`, `Database`.
    pub async fn attach(
        &self,
        key: &RecordKey,
        name: &str,
        content: Bytes,
        language: Option<&LanguageTag>,
        signature: &Signature,
    ) -> Result<File, StoreError> {
        let record = self.find(key).await?.ok_or_else(|| StoreError::NoRecord(key.clone()))?;
        if record.envelope.state != State::Published {
            return Err(StoreError::WrongState(key.clone(), "withdrawn")); // before the content is kept for nothing
        }
        let file = self.keep_file(name, content, language.cloned(), None).await?;
        let tx = self.begin().await?;
        let attached = tx.attach(key, &file, signature).await?;
        tx.commit().await?;
        Ok(attached)
    }

    /// Keeps the content of a file, to be attached with [`Tx::attach`]; until then no record has it, and no backup.
    ///
    /// # Errors
    /// `Settings` when the type is not accepted or the name says otherwise; `Files`.
    pub async fn keep_file(
        &self,
        name: &str,
        content: Bytes,
        language: Option<LanguageTag>,
        licence: Option<Licence>,
    ) -> Result<NewFile, StoreError> {
        let file_type = FileType::agreed(name, &content).ok_or_else(|| {
            let accepted = FileType::ALL.iter().map(|file_type| file_type.code().to_uppercase()).collect::<Vec<_>>().join(", ");
            StoreError::Settings(format!("{name}: the content is not of an accepted type ({accepted}), or its name says otherwise"))
        })?;
        let size = content.len() as u64;
        let hash = self.blobs.put(content).await?; // first the content: a row never points to nothing
        Ok(NewFile { hash, size, name: name.to_owned(), title: None, file_type, language, licence })
    }

    /// The files of a record, in the order in which they were added.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn files(&self, record: Uuid) -> Result<Vec<File>, StoreError> {
        let rows = row::Entity::find().filter(row::Column::RecordId.eq(record.to_string())).order_by_asc(row::Column::AddedAt).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }

    /// The file with this hash, whichever published record has it.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn file(&self, hash: &BlobHash) -> Result<Option<File>, StoreError> {
        let row = row::Entity::find().filter(row::Column::Hash.eq(hash.as_str())).filter(of_published()).one(&self.db).await?;
        row.map(read).transpose()
    }

    /// Whether this is the picture of a first page of a file that a published record has.
    ///
    /// # Errors
    /// `Database`.
    pub async fn is_picture(&self, hash: &BlobHash) -> Result<bool, StoreError> {
        let row = row::Entity::find().filter(row::Column::Picture.eq(hash.as_str())).filter(of_published()).one(&self.db).await?;
        Ok(row.is_some())
    }
}

fn read_hash(text: &str) -> Result<BlobHash, StoreError> {
    BlobHash::parse(text).ok_or_else(|| StoreError::corrupt("file", "hash", text, "is no SHA-256"))
}

fn of_published() -> sea_orm::sea_query::Expr {
    sea_orm::sea_query::Expr::cust("record_id IN (SELECT id FROM record WHERE state = 'published')")
}

fn active(row: row::Model) -> row::ActiveModel {
    row::ActiveModel {
        record_id: Set(row.record_id),
        hash: Set(row.hash),
        name: Set(row.name),
        media_type: Set(row.media_type),
        size: Set(row.size),
        language: Set(row.language),
        added_at: Set(row.added_at),
        licence: Set(row.licence),
        pages: Set(row.pages),
        picture: Set(row.picture),
        read_at: Set(row.read_at),
        checked_at: Set(row.checked_at),
        damaged: Set(row.damaged),
        title: Set(row.title),
    }
}

fn read(row: row::Model) -> Result<File, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("file", column, &row.record_id, problem);
    let hash = |column, text: &str| BlobHash::parse(text).ok_or_else(|| corrupt(column, text.to_owned()));
    let time = |column, at| Timestamp::from_microsecond(at).map_err(|error| corrupt(column, error.to_string()));
    Ok(File {
        hash: hash("hash", &row.hash)?,
        file_type: FileType::of_media_type(&row.media_type).ok_or_else(|| corrupt("media_type", row.media_type.clone()))?,
        size: u64::try_from(row.size).map_err(|error| corrupt("size", error.to_string()))?,
        language: row.language.as_deref().and_then(LanguageTag::parse),
        licence: Licence::parse(&row.licence).ok_or_else(|| corrupt("licence", row.licence.clone()))?,
        added_at: time("added_at", row.added_at)?,
        pages: row.pages.and_then(|pages| u32::try_from(pages).ok()),
        picture: row.picture.as_deref().map(|picture| hash("picture", picture)).transpose()?,
        read_at: row.read_at.map(|at| time("read_at", at)).transpose()?,
        checked_at: row.checked_at.map(|at| time("checked_at", at)).transpose()?,
        is_damaged: row.damaged != 0,
        name: row.name,
        title: row.title,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, signature};

    /// A published organization with this slug.
    pub(super) async fn record(store: &Store, slug: &str) -> (RecordKey, Uuid) {
        let (key, body) = organization(slug, "CPLP");
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[(key.clone(), body)], &signature()).await.expect("save");
        tx.commit().await.expect("commit");
        let id = store.find(&key).await.expect("find").expect("there").envelope.id;
        (key, id)
    }

    on_both!(a_file_is_attached_once_and_found_while_its_record_is_public, |store| {
        let (key, id) = record(&store, "cplp").await;
        let content = Bytes::from_static(b"%PDF-1.7 relatorio");
        let pt = LanguageTag::parse("pt");
        for _ in 0..2 {
            store.attach(&key, "r.pdf", content.clone(), pt.as_ref(), &signature()).await.expect("attach");
        }
        let files = store.files(id).await.expect("files");
        assert_eq!(files.iter().map(|f| (f.name.as_str(), f.size, f.language.clone())).collect::<Vec<_>>(), [("r.pdf", 18, pt)]);
        assert_eq!(store.file(&files[0].hash).await.expect("file"), Some(files[0].clone()));
        assert!(store.attach(&key, "r.pdf", Bytes::from_static(b"MZ"), None, &signature()).await.is_err());

        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        assert_eq!(store.file(&files[0].hash).await.expect("file"), None);
        assert!(matches!(store.attach(&key, "r.pdf", content, None, &signature()).await, Err(StoreError::WrongState(..))));
    });

    on_both!(terms_and_name_are_those_said_last, |store| {
        let (key, id) = record(&store, "cplp").await;
        let hash = store.blobs().put(Bytes::from_static(b"%PDF-1.7 terms")).await.expect("put");
        let mut file = NewFile {
            hash,
            size: 14,
            name: "../a\u{202e}b".into(),
            title: None,
            file_type: FileType::Pdf,
            language: None,
            licence: Some(Licence::CcBy),
        };
        for (licence, expected) in [(Some(Licence::CcBy), Licence::CcBy), (None, Licence::CcBy), (Some(Licence::Unknown), Licence::Unknown)] {
            file.licence = licence;
            let tx = store.begin().await.expect("begin");
            let attached = tx.attach(&key, &file, &signature()).await.expect("attach");
            tx.commit().await.expect("commit");
            assert_eq!((attached.licence, attached.name.as_str()), (expected, "ab.pdf"));
            assert_eq!(store.files(id).await.expect("files"), [attached]);
        }
    });

    on_both!(a_file_that_is_taken_away_is_gone_and_noted, |store| {
        let ((first, _), (second, _)) = (record(&store, "first").await, record(&store, "second").await);
        let content = Bytes::from_static(b"%PDF-1.7 twice");
        let hash = store.attach(&first, "a.pdf", content.clone(), None, &signature()).await.expect("attach").hash;
        let text = FileText { language: None, title: None, cut: false, text: "twice".into() };
        store.note_reading(&hash, Reading { text: Some(text), ..Reading::default() }, signature().at).await.expect("note");
        let attached = store.attach(&second, "b.pdf", content, None, &signature()).await.expect("attach");
        assert!(attached.read_at.is_some(), "what was read of the same content is known");
        for (key, expected) in [(&first, true), (&second, false), (&second, false)] {
            let tx = store.begin().await.expect("begin");
            tx.detach(key, &hash, &signature()).await.expect("detach");
            tx.commit().await.expect("commit");
            assert_eq!(store.file(&hash).await.expect("file").is_some(), expected);
            let id = store.find(&second).await.expect("find").expect("there").envelope.id;
            assert_eq!(store.text_of_files(id).await.expect("texts").len(), usize::from(expected));
        }
        let log = store.changes_since(0, 100).await.expect("log");
        assert_eq!(log.len(), 2 + 2 + 1 + 2, "published, attached, read, taken; the third time nothing was there");
    });
}

//! Files of a record: what was attached, under which name, in which language.

use ayni_domain::change::Change;
use ayni_domain::{LanguageTag, RecordKey, State};
use bytes::Bytes;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};

use crate::blob::BlobHash;
use crate::revision::Signature;
use crate::{Store, StoreError, change, sql};

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
    /// Media type, from a closed list.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// Language of the content, where known.
    pub language: Option<LanguageTag>,
}

/// Types of files that are accepted: ending, media type, and the bytes that a content of the type begins with.
const TYPES: [(&str, &str, &[u8]); 6] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("epub", "application/epub+zip", b"PK\x03\x04"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("jpg", "image/jpeg", b"\xff\xd8\xff"),
    ("mp3", "audio/mpeg", b"ID3"),
];

/// The media type of a file, when its name and its first bytes agree on one that is accepted.
#[must_use]
pub fn media_type(name: &str, content: &[u8]) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    TYPES.iter().find(|(own, _, magic)| own.eq_ignore_ascii_case(ending) && content.starts_with(magic)).map(|(_, media_type, _)| *media_type)
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
            return Err(StoreError::WrongState(key.clone(), "withdrawn"));
        }
        let media_type = media_type(name, &content).ok_or_else(|| {
            StoreError::Settings(format!("{name}: the content is not a PDF, EPUB, DOCX, PNG, JPEG or MP3 file, or its name says otherwise"))
        })?;
        let size = content.len() as u64;
        let hash = self.blobs.put(content).await?; // first the content: a row never points to nothing
        let row = row::ActiveModel {
            record_id: Set(record.envelope.id.to_string()),
            hash: Set(hash.as_str().to_owned()),
            name: Set(name.to_owned()),
            media_type: Set(media_type.to_owned()),
            size: Set(i64::try_from(size).unwrap_or(i64::MAX)),
            language: Set(language.map(ToString::to_string)),
            added_at: Set(signature.at.as_microsecond()),
        };
        let tx = self.begin().await?;
        let keep = sea_orm::sea_query::OnConflict::columns([row::Column::RecordId, row::Column::Hash])
            .update_columns([row::Column::Name, row::Column::Language])
            .to_owned();
        row::Entity::insert(row).on_conflict(keep).exec_without_returning(&tx.db).await?;
        let revision = i32::try_from(record.envelope.revision).unwrap_or(i32::MAX);
        let names = (key.kind.code(), key.slug.as_str());
        let entry = change::entry(Change::Revised, signature.at.as_microsecond(), names, (&record.envelope.id.to_string(), revision));
        change::append(&tx.db, vec![entry]).await?;
        tx.commit().await?;
        Ok(File { hash, name: name.to_owned(), media_type: media_type.to_owned(), size, language: language.cloned() })
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
        let published = "record_id IN (SELECT id FROM record WHERE state = 'published')";
        let row =
            row::Entity::find().filter(row::Column::Hash.eq(hash.as_str())).filter(sea_orm::sea_query::Expr::cust(published)).one(&self.db).await?;
        row.map(read).transpose()
    }

    /// Hashes of all contents that something refers to: files of records, and letters that speak for a mandate.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn file_hashes(&self) -> Result<Vec<BlobHash>, StoreError> {
        let sql = "SELECT hash FROM file UNION SELECT evidence_file FROM mandate WHERE evidence_file IS NOT NULL ORDER BY 1";
        let hashes = sql::rows(&self.db, sql, []).await?;
        hashes.iter().map(|row| read_hash(&row.try_get_by_index::<String>(0)?)).collect()
    }

    /// Forgets those of these contents that nothing refers to any more; returns how many.
    ///
    /// For contents whose last row was removed in a transaction that took effect. Writers are kept out meanwhile.
    ///
    /// # Errors
    /// `Database`, `Files`.
    pub async fn forget_files(&self, hashes: &[BlobHash]) -> Result<usize, StoreError> {
        let tx = self.begin().await?;
        let mut forgotten = 0;
        for hash in hashes {
            let sql = "SELECT 1 FROM file WHERE hash = $1 UNION ALL SELECT 1 FROM mandate WHERE evidence_file = $1";
            if sql::rows(&tx.db, sql, [hash.as_str().into()]).await?.is_empty() {
                self.blobs.remove(hash).await?;
                forgotten += 1;
            }
        }
        tx.commit().await?;
        Ok(forgotten)
    }
}

fn read_hash(text: &str) -> Result<BlobHash, StoreError> {
    BlobHash::parse(text).ok_or_else(|| StoreError::corrupt("file", "hash", text, "is no SHA-256"))
}

fn read(row: row::Model) -> Result<File, StoreError> {
    Ok(File {
        hash: BlobHash::parse(&row.hash).ok_or_else(|| StoreError::corrupt("file", "hash", &row.record_id, &row.hash))?,
        size: u64::try_from(row.size).map_err(|error| StoreError::corrupt("file", "size", &row.record_id, error))?,
        language: row.language.as_deref().and_then(LanguageTag::parse),
        name: row.name,
        media_type: row.media_type,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, signature};

    #[test]
    fn a_type_is_what_name_and_content_agree_on() {
        for (name, content, expected) in [
            ("Relatório.PDF", &b"%PDF-1.7"[..], Some("application/pdf")),
            ("page.pdf", b"<script>", None),
            ("page.html", b"%PDF-1.7", None),
            ("noending", b"%PDF-", None),
            ("", b"", None),
        ] {
            assert_eq!(media_type(name, content), expected, "{name}");
        }
    }

    on_both!(a_file_is_attached_once_and_found_while_its_record_is_public, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[(key.clone(), body)], &signature()).await.expect("save");
        tx.commit().await.expect("commit");
        let content = Bytes::from_static(b"%PDF-1.7 relatorio");
        let pt = LanguageTag::parse("pt");
        for _ in 0..2 {
            store.attach(&key, "r.pdf", content.clone(), pt.as_ref(), &signature()).await.expect("attach");
        }
        let record = store.find(&key).await.expect("find").expect("there");
        let files = store.files(record.envelope.id).await.expect("files");
        assert_eq!(files.iter().map(|f| (f.name.as_str(), f.size, f.language.clone())).collect::<Vec<_>>(), [("r.pdf", 18, pt)]);
        assert_eq!(store.file(&files[0].hash).await.expect("file"), Some(files[0].clone()));
        assert!(store.attach(&key, "r.pdf", Bytes::from_static(b"MZ"), None, &signature()).await.is_err());

        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
        tx.commit().await.expect("commit");
        assert_eq!(store.file(&files[0].hash).await.expect("file"), None);
    });
}

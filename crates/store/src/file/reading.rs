//! What is read of a file: its text for the index, its pages, the picture of its first page.

use ayni_domain::{FileType, LanguageTag};
use bytes::Bytes;
use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{File, of_published, row};
use crate::blob::BlobHash;
use crate::{Store, StoreError, Tx, record, sql};

/// Text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// Its language; what who attached the file says goes before what the content states.
    pub language: Option<LanguageTag>,
    /// Its title; what who attached the file says goes before what the content states.
    pub title: Option<String>,
    /// Whether there was more of it than is kept.
    pub cut: bool,
    /// The text.
    pub text: String,
}

/// What was found in a content; nothing of it when it has no text or could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Its text.
    pub text: Option<FileText>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Picture of its first page.
    pub picture: Option<Bytes>,
}

impl Reading {
    const fn is_empty(&self) -> bool {
        self.text.is_none() && self.pages.is_none() && self.picture.is_none()
    }
}

impl Store {
    /// Files of published records that were not read yet, each content once, at most `limit`; the oldest first, none of type `except`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn unread_files(&self, except: Option<FileType>, limit: u64) -> Result<Vec<File>, StoreError> {
        let mut unread = row::Entity::find().filter(row::Column::ReadAt.is_null()).filter(row::Column::Damaged.eq(0)).filter(of_published());
        if let Some(except) = except {
            unread = unread.filter(row::Column::MediaType.ne(except.media_type()));
        }
        let rows = unread.order_by_asc(row::Column::AddedAt).order_by_asc(row::Column::Hash).limit(limit).all(&self.db).await?;
        let mut files = rows.into_iter().map(super::read).collect::<Result<Vec<_>, _>>()?;
        let mut seen = std::collections::HashSet::new();
        files.retain(|file| seen.insert(file.hash.clone()));
        Ok(files)
    }

    /// Keeps what was read of a content, and notes it for each published record that has it, when anything was found.
    ///
    /// # Errors
    /// `Files`, `Corrupt`, `Database`.
    pub async fn note_reading(&self, hash: &BlobHash, reading: Reading, at: Timestamp) -> Result<(), StoreError> {
        let was_found = !reading.is_empty();
        let picture = match reading.picture {
            Some(picture) => Some(self.blobs.put(picture).await?), // first the content: a row never points to nothing
            None => None,
        };
        let tx = self.begin().await?;
        row::Entity::update_many()
            .col_expr(row::Column::ReadAt, Expr::value(at.as_microsecond()))
            .col_expr(row::Column::Pages, Expr::value(reading.pages.and_then(|pages| i32::try_from(pages).ok())))
            .col_expr(row::Column::Picture, Expr::value(picture.map(|picture| picture.as_str().to_owned())))
            .filter(row::Column::Hash.eq(hash.as_str()))
            .exec(&tx.db)
            .await?;
        tx.keep_text(hash, reading.text).await?;
        if was_found {
            tx.note_content(hash, at).await?;
        }
        tx.commit().await
    }

    /// Texts of a record's files, in the order in which these were added.
    ///
    /// # Errors
    /// `Database`.
    pub async fn text_of_files(&self, record: Uuid) -> Result<Vec<FileText>, StoreError> {
        let sql = "SELECT coalesce(file.language, file_text.language), coalesce(file.title, file_text.title), cut, text FROM file JOIN file_text ON file_text.hash = file.hash
                   WHERE record_id = $1 ORDER BY added_at, file.hash";
        let rows = sql::rows(&self.db, sql, [record.to_string().into()]).await?;
        let text = |row: sea_orm::QueryResult| {
            Ok(FileText {
                language: row.try_get_by_index::<Option<String>>(0)?.as_deref().and_then(LanguageTag::parse),
                title: row.try_get_by_index(1)?,
                cut: row.try_get_by_index::<i32>(2)? != 0,
                text: row.try_get_by_index(3)?,
            })
        };
        rows.into_iter().map(text).collect()
    }

    /// Those of these records that have files with text.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn with_file_text(&self, records: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let mut found = Vec::new();
        for part in records.chunks(500) {
            let rows = row::Entity::find()
                .select_only()
                .column(row::Column::RecordId)
                .distinct()
                .filter(row::Column::RecordId.is_in(part.iter().map(Uuid::to_string)))
                .filter(Expr::cust("hash IN (SELECT hash FROM file_text)"))
                .into_tuple::<String>()
                .all(&self.db)
                .await?;
            for id in rows {
                found.push(Uuid::parse_str(&id).map_err(|error| StoreError::corrupt("file", "record_id", &id, error))?);
            }
        }
        Ok(found)
    }
}

impl Tx {
    async fn keep_text(&self, hash: &BlobHash, text: Option<FileText>) -> Result<(), StoreError> {
        sql::execute(&self.db, "DELETE FROM file_text WHERE hash = $1", [hash.as_str().into()]).await?;
        let Some(text) = text.filter(|text| !text.text.is_empty()) else { return Ok(()) };
        let values = [
            hash.as_str().into(),
            text.language.map(|language| language.to_string()).into(),
            text.title.into(),
            i32::from(text.cut).into(),
            text.text.replace('\0', " ").into(), // PostgreSQL keeps no such character
        ];
        sql::execute(&self.db, "INSERT INTO file_text (hash, language, title, cut, text) VALUES ($1, $2, $3, $4, $5)", values).await?;
        Ok(())
    }

    /// Notes in the change log each published record that has a content.
    pub(super) async fn note_content(&self, hash: &BlobHash, at: Timestamp) -> Result<(), StoreError> {
        let rows = row::Entity::find().filter(row::Column::Hash.eq(hash.as_str())).filter(of_published());
        let rows = rows.order_by_asc(row::Column::RecordId).all(&self.db).await?;
        let keys = record::keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        for key in rows.iter().filter_map(|row| keys.get(&row.record_id)) {
            let record = self.published(key).await?;
            self.note_change(key, &record.id, record.revision, at).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::record;
    use super::*;
    use crate::change::Subject;
    use crate::testing::{on_both, signature};

    fn text(language: &str, text: &str) -> Option<FileText> {
        Some(FileText { language: LanguageTag::parse(language), title: Some("Title".into()), cut: false, text: text.into() })
    }

    on_both!(what_was_read_of_a_file_is_kept_and_noted, |store| {
        let ((first, first_id), (second, second_id)) = (record(&store, "first").await, record(&store, "second").await);
        let content = Bytes::from_static(b"%PDF-1.7 both");
        let hash = store.attach(&first, "a.pdf", content.clone(), None, &signature()).await.expect("attach").hash;
        store.attach(&second, "b.pdf", content, LanguageTag::parse("pt").as_ref(), &signature()).await.expect("attach");
        assert_eq!(store.unread_files(None, 10).await.expect("unread").iter().map(|file| &file.hash).collect::<Vec<_>>(), [&hash]);
        assert!(store.with_file_text(&[first_id, second_id]).await.expect("none").is_empty());

        let position = store.position().await.expect("position");
        let picture = Bytes::from_static(b"\x89PNG\r\n\x1a\n...");
        let reading = Reading { text: text("es", "trabajo\0decente"), pages: Some(12), picture: Some(picture.clone()) };
        store.note_reading(&hash, reading, signature().at).await.expect("note");
        assert_eq!(store.unread_files(None, 10).await.expect("unread"), []);
        let noted = store.changes_since(position, 10).await.expect("log");
        let ids: Vec<Uuid> =
            noted.iter().filter_map(|entry| if let Subject::Record { id, .. } = &entry.subject { Some(*id) } else { None }).collect();
        assert!(ids.len() == 2 && ids.contains(&first_id) && ids.contains(&second_id));

        let file = &store.files(first_id).await.expect("files")[0];
        assert_eq!((file.pages, file.read_at), (Some(12), Some(signature().at)));
        let kept = file.picture.clone().expect("a picture");
        assert_eq!(store.blobs().get(&kept).await.expect("get"), Some(picture));
        assert!(store.is_picture(&kept).await.expect("a picture") && !store.is_picture(&hash).await.expect("a file"));
        assert!(store.file_hashes().await.expect("hashes").contains(&kept), "a backup has it");
        let mut with = store.with_file_text(&[first_id, second_id, Uuid::nil()]).await.expect("both");
        with.sort_unstable();
        assert_eq!(with, [first_id.min(second_id), first_id.max(second_id)]);
        for (id, language) in [(first_id, "es"), (second_id, "pt")] {
            assert_eq!(store.text_of_files(id).await.expect("texts"), [text(language, "trabajo decente").expect("a text")]);
        }
    });

    on_both!(a_file_that_says_nothing_is_not_read_again_and_not_noted, |store| {
        let (key, id) = record(&store, "cplp").await;
        let hash = store.attach(&key, "a.mp3", Bytes::from_static(b"ID3\x04sound"), None, &signature()).await.expect("attach").hash;
        let position = store.position().await.expect("position");
        assert_eq!(store.unread_files(Some(FileType::Pdf), 10).await.expect("unread").len(), 1);
        assert_eq!(store.unread_files(Some(FileType::Mp3), 10).await.expect("unread"), []);
        store.note_reading(&hash, Reading::default(), signature().at).await.expect("note");
        assert_eq!(store.position().await.expect("position"), position);
        assert_eq!((store.unread_files(None, 10).await.expect("unread"), store.text_of_files(id).await.expect("texts")), (vec![], vec![]));
    });
}

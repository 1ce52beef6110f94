//! Checking files: whether each content is still what its hash says.

use jiff::Timestamp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{File, read_hash, row};
use crate::blob::BlobHash;
use crate::{Store, StoreError, record, sql};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Number of contents that were compared.
    pub checked: u64,
    /// Those that are missing or another since the last check.
    pub damaged: Vec<BlobHash>,
    /// Those that were, and are whole again.
    pub mended: Vec<BlobHash>,
}

impl Store {
    /// Compares the contents that were checked longest ago with their hashes, at most `batch` of them, and notes those that are damaged.
    ///
    /// A record whose file becomes damaged or whole again is noted in the change log. A damaged picture is let go, and made anew when the
    /// file is read again. A storage that does not answer is an error and changes nothing.
    ///
    /// # Errors
    /// `Files`, `Corrupt`, `Database`; what was checked before stays checked.
    pub async fn verify_files(&self, batch: u64, now: Timestamp) -> Result<Checked, StoreError> {
        let mut checked = Checked::default();
        for (hash, was_damaged, picture) in self.longest_unchecked(batch).await? {
            let is_damaged = !self.is_whole(&hash).await?;
            let lost_picture = match &picture {
                Some(picture) => !self.is_whole(picture).await?,
                None => false,
            };
            let tx = self.begin().await?;
            let mut update = row::Entity::update_many()
                .col_expr(row::Column::CheckedAt, Expr::value(now.as_microsecond()))
                .col_expr(row::Column::Damaged, Expr::value(i32::from(is_damaged)));
            if lost_picture {
                update = update.col_expr(row::Column::Picture, Expr::value(None::<String>)).col_expr(row::Column::ReadAt, Expr::value(None::<i64>));
            }
            update.filter(row::Column::Hash.eq(hash.as_str())).exec(&tx.db).await?;
            if is_damaged != was_damaged || lost_picture {
                tx.note_content(&hash, now).await?;
            }
            tx.commit().await?;
            checked.checked += 1;
            match (was_damaged, is_damaged) {
                (false, true) => checked.damaged.push(hash),
                (true, false) => checked.mended.push(hash),
                _ => {}
            }
        }
        Ok(checked)
    }

    /// Files of all records that were damaged at their last check, withdrawn records included.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn damaged_files(&self) -> Result<Vec<(ayni_domain::RecordKey, File)>, StoreError> {
        let rows = row::Entity::find().filter(row::Column::Damaged.ne(0)).order_by_asc(row::Column::AddedAt).all(&self.db).await?;
        let keys = record::keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        rows.into_iter().filter_map(|row| Some((keys.get(&row.record_id)?.clone(), row))).map(|(key, row)| Ok((key, super::read(row)?))).collect()
    }

    async fn longest_unchecked(&self, batch: u64) -> Result<Vec<(BlobHash, bool, Option<BlobHash>)>, StoreError> {
        let sql = "SELECT hash, max(damaged), max(picture) FROM file GROUP BY hash ORDER BY min(coalesce(checked_at, 0)), hash LIMIT $1";
        let limit = i64::try_from(batch).unwrap_or(i64::MAX);
        let rows = sql::rows(&self.db, sql, [limit.into()]).await?;
        let read = |row: sea_orm::QueryResult| {
            let picture = row.try_get_by_index::<Option<String>>(2)?.as_deref().map(read_hash).transpose()?;
            Ok((read_hash(&row.try_get_by_index::<String>(0)?)?, row.try_get_by_index::<i32>(1)? != 0, picture))
        };
        rows.into_iter().map(read).collect()
    }

    async fn is_whole(&self, hash: &BlobHash) -> Result<bool, StoreError> {
        match self.blobs.get(hash).await {
            Ok(content) => Ok(content.is_some()),
            Err(StoreError::Corrupt { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::super::Reading;
    use super::super::tests::record;
    use super::*;
    use crate::Blobs;
    use crate::testing::{on_both, signature};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn sorted(mut hashes: Vec<BlobHash>) -> Vec<BlobHash> {
        hashes.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
        hashes
    }

    on_both!(damaged_files_are_noticed_once_and_mended_ones_too, |store| {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store { blobs: Blobs::folder(folder.path()).expect("blobs"), ..store };
        let path = |hash: &BlobHash| folder.path().join(&hash.as_str()[..2]).join(hash.as_str());
        let (key, id) = record(&store, "cplp").await;
        let mut hashes = Vec::new();
        for n in 0..3 {
            hashes.push(store.attach(&key, "a.pdf", Bytes::from(format!("%PDF-1.7 {n}")), None, &signature()).await.expect("attach").hash);
        }
        let content = std::fs::read(path(&hashes[0])).expect("read");
        let reading = Reading { picture: Some(Bytes::from_static(b"\x89PNG\r\n\x1a\n")), ..Reading::default() };
        store.note_reading(&hashes[2], reading, signature().at).await.expect("note");
        let position = store.position().await.expect("position");

        let all_well = Checked { checked: 2, ..Checked::default() };
        assert_eq!(store.verify_files(2, at(10)).await.expect("verify"), all_well);
        assert_eq!(store.verify_files(2, at(20)).await.expect("verify"), all_well, "the third, and the first again");
        assert_eq!(store.position().await.expect("position"), position, "that all is well is not noted");

        std::fs::write(path(&hashes[0]), b"%PDF-1.7 other").expect("write");
        std::fs::remove_file(path(&hashes[1])).expect("remove");
        let found = store.verify_files(10, at(30)).await.expect("verify");
        assert_eq!((found.checked, sorted(found.damaged)), (3, sorted(hashes[..2].to_vec())));
        assert_eq!(store.verify_files(10, at(40)).await.expect("verify").damaged, [], "each is told once");
        let damaged = store.damaged_files().await.expect("damaged");
        assert_eq!(damaged.iter().map(|(own, _)| own).collect::<Vec<_>>(), [&key, &key]);
        assert_eq!(store.position().await.expect("position"), position + 2);

        std::fs::write(path(&hashes[0]), content).expect("write");
        let picture = store.files(id).await.expect("files").into_iter().find_map(|file| file.picture).expect("a picture");
        std::fs::remove_file(path(&picture)).expect("remove");
        assert_eq!(store.verify_files(10, at(50)).await.expect("verify").mended, hashes[..1]);
        let files = store.files(id).await.expect("files");
        assert!(files.iter().all(|file| file.picture.is_none() && file.checked_at == Some(at(50))));
        assert!(store.unread_files(None, 10).await.expect("unread").iter().any(|file| file.hash == hashes[2]), "its picture is made anew");

        let again = store.attach(&key, "a.pdf", Bytes::from_static(b"%PDF-1.7 1"), None, &signature()).await.expect("attach");
        assert!(again.hash == hashes[1] && store.damaged_files().await.expect("damaged").is_empty(), "who has the content can mend it");
    });
}

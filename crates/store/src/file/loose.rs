//! Loose contents: files that came and belong to nothing yet, and those that were let go. They are forgotten after a while, whatever happened.

use bytes::Bytes;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

use super::read_hash;
use crate::blob::BlobHash;
use crate::sql::{self, micros};
use crate::{Store, StoreError, setting};

/// Everything that refers to contents.
const REFERRED: &str = "SELECT hash FROM file UNION SELECT picture FROM file WHERE picture IS NOT NULL UNION SELECT hash FROM draft_file
     UNION SELECT evidence_file FROM mandate WHERE evidence_file IS NOT NULL";

/// The earlier note of a content never counts before the later one: who is just handing it in finds it.
const LATER: &str =
    "ON CONFLICT (hash) DO UPDATE SET since = CASE WHEN loose_file.since < excluded.since THEN excluded.since ELSE loose_file.since END";

impl Store {
    /// Keeps a content that somebody hands in, to be given to a draft or mandate. What is not is forgotten like all that is loose.
    ///
    /// # Errors
    /// `Files`, `Database`.
    pub async fn keep_loose(&self, content: Bytes, now: Timestamp) -> Result<BlobHash, StoreError> {
        let tx = self.begin().await?; // first the note: a content that nothing knows of would stay for ever
        loosen(&tx.db, &BlobHash::of(&content), now).await?;
        tx.commit().await?;
        self.blobs.put(content).await
    }

    /// Forgets contents that have been loose since before a moment and belong to nothing; returns how many.
    ///
    /// # Errors
    /// `Database`, `Files`; what was forgotten before stays forgotten, and the next run goes on.
    pub async fn forget_loose_files(&self, until: Timestamp) -> Result<u64, StoreError> {
        let mut forgotten = 0;
        for row in sql::rows(&self.db, "SELECT hash FROM loose_file WHERE since <= $1 ORDER BY hash", [micros(until)]).await? {
            let hash = read_hash(&row.try_get_by_index::<String>(0)?)?;
            let tx = self.begin().await?; // writers are kept out, so that nothing comes to refer to it now
            let own = [hash.as_str().into(), micros(until)];
            let is_loose = sql::execute(&tx.db, "DELETE FROM loose_file WHERE hash = $1 AND since <= $2", own).await? == 1;
            if is_loose && !is_referred_to(&tx.db, &hash).await? {
                self.blobs.remove(&hash).await?;
                forgotten += 1;
            }
            tx.commit().await?;
        }
        Ok(forgotten)
    }

    /// Hashes of all contents that something refers to: files of records and drafts, pictures of first pages, letters that speak for a
    /// mandate, and the logo.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn file_hashes(&self) -> Result<Vec<BlobHash>, StoreError> {
        let hashes = sql::rows(&self.db, &format!("{REFERRED} ORDER BY 1"), []).await?;
        let mut hashes = hashes.iter().map(|row| read_hash(&row.try_get_by_index::<String>(0)?)).collect::<Result<Vec<_>, _>>()?;
        hashes.extend(setting::logo(&self.db).await?.filter(|logo| !hashes.contains(logo)));
        Ok(hashes)
    }

    /// Forgets those of these contents that nothing refers to any more; returns how many. Those that are loose go later.
    ///
    /// For contents whose last row was removed in a transaction that took effect. Writers are kept out meanwhile.
    ///
    /// # Errors
    /// `Database`, `Files`.
    pub async fn forget_files(&self, hashes: &[BlobHash]) -> Result<usize, StoreError> {
        let tx = self.begin().await?;
        let mut forgotten = 0;
        for hash in hashes {
            let loose = sql::row(&tx.db, "SELECT 1 FROM loose_file WHERE hash = $1", [hash.as_str().into()]).await?;
            if loose.is_none() && !is_referred_to(&tx.db, hash).await? {
                self.blobs.remove(hash).await?;
                forgotten += 1;
            }
        }
        tx.commit().await?;
        Ok(forgotten)
    }
}

/// Notes a content that may belong to nothing.
pub(crate) async fn loosen(db: &impl ConnectionTrait, hash: &BlobHash, at: Timestamp) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO loose_file (hash, since) VALUES ($1, $2) {LATER}");
    sql::execute(db, &sql, [hash.as_str().into(), micros(at)]).await.map(drop)
}

/// Notes the contents that a draft adds; they were loose for as long as one can tell.
pub(crate) async fn loosen_of_draft(db: &impl ConnectionTrait, draft: &str) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO loose_file (hash, since) SELECT hash, 0 FROM draft_file WHERE draft_id = $1 AND removes = 0 {LATER}");
    sql::execute(db, &sql, [draft.into()]).await.map(drop)
}

async fn is_referred_to(db: &impl ConnectionTrait, hash: &BlobHash) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM file WHERE hash = $1 OR picture = $1 UNION ALL SELECT 1 FROM draft_file WHERE hash = $1
         UNION ALL SELECT 1 FROM mandate WHERE evidence_file = $1 UNION ALL SELECT 1 FROM sheet_upload WHERE hash = $1";
    Ok(setting::logo(db).await?.as_ref() == Some(hash) || !sql::rows(db, sql, [hash.as_str().into()]).await?.is_empty())
}

#[cfg(test)]
mod tests {
    use ayni_domain::FileType;
    use jiff::SignedDuration;

    use super::super::tests::record;
    use super::super::{NewFile, Reading};
    use super::*;
    use crate::testing::{on_both, signature};

    fn after(hours: i64) -> Timestamp {
        signature().at.checked_add(SignedDuration::from_hours(hours)).expect("a time")
    }

    on_both!(what_belongs_to_nothing_is_forgotten_and_nothing_else, |store| {
        let (key, _) = record(&store, "cplp").await;
        let content = Bytes::from_static(b"%PDF-1.7 one");
        let (one, two) =
            (store.keep_loose(content.clone(), after(0)).await.expect("keep"), store.keep_loose("two".into(), after(0)).await.expect("keep"));
        store.keep_loose("two".into(), after(5)).await.expect("keep again");
        let tx = store.begin().await.expect("begin");
        let file =
            NewFile { hash: one.clone(), size: 12, name: "one.pdf".into(), title: None, file_type: FileType::Pdf, language: None, licence: None };
        tx.attach(&key, &file, &signature()).await.expect("attach");
        tx.commit().await.expect("commit");
        assert_eq!(store.forget_files(&[one.clone(), two.clone()]).await.expect("forget"), 0, "one has its record, the other is loose");
        assert_eq!(store.forget_loose_files(after(4)).await.expect("forget"), 0, "handed in again since");
        assert_eq!(store.forget_loose_files(after(5)).await.expect("forget"), 1);
        assert_eq!(store.blobs().get(&two).await.expect("get"), None);
        assert_eq!(store.blobs().get(&one).await.expect("get"), Some(content));

        let reading = Reading { picture: Some(Bytes::from_static(b"\x89PNG\r\n\x1a\n")), ..Reading::default() };
        store.note_reading(&one, reading, after(6)).await.expect("note");
        let tx = store.begin().await.expect("begin");
        tx.detach(&key, &one, &crate::revision::Signature { at: after(7), ..signature() }).await.expect("detach");
        tx.commit().await.expect("commit");
        assert_eq!(store.forget_loose_files(after(6)).await.expect("forget"), 0);
        assert_eq!(store.forget_loose_files(after(7)).await.expect("forget"), 2, "the content and its picture");
        assert_eq!(store.forget_loose_files(after(99)).await.expect("forget"), 0);
    });
}

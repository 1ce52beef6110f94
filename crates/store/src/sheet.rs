//! Spreadsheets that people bring: kept for a day under who brought them, and what is there of the records that their rows name.

use std::collections::HashMap;

use ayni_domain::draft::DraftState;
use ayni_domain::retention::Kept;
use ayni_domain::{Kind, PersonId, Record, RecordKey};
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, QueryOrder, QueryResult};

use crate::blob::BlobHash;
use crate::draft::Draft;
use crate::draft::row::{draft, read_all};
use crate::person::key;
use crate::record::row;
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

/// Spreadsheets of one person that are kept at a time.
const MOST: usize = 5;

const COLUMNS: &str = "id, person_id, kind, name, hash, at";

/// A spreadsheet that somebody brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetUpload {
    /// Identifier.
    pub id: Uuid,
    /// Who brought it.
    pub person: PersonId,
    /// What they said that it holds; none where the file says it.
    pub kind: Option<Kind>,
    /// Name of the file.
    pub name: String,
    /// Its content, in [`Store::blobs`].
    pub hash: BlobHash,
    /// When it came.
    pub at: Timestamp,
}

/// What is there of a record that a row names.
#[derive(Debug, Clone, Default)]
pub struct There {
    /// The record, withdrawn ones included.
    pub record: Option<Record>,
    /// Drafts of it on which something is still to come, the last touched first.
    pub drafts: Vec<Draft>,
}

impl Store {
    /// A spreadsheet that is still kept.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn sheet_upload(&self, id: Uuid, now: Timestamp) -> Result<Option<SheetUpload>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM sheet_upload WHERE id = $1 AND at > $2");
        sql::row(&self.db, &sql, [id.to_string().into(), until(now)]).await?.as_ref().map(read).transpose()
    }

    /// The spreadsheets of a person that are still kept, the latest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn sheet_uploads_of(&self, person: PersonId, now: Timestamp) -> Result<Vec<SheetUpload>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM sheet_upload WHERE person_id = $1 AND at > $2 ORDER BY at DESC, id DESC");
        sql::rows(&self.db, &sql, [key(person), until(now)]).await?.iter().map(read).collect()
    }

    /// Forgets spreadsheets that were kept long enough, with their contents; returns how many.
    ///
    /// # Errors
    /// `Database`; `Files` when a content cannot be removed, which the next run does not try again.
    pub async fn forget_sheet_uploads(&self, now: Timestamp) -> Result<u64, StoreError> {
        let removed = sql::rows(&self.db, "DELETE FROM sheet_upload WHERE at <= $1 RETURNING hash", [until(now)]).await?;
        let hashes = hashes(&removed)?;
        if !hashes.is_empty() {
            self.forget_files(&hashes).await?;
        }
        Ok(hashes.len() as u64)
    }

    /// What is there of records by their keys; of keys that nothing has there is no entry.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn there(&self, keys: &[RecordKey]) -> Result<HashMap<RecordKey, There>, StoreError> {
        there(&self.db, keys).await
    }
}

impl Tx {
    /// Keeps a spreadsheet whose content is kept already. Of one person the last few are kept: returns the contents of those that went, to hand
    /// to [`Store::forget_files`] once this has taken effect.
    ///
    /// # Errors
    /// `Database`, also when there was never such a person.
    pub async fn add_sheet_upload(&self, upload: &SheetUpload) -> Result<Vec<BlobHash>, StoreError> {
        let sql = format!("INSERT INTO sheet_upload ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)");
        let values = [
            upload.id.to_string().into(),
            key(upload.person),
            upload.kind.map(|kind| kind.code().to_owned()).into(),
            upload.name.as_str().into(),
            upload.hash.as_str().into(),
            micros(upload.at),
        ];
        sql::execute(&self.db, &sql, values).await?;
        let sql = format!(
            "DELETE FROM sheet_upload WHERE person_id = $1 AND id NOT IN
             (SELECT id FROM sheet_upload WHERE person_id = $1 ORDER BY at DESC, id DESC LIMIT {MOST}) RETURNING hash"
        );
        hashes(&sql::rows(&self.db, &sql, [key(upload.person)]).await?)
    }

    /// What is there of records by their keys, as this transaction sees it; of keys that nothing has there is no entry.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn there(&self, keys: &[RecordKey]) -> Result<HashMap<RecordKey, There>, StoreError> {
        there(&self.db, keys).await
    }
}

fn until(now: Timestamp) -> sea_orm::Value {
    micros(Kept::SheetUpload.until(now))
}

fn read(row: &QueryResult) -> Result<SheetUpload, StoreError> {
    let row = Row::new("sheet_upload", "id", row);
    let kind: Option<String> = row.get("kind")?;
    Ok(SheetUpload {
        id: row.uuid("id")?,
        person: PersonId(row.uuid("person_id")?),
        kind: kind.map(|code| Kind::parse(&code).ok_or_else(|| row.corrupt("kind", code))).transpose()?,
        name: row.get("name")?,
        hash: row.code("hash", BlobHash::parse)?,
        at: row.time("at")?,
    })
}

fn hashes(rows: &[QueryResult]) -> Result<Vec<BlobHash>, StoreError> {
    let hash = |row: &QueryResult| Row::new("sheet_upload", "hash", row).code("hash", BlobHash::parse);
    rows.iter().map(hash).collect()
}

async fn there(db: &impl ConnectionTrait, keys: &[RecordKey]) -> Result<HashMap<RecordKey, There>, StoreError> {
    let mut found: HashMap<RecordKey, There> = HashMap::new();
    for &kind in Kind::ALL {
        let slugs: Vec<&str> = keys.iter().filter(|key| key.kind == kind).map(|key| key.slug.as_str()).collect();
        for part in slugs.chunks(500) {
            let records = row::Entity::find().filter(row::Column::Kind.eq(kind.code())).filter(row::Column::Slug.is_in(part.iter().copied()));
            for record in records.all(db).await? {
                let record = row::read(&record)?;
                let key = record.envelope.key.clone();
                found.entry(key).or_default().record = Some(record);
            }
            let open = DraftState::ALL.iter().filter(|state| state.is_open()).map(|state| state.code());
            let drafts = draft::Entity::find()
                .filter(draft::Column::Kind.eq(kind.code()))
                .filter(draft::Column::Slug.is_in(part.iter().copied()))
                .filter(draft::Column::State.is_in(open))
                .order_by_desc(draft::Column::TouchedAt)
                .order_by_desc(draft::Column::Id);
            for draft in read_all(db, drafts.all(db).await?).await? {
                if let Some(key) = draft.key() {
                    found.entry(key).or_default().drafts.push(draft);
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Beginning, NewDraft, Taking};
    use crate::testing::{add_person, on_both, organization, publish, signature};
    use ayni_domain::draft::{By, Step};
    use ayni_domain::snapshot::from_record;
    use ayni_domain::{LanguageTag, Slug};
    use bytes::Bytes;
    use jiff::{SignedDuration, ToSpan};

    fn now() -> Timestamp {
        signature().at
    }

    /// Brings a spreadsheet with a content, some minutes after the beginning.
    async fn bring(store: &Store, person: PersonId, content: &'static str, minutes: i64) -> SheetUpload {
        let hash = store.blobs().put(Bytes::from_static(content.as_bytes())).await.expect("put");
        let at = now() + minutes.minutes();
        let upload = SheetUpload { id: Uuid::now_v7(), person, kind: Some(Kind::Practice), name: "practices.csv".into(), hash, at };
        let tx = store.begin().await.expect("begin");
        let gone = tx.add_sheet_upload(&upload).await.expect("add");
        tx.commit().await.expect("commit");
        store.forget_files(&gone).await.expect("forget");
        upload
    }

    on_both!(the_last_few_are_kept_for_a_day, |store| {
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let theirs = bring(&store, bruno, "a", 0).await;
        let mut own = Vec::new();
        for (minutes, content) in (0..).zip(["a", "b", "c", "d", "e", "f"]) {
            own.push(bring(&store, amina, content, minutes).await);
        }
        let kept = store.sheet_uploads_of(amina, now() + 9.minutes()).await.expect("list");
        assert_eq!(kept.iter().map(|upload| upload.id).collect::<Vec<_>>(), own[1..].iter().rev().map(|upload| upload.id).collect::<Vec<_>>());
        assert_eq!(store.sheet_upload(own[0].id, now()).await.expect("find"), None);
        assert_eq!(store.sheet_upload(theirs.id, now()).await.expect("find"), Some(theirs.clone()));
        assert!(store.blobs().get(&theirs.hash).await.expect("get").is_some(), "somebody else has brought the same");

        let tomorrow = now() + SignedDuration::from_hours(24) + 1.minutes();
        assert_eq!(store.sheet_upload(own[1].id, tomorrow).await.expect("find"), None, "as good as gone before it is removed");
        assert_eq!(store.forget_sheet_uploads(tomorrow).await.expect("forget"), 2);
        assert_eq!(store.blobs().get(&own[1].hash).await.expect("get"), None);
        assert!(store.blobs().get(&own[2].hash).await.expect("get").is_some());
        assert_eq!(store.sheet_uploads_of(amina, tomorrow).await.expect("list").len(), 4);
    });

    on_both!(they_go_with_the_account_and_are_no_files_of_a_backup, |store| {
        let amina = add_person(&store, "amina").await.id;
        let upload = bring(&store, amina, "slug,title.en", 0).await;
        let data = serde_json::Value::Object(store.personal_data(amina, now()).await.expect("data"));
        assert_eq!(data.pointer("/spreadsheets/0/name"), Some(&"practices.csv".into()));
        assert_eq!(store.file_hashes().await.expect("hashes"), []);
        let tx = store.begin().await.expect("begin");
        let contents = tx.erase_person(amina, now()).await.expect("erase");
        tx.commit().await.expect("commit");
        assert_eq!(store.forget_files(&contents).await.expect("forget"), 1);
        assert_eq!((store.sheet_upload(upload.id, now()).await.expect("find"), store.blobs().get(&upload.hash).await.expect("get")), (None, None));
    });

    on_both!(what_is_there_of_a_record_is_the_record_and_its_open_drafts, |store| {
        let amina = add_person(&store, "amina").await.id;
        let ((union, body), (new, other)) = (organization("union", "Union"), organization("chamber", "Chamber"));
        publish(&store, &[(union.clone(), body.clone())]).await;
        let language = LanguageTag::parse("en").expect("a tag");
        let draft = |beginning| NewDraft { beginning, author: amina, organization: None, language: language.clone() };
        let tx = store.begin().await.expect("begin");
        let revision = tx.add_draft(draft(Beginning::Revision { key: union.clone(), body: None }), now()).await.expect("a draft");
        let laid_aside = tx.add_draft(draft(Beginning::Revision { key: union.clone(), body: None }), now()).await.expect("a draft");
        tx.take_step(laid_aside.id, &Taking::new(Step::Abandoned, By::Writer(amina), None), now()).await.expect("laid aside");
        let beginning = Beginning::New { kind: Kind::Organization, body: from_record(&other) };
        let begun = tx.add_draft(draft(beginning), now()).await.expect("a draft");
        assert!(!tx.there(std::slice::from_ref(&new)).await.expect("look").contains_key(&new));
        tx.want_slug(begun.id, &Slug::parse("chamber").expect("a slug")).await.expect("named");
        let keys = [union.clone(), new.clone(), RecordKey::parse("practice/union").expect("a key")];
        let there = tx.there(&keys).await.expect("look");
        tx.commit().await.expect("commit");
        assert_eq!(there.len(), 2);
        let of = |key: &RecordKey| (there[key].record.is_some(), there[key].drafts.iter().map(|draft| draft.id).collect::<Vec<_>>());
        assert_eq!((of(&union), of(&new)), ((true, vec![revision.id]), (false, vec![begun.id])));
        assert_eq!(there[&union].record.as_ref().expect("a record").body, body);

        let tx = store.begin().await.expect("begin");
        let handed_in = tx.take_step(begun.id, &Taking::new(Step::Submitted, By::Writer(amina), None), now()).await.expect("handed in");
        tx.commit().await.expect("commit");
        assert_eq!(handed_in.key(), Some(new), "a new record has the slug that was wanted for it");
    });
}

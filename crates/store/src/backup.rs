//! Backup and restore: everything that is kept, as one archive that either database can take back.
//!
//! A gzip-compressed tar file: `tables/{name}.jsonl` with a JSON array a row, read in one snapshot while others may write;
//! `files/{hash}`; and last `manifest.json` with counts and hashes. An archive without its manifest is not whole and is refused.

mod table;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbBackend, IsolationLevel, QueryResult, Statement, TransactionTrait, Value as SqlValue,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use self::table::{TABLES, Table, Type};
use crate::blob::BlobHash;
use crate::record::hex;
use crate::{Store, StoreError, sql};

const FORMAT: u64 = 1;
const PAGE: usize = 500;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Rows per table.
    pub rows: BTreeMap<String, u64>,
    /// Number of files.
    pub files: u64,
}

impl Table {
    /// Rows that are read or written together: few where one may hold a book.
    fn page(&self) -> usize {
        if self.name == "file_text" { 20 } else { PAGE }
    }
}

impl Store {
    /// Writes everything that is kept to an archive; the instance may go on working meanwhile.
    ///
    /// The archive appears under its name only when it is whole.
    ///
    /// # Errors
    /// `Io`, `Database`, `Files`; `Corrupt` when a file is not what its hash says.
    pub async fn backup(&self, to: &Path) -> Result<Summary, StoreError> {
        let part = to.with_extension("part");
        let file = File::create(&part).map_err(StoreError::io(&part))?;
        let mut archive = tar::Builder::new(GzEncoder::new(BufWriter::new(file), Compression::default()));
        archive.mode(tar::HeaderMode::Deterministic); // the same content gives the same bytes
        let summary = self.write_archive(&mut archive, &part).await?;
        let finish = || -> std::io::Result<()> {
            let file = archive.into_inner()?.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
            file.sync_all()?;
            std::fs::rename(&part, to)
        };
        finish().map_err(StoreError::io(to))?;
        Ok(summary)
    }

    async fn write_archive<W: Write>(&self, archive: &mut tar::Builder<W>, part: &Path) -> Result<Summary, StoreError> {
        let snapshot = match self.db.get_database_backend() {
            DbBackend::Postgres => self.db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?,
            _ => self.db.begin().await?, // a read transaction of SQLite in WAL mode is a snapshot
        };
        let (mut rows, mut hashes) = (BTreeMap::new(), BTreeMap::new());
        for table in TABLES {
            let rows_file = part.with_extension("rows");
            let (count, hash) = dump(&snapshot, table, &rows_file).await?;
            archive.append_path_with_name(&rows_file, format!("tables/{}.jsonl", table.name)).map_err(StoreError::io(part))?;
            std::fs::remove_file(&rows_file).map_err(StoreError::io(&rows_file))?;
            rows.insert(table.name.to_owned(), count);
            hashes.insert(table.name, hash);
        }
        let mut files = 0;
        for hash in self.file_hashes().await? {
            let content = self.blobs.get(&hash).await?.ok_or_else(|| StoreError::corrupt("file", "hash", hash.as_str(), "the content is missing"))?;
            append(archive, &format!("files/{}", hash.as_str()), &content).map_err(StoreError::io(part))?;
            files += 1;
        }
        snapshot.commit().await?;
        let manifest = json!({"format": FORMAT, "program": env!("CARGO_PKG_VERSION"), "rows": rows, "sha256": hashes, "files": files});
        append(archive, "manifest.json", manifest.to_string().as_bytes()).map_err(StoreError::io(part))?;
        Ok(Summary { rows, files })
    }

    /// Takes an archive back into an empty store; everything takes effect at once or not at all.
    ///
    /// # Errors
    /// `Backup` when the store is not empty or the archive is not whole; `Io`, `Database`, `Files`.
    pub async fn restore_backup(&self, from: &Path) -> Result<Summary, StoreError> {
        let people = sql::row(&self.db, "SELECT 1 FROM person LIMIT 1", []).await?;
        if self.position().await? != 0 || people.is_some() {
            return Err(StoreError::Backup("the store is not empty; restore into a new data folder or database".into()));
        }
        let tx = self.db.begin().await?;
        tx.execute_unprepared("DELETE FROM log_position").await?; // the archive brings its own row; the delete also keeps writers out
        let file = File::open(from).map_err(StoreError::io(from))?;
        let mut archive = tar::Archive::new(GzDecoder::new(BufReader::new(file)));
        let broken = |error: std::io::Error| StoreError::Backup(format!("{}: {error}", from.display()));
        let (mut rows, mut hashes, mut files, mut manifest) = (BTreeMap::new(), BTreeMap::new(), 0, None);
        for entry in archive.entries().map_err(broken)? {
            let mut entry = entry.map_err(broken)?;
            let name = entry.path().map_err(broken)?.to_string_lossy().into_owned();
            if let Some(table) = name.strip_prefix("tables/").and_then(|n| n.strip_suffix(".jsonl")) {
                let table = TABLES.iter().find(|t| t.name == table).ok_or_else(|| StoreError::Backup(format!("unknown table {table}")))?;
                let (count, hash) = load(&tx, table, &mut entry).await?;
                rows.insert(table.name.to_owned(), count);
                hashes.insert(table.name.to_owned(), hash);
            } else if let Some(hash) = name.strip_prefix("files/") {
                let mut content = Vec::new();
                entry.read_to_end(&mut content).map_err(broken)?;
                if self.blobs.put(content.into()).await?.as_str() != hash {
                    return Err(StoreError::Backup(format!("the file {hash} has another content")));
                }
                files += 1;
            } else if name == "manifest.json" {
                manifest = serde_json::from_reader::<_, Value>(&mut entry).ok();
            }
        }
        // The end of the compressed stream carries its checksum; only reading it to the end checks it.
        std::io::copy(&mut archive.into_inner(), &mut std::io::sink()).map_err(broken)?;
        let expected = json!({"rows": rows, "sha256": hashes, "files": files, "format": FORMAT});
        let manifest = manifest.ok_or_else(|| StoreError::Backup("the archive has no manifest: it is not whole".into()))?;
        if let Some(part) = ["format", "rows", "sha256", "files"].into_iter().find(|part| manifest[part] != expected[part]) {
            return Err(StoreError::Backup(format!("`{part}` of the manifest does not fit what the archive holds")));
        }
        tx.commit().await?;
        Ok(Summary { rows, files })
    }

    /// Files that records have but whose content is missing or changed.
    ///
    /// # Errors
    /// `Database`, `Files`.
    pub async fn broken_files(&self) -> Result<Vec<BlobHash>, StoreError> {
        let mut broken = Vec::new();
        for hash in self.file_hashes().await? {
            match self.blobs.get(&hash).await {
                Ok(Some(_)) => {}
                Ok(None) | Err(StoreError::Corrupt { .. }) => broken.push(hash),
                Err(error) => return Err(error),
            }
        }
        Ok(broken)
    }
}

fn append(archive: &mut tar::Builder<impl Write>, name: &str, content: &[u8]) -> std::io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(content.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    archive.append_data(&mut header, name, content)
}

/// Writes a table to a file; returns the number of rows and the hash of the file.
async fn dump(db: &DatabaseTransaction, table: &Table, to: &Path) -> Result<(u64, String), StoreError> {
    let mut file = BufWriter::new(File::create(to).map_err(StoreError::io(to))?);
    let (mut count, mut hash) = (0, Sha256::new());
    let mut last: Vec<SqlValue> = Vec::new();
    loop {
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), page_sql(table, !last.is_empty()), last.clone())).await?;
        for row in &rows {
            let values = table.columns.iter().map(|&(name, column)| cell(row, name, column)).collect::<Result<Vec<_>, _>>()?;
            let line = format!("{}\n", Value::from(values));
            hash.update(&line);
            file.write_all(line.as_bytes()).map_err(StoreError::io(to))?;
            count += 1;
        }
        let Some(row) = rows.last().filter(|_| rows.len() == table.page()) else { break };
        last = table.columns[..table.key]
            .iter()
            .map(|&(name, column)| cell(row, name, column).map(|v| sql_value(&v, column)))
            .collect::<Result<_, _>>()?;
    }
    file.flush().map_err(StoreError::io(to))?;
    Ok((count, hex(&hash.finalize())))
}

/// The next page of a table in the order of its key, after the row whose key is given as `$1`, `$2` …
fn page_sql(table: &Table, after: bool) -> String {
    let names = |columns: &[(&str, Type)]| columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let (all, key) = (names(table.columns), names(&table.columns[..table.key]));
    let marks = (1..=table.key).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let condition = if after { format!("WHERE ({key}) > ({marks}) ") } else { String::new() };
    format!("SELECT {all} FROM {} {condition}ORDER BY {key} LIMIT {}", table.name, table.page())
}

fn cell(row: &QueryResult, name: &str, column: Type) -> Result<Value, StoreError> {
    Ok(match column {
        Type::Text => row.try_get::<Option<String>>("", name)?.into(),
        Type::Int => row.try_get::<Option<i32>>("", name)?.into(),
        Type::BigInt => row.try_get::<Option<i64>>("", name)?.into(),
    })
}

fn sql_value(value: &Value, column: Type) -> SqlValue {
    match column {
        Type::Text => value.as_str().map(str::to_owned).into(),
        Type::Int => value.as_i64().and_then(|n| i32::try_from(n).ok()).into(),
        Type::BigInt => value.as_i64().into(),
    }
}

async fn load(db: &DatabaseTransaction, table: &Table, from: &mut impl Read) -> Result<(u64, String), StoreError> {
    let broken = |problem: String| StoreError::Backup(format!("table {}: {problem}", table.name));
    let (mut count, mut hash) = (0, Sha256::new());
    let (mut pending, mut width): (Vec<SqlValue>, usize) = (Vec::new(), table.columns.len());
    let mut reader = BufReader::new(from);
    let mut line = String::new();
    loop {
        line.clear();
        let end = reader.read_line(&mut line).map_err(|error| broken(error.to_string()))? == 0;
        if !end {
            hash.update(&line);
            let row: Vec<Value> = serde_json::from_str(&line).map_err(|error| broken(error.to_string()))?;
            if count == 0 {
                width = row.len().min(width);
            }
            if row.len() != width || width < table.key {
                return Err(broken(format!("row {} has {} columns", count + 1, row.len())));
            }
            pending.extend(row.iter().zip(table.columns).map(|(value, &(_, column))| sql_value(value, column)));
            count += 1;
        }
        if !pending.is_empty() && (end || pending.len() >= table.page() * width) {
            let sql = insert_sql(table, width, pending.len() / width);
            db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, std::mem::take(&mut pending))).await?;
        }
        if end {
            return Ok((count, hex(&hash.finalize())));
        }
    }
}

/// Inserts rows of the first `width` columns.
fn insert_sql(table: &Table, width: usize, rows: usize) -> String {
    let names = table.columns[..width].iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let row = |n: usize| format!("({})", (1..=width).map(|c| format!("${}", n * width + c)).collect::<Vec<_>>().join(", "));
    format!("INSERT INTO {} ({names}) VALUES {}", table.name, (0..rows).map(row).collect::<Vec<_>>().join(", "))
}

/// Every table with its columns, as the database has them.
#[cfg(test)]
pub(crate) async fn schema(store: &Store) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let sql = match store.db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
        }
        _ => "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'",
    };
    let mut schema: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in sql::rows(&store.db, sql, []).await? {
        schema.entry(row.try_get_by_index(0)?).or_default().push(row.try_get_by_index(1)?);
    }
    schema.retain(|table, _| !table.starts_with("seaql"));
    Ok(schema)
}

#[cfg(test)]
mod tests {
    use super::table::LEFT_OUT;
    use super::*;
    use crate::Tx;
    use crate::file::{FileText, Reading};
    use crate::testing::{TestStore, add_person, ask, on_both, organization, signature};
    use ayni_domain::mandate::{Capacity, Evidence, Mandate};
    use bytes::Bytes;
    use uuid::Uuid;

    on_both!(every_table_is_in_a_backup_or_left_out_on_purpose, |store| {
        let mut schema = schema(&store).await.expect("the schema");
        for table in LEFT_OUT {
            assert!(schema.remove(*table).is_some(), "{table}");
        }
        for table in TABLES {
            let mut columns: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
            let mut found = schema.remove(table.name).unwrap_or_default();
            columns.sort_unstable();
            found.sort_unstable();
            assert_eq!(columns, found, "{}", table.name);
        }
        assert_eq!(schema, BTreeMap::new());
    });

    async fn fill_notices(tx: &Tx) {
        use ayni_domain::notice::{Frequency, Notice, Preference, Topic};
        let (person, at) = (uuid::Uuid::from_u128(1), signature().at);
        for path in ["/desk", "/admin"] {
            let notice = Notice::new(person, Topic::Review, "notice-test", serde_json::Map::new(), path).expect("a notice");
            tx.add_notice(&notice, at).await.expect("notice");
        }
        tx.take_digest(person, Frequency::AtOnce, at).await.expect("mailed");
        tx.set_preference(person, Preference::new(Topic::Review, Frequency::Weekly).expect("a choice")).await.expect("preference");
        let mail = crate::outbox::NewMail {
            person: None,
            topic: Topic::SignIn,
            to: "a@example.com".into(),
            subject: "Ayni".into(),
            locale: ayni_domain::Locale::Ar,
            content: json!({}),
            unsubscribe_hash: Some([1; 32]),
        };
        tx.add_mail(&mail, at).await.expect("mail");
        tx.set_setting("name", &json!("Minga"), "operator", at).await.expect("setting");
    }

    async fn fill(store: &Store) {
        let batch: Vec<_> = (0..1_203).map(|n| organization(&format!("org-{n:04}"), "Ministério")).collect();
        let tx = store.begin().await.expect("begin");
        tx.save_all(&batch, &signature()).await.expect("save");
        tx.withdraw(&batch[3].0, "twice", &signature()).await.expect("withdraw");
        fill_notices(&tx).await;
        tx.commit().await.expect("commit");
        let file = store.attach(&batch[7].0, "a.pdf", Bytes::from_static(b"%PDF-1.4"), None, &signature()).await.expect("attach");
        let text = FileText { language: None, title: Some("A".into()), cut: true, text: "Um texto".into() };
        let reading = Reading { text: Some(text), pages: Some(3), picture: Some(Bytes::from_static(b"\x89PNG\r\n\x1a\n")) };
        store.note_reading(&file.hash, reading, signature().at).await.expect("note");
        let letter = store.blobs().put(Bytes::from_static(b"%PDF-1.4 letter")).await.expect("put");
        let asked = ask(add_person(store, "amina").await.id, "org-0001", Capacity::FocalPoint, signature().at);
        let asked = Mandate { evidence: Evidence { file: Some(letter.as_str().to_owned()), ..asked.evidence }, ..asked };
        let tx = store.begin().await.expect("begin");
        tx.add_mandate(&asked).await.expect("ask");
        tx.set_password(asked.person, "$argon2id$", signature().at).await.expect("password");
        tx.commit().await.expect("commit");
    }

    on_both!(a_backup_taken_back_is_the_same_store, |store| {
        fill(&store).await;
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = (folder.path().join("first.ayni"), folder.path().join("second.ayni"));
        let written = store.backup(&first).await.expect("backup");
        assert_eq!((written.rows["record"], written.rows["revision"], written.files), (1_203, 1_204, 3));
        for (table, rows) in [("notice", 2), ("notice_preference", 1), ("outbox", 1), ("audit", 2), ("setting", 1)] {
            assert_eq!(written.rows[table], rows, "{table}");
        }
        assert!(matches!(store.restore_backup(&first).await, Err(StoreError::Backup(_))), "only an empty store takes a backup");

        let fresh = TestStore::sqlite().await;
        assert_eq!(fresh.store.restore_backup(&first).await.expect("restore"), written);
        fresh.store.backup(&second).await.expect("backup");
        assert!(std::fs::read(first).expect("read") == std::fs::read(second).expect("read"), "the archives are the same");
        assert_eq!(fresh.store.position().await.expect("position"), store.position().await.expect("position"));
        assert_eq!(fresh.store.broken_files().await.expect("files"), []);
        assert_eq!(fresh.store.people(None, 9).await.expect("people"), store.people(None, 9).await.expect("people"));
        assert_eq!(fresh.store.waiting_mandates(9).await.expect("mandates"), store.waiting_mandates(9).await.expect("mandates"));
    });

    on_both!(a_store_with_people_takes_no_backup, |store| {
        let (folder, fresh) = (tempfile::tempdir().expect("a folder"), TestStore::sqlite().await);
        let archive = folder.path().join("empty.ayni");
        fresh.store.backup(&archive).await.expect("backup");
        add_person(&store, "amina").await;
        assert!(matches!(store.restore_backup(&archive).await, Err(StoreError::Backup(_))));
    });

    on_both!(an_archive_from_before_a_column_was_added_can_be_taken_back, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let body = Value::Object(body.to_json(&key)).to_string();
        let row = json!([Uuid::nil().to_string(), "organization", "cplp", 1, "published", null, "secretariat", 0, 0, "2030-01-01", "", body]);
        let tx = store.db.begin().await.expect("begin");
        let lines = format!("{row}\n{}\n", row.to_string().replacen("cplp", "g7", 1).replacen("0000", "1111", 1));
        let (count, _) = load(&tx, &TABLES[0], &mut lines.as_bytes()).await.expect("load");
        assert_eq!(count, 2);
        for short in ["[]\n", "[\"a\"]\n[\"b\",\"c\"]\n"] {
            assert!(matches!(load(&tx, &TABLES[0], &mut short.as_bytes()).await, Err(StoreError::Backup(_))), "{short}");
        }
        tx.commit().await.expect("commit");
        let envelope = &store.find(&key).await.expect("find").expect("there").envelope;
        assert_eq!((envelope.light, envelope.contested), (ayni_domain::Light::Green, false));
    });

    #[tokio::test]
    async fn a_damaged_archive_changes_nothing() {
        let test = TestStore::sqlite().await;
        fill(&test.store).await;
        let path = test.folder.path().join("backup.ayni");
        test.store.backup(&path).await.expect("backup");
        let whole = std::fs::read(&path).expect("read");
        for cut in [0, 10, whole.len() / 2, whole.len() - 9] {
            std::fs::write(&path, &whole[..cut]).expect("write");
            let fresh = TestStore::sqlite().await;
            assert!(fresh.store.restore_backup(&path).await.is_err(), "cut at {cut}");
            assert_eq!(fresh.store.page(None, None, 1).await.expect("page"), [], "cut at {cut}");
        }
    }
}

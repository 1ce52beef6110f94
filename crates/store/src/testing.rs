//! A store on a fresh database, for tests; every store test runs on SQLite and on PostgreSQL.

use ayni_domain::mandate::{Capacity, Evidence, Mandate, Request};
use ayni_domain::record::read_line;
use ayni_domain::{Body, EmailAddress, Handle, Locale, Person, PersonId, RecordKey, Slug};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use uuid::Uuid;

use crate::revision::Signature;
use crate::{Blobs, Database, Store};

/// Environment variable with the address of a PostgreSQL server whose user may make databases.
pub const POSTGRES: &str = "AYNI_TEST_POSTGRES";

/// A store that goes away with its folder.
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its folder.
    pub folder: TempDir,
}

impl TestStore {
    /// A fresh store on a SQLite file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = Database::Sqlite(folder.path().join("ayni.db"));
        Self::open(folder, &database).await
    }

    /// A fresh store on a new PostgreSQL database; `None`, with a printed line, where no server is named.
    pub async fn postgres() -> Option<Self> {
        let Some(address) = postgres_database().await else {
            println!("{POSTGRES} is not set: nothing was tested on PostgreSQL");
            return None;
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        Some(Self::open(folder, &Database::Postgres(address)).await)
    }

    async fn open(folder: TempDir, database: &Database) -> Self {
        let blobs = Blobs::folder(&folder.path().join("files")).expect("a folder for files");
        let store = Store::open(database, blobs).await.expect("the store opens");
        Self { store, folder }
    }
}

/// Makes a new PostgreSQL database on the server of [`POSTGRES`], and returns its address; `None` where no server is named.
pub async fn postgres_database() -> Option<String> {
    let server = std::env::var(POSTGRES).ok()?;
    let name = format!("ayni_{}", Uuid::now_v7().simple());
    let admin = sea_orm::Database::connect(&server).await.expect("the test server answers");
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database can be made");
    admin.close().await.expect("the connection can be closed");
    let (base, _) = server.rsplit_once('/').expect("an address with a database name");
    Some(format!("{base}/{name}"))
}

/// Defines a test that runs on SQLite and on PostgreSQL; the body sees a fresh `store`.
#[macro_export]
macro_rules! on_both {
    ($name:ident, |$store:ident| $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($store: $crate::Store) {
                $body
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let test = $crate::testing::TestStore::sqlite().await;
                body(test.store.clone()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(test) = $crate::testing::TestStore::postgres().await {
                    body(test.store.clone()).await;
                }
            }
        }
    };
}
pub use on_both;

/// A fixed signature.
#[must_use]
pub fn signature() -> Signature {
    let at = Timestamp::from_second(1_700_000_000).expect("a time");
    Signature { author: "test".into(), reviewer: "reviewer".into(), note: None, at }
}

/// Saves and publishes records in a transaction of their own, signed by [`signature`].
pub async fn publish(store: &Store, records: &[(RecordKey, Body)]) {
    let tx = store.begin().await.expect("a transaction");
    tx.save_all(records, &signature()).await.expect("the records are saved");
    tx.commit().await.expect("the transaction is committed");
}

/// A small valid organization.
#[must_use]
pub fn organization(slug: &str, name: &str) -> (RecordKey, Body) {
    let value = serde_json::json!({
        "kind": "organization", "slug": slug, "title": {"en": name}, "name": {"en": name}, "summary": {"en": "A test."},
        "constituency": "igo", "themes": ["skills"], "sources": [{"url": "https://example.org/", "title": "Source"}],
    });
    read_line(&value.to_string()).expect("a valid record")
}

/// Somebody new with this handle, and a mail address at `example.org`.
#[must_use]
pub fn person(handle: &str) -> Person {
    let email = EmailAddress::parse(&format!("{handle}@example.org")).expect("an address");
    Person::new(PersonId(Uuid::now_v7()), Handle::parse(handle).expect("a handle"), Some(email), Locale::En, signature().at)
}

/// Keeps somebody new with this handle.
pub async fn add_person(store: &Store, handle: &str) -> Person {
    let person = person(handle);
    let tx = store.begin().await.expect("begin");
    tx.add_person(&person).await.expect("add");
    tx.commit().await.expect("commit");
    person
}

/// A request for a mandate.
#[must_use]
pub fn ask(person: PersonId, organization: &str, capacity: Capacity, now: Timestamp) -> Mandate {
    let evidence = Evidence { text: "The letter says so.".into(), file: None, mail_domain_fits: false };
    let organization = Slug::parse(organization).expect("a slug");
    Mandate::ask(Request { id: Uuid::now_v7(), person, organization, capacity, evidence }, now).expect("a request")
}

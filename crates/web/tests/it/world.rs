//! A world to test in: an instance asked through its router, with records that went through the store.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body as RequestBody, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use ayni_domain::record::{read_line, read_record};
use ayni_domain::{Body, Kind, Locale, RecordKey};
use ayni_mail::{Folder, Mailbox, Memory, Transport};
use ayni_search::Index;
use ayni_store::testing::{publish, signature};
use ayni_store::{Blobs, Database, Store};
use ayni_translator::{Double, Translator};
use ayni_web::{Clock, OpenId, Outgoing, Settings, Site};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Largest file that every instance here takes.
pub const LARGEST_FILE: u64 = 300_000;
/// Public address of every instance here.
pub const BASE: &str = "https://ayni.example";

/// An instance whose index goes away with it.
pub struct TestSite {
    pub site: Site,
    pub store: Store,
    /// Puts the time of the site forward.
    pub clock: Clock,
    /// Mails that left.
    pub mails: Memory,
    /// Stands in for a translation server.
    pub translator: Double,
    router: Router,
    _folder: TempDir,
}

/// What the router answered.
#[derive(Debug)]
pub struct Answer {
    pub asked: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl TestSite {
    /// An instance on a store to which these records are published.
    pub async fn new(store: Store, records: &[(RecordKey, Body)]) -> Self {
        Self::in_folder(tempfile::tempdir().expect("a temporary folder"), store, records, true).await
    }

    async fn in_folder(folder: TempDir, store: Store, records: &[(RecordKey, Body)], behind_proxy: bool) -> Self {
        Self::sending(folder, store, records, (behind_proxy, None), |mails, _| Transport::Memory(mails.clone())).await
    }

    /// An instance without a mail server: its mails are files in the folder `mail` of its own folder.
    pub async fn filing(store: Store) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::sending(folder, store, &[], (true, None), |_, folder| Transport::Folder(Folder::new(folder.join("mail")))).await
    }

    /// An instance with a few records, at which one can sign in by an identity provider.
    pub async fn with_provider(store: Store, openid: OpenId) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::sending(folder, store, &few(), (true, Some(openid)), |mails, _| Transport::Memory(mails.clone())).await
    }

    async fn sending(
        folder: TempDir,
        store: Store,
        records: &[(RecordKey, Body)],
        (behind_proxy, openid): (bool, Option<OpenId>),
        by: impl FnOnce(&Memory, &Path) -> Transport,
    ) -> Self {
        publish(&store, records).await;
        let index = Arc::new(Index::open(&folder.path().join("index"), None).expect("an index"));
        let (clock, mails, translator) = (Clock::default(), Memory::default(), Double::default());
        let transport = by(&mails, folder.path());
        let from = Mailbox::parse("Ayni <ayni@example.org>").expect("a sender");
        let settings = Settings {
            name: "Ayni".into(),
            base_url: BASE.into(),
            contact: Some("ayni@example.org".into()),
            mail: Outgoing { transport, from },
            translator: Translator::double(translator.clone()),
            clock: clock.clone(),
            behind_proxy,
            largest_file: LARGEST_FILE,
            openid,
        };
        let site = Site::new(store.clone(), index, settings).await.expect("the site starts");
        Self { router: ayni_web::router(site.clone()), site, store, clock, mails, translator, _folder: folder }
    }

    pub async fn ask(&self, request: Request<RequestBody>) -> Answer {
        let asked = format!("{} {}", request.method(), request.uri());
        let (parts, body) = self.router.clone().oneshot(request).await.expect("an answer").into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Answer { asked, status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask(request(Method::GET, path, headers, "")).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask(request(Method::POST, path, &[("content-type", "application/json")], body.to_string())).await
    }

    /// Sends a form.
    pub async fn send(&self, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let form = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        let headers: Vec<(&str, &str)> =
            form.into_iter().filter(|(name, _)| !headers.iter().any(|(own, _)| own == name)).chain(headers.iter().copied()).collect();
        self.ask(request(Method::POST, path, &headers, body.join("&"))).await
    }

    /// Sends the mails that wait.
    pub async fn deliver(&self) {
        self.site.deliver().await.expect("mails leave");
    }

    /// Publishes or revises records, and lets the site follow.
    pub async fn save(&self, records: &[(RecordKey, Body)]) {
        publish(&self.store, records).await;
        self.site.follow().await.expect("the site follows");
    }

    pub async fn withdraw(&self, key: &RecordKey, reason: &str) {
        let tx = self.store.begin().await.expect("a transaction");
        tx.withdraw(key, reason, &signature()).await.expect("withdrawn");
        tx.commit().await.expect("committed");
        self.site.follow().await.expect("the site follows");
    }

    pub async fn restore(&self, key: &RecordKey) {
        let tx = self.store.begin().await.expect("a transaction");
        tx.restore(key, &signature()).await.expect("restored");
        tx.commit().await.expect("committed");
        self.site.follow().await.expect("the site follows");
    }
}

/// An instance of its own with a few records, behind a proxy.
pub async fn fresh() -> TestSite {
    begun(true).await
}

/// An instance of its own with a few records, at which requests come as they are sent.
pub async fn without_proxy() -> TestSite {
    begun(false).await
}

async fn begun(behind_proxy: bool) -> TestSite {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let blobs = Blobs::folder(&folder.path().join("files")).expect("a folder for files");
    let store = Store::open(&Database::Sqlite(folder.path().join("ayni.db")), blobs).await.expect("the store opens");
    TestSite::in_folder(folder, store, &few(), behind_proxy).await
}

/// A request; its path may be any that HTTP allows.
pub fn request(method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<RequestBody>) -> Request<RequestBody> {
    let request = Request::builder().method(method).uri(path);
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).body(body.into()).expect("a request")
}

impl Answer {
    /// Asserts the status, and shows what was asked when it is another.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text().chars().take(400).collect::<String>());
        self
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}", self.asked))
    }

    /// A header, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }

    /// The cookie of a name that it sets, as the browser sends it back.
    pub fn cookie(&self, name: &str) -> String {
        let all: Vec<&str> = self.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().expect("text")).collect();
        let own = all.iter().find(|own| own.split('=').next() == Some(name));
        let own = own.unwrap_or_else(|| panic!("{} sets no cookie {name}: {all:?}", self.asked));
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(own.contains(part), "{own}");
        }
        own.split(';').next().expect("a pair").to_owned()
    }

    pub fn location(&self) -> &str {
        self.header(header::LOCATION.as_str())
    }
}

/// The lines of the starter corpus, each with its key.
pub static LINES: LazyLock<Vec<(RecordKey, Value)>> = LazyLock::new(|| {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let read = |kind: &Kind| std::fs::read_to_string(corpus.join(format!("{}.jsonl", kind.plural()))).expect("a corpus file");
    let line = |line: &str| (read_line(line).expect("a valid line").0, serde_json::from_str(line).expect("JSON"));
    Kind::ALL.iter().flat_map(|kind| read(kind).lines().map(line).collect::<Vec<_>>()).collect()
});

/// Records of the corpus that a condition holds for.
pub fn records(wanted: impl Fn(&RecordKey) -> bool) -> Vec<(RecordKey, Body)> {
    LINES.iter().filter(|(key, _)| wanted(key)).map(|(_, line)| record(line)).collect()
}

/// A record from its JSON.
pub fn record(line: &Value) -> (RecordKey, Body) {
    read_record(line.as_object().expect("an object")).expect("a valid record")
}

/// The key `kind/slug`.
pub fn key(text: &str) -> RecordKey {
    RecordKey::parse(text).expect("a key")
}

/// A small practice in English with these fields beside or instead of its own.
pub fn practice(slug: &str, title: &str, fields: Value) -> (RecordKey, Body) {
    let mut line = json!({
        "kind": "practice", "slug": slug, "title": {"en": title}, "summary": {"en": "What a test tells of it."},
        "modality": ["south_south"], "themes": ["skills"], "sdgs": ["8"], "countries": ["BR", "MZ"],
        "countries_by_role": {"provider": ["BR"], "recipient": ["MZ"]},
        "period": {"start": "2025-06"},
        "challenge": {"en": "Few have learned a trade."}, "approach": {"en": "They learn it from each other."},
        "partners": [{"name": "SENAI", "country": "BR", "constituency": "employers", "role": "provider"},
                     {"name": "INEFP", "country": "MZ", "constituency": "government", "role": "recipient"}],
        "sources": [{"url": "https://example.org/", "title": "Source"}],
    });
    if let (Some(own), Value::Object(fields)) = (line.as_object_mut(), fields) {
        own.extend(fields);
    }
    record(&line)
}

/// One record of each kind, a grouping among them, and two practices of which one was adapted from the other.
pub fn few() -> Vec<(RecordKey, Body)> {
    let mut few: Vec<_> = Kind::ALL.iter().filter_map(|kind| LINES.iter().find(|(key, _)| key.kind == *kind)).map(|(_, line)| record(line)).collect();
    few.extend(records(|own| *own == key("grouping/brics")));
    few.push(practice("learning-the-trade", "Learning the trade", json!({})));
    few.push(practice("learning-the-trade-again", "Learning the trade again", json!({"adapted_from": ["practice/learning-the-trade"]})));
    few
}

/// Address of a record's page.
pub fn page_of(locale: Locale, key: &RecordKey) -> String {
    format!("/{locale}/{}/{}", key.kind.path(), key.slug)
}

/// Address of a record in the API.
pub fn api_of(key: &RecordKey) -> String {
    format!("/api/v1/{}/{}", key.kind.plural(), key.slug)
}

/// One runtime for all tests of a process: connections of the shared store live in it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// The whole corpus, built once for all tests that only read.
static CORPUS: LazyLock<TestSite> = LazyLock::new(|| {
    let folder = shared_folder();
    RUNTIME.block_on(async {
        let blobs = Blobs::folder(&folder.path().join("files")).expect("a folder for files");
        let store = Store::open(&Database::Sqlite(folder.path().join("ayni.db")), blobs).await.expect("the store opens");
        TestSite::in_folder(folder, store, &records(|_| true), true).await
    })
});

/// A folder that nobody drops at the end of the process: those of earlier runs are removed here.
fn shared_folder() -> TempDir {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let is_old =
        |entry: &std::fs::DirEntry| entry.metadata().and_then(|m| m.modified()).is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 900));
    for entry in std::fs::read_dir(all).expect("the folder of tests").flatten().filter(is_old) {
        if entry.file_name().to_string_lossy().starts_with("corpus-") {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
    tempfile::Builder::new().prefix("corpus-").tempdir_in(all).expect("a temporary folder")
}

/// Runs a test that only reads, on the instance with the whole corpus.
pub fn on_corpus<T>(test: impl AsyncFnOnce(&'static TestSite) -> T) -> T {
    let site: &'static TestSite = &CORPUS;
    RUNTIME.block_on(test(site))
}

/// A text as forms and addresses carry it.
pub fn encode(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

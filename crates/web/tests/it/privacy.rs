//! Nothing personal is public: whatever people told of themselves to nobody or to members stands on no public page, in no feed, index, change log
//! or log of the server, however much they took part.

use std::collections::{BTreeSet, VecDeque};
use std::io::Write;
use std::sync::{LazyLock, Mutex};

use ayni_domain::mandate::{Capacity, MandateState};
use ayni_domain::role::{Role, Roles};
use ayni_store::testing::{TestStore, ask, organization};
use serde_json::{Value, json};
use tracing_subscriber::EnvFilter;

use crate::data::{give_roles, member, publish, sign_in, tell_of};
use crate::world::{TestSite, api_of, encode, practice};

/// Words that stand in all that is told of oneself, in addresses, evidence and reports; and handles.
const CLOSED: [&str; 4] = ["zuleika", "quispe", "zq7", "vq8"];
/// The most pages that are walked; more would mean that the walk has no end.
const MOST: usize = 3_000;

/// Lines of the server's log that say something closed.
static SAID: LazyLock<Mutex<Vec<String>>> = LazyLock::new(Mutex::default);

/// Takes the lines that say something closed; all tests of this process log here, and their people have other names.
#[derive(Clone, Copy)]
struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let line = String::from_utf8_lossy(bytes).to_lowercase();
        if CLOSED.iter().chain(&["canary"]).any(|word| line.contains(word)) {
            SAID.lock().expect("the log").push(line);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn listen() {
    let filter = EnvFilter::new("info,ayni_web=trace,ayni_store=trace,ayni_mail=trace,ayni_search=debug,sqlx=debug,sea_orm=debug");
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(|| Log).finish();
    tracing::subscriber::set_global_default(subscriber).expect("nobody else listens");
}

fn must_be_silent(place: &str, text: &str) {
    let text = text.to_lowercase();
    for word in CLOSED {
        let found = text.find(word).map(|at| text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect::<String>());
        assert_eq!(found, None, "{place} says {word:?}");
    }
}

/// Two people with closed profiles who do everything that members do.
async fn take_part(site: &TestSite) -> String {
    let ((author, own), (reviewer, _)) = (member(site, "zq7").await, member(site, "vq8").await);
    for person in [&author, &reviewer] {
        let field = |visibility: &str| json!({"value": "Zuleika Quispe", "visibility": visibility});
        tell_of(site, person, json!({"name": field("members"), "affiliation": field("nobody"), "about": field("members")})).await;
    }
    let (mail, now) = (ayni_domain::EmailAddress::parse("zuleika.quispe@example.org").expect("an address"), site.clock.now());
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_email(author.id, &mail).await.expect("an address");
    let asked = ask(author.id, "senai", Capacity::FocalPoint, now);
    let asked = ayni_domain::mandate::Mandate {
        evidence: ayni_domain::mandate::Evidence { text: "Zuleika Quispe writes.".into(), ..asked.evidence.clone() },
        ..asked
    };
    tx.add_mandate(&asked).await.expect("asked");
    tx.save_mandate(&asked.accept(reviewer.id, "Welcome, Zuleika.", now).expect("accepted"), MandateState::Requested).await.expect("accepted");
    tx.commit().await.expect("committed");
    let record = publish(site, &author, &reviewer, "Weaving together").await;

    // Signing in, an unknown address, a report, an objection, drafts, a refused form.
    for address in ["zuleika.quispe@example.org", "quispe@elsewhere.example", "zuleika quispe"] {
        site.send("/en/sign-in", &[], &[("email", address)]).await;
    }
    let report = [("about", "practice/learning"), ("text", "It ended, says Zuleika."), ("address", "quispe@elsewhere.example")];
    site.send("/en/report", &[], &report).await.expect(303);
    let object = [("organization", "senai"), ("ground", "wrong"), ("reason", "The year is another.")];
    site.send("/en/practices/learning/objection", &[("cookie", &own)], &object).await.expect(303);
    site.send("/en/account", &[("cookie", &own)], &[("handle", "zq7"), ("name", &"Zuleika ".repeat(90))]).await.expect(422);
    for path in ["/en/desk", "/en/account", "/en/account/data", "/en/notices", "/en/people/vq8", "/en/people/zuleika", "/en/drafts"] {
        site.get_with(path, &[("cookie", &own)]).await;
    }
    give_roles(site, &reviewer, Roles::NONE.with(Role::Administrator)).await;
    let admin = sign_in(site, &reviewer).await;
    for path in ["/en/people", "/en/mandates", "/en/reports", "/en/objections"] {
        site.get_with(path, &[("cookie", &admin)]).await.expect(200);
    }
    site.site.follow().await.expect("the site follows");
    ayni_web::run_jobs(&site.site).await;
    site.deliver().await;
    record
}

/// Addresses in a page or feed that lead on within the site, without what was asked there.
fn leads_to(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for begin in ["href=\"", "src=\"", "action=\"", "<loc>"] {
        for part in text.split(begin).skip(1) {
            let address = part.split(['"', '<']).next().unwrap_or_default();
            let path = address.strip_prefix(crate::world::BASE).unwrap_or(address).split(['#', '?']).next().unwrap_or_default();
            found.push(path.to_owned());
        }
    }
    found.retain(|path| ["/en/", "/feeds/en", "/sitemap", "/files/"].iter().any(|start| path.starts_with(start)));
    found
}

/// Asks for all that a visitor finds, from these addresses on; returns how many there were.
async fn walk(site: &TestSite, starts: Vec<String>) -> usize {
    let (mut waiting, mut known) = (VecDeque::from(starts), BTreeSet::new());
    while let Some(path) = waiting.pop_front() {
        if !known.insert(path.clone()) {
            continue;
        }
        assert!(known.len() < MOST, "there is no end of pages");
        let answer = site.get(&path).await;
        let text = String::from_utf8_lossy(&answer.body);
        let asked = path.rsplit('/').next().filter(|part| !part.is_empty()).unwrap_or("/");
        must_be_silent(&path, &text.replace(asked, "")); // a page of nothing repeats what its reader asked for
        must_be_silent(&path, &format!("{:?}", answer.headers));
        waiting.extend(leads_to(&text));
    }
    known.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_people_keep_closed_is_public_nowhere() {
    listen();
    let test = TestStore::sqlite().await;
    let records = [practice("learning", "SENAI learns", json!({})), organization("senai", "SENAI")];
    let site = TestSite::new(test.store.clone(), &records).await;
    let record = take_part(&site).await;

    let mut starts: Vec<String> = ["/en/", "/sitemap.xml", "/robots.txt", "/feeds/en/all.atom", "/api/v1/openapi.json"].map(str::to_owned).into();
    for page in [record.as_str(), "/en/practices/learning", "/en/organizations/senai"] {
        starts.extend(["", "/history", ".bib", ".ris", ".csl.json"].map(|end| format!("{page}{end}")));
    }
    starts.extend(records.iter().map(|(key, _)| api_of(key)));
    for word in ["Zuleika Quispe", "zuleika.quispe@example.org", "Weaving"] {
        let query = encode(word);
        let found = site.get(&format!("/api/v1/search?q={query}")).await.expect(200).json();
        let titles = found["items"].as_array().expect("items").iter().map(|item| item["title"].to_string()).collect::<String>();
        must_be_silent("the index", &titles);
        assert_eq!(found["total"] != json!(0) && titles.contains("Weaving"), word == "Weaving", "{found}");
        site.get(&format!("/en/search?q={query}")).await.expect(200);
    }
    let matched = site.post("/api/v1/match", &json!({"text": "weaving", "lang": "en"})).await.expect(200);
    must_be_silent("matching", matched.text());
    starts.extend(["zq7", "vq8"].map(|handle| format!("/en/people/{handle}")));
    let walked = walk(&site, starts).await;
    assert!(walked > 200, "{walked} pages");

    let log = site.store.changes_since(0, 1_000).await.expect("the change log");
    assert!(log.len() > 3);
    must_be_silent("the change log", &format!("{log:?}"));
    must_be_silent("the jobs", &format!("{:?}", site.store.jobs().await.expect("jobs")));
    must_be_silent("the audit log", &format!("{:?}", site.store.audit(None, 100).await.expect("audit")));
    for (key, _) in &records {
        let revisions: Vec<Value> =
            site.store.revisions(key).await.expect("revisions").iter().map(|own| json!(format!("{:?}", own.signature))).collect();
        must_be_silent("the revisions", &json!(revisions).to_string());
    }
    tracing::info!("canary");
    let said = SAID.lock().expect("the log").clone();
    assert!(said.len() == 1 && said[0].contains("canary"), "the log says: {said:#?}");
}

//! Those who work: accounts with a session and a draft each, put into the store before the server starts.

use std::path::Path;

use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{EmailAddress, Handle, Kind, Locale, Person, PersonId};
use ayni_store::draft::{Beginning, NewDraft};
use ayni_store::{Blobs, Database, Secret, Store, StoreError};
use jiff::Timestamp;
use serde_json::Map;
use tokio::runtime::Runtime;
use uuid::Uuid;

/// Every so manieth member is a reviewer.
const REVIEWERS: usize = 20;

/// Somebody signed in.
pub struct Member {
    /// The session cookie as a browser sends it.
    pub cookie: String,
    /// The draft that they write first.
    pub draft: String,
    /// Whether they review what others hand in.
    pub reviews: bool,
}

/// A runtime for what asks the store.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap_or_else(|error| panic!("{error}"))
}

/// Makes as many members as wanted in a new store.
pub fn make(database: &Database, files: &Path, count: usize) -> Vec<Member> {
    let made = runtime().block_on(async {
        let store = Store::open(database, Blobs::folder(files)?).await?;
        let mut members = Vec::with_capacity(count);
        for number in 0..count {
            members.push(member(&store, number).await?);
        }
        store.close().await?;
        Ok::<_, StoreError>(members)
    });
    made.unwrap_or_else(|error| panic!("members: {error}"))
}

async fn member(store: &Store, number: usize) -> Result<Member, StoreError> {
    let (now, reviews) = (Timestamp::now(), number % REVIEWERS == REVIEWERS - 1);
    let handle = Handle::parse(&format!("worker-{number}")).unwrap_or_else(|error| panic!("{error}"));
    let email = EmailAddress::parse(&format!("worker-{number}@example.org")).unwrap_or_else(|error| panic!("{error}"));
    let roles = if reviews { Roles::NONE.with(Role::Reviewer) } else { Roles::NONE };
    let person = Person { roles, ..Person::new(PersonId(Uuid::now_v7()), handle, Some(email), Locale::En, now) };
    let beginning = Beginning::New { kind: Kind::Practice, body: Map::new() };
    let tx = store.begin().await?;
    tx.add_person(&person).await?;
    let draft = tx.add_draft(NewDraft { beginning, author: person.id, organization: None, language: Locale::En.tag() }, now).await?;
    tx.commit().await?;
    let secret = Secret::random()?;
    store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await?;
    Ok(Member { cookie: format!("ayni={secret}"), draft: format!("/en/drafts/{}", draft.id), reviews })
}

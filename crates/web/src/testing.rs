//! What tests of this crate start with: an instance without records, whose mails stay in memory.

use std::sync::Arc;

use ayni_mail::{Mailbox, Memory, Transport};
use ayni_search::Index;
use ayni_store::testing::TestStore;
use ayni_translator::Translator;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::mail::Outgoing;
use crate::site::{Settings, Site};

/// What the operator of such an instance sets.
pub(crate) fn settings() -> Settings {
    Settings {
        name: "Ayni".into(),
        base_url: "https://ayni.example".into(),
        contact: None,
        mail: Outgoing { transport: Transport::Memory(Memory::default()), from: Mailbox::parse("ayni@example.org").expect("a sender") },
        translator: Translator::none(),
        clock: Clock::default(),
        largest_file: 1_000_000,
        behind_proxy: false,
        openid: None,
    }
}

/// An instance on a store of its own, and what it lives in.
pub(crate) async fn site(settings: Settings) -> (Site, TempDir, TestStore) {
    let test = TestStore::sqlite().await;
    let (site, folder) = site_on(&test, settings).await;
    (site, folder, test)
}

/// An instance on a store, and the folder of its index.
pub(crate) async fn site_on(test: &TestStore, settings: Settings) -> (Site, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let index = Arc::new(Index::open(&folder.path().join("index"), None).expect("an index"));
    (Site::new(test.store.clone(), index, settings).await.expect("the site starts"), folder)
}

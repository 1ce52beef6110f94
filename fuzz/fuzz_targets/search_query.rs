//! Fuzzes questions, and addresses of the next page.

#![no_main]

use std::sync::LazyLock;

use ayni_search::{Index, Request};
use libfuzzer_sys::fuzz_target;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::in_memory(None).expect("an index"));

fuzz_target!(|text: &str| {
    let _ = INDEX.understand_query(text, None);
    let _ = INDEX.search(&Request { query: text, limit: 5, facets: true, ..Request::default() }).expect("every question has an answer");
});

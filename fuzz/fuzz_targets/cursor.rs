//! Fuzzes addresses of the next page of a list.

#![no_main]

use std::sync::LazyLock;

use ayni_search::{Index, Request};
use libfuzzer_sys::fuzz_target;

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::in_memory(None).expect("an index"));

fuzz_target!(|text: &str| {
    let _ = INDEX.search(&Request { cursor: Some(text), limit: 5, ..Request::default() });
});

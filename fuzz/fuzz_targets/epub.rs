//! Fuzzes books.

#![no_main]

use ayni_domain::FileType;
use ayni_formats::document::{Limits, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = extract(bytes, FileType::Epub, &Limits::default());
});

//! Fuzzes the first bytes and names of uploaded files.

#![no_main]

use ayni_domain::file::{safe_name, sniff};
use ayni_formats::document::link::media_link;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let name = String::from_utf8_lossy(bytes);
    if let Some(file_type) = sniff(bytes) {
        assert!(!safe_name(&name, file_type).contains(['/', '\\']));
    }
    let _ = media_link(&name);
});

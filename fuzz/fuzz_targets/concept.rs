//! Fuzzes lines of the concept table.

#![no_main]

use ayni_domain::concept::Concept;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Concept::parse(text);
});

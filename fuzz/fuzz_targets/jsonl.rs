//! Fuzzes lines of records.

#![no_main]

use ayni_formats::jsonl;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for line in jsonl::read(bytes, "fuzz") {
        let _ = line.map(|line| line.body.to_json(&line.key)).map_err(|refusal| refusal.to_string());
    }
});

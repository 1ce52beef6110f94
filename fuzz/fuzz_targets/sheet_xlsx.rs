//! Fuzzes workbooks: the archive, its parts, their XML.

#![no_main]

use ayni_formats::sheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let archive = [b"PK".as_slice(), bytes].concat();
    if let Ok(reading) = sheet::read(&archive, "practices.xlsx", None) {
        let _ = sheet::compare(&[], &reading.rows);
    }
});

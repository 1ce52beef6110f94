//! Fuzzes spreadsheets as text, whatever their encoding and separator.

#![no_main]

use ayni_formats::sheet;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = sheet::read(bytes, "practices.csv", None) else { return };
    for change in sheet::compare(&[], &reading.rows) {
        let _ = format!("{change:?}");
    }
    let refused: Vec<_> = reading.rows.iter().map(|row| (row, "reason".to_owned())).collect();
    let mut written = Vec::new();
    sheet::write_refused(&mut written, &refused).expect("memory can be written to");
    // What is written back is a sheet again, unless it was none of rows.
    assert!(refused.is_empty() || sheet::read(&written, "practices.csv", None).is_ok());
});

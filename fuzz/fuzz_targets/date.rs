//! Fuzzes dates as far as they are known.

#![no_main]

use ayni_domain::PartialDate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(date) = PartialDate::parse(text) {
        assert_eq!(date.to_string(), text);
    }
});

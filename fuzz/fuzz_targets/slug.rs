//! Fuzzes slugs, handles, keys of records, paths of fields, codes.

#![no_main]

use ayni_domain::path::Path;
use ayni_domain::{Handle, LanguageTag, Locale, RecordKey, Sdg, Slug, Steward};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = (Slug::parse(text), Handle::parse(text), LanguageTag::parse(text), Sdg::parse(text), Locale::negotiate(text));
    if let Some(key) = RecordKey::parse(text) {
        assert_eq!(key.to_string(), text);
    }
    if let Some(path) = Path::parse(text) {
        assert_eq!(path.to_string(), text);
    }
    if let Some(steward) = Steward::parse(text) {
        assert_eq!(Steward::parse(&steward.to_string()), Some(steward));
    }
});

//! Fuzzes links in mails and secrets in cookies.

#![no_main]

use std::sync::LazyLock;

use ayni_auth::secret::{Key, Secret, derive_key, verify};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

static KEY: LazyLock<Key> = LazyLock::new(|| derive_key(&Secret::new().expect("randomness"), "fuzz"));

fuzz_target!(|text: &str| {
    assert!(verify(&KEY, "fuzz", text, Timestamp::UNIX_EPOCH).is_err(), "nobody knows the key");
    let _ = Secret::parse(text);
    if let Some(secret) = ayni_store::Secret::parse(text) {
        assert_eq!(secret.to_string(), text);
    }
});

//! Fuzzes mail addresses, alone and with a name.

#![no_main]

use ayni_domain::EmailAddress;
use ayni_mail::Mailbox;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(address) = EmailAddress::parse(text) {
        assert_eq!(EmailAddress::parse(address.as_str()).as_ref(), Ok(&address));
    }
    if let Ok(mailbox) = Mailbox::parse(text) {
        assert!(!mailbox.to_string().contains(['\r', '\n']));
    }
});

//! Mailboxes: a mail address, with the name of who reads it.

use std::fmt;

use lettre::Address;
use url::Host;

use crate::MailError;

/// Longest name, in characters.
const LONGEST_NAME: usize = 100;
/// Longest address, in bytes (RFC 5321, 4.5.3.1.3 less the angle brackets).
const LONGEST_ADDRESS: usize = 254;

/// A mail address that can stand in a header, with a name or without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: Option<String>,
    address: Address,
}

impl Mailbox {
    /// Reads `ayni@example.org` or `Ayni <ayni@example.org>`.
    ///
    /// # Errors
    /// `Mailbox`.
    pub fn parse(text: &str) -> Result<Self, MailError> {
        let text = text.trim();
        match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, address)) => {
                let name = name.trim();
                Self::new(name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(name), address)
            }
            None => Self::new("", text),
        }
    }

    /// A mailbox of somebody; an empty name is none. A name becomes one line of at most 100 characters.
    ///
    /// # Errors
    /// `Mailbox` when the address is none.
    pub fn new(name: &str, address: &str) -> Result<Self, MailError> {
        let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '(' | ')' | ',' | ';' | ':' | '\\');
        if address.len() > LONGEST_ADDRESS || address.contains(odd) {
            return Err(MailError::Mailbox);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(MailError::Mailbox)?;
        let address = match Host::parse(domain) {
            Ok(Host::Domain(ascii)) if !domain.is_ascii() => Address::new(local, ascii), // what servers ask the name service for
            _ => Address::new(local, domain),
        };
        let address = address.map_err(|_| MailError::Mailbox)?;
        let name = header_line(name, LONGEST_NAME);
        Ok(Self { name: Some(name).filter(|name| !name.is_empty()), address })
    }

    /// The name, where there is one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The address: `ayni@example.org`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.address.as_ref()
    }

    /// What follows the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.address.domain()
    }

    pub(crate) fn to_lettre(&self) -> lettre::message::Mailbox {
        lettre::message::Mailbox::new(self.name.clone(), self.address.clone())
    }

    pub(crate) const fn to_address(&self) -> &Address {
        &self.address
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} <{}>", self.address),
            None => write!(f, "{}", self.address),
        }
    }
}

/// A text as one line of a header, cut to `longest` characters.
///
/// `=?` begins an encoded word, which a reader's program would decode; somebody who wrote one by hand meant the signs.
pub(crate) fn header_line(text: &str, longest: usize) -> String {
    let line = one_line(text).replace("=?", "= ?");
    if line.chars().count() <= longest { line } else { line.chars().take(longest - 1).chain(['…']).collect() }
}

/// A text as one line: whatever would end it, or turn around what follows, is a space.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if is_harmful(c) { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, and those that turn the direction of all that follows; the isolating ones, which messages use, are fine.
fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_makes_reading_panic_or_gives_more_than_one_line(text in "\\PC{0,80}|(\"?[a-z é\r\n\"]{0,9}\"? ?<)?[a-zé.\"]{0,9}@[a-zñ.-]{0,12}>?") {
            if let Ok(mailbox) = Mailbox::parse(&text) {
                let written = mailbox.to_string();
                prop_assert!(!written.contains(['\r', '\n']) && mailbox.address().matches('@').count() == 1, "{written}");
            }
        }
    }

    fn check(text: &str, expected: Option<&str>) {
        let mailbox = Mailbox::parse(text);
        assert_eq!(mailbox.as_ref().map(ToString::to_string).ok().as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_mailbox_is_an_address_with_or_without_a_name() {
        check("ayni@example.org", Some("ayni@example.org"));
        check("  Ayni <ayni@example.org> ", Some("Ayni <ayni@example.org>"));
        check("\"Ayni, South\" <ayni@example.org>", Some("Ayni, South <ayni@example.org>"));
        check("Secretaría <ayni@correo.example>", Some("Secretaría <ayni@correo.example>"));
        check("<ayni@example.org>", Some("ayni@example.org"));
        check("ayni@localhost", Some("ayni@localhost"));
        check("amina@ñandú.example", Some("amina@xn--and-6ma2c.example"));
        for text in
            ["", "Ayni", "ayni@", "@example.org", "Ayni <>", "a b@example.org", "a@example.org, b@example.org", "a@example.org>", "<a@example.org"]
        {
            check(text, None);
        }
        check("a@example.org\r\nBcc: b@example.org", None);
        check(&format!("a@{}.org", "x".repeat(300)), None);
    }

    #[test]
    fn a_name_is_one_line() {
        let mailbox = Mailbox::new("Amina\r\nBcc: b@example.org\u{202e}", "a@example.org").expect("a mailbox");
        assert_eq!(mailbox.name(), Some("Amina Bcc: b@example.org"));
        assert_eq!(Mailbox::new(" \n ", "a@example.org").expect("a mailbox").name(), None);
        assert_eq!(Mailbox::new(&"é".repeat(101), "a@example.org").expect("a mailbox").name().map(|name| name.chars().count()), Some(100));
        assert_eq!(header_line("=?utf-8?q?x?=", 100), "= ?utf-8?q?x?=");
    }
}

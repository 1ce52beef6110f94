//! Mail addresses of people.

use std::fmt;

/// Longest address that mail servers carry, in bytes.
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

/// A mail address in lower case: 1 to 64 characters, `@`, and a domain of at least two labels.
///
/// Lower case in front of the `@` too: no provider of today tells `Amina@` from `amina@`, and two accounts for one mailbox are a danger.
/// It prints itself where it is asked to, but not when a value that holds it is printed for debugging: logs hold nothing personal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

/// Why a text is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// There is nothing.
    #[error("a mail address is needed")]
    Empty,
    /// More than 254 characters.
    #[error("a mail address has at most {LONGEST} characters")]
    TooLong,
    /// Letters beyond ASCII, which many mail servers refuse.
    #[error("a mail address here has plain Latin letters only, without accents")]
    NotAscii,
    /// No `@`.
    #[error("a mail address has an @")]
    NoAt,
    /// What stands in front of the `@`.
    #[error("in front of the @ stand 1 to {LONGEST_LOCAL} letters, digits, single inner dots or one of !#$%&'*+/=?^_`{{|}}~-")]
    Local,
    /// What stands after the `@`.
    #[error("after the @ stands a domain such as ministry.example")]
    Domain,
}

impl EmailAddress {
    /// Reads an address, with space around it or not; the only way to make one.
    ///
    /// # Errors
    /// `EmailError` naming what is wrong.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        if !text.is_ascii() {
            return Err(EmailError::NotAscii);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(EmailError::NoAt)?;
        if !is_local(local) {
            return Err(EmailError::Local);
        }
        if !is_domain(domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

fn is_local(local: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
    (1..=LONGEST_LOCAL).contains(&local.len())
        && local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(label) && last.bytes().any(|b| b.is_ascii_alphabetic())
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Result<&str, EmailError>) {
        let read = EmailAddress::parse(text);
        assert_eq!(read.as_ref().map(EmailAddress::as_str).map_err(|error| *error), expected, "{text:?}");
    }

    #[test]
    fn an_address_is_read_in_lower_case() {
        check(" Amina.Diallo+ayni@Travail.Gouv.SN\n", Ok("amina.diallo+ayni@travail.gouv.sn"));
        check("o'brien@example.ie", Ok("o'brien@example.ie"));
        check("a@xn--fiqs8s.example", Ok("a@xn--fiqs8s.example"));
        check(&format!("{}@example.org", "a".repeat(64)), Ok(&format!("{}@example.org", "a".repeat(64))));
    }

    #[test]
    fn what_is_wrong_with_an_address_is_named() {
        check("  ", Err(EmailError::Empty));
        check("amina", Err(EmailError::NoAt));
        check("josé@example.org", Err(EmailError::NotAscii));
        check("a@münchen.example", Err(EmailError::NotAscii));
        check(&format!("a@{}example.org", "a.".repeat(130)), Err(EmailError::TooLong));
        for text in
            ["@example.org", ".a@example.org", "a.@example.org", "a..b@example.org", "a b@example.org", "a@b@example.org", "\"a\"@example.org"]
        {
            check(text, Err(EmailError::Local));
        }
        check(&format!("{}@example.org", "a".repeat(65)), Err(EmailError::Local));
        for text in ["a@", "a@localhost", "a@.example", "a@example.", "a@ex..ample", "a@-x.org", "a@x-.org", "a@127.0.0.1", "a@[::1]", "a@x.org>"] {
            check(text, Err(EmailError::Domain));
        }
    }

    #[test]
    fn no_line_of_a_mail_header_can_be_smuggled_in() {
        for text in
            ["a@example.org\r\nBcc: b@example.org", "a\r\n@example.org", "a@example.org,b@example.org", "a <b@example.org>", "a@exa\0mple.org"]
        {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_address_is_not_printed_for_debugging() {
        let address = EmailAddress::parse("amina@example.org").expect("an address");
        assert!(!format!("{address:?}").contains("amina"));
        assert_eq!((address.to_string().as_str(), address.domain()), ("amina@example.org", "example.org"));
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic_and_what_is_read_stays(text in "\\PC{0,40}|[a-zA-Z.+]{0,9}@?[a-z0-9.-]{0,20}") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
            }
        }
    }
}

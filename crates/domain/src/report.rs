//! Reports: what a visitor says is wrong with a record, for the secretariat alone.

use jiff::Timestamp;
use uuid::Uuid;

use crate::read::{Problem, free_text};

/// Longest mail address, in bytes.
const LONGEST_ADDRESS: usize = 254;

/// A report of a visitor about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Identifier.
    pub id: Uuid,
    /// What is wrong.
    pub text: String,
    /// Where to answer; never public, and forgotten some time after the report was dealt with.
    pub address: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who dealt with it and when; none while it waits.
    pub closed: Option<(String, Timestamp)>,
}

impl Report {
    /// A new report; an address of nothing but space is none.
    ///
    /// # Errors
    /// The field, `text` or `address`, with what is wrong with it.
    pub fn new(id: Uuid, text: &str, address: Option<&str>, at: Timestamp) -> Result<Self, (&'static str, Problem)> {
        let address = address.map(str::trim).filter(|address| !address.is_empty());
        if address.is_some_and(|address| !is_address(address)) {
            return Err(("address", Problem::Rule("is not a mail address")));
        }
        let text = free_text(text).map_err(|problem| ("text", problem))?;
        Ok(Self { id, text, address: address.map(str::to_owned), at, closed: None })
    }
}

/// Whether a text has the shape of a mail address. Whether somebody reads what is sent there, only an answer shows.
fn is_address(text: &str) -> bool {
    let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | ',' | ';'));
    let has_sides = text.rsplit_once('@').is_some_and(|(user, host)| !user.is_empty() && !user.contains('@') && host.contains('.') && host.len() > 3);
    is_plain && has_sides && text.len() <= LONGEST_ADDRESS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_report_says_something_and_may_leave_an_address() {
        for (text, address, expected) in [
            ("The link is dead.", None, Ok(None)),
            ("The link is dead.", Some("  "), Ok(None)),
            ("The link is dead.", Some(" ana@example.org "), Ok(Some("ana@example.org"))),
            ("The link is dead.", Some("ana"), Err("address")),
            ("The link is dead.", Some("a@b@example.org"), Err("address")),
            ("The link is dead.", Some("ana@example.org\nBcc: all@example.org"), Err("address")),
            (" \r\n ", None, Err("text")),
        ] {
            let read = Report::new(Uuid::nil(), text, address, Timestamp::UNIX_EPOCH);
            let outcome = read.as_ref().map(|report| report.address.as_deref()).map_err(|(field, _)| *field);
            assert_eq!(outcome, expected, "{text:?} {address:?}");
        }
    }

    proptest! {
        #[test]
        fn no_report_panics_and_no_address_can_break_a_header(text in "\\PC{0,40}|[\\x00-\\x20]{0,9}", address in "\\PC{0,20}@\\PC{0,20}|[\\x00-\\x7f]{0,20}") {
            if let Ok(report) = Report::new(Uuid::nil(), &text, Some(&address), Timestamp::UNIX_EPOCH) {
                prop_assert!(!report.text.is_empty());
                prop_assert!(report.address.is_none_or(|address| !address.contains(['\r', '\n', ' '])));
            }
        }
    }
}

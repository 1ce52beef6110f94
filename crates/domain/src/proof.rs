//! Proofs: in which ways somebody can show who they are, and what they may change about that.

use jiff::{SignedDuration, Timestamp};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How somebody signed in; their list of sessions says it.
    Proof, "way to sign in" {
        /// A link that was mailed, or that the operator handed over:
        Link = "link",
        Passkey = "passkey",
        /// A password with a second factor:
        Password = "password",
        OpenIdConnect = "openid-connect",
    }
}

/// For how long after signing in somebody may change ways to sign in, take all their data along or erase their account: who finds a device
/// that was left open gains nothing lasting.
pub const RECENT: SignedDuration = SignedDuration::from_mins(15);

/// Most passkeys of one person: every device of a lifetime, and no list without an end.
pub const MOST_PASSKEYS: usize = 20;

/// Longest name of a passkey, in characters.
pub const LONGEST_NAME: usize = 60;

/// Whether somebody who signed in at `begun_at` did so a short while ago ([`RECENT`]).
#[must_use]
pub fn is_recent(begun_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(begun_at) < RECENT
}

/// The name of a passkey from what was typed: one line of 1 to [`LONGEST_NAME`] characters.
#[must_use]
pub fn passkey_name(typed: &str) -> Option<String> {
    let name = typed.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    fits.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_recent_for_a_quarter_of_an_hour() {
        let begun: Timestamp = "2026-03-31T12:00:00Z".parse().expect("a time");
        let check = |minutes: i64, seconds: i64, expected: bool| {
            let now = begun + SignedDuration::from_secs(minutes * 60 + seconds);
            assert_eq!(is_recent(begun, now), expected, "{minutes} {seconds}");
        };
        check(0, 0, true);
        check(14, 59, true);
        check(15, 0, false);
        check(60 * 24, 0, false);
        check(-1, 0, true); // clocks of two nodes
    }

    #[test]
    fn a_passkey_has_a_name_of_one_line() {
        let check = |typed: &str, expected: Option<&str>| assert_eq!(passkey_name(typed).as_deref(), expected, "{typed:?}");
        check(" Phone ", Some("Phone"));
        check("هاتف أمينة", Some("هاتف أمينة"));
        check(&"é".repeat(60), Some(&"é".repeat(60)));
        check(&"é".repeat(61), None);
        check("", None);
        check(" \t", None);
        check("two\nlines", None);
    }
}

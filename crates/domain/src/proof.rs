//! Proofs: in which ways somebody can show who they are.

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

/// For how long a proof is good for what cannot be taken back, or gives out everything at once.
pub const RECENT: SignedDuration = SignedDuration::from_mins(15);

/// Whether somebody showed who they are a short while ago: a device that was left open is not enough to take an account along or erase it.
#[must_use]
pub fn is_recent(proved_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(proved_at) < RECENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_recent_for_a_quarter_of_an_hour() {
        let proved: Timestamp = "2026-03-31T12:00:00Z".parse().expect("a time");
        for (now, expected) in
            [("2026-03-31T12:00:00Z", true), ("2026-03-31T12:14:59Z", true), ("2026-03-31T12:15:00Z", false), ("2026-04-30T12:00:00Z", false)]
        {
            assert_eq!(is_recent(proved, now.parse().expect("a time")), expected, "{now}");
        }
    }
}

//! Retention: what is kept of people for how long, and why. The manual and the daily job both follow this one table.

use jiff::{SignedDuration, Timestamp};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What is kept for a time only.
    Kept, "thing that is kept" {
        /// Sessions, counted from their last use:
        Session = "session",
        /// Tokens, counted from the moment they are no longer good:
        Token = "token",
        /// Counters of attempts, counted from the end of their window:
        Attempt = "attempt",
        /// Mails in the outbox, counted from when they were sent or given up:
        SentMail = "sent-mail",
        /// Notices, counted from when they were made:
        Notice = "notice",
        /// Requests and mandates that were refused, lapsed or ended, counted from that moment:
        ClosedMandate = "closed-mandate",
        /// Requests to take records on, counted from when they were decided:
        ClosedAdoption = "closed-adoption",
        /// Drafts that were abandoned or declined, counted from that moment:
        AbandonedDraft = "abandoned-draft",
        /// Reports of problems, counted from when they were closed:
        ClosedReport = "closed-report",
        /// Entries of the audit log:
        Audit = "audit",
        /// Accounts, counted from the last day on which they were used:
        UnusedAccount = "unused-account",
    }
}

/// Days before an unused account is erased on which its owner is warned.
pub const WARNING_DAYS: u32 = 30;

impl Kept {
    /// For how many days it is kept.
    #[must_use]
    pub const fn days(self) -> u32 {
        match self {
            Self::Token | Self::Attempt => 1,
            Self::Session => 30,
            Self::SentMail => 90,
            Self::Notice => 180,
            Self::ClosedMandate | Self::ClosedAdoption | Self::AbandonedDraft | Self::ClosedReport => 365,
            Self::Audit => 3 * 365,
            Self::UnusedAccount => 3 * 365,
        }
    }

    /// For how long it is kept.
    #[must_use]
    pub const fn keep(self) -> SignedDuration {
        SignedDuration::from_hours(self.days() as i64 * 24)
    }

    /// The moment before which what was used, closed or made last is kept no longer.
    #[must_use]
    pub fn until(self, now: Timestamp) -> Timestamp {
        now.checked_sub(self.keep()).unwrap_or(Timestamp::MIN)
    }

    /// What the manual calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Session => "a session that is not used",
            Self::Token => "a single-use link, once used or expired",
            Self::Attempt => "a counter of attempts to sign in",
            Self::SentMail => "a mail in the outbox, once sent or given up",
            Self::Notice => "a notice",
            Self::ClosedMandate => "a mandate that was refused, lapsed or ended, with its evidence",
            Self::ClosedAdoption => "a request to take a record on, once decided",
            Self::AbandonedDraft => "a draft that was abandoned or declined",
            Self::ClosedReport => "a visitor's report of a problem, once closed",
            Self::Audit => "an entry of the audit log",
            Self::UnusedAccount => "an account that nobody signs in to",
        }
    }

    /// Why so long and no longer.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::Session => "a device that is put away is signed out by itself",
            Self::Token => "a link that is opened again can say that it was used",
            Self::Attempt => "what happened yesterday slows down nobody today",
            Self::SentMail => "it can be answered whether a mail went out",
            Self::Notice => "half a year is a long absence",
            Self::ClosedMandate | Self::ClosedAdoption => "a decision can be questioned for a year",
            Self::AbandonedDraft => "somebody may come back to it with the next year's meeting",
            Self::ClosedReport => "who reported can be answered",
            Self::Audit => "who was given which right can be followed over a biennium and its report",
            Self::UnusedAccount => "people change posts; what they published stays without them",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_manual_states_every_period() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operator/people.md");
        let manual = std::fs::read_to_string(path).expect("the manual");
        for &kept in Kept::ALL {
            let row = format!("| {} | {} | {} |", kept.label(), kept.days(), kept.why());
            assert!(manual.contains(&row), "docs/operator/people.md lacks this row:\n{row}");
        }
        assert!(manual.contains(&format!("{WARNING_DAYS} days before")));
    }

    #[test]
    fn a_period_is_counted_back_from_now() {
        let now: Timestamp = "2026-03-31T12:00:00Z".parse().expect("a time");
        assert_eq!(Kept::Session.until(now), "2026-03-01T12:00:00Z".parse().expect("a time"));
        assert_eq!(Kept::Audit.until(Timestamp::MIN), Timestamp::MIN);
    }
}

//! Retention: what is kept of people for how long, and why. The manual and the daily job both follow this one table.
//!
//! The audit log is not in it: it is kept as long as the instance, and knows people by their identifiers alone.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::date::day_of;
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
        /// Spreadsheets that were uploaded to become drafts, counted from when they came:
        SheetUpload = "sheet-upload",
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
        /// Contents of files that belong to nothing, counted from the moment they came or were let go:
        LooseFile = "loose-file",
        /// Reports of problems, counted from when they were closed:
        ClosedReport = "closed-report",
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
            Self::Token | Self::Attempt | Self::SheetUpload | Self::LooseFile => 1,
            Self::Session => 30,
            Self::SentMail => 90,
            Self::Notice => 180,
            Self::ClosedMandate | Self::ClosedAdoption | Self::AbandonedDraft | Self::ClosedReport => 365,
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
            Self::SheetUpload => "a spreadsheet that somebody brought",
            Self::SentMail => "a mail in the outbox, once sent or given up",
            Self::Notice => "a notice",
            Self::ClosedMandate => "a mandate that was refused, lapsed or ended, with its evidence",
            Self::ClosedAdoption => "a request to take a record on, once decided",
            Self::AbandonedDraft => "a draft that was abandoned or declined",
            Self::LooseFile => "a file that belongs to no record, draft or mandate any more",
            Self::ClosedReport => "a visitor's report of a problem, once closed",
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
            Self::SheetUpload => "what was shown can be handed in until tomorrow; what became of it stands in drafts",
            Self::SentMail => "it can be answered whether a mail went out",
            Self::Notice => "half a year is a long absence",
            Self::ClosedMandate | Self::ClosedAdoption => "a decision can be questioned for a year",
            Self::AbandonedDraft => "somebody may come back to it with the next year's meeting",
            Self::LooseFile => "whoever is just handing in the same file finds it",
            Self::ClosedReport => "who reported can be answered",
            Self::UnusedAccount => "people change posts; what they published stays without them",
        }
    }
}

/// What is to be done about an account that nobody uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// Its owner is asked whether they want to keep it.
    Warn,
    /// It is erased: its owner was asked in time, and did not come.
    Erase,
}

/// The last day of use, before which an account is to be warned today.
#[must_use]
pub fn warned_when_unseen_since(today: Date) -> Date {
    today.saturating_sub(i64::from(Kept::UnusedAccount.days() - WARNING_DAYS).days())
}

/// What is to be done about an account that was used last on a day, and whose owner was last warned at some moment.
///
/// An account is erased no earlier than its time, and never without 30 days after a warning that came later than its last use.
#[must_use]
pub fn unused(last_seen_on: Date, warned_at: Option<Timestamp>, now: Timestamp) -> Option<Unused> {
    let today = day_of(now);
    if last_seen_on >= warned_when_unseen_since(today) {
        return None;
    }
    let Some(warned_at) = warned_at.filter(|at| day_of(*at) > last_seen_on) else { return Some(Unused::Warn) };
    let answer_until = warned_at.checked_add(SignedDuration::from_hours(i64::from(WARNING_DAYS) * 24)).unwrap_or(Timestamp::MAX);
    let is_old = last_seen_on < today.saturating_sub(i64::from(Kept::UnusedAccount.days()).days());
    (is_old && answer_until <= now).then_some(Unused::Erase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn check(last_seen_on: &str, warned_at: Option<&str>, now: &str, expected: Option<Unused>) {
        let time = |text: &str| text.parse::<Timestamp>().expect("a time");
        let found = unused(last_seen_on.parse().expect("a day"), warned_at.map(time), time(now));
        assert_eq!(found, expected, "seen {last_seen_on}, warned {warned_at:?}, now {now}");
    }

    #[test]
    fn an_account_is_erased_only_when_it_is_old_and_its_owner_was_asked_a_month_ago() {
        let seen = "2023-01-01"; // 1,065 days later: 2025-12-01; 1,095 days later: 2025-12-31
        check(seen, None, "2025-12-01T09:00:00Z", None);
        check(seen, None, "2025-12-02T09:00:00Z", Some(Unused::Warn));
        check(seen, Some("2025-12-02T09:00:00Z"), "2025-12-02T10:00:00Z", None);
        check(seen, Some("2025-12-02T09:00:00Z"), "2026-01-01T08:59:59Z", None);
        check(seen, Some("2025-12-02T09:00:00Z"), "2026-01-01T09:00:00Z", Some(Unused::Erase));
        check(seen, Some("2026-06-01T09:00:00Z"), "2026-06-30T09:00:00Z", None); // the server slept: the owner still has a month
        check(seen, None, "2030-01-01T00:00:00Z", Some(Unused::Warn)); // never without a warning
        check(seen, Some("2022-12-24T09:00:00Z"), "2025-12-31T09:00:00Z", Some(Unused::Warn)); // they came back after that one
        check("2025-12-30", Some("2025-12-02T09:00:00Z"), "2026-01-01T09:00:00Z", None);
    }

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
        assert_eq!(Kept::UnusedAccount.until(Timestamp::MIN), Timestamp::MIN);
    }
}

//! Outbox: the states of a mail, and when one that could not be sent is tried again.

use jiff::SignedDuration;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a mail is on its way.
    MailState, "state of a mail" {
        Queued = "queued",
        Sent = "sent",
        Failed = "failed",
    }
}

/// Pauses after each attempt that failed: a server that restarts is back within minutes, one that is being mended within a day.
const PAUSES: [SignedDuration; 5] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(12),
];

/// Attempts after which a mail is given up.
pub const MOST_ATTEMPTS: u32 = PAUSES.len() as u32 + 1;

/// How long to wait after the attempt with this number (from 1) failed; `None` gives the mail up.
#[must_use]
pub fn retry_after(attempt: u32) -> Option<SignedDuration> {
    PAUSES.get(usize::try_from(attempt).ok()?.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_the_sixth_attempt_is_the_last() {
        let minutes: Vec<_> = (1..=MOST_ATTEMPTS + 1).map(|attempt| retry_after(attempt).map(|pause| pause.as_mins())).collect();
        assert_eq!(minutes, [Some(1), Some(5), Some(30), Some(120), Some(720), None, None]);
        assert_eq!(retry_after(0), None);
    }
}

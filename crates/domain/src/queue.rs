//! Queues: what waits for somebody, and how long it may before an administrator should look after it.

use jiff::{SignedDuration, Timestamp};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What waits.
    Queue, "queue" {
        /// Drafts in review.
        Drafts = "drafts",
        /// Requests to speak for organizations.
        Mandates = "mandates",
        /// Requests to take records on that nobody looks after.
        Adoptions = "adoptions",
        Objections = "objections",
        Reports = "reports",
        /// Translations to let through.
        Translations = "translations",
        /// Mails on their way.
        QueuedMails = "queued-mails",
        /// Mails that were given up.
        FailedMails = "failed-mails",
        /// Files whose content is missing or another.
        DamagedFiles = "damaged-files",
    }
}

impl Queue {
    /// How long something may wait in it.
    #[must_use]
    pub const fn patience(self) -> SignedDuration {
        match self {
            Self::Mandates | Self::Adoptions => SignedDuration::from_hours(7 * 24),
            Self::Drafts | Self::Reports => SignedDuration::from_hours(14 * 24),
            Self::Objections | Self::Translations => SignedDuration::from_hours(30 * 24),
            Self::QueuedMails => SignedDuration::from_hours(1),
            Self::FailedMails | Self::DamagedFiles => SignedDuration::ZERO,
        }
    }

    /// Whether what has waited since then has waited too long.
    #[must_use]
    pub fn is_late(self, since: Timestamp, now: Timestamp) -> bool {
        now.duration_since(since) >= self.patience()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(queue: Queue, minutes: i64, expected: bool) {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(queue.is_late(now - SignedDuration::from_mins(minutes), now), expected, "{queue} {minutes}");
    }

    #[test]
    fn each_queue_has_its_patience() {
        const DAY: i64 = 24 * 60;
        check(Queue::Mandates, 7 * DAY - 1, false);
        check(Queue::Mandates, 7 * DAY, true);
        check(Queue::Drafts, 14 * DAY, true);
        check(Queue::Objections, 29 * DAY, false);
        check(Queue::QueuedMails, 59, false);
        check(Queue::FailedMails, 0, true);
        check(Queue::DamagedFiles, -1, false);
    }
}

//! The clock of an instance: the system's, or one that is ahead of it, for rehearsals and tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Tells the time; clones tell the same.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Seconds by which it is ahead of the system's clock.
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that is ahead of the system's.
    #[must_use]
    pub fn ahead(by: SignedDuration) -> Self {
        Self { ahead: Arc::new(AtomicI64::new(by.as_secs())) }
    }

    /// Puts the clock and its clones forward.
    pub fn advance(&self, by: SignedDuration) {
        self.ahead.fetch_add(by.as_secs(), Ordering::AcqRel);
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let ahead = SignedDuration::from_secs(self.ahead.load(Ordering::Acquire));
        Timestamp::now().checked_add(ahead).unwrap_or(Timestamp::MAX)
    }

    /// The day in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().to_zoned_datetime(TimeZone::UTC).date()
    }
}

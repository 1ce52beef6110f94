//! Jobs: work that is done again and again, and when it is next due.

use jiff::{SignedDuration, Timestamp};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the last run of a job ended.
    JobOutcome, "outcome of a job" {
        Done = "done",
        Failed = "failed",
    }
}

vocabulary! {
    /// What a job keeps from one run to the next beside what it is about.
    Mark, "mark of a job" {
        /// Up to which entry of the change log stewards were written to.
        FreshnessReadUpTo = "freshness-read-up-to",
    }
}

/// When a job that was planned for `planned` and ended at `now` is next due.
///
/// Keeps to the rhythm that `planned` began, however late a run was, and makes up for nothing that was missed. A run that failed
/// is tried again after `pause`, unless the next one comes sooner.
#[must_use]
pub fn next_run(planned: Timestamp, every: SignedDuration, now: Timestamp, outcome: JobOutcome, pause: SignedDuration) -> Timestamp {
    let (planned, every, end) = (planned.as_microsecond(), micros(every).max(1), now.as_microsecond());
    let periods = if end < planned { 0 } else { (end - planned) / every };
    let usual = planned.saturating_add(every.saturating_mul(periods + 1));
    let next = match outcome {
        JobOutcome::Done => usual,
        JobOutcome::Failed => usual.min(end.saturating_add(micros(pause))),
    };
    Timestamp::from_microsecond(next).unwrap_or(Timestamp::MAX)
}

/// How long after its time a job is started at the latest when a node is there to run it, and not busy with another.
const LATEST_START: SignedDuration = SignedDuration::from_hours(2);

/// Whether a job that is due since `planned` should have been started long ago.
#[must_use]
pub fn is_overdue(planned: Timestamp, now: Timestamp) -> bool {
    now.duration_since(planned) > LATEST_START
}

fn micros(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(planned: &str, now: &str, outcome: JobOutcome, expected: &str) {
        let at = |text: &str| text.parse::<Timestamp>().expect("a time");
        let next = next_run(at(planned), SignedDuration::from_hours(24), at(now), outcome, SignedDuration::from_mins(10));
        assert_eq!(next, at(expected), "{planned} {now} {outcome}");
    }

    #[test]
    fn a_daily_job_keeps_its_hour_and_makes_up_for_nothing() {
        check("2026-06-01T03:00:00Z", "2026-06-01T03:02:00Z", JobOutcome::Done, "2026-06-02T03:00:00Z");
        check("2026-06-01T03:00:00Z", "2026-06-05T21:00:00Z", JobOutcome::Done, "2026-06-06T03:00:00Z");
        check("2026-06-01T03:00:00Z", "2026-06-02T03:00:00Z", JobOutcome::Done, "2026-06-03T03:00:00Z");
        check("2026-06-01T03:00:00Z", "2026-06-01T02:59:00Z", JobOutcome::Done, "2026-06-02T03:00:00Z");
    }

    #[test]
    fn a_job_that_failed_is_tried_again_soon() {
        check("2026-06-01T03:00:00Z", "2026-06-01T03:02:00Z", JobOutcome::Failed, "2026-06-01T03:12:00Z");
        check("2026-06-01T03:00:00Z", "2026-06-02T02:55:00Z", JobOutcome::Failed, "2026-06-02T03:00:00Z");
    }

    #[test]
    fn a_job_that_nobody_starts_is_overdue() {
        let planned = Timestamp::UNIX_EPOCH;
        for (minutes, expected) in [(-5, false), (5, false), (120, false), (121, true)] {
            assert_eq!(is_overdue(planned, planned + SignedDuration::from_mins(minutes)), expected, "{minutes}");
        }
    }

    #[test]
    fn times_that_make_no_sense_are_borne() {
        let next = next_run(Timestamp::MAX, SignedDuration::MAX, Timestamp::MAX, JobOutcome::Done, SignedDuration::MAX);
        assert_eq!(next, Timestamp::MAX);
        assert!(
            next_run(Timestamp::UNIX_EPOCH, SignedDuration::ZERO, Timestamp::UNIX_EPOCH, JobOutcome::Done, SignedDuration::ZERO)
                > Timestamp::UNIX_EPOCH
        );
    }
}

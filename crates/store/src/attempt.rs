//! Attempts: how often something was tried, so that guessing gets slow. Counted exactly, whoever else counts at the same moment.
//!
//! What is counted stands nowhere in clear. A network address is short enough to be guessed back from its hash, so counters are kept
//! for a day only.

use ayni_domain::limit::Limit;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::record::hex;
use crate::sql::{self, micros};
use crate::{Store, StoreError};

/// What counting an attempt said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// Whether it is within the limit.
    pub allowed: bool,
    /// How many more are, until then.
    pub left: u32,
    /// When counting begins anew.
    pub again_at: Timestamp,
}

impl Store {
    /// Counts an attempt by or on something (a network address, a mail address, a person) and tells whether it is within the limit.
    ///
    /// # Errors
    /// `Database`.
    pub async fn attempt(&self, limit: Limit, on: &str, now: Timestamp) -> Result<Attempt, StoreError> {
        let again_at = window_end(limit, now);
        // Beyond the limit nothing is written: who floods costs a look-up.
        let sql = "INSERT INTO attempt (bucket, ends_at, tries) VALUES ($1, $2, 1)
             ON CONFLICT (bucket, ends_at) DO UPDATE SET tries = attempt.tries + 1 WHERE attempt.tries < $3 RETURNING tries";
        let most = i32::try_from(limit.most).unwrap_or(i32::MAX);
        let row = sql::row(&self.db, sql, [bucket(limit, on).into(), micros(again_at), most.into()]).await?;
        let Some(row) = row else { return Ok(Attempt { allowed: false, left: 0, again_at }) };
        let tries = u32::try_from(row.try_get_by_index::<i32>(0)?).unwrap_or(u32::MAX);
        Ok(Attempt { allowed: tries <= limit.most, left: limit.most.saturating_sub(tries), again_at })
    }

    /// Forgets the attempts of this window: somebody showed that they are who they say.
    ///
    /// # Errors
    /// `Database`.
    pub async fn forget_attempts(&self, limit: Limit, on: &str) -> Result<(), StoreError> {
        sql::execute(&self.db, "DELETE FROM attempt WHERE bucket = $1", [bucket(limit, on).into()]).await.map(drop)
    }
}

fn bucket(limit: Limit, on: &str) -> String {
    hex(&Sha256::new().chain_update(limit.name).chain_update([0]).chain_update(on).finalize())
}

/// Windows follow one another from 1970 on, the same for all nodes.
fn window_end(limit: Limit, now: Timestamp) -> Timestamp {
    let window = limit.window.as_secs().max(1);
    let end = now.as_second().div_euclid(window).saturating_add(1).saturating_mul(window);
    Timestamp::from_second(end).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, signature};
    use jiff::SignedDuration;

    const LIMIT: Limit = Limit { name: "test", most: 3, window: SignedDuration::from_mins(15) };

    on_both!(attempts_are_refused_beyond_the_limit_until_the_window_ends, |store| {
        let now = signature().at;
        for (left, allowed) in [(2, true), (1, true), (0, true), (0, false), (0, false)] {
            let attempt = store.attempt(LIMIT, "192.0.2.1", now).await.expect("count");
            assert_eq!((attempt.left, attempt.allowed), (left, allowed));
            assert!(attempt.again_at > now && attempt.again_at <= now.checked_add(LIMIT.window).expect("a time"));
        }
        assert!(store.attempt(LIMIT, "192.0.2.2", now).await.expect("count").allowed, "another address");
        let other = Limit { name: "other", ..LIMIT };
        assert!(store.attempt(other, "192.0.2.1", now).await.expect("count").allowed, "another limit");
        let again = store.attempt(LIMIT, "192.0.2.1", now).await.expect("count").again_at;
        let next = store.attempt(LIMIT, "192.0.2.1", again).await.expect("count");
        assert_eq!((next.allowed, next.left), (true, 2));
        store.forget_attempts(LIMIT, "192.0.2.1").await.expect("forget");
        assert_eq!(store.attempt(LIMIT, "192.0.2.1", now).await.expect("count").left, 2);
    });

    on_both!(attempts_at_the_same_moment_are_all_counted, |store| {
        let now = signature().at;
        let limit = Limit { most: 10, ..LIMIT };
        let tries: Vec<_> = (0..25)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.attempt(limit, "amina@example.org", now).await.expect("count").allowed })
            })
            .collect();
        let mut allowed = 0;
        for attempt in tries {
            allowed += usize::from(attempt.await.expect("no panic"));
        }
        assert_eq!(allowed, 10);
    });

    on_both!(what_is_counted_is_kept_under_a_hash, |store| {
        store.attempt(LIMIT, "192.0.2.1", signature().at).await.expect("count");
        let row = sql::row(&store.db, "SELECT bucket FROM attempt", []).await.expect("query").expect("a row");
        let bucket: String = row.try_get_by_index(0).expect("a text");
        assert!(bucket.len() == 64 && !bucket.contains("192"), "{bucket}");
    });
}

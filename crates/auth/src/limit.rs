//! Limits of attempts, as data: how often an address and an account may try what, in which time.
//!
//! Counting is the store's: one counter for a bucket ([`Limit::bucket`]) and a window ([`Limit::window`]). An attempt is
//! counted before it is looked at, in every bucket of its kind, and goes on when all of them allow it.

use std::net::{IpAddr, Ipv6Addr};

use jiff::{SignedDuration, Timestamp};

use crate::secret::{Key, hex};

/// What is attempted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attempt {
    /// Asking for a mail with a link to sign in or to make an account.
    SignInLink,
    /// Showing a password.
    Password,
    /// Showing a code of an app, or a recovery code.
    SecondFactor,
    /// Beginning or ending a sign-in with a passkey.
    Passkey,
    /// Coming back from an OpenID Connect provider.
    Provider,
    /// Showing a token of a mail, or a signed link.
    Token,
}

impl Attempt {
    /// Every sort of attempt.
    pub const ALL: [Self; 6] = [Self::SignInLink, Self::Password, Self::SecondFactor, Self::Passkey, Self::Provider, Self::Token];

    const fn code(self) -> &'static str {
        match self {
            Self::SignInLink => "sign-in-link",
            Self::Password => "password",
            Self::SecondFactor => "second-factor",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Token => "token",
        }
    }
}

/// For whom attempts are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// The network address they come from; the subject is [`address`].
    Address,
    /// The account they are aimed at, whether it exists or not; the subject is the mail address as it was folded, or the person's id.
    Account,
}

/// At most `most` attempts in a window of `seconds`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is attempted.
    pub attempt: Attempt,
    /// For whom it is added up.
    pub per: Per,
    /// How many attempts go through in one window.
    pub most: u32,
    /// Length of a window; windows begin at multiples of it.
    pub seconds: i64,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// All limits. Addresses get more than accounts: a ministry may have a single one for everybody in it.
pub const LIMITS: &[Limit] = &[
    // Each is a mail to somebody who perhaps did not ask.
    limit(Attempt::SignInLink, Per::Account, 4, HOUR),
    limit(Attempt::SignInLink, Per::Address, 40, HOUR),
    limit(Attempt::Password, Per::Account, 10, 15 * MINUTE),
    limit(Attempt::Password, Per::Account, 50, 24 * HOUR),
    limit(Attempt::Password, Per::Address, 60, 15 * MINUTE),
    // Three of a million codes count at a time: at 30 a day, an attacker who has the password needs twenty years for an even chance.
    limit(Attempt::SecondFactor, Per::Account, 6, 15 * MINUTE),
    limit(Attempt::SecondFactor, Per::Account, 30, 24 * HOUR),
    limit(Attempt::SecondFactor, Per::Address, 60, 15 * MINUTE),
    // Cannot be guessed; the limits keep the work of verifying small.
    limit(Attempt::Passkey, Per::Address, 120, 15 * MINUTE),
    limit(Attempt::Provider, Per::Address, 60, 15 * MINUTE),
    limit(Attempt::Token, Per::Address, 60, 15 * MINUTE),
];

const fn limit(attempt: Attempt, per: Per, most: u32, seconds: i64) -> Limit {
    Limit { attempt, per, most, seconds }
}

/// The limits of one sort of attempt and one way of adding up.
pub fn limits(attempt: Attempt, per: Per) -> impl Iterator<Item = &'static Limit> {
    LIMITS.iter().filter(move |limit| limit.attempt == attempt && limit.per == per)
}

impl Limit {
    /// Under what a subject's attempts are counted: 64 hexadecimal digits, from which nobody without the key learns the subject.
    #[must_use]
    pub fn bucket(&self, key: &Key, subject: &str) -> String {
        let per = match self.per {
            Per::Address => "address",
            Per::Account => "account",
        };
        hex(&key.tag(&[b"ayni attempts", self.attempt.code().as_bytes(), per.as_bytes(), &self.seconds.to_be_bytes(), subject.as_bytes()]))
    }

    /// When the window of this time began.
    #[must_use]
    pub fn window(&self, now: Timestamp) -> Timestamp {
        let now = now.as_second();
        Timestamp::from_second(now - now.rem_euclid(self.seconds)).unwrap_or(Timestamp::MIN)
    }

    /// How long until the next window begins.
    #[must_use]
    pub fn wait(&self, now: Timestamp) -> SignedDuration {
        SignedDuration::from_secs(self.seconds - now.as_second().rem_euclid(self.seconds))
    }

    /// Whether the attempt goes on that is the `count`-th of its bucket and window.
    #[must_use]
    pub const fn allows(&self, count: u32) -> bool {
        count <= self.most
    }
}

/// The subject of a network address: all of IPv4, the first 64 bits of IPv6, which is what one customer is given.
#[must_use]
pub fn address(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("{}/64", Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::{Secret, derive_key};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn every_attempt_is_limited_by_address_and_what_can_be_guessed_by_account() {
        for attempt in Attempt::ALL {
            assert!(limits(attempt, Per::Address).next().is_some(), "{attempt:?}");
        }
        for attempt in [Attempt::SignInLink, Attempt::Password, Attempt::SecondFactor] {
            assert!(limits(attempt, Per::Account).next().is_some(), "{attempt:?}");
        }
        assert!(LIMITS.iter().all(|limit| limit.most > 0 && limit.seconds > 0));
    }

    #[test]
    fn a_window_begins_at_a_multiple_of_its_length_and_ends_with_the_next() {
        let check = |now: i64, begin: i64, wait: i64| {
            let quarter = limit(Attempt::Password, Per::Account, 10, 900);
            assert_eq!((quarter.window(at(now)), quarter.wait(at(now)).as_secs()), (at(begin), wait), "{now}");
        };
        check(0, 0, 900);
        check(899, 0, 1);
        check(900, 900, 900);
        check(1_799_999_999, 1_799_999_100, 1);
        check(-1, -900, 1);
    }

    #[test]
    fn the_last_attempt_goes_through_and_the_one_after_it_does_not() {
        let three = limit(Attempt::Password, Per::Account, 3, 900);
        assert!(three.allows(3) && !three.allows(4));
    }

    #[test]
    fn buckets_keep_subjects_attempts_windows_and_instances_apart() {
        let key = derive_key(&Secret::new().expect("randomness"), "attempts");
        let mut buckets: Vec<String> = LIMITS.iter().flat_map(|limit| ["a@example.org", "b@example.org"].map(|s| limit.bucket(&key, s))).collect();
        buckets.push(LIMITS[0].bucket(&derive_key(&Secret::new().expect("randomness"), "attempts"), "a@example.org"));
        assert!(buckets.iter().all(|bucket| bucket.len() == 64 && !bucket.contains("example")));
        let all = buckets.len();
        buckets.sort();
        buckets.dedup();
        assert_eq!(buckets.len(), all);
    }

    #[test]
    fn an_address_counts_as_what_one_customer_is_given() {
        let check = |ip: &str, subject: &str| assert_eq!(address(ip.parse().expect("an address")), subject);
        check("192.0.2.7", "192.0.2.7");
        check("::ffff:192.0.2.7", "192.0.2.7");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64");
        check("2001:db8:1:2::9", "2001:db8:1:2::/64");
    }
}

//! Tokens: what a single-use secret is for, and for how long it is good.

use jiff::{SignedDuration, Timestamp};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a single-use secret allows; a token of one purpose is worth nothing for another.
    Purpose, "purpose of a token" {
        /// Signing in:
        SignIn = "sign-in",
        /// The second step of signing in with a password:
        SecondFactor = "second-factor",
        /// Setting up a second factor:
        Enrolment = "enrolment",
        /// Registering or using a passkey:
        Passkey = "passkey",
        /// Signing in with another provider:
        OpenIdConnect = "openid-connect",
        /// Showing that a new mail address is one's own:
        MailAddress = "mail-address",
        /// Renewing a mandate from a mail:
        RenewMandate = "renew-mandate",
        /// Confirming, editing or withdrawing a record from a mail:
        Freshness = "freshness",
        /// Ending mails of a topic:
        Unsubscribe = "unsubscribe",
        /// Keeping an account that nobody uses; it was warned when the token was made:
        KeepAccount = "keep-account",
    }
}

impl Purpose {
    /// How long such a token is good when nothing else is said.
    ///
    /// What opens an account is short; what a mail asks for outlives the time in which it is answered.
    #[must_use]
    pub const fn lasts(self) -> SignedDuration {
        match self {
            Self::Passkey => SignedDuration::from_mins(5),
            Self::SecondFactor | Self::OpenIdConnect => SignedDuration::from_mins(10),
            Self::Enrolment => SignedDuration::from_mins(20),
            Self::SignIn => SignedDuration::from_mins(30),
            Self::MailAddress => SignedDuration::from_hours(24),
            Self::RenewMandate => SignedDuration::from_hours(45 * 24),
            Self::KeepAccount => SignedDuration::from_hours(60 * 24),
            Self::Freshness => SignedDuration::from_hours(200 * 24),
            Self::Unsubscribe => SignedDuration::from_hours(400 * 24),
        }
    }

    /// Until when a token made now is good.
    #[must_use]
    pub fn expires_at(self, now: Timestamp) -> Timestamp {
        now.checked_add(self.lasts()).unwrap_or(Timestamp::MAX)
    }
}

/// Whether a token can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenState {
    /// It can.
    Good,
    /// It was used.
    Taken,
    /// Its time has passed.
    Expired,
}

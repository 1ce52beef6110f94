//! Limits: how often something may be tried before it is refused for a while.

use jiff::SignedDuration;

/// How often something may be tried in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is limited; keeps the counters of different limits apart.
    pub name: &'static str,
    /// Most attempts in one window.
    pub most: u32,
    /// Length of the window.
    pub window: SignedDuration,
}

impl Limit {
    const fn new(name: &'static str, most: u32, window: SignedDuration) -> Self {
        Self { name, most, window }
    }
}

/// Links mailed to one address: enough for who mistypes and looks into the wrong folder, too few to flood a mailbox.
pub const LINKS_TO_ADDRESS: Limit = Limit::new("links-to-address", 5, SignedDuration::from_hours(1));
/// Links asked for from one network address: a training room signs in behind one address.
pub const LINKS_FROM_NETWORK: Limit = Limit::new("links-from-network", 60, SignedDuration::from_hours(1));
/// Passwords and codes tried on one account: at this pace a code of six digits stays unguessed for years.
pub const TRIES_ON_ACCOUNT: Limit = Limit::new("tries-on-account", 10, SignedDuration::from_mins(15));
/// Passwords, codes, passkeys and links tried from one network address.
pub const TRIES_FROM_NETWORK: Limit = Limit::new("tries-from-network", 100, SignedDuration::from_mins(15));
/// Files that one person hands in: a library of a day's work, not a store for other things.
pub const UPLOADS_OF_PERSON: Limit = Limit::new("uploads-of-person", 100, SignedDuration::from_hours(24));
/// Steps of signing in (with a passkey, at an identity provider) that are begun from one network address: a page that waits for a passkey
/// begins one by itself.
pub const STEPS_FROM_NETWORK: Limit = Limit::new("steps-from-network", 300, SignedDuration::from_mins(15));
/// Reports of problems from one network address.
pub const REPORTS_FROM_NETWORK: Limit = Limit::new("reports-from-network", 20, SignedDuration::from_hours(1));
/// Requests to a machine for translations, by one person: enough for a day's work at the desk, too few to use the server for something else.
pub const MACHINE_TRANSLATIONS: Limit = Limit::new("machine-translations", 60, SignedDuration::from_hours(1));
/// Downloads of one's own data: each reads everything that is kept of somebody.
pub const DOWNLOADS_OF_PERSON: Limit = Limit::new("downloads-of-person", 5, SignedDuration::from_hours(1));

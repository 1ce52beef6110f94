//! Proofs of identity: that somebody is who they say, by a mailed secret, a password, a code or a passkey.
//!
//! Plain types that others keep and show: no store, no pages. Times are arguments; chance comes from the operating system alone.

pub mod limit;
pub mod passkey;
pub mod password;
pub mod secret;
pub mod totp;

pub use secret::{Key, NoRandomness, Secret};

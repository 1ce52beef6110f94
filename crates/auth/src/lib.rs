//! Proofs of identity: that somebody is who they say, by a mailed secret, a password, a code, a passkey or another's word.
//!
//! Plain types that others keep and show: no store, no pages. Only [`oidc`] speaks to the outside, with the providers that the
//! operator named. Times are arguments; chance comes from the operating system alone.

mod http;
pub mod oidc;
pub mod passkey;
pub mod password;
pub mod secret;
#[cfg(feature = "testing")]
pub mod testing;
pub mod totp;

pub use secret::{Key, NoRandomness, Secret};

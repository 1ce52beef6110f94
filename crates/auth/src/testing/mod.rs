//! The other side of proofs, for the tests of this crate and of those above: a device with a passkey, an identity provider.

mod authenticator;
mod provider;

pub use authenticator::{Authenticator, decoded, encoded};
pub use provider::{CLIENT, CODE, NOW, REDIRECT, SECRET, Script, Signing, SigningKey, TestProvider};

//! The proofs that need somebody on the other side: an authenticator.

mod authenticator;
mod passkey;

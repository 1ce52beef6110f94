//! The proofs that need somebody on the other side: an authenticator, a provider.

mod authenticator;
mod oidc;
mod passkey;
mod provider;

//! The proofs that need somebody on the other side: an authenticator, a provider.

mod oidc;
mod passkey;

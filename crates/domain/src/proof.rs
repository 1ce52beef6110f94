//! Proofs: in which ways somebody can show who they are.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How somebody signed in; their list of sessions says it.
    Proof, "way to sign in" {
        /// A link that was mailed, or that the operator handed over:
        Link = "link",
        Passkey = "passkey",
        /// A password with a second factor:
        Password = "password",
        OpenIdConnect = "openid-connect",
    }
}

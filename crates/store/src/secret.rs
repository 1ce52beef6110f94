//! Secrets: random bytes that somebody holds, of which only the hash is kept.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::record::hex;

/// 32 random bytes that a browser or a mail holds; displayed as 64 hexadecimal digits, and never printed for debugging.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

/// The SHA-256 of a [`Secret`]: what is kept of it. Nobody comes back from it to the secret, which is too random to be guessed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SecretHash(String);

impl Secret {
    /// A new one, from the system's random numbers.
    ///
    /// # Errors
    /// `Random` when the system has none.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| StoreError::Random(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// Reads a secret as it is displayed; no other form is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash(hex(&Sha256::digest(self.0)))
    }
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl SecretHash {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_secret_is_read_in_one_form_only() {
        let secret = Secret::random().expect("random bytes");
        let text = secret.to_string();
        assert_eq!(Secret::parse(&text), Some(secret.clone()));
        assert_ne!(Secret::random().expect("random bytes"), secret);
        for wrong in [text.to_uppercase().as_str(), &text[1..], &format!("{text}0"), &format!(" {}", &text[1..]), "", &"é".repeat(32)] {
            assert!(Secret::parse(wrong).is_none_or(|read| read == secret), "{wrong:?}");
        }
        assert!(!format!("{secret:?}").contains(&text[..8]));
        assert!(!secret.hash().as_str().contains(&text[..8]));
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,70}|[0-9a-f]{63,65}") {
            if let Some(secret) = Secret::parse(&text) {
                prop_assert_eq!(secret.to_string(), text);
            }
        }
    }
}

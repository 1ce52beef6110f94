//! Secrets and signed links: what somebody shows to prove that it was sent to them.
//!
//! A [`Secret`] is given out once and kept as its hash; it needs a row. A signed link needs none: it carries what it
//! says, until when, and a proof that this instance wrote it. It can be used more than once.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::{digest, hmac};
use subtle::ConstantTimeEq;

/// Longest signed link that is read, in bytes.
pub const LONGEST_LINK: usize = 4096;

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

/// Random bytes of the operating system, the only source of chance.
///
/// # Errors
/// `NoRandomness`.
pub fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// 32 random bytes that a person or a program shows; never logged, never kept.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A fresh secret.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub fn new() -> Result<Self, NoRandomness> {
        random().map(Self)
    }

    /// Reads what [`Secret::reveal`] wrote; nothing else is a secret.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 43).then(|| URL_SAFE_NO_PAD.decode(text).ok())??.try_into().ok().map(Self)
    }

    /// The secret as text for a cookie or an address: base64url without padding, 43 characters.
    #[must_use]
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// SHA-256 of the bytes, what the store keeps.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        sha256(&self.0)
    }

    /// [`Secret::hash`] as 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hash_text(&self) -> String {
        hex(&self.hash())
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

/// A key of the instance for one use; made by [`derive_key`].
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// HMAC-SHA256 of the parts; their lengths go in, so that no two lists of parts give the same bytes.
    pub(crate) fn tag(&self, parts: &[&[u8]]) -> [u8; 32] {
        tag(&self.0, parts)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

/// The key for one use, `label`, from the master key of the instance; who knows one learns nothing about another.
#[must_use]
pub fn derive_key(master: &Secret, label: &str) -> Key {
    Key(tag(&master.0, &[b"ayni key", label.as_bytes()]))
}

/// Why a signed link does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is not of the form of a link; perhaps a mail program cut it.
    #[error("the link is not complete")]
    Malformed,
    /// This instance did not write it, or wrote it for another purpose.
    #[error("the link is not genuine")]
    Forged,
    /// It was genuine and its time is over.
    #[error("the link has expired")]
    Expired,
}

/// Writes a signed link: `payload.expires.proof`, safe in an address as it is.
///
/// The payload can be read by everybody who has the link. It counts until `expires`, to the second.
#[must_use]
pub fn sign(key: &Key, purpose: &str, payload: &str, expires: Timestamp) -> String {
    let expires = expires.as_second();
    let proof = key.tag(&[b"ayni link", purpose.as_bytes(), payload.as_bytes(), &expires.to_be_bytes()]);
    format!("{}.{expires}.{}", URL_SAFE_NO_PAD.encode(payload), URL_SAFE_NO_PAD.encode(proof))
}

/// Reads a signed link and gives its payload.
///
/// # Errors
/// `LinkError`; that a link has expired is said only of genuine ones.
pub fn verify(key: &Key, purpose: &str, text: &str, now: Timestamp) -> Result<String, LinkError> {
    let (payload, expires, proof) = take_apart(text).ok_or(LinkError::Malformed)?;
    let expected = key.tag(&[b"ayni link", purpose.as_bytes(), payload.as_bytes(), &expires.to_be_bytes()]);
    if !bool::from(expected.ct_eq(&proof)) {
        return Err(LinkError::Forged);
    }
    if now.as_second() >= expires { Err(LinkError::Expired) } else { Ok(payload) }
}

fn take_apart(text: &str) -> Option<(String, i64, [u8; 32])> {
    if text.len() > LONGEST_LINK {
        return None;
    }
    let mut parts = text.split('.');
    let (payload, expires, proof) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let payload = String::from_utf8(URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
    let seconds: i64 = expires.parse().ok()?;
    let canonical = seconds.to_string() == expires;
    canonical.then_some((payload, seconds, URL_SAFE_NO_PAD.decode(proof).ok()?.try_into().ok()?))
}

fn tag(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key));
    for part in parts {
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part);
    }
    to_array(context.sign().as_ref())
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    to_array(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn to_array(bytes: &[u8]) -> [u8; 32] {
    std::array::from_fn(|at| bytes.get(at).copied().unwrap_or_default())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(label: &str) -> Key {
        derive_key(&Secret([7; 32]), label)
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn a_secret_is_read_back_from_its_text_and_from_nothing_else() {
        let secret = Secret::new().expect("randomness");
        let text = secret.reveal();
        assert_eq!(Secret::parse(&text), Some(secret));
        for wrong in ["", &text[1..], &format!("{text}="), &format!(" {text}"), &format!("{text}A"), &format!("+{}", &text[1..])] {
            assert_eq!(Secret::parse(wrong), None, "{wrong}");
        }
        let loose_bits = format!("{}B", "A".repeat(42));
        assert_eq!(Secret::parse(&loose_bits), None, "one secret has one text");
    }

    #[test]
    fn two_secrets_differ_and_neither_shows_itself() {
        let (one, other) = (Secret::new().expect("randomness"), Secret::new().expect("randomness"));
        assert_ne!(one, other);
        assert_ne!(one.hash(), other.hash());
        assert_eq!(format!("{one:?} {:?}", key("a")), "Secret(hidden) Key(hidden)");
    }

    #[test]
    fn the_hash_is_sha256_in_hexadecimal() {
        let expected = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"; // of 32 zero bytes
        assert_eq!(Secret([0; 32]).hash_text(), expected);
    }

    #[test]
    fn keys_for_different_uses_differ() {
        assert_ne!(key("unsubscribe").0, key("attempts").0);
        assert_ne!(key("a").0, derive_key(&Secret([8; 32]), "a").0);
    }

    #[test]
    fn a_link_counts_for_its_key_purpose_text_and_time_only() {
        let link = sign(&key("mail"), "unsubscribe", "daily:añu", at(100));
        let check = |key: &Key, purpose: &str, text: &str, now: i64, expected: Result<&str, LinkError>| {
            assert_eq!(verify(key, purpose, text, at(now)), expected.map(str::to_owned), "{purpose} {text} {now}");
        };
        check(&key("mail"), "unsubscribe", &link, 99, Ok("daily:añu"));
        check(&key("mail"), "unsubscribe", &link, 100, Err(LinkError::Expired));
        check(&key("mail"), "confirm", &link, 99, Err(LinkError::Forged));
        check(&key("else"), "unsubscribe", &link, 99, Err(LinkError::Forged));
        check(&key("else"), "unsubscribe", &link, 101, Err(LinkError::Forged));
        let later = link.replace(".100.", ".101.");
        check(&key("mail"), "unsubscribe", &later, 100, Err(LinkError::Forged));
        for wrong in ["", "..", &link[..link.len() - 1], &format!("{link}."), &link.replace(".100.", ".0100."), &"a".repeat(5000)] {
            check(&key("mail"), "unsubscribe", wrong, 99, Err(LinkError::Malformed));
        }
    }

    #[test]
    fn purpose_and_payload_do_not_run_into_each_other() {
        let link = sign(&key("mail"), "ab", "c", at(100));
        let moved = link.replace(&URL_SAFE_NO_PAD.encode("c"), &URL_SAFE_NO_PAD.encode("bc"));
        assert_eq!(verify(&key("mail"), "a", &moved, at(0)), Err(LinkError::Forged));
    }

    proptest! {
        #[test]
        fn what_was_signed_is_read_back(payload in "\\PC{0,60}", purpose in "[a-z]{1,9}") {
            let link = sign(&key("mail"), &purpose, &payload, at(10));
            prop_assert_eq!(verify(&key("mail"), &purpose, &link, at(9)), Ok(payload));
        }

        #[test]
        fn any_text_is_refused_without_panic(text in "\\PC{0,80}") {
            prop_assert!(verify(&key("mail"), "a", &text, at(0)).is_err());
            let _ = Secret::parse(&text);
        }
    }
}

//! Passwords: which ones are good enough, and how they are kept.
//!
//! Hashing and verifying take tens of milliseconds and 19 MiB each, on purpose: call them on a thread that may block, and not too many at once.

use std::collections::HashSet;
use std::sync::OnceLock;

use argon2::password_hash::{self, PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use ayni_domain::fold;
use unicode_normalization::UnicodeNormalization;

use crate::secret::{NoRandomness, random};

/// Fewest characters of a password.
pub const SHORTEST: usize = 12;
/// Most characters of a password.
pub const LONGEST: usize = 256;
/// Fewest characters that are neither a common word, nor the person's own, nor the next of a row.
pub const FEWEST_FREE: usize = 6;

/// Why a password cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// It has fewer than [`SHORTEST`] characters.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// It has more than [`LONGEST`] characters.
    #[error("a password has at most {LONGEST} characters")]
    TooLong,
    /// It is made of words and rows that everybody tries first.
    #[error("the password is too common")]
    Common,
    /// It is made of the person's name, handle or mail address.
    #[error("the password is too close to the name or mail address")]
    Yourself,
}

/// What went wrong with hashing or with a kept hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// No salt could be made.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// The password cannot be hashed; [`check`] would have refused it.
    #[error("the password is too long")]
    TooLong,
    /// The kept hash is not one.
    #[error("password hash: {0}")]
    Hash(String),
}

/// Whether a password is the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is not, or there is none.
    Wrong,
    /// It is.
    Right {
        /// The hash was made with other parameters than today's: make a new one while the password is at hand.
        rehash: bool,
    },
}

/// Whether a password may be chosen by somebody with these names (name, handle, mail address).
///
/// # Errors
/// `PasswordFault`, the first that applies.
pub fn check(password: &str, names: &[&str]) -> Result<(), PasswordFault> {
    let prepared = prepare(password).ok_or(PasswordFault::TooLong)?;
    if prepared.chars().count() < SHORTEST {
        return Err(PasswordFault::TooShort);
    }
    let own: HashSet<String> = names.iter().flat_map(|name| fold::words(name)).filter(|word| word.chars().count() >= SHORTEST_WORD).collect();
    let free = |is_word: &dyn Fn(&str) -> bool| readings(&prepared).iter().map(|reading| count_free(reading, is_word)).min().unwrap_or_default();
    if free(&|_| false) < FEWEST_FREE {
        return Err(PasswordFault::Common); // nothing but a row
    }
    if free(&|word| own.contains(word)) < FEWEST_FREE {
        return Err(PasswordFault::Yourself);
    }
    if free(&|word| own.contains(word) || common().contains(word)) < FEWEST_FREE {
        return Err(PasswordFault::Common);
    }
    Ok(())
}

/// Hashes a password for the store: Argon2id, 19 MiB, two passes, one lane, in the PHC form that names them.
///
/// # Errors
/// `Randomness`, or `TooLong` for a password that [`check`] refuses as such.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    let password = prepare(password).ok_or(PasswordError::TooLong)?;
    let salt = SaltString::encode_b64(&random::<16>()?).map_err(of_hash)?;
    Ok(hasher().hash_password(password.as_bytes(), &salt).map_err(of_hash)?.to_string())
}

/// Compares a password with a kept hash; `None` for somebody unknown or without a password.
///
/// It takes as long for `None` as for a hash, so that time does not tell who has an account.
///
/// # Errors
/// `Hash` when the kept hash is not one.
pub fn verify(password: &str, kept: Option<&str>) -> Result<Verdict, PasswordError> {
    let (password, hash, known) = match (prepare(password), kept) {
        (Some(password), Some(hash)) => (password, hash, true),
        (password, _) => (password.unwrap_or_default(), NOBODY, false),
    };
    let parsed = PasswordHash::new(hash).map_err(of_hash)?;
    match hasher().verify_password(password.as_bytes(), &parsed) {
        Ok(()) if known => Ok(Verdict::Right { rehash: !is_todays(&parsed) }),
        Ok(()) | Err(password_hash::Error::Password) => Ok(Verdict::Wrong),
        Err(error) => Err(of_hash(error)),
    }
}

/// A hash with today's parameters that no password has.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$YXluaSBub2JvZHkgaGVyZQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The second choice of OWASP's cheat sheet for password storage: 19 MiB, t = 2, p = 1.
fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

fn is_todays(hash: &PasswordHash<'_>) -> bool {
    let same = |params: Params| {
        let today = Params::DEFAULT;
        (params.m_cost(), params.t_cost(), params.p_cost()) == (today.m_cost(), today.t_cost(), today.p_cost())
    };
    hash.algorithm == argon2::ARGON2ID_IDENT && hash.version == Some(Version::V0x13.into()) && Params::try_from(hash).is_ok_and(same)
}

fn of_hash(error: password_hash::Error) -> PasswordError {
    PasswordError::Hash(error.to_string())
}

/// The one form of a text that can be typed in several ways (NFKC); `None` when it is too long.
fn prepare(password: &str) -> Option<String> {
    if password.len() > 4 * LONGEST {
        return None; // before anything is done with it
    }
    let prepared: String = password.nfkc().collect();
    (prepared.chars().count() <= LONGEST).then_some(prepared)
}

const SHORTEST_WORD: usize = 3;

fn common() -> &'static HashSet<&'static str> {
    static COMMON: OnceLock<HashSet<&'static str>> = OnceLock::new();
    COMMON.get_or_init(|| include_str!("common-passwords.txt").split_whitespace().collect())
}

/// What a password says when digits and signs stand for letters, as in `p4$$w0rd`, and when they do not.
fn readings(password: &str) -> [Vec<char>; 3] {
    let plain: Vec<char> = fold::fold(password).chars().filter(|c| !c.is_whitespace()).collect();
    let read = |one: char| {
        let letter = |c: &char| match c {
            '0' => 'o',
            '1' | '!' => one,
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => *other,
        };
        plain.iter().map(letter).collect()
    };
    [read('i'), read('l'), plain]
}

/// How many characters are neither part of a word, nor equal or next to the one before; a year counts as one.
fn count_free(text: &[char], is_word: &dyn Fn(&str) -> bool) -> usize {
    let mut free = 0;
    let mut before: Option<char> = None;
    let mut rest = text;
    while let Some((&c, others)) = rest.split_first() {
        if let Some(length) = word_at(rest, is_word) {
            rest = &rest[length..];
            before = None;
        } else if is_year(rest) {
            rest = &rest[4..];
            free += 1;
            before = None;
        } else {
            free += usize::from(before.is_none_or(|before| (before as u32).abs_diff(c as u32) > 1));
            rest = others;
            before = Some(c);
        }
    }
    free
}

/// Length of the longest word that a text begins with.
fn word_at(text: &[char], is_word: &dyn Fn(&str) -> bool) -> Option<usize> {
    const LONGEST_WORD: usize = 32;
    (SHORTEST_WORD..=LONGEST_WORD.min(text.len())).rev().find(|length| is_word(&text[..*length].iter().collect::<String>()))
}

fn is_year(text: &[char]) -> bool {
    matches!(text, ['1', '9', a, b, ..] | ['2', '0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_password_is_long_enough_uncommon_and_not_the_person() {
        let check = |password: &str, expected: Result<(), PasswordFault>| {
            assert_eq!(super::check(password, &["Ana López Quispe", "alopez", "ana.lopez@trabajo.example"]), expected, "{password}");
        };
        check("tejido rojo de la abuela", Ok(()));
        check("three goats on a wet roof", Ok(()));
        check("7$2@91!5&3^8x1q", Ok(()));
        check("q7Gd-v9Xp-2mRk", Ok(()));
        check("三只山羊在湿屋顶上面跳舞吧", Ok(()));
        check("kusikuy wayra", Ok(()));
        check("short", Err(PasswordFault::TooShort));
        check("eleven char", Err(PasswordFault::TooShort));
        check(&"xq9!".repeat(65), Err(PasswordFault::TooLong));
        check(&"a".repeat(100_000), Err(PasswordFault::TooLong));
        for common in
            ["password1234", "Passw0rd2024!", "P@$$w0rd!!!!", "123456789012", "aaaaaaaaaaaaaa", "qwertyuiop[]", "correct horse battery staple"]
        {
            check(common, Err(PasswordFault::Common));
        }
        for common in
            ["contraseña2025", "MotDePasse123!", "Barcelona2024", "abcdefghijklmnop", "Admin Admin Admin", "welcome to ayni", "111222333444"]
        {
            check(common, Err(PasswordFault::Common));
        }
        for own in ["analopezquispe", "Ana López 1984", "LÓPEZ-quispe-7", "ana.lopez@trabajo.example", "alopezalopez12"] {
            check(own, Err(PasswordFault::Yourself));
        }
    }

    #[test]
    fn common_passwords_are_folded_words_that_stand_once() {
        let words: Vec<&str> = include_str!("common-passwords.txt").split_whitespace().collect();
        assert_eq!(words.len(), common().len());
        for word in words {
            assert!(fold::fold(word) == word && word.chars().count() >= SHORTEST_WORD, "{word}");
        }
    }

    #[test]
    fn the_right_password_is_right_however_it_was_typed() {
        let kept = hash("crème de la forêt").expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        let check = |password: &str, expected: Verdict| assert_eq!(verify(password, Some(&kept)), Ok(expected), "{password}");
        check("crème de la forêt", Verdict::Right { rehash: false });
        check("cre\u{300}me de la fore\u{302}t", Verdict::Right { rehash: false });
        check("creme de la foret", Verdict::Wrong);
        check("", Verdict::Wrong);
        check(&"x".repeat(100_000), Verdict::Wrong);
    }

    #[test]
    fn the_same_password_has_a_different_hash_each_time() {
        assert_ne!(hash("three goats on a wet roof"), hash("three goats on a wet roof"));
    }

    #[test]
    fn somebody_unknown_is_verified_at_the_price_of_somebody_known() {
        assert_eq!(verify("three goats on a wet roof", None), Ok(Verdict::Wrong));
        assert!(is_todays(&PasswordHash::new(NOBODY).expect("a hash")));
    }

    #[test]
    fn a_hash_of_other_parameters_counts_and_asks_to_be_made_anew() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(4096, 1, 1, None).expect("parameters"));
        let salt = SaltString::encode_b64(&[3; 16]).expect("a salt");
        let kept = weak.hash_password(b"three goats", &salt).expect("a hash").to_string();
        assert_eq!(verify("three goats", Some(&kept)), Ok(Verdict::Right { rehash: true }));
        assert_eq!(verify("three boats", Some(&kept)), Ok(Verdict::Wrong));
    }

    #[test]
    fn what_is_not_a_hash_is_an_error_and_no_verdict() {
        for kept in ["", "three goats", "$argon2id$v=19$m=19456,t=2,p=1$", "$2y$10$abcdefghijklmnopqrstuv"] {
            assert!(matches!(verify("three goats", Some(kept)), Err(PasswordError::Hash(_))), "{kept}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_panic(password in "\\PC{0,60}", name in "\\PC{0,40}") {
            let _ = check(&password, &[&name]);
        }
    }
}

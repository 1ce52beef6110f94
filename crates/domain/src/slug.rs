//! Slugs: the readable part of a record's address.

use std::fmt;

/// 1 to 120 of a-z, 0-9 and single inner hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Slug(String);

/// Longest slug that is accepted, in bytes.
pub const LONGEST: usize = 120;

impl Slug {
    /// Reads a slug; the only way to make one.
    ///
    /// # Errors
    /// `SlugError` when the text is empty, too long, or has anything but a-z, 0-9 and single inner hyphens.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let well_formed = !text.is_empty()
            && text.len() <= LONGEST
            && text.bytes().all(allowed)
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if well_formed { Ok(Self(text.to_owned())) } else { Err(SlugError) }
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a slug has 1 to {LONGEST} of a-z, 0-9 and single inner hyphens")]
pub struct SlugError;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, valid: bool) {
        assert_eq!(Slug::parse(text).is_ok(), valid, "{text:?}");
    }

    #[test]
    fn slugs_are_lower_case_ascii_with_single_inner_hyphens() {
        check("cplp", true);
        check("ilo-g7plus-2014", true);
        check("", false);
        check("-cplp", false);
        check("cplp-", false);
        check("a--b", false);
        check("CPLP", false);
        check("são-tomé", false);
        check("../etc", false);
        check(&"a".repeat(LONGEST), true);
        check(&"a".repeat(LONGEST + 1), false);
    }
}

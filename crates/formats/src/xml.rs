//! XML text: what must be escaped is, and what XML 1.0 forbids is dropped.

use std::fmt::{self, Write};

/// Text that writes itself escaped, for element content and for attribute values alike.
///
/// Tab and line ends become character references, which survive the normalization of attribute values.
pub(crate) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars().filter(|&c| is_allowed(c)) {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' => f.write_str("&#9;")?,
                '\n' => f.write_str("&#10;")?,
                '\r' => f.write_str("&#13;")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Whether XML 1.0 allows the character, escaped or not (production 2, `Char`).
pub(crate) const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_reader_gets_the_text_back_without_what_is_forbidden(text in any::<String>()) {
            let allowed: String = text.chars().filter(|&c| is_allowed(c)).collect();
            let xml = format!("<a b=\"{0}\">{0}</a>", Escaped(&text));
            let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
            prop_assert_eq!(document.root_element().attribute("b"), Some(allowed.as_str()));
            prop_assert_eq!(document.root_element().text().unwrap_or_default(), allowed);
        }
    }
}

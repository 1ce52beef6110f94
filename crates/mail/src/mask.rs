//! Masking: a mail as others than its reader may look at it. Links in mails let people in: who reads them could become them.

/// What stands in the place of a secret.
pub const MASK: &str = "•••";
/// A word of a slug is shorter than this; a secret is longer.
const LONGEST_WORD: usize = 24;

/// The same text, where links show where they lead but not the secrets in them.
///
/// Of an address after the host only parts stay that look like words (`desk`, `learning-the-trade`, identifiers of drafts); a long word of
/// letters and digits is masked wherever it stands.
#[must_use]
pub fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = next_address(rest) {
        let (before, address) = rest.split_at(at);
        out.push_str(&without_long_words(before));
        let end = address.find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\'' | '`')).unwrap_or(address.len());
        let (address, after) = address.split_at(end);
        out.push_str(&masked_address(address));
        rest = after;
    }
    out.push_str(&without_long_words(rest));
    out
}

fn next_address(text: &str) -> Option<usize> {
    ["http://", "https://"].iter().filter_map(|scheme| text.find(scheme)).min()
}

fn masked_address(address: &str) -> String {
    let host_at = address.find("://").map_or(0, |at| at + 3);
    let path_at = address[host_at..].find(['/', '?', '#']).map_or(address.len(), |at| host_at + at);
    let (host, path) = address.split_at(path_at);
    let mut out = without_long_words(host);
    for piece in path.split_inclusive(['/', '?', '#', '&', '=']) {
        let (word, end) = match piece.char_indices().next_back() {
            Some((at, '/' | '?' | '#' | '&' | '=')) => piece.split_at(at),
            _ => (piece, ""),
        };
        out.push_str(if is_harmless(word) { word } else { MASK });
        out.push_str(end);
    }
    out
}

/// Whether a part of an address can be shown: a slug or identifier, with the stop of a sentence after it.
fn is_harmless(part: &str) -> bool {
    let word = part.trim_end_matches(['.', ',', ';', ':', ')', '!']);
    word.len() <= 80 && word.split('-').all(|word| word.len() < LONGEST_WORD && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Masks words that are long and have a digit: no language writes such words.
fn without_long_words(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
        out.push_str(before);
        let is_secret = word.len() > 32 && word.bytes().any(|b| b.is_ascii_digit());
        out.push_str(if is_secret { MASK } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(mask(text), expected, "{text}");
    }

    #[test]
    fn links_show_where_they_lead_and_not_what_lets_somebody_in() {
        let hex = "0a".repeat(32);
        check(&format!("Open https://ayni.example/en/sign-in/{hex} soon."), "Open https://ayni.example/en/sign-in/••• soon.");
        check(&format!("<https://ayni.example/unsubscribe/{hex}>"), "<https://ayni.example/unsubscribe/•••>");
        check(&format!("<a href=\"http://localhost:8080/en/renew/{hex}?act=edit\">"), "<a href=\"http://localhost:8080/en/renew/•••?act=edit\">");
        check("https://a.example/ar/x/eyJ0Ijo.1700000000.Zm9v-YmFy_x", "https://a.example/ar/x/•••");
        check(&format!("code {hex}, or {hex}"), "code •••, or •••");
        let kept = "https://ayni.example/es/practices/learning-the-trade, https://a.example/en/drafts/0197c0de-0000-7000-8000-000000000001.";
        check(kept, kept);
        check("Entschädigungsgesetzgebung", "Entschädigungsgesetzgebung");
    }

    proptest! {
        #[test]
        fn no_secret_is_left_whatever_stands_around_it(
            before in "(\\PC{0,12}|https?://[a-z./?=&-]{0,12}|\n)", secret in "[0-9a-f]{63}[0-9]", after in "([^0-9a-zA-Z_]\\PC{0,12})?",
        ) {
            let shown = mask(&format!("{before}{secret}{after}"));
            prop_assert!(!shown.contains(&secret), "{}", shown);
        }
    }
}

//! The text of a file whose encoding nobody states: UTF-8, UTF-16 with its mark, else Windows-1252, as spreadsheets of Western Europe save.

/// What Windows-1252 has from 0x80 to 0x9F; the five that it leaves open are control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜',
    '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text, and whether its encoding was guessed; `None` for what is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, bool)> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((utf16(rest, u16::from_le_bytes), false)),
        [0xFE, 0xFF, rest @ ..] => Some((utf16(rest, u16::from_be_bytes), false)),
        _ if bytes.contains(&0) => None,
        _ => Some(match std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) {
            Ok(text) => (text.to_owned(), false),
            Err(_) => (bytes.iter().map(|&byte| windows_1252(byte)).collect(), true),
        }),
    }
}

/// What is no character stands as U+FFFD.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| if let [a, b] = *pair { unit([a, b]) } else { 0xFFFD });
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(bytes: &[u8], expected: Option<(&str, bool)>) {
        assert_eq!(decode(bytes), expected.map(|(text, guessed)| (text.to_owned(), guessed)), "{bytes:?}");
    }

    #[test]
    fn the_encoding_is_known_or_guessed() {
        check("é;ж".as_bytes(), Some(("é;ж", false)));
        check(b"\xEF\xBB\xBFa", Some(("a", false)));
        check(b"\xFF\xFEa\0\x36\x04", Some(("aж", false)));
        check(b"\xFE\xFF\0a\x04\x36", Some(("aж", false)));
        check(b"caf\xE9 \x80 \x93\x94", Some(("café € “”", true)));
        check(b"PK\0\x01", None);
        check(b"\xFF\xFEa\0\x00\xD8b", Some(("a\u{fffd}\u{fffd}", false)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            decode(&bytes);
        }
    }
}

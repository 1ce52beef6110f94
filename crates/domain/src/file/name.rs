//! Names of files: what a reader's system may be given, whatever the uploader's called it.

use super::FileType;

/// Most characters of a name without its ending.
const MOST_CHARACTERS: usize = 100;
/// Most bytes of a name without its ending: file systems allow 255 in all.
const MOST_BYTES: usize = 200;
/// Names that mean devices on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name that is safe to give to any system and any reader, with the ending of the type.
///
/// Folders, control characters, characters that turn the direction of writing, invisible ones and those that some system
/// forbids are taken out; what is left of `../../etc/passwd` is `passwd`. An ending that says another type stays in front of the right one.
#[must_use]
pub fn safe_name(name: &str, file_type: FileType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !is_hidden(*c)).map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    let spaced = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let (stem, ending) = match spaced.rsplit_once('.') {
        Some((stem, ending)) if file_type.fits(&spaced) => (stem, ending.to_ascii_lowercase()),
        _ => (spaced.as_str(), file_type.code().to_owned()),
    };
    let stem = shortened(stem.trim_matches(|c: char| c == '.' || c.is_whitespace()));
    match stem.trim_end_matches(['.', ' ']) {
        "" => format!("file.{ending}"),
        device if is_device(device) => format!("_{device}.{ending}"),
        stem => format!("{stem}.{ending}"),
    }
}

/// Control characters, and those that show nothing or turn the direction of what follows. The joiners that Persian and the
/// scripts of India need stay.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{61c}' | '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | '\u{fffd}')
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    DEVICES.contains(&first.trim_end_matches(|c: char| c.is_ascii_digit()))
}

fn shortened(stem: &str) -> &str {
    let by_characters = stem.char_indices().nth(MOST_CHARACTERS).map_or(stem.len(), |(at, _)| at);
    let end = (0..=by_characters.min(MOST_BYTES)).rev().find(|&at| stem.is_char_boundary(at)).unwrap_or(0);
    &stem[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_plain_and_has_the_ending_of_its_type() {
        for (name, expected) in [
            ("Relatório anual.PDF", "Relatório anual.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\temp\\تقرير.pdf", "تقرير.pdf"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe.pdf"),
            ("a\0b\r\nc.pdf", "ab c.pdf"),
            ("report.v2", "report.v2.pdf"),
            ("a<b>:\"c\"|?*.pdf", "a_b___c____.pdf"),
            (" . .pdf", "file.pdf"),
            (".htaccess", "htaccess.pdf"),
            ("CON.pdf", "_CON.pdf"),
            ("com1", "_com1.pdf"),
            ("compendium.pdf", "compendium.pdf"),
            ("", "file.pdf"),
            ("....", "file.pdf"),
        ] {
            assert_eq!(safe_name(name, FileType::Pdf), expected, "{name:?}");
        }
        assert_eq!(safe_name("photo.JPEG", FileType::Jpeg), "photo.jpeg");
        assert_eq!(safe_name(&"报".repeat(300), FileType::Epub), format!("{}.epub", "报".repeat(66)));
    }

    proptest! {
        #[test]
        fn every_name_becomes_a_safe_one(name in "\\PC{0,300}|[./\\\\\u{202e}\u{0}-\u{1f} a]{0,40}") {
            let safe = safe_name(&name, FileType::Docx);
            prop_assert!(safe.len() <= 220 && FileType::Docx.fits(&safe) && !safe.starts_with('.'));
            prop_assert!(!safe.contains(|c: char| c == '/' || c == '\\' || c.is_control() || is_hidden(c)));
            prop_assert_eq!(safe_name(&safe, FileType::Docx), safe);
        }
    }
}

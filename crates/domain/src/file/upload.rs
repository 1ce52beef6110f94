//! Files that people hand in with a browser: which types, how large, how many, and why one is not taken.

use super::{FileType, sniff};
use crate::kind::Kind;

/// Types that a record can be given in the browser. Films stay where they are and become links.
pub const RECORD_FILES: &[FileType] = &[FileType::Pdf, FileType::Epub, FileType::Docx, FileType::Png, FileType::Jpeg, FileType::Mp3];
/// Types of a letter that speaks for somebody.
pub const LETTERS: &[FileType] = &[FileType::Pdf, FileType::Png, FileType::Jpeg];

/// Most files that a draft adds to its record.
pub const MOST_FILES: usize = 20;
/// Largest letter, in bytes.
pub const LARGEST_LETTER: u64 = 10_000_000;
/// Largest file of a record where the operator says nothing else, in bytes.
pub const LARGEST_FILE: u64 = 50_000_000;
/// Longest title of a file, in characters.
pub const LONGEST_TITLE: usize = 300;

/// Whether records of a kind are given files in the browser: those that tell or are something that can be read.
#[must_use]
pub const fn takes_files(kind: Kind) -> bool {
    matches!(kind, Kind::Publication | Kind::Practice | Kind::Initiative)
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unaccepted {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The content is of no type that is taken here.
    #[error("the content is of no type that is taken")]
    Type,
    /// The content is of this type, and the name says another.
    #[error("the content is {0}, and the name says otherwise")]
    Name(FileType),
}

/// The type of a file that is handed in; its content decides, and its name must agree.
///
/// # Errors
/// Why it is not taken.
pub fn accept(name: &str, content: &[u8], types: &[FileType]) -> Result<FileType, Unaccepted> {
    if content.is_empty() {
        return Err(Unaccepted::Empty);
    }
    let file_type = sniff(content).filter(|file_type| types.contains(file_type)).ok_or(Unaccepted::Type)?;
    if file_type.fits(name) { Ok(file_type) } else { Err(Unaccepted::Name(file_type)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, content: &[u8], types: &[FileType], expected: Result<FileType, Unaccepted>) {
        assert_eq!(accept(name, content, types), expected, "{name}");
    }

    #[test]
    fn a_file_is_taken_by_its_content_when_its_name_agrees() {
        check("Informe.PDF", b"%PDF-1.7", RECORD_FILES, Ok(FileType::Pdf));
        check("voz.mp3", b"ID3\x04\0", RECORD_FILES, Ok(FileType::Mp3));
        check("voz.mp3", b"ID3\x04\0", LETTERS, Err(Unaccepted::Type));
        check("a.pdf", b"", RECORD_FILES, Err(Unaccepted::Empty));
        check("a.pdf", b"MZ\x90\0", RECORD_FILES, Err(Unaccepted::Type));
        check("a.csv", b"a,b\nc,d", RECORD_FILES, Err(Unaccepted::Type));
        check("a.exe", b"%PDF-1.7", RECORD_FILES, Err(Unaccepted::Name(FileType::Pdf)));
        check("a.docx", b"\xff\xd8\xff\xe0", RECORD_FILES, Err(Unaccepted::Name(FileType::Jpeg)));
        check("", b"\xff\xd8\xff\xe0", LETTERS, Err(Unaccepted::Name(FileType::Jpeg)));
    }

    #[test]
    fn letters_are_types_that_records_take_too() {
        assert!(LETTERS.iter().all(|file_type| RECORD_FILES.contains(file_type)));
    }
}

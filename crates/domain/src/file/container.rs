//! Archives: the list of parts of a ZIP file, and which document it is.
//!
//! Only the central directory is read, as every reader of ZIP files does; whatever does not fit is no archive. Archives of more than
//! four gigabytes and encrypted ones are not read.

use std::ops::Range;

use super::FileType;

/// Most parts that an archive may have.
pub const MOST_ENTRIES: usize = 10_000;

/// Endings of parts that systems run when they are opened.
const EXECUTABLE: [&str; 17] = ["exe", "dll", "bat", "cmd", "scr", "msi", "js", "jse", "vbs", "vbe", "wsf", "hta", "ps1", "lnk", "jar", "apk", "app"];

/// One part of an archive, as the central directory describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Path inside the archive; nothing here writes it to a disk.
    pub name: &'a str,
    /// How it is packed: 0 not at all, 8 deflated.
    pub method: u16,
    /// Bytes in the archive.
    pub packed: u32,
    /// Bytes that it says it unpacks to; a claim, nothing more.
    pub unpacked: u32,
    header: u32,
}

/// A ZIP file and its parts.
pub struct Container<'a> {
    content: &'a [u8],
    entries: Vec<Entry<'a>>,
}

impl<'a> Container<'a> {
    /// Reads the list of parts; `None` when it is broken, encrypted, or longer than [`MOST_ENTRIES`].
    #[must_use]
    pub fn read(content: &'a [u8]) -> Option<Self> {
        let end = end_record(content)?;
        let (count, mut at) = (usize::from(u16_at(content, end + 10)?), usize::try_from(u32_at(content, end + 16)?).ok()?);
        if count > MOST_ENTRIES {
            return None;
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let (entry, next) = entry(content, at)?;
            entries.push(entry);
            at = next;
        }
        (at <= end).then_some(Self { content, entries })
    }

    /// The parts, in the order of the central directory.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// The packed bytes of a part; `None` when they do not lie inside the archive.
    #[must_use]
    pub fn packed(&self, entry: &Entry<'_>) -> Option<&'a [u8]> {
        let header = usize::try_from(entry.header).ok()?;
        if self.content.get(header..header.checked_add(4)?)? != b"PK\x03\x04" {
            return None;
        }
        let (name, extra) = (u16_at(self.content, header + 26)?, u16_at(self.content, header + 28)?);
        let start = header + 30 + usize::from(name) + usize::from(extra);
        self.content.get(start..start.checked_add(usize::try_from(entry.packed).ok()?)?)
    }
}

/// Where the end of the central directory is recorded: its comment reaches exactly to the end of the file.
fn end_record(content: &[u8]) -> Option<usize> {
    let last = content.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let fits = |&at: &usize| {
        content[at..].starts_with(b"PK\x05\x06") && u16_at(content, at + 20).is_some_and(|comment| at + 22 + usize::from(comment) == content.len())
    };
    (first..=last).rev().find(fits)
}

/// The entry of the central directory at a position, and where the next one begins.
fn entry(content: &[u8], at: usize) -> Option<(Entry<'_>, usize)> {
    let part = |range: Range<usize>| content.get(at.checked_add(range.start)?..at.checked_add(range.end)?);
    let is_encrypted = u16_at(content, at.checked_add(8)?)? & 1 == 1;
    if part(0..4)? != b"PK\x01\x02" || is_encrypted {
        return None;
    }
    let length = |offset: usize| u16_at(content, at + offset).map(usize::from);
    let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
    let entry = Entry {
        name: std::str::from_utf8(part(46..46 + name)?).unwrap_or_default(), // a name in another encoding is none that is looked for
        method: u16_at(content, at + 10)?,
        packed: u32_at(content, at + 20)?,
        unpacked: u32_at(content, at + 24)?,
        header: u32_at(content, at + 42)?,
    };
    Some((entry, at + 46 + name + extra + comment))
}

fn u16_at(content: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(content.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(content: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(content.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The type of an archive: a document by its parts, else a plain archive; `None` for programs and for documents of other types.
pub(super) fn sniff(content: &[u8]) -> Option<FileType> {
    let container = Container::read(content)?;
    let has = |name: &str| container.entries.iter().any(|entry| entry.name == name);
    let has_in = |folder: &str| container.entries.iter().any(|entry| entry.name.starts_with(folder));
    let ending = |entry: &Entry<'_>| entry.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let runs =
        |entry: &Entry<'_>| ending(entry).is_some_and(|ending| EXECUTABLE.contains(&ending.as_str())) || entry.name.ends_with("/vbaProject.bin");
    if let Some(mimetype) = container.entries.iter().find(|entry| entry.name == "mimetype") {
        // EPUB and OpenDocument name themselves here, never compressed. A publication may hold scripts: no reader of ours runs them.
        let is_epub = mimetype.method == 0 && container.packed(mimetype)?.trim_ascii() == b"application/epub+zip";
        return is_epub.then_some(FileType::Epub);
    }
    if has("META-INF/MANIFEST.MF") || has("AndroidManifest.xml") || container.entries.iter().any(runs) {
        return None;
    }
    match (has("[Content_Types].xml"), has_in("word/"), has_in("xl/")) {
        (true, true, _) => Some(FileType::Docx),
        (true, false, true) => Some(FileType::Xlsx),
        (true, false, false) => None,
        (false, ..) => Some(FileType::Zip),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An archive of parts that are not compressed.
    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut archive, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in parts {
            let header = u32::try_from(archive.len()).expect("small").to_le_bytes();
            let size = u32::try_from(content.len()).expect("small").to_le_bytes();
            let name_length = u16::try_from(name.len()).expect("small").to_le_bytes();
            let common = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &size, &size, &name_length, &[0, 0]].concat();
            archive.extend([b"PK\x03\x04", &common[..], name.as_bytes(), content].concat());
            directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &header, name.as_bytes()].concat());
        }
        let count = u16::try_from(parts.len()).expect("small").to_le_bytes();
        let (start, size) =
            (u32::try_from(archive.len()).expect("small").to_le_bytes(), u32::try_from(directory.len()).expect("small").to_le_bytes());
        [&archive, &directory, &b"PK\x05\x06\0\0\0\0"[..], &count, &count, &size, &start, &[0, 0]].concat()
    }

    #[test]
    fn an_archive_is_the_document_that_its_parts_make() {
        let types = ("[Content_Types].xml", &b""[..]);
        for (parts, expected) in [
            (&[("mimetype", &b"application/epub+zip"[..]), ("OEBPS/a.js", b"")][..], Some(FileType::Epub)),
            (&[("mimetype", b"application/vnd.oasis.opendocument.text")], None),
            (&[types, ("word/document.xml", b"")], Some(FileType::Docx)),
            (&[types, ("word/document.xml", b""), ("word/vbaProject.bin", b"")], None),
            (&[types, ("xl/workbook.xml", b"")], Some(FileType::Xlsx)),
            (&[types, ("ppt/presentation.xml", b"")], None),
            (&[("data/a.csv", b"a,b"), ("read.me", b"")], Some(FileType::Zip)),
            (&[], Some(FileType::Zip)),
            (&[("data/setup.EXE", b"")], None),
            (&[("META-INF/MANIFEST.MF", b""), ("A.class", b"")], None),
        ] {
            assert_eq!(sniff(&archive(parts)), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_part_is_found_where_the_archive_says() {
        let whole = archive(&[("a.txt", b"first"), ("b/c.txt", b"second")]);
        let container = Container::read(&whole).expect("an archive");
        let contents: Vec<_> = container.entries().iter().map(|entry| (entry.name, container.packed(entry))).collect();
        assert_eq!(contents, [("a.txt", Some(&b"first"[..])), ("b/c.txt", Some(&b"second"[..]))]);
        let commented = [&whole[..whole.len() - 2], &[3, 0], b"end"].concat();
        assert_eq!(Container::read(&commented).expect("an archive").entries().len(), 2);
        for cut in 0..whole.len() {
            assert!(Container::read(&whole[..cut]).is_none(), "cut at {cut}");
        }
    }

    #[test]
    fn what_an_archive_claims_is_not_believed() {
        let mut many = archive(&[("a", b"")]);
        let end = many.len() - 22;
        many[end + 10..end + 12].copy_from_slice(&[0xff, 0xff]);
        assert!(Container::read(&many).is_none(), "more parts than there are");
        let mut far = archive(&[("a", b"x")]);
        let directory = far.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
        far[directory + 42..directory + 46].copy_from_slice(&[0xff; 4]);
        let container = Container::read(&far).expect("an archive");
        assert_eq!(container.packed(&container.entries()[0]), None);
    }

    proptest! {
        #[test]
        fn no_change_of_an_archive_makes_it_panic(changes in proptest::collection::vec((0usize..200, any::<u8>()), 0..8)) {
            let mut bytes = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = byte;
            }
            let _ = sniff(&bytes);
            if let Some(container) = Container::read(&bytes) {
                for entry in container.entries() {
                    let _ = container.packed(entry);
                }
            }
        }
    }
}

//! The parts of a workbook: files in a ZIP archive that name each other, read as XML within limits.
//!
//! A part is unpacked into memory up to what is left of [`limit::UNPACKED`], whatever size the archive states.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::sheet::limit;
use crate::sheet::read::{ReadError, within};

/// An open workbook.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Position of each part, by its path in small letters: programs do not agree about capitals.
    parts: HashMap<String, usize>,
    left: usize,
}

/// A relationship of a part: what it is and where it stands.
pub(super) struct Relationship {
    pub(super) id: String,
    /// Last segment of its type: `worksheet`, `sharedStrings`.
    pub(super) role: String,
    /// Path in the archive.
    pub(super) path: String,
}

pub(super) fn damaged(what: impl Into<String>) -> ReadError {
    ReadError::Damaged(what.into())
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("it is no archive"))?;
        within(archive.len(), limit::PARTS, "files in it")?;
        let named = |(at, name): (usize, zip::result::ZipResult<std::borrow::Cow<'_, str>>)| Some((name.ok()?.replace('\\', "/").to_lowercase(), at));
        let parts = archive.file_names().enumerate().filter_map(named).collect();
        Ok(Self { archive, parts, left: limit::UNPACKED })
    }

    /// The text of a part; `None` when there is none of this path.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        let Some(&at) = self.parts.get(&path.to_lowercase()) else { return Ok(None) };
        let broken = || damaged(format!("{path} cannot be unpacked"));
        let file = self.archive.by_index(at).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        file.take(self.left as u64 + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        within(bytes.len(), self.left, "bytes unpacked").map_err(|_| ReadError::TooMuch { what: "bytes unpacked", most: limit::UNPACKED })?;
        self.left -= bytes.len();
        String::from_utf8(bytes).map(Some).map_err(|_| damaged(format!("{path} is not UTF-8")))
    }

    /// The relationships of a part; of the package itself for an empty path.
    pub(super) fn relationships(&mut self, of: &str) -> Result<Vec<Relationship>, ReadError> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let Some(xml) = self.part(&format!("{folder}_rels/{name}.rels"))? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        let mut reader = reader(&xml);
        while let Some(event) = next(&mut reader)? {
            if let Event::Start(start) = event
                && start.local_name().as_ref() == b"Relationship"
                && let (Some(id), Some(role), Some(target)) = (attribute(&start, "Id"), attribute(&start, "Type"), attribute(&start, "Target"))
            {
                let role = role.rsplit('/').next().unwrap_or_default().to_owned();
                found.push(Relationship { id, role, path: resolve(&folder, &target) });
            }
        }
        Ok(found)
    }
}

/// Path in the archive of what a part in a folder calls by a relative or absolute path.
fn resolve(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}{target}") };
    let mut path: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// Reads the XML of a part; `<a/>` comes as `<a></a>`.
pub(super) fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The next event; `None` at the end.
pub(super) fn next<'x>(reader: &mut Reader<&'x [u8]>) -> Result<Option<Event<'x>>, ReadError> {
    match reader.read_event() {
        Ok(Event::Eof) => Ok(None),
        Ok(event) => Ok(Some(event)),
        Err(_) => Err(damaged("it has XML that cannot be read")),
    }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Collects the text of `<t>` elements, as they stand in shared strings and in cells; phonetic guides are passed over.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    /// Where the open `<t>` begins, and whether space at its edges counts.
    open: Option<(usize, bool)>,
    phonetic: usize,
}

impl Words {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// What was collected, with `_x000D_` and the like as the characters that they stand for.
    pub(super) fn take(&mut self) -> String {
        self.open = None;
        unescape(&std::mem::take(&mut self.text))
    }

    /// Takes an event; `plain` is the name of another element whose text counts, `v` in cells.
    pub(super) fn event(&mut self, event: &Event<'_>, plain: &str) {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                b"rPh" => self.phonetic += 1,
                b"t" if self.phonetic == 0 => self.open = Some((self.text.len(), attribute(start, "space").as_deref() == Some("preserve"))),
                name if name == plain.as_bytes() => self.open = Some((self.text.len(), true)),
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                b"rPh" => self.phonetic = self.phonetic.saturating_sub(1),
                name if name == b"t" || name == plain.as_bytes() => self.close(),
                _ => {}
            },
            Event::Text(text) if self.open.is_some() => self.text.push_str(&text.xml10_content().unwrap_or_default()),
            Event::CData(text) if self.open.is_some() => self.text.push_str(&text.xml10_content().unwrap_or_default()),
            Event::GeneralRef(entity) if self.open.is_some() => match entity.resolve_char_ref() {
                Ok(Some(c)) => self.text.push(c),
                _ => self
                    .text
                    .push_str(quick_xml::escape::resolve_predefined_entity(&entity.xml10_content().unwrap_or_default()).unwrap_or("\u{fffd}")),
            },
            _ => {}
        }
    }

    fn close(&mut self) {
        if let Some((begin, false)) = self.open.take() {
            let kept = self.text[begin..].trim_matches([' ', '\t', '\n', '\r']).to_owned();
            self.text.truncate(begin);
            self.text.push_str(&kept);
        }
    }
}

/// Undoes `_xHHHH_`, by which XLSX writes characters that XML cannot hold, and underscores that could be taken for the begin of one.
fn unescape(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()) && rest[at + 6..].starts_with('_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                written.push_str(&rest[..at]);
                written.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                written.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_within_the_archive() {
        for (folder, target, expected) in [
            ("xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/", "/xl/sheet.xml", "xl/sheet.xml"),
            ("xl/worksheets/", "../styles.xml", "xl/styles.xml"),
            ("", "../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }

    #[test]
    fn escapes_of_xlsx_are_undone() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x00", "_x00"),
            ("_xé0041_", "_xé0041_"),
            ("_xD800_", "_xD800_"),
            ("__x0041__", "_A_"),
        ] {
            assert_eq!(unescape(text), expected);
        }
    }
}

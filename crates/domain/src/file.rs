//! Files of records: which types are accepted, how a content tells its type, and how a file is called.
//!
//! What a file says of itself (its name, the media type of an upload) decides nothing: the first bytes do, and for archives and texts
//! the whole content. Nothing that a browser or a system would run is a type here.

mod container;
mod name;
pub mod upload;

pub use container::{Container, Entry, MOST_ENTRIES};
pub use name::safe_name;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A type of file that is accepted; its code is the usual ending.
    FileType, "type of file" {
        Pdf = "pdf",
        Epub = "epub",
        Docx = "docx",
        Xlsx = "xlsx",
        Csv = "csv",
        Text = "txt",
        Png = "png",
        Jpeg = "jpg",
        Webp = "webp",
        Mp3 = "mp3",
        Mp4 = "mp4",
        Ogg = "ogg",
        Webm = "webm",
        Zip = "zip",
    }
}

impl FileType {
    /// The media type for the header `Content-Type`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Epub => "application/epub+zip",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Text => "text/plain",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Mp3 => "audio/mpeg",
            Self::Mp4 => "video/mp4",
            Self::Ogg => "audio/ogg",
            Self::Webm => "video/webm",
            Self::Zip => "application/zip",
        }
    }

    /// The type with this media type.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|own| own.media_type() == media_type)
    }

    /// Whether a browser may show it in place. All others are downloads, so that nothing uploaded is taken for a page of ours.
    #[must_use]
    pub const fn is_shown_inline(self) -> bool {
        matches!(self, Self::Pdf | Self::Png | Self::Jpeg | Self::Webp | Self::Mp3 | Self::Mp4 | Self::Ogg | Self::Webm)
    }

    /// Endings of names that go with the type, the usual one first.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Epub => &["epub"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Csv => &["csv", "tsv"],
            Self::Text => &["txt", "text", "md"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Webp => &["webp"],
            Self::Mp3 => &["mp3"],
            Self::Mp4 => &["mp4", "m4v", "m4a"],
            Self::Ogg => &["ogg", "oga", "ogv", "opus"],
            Self::Webm => &["webm"],
            Self::Zip => &["zip"],
        }
    }

    /// Whether a name ends as names of this type do.
    #[must_use]
    pub fn fits(self, name: &str) -> bool {
        name.rsplit_once('.').is_some_and(|(_, ending)| self.endings().iter().any(|own| own.eq_ignore_ascii_case(ending)))
    }

    /// The type of a content, when its name agrees. A table of values is also a text, so there the name decides.
    #[must_use]
    pub fn agreed(name: &str, content: &[u8]) -> Option<Self> {
        match sniff(content)? {
            Self::Csv | Self::Text => [Self::Csv, Self::Text].into_iter().find(|text| text.fits(name)),
            other => other.fits(name).then_some(other),
        }
    }
}

/// The type of a content, by its bytes alone; `None` when it is none that is accepted.
///
/// Archives are read to the end of their list of parts, texts whole; nothing is unpacked.
#[must_use]
pub fn sniff(content: &[u8]) -> Option<FileType> {
    match content {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(FileType::Pdf),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(FileType::Png),
        [0xff, 0xd8, 0xff, ..] => Some(FileType::Jpeg),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(FileType::Webp),
        [b'I', b'D', b'3', 2..=4, ..] => Some(FileType::Mp3),
        [b'O', b'g', b'g', b'S', 0, ..] => Some(FileType::Ogg),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => is_mp4(brand).then_some(FileType::Mp4),
        [0x1a, 0x45, 0xdf, 0xa3, head @ ..] => contains(&head[..head.len().min(64)], b"\x42\x82\x84webm").then_some(FileType::Webm),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => container::sniff(content),
        _ if is_mp3_frame(content) => Some(FileType::Mp3),
        _ => sniff_text(content),
    }
}

/// Brands of MPEG-4 files that browsers play; QuickTime and pictures in the same box format are left out.
fn is_mp4(brand: &[u8]) -> bool {
    const BRANDS: [&[u8]; 9] = [b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash"];
    brand.get(..4).is_some_and(|brand| BRANDS.contains(&brand) || matches!(&brand[..3], b"M4V" | b"M4A"))
}

/// Whether a content begins with a frame of MPEG audio layer III and goes on with another where that one ends.
fn is_mp3_frame(content: &[u8]) -> bool {
    let Some(length) = mp3_frame_length(content) else { return false };
    content.get(length..).is_some_and(|next| mp3_frame_length(next).is_some())
}

fn mp3_frame_length(content: &[u8]) -> Option<usize> {
    /// Kilobits a second of layer III, by index; version 1, then versions 2 and 2.5.
    const RATES: [[usize; 14]; 2] =
        [[32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]];
    let &[0xff, second, third, _] = content.get(..4)? else { return None };
    let (version, layer) = (second >> 3 & 3, second >> 1 & 3);
    if second & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let rate = RATES[usize::from(!is_first)].get(usize::from(third >> 4).checked_sub(1)?)?;
    let base = *[44_100, 48_000, 32_000].get(usize::from(third >> 2 & 3))?;
    let samples_per_second = match version {
        3 => base,
        2 => base / 2,
        _ => base / 4,
    };
    let samples_in_bytes = if is_first { 144 } else { 72 };
    Some(samples_in_bytes * rate * 1_000 / samples_per_second + usize::from(third >> 1 & 1))
}

/// Characters of a text at whose beginning markup is looked for, more than browsers look at.
const HEAD: usize = 2_000;

/// A text in UTF-8 without control characters that is no markup and no script.
fn sniff_text(content: &[u8]) -> Option<FileType> {
    let text = std::str::from_utf8(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).ok()?;
    let is_control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    if text.trim().is_empty() || text.contains(is_control) {
        return None;
    }
    let head = text.trim_start().chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let begins = ["<", "#!", "%!", "{\\rtf", "mime-version:"];
    let holds = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?xml", "<?php"];
    if begins.iter().any(|mark| head.starts_with(mark)) || holds.iter().any(|mark| head.contains(mark)) {
        return None;
    }
    Some(if is_table(text) { FileType::Csv } else { FileType::Text })
}

/// Whether the first lines of a text have the same number of the same separator, at least one.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let count = |line: &str, separator: char| {
        let outside_quotes = line.split('"').step_by(2);
        outside_quotes.map(|part| part.matches(separator).count()).sum::<usize>()
    };
    let agree =
        |separator| lines.first().map(|line| count(line, separator)).filter(|n| *n > 0 && lines.iter().all(|line| count(line, separator) == *n));
    lines.len() > 1 && [',', ';', '\t'].into_iter().any(|separator| agree(separator).is_some())
}

fn contains(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(content: &[u8], expected: Option<FileType>) {
        assert_eq!(sniff(content), expected, "{:?}", String::from_utf8_lossy(&content[..content.len().min(60)]));
    }

    #[test]
    fn the_content_tells_the_type() {
        check(b"%PDF-1.7\n", Some(FileType::Pdf));
        check(b"\x89PNG\r\n\x1a\n\0\0", Some(FileType::Png));
        check(b"\xff\xd8\xff\xe0\0\x10JFIF", Some(FileType::Jpeg));
        check(b"RIFF\x10\0\0\0WEBPVP8 ", Some(FileType::Webp));
        check(b"ID3\x04\0", Some(FileType::Mp3));
        check(b"OggS\0\x02", Some(FileType::Ogg));
        check(b"\0\0\0\x20ftypisom\0\0\x02\0", Some(FileType::Mp4));
        check(b"\0\0\0\x20ftypM4A \0\0\x02\0", Some(FileType::Mp4));
        check(b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", Some(FileType::Webm));
        check("Projeto piloto, com parceiros.\nContinua.".as_bytes(), Some(FileType::Text));
        check("\u{feff}país;ano\r\nBrasil;2020\r\n".as_bytes(), Some(FileType::Csv));
        check("name,\"place, country\"\nA,B\n".as_bytes(), Some(FileType::Csv));
        let mut frames = vec![0u8; 417 * 2];
        frames[..4].copy_from_slice(&[0xff, 0xfb, 0x90, 0x44]);
        frames[417..421].copy_from_slice(&[0xff, 0xfb, 0x90, 0x44]);
        check(&frames, Some(FileType::Mp3));
    }

    #[test]
    fn what_would_be_run_or_shown_as_a_page_is_no_type() {
        for content in [
            &b""[..],
            b"   \n",
            b"MZ\x90\0\x03",
            b"\x7fELF\x02\x01",
            b"#!/bin/sh\nrm",
            b"<!DOCTYPE html><p>",
            b"\xef\xbb\xbf  <svg xmlns=''>",
            b"Dear all,\n<script>alert(1)</script>",
            b"<?xml version='1.0'?><a/>",
            b"{\\rtf1 text}",
            b"text with \x07 a bell",
            b"caf\xe9 in another encoding",
            b"RIFF\x10\0\0\0AVI LIST",
            b"\0\0\0\x20ftypheic\0\0\0\0",
            b"\0\0\0\x14ftypqt  ",
            b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska",
            b"GIF89a\x01\0",
            b"\xff\xfb\x90\x44",
            b"PK\x03\x04 and no list of parts",
        ] {
            check(content, None);
        }
    }

    #[test]
    fn name_and_content_must_agree() {
        for (name, content, expected) in [
            ("Relatório.PDF", &b"%PDF-1.7"[..], Some(FileType::Pdf)),
            ("page.pdf", b"<script>", None),
            ("page.html", b"%PDF-1.7", None),
            ("data.csv", b"only one line", Some(FileType::Csv)),
            ("data.txt", b"a,b\nc,d", Some(FileType::Text)),
            ("data.pdf", b"a,b\nc,d", None),
            ("photo.jpeg", b"\xff\xd8\xff\xe1", Some(FileType::Jpeg)),
            ("noending", b"%PDF-", None),
            ("", b"", None),
        ] {
            assert_eq!(FileType::agreed(name, content), expected, "{name}");
        }
    }

    #[test]
    fn each_type_has_a_media_type_of_its_own() {
        for &file_type in FileType::ALL {
            assert_eq!(FileType::of_media_type(file_type.media_type()), Some(file_type));
            assert_eq!(file_type.endings()[0], file_type.code());
        }
    }

    proptest! {
        #[test]
        fn no_content_makes_it_panic(head in 0usize..10, rest in proptest::collection::vec(any::<u8>(), 0..400)) {
            let heads: [&[u8]; 10] = [b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfb\x90", b"\xff\xf3", b"RIFF", b"\x1a\x45\xdf\xa3", b"\0\0\0\0ftyp", b"%PDF-", b"a,"];
            let content = [heads[head], &rest[..]].concat();
            let _ = (sniff(&content), FileType::agreed("a.pdf", &content));
        }
    }
}

//! Pictures: how large they are, read from their headers. None is decoded by the server; who shows one decodes it in the browser.

use ayni_domain::FileType;

/// Most pixels on a side.
pub const MOST_SIDE: u32 = 16_384;
/// Most pixels in all.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Size of a picture in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl Size {
    /// Whether a reader's device can be expected to show it: a small file can say that it is gigantic.
    #[must_use]
    pub fn is_bearable(self) -> bool {
        self.width <= MOST_SIDE && self.height <= MOST_SIDE && u64::from(self.width) * u64::from(self.height) <= MOST_PIXELS
    }
}

/// Whether a content may be shown to readers: a picture only when its header says a size that can be borne; other types always.
#[must_use]
pub fn is_bearable(content: &[u8], file_type: FileType) -> bool {
    !matches!(file_type, FileType::Png | FileType::Jpeg | FileType::Webp) || size(content).is_some_and(Size::is_bearable)
}

/// The size of a PNG, JPEG or WebP picture; `None` when it is none of these, broken, or empty.
#[must_use]
pub fn size(content: &[u8]) -> Option<Size> {
    let (width, height) = match ayni_domain::file::sniff(content)? {
        FileType::Png => png(content)?,
        FileType::Jpeg => jpeg(content)?,
        FileType::Webp => webp(content)?,
        _ => return None,
    };
    (width > 0 && height > 0).then_some(Size { width, height })
}

fn png(content: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| Some(u32::from_be_bytes(content.get(at..at + 4)?.try_into().ok()?));
    (content.get(12..16)? == b"IHDR").then_some(())?;
    Some((side(16)?, side(20)?))
}

/// Goes from segment to segment until the one that begins the frame.
fn jpeg(content: &[u8]) -> Option<(u32, u32)> {
    let pair = |at: usize| Some(u16::from_be_bytes(content.get(at..at.checked_add(2)?)?.try_into().ok()?));
    let mut at = 2;
    loop {
        match (content.get(at)?, content.get(at + 1)?) {
            (0xff, 0xff) => at += 1, // padding
            (0xff, 0x01 | 0xd0..=0xd7) => at += 2,
            (0xff, 0xd8..=0xda) => return None,
            (0xff, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) => return Some((pair(at + 7)?.into(), pair(at + 5)?.into())),
            (0xff, _) => at += 2 + usize::from(pair(at + 2)?).max(2),
            _ => return None,
        }
    }
}

fn webp(content: &[u8]) -> Option<(u32, u32)> {
    let byte = |at: usize| content.get(at).copied().map(u32::from);
    let pair = |at: usize| Some(byte(at)? | byte(at + 1)? << 8);
    match content.get(12..16)? {
        b"VP8X" => Some((1 + (pair(24)? | byte(26)? << 16), 1 + (pair(27)? | byte(29)? << 16))),
        b"VP8L" if byte(20)? == 0x2f => {
            let bits = pair(21)? | pair(23)? << 16;
            Some((1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff)))
        }
        b"VP8 " if content.get(23..26)? == b"\x9d\x01\x2a" => Some((pair(26)? & 0x3fff, pair(28)? & 0x3fff)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
    }

    #[test]
    fn the_size_stands_in_the_header() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xff\xc2\0\x11\x08\x01\x2c\x02\x58\x03";
        for (content, expected) in [
            (&png_of(640, 480)[..], Some((640, 480))),
            (&png_of(0, 480), None),
            (jpeg, Some((600, 300))),
            (&jpeg[..26], None),
            (b"\xff\xd8\xff\xda\0\x08", None),
            (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0", Some((800, 600))),
            (b"RIFF\0\0\0\0WEBPVP8L\x08\0\0\0\x2f\x1f\xc3\x95\x00", Some((800, 600))),
            (b"RIFF\0\0\0\0WEBPVP8 \x08\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02", Some((800, 600))),
            (b"%PDF-1.7", None),
            (b"", None),
        ] {
            assert_eq!(size(content).map(|size| (size.width, size.height)), expected, "{content:?}");
        }
    }

    #[test]
    fn a_picture_that_says_it_is_gigantic_is_not_borne() {
        for (width, height, expected) in [(6_000, 8_000, true), (16_385, 10, false), (10_000, 10_000, false), (u32::MAX, u32::MAX, false)] {
            assert_eq!(is_bearable(&png_of(width, height), FileType::Png), expected, "{width} x {height}");
        }
        assert!(!is_bearable(b"\x89PNG\r\n\x1a\n", FileType::Png) && is_bearable(b"%PDF-1.7", FileType::Pdf));
    }

    proptest! {
        #[test]
        fn no_content_makes_it_panic(head in 0usize..3, rest in proptest::collection::vec(prop_oneof![Just(0xffu8), any::<u8>()], 0..200)) {
            let head: &[u8] = [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8"][head];
            let _ = size(&[head, &rest].concat());
        }
    }
}

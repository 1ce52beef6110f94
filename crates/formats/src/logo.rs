//! Logos: small PNG pictures that an instance shows beside its name. None is decoded by the server: its parts are checked one by one, and
//! those that are needed to show it are kept, so that no words, place or moment that a camera or program noted is handed on.

use flate2::Crc;

use crate::document::picture::size;

/// Most bytes of a logo: it is on every page, over bad connections too.
pub const LARGEST: usize = 16 * 1024;
/// Least and most pixels on a side.
pub const SIDES: (u32, u32) = (16, 512);
/// How many times longer one side may be than the other.
pub const MOST_STRETCH: u32 = 6;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The parts that say how it looks.
const KEPT: [&[u8]; 8] = [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"];

/// A picture that can be a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoPicture {
    /// The picture, with nothing but what shows it.
    pub content: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Why a content cannot be a logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// It is no PNG picture, or a damaged one.
    #[error("this is no whole PNG picture")]
    NotPng,
    /// It has too many bytes.
    #[error("the picture has {0} bytes; {LARGEST} are the most")]
    TooLarge(usize),
    /// It has too few or too many pixels.
    #[error("the picture has {width} by {height} pixels")]
    Size {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
}

/// Checks a content that somebody wants as a logo.
///
/// # Errors
/// `LogoError`.
pub fn logo(content: &[u8]) -> Result<LogoPicture, LogoError> {
    if content.len() > LARGEST {
        return Err(LogoError::TooLarge(content.len()));
    }
    let kept = needed_parts(content).ok_or(LogoError::NotPng)?;
    let size = size(&kept).ok_or(LogoError::NotPng)?;
    let (width, height) = (size.width, size.height);
    let (least, most) = SIDES;
    let is_sound = [width, height].iter().all(|side| (least..=most).contains(side));
    if !is_sound || width > height.saturating_mul(MOST_STRETCH) || height > width.saturating_mul(MOST_STRETCH) {
        return Err(LogoError::Size { width, height });
    }
    Ok(LogoPicture { content: kept, width, height })
}

/// The picture of its needed parts alone; `None` when it does not begin with its head and end with its end, or a part is damaged.
fn needed_parts(content: &[u8]) -> Option<Vec<u8>> {
    let mut rest = content.strip_prefix(SIGNATURE)?;
    let mut kept = SIGNATURE.to_vec();
    let (mut first, mut has_pixels) = (true, false);
    loop {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let (name, end) = (rest.get(4..8)?, 12_usize.checked_add(length)?);
        let (part, after) = rest.split_at_checked(end)?;
        let mut crc = Crc::new();
        crc.update(part.get(4..end - 4)?);
        if crc.sum() != u32::from_be_bytes(part.get(end - 4..)?.try_into().ok()?) || first != (name == b"IHDR") {
            return None;
        }
        has_pixels |= name == b"IDAT" && length > 0;
        if KEPT.contains(&name) {
            kept.extend_from_slice(part);
        }
        if name == b"IEND" {
            return (after.is_empty() && length == 0 && has_pixels).then_some(kept);
        }
        (rest, first) = (after, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let mut crc = Crc::new();
        crc.update(name);
        crc.update(content);
        let length = u32::try_from(content.len()).expect("short");
        [&length.to_be_bytes()[..], name, content, &crc.sum().to_be_bytes()].concat()
    }

    fn png(width: u32, height: u32, more: &[Vec<u8>]) -> Vec<u8> {
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        let (before, after) = ([SIGNATURE.to_vec(), part(b"IHDR", &head)], [part(b"IDAT", b"x"), part(b"IEND", b"")]);
        [&before[..], more, &after[..]].concat().concat()
    }

    #[test]
    fn a_logo_keeps_what_shows_it_and_nothing_else() {
        let plain = png(64, 32, &[]);
        let expected = LogoPicture { content: plain.clone(), width: 64, height: 32 };
        assert_eq!(logo(&plain), Ok(expected.clone()));
        let told = png(64, 32, &[part(b"tEXt", b"Author\0Amina"), part(b"eXIf", b"MM\0*"), part(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0])]);
        assert_eq!(logo(&told), Ok(expected));
        let gamma = png(64, 32, &[part(b"gAMA", &[0, 0, 177, 143])]);
        assert_eq!(logo(&gamma).map(|logo| logo.content), Ok(gamma));
    }

    fn check(content: &[u8], expected: LogoError) {
        assert_eq!(logo(content), Err(expected), "{content:?}");
    }

    #[test]
    fn what_is_no_small_picture_is_refused() {
        let good = png(64, 32, &[]);
        check(b"", LogoError::NotPng);
        check(b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", LogoError::NotPng);
        check(b"GIF89a", LogoError::NotPng);
        check(&good[..good.len() - 1], LogoError::NotPng);
        check(&[good.clone(), b"<html>".to_vec()].concat(), LogoError::NotPng);
        check(&[SIGNATURE.to_vec(), part(b"IDAT", b"x"), part(b"IEND", b"")].concat(), LogoError::NotPng);
        check(&[&good[..33], &part(b"IEND", b"")].concat(), LogoError::NotPng);
        let mut damaged = good;
        damaged[20] ^= 1;
        check(&damaged, LogoError::NotPng);
        check(&png(64, 32, &[part(b"tEXt", &[b'x'; LARGEST])]), LogoError::TooLarge(16_454));
        for (width, height) in [(0, 32), (15, 32), (513, 32), (100_000, 100_000), (128, 17), (17, 128)] {
            let expected = if width == 0 { LogoError::NotPng } else { LogoError::Size { width, height } };
            check(&png(width, height, &[]), expected);
        }
    }

    proptest! {
        #[test]
        fn no_content_makes_it_panic(at in 0usize..80, byte in any::<u8>(), rest in proptest::collection::vec(any::<u8>(), 0..60)) {
            let mut content = png(64, 32, &[]);
            if let Some(own) = content.get_mut(at) {
                *own = byte;
            }
            let _ = logo(&content);
            let _ = logo(&[SIGNATURE, &rest].concat());
        }
    }
}

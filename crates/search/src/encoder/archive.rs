//! Reads NumPy arrays out of an `.npz` file: a ZIP archive whose members are `.npy` files.
//!
//! Formats: [APPNOTE.TXT](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT) 4.3 (local
//! and central headers) and [NEP 1](https://numpy.org/neps/nep-0001-npy-format.html). Only what
//! `numpy.savez_compressed` writes is supported: one volume, sizes below 4 GiB, members stored or
//! deflated, arrays in C order.

use std::io::Read;

use flate2::{Crc, bufread::DeflateDecoder};

use super::bytes::{u16_at, u32_at};
use super::error::{Checked, Flaw};

/// Longest `.npy` header we accept, in bytes. NumPy pads it to 128 for arrays of few dimensions.
const MAX_NPY_HEADER: usize = 4096;

/// Element type of an array, as NumPy spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    U8,
    F32,
    F64,
}

impl Element {
    fn descr(self) -> &'static str {
        match self {
            Self::U8 => "'|u1'",
            Self::F32 => "'<f4'",
            Self::F64 => "'<f8'",
        }
    }
}

/// An `.npz` file in memory (or mapped), with its table of contents read.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    directory: &'a [u8],
    entries: Vec<Entry<'a>>,
}

/// One line of the table of contents.
struct Entry<'a> {
    name: &'a [u8],
    method: u16,
    crc: u32,
    packed: usize,
    header_at: usize,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents of `bytes`.
    pub(super) fn new(bytes: &'a [u8]) -> Checked<Self> {
        let directory = central_directory(bytes).ok_or_else(|| Flaw::new("no ZIP directory at its end"))?;
        let mut entries = Vec::new();
        let mut rest = directory;
        while !rest.is_empty() {
            let (entry, length) = Entry::read(rest).ok_or_else(|| Flaw::new("its ZIP directory is damaged"))?;
            entries.push(entry);
            rest = rest.get(length..).unwrap_or_default();
        }
        Ok(Self { bytes, directory, entries })
    }

    /// CRC-32 of the table of contents. It holds name, size and CRC-32 of every member, so it
    /// identifies the content without reading it.
    pub(super) fn checksum(&self) -> u32 {
        let mut crc = Crc::new();
        crc.update(self.directory);
        crc.sum()
    }

    /// Opens the array `name` (without `.npy`), whose elements must be of type `element`.
    pub(super) fn array(&self, name: &str, element: Element) -> Checked<Array<'a>> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.name.strip_suffix(b".npy") == Some(name.as_bytes()))
            .ok_or_else(|| Flaw::new(format!("it has no array {name}")))?;
        let data = entry.data(self.bytes).ok_or_else(|| Flaw::new(format!("array {name} is cut off")))?;
        let source: Box<dyn Read + 'a> = match entry.method {
            0 => Box::new(data),
            8 => Box::new(DeflateDecoder::new(data)),
            other => {
                return Err(Flaw::new(format!("array {name} uses ZIP method {other}, not 0 or 8")));
            }
        };
        let mut array = Array { name: name.to_owned(), shape: Vec::new(), source, crc: Crc::new(), expected_crc: entry.crc };
        array.shape = array.read_header(element)?;
        Ok(array)
    }

    /// All values of the 32-bit array `name`, row by row; its shape must be `shape` and every value
    /// finite.
    pub(super) fn floats(&self, name: &str, shape: &[usize]) -> Checked<Vec<f32>> {
        let mut array = self.array(name, Element::F32)?;
        array.expect_shape(shape)?;
        let mut bytes = vec![0; 4 * shape.iter().product::<usize>()];
        array.read_exact(&mut bytes)?;
        array.finish()?;
        let values: Vec<f32> = bytes.as_chunks().0.iter().map(|&four| f32::from_le_bytes(four)).collect();
        if values.iter().any(|value| !value.is_finite()) {
            return Err(Flaw::new(format!("array {name} holds a value that is not a finite number")));
        }
        Ok(values)
    }

    /// The one value of the 64-bit array `name` of no dimensions.
    pub(super) fn scalar(&self, name: &str) -> Checked<f64> {
        let mut array = self.array(name, Element::F64)?;
        array.expect_shape(&[])?;
        let mut bytes = [0; 8];
        array.read_exact(&mut bytes)?;
        array.finish()?;
        Ok(f64::from_le_bytes(bytes))
    }
}

impl<'a> Entry<'a> {
    /// Reads the central header at the start of `bytes`; also gives its length.
    fn read(bytes: &'a [u8]) -> Option<(Self, usize)> {
        const FIXED: usize = 46;
        const ENCRYPTED: u16 = 1;
        if !bytes.starts_with(b"PK\x01\x02") || u16_at(bytes, 8)? & ENCRYPTED != 0 {
            return None;
        }
        let name_end = FIXED + usize::from(u16_at(bytes, 28)?);
        let end = name_end + usize::from(u16_at(bytes, 30)?) + usize::from(u16_at(bytes, 32)?);
        let entry = Self {
            name: bytes.get(FIXED..name_end)?,
            method: u16_at(bytes, 10)?,
            crc: u32_at(bytes, 16)?,
            packed: usize::try_from(u32_at(bytes, 20)?).ok()?,
            header_at: usize::try_from(u32_at(bytes, 42)?).ok()?,
        };
        (end <= bytes.len()).then_some((entry, end))
    }

    /// The member's bytes as stored. The local header repeats the name, but its extra field may
    /// have another length.
    fn data(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        const FIXED: usize = 30;
        let local = archive.get(self.header_at..)?;
        if !local.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = FIXED + usize::from(u16_at(local, 26)?) + usize::from(u16_at(local, 28)?);
        local.get(start..)?.get(..self.packed)
    }
}

/// The central directory, found through the record that ends every ZIP file (which a comment of up
/// to 64 KiB may follow).
fn central_directory(bytes: &[u8]) -> Option<&[u8]> {
    const RECORD: usize = 22;
    let last = bytes.len().checked_sub(RECORD)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let at = (first..=last).rev().find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))?;
    let size = usize::try_from(u32_at(bytes, at + 12)?).ok()?;
    let offset = usize::try_from(u32_at(bytes, at + 16)?).ok()?;
    bytes.get(offset..)?.get(..size)
}

/// One array, read from its start to its end; [`Array::finish`] then says whether it was intact.
pub(super) struct Array<'a> {
    name: String,
    shape: Vec<usize>,
    source: Box<dyn Read + 'a>,
    crc: Crc,
    expected_crc: u32,
}

impl Array<'_> {
    /// Number of elements along each dimension.
    pub(super) fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Refuses an array of another shape than `shape`.
    pub(super) fn expect_shape(&self, shape: &[usize]) -> Checked<()> {
        if self.shape == shape {
            return Ok(());
        }
        Err(self.flaw(format!("has shape {:?}, not {shape:?}", self.shape)))
    }

    /// Fills `buffer` with the next bytes of the array.
    pub(super) fn read_exact(&mut self, buffer: &mut [u8]) -> Checked<()> {
        self.source.read_exact(buffer).map_err(|error| self.flaw(format!("cannot be unpacked: {error}")))?;
        self.crc.update(buffer);
        Ok(())
    }

    /// Checks that nothing follows and that all that was read is what was once written.
    pub(super) fn finish(mut self) -> Checked<()> {
        match self.source.read(&mut [0]) {
            Ok(0) if self.crc.sum() == self.expected_crc => Ok(()),
            Ok(0) => Err(self.flaw("does not match its checksum")),
            Ok(_) => Err(self.flaw("is longer than its shape says")),
            Err(error) => Err(self.flaw(format!("cannot be unpacked: {error}"))),
        }
    }

    /// Reads the `.npy` header and gives the shape.
    fn read_header(&mut self, element: Element) -> Checked<Vec<usize>> {
        let mut start = [0; 10];
        self.read_exact(&mut start)?;
        let [b'\x93', b'N', b'U', b'M', b'P', b'Y', 1, _, low, high] = start else {
            return Err(self.flaw("is not a NumPy array of format 1"));
        };
        let length = usize::from(u16::from_le_bytes([low, high]));
        if length > MAX_NPY_HEADER {
            return Err(self.flaw("has a header of unlikely length"));
        }
        let mut header = vec![0; length];
        self.read_exact(&mut header)?;
        let header = String::from_utf8_lossy(&header);
        let shape = parse_header(&header, element);
        shape.ok_or_else(|| self.flaw(format!("is not a C-ordered array of {}: {header}", element.descr())))
    }

    fn flaw(&self, what: impl std::fmt::Display) -> Flaw {
        Flaw::new(format!("array {} {what}", self.name))
    }
}

/// The shape in a header like `{'descr': '<f4', 'fortran_order': False, 'shape': (512, 256), }`, if
/// all else fits.
fn parse_header(header: &str, element: Element) -> Option<Vec<usize>> {
    let value = |key: &str| header.split_once(&format!("'{key}':")).map(|(_, rest)| rest.trim_start());
    if !value("descr")?.starts_with(element.descr()) || !value("fortran_order")?.starts_with("False") {
        return None;
    }
    let (shape, _) = value("shape")?.strip_prefix('(')?.split_once(')')?;
    shape.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::synthetic::{npy, npz};
    use super::*;

    fn sample(deflate: bool) -> Vec<u8> {
        let values: Vec<u8> = [1.5f32, -2.0, 0.25].iter().flat_map(|value| value.to_le_bytes()).collect();
        npz(&[("x", npy("<f4", "(3,)", &values)), ("eps", npy("<f8", "()", &0.5f64.to_le_bytes()))], deflate)
    }

    #[test]
    fn stored_and_deflated_arrays_are_read() -> Checked<()> {
        for deflate in [false, true] {
            let bytes = sample(deflate);
            let archive = Archive::new(&bytes)?;
            assert_eq!(archive.floats("x", &[3])?, [1.5, -2.0, 0.25]);
            assert!((archive.scalar("eps")? - 0.5).abs() < f64::EPSILON);
        }
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_said() -> Checked<()> {
        let bytes = sample(true);
        let archive = Archive::new(&bytes)?;
        for (shape, said) in [(vec![4], "has shape [3], not [4]"), (vec![3, 1], "has shape [3], not [3, 1]")] {
            let flaw = archive.floats("x", &shape).expect_err("another shape");
            assert!(format!("{flaw:?}").contains(said), "{flaw:?}");
        }
        assert!(archive.floats("y", &[3]).is_err());
        assert!(archive.array("x", Element::U8).is_err());
        Ok(())
    }

    #[test]
    fn values_that_are_not_finite_are_refused() -> Checked<()> {
        let bytes = npz(&[("x", npy("<f4", "(1,)", &f32::NAN.to_le_bytes()))], false);
        assert!(Archive::new(&bytes)?.floats("x", &[1]).is_err());
        Ok(())
    }

    proptest! {
        #[test]
        fn one_changed_byte_never_panics_and_never_changes_a_value(
            deflate: bool, at in any::<prop::sample::Index>(), flip in 1u8..,
        ) {
            let mut bytes = sample(deflate);
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            if let Ok(values) = Archive::new(&bytes).and_then(|archive| archive.floats("x", &[3])) {
                prop_assert_eq!(values, [1.5, -2.0, 0.25]);
            }
        }

        #[test]
        fn a_truncated_file_is_an_error(deflate: bool, keep in any::<prop::sample::Index>()) {
            let bytes = sample(deflate);
            prop_assert!(Archive::new(&bytes[..keep.index(bytes.len())]).is_err());
        }

        #[test]
        fn any_bytes_end_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
            prop_assert!(Archive::new(&bytes).is_err());
        }
    }
}

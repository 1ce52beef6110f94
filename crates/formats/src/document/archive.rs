//! Parts of an archive, unpacked within one allowance for all of them.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{BufReader, Error, ErrorKind, Read};

use ayni_domain::file::{Container, Entry};
use flate2::bufread::DeflateDecoder;

use super::{ExtractError, Limits};

/// What every archive may unpack to, however small it is.
const FREE: u64 = 1_000_000;

/// An open archive. Archives inside it are never opened.
pub(super) struct Archive<'a> {
    container: Container<'a>,
    by_name: HashMap<&'a str, usize>,
    /// Bytes that may still be unpacked, whichever parts are read, and however often.
    left: Cell<u64>,
}

impl<'a> Archive<'a> {
    pub fn open(content: &'a [u8], limits: &Limits) -> Result<Self, ExtractError> {
        let container = Container::read(content).ok_or(ExtractError::Broken)?;
        let by_name = container.entries().iter().enumerate().map(|(at, entry)| (entry.name, at)).collect();
        let by_ratio = (content.len() as u64).saturating_mul(limits.ratio).max(FREE);
        Ok(Self { container, by_name, left: Cell::new(limits.unpacked.min(by_ratio)) })
    }

    /// A part to read from; `None` when there is none of this name, or it is packed in a way that documents do not use.
    pub fn part(&self, name: &str) -> Option<BufReader<Part<'_>>> {
        let entry: &Entry<'_> = self.container.entries().get(*self.by_name.get(name)?)?;
        let packed = self.container.packed(entry)?;
        let source = match entry.method {
            0 => Source::Stored(packed),
            8 => Source::Deflated(DeflateDecoder::new(packed)),
            _ => return None,
        };
        Some(BufReader::new(Part { source, left: &self.left }))
    }
}

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

/// A part being read; what it claims to unpack to plays no role.
pub(super) struct Part<'a> {
    source: Source<'a>,
    left: &'a Cell<u64>,
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = match &mut self.source {
            Source::Stored(bytes) => bytes.read(buffer)?,
            Source::Deflated(decoder) => decoder.read(buffer)?,
        };
        let left = self.left.get().checked_sub(read as u64).ok_or_else(|| Error::from(ErrorKind::FileTooLarge))?;
        self.left.set(left);
        Ok(read)
    }
}

//! Bundles: several files as one ZIP archive, given out piece by piece, so that no more than one file is in memory.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// An archive being written.
pub struct Bundle {
    writer: ZipWriter<StreamWriter<Pieces>>,
    pieces: Pieces,
}

/// What was written and not yet taken.
#[derive(Clone, Default)]
struct Pieces(Arc<Mutex<Vec<u8>>>);

impl Pieces {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Default for Bundle {
    fn default() -> Self {
        let pieces = Pieces::default();
        Self { writer: ZipWriter::new_stream(pieces.clone()), pieces }
    }
}

impl Bundle {
    /// Adds a file, and returns the next bytes of the archive.
    ///
    /// # Errors
    /// When the archive cannot take it: a name twice, more than 4 GiB.
    pub fn add(&mut self, name: &str, content: &[u8]) -> io::Result<Vec<u8>> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.writer.start_file(name, options)?;
        self.writer.write_all(content)?;
        Ok(self.pieces.take())
    }

    /// Ends the archive, and returns its last bytes.
    ///
    /// # Errors
    /// When it cannot be ended.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.writer.finish()?;
        Ok(self.pieces.take())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn the_pieces_of_a_bundle_are_an_archive_of_its_files() {
        let mut bundle = Bundle::default();
        let noise: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let files: [(&str, &[u8]); 3] = [("README.txt", "Olá".as_bytes()), ("files/carta.pdf", &noise), ("empty", b"")];
        let mut archive = Vec::new();
        for (name, content) in files {
            archive.extend(bundle.add(name, content).expect("added"));
        }
        assert!(archive.len() > 30);
        assert!(bundle.add("empty", b"again").is_err());
        archive.extend(bundle.finish().expect("ended"));
        let mut read = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
        assert_eq!(read.len(), files.len());
        for (name, expected) in files {
            let mut content = Vec::new();
            read.by_name(name).expect("there").read_to_end(&mut content).expect("read");
            assert!(content == expected, "{name}");
        }
    }
}

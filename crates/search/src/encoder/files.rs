//! The two ways the encoder touches the disk: map a file to read it, and replace a file as a whole.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use memmap2::Mmap;

use super::error::EncoderError;

/// Maps `path` for reading: only the pages that are looked at become resident, and the kernel may
/// drop them again.
///
/// # Errors
/// [`EncoderError::Read`] when the file cannot be opened or mapped.
#[allow(unsafe_code, reason = "mapping is how files larger than the memory we may use are read without copying them")]
pub(super) fn map(path: &Path) -> Result<Mmap, EncoderError> {
    let failed = |source| EncoderError::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    // SAFETY: the bytes must not change while they are mapped. Nothing in this program writes into
    // a file of the encoder in place: `Draft` writes a new file and renames it, which leaves the
    // mapped one untouched, and `fetch-model.sh` does the same. The map is read-only and only ever
    // seen as `&[u8]`, whose every value is valid.
    unsafe { Mmap::map(&file) }.map_err(failed)
}

/// A new version of a file, invisible under the file's own name until [`Draft::commit`].
///
/// It is written beside the target, because a rename is atomic only within one file system. A draft
/// that is dropped uncommitted removes itself.
pub(super) struct Draft {
    target: PathBuf,
    temporary: PathBuf,
    writer: BufWriter<File>,
    committed: bool,
}

impl Draft {
    /// Starts a new version of `target`.
    ///
    /// # Errors
    /// [`EncoderError::Write`] when the folder cannot be written.
    pub(super) fn new(target: &Path) -> Result<Self, EncoderError> {
        let temporary = sibling(target);
        let file = File::create_new(&temporary).map_err(|source| EncoderError::Write { path: target.to_owned(), source })?;
        Ok(Self { target: target.to_owned(), temporary, writer: BufWriter::new(file), committed: false })
    }

    /// Adds `bytes` at the end.
    ///
    /// # Errors
    /// [`EncoderError::Write`], for example when the disk is full.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), EncoderError> {
        self.writer.write_all(bytes).map_err(|source| EncoderError::Write { path: self.target.clone(), source })
    }

    /// Puts the new version in place of the old one. Readers that have the old one open keep it.
    ///
    /// # Errors
    /// [`EncoderError::Write`]; the old version is then still there.
    pub(super) fn commit(mut self) -> Result<(), EncoderError> {
        // Without the sync, a power cut after the rename may leave an empty file under the final
        // name.
        let finished = self.writer.flush().and_then(|()| self.writer.get_ref().sync_all()).and_then(|()| fs::rename(&self.temporary, &self.target));
        finished.map_err(|source| EncoderError::Write { path: self.target.clone(), source })?;
        self.committed = true;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.committed {
            // Nothing more can be done about a left-over that will not go, and it does no harm.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// A name beside `target` that no other draft, here or in another process, uses at the same time.
fn sibling(target: &Path) -> PathBuf {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}-{number}.tmp", std::process::id()));
    target.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_seen_only_once_committed() -> Result<(), EncoderError> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let target = folder.path().join("file");
        let mut draft = Draft::new(&target)?;
        draft.write(b"new")?;
        assert!(!target.exists());
        draft.commit()?;
        assert_eq!(&map(&target)?[..], b"new");
        Ok(())
    }

    #[test]
    fn an_abandoned_draft_leaves_nothing_behind() -> Result<(), EncoderError> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        drop(Draft::new(&folder.path().join("file"))?);
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
        Ok(())
    }

    #[test]
    fn errors_name_the_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let absent = folder.path().join("absent").join("file");
        let read = map(&absent).expect_err("no such file").to_string();
        let write = Draft::new(&absent).map(|_| ()).expect_err("no such folder").to_string();
        assert!(read.contains("absent") && write.contains("absent"), "{read} / {write}");
    }
}

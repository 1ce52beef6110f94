//! Mails as files in a folder, for instances without a mail server: any mail program opens them.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::{Message, Refusal};

/// A folder with a file `{id}.eml` for each mail. A mail sent twice is one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

/// A mail in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filed {
    /// Identifier in the outbox.
    pub id: Uuid,
    /// Size in bytes.
    pub size: u64,
}

impl Folder {
    /// A folder; made when the first mail comes.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The newest mails, the newest first (as their identifiers say), at most `limit`. Other files are passed over.
    ///
    /// # Errors
    /// When the folder is there and cannot be read.
    pub fn list(&self, limit: usize) -> io::Result<Vec<Filed>> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut ids = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            let id = name.to_str().and_then(|name| name.strip_suffix(".eml")).and_then(|id| Uuid::try_parse(id).ok());
            ids.extend(id.filter(|&id| self.path(id).ends_with(&name)));
        }
        ids.sort_unstable_by(|a, b| b.cmp(a));
        ids.truncate(limit);
        ids.into_iter().map(|id| Ok(Filed { id, size: fs::metadata(self.path(id))?.len() })).collect()
    }

    /// A mail as it would have been sent; `None` when it is not there.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(&self, id: Uuid) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(id)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Where the folder is.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.0
    }

    fn path(&self, id: Uuid) -> PathBuf {
        self.0.join(format!("{id}.eml"))
    }

    pub(crate) async fn send(&self, message: &Message) -> Result<(), Refusal> {
        let (folder, path, bytes) = (self.0.clone(), self.path(message.id()), message.bytes().to_owned());
        let written = tokio::task::spawn_blocking(move || write(&folder, &path, &bytes)).await;
        written.unwrap_or_else(|error| Err(io::Error::other(error))).map_err(|error| Refusal::Temporary(error.to_string()))
    }
}

/// Writes a file that appears under its name only when it is whole.
fn write(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let part = path.with_extension("part");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600); // mails carry links that let somebody in
    let mut file = options.open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}

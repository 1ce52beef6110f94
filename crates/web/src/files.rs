//! Reading attached files: their text for the index, and the picture of their first page. Work beside serving, one file at a time.

use ayni_domain::FileType;
use ayni_formats::document::pdf::PdfTool;
use ayni_formats::document::{self, Extracted};
use ayni_store::file::{File, FileText, Reading};
use ayni_store::{Store, StoreError};
use jiff::Timestamp;

/// Reads the files that were not read yet, at most `limit`, and returns how many were read.
///
/// Without the program for PDF those files wait; all others are read. A file that says nothing, or cannot be read, is not tried again.
///
/// # Errors
/// [`StoreError`]; what was read before is kept.
pub async fn read_files(store: &Store, tool: &PdfTool, limit: u64, now: Timestamp) -> Result<u64, StoreError> {
    let except = (!tool.is_there()).then_some(FileType::Pdf);
    let mut read = 0;
    for file in store.unread_files(except, limit).await? {
        match read_file(store, &file, tool, now).await? {
            Some(problem) => tracing::warn!(file = file.hash.as_str(), %problem, "an attached file gave no text or picture"),
            None => read += 1,
        }
    }
    Ok(read)
}

/// Reads one file and keeps what it says; returns why something of it could not be read.
///
/// # Errors
/// [`StoreError`].
pub async fn read_file(store: &Store, file: &File, tool: &PdfTool, now: Timestamp) -> Result<Option<String>, StoreError> {
    let content = match store.blobs().get(&file.hash).await {
        Ok(Some(content)) => content,
        Ok(None) => return Ok(Some("the content is missing".into())),
        Err(error @ StoreError::Corrupt { .. }) => return Ok(Some(error.to_string())),
        Err(error) => return Err(error),
    };
    let (tool, file_type) = (tool.clone(), file.file_type);
    let read = tokio::task::spawn_blocking(move || document::read(&content, file_type, &tool)).await;
    let found = match read {
        Ok(Ok(found)) => found,
        Ok(Err(unavailable)) => return Ok(Some(unavailable.to_string())), // it waits until the program is there
        Err(error) => document::Reading { problem: Some(error.to_string()), ..document::Reading::default() },
    };
    let pages = found.extracted.as_ref().and_then(|extracted| extracted.pages);
    let reading = Reading { text: found.extracted.map(text), pages, picture: found.picture.map(Into::into) };
    store.note_reading(&file.hash, reading, now).await?;
    Ok(found.problem)
}

fn text(extracted: Extracted) -> FileText {
    FileText { language: extracted.language, title: extracted.title, cut: extracted.cut, text: extracted.text }
}

//! Documents that people attach: the text in them, for search, and what can be known of them without showing them.
//!
//! All of it is foreign input. Archives are unpacked within [`Limits`], markup is read as a stream without entities of its own or from
//! elsewhere, and PDF files are read by another process ([`pdf`]). Nothing is run, fetched or drawn here.

mod archive;
mod docx;
mod epub;
mod language;
pub mod link;
mod markup;
pub mod pdf;
pub mod picture;
#[cfg(test)]
mod tests;
mod words;

use ayni_domain::LanguageTag;

pub use ayni_domain::file::{FileType, safe_name, sniff};

use self::pdf::{PdfError, PdfTool};
use self::words::Words;

/// Most characters of text that are taken from a file: what the search index keeps of one.
pub const MOST_CHARACTERS: usize = 200_000;

/// Pixels across of the picture of a first page.
pub const PICTURE_WIDTH: u32 = 320;

/// Characters of a title.
const TITLE: usize = 300;

/// What was found in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extracted {
    /// The text, paragraphs in lines of their own.
    pub text: String,
    /// The language that the document states, when its letters can be of that language; else what the letters alone tell.
    pub language: Option<LanguageTag>,
    /// The title that the document states.
    pub title: Option<String>,
    /// Number of pages, where the document has pages.
    pub pages: Option<u32>,
    /// Whether there was more text than is taken.
    pub cut: bool,
}

/// How much of a document is read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Most characters of text.
    pub characters: usize,
    /// Most bytes that an archive may unpack to, in all that is read of it.
    pub unpacked: u64,
    /// How many times its size an archive may unpack to; up to a million bytes are free.
    pub ratio: u64,
    /// Most elements inside each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { characters: MOST_CHARACTERS, unpacked: 64 * 1024 * 1024, ratio: 100, depth: 256 }
    }
}

/// Why no text could be taken from a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExtractError {
    /// The content is not what its type promises.
    #[error("the document is broken")]
    Broken,
    /// It unpacks to more than is read.
    #[error("the document unpacks to too much")]
    TooLarge,
    /// Its elements lie too deep in each other.
    #[error("the document is nested too deeply")]
    TooDeep,
}

/// Takes the text of a document; `None` for types without text, and for PDF, which [`PdfTool`] reads.
///
/// # Errors
/// `Broken`, `TooLarge`, `TooDeep`; nothing is kept of the document then.
pub fn extract(content: &[u8], file_type: FileType, limits: &Limits) -> Result<Option<Extracted>, ExtractError> {
    match file_type {
        FileType::Docx => docx::extract(content, limits).map(Some),
        FileType::Epub => epub::extract(content, limits).map(Some),
        FileType::Text | FileType::Csv => plain(content, limits).map(Some),
        _ => Ok(None),
    }
}

fn plain(content: &[u8], limits: &Limits) -> Result<Extracted, ExtractError> {
    let text = std::str::from_utf8(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).map_err(|_| ExtractError::Broken)?;
    let mut words = Words::new(limits.characters);
    for line in text.lines() {
        words.line();
        if words.push(line).is_break() {
            break;
        }
    }
    Ok(words.finish(None, None))
}

/// What is known of a file after it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Its text; `None` where the type has none, or it could not be read.
    pub extracted: Option<Extracted>,
    /// Its first page as PNG, [`PICTURE_WIDTH`] pixels wide; only of PDF files.
    pub picture: Option<Vec<u8>>,
    /// Why it could not be read, for the log and for who attached it.
    pub problem: Option<String>,
}

/// Reads a file: its text, and the picture of its first page. Takes seconds for a large PDF: not for a thread that serves readers.
///
/// # Errors
/// [`PdfError::Unavailable`] when the program for PDF is not there: the file is to be read again when it is.
pub fn read(content: &[u8], file_type: FileType, tool: &PdfTool) -> Result<Reading, PdfError> {
    if file_type == FileType::Pdf {
        return read_pdf(content, tool);
    }
    Ok(match extract(content, file_type, &Limits::default()) {
        Ok(extracted) => Reading { extracted, ..Reading::default() },
        Err(error) => Reading { problem: Some(error.to_string()), ..Reading::default() },
    })
}

fn read_pdf(content: &[u8], tool: &PdfTool) -> Result<Reading, PdfError> {
    let mut reading = Reading::default();
    match tool.text(content) {
        Ok(text) => reading.extracted = Some(text.into()),
        Err(PdfError::Failed(problem)) => reading.problem = Some(problem),
        Err(error) => return Err(error),
    }
    match tool.picture(content, PICTURE_WIDTH) {
        Ok(picture) => reading.picture = Some(picture),
        Err(PdfError::Failed(problem)) => reading.problem = Some(problem),
        Err(error) => return Err(error),
    }
    Ok(reading)
}

/// A title as a document states it; `None` when it says nothing. Word processors put their name in front of the file's.
fn title(stated: &str) -> Option<String> {
    let plain = stated.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.strip_prefix("Microsoft Word - ").unwrap_or(&plain);
    let title: String = plain.chars().filter(|c| !c.is_control()).take(TITLE).collect();
    (!title.is_empty()).then_some(title)
}

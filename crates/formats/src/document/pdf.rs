//! PDF files, read by the program `ayni-pdf` in a process of its own: whatever a hostile file does there, the caller goes on.
//!
//! The program bounds its own memory and time; this side bounds how long it waits and how much it takes. Calls block: they belong on a
//! thread for such work, and few at a time.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Extracted, MOST_CHARACTERS, language, picture, title};

/// Name of the program.
pub const PROGRAM: &str = "ayni-pdf";

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(40);
/// How often is looked whether the program has ended.
const INTERVAL: Duration = Duration::from_millis(5);
/// Most bytes of an answer: characters of up to six bytes in JSON, and pictures of a few hundred kilobytes.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// Why a PDF file was not read.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The program is not there or cannot be started: no file can be read now.
    #[error("{PROGRAM} cannot be started: {0}")]
    Unavailable(String),
    /// This file cannot be read.
    #[error("the PDF file cannot be read: {0}")]
    Failed(String),
}

/// What `ayni-pdf text` says of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PdfText {
    /// Title, where the file states one.
    pub title: Option<String>,
    /// Language as the catalogue states it.
    pub language: Option<String>,
    /// Number of pages.
    pub pages: u32,
    /// Whether there was more text than is taken.
    pub cut: bool,
    /// Text of each page that was read, in order.
    pub text: Vec<String>,
}

impl PdfText {
    /// The form in which the program writes it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({"title": self.title, "language": self.language, "pages": self.pages, "cut": self.cut, "text": self.text})
    }

    fn from_json(value: &Value) -> Option<Self> {
        let string = |key: &str| value[key].as_str().map(str::to_owned);
        Some(Self {
            title: string("title"),
            language: string("language"),
            pages: value["pages"].as_u64().and_then(|pages| u32::try_from(pages).ok())?,
            cut: value["cut"].as_bool()?,
            text: value["text"].as_array()?.iter().map(|page| page.as_str().map(str::to_owned)).collect::<Option<_>>()?,
        })
    }
}

impl From<PdfText> for Extracted {
    fn from(read: PdfText) -> Self {
        let mut text = read.text.join("\n");
        let end = text.char_indices().nth(MOST_CHARACTERS).map(|(at, _)| at);
        text.truncate(end.unwrap_or(text.len()));
        let language = language::agreed(read.language.as_deref().and_then(language::tag), &text);
        let title = read.title.as_deref().and_then(title);
        Self { text, language, title, pages: Some(read.pages), cut: read.cut || end.is_some() }
    }
}

/// The program, where it is, and how long to wait for it.
#[derive(Debug, Clone)]
pub struct PdfTool {
    program: PathBuf,
    patience: Duration,
}

impl PdfTool {
    /// The program at a path.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), patience: PATIENCE }
    }

    /// The program that lies beside another one, as both are installed.
    #[must_use]
    pub fn beside(executable: &Path) -> Self {
        Self::new(executable.with_file_name(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX)))
    }

    /// The program beside the one that is running; where the system does not say which one that is, it is looked for in the path.
    #[must_use]
    pub fn find() -> Self {
        std::env::current_exe().map_or_else(|_| Self::new(PROGRAM), |running| Self::beside(&running))
    }

    /// Waits for an answer no longer than this.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Where the program is expected.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Whether there is a file where the program is expected.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.program.is_file()
    }

    /// Text, title, language and number of pages.
    ///
    /// # Errors
    /// `Unavailable`, `Failed`.
    pub fn text(&self, pdf: &[u8]) -> Result<PdfText, PdfError> {
        let answer = self.run(&["text"], pdf)?;
        let text = serde_json::from_slice(&answer).ok().as_ref().and_then(PdfText::from_json);
        text.ok_or_else(|| PdfError::Failed("the answer is not of the expected form".into()))
    }

    /// The first page as PNG, `width` pixels wide.
    ///
    /// # Errors
    /// `Unavailable`, `Failed`.
    pub fn picture(&self, pdf: &[u8], width: u32) -> Result<Vec<u8>, PdfError> {
        let answer = self.run(&["picture", "--width", &width.to_string()], pdf)?;
        match picture::size(&answer) {
            Some(size) if size.is_bearable() => Ok(answer),
            _ => Err(PdfError::Failed("the answer is no picture".into())),
        }
    }

    fn run(&self, args: &[&str], input: &[u8]) -> Result<Vec<u8>, PdfError> {
        let mut command = Command::new(&self.program);
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if cfg!(unix) {
            command.env_clear(); // nothing of the server's settings for a process that reads foreign files
        }
        let mut child = command.spawn().map_err(|error| PdfError::Unavailable(format!("{}: {error}", self.program.display())))?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (ended, answer, complaint) = std::thread::scope(|threads| {
            // A program that ends early closes the pipe: how it ended says more than that.
            threads.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            let answer = threads.spawn(move || take(stdout, MOST_BYTES));
            let complaint = threads.spawn(move || take(stderr, 1_000));
            let ended = wait(&mut child, self.patience);
            (ended, answer.join().unwrap_or_default(), complaint.join().unwrap_or_default())
        });
        let complaint = String::from_utf8_lossy(&complaint).lines().next().unwrap_or_default().to_owned();
        match ended {
            Err(error) => Err(PdfError::Failed(error.to_string())),
            Ok(None) => Err(PdfError::Failed("it took too long".into())),
            Ok(Some(status)) if !status.success() => Err(PdfError::Failed(if complaint.is_empty() { status.to_string() } else { complaint })),
            Ok(Some(_)) if answer.len() as u64 > MOST_BYTES => Err(PdfError::Failed("the answer is too long".into())),
            Ok(Some(_)) => Ok(answer),
        }
    }
}

fn take(pipe: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut taken = Vec::new();
    if let Some(pipe) = pipe {
        // One byte more than allowed shows that there was more. What was read before a fault is judged by how the program ended.
        let _ = pipe.take(most + 1).read_to_end(&mut taken);
    }
    taken
}

/// Waits for the end of a process, and ends it when that takes too long; `None` then.
fn wait(child: &mut Child, patience: Duration) -> std::io::Result<Option<std::process::ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() >= patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(INTERVAL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_said_to_be_missing() {
        let tool = PdfTool::beside(Path::new("/nowhere/ayni"));
        assert!(tool.program().starts_with("/nowhere") && !tool.is_there());
        assert!(matches!(tool.text(b"%PDF-1.7"), Err(PdfError::Unavailable(_))));
        assert!(matches!(super::super::read(b"%PDF-1.7", ayni_domain::FileType::Pdf, &tool), Err(PdfError::Unavailable(_))));
    }

    #[test]
    fn what_the_program_writes_is_read_again() {
        let text = PdfText {
            title: Some("Informe \"anual\"".into()),
            language: Some("es-PE".into()),
            pages: 3,
            cut: false,
            text: vec!["Página uno".into(), String::new(), "Fin".into()],
        };
        assert_eq!(PdfText::from_json(&text.to_json()), Some(text.clone()));
        let extracted = Extracted::from(text);
        assert_eq!((extracted.text.as_str(), extracted.pages, extracted.cut), ("Página uno\n\nFin", Some(3), false));
        assert_eq!(extracted.language.map(|language| language.to_string()), Some("es-PE".into()));
        assert_eq!(PdfText::from_json(&json!({"pages": -1, "cut": false, "text": []})), None);
        let long = PdfText { text: vec!["é".repeat(MOST_CHARACTERS); 2], ..PdfText::default() };
        let long = Extracted::from(long);
        assert_eq!((long.text.chars().count(), long.cut), (MOST_CHARACTERS, true));
    }
}

//! Uploads: forms with a file. Their parts are taken in one by one and within limits, the file on the disk and not in memory; what is taken is judged
//! by its content.

mod paced;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::{HeaderMap, Response, StatusCode, header};
use ayni_domain::FileType;
use ayni_domain::file::upload::{Unaccepted, accept};
use ayni_domain::limit::UPLOADS_OF_PERSON;
use ayni_domain::person::PersonId;
use ayni_formats::document::{ExtractError, Limits, extract, picture};
use ayni_store::blob::BlobHash;
use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

use self::paced::{Pace, Paced};
use crate::error::PageError;
use crate::format;
use crate::page::Fields;
use crate::site::Site;
use crate::view::Cx;

/// Most parts of a form: its longest lists have some hundred entries of some fields.
const MOST_PARTS: usize = 5_000;
/// Most bytes of all that is typed: a page of Arabic takes three times its letters, of Chinese nine times.
const LARGEST_TEXT: usize = 1024 * 1024;
/// What is still read of a form whose file is too large, so that its sender gets to see the answer: so many times the largest file.
const READ_ON: u64 = 2;
/// How long the next piece of a form may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// Files that are in memory at once, while they are judged and kept; others wait on the disk.
pub(crate) const JUDGED_AT_ONCE: usize = 2;

/// A form that was sent, as far as it came.
#[derive(Default)]
pub(crate) struct Sent {
    /// What was typed.
    pub fields: Fields,
    /// The file, where one was chosen.
    pub file: Option<SentFile>,
    /// Why not all of it was taken in.
    pub problem: Option<Problem>,
}

/// A file that was sent, not judged yet.
pub(crate) struct SentFile {
    /// Name as its sender's system calls it.
    pub name: String,
    /// Without a name on the disk: it goes with this value, whatever happens.
    file: tokio::fs::File,
    size: u64,
}

/// Why a file, or the form that it came with, is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The file has more bytes than this.
    TooLarge(u64),
    /// The form has too many parts, or too much was typed.
    TooMuch,
    /// The form ends before its end, or is none.
    Broken,
    /// It is none of the types that are taken, or its name says another.
    Unaccepted(Unaccepted),
    /// It cannot be read as what it is.
    Damaged(FileType),
    /// It unpacks to far more than its size, or is nested too deeply.
    Bomb,
    /// A picture that is broken or larger than can be shown.
    Picture,
    /// The person has handed in as many files as a day takes.
    Enough,
}

impl Problem {
    /// Status of the answer.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::TooLarge(_) | Self::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Enough => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// What its sender is told, where these types are taken.
    pub fn words(self, cx: &Cx, types: &[FileType]) -> String {
        let code = |file_type: FileType| file_type.code().to_uppercase();
        let number = |number: u64| format::number(cx.locale, number);
        match self {
            Self::TooLarge(most) => cx.t1("file-refused-size", "size", &format::size(cx.locale, most)),
            Self::TooMuch => cx.t("file-refused-form"),
            Self::Broken => cx.t("file-refused-transfer"),
            Self::Unaccepted(Unaccepted::Empty) => cx.t("file-refused-empty"),
            Self::Unaccepted(Unaccepted::Type) => {
                let types: Vec<String> = types.iter().map(|file_type| code(*file_type)).collect();
                cx.t1("file-refused-type", "types", &cx.join(&types))
            }
            Self::Unaccepted(Unaccepted::Name(file_type)) => {
                cx.tn("file-refused-name", &[("type", &code(file_type)), ("ending", &format!(".{}", file_type.code()))])
            }
            Self::Damaged(file_type) => cx.t1("file-refused-broken", "type", &code(file_type)),
            Self::Bomb => cx.t("file-refused-unpacks"),
            Self::Picture => cx.t1("file-refused-picture", "pixels", &number(picture::MOST_PIXELS)),
            Self::Enough => cx.t1("file-refused-today", "n", &number(UPLOADS_OF_PERSON.most.into())),
        }
    }
}

/// A file that was judged and kept.
pub(crate) struct Taken {
    pub hash: BlobHash,
    pub size: u64,
    pub file_type: FileType,
}

/// Takes in a form, with a file of at most `largest` bytes where it is made for one.
///
/// # Errors
/// The answer to what is no form at all.
pub(crate) async fn take(mut request: Request, largest: u64) -> Result<Sent, Response<Body>> {
    if !is_multipart(request.headers()) {
        DefaultBodyLimit::max(LARGEST_TEXT).apply(&mut request); // without a file it is a form like any other
        return Fields::from_request(request, &()).await.map(|fields| Sent { fields, ..Sent::default() });
    }
    let pace = Arc::new(Pace::default());
    let most = largest.saturating_mul(READ_ON).saturating_add(LARGEST_TEXT as u64);
    let mut request = request.map(|body| Body::new(Paced::new(body, most, pace.clone())));
    DefaultBodyLimit::disable().apply(&mut request); // it has one of its own
    let Ok(form) = Multipart::from_request(request, &()).await else {
        return Ok(Sent { problem: Some(Problem::Broken), ..Sent::default() });
    };
    let mut taking = Taking { sent: Sent::default(), pace, largest, parts: 0, typed: 0 };
    if let Err(problem) = taking.all(form).await {
        taking.sent.problem.get_or_insert(problem);
    }
    if taking.sent.problem.is_some() {
        taking.sent.file = None;
    }
    Ok(taking.sent)
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let content = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("multipart/"))
}

/// A form on its way in.
struct Taking {
    sent: Sent,
    pace: Arc<Pace>,
    largest: u64,
    parts: usize,
    typed: usize,
}

impl Taking {
    async fn all(&mut self, mut form: Multipart) -> Result<(), Problem> {
        loop {
            let next = tokio::time::timeout(PATIENCE, form.next_field()).await;
            let Some(field) = self.arrived(next)? else { return Ok(()) };
            self.parts += 1;
            if self.parts > MOST_PARTS {
                return Err(Problem::TooMuch);
            }
            match field.file_name().map(str::to_owned) {
                Some(name) => self.file(name, field).await?,
                None => self.text(field).await?,
            }
        }
    }

    /// What came in time and whole.
    fn arrived<T, E, X>(&self, next: Result<Result<T, E>, X>) -> Result<T, Problem> {
        match next {
            Ok(Ok(next)) => {
                self.pace.taken();
                Ok(next)
            }
            _ if self.pace.is_too_long() => Err(Problem::TooLarge(self.largest)),
            _ => Err(Problem::Broken),
        }
    }

    async fn text(&mut self, mut field: Field<'_>) -> Result<(), Problem> {
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        self.typed += name.len();
        while let Some(piece) = self.arrived(tokio::time::timeout(PATIENCE, field.chunk()).await)? {
            self.typed += piece.len();
            if self.typed > LARGEST_TEXT {
                return Err(Problem::TooMuch);
            }
            value.extend_from_slice(&piece);
        }
        let value = String::from_utf8(value).map_err(|_| Problem::Broken)?;
        self.sent.fields.0.push((name, value));
        Ok(())
    }

    /// Takes in a file. Of one that is too large the rest is read and dropped: what was typed after it shall not be lost.
    async fn file(&mut self, name: String, mut field: Field<'_>) -> Result<(), Problem> {
        let broken = |error: io::Error| {
            tracing::error!(%error, "a file that was sent could not be written");
            Problem::Broken
        };
        let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(broken)?);
        let mut size = 0;
        while let Some(piece) = self.arrived(tokio::time::timeout(PATIENCE, field.chunk()).await)? {
            size += piece.len() as u64;
            if size <= self.largest {
                file.write_all(&piece).await.map_err(broken)?;
            }
        }
        file.flush().await.map_err(broken)?;
        if size > self.largest {
            self.sent.problem = Some(Problem::TooLarge(self.largest));
        } else if (size > 0 || !name.is_empty()) && self.sent.file.replace(SentFile { name, file, size }).is_some() {
            return Err(Problem::TooMuch); // one at a time
        }
        Ok(())
    }
}

impl SentFile {
    /// Judges the file by its content and, when it is taken, keeps it as loose ([`ayni_store::Store::keep_loose`]).
    ///
    /// # Errors
    /// `Store`; that it is not taken is no error.
    pub async fn keep(mut self, site: &Site, by: PersonId, types: &'static [FileType]) -> Result<Result<Taken, Problem>, PageError> {
        if !site.store.attempt(UPLOADS_OF_PERSON, &by.to_string(), site.now()).await?.allowed {
            return Ok(Err(Problem::Enough));
        }
        let Ok(_turn) = site.judging.acquire().await else { return Ok(Err(Problem::Broken)) };
        let content = match self.content().await {
            Ok(content) => content,
            Err(error) => {
                tracing::error!(%error, "a file that was sent could not be read again");
                return Ok(Err(Problem::Broken));
            }
        };
        let (own, name) = (content.clone(), self.name);
        let judged = tokio::task::spawn_blocking(move || judge(&name, &own, types)).await;
        let file_type = match judged {
            Ok(Ok(file_type)) => file_type,
            Ok(Err(problem)) => return Ok(Err(problem)),
            Err(error) => {
                tracing::error!(%error, "a file that was sent could not be judged");
                return Ok(Err(Problem::Broken));
            }
        };
        let hash = site.store.keep_loose(content, site.now()).await?;
        Ok(Ok(Taken { hash, size: self.size, file_type }))
    }

    async fn content(&mut self) -> io::Result<Bytes> {
        let mut content = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        self.file.rewind().await?;
        self.file.read_to_end(&mut content).await?;
        Ok(content.into())
    }
}

/// The type of a content, when readers can be given it. Documents are unpacked as far as their text is taken later.
fn judge(name: &str, content: &[u8], types: &[FileType]) -> Result<FileType, Problem> {
    let file_type = accept(name, content, types).map_err(Problem::Unaccepted)?;
    if !picture::is_bearable(content, file_type) {
        return Err(Problem::Picture);
    }
    match extract(content, file_type, &Limits::default()) {
        Ok(_) => Ok(file_type),
        Err(ExtractError::Broken) => Err(Problem::Damaged(file_type)),
        Err(ExtractError::TooLarge | ExtractError::TooDeep) => Err(Problem::Bomb),
    }
}

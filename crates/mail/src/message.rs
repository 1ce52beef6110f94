//! A mail in its form: RFC 5322 with a plain and an HTML text, safe from whatever stands in its names and words.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{MultiPart, MultiPartKind, SinglePart};
use uuid::Uuid;

use crate::{MailError, Mailbox};

/// Most bytes of a mail, headers and both texts encoded: it is read on phones, and paid by the megabyte.
pub const LARGEST: usize = 20_000;

/// Longest address that stands in a header: a line has at most 998 bytes, and such an address cannot be broken.
const LONGEST_HEADER_URL: usize = 900;

/// What a mail says, in its two forms.
pub(crate) struct Texts {
    /// One line.
    pub(crate) subject: String,
    pub(crate) plain: String,
    pub(crate) html: String,
}

/// A mail that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    id: Uuid,
    subject: String,
    text: String,
    html: String,
    to: String,
    envelope: Envelope,
    bytes: Vec<u8>,
}

impl Message {
    pub(crate) fn new(id: Uuid, from: &Mailbox, to: &Mailbox, at: Timestamp, texts: Texts, unsubscribe: Option<&str>) -> Result<Self, MailError> {
        let Texts { subject, plain: text, html } = texts;
        let mut builder = lettre::Message::builder()
            .from(from.to_lettre())
            .to(to.to_lettre())
            .subject(&subject)
            .date(date(at))
            .message_id(Some(format!("<{id}@{}>", from.domain())))
            .raw_header(raw("Auto-Submitted", "auto-generated".to_owned())); // holiday notices do not answer
        if let Some(url) = unsubscribe {
            if url.len() > LONGEST_HEADER_URL || !url.is_ascii() {
                return Err(MailError::Link);
            }
            builder = builder
                .raw_header(raw("List-Unsubscribe", format!("<{url}>")))
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        let body = MultiPart::builder()
            .kind(MultiPartKind::Alternative)
            .boundary(format!("part-{}", id.simple())) // not drawn by lot: the same mail is the same bytes
            .singlepart(SinglePart::plain(text.clone()))
            .singlepart(SinglePart::html(html.clone()));
        let form = |error: &dyn std::fmt::Display| MailError::Form(error.to_string());
        let message = builder.multipart(body).map_err(|error| form(&error))?;
        let bytes = message.formatted();
        if bytes.len() > LARGEST {
            return Err(MailError::TooLarge(bytes.len()));
        }
        let envelope = Envelope::new(Some(from.to_address().clone()), vec![to.to_address().clone()]).map_err(|error| form(&error))?;
        Ok(Self { id, subject, text, html, to: to.address().to_owned(), envelope, bytes })
    }

    /// Identifier in the outbox.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }

    /// Address of the recipient.
    #[must_use]
    pub fn to(&self) -> &str {
        &self.to
    }

    /// Subject, in plain.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The HTML text.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The whole as it is sent: lines end with CRLF; ASCII, unless the part of an address before the `@` is not.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) const fn envelope(&self) -> &Envelope {
        &self.envelope
    }
}

/// The time as the library takes it, which knows only the years from 1970 to 9999.
fn date(at: Timestamp) -> SystemTime {
    const LAST: i64 = 253_402_300_799;
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.as_second().clamp(0, LAST)).unwrap_or_default())
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

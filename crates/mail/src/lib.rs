//! Mails: their form, and the ways on which they leave.
//!
//! A [`Mail`] is words, links and a language; rendering makes it a [`Message`] with a plain and an HTML text. A [`Transport`] takes
//! messages to a server, or into a folder where there is none. Which mails there are, and when one is tried again, is the outbox of
//! `store`; nothing outside this crate sees the types of the mail library.

mod folder;
mod mail;
mod mailbox;
mod mask;
mod memory;
mod message;
mod reading;
mod settings;
mod smtp;

pub use folder::{Filed, Folder};
pub use mail::{Block, Content, Item, Link, Mail};
pub use mailbox::Mailbox;
pub use mask::{MASK, mask};
pub use memory::Memory;
pub use message::{LARGEST, Message};
pub use reading::ReadMail;
pub use settings::{SmtpSettings, SmtpUrlError, TlsMode};
pub use smtp::Smtp;

/// Why a mail cannot be made; trying again does not help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The text is no mail address.
    #[error("this is no mail address")]
    Mailbox,
    /// A link leads to no web address.
    #[error("a link of the mail is no http or https address")]
    Link,
    /// The mail is larger than what people with little bandwidth can be asked to take.
    #[error("the mail has {0} bytes; {LARGEST} are the most")]
    TooLarge(usize),
    /// The mail library refuses it.
    #[error("the mail cannot be put together: {0}")]
    Form(String),
}

/// Why a mail did not leave. The text is the server's and may name the recipient: it is for the administrator, not for the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It may succeed later: nobody answered, or the server said so.
    #[error("{0}")]
    Temporary(String),
    /// This mail will never be taken.
    #[error("{0}")]
    Permanent(String),
}

/// A way on which mails leave.
#[derive(Debug, Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into a folder, a file a mail.
    Folder(Folder),
    /// Into memory, for tests.
    Memory(Memory),
}

impl Transport {
    /// Sends a message. After an answer that got lost it may have left all the same; then its next copy bears the same Message-ID.
    ///
    /// # Errors
    /// `Temporary`, `Permanent`.
    pub async fn send(&self, message: &Message) -> Result<(), Refusal> {
        match self {
            Self::Smtp(smtp) => smtp.send(message).await,
            Self::Folder(folder) => folder.send(message).await,
            Self::Memory(memory) => {
                memory.send(message);
                Ok(())
            }
        }
    }
}

//! Machine translation: an optional server that is asked for drafts of translations.
//!
//! A [`Translator`] is a server with the API of LibreTranslate, a [`Double`] for tests, or none. Texts leave this program when
//! [`Translator::translate`] is called and at no other time. What becomes of a draft is for `domain` (its rules) and `web` (its pages).

mod double;
mod server;
mod settings;

use ayni_domain::LanguageTag;

pub use double::{Asked, Double};
pub use server::Server;
pub use settings::{ServerSettings, ServerUrlError};

/// Most characters of all texts of one request: a server without a graphics card takes some seconds for them.
pub const MOST_CHARACTERS: usize = 6_000;

/// Why there is no translation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TranslatorError {
    /// The operator has set no server.
    #[error("there is no translation server")]
    None,
    /// The texts are too long for one request: their characters.
    #[error("the texts have {0} characters together; {MOST_CHARACTERS} are the most")]
    TooLong(usize),
    /// Nobody answered, or not in time.
    #[error("the translation server cannot be reached: {0}")]
    Unreachable(String),
    /// The server does not want to: its status and what it says.
    #[error("the translation server refuses with status {0}: {1}")]
    Refused(u16, String),
    /// The answer is not what the API promises.
    #[error("the answer of the translation server {0}")]
    Answer(&'static str),
}

/// Who translates by machine, if anybody does. Clones share connections.
#[derive(Debug, Clone, Default)]
pub struct Translator(Way);

#[derive(Debug, Clone, Default)]
enum Way {
    #[default]
    None,
    Server(Server),
    Double(Double),
}

impl Translator {
    /// Nobody translates by machine.
    #[must_use]
    pub const fn none() -> Self {
        Self(Way::None)
    }

    /// A server translates.
    #[must_use]
    pub const fn server(server: Server) -> Self {
        Self(Way::Server(server))
    }

    /// A double stands in for a server, for tests.
    #[must_use]
    pub const fn double(double: Double) -> Self {
        Self(Way::Double(double))
    }

    /// To whom texts are given: the host of the server. `None` when nobody translates by machine.
    #[must_use]
    pub fn recipient(&self) -> Option<&str> {
        match &self.0 {
            Way::None => None,
            Way::Server(server) => Some(server.host()),
            Way::Double(_) => Some(Double::HOST),
        }
    }

    /// Translates texts, together at most [`MOST_CHARACTERS`], in the order in which they are given. Of a language its first part counts:
    /// `pt` of `pt-BR`.
    ///
    /// # Errors
    /// All of [`TranslatorError`].
    pub async fn translate(&self, texts: &[&str], from: &LanguageTag, to: &LanguageTag) -> Result<Vec<String>, TranslatorError> {
        let characters = texts.iter().map(|text| text.chars().count()).sum();
        if characters > MOST_CHARACTERS {
            return Err(TranslatorError::TooLong(characters));
        }
        match &self.0 {
            Way::None => Err(TranslatorError::None),
            _ if texts.is_empty() => Ok(Vec::new()),
            Way::Server(server) => server.translate(texts, from.primary(), to.primary()).await,
            Way::Double(double) => double.translate(texts, from.primary(), to.primary()),
        }
    }
}

#[cfg(test)]
mod tests;

//! A stand-in for a translation server, for tests: it answers at once, keeps what it was asked, and refuses when it is told to.

use std::sync::Arc;

use parking_lot::Mutex;

use crate::TranslatorError;

/// What a double was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The texts.
    pub texts: Vec<String>,
    /// Language of the texts.
    pub from: String,
    /// Language that was wanted.
    pub to: String,
}

/// A stand-in whose clones share what they were asked. It answers each text with the language before it: `[fr] Uno.`
#[derive(Debug, Clone, Default)]
pub struct Double(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    asked: Vec<Asked>,
    refuses: bool,
}

impl Double {
    pub(crate) const HOST: &'static str = "translator.example";

    /// All that it was asked so far, the first first.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.0.lock().asked.clone()
    }

    /// Lets it refuse from now on, or answer again.
    pub fn refuse(&self, refuses: bool) {
        self.0.lock().refuses = refuses;
    }

    pub(crate) fn translate(&self, texts: &[&str], from: &str, to: &str) -> Result<Vec<String>, TranslatorError> {
        let mut inner = self.0.lock();
        let own = texts.iter().map(|text| (*text).to_owned()).collect();
        inner.asked.push(Asked { texts: own, from: from.to_owned(), to: to.to_owned() });
        if inner.refuses {
            return Err(TranslatorError::Refused(503, "told to refuse".to_owned()));
        }
        Ok(texts.iter().map(|text| format!("[{to}] {text}")).collect())
    }
}

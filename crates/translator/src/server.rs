//! A translation server with the API of LibreTranslate, asked over HTTP: quickly, within limits, without redirects.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Response, StatusCode, redirect};
use serde::{Deserialize, Serialize};

use crate::TranslatorError;
use crate::settings::ServerSettings;

/// Longest time for an answer; a page that waits for it has 15 seconds in all.
const TIMEOUT: Duration = Duration::from_secs(12);
/// Largest answer that is read, in bytes: some 20 for each character that was asked.
const LARGEST: usize = 128 * 1024;
/// Characters of what a server says when it refuses that are kept for the log.
const LONGEST_WORDS: usize = 200;

/// A server that can be asked. Clones share connections.
#[derive(Debug, Clone)]
pub struct Server {
    settings: ServerSettings,
    client: Client,
}

#[derive(Serialize)]
struct Question<'a> {
    q: &'a [&'a str],
    source: &'a str,
    target: &'a str,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<&'a str>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "translatedText")]
    translated: Vec<String>,
}

#[derive(Deserialize)]
struct Complaint {
    error: String,
}

impl Server {
    /// Prepares to ask a server; nothing is sent yet.
    ///
    /// # Errors
    /// `Unreachable` when this machine cannot ask anybody: without its certificates, for example.
    pub fn new(settings: ServerSettings) -> Result<Self, TranslatorError> {
        Self::with_timeout(settings, TIMEOUT)
    }

    pub(crate) fn with_timeout(settings: ServerSettings, timeout: Duration) -> Result<Self, TranslatorError> {
        // The one cryptography that is compiled in; a second call finds it set already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(redirect::Policy::none()).no_proxy().connect_timeout(timeout / 2).timeout(timeout);
        let client = client.user_agent("ayni").build().map_err(|error| unreachable(&error))?;
        Ok(Self { settings, client })
    }

    pub(crate) fn host(&self) -> &str {
        &self.settings.host
    }

    pub(crate) async fn translate(&self, texts: &[&str], from: &str, to: &str) -> Result<Vec<String>, TranslatorError> {
        let question = Question { q: texts, source: from, target: to, format: "text", api_key: self.settings.key.as_deref() };
        let body = serde_json::to_vec(&question).map_err(|_| TranslatorError::Answer("could not be asked for"))?;
        let request = self.client.post(self.settings.endpoint.clone()).header(CONTENT_TYPE, "application/json").body(body);
        let response = request.send().await.map_err(|error| unreachable(&error))?;
        let status = response.status();
        let body = read(response).await?;
        if status != StatusCode::OK {
            return Err(TranslatorError::Refused(status.as_u16(), self.complaint(&body)));
        }
        let answer: Answer = serde_json::from_slice(&body).map_err(|_| TranslatorError::Answer("is not a list of texts"))?;
        if answer.translated.len() != texts.len() {
            return Err(TranslatorError::Answer("has not as many texts as were asked"));
        }
        Ok(answer.translated)
    }

    /// What a server says when it refuses, in one short line without the key.
    fn complaint(&self, body: &[u8]) -> String {
        let said = serde_json::from_slice::<Complaint>(body).map(|complaint| complaint.error).unwrap_or_default();
        let said = self.settings.key.as_deref().map_or_else(|| said.clone(), |key| said.replace(key, "…"));
        said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_WORDS).collect()
    }
}

/// The body of an answer, at most [`LARGEST`].
async fn read(mut response: Response) -> Result<Vec<u8>, TranslatorError> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|error| unreachable(&error))? {
        if body.len() + part.len() > LARGEST {
            return Err(TranslatorError::Answer("is too large"));
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}

/// The innermost reason, which is the one that helps.
fn unreachable(error: &reqwest::Error) -> TranslatorError {
    if error.is_timeout() {
        return TranslatorError::Unreachable("no answer in time".to_owned());
    }
    let mut cause: &(dyn std::error::Error + 'static) = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    TranslatorError::Unreachable(cause.to_string())
}

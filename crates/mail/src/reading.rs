//! Reading a mail back: what a file in the folder says, for the administrator who looks at it.
//!
//! Reads the form that [`crate::Mail::render`] gives, and shows anything else as far as it goes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::mask::mask;

/// A mail that was read, with the secrets in its links masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadMail {
    /// Name and value of each header, in order, one line each.
    pub headers: Vec<(String, String)>,
    /// The plain text.
    pub text: String,
    /// The HTML text as it is written, to be shown as words.
    pub html: String,
}

impl ReadMail {
    /// Reads a mail and masks what lets somebody in: the links in it are shown without their secrets.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let whole = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        let (head, body) = split(&whole);
        let headers = headers(head);
        let content_type = value(&headers, "content-type");
        let mut mail = Self::default();
        match parameter(content_type, "boundary") {
            Some(boundary) => parts(body, &boundary).for_each(|part| mail.take(part)),
            None => mail.take(&whole),
        }
        let shown = |(name, value): &(String, String)| (name.clone(), mask(&words(value)));
        mail.headers = headers.iter().filter(|(name, _)| !is_about_form(name)).map(shown).collect();
        mail
    }

    fn take(&mut self, part: &str) {
        let (head, body) = split(part);
        let headers = headers(head);
        let decoded = mask(&decode(body, value(&headers, "content-transfer-encoding")));
        let place = if value(&headers, "content-type").trim_start().starts_with("text/html") { &mut self.html } else { &mut self.text };
        place.push_str(&decoded);
    }
}

/// Headers that say how the rest is written.
fn is_about_form(name: &str) -> bool {
    ["mime-version", "content-type", "content-transfer-encoding"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

fn split(text: &str) -> (&str, &str) {
    text.split_once("\n\n").unwrap_or((text, ""))
}

/// The headers, each unfolded to one line.
fn headers(head: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        match (line.starts_with([' ', '\t']), headers.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, _, Some((name, value))) => headers.push((name.trim().to_owned(), value.trim().to_owned())),
            _ => {}
        }
    }
    headers
}

fn value<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value.as_str())
}

fn parameter(header: &str, name: &str) -> Option<String> {
    let own = header.split(';').skip(1).find_map(|part| part.trim().strip_prefix(name)?.trim_start().strip_prefix('='))?;
    Some(own.trim().trim_matches('"').to_owned()).filter(|own| !own.is_empty())
}

/// What stands between the lines that part a mail.
fn parts<'a>(body: &'a str, boundary: &str) -> impl Iterator<Item = &'a str> {
    let mark = format!("--{boundary}");
    let parts: Vec<&str> = body.split(mark.as_str()).skip(1).take_while(|part| !part.starts_with("--")).collect();
    parts.into_iter().map(|part| part.trim_start_matches('\n'))
}

fn decode(body: &str, encoding: &str) -> String {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => {
            let packed: String = body.split_whitespace().collect();
            STANDARD.decode(packed).map_or_else(|_| body.to_owned(), |bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
        }
        "quoted-printable" => String::from_utf8_lossy(&unquote(&body.replace("=\n", ""), false)).into_owned(),
        _ => body.to_owned(),
    }
}

/// Undoes `=C3=A9`; in a header `_` stands for a space.
fn unquote(text: &str, in_header: bool) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        match (byte, pair) {
            (b'=', Some(meant)) => {
                out.push(meant);
                at += 3;
                continue;
            }
            (b'_', _) if in_header => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    out
}

/// A header in words: undoes `=?utf-8?b?…?=`. The space between two of these is none.
fn words(value: &str) -> String {
    let (mut out, mut rest, mut after_encoded) = (String::new(), value, false);
    while let Some((before, encoded, after)) = encoded_word(rest) {
        if !(after_encoded && before.trim().is_empty()) {
            out.push_str(before);
        }
        out.push_str(&encoded);
        (rest, after_encoded) = (after, true);
    }
    out.push_str(rest);
    out
}

/// The next encoded word: what stands before it, what it says, what follows.
fn encoded_word(text: &str) -> Option<(&str, String, &str)> {
    let (before, rest) = text.split_once("=?")?;
    let (charset, rest) = rest.split_once('?')?;
    let (form, rest) = rest.split_once('?')?;
    let (packed, after) = rest.split_once("?=")?;
    let bytes = match (charset.eq_ignore_ascii_case("utf-8"), form) {
        (true, "b" | "B") => STANDARD.decode(packed).ok()?,
        (true, "q" | "Q") => unquote(packed, true),
        _ => return None,
    };
    Some((before, String::from_utf8_lossy(&bytes).into_owned(), after))
}

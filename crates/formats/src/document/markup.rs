//! Markup as a stream: elements by their local name, and text.
//!
//! Entities that a document declares are neither expanded nor looked up, so that none can grow or lead elsewhere. The names that HTML
//! gives to characters are known, others are left out.

use std::io::{BufRead, ErrorKind};
use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{ExtractError, Limits};

/// How UTF-8 says that it is UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// One step through a document.
pub(super) enum Piece<'a> {
    /// An element begins: its name without prefix, and its attributes.
    Open(&'a str, Attributes<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text between tags, characters resolved.
    Text(&'a str),
}

/// Attributes of an element.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this name, whatever its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        // The reader's own check for attributes that occur twice takes a step for each pair of them.
        let found = self.0.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        let value = String::from_utf8_lossy(&found.value).into_owned();
        Some(unescape(&value).map(|plain| plain.into_owned()).unwrap_or(value))
    }
}

/// Walks through a document until its end or until `take` breaks.
///
/// Tags that are never closed or never opened are passed over: people's documents have them.
pub(super) fn walk(mut part: impl BufRead, limits: &Limits, mut take: impl FnMut(Piece<'_>) -> ControlFlow<()>) -> Result<(), ExtractError> {
    begins_with_a_tag(&mut part)?;
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let (mut buffer, mut depth) = (Vec::new(), 0usize);
    loop {
        buffer.clear();
        let flow = match reader.read_event_into(&mut buffer).map_err(fault)? {
            Event::Start(start) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(ExtractError::TooDeep);
                }
                take(Piece::Open(local(start.local_name().as_ref()), Attributes(&start)))
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Piece::Close(local(end.local_name().as_ref())))
            }
            Event::Text(text) => take(Piece::Text(&String::from_utf8_lossy(&text))),
            Event::CData(text) => take(Piece::Text(&String::from_utf8_lossy(&text))),
            Event::GeneralRef(reference) => character(&reference, &mut take),
            Event::Eof => return Ok(()),
            _ => ControlFlow::Continue(()), // comments, instructions, declarations
        };
        if flow.is_break() {
            return Ok(());
        }
    }
}

/// What begins otherwise is no markup, whatever looks like tags further on. Bytes of a mark of order and spaces are passed over.
fn begins_with_a_tag(part: &mut impl BufRead) -> Result<(), ExtractError> {
    loop {
        let ahead = part.fill_buf().map_err(|error| fault(error.into()))?;
        match ahead.iter().position(|byte| !byte.is_ascii_whitespace() && !BYTE_ORDER_MARK.contains(byte)) {
            Some(at) if ahead[at] == b'<' => return Ok(()),
            Some(_) => return Err(ExtractError::Broken),
            None if ahead.is_empty() => return Ok(()),
            None => {
                let passed = ahead.len();
                part.consume(passed);
            }
        }
    }
}

fn local(name: &[u8]) -> &str {
    std::str::from_utf8(name).unwrap_or_default()
}

fn character(reference: &BytesRef<'_>, take: &mut impl FnMut(Piece<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => take(Piece::Text(c.encode_utf8(&mut [0; 4]))),
        Ok(None) => resolve_html5_entity(local(reference)).map_or(ControlFlow::Continue(()), |text| take(Piece::Text(text))),
        Err(_) => ControlFlow::Continue(()),
    }
}

fn fault(error: quick_xml::Error) -> ExtractError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => ExtractError::TooLarge,
        _ => ExtractError::Broken,
    }
}

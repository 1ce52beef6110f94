//! Giving out files: each as a download with its name, never as a page of ours; in parts, where a player or a broken connection asks for them.

use std::ops::Range;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::{FileType, Locale};
use ayni_store::StoreError;
use ayni_store::blob::BlobHash;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::message::message;
use crate::serve::Volatile;
use crate::site::Site;

/// Marks an answer as somebody's file: nothing of it is run or shown in a frame, whatever it is.
#[derive(Clone, Copy)]
pub(crate) struct SomebodysFile;

/// Bytes of a name that stand as they are in `filename*` (RFC 8187).
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');

/// A content to give out.
pub(crate) struct Offer<'a> {
    pub hash: &'a BlobHash,
    pub name: &'a str,
    pub file_type: FileType,
    pub size: u64,
}

/// `GET /files/{hash}`: a file of a published record, or the picture of its first page.
pub(crate) async fn public(State(site): State<Site>, Path(hash): Path<String>, headers: HeaderMap) -> Response<Body> {
    match find(&site, &hash, &headers).await {
        Ok(Some(answer)) => answer,
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a file could not be given");
            (StatusCode::INTERNAL_SERVER_ERROR, message(Locale::En, "failed-text", &[])).into_response()
        }
    }
}

async fn find(site: &Site, hash: &str, headers: &HeaderMap) -> Result<Option<Response<Body>>, StoreError> {
    let Some(hash) = BlobHash::parse(hash) else { return Ok(None) };
    if let Some(file) = site.store.file(&hash).await? {
        if file.is_damaged {
            return Ok(None); // its page says why
        }
        return give(site, &Offer { hash: &hash, name: &file.name, file_type: file.file_type, size: file.size }, headers).await;
    }
    if !site.store.is_picture(&hash).await? {
        return Ok(None);
    }
    let Some(size) = site.store.blobs().size(&hash).await? else { return Ok(None) };
    give(site, &Offer { hash: &hash, name: "page.png", file_type: FileType::Png, size }, headers).await
}

/// The answer with a content, or the part of it that is asked for; `None` when it is not there.
pub(crate) async fn give(site: &Site, offer: &Offer<'_>, headers: &HeaderMap) -> Result<Option<Response<Body>>, StoreError> {
    let tag = format!("\"{}\"", offer.hash.as_str());
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if text(header::IF_NONE_MATCH).is_some_and(|known| known == "*" || known.split(',').any(|own| own.trim().trim_start_matches("W/") == tag)) {
        return Ok(Some(answer(StatusCode::NOT_MODIFIED, &tag, Body::empty())));
    }
    let is_same = text(header::IF_RANGE).is_none_or(|known| known == tag);
    let (status, part) = match wanted(text(header::RANGE).filter(|_| is_same), offer.size) {
        Wanted::Whole => (StatusCode::OK, 0..offer.size),
        Wanted::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Wanted::Nothing => {
            let mut refused = answer(StatusCode::RANGE_NOT_SATISFIABLE, &tag, Body::empty());
            put(&mut refused, header::CONTENT_RANGE, &format!("bytes */{}", offer.size));
            return Ok(Some(refused));
        }
    };
    let Some(content) = site.store.blobs().stream(offer.hash, part.clone()).await? else { return Ok(None) };
    let mut given = answer(status, &tag, Body::from_stream(content));
    given.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(offer.file_type.media_type()));
    put(&mut given, header::CONTENT_DISPOSITION, &disposition(offer.name));
    put(&mut given, header::CONTENT_LENGTH, &(part.end - part.start).to_string());
    if status == StatusCode::PARTIAL_CONTENT {
        put(&mut given, header::CONTENT_RANGE, &format!("bytes {}-{}/{}", part.start, part.end - 1, offer.size));
    }
    Ok(Some(given))
}

fn answer(status: StatusCode, tag: &str, body: Body) -> Response<Body> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    put(&mut answer, header::ETAG, tag);
    answer.extensions_mut().insert(SomebodysFile);
    answer.extensions_mut().insert(Volatile); // the page cache is for pages
    answer
}

fn put(answer: &mut Response<Body>, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// A download under its name; programs that know ASCII alone get what is left of it.
fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' }).collect();
    if plain == name {
        return format!("attachment; filename=\"{plain}\"");
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, NAME))
}

/// What of a content is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    Part(Range<u64>),
    /// A part that lies behind its end.
    Nothing,
}

/// Reads the header `Range` (RFC 9110, 14.2). What is no range of bytes, and several at once, mean the whole.
fn wanted(range: Option<&str>, size: u64) -> Wanted {
    let part = range.and_then(|range| range.trim().strip_prefix("bytes=")).filter(|part| !part.contains(','));
    let Some((first, last)) = part.and_then(|part| part.split_once('-')) else { return Wanted::Whole };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    match (number(first), number(last), first.trim().is_empty(), last.trim().is_empty()) {
        (Some(first), None, _, true) if first < size => Wanted::Part(first..size),
        (Some(first), Some(last), ..) if first <= last && first < size => Wanted::Part(first..last.saturating_add(1).min(size)),
        (None, Some(length), true, _) if length > 0 && size > 0 => Wanted::Part(size.saturating_sub(length)..size),
        (Some(first), Some(last), ..) if first > last => Wanted::Whole,
        (Some(_), None, _, true) | (Some(_), Some(_), ..) | (None, Some(_), true, _) => Wanted::Nothing,
        _ => Wanted::Whole,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_part_is_read_as_players_ask_for_it() {
        for (range, expected) in [
            (None, Wanted::Whole),
            (Some("bytes=0-"), Wanted::Part(0..10)),
            (Some("bytes=0-3"), Wanted::Part(0..4)),
            (Some("bytes=4-99"), Wanted::Part(4..10)),
            (Some("bytes=-3"), Wanted::Part(7..10)),
            (Some("bytes=-99"), Wanted::Part(0..10)),
            (Some("bytes=10-"), Wanted::Nothing),
            (Some("bytes=12-20"), Wanted::Nothing),
            (Some("bytes=-0"), Wanted::Nothing),
            (Some("bytes=5-3"), Wanted::Whole),
            (Some("bytes=0-1,4-5"), Wanted::Whole),
            (Some("bytes=-"), Wanted::Whole),
            (Some("bytes=a-b"), Wanted::Whole),
            (Some("pages=1-2"), Wanted::Whole),
            (Some("bytes=1-18446744073709551615"), Wanted::Part(1..10)),
        ] {
            assert_eq!(wanted(range, 10), expected, "{range:?}");
        }
    }

    #[test]
    fn a_name_comes_whole_and_never_as_another_header() {
        for (name, expected) in [
            ("report.pdf", "attachment; filename=\"report.pdf\""),
            ("año 1.pdf", "attachment; filename=\"a_o_1.pdf\"; filename*=UTF-8''a%C3%B1o%201.pdf"),
            ("a\";b\r\n.pdf", "attachment; filename=\"a__b__.pdf\"; filename*=UTF-8''a%22%3Bb%0D%0A.pdf"),
        ] {
            assert_eq!(disposition(name), expected, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn every_part_lies_in_its_content(range in "(bytes=)?[0-9,\\- ]{0,30}|\\PC{0,20}", size in 0u64..1_000) {
            if let Wanted::Part(part) = wanted(Some(&range), size) {
                prop_assert!(part.start < part.end && part.end <= size);
            }
        }
    }
}

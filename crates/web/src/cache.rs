//! Public answers kept as compressed bytes: what a reader gets twice is made once, until the change log moves on.

use std::io::Write;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

/// Memory for kept answers, in bytes.
const CAPACITY: u64 = 16 * 1024 * 1024;
/// Shorter answers are not worth compressing.
const SHORTEST: usize = 400;
/// Brotli's effort: 9 of 11 costs some milliseconds once and saves a tenth of the bytes against 5.
const BROTLI_QUALITY: u32 = 9;

/// An answer as it is kept.
pub struct Kept {
    generation: i64,
    headers: HeaderMap,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
    etag: HeaderValue,
}

/// Kept answers by path and query.
pub struct PageCache(Cache<String, Arc<Kept>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Default for PageCache {
    fn default() -> Self {
        let weigher = |path: &String, kept: &Arc<Kept>| u32::try_from(path.len() + kept.bytes()).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weigher).max_capacity(CAPACITY).build())
    }
}

impl PageCache {
    /// The kept answer for a request, if it is of this generation.
    pub fn get<B>(&self, request: &Request<B>, generation: i64) -> Option<Response<Body>> {
        let path = request.uri().path_and_query()?.as_str();
        let kept = self.0.get(path).filter(|kept| kept.generation == generation)?;
        Some(kept.answer(request.headers(), request.method() == axum::http::Method::HEAD))
    }

    /// Keeps an answer under a path and gives it to who asked for it.
    pub fn put(&self, path: &str, generation: i64, request: &HeaderMap, head_only: bool, headers: HeaderMap, body: Bytes) -> Response<Body> {
        let kept = Arc::new(Kept::new(generation, headers, body));
        self.0.insert(path.to_owned(), kept.clone());
        kept.answer(request, head_only)
    }
}

impl Kept {
    fn new(generation: i64, mut headers: HeaderMap, plain: Bytes) -> Self {
        let hash = Sha256::digest(&plain);
        let tag: String = hash[..9].iter().map(|byte| format!("{byte:02x}")).collect();
        let etag = HeaderValue::from_str(&format!("W/\"{tag}\"")).unwrap_or_else(|_| HeaderValue::from_static("W/\"0\""));
        headers.insert(header::ETAG, etag.clone());
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.remove(header::CONTENT_LENGTH);
        let (gzip, brotli) = if plain.len() >= SHORTEST && is_text(&headers) { (gzip(&plain), brotli(&plain)) } else { (None, None) };
        Self { generation, headers, plain, gzip, brotli, etag }
    }

    fn bytes(&self) -> usize {
        2_000 + self.plain.len() + self.gzip.as_ref().map_or(0, Bytes::len) + self.brotli.as_ref().map_or(0, Bytes::len)
    }

    fn answer(&self, request: &HeaderMap, head_only: bool) -> Response<Body> {
        if request.get(header::IF_NONE_MATCH).is_some_and(|asked| matches(asked, &self.etag)) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().extend(self.headers.iter().filter(|(name, _)| *name != header::CONTENT_TYPE).map(|(n, v)| (n.clone(), v.clone())));
            return response;
        }
        let (encoding, bytes) = self.encoded(request);
        let length = bytes.len();
        let mut response = Response::new(if head_only { Body::empty() } else { Body::from(bytes) });
        *response.headers_mut() = self.headers.clone();
        let name = match encoding {
            Encoding::Brotli => Some("br"),
            Encoding::Gzip => Some("gzip"),
            Encoding::Plain => None,
        };
        if let Some(name) = name {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        if head_only {
            response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        response
    }

    fn encoded(&self, request: &HeaderMap) -> (Encoding, Bytes) {
        let accepted = request.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let accepts = |name: &str| {
            accepted.split(',').any(|part| {
                let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
                coding.trim() == name && weight.trim() != "q=0"
            })
        };
        match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if accepts("br") => (Encoding::Brotli, bytes.clone()),
            (_, Some(bytes)) if accepts("gzip") => (Encoding::Gzip, bytes.clone()),
            _ => (Encoding::Plain, self.plain.clone()),
        }
    }
}

/// Whether a header of entity tags names this one, weakly compared.
fn matches(asked: &HeaderValue, own: &HeaderValue) -> bool {
    let (Ok(asked), Ok(own)) = (asked.to_str(), own.to_str()) else { return false };
    let strong = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    asked.trim() == "*" || asked.split(',').any(|tag| strong(tag) == strong(own))
}

fn is_text(headers: &HeaderMap) -> bool {
    let compressible =
        ["text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml", "application/problem+json", "application/ld+json"];
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|content| {
        compressible.iter().any(|start| content.starts_with(start)) || content.contains("+json") || content.starts_with("application/x-")
    })
}

fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(if cfg!(debug_assertions) { 6 } else { 9 }));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut out = Vec::with_capacity(bytes.len() / 4);
    let mut encoder = brotli::CompressorWriter::new(&mut out, 16 * 1024, BROTLI_QUALITY, 18);
    encoder.write_all(bytes).ok()?;
    drop(encoder);
    Some(Bytes::from(out))
}

/// How long a browser may keep an answer without asking again: pages are asked for each time (an answer of a few bytes).
pub const REVALIDATE: (HeaderName, HeaderValue) = (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        let kept = Kept::new(1, headers, Bytes::from("trabalho digno ".repeat(100)));
        let mut request = HeaderMap::new();
        request.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(accept).expect("a header"));
        let answer = kept.answer(&request, false);
        assert_eq!(answer.headers().get(header::CONTENT_ENCODING).map(|v| v.to_str().expect("text")), expected, "{accept}");
    }

    #[test]
    fn the_reader_gets_the_smallest_encoding_that_they_accept() {
        check("gzip, deflate, br, zstd", Some("br"));
        check("gzip", Some("gzip"));
        check("br;q=0, gzip;q=0.5", Some("gzip"));
        check("identity", None);
        check("", None);
    }

    #[test]
    fn who_has_the_page_already_gets_no_body() {
        let kept = Kept::new(1, HeaderMap::new(), Bytes::from_static(b"page"));
        let mut request = HeaderMap::new();
        request.insert(header::IF_NONE_MATCH, kept.etag.clone());
        assert_eq!(kept.answer(&request, false).status(), StatusCode::NOT_MODIFIED);
        request.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"other\""));
        assert_eq!(kept.answer(&request, false).status(), StatusCode::OK);
    }
}

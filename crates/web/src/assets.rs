//! Files that pages use: style sheet, marks, icon; compiled in, with their content's hash in the address so that browsers keep them for good.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// A compiled-in file.
struct Asset {
    name: &'static str,
    media_type: &'static str,
    content: &'static str,
    /// Address with the beginning of the hash of all contents.
    path: String,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let files = [
        ("ayni.css", "text/css; charset=utf-8", include_str!("../../../assets/ayni.css")),
        ("weave.svg", "image/svg+xml", include_str!("../../../assets/weave.svg")),
        ("favicon.svg", "image/svg+xml", include_str!("../../../assets/favicon.svg")),
        ("member.css", "text/css; charset=utf-8", include_str!("../../../assets/member.css")),
        ("draft.js", "text/javascript; charset=utf-8", include_str!("../../../assets/draft.js")),
        ("passkey.js", "text/javascript; charset=utf-8", include_str!("../../../assets/passkey.js")),
        ("suggest.js", "text/javascript; charset=utf-8", include_str!("../../../assets/suggest.js")),
    ];
    // One hash for all: the style sheet names the marks beside it.
    let all: String = files.iter().map(|(_, _, content)| *content).collect();
    let hash: String = Sha256::digest(all.as_bytes())[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    let asset = |(name, media_type, content): (&'static str, &'static str, &'static str)| Asset {
        name,
        media_type,
        content,
        path: format!("/assets/{hash}/{name}"),
    };
    files.map(asset).into_iter().collect()
});

/// The address of a file; it changes with its content.
#[must_use]
pub fn path(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.path.as_str())
}

/// `GET /assets/{hash}/{name}`
pub(crate) async fn get(Path((hash, name)): Path<(String, String)>) -> Response {
    let wanted = format!("/assets/{hash}/{name}");
    match ASSETS.iter().find(|asset| asset.path == wanted) {
        Some(asset) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type)),
                (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
            ];
            (headers, asset.content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

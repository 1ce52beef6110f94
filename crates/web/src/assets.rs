//! Files that pages use: style sheet, marks, icon; compiled in, with their content's hash in the address so that browsers keep them for good.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ayni_store::blob::BlobHash;
use sha2::{Digest, Sha256};

use crate::site::Site;

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
pub(crate) async fn get(State(site): State<Site>, Path((hash, name)): Path<(String, String)>) -> Response {
    let wanted = format!("/assets/{hash}/{name}");
    match ASSETS.iter().find(|asset| asset.path == wanted) {
        Some(asset) => for_good(asset.media_type, asset.content),
        None => own(&site, &wanted).await,
    }
}

/// A file that administrators gave the instance.
async fn own(site: &Site, wanted: &str) -> Response {
    let instance = site.instance();
    if let Some(sheet) = instance.sheet.as_ref().filter(|sheet| sheet.path == wanted) {
        return for_good("text/css; charset=utf-8", sheet.content.clone());
    }
    let is_picture = instance.picture.as_ref().is_some_and(|picture| picture.path == wanted);
    let logo = instance.logo.as_ref().filter(|_| is_picture).and_then(|logo| BlobHash::parse(&logo.file));
    let Some(file) = logo else { return StatusCode::NOT_FOUND.into_response() };
    match site.store.blobs().get(&file).await {
        Ok(Some(content)) => for_good("image/png", content),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "the logo could not be given");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn for_good(media_type: &'static str, content: impl IntoResponse) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    (headers, content).into_response()
}

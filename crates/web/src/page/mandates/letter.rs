//! Letters: a file that shows for whom somebody speaks, read by those who decide and by who sent it.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, Response};
use ayni_domain::file::upload::LETTERS;
use ayni_domain::mandate::Mandate;
use ayni_domain::permission::may_read_letter;
use ayni_store::blob::BlobHash;
use uuid::Uuid;

use super::subject;
use crate::download::{Offer, give};
use crate::error::PageError;
use crate::format;
use crate::page::{PageResult, Reader};
use crate::view::{Cx, Link};

/// `GET /{lang}/mandates/{id}/letter`
pub(crate) async fn get(reader: Reader, Path((_, id)): Path<(String, String)>, headers: HeaderMap) -> Response<Body> {
    let result = download(&reader.0, &id, &headers).await;
    reader.answer(result)
}

async fn download(cx: &Cx, id: &str, headers: &HeaderMap) -> PageResult {
    let id = Uuid::parse_str(id).map_err(|_| PageError::NotFound)?;
    let mandate = cx.site.store.mandate(id).await?.ok_or(PageError::NotFound)?;
    if !may_read_letter(cx.who.actor(), subject(&mandate)) {
        return Err(PageError::NotFound);
    }
    let hash = hash(&mandate).ok_or(PageError::NotFound)?;
    let content = cx.site.store.blobs().get(&hash).await?.ok_or(PageError::NotFound)?;
    // Only the content is kept of a letter: its name might name somebody.
    let file_type = ayni_domain::file::sniff(&content).filter(|own| LETTERS.contains(own)).ok_or(PageError::NotFound)?;
    let name = format!("letter.{file_type}");
    let offer = Offer { hash: &hash, name: &name, file_type, size: content.len() as u64 };
    give(&cx.site, &offer, headers).await?.ok_or(PageError::NotFound)
}

fn hash(mandate: &Mandate) -> Option<BlobHash> {
    BlobHash::parse(mandate.evidence.file.as_deref()?)
}

/// A link to the letter of a mandate, with its size; nothing where there is none.
pub(super) async fn link(cx: &Cx, mandate: &Mandate) -> Result<Option<Link>, PageError> {
    let Some(hash) = hash(mandate) else { return Ok(None) };
    let Some(size) = cx.site.store.blobs().size(&hash).await? else { return Ok(None) };
    let text = cx.t1("mandates-letter-open", "size", &format::size(cx.locale, size));
    Ok(Some(Link::new(cx.href(&format!("/mandates/{}/letter", mandate.id)), text)))
}

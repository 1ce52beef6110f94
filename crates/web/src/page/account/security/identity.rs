//! Who one is at an identity provider: connecting it with one's account, and ending that.

use axum::body::Body;
use axum::http::{Method, Response};
use ayni_store::credential::Identity;

use super::{Change, commit, done, provider_name, recent};
use crate::error::PageError;
use crate::forgery::is_own;
use crate::page::sign_in::openid::lead;
use crate::page::{Fields, PageResult, Reader, see_other};
use crate::who::Browser;

/// `GET /{lang}/account/security/openid`: leads to the provider.
pub(crate) async fn add(reader: Reader, browser: Browser) -> Response<Body> {
    let result = go(&reader, &browser).await;
    reader.answer(result)
}

async fn go(reader: &Reader, browser: &Browser) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    // Another site that signed this browser in there as somebody else must not connect them with this account.
    if !is_own(&Method::POST, &browser.headers, &cx.site.settings.base_url, true) {
        return Ok(see_other(&cx.href(super::PATH)));
    }
    lead(cx, browser, "", Some(member.person.id)).await
}

/// `POST /{lang}/account/security/openid`: ends it.
pub(crate) async fn remove(reader: Reader, fields: Fields) -> Response<Body> {
    let result = drop_one(&reader, &fields).await;
    reader.answer(result)
}

async fn drop_one(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let identity = Identity { issuer: fields.get("issuer").to_owned(), subject: fields.get("subject").to_owned() };
    let tx = cx.site.store.begin().await?;
    if !tx.drop_identity(member.person.id, &identity).await? {
        return Err(PageError::NotFound);
    }
    commit(cx, tx, &member.person, Change::IdentityRemoved, &provider_name(cx, &identity.issuer)).await?;
    Ok(done(cx))
}

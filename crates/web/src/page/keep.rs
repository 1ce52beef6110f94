//! Keeping an account that nobody used for long, from a mail and without signing in: a page with one button, which works once.

use askama::Template;
use axum::body::Body;
use axum::extract::{Extension, Path};
use axum::http::{HeaderMap, Response, StatusCode};
use ayni_domain::limit::TRIES_FROM_NETWORK;
use ayni_domain::token::{Purpose, TokenState};
use ayni_store::Secret;

use crate::page::{PageResult, Reader, secret_page};
use crate::view::{Cx, Link};
use crate::who::{Peer, network};

#[derive(Template)]
#[template(path = "keep.html")]
struct KeepPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    text: String,
    /// Whether there is something to keep.
    good: bool,
}

/// `GET /{lang}/keep/{secret}`: looking does nothing, because mail programs look at links.
pub(crate) async fn look(reader: Reader, Path((_, secret)): Path<(String, String)>) -> Response<Body> {
    let result = show(&reader.0, &secret).await;
    reader.answer(result)
}

async fn show(cx: &Cx, secret: &str) -> PageResult {
    let token = match Secret::parse(secret) {
        Some(secret) => cx.site.store.token(&secret.hash(), Purpose::KeepAccount).await?,
        None => None,
    };
    match token.filter(|token| token.state(cx.site.now()) == TokenState::Good) {
        Some(_) => answer(cx, "keep", true, StatusCode::OK),
        None => over(cx),
    }
}

/// `POST /{lang}/keep/{secret}`
pub(crate) async fn take(
    reader: Reader,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    Path((_, secret)): Path<(String, String)>,
) -> Response<Body> {
    let network = network(&reader.0.site, peer.map(|peer| peer.0), &headers);
    let result = keep(&reader.0, &network, &secret).await;
    reader.answer(result)
}

async fn keep(cx: &Cx, network: &str, secret: &str) -> PageResult {
    let now = cx.site.now();
    let may_try = cx.site.store.attempt(TRIES_FROM_NETWORK, network, now).await?.allowed;
    let Some(secret) = Secret::parse(secret).filter(|_| may_try) else { return over(cx) };
    let tx = cx.site.store.begin().await?;
    let taken = tx.take_token(&secret.hash(), Purpose::KeepAccount, now).await?;
    let Some(person) = taken.and_then(|token| token.person) else { return over(cx) };
    tx.note_seen(person, now).await?;
    tx.commit().await?;
    answer(cx, "keep-done", false, StatusCode::OK)
}

fn over(cx: &Cx) -> PageResult {
    answer(cx, "keep-over", false, StatusCode::GONE)
}

fn answer(cx: &Cx, key: &str, good: bool, status: StatusCode) -> PageResult {
    let shown = KeepPage { crumbs: Vec::new(), heading: cx.t(key), text: cx.t(&format!("{key}-text")), good, cx: cx.clone() };
    Ok(secret_page(status, shown.render()?))
}

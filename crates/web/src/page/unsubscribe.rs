//! Ending mails of a topic from a mail, without signing in (RFC 8058): a page with one button for people, one POST for mail programs.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use ayni_domain::notice::{Frequency, Preference, Topic};
use ayni_store::Secret;
use uuid::Uuid;

use crate::error::PageError;
use crate::mail::unsubscribe_hash;
use crate::page::{PageResult, secret_page};
use crate::site::Site;
use crate::view::{Cx, Link};

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    text: String,
    /// Whether there is something to end.
    good: bool,
}

/// `GET /unsubscribe/{secret}`
pub(crate) async fn look(State(site): State<Site>, Path(secret): Path<String>, headers: HeaderMap) -> Response<Body> {
    let cx = context(&site, &headers);
    let result = show(&cx, &secret).await;
    result.unwrap_or_else(|error| error.into_page(&site, cx.locale, "/"))
}

/// `POST /unsubscribe/{secret}`: as often as one likes; the answer is the page itself, for mail programs follow no redirection.
pub(crate) async fn end(State(site): State<Site>, Path(secret): Path<String>, headers: HeaderMap) -> Response<Body> {
    let cx = context(&site, &headers);
    let result = write(&cx, &secret).await;
    result.unwrap_or_else(|error| error.into_page(&site, cx.locale, "/"))
}

/// The address is the same in all languages: the browser says which one.
fn context(site: &Site, headers: &HeaderMap) -> Cx {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Cx::new(site, site.instance().languages.negotiate(wanted), "/")
}

async fn find(cx: &Cx, secret: &str) -> Result<Option<(Uuid, Topic)>, PageError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    Ok(cx.site.store.unsubscription(&unsubscribe_hash(&secret)).await?)
}

async fn show(cx: &Cx, secret: &str) -> PageResult {
    match find(cx, secret).await? {
        Some((_, topic)) => answer(cx, "unsubscribe", &cx.t1("unsubscribe-text", "topic", &topic_name(cx, topic)), true),
        None => over(cx),
    }
}

async fn write(cx: &Cx, secret: &str) -> PageResult {
    let Some((person, topic)) = find(cx, secret).await? else { return over(cx) };
    let Ok(never) = Preference::new(topic, Frequency::Never) else { return over(cx) };
    let tx = cx.site.store.begin().await?;
    tx.set_preference(person, never).await?;
    tx.commit().await?;
    answer(cx, "unsubscribe-done", &cx.t1("unsubscribe-done-text", "topic", &topic_name(cx, topic)), false)
}

fn topic_name(cx: &Cx, topic: Topic) -> String {
    cx.t(&format!("unsubscribe-{topic}"))
}

fn answer(cx: &Cx, heading: &str, text: &str, good: bool) -> PageResult {
    reply(cx, heading, text, good, StatusCode::OK)
}

fn over(cx: &Cx) -> PageResult {
    reply(cx, "unsubscribe-over", &cx.t("unsubscribe-over-text"), false, StatusCode::GONE)
}

fn reply(cx: &Cx, heading: &str, text: &str, good: bool, status: StatusCode) -> PageResult {
    let shown = UnsubscribePage { crumbs: Vec::new(), heading: cx.t(heading), text: text.to_owned(), good, cx: cx.clone() };
    Ok(secret_page(status, shown.render()?))
}

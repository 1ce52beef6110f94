//! Signing in by a mailed link: asking for one, looking at it, taking it.

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode, header};
use ayni_domain::limit::{LINKS_FROM_NETWORK, LINKS_TO_ADDRESS, TRIES_FROM_NETWORK};
use ayni_domain::notice::Topic;
use ayni_domain::proof::Proof;
use ayni_domain::token::{Purpose, TokenState};
use ayni_domain::{EmailAddress, Handle, Person, PersonId};
use ayni_store::token::{NewToken, Token};
use ayni_store::{Secret, StoreError, Tx};
use serde_json::{Value, json};
use uuid::Uuid;

use super::openid::Connecting;
use super::{Way, begin_session, refused};
use crate::cookie::Cookie;
use crate::mail::Letter;
use crate::page::{Fields, PageResult, Reader, html, own_path, secret_page};
use crate::view::{Cx, Link};
use crate::who::Browser;

/// Handle that somebody new gets, with a number: nothing of their mail address. They choose another one on their account's page.
const HANDLE: &str = "member";

#[derive(Template)]
#[template(path = "sign_in_sent.html")]
pub(super) struct SentPage {
    pub cx: Cx,
    pub crumbs: Vec<Link>,
    /// Says where the mail went: the address as it was typed.
    pub text: String,
}

#[derive(Template)]
#[template(path = "sign_in_link.html")]
struct LinkPage {
    cx: Cx,
    crumbs: Vec<Link>,
    /// Whether the link still works.
    good: bool,
    /// What taking it does beside signing in.
    connects: Option<String>,
}

/// `POST /{lang}/sign-in`: mails a link.
pub(crate) async fn ask(reader: Reader, browser: Browser, fields: Fields) -> Response<Body> {
    let result = send_link(&reader.0, &browser, &fields).await;
    reader.answer(result)
}

async fn send_link(cx: &Cx, browser: &Browser, fields: &Fields) -> PageResult {
    let (typed, next) = (fields.get("email"), own_path(fields.get("next")).unwrap_or_default());
    let refused = |status, key| refused(cx, status, (typed, next), Way::Link, key);
    let Ok(email) = EmailAddress::parse(typed) else { return refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-no-address") };
    let person = cx.site.store.person_by_email(&email).await?.map(|person| person.id);
    let letter = Letter::new(&cx.site, cx.locale, Topic::SignIn).paragraph("mail-sign-in-text", &[]);
    let subject = json!({"email": email.as_str(), "next": next});
    if !mail(cx, browser, &email, person, letter, ("mail-sign-in-subject", &[]), subject).await? {
        return refused(StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often");
    }
    html(&SentPage { crumbs: Vec::new(), text: cx.t1("sign-in-sent-text", "address", email.as_str()), cx: cx.clone() })
}

/// Mails a link that signs in, under a letter that says why; `false` when so many were mailed that this one has to wait.
pub(super) async fn mail(
    cx: &Cx,
    browser: &Browser,
    email: &EmailAddress,
    person: Option<PersonId>,
    letter: Letter<'_>,
    heading: (&str, &[(&str, &str)]),
    subject: Value,
) -> Result<bool, StoreError> {
    let (site, now) = (&cx.site, cx.site.now());
    let from_network = site.store.attempt(LINKS_FROM_NETWORK, &browser.network, now).await?;
    let to_address = site.store.attempt(LINKS_TO_ADDRESS, email.as_str(), now).await?;
    if !from_network.allowed || !to_address.allowed {
        return Ok(false);
    }
    let secret = Secret::random()?;
    let token = NewToken { purpose: Purpose::SignIn, subject, person, expires_at: Purpose::SignIn.expires_at(now) };
    let letter = letter.button("mail-sign-in-button", &cx.href(&format!("/sign-in/{secret}")));
    let mail = letter.paragraph("mail-sign-in-not-you", &[]).to(email, person, heading.0, heading.1);
    let tx = site.store.begin().await?;
    tx.make_token(&secret.hash(), &token, now).await?;
    tx.add_mail(&mail, now).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(true)
}

/// `GET /{lang}/sign-in/{secret}`: shows a button; a mail program that looks at links uses nothing up.
pub(crate) async fn look(reader: Reader, browser: Browser, Path((_, secret)): Path<(String, String)>) -> Response<Body> {
    let result = link_page(&reader.0, &browser, &secret).await;
    reader.answer(result)
}

async fn link_page(cx: &Cx, browser: &Browser, secret: &str) -> PageResult {
    let token = match Secret::parse(secret) {
        Some(secret) => cx.site.store.token(&secret.hash(), Purpose::SignIn).await?,
        None => None,
    };
    let token = token.filter(|token| token.state(cx.site.now()) == TokenState::Good);
    let connecting = token.as_ref().and_then(|token| Connecting::in_browser(&cx.site, token, browser));
    let connects = connecting.map(|own| cx.t1("sign-in-openid-connects", "provider", &own.provider));
    let good = token.is_some();
    let shown = LinkPage { crumbs: Vec::new(), good, connects, cx: cx.clone() };
    Ok(secret_page(if good { StatusCode::OK } else { StatusCode::GONE }, shown.render()?))
}

/// `POST /{lang}/sign-in/{secret}`: takes the link and signs in.
pub(crate) async fn enter(reader: Reader, browser: Browser, Path((_, secret)): Path<(String, String)>) -> Response<Body> {
    let result = sign_in(&reader.0, &browser, &secret).await;
    reader.answer(result)
}

async fn sign_in(cx: &Cx, browser: &Browser, secret: &str) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let may_try = site.store.attempt(TRIES_FROM_NETWORK, &browser.network, now).await?.allowed;
    let Some(secret) = Secret::parse(secret).filter(|_| may_try) else { return link_page(cx, browser, "").await };
    let tx = site.store.begin().await?;
    let Some(token) = tx.take_token(&secret.hash(), Purpose::SignIn, now).await? else { return link_page(cx, browser, "").await };
    let person = match token.person {
        Some(person) => Some(person),
        None => owner(cx, &tx, &token).await?,
    };
    let connecting = Connecting::in_browser(site, &token, browser);
    if let (Some(person), Some(connecting)) = (person, &connecting) {
        connecting.keep(cx, &tx, person).await?;
    }
    tx.commit().await?;
    let Some(person) = person else { return link_page(cx, browser, "").await };
    let mut answer = begin_session(cx, person, Proof::Link, browser, token.subject["next"].as_str().unwrap_or_default()).await?;
    if connecting.is_some() {
        site.mail_waits.notify_one();
        answer.headers_mut().append(header::SET_COOKIE, Cookie::OpenId.clear(site));
    }
    Ok(answer)
}

/// Whose the address is that a link was mailed to: somebody new, unless somebody made an account with it in between.
async fn owner(cx: &Cx, tx: &Tx, token: &Token) -> Result<Option<PersonId>, StoreError> {
    let Some(email) = token.subject["email"].as_str().and_then(|email| EmailAddress::parse(email).ok()) else { return Ok(None) };
    if let Some(person) = cx.site.store.person_by_email(&email).await? {
        return Ok(Some(person.id));
    }
    begin_account(cx, tx, email).await.map(Some)
}

/// Makes an account for an address that is nobody's.
pub(super) async fn begin_account(cx: &Cx, tx: &Tx, email: EmailAddress) -> Result<PersonId, StoreError> {
    let wanted = Handle::parse(HANDLE).map_err(|_| StoreError::Taken("handle"))?;
    let handle = tx.free_handle(&wanted).await?;
    let person = Person::new(PersonId(Uuid::now_v7()), handle, Some(email), cx.locale, cx.site.now());
    tx.add_person(&person).await?;
    Ok(person.id)
}

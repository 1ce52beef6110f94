//! Signing in by a mailed link, and out. Whoever asks for a link gets the same answer, so that nobody learns who has an account.

use askama::Template;
use axum::body::Body;
use axum::extract::{Extension, Path, Query, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use ayni_domain::limit::{LINKS_FROM_NETWORK, LINKS_TO_ADDRESS, TRIES_FROM_NETWORK};
use ayni_domain::notice::Topic;
use ayni_domain::proof::Proof;
use ayni_domain::token::{Purpose, TokenState};
use ayni_domain::{EmailAddress, Handle, Locale, Person, PersonId};
use ayni_store::token::{NewToken, Token};
use ayni_store::{Secret, StoreError};
use serde_json::json;
use uuid::Uuid;

use crate::error::PageError;
use crate::mail::Letter;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, html, own_path, page, see_other};
use crate::site::Site;
use crate::view::{Cx, Link};
use crate::who::{Peer, network, signed_in, signed_out};

/// Handle that somebody new gets, with a number: nothing of their mail address. They choose another one on their account's page.
const HANDLE: &str = "member";

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    cx: Cx,
    crumbs: Vec<Link>,
    email: String,
    next: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in_sent.html")]
struct SentPage {
    cx: Cx,
    crumbs: Vec<Link>,
    /// Says where the mail went: the address as it was typed.
    text: String,
}

#[derive(Template)]
#[template(path = "sign_in_link.html")]
struct LinkPage {
    cx: Cx,
    crumbs: Vec<Link>,
    /// Whether the link still works.
    good: bool,
}

/// `GET /{lang}/sign-in?next=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let next = pairs.iter().find(|(name, _)| name == "next").and_then(|(_, path)| own_path(path)).unwrap_or_default().to_owned();
    let result = html(&form(&reader.0, "", &next, None));
    reader.answer(result)
}

fn form(cx: &Cx, email: &str, next: &str, problem: Option<&str>) -> SignInPage {
    SignInPage { crumbs: Vec::new(), email: email.to_owned(), next: next.to_owned(), problem: problem.map(|key| cx.t(key)), cx: cx.clone() }
}

/// `POST /{lang}/sign-in`: mails a link.
pub(crate) async fn ask(reader: Reader, peer: Option<Extension<Peer>>, headers: HeaderMap, fields: Fields) -> Response<Body> {
    let network = network(&reader.0.site, peer.map(|peer| peer.0), &headers);
    let result = send_link(&reader.0, &network, &fields).await;
    reader.answer(result)
}

async fn send_link(cx: &Cx, network: &str, fields: &Fields) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let (typed, next) = (fields.get("email"), own_path(fields.get("next")).unwrap_or_default());
    let refused = |status, key| Ok(page(status, form(cx, typed, next, Some(key)).render()?));
    let Ok(email) = EmailAddress::parse(typed) else { return refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-no-address") };
    let from_network = site.store.attempt(LINKS_FROM_NETWORK, network, now).await?;
    let to_address = site.store.attempt(LINKS_TO_ADDRESS, email.as_str(), now).await?;
    if !from_network.allowed || !to_address.allowed {
        return refused(StatusCode::TOO_MANY_REQUESTS, "sign-in-too-often");
    }
    let person = site.store.person_by_email(&email).await?;
    let secret = Secret::random()?;
    let token = NewToken {
        purpose: Purpose::SignIn,
        subject: json!({"email": email.as_str(), "next": next}),
        person: person.as_ref().map(|person| person.id),
        expires_at: Purpose::SignIn.expires_at(now),
    };
    let path = cx.href(&format!("/sign-in/{secret}"));
    let letter = Letter::new(site, cx.locale, Topic::SignIn).paragraph("mail-sign-in-text", &[]).button("mail-sign-in-button", &path);
    let mail = letter.paragraph("mail-sign-in-not-you", &[]).to(&email, person.map(|person| person.id), "mail-sign-in-subject", &[]);
    let tx = site.store.begin().await?;
    tx.make_token(&secret.hash(), &token, now).await?;
    tx.add_mail(&mail, now).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    html(&SentPage { crumbs: Vec::new(), text: cx.t1("sign-in-sent-text", "address", email.as_str()), cx: cx.clone() })
}

/// `GET /{lang}/sign-in/{secret}`: shows a button; a mail program that looks at links uses nothing up.
pub(crate) async fn look(reader: Reader, Path((_, secret)): Path<(String, String)>) -> Response<Body> {
    let result = link_page(&reader.0, &secret).await;
    reader.answer(result)
}

async fn link_page(cx: &Cx, secret: &str) -> PageResult {
    let token = match Secret::parse(secret) {
        Some(secret) => cx.site.store.token(&secret.hash(), Purpose::SignIn).await?,
        None => None,
    };
    let good = token.is_some_and(|token| token.state(cx.site.now()) == TokenState::Good);
    let shown = LinkPage { crumbs: Vec::new(), good, cx: cx.clone() };
    let mut answer = page(if good { StatusCode::OK } else { StatusCode::GONE }, shown.render()?);
    answer.extensions_mut().insert(crate::serve::Volatile);
    answer.headers_mut().insert(header::REFERRER_POLICY, axum::http::HeaderValue::from_static("no-referrer"));
    Ok(answer)
}

/// `POST /{lang}/sign-in/{secret}`: takes the link and signs in.
pub(crate) async fn enter(
    reader: Reader,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    Path((_, secret)): Path<(String, String)>,
) -> Response<Body> {
    let network = network(&reader.0.site, peer.map(|peer| peer.0), &headers);
    let result = sign_in(&reader.0, &network, &headers, &secret).await;
    reader.answer(result)
}

async fn sign_in(cx: &Cx, network: &str, headers: &HeaderMap, secret: &str) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let may_try = site.store.attempt(TRIES_FROM_NETWORK, network, now).await?.allowed;
    let Some(secret) = Secret::parse(secret).filter(|_| may_try) else { return link_page(cx, "").await };
    let tx = site.store.begin().await?;
    let Some(token) = tx.take_token(&secret.hash(), Purpose::SignIn, now).await? else { return link_page(cx, "").await };
    let person = match token.person {
        Some(person) => Some(person),
        None => begin_account(cx, &tx, &token).await?,
    };
    tx.commit().await?;
    let Some(person) = person else { return link_page(cx, "").await };
    let next = token.subject["next"].as_str().and_then(own_path).map_or_else(|| cx.href("/desk"), str::to_owned);
    begin_session(site, person, Proof::Link, headers, &next).await
}

/// Makes an account for the address that a link was mailed to, unless somebody made it in between.
async fn begin_account(cx: &Cx, tx: &ayni_store::Tx, token: &Token) -> Result<Option<PersonId>, StoreError> {
    let Some(email) = token.subject["email"].as_str().and_then(|email| EmailAddress::parse(email).ok()) else { return Ok(None) };
    if let Some(person) = cx.site.store.person_by_email(&email).await? {
        return Ok(Some(person.id));
    }
    let wanted = Handle::parse(HANDLE).map_err(|_| StoreError::Taken("handle"))?;
    let handle = tx.free_handle(&wanted).await?;
    let person = Person::new(PersonId(Uuid::now_v7()), handle, Some(email), cx.locale, cx.site.now());
    tx.add_person(&person).await?;
    Ok(Some(person.id))
}

/// Signs a person in on this device and leads them on.
pub(crate) async fn begin_session(site: &Site, person: PersonId, proof: Proof, headers: &HeaderMap, next: &str) -> PageResult {
    let secret = Secret::random()?;
    site.store.begin_session(&secret.hash(), person, proof, &device(headers), site.now()).await?;
    let mut answer = see_other(next);
    answer.headers_mut().insert(header::SET_COOKIE, signed_in(site, &secret));
    Ok(answer)
}

/// The device in two words that its owner recognises; not enough to recognise anybody by.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(part, _)| agent.contains(part)).map(|(_, name)| *name);
    let browser = first(&[("Firefox", "Firefox"), ("Edg", "Edge"), ("OPR", "Opera"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system =
        first(&[("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `POST /{lang}/sign-out`
pub(crate) async fn leave(State(site): State<Site>, reader: Reader) -> Response<Body> {
    let result = end(&site, &reader).await;
    reader.answer(result)
}

async fn end(site: &Site, reader: &Reader) -> Result<Response<Body>, PageError> {
    let member = reader.member()?;
    site.store.end_session(member.person.id, member.session.id).await?;
    let locale: Locale = reader.0.locale;
    let mut answer = see_other(&format!("/{locale}/"));
    answer.headers_mut().insert(header::SET_COOKIE, signed_out(site));
    Ok(answer)
}

//! Signing in, in every way that the instance offers, and out. The mailed link comes first: it needs nothing and works for everybody.
//!
//! Whoever tries gets the same answers for an address with an account as for one without, so that nobody learns who has one.

pub(crate) mod code;
pub(crate) mod link;
pub(crate) mod openid;
pub(crate) mod passkey;
pub(crate) mod password;

use askama::Template;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use ayni_domain::limit::{TRIES_FROM_NETWORK, TRIES_ON_ACCOUNT};
use ayni_domain::proof::Proof;
use ayni_domain::{Locale, PersonId};
use ayni_store::{Secret, StoreError};

use crate::audit;
use crate::error::PageError;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html, own_path, page, see_other, unkept};
use crate::site::Site;
use crate::view::{Cx, Link};
use crate::who::{Browser, session_of, signed_in, signed_out};

/// A way on the page to sign in, for saying what went wrong beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Link,
    Passkey,
    Password,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    cx: Cx,
    crumbs: Vec<Link>,
    email: String,
    next: String,
    link_problem: Option<String>,
    /// Whether the instance has passkeys.
    passkeys: bool,
    passkey_problem: Option<String>,
    password_problem: Option<String>,
    /// The way to the identity provider, where there is one.
    provider: Option<Link>,
}

/// An end of a way, with words about it and a link to the beginning.
#[derive(Template)]
#[template(path = "sign_in_stop.html")]
struct StopPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    text: String,
}

/// `GET /{lang}/sign-in?next=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let next = next_of(&pairs);
    let result = html(&form(&reader.0, "", &next, None));
    reader.answer(result)
}

/// Where a query says to go on to.
fn next_of(pairs: &[(String, String)]) -> String {
    pairs.iter().find(|(name, _)| name == "next").and_then(|(_, path)| own_path(path)).unwrap_or_default().to_owned()
}

fn form(cx: &Cx, email: &str, next: &str, problem: Option<(Way, &str)>) -> SignInPage {
    let of = |way: Way| problem.filter(|(own, _)| *own == way).map(|(_, key)| cx.t(key));
    let provider = cx.site.ways.provider.as_ref().map(|provider| {
        let query = crate::link::query([("next", next)]);
        Link::new(format!("{}{query}", cx.href("/sign-in/openid")), cx.t1("sign-in-openid-button", "provider", &provider.name))
    });
    SignInPage {
        crumbs: Vec::new(),
        email: email.to_owned(),
        next: next.to_owned(),
        link_problem: of(Way::Link),
        passkeys: cx.site.ways.passkeys.is_ok(),
        passkey_problem: of(Way::Passkey),
        password_problem: of(Way::Password),
        provider,
        cx: cx.clone(),
    }
}

/// The page to sign in again, with what was typed and what is wrong.
fn refused(cx: &Cx, status: StatusCode, typed: (&str, &str), way: Way, problem: &str) -> PageResult {
    Ok(page(status, form(cx, typed.0, typed.1, Some((way, problem))).render()?))
}

/// A page on which a way ends.
fn stop(cx: &Cx, status: StatusCode, heading: String, text: String) -> PageResult {
    let shown = StopPage { crumbs: Vec::new(), heading, text, cx: cx.clone() };
    Ok(unkept(page(status, shown.render()?)))
}

/// The page for a step that cannot be gone on with: its time is over, it was done, or another browser began it.
fn over(cx: &Cx) -> PageResult {
    stop(cx, StatusCode::GONE, cx.t("sign-in-step-over"), cx.t("sign-in-step-over-text"))
}

/// Counts a try on an account (by its mail address, whether there is one or not) and from a network.
async fn may_try(cx: &Cx, browser: &Browser, account: &str) -> Result<bool, StoreError> {
    let now = cx.site.now();
    let from_network = cx.site.store.attempt(TRIES_FROM_NETWORK, &browser.network, now).await?;
    let on_account = cx.site.store.attempt(TRIES_ON_ACCOUNT, account, now).await?;
    Ok(from_network.allowed && on_account.allowed)
}

/// Signs a person in on this device and leads them on. A session that the browser had of theirs ends: the new one takes its place.
async fn begin_session(cx: &Cx, person: PersonId, proof: Proof, browser: &Browser, next: &str) -> PageResult {
    let (site, secret) = (&cx.site, Secret::random()?);
    if let Some(before) = session_of(site, &browser.headers).await?.filter(|session| session.person == person) {
        site.store.end_session(person, before.id).await?;
    }
    site.store.begin_session(&secret.hash(), person, proof, &device(&browser.headers), site.now()).await?;
    audit::signed_in(site, person, proof).await?;
    let mut answer = see_other(own_path(next).unwrap_or(&cx.href("/desk")));
    answer.headers_mut().append(header::SET_COOKIE, signed_in(site, &secret));
    Ok(answer)
}

/// The device in two words that its owner recognises; not enough to recognise anybody by.
pub(crate) fn device(headers: &HeaderMap) -> String {
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

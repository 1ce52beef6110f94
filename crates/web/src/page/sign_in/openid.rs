//! Signing in at an identity provider (OpenID Connect): there, and back.
//!
//! An identity that is connected with an account signs in. One that is not is never connected silently: whoever has an account under the
//! address that the provider has verified proves it once by a mailed link, in the same browser. Nobody else's click connects anything:
//! the browser that came from the provider holds a secret of which the link knows the hash.

use axum::body::Body;
use axum::extract::{Extension, Query, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use ayni_auth::oidc::{Callback, OidcError, Pending};
use ayni_domain::limit::{STEPS_FROM_NETWORK, TRIES_FROM_NETWORK};
use ayni_domain::notice::Topic;
use ayni_domain::proof::Proof;
use ayni_domain::token::Purpose;
use ayni_domain::{EmailAddress, Locale, PersonId};
use ayni_store::credential::Identity;
use ayni_store::token::{NewToken, Token};
use ayni_store::{Secret, StoreError, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::link::{SentPage, begin_account, mail};
use super::{begin_session, next_of, over, stop};
use crate::cookie::Cookie;
use crate::error::PageError;
use crate::mail::Letter;
use crate::page::account::security::{Change, commit, done, tell_owner};
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html, see_other, unkept};
use crate::site::Site;
use crate::view::Cx;
use crate::ways::IdentityProvider;
use crate::who::{Browser, Who};

/// `GET /{lang}/sign-in/openid?next=`: leads to the provider. Not a form: browsers let forms lead to pages of ours only.
pub(crate) async fn start(reader: Reader, browser: Browser, Query(pairs): Pairs) -> Response<Body> {
    let result = lead(&reader.0, &browser, &next_of(&pairs), None).await;
    reader.answer(result)
}

/// Leads to the provider; `person` is who wants to connect their account with what they are there.
pub(crate) async fn lead(cx: &Cx, browser: &Browser, next: &str, person: Option<PersonId>) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let provider = site.ways.provider.as_ref().ok_or(PageError::NotFound)?;
    if !site.store.attempt(STEPS_FROM_NETWORK, &browser.network, now).await?.allowed {
        return stop(cx, StatusCode::TOO_MANY_REQUESTS, cx.t("sign-in"), cx.t("sign-in-tries-too-often"));
    }
    let begun = provider.ask(now).await.and_then(|there| there.authorize());
    let (url, pending) = match begun {
        Ok(begun) => begun,
        Err(error) => return unusable(cx, provider, &error),
    };
    let secret = Secret::random()?;
    let token = NewToken {
        purpose: Purpose::OpenIdConnect,
        subject: json!({"pending": pending.to_text(), "next": next, "locale": cx.locale.code()}),
        person,
        expires_at: Purpose::OpenIdConnect.expires_at(now),
    };
    site.store.make_token(&secret.hash(), &token, now).await?;
    let mut answer = unkept(see_other(&url));
    let cookie = Cookie::OpenId.set(site, &secret.to_string(), Purpose::OpenIdConnect.lasts());
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(answer)
}

/// The page for a provider that does not answer, or not in a way that counts.
fn unusable(cx: &Cx, provider: &IdentityProvider, error: &OidcError) -> PageResult {
    tracing::warn!(%error, "nobody was signed in by the identity provider");
    let (status, key) = match error {
        OidcError::Unreachable(_) | OidcError::Unexpected(_) | OidcError::Forbidden(_) | OidcError::Settings(_) | OidcError::Randomness(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "sign-in-openid-down")
        }
        OidcError::State | OidcError::Code(_) | OidcError::Token(_) => (StatusCode::FORBIDDEN, "sign-in-openid-failed"),
    };
    ended(cx, status, key, provider)
}

/// A page on which the way of the provider ends, with the words of a key.
fn ended(cx: &Cx, status: StatusCode, key: &str, provider: &IdentityProvider) -> PageResult {
    let say = |key: &str| cx.t1(key, "provider", &provider.name);
    stop(cx, status, say(key), say(&format!("{key}-text")))
}

/// `GET /sign-in/openid/back`: from the provider. The address is the same in all languages: the browser went in one of them.
pub(crate) async fn back(State(site): State<Site>, Extension(who): Extension<Who>, browser: Browser, Query(pairs): Pairs) -> Response<Body> {
    let token = take(&site, &browser).await;
    let begun_in = token.as_ref().ok().and_then(|token| Locale::parse(token.as_ref()?.subject["locale"].as_str()?));
    let cx = Cx { who, ..Cx::new(&site, begun_in.unwrap_or_else(|| locale_of(&browser.headers)), "/sign-in") };
    let result = match token {
        Ok(Some(token)) => arrive(&cx, &browser, &token, &pairs).await,
        Ok(None) => over(&cx),
        Err(error) => Err(error.into()),
    };
    result.unwrap_or_else(|error| error.into_page(&site, cx.locale, "/"))
}

fn locale_of(headers: &HeaderMap) -> Locale {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Locale::negotiate(wanted)
}

/// What was kept when this browser was sent to the provider.
async fn take(site: &Site, browser: &Browser) -> Result<Option<Token>, StoreError> {
    let now = site.now();
    let may_try = site.store.attempt(TRIES_FROM_NETWORK, &browser.network, now).await?.allowed;
    match Cookie::OpenId.read(site, &browser.headers).and_then(|text| Secret::parse(&text)).filter(|_| may_try) {
        Some(secret) => site.store.take_token(&secret.hash(), Purpose::OpenIdConnect, now).await,
        None => Ok(None),
    }
}

async fn arrive(cx: &Cx, browser: &Browser, token: &Token, pairs: &[(String, String)]) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let provider = site.ways.provider.as_ref().ok_or(PageError::NotFound)?;
    let said = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let pending = token.subject["pending"].as_str().and_then(Pending::parse);
    let (Some(pending), Some(code), Some(state)) = (pending, said("code"), said("state")) else {
        return ended(cx, StatusCode::FORBIDDEN, "sign-in-openid-failed", provider); // broken off there
    };
    let identified = match provider.ask(now).await {
        Ok(there) => there.identify(&pending, Callback { code, state, issuer: said("iss") }, now).await,
        Err(error) => Err(error),
    };
    let found = match identified {
        Ok(found) => found,
        Err(error) => return unusable(cx, provider, &error),
    };
    let identity = Identity { issuer: found.issuer, subject: found.subject };
    if let Some(owner) = token.person {
        return connect(cx, owner, &identity, provider).await;
    }
    let next = token.subject["next"].as_str().unwrap_or_default();
    if let Some(person) = site.store.person_by_identity(&identity).await? {
        return begin_session(cx, person, Proof::OpenIdConnect, browser, next).await;
    }
    match found.email.as_deref().map(EmailAddress::parse) {
        Some(Ok(email)) => sign_up(cx, browser, email, &identity, next, provider).await,
        _ => ended(cx, StatusCode::FORBIDDEN, "sign-in-openid-unverified", provider),
    }
}

/// Connects the account of who is signed in, and went there to do so.
async fn connect(cx: &Cx, owner: PersonId, identity: &Identity, provider: &IdentityProvider) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let Some(member) = cx.who.member().filter(|member| member.person.id == owner) else { return over(cx) };
    let tx = site.store.begin().await?;
    match tx.add_identity(owner, identity, now).await {
        Ok(()) => commit(cx, tx, &member.person, Change::IdentityAdded, &provider.name).await?,
        Err(StoreError::Taken(_)) if site.store.person_by_identity(identity).await? == Some(owner) => {}
        Err(StoreError::Taken(_)) => return ended(cx, StatusCode::CONFLICT, "security-identity-taken", provider),
        Err(error) => return Err(error.into()),
    }
    Ok(done(cx))
}

/// Signs in who is not known yet: with a new account, or, where the address has one, by a link mailed there.
async fn sign_up(cx: &Cx, browser: &Browser, email: EmailAddress, identity: &Identity, next: &str, provider: &IdentityProvider) -> PageResult {
    let tx = cx.site.store.begin().await?; // writers come one after another: what is nobody's address now stays so until the commit
    if let Some(person) = cx.site.store.person_by_email(&email).await? {
        drop(tx);
        return prove_by_mail(cx, browser, (&email, person.id), identity, next, provider).await;
    }
    let person = begin_account(cx, &tx, email).await?;
    tx.add_identity(person, identity, cx.site.now()).await?;
    tx.commit().await?;
    begin_session(cx, person, Proof::OpenIdConnect, browser, next).await
}

async fn prove_by_mail(
    cx: &Cx,
    browser: &Browser,
    (email, person): (&EmailAddress, PersonId),
    identity: &Identity,
    next: &str,
    provider: &IdentityProvider,
) -> PageResult {
    let secret = ayni_auth::Secret::new()?;
    let connecting = Connecting {
        issuer: identity.issuer.clone(),
        subject: identity.subject.clone(),
        provider: provider.name.clone(),
        browser: secret.hash_text(),
    };
    let name = [("provider", provider.name.as_str())];
    let letter = Letter::new(&cx.site, cx.locale, Topic::SignIn).paragraph("mail-openid-text", &name);
    let subject = json!({"email": email.as_str(), "next": next, "connect": connecting});
    if !mail(cx, browser, email, Some(person), letter, ("mail-openid-subject", &name), subject).await? {
        return stop(cx, StatusCode::TOO_MANY_REQUESTS, cx.t("sign-in"), cx.t("sign-in-too-often"));
    }
    let text = cx.tn("sign-in-openid-mailed-text", &[("address", email.as_str()), ("provider", &provider.name)]);
    let mut answer = unkept(html(&SentPage { crumbs: Vec::new(), text, cx: cx.clone() })?);
    answer.headers_mut().append(header::SET_COOKIE, Cookie::OpenId.set(&cx.site, &secret.reveal(), Purpose::SignIn.lasts()));
    Ok(answer)
}

/// An identity that a mailed link connects with the account, when it is taken in the browser that came from the provider.
#[derive(Serialize, Deserialize)]
pub(super) struct Connecting {
    issuer: String,
    subject: String,
    /// What people call the provider.
    pub provider: String,
    /// Hash of the secret that the browser holds.
    browser: String,
}

impl Connecting {
    /// What a token for signing in connects, if it does so in this browser.
    pub fn in_browser(site: &Site, token: &Token, browser: &Browser) -> Option<Self> {
        let own: Self = serde_json::from_value(token.subject.get("connect")?.clone()).ok()?;
        let secret = ayni_auth::Secret::parse(&Cookie::OpenId.read(site, &browser.headers)?)?;
        (secret.hash_text() == own.browser).then_some(own)
    }

    /// Connects it with a person's account, and tells them; nothing happens when it is connected already.
    pub async fn keep(&self, cx: &Cx, tx: &Tx, person: PersonId) -> Result<(), PageError> {
        let identity = Identity { issuer: self.issuer.clone(), subject: self.subject.clone() };
        match tx.add_identity(person, &identity, cx.site.now()).await {
            Err(StoreError::Taken(_)) => return Ok(()),
            other => other?,
        }
        if let Some(person) = cx.site.store.person(person).await? {
            tell_owner(cx, tx, &person, Change::IdentityAdded, &self.provider).await?;
        }
        Ok(())
    }
}

//! Signing in by a passkey: a challenge for the browser's script, and the device's answer to it.

use axum::Json;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use ayni_auth::passkey::{Challenge, PasskeyError, Passkeys};
use ayni_domain::limit::{STEPS_FROM_NETWORK, TRIES_FROM_NETWORK};
use ayni_domain::proof::Proof;
use ayni_domain::token::Purpose;
use ayni_domain::{PersonId, limit::Limit};
use ayni_store::Secret;
use ayni_store::credential::Passkey;
use ayni_store::token::NewToken;
use serde_json::{Value, json};

use super::{Way, begin_session, refused};
use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader, own_path, unkept};
use crate::view::Cx;
use crate::who::Browser;

/// `POST /{lang}/sign-in/passkey/begin`: a challenge, as JSON.
pub(crate) async fn begin(reader: Reader, browser: Browser) -> Response<Body> {
    let result = challenge(&reader.0, &browser).await;
    reader.answer(result)
}

async fn challenge(cx: &Cx, browser: &Browser) -> PageResult {
    let allowed = within(cx, STEPS_FROM_NETWORK, browser).await?;
    if !allowed {
        return Ok(StatusCode::TOO_MANY_REQUESTS.into_response());
    }
    let challenge = passkeys(cx)?.start_authentication()?;
    hand_out(cx, None, challenge).await
}

/// The passkeys of the instance; where it has none, there is nothing.
pub(crate) fn passkeys(cx: &Cx) -> Result<&Passkeys, PageError> {
    cx.site.ways.passkeys.as_ref().map_err(|_| PageError::NotFound)
}

/// Keeps what the server has to remember of a challenge, and hands the rest out with a secret to come back with.
pub(crate) async fn hand_out(cx: &Cx, person: Option<PersonId>, challenge: Challenge) -> PageResult {
    let (secret, now) = (Secret::random()?, cx.site.now());
    let subject = json!({"state": challenge.state});
    let token = NewToken { purpose: Purpose::Passkey, subject, person, expires_at: Purpose::Passkey.expires_at(now) };
    cx.site.store.make_token(&secret.hash(), &token, now).await?;
    let options: Value = serde_json::from_str(&challenge.options).map_err(|error| PageError::Proof(error.to_string()))?;
    Ok(unkept(Json(json!({"token": secret.to_string(), "options": options})).into_response()))
}

/// What was kept of the challenge that a form answers, once; `None` when it is not `person`'s (nobody's, when signing in), or over.
pub(crate) async fn take_back(cx: &Cx, person: Option<PersonId>, fields: &Fields) -> Result<Option<String>, PageError> {
    let Some(secret) = Secret::parse(fields.get("token")) else { return Ok(None) };
    let token = cx.site.store.take_token(&secret.hash(), Purpose::Passkey, cx.site.now()).await?;
    let token = token.filter(|token| token.person == person);
    Ok(token.and_then(|token| token.subject["state"].as_str().map(str::to_owned)))
}

async fn within(cx: &Cx, limit: Limit, browser: &Browser) -> Result<bool, PageError> {
    Ok(cx.site.store.attempt(limit, &browser.network, cx.site.now()).await?.allowed)
}

/// `POST /{lang}/sign-in/passkey`: the device's answer.
pub(crate) async fn enter(reader: Reader, browser: Browser, fields: Fields) -> Response<Body> {
    let result = sign_in(&reader.0, &browser, &fields).await;
    reader.answer(result)
}

async fn sign_in(cx: &Cx, browser: &Browser, fields: &Fields) -> PageResult {
    let next = own_path(fields.get("next")).unwrap_or_default();
    let refused = |status, key| refused(cx, status, ("", next), Way::Passkey, key);
    if !within(cx, TRIES_FROM_NETWORK, browser).await? {
        return refused(StatusCode::TOO_MANY_REQUESTS, "sign-in-tries-too-often");
    }
    match prove(cx, fields).await? {
        Some(person) => begin_session(cx, person, Proof::Passkey, browser, next).await,
        None => refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-passkey-failed"),
    }
}

/// Who the device has shown to be there.
async fn prove(cx: &Cx, fields: &Fields) -> Result<Option<PersonId>, PageError> {
    let (store, now, answer) = (&cx.site.store, cx.site.now(), fields.get("answer"));
    let passkeys = passkeys(cx)?;
    let Some(state) = take_back(cx, None, fields).await? else { return Ok(None) };
    let Ok(claim) = passkeys.claim(answer) else { return Ok(None) };
    let Some(Passkey { id, person, credential, .. }) = store.passkey(&claim.id).await? else { return Ok(None) };
    let used = match passkeys.finish_authentication(&state, answer, person.0, &credential.to_string()) {
        Ok(used) => used,
        Err(error @ PasskeyError::Kept(_)) => return Err(error.into()),
        Err(error) => {
            tracing::info!(%error, "a passkey was refused");
            return Ok(None);
        }
    };
    let credential = match &used.changed {
        Some(text) => serde_json::from_str(text).map_err(|error| PageError::Proof(error.to_string()))?,
        None => credential,
    };
    let forward = store.use_passkey(&id, &credential, used.counter, now).await?;
    Ok(forward.then_some(person))
}

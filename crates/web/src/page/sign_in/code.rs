//! Signing in by password, the second step: a code of the app, or one of the recovery codes.
//!
//! A cookie of a few minutes stands for the password that was right. It is used up by the code that is right, which is used up too.

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use ayni_auth::totp::{RecoveryCode, TotpSecret};
use ayni_domain::PersonId;
use ayni_domain::limit::TRIES_ON_ACCOUNT;
use ayni_domain::proof::Proof;
use ayni_domain::token::{Purpose, TokenState};
use ayni_store::token::Token;
use ayni_store::{Secret, SecretHash};

use super::{begin_session, may_try, over};
use crate::cookie::Cookie;
use crate::error::PageError;
use crate::page::account::security::{Change, commit};
use crate::page::{Fields, PageResult, Reader, page, unkept};
use crate::view::{Cx, Link};
use crate::who::Browser;

#[derive(Template)]
#[template(path = "sign_in_code.html")]
struct CodePage {
    cx: Cx,
    crumbs: Vec<Link>,
    code_problem: Option<String>,
    recovery_problem: Option<String>,
}

/// Somebody between password and code.
struct Step {
    secret: SecretHash,
    token: Token,
    person: PersonId,
}

/// `GET /{lang}/sign-in/code`
pub(crate) async fn get(reader: Reader, browser: Browser) -> Response<Body> {
    let result = look(&reader.0, &browser).await;
    reader.answer(result)
}

async fn look(cx: &Cx, browser: &Browser) -> PageResult {
    match step(cx, browser).await? {
        Some(_) => show(cx, StatusCode::OK, None, None),
        None => over(cx),
    }
}

fn show(cx: &Cx, status: StatusCode, code: Option<&str>, recovery: Option<&str>) -> PageResult {
    let said = |key: Option<&str>| key.map(|key| cx.t(key));
    let shown = CodePage { crumbs: Vec::new(), code_problem: said(code), recovery_problem: said(recovery), cx: cx.clone() };
    Ok(unkept(page(status, shown.render()?)))
}

async fn step(cx: &Cx, browser: &Browser) -> Result<Option<Step>, PageError> {
    let Some(secret) = Cookie::Code.read(&cx.site, &browser.headers).and_then(|text| Secret::parse(&text)) else { return Ok(None) };
    let secret = secret.hash();
    let token = cx.site.store.token(&secret, Purpose::SecondFactor).await?;
    let token = token.filter(|token| token.state(cx.site.now()) == TokenState::Good);
    Ok(token.and_then(|token| Some(Step { secret, person: token.person?, token })))
}

/// `POST /{lang}/sign-in/code`
pub(crate) async fn enter(reader: Reader, browser: Browser, fields: Fields) -> Response<Body> {
    let result = check(&reader.0, &browser, &fields).await;
    reader.answer(result)
}

async fn check(cx: &Cx, browser: &Browser, fields: &Fields) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let Some(step) = step(cx, browser).await? else { return over(cx) };
    let account = step.token.subject["account"].as_str().unwrap_or_default();
    let (code, recovery) = (fields.get("code"), fields.get("recovery"));
    let refused = |status, key| if recovery.is_empty() { show(cx, status, Some(key), None) } else { show(cx, status, None, Some(key)) };
    if !may_try(cx, browser, account).await? {
        return refused(StatusCode::TOO_MANY_REQUESTS, "sign-in-tries-too-often");
    }
    let (right, wrong) = if recovery.is_empty() {
        (use_code(cx, step.person, code).await?, "sign-in-code-wrong")
    } else {
        (use_recovery_code(cx, step.person, recovery).await?, "sign-in-recovery-wrong")
    };
    if !right {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, wrong);
    }
    if site.store.take_token(&step.secret, Purpose::SecondFactor, now).await?.is_none() {
        return over(cx);
    }
    if !recovery.is_empty() {
        tell_of_recovery(cx, step.person).await?;
    }
    site.store.forget_attempts(TRIES_ON_ACCOUNT, account).await?;
    let next = step.token.subject["next"].as_str().unwrap_or_default();
    let mut answer = begin_session(cx, step.person, Proof::Password, browser, next).await?;
    answer.headers_mut().append(header::SET_COOKIE, Cookie::Code.clear(site));
    Ok(answer)
}

/// Uses a code of the app up; `false` when it is wrong or was used.
async fn use_code(cx: &Cx, person: PersonId, code: &str) -> Result<bool, PageError> {
    let Some(totp) = cx.site.store.totp(person).await? else { return Ok(false) };
    let secret = TotpSecret::parse(&totp.secret).ok_or_else(|| PageError::Proof("the secret of a second factor cannot be read".into()))?;
    match secret.verify(code, cx.site.now(), Some(totp.last_step)) {
        Ok(step) => Ok(cx.site.store.use_totp(person, step).await?),
        Err(_) => Ok(false),
    }
}

async fn use_recovery_code(cx: &Cx, person: PersonId, typed: &str) -> Result<bool, PageError> {
    match RecoveryCode::parse(typed) {
        Some(code) => Ok(cx.site.store.use_recovery_code(person, &code.hash_text()).await?),
        None => Ok(false),
    }
}

/// Tells the owner that a recovery code let somebody in: who finds the sheet with them does not go unnoticed.
async fn tell_of_recovery(cx: &Cx, person: PersonId) -> Result<(), PageError> {
    let store = &cx.site.store;
    let Some(owner) = store.person(person).await? else { return Ok(()) };
    let left = store.recovery_codes(person).await?.to_string();
    commit(cx, store.begin().await?, &owner, Change::RecoveryCodeUsed, &left).await
}

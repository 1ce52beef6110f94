//! Signing in by password, the first step: a right password leads to the second factor and opens nothing by itself.
//!
//! An address without an account, or without password and second factor, costs the same queries, the same hashing and the same limits
//! as one with them, and gets the same answer as a wrong password.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use ayni_auth::password::Verdict;
use ayni_domain::token::Purpose;
use ayni_domain::{EmailAddress, PersonId};
use ayni_store::Secret;
use ayni_store::token::NewToken;
use serde_json::json;
use uuid::Uuid;

use super::{Way, may_try, refused};
use crate::cookie::Cookie;
use crate::page::{Fields, PageResult, Reader, own_path, see_other};
use crate::view::Cx;
use crate::who::Browser;

/// Stands for whoever has no account.
const NOBODY: PersonId = PersonId(Uuid::nil());

/// `POST /{lang}/sign-in/password`
pub(crate) async fn enter(reader: Reader, browser: Browser, fields: Fields) -> Response<Body> {
    let result = check(&reader.0, &browser, &fields).await;
    reader.answer(result)
}

async fn check(cx: &Cx, browser: &Browser, fields: &Fields) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let (typed, next) = (fields.get("email"), own_path(fields.get("next")).unwrap_or_default());
    let refused = |status, key| refused(cx, status, (typed, next), Way::Password, key);
    let Ok(email) = EmailAddress::parse(typed) else { return refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-no-address") };
    if !may_try(cx, browser, email.as_str()).await? {
        return refused(StatusCode::TOO_MANY_REQUESTS, "sign-in-tries-too-often");
    }
    let person = site.store.person_by_email(&email).await?.map_or(NOBODY, |person| person.id);
    let (kept, totp) = (site.store.password(person).await?, site.store.totp(person).await?);
    let password = fields.get("password");
    let (Verdict::Right { rehash }, Some(_)) = (site.ways.verify(password, kept).await?, totp) else {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, "sign-in-password-wrong");
    };
    let hash = if rehash { Some(site.ways.hash(password).await?) } else { None };
    let secret = Secret::random()?;
    let token = NewToken {
        purpose: Purpose::SecondFactor,
        subject: json!({"account": email.as_str(), "next": next}),
        person: Some(person),
        expires_at: Purpose::SecondFactor.expires_at(now),
    };
    let tx = site.store.begin().await?;
    if let Some(hash) = hash {
        tx.set_password(person, &hash, now).await?;
    }
    tx.make_token(&secret.hash(), &token, now).await?;
    tx.commit().await?;
    let mut answer = see_other(&cx.href("/sign-in/code"));
    let cookie = Cookie::Code.set(site, &secret.to_string(), Purpose::SecondFactor.lasts());
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(answer)
}

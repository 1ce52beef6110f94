//! One's second factor: an app that shows codes, and recovery codes for who loses it. Codes are shown once, when they are made.

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_auth::totp::{RecoveryCode, TotpSecret, qr_svg};
use ayni_domain::PersonId;
use ayni_domain::token::{Purpose, TokenState};
use ayni_store::credential::Totp;
use ayni_store::token::NewToken;
use ayni_store::{Secret, Tx};
use serde_json::json;

use super::{Change, commit, crumbs, done, recent};
use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader, page, see_other, unkept};
use crate::view::{Cx, Link};
use crate::who::Member;

const PATH: &str = "/account/security/second-factor";

#[derive(Template)]
#[template(path = "second_factor.html")]
struct EnrolPage {
    cx: Cx,
    crumbs: Vec<Link>,
    /// SVG of a QR code with the address.
    qr: String,
    /// Address that an app reads.
    uri: String,
    /// The secret in groups of four, to be typed.
    key: String,
    token: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "recovery_codes.html")]
struct RecoveryPage {
    cx: Cx,
    crumbs: Vec<Link>,
    codes: Vec<String>,
}

/// `GET /{lang}/account/security/second-factor`: a fresh secret for an app.
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = begin(&reader).await;
    reader.answer(result)
}

async fn begin(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let (person, now) = (member.person.id, cx.site.now());
    let (secret, handle) = (TotpSecret::new()?, Secret::random()?);
    let token = NewToken {
        purpose: Purpose::Enrolment,
        subject: json!({"secret": secret.reveal()}),
        person: Some(person),
        expires_at: Purpose::Enrolment.expires_at(now),
    };
    let tx = cx.site.store.begin().await?;
    tx.drop_tokens(person, Purpose::Enrolment).await?;
    tx.make_token(&handle.hash(), &token, now).await?;
    tx.commit().await?;
    show(cx, &member, StatusCode::OK, &secret, &handle, None)
}

fn show(cx: &Cx, member: &Member, status: StatusCode, secret: &TotpSecret, handle: &Secret, problem: Option<&str>) -> PageResult {
    let person = &member.person;
    let account = person.email.as_ref().map_or(person.handle.as_str(), |email| email.as_str());
    let uri = secret.uri(&cx.instance.name, account);
    let digits: Vec<char> = secret.reveal().chars().collect();
    let shown = EnrolPage {
        crumbs: all_crumbs(cx),
        qr: qr_svg(&uri).unwrap_or_default(),
        uri,
        key: digits.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" "),
        token: handle.to_string(),
        problem: problem.map(|key| cx.t(key)),
        cx: cx.clone(),
    };
    Ok(unkept(page(status, shown.render()?)))
}

fn all_crumbs(cx: &Cx) -> Vec<Link> {
    let mut all = crumbs(cx);
    all.push(Link::new(cx.href(super::PATH), cx.t("security")));
    all
}

/// `POST /{lang}/account/security/second-factor`: a code shows that the app has the secret.
pub(crate) async fn confirm(reader: Reader, fields: Fields) -> Response<Body> {
    let result = enrol(&reader, &fields).await;
    reader.answer(result)
}

async fn enrol(reader: &Reader, fields: &Fields) -> PageResult {
    // The secret was handed out when signing in was recent; finding and opening an app may take its time.
    let (cx, member) = (&reader.0, reader.member()?);
    let (store, person, now) = (&cx.site.store, member.person.id, cx.site.now());
    let anew = || Ok(see_other(&cx.href(PATH)));
    let Some(handle) = Secret::parse(fields.get("token")) else { return anew() };
    let token = store.token(&handle.hash(), Purpose::Enrolment).await?;
    let Some(token) = token.filter(|token| token.person == Some(person) && token.state(now) == TokenState::Good) else { return anew() };
    let Some(secret) = token.subject["secret"].as_str().and_then(TotpSecret::parse) else { return anew() };
    let Ok(last_step) = secret.verify(fields.get("code"), now, None) else {
        return show(cx, &member, StatusCode::UNPROCESSABLE_ENTITY, &secret, &handle, Some("security-app-wrong"));
    };
    let tx = store.begin().await?;
    if tx.take_token(&handle.hash(), Purpose::Enrolment, now).await?.is_none() {
        return anew();
    }
    tx.set_totp(person, &Totp { secret: secret.reveal(), last_step }, now).await?;
    tx.drop_tokens(person, Purpose::SecondFactor).await?;
    let codes = fresh_codes(&tx, person).await?;
    commit(cx, tx, &member.person, Change::AppAdded, "").await?;
    show_codes(cx, codes)
}

async fn fresh_codes(tx: &Tx, person: PersonId) -> Result<Vec<RecoveryCode>, PageError> {
    let codes = RecoveryCode::fresh()?;
    let hashes: Vec<String> = codes.iter().map(RecoveryCode::hash_text).collect();
    tx.set_recovery_codes(person, &hashes).await?;
    Ok(codes)
}

fn show_codes(cx: &Cx, codes: Vec<RecoveryCode>) -> PageResult {
    let shown = RecoveryPage { crumbs: all_crumbs(cx), codes: codes.iter().map(RecoveryCode::reveal).collect(), cx: cx.clone() };
    Ok(unkept(page(StatusCode::OK, shown.render()?)))
}

/// `POST /{lang}/account/security/recovery-codes`: new ones in place of those that are left.
pub(crate) async fn codes(reader: Reader) -> Response<Body> {
    let result = make_codes(&reader).await;
    reader.answer(result)
}

async fn make_codes(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    if cx.site.store.totp(member.person.id).await?.is_none() {
        return Err(PageError::NotFound);
    }
    let tx = cx.site.store.begin().await?;
    let codes = fresh_codes(&tx, member.person.id).await?;
    commit(cx, tx, &member.person, Change::CodesMade, "").await?;
    show_codes(cx, codes)
}

/// `POST /{lang}/account/security/second-factor/remove`: the app, and with it the recovery codes.
pub(crate) async fn remove(reader: Reader) -> Response<Body> {
    let result = drop_it(&reader).await;
    reader.answer(result)
}

async fn drop_it(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let tx = cx.site.store.begin().await?;
    tx.drop_totp(member.person.id).await?;
    tx.drop_tokens(member.person.id, Purpose::SecondFactor).await?;
    commit(cx, tx, &member.person, Change::AppRemoved, "").await?;
    Ok(done(cx))
}

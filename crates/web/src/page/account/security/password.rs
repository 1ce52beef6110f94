//! One's password: set, changed, removed. It opens nothing without the second factor.

use axum::body::Body;
use axum::http::Response;
use ayni_auth::password::{self, PasswordFault};
use ayni_domain::permission::Actor;
use ayni_domain::token::Purpose;

use super::{Change, Part, commit, done, recent, refused};
use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader};
use crate::who::Member;

/// `POST /{lang}/account/security/password`
pub(crate) async fn set(reader: Reader, fields: Fields) -> Response<Body> {
    let result = keep(&reader, &fields).await;
    reader.answer(result)
}

async fn keep(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let (site, person) = (&cx.site, &member.person);
    if person.email.is_none() {
        return Err(PageError::NotFound); // one signs in by address and password
    }
    let typed = fields.get("password");
    if let Err(fault) = password::check(typed, &names(&member)) {
        return refused(cx, &member, Part::Password, words(fault)).await;
    }
    let hash = site.ways.hash(typed).await?;
    let changed = site.store.password(person.id).await?.is_some();
    let tx = site.store.begin().await?;
    tx.set_password(person.id, &hash, site.now()).await?;
    tx.drop_tokens(person.id, Purpose::SecondFactor).await?;
    if changed {
        tx.end_sessions(person.id, Some(member.session.id)).await?;
    }
    commit(cx, tx, person, if changed { Change::PasswordChanged } else { Change::PasswordSet }, "").await?;
    Ok(done(cx))
}

/// What somebody could be tempted to make a password of, and whoever guesses tries first.
fn names(member: &Member) -> Vec<&str> {
    let person = &member.person;
    let name = person.seen_by(Actor::Member(&member.standing)).name;
    [Some(person.handle.as_str()), person.email.as_ref().map(|email| email.as_str()), name].into_iter().flatten().collect()
}

const fn words(fault: PasswordFault) -> &'static str {
    match fault {
        PasswordFault::TooShort => "security-password-short",
        PasswordFault::TooLong => "security-password-long",
        PasswordFault::Common => "security-password-common",
        PasswordFault::Yourself => "security-password-yourself",
    }
}

/// `POST /{lang}/account/security/password/remove`
pub(crate) async fn remove(reader: Reader) -> Response<Body> {
    let result = drop_it(&reader).await;
    reader.answer(result)
}

async fn drop_it(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let tx = cx.site.store.begin().await?;
    tx.drop_password(member.person.id).await?;
    tx.drop_tokens(member.person.id, Purpose::SecondFactor).await?;
    commit(cx, tx, &member.person, Change::PasswordRemoved, "").await?;
    Ok(done(cx))
}

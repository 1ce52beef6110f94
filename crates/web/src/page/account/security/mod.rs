//! Ways to sign in beside the mailed link: which ones somebody has, and how they add and remove them.
//!
//! Adding and removing takes a session that has just begun, is told to the owner, and ends no session; a changed password ends the others.

pub(crate) mod identity;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod second_factor;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_auth::passkey::Unavailable;
use ayni_domain::Person;
use ayni_domain::notice::Topic;
use ayni_domain::proof::{LONGEST_NAME, is_recent};
use ayni_store::Tx;
use ayni_store::credential::{Identity, Passkey};

use crate::audit;
use crate::error::PageError;
use crate::format;
use crate::page::{PageResult, Reader, page, see_other};
use crate::tell::{Telling, tell};
use crate::view::{Cx, Link};
use crate::who::Member;

const PATH: &str = "/account/security";

/// What has changed in the ways of somebody; its code chooses the words of the notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    PasskeyAdded,
    PasskeyRemoved,
    PasswordSet,
    PasswordChanged,
    PasswordRemoved,
    AppAdded,
    AppRemoved,
    CodesMade,
    RecoveryCodeUsed,
    IdentityAdded,
    IdentityRemoved,
}

impl Change {
    const fn code(self) -> &'static str {
        match self {
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::PasswordSet => "password-set",
            Self::PasswordChanged => "password-changed",
            Self::PasswordRemoved => "password-removed",
            Self::AppAdded => "app-added",
            Self::AppRemoved => "app-removed",
            Self::CodesMade => "codes-made",
            Self::RecoveryCodeUsed => "code-used",
            Self::IdentityAdded => "identity-added",
            Self::IdentityRemoved => "identity-removed",
        }
    }
}

/// A part of the page, for saying there what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Passkeys,
    Password,
}

struct PasskeyView {
    id: String,
    name: String,
    times: String,
}

struct IdentityView {
    issuer: String,
    subject: String,
    provider: String,
}

#[derive(Template)]
#[template(path = "security.html")]
struct SecurityPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    said: Option<&'static str>,
    /// Where to sign in again, for who did so too long ago to add or remove anything.
    again: Option<String>,
    passkeys: Vec<PasskeyView>,
    /// Why passkeys are not offered here.
    no_passkeys: Option<String>,
    longest_name: usize,
    /// The device of the session, which a passkey is named after at first.
    device: String,
    passkey_problem: Option<String>,
    has_address: bool,
    has_password: bool,
    password_problem: Option<String>,
    has_app: bool,
    recovery_codes: u64,
    identities: Vec<IdentityView>,
    /// Name of the provider with which one can connect.
    provider: Option<String>,
}

/// `GET /{lang}/account/security`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member, StatusCode::OK, None).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member, status: StatusCode, problem: Option<(Part, &str)>) -> PageResult {
    let (store, person) = (&cx.site.store, member.person.id);
    let of = |part: Part| problem.filter(|(own, _)| *own == part).map(|(_, key)| cx.t(key));
    let recent = is_recent(member.session.begun_at, cx.site.now());
    let provider = cx.site.ways.provider.as_ref();
    let shown = SecurityPage {
        crumbs: crumbs(cx),
        menu: cx.account_menu(),
        said: match cx.query.as_str() {
            "?done" => Some("security-done"),
            "?saved" => Some("saved"),
            _ => None,
        },
        again: (!recent).then(|| sign_in_again(cx)),
        passkeys: store.passkeys(person).await?.into_iter().map(|passkey| passkey_view(cx, passkey)).collect(),
        no_passkeys: cx.site.ways.passkeys.as_ref().err().map(|why| cx.t(why_none(*why))),
        longest_name: LONGEST_NAME,
        device: member.session.label.chars().take(LONGEST_NAME).collect(),
        passkey_problem: of(Part::Passkeys),
        has_address: member.person.email.is_some(),
        has_password: store.password(person).await?.is_some(),
        password_problem: of(Part::Password),
        has_app: store.totp(person).await?.is_some(),
        recovery_codes: store.recovery_codes(person).await?.into(),
        identities: store.identities(person).await?.into_iter().map(|identity| identity_view(cx, identity)).collect(),
        provider: provider.map(|provider| provider.name.clone()),
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

/// The page once more, with what is wrong in one of its parts.
async fn refused(cx: &Cx, member: &Member, part: Part, problem: &str) -> PageResult {
    show(cx, member, StatusCode::UNPROCESSABLE_ENTITY, Some((part, problem))).await
}

fn crumbs(cx: &Cx) -> Vec<Link> {
    vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/account"), cx.t("account"))]
}

fn sign_in_again(cx: &Cx) -> String {
    format!("{}{}", cx.href("/sign-in"), crate::link::query([("next", cx.href(PATH).as_str())]))
}

fn why_none(why: Unavailable) -> &'static str {
    match why {
        Unavailable::NotSecure => "security-passkeys-not-secure",
        Unavailable::NoName | Unavailable::NoAddress => "security-passkeys-no-name",
    }
}

fn passkey_view(cx: &Cx, passkey: Passkey) -> PasskeyView {
    let added = format::moment(cx.locale, passkey.added_at);
    let times = match passkey.used_at {
        Some(used) => cx.tn("security-passkey-used", &[("added", &added), ("used", &format::moment(cx.locale, used))]),
        None => cx.t1("security-passkey-unused", "added", &added),
    };
    PasskeyView { id: passkey.id, name: passkey.name, times }
}

fn identity_view(cx: &Cx, identity: Identity) -> IdentityView {
    IdentityView { provider: provider_name(cx, &identity.issuer), issuer: identity.issuer, subject: identity.subject }
}

/// What people call a provider; its address, when it is no longer the one of the instance.
fn provider_name(cx: &Cx, issuer: &str) -> String {
    let own = cx.site.ways.provider.as_ref().filter(|provider| provider.is(issuer));
    own.map_or_else(|| issuer.to_owned(), |provider| provider.name.clone())
}

/// The member, when they signed in a moment ago.
fn recent(reader: &Reader) -> Result<Arc<Member>, PageError> {
    let member = reader.member()?;
    if is_recent(member.session.begun_at, reader.0.site.now()) { Ok(member) } else { Err(PageError::SignInAgain(PATH)) }
}

/// Tells the owner of a change, and notes it where the owner is an administrator, in the transaction that makes it. After the commit `mail_waits` is to be rung.
pub(crate) async fn tell_owner(cx: &Cx, tx: &Tx, owner: &Person, change: Change, name: &str) -> Result<(), PageError> {
    audit::proofs_changed(&cx.site, tx, owner, change.code()).await?;
    let arguments = [("what", change.code()), ("name", name)];
    let telling = Telling { topic: Topic::SignIn, message: "notice-security", arguments: &arguments, path: PATH };
    tell(&cx.site, tx, owner, &telling, cx.site.now()).await
}

/// Lets a change take effect that the owner is told of.
pub(crate) async fn commit(cx: &Cx, tx: Tx, owner: &Person, change: Change, name: &str) -> Result<(), PageError> {
    tell_owner(cx, &tx, owner, change, name).await?;
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    Ok(())
}

/// Leads back to the page, which says that it is done.
pub(crate) fn done(cx: &Cx) -> Response<Body> {
    see_other(&format!("{}?done", cx.href(PATH)))
}

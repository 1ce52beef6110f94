//! One's passkeys: adding one with the browser's script, naming it, removing it.

use axum::body::Body;
use axum::http::Response;
use ayni_auth::passkey::PasskeyError;
use ayni_domain::proof::{MOST_PASSKEYS, passkey_name};
use ayni_store::StoreError;
use ayni_store::credential::Passkey;

use super::{Change, Part, commit, done, recent, refused};
use crate::error::PageError;
use crate::page::sign_in::passkey::{hand_out, passkeys, take_back};
use crate::page::{Fields, PageResult, Reader, see_other};

/// `POST /{lang}/account/security/passkeys/begin`: a challenge, as JSON.
pub(crate) async fn begin(reader: Reader) -> Response<Body> {
    let result = challenge(&reader).await;
    reader.answer(result)
}

async fn challenge(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let person = &member.person;
    let kept = cx.site.store.passkeys(person.id).await?;
    let kept: Vec<&str> = kept.iter().map(|passkey| passkey.id.as_str()).collect();
    let account = person.email.as_ref().map_or(person.handle.as_str(), |email| email.as_str());
    let name = person.seen_by(cx.who.actor()).name.unwrap_or(person.handle.as_str());
    let challenge = passkeys(cx)?.start_registration(person.id.0, account, name, &kept)?;
    hand_out(cx, Some(person.id), challenge).await
}

/// `POST /{lang}/account/security/passkeys`: the device's answer, and a name for it.
pub(crate) async fn add(reader: Reader, fields: Fields) -> Response<Body> {
    let result = register(&reader, &fields).await;
    reader.answer(result)
}

async fn register(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let (store, person) = (&cx.site.store, &member.person);
    let passkeys = passkeys(cx)?;
    let refused = |key| refused(cx, &member, Part::Passkeys, key);
    let Some(name) = passkey_name(fields.get("name")) else { return refused("security-passkey-name-wrong").await };
    if store.passkeys(person.id).await?.len() >= MOST_PASSKEYS {
        return refused("security-passkeys-full").await;
    }
    let Some(state) = take_back(cx, Some(person.id), fields).await? else { return refused("security-passkey-failed").await };
    let registered = match passkeys.finish_registration(&state, fields.get("answer")) {
        Ok(registered) if registered.person == person.id.0 => registered,
        Err(error @ PasskeyError::Kept(_)) => return Err(error.into()),
        Ok(_) | Err(_) => return refused("security-passkey-failed").await,
    };
    let credential = serde_json::from_str(&registered.credential).map_err(|error| PageError::Proof(error.to_string()))?;
    let passkey = Passkey { id: registered.id, person: person.id, name, credential, counter: 0, added_at: cx.site.now(), used_at: None };
    let tx = store.begin().await?;
    match tx.add_passkey(&passkey).await {
        Err(StoreError::Taken(_)) => {
            drop(tx); // the page reads from the store
            return refused("security-passkey-failed").await;
        }
        other => other?,
    }
    commit(cx, tx, person, Change::PasskeyAdded, &passkey.name).await?;
    Ok(done(cx))
}

/// `POST /{lang}/account/security/passkeys/name`
pub(crate) async fn rename(reader: Reader, fields: Fields) -> Response<Body> {
    let result = give_name(&reader, &fields).await;
    reader.answer(result)
}

async fn give_name(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let Some(name) = passkey_name(fields.get("name")) else {
        return refused(cx, &member, Part::Passkeys, "security-passkey-name-wrong").await;
    };
    let tx = cx.site.store.begin().await?;
    if !tx.rename_passkey(member.person.id, fields.get("passkey"), &name).await? {
        return Err(PageError::NotFound);
    }
    tx.commit().await?;
    Ok(see_other(&format!("{}?saved", cx.href(super::PATH))))
}

/// `POST /{lang}/account/security/passkeys/remove`
pub(crate) async fn remove(reader: Reader, fields: Fields) -> Response<Body> {
    let result = drop_one(&reader, &fields).await;
    reader.answer(result)
}

async fn drop_one(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, recent(reader)?);
    let own = cx.site.store.passkeys(member.person.id).await?;
    let passkey = own.into_iter().find(|passkey| passkey.id == fields.get("passkey")).ok_or(PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    if tx.drop_passkey(member.person.id, &passkey.id).await? {
        commit(cx, tx, &member.person, Change::PasskeyRemoved, &passkey.name).await?;
    }
    Ok(done(cx))
}

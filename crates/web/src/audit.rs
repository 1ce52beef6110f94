//! What pages note in the audit log: who did it, in the transaction of what was done.

use ayni_domain::audit::Audited;
use ayni_domain::mandate::{Mandate, MandateState};
use ayni_domain::proof::Proof;
use ayni_domain::role::Role;
use ayni_domain::{Person, PersonId};
use ayni_store::{StoreError, Tx};
use serde_json::{Value, json};

use crate::site::Site;
use crate::view::Cx;

/// Notes what the reader does.
///
/// # Errors
/// `Database`.
pub(crate) async fn note(cx: &Cx, tx: &Tx, what: Audited, subject: &str, details: &Value) -> Result<(), StoreError> {
    let actor = cx.who.member().map_or_else(|| "visitor".to_owned(), |member| member.person.id.to_string());
    tx.add_audit(&actor, what.code(), subject, details, cx.site.now()).await
}

/// Notes that the reader decided about a mandate or ended it.
///
/// # Errors
/// `Database`.
pub(crate) async fn mandate(cx: &Cx, tx: &Tx, mandate: &Mandate) -> Result<(), StoreError> {
    let what = match mandate.state {
        MandateState::Active => Audited::MandateAccepted,
        MandateState::Refused => Audited::MandateRefused,
        MandateState::Ended => Audited::MandateEnded,
        MandateState::Requested | MandateState::Lapsed => return Ok(()),
    };
    let details = json!({"organization": mandate.organization.as_str(), "capacity": mandate.capacity.code()});
    note(cx, tx, what, &mandate.person.to_string(), &details).await
}

/// Notes that the ways of an administrator to sign in have changed; of others nothing is noted.
///
/// # Errors
/// `Database`.
pub(crate) async fn proofs_changed(site: &Site, tx: &Tx, person: &Person, what: &str) -> Result<(), StoreError> {
    if !person.roles.has(Role::Administrator) {
        return Ok(());
    }
    let id = person.id.to_string();
    tx.add_audit(&id, Audited::ProofsChanged.code(), &id, &json!({"what": what}), site.now()).await
}

/// Notes that an administrator signed in; of others nothing is noted.
///
/// # Errors
/// `Corrupt`, `Database`.
pub(crate) async fn signed_in(site: &Site, person: PersonId, proof: Proof) -> Result<(), StoreError> {
    let is_administrator = site.store.person(person).await?.is_some_and(|person| person.roles.has(Role::Administrator));
    if !is_administrator {
        return Ok(());
    }
    let (id, tx) = (person.to_string(), site.store.begin().await?);
    tx.add_audit(&id, Audited::AdministratorSignedIn.code(), &id, &json!({"proof": proof.code()}), site.now()).await?;
    tx.commit().await
}

//! Erasing an account: everything that comes with it, in one transaction, whoever asked for it.

use ayni_domain::audit::Audited;
use ayni_domain::mandate::{Capacity, Mandate};
use ayni_domain::notice::Topic;
use ayni_domain::permission::can_be_spared;
use ayni_domain::role::Role;
use ayni_domain::{Kind, Person, RecordKey};
use ayni_store::outbox::NewMail;
use ayni_store::{StoreError, Tx};
use serde_json::json;

use crate::error::PageError;
use crate::jobs::organization_name;
use crate::link;
use crate::mail::Letter;
use crate::site::Site;
use crate::stewards::{focal_points, secretariat};
use crate::tell::{Telling, tell};

/// Why an account is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Somebody who may asked for it.
    Asked,
    /// Nobody used it for years, and nobody kept it when they were asked.
    Unused,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The account is gone.
    Erased,
    /// It stays: there is no other administrator.
    LastAdministrator,
}

/// Erases an account: its sessions and mandates end, its owner gets one last mail, the audit log notes it, the secretariat hears of
/// organizations that are left without a focal point, and the files of nobody are forgotten.
///
/// `by` is who does it, as the audit log names them.
pub(crate) async fn erase(site: &Site, person: &Person, by: &str, cause: Cause) -> Result<Outcome, PageError> {
    let now = site.now();
    let orphaned = left_alone(site, person).await?;
    let told: Vec<Person> = secretariat(site).await?.into_iter().filter(|other| other.id != person.id).collect();
    let farewell = farewell(site, person, cause);
    let tx = site.store.begin().await?;
    let administrators = site.store.people_with(Role::Administrator).await?.len(); // no other writer changes them meanwhile
    if !can_be_spared(person.roles, administrators) {
        return Ok(Outcome::LastAdministrator);
    }
    let letters = tx.erase_person(person.id, now).await?;
    if let Some(mail) = farewell {
        tx.add_mail(&mail, now).await?;
    }
    let why = if cause == Cause::Asked { "asked" } else { "unused" };
    tx.add_audit(by, Audited::PersonErased.code(), &person.id.to_string(), &json!({"why": why}), now).await?;
    for mandate in &orphaned {
        tell_secretariat(site, &tx, mandate, &told).await?;
    }
    tx.commit().await?;
    site.mail_waits.notify_one();
    if let Err(error) = site.store.forget_files(&letters).await {
        tracing::error!(%error, "files of an erased account could not be removed"); // the account is gone all the same
    }
    Ok(Outcome::Erased)
}

/// Mandates of the only focal point of an organization.
async fn left_alone(site: &Site, person: &Person) -> Result<Vec<Mandate>, StoreError> {
    let today = site.today();
    let mut mandates = site.store.mandates_of(person.id).await?;
    mandates.retain(|mandate| mandate.capacity == Capacity::FocalPoint && mandate.is_in_force(today));
    let mut alone = Vec::new();
    for mandate in mandates {
        if focal_points(site, &mandate.organization).await?.iter().all(|other| other.id == person.id) {
            alone.push(mandate);
        }
    }
    Ok(alone)
}

async fn tell_secretariat(site: &Site, tx: &Tx, mandate: &Mandate, told: &[Person]) -> Result<(), PageError> {
    let path = link::record_path(&RecordKey { kind: Kind::Organization, slug: mandate.organization.clone() });
    for person in told {
        let name = organization_name(site, mandate, person.locale).await?;
        let arguments = [("organization", name.as_str())];
        let telling = Telling { topic: Topic::Mandate, message: "notice-organization-orphaned", arguments: &arguments, path: &path };
        tell(site, tx, person, &telling, site.now()).await?;
    }
    Ok(())
}

/// The last mail to somebody; the outbox forgets it, and with it the address, as soon as it has left.
fn farewell(site: &Site, person: &Person, cause: Cause) -> Option<NewMail> {
    let email = person.email.as_ref()?;
    let why = if cause == Cause::Asked { "mail-erased-asked" } else { "mail-erased-unused" };
    let letter = Letter::new(site, person.locale, Topic::SignIn).paragraph(why, &[]).paragraph("mail-erased-text", &[]);
    Some(letter.to(email, Some(person.id), "mail-erased-subject", &[]))
}

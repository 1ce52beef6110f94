//! Mandates that end: a reminder with one button in the last 30 days of the term, and a notice when the term is over.

use ayni_domain::mandate::{Mandate, MandateState};
use ayni_domain::notice::Topic;
use ayni_domain::token::Purpose;
use ayni_domain::{Kind, Locale, RecordKey};
use ayni_store::token::NewToken;
use ayni_store::{Secret, StoreError};
use serde_json::json;

use crate::error::PageError;
use crate::format;
use crate::link;
use crate::mail::Letter;
use crate::site::Site;
use crate::tell::{Telling, tell};

/// Reminders of one run; the next run goes on.
const MOST: u32 = 500;

/// Reminds holders, each once in a term, and lets lapse what is over.
pub(super) async fn remind_and_lapse(site: &Site) -> Result<String, PageError> {
    let due = site.store.mandates_to_remind(site.today(), MOST).await?;
    let mut reminded = 0;
    for mandate in due {
        reminded += u32::from(remind(site, mandate).await?);
    }
    if reminded > 0 {
        site.mail_waits.notify_one();
    }
    let lapsed = lapse(site).await?;
    Ok(format!("{reminded} reminded, {lapsed} lapsed"))
}

async fn remind(site: &Site, mandate: Mandate) -> Result<bool, StoreError> {
    let (now, today) = (site.now(), site.today());
    let Some(person) = site.store.person(mandate.person).await? else { return Ok(false) };
    let name = organization_name(site, &mandate, person.locale).await?;
    let last = mandate.renew_by.map(|day| format::day(person.locale, day)).unwrap_or_default();
    let secret = Secret::random()?;
    let token = NewToken {
        purpose: Purpose::RenewMandate,
        subject: json!({"mandate": mandate.id.to_string()}),
        person: Some(person.id),
        expires_at: Purpose::RenewMandate.expires_at(now),
    };
    let tx = site.store.begin().await?;
    if let Some(email) = &person.email {
        let path = format!("/{}/renew/{secret}", person.locale);
        let letter = Letter::new(site, person.locale, Topic::Mandate);
        let letter = letter.paragraph("mail-mandate-ends-text", &[("organization", &name), ("date", &last)]).button("renew-mandate-button", &path);
        let mail = letter.to(email, Some(person.id), "mail-mandate-ends-subject", &[("organization", &name)]);
        tx.make_token(&secret.hash(), &token, now).await?;
        tx.add_mail(&mail, now).await?;
    }
    tx.save_mandate(&mandate.remind(today), MandateState::Active).await?;
    tx.commit().await?;
    Ok(true)
}

async fn lapse(site: &Site) -> Result<usize, PageError> {
    let now = site.now();
    let tx = site.store.begin().await?;
    let lapsed = tx.lapse_mandates(now).await?;
    for mandate in &lapsed {
        let Some(person) = site.store.person(mandate.person).await? else { continue };
        let name = organization_name(site, mandate, person.locale).await?;
        let path = link::record_path(&RecordKey { kind: Kind::Organization, slug: mandate.organization.clone() });
        let telling = Telling { topic: Topic::Mandate, message: "notice-mandate-lapsed", arguments: &[("organization", &name)], path: &path };
        tell(site, &tx, &person, &telling, now).await?;
    }
    tx.commit().await?;
    if !lapsed.is_empty() {
        site.mail_waits.notify_one();
    }
    Ok(lapsed.len())
}

/// The name of a mandate's organization in a language; its slug where the record is gone.
pub(crate) async fn organization_name(site: &Site, mandate: &Mandate, locale: Locale) -> Result<String, StoreError> {
    let key = RecordKey { kind: Kind::Organization, slug: mandate.organization.clone() };
    let record = site.store.find(&key).await?;
    Ok(record.map_or_else(|| key.slug.to_string(), |record| record.body.title().best(locale).1.to_owned()))
}

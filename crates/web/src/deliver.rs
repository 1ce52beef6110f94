//! Delivery: takes mails out of the outbox and sends them, again and again until each has left or is given up.

use std::time::Duration;

use ayni_mail::{Content, Mail, Mailbox, Refusal};
use ayni_store::StoreError;
use ayni_store::outbox::ClaimedMail;
use jiff::SignedDuration;

use crate::site::Site;

/// How often the outbox is looked at when nothing wakes it.
const EVERY: Duration = Duration::from_secs(10);
/// How long a mail is this node's alone.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// Mails taken together.
const BATCH: u64 = 20;

/// Delivers until it is dropped.
pub(crate) async fn run(site: Site) {
    loop {
        if let Err(error) = all(&site).await {
            tracing::error!(%error, "the outbox could not be worked through; trying again");
        }
        tokio::select! {
            () = site.mail_waits.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Delivers what waits now.
///
/// # Errors
/// `StoreError`; what was sent before is noted.
pub(crate) async fn all(site: &Site) -> Result<(), StoreError> {
    loop {
        let claimed = site.store.claim_mails(site.now(), LEASE, BATCH).await?;
        if claimed.is_empty() {
            return Ok(());
        }
        for mail in claimed {
            match send(site, &mail).await {
                Ok(()) => site.store.mail_sent(mail.id, site.now()).await?,
                Err(refusal) => {
                    let permanent = matches!(refusal, Refusal::Permanent(_));
                    tracing::warn!(mail = %mail.id, attempt = mail.attempt, permanent, "a mail did not leave"); // why is for the administrator
                    site.store.mail_failed(&mail, &refusal.to_string(), permanent, site.now()).await?;
                }
            }
        }
    }
}

async fn send(site: &Site, claimed: &ClaimedMail) -> Result<(), Refusal> {
    let never = |error: &dyn std::fmt::Display| Refusal::Permanent(error.to_string());
    let to = Mailbox::parse(&claimed.to).map_err(|error| never(&error))?;
    let content: Content = serde_json::from_value(claimed.content.clone()).map_err(|error| never(&error))?;
    let mail = Mail { to, subject: claimed.subject.clone(), locale: claimed.locale, content };
    let outgoing = &site.settings.mail;
    let message = mail.render(claimed.id, &outgoing.from, claimed.at).map_err(|error| never(&error))?;
    outgoing.transport.send(&message).await
}

//! Accounts that nobody uses: their owner is asked once, in a mail with one button, and a month later they are erased.

use ayni_domain::Person;
use ayni_domain::notice::Topic;
use ayni_domain::retention::{Kept, Unused, WARNING_DAYS, unused, warned_when_unseen_since};
use ayni_domain::token::Purpose;
use ayni_store::token::NewToken;
use ayni_store::{Secret, StoreError};
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::Value;

use super::ACTOR;
use crate::erasure::{Cause, Outcome, erase};
use crate::error::PageError;
use crate::format;
use crate::mail::Letter;
use crate::site::Site;

/// Accounts of one run; the next run goes on.
const MOST: u32 = 500;

/// Warns owners of accounts that nobody uses, and erases those whose owners were warned in vain.
pub(super) async fn warn_and_erase(site: &Site) -> Result<String, PageError> {
    let now = site.now();
    let month = SignedDuration::from_hours(i64::from(WARNING_DAYS) * 24);
    let unwarned_since = now.checked_sub(month).unwrap_or(Timestamp::MIN);
    let (mut warned, mut erased) = (0, 0);
    for (person, warned_at) in site.store.unused_accounts(warned_when_unseen_since(site.today()), unwarned_since, MOST).await? {
        match unused(person.last_seen_on, warned_at, now) {
            Some(Unused::Warn) => {
                warn(site, &person).await?;
                warned += 1;
            }
            Some(Unused::Erase) => erased += u32::from(erase(site, &person, ACTOR, Cause::Unused).await? == Outcome::Erased),
            None => {}
        }
    }
    site.mail_waits.notify_one();
    Ok(format!("{warned} warned, {erased} erased"))
}

/// Asks the owner. The token also says when they were asked, where there is no address to ask.
async fn warn(site: &Site, person: &Person) -> Result<(), StoreError> {
    let now = site.now();
    let secret = Secret::random()?;
    let purpose = Purpose::KeepAccount;
    let token = NewToken { purpose, subject: Value::Null, person: Some(person.id), expires_at: purpose.expires_at(now) };
    let tx = site.store.begin().await?;
    tx.make_token(&secret.hash(), &token, now).await?;
    if let Some(email) = &person.email {
        let age = i64::from(Kept::UnusedAccount.days()).days();
        let last = person.last_seen_on.saturating_add(age).max(site.today().saturating_add(i64::from(WARNING_DAYS).days()));
        let (since, until) = (format::day(person.locale, person.last_seen_on), format::day(person.locale, last));
        let letter = Letter::new(site, person.locale, Topic::SignIn).paragraph("mail-unused-text", &[("since", &since), ("until", &until)]);
        let letter = letter.button("keep-button", &format!("/{}/keep/{secret}", person.locale)).paragraph("mail-unused-stays", &[]);
        tx.add_mail(&letter.to(email, Some(person.id), "mail-unused-subject", &[]), now).await?;
    }
    tx.commit().await
}

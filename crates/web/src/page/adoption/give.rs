//! Giving a record to another steward: in one transaction with what everybody concerned is told of it.

use ayni_domain::adoption::Adoption;
use ayni_domain::audit::Audited;
use ayni_domain::notice::Topic;
use ayni_domain::{Person, PersonId, Record, Steward};
use ayni_store::Tx;
use ayni_store::revision::Signature;
use serde_json::json;

use crate::error::PageError;
use crate::jobs::links;
use crate::link;
use crate::site::Site;
use crate::stewards;
use crate::tell::{Question, Telling, tell_and_ask};
use crate::view::Cx;

/// A record that gets another steward.
pub(super) struct Gift<'a> {
    pub record: &'a Record,
    pub steward: &'a Steward,
    /// Who asked for it.
    pub asker: PersonId,
    /// Who lets it through, as revisions are signed.
    pub reviewer: String,
    /// Who acts.
    pub actor: PersonId,
    /// The request that is accepted by it, where there was one.
    pub request: Option<&'a Adoption>,
}

/// Gives a record away. Whoever looks after it now is asked at once whether it is still true; those who did and those who waited are told.
///
/// # Errors
/// `Store`: `Stale` when the request ended in between, `WrongState` when the record was withdrawn.
pub(super) async fn give(cx: &Cx, gift: &Gift<'_>) -> Result<(), PageError> {
    let (site, now, envelope) = (&cx.site, cx.site.now(), &gift.record.envelope);
    let keepers = stewards::people(site, gift.steward).await?;
    let mut others = stewards::people(site, &envelope.steward).await?;
    let tx = site.store.begin().await?;
    if let Some(request) = gift.request {
        tx.close_adoption(request).await?;
    }
    for passed in tx.pass_adoptions(envelope.id, now).await? {
        others.extend(site.store.person(passed.person).await?);
    }
    let signature = Signature { author: gift.asker.to_string(), reviewer: gift.reviewer.clone(), note: None, at: now };
    tx.set_steward(&envelope.key, gift.steward, &signature).await?;
    let details = json!({"before": envelope.steward.to_string(), "after": gift.steward.to_string()});
    tx.add_audit(&gift.actor.to_string(), Audited::StewardSet.code(), &envelope.key.to_string(), &details, now).await?;
    for person in &keepers {
        let buttons = links(&tx, person, (&envelope.key, envelope.revision + 1), now).await?;
        let question = Question { words: "mail-adoption-question", buttons };
        inform(site, &tx, person, gift.record, "notice-adoption-yours", Some(&question)).await?;
    }
    let mut told: Vec<PersonId> = keepers.iter().map(|person| person.id).chain([gift.actor]).collect();
    for person in &others {
        if !told.contains(&person.id) {
            told.push(person.id);
            inform(site, &tx, person, gift.record, "notice-adoption-passed", None).await?;
        }
    }
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(())
}

async fn inform(site: &Site, tx: &Tx, person: &Person, record: &Record, message: &str, question: Option<&Question>) -> Result<(), PageError> {
    let (arguments, path) = ([("title", record.body.title().best(person.locale).1)], link::record_path(&record.envelope.key));
    let telling = Telling { topic: Topic::Freshness, message, arguments: &arguments, path: &path };
    tell_and_ask(site, tx, person, &telling, question, site.now()).await
}

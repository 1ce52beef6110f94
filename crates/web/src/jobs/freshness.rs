//! Mails to stewards about records whose light has changed: one mail for each person a day, with all that is new to them.
//!
//! How far the change log was read is kept with the mails in one transaction, so that a crash neither loses nor doubles any.

use std::collections::BTreeMap;
use std::sync::Arc;

use ayni_domain::change::Change;
use ayni_domain::job::Mark;
use ayni_domain::notice::{Frequency, Notice, Topic};
use ayni_domain::token::Purpose;
use ayni_domain::{Light, Locale, Person, PersonId, Record, RecordKey, State};
use ayni_store::change::Subject;
use ayni_store::token::NewToken;
use ayni_store::{Secret, StoreError, Tx};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::format;
use crate::mail::Letter;
use crate::message::message;
use crate::page::renew::Act;
use crate::site::Site;
use crate::stewards;

/// Entries of the change log that are read together.
const BATCH: u64 = 1_000;
/// So many records are asked about one by one, with three buttons each; more become a list.
const FEW: usize = 3;
/// Most records of a list: a mail stays small on any line, and who looks after more has a page for it.
const LISTED: usize = 12;
/// Longest title in a mail, in characters.
const LONGEST_TITLE: usize = 120;

/// What one person is asked about.
struct Asked {
    person: Person,
    frequency: Frequency,
    records: Vec<Arc<Record>>,
}

/// Writes to all stewards of records whose light has changed since the last run.
pub(super) async fn mail(site: &Site) -> Result<String, StoreError> {
    let from = site.store.mark(Mark::FreshnessReadUpTo).await?.as_i64().unwrap_or(0);
    let (records, reached) = aged(site, from).await?;
    if reached == from {
        return Ok(String::new());
    }
    let asked = by_person(site, records).await?;
    let now = site.now();
    let tx = site.store.begin().await?;
    for asked in &asked {
        tell(site, &tx, asked, now).await?;
    }
    tx.keep_mark(Mark::FreshnessReadUpTo, &json!(reached)).await?;
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(format!("{} people asked", asked.len()))
}

/// Records that aged after an entry of the change log and are still to be looked at, the longest due first, and the last entry.
async fn aged(site: &Site, from: i64) -> Result<(Vec<Arc<Record>>, i64), StoreError> {
    let (mut reached, mut ids) = (from, Vec::<Uuid>::new());
    loop {
        let entries = site.store.changes_since(reached, BATCH).await?;
        let Some(last) = entries.last() else { break };
        reached = last.seq;
        ids.extend(entries.iter().filter(|entry| entry.change == Change::Aged).filter_map(|entry| match entry.subject {
            Subject::Record { id, .. } => Some(id),
            Subject::Concept(_) | Subject::Setting(_) => None,
        }));
    }
    ids.sort_unstable();
    ids.dedup();
    let mut records = site.store.reload(&ids).await?;
    records.retain(|record| record.envelope.state == State::Published && record.envelope.light != Light::Green);
    records.sort_by_key(|record| record.envelope.review_on);
    Ok((records, reached))
}

async fn by_person(site: &Site, records: Vec<Arc<Record>>) -> Result<Vec<Asked>, StoreError> {
    let mut by_steward: BTreeMap<String, Vec<Arc<Record>>> = BTreeMap::new();
    for record in records {
        by_steward.entry(record.envelope.steward.to_string()).or_default().push(record);
    }
    let mut by_person: BTreeMap<PersonId, Asked> = BTreeMap::new();
    for records in by_steward.into_values() {
        let Some(first) = records.first() else { continue };
        for person in stewards::people(site, &first.envelope.steward).await? {
            let frequency = site.store.preferences(person.id.0).await?.get(&Topic::Freshness).copied();
            let frequency = Topic::Freshness.frequency(frequency);
            let asked = by_person.entry(person.id).or_insert_with(|| Asked { person, frequency, records: Vec::new() });
            asked.records.extend(records.iter().cloned());
        }
    }
    Ok(by_person.into_values().collect())
}

/// Mails it, or where the person wants no mail of this sort today, leaves a notice.
async fn tell(site: &Site, tx: &Tx, asked: &Asked, now: Timestamp) -> Result<(), StoreError> {
    let person = &asked.person;
    let count = asked.records.len().to_string();
    let wants_mail = matches!(asked.frequency, Frequency::AtOnce | Frequency::Daily);
    let Some(email) = person.email.as_ref().filter(|_| wants_mail) else {
        let arguments = Map::from_iter([("n".to_owned(), Value::from(count))]);
        if let Ok(notice) = Notice::new(person.id.0, Topic::Freshness, "notice-freshness", arguments, "/due") {
            tx.add_notice(&notice, now).await?;
        }
        return Ok(());
    };
    let locale = person.locale;
    let mut letter = Letter::new(site, locale, Topic::Freshness).paragraph("mail-freshness-text", &[]);
    if asked.records.len() <= FEW {
        for record in &asked.records {
            let (title, light) = (title(record, locale), light(record, locale));
            let date = format::day(locale, record.envelope.review_on);
            letter = letter.paragraph("mail-freshness-record", &[("title", &title), ("light", &light), ("date", &date)]);
            for (button, path) in links(tx, person, (&record.envelope.key, record.envelope.revision), now).await? {
                letter = letter.button(button, &path);
            }
        }
    } else {
        let mut items = Vec::new();
        for record in asked.records.iter().take(LISTED) {
            items.push((
                format!("{}: {}", title(record, locale), light(record, locale)),
                link(tx, person, (&record.envelope.key, record.envelope.revision), None, now).await?,
            ));
        }
        letter = letter.list(items);
        if asked.records.len() > LISTED {
            letter = letter.paragraph("mail-freshness-more", &[("n", &(asked.records.len() - LISTED).to_string())]);
        }
        letter = letter.button("mail-freshness-all", &format!("/{locale}/due"));
    }
    let letter = letter.paragraph("mail-freshness-else", &[]);
    let mail = match asked.records.as_slice() {
        [one] => letter.to(email, Some(person.id), "mail-freshness-subject", &[("title", &title(one, locale))]),
        _ => letter.to(email, Some(person.id), "mail-freshness-subject-many", &[("n", &count)]),
    };
    tx.add_mail(&mail, now).await?;
    Ok(())
}

fn title(record: &Record, locale: Locale) -> String {
    record.body.title().best(locale).1.chars().take(LONGEST_TITLE).collect()
}

fn light(record: &Record, locale: Locale) -> String {
    message(locale, &format!("freshness-{}", record.envelope.light), &[])
}

/// What a person can do about a revision of a record from a mail: keys of the words on buttons, with paths that work once.
pub(crate) async fn links(tx: &Tx, person: &Person, about: (&RecordKey, u32), now: Timestamp) -> Result<Vec<(&'static str, String)>, StoreError> {
    let mut links = Vec::with_capacity(Act::ALL.len());
    for act in Act::ALL {
        links.push((act.button(), link(tx, person, about, Some(act), now).await?));
    }
    Ok(links)
}

/// Path of a page that works once, for one person, about a revision of a record: for one step, or for the one that they choose.
async fn link(tx: &Tx, person: &Person, (key, revision): (&RecordKey, u32), act: Option<Act>, now: Timestamp) -> Result<String, StoreError> {
    let secret = Secret::random()?;
    let token = NewToken {
        purpose: Purpose::Freshness,
        subject: json!({"record": key.to_string(), "revision": revision, "act": act.map(Act::code)}),
        person: Some(person.id),
        expires_at: Purpose::Freshness.expires_at(now),
    };
    tx.make_token(&secret.hash(), &token, now).await?;
    Ok(format!("/{}/renew/{secret}", person.locale))
}

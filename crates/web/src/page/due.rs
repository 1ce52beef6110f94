//! Records in one's care that are due to be looked at: one button each says that they are still true.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::mandate::Capacity;
use ayni_domain::permission::{may_confirm, may_withdraw};
use ayni_domain::{Record, RecordKey};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::renew::{signature, subject};
use crate::page::{Fields, PageResult, Reader, html, own_path, see_other};
use crate::stewards::stewards_of;
use crate::view::{Cx, Link, RecordLink, light};
use crate::who::Member;
use crate::{format, link};

/// Most records on the page; who has answered sees the next.
const SHOWN: usize = 50;

struct DueView {
    record: RecordLink,
    kind: String,
    key: String,
    light: String,
    since: String,
    withdraw: Option<String>,
}

#[derive(Template)]
#[template(path = "due.html")]
struct DuePage {
    cx: Cx,
    crumbs: Vec<Link>,
    records: Vec<DueView>,
}

/// `GET /{lang}/due`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member) -> PageResult {
    let actor = cx.who.actor();
    let view = |record: &Arc<Record>| DueView {
        record: cx.record_link(record),
        kind: cx.t(&format!("kind-{}", record.envelope.key.kind)),
        key: record.envelope.key.to_string(),
        light: light(cx, record.envelope.light),
        since: cx.t1("due-since", "date", &format::day(cx.locale, record.envelope.review_on)),
        withdraw: may_withdraw(actor, subject(record)).then(|| format!("{}/withdrawal", link::record(cx.locale, &record.envelope.key))),
    };
    let records = in_care(cx, member).await?.iter().map(view).collect();
    html(&DuePage { crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))], records, cx: cx.clone() })
}

/// Records that a member looks after and that are due, the longest due first.
async fn in_care(cx: &Cx, member: &Member) -> Result<Vec<Arc<Record>>, PageError> {
    let mut records = Vec::new();
    for steward in &stewards_of(&member.standing, &[Capacity::FocalPoint]) {
        records.extend(cx.site.store.due(Some(steward), cx.site.today(), None, SHOWN as u64).await?);
    }
    records.sort_by_key(|record| record.envelope.review_on);
    records.truncate(SHOWN);
    Ok(records)
}

/// `POST /{lang}/due`: the record that is named is still true.
pub(crate) async fn confirm(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    let key = RecordKey::parse(fields.get("record")).ok_or(PageError::NotFound)?;
    let record = cx.site.store.find(&key).await?.filter(|record| may_confirm(cx.who.actor(), subject(record))).ok_or(PageError::NotFound)?;
    let now = cx.site.now();
    let tx = cx.site.store.begin().await?;
    tx.confirm(&key, &signature(member.person.id, &record, None, now)).await?;
    tx.commit().await?;
    Ok(see_other(own_path(fields.get("next")).unwrap_or(&cx.href("/due"))))
}

/// One line for all records that wait, since the day on which the first was due.
pub(crate) async fn duties(cx: &Cx, member: &Member) -> Result<Vec<Duty>, PageError> {
    let records = in_care(cx, member).await?;
    let Some(first) = records.first() else { return Ok(Vec::new()) };
    let since = first.envelope.review_on.to_zoned_datetime(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp());
    Ok(vec![Duty { since, text: cx.n("duty-due", records.len()), href: cx.href("/due") }])
}

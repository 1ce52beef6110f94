//! Withdrawing a record: its page says from then on that it was withdrawn, and why.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::permission::may_withdraw;
use ayni_domain::read::free_text;
use ayni_domain::{Kind, Record};

use crate::error::PageError;
use crate::link;
use crate::page::record::find;
use crate::page::renew::{said, signature, subject};
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::view::{Cx, Link, RecordLink};

#[derive(Template)]
#[template(path = "withdrawal.html")]
struct WithdrawalPage {
    cx: Cx,
    crumbs: Vec<Link>,
    record: RecordLink,
    reason: String,
    problem: Option<String>,
}

/// `GET /{lang}/{kind path}/{slug}/withdrawal`
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>) -> Response<Body> {
    let result = match withdrawable(&reader.0, kind, &slug).await {
        Ok(record) => show(&reader.0, &record, "", None),
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn withdrawable(cx: &Cx, kind: Kind, slug: &str) -> Result<Arc<Record>, PageError> {
    let record = find(&cx.site, kind, slug, cx).await?;
    if may_withdraw(cx.who.actor(), subject(&record)) { Ok(record) } else { Err(PageError::NotFound) }
}

fn show(cx: &Cx, record: &Record, reason: &str, problem: Option<String>) -> PageResult {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = WithdrawalPage { crumbs: Vec::new(), record: cx.record_link(record), reason: reason.to_owned(), problem, cx: cx.clone() };
    Ok(page(status, shown.render()?))
}

/// `POST /{lang}/{kind path}/{slug}/withdrawal`
pub(crate) async fn post(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = write(&reader, kind, &slug, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, kind: Kind, slug: &str, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let record = withdrawable(cx, kind, slug).await?;
    let reason = match free_text(fields.get("reason")) {
        Ok(reason) => reason,
        Err(problem) => return show(cx, &record, fields.get("reason"), Some(said(cx, &problem))),
    };
    let tx = cx.site.store.begin().await?;
    tx.withdraw(&record.envelope.key, &reason, &signature(member.person.id, &record, None, cx.site.now())).await?;
    tx.commit().await?;
    Ok(see_other(&link::record(cx.locale, &record.envelope.key)))
}

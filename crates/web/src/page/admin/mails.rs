//! Mails: what is on its way, what left, what did not; and, without a mail server, the mails themselves.
//!
//! Links in mails let people in. They are shown without their secrets: an administrator who could read them could become anybody.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use ayni_domain::audit::Audited;
use ayni_domain::outbox::MailState;
use ayni_mail::{Folder, ReadMail, Transport};
use ayni_store::outbox::OutboxEntry;
use serde_json::json;
use uuid::Uuid;

use super::{before, crumbs};
use crate::error::PageError;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, html, see_other};
use crate::view::{Cx, Link};
use crate::{audit, format, link};

/// Mails on one page.
const SHOWN: usize = 50;

struct MailRow {
    id: String,
    at: String,
    to: String,
    subject: String,
    topic: String,
    state: String,
    /// How often it was tried, and why it did not leave.
    tried: Option<String>,
    problem: Option<String>,
    failed: bool,
    /// Where it can be looked at.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "admin_mails.html")]
struct MailsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    states: Vec<Link>,
    /// This page, to come back to.
    here: String,
    /// The folder with the mails, without a mail server.
    folder: Option<String>,
    mails: Vec<MailRow>,
    more: Option<String>,
}

fn folder(cx: &Cx) -> Option<&Folder> {
    match &cx.site.settings.mail.transport {
        Transport::Folder(folder) => Some(folder),
        Transport::Smtp(_) | Transport::Memory(_) => None,
    }
}

/// `GET /{lang}/admin/mails?state=&before=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = list(&reader.0, &Fields(pairs)).await;
    reader.answer(result)
}

async fn list(cx: &Cx, asked: &Fields) -> PageResult {
    let state = match asked.get("state") {
        "" => None,
        code => Some(MailState::parse(code).ok_or(PageError::NotFound)?),
    };
    let mut mails = cx.site.store.mails(state, before(asked.get("before"))?, SHOWN as u64 + 1).await?;
    let goes_on = mails.len() > SHOWN;
    mails.truncate(SHOWN);
    let path = cx.href("/admin/mails");
    let code = state.map_or("", MailState::code);
    let last = mails.last().map(|mail| mail.id.to_string()).filter(|_| goes_on);
    let states = std::iter::once(None).chain(MailState::ALL.iter().copied().map(Some)).map(|own| Link {
        href: format!("{path}{}", link::query([("state", own.map_or("", MailState::code))])),
        text: cx.t(&own.map_or_else(|| "mails-all".to_owned(), |own| format!("mails-{own}"))),
        current: own == state,
    });
    html(&MailsPage {
        crumbs: crumbs(cx),
        menu: cx.admin_menu(),
        states: states.collect(),
        here: format!("{path}{}", cx.query),
        folder: folder(cx).map(|folder| folder.place().display().to_string()),
        mails: mails.into_iter().map(|mail| row(cx, mail)).collect(),
        more: last.map(|last| format!("{path}{}", link::query([("state", code), ("before", last.as_str())]))),
        cx: cx.clone(),
    })
}

fn row(cx: &Cx, mail: OutboxEntry) -> MailRow {
    let is_there = mail.state == MailState::Sent && folder(cx).is_some();
    MailRow {
        href: is_there.then(|| cx.href(&format!("/admin/mails/{}", mail.id))),
        id: mail.id.to_string(),
        at: format::minute(cx.locale, mail.at),
        to: mail.to,
        subject: mail.subject,
        topic: cx.t(&format!("unsubscribe-{}", mail.topic)),
        state: cx.t(&format!("mail-{}", mail.state)),
        tried: (mail.attempts > 0 && mail.state != MailState::Sent).then(|| cx.n("mails-tried", u64::from(mail.attempts))),
        problem: mail.problem,
        failed: mail.state == MailState::Failed,
    }
}

/// `POST /{lang}/admin/mails`: lets a mail that was given up be tried again.
pub(crate) async fn retry(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader.0, &fields).await;
    reader.answer(result)
}

async fn write(cx: &Cx, fields: &Fields) -> PageResult {
    let id = Uuid::parse_str(fields.get("mail")).map_err(|_| PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    if tx.retry_mail(id, cx.site.now()).await? {
        audit::note(cx, &tx, Audited::MailRetried, &id.to_string(), &json!({})).await?;
    }
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    let back = crate::page::own_path(fields.get("next")).map_or_else(|| cx.href("/admin/mails"), str::to_owned);
    Ok(see_other(&back))
}

#[derive(Template)]
#[template(path = "admin_mail.html")]
struct MailPage {
    cx: Cx,
    crumbs: Vec<Link>,
    mail: ReadMail,
    file: String,
}

/// `GET /{lang}/admin/mails/{id}`: a mail in the folder, without the secrets in its links.
pub(crate) async fn look(reader: Reader, Path((_, id)): Path<(String, String)>) -> Response<Body> {
    let result = read(&reader.0, &id).await;
    reader.answer(result)
}

async fn read(cx: &Cx, id: &str) -> PageResult {
    let (folder, id) = folder(cx).cloned().zip(Uuid::parse_str(id).ok()).ok_or(PageError::NotFound)?;
    let file = folder.place().join(format!("{id}.eml")).display().to_string();
    let bytes = tokio::task::spawn_blocking(move || folder.read(id)).await.map_err(std::io::Error::other).flatten();
    let bytes = bytes.unwrap_or_else(|error| {
        tracing::error!(%error, "a mail in the folder cannot be read");
        None
    });
    let mail = ReadMail::new(&bytes.ok_or(PageError::NotFound)?);
    let crumbs = crumbs(cx).into_iter().chain([Link::new(cx.href("/admin/mails"), cx.t("admin-mails"))]).collect();
    html(&MailPage { crumbs, mail, file, cx: cx.clone() })
}

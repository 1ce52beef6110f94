//! Notices: what happened that concerns the reader, the newest first.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use ayni_store::notice::Entry;
use uuid::Uuid;

use crate::error::PageError;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html, see_other};
use crate::tell::plain;
use crate::view::{Cx, Link};
use crate::who::Member;
use crate::{format, link, message};

/// Notices on a page.
const ON_A_PAGE: u64 = 30;

struct NoticeView {
    id: String,
    text: String,
    at: String,
    unread: bool,
}

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    cx: Cx,
    crumbs: Vec<Link>,
    notices: Vec<NoticeView>,
    unread: u64,
    older: Option<String>,
}

/// `GET /{lang}/notices?before=`
pub(crate) async fn list(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let before = pairs.iter().find(|(name, _)| name == "before").and_then(|(_, id)| Uuid::parse_str(id).ok());
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member, before).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member, before: Option<Uuid>) -> PageResult {
    let mut inbox = cx.site.store.notices(member.person.id.0, before, ON_A_PAGE + 1).await?;
    let goes_on = inbox.entries.len() as u64 > ON_A_PAGE;
    inbox.entries.truncate(ON_A_PAGE as usize);
    let last = inbox.entries.last().filter(|_| goes_on).map(|entry| entry.id.to_string());
    html(&NoticesPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        notices: inbox.entries.iter().map(|entry| view(cx, entry)).collect(),
        unread: inbox.unread,
        older: last.map(|id| format!("{}{}", cx.href("/notices"), link::query([("before", id.as_str())]))),
        cx: cx.clone(),
    })
}

fn view(cx: &Cx, entry: &Entry) -> NoticeView {
    NoticeView { id: entry.id.to_string(), text: words(cx, entry), at: format::moment(cx.locale, entry.at), unread: entry.read_at.is_none() }
}

/// What a notice says. One of an earlier version of the program may have a message that this one does not know.
fn words(cx: &Cx, entry: &Entry) -> String {
    let notice = &entry.notice;
    if !message::exists(cx.locale, notice.message()) {
        return cx.t("notices-other");
    }
    let texts: Vec<(&str, String)> = notice.arguments().iter().map(|(name, value)| (name.as_str(), plain(value))).collect();
    let arguments: Vec<(&str, &str)> = texts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    cx.tn(notice.message(), &arguments)
}

/// `POST /{lang}/notices/{id}`: notes that it is read, and leads to where there is more.
pub(crate) async fn open(reader: Reader, Path((_, id)): Path<(String, String)>) -> Response<Body> {
    let result = read(&reader, &id).await;
    reader.answer(result)
}

async fn read(reader: &Reader, id: &str) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let person = member.person.id.0;
    let id = Uuid::parse_str(id).map_err(|_| PageError::NotFound)?;
    let entry = cx.site.store.notice(person, id).await?.ok_or(PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    tx.read_notices(person, &[id], cx.site.now()).await?;
    tx.commit().await?;
    Ok(see_other(&cx.href(entry.notice.path())))
}

/// `POST /{lang}/notices`: notes that all of them are read.
pub(crate) async fn read_all(reader: Reader) -> Response<Body> {
    let result = note_all(&reader).await;
    reader.answer(result)
}

async fn note_all(reader: &Reader) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let tx = cx.site.store.begin().await?;
    tx.read_all_notices(member.person.id.0, cx.site.now()).await?;
    tx.commit().await?;
    Ok(see_other(&cx.href("/notices")))
}

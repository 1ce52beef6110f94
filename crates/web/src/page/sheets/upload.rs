//! Bringing a spreadsheet: it is read, kept for a day, and shown with what it would change. Nothing else happens yet.

use axum::body::Body;
use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::http::{Response, StatusCode};
use ayni_domain::Kind;
use ayni_domain::sheet::MOST_ROWS;
use ayni_store::sheet::SheetUpload;
use bytes::Bytes;
use uuid::Uuid;

use super::words::unreadable;
use super::{LARGEST_FILE, read, start};
use crate::format;
use crate::page::{PageResult, Reader, see_other};
use crate::view::Cx;
use crate::who::Member;

/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// What the form sent.
#[derive(Default)]
struct Sent {
    kind: String,
    name: String,
    content: Bytes,
}

/// Why it did not arrive.
enum Lost {
    TooLarge,
    Broken,
}

impl From<MultipartError> for Lost {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::Broken }
    }
}

/// `POST /{lang}/sheets`
pub(crate) async fn post(reader: Reader, form: Result<Multipart, MultipartRejection>) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => take(&reader.0, &member, form).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn take(cx: &Cx, member: &Member, form: Result<Multipart, MultipartRejection>) -> PageResult {
    let received = match form {
        Ok(form) => receive(form).await,
        Err(_) => Err(Lost::Broken),
    };
    let sent = match received {
        Ok(sent) if sent.content.len() > LARGEST_FILE => Err(Lost::TooLarge),
        other => other,
    };
    let sent = match sent {
        Ok(sent) => sent,
        Err(Lost::TooLarge) => {
            let most = format::size(cx.locale, LARGEST_FILE as u64);
            return start(cx, member, Some(cx.t1("sheets-error-large", "most", &most)), "").await;
        }
        Err(Lost::Broken) => return start(cx, member, Some(cx.t("sheets-error-broken")), "").await,
    };
    let refuse = async |problem: String| start(cx, member, Some(problem), &sent.kind).await;
    if sent.content.is_empty() {
        return refuse(cx.t("sheets-error-none")).await;
    }
    let kind = Kind::parse(&sent.kind);
    match read(sent.content.clone(), sent.name.clone(), kind).await {
        Err(error) => refuse(unreadable(cx, &error)).await,
        Ok(reading) if reading.rows.is_empty() => refuse(cx.t("sheets-error-nothing")).await,
        Ok(reading) if reading.rows.len() > MOST_ROWS => {
            let most = format::number(cx.locale, MOST_ROWS as u64);
            refuse(cx.t1("sheets-error-rows", "most", &most)).await
        }
        Ok(_) => keep(cx, member, &sent, kind).await,
    }
}

async fn keep(cx: &Cx, member: &Member, sent: &Sent, kind: Option<Kind>) -> PageResult {
    let store = &cx.site.store;
    let hash = store.blobs().put(sent.content.clone()).await?;
    let upload = SheetUpload { id: Uuid::now_v7(), person: member.person.id, kind, name: sent.name.clone(), hash, at: cx.site.now() };
    let tx = store.begin().await?;
    let gone = tx.add_sheet_upload(&upload).await?;
    tx.commit().await?;
    if !gone.is_empty() {
        store.forget_files(&gone).await?;
    }
    Ok(see_other(&cx.href(&format!("/sheets/{}", upload.id))))
}

async fn receive(mut form: Multipart) -> Result<Sent, Lost> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("kind") => sent.kind = field.text().await?.trim().to_owned(),
            Some("file") => {
                sent.name = plain_name(field.file_name().unwrap_or_default());
                sent.content = field.bytes().await?;
            }
            _ => {}
        }
    }
    Ok(sent)
}

/// The name of a file without its folders and without what no name should have; its beginning says of which kind the rows are.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

//! Spreadsheets: download records, edit them, bring the file back, see what it would change, hand that in for review.

pub(crate) mod apply;
pub(crate) mod download;
mod plan;
pub(crate) mod show;
pub(crate) mod upload;
mod words;

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_domain::Kind;
use ayni_domain::permission::{Action, may, may_use_sheet};
use ayni_domain::sheet::MOST_ROWS;
use ayni_formats::sheet::{self, ReadError, Reading};
use ayni_store::sheet::SheetUpload;
use uuid::Uuid;

use crate::error::PageError;
use crate::format;
use crate::page::results::Asked;
use crate::page::{PageResult, Reader, page};
use crate::view::{Choice, Cx, Link};
use crate::who::Member;
use download::Ending;

/// Largest file, in bytes.
const LARGEST_FILE: usize = 10_000_000;
/// Largest request with a file, in bytes: around the file stand a few lines.
pub(crate) const LARGEST_REQUEST: usize = LARGEST_FILE + 64 * 1024;

/// What can be had of a kind.
struct KindView {
    name: String,
    templates: Vec<Link>,
    kept: Vec<Link>,
}

struct UploadView {
    href: String,
    name: String,
    at: String,
}

#[derive(Template)]
#[template(path = "sheets.html")]
struct SheetsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    kinds: Vec<KindView>,
    choices: Vec<Choice>,
    uploads: Vec<UploadView>,
    /// What a file may be at most.
    help: String,
    problem: Option<String>,
}

/// `GET /{lang}/sheets`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => start(&reader.0, &member, None, "").await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

/// The page with which spreadsheets begin; `problem` says why something could not be done.
async fn start(cx: &Cx, member: &Member, problem: Option<String>, chosen: &str) -> PageResult {
    let links = |kind: Kind, what: &str| Ending::ALL.map(|ending| Link::new(download::href(cx, kind, what, ending), ending.name().to_owned())).into();
    let kind = |&kind: &Kind| KindView { name: cx.t(&format!("kind-{kind}")), templates: links(kind, "template"), kept: links(kind, "kept") };
    let choice = |&kind: &Kind| Choice { value: kind.code().to_owned(), text: cx.t(&format!("kind-{kind}")), chosen: kind.code() == chosen };
    let upload = |upload: SheetUpload| UploadView {
        href: cx.href(&format!("/sheets/{}", upload.id)),
        name: upload.name,
        at: format::moment(cx.locale, upload.at),
    };
    let (size, rows) = (format::size(cx.locale, LARGEST_FILE as u64), format::number(cx.locale, MOST_ROWS as u64));
    let shown = SheetsPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        kinds: Kind::ALL.iter().map(kind).collect(),
        choices: Kind::ALL.iter().map(choice).collect(),
        uploads: cx.site.store.sheet_uploads_of(member.person.id, cx.site.now()).await?.into_iter().map(upload).collect(),
        help: cx.tn("sheets-file-help", &[("size", &size), ("rows", &rows)]),
        problem,
        cx: cx.clone(),
    };
    let status = if shown.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, shown.render()?))
}

/// Links from a list of records to the same as spreadsheets, for members.
pub(crate) fn list_links(cx: &Cx, kind: Kind, asked: &Asked) -> Vec<Link> {
    if !may(cx.who.actor(), Action::TakePart) {
        return Vec::new();
    }
    let asked = Asked { cursor: None, ..asked.clone() };
    let link = |ending: Ending| Link::new(asked.href(&download::href(cx, kind, "list", ending)), cx.t1("sheets-as", "format", ending.name()));
    Ending::ALL.map(link).into()
}

/// A spreadsheet that the reader brought.
async fn find(cx: &Cx, id: &str) -> Result<SheetUpload, PageError> {
    let id = Uuid::parse_str(id).map_err(|_| PageError::NotFound)?;
    let upload = cx.site.store.sheet_upload(id, cx.site.now()).await?;
    upload.filter(|upload| may_use_sheet(cx.who.actor(), upload.person)).ok_or(PageError::NotFound)
}

/// Reads the rows of a spreadsheet that is kept.
async fn rows_of(cx: &Cx, upload: &SheetUpload) -> Result<Reading, PageError> {
    let content = cx.site.store.blobs().get(&upload.hash).await?.ok_or(PageError::NotFound)?;
    read(content, upload.name.clone(), upload.kind).await.map_err(|error| {
        tracing::error!(%error, "a spreadsheet that was read once cannot be read again");
        PageError::NotFound
    })
}

/// Reads a spreadsheet beside other work: a large one takes a while.
async fn read(content: bytes::Bytes, name: String, kind: Option<Kind>) -> Result<Reading, ReadError> {
    let reading = tokio::task::spawn_blocking(move || sheet::read(&content, &name, kind)).await;
    reading.unwrap_or_else(|error| Err(ReadError::Damaged(error.to_string())))
}

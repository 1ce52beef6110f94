//! What a spreadsheet would change: row by row, before anything happens; and the rows that cannot be taken, as a file to mend.

use std::collections::HashSet;

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{Response, StatusCode};
use ayni_domain::Kind;
use ayni_domain::sheet::{Ground, MOST_DRAFTS, Obstacle};
use ayni_formats::sheet::{Place, Reading, Row, write_refused};
use ayni_store::sheet::SheetUpload;
use uuid::Uuid;

use super::download::{Ending, file};
use super::plan::{Does, Planned, Why, Writing, keys, plan};
use super::words::{note, problem, spot};
use super::{find, rows_of};
use crate::changes::{Change, changes};
use crate::error::PageError;
use crate::page::contribute::organizations;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, page};
use crate::view::{Choice, Cx, Link, Words};
use crate::who::Member;
use crate::{fields, format, link};

/// Refused cells that the page shows; the file has all.
const MOST_SHOWN: usize = 200;
/// Rows up to which all that they say is open to be read.
const FEW: usize = 20;

/// A row that can be handed in.
struct RowView {
    at: usize,
    /// What the form sends for it.
    value: String,
    title: Words,
    place: String,
    /// What it does, and to what.
    does: String,
    record: Option<String>,
    draft: Option<String>,
    changes: Vec<Change>,
    chosen: bool,
    /// Whether it must be looked at again.
    again: bool,
}

/// A cell or row that cannot be taken.
struct RefusedView {
    place: String,
    spot: String,
    value: String,
    problem: String,
    draft: Option<String>,
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    cx: Cx,
    crumbs: Vec<Link>,
    id: Uuid,
    name: String,
    said: Option<String>,
    problem: Option<String>,
    counts: Vec<String>,
    notes: Vec<String>,
    rows: Vec<RowView>,
    /// Whether all that rows say is open.
    open: bool,
    organizations: Vec<Choice>,
    refused: Vec<RefusedView>,
    /// How many refused cells are not shown.
    more: usize,
    /// A file of the refused rows of each kind.
    files: Vec<Link>,
    drafts: Vec<Link>,
}

/// What the page says beside the rows.
#[derive(Default)]
pub(super) struct Shown {
    pub problem: Option<String>,
    /// Rows that were chosen; all, where nothing was.
    pub chosen: Option<HashSet<usize>>,
    /// Rows that must be looked at again.
    pub again: HashSet<usize>,
    /// Drafts that were handed in.
    pub made: usize,
}

/// `GET /{lang}/sheets/{id}?made=`
pub(crate) async fn get(reader: Reader, Path((_, id)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => look(&reader.0, &member, &id, &pairs).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn look(cx: &Cx, member: &Member, id: &str, pairs: &[(String, String)]) -> PageResult {
    let upload = find(cx, id).await?;
    let reading = rows_of(cx, &upload).await?;
    let made = pairs.iter().find(|(name, _)| name == "made").and_then(|(_, made)| made.parse().ok()).unwrap_or(0);
    show(cx, member, &upload, &reading, StatusCode::OK, Shown { made: made.min(MOST_DRAFTS), ..Shown::default() }).await
}

/// The page of a spreadsheet, with what it would change now.
pub(super) async fn show(cx: &Cx, member: &Member, upload: &SheetUpload, reading: &Reading, status: StatusCode, shown: Shown) -> PageResult {
    let planned = planned(cx, member, reading).await?;
    let writings = || planned.iter().filter_map(|row| if let Does::Writes(writing) = &row.does { Some((row, &**writing)) } else { None });
    let count = writings().count();
    let (mut refused, mut more) = (Vec::new(), 0);
    for row in &planned {
        if let Does::Refused { why, draft } = &row.does {
            let views = refusals(cx, row.row, why, *draft);
            let room = MOST_SHOWN - refused.len();
            more += views.len().saturating_sub(room);
            refused.extend(views.into_iter().take(room));
        }
    }
    let page_of = SheetPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/sheets"), cx.t("sheets"))],
        id: upload.id,
        name: upload.name.clone(),
        said: (shown.made > 0).then(|| cx.n("sheet-made", shown.made)),
        problem: shown.problem.clone().or_else(|| (count > MOST_DRAFTS).then(|| too_many(cx, count))),
        counts: counts(cx, &planned),
        notes: reading.notes.iter().map(|own| note(cx, own)).collect(),
        rows: if count > MOST_DRAFTS { Vec::new() } else { writings().map(|(row, writing)| row_view(cx, row, writing, &shown)).collect() },
        open: count <= FEW,
        organizations: organizations(cx, member, "").await?,
        refused,
        more,
        files: files(cx, upload, &planned),
        drafts: planned.iter().filter_map(|row| draft_link(cx, row)).collect(),
        cx: cx.clone(),
    };
    Ok(page(status, page_of.render()?))
}

async fn planned<'a>(cx: &Cx, member: &Member, reading: &'a Reading) -> Result<Vec<Planned<'a>>, PageError> {
    let there = cx.site.store.there(&keys(&reading.rows)).await?;
    Ok(plan(cx.who.actor(), member.person.id, &reading.rows, &there))
}

/// That more rows would change something than can be handed in at once.
pub(super) fn too_many(cx: &Cx, count: usize) -> String {
    let (number, most) = (format::number(cx.locale, count as u64), format::number(cx.locale, MOST_DRAFTS as u64));
    cx.tn("sheet-too-many", &[("number", &number), ("most", &most)])
}

fn counts(cx: &Cx, planned: &[Planned<'_>]) -> Vec<String> {
    let count = |of: fn(&Does) -> bool| planned.iter().filter(|row| of(&row.does)).count();
    let is_new = |does: &Does| matches!(does, Does::Writes(writing) if writing.ground == Ground::Nothing);
    let is_change = |does: &Does| matches!(does, Does::Writes(writing) if writing.ground != Ground::Nothing);
    vec![
        cx.n("sheet-count-new", count(is_new)),
        cx.n("sheet-count-changed", count(is_change)),
        cx.n("sheet-count-unchanged", count(|does| matches!(does, Does::Nothing { .. }))),
        cx.n("sheet-count-refused", count(|does| matches!(does, Does::Refused { .. }))),
    ]
}

fn row_view(cx: &Cx, row: &Planned<'_>, writing: &Writing, shown: &Shown) -> RowView {
    let does = match writing.ground {
        Ground::Nothing => "sheet-row-new",
        Ground::Record(_) => "sheet-row-changed",
        Ground::Draft { .. } => "sheet-row-draft",
    };
    let is_published = writing.draft.as_ref().map_or(writing.ground != Ground::Nothing, |draft| draft.revises.is_some());
    let again = shown.again.contains(&row.at);
    RowView {
        at: row.at,
        value: format!("{}.{}", row.at, writing.ground),
        title: fields::title(cx, &writing.after).unwrap_or_default(),
        place: place(cx, row.row.place()),
        does: cx.t1(does, "record", &writing.key.to_string()),
        record: is_published.then(|| link::record(cx.locale, &writing.key)),
        draft: writing.draft.as_ref().map(|draft| draft_href(cx, draft.id)),
        changes: changes(cx, writing.key.kind, &writing.differences),
        chosen: shown.chosen.as_ref().map_or(!again, |chosen| chosen.contains(&row.at)),
        again,
    }
}

fn place(cx: &Cx, place: &Place) -> String {
    let row = place.row.to_string();
    match &place.sheet {
        Some(sheet) => cx.tn("sheet-place-in", &[("row", &row), ("sheet", sheet)]),
        None => cx.t1("sheet-place", "row", &row),
    }
}

fn draft_href(cx: &Cx, draft: Uuid) -> String {
    cx.href(&format!("/drafts/{draft}"))
}

/// What is wrong with a row, a line for each thing.
fn refusals(cx: &Cx, row: &Row, why: &Why, draft: Option<Uuid>) -> Vec<RefusedView> {
    let draft = draft.map(|draft| draft_href(cx, draft));
    let place = place(cx, row.place());
    let whole = |key: &str| {
        let value = row.key().map(|key| key.to_string()).unwrap_or_default();
        vec![RefusedView { place: place.clone(), spot: String::new(), value, problem: cx.t(key), draft: draft.clone() }]
    };
    match why {
        Why::Obstacle(Obstacle::Withdrawn) => whole("sheet-obstacle-withdrawn"),
        Why::Obstacle(Obstacle::Taken) => whole("sheet-obstacle-taken"),
        Why::NothingNew => whole("sheet-nothing-new"),
        Why::Issues(issues) => issues
            .iter()
            .map(|issue| RefusedView {
                place: place.clone(),
                spot: spot(cx, issue),
                value: issue.issue.value.clone(),
                problem: problem(cx, issue),
                draft: draft.clone(),
            })
            .collect(),
    }
}

/// The draft that says already what a row says.
fn draft_link(cx: &Cx, row: &Planned<'_>) -> Option<Link> {
    let Does::Nothing { draft: Some(draft) } = row.does else { return None };
    let text = row.row.key().map(|key| key.to_string()).unwrap_or_default();
    Some(Link::new(draft_href(cx, draft), text))
}

/// For each kind with refused rows the file of them.
fn files(cx: &Cx, upload: &SheetUpload, planned: &[Planned<'_>]) -> Vec<Link> {
    let path = cx.href(&format!("/sheets/{}/refused", upload.id));
    let has = |kind: &&Kind| planned.iter().any(|row| row.row.kind() == **kind && matches!(row.does, Does::Refused { .. }));
    let file = |kind: &Kind| {
        let text = cx.t1("sheet-refused-file", "kind", &cx.t(&format!("list-{}", kind.plural())));
        Link::new(format!("{path}{}", link::query([("kind", kind.code())])), text)
    };
    Kind::ALL.iter().filter(has).map(file).collect()
}

/// `GET /{lang}/sheets/{id}/refused?kind=`: the refused rows of a kind, with what is wrong in a last column.
pub(crate) async fn refused(reader: Reader, Path((_, id)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let kind = pairs.iter().find(|(name, _)| name == "kind").and_then(|(_, code)| Kind::parse(code));
    let result = match (reader.member(), kind) {
        (Ok(member), Some(kind)) => give_refused(&reader.0, &member, &id, kind).await,
        (Err(error), _) => Err(error),
        (Ok(_), None) => Err(PageError::NotFound),
    };
    reader.answer(result)
}

async fn give_refused(cx: &Cx, member: &Member, id: &str, kind: Kind) -> PageResult {
    let upload = find(cx, id).await?;
    let reading = rows_of(cx, &upload).await?;
    let planned = planned(cx, member, &reading).await?;
    let reason = |view: &RefusedView| if view.spot.is_empty() { view.problem.clone() } else { format!("{}: {}", view.spot, view.problem) };
    let rows: Vec<(&Row, String)> = planned
        .iter()
        .filter(|row| row.row.kind() == kind)
        .filter_map(|row| {
            let Does::Refused { why, draft } = &row.does else { return None };
            Some((row.row, refusals(cx, row.row, why, *draft).iter().map(reason).collect::<Vec<_>>().join("\n")))
        })
        .collect();
    if rows.is_empty() {
        return Err(PageError::NotFound);
    }
    let mut content = Vec::new();
    write_refused(&mut content, &rows).map_err(|error| {
        tracing::error!(%error, "refused rows could not be written");
        PageError::NotFound
    })?;
    Ok(file(kind, Ending::Csv, content))
}

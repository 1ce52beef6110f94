//! A draft as it reads while it cannot be changed: in review, published, declined, laid aside, or somebody else's.

use askama::Template;
use axum::http::StatusCode;
use ayni_domain::draft::DraftState;
use ayni_domain::permission::{may_abandon_draft, may_edit_draft};
use ayni_store::draft::Draft;

use super::edit::{StepView, comments, marks, revised, step_views};
use super::files::{self, DraftFileView};
use crate::fields::{Line, lines, place};
use crate::form::field;
use crate::form::read::get;
use crate::form::show::CommentView;
use crate::link;
use crate::names::Names;
use crate::page::review::{subject, title};
use crate::page::{PageResult, page as answer};
use crate::view::{Cx, Link, Words};

/// A field with what it says.
struct Told {
    label: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "draft_read.html")]
struct ReadPage {
    cx: Cx,
    crumbs: Vec<Link>,
    title: Words,
    id: String,
    state: String,
    next: String,
    marks: Vec<String>,
    revises: Option<Link>,
    became: Option<Link>,
    alert: Option<String>,
    told: Vec<Told>,
    files: Vec<DraftFileView>,
    steps: Vec<StepView>,
    may_take_back: bool,
    may_resume: bool,
    may_abandon: bool,
    may_answer: bool,
    /// Comments of reviewers on fields that are not settled.
    open: Vec<OpenComment>,
}

/// A comment that can be answered, with the name of its place.
struct OpenComment {
    place: String,
    comment: CommentView,
}

/// The page; with `problem` the answer to something that could not be done.
pub(super) async fn page(cx: &Cx, draft: &Draft, problem: Option<String>) -> PageResult {
    let steps = cx.site.store.steps(draft.id).await?;
    let people = Names::of(&cx.site, cx.who.actor(), steps.iter().filter_map(|taken| taken.person)).await?;
    let actor = cx.who.actor();
    let may_edit = may_edit_draft(actor, subject(draft));
    let may_answer = may_edit && draft.state.is_open() && draft.submitted_at.is_some();
    let open = comments(cx, draft, &steps, &people).into_iter().filter(|(_, comment)| may_answer && !comment.settled && !comment.own);
    let became = draft.became.and_then(|_| draft.key()).map(|key| Link::new(link::record(cx.locale, &key), cx.t("draft-became")));
    let status = if problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let shown = ReadPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/drafts"), cx.t("drafts"))],
        title: title(cx, draft),
        id: draft.id.to_string(),
        state: cx.t(&format!("draft-state-{}", draft.state)),
        next: cx.t(&format!("draft-next-{}", draft.state)),
        marks: marks(cx, draft).await?,
        revises: revised(cx, draft).await?.0,
        became,
        alert: problem,
        told: told(cx, draft),
        files: files::list(cx, draft).await?,
        steps: step_views(cx, draft.kind, &steps, &people),
        may_take_back: may_edit && draft.state == DraftState::InReview,
        may_resume: may_edit && draft.state == DraftState::Abandoned,
        may_abandon: draft.state.is_open() && may_abandon_draft(actor, subject(draft)),
        may_answer,
        open: open.map(|(path, comment)| OpenComment { place: place(cx, &path), comment }).collect(),
        cx: cx.clone(),
    };
    Ok(answer(status, shown.render()?))
}

/// All that a draft says, in the order of its form.
fn told(cx: &Cx, draft: &Draft) -> Vec<Told> {
    let told = |own: field::Field| {
        let name = own.path.rsplit('.').next().unwrap_or(own.path);
        let lines = lines(cx, draft.kind, name, get(&draft.body, own.path)?);
        Some(Told { label: cx.t(own.label), lines })
    };
    field::all(draft.kind).into_iter().filter_map(told).collect()
}

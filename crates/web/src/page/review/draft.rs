//! One draft as reviewers see it: its text, what it changes, comments, the checklist, and what can be decided.

use std::collections::BTreeMap;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::checklist::{Point, Verdict, open, points};
use ayni_domain::draft::{DraftState, Step};
use ayni_domain::permission::{may_review, may_see_draft};
use ayni_domain::snapshot::{grow, snapshot};
use ayni_domain::{Kind, PersonId};
use ayni_search::{Facet, Request};
use ayni_store::draft::Draft;
use ayni_store::review::{Given, Taken};
use uuid::Uuid;

use super::{days, on, subject, title};
use crate::changes::{Change, changes};
use crate::error::PageError;
use crate::fields::{self, Line};
use crate::link;
use crate::names::{self, Names};
use crate::page::drafts::files::{self, DraftFileView};
use crate::page::{PageResult, Reader, page};
use crate::view::{Choice, Cx, Item, Link, Words, look};

struct FieldView {
    name: String,
    label: String,
    lines: Vec<Line>,
    comments: Vec<CommentView>,
}

struct CommentView {
    seq: u32,
    text: String,
    by: Vec<Link>,
    /// Name of the part of a field that it is about, where it is about a part.
    about: String,
    settled: bool,
}

struct PointView {
    code: &'static str,
    text: String,
    answers: Vec<Choice>,
    note: String,
    /// Whether the answer was about an earlier version of the text.
    earlier: bool,
}

struct StepView {
    text: Vec<Link>,
    words: Option<String>,
}

#[derive(Template)]
#[template(path = "review_draft.html")]
struct DraftPage {
    cx: Cx,
    crumbs: Vec<Link>,
    icon: &'static str,
    class: &'static str,
    kind: String,
    meta: Vec<String>,
    title: Words,
    own: String,
    version: u32,
    fields: Vec<FieldView>,
    files: Vec<DraftFileView>,
    /// For a revision: what it changes, and the record.
    changes: Option<Vec<Change>>,
    record: Option<String>,
    moved_on: bool,
    comments: Vec<CommentView>,
    steps: Vec<StepView>,
    duplicates: Vec<Item>,
    points: Vec<PointView>,
    open: usize,
    in_review: bool,
    may_review: bool,
    problem: Option<String>,
    /// Reason, note or comment that was not taken, so that it is not lost.
    words: String,
    comment: String,
}

/// What was typed and refused.
#[derive(Default)]
pub(super) struct Refused {
    pub problem: String,
    pub words: String,
    pub comment: String,
}

/// The draft at an address, if the reader may see it.
pub(super) async fn find(cx: &Cx, id: &str) -> Result<Draft, PageError> {
    let id = Uuid::parse_str(id).map_err(|_| PageError::NotFound)?;
    let draft = cx.site.store.find_draft(id).await?.ok_or(PageError::NotFound)?;
    let is_seen = draft.submitted_at.is_some() && may_see_draft(cx.who.actor(), subject(&draft));
    if is_seen { Ok(draft) } else { Err(PageError::NotFound) }
}

/// `GET /{lang}/review/{id}`
pub(crate) async fn get(reader: Reader, Path((_, id)): Path<(String, String)>) -> Response<Body> {
    let result = match find(&reader.0, &id).await {
        Ok(draft) => show(&reader.0, &draft, None).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

/// The page of a draft; with what was refused, if anything was.
pub(super) async fn show(cx: &Cx, draft: &Draft, refused: Option<Refused>) -> PageResult {
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, view(cx, draft, refused.unwrap_or_default()).await?.render()?))
}

async fn view(cx: &Cx, draft: &Draft, refused: Refused) -> Result<DraftPage, PageError> {
    let store = &cx.site.store;
    let (steps, answers) = (store.steps(draft.id).await?, store.answers(draft.id).await?);
    let people = steps.iter().filter_map(|step| step.person).chain(draft.writers());
    let names = Names::of(&cx.site, cx.who.actor(), people).await?;
    let (icon, class) = look(draft.kind);
    let record = draft.key().filter(|_| draft.revises.is_some() || draft.state == DraftState::Published);
    let present = match (&record, draft.revises) {
        (Some(key), Some(_)) => store.find(key).await?.map(|record| record.envelope.revision),
        _ => None,
    };
    let in_review = draft.state == DraftState::InReview;
    let given: BTreeMap<_, _> = answers.iter().map(|(point, given)| (*point, given.answer.clone())).collect();
    Ok(DraftPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/review"), cx.t("review"))],
        icon,
        class,
        kind: cx.t(&format!("kind-{}", draft.kind)),
        meta: meta(cx, draft, &names).await?,
        title: title(cx, draft),
        own: cx.href(&format!("/review/{}", draft.id)),
        version: draft.version,
        fields: fields_of(cx, draft, &steps, &names),
        files: files::list(cx, draft).await?,
        changes: match draft.revises {
            Some(_) => Some(changes(cx, draft.kind, &store.draft_changes(draft).await?)),
            None => None,
        },
        record: record.as_ref().map(|key| link::record(cx.locale, key)),
        moved_on: in_review && present.zip(draft.revises).is_some_and(|(present, base)| present != base.revision),
        comments: comments(cx, &steps, &names, |field| field.is_none_or(|field| !draft.body.contains_key(field))),
        steps: steps.iter().filter(|step| step.step != Step::Commented).map(|step| step_view(cx, step, &names)).collect(),
        duplicates: duplicates(cx, draft).await?,
        points: points(draft.kind).into_iter().map(|point| point_view(cx, draft, point, answers.get(&point))).collect(),
        open: open(draft.kind, &given).len(),
        in_review,
        may_review: may_review(cx.who.actor(), subject(draft)),
        problem: Some(refused.problem).filter(|problem| !problem.is_empty()),
        words: refused.words,
        comment: refused.comment,
        cx: cx.clone(),
    })
}

async fn meta(cx: &Cx, draft: &Draft, names: &Names) -> Result<Vec<String>, PageError> {
    let mut meta = vec![cx.t(if draft.revises.is_some() { "review-revision" } else { "review-new" })];
    meta.push(cx.t(&format!("review-state-{}", draft.state)));
    let writers: Vec<String> = draft.writers().into_iter().map(|person| names.or_member(cx, person)).collect();
    meta.push(cx.t1("review-by", "names", &cx.join(&writers)));
    if let Some(slug) = &draft.organization {
        meta.push(cx.t1("review-for", "organization", &names::organization(cx, slug).await?));
    }
    meta.push(cx.t1("review-written-in", "language", &cx.language_name(draft.language.as_str())));
    if draft.state == DraftState::InReview {
        meta.push(cx.n("review-waits", days(draft.since, cx.site.now())));
    }
    Ok(meta)
}

/// The names of all fields of a kind in the order of its form.
fn order(kind: Kind) -> Vec<&'static str> {
    let growth = grow(kind);
    snapshot(kind).iter().flat_map(|question| question.fields).chain(growth.needed).chain(growth.useful).copied().collect()
}

fn fields_of(cx: &Cx, draft: &Draft, steps: &[Taken], names: &Names) -> Vec<FieldView> {
    let order = order(draft.kind);
    let mut own: Vec<_> = draft.body.iter().collect();
    own.sort_by_key(|(name, _)| order.iter().position(|field| *field == name.as_str()).unwrap_or(order.len()));
    let view = |(name, value): (&String, &serde_json::Value)| FieldView {
        name: name.clone(),
        label: fields::name(cx, name),
        lines: fields::lines(cx, draft.kind, name, value),
        comments: comments(cx, steps, names, |field| field == Some(name.as_str())),
    };
    own.into_iter().map(view).collect()
}

/// The comments on fields that a condition holds for; `None` is the whole draft.
fn comments(cx: &Cx, steps: &[Taken], names: &Names, wanted: impl Fn(Option<&str>) -> bool) -> Vec<CommentView> {
    let own = steps.iter().filter(|step| step.step == Step::Commented && wanted(step.field.as_ref().and_then(ayni_domain::path::Path::field)));
    let view = |step: &Taken| CommentView {
        seq: step.seq,
        text: step.words.clone().unwrap_or_default(),
        by: names::linked(cx, &signed(cx, step.person, names, &on(cx, step.at))),
        about: step.field.as_ref().filter(|path| path.segments().len() > 1).map(|path| fields::place(cx, path)).unwrap_or_default(),
        settled: step.resolved.is_some(),
    };
    own.map(view).collect()
}

fn signed(cx: &Cx, person: Option<PersonId>, names: &Names, date: &str) -> String {
    match person {
        Some(person) => cx.tn("review-signed", &[("name", &names.to_link(cx, person)), ("date", date)]),
        None => date.to_owned(),
    }
}

fn step_view(cx: &Cx, step: &Taken, names: &Names) -> StepView {
    let what = cx.t(&format!("review-step-{}", step.step));
    let text = format!("{what} · {}", signed(cx, step.person, names, &on(cx, step.at)));
    StepView { text: names::linked(cx, &text), words: step.words.clone() }
}

fn point_view(cx: &Cx, draft: &Draft, point: Point, given: Option<&Given>) -> PointView {
    let choice = |verdict: &Verdict| Choice {
        value: verdict.code().to_owned(),
        text: cx.t(&format!("review-answer-{verdict}")),
        chosen: given.is_some_and(|given| given.answer.verdict == *verdict),
    };
    PointView {
        code: point.code(),
        text: cx.t(&format!("review-point-{point}")),
        answers: [Verdict::Yes, Verdict::NotApplicable, Verdict::No].iter().map(choice).collect(),
        note: given.and_then(|given| given.answer.note.clone()).unwrap_or_default(),
        earlier: given.is_some_and(|given| given.version < draft.version),
    }
}

/// Records shown as likely duplicates.
const DUPLICATES: usize = 5;

/// Records of the kind that the index finds for the title of something new.
async fn duplicates(cx: &Cx, draft: &Draft) -> Result<Vec<Item>, PageError> {
    let asked = title(cx, draft).plain();
    if draft.revises.is_some() || draft.state == DraftState::Published || fields::title(cx, &draft.body).is_none() {
        return Ok(Vec::new());
    }
    let filters = Facet::Kind.value(draft.kind.code()).map(|value| (Facet::Kind, value)).into_iter().collect();
    let request = Request { query: &asked, locale: draft.language.locale(), filters, limit: DUPLICATES, encoder: true, ..Request::default() };
    let found = cx.site.index.search(&request)?;
    let wanted: Vec<_> = found.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
    Ok(cx.site.store.list(&wanted).await?.iter().map(|record| cx.item(record, None)).collect())
}

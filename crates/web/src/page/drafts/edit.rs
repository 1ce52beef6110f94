//! The page of a draft: its form while it can be changed, else what it says; with what reviewers said and what has happened.

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use ayni_domain::Kind;
use ayni_domain::criterion::Criterion;
use ayni_domain::draft::Step;
use ayni_domain::merge::Conflict;
use ayni_domain::path::Path as FieldPath;
use ayni_domain::permission::{may_abandon_draft, may_edit_draft};
use ayni_domain::read::{Issue, Problem};
use ayni_domain::snapshot::{missing, snapshot};
use ayni_store::draft::Draft;
use ayni_store::review::Taken;
use serde_json::{Map, Value};

use super::files::{self, FilesView, Typed};
use super::{find, name_of};
use crate::error::PageError;
use crate::fields::{self, Line};
use crate::form::field::Widget;
use crate::form::place::{label, place};
use crate::form::show::{CommentView, FieldView, Input, Shown};
use crate::form::{Part, field, words};
use crate::names::{self, Names};
use crate::page::review::{subject, title};
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, page};
use crate::view::{Cx, Link, Words};
use crate::{format, link};

/// Where a new draft of a practice is left when nothing but its beginning is written.
const BESIDES: &str = "original";

struct SectionView {
    heading: Option<String>,
    needed: bool,
    fields: Vec<FieldView>,
}

/// One criterion among all: where it stands, what helps to answer it.
struct CriterionView {
    heading: String,
    help: String,
    example: String,
    all: Vec<CriterionLink>,
}

struct CriterionLink {
    link: Link,
    answered: bool,
}

/// Something that has happened to a draft.
pub(super) struct StepView {
    pub text: String,
    /// What a comment is about.
    pub field: Option<String>,
    pub words: Vec<String>,
}

/// What the record says now in a place that the draft changed as well.
struct NowView {
    label: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "draft.html")]
struct DraftPage {
    cx: Cx,
    crumbs: Vec<Link>,
    title: Words,
    id: String,
    part: &'static str,
    /// Where the button at the end leads.
    next: Option<(&'static str, String)>,
    version: u32,
    state: String,
    marks: Vec<String>,
    revises: Option<Link>,
    behind: bool,
    now: Vec<NowView>,
    tabs: Vec<Link>,
    said: Option<String>,
    alert: Option<String>,
    missing: Vec<Link>,
    /// Fields with comments that are not settled.
    open_comments: Vec<Link>,
    criterion: Option<CriterionView>,
    lead: Option<String>,
    sections: Vec<SectionView>,
    countries: Vec<String>,
    files: Option<FilesView>,
    steps: Vec<StepView>,
    may_abandon: bool,
    /// Whether reviewers have read it once, so that there is somebody to answer.
    reviewed: bool,
}

/// What a page of a form says beside the fields.
#[derive(Default)]
pub(super) struct Notes {
    /// Which part is shown; the one where one would go on, if none is named.
    pub part: Option<Part>,
    /// What was done.
    pub said: Option<String>,
    /// Why something could not be done.
    pub alert: Option<String>,
    /// Whether what is missing is marked as well.
    pub check: bool,
    /// A field that gets room for one entry more.
    pub more: Option<String>,
    /// A file that was not taken.
    pub file: Typed,
    /// Places where the record has changed as well as the draft; what the record says is `mine`.
    pub conflicts: Vec<Conflict>,
}

/// `GET /{lang}/drafts/{id}?part=&more=&saved=`
pub(crate) async fn get(reader: Reader, Path((_, id)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let result = look(&reader.0, &id, &pairs).await;
    reader.answer(result)
}

async fn look(cx: &Cx, id: &str, pairs: &[(String, String)]) -> PageResult {
    let draft = find(cx, id).await?;
    if !may_edit_draft(cx.who.actor(), subject(&draft)) || !draft.state.is_editable() {
        return super::show::page(cx, &draft, None).await;
    }
    let value = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let said = ["merged", "restored", "saved"].into_iter().find(|name| value(name).is_some());
    let notes = Notes {
        part: value("part").and_then(|part| Part::parse(draft.kind, part)),
        said: said.map(|name| cx.t(&format!("draft-{name}"))),
        more: value("more").map(str::to_owned),
        ..Notes::default()
    };
    let text = form(cx, &draft, &draft.body, draft.version, &notes).await?;
    Ok(page(axum::http::StatusCode::OK, text))
}

/// The part in which one would go on.
fn part_of(draft: &Draft, body: &Map<String, Value>) -> Part {
    let first = |field: &String| field == BESIDES || snapshot(draft.kind).iter().any(|question| question.fields.contains(&field.as_str()));
    let is_snapshot = draft.kind == Kind::Practice && draft.revises.is_none() && body.keys().all(first);
    if is_snapshot { Part::Snapshot } else { Part::Full }
}

/// The page of the form of a draft with a body: the kept one, or one that was typed and could not be kept.
pub(super) async fn form(cx: &Cx, draft: &Draft, body: &Map<String, Value>, version: u32, notes: &Notes) -> Result<String, PageError> {
    let part = notes.part.unwrap_or_else(|| part_of(draft, body));
    let steps = cx.site.store.steps(draft.id).await?;
    let people = Names::of(&cx.site, cx.who.actor(), steps.iter().filter_map(|taken| taken.person)).await?;
    let comments = comments(cx, draft, &steps, &people);
    let issues = missing(draft.kind, body, draft.revises.is_some());
    let marked: Vec<Issue> = issues.iter().filter(|issue| notes.check || issue.problem != Problem::Missing).cloned().collect();
    let shown = Shown { cx, kind: draft.kind, language: &draft.language, body, issues: &marked, comments: &comments, more: notes.more.as_deref() };
    let section = |section: crate::form::Section| SectionView {
        heading: section.heading.map(|key| cx.t(key)),
        needed: section.needed,
        fields: section.fields.iter().map(|field| shown.field(field)).collect(),
    };
    let asked = part.sections(draft.kind);
    let has_countries = asked.iter().flat_map(|section| &section.fields).any(|field| names_countries(field.widget));
    let (revises, behind) = revised(cx, draft).await?;
    let shown_page = DraftPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/drafts"), cx.t("drafts"))],
        title: title(cx, draft),
        id: draft.id.to_string(),
        part: part.code(),
        next: next(cx, draft.kind, part),
        version,
        state: cx.t(&format!("draft-state-{}", draft.state)),
        marks: marks(cx, draft).await?,
        revises,
        behind,
        now: notes.conflicts.iter().map(|conflict| now(cx, draft.kind, conflict)).collect(),
        tabs: tabs(cx, draft, part),
        said: notes.said.clone(),
        alert: notes.alert.clone(),
        missing: missing_links(cx, draft, part, &issues),
        open_comments: open_comments(cx, draft, part, &comments),
        criterion: if let Part::Criterion(own) = part { Some(criterion(cx, draft, body, own)) } else { None },
        lead: (part == Part::Snapshot).then(|| cx.t("draft-snapshot-lead")),
        sections: asked.into_iter().map(section).collect(),
        countries: if has_countries { cx.country_choices(None).into_iter().map(|choice| choice.text).collect() } else { Vec::new() },
        files: if part == Part::Full { files::section(cx, draft, &notes.file).await? } else { None },
        steps: step_views(cx, draft.kind, &steps, &people),
        may_abandon: may_abandon_draft(cx.who.actor(), subject(draft)),
        reviewed: draft.submitted_at.is_some(),
        cx: cx.clone(),
    };
    Ok(shown_page.render()?)
}

fn names_countries(widget: Widget) -> bool {
    match widget {
        Widget::Country | Widget::Countries => true,
        Widget::Rows(cells) => cells.iter().any(|cell| names_countries(cell.widget)),
        _ => false,
    }
}

/// Kind, organization and language of a draft.
pub(super) async fn marks(cx: &Cx, draft: &Draft) -> Result<Vec<String>, PageError> {
    let mut marks = vec![cx.t(&format!("kind-{}", draft.kind))];
    if let Some(slug) = &draft.organization {
        marks.push(cx.t1("drafts-for", "organization", &names::organization(cx, slug).await?));
    }
    marks.push(cx.t1("draft-original", "language", &cx.language_name(draft.language.as_str())));
    Ok(marks)
}

/// A link to the record that a draft changes, and whether that has changed since.
pub(super) async fn revised(cx: &Cx, draft: &Draft) -> Result<(Option<Link>, bool), PageError> {
    let (Some(base), Some(key)) = (draft.revises, draft.key()) else { return Ok((None, false)) };
    let Some(record) = cx.site.store.find(&key).await? else { return Ok((None, false)) };
    let title = cx.words(record.body.title()).plain();
    Ok((Some(Link::new(link::record(cx.locale, &key), title)), record.envelope.revision > base.revision))
}

fn now(cx: &Cx, kind: Kind, conflict: &Conflict) -> NowView {
    NowView { label: label(cx, kind, &conflict.path), lines: told(cx, kind, &conflict.path, conflict.mine.as_ref()) }
}

/// What stands in a place, in words.
pub(super) fn told(cx: &Cx, kind: Kind, path: &FieldPath, value: Option<&Value>) -> Vec<Line> {
    let (field, language) = fields::field_and_language(path);
    match (value, language) {
        (None, _) => vec![Line::plain(cx.t("draft-nothing"))],
        (Some(Value::String(text)), Some(language)) => vec![Line::of(cx, language, text.clone())],
        (Some(value), _) => fields::lines(cx, kind, field, value),
    }
}

fn address(cx: &Cx, draft: &Draft, part: Part) -> String {
    cx.href(&format!("/drafts/{}?part={}", draft.id, part.code()))
}

fn tabs(cx: &Cx, draft: &Draft, part: Part) -> Vec<Link> {
    if draft.kind != Kind::Practice {
        return Vec::new();
    }
    let tab = |target: Part, key: &str| Link { current: same_tab(target, part), text: cx.t(key), href: address(cx, draft, target) };
    let first = Part::Criterion(Criterion::Innovative);
    vec![tab(Part::Snapshot, "draft-snapshot"), tab(Part::Full, "draft-full"), tab(first, "draft-criteria")]
}

fn same_tab(a: Part, b: Part) -> bool {
    a == b || matches!((a, b), (Part::Criterion(_), Part::Criterion(_)))
}

/// Where the button at the end of a part leads, and what it says.
fn next(cx: &Cx, kind: Kind, part: Part) -> Option<(&'static str, String)> {
    match part {
        _ if kind != Kind::Practice => None,
        Part::Snapshot => Some((Part::Full.code(), cx.t("draft-grow"))),
        Part::Full => Some((Criterion::Innovative.code(), cx.t("draft-to-criteria"))),
        Part::Criterion(own) => {
            let next = Criterion::ALL.iter().skip_while(|other| **other != own).nth(1);
            next.map(|next| (next.code(), cx.t("draft-next-criterion")))
        }
    }
}

fn criterion(cx: &Cx, draft: &Draft, body: &Map<String, Value>, own: Criterion) -> CriterionView {
    let number = Criterion::ALL.iter().position(|other| *other == own).map_or(1, |at| at + 1);
    let entry = |&other: &Criterion| CriterionLink {
        link: Link { current: other == own, text: cx.t(field::criterion(other).label), href: address(cx, draft, Part::Criterion(other)) },
        answered: body.get("criteria").and_then(|criteria| criteria.get(other.code())).is_some(),
    };
    let (number, total) = (number.to_string(), Criterion::ALL.len().to_string());
    CriterionView {
        heading: cx.tn("draft-criterion", &[("number", &number), ("total", &total), ("name", &cx.t(field::criterion(own).label))]),
        help: cx.t(&format!("criterion-{own}-help")),
        example: cx.t(&format!("criterion-{own}-example")),
        all: Criterion::ALL.iter().map(entry).collect(),
    }
}

/// A link to where a path is filled in: on this page, or on the part that has it.
fn link_to(cx: &Cx, draft: &Draft, part: Part, path: &FieldPath) -> Option<String> {
    let place = place(draft.kind, path)?;
    let is_here = part.sections(draft.kind).iter().flat_map(|section| &section.fields).any(|field| field.path == place.field.path);
    let other = if is_here { String::new() } else { address(cx, draft, Part::of(&place.field)) };
    Some(format!("{other}#{}", place.id()))
}

fn missing_links(cx: &Cx, draft: &Draft, part: Part, issues: &[Issue]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for issue in issues {
        let path = FieldPath::parse(&issue.field);
        let field = path.as_ref().map_or_else(|| issue.field.clone(), |path| label(cx, draft.kind, path));
        let text = cx.tn("draft-missing-item", &[("field", &field), ("problem", &words::problem(cx, issue))]);
        let href = path.and_then(|path| link_to(cx, draft, part, &path)).unwrap_or_default();
        if !links.iter().any(|own| own.text == text) {
            links.push(Link::new(href, text));
        }
    }
    links
}

/// Comments on fields, with where.
pub(super) fn comments(cx: &Cx, draft: &Draft, steps: &[Taken], people: &Names) -> Vec<(FieldPath, CommentView)> {
    let writers = draft.writers();
    let comment = |taken: &Taken| {
        let path = taken.field.clone().filter(|_| taken.step == Step::Commented)?;
        let by = [("person", name_of(cx, people, taken.person)), ("date", format::moment(cx.locale, taken.at))];
        let by = cx.tn("draft-comment-by", &by.each_ref().map(|(name, value)| (*name, value.as_str())));
        let words = taken.words.clone().unwrap_or_default();
        let own = taken.person.is_some_and(|person| writers.contains(&person));
        Some((path, CommentView { seq: taken.seq, by, words, settled: taken.resolved.is_some(), own }))
    };
    steps.iter().filter_map(comment).collect()
}

fn open_comments(cx: &Cx, draft: &Draft, part: Part, comments: &[(FieldPath, CommentView)]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (path, _) in comments.iter().filter(|(_, comment)| !comment.settled && !comment.own) {
        let link = Link::new(link_to(cx, draft, part, path).unwrap_or_default(), label(cx, draft.kind, path));
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

/// What has happened to a draft, in order.
pub(super) fn step_views(cx: &Cx, kind: Kind, steps: &[Taken], people: &Names) -> Vec<StepView> {
    let view = |taken: &Taken| {
        let (person, date) = (name_of(cx, people, taken.person), format::moment(cx.locale, taken.at));
        let key = if taken.person.is_none() { "draft-step-by-time".to_owned() } else { format!("draft-step-{}", taken.step) };
        StepView {
            text: cx.tn(&key, &[("person", &person), ("date", &date)]),
            field: taken.field.as_ref().map(|path| label(cx, kind, path)),
            words: taken.words.iter().flat_map(|words| words.lines()).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
        }
    };
    steps.iter().map(view).collect()
}

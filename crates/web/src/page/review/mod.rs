//! Review: the queue of drafts that wait, those first that have waited longest.

pub(crate) mod comment;
pub(crate) mod decide;
pub(crate) mod draft;
pub(crate) mod remind;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::draft::DraftState;
use ayni_domain::permission::{Action, DraftSubject, may, may_review};
use ayni_store::draft::Draft;
use jiff::Timestamp;

use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Link, Words, look};
use crate::{fields, format, names};

/// Most drafts that the queue shows; those behind them come up as these are done.
const MOST: u64 = 200;
/// Most drafts that a desk names.
const MOST_DUTIES: u64 = 50;

struct Waiting {
    href: String,
    icon: &'static str,
    class: &'static str,
    title: Words,
    meta: Vec<String>,
    waits: String,
    /// Whether the reader wrote some of it, and so leaves it to others.
    own: bool,
}

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    cx: Cx,
    crumbs: Vec<Link>,
    waiting: Vec<Waiting>,
    /// What was just done.
    said: Option<String>,
}

/// What the rules of permission see of a draft.
pub(crate) fn subject(draft: &Draft) -> DraftSubject<'_> {
    DraftSubject { author: draft.author, editors: &draft.editors, organization: draft.organization.as_ref(), submitted: draft.submitted_at.is_some() }
}

/// The title of a draft for a reader.
pub(crate) fn title(cx: &Cx, draft: &Draft) -> Words {
    fields::title(cx, &draft.body).unwrap_or_else(|| plain(cx.t("review-no-title")))
}

fn plain(text: String) -> Words {
    Words { language: None, direction: "auto", pieces: vec![ayni_search::highlight::Piece { text, marked: false }] }
}

/// Whole days from one moment to another.
pub(crate) fn days(since: Timestamp, now: Timestamp) -> u64 {
    u64::try_from(now.duration_since(since).as_hours() / 24).unwrap_or(0)
}

/// `GET /{lang}/review`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = show(&reader.0).await;
    reader.answer(result)
}

async fn show(cx: &Cx) -> PageResult {
    let mut waiting = Vec::new();
    for draft in cx.site.store.drafts_in(DraftState::InReview, MOST).await? {
        waiting.push(view(cx, &draft).await?);
    }
    let said = match cx.query.as_str() {
        "?changes-requested" => Some("review-said-changes-requested"),
        "?declined" => Some("review-said-declined"),
        _ => None,
    };
    let crumbs = vec![Link::new(cx.href("/desk"), cx.t("desk"))];
    html(&ReviewPage { crumbs, waiting, said: said.map(|key| cx.t(key)), cx: cx.clone() })
}

async fn view(cx: &Cx, draft: &Draft) -> Result<Waiting, PageError> {
    let (icon, class) = look(draft.kind);
    let mut meta = vec![cx.t(&format!("kind-{}", draft.kind)), cx.t(if draft.revises.is_some() { "review-revision" } else { "review-new" })];
    if let Some(slug) = &draft.organization {
        meta.push(names::organization(cx, slug).await?);
    }
    meta.push(cx.language_name(draft.language.as_str()));
    Ok(Waiting {
        href: cx.href(&format!("/review/{}", draft.id)),
        icon,
        class,
        title: title(cx, draft),
        meta,
        waits: cx.n("review-waits", days(draft.since, cx.site.now())),
        own: !may_review(cx.who.actor(), subject(draft)),
    })
}

/// What reviewers have to do.
pub(crate) async fn duties(cx: &Cx) -> Result<Vec<Duty>, PageError> {
    let actor = cx.who.actor();
    if !may(actor, Action::Review) {
        return Ok(Vec::new());
    }
    let drafts = cx.site.store.drafts_in(DraftState::InReview, MOST_DUTIES).await?;
    let duty = |draft: &Draft| Duty {
        since: draft.since,
        text: cx.tn("review-duty", &[("kind", &cx.t(&format!("kind-{}", draft.kind))), ("title", &title(cx, draft).plain())]),
        href: cx.href(&format!("/review/{}", draft.id)),
    };
    Ok(drafts.iter().filter(|draft| may_review(actor, subject(draft))).map(duty).collect())
}

/// A day in words.
fn on(cx: &Cx, at: Timestamp) -> String {
    format::moment(cx.locale, at)
}

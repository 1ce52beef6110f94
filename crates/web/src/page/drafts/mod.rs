//! Drafts: what a member and their organizations are writing, where each stands and what comes next.

mod conflict;
pub(crate) mod edit;
pub(crate) mod files;
pub(crate) mod save;
mod show;

use std::collections::HashMap;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::draft::{DraftState, Holder, holder};
use ayni_domain::permission::may_see_draft;
use ayni_domain::{PersonId, Slug};
use ayni_store::draft::Draft;
use uuid::Uuid;

pub(crate) use save::post;

use crate::error::PageError;
use crate::format;
use crate::names::{self, Names};
use crate::page::desk::Duty;
use crate::page::review::{subject, title};
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Link, Words, look};
use crate::who::Member;

/// Most drafts that are listed for one person or organization.
const MOST: u64 = 200;

struct DraftView {
    href: String,
    title: Words,
    icon: &'static str,
    class: &'static str,
    state: String,
    next: String,
    meta: Vec<String>,
}

#[derive(Template)]
#[template(path = "drafts.html")]
struct DraftsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    open: Vec<DraftView>,
    closed: Vec<DraftView>,
}

/// `GET /{lang}/drafts`
pub(crate) async fn list(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => all(&reader.0, &member).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn all(cx: &Cx, member: &Member) -> PageResult {
    let mut drafts = cx.site.store.drafts_of(member.person.id, MOST).await?;
    let mut organizations = HashMap::new();
    for (slug, _) in &member.standing.mandates {
        if organizations.contains_key(slug) {
            continue;
        }
        for draft in cx.site.store.drafts_for(slug, MOST).await? {
            if !drafts.iter().any(|own| own.id == draft.id) {
                drafts.push(draft);
            }
        }
        organizations.insert(slug.clone(), names::organization(cx, slug).await?);
    }
    drafts.retain(|draft| may_see_draft(cx.who.actor(), subject(draft)));
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.touched_at));
    let (open, closed) = drafts.iter().partition::<Vec<&Draft>, _>(|draft| draft.state.is_open());
    let views = |drafts: Vec<&Draft>| drafts.into_iter().map(|draft| view(cx, draft, &organizations)).collect();
    let crumbs = vec![Link::new(cx.href("/desk"), cx.t("desk"))];
    html(&DraftsPage { crumbs, open: views(open), closed: views(closed), cx: cx.clone() })
}

fn view(cx: &Cx, draft: &Draft, organizations: &HashMap<Slug, String>) -> DraftView {
    let (icon, class) = look(draft.kind);
    let organization = draft.organization.as_ref().map(|slug| organizations.get(slug).map_or_else(|| slug.to_string(), Clone::clone));
    let mut meta = vec![cx.t(&format!("kind-{}", draft.kind))];
    meta.extend(organization.map(|name| cx.t1("drafts-for", "organization", &name)));
    meta.push(cx.t1("drafts-touched", "date", &format::moment(cx.locale, draft.touched_at)));
    DraftView {
        href: cx.href(&format!("/drafts/{}", draft.id)),
        title: title(cx, draft),
        icon,
        class,
        state: cx.t(&format!("draft-state-{}", draft.state)),
        next: cx.t(&format!("draft-next-{}", draft.state)),
        meta,
    }
}

/// The drafts that wait for a member to go on with them.
pub(crate) async fn duties(cx: &Cx, member: &Member) -> Result<Vec<Duty>, PageError> {
    let drafts = cx.site.store.drafts_of(member.person.id, MOST).await?;
    let waiting = drafts.iter().filter(|draft| holder(draft.state) == Some(Holder::Author) && draft.author == member.person.id);
    let duty = |draft: &Draft| {
        let key = if draft.state == DraftState::ChangesRequested { "duty-draft-changes" } else { "duty-draft-unfinished" };
        let text = cx.t1(key, "title", &title(cx, draft).plain());
        Duty { since: draft.since, text, href: cx.href(&format!("/drafts/{}", draft.id)) }
    };
    Ok(waiting.map(duty).collect())
}

/// The draft with this identifier, for who may see it.
async fn find(cx: &Cx, id: &str) -> Result<Draft, PageError> {
    let id = Uuid::parse_str(id).map_err(|_| PageError::NotFound)?;
    let draft = cx.site.store.find_draft(id).await?.ok_or(PageError::NotFound)?;
    if may_see_draft(cx.who.actor(), subject(&draft)) { Ok(draft) } else { Err(PageError::NotFound) }
}

/// The name of somebody, where the reader may see it.
fn name_of(cx: &Cx, names: &Names, person: Option<PersonId>) -> String {
    person.and_then(|person| names.get(person)).map_or_else(|| cx.t("draft-somebody"), str::to_owned)
}

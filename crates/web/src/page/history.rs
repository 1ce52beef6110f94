//! The history of a record: what each revision changed, who, when and why; and putting an older one back.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{Response, StatusCode};
use ayni_domain::permission::{may_restore, may_see};
use ayni_domain::{Kind, PersonId, Record, RecordKey, Slug, State};
use ayni_store::history::HistoryEntry;
use ayni_store::record::{SECRETARIAT, Saved};
use ayni_store::revision::Signature;

use crate::changes::{Change, changes};
use crate::error::PageError;
use crate::names::{self, Names};
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, page, record, see_other};
use crate::serve::Volatile;
use crate::view::{Cx, Link, Words};
use crate::{format, link};

/// Revisions on a page.
const ON_A_PAGE: usize = 20;
/// Drafts of a record that are looked through for the organizations they were written for.
const MOST_DRAFTS: u64 = 500;
/// Longest reason, in characters.
const LONGEST: usize = 2_000;

struct RevisionView {
    number: u32,
    heading: String,
    /// Who wrote it and let it through; names lead to profiles.
    who: Vec<Link>,
    why: Option<String>,
    changes: Vec<Change>,
    /// What is said where there are no changes of fields.
    nothing: Option<String>,
    may_restore: bool,
}

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage {
    cx: Cx,
    crumbs: Vec<Link>,
    title: Words,
    own: String,
    revisions: Vec<RevisionView>,
    older: Option<String>,
    restored: bool,
    problem: Option<String>,
    /// The revision whose reason was refused, with what was typed.
    typed: (u32, String),
}

/// `GET /{lang}/{kind path}/{slug}/history?before=`
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let before = pairs.iter().find(|(name, _)| name == "before").and_then(|(_, value)| value.parse().ok());
    let result = match find(&reader.0, kind, &slug).await {
        Ok(record) => show(&reader.0, &record, before, None).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

/// The record, if its content may be seen: of a withdrawn one by the secretariat.
async fn find(cx: &Cx, kind: Kind, slug: &str) -> Result<Arc<Record>, PageError> {
    let key = RecordKey { kind, slug: Slug::parse(slug).map_err(|_| PageError::NotFound)? };
    match cx.site.store.find(&key).await? {
        Some(record) if may_see(cx.who.actor(), &record.envelope.state) => Ok(record),
        _ => record::find(&cx.site, kind, slug, cx).await,
    }
}

async fn show(cx: &Cx, record: &Record, before: Option<u32>, refused: Option<(String, u32, String)>) -> PageResult {
    let history = cx.site.store.history(record.envelope.id).await?;
    let from = before.map_or(0, |before| history.iter().position(|entry| entry.revision.revision < before).unwrap_or(history.len()));
    let shown = &history[from..history.len().min(from + ON_A_PAGE)];
    let authors = shown.iter().flat_map(|entry| [&entry.revision.signature.author, &entry.revision.signature.reviewer]);
    let names = Names::of(&cx.site, cx.who.actor(), authors.filter_map(|text| PersonId::parse(text))).await?;
    let organizations = organizations(cx, record).await?;
    let key = &record.envelope.key;
    let own = format!("{}/history", link::record(cx.locale, key));
    let may_restore = may_restore(cx.who.actor()) && record.envelope.state == State::Published;
    let view = |entry: &HistoryEntry| RevisionView {
        may_restore: may_restore && entry.revision.revision < record.envelope.revision,
        ..revision(cx, key.kind, entry, &names, &organizations)
    };
    let (problem, typed) = match refused {
        Some((problem, number, words)) => (Some(problem), (number, words)),
        None => (None, (0, String::new())),
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let has_older = from + shown.len() < history.len();
    let last = shown.last().map(|entry| entry.revision.revision.to_string()).unwrap_or_default();
    let shown = HistoryPage {
        crumbs: vec![
            Link::new(cx.href(&format!("/{}", key.kind.path())), cx.t(&format!("list-{}", key.kind.plural()))),
            Link::new(link::record(cx.locale, key), record.body.title().best(cx.locale).1.to_owned()),
        ],
        title: cx.words(record.body.title()),
        revisions: shown.iter().map(view).collect(),
        older: has_older.then(|| format!("{own}{}", link::query([("before", last.as_str())]))),
        own,
        restored: cx.query == "?restored",
        problem,
        typed,
        cx: cx.clone(),
    };
    let mut answer = page(status, shown.render()?);
    if names.may_change() {
        answer.extensions_mut().insert(Volatile); // who closes their profile, or goes, is not named any more
    }
    Ok(answer)
}

/// By revision, the organization for which it was written.
async fn organizations(cx: &Cx, record: &Record) -> Result<BTreeMap<u32, String>, PageError> {
    let mut organizations = BTreeMap::new();
    for draft in cx.site.store.drafts_revising(record.envelope.id, MOST_DRAFTS).await? {
        if let (Some(became), Some(slug)) = (draft.became, &draft.organization) {
            organizations.insert(became.revision, names::organization(cx, slug).await?);
        }
    }
    Ok(organizations)
}

fn revision(cx: &Cx, kind: Kind, entry: &HistoryEntry, names: &Names, organizations: &BTreeMap<u32, String>) -> RevisionView {
    let (own, signature) = (&entry.revision, &entry.revision.signature);
    let by = |text: &str, organization: Option<&String>| match PersonId::parse(text) {
        Some(person) => match (names.get(person), organization) {
            (Some(_), Some(organization)) => cx.tn("history-name-for", &[("name", &names.to_link(cx, person)), ("organization", organization)]),
            (None, Some(organization)) => organization.clone(),
            (_, None) => names.to_link(cx, person),
        },
        None if text == SECRETARIAT || text == "operator" => cx.t("record-steward-secretariat"),
        None => text.to_owned(),
    };
    let who = [("author", by(&signature.author, organizations.get(&own.revision))), ("reviewer", by(&signature.reviewer, None))];
    let who = who.each_ref().map(|(name, value)| (*name, value.as_str()));
    let changes = changes(cx, kind, &entry.differences);
    let nothing = changes.is_empty().then(|| cx.t(if own.revision == 1 { "history-first" } else { "history-no-field" }));
    RevisionView {
        number: own.revision,
        heading: cx.tn(
            "history-heading",
            &[
                ("number", &own.revision.to_string()),
                ("what", &cx.t(&format!("history-change-{}", own.change))),
                ("date", &format::moment(cx.locale, signature.at)),
            ],
        ),
        who: names::linked(cx, &cx.tn("history-who", &who)),
        why: signature.note.clone(),
        changes,
        nothing,
        may_restore: false,
    }
}

/// `POST /{lang}/{kind path}/{slug}/history/restore`: publishes what an older revision said as a new one.
pub(crate) async fn restore(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = write(&reader, kind, &slug, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, kind: Kind, slug: &str, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let record = find(cx, kind, slug).await?;
    let number: u32 = fields.get("revision").parse().map_err(|_| PageError::NotFound)?;
    let is_older = (1..record.envelope.revision).contains(&number);
    if !may_restore(cx.who.actor()) || record.envelope.state != State::Published || !is_older {
        return Err(PageError::NotFound);
    }
    let reason = fields.get("reason");
    let refused = |key: &str| Some((cx.t(key), number, reason.to_owned()));
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return show(cx, &record, None, refused("history-needs-reason")).await;
    }
    let note = cx.tn("history-restored-note", &[("number", &number.to_string()), ("reason", reason)]);
    let signature = Signature { author: member.person.id.to_string(), reviewer: SECRETARIAT.to_owned(), note: Some(note), at: cx.site.now() };
    let tx = cx.site.store.begin().await?;
    if tx.restore_revision(&record.envelope.key, number, &signature).await? == Saved::Unchanged {
        drop(tx);
        return show(cx, &record, None, refused("history-same")).await;
    }
    tx.commit().await?;
    if let Err(error) = cx.site.follow().await {
        tracing::error!(%error, "the index could not follow; the follower tries again");
    }
    Ok(see_other(&format!("{}/history?restored", link::record(cx.locale, &record.envelope.key))))
}

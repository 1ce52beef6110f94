//! The audit log: who did what, the newest first. Nothing in it can be changed, here or anywhere.

use std::collections::HashMap;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::{PersonId, RecordKey};
use ayni_store::audit::Entry;
use serde_json::Value;

use super::{before, crumbs};
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, html};
use crate::view::{Choice, Cx, Link};
use crate::{format, link, message};

/// Entries on one page.
const SHOWN: usize = 50;
/// Longest detail that is shown whole, in characters.
const LONGEST: usize = 200;

struct EntryRow {
    seq: i64,
    at: String,
    actor: String,
    action: String,
    subject: String,
    href: Option<String>,
    details: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "admin_audit.html")]
struct AuditPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    actions: Vec<Choice>,
    entries: Vec<EntryRow>,
    more: Option<String>,
}

/// `GET /{lang}/admin/audit?action=&before=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = list(&reader.0, &Fields(pairs)).await;
    reader.answer(result)
}

async fn list(cx: &Cx, asked: &Fields) -> PageResult {
    let (store, action, before) = (&cx.site.store, asked.get("action"), before(asked.get("before"))?);
    let wanted = SHOWN as u64 + 1;
    let mut entries = if action.is_empty() { store.audit(before, wanted).await? } else { store.audit_of(action, before, wanted).await? };
    let goes_on = entries.len() > SHOWN;
    entries.truncate(SHOWN);
    let last = entries.last().map(|entry| entry.seq.to_string()).filter(|_| goes_on);
    let handles = handles(cx, &entries).await?;
    let choice = |code: String| Choice { text: action_name(cx, &code), chosen: code == action, value: code };
    html(&AuditPage {
        crumbs: crumbs(cx),
        menu: cx.admin_menu(),
        actions: store.audited_actions().await?.into_iter().map(choice).collect(),
        entries: entries.into_iter().map(|entry| row(cx, entry, &handles)).collect(),
        more: last.map(|last| format!("{}{}", cx.href("/admin/audit"), link::query([("action", action), ("before", last.as_str())]))),
        cx: cx.clone(),
    })
}

/// Handles of the people whom entries name; who was erased has none.
async fn handles(cx: &Cx, entries: &[Entry]) -> Result<HashMap<String, String>, ayni_store::StoreError> {
    let mut ids: Vec<PersonId> = entries.iter().flat_map(|entry| [&entry.actor, &entry.subject]).filter_map(|text| PersonId::parse(text)).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = cx.site.store.people_among(&ids).await?;
    Ok(people.into_iter().map(|person| (person.id.to_string(), person.handle.to_string())).collect())
}

fn row(cx: &Cx, entry: Entry, handles: &HashMap<String, String>) -> EntryRow {
    let named = |text: &str| match (PersonId::parse(text), handles.get(text)) {
        (_, Some(handle)) => handle.clone(),
        (Some(_), None) => cx.t("audit-somebody-gone"),
        (None, None) if text == "operator" => cx.t("audit-operator"),
        (None, None) => text.to_owned(),
    };
    EntryRow {
        seq: entry.seq,
        at: format::minute(cx.locale, entry.at),
        actor: named(&entry.actor),
        action: action_name(cx, &entry.action),
        subject: named(&entry.subject),
        href: RecordKey::parse(&entry.subject).map(|key| link::record(cx.locale, &key)),
        details: details(&entry.details, handles),
    }
}

fn action_name(cx: &Cx, code: &str) -> String {
    let key = format!("audited-{}", code.replace('.', "-"));
    if message::exists(cx.locale, &key) { cx.t(&key) } else { code.to_owned() }
}

/// Name and value of each detail; of a long one the beginning.
fn details(details: &Value, handles: &HashMap<String, String>) -> Vec<(String, String)> {
    let shown = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let text = handles.get(&text).cloned().unwrap_or(text);
        match text.char_indices().nth(LONGEST) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text,
        }
    };
    details.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), shown(value))).collect()
}

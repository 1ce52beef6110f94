//! Handing in: each chosen row becomes a draft in review, all of them in one transaction, and none that is not as it was shown.

use std::collections::{BTreeMap, HashSet};

use axum::body::Body;
use axum::extract::Path;
use axum::http::{Response, StatusCode};
use ayni_domain::draft::{By, Refusal, Step};
use ayni_domain::notice::Topic;
use ayni_domain::permission::may_write_for;
use ayni_domain::sheet::{Ground, MOST_DRAFTS};
use ayni_domain::{Locale, PersonId, Slug};
use ayni_store::draft::{Beginning, Draft, NewDraft, SaveOutcome, Taking};
use ayni_store::{StoreError, Tx};
use jiff::Timestamp;

use super::plan::{Does, Planned, Writing, keys, plan};
use super::show::{Shown, show, too_many};
use super::{find, rows_of};
use crate::error::PageError;
use crate::link;
use crate::page::drafts::save::{reviewers, tell_reviewers};
use crate::page::{Fields, PageResult, Reader, see_other};
use crate::tell::Telling;
use crate::view::Cx;
use crate::who::Member;

/// Why nothing was handed in.
enum Stopped {
    /// One row could not be, for this reason.
    Row(usize, Refusal),
    Store(StoreError),
}

/// `POST /{lang}/sheets/{id}`
pub(crate) async fn post(reader: Reader, Path((_, id)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => hand_in(&reader.0, &member, &id, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn hand_in(cx: &Cx, member: &Member, id: &str, fields: &Fields) -> PageResult {
    let upload = find(cx, id).await?;
    let reading = rows_of(cx, &upload).await?;
    let chosen: BTreeMap<usize, &str> =
        fields.all("take").filter_map(|value| value.split_once('.')).filter_map(|(at, ground)| Some((at.parse().ok()?, ground))).collect();
    let organization = Slug::parse(fields.get("for")).ok();
    let may_write = (organization.is_some() || fields.get("for").is_empty()) && may_write_for(cx.who.actor(), organization.as_ref());
    let problem = match chosen.len() {
        0 => Some(cx.t("sheet-none-chosen")),
        count if count > MOST_DRAFTS => Some(too_many(cx, count)),
        _ if !may_write => Some(cx.t("contribute-not-for")),
        _ => None,
    };
    let chosen_rows: HashSet<usize> = chosen.keys().copied().collect();
    if problem.is_some() {
        let shown = Shown { problem, chosen: Some(chosen_rows), ..Shown::default() };
        return show(cx, member, &upload, &reading, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }

    let (me, now) = (member.person.id, cx.site.now());
    let tx = cx.site.store.begin().await?;
    let planned = plan(cx.who.actor(), me, &reading.rows, &tx.there(&keys(&reading.rows)).await?);
    let (ready, again) = as_shown(&planned, &chosen);
    let done = match write_all(&tx, &ready, me, organization.as_ref(), now).await {
        Ok(done) => done,
        Err(Stopped::Store(error)) => return Err(error.into()),
        Err(Stopped::Row(at, refusal)) => {
            drop(tx);
            let problem = Some(cx.t1("sheet-stopped", "reason", &cx.t(reason(&refusal))));
            let shown = Shown { problem, chosen: Some(chosen_rows), again: HashSet::from([at]), ..Shown::default() };
            return show(cx, member, &upload, &reading, StatusCode::CONFLICT, shown).await;
        }
    };
    tell(cx, &tx, &done).await?;
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    if again.is_empty() {
        let made = done.len().to_string();
        return Ok(see_other(&format!("{}{}", cx.href(&format!("/sheets/{}", upload.id)), link::query([("made", made.as_str())]))));
    }
    let shown = Shown { problem: Some(cx.t("sheet-again")), made: done.len(), again, ..Shown::default() };
    show(cx, member, &upload, &reading, StatusCode::CONFLICT, shown).await
}

/// The chosen rows that would still do what was shown, and those that have to be looked at again.
fn as_shown<'a>(planned: &'a [Planned<'_>], chosen: &BTreeMap<usize, &str>) -> (Vec<(usize, &'a Writing)>, HashSet<usize>) {
    let (mut ready, mut again) = (Vec::new(), HashSet::new());
    for (&at, &seen) in chosen {
        match planned.get(at).map(|planned| &planned.does) {
            Some(Does::Writes(writing)) if writing.ground.to_string() == seen => ready.push((at, &**writing)),
            _ => drop(again.insert(at)),
        }
    }
    (ready, again)
}

async fn write_all(tx: &Tx, ready: &[(usize, &Writing)], me: PersonId, organization: Option<&Slug>, now: Timestamp) -> Result<Vec<Draft>, Stopped> {
    let mut done = Vec::with_capacity(ready.len());
    for (at, writing) in ready {
        done.push(write(tx, writing, me, organization, now).await.map_err(|error| match error {
            StoreError::Refused(refusal) => Stopped::Row(*at, refusal),
            error => Stopped::Store(error),
        })?);
    }
    Ok(done)
}

/// Tells reviewers, of many drafts once.
async fn tell(cx: &Cx, tx: &Tx, done: &[Draft]) -> Result<(), PageError> {
    if let [draft] = done {
        return tell_reviewers(cx, tx, draft).await;
    }
    let number = done.len().to_string();
    for person in reviewers(cx).await? {
        if done.iter().any(|draft| !draft.writers().contains(&person.id)) {
            let arguments = [("number", number.as_str())];
            let telling = Telling { topic: Topic::Review, message: "notice-sheet-submitted", arguments: &arguments, path: "/review" };
            crate::tell::tell(&cx.site, tx, &person, &telling, cx.site.now()).await?;
        }
    }
    Ok(())
}

/// Writes a draft and hands it in. One that is in review is taken back first, so that its steps say what happened.
async fn write(tx: &Tx, writing: &Writing, me: PersonId, organization: Option<&Slug>, now: Timestamp) -> Result<Draft, StoreError> {
    let Writing { key, ground, draft, body, after, .. } = writing;
    let language = body.common().original.clone().unwrap_or_else(|| Locale::En.tag());
    let begin = async |beginning| tx.add_draft(NewDraft { beginning, author: me, organization: organization.cloned(), language }, now).await;
    let id = match (ground, draft) {
        (Ground::Draft { version, .. }, Some(draft)) => {
            if !draft.state.is_editable() {
                tx.take_step(draft.id, &Taking::new(Step::Resumed, By::Writer(me), None), now).await?;
            }
            if let SaveOutcome::Conflict { merged, .. } = tx.save_draft(draft.id, *version, after.clone(), me, now).await? {
                return Err(Refusal::MovedOn(merged.conflicts).into());
            }
            draft.id
        }
        (Ground::Record(_), _) => begin(Beginning::Revision { key: key.clone(), body: Some(after.clone()) }).await?.id,
        (Ground::Nothing | Ground::Draft { .. }, _) => {
            let new = begin(Beginning::New { kind: key.kind, body: after.clone() }).await?;
            tx.want_slug(new.id, &key.slug).await?;
            new.id
        }
    };
    tx.take_step(id, &Taking::new(Step::Submitted, By::Writer(me), None), now).await
}

fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NothingNew => "draft-refused-nothing-new",
        _ => "draft-refused",
    }
}

//! Jobs: what the instance does by itself, how that ended, and letting one run before its time.

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::audit::Audited;
use ayni_domain::job::JobOutcome;
use ayni_store::job::Job;
use jiff::SignedDuration;
use serde_json::json;

use super::{crumbs, number};
use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader, html, see_other};
use crate::view::{Cx, Link};
use crate::{audit, format, jobs, message};

/// A job, as a row.
pub(crate) struct JobRow {
    pub code: String,
    pub name: String,
    /// What it does; nothing where there are no words for it.
    pub about: Option<String>,
    pub every: String,
    /// How it does: runs, is due, ended well, failed; in words.
    pub state: String,
    pub failed: bool,
    /// What it said at its end.
    pub note: String,
    /// When it ended last.
    pub last: String,
    /// When it is due next.
    pub next: String,
    /// Whether it can be let run now.
    pub waits: bool,
}

#[derive(Template)]
#[template(path = "admin_jobs.html")]
struct JobsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    jobs: Vec<JobRow>,
    started: bool,
}

/// What a job is called; its code where there are no words for it.
pub(crate) fn name(cx: &Cx, code: &str) -> String {
    words(cx, &format!("job-{code}")).unwrap_or_else(|| code.to_owned())
}

fn words(cx: &Cx, key: &str) -> Option<String> {
    message::exists(cx.locale, key).then(|| cx.t(key))
}

/// All jobs of the program, with what is kept of them.
pub(crate) fn rows(cx: &Cx, kept: &[Job]) -> Vec<JobRow> {
    jobs::all().map(|(code, every)| row(cx, code, every, kept.iter().find(|job| job.name == code))).collect()
}

fn row(cx: &Cx, code: &str, every: SignedDuration, kept: Option<&Job>) -> JobRow {
    let now = cx.site.now();
    let runs = kept.is_some_and(|job| job.lease_until.is_some_and(|end| end > now));
    let is_due = !runs && kept.is_none_or(|job| job.planned_at <= now);
    let outcome = kept.and_then(|job| job.outcome.as_ref());
    let failed = outcome.is_some_and(|(outcome, _)| *outcome == JobOutcome::Failed);
    let state = match (runs, is_due, outcome) {
        (true, ..) => "job-runs",
        (_, true, _) => "job-due",
        (.., Some((JobOutcome::Failed, _))) => "job-failed",
        (.., Some((JobOutcome::Done, _))) => "job-done",
        (.., None) => "job-never",
    };
    let minute = |at| format::minute(cx.locale, at);
    JobRow {
        code: code.to_owned(),
        name: name(cx, code),
        about: words(cx, &format!("job-{code}-about")),
        every: often(cx, every),
        state: cx.t(state),
        failed,
        note: outcome.map(|(_, note)| note.clone()).unwrap_or_default(),
        last: kept.and_then(|job| job.finished_at).map(minute).unwrap_or_default(),
        next: kept.map(|job| minute(job.planned_at)).unwrap_or_default(),
        waits: !runs && !is_due,
    }
}

fn often(cx: &Cx, every: SignedDuration) -> String {
    match (every.as_mins(), every.as_hours()) {
        (_, hours) if hours > 0 && hours % 24 == 0 => cx.n("job-every-days", u64::try_from(hours / 24).unwrap_or_default()),
        (_, hours) if hours > 0 => cx.n("job-every-hours", u64::try_from(hours).unwrap_or_default()),
        (minutes, _) => cx.n("job-every-minutes", u64::try_from(minutes).unwrap_or_default()),
    }
}

/// `GET /{lang}/admin/jobs`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = show(&reader.0).await;
    reader.answer(result)
}

async fn show(cx: &Cx) -> PageResult {
    let kept = cx.site.store.jobs().await?;
    html(&JobsPage { crumbs: crumbs(cx), menu: cx.admin_menu(), jobs: rows(cx, &kept), started: cx.query == "?started", cx: cx.clone() })
}

/// `POST /{lang}/admin/jobs`: makes one due now; a node runs it within moments.
pub(crate) async fn start(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader.0, &fields).await;
    reader.answer(result)
}

async fn write(cx: &Cx, fields: &Fields) -> PageResult {
    let (code, every) = jobs::all().find(|(code, _)| *code == fields.get("job")).ok_or(PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    if tx.hasten_job(code, cx.site.now()).await? {
        audit::note(cx, &tx, Audited::JobStarted, code, &json!({"usually_every_minutes": every.as_mins()})).await?;
    }
    tx.commit().await?;
    cx.site.job_waits.notify_one();
    Ok(see_other(&cx.href("/admin/jobs?started")))
}

/// A number of records, of all.
pub(super) fn progress(cx: &Cx, done: u64, all: u64) -> String {
    cx.tn("admin-index-progress", &[("done", &number(cx, done)), ("all", &number(cx, all))])
}

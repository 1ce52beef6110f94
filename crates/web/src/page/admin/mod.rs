//! Administration: how the instance does, in ten seconds; what is not well first, and in words.

pub(crate) mod audit;
pub(crate) mod index;
pub(crate) mod jobs;
pub(crate) mod logo;
pub(crate) mod mails;
pub(crate) mod settings;
pub(crate) mod texts;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::job::{JobOutcome, is_overdue};
use ayni_domain::queue::Queue;
use ayni_mail::Transport;
use ayni_store::About;
use ayni_store::job::Job;
use ayni_store::queue::Waiting;

use crate::error::PageError;
use crate::format;
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Link};

use self::index::IndexState;

struct QueueRow {
    link: Link,
    count: String,
    oldest: String,
}

/// A line of a list of facts.
pub(crate) struct Fact {
    pub name: String,
    pub value: String,
}

#[derive(Template)]
#[template(path = "admin.html")]
struct AdminPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    troubles: Vec<Link>,
    queues: Vec<QueueRow>,
    jobs: Vec<jobs::JobRow>,
    index: Vec<Fact>,
    store: Vec<Fact>,
    instance: Vec<Fact>,
}

/// The way to a page of the administration.
pub(crate) fn crumbs(cx: &Cx) -> Vec<Link> {
    vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/admin"), cx.t("admin"))]
}

/// `GET /{lang}/admin`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = show(&reader.0).await;
    reader.answer(result)
}

async fn show(cx: &Cx) -> PageResult {
    let (waiting, kept, index) = (cx.site.store.queues().await?, cx.site.store.jobs().await?, IndexState::of(cx).await?);
    let about = cx.site.store.describe().await?;
    html(&AdminPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        menu: cx.admin_menu(),
        troubles: troubles(cx, &waiting, &kept, &index),
        queues: waiting.iter().map(|own| queue(cx, own)).collect(),
        jobs: jobs::rows(cx, &kept),
        index: index.facts(cx),
        store: store(cx, &about),
        instance: instance(cx, &about),
        cx: cx.clone(),
    })
}

/// What an administrator should look after, each with the way to where that is done.
fn troubles(cx: &Cx, waiting: &[Waiting], kept: &[Job], index: &IndexState) -> Vec<Link> {
    let now = cx.site.now();
    let late = waiting.iter().filter_map(|own| {
        let oldest = own.oldest.filter(|oldest| own.queue.is_late(*oldest, now))?;
        let said = [("queue", cx.t(&queue_name(own.queue))), ("date", format::moment(cx.locale, oldest)), ("number", number(cx, own.count))];
        Some(Link::new(place(cx, own.queue), said_with(cx, "admin-late", &said)))
    });
    let jobs_at = || cx.href("/admin/jobs");
    let of_jobs = kept.iter().filter_map(|job| {
        let name = jobs::name(cx, &job.name);
        match &job.outcome {
            Some((JobOutcome::Failed, note)) => {
                Some(Link::new(jobs_at(), said_with(cx, "admin-job-failed", &[("job", name), ("note", note.clone())])))
            }
            _ if is_overdue(job.planned_at, now) && job.lease_until.is_none_or(|end| end <= now) => {
                let date = format::minute(cx.locale, job.planned_at);
                Some(Link::new(jobs_at(), said_with(cx, "admin-job-overdue", &[("job", name), ("date", date)])))
            }
            _ => None,
        }
    });
    let of_index = index.troubles(cx).into_iter().map(|text| Link::new(cx.href("/admin/index"), text));
    of_index.chain(of_jobs).chain(late).collect()
}

fn said_with(cx: &Cx, key: &str, arguments: &[(&str, String)]) -> String {
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    cx.tn(key, &arguments)
}

pub(crate) fn number(cx: &Cx, number: u64) -> String {
    format::number(cx.locale, number)
}

fn queue_name(queue: Queue) -> String {
    format!("queue-{queue}")
}

/// Where what waits is dealt with.
fn place(cx: &Cx, queue: Queue) -> String {
    cx.href(match queue {
        Queue::Drafts => "/review",
        Queue::Mandates => "/mandates",
        Queue::Objections => "/objections",
        Queue::Adoptions => "/adoption/requests",
        Queue::Reports => "/reports",
        Queue::Translations => "/desk",
        Queue::QueuedMails => "/admin/mails?state=queued",
        Queue::FailedMails => "/admin/mails?state=failed",
        Queue::DamagedFiles => "/admin/jobs",
    })
}

fn queue(cx: &Cx, own: &Waiting) -> QueueRow {
    QueueRow {
        link: Link::new(place(cx, own.queue), cx.t(&queue_name(own.queue))),
        count: number(cx, own.count),
        oldest: own.oldest.map(|at| format::moment(cx.locale, at)).unwrap_or_default(),
    }
}

fn fact(cx: &Cx, key: &str, value: String) -> Fact {
    Fact { name: cx.t(key), value }
}

fn store(cx: &Cx, about: &About) -> Vec<Fact> {
    let migrations = cx.tn("admin-migrations-value", &[("number", &number(cx, about.migrations)), ("last", &about.last_migration)]);
    vec![
        fact(cx, "admin-database", about.database.to_owned()),
        fact(cx, "admin-size", format::size(cx.locale, about.size)),
        fact(cx, "admin-migrations", migrations),
        fact(cx, "admin-people", number(cx, about.people)),
    ]
}

fn instance(cx: &Cx, about: &About) -> Vec<Fact> {
    let mail = match &cx.site.settings.mail.transport {
        Transport::Smtp(_) => cx.t("admin-mail-server"),
        Transport::Folder(folder) => cx.t1("admin-mail-folder", "folder", &folder.place().display().to_string()),
        Transport::Memory(_) => cx.t("admin-mail-memory"),
    };
    vec![
        fact(cx, "admin-version", format!("Ayni {}, {}", env!("CARGO_PKG_VERSION"), about.last_migration)),
        fact(cx, "admin-up-since", format::minute(cx.locale, cx.site.started)),
        fact(cx, "admin-address", cx.site.settings.base_url.clone()),
        fact(cx, "admin-mail", mail),
    ]
}

/// The text of a page that a reader was refused something on, if any, and the status that goes with it.
pub(crate) fn status(problem: bool) -> axum::http::StatusCode {
    if problem { axum::http::StatusCode::UNPROCESSABLE_ENTITY } else { axum::http::StatusCode::OK }
}

/// Position before which a list goes on, from the address.
pub(crate) fn before<T: std::str::FromStr>(asked: &str) -> Result<Option<T>, PageError> {
    if asked.is_empty() { Ok(None) } else { asked.parse().map(Some).map_err(|_| PageError::NotFound) }
}

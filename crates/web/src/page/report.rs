//! Reports: a visitor says what is wrong with a record; the secretariat sees it and marks it as done.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Extension, Query};
use axum::http::{HeaderMap, Response, StatusCode};
use ayni_domain::limit::REPORTS_FROM_NETWORK;
use ayni_domain::permission::{Action, may};
use ayni_domain::report::Report;
use ayni_domain::{Record, RecordKey};
use uuid::Uuid;

use crate::error::PageError;
use crate::page::desk::Duty;
use crate::page::record::find;
use crate::page::renew::said;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, html, page, see_other};
use crate::serve::Volatile;
use crate::view::{Cx, Link, RecordLink};
use crate::who::{Peer, network};
use crate::{format, link};

/// Most reports on the page; those that were done make room for the next.
const SHOWN: u64 = 100;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    cx: Cx,
    crumbs: Vec<Link>,
    record: RecordLink,
    about: String,
    text: String,
    text_problem: Option<String>,
    address: String,
    address_problem: Option<String>,
    /// What else went wrong.
    problem: Option<String>,
    sent: bool,
}

impl ReportPage {
    fn new(cx: &Cx, record: &Record, fields: &Fields) -> Self {
        Self {
            crumbs: Vec::new(),
            record: cx.record_link(record),
            about: record.envelope.key.to_string(),
            text: fields.get("text").to_owned(),
            text_problem: None,
            address: fields.get("address").to_owned(),
            address_problem: None,
            problem: None,
            sent: false,
            cx: cx.clone(),
        }
    }

    fn answer(&self, status: StatusCode) -> PageResult {
        let mut answer = page(status, self.render()?);
        answer.extensions_mut().insert(Volatile);
        Ok(answer)
    }
}

/// `GET /{lang}/report?about=kind/slug`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let about = pairs.iter().find(|(name, _)| name == "about").map_or("", |(_, about)| about.as_str());
    let sent = pairs.iter().any(|(name, _)| name == "sent");
    let result = match about_record(&reader.0, about).await {
        Ok(record) => ReportPage { sent, ..ReportPage::new(&reader.0, &record, &Fields(Vec::new())) }.answer(StatusCode::OK),
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn about_record(cx: &Cx, about: &str) -> Result<Arc<Record>, PageError> {
    let key = RecordKey::parse(about).ok_or(PageError::NotFound)?;
    find(&cx.site, key.kind, key.slug.as_str(), cx).await
}

/// `POST /{lang}/report`
pub(crate) async fn send(reader: Reader, peer: Option<Extension<Peer>>, headers: HeaderMap, fields: Fields) -> Response<Body> {
    let network = network(&reader.0.site, peer.map(|peer| peer.0), &headers);
    let result = keep(&reader.0, &network, &fields).await;
    reader.answer(result)
}

async fn keep(cx: &Cx, network: &str, fields: &Fields) -> PageResult {
    let (site, now) = (&cx.site, cx.site.now());
    let record = about_record(cx, fields.get("about")).await?;
    let form = ReportPage::new(cx, &record, fields);
    let report = match Report::new(Uuid::now_v7(), fields.get("text"), Some(fields.get("address")), now) {
        Ok(report) => report,
        Err(("address", _)) => {
            return ReportPage { address_problem: Some(cx.t("sign-in-no-address")), ..form }.answer(StatusCode::UNPROCESSABLE_ENTITY);
        }
        Err((_, problem)) => return ReportPage { text_problem: Some(said(cx, &problem)), ..form }.answer(StatusCode::UNPROCESSABLE_ENTITY),
    };
    if !site.store.attempt(REPORTS_FROM_NETWORK, network, now).await?.allowed {
        return ReportPage { problem: Some(cx.t("report-too-often")), ..form }.answer(StatusCode::TOO_MANY_REQUESTS);
    }
    let tx = site.store.begin().await?;
    tx.add_report(&record.envelope.key, &report).await?;
    tx.commit().await?;
    let about = record.envelope.key.to_string();
    Ok(see_other(&format!("{}{}", cx.href("/report"), link::query([("about", about.as_str()), ("sent", "1")]))))
}

struct ReportView {
    id: String,
    /// The record as `kind/slug`, and where it is.
    about: String,
    href: String,
    text: String,
    address: Option<String>,
    at: String,
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    reports: Vec<ReportView>,
}

/// `GET /{lang}/reports`
pub(crate) async fn list(reader: Reader) -> Response<Body> {
    let result = open(&reader.0).await;
    reader.answer(result)
}

async fn open(cx: &Cx) -> PageResult {
    let reports = cx.site.store.open_reports(SHOWN).await?;
    let view = |(key, report): (RecordKey, Report)| ReportView {
        id: report.id.to_string(),
        about: key.to_string(),
        href: link::record(cx.locale, &key),
        text: report.text,
        address: report.address,
        at: format::moment(cx.locale, report.at),
    };
    html(&ReportsPage { crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))], reports: reports.into_iter().map(view).collect(), cx: cx.clone() })
}

/// `POST /{lang}/reports`: a report was dealt with.
pub(crate) async fn close(reader: Reader, fields: Fields) -> Response<Body> {
    let result = done(&reader, &fields).await;
    reader.answer(result)
}

async fn done(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let id = Uuid::parse_str(fields.get("report")).map_err(|_| PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    tx.close_report(id, &member.person.id.to_string(), cx.site.now()).await?;
    tx.commit().await?;
    Ok(see_other(&cx.href("/reports")))
}

/// One line for all reports that wait.
pub(crate) async fn duties(cx: &Cx) -> Result<Vec<Duty>, PageError> {
    if !may(cx.who.actor(), Action::Oversee) {
        return Ok(Vec::new());
    }
    let reports = cx.site.store.open_reports(SHOWN).await?;
    let duty = |(_, first): &(RecordKey, Report)| Duty { since: first.at, text: cx.n("duty-reports", reports.len()), href: cx.href("/reports") };
    Ok(reports.first().map(duty).into_iter().collect())
}

//! The desk: what waits for the reader, the oldest duty first.

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use jiff::Timestamp;

use crate::error::PageError;
use crate::format;
use crate::page::{PageResult, Reader, adoption, drafts, due, html, mandates, objection, report, review, translate};
use crate::view::{Cx, Link};
use crate::who::Member;

/// Something that waits for somebody.
pub(crate) struct Duty {
    /// Since when.
    pub since: Timestamp,
    /// What, as a sentence.
    pub text: String,
    /// Where it is done.
    pub href: String,
}

struct DutyView {
    duty: Duty,
    since: String,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    cx: Cx,
    crumbs: Vec<Link>,
    duties: Vec<DutyView>,
    links: Vec<Link>,
}

/// `GET /{lang}/desk`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member) -> PageResult {
    let mut duties = duties(cx, member).await?;
    duties.sort_by_key(|duty| duty.since);
    let view = |duty: Duty| DutyView { since: format::moment(cx.locale, duty.since), duty };
    let duties = duties.into_iter().map(view).collect();
    html(&DeskPage { crumbs: Vec::new(), duties, links: cx.member_menu(), cx: cx.clone() })
}

/// All that waits for a member, from every part of the site.
async fn duties(cx: &Cx, member: &Member) -> Result<Vec<Duty>, PageError> {
    let mut duties = due::duties(cx, member).await?;
    duties.extend(drafts::duties(cx, member).await?);
    duties.extend(mandates::duties(cx, member).await?);
    duties.extend(adoption::decide::duties(cx).await?);
    duties.extend(objection::duties(cx).await?);
    duties.extend(report::duties(cx).await?);
    duties.extend(review::duties(cx).await?);
    duties.extend(translate::duties(cx, member).await?);
    Ok(duties)
}

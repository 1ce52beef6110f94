//! Sessions: where one is signed in, and how to end it.

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use uuid::Uuid;

use crate::format;
use crate::page::{Fields, PageResult, Reader, html, see_other};
use crate::view::{Cx, Link};
use crate::who::Member;

struct SessionView {
    id: String,
    device: String,
    proof: String,
    times: String,
    /// Whether it is the one that asks.
    own: bool,
}

#[derive(Template)]
#[template(path = "sessions.html")]
struct SessionsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    sessions: Vec<SessionView>,
}

/// `GET /{lang}/account/sessions`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => list(&reader.0, &member).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn list(cx: &Cx, member: &Member) -> PageResult {
    let sessions = cx.site.store.sessions(member.person.id, cx.site.now()).await?;
    let view = |session: ayni_store::session::Session| SessionView {
        id: session.id.to_string(),
        device: if session.label.is_empty() { cx.t("sessions-unknown-device") } else { session.label },
        proof: cx.t(&format!("proof-{}", session.proof)),
        times: cx
            .tn("sessions-times", &[("begun", &format::moment(cx.locale, session.begun_at)), ("seen", &format::moment(cx.locale, session.seen_at))]),
        own: session.id == member.session.id,
    };
    let crumbs = vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/account"), cx.t("account"))];
    html(&SessionsPage { crumbs, menu: cx.account_menu(), sessions: sessions.into_iter().map(view).collect(), cx: cx.clone() })
}

/// `POST /{lang}/account/sessions/end`: the one that is named, or all others.
pub(crate) async fn end(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    match Uuid::parse_str(fields.get("session")) {
        Ok(session) => drop(cx.site.store.end_session(member.person.id, session).await?),
        Err(_) => drop(cx.site.store.end_sessions(member.person.id, Some(member.session.id)).await?),
    }
    Ok(see_other(&cx.href("/account/sessions")))
}

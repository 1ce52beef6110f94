//! Erasing one's own account: confirmed by its handle and by a recent sign-in.

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use ayni_domain::permission::may_erase;
use ayni_domain::proof::is_recent;

use super::data::{Refused, show, sign_in};
use crate::erasure::{self, Cause, Outcome};
use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader, html, see_other};
use crate::view::{Cx, Link};
use crate::who::signed_out;

#[derive(Template)]
#[template(path = "erased.html")]
struct ErasedPage {
    cx: Cx,
    crumbs: Vec<Link>,
}

/// `POST /{lang}/account/data/erasure`
pub(crate) async fn erase(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, fields: &Fields) -> PageResult {
    let (cx, member) = (&reader.0, reader.member()?);
    let person = &member.person;
    if !may_erase(cx.who.actor(), person.id) {
        return Err(PageError::NotFound);
    }
    if !is_recent(member.session.begun_at, cx.site.now()) {
        return Ok(see_other(&sign_in(cx)));
    }
    let typed = fields.get("handle");
    let refused = async |key: &str| {
        let refused = Refused { typed: typed.to_owned(), problem: Some(cx.t(key)), ..Refused::default() };
        show(cx, &member, StatusCode::UNPROCESSABLE_ENTITY, refused).await
    };
    if typed != person.handle.as_str() {
        return refused("data-erase-wrong").await;
    }
    if erasure::erase(&cx.site, person, &person.id.to_string(), Cause::Asked).await? == Outcome::LastAdministrator {
        return refused("data-erase-last").await;
    }
    let mut answer = see_other(&cx.href("/erased"));
    answer.headers_mut().insert(header::SET_COOKIE, signed_out(&cx.site));
    Ok(answer)
}

/// `GET /{lang}/erased`: where one is led afterwards.
pub(crate) async fn done(reader: Reader) -> Response<Body> {
    let result = html(&ErasedPage { cx: reader.0.clone(), crumbs: Vec::new() });
    reader.answer(result)
}

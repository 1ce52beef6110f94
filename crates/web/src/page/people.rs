//! People: who has an account, and with which roles an administrator trusts them.

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::audit::Audited;
use ayni_domain::permission::may_change_roles;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Handle, Person, PersonId};
use serde_json::json;
use uuid::Uuid;

use crate::error::PageError;
use crate::page::{Fields, PageResult, Reader, html, own_path, see_other};
use crate::view::{Choice, Cx, Link};
use crate::{audit, link};

/// People on one page.
const SHOWN: u32 = 50;

struct PersonView {
    id: String,
    handle: String,
    name: Option<String>,
    email: Option<String>,
    roles: Vec<Choice>,
    /// Whether the reader may change the roles.
    mine: bool,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    people: Vec<PersonView>,
    /// This page, to come back to.
    here: String,
    more: Option<String>,
}

/// `GET /{lang}/people?after=`
pub(crate) async fn get(reader: Reader, Query(pairs): Query<Vec<(String, String)>>) -> Response<Body> {
    let result = list(&reader.0, &Fields(pairs)).await;
    reader.answer(result)
}

async fn list(cx: &Cx, asked: &Fields) -> PageResult {
    let after = Handle::parse(asked.get("after")).ok();
    let mut people = cx.site.store.people(after.as_ref(), SHOWN + 1).await?;
    let goes_on = people.len() > SHOWN as usize;
    people.truncate(SHOWN as usize);
    let last = people.last().map(|person| person.handle.to_string()).filter(|_| goes_on);
    let path = cx.href("/people");
    html(&PeoplePage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        menu: cx.admin_menu(),
        people: people.iter().map(|person| view(cx, person)).collect(),
        here: format!("{path}{}", cx.query),
        more: last.map(|handle| format!("{path}{}", link::query([("after", handle.as_str())]))),
        cx: cx.clone(),
    })
}

fn view(cx: &Cx, person: &Person) -> PersonView {
    let role = |role: &Role| Choice { value: role.code().to_owned(), text: cx.t(&format!("person-role-{role}")), chosen: person.roles.has(*role) };
    PersonView {
        id: person.id.0.to_string(),
        handle: person.handle.to_string(),
        name: person.seen_by(cx.who.actor()).name.map(str::to_owned),
        email: person.email.as_ref().map(ToString::to_string),
        roles: Role::ALL.iter().map(role).collect(),
        mine: may_change_roles(cx.who.actor(), person.id),
    }
}

/// `POST /{lang}/people`: gives one person these roles and no others.
pub(crate) async fn save(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader, &fields).await;
    reader.answer(result)
}

async fn write(reader: &Reader, fields: &Fields) -> PageResult {
    let cx = &reader.0;
    let id = PersonId(Uuid::parse_str(fields.get("person")).map_err(|_| PageError::NotFound)?);
    let person = cx.site.store.person(id).await?.filter(|person| may_change_roles(cx.who.actor(), person.id)).ok_or(PageError::NotFound)?;
    let roles: Roles = fields.all("role").map(Role::parse).collect::<Option<_>>().ok_or(PageError::NotFound)?;
    if roles != person.roles {
        let details = json!({"before": person.roles.to_string(), "after": roles.to_string()});
        let tx = cx.site.store.begin().await?;
        tx.set_roles(id, roles).await?;
        audit::note(cx, &tx, Audited::RolesSet, &id.to_string(), &details).await?;
        tx.commit().await?;
    }
    let back = own_path(fields.get("next")).map_or_else(|| cx.href("/people"), str::to_owned);
    Ok(see_other(&format!("{back}#p{}", id.0)))
}

//! One's own account: what one tells about oneself and to whom, the handle, the language of mails.

pub(crate) mod data;
pub(crate) mod erasure;
pub(crate) mod notices;
pub(crate) mod security;
pub(crate) mod sessions;

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_domain::profile::{Profile, Visibility};
use ayni_domain::read::Issue;
use ayni_domain::{Country, Handle, Locale};
use ayni_store::StoreError;
use serde_json::{Map, Value, json};

use crate::page::{Fields, PageResult, Reader, html, page, see_other};
use crate::view::{Choice, Cx, Link};
use crate::who::Member;

/// Fields of a profile in the order of the form; `true` for a text of several lines.
const FIELDS: [(&str, bool); 5] = [("name", false), ("affiliation", false), ("country", false), ("languages", false), ("about", true)];

struct FieldView {
    name: &'static str,
    label: String,
    long: bool,
    value: String,
    /// To whom, where it is chosen from a list.
    visibility: Vec<Choice>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    email: String,
    /// The handle as it is kept, for the address of the profile.
    own: String,
    handle: String,
    handle_problem: Option<String>,
    fields: Vec<FieldView>,
    countries: Vec<Choice>,
    locales: Vec<Choice>,
    saved: bool,
    wrong: bool,
}

/// What was typed, or is kept.
struct Typed {
    handle: String,
    locale: Locale,
    profile: Map<String, Value>,
}

/// `GET /{lang}/account`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = reader.member().and_then(|member| {
        let person = &member.person;
        let typed = Typed { handle: person.handle.to_string(), locale: person.locale, profile: person.profile.to_json() };
        let saved = reader.0.query == "?saved";
        html(&view(&reader.0, &member, &typed, &[], None, saved))
    });
    reader.answer(result)
}

/// `POST /{lang}/account`
pub(crate) async fn save(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    let typed = read(fields);
    let (profile, handle) = (Profile::read(&typed.profile), Handle::parse(&typed.handle));
    let refused = |issues: &[Issue], handle: Option<&str>| {
        let handle = handle.map(|key| cx.t(key));
        Ok(page(StatusCode::UNPROCESSABLE_ENTITY, view(cx, member, &typed, issues, handle, false).render()?))
    };
    let (profile, handle) = match (profile, handle) {
        (Ok(profile), Ok(handle)) => (profile, handle),
        (profile, handle) => return refused(&profile.err().unwrap_or_default(), handle.err().map(|_| "account-handle-wrong")),
    };
    let tx = cx.site.store.begin().await?;
    match tx.set_handle(member.person.id, &handle).await {
        Err(StoreError::Taken(_)) => return refused(&[], Some("account-handle-taken")),
        other => other?,
    }
    tx.save_profile(member.person.id, &profile).await?;
    tx.set_locale(member.person.id, typed.locale).await?;
    tx.commit().await?;
    Ok(see_other(&format!("{}?saved", cx.href("/account"))))
}

fn read(fields: &Fields) -> Typed {
    let mut profile = Map::new();
    for (name, _) in FIELDS {
        let text = fields.get(name);
        let value = match name {
            "languages" => text.split([',', ' ', ';', '、', '،', '，', '；']).filter(|tag| !tag.is_empty()).collect::<Vec<_>>().into(),
            _ if text.is_empty() => Value::Null,
            _ => Value::from(text),
        };
        let visibility = Visibility::parse(fields.get(&format!("{name}-for"))).unwrap_or_default();
        let mut field = Map::new();
        if !value.is_null() {
            field.insert("value".into(), value);
        }
        field.insert("visibility".into(), visibility.code().into());
        profile.insert(name.into(), field.into());
    }
    Typed { handle: fields.get("handle").to_owned(), locale: Locale::parse(fields.get("locale")).unwrap_or(Locale::En), profile }
}

fn view(cx: &Cx, member: &Member, typed: &Typed, issues: &[Issue], handle_problem: Option<String>, saved: bool) -> AccountPage {
    let field = |&(name, long): &(&'static str, bool)| {
        let own = typed.profile.get(name).cloned().unwrap_or_else(|| json!({}));
        let value = match &own["value"] {
            Value::String(text) => text.clone(),
            Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        let chosen = own["visibility"].as_str().unwrap_or_default();
        let choice = |option: &Visibility| Choice {
            value: option.code().to_owned(),
            text: cx.t(&format!("visibility-{option}")),
            chosen: option.code() == chosen,
        };
        let problem = issues.iter().find(|issue| issue.field.starts_with(name)).map(|_| cx.t(&format!("account-{name}-wrong")));
        FieldView { name, label: cx.t(&format!("account-{name}")), long, value, visibility: Visibility::ALL.iter().map(choice).collect(), problem }
    };
    let country = typed.profile.get("country").and_then(|field| field["value"].as_str()).and_then(Country::parse);
    let locale = |&own: &Locale| Choice { value: own.code().to_owned(), text: own.endonym().to_owned(), chosen: own == typed.locale };
    AccountPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk"))],
        menu: cx.account_menu(),
        email: member.person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        own: member.person.handle.to_string(),
        handle: typed.handle.clone(),
        wrong: handle_problem.is_some() || !issues.is_empty(),
        handle_problem,
        fields: FIELDS.iter().map(field).collect(),
        countries: cx.country_choices(country),
        locales: Locale::ALL.iter().filter(|own| cx.instance.languages.offer(**own) || **own == typed.locale).map(locale).collect(),
        saved,
        cx: cx.clone(),
    }
}

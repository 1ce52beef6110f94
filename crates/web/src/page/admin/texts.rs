//! Legal texts of the instance, in one language at a time: what it keeps of people, terms of use.

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::Locale;
use ayni_domain::instance::{InstanceText, Setting};
use serde_json::Value;

use super::settings::{Field, Part, Typed, read_words, save};
use super::{crumbs, status};
use crate::error::PageError;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::view::{Cx, Link};

#[derive(Template)]
#[template(path = "admin_texts.html")]
struct TextsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    languages: Vec<Link>,
    language: Locale,
    saved: bool,
    wrong: bool,
    changed: bool,
    fields: Vec<Field>,
    seen: String,
}

/// The page of each language that the instance offers.
pub(super) fn links(cx: &Cx, current: Option<Locale>) -> Vec<Link> {
    let link = |own: Locale| Link { href: path(cx, own), text: own.endonym().to_owned(), current: Some(own) == current };
    cx.instance.languages.iter().map(link).collect()
}

fn path(cx: &Cx, language: Locale) -> String {
    cx.href(&format!("/admin/texts?in={language}"))
}

/// `GET /{lang}/admin/texts?in=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let asked = Fields(pairs);
    let language = Locale::parse(asked.get("in")).unwrap_or(reader.0.locale);
    let saved = asked.0.iter().any(|(name, _)| name == "saved");
    let result = show(&reader.0, language, saved, None).await;
    reader.answer(result)
}

async fn show(cx: &Cx, language: Locale, saved: bool, typed: Option<&Typed<'_>>) -> PageResult {
    let kept = cx.site.store.settings().await?;
    let field = |text: InstanceText| {
        let name = Setting::Words(text, language).to_string();
        let now = kept.get(&name).and_then(Value::as_str).unwrap_or_default();
        let value = typed.map_or(now, |typed| typed.fields.get(&name)).to_owned();
        let problem = typed.and_then(|typed| typed.problems.iter().find(|(own, _)| *own == name)).map(|(_, said)| said.clone());
        Field { name, label: cx.t(&format!("texts-{text}")), value, longest: text.longest(), problem, language: Some(language) }
    };
    let shown = TextsPage {
        crumbs: crumbs(cx).into_iter().chain([Link::new(cx.href("/admin/settings"), cx.t("admin-settings"))]).collect(),
        languages: links(cx, Some(language)),
        language,
        saved,
        wrong: typed.is_some_and(|typed| !typed.problems.is_empty()),
        changed: typed.is_some_and(|typed| typed.changed),
        fields: [InstanceText::Privacy, InstanceText::Terms].map(field).into(),
        seen: Part::Texts(language).fingerprint(&kept),
        cx: cx.clone(),
    };
    Ok(page(status(shown.wrong || shown.changed), shown.render()?))
}

/// `POST /{lang}/admin/texts`
pub(crate) async fn post(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader.0, &fields).await;
    reader.answer(result)
}

async fn write(cx: &Cx, fields: &Fields) -> PageResult {
    let language = Locale::parse(fields.get("in")).ok_or(PageError::NotFound)?;
    let part = Part::Texts(language);
    let refused = |problems, changed| Typed { part, fields, problems, changed };
    match read_words(cx, part, fields) {
        Err(problems) => show(cx, language, false, Some(&refused(problems, false))).await,
        Ok(changes) if save(cx, part, fields.get("seen"), &changes).await? => Ok(see_other(&format!("{}&saved", path(cx, language)))),
        Ok(_) => show(cx, language, false, Some(&refused(Vec::new(), true))).await,
    }
}

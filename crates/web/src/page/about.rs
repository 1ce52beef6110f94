//! What the instance is, how accessible it is, what it keeps about readers.

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::instance::InstanceText;

use crate::page::{PageResult, Reader, html};
use crate::prose::{Piece, paragraphs};
use crate::view::{Cx, Link};

struct Section {
    heading: String,
    text: String,
}

/// What those who run the instance say, in one language.
struct OwnText {
    language: String,
    direction: &'static str,
    paragraphs: Vec<Vec<Piece>>,
}

#[derive(Template)]
#[template(path = "prose.html")]
struct ProsePage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    lead: String,
    own: Option<OwnText>,
    sections: Vec<Section>,
    contact: Option<String>,
}

/// `GET /{lang}/about`
pub(crate) async fn about(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "about", Some(InstanceText::Description), &["what", "rely", "languages", "data", "run"]);
    reader.answer(result)
}

/// `GET /{lang}/accessibility`
pub(crate) async fn accessibility(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "accessibility", None, &["standard", "how", "limits", "tell"]);
    reader.answer(result)
}

/// `GET /{lang}/privacy`
pub(crate) async fn privacy(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "privacy", Some(InstanceText::Privacy), &["what", "members", "records", "rights"]);
    reader.answer(result)
}

/// `GET /{lang}/terms`
pub(crate) async fn terms(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "terms", Some(InstanceText::Terms), &["records", "program"]);
    reader.answer(result)
}

/// A text of the instance for a reader.
fn own(cx: &Cx, text: InstanceText) -> Option<OwnText> {
    let (language, words) = cx.instance.text(text)?.best(cx.locale);
    let direction = if language.is_rtl() { "rtl" } else { "ltr" };
    Some(OwnText { language: language.to_string(), direction, paragraphs: paragraphs(words) })
}

fn prose(cx: &Cx, name: &str, text: Option<InstanceText>, sections: &[&str]) -> PageResult {
    let section = |part: &&str| Section { heading: cx.t(&format!("{name}-{part}")), text: cx.t(&format!("{name}-{part}-text")) };
    html(&ProsePage {
        crumbs: Vec::new(),
        heading: cx.t(&format!("{name}-title")),
        lead: cx.t(&format!("{name}-lead")),
        own: text.and_then(|text| own(cx, text)),
        sections: sections.iter().map(section).collect(),
        contact: cx.instance.contact.clone(),
        cx: cx.clone(),
    })
}

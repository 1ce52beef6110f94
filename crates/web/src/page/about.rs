//! What the instance is, how accessible it is, what it keeps about readers.

use askama::Template;
use axum::body::Body;
use axum::http::Response;

use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Link};

struct Section {
    heading: String,
    text: String,
}

#[derive(Template)]
#[template(path = "prose.html")]
struct ProsePage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    lead: String,
    sections: Vec<Section>,
    contact: Option<String>,
}

/// `GET /{lang}/about`
pub(crate) async fn about(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "about", &["what", "rely", "languages", "data", "run"]);
    reader.answer(result)
}

/// `GET /{lang}/accessibility`
pub(crate) async fn accessibility(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "accessibility", &["standard", "how", "limits", "tell"]);
    reader.answer(result)
}

/// `GET /{lang}/privacy`
pub(crate) async fn privacy(reader: Reader) -> Response<Body> {
    let result = prose(&reader.0, "privacy", &["what", "members", "records", "rights"]);
    reader.answer(result)
}

fn prose(cx: &Cx, name: &str, sections: &[&str]) -> PageResult {
    let section = |part: &&str| Section { heading: cx.t(&format!("{name}-{part}")), text: cx.t(&format!("{name}-{part}-text")) };
    html(&ProsePage {
        crumbs: Vec::new(),
        heading: cx.t(&format!("{name}-title")),
        lead: cx.t(&format!("{name}-lead")),
        sections: sections.iter().map(section).collect(),
        contact: cx.site.settings.contact.clone(),
        cx: cx.clone(),
    })
}

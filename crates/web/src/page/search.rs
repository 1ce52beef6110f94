//! Search over all kinds, and the list of each kind.

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::Kind;
use ayni_search::lexicon::Meaning;
use ayni_search::{Answer, Facet};

use crate::link;
use crate::message::counted;
use crate::page::results::{Asked, Results, find};
use crate::page::{PageResult, Reader, html, sheets};
use crate::view::{Cx, Link, look};

/// Pairs of a query string, in order; a name may stand there several times.
pub(crate) type Pairs = Query<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    question: String,
    understood: Vec<String>,
    answers: Option<String>,
    results: Results,
}

/// `GET /{lang}/search?q=&theme=&…`
pub(crate) async fn search(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = search_page(&reader.0, &Asked::read(&pairs)).await;
    reader.answer(result)
}

async fn search_page(cx: &Cx, asked: &Asked) -> PageResult {
    let (results, answer) = find(cx, asked, None).await?;
    let question = asked.text.trim().to_owned();
    let heading =
        if question.is_empty() { cx.t("search-all") } else { counted(cx.locale, "search-heading", results.total, &[("question", &question)]) };
    let answers = (question.split_whitespace().count() > 1).then(|| format!("{}{}", cx.href("/answers"), link::query([("q", question.as_str())])));
    html(&SearchPage { crumbs: Vec::new(), heading, understood: understood(cx, &answer), answers, results, question, cx: cx.clone() })
}

/// How a query was understood: words that were mended, concepts that were recognised.
pub(crate) fn understood(cx: &Cx, answer: &Answer) -> Vec<String> {
    let mended = answer.understood.mended.iter().map(|(typed, read)| cx.tn("search-mended", &[("typed", typed), ("read", read)]));
    let mut lines: Vec<String> = mended.collect();
    let concepts = concept_names(cx, answer);
    if !concepts.is_empty() {
        lines.push(cx.t1("search-understood", "concepts", &cx.join(&concepts)));
    }
    lines
}

/// Names of the concepts that a query speaks of, in the reader's language.
pub(crate) fn concept_names(cx: &Cx, answer: &Answer) -> Vec<String> {
    let knowledge = cx.site.index.knowledge();
    let mut names: Vec<String> = Vec::new();
    for (meaning, _) in &answer.understood.mentions {
        let name = match meaning {
            Meaning::Concept(at) => knowledge.lexicon.concept(*at).map(|concept| concept.name(cx.locale).to_owned()),
            Meaning::Theme(theme) => Some(theme.name(cx.locale).to_owned()),
            Meaning::Sdg(_) | Meaning::Record(_) => None,
        };
        names.extend(name.filter(|name| !names.iter().any(|own| own.to_lowercase() == name.to_lowercase())));
    }
    names.truncate(8);
    names
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    cx: Cx,
    crumbs: Vec<Link>,
    icon: &'static str,
    class: &'static str,
    heading: String,
    lead: String,
    feed: Option<String>,
    /// The same as spreadsheets, for members.
    sheets: Vec<Link>,
    results: Results,
}

/// `GET /{lang}/{kind path}?q=&theme=&…`
pub(crate) async fn list(kind: Kind, reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = list_page(&reader.0, kind, &Asked::read(&pairs)).await;
    reader.answer(result)
}

async fn list_page(cx: &Cx, kind: Kind, asked: &Asked) -> PageResult {
    let (results, _) = find(cx, asked, Some((Facet::Kind, kind.code()))).await?;
    let (icon, class) = look(kind);
    html(&ListPage {
        crumbs: Vec::new(),
        icon,
        class,
        heading: cx.t(&format!("list-{}", kind.plural())),
        lead: cx.t(&format!("list-{}-lead", kind.plural())),
        feed: Some(format!("/feeds/{}/{}.atom", cx.locale, kind.plural())),
        sheets: sheets::list_links(cx, kind, asked),
        results,
        cx: cx.clone(),
    })
}

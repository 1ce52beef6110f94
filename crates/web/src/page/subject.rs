//! Theme and goal pages: what worked, who did it, where to learn it, for one subject.

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::Response;
use ayni_domain::{Country, Kind, Record, Sdg, Theme};
use ayni_search::{Facet, Request};

use crate::error::PageError;
use crate::page::home::kind_figure;
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Figure, Item, Link, Row};
use crate::{format, link};

/// Records shown of each part.
const SHOWN: usize = 6;
/// Countries shown.
const COUNTRIES: usize = 24;

#[derive(Template)]
#[template(path = "subject.html")]
struct SubjectPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    lead: String,
    other_words: String,
    figures: Vec<Figure>,
    worked: Vec<Item>,
    worked_more: String,
    countries: Vec<Row>,
    learn: Vec<Item>,
    learn_more: String,
}

/// `GET /{lang}/themes/{theme}`
pub(crate) async fn theme(reader: Reader, Path((_, code)): Path<(String, String)>) -> Response<Body> {
    let result = match Theme::parse(&code).filter(|theme| theme.code() == code) {
        Some(theme) => theme_page(&reader.0, theme).await,
        None => Err(PageError::NotFound),
    };
    reader.answer(result)
}

async fn theme_page(cx: &Cx, theme: Theme) -> PageResult {
    let labels = &theme.labels(cx.locale)[1..];
    let other_words = if labels.is_empty() { String::new() } else { cx.t1("theme-other-words", "words", &cx.join(labels)) };
    let crumb = Link::new(cx.href("/themes"), cx.t("themes-title"));
    subject(cx, (Facet::Theme, theme.code()), (theme.name(cx.locale).to_owned(), cx.t("themes-lead"), other_words), crumb).await
}

/// `GET /{lang}/sdgs/{goal}`
pub(crate) async fn sdg(reader: Reader, Path((_, code)): Path<(String, String)>) -> Response<Body> {
    let result = match Sdg::parse(&code) {
        Some(sdg) => sdg_page(&reader.0, sdg).await,
        None => Err(PageError::NotFound),
    };
    reader.answer(result)
}

async fn sdg_page(cx: &Cx, sdg: Sdg) -> PageResult {
    let number = sdg.goal().to_string();
    let heading = cx.tn("sdg-heading", &[("number", &number), ("name", sdg.short(cx.locale))]);
    let crumb = Link::new(cx.href("/sdgs"), cx.t("sdgs-title"));
    subject(cx, (Facet::Sdg, &number), (heading, sdg.title(cx.locale).to_owned(), String::new()), crumb).await
}

async fn subject(cx: &Cx, within: (Facet, &str), (heading, lead, other_words): (String, String, String), crumb: Link) -> PageResult {
    let (facet, code) = within;
    let filter = facet.value(code).map(|value| (facet, value)).ok_or(PageError::NotFound)?;
    let all = cx.site.index.search(&Request { filters: vec![filter], limit: 1, facets: true, ..Request::default() })?;
    let query = link::query([(facet.name(), code)]);
    let figures = kind_counts(&all).map(|(kind, count)| kind_figure(cx, kind, count, &query)).collect();
    let newest = async |kinds: &[Kind]| -> Result<Vec<Item>, PageError> {
        let filters = std::iter::once(filter).chain(kinds.iter().filter_map(|kind| Some((Facet::Kind, Facet::Kind.value(kind.code())?)))).collect();
        let found = cx.site.index.search(&Request { filters, limit: SHOWN, ..Request::default() })?;
        let wanted: Vec<_> = found.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
        Ok(cx.site.store.list(&wanted).await?.iter().map(|record: &std::sync::Arc<Record>| cx.item(record, None)).collect())
    };
    html(&SubjectPage {
        crumbs: vec![crumb],
        heading,
        lead,
        other_words,
        figures,
        worked: newest(&[Kind::Practice]).await?,
        worked_more: format!("{}{query}", cx.href("/practices")),
        countries: countries(cx, &all, &query),
        learn: newest(&[Kind::Publication, Kind::Course, Kind::Event]).await?,
        learn_more: format!("{}{query}", cx.href("/library")),
        cx: cx.clone(),
    })
}

/// Counts per kind of an answer, in the order of [`Kind::ALL`]; kinds without a record are left out.
pub(crate) fn kind_counts(answer: &ayni_search::Answer) -> impl Iterator<Item = (Kind, u64)> {
    let counts = answer.facets.get(&Facet::Kind).map(Vec::as_slice).unwrap_or_default();
    Kind::ALL.iter().filter_map(move |&kind| {
        let value = Facet::Kind.value(kind.code())?;
        counts.iter().find(|(own, _)| *own == value).map(|(_, count)| (kind, *count))
    })
}

fn countries(cx: &Cx, answer: &ayni_search::Answer, query: &str) -> Vec<Row> {
    let counts = answer.facets.get(&Facet::Country).map(Vec::as_slice).unwrap_or_default();
    let named = counts.iter().filter_map(|(value, count)| Some((Country::parse(&value.read()?.1?)?, *count)));
    let row = |(country, count): (Country, u64)| Row {
        href: format!("{}{query}&country={country}", cx.href("/search")),
        text: country.name(cx.locale).to_owned(),
        count: format::number(cx.locale, count),
    };
    named.take(COUNTRIES).map(row).collect()
}

//! Indexes: all countries, all themes, all goals, with the number of records of each.

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::region::Region;
use ayni_domain::{Country, Sdg};
use ayni_search::{Facet, Request};

use crate::page::home::theme_rows;
use crate::page::{PageResult, Reader, html};
use crate::view::{Cx, Link, Row};
use crate::{format, link};

struct Group {
    heading: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    lead: String,
    groups: Vec<Group>,
}

/// `GET /{lang}/themes`
pub(crate) async fn themes(reader: Reader) -> Response<Body> {
    let result = theme_rows(&reader.0).and_then(|rows| page(&reader.0, "themes", vec![Group { heading: String::new(), rows }]));
    reader.answer(result)
}

/// `GET /{lang}/sdgs`
pub(crate) async fn sdgs(reader: Reader) -> Response<Body> {
    let result = sdg_rows(&reader.0);
    reader.answer(result)
}

/// `GET /{lang}/countries`
pub(crate) async fn countries(reader: Reader) -> Response<Body> {
    let result = country_groups(&reader.0);
    reader.answer(result)
}

fn page(cx: &Cx, name: &str, groups: Vec<Group>) -> PageResult {
    let (heading, lead) = (cx.t(&format!("{name}-title")), cx.t(&format!("{name}-lead")));
    html(&IndexPage { crumbs: Vec::new(), heading, lead, groups, cx: cx.clone() })
}

/// Counts of a facet over all records, by code.
fn counts(cx: &Cx, facet: Facet) -> Result<impl Fn(&str) -> u64 + use<>, crate::error::PageError> {
    let mut answer = cx.site.index.search(&Request { limit: 1, facets: true, ..Request::default() })?;
    let counts = answer.facets.remove(&facet).unwrap_or_default();
    Ok(move |code: &str| facet.value(code).and_then(|value| counts.iter().find(|(own, _)| *own == value)).map_or(0, |(_, count)| *count))
}

fn sdg_rows(cx: &Cx) -> PageResult {
    let count = counts(cx, Facet::Sdg)?;
    let row = |goal: Sdg| Row {
        href: link::sdg(cx.locale, goal),
        text: format!("{} {}", goal.goal(), goal.short(cx.locale)),
        count: format::number(cx.locale, count(&goal.to_string())),
    };
    let rows = (1..=17).filter_map(Sdg::goal_of).map(row).collect();
    page(cx, "sdgs", vec![Group { heading: String::new(), rows }])
}

fn country_groups(cx: &Cx) -> PageResult {
    let count = counts(cx, Facet::Country)?;
    let regions = [Region::Africa, Region::Americas, Region::Asia, Region::Europe, Region::Oceania];
    let group = |region: Region| {
        let mut rows: Vec<Row> = Country::all()
            .filter(|country| country.region().unwrap_or(Region::Asia) == region)
            .map(|country| (country, count(country.code())))
            .filter(|(_, count)| *count > 0)
            .map(|(country, count)| Row {
                href: link::country(cx.locale, country),
                text: country.name(cx.locale).to_owned(),
                count: format::number(cx.locale, count),
            })
            .collect();
        rows.sort_by(|a, b| format::compare(cx.locale, &a.text, &b.text));
        Group { heading: cx.t(&format!("region-{region}")), rows }
    };
    page(cx, "countries", regions.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect())
}

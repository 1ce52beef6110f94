//! The map of cooperation flows, with the table behind it.

use std::collections::BTreeMap;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::{Country, Modality, Theme};
use ayni_report::map::{Flow, MapOptions, Orientation, world};

use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html, svg};
use crate::view::{Choice, Cx, Link};
use crate::{format, link};

/// Pairs of countries in the table.
const ROWS: usize = 120;
/// Threads on the map.
const THREADS: usize = 150;

struct FlowRow {
    from: String,
    from_href: String,
    to: String,
    to_href: String,
    href: String,
    count: String,
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage {
    cx: Cx,
    crumbs: Vec<Link>,
    themes: Vec<Choice>,
    modalities: Vec<Choice>,
    north: bool,
    image: String,
    turned: String,
    turn: String,
    summary: String,
    rows: Vec<FlowRow>,
    rest: usize,
}

/// What the reader wants to see.
#[derive(Default)]
struct Wanted {
    theme: Option<Theme>,
    modality: Option<Modality>,
    north: bool,
}

impl Wanted {
    fn read(pairs: &[(String, String)]) -> Self {
        let value = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).unwrap_or_default();
        Self { theme: Theme::parse(value("theme")), modality: Modality::parse(value("modality")), north: value("up") == "north" }
    }

    fn query(&self, north: bool) -> String {
        let (theme, modality) = (self.theme.map_or("", Theme::code), self.modality.map_or("", Modality::code));
        link::query([("theme", theme), ("modality", modality), ("up", if north { "north" } else { "" })])
    }
}

/// Flows with their number of records, the largest first.
fn flows(cx: &Cx, wanted: &Wanted) -> Vec<Flow> {
    let overview = cx.site.overview();
    let mut counts: BTreeMap<(Country, Country), u32> = BTreeMap::new();
    for flow in &overview.flows {
        let fits =
            wanted.theme.is_none_or(|theme| flow.themes.contains(&theme)) && wanted.modality.is_none_or(|modality| flow.modality.contains(&modality));
        if fits {
            *counts.entry((flow.from, flow.to)).or_insert(0) += 1;
        }
    }
    let mut flows: Vec<Flow> = counts.into_iter().map(|((from, to), count)| Flow { from, to, count }).collect();
    flows.sort_by_key(|flow| (std::cmp::Reverse(flow.count), flow.from, flow.to));
    flows
}

/// `GET /{lang}/map?theme=&modality=&up=north`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = page(&reader.0, &Wanted::read(&pairs));
    reader.answer(result)
}

fn page(cx: &Cx, wanted: &Wanted) -> PageResult {
    let flows = flows(cx, wanted);
    let name = |country: Country| country.name(cx.locale).to_owned();
    let row = |flow: &Flow| FlowRow {
        from: name(flow.from),
        from_href: link::country(cx.locale, flow.from),
        to: name(flow.to),
        to_href: link::country(cx.locale, flow.to),
        href: format!("{}{}", cx.href("/search"), link::query([("provider", flow.from.code()), ("recipient", flow.to.code())])),
        count: format::number(cx.locale, u64::from(flow.count)),
    };
    let theme =
        |&theme: &Theme| Choice { value: theme.code().to_owned(), text: theme.name(cx.locale).to_owned(), chosen: wanted.theme == Some(theme) };
    let mut themes: Vec<Choice> = Theme::ALL.iter().map(theme).collect();
    themes.sort_by(|a, b| format::compare(cx.locale, &a.text, &b.text));
    let modality = |&m: &Modality| Choice { value: m.code().to_owned(), text: cx.t(&format!("modality-{m}")), chosen: wanted.modality == Some(m) };
    html(&MapPage {
        crumbs: Vec::new(),
        themes,
        modalities: Modality::ALL.iter().map(modality).collect(),
        north: wanted.north,
        image: format!("{}{}", cx.href("/map.svg"), wanted.query(wanted.north)),
        turned: format!("{}{}", cx.href("/map"), wanted.query(!wanted.north)),
        turn: cx.t(if wanted.north { "map-south-up" } else { "map-north-up" }),
        summary: cx.n("map-summary", flows.len()),
        rows: flows.iter().take(ROWS).map(row).collect(),
        rest: flows.len().saturating_sub(ROWS),
        cx: cx.clone(),
    })
}

/// `GET /{lang}/map.svg?theme=&modality=&up=north`
pub(crate) async fn image(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let cx = &reader.0;
    let wanted = Wanted::read(&pairs);
    let mut flows = flows(cx, &wanted);
    let mut shares: BTreeMap<Country, u32> = BTreeMap::new();
    for flow in &flows {
        *shares.entry(flow.from).or_insert(0) += flow.count;
    }
    flows.truncate(THREADS);
    let values: Vec<(Country, u32)> = shares.into_iter().collect();
    let drawn = world(&MapOptions {
        orientation: if wanted.north { Orientation::NorthUp } else { Orientation::SouthUp },
        highlight: &[],
        flows: &flows,
        values: &values,
        title: &cx.t("map-title"),
        description: &cx.t("map-alt"),
        locale: cx.locale,
    });
    let result = Ok(svg(drawn));
    reader.answer(result)
}

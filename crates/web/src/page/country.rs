//! Country pages: what a country shares, what it looks for, its groupings over time, with whom it works, its conditions.

use std::collections::HashMap;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::Response;
use ayni_domain::{Country, RecordKey};
use ayni_matching::context;
use ayni_report::map::{LocatorOptions, Orientation};
use ayni_report::timeline::{self, Membership};
use ayni_search::{Facet, Request};
use jiff::civil::Date;

use crate::error::PageError;
use crate::message::counted;
use crate::page::home::kind_figure;
use crate::page::record::{Fact, MemberView};
use crate::page::subject::kind_counts;
use crate::page::{PageResult, Reader, html, svg};
use crate::reason::likenesses_text;
use crate::view::{Cx, Figure, Item, Link, Row};
use crate::{format, link};

/// Records shown of what it shares and of what it looks for.
const SHOWN: usize = 6;
/// Countries under comparable conditions that are shown.
const LIKE: usize = 6;
/// Partner countries in the table.
const PARTNERS: usize = 40;

struct LikeView {
    href: String,
    name: String,
    why: String,
}

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage {
    cx: Cx,
    crumbs: Vec<Link>,
    name: String,
    marks: Vec<String>,
    lead: String,
    own: String,
    figures: Vec<Figure>,
    shares: Vec<Item>,
    shares_more: String,
    seeks: Vec<Item>,
    seeks_more: String,
    partners: Vec<Row>,
    groupings: Vec<MemberView>,
    facts: Vec<Fact>,
    like: Vec<LikeView>,
}

/// `GET /{lang}/countries/{iso2}`
pub(crate) async fn get(reader: Reader, Path((_, code)): Path<(String, String)>) -> Response<Body> {
    let result = match Country::parse(&code).filter(|country| country.code() == code) {
        Some(country) => page(&reader.0, country).await,
        None => Err(PageError::NotFound),
    };
    reader.answer(result)
}

async fn page(cx: &Cx, country: Country) -> PageResult {
    let filter = |facet: Facet| facet.value(country.code()).map(|value| (facet, value));
    let all =
        cx.site.index.search(&Request { filters: filter(Facet::Country).into_iter().collect(), limit: 1, facets: true, ..Request::default() })?;
    let part = async |facet: Facet| -> Result<(Vec<Item>, u64), PageError> {
        let found = cx.site.index.search(&Request { filters: filter(facet).into_iter().collect(), limit: SHOWN, ..Request::default() })?;
        let wanted: Vec<_> = found.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
        Ok((cx.site.store.list(&wanted).await?.iter().map(|record| cx.item(record, None)).collect(), found.total))
    };
    let (shares, shared) = part(Facet::Provider).await?;
    let (seeks, sought) = part(Facet::Recipient).await?;
    let query = link::query([("country", country.code())]);
    let numbers = [shared, sought].map(|n| format::number(cx.locale, n));
    html(&CountryPage {
        crumbs: vec![Link::new(cx.href("/countries"), cx.t("countries-title"))],
        name: country.name(cx.locale).to_owned(),
        marks: country.subregion().into_iter().map(|region| cx.t(&format!("region-{region}"))).chain(statuses(cx, country)).collect(),
        lead: counted(cx.locale, "country-lead", all.total, &[("shares", &numbers[0]), ("seeks", &numbers[1])]),
        own: link::country(cx.locale, country),
        figures: kind_counts(&all).map(|(kind, count)| kind_figure(cx, kind, count, &query)).collect(),
        shares,
        shares_more: format!("{}{}", cx.href("/search"), link::query([("provider", country.code())])),
        seeks,
        seeks_more: format!("{}{}", cx.href("/search"), link::query([("recipient", country.code())])),
        partners: partners(cx, country).into_iter().take(PARTNERS).map(|(other, count)| row(cx, other, count)).collect(),
        groupings: groupings(cx, country).into_iter().map(|(key, m)| member(cx, &key, &m)).collect(),
        facts: facts(cx, country),
        like: like(cx, country),
        cx: cx.clone(),
    })
}

fn statuses(cx: &Cx, country: Country) -> Vec<String> {
    [
        (country.is_least_developed(), "country-least-developed"),
        (country.is_landlocked_developing(), "country-landlocked"),
        (country.is_small_island(), "country-small-island"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, key)| cx.t(key))
    .collect()
}

/// Countries in cooperations with this one, the most frequent first.
fn partners(cx: &Cx, country: Country) -> Vec<(Country, u64)> {
    let overview = cx.site.overview();
    let mut counts: HashMap<Country, u64> = HashMap::new();
    for evidence in overview.evidence.cooperations_of(country) {
        for other in evidence.countries.iter().map(|(other, _)| *other).filter(|other| *other != country) {
            *counts.entry(other).or_insert(0) += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    counts
}

fn row(cx: &Cx, country: Country, count: u64) -> Row {
    Row { href: link::country(cx.locale, country), text: country.name(cx.locale).to_owned(), count: format::number(cx.locale, count) }
}

/// Memberships of a country with the key of each grouping, the oldest first.
fn groupings(cx: &Cx, country: Country) -> Vec<(RecordKey, Membership)> {
    let overview = cx.site.overview();
    let mut found = Vec::new();
    for (key, title, grouping) in &overview.groupings {
        for member in grouping.members.iter().filter(|member| member.country == country) {
            let name = grouping.acronym.clone().unwrap_or_else(|| title.best(cx.locale).1.to_owned());
            found.push((key.clone(), Membership { name, since: member.since, until: member.until }));
        }
    }
    found.sort_by(|(_, a), (_, b)| {
        let first = |m: &Membership| m.since.map_or(Date::MAX, |since| since.first_day());
        first(a).cmp(&first(b)).then_with(|| format::compare(cx.locale, &a.name, &b.name))
    });
    found
}

fn member(cx: &Cx, key: &RecordKey, membership: &Membership) -> MemberView {
    let date = |date: Option<ayni_domain::PartialDate>| date.map(|date| format::partial(cx.locale, date)).unwrap_or_default();
    MemberView { href: link::record(cx.locale, key), name: membership.name.clone(), since: date(membership.since), until: date(membership.until) }
}

fn facts(cx: &Cx, country: Country) -> Vec<Fact> {
    let known = context::of(country);
    let percent = |value: f32| format::decimal(cx.locale, f64::from(value), 1);
    let mut list = Vec::new();
    let mut add = |key: &str, text: Option<String>| list.extend(text.map(|text| Fact { name: cx.t(key), text, values: Vec::new() }));
    add("fact-population", known.population.map(|n| format::number(cx.locale, n)));
    add("fact-income", known.income.map(|group| cx.t(&format!("income-{}", group.code()))));
    add("fact-informality", known.informality.map(|value| cx.t1("fact-informality-value", "value", &percent(value))));
    add("fact-youth-unemployment", known.youth_unemployment.map(|value| cx.t1("fact-youth-unemployment-value", "value", &percent(value))));
    add(
        "fact-structure",
        known.structure.map(|s| {
            let [agriculture, industry, services] = [s.agriculture, s.industry, s.services].map(percent);
            cx.tn("fact-structure-value", &[("agriculture", &agriculture), ("industry", &industry), ("services", &services)])
        }),
    );
    add("fact-urban", known.urban.map(|value| cx.t1("fact-urban-value", "value", &percent(value))));
    add("fact-fragile", known.is_fragile.filter(|fragile| *fragile).map(|_| cx.t("fact-fragile-value")));
    let languages: Vec<String> = country.official_languages().iter().map(|tag| cx.language_name(tag)).collect();
    add("fact-languages", (!languages.is_empty()).then(|| cx.join(&languages)));
    add("fact-source", Some(cx.t("fact-source-value")));
    list
}

/// The countries under the most comparable conditions that have cooperated.
fn like(cx: &Cx, country: Country) -> Vec<LikeView> {
    let overview = cx.site.overview();
    let mut others: Vec<_> = Country::all()
        .filter(|other| *other != country && overview.evidence.cooperations_of(*other).next().is_some())
        .map(|other| (other, ayni_matching::compare(country, other)))
        .collect();
    others.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
    let view = |(other, comparison): (Country, ayni_matching::Comparison)| LikeView {
        href: link::country(cx.locale, other),
        name: other.name(cx.locale).to_owned(),
        why: likenesses_text(cx, &comparison.likenesses),
    };
    others.into_iter().take(LIKE).filter(|(_, comparison)| !comparison.likenesses.is_empty()).map(view).collect()
}

/// `GET /{lang}/countries/{iso2}/map.svg`
pub(crate) async fn map(reader: Reader, Path((_, code)): Path<(String, String)>) -> Response<Body> {
    let cx = &reader.0;
    let result = Country::parse(&code).ok_or(PageError::NotFound).map(|country| {
        let partners: Vec<Country> = partners(cx, country).into_iter().map(|(other, _)| other).collect();
        svg(ayni_report::map::country(&LocatorOptions {
            orientation: Orientation::SouthUp,
            country,
            partners: &partners,
            title: country.name(cx.locale),
            description: &cx.t("country-map-alt"),
            locale: cx.locale,
        }))
    });
    reader.answer(result)
}

/// `GET /{lang}/countries/{iso2}/groupings.svg`
pub(crate) async fn groupings_svg(reader: Reader, Path((_, code)): Path<(String, String)>) -> Response<Body> {
    let cx = &reader.0;
    let result = Country::parse(&code).ok_or(PageError::NotFound).map(|country| {
        let rows: Vec<Membership> = groupings(cx, country).into_iter().map(|(_, membership)| membership).collect();
        let this_year = cx.site.today().year();
        let first = rows.iter().filter_map(|row| row.since.map(ayni_domain::PartialDate::year)).min().unwrap_or(this_year - 40);
        svg(timeline::memberships(&rows, (first / 10 * 10, this_year), cx.locale.direction() == "rtl", &cx.t("country-groupings")))
    });
    reader.answer(result)
}

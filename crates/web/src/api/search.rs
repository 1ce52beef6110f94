//! Search for other programs, and suggestions while somebody types.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Query, State};
use ayni_domain::{Locale, Record};
use ayni_search::highlight::{Highlighter, Piece};
use ayni_search::{Answer, Facet, Request, Sort};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::care::Care;
use crate::api::problem::Problem;
use crate::link;
use crate::site::Site;

/// Another name of the parameter `freshness`: records call it their light.
const LIGHT: &str = "light";

/// A hit.
#[derive(Debug, Serialize, ToSchema)]
struct SearchItem {
    kind: &'static str,
    slug: String,
    /// Title in the language of `lang` where it exists, else along the fallback chain.
    title: String,
    /// The part of the record that shows why it was found; HTML-escaped, matches in `<mark>`.
    snippet: String,
    /// Language of the title.
    lang: String,
    /// Address of the page.
    url: String,
    /// Larger is better; comparable within one answer.
    score: f32,
    #[serde(flatten)]
    care: Care,
}

/// A value of a facet with its number of hits.
#[derive(Debug, Serialize, ToSchema)]
struct Count {
    value: String,
    count: u64,
}

/// What a search found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Found {
    /// Number of all hits.
    total: u64,
    items: Vec<SearchItem>,
    /// Counts per facet: kind, theme, country, region, grouping, sdg, modality, constituency, year, language, freshness.
    facets: BTreeMap<&'static str, Vec<Count>>,
    /// What to give as `cursor` for the next page; null at the end.
    next: Option<String>,
}

/// Searches all published records.
#[utoipa::path(get, path = "/api/v1/search", tag = "search",
    params(("q" = Option<String>, Query, description = "Words in any of the seven languages; quoted texts must stand as they are; empty for all records"),
           ("lang" = Option<String>, Query, description = "Language of the reader: en, fr, es, pt, ar, zh, ru"),
           ("kind" = Option<String>, Query, description = "Narrows to a kind; may be given several times"),
           ("theme" = Option<String>, Query, description = "Narrows to a theme"),
           ("country" = Option<String>, Query, description = "ISO 3166-1 alpha-2"),
           ("region" = Option<String>, Query, description = "M49 region, such as western-africa"),
           ("grouping" = Option<String>, Query, description = "Slug of a grouping; members at the time of the record count"),
           ("sdg" = Option<String>, Query, description = "Number of a goal"),
           ("modality" = Option<String>, Query, description = "south_south, triangular, …"),
           ("constituency" = Option<String>, Query, description = "government, workers, employers, …"),
           ("year" = Option<String>, Query, description = "A year"),
           ("language" = Option<String>, Query, description = "Language of the thing itself"),
           ("freshness" = Option<String>, Query, description = "green, yellow, red, inactive: how long ago somebody should have looked at the record again"),
           ("light" = Option<String>, Query, description = "The same as `freshness`, by the name that records have it under"),
           ("sort" = Option<String>, Query, description = "relevance, newest or title"),
           ("limit" = Option<usize>, Query, description = "Number of hits, 1 to 100; 20 unless told"),
           ("cursor" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "Hits, counts and cursor", body = Found),
              (status = 400, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn get(State(site): State<Site>, Query(pairs): Query<Vec<(String, String)>>) -> Result<Json<Found>, Problem> {
    let wanted = Wanted::read(&pairs)?;
    let request = Request {
        query: wanted.text,
        locale: wanted.locale,
        filters: wanted.filters,
        limit: wanted.limit,
        cursor: wanted.cursor,
        sort: wanted.sort,
        facets: true,
        encoder: true,
    };
    let answer = site.index.search(&request)?;
    let ids: Vec<_> = answer.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
    let records = site.store.list(&ids).await?;
    Ok(Json(found(&site, &answer, &records, wanted.locale.unwrap_or(Locale::En))))
}

struct Wanted<'a> {
    text: &'a str,
    locale: Option<Locale>,
    filters: Vec<(Facet, ayni_search::facet::Value)>,
    limit: usize,
    cursor: Option<&'a str>,
    sort: Sort,
}

impl<'a> Wanted<'a> {
    fn read(pairs: &'a [(String, String)]) -> Result<Self, Problem> {
        let mut wanted = Self { text: "", locale: None, filters: Vec::new(), limit: 20, cursor: None, sort: Sort::Relevance };
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            let bad = |detail: &str| Problem::bad(name, format!("{detail}: {value}"));
            match name.as_str() {
                "q" => wanted.text = value,
                "cursor" => wanted.cursor = Some(value),
                "lang" => wanted.locale = Some(Locale::parse(value).ok_or_else(|| bad("Not one of en, fr, es, pt, ar, zh, ru"))?),
                "limit" => wanted.limit = value.parse::<usize>().map_err(|_| bad("Not a number"))?.clamp(1, 100),
                "sort" => {
                    wanted.sort = match value.as_str() {
                        "relevance" => Sort::Relevance,
                        "newest" => Sort::Newest,
                        "title" => Sort::Title,
                        _ => return Err(bad("Not one of relevance, newest, title")),
                    }
                }
                _ => {
                    let facet = if name == LIGHT { Some(Facet::Freshness) } else { Facet::parse(name) };
                    let Some(facet) = facet else { continue }; // unknown parameters are passed over, as browsers add some
                    if wanted.filters.len() >= 50 {
                        return Err(bad("More than 50 filters"));
                    }
                    wanted.filters.push((facet, facet.value(value).ok_or_else(|| bad("Not a value of this facet"))?));
                }
            }
        }
        Ok(wanted)
    }
}

fn found(site: &Site, answer: &Answer, records: &[std::sync::Arc<Record>], reader: Locale) -> Found {
    let knowledge = site.index.knowledge();
    let highlighter = Highlighter::new(&knowledge, &answer.understood);
    let item = |record: &std::sync::Arc<Record>| {
        let key = &record.envelope.key;
        let (language, title) = record.body.title().best(reader);
        let (summary_language, summary) = record.body.common().summary.best(reader);
        SearchItem {
            kind: key.kind.code(),
            slug: key.slug.to_string(),
            title: title.to_owned(),
            snippet: html(&highlighter.snippet(summary_language, summary)),
            lang: language.to_string(),
            url: site.absolute(&link::record(reader, key)),
            score: answer.hits.iter().find(|hit| hit.id == record.envelope.id).map_or(0.0, |hit| hit.score),
            care: Care::of(record),
        }
    };
    let overview = site.overview();
    let mut facets = BTreeMap::new();
    for facet in Facet::SHOWN {
        let grouping = |value| overview.groupings.iter().map(|(key, ..)| key.slug.as_str()).find(|slug| Facet::Grouping.value(slug) == Some(value));
        let code = |value: ayni_search::facet::Value| value.read().and_then(|(_, code)| code).or_else(|| grouping(value).map(str::to_owned));
        let counts = answer.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        facets.insert(facet.name(), counts.iter().filter_map(|(value, count)| Some(Count { value: code(*value)?, count: *count })).collect());
    }
    Found { total: answer.total, items: records.iter().map(item).collect(), facets, next: answer.cursor.clone() }
}

/// Pieces as HTML: escaped, matches marked.
fn html(pieces: &[Piece]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    pieces.iter().map(|piece| if piece.marked { format!("<mark>{}</mark>", escape(&piece.text)) } else { escape(&piece.text) }).collect()
}

/// Suggestions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Suggestions {
    /// Texts that a reader may mean, the likeliest first.
    suggestions: Vec<String>,
}

/// Suggestions of one answer.
const SUGGESTIONS: usize = 8;

/// Completes what somebody types: concepts that begin so, and titles of records.
#[utoipa::path(get, path = "/api/v1/suggest", tag = "search",
    params(("q" = String, Query, description = "What was typed so far"), ("lang" = Option<String>, Query, description = "Language of the reader")),
    responses((status = 200, description = "Suggestions", body = Suggestions)))]
pub(crate) async fn suggest(State(site): State<Site>, Query(pairs): Query<Vec<(String, String)>>) -> Result<Json<Suggestions>, Problem> {
    let wanted = Wanted::read(&pairs)?;
    let locale = wanted.locale.unwrap_or(Locale::En);
    let typed = wanted.text.trim();
    let mut suggestions =
        if typed.chars().count() >= 2 { site.index.knowledge().lexicon.complete(locale, typed, SUGGESTIONS / 2) } else { Vec::new() };
    let answer = site.index.search(&Request { query: typed, locale: Some(locale), limit: SUGGESTIONS, ..Request::default() })?;
    let ids: Vec<_> = answer.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
    let titles = site.store.list(&ids).await?.into_iter().map(|record| record.body.title().best(locale).1.to_owned());
    suggestions.extend(titles);
    suggestions.dedup();
    suggestions.truncate(SUGGESTIONS);
    Ok(Json(Suggestions { suggestions }))
}

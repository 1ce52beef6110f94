//! Results: hits with facets, order and next page, as lists and the search page show them.

use std::collections::HashMap;
use std::sync::Arc;

use ayni_domain::region::Region;
use ayni_domain::{Country, Kind, Record, RecordKey, Sdg, Theme};
use ayni_search::facet::Value;
use ayni_search::highlight::Highlighter;
use ayni_search::search::MOST_HITS;
use ayni_search::{Answer, Facet, Request, Sort};

use crate::error::PageError;
use crate::view::{Cx, Item, Link};
use crate::{format, link};

/// Records on one page.
const PAGE: usize = 20;
/// Values of a facet that are shown at once.
const SHOWN: usize = 6;
/// Values of a facet that are shown in all.
const MOST_VALUES: usize = 30;

/// What a reader asked of a list, from the query string. Names and values that mean nothing are passed over.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub text: String,
    pub filters: Vec<(Facet, String)>,
    pub sort: Option<Sort>,
    pub cursor: Option<String>,
}

/// The facets that country pages lead to, beside the shown ones.
const SILENT: [Facet; 3] = [Facet::Provider, Facet::Recipient, Facet::Mention];

impl Asked {
    /// Reads the pairs of a query string.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let mut asked = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "q" => asked.text = value.chars().take(ayni_search::query::LONGEST).collect(),
                "cursor" => asked.cursor = Some(value.clone()),
                "sort" => asked.sort = [Sort::Relevance, Sort::Newest, Sort::Title].into_iter().find(|sort| sort_name(*sort) == value),
                name => {
                    let silent = SILENT.into_iter().find(|facet| facet.name() == name);
                    let facet = Facet::parse(name).or(silent);
                    if let Some(facet) = facet.filter(|facet| facet.value(value).is_some() && asked.filters.len() < 20)
                        && !asked.filters.contains(&(facet, value.clone()))
                    {
                        asked.filters.push((facet, value.clone()));
                    }
                }
            }
        }
        asked
    }

    /// The address at a path where the same is asked.
    pub fn href(&self, path: &str) -> String {
        let sort = self.sort.map(sort_name).unwrap_or_default();
        let filters = self.filters.iter().map(|(facet, value)| (facet.name(), value.as_str()));
        let pairs = [("q", self.text.as_str()), ("sort", sort), ("cursor", self.cursor.as_deref().unwrap_or_default())].into_iter().chain(filters);
        format!("{path}{}", link::query(pairs))
    }

    fn toggled(&self, facet: Facet, code: &str) -> Self {
        let mut other = Self { cursor: None, ..self.clone() };
        let entry = (facet, code.to_owned());
        match other.filters.iter().position(|own| *own == entry) {
            Some(at) => drop(other.filters.remove(at)),
            None => other.filters.push(entry),
        }
        other
    }
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "relevance",
        Sort::Newest => "newest",
        Sort::Title => "title",
    }
}

/// What a list shows.
pub(crate) struct Results {
    pub total: u64,
    pub items: Vec<Item>,
    pub facets: Vec<FacetView>,
    pub chosen: Vec<Link>,
    pub orders: Vec<Link>,
    pub first: Option<String>,
    pub next: Option<String>,
}

/// A facet with its values.
pub(crate) struct FacetView {
    pub name: String,
    values: Vec<ValueView>,
}

/// A value with its count.
pub(crate) struct ValueView {
    pub href: String,
    pub text: String,
    pub count: String,
    pub chosen: bool,
}

impl FacetView {
    /// Values that are shown at once.
    pub fn first(&self) -> &[ValueView] {
        &self.values[..self.values.len().min(SHOWN)]
    }

    /// The others.
    pub fn rest(&self) -> &[ValueView] {
        &self.values[self.values.len().min(SHOWN)..]
    }
}

/// All records of a kind that are asked for, in the order of the list; `None` when there are more than `most`.
pub(crate) async fn all(cx: &Cx, asked: &Asked, kind: Kind, most: usize) -> Result<Option<Vec<Arc<Record>>>, PageError> {
    let mut wanted = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let request = Request { limit: MOST_HITS, cursor: cursor.as_deref(), ..request(cx, asked, Some((Facet::Kind, kind.code()))) };
        let answer = cx.site.index.search(&request)?;
        if answer.total > most as u64 {
            return Ok(None);
        }
        wanted.extend(answer.hits.iter().map(|hit| (hit.id, hit.revision)));
        cursor = answer.cursor;
        if cursor.is_none() {
            return Ok(Some(cx.site.store.list(&wanted).await?));
        }
    }
}

fn default_sort(asked: &Asked) -> Sort {
    if asked.text.trim().is_empty() { Sort::Newest } else { Sort::Relevance }
}

/// What is asked of the index, from the beginning.
fn request<'a>(cx: &Cx, asked: &'a Asked, within: Option<(Facet, &str)>) -> Request<'a> {
    let value = |(facet, code): (Facet, &str)| Some((facet, facet.value(code)?));
    let filters = asked.filters.iter().map(|(facet, code)| (*facet, code.as_str())).chain(within).filter_map(value).collect();
    let sort = asked.sort.unwrap_or(default_sort(asked));
    Request { query: &asked.text, locale: Some(cx.locale), filters, limit: PAGE, cursor: None, sort, facets: false, encoder: true }
}

/// Finds what is asked, within `within`, and makes the view of it; `hidden` is a facet that the page is about.
pub(crate) async fn find(cx: &Cx, asked: &Asked, within: Option<(Facet, &str)>) -> Result<(Results, Answer), PageError> {
    let request = Request { cursor: asked.cursor.as_deref(), facets: true, ..request(cx, asked, within) };
    let answer = cx.site.index.search(&request)?;
    let wanted: Vec<_> = answer.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
    let records = cx.site.store.list(&wanted).await?;
    let results = view(cx, asked, within, &answer, &records, default_sort(asked));
    Ok((results, answer))
}

fn view(cx: &Cx, asked: &Asked, within: Option<(Facet, &str)>, answer: &Answer, records: &[Arc<Record>], default_sort: Sort) -> Results {
    let path = cx.href(&cx.path);
    let knowledge = cx.site.index.knowledge();
    let highlighter = Highlighter::new(&knowledge, &answer.understood);
    let is_question = !asked.text.trim().is_empty();
    let item = |record: &Arc<Record>| if is_question { cx.item(record, Some(&highlighter)) } else { cx.item(record, None) };
    let here = |cursor: Option<String>| Asked { cursor, ..asked.clone() }.href(&path);
    let sorts: &[Sort] = if is_question { &[Sort::Relevance, Sort::Newest, Sort::Title] } else { &[Sort::Newest, Sort::Title] };
    let order = |&sort: &Sort| Link {
        href: Asked { sort: Some(sort), cursor: None, ..asked.clone() }.href(&path),
        text: cx.t(&format!("order-{}", sort_name(sort))),
        current: asked.sort.unwrap_or(default_sort) == sort,
    };
    let chosen = |(facet, code): &(Facet, String)| {
        let text = format!("{} {}", cx.t(&format!("facet-{}", shown_as(*facet).name())), facet_text(cx, *facet, code));
        Link::new(asked.toggled(*facet, code).href(&path), text)
    };
    Results {
        total: answer.total,
        items: records.iter().map(item).collect(),
        facets: facets(cx, asked, within, answer, &path),
        chosen: asked.filters.iter().map(chosen).collect(),
        orders: sorts.iter().map(order).collect(),
        first: asked.cursor.is_some().then(|| here(None)),
        next: answer.cursor.clone().map(|cursor| here(Some(cursor))),
    }
}

/// The facet whose name a reader knows.
fn shown_as(facet: Facet) -> Facet {
    match facet {
        Facet::Provider | Facet::Recipient => Facet::Country,
        Facet::Mention => Facet::Kind,
        other => other,
    }
}

fn facets(cx: &Cx, asked: &Asked, within: Option<(Facet, &str)>, answer: &Answer, path: &str) -> Vec<FacetView> {
    let groupings = grouping_codes(cx);
    let mut views = Vec::new();
    for facet in Facet::SHOWN.into_iter().filter(|facet| within.is_none_or(|(own, _)| own != *facet)) {
        let Some(counts) = answer.facets.get(&facet) else { continue };
        let values: Vec<ValueView> = counts
            .iter()
            .filter_map(|(value, count)| {
                let code = value.read().and_then(|(_, code)| code).or_else(|| groupings.get(value).cloned())?;
                let chosen = asked.filters.contains(&(facet, code.clone()));
                Some(ValueView {
                    href: asked.toggled(facet, &code).href(path),
                    text: facet_text(cx, facet, &code),
                    count: format::number(cx.locale, *count),
                    chosen,
                })
            })
            .take(MOST_VALUES)
            .collect();
        if values.len() > 1 || values.iter().any(|value| value.chosen) {
            views.push(FacetView { name: cx.t(&format!("facet-{}", facet.name())), values: chosen_first(values) });
        }
    }
    views
}

fn chosen_first(mut values: Vec<ValueView>) -> Vec<ValueView> {
    values.sort_by_key(|value| !value.chosen); // stable: counts stay in order
    values
}

fn grouping_codes(cx: &Cx) -> HashMap<Value, String> {
    let overview = cx.site.overview();
    overview.groupings.iter().filter_map(|(key, ..)| Some((Facet::Grouping.value(key.slug.as_str())?, key.slug.to_string()))).collect()
}

/// A value of a facet in words.
pub(crate) fn facet_text(cx: &Cx, facet: Facet, code: &str) -> String {
    let named = || match facet {
        Facet::Kind => Some(cx.t(&format!("kind-{}", Kind::parse(code)?))),
        Facet::Theme => Some(Theme::parse(code)?.name(cx.locale).to_owned()),
        Facet::Country | Facet::Provider | Facet::Recipient => Some(Country::parse(code)?.name(cx.locale).to_owned()),
        Facet::Region => Some(cx.t(&format!("region-{}", Region::parse(code)?))),
        Facet::Sdg => Sdg::parse(code).map(|sdg| format!("{} {}", sdg.goal(), sdg.short(cx.locale))),
        Facet::Modality => Some(cx.t(&format!("modality-{}", ayni_domain::Modality::parse(code)?))),
        Facet::Constituency => Some(cx.t(&format!("constituency-{}", ayni_domain::Constituency::parse(code)?))),
        Facet::Language => Some(cx.language_name(code)),
        Facet::Freshness => Some(cx.t(&format!("freshness-{}", ayni_domain::Light::parse(code)?))),
        Facet::Grouping => grouping_name(cx, code),
        Facet::Year | Facet::Mention => None,
    };
    named().unwrap_or_else(|| code.to_owned())
}

fn grouping_name(cx: &Cx, slug: &str) -> Option<String> {
    let overview = cx.site.overview();
    let (_, title, grouping) = overview.groupings.iter().find(|(key, ..): &&(RecordKey, _, _)| key.slug.as_str() == slug)?;
    Some(grouping.acronym.clone().unwrap_or_else(|| title.best(cx.locale).1.to_owned()))
}

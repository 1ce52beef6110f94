//! The page of a record, for every kind; and the record in forms that other programs read.

mod care;
mod facts;
mod language;
mod speakers;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, Response, header};
use axum::response::IntoResponse;
use ayni_domain::criterion::Criterion;
use ayni_domain::lineage::Family;
use ayni_domain::permission::{Actor, may_see};
use ayni_domain::{Body as RecordBody, Country, Kind, Record, RecordKey, Slug, State, Text};
use ayni_formats::{citation, dublincore, jsonld, opengraph};
use ayni_search::{Facet, Request};
use jiff::civil::Date;

use crate::error::PageError;
use crate::message::counted;
use crate::page::files::{self, FileView, FilmView};
use crate::page::objection::{self, ObjectionView};
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html, svg};
use crate::serve::Volatile;
use crate::site::Site;
use crate::view::{Cx, Item, Link, Words, look};
use crate::{format, link};

pub(crate) use facts::Fact;
use language::{Languages, Note};

struct Section {
    class: &'static str,
    heading: String,
    text: Words,
    notes: Vec<Note>,
}

struct StopView {
    place: String,
    country: String,
    href: String,
    topic: String,
}

struct PartnerView {
    name: String,
    href: Option<String>,
    country: String,
    constituency: String,
    role: String,
}

/// A membership, in a grouping's table or a country's.
pub(crate) struct MemberView {
    pub href: String,
    pub name: String,
    pub since: String,
    pub until: String,
}

struct LineageView {
    image: String,
    members: Vec<LineageMember>,
}

struct LineageMember {
    href: String,
    text: String,
    note: String,
    current: bool,
}

struct SourceView {
    href: String,
    title: String,
    note: String,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    cx: Cx,
    crumbs: Vec<Link>,
    icon: &'static str,
    class: &'static str,
    kind: String,
    marks: Vec<String>,
    title: Words,
    summary: Words,
    description: String,
    notes: Vec<Note>,
    sections: Vec<Section>,
    stops: Vec<StopView>,
    partners: Vec<PartnerView>,
    map: Option<String>,
    members: Vec<MemberView>,
    members_on: String,
    members_sentence: String,
    lineage: Option<LineageView>,
    files: Vec<FileView>,
    films: Vec<FilmView>,
    related: Vec<Item>,
    related_heading: String,
    related_more: Option<String>,
    sources: Vec<SourceView>,
    citation: String,
    own: String,
    api: String,
    facts: Vec<Fact>,
    light: care::LightView,
    freshness: String,
    contested: bool,
    objections: Vec<ObjectionView>,
    speakers: Option<speakers::Speakers>,
    acts: Vec<Link>,
    /// The record as `kind/slug`, where the reader may say that it is still true.
    confirm: Option<String>,
    dublin_core: Vec<(&'static str, String, Option<String>)>,
    open_graph: Vec<(&'static str, String)>,
    json_ld: String,
}

/// `GET /{lang}/{kind path}/{slug}` and, with `.bib`, `.ris` or `.csl.json`, the citation.
pub(crate) async fn get(kind: Kind, reader: Reader, Path((_, name)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let (slug, form) = name.split_once('.').map_or((name.as_str(), None), |(slug, form)| (slug, Some(form)));
    let result = match find(&reader.0.site, kind, slug, &reader.0).await {
        Err(error) => Err(error),
        Ok(record) => match form {
            None => page(&reader.0, &record, &pairs).await,
            Some(form) => cite(&reader.0, &record, form),
        },
    };
    reader.answer(result)
}

/// The published record with this slug; a withdrawn one is gone.
pub(crate) async fn find(site: &Site, kind: Kind, slug: &str, cx: &Cx) -> Result<Arc<Record>, PageError> {
    let key = RecordKey { kind, slug: Slug::parse(slug).map_err(|_| PageError::NotFound)? };
    let record = site.store.find(&key).await?.ok_or(PageError::NotFound)?;
    match &record.envelope.state {
        state if may_see(Actor::Visitor, state) => Ok(record),
        State::Published => Err(PageError::NotFound),
        State::Withdrawn { reason } => {
            let title = record.body.title().best(cx.locale).1.to_owned();
            Err(PageError::Gone { key, title, reason: reason.clone(), at: record.envelope.updated_at })
        }
    }
}

fn cite(cx: &Cx, record: &Record, form: &str) -> PageResult {
    let url = cx.site.absolute(&link::record(cx.locale, &record.envelope.key));
    let (text, media_type) = match form {
        "bib" => (citation::bibtex(record, cx.locale, &url), "application/x-bibtex; charset=utf-8"),
        "ris" => (citation::ris(record, cx.locale, &url), "application/x-research-info-systems; charset=utf-8"),
        "csl.json" => (citation::csl_json(record, cx.locale, &url).to_string(), "application/vnd.citationstyles.csl+json"),
        _ => return Err(PageError::NotFound),
    };
    let name = format!("attachment; filename=\"{}.{form}\"", record.envelope.key.slug);
    let name = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(media_type)), (header::CONTENT_DISPOSITION, name)], text).into_response())
}

async fn page(cx: &Cx, record: &Record, pairs: &[(String, String)]) -> PageResult {
    let (key, body) = (&record.envelope.key, &record.body);
    let url = cx.site.absolute(&link::record(cx.locale, key));
    let (icon, class) = look(key.kind);
    let common = body.common();
    let summary = cx.words(&common.summary);
    let day = pairs.iter().find(|(name, _)| name == "on").and_then(|(_, value)| value.parse::<Date>().ok()).unwrap_or_else(|| cx.site.today());
    let (related, related_more) = related(cx, record).await?;
    let languages = Languages::of(cx, record).await?;
    let page = RecordPage {
        crumbs: vec![Link::new(cx.href(&format!("/{}", key.kind.path())), cx.t(&format!("list-{}", key.kind.plural())))],
        icon,
        class,
        kind: cx.t(&format!("kind-{}", key.kind)),
        marks: facts::marks(cx, record),
        title: cx.words(body.title()),
        description: cut(&summary.plain(), DESCRIPTION),
        notes: languages.notes_on_top(cx, body),
        sections: sections(cx, body, &languages),
        stops: stops(cx, body),
        partners: partners(cx, body),
        map: (key.kind == Kind::Grouping)
            .then(|| format!("{}/map.svg{}", link::record(cx.locale, key), link::query([("on", day.to_string().as_str())]))),
        members: members(cx, body),
        members_on: day.to_string(),
        members_sentence: members_sentence(cx, body, day),
        lineage: lineage(cx, key).await?,
        files: files::of_record(cx, record).await?,
        films: files::films(cx, record),
        related,
        related_heading: cx.t(match key.kind {
            Kind::Organization => "record-related-organization",
            Kind::Grouping => "record-related-grouping",
            _ => "record-related",
        }),
        related_more,
        sources: sources(record),
        citation: citation::plain(record, cx.locale, &url),
        own: link::record(cx.locale, key),
        api: format!("/api/v1/{}/{}", key.kind.plural(), key.slug),
        facts: facts::facts(cx, record).into_iter().chain(language::original(cx, body)).collect(),
        light: care::light(cx, record.envelope.light),
        freshness: care::freshness(cx, record),
        contested: record.envelope.contested,
        objections: objection::of_record(cx, record).await?,
        speakers: speakers::of(cx, record).await?,
        acts: care::acts(cx, record).await?,
        confirm: care::confirm(cx, record),
        dublin_core: dublincore::meta(record, cx.locale, &url),
        open_graph: opengraph::meta(record, cx.locale, &cx.instance.languages.iter().collect::<Vec<_>>(), &url, &cx.instance.name),
        json_ld: jsonld::to_script(&jsonld::record(record, cx.locale, &url, &cx.site.settings.base_url)),
        summary,
        cx: cx.clone(),
    };
    let mut answer = html(&page)?;
    if page.speakers.is_some_and(|speakers| !speakers.named.is_empty()) {
        answer.extensions_mut().insert(Volatile); // who closes their profile is not named any more
    }
    Ok(answer)
}

/// Length of the description that search engines are given, in characters.
const DESCRIPTION: usize = 200;

/// The beginning of a text, at most so many characters, ending with a word.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let at = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", &text[..at])
}

fn sections(cx: &Cx, body: &RecordBody, languages: &Languages) -> Vec<Section> {
    let called = |heading: String, field: &str, text: &Text| Section {
        class: if field == "results" { "worked" } else { "" },
        heading,
        text: cx.words(text),
        notes: languages.notes(cx, field, text),
    };
    let section = |name: &str, text: &Text| called(cx.t(&format!("record-{name}")), name, text);
    match body {
        RecordBody::Practice(practice) => {
            let criterion = |(own, text): (Criterion, &Text)| called(cx.t(&format!("criterion-{own}")), &format!("criteria.{own}"), text);
            practice.narrative().map(|(name, text)| section(name, text)).chain(practice.criteria.iter().map(criterion)).collect()
        }
        RecordBody::Initiative(initiative) => initiative.outputs.iter().map(|text| section("outputs", text)).collect(),
        RecordBody::Organization(organization) => {
            organization.about.iter().filter(|about| **about != organization.common.summary).map(|text| section("about", text)).collect()
        }
        _ => Vec::new(),
    }
}

fn stops(cx: &Cx, body: &RecordBody) -> Vec<StopView> {
    let RecordBody::Event(event) = body else { return Vec::new() };
    let stop = |stop: &ayni_domain::event::Stop| StopView {
        place: stop.place.clone(),
        country: stop.country.name(cx.locale).to_owned(),
        href: link::country(cx.locale, stop.country),
        topic: stop.topic.clone(),
    };
    event.stops.iter().map(stop).collect()
}

fn partners(cx: &Cx, body: &RecordBody) -> Vec<PartnerView> {
    let overview = cx.site.overview();
    let view = |partner: &ayni_domain::Partner| PartnerView {
        name: partner.name.clone(),
        href: overview.directory.resolve(&partner.name, partner.country).map(|key| link::record(cx.locale, key)),
        country: partner.country.map(|country| country.name(cx.locale).to_owned()).unwrap_or_default(),
        constituency: cx.t(&format!("constituency-{}", partner.constituency)),
        role: cx.t(&format!("role-{}", partner.role)),
    };
    body.cooperation().map(|cooperation| cooperation.partners.iter().map(view).collect()).unwrap_or_default()
}

fn members(cx: &Cx, body: &RecordBody) -> Vec<MemberView> {
    let RecordBody::Grouping(grouping) = body else { return Vec::new() };
    let date = |date: Option<ayni_domain::PartialDate>| date.map(|date| format::partial(cx.locale, date)).unwrap_or_default();
    let mut members: Vec<MemberView> = grouping
        .members
        .iter()
        .map(|member| MemberView {
            href: link::country(cx.locale, member.country),
            name: member.country.name(cx.locale).to_owned(),
            since: date(member.since),
            until: date(member.until),
        })
        .collect();
    members.sort_by(|a, b| format::compare(cx.locale, &a.name, &b.name));
    members
}

fn members_sentence(cx: &Cx, body: &RecordBody, day: Date) -> String {
    let RecordBody::Grouping(grouping) = body else { return String::new() };
    let members = grouping.members_on(day);
    let mut names: Vec<String> = members.iter().map(|country| country.name(cx.locale).to_owned()).collect();
    names.sort_by(|a, b| format::compare(cx.locale, a, b));
    let shown = if names.len() > 12 { format!("{} …", cx.join(&names[..12])) } else { cx.join(&names) };
    counted(cx.locale, "grouping-members-sentence", members.len() as u64, &[("day", &format::day(cx.locale, day)), ("members", &shown)])
}

fn family(site: &Site, key: &RecordKey) -> Option<Family> {
    let family = site.overview().lineage.family(key);
    (family.members.len() > 1).then_some(family)
}

async fn lineage(cx: &Cx, key: &RecordKey) -> Result<Option<LineageView>, PageError> {
    let Some(family) = family(&cx.site, key) else { return Ok(None) };
    let mut members = Vec::new();
    for (member, generation) in &family.members {
        let record = cx.site.store.find(member).await?.filter(|record| record.envelope.state == State::Published);
        let text = record.map_or_else(|| member.slug.to_string(), |record| record.body.title().best(cx.locale).1.to_owned());
        let note = match generation {
            0 => String::new(),
            n if *n < 0 => cx.t("record-lineage-before"),
            _ => cx.t("record-lineage-after"),
        };
        members.push(LineageMember { href: link::record(cx.locale, member), text, note, current: member == key });
    }
    Ok(Some(LineageView { image: format!("{}/lineage.svg", link::record(cx.locale, key)), members }))
}

/// `GET /{lang}/{kind path}/{slug}/lineage.svg`
pub(crate) async fn lineage_svg(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>) -> Response<Body> {
    let result = draw_lineage(&reader.0, kind, &slug).await;
    reader.answer(result)
}

async fn draw_lineage(cx: &Cx, kind: Kind, slug: &str) -> PageResult {
    let record = find(&cx.site, kind, slug, cx).await?;
    let key = &record.envelope.key;
    let family = family(&cx.site, key).ok_or(PageError::NotFound)?;
    let mut labels = std::collections::HashMap::new();
    for (member, _) in &family.members {
        if let Some(record) = cx.site.store.find(member).await?.filter(|record| record.envelope.state == State::Published) {
            let country = record.body.common().countries.first().map(|country| country.name(cx.locale).to_owned()).unwrap_or_default();
            labels.insert(member.clone(), (record.body.title().best(cx.locale).1.to_owned(), country));
        }
    }
    let label = |member: &RecordKey| labels.get(member).cloned().unwrap_or_else(|| (member.slug.to_string(), String::new()));
    let rtl = cx.locale.direction() == "rtl";
    Ok(svg(ayni_report::lineage::lineage(&family, &label, key, rtl, &cx.t("record-lineage"))))
}

/// `GET /{lang}/groupings/{slug}/map.svg?on=`
pub(crate) async fn grouping_map(reader: Reader, Path((_, slug)): Path<(String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let result = draw_grouping(&reader.0, &slug, &pairs).await;
    reader.answer(result)
}

async fn draw_grouping(cx: &Cx, slug: &str, pairs: &[(String, String)]) -> PageResult {
    let record = find(&cx.site, Kind::Grouping, slug, cx).await?;
    let RecordBody::Grouping(grouping) = &record.body else { return Err(PageError::NotFound) };
    let day = pairs.iter().find(|(name, _)| name == "on").and_then(|(_, value)| value.parse::<Date>().ok()).unwrap_or_else(|| cx.site.today());
    let values: Vec<(Country, u32)> = grouping.members_on(day).into_iter().map(|country| (country, 1)).collect();
    Ok(svg(ayni_report::map::world(&ayni_report::map::MapOptions {
        orientation: ayni_report::map::Orientation::SouthUp,
        highlight: &[],
        flows: &[],
        values: &values,
        title: record.body.title().best(cx.locale).1,
        description: &cx.t("map-members-alt"),
        locale: cx.locale,
    })))
}

/// Records shown as related.
const RELATED: usize = 6;

/// What else there is: records that name an organization or grouping, else records nearest in theme and words.
async fn related(cx: &Cx, record: &Record) -> Result<(Vec<Item>, Option<String>), PageError> {
    let key = &record.envelope.key;
    let named = key.to_string();
    let (request, more) = match key.kind {
        Kind::Organization => {
            let filters = Facet::Mention.value(&named).map(|value| (Facet::Mention, value)).into_iter().collect();
            (Request { filters, ..Request::default() }, Some(link::query([("mention", named.as_str())])))
        }
        Kind::Grouping => {
            let slug = key.slug.as_str();
            let filters = Facet::Grouping.value(slug).map(|value| (Facet::Grouping, value)).into_iter();
            let kinds = [Kind::Practice, Kind::Initiative].into_iter().filter_map(|kind| Some((Facet::Kind, Facet::Kind.value(kind.code())?)));
            (Request { filters: filters.chain(kinds).collect(), ..Request::default() }, Some(link::query([("grouping", slug)])))
        }
        _ => (Request { query: record.body.title().original().1, locale: Some(cx.locale), encoder: true, ..Request::default() }, None),
    };
    let found = cx.site.index.search(&Request { limit: RELATED + 1, ..request })?;
    let wanted: Vec<_> = found.hits.iter().filter(|hit| hit.key != *key).take(RELATED).map(|hit| (hit.id, hit.revision)).collect();
    let items = cx.site.store.list(&wanted).await?.iter().map(|record| cx.item(record, None)).collect();
    let more = more.filter(|_| found.total > RELATED as u64).map(|query| format!("{}{query}", cx.href("/search")));
    Ok((items, more))
}

fn sources(record: &Record) -> Vec<SourceView> {
    let note = |source: &ayni_domain::record::Source| {
        let parts: Vec<String> = source.publisher.iter().cloned().chain(source.year.map(|year| year.to_string())).collect();
        parts.join(", ")
    };
    record
        .body
        .common()
        .sources
        .iter()
        .map(|source| SourceView { href: source.url.clone(), title: source.title.clone(), note: note(source) })
        .collect()
}

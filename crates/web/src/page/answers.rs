//! Answers: what worked, who did it, where to learn it; from one question, with the reasons.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::{Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::{Body as RecordBody, Constituency, Country, Locale, Record, RecordKey, Theme};
use ayni_matching::need::{Asked, Need};
use ayni_matching::reason::Reason;
use ayni_matching::{Answer, Peer, learning, peers, practices};
use ayni_search::lexicon::Meaning;
use ayni_search::{Answer as Found, Request, Sort};

use crate::error::PageError;
use crate::link;
use crate::page::search::{Pairs, concept_names};
use crate::page::{PageResult, Reader, html};
use crate::reason::{About, why};
use crate::site::Site;
use crate::view::{Cx, Item, Link, RecordLink, Why, Words, look, published};

/// Records that the search gives to matching.
const FOUND: usize = 200;
/// Peers on the page.
const PEERS: usize = 6;
/// Practices on the page.
const PRACTICES: usize = 5;
/// Things to learn on the page.
const LEARNING: usize = 6;
/// Reasons shown of each.
const REASONS: usize = 4;

/// A question: the words, who asks, and for whom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    pub text: String,
    pub locale: Option<Locale>,
    pub country: Option<Country>,
    pub constituency: Option<Constituency>,
    pub themes: Vec<Theme>,
}

impl Question {
    /// Reads a question from a query string; values that mean nothing are passed over.
    pub fn read(cx: &Cx, pairs: &[(String, String)]) -> Self {
        let value = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).unwrap_or_default();
        Self {
            text: value("q").trim().chars().take(ayni_search::query::LONGEST).collect(),
            locale: Some(cx.locale),
            country: Country::parse(value("country")),
            constituency: Constituency::parse(value("constituency")),
            themes: Vec::new(),
        }
    }

    /// The home page with this question in its form.
    fn change(&self, cx: &Cx) -> String {
        let country = self.country.map(Country::code).unwrap_or_default();
        let constituency = self.constituency.map(Constituency::code).unwrap_or_default();
        format!("{}{}", cx.href("/"), link::query([("q", self.text.as_str()), ("country", country), ("constituency", constituency)]))
    }
}

/// What was found for a question.
pub(crate) struct Matched {
    pub peers: Vec<Peer>,
    pub practices: Vec<Answer>,
    pub learning: Vec<Answer>,
    pub found: Found,
}

/// How many of each are wanted.
pub(crate) struct Wanted {
    pub peers: usize,
    pub practices: usize,
    pub learning: usize,
}

/// Answers a question from the index and the evidence; nothing is stored of it.
pub(crate) fn answer(site: &Site, question: &Question, wanted: &Wanted) -> Result<Matched, PageError> {
    // Themes that the asker chose count as words of the question: their names are recognised in any language.
    let theme_names = question.themes.iter().map(|theme| theme.name(Locale::En));
    let text = std::iter::once(question.text.as_str()).chain(theme_names).collect::<Vec<_>>().join(". ");
    let request = Request { query: &text, locale: question.locale, limit: FOUND, sort: Sort::Relevance, encoder: true, ..Request::default() };
    let found = site.index.search(&request)?;
    let overview = site.overview();
    let hits: Vec<(RecordKey, f32)> = found.hits.iter().map(|hit| (hit.key.clone(), hit.score)).collect();
    let need = need(site, question, &found);
    Ok(Matched {
        peers: peers(&need, &overview.evidence, &hits, wanted.peers),
        practices: practices(&need, &overview.evidence, &hits, wanted.practices),
        learning: learning(&need, &overview.evidence, &hits, wanted.learning),
        found,
    })
}

fn need(site: &Site, question: &Question, found: &Found) -> Need {
    let knowledge = site.index.knowledge();
    let mut themes = question.themes.clone();
    let mut places: Vec<(String, String)> = Vec::new();
    for (meaning, said) in &found.understood.mentions {
        match meaning {
            Meaning::Theme(theme) => themes.push(*theme),
            Meaning::Concept(at) => {
                if let Some(concept) = knowledge.lexicon.concept(*at) {
                    themes.extend(concept.themes.iter().copied());
                    places.push((concept.id.to_string(), said.clone()));
                }
            }
            Meaning::Sdg(_) | Meaning::Record(_) => {}
        }
    }
    themes.sort_unstable();
    themes.dedup();
    let asked = Asked::read(&question.text, places.iter().map(|(id, said)| (id.as_str(), said.as_str())));
    Need {
        country: question.country,
        constituency: question.constituency,
        themes,
        locale: question.locale.or(found.understood.locales.first().copied()),
        asked,
    }
}

struct PeerView {
    icon: &'static str,
    href: String,
    name: Words,
    meta: Vec<String>,
    why: Vec<Why>,
}

#[derive(Template)]
#[template(path = "answers.html")]
struct AnswersPage {
    cx: Cx,
    crumbs: Vec<Link>,
    question: String,
    tags: Vec<String>,
    change: String,
    practices: Vec<Item>,
    peers: Vec<PeerView>,
    learning: Vec<Item>,
    more_practices: String,
    more_learning: String,
}

/// `GET /{lang}/answers?q=&country=&constituency=`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let question = Question::read(&reader.0, &pairs);
    if question.text.is_empty() {
        return (StatusCode::SEE_OTHER, [(header::LOCATION, reader.0.href("/"))]).into_response();
    }
    let result = answers(&reader.0, &question).await;
    reader.answer(result)
}

async fn answers(cx: &Cx, question: &Question) -> PageResult {
    let matched = answer(&cx.site, question, &Wanted { peers: PEERS, practices: PRACTICES, learning: LEARNING })?;
    let records = load(cx, &matched).await?;
    let search = |path: &str| format!("{}{}", cx.href(path), link::query([("q", question.text.as_str())]));
    let item = |answer: &Answer| records.get(&answer.record).map(|record| item(cx, record, &answer.reasons));
    html(&AnswersPage {
        crumbs: Vec::new(),
        tags: tags(cx, question, &matched.found),
        change: question.change(cx),
        practices: matched.practices.iter().filter_map(item).collect(),
        peers: matched.peers.iter().map(|peer| peer_view(cx, peer, &records)).collect(),
        learning: matched.learning.iter().filter_map(item).collect(),
        more_practices: search("/practices"),
        more_learning: search("/library"),
        question: question.text.clone(),
        cx: cx.clone(),
    })
}

/// All records that the page names, by key.
async fn load(cx: &Cx, matched: &Matched) -> Result<HashMap<RecordKey, Arc<Record>>, PageError> {
    let reasons = matched.peers.iter().flat_map(|peer| &peer.reasons).flat_map(|reason| &reason.records);
    let organizations = matched.peers.iter().filter_map(|peer| peer.organization.as_ref());
    let answers = matched.practices.iter().chain(&matched.learning).map(|answer| &answer.record);
    let mut keys: Vec<RecordKey> = reasons.chain(organizations).chain(answers).cloned().collect();
    keys.sort_unstable();
    keys.dedup();
    let known: HashMap<&RecordKey, _> = matched.found.hits.iter().map(|hit| (&hit.key, (hit.id, hit.revision))).collect();
    let (found, others): (Vec<RecordKey>, Vec<RecordKey>) = keys.into_iter().partition(|key| known.contains_key(key));
    let wanted: Vec<_> = found.iter().filter_map(|key| known.get(key).copied()).collect();
    let mut records = cx.site.store.list(&wanted).await?;
    records.extend(published(&cx.site, &others).await?);
    Ok(records.into_iter().map(|record| (record.envelope.key.clone(), record)).collect())
}

fn item(cx: &Cx, record: &Record, reasons: &[Reason]) -> Item {
    let result = if let RecordBody::Practice(practice) = &record.body { practice.results.as_ref().map(|text| cx.words(text)) } else { None };
    let why = reasons.iter().take(REASONS).map(|reason| why(cx, reason, About::Record, Vec::new())).collect();
    Item { result, why, ..cx.item_with_summary(record) }
}

fn peer_view(cx: &Cx, peer: &Peer, records: &HashMap<RecordKey, Arc<Record>>) -> PeerView {
    let links =
        |keys: &[RecordKey]| -> Vec<RecordLink> { keys.iter().filter_map(|key| records.get(key)).map(|record| cx.record_link(record)).collect() };
    let why = peer.reasons.iter().take(REASONS).map(|reason| why(cx, reason, About::Peer, links(&reason.records))).collect();
    let country = peer.country.name(cx.locale).to_owned();
    match peer.organization.as_ref().and_then(|key| records.get(key)) {
        Some(organization) => {
            let (icon, _) = look(organization.envelope.key.kind);
            let constituency = if let RecordBody::Organization(body) = &organization.body {
                Some(cx.t(&format!("constituency-{}", body.constituency)))
            } else {
                None
            };
            let meta = std::iter::once(country).chain(constituency).collect();
            PeerView { icon, href: link::record(cx.locale, &organization.envelope.key), name: cx.words(organization.body.title()), meta, why }
        }
        None => {
            let region = peer.country.subregion().map(|region| cx.t(&format!("region-{region}")));
            let piece = ayni_search::highlight::Piece { text: country, marked: false };
            let name = Words { pieces: vec![piece], ..Words::default() };
            PeerView { icon: "country", href: link::country(cx.locale, peer.country), name, meta: region.into_iter().collect(), why }
        }
    }
}

fn tags(cx: &Cx, question: &Question, found: &Found) -> Vec<String> {
    let country = question.country.map(|country| cx.t1("answers-from", "country", country.name(cx.locale)));
    let constituency = question.constituency.map(|constituency| cx.t(&format!("constituency-{constituency}")));
    let mended = found.understood.mended.iter().map(|(typed, read)| cx.tn("answers-mended", &[("typed", typed), ("read", read)]));
    let concepts = concept_names(cx, found).into_iter().take(5).map(|concept| cx.t1("answers-read-as", "concept", &concept));
    country.into_iter().chain(constituency).chain(mended).chain(concepts).collect()
}

//! Matching for other programs: peers, practices and learning for a need, with the reasons.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use ayni_domain::{Constituency, Country, Locale, RecordKey, State as RecordState, Theme};
use ayni_matching::Answer;
use ayni_matching::reason::Reason as Found;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::problem::Problem;
use crate::page::answers::{Question, Wanted, answer};
use crate::site::Site;
use crate::view::published;

/// Most peers, practices or things to learn of one answer.
const MOST: usize = 50;

/// A need.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Need {
    /// Who asks: ISO 3166-1 alpha-2.
    country: Option<String>,
    /// Themes of the need.
    #[serde(default)]
    themes: Vec<String>,
    /// The need in the asker's own words.
    #[serde(default)]
    text: String,
    /// Language of the asker: en, fr, es, pt, ar, zh, ru.
    lang: Option<String>,
    /// For whom: government, workers, employers, …
    constituency: Option<String>,
    /// How many of each, 1 to 50; 10 unless told.
    limit: Option<usize>,
}

/// An organization.
#[derive(Debug, Serialize, ToSchema)]
struct Organization {
    slug: String,
    name: String,
}

/// Why something fits.
#[derive(Debug, Serialize, ToSchema)]
struct Reason {
    kind: &'static str,
    weight: f32,
    text: String,
    /// Records behind it, as `kind/slug`.
    records: Vec<String>,
}

/// Who could share its experience.
#[derive(Debug, Serialize, ToSchema)]
struct Peer {
    /// The peer itself, or the seat of the organization.
    country: &'static str,
    organization: Option<Organization>,
    score: f32,
    reasons: Vec<Reason>,
}

/// A record that answers the need.
#[derive(Debug, Serialize, ToSchema)]
struct MatchItem {
    kind: &'static str,
    slug: String,
    title: String,
    score: f32,
    reasons: Vec<Reason>,
}

/// What was found for the need.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Matches {
    peers: Vec<Peer>,
    practices: Vec<MatchItem>,
    learning: Vec<MatchItem>,
}

/// Finds peers, practices and learning for a need. Nothing of the need is stored.
#[utoipa::path(post, path = "/api/v1/match", tag = "matching", request_body = Need,
    responses((status = 200, description = "Peers, practices and learning, best first, with reasons", body = Matches),
              (status = 400, description = "A field is wrong", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn post(State(site): State<Site>, body: Bytes) -> Result<Json<Matches>, Problem> {
    let need: Need = serde_json::from_slice(&body).map_err(|error| Problem::bad("body", format!("The body is not a need: {error}")))?;
    let question = question(&need)?;
    let limit = need.limit.unwrap_or(10).clamp(1, MOST);
    let matched = answer(&site, &question, &Wanted { peers: limit, practices: limit, learning: limit })?;
    let locale = question.locale.unwrap_or(Locale::En);
    let mut peers = Vec::new();
    for peer in matched.peers {
        let organization = match &peer.organization {
            Some(key) => site.store.find(key).await?.filter(|record| record.envelope.state == RecordState::Published),
            None => None,
        };
        let organization = organization
            .map(|record| Organization { slug: record.envelope.key.slug.to_string(), name: record.body.title().best(locale).1.to_owned() });
        peers.push(Peer { country: peer.country.code(), organization, score: peer.score, reasons: peer.reasons.iter().map(reason).collect() });
    }
    Ok(Json(Matches { peers, practices: items(&site, &matched.practices, locale).await?, learning: items(&site, &matched.learning, locale).await? }))
}

fn question(need: &Need) -> Result<Question, Problem> {
    let known = |field: &str, value: &str| Problem::bad(field, format!("Not a known value: {value}"));
    let country = need.country.as_deref().map(|code| Country::parse(code).ok_or_else(|| known("country", code))).transpose()?;
    let locale = need.lang.as_deref().map(|code| Locale::parse(code).ok_or_else(|| known("lang", code))).transpose()?;
    let constituency = need.constituency.as_deref().map(|code| Constituency::parse(code).ok_or_else(|| known("constituency", code))).transpose()?;
    let themes = need.themes.iter().map(|code| Theme::parse(code).ok_or_else(|| known("themes", code))).collect::<Result<Vec<_>, _>>()?;
    if need.text.trim().is_empty() && themes.is_empty() {
        return Err(Problem::bad("text", "Say in words what is needed, or name themes."));
    }
    Ok(Question { text: need.text.chars().take(ayni_search::query::LONGEST).collect(), locale, country, constituency, themes })
}

fn reason(found: &Found) -> Reason {
    Reason {
        kind: found.kind.code(),
        weight: found.weight,
        text: found.kind.english(),
        records: found.records.iter().map(ToString::to_string).collect(),
    }
}

async fn items(site: &Site, answers: &[Answer], locale: Locale) -> Result<Vec<MatchItem>, Problem> {
    let keys: Vec<RecordKey> = answers.iter().map(|answer| answer.record.clone()).collect();
    let records = published(site, &keys).await?;
    let item = |answer: &Answer| {
        let record = records.iter().find(|record| record.envelope.key == answer.record)?;
        Some(MatchItem {
            kind: answer.record.kind.code(),
            slug: answer.record.slug.to_string(),
            title: record.body.title().best(locale).1.to_owned(),
            score: answer.score,
            reasons: answer.reasons.iter().map(reason).collect(),
        })
    };
    Ok(answers.iter().filter_map(item).collect())
}

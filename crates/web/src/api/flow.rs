//! Flows of cooperation, as the map draws them: who shares with whom, with the records that say so.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Query, State};
use ayni_domain::{Modality, Theme};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::problem::Problem;
use crate::site::Site;

/// A pair of countries.
#[derive(Debug, Serialize, ToSchema)]
struct Flow {
    /// Who shares: ISO 3166-1 alpha-2.
    from: &'static str,
    /// Who takes up.
    to: &'static str,
    /// Records that say so, as `kind/slug`.
    records: Vec<String>,
}

/// All flows.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Flows {
    items: Vec<Flow>,
}

/// Flows of cooperation from countries that share to countries that take up, by code.
#[utoipa::path(get, path = "/api/v1/flows", tag = "records",
    params(("theme" = Option<String>, Query, description = "Narrows to a theme"), ("modality" = Option<String>, Query, description = "Narrows to a modality")),
    responses((status = 200, description = "Pairs of countries with the records", body = Flows),
              (status = 400, description = "A parameter is wrong", body = Problem, content_type = "application/problem+json")))]
pub(crate) async fn get(State(site): State<Site>, Query(pairs): Query<Vec<(String, String)>>) -> Result<Json<Flows>, Problem> {
    let value = |wanted: &str| pairs.iter().find(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value.as_str());
    let unknown = |field: &str, code: &str| Problem::bad(field, format!("Not a known value: {code}"));
    let theme = value("theme").map(|code| Theme::parse(code).ok_or_else(|| unknown("theme", code))).transpose()?;
    let modality = value("modality").map(|code| Modality::parse(code).ok_or_else(|| unknown("modality", code))).transpose()?;
    let overview = site.overview();
    let mut flows: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for flow in overview.flows.iter().filter(|flow| flow.fits(theme, modality)) {
        flows.entry((flow.from.code(), flow.to.code())).or_default().push(flow.key.to_string());
    }
    Ok(Json(Flows { items: flows.into_iter().map(|((from, to), records)| Flow { from, to, records }).collect() }))
}

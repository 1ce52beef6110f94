//! Records for tests: small cooperations, written as the corpus writes them.

use ayni_domain::record::read_line;
use ayni_domain::{Body, Constituency, Country, RecordKey, Theme};
use serde_json::{Value, json};

use crate::base::EvidenceBase;
use crate::need::{Asked, Need};

pub(crate) fn country(code: &str) -> Country {
    Country::parse(code).expect(code)
}

pub(crate) fn key(text: &str) -> RecordKey {
    RecordKey::parse(text).expect(text)
}

fn record(kind: &str, slug: &str, themes: &str, fields: Value) -> (RecordKey, Body) {
    let mut value = json!({
        "kind": kind, "slug": slug, "title": {"en": slug}, "summary": {"en": "One sentence."}, "sdgs": ["8"], "countries": [],
        "themes": themes.split_whitespace().collect::<Vec<_>>(), "sources": [{"url": "https://example.org/a", "title": "Source"}],
    });
    for (name, field) in fields.as_object().expect("an object") {
        value[name] = field.clone();
    }
    read_line(&value.to_string()).unwrap_or_else(|issues| panic!("{slug}: {issues:?}"))
}

/// A practice in which one country provides and another receives.
pub(crate) fn practice(slug: &str, themes: &str, provider: &str, recipient: &str) -> (RecordKey, Body) {
    record("practice", slug, themes, json!({"modality": ["south_south"], "countries_by_role": {"provider": [provider], "recipient": [recipient]}}))
}

/// A practice with one partner by name, and a result.
pub(crate) fn practice_with(slug: &str, themes: &str, partner: &str, country: &str, constituency: Constituency) -> (RecordKey, Body) {
    let partners = json!([{"name": partner, "country": country, "constituency": constituency.code(), "role": "peer"}]);
    record("practice", slug, themes, json!({"modality": ["south_south"], "partners": partners, "results": {"en": "It worked."}}))
}

/// A city-to-city practice in which a country provides.
pub(crate) fn city(slug: &str, provider: &str) -> (RecordKey, Body) {
    let partners = json!([{"name": "City", "country": provider, "constituency": "local-government", "role": "provider"}]);
    record("practice", slug, "governance", json!({"modality": ["city_to_city"], "partners": partners}))
}

/// A publication about a country.
pub(crate) fn publication(slug: &str, themes: &str, about: &str) -> (RecordKey, Body) {
    record("publication", slug, themes, json!({"type": "report", "countries": [about], "languages": ["pt"]}))
}

/// An organization.
pub(crate) fn organization(slug: &str, name: &str, seat: &str) -> (RecordKey, Body) {
    record("organization", slug, "skills", json!({"name": {"en": name}, "constituency": "workers", "country": seat, "countries": [seat]}))
}

pub(crate) fn base(records: &[(RecordKey, Body)]) -> EvidenceBase {
    EvidenceBase::new(records.iter().map(|(key, body)| (key, body)))
}

pub(crate) fn need(asker: &str, themes: &str, text: &str) -> Need {
    let themes = themes.split_whitespace().map(|code| Theme::parse(code).expect(code)).collect();
    Need { country: Country::parse(asker), constituency: None, themes, locale: None, asked: Asked::read(text, []) }
}

//! Links: the addresses of pages, and query strings that narrow, widen or go on.

use ayni_domain::{Country, Locale, RecordKey, Sdg, Theme};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Path of a record's page: `/pt/practices/slug`.
#[must_use]
pub fn record(locale: Locale, key: &RecordKey) -> String {
    format!("/{locale}{}", record_path(key))
}

/// Path of a record's page after the language.
#[must_use]
pub fn record_path(key: &RecordKey) -> String {
    format!("/{}/{}", key.kind.path(), key.slug)
}

/// Path of a country's page.
#[must_use]
pub fn country(locale: Locale, country: Country) -> String {
    format!("/{locale}/countries/{country}")
}

/// Path of a theme's page.
#[must_use]
pub fn theme(locale: Locale, theme: Theme) -> String {
    format!("/{locale}/themes/{theme}")
}

/// Path of a goal's page.
#[must_use]
pub fn sdg(locale: Locale, sdg: Sdg) -> String {
    format!("/{locale}/sdgs/{}", sdg.goal())
}

/// A query string from names and values, with its question mark; empty where there is none.
#[must_use]
pub fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<String> = pairs
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, QUERY)))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

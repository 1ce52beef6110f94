//! References between records: which organization or grouping a written name means.

use std::collections::HashMap;

use crate::country::Country;
use crate::fold::words;
use crate::kind::Kind;
use crate::record::{Body, RecordKey};

/// The organizations and groupings that names can mean.
#[derive(Debug, Default)]
pub struct Directory {
    by_slug: HashMap<String, Vec<usize>>,
    by_acronym: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    entries: Vec<(RecordKey, Option<Country>)>,
}

impl Directory {
    /// Builds the directory; records of other kinds are passed over.
    #[must_use]
    pub fn new<'a>(records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)>) -> Self {
        let mut directory = Self::default();
        for (key, body) in records {
            directory.add(key, body);
        }
        directory
    }

    /// Adds one record; other kinds than organization and grouping are passed over.
    pub fn add(&mut self, key: &RecordKey, body: &Body) {
        if !matches!(key.kind, Kind::Organization | Kind::Grouping) {
            return;
        }
        let seat = if let Body::Organization(organization) = body { organization.country } else { None };
        let at = self.entries.len();
        self.entries.push((key.clone(), seat));
        put(&mut self.by_slug, normal(key.slug.as_str()), at);
        if let Some(acronym) = body.acronym() {
            put(&mut self.by_acronym, normal(acronym), at);
        }
        for (_, name) in body.title().iter() {
            let (whole, inner) = split_parenthesis(name);
            put(&mut self.by_name, normal(name), at);
            put(&mut self.by_name, normal(whole), at);
            if let Some(inner) = inner {
                put(&mut self.by_acronym, normal(inner), at);
            }
        }
    }

    /// The record that a name means, by slug, acronym or name.
    ///
    /// `country` is the seat that the source gives with the name; it decides between two of the same acronym and rules out others.
    /// What could mean two records is left unresolved rather than guessed.
    #[must_use]
    pub fn resolve(&self, name: &str, country: Option<Country>) -> Option<&RecordKey> {
        let (whole, inner) = split_parenthesis(name);
        let tries = [
            (&self.by_name, Some(name)),
            (&self.by_acronym, Some(name)),
            (&self.by_slug, Some(name)),
            (&self.by_name, Some(whole)),
            (&self.by_acronym, Some(whole)),
            (&self.by_acronym, inner),
            (&self.by_name, inner),
        ];
        tries.into_iter().filter_map(|(index, text)| self.only(index.get(&normal(text?))?, country)).next()
    }

    fn only(&self, candidates: &[usize], country: Option<Country>) -> Option<&RecordKey> {
        let fits = |&&at: &&usize| match (self.entries[at].1, country) {
            (Some(seat), Some(country)) => seat == country,
            _ => true,
        };
        let fitting: Vec<_> = candidates.iter().filter(fits).collect();
        match fitting[..] {
            [&one] => Some(&self.entries[one].0),
            _ => {
                // A bloc and its secretariat often share an acronym; the bloc is meant.
                let groupings: Vec<_> = fitting.iter().filter(|&&&at| self.entries[at].0.kind == Kind::Grouping).collect();
                match groupings[..] {
                    [&&one] => Some(&self.entries[one].0),
                    _ => None,
                }
            }
        }
    }
}

fn put(index: &mut HashMap<String, Vec<usize>>, key: String, at: usize) {
    let entries = index.entry(key).or_default();
    if !entries.contains(&at) {
        entries.push(at);
    }
}

fn normal(text: &str) -> String {
    let mut words = words(text);
    if words.first().is_some_and(|word| matches!(word.as_str(), "the" | "la" | "le" | "el" | "o" | "a")) && words.len() > 1 {
        words.remove(0);
    }
    words.join(" ")
}

/// Splits `Brazilian Cooperation Agency (ABC)` into the name and what stands in parentheses at the end.
fn split_parenthesis(name: &str) -> (&str, Option<&str>) {
    let inner = name.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    inner.map_or((name, None), |(whole, inner)| (whole.trim_end(), Some(inner)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::read_line;

    fn directory() -> Directory {
        let lines = [
            r#"{"kind":"organization","slug":"abc-br","title":{"en":"Brazilian Cooperation Agency"},"name":{"en":"Brazilian Cooperation Agency","pt":"Agência Brasileira de Cooperação"},"acronym":"ABC","constituency":"government","country":"BR","summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"S"}]}"#,
            r#"{"kind":"organization","slug":"abc-ao","title":{"pt":"Associação ABC"},"name":{"pt":"Associação ABC"},"acronym":"ABC","constituency":"civil-society","country":"AO","summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"S"}]}"#,
            r#"{"kind":"organization","slug":"cplp-secretariat","title":{"en":"CPLP Secretariat"},"name":{"en":"CPLP Secretariat"},"acronym":"CPLP","constituency":"igo","summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"S"}]}"#,
            r#"{"kind":"grouping","slug":"cplp","title":{"pt":"Comunidade dos Países de Língua Portuguesa"},"acronym":"CPLP","members":[{"country":"BR"}],"summary":{"en":"S."},"sources":[{"url":"https://example.org","title":"S"}]}"#,
        ];
        let records: Vec<_> = lines.iter().map(|line| read_line(line).expect("valid")).collect();
        Directory::new(records.iter().map(|(key, body)| (key, body)))
    }

    #[test]
    fn names_mean_records_or_nothing() {
        let directory = directory();
        for (name, country, expected) in [
            ("CPLP", None, Some("grouping/cplp")),
            ("cplp-secretariat", None, Some("organization/cplp-secretariat")),
            ("Comunidade dos Paises de Lingua Portuguesa", None, Some("grouping/cplp")),
            ("The Brazilian Cooperation Agency", None, Some("organization/abc-br")),
            ("Brazilian Cooperation Agency (ABC)", Some("BR"), Some("organization/abc-br")),
            ("Agência de Cooperação (ABC)", Some("BR"), Some("organization/abc-br")),
            ("ABC", None, None),
            ("ABC", Some("AO"), Some("organization/abc-ao")),
            ("ABC", Some("MZ"), None),
            ("Brazilian Cooperation Agency", Some("MZ"), None),
            ("Unknown", None, None),
            ("", None, None),
        ] {
            let country = country.and_then(Country::parse);
            assert_eq!(directory.resolve(name, country).map(ToString::to_string).as_deref(), expected, "{name:?} {country:?}");
        }
    }
}

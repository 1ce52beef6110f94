//! JSON-LD of schema.org: what search engines read in a page.
//!
//! Types per kind, and why:
//! - practice: `Article`. The record is a text about something done. `HowTo` demands steps and `Report` a body that issued it.
//! - publication: `Report`, `Book`, `VideoObject` or `LearningResource` by its type; a report that has an ISBN or a number of pages is also a
//!   `Book`, since only books have these.
//! - course: `Course` with one `CourseInstance` where a date, place or format is known.
//! - event: `Event`, or its subtypes `EducationEvent` and `ExhibitionEvent`; stops are `subEvent`s.
//! - organization and grouping: `Organization`. Initiative: `Project`, which schema.org derives from `Organization`.
//!
//! Sources, countries and language belong to creative works in schema.org. Where the thing is none (event, organization, project) they stand on
//! the page about it, as `subjectOf`. Fields that the record does not know are absent; there are no nulls and no empty lists.

mod kinds;

use ayni_domain::record::Source;
use ayni_domain::{Body, Country, Locale, Record, Sdg, Theme};
use serde_json::{Map, Value, json};

use crate::facts;

/// Describes a record in the words of schema.org.
///
/// `url` is the address of the page in this language, `site` that of the instance without a slash at its end. Put the result into a page with
/// [`to_script`].
#[must_use]
pub fn record(record: &Record, locale: Locale, url: &str, site: &str) -> Value {
    let page = Page { record, locale, url, site };
    let (types, own) = match &record.body {
        Body::Practice(practice) => kinds::practice(&page, practice),
        Body::Publication(publication) => kinds::publication(&page, publication),
        Body::Course(course) => kinds::course(&page, course),
        Body::Event(event) => kinds::event(&page, event),
        Body::Organization(organization) => kinds::organization(&page, organization),
        Body::Grouping(grouping) => kinds::grouping(&page, grouping),
        Body::Initiative(initiative) => kinds::initiative(&page, initiative),
    };
    let mut common = vec![
        ("@id", json!(page.id())),
        ("identifier", json!(page.id())),
        ("url", json!(url)),
        ("name", json!(facts::one_line(record.body.title().best(locale).1))),
        ("description", json!(facts::summary(&record.body, locale).1)),
    ];
    common.extend(own);
    let Value::Object(described) = object(&types, common) else { return Value::Null };
    let context = Map::from_iter([("@context".to_owned(), json!("https://schema.org"))]);
    Value::Object(context.into_iter().chain(described).collect())
}

/// Describes the instance and its search.
///
/// `site` is the address of the instance, `name` what it is called in this language, and `search_url_template` the address of the search page
/// with `{search_term_string}` where the words go.
#[must_use]
pub fn website(site: &str, name: &str, locale: Locale, search_url_template: &str) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "url": site,
        "name": name,
        "inLanguage": locale.code(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": search_url_template },
            "query-input": "required name=search_term_string",
        },
    })
}

/// Writes JSON for `<script type="application/ld+json">`: no character in it can end the element, begin a comment or break a line.
#[must_use]
pub fn to_script(value: &Value) -> String {
    let json = value.to_string();
    let mut script = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => script.push_str("\\u003c"), // outside strings JSON has none of these five
            '>' => script.push_str("\\u003e"),
            '&' => script.push_str("\\u0026"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            _ => script.push(c),
        }
    }
    script
}

/// What the description of one record needs throughout.
struct Page<'a> {
    record: &'a Record,
    locale: Locale,
    url: &'a str,
    site: &'a str,
}

type Field = (&'static str, Value);

impl Page<'_> {
    fn id(&self) -> String {
        format!("urn:uuid:{}", self.record.envelope.id)
    }

    /// What creative works state: subjects, countries, sources, and the site they are part of.
    fn creative_work(&self) -> Vec<Field> {
        let common = self.record.body.common();
        vec![
            ("about", self.about(&common.themes, &common.sdgs)),
            ("spatialCoverage", self.countries(&common.countries)),
            self.sources(),
            ("isPartOf", self.website()),
        ]
    }

    fn sources(&self) -> Field {
        ("citation", self.record.body.common().sources.iter().map(source).collect())
    }

    fn website(&self) -> Value {
        json!({ "@type": "WebSite", "url": self.site })
    }

    /// When the record was published and revised.
    fn dates(&self) -> [Field; 2] {
        let envelope = &self.record.envelope;
        [("datePublished", json!(envelope.published_at.to_string())), ("dateModified", json!(envelope.updated_at.to_string()))]
    }

    /// The page about a thing that is not a creative work itself, with the countries that the thing has no field for.
    fn subject_of(&self, countries: &[Country]) -> Field {
        let language = facts::summary(&self.record.body, self.locale).0;
        let mut fields = vec![
            ("url", json!(self.url)),
            ("inLanguage", json!(language.as_str())),
            ("about", json!({ "@id": self.id() })),
            ("spatialCoverage", self.countries(countries)),
            self.sources(),
            ("isPartOf", self.website()),
        ];
        fields.extend(self.dates());
        ("subjectOf", object(&["WebPage"], fields))
    }

    /// Languages in which the thing itself exists.
    fn in_language(&self) -> Field {
        let languages = facts::languages(&self.record.body, self.locale);
        ("inLanguage", languages.iter().map(|language| language.as_str()).collect())
    }

    /// Titles in other languages.
    fn alternate_names(&self) -> Field {
        let (shown, _) = self.record.body.title().best(self.locale);
        let others = self.record.body.title().iter().filter(|(language, _)| *language != shown).map(|(_, name)| facts::one_line(name));
        ("alternateName", self.record.body.acronym().map(facts::one_line).into_iter().chain(others).collect())
    }

    fn about(&self, themes: &[Theme], sdgs: &[Sdg]) -> Value {
        let themes = themes.iter().map(|theme| json!({ "@type": "DefinedTerm", "name": theme.name(self.locale), "termCode": theme.code() }));
        let goals = sdgs.iter().map(|sdg| {
            json!({
                "@type": "DefinedTerm", "name": sdg.short(self.locale), "termCode": sdg.to_string(),
                "inDefinedTermSet": "https://sdgs.un.org/goals",
            })
        });
        themes.chain(goals).collect()
    }

    fn countries(&self, countries: &[Country]) -> Value {
        if countries.len() > MOST_COUNTRIES {
            return Value::Null; // the page has them in a table; here they would be a tenth of its weight
        }
        countries.iter().map(|country| json!({ "@type": "Country", "name": country.name(self.locale), "identifier": country.code() })).collect()
    }
}

/// More countries than this are not repeated in the description of a page.
const MOST_COUNTRIES: usize = 60;

fn source(source: &Source) -> Value {
    object(
        &["CreativeWork"],
        [
            ("name", json!(facts::one_line(&source.title))),
            ("url", json!(source.url)),
            ("publisher", source.publisher.as_deref().map_or(Value::Null, |name| named("Organization", name))),
            ("datePublished", source.year.map_or(Value::Null, |year| json!(year.to_string()))),
        ],
    )
}

/// A thing of which only the name is known.
fn named(schema_type: &str, name: &str) -> Value {
    json!({ "@type": schema_type, "name": facts::one_line(name) })
}

/// An object of these types without the fields that are null or empty; of a list of one its entry.
fn object(types: &[&str], fields: impl IntoIterator<Item = Field>) -> Value {
    let mut map = Map::from_iter([("@type".to_owned(), json!(types))]);
    map.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
    map.retain(|_, value| match value {
        Value::Array(list) => !list.is_empty(),
        Value::String(text) => !text.is_empty(),
        other => !other.is_null(),
    });
    for value in map.values_mut() {
        if let Value::Array(list) = value
            && list.len() == 1
        {
            *value = list.swap_remove(0);
        }
    }
    Value::Object(map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use proptest::prelude::*;

    #[test]
    fn a_search_engine_learns_of_the_search() {
        let website = website("https://ayni.example", "Ayni", Locale::Es, "https://ayni.example/es/search?q={search_term_string}");
        assert_eq!(website["potentialAction"]["target"]["urlTemplate"], "https://ayni.example/es/search?q={search_term_string}");
        assert_eq!((&website["@type"], &website["inLanguage"]), (&json!("WebSite"), &json!("es")));
    }

    #[test]
    fn nothing_ends_the_script_element() {
        let script = to_script(&record(&samples::nasty(), Locale::En, "https://ayni.example/x", "https://ayni.example"));
        assert!(!script.contains(['<', '>', '&']), "{script}");
    }

    #[test]
    fn every_record_is_described_without_nulls_and_empty_lists() {
        fn whole(value: &Value) -> bool {
            match value {
                Value::Null => false,
                Value::Array(list) => list.len() > 1 && list.iter().all(whole),
                Value::Object(map) => (map.contains_key("@type") || map.contains_key("@id")) && map.values().all(whole),
                Value::String(text) => !text.is_empty(),
                _ => true,
            }
        }
        for sample in samples::all() {
            let described = record(&sample, Locale::Ar, "https://ayni.example/ar/x", "https://ayni.example");
            assert!(whole(&described), "{described:#}");
            assert_eq!(described["@context"], "https://schema.org");
            let work = if described["subjectOf"].is_null() { &described } else { &described["subjectOf"] };
            assert!(!work["citation"].is_null() && !work["inLanguage"].is_null(), "{described:#}");
        }
    }

    proptest! {
        #[test]
        fn a_script_is_the_same_json(text in any::<String>(), marks in "[<>&\u{2028}\u{2029}\"\\\\a]{0,20}") {
            let value = json!({ text.clone(): [marks, text] });
            let script = to_script(&value);
            let marks = ['<', '>', '&', '\u{2028}', '\u{2029}'];
            prop_assert!(!script.contains(marks));
            prop_assert_eq!(serde_json::from_str::<Value>(&script).expect("JSON"), value);
        }
    }
}

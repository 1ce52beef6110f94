//! Records: a typed body of one of the kinds, read from JSON and written to it; the envelope around it is the same for every kind.

use serde::Serialize;
use serde_json::{Map, Value};

pub use crate::common::{Common, Source, is_web_address};
use crate::country::Country;
use crate::course::Course;
use crate::date::{PartialDate, Period};
pub use crate::envelope::{Envelope, Record, RecordKey, State};
use crate::event::Event;
use crate::grouping::Grouping;
use crate::initiative::Initiative;
use crate::kind::Kind;
use crate::language::LanguageTag;
use crate::organization::Organization;
use crate::practice::{Cooperation, Practice};
use crate::publication::Publication;
use crate::read::{Fields, Issue, Problem};
use crate::slug::Slug;
use crate::text::Text;

/// The body of a record: what is particular to its kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)] // records live behind an `Arc` and are not moved about
pub enum Body {
    /// Practice.
    Practice(Practice),
    /// Initiative.
    Initiative(Initiative),
    /// Publication.
    Publication(Publication),
    /// Course.
    Course(Course),
    /// Event.
    Event(Event),
    /// Organization.
    Organization(Organization),
    /// Grouping.
    Grouping(Grouping),
}

/// Reads one line of a file of records.
///
/// # Errors
/// All that is wrong with the line.
pub fn read_line(line: &str) -> Result<(RecordKey, Body), Vec<Issue>> {
    let whole = |problem| vec![Issue { field: "record".into(), value: line.chars().take(60).collect(), problem }];
    match serde_json::from_str(line) {
        Ok(Value::Object(map)) => read_record(&map),
        Ok(_) => Err(whole(Problem::WrongType("an object"))),
        Err(_) => Err(whole(Problem::Rule("is not JSON"))),
    }
}

/// Reads a record from its JSON object.
///
/// # Errors
/// All that is wrong with it.
pub fn read_record(map: &Map<String, Value>) -> Result<(RecordKey, Body), Vec<Issue>> {
    let mut fields = Fields::new(map, "");
    let kind = fields.code("kind");
    let kind = fields.require("kind", kind);
    let slug = fields.string("slug");
    let slug = fields.require("slug", slug).and_then(|slug| {
        Slug::parse(&slug).map_err(|_| fields.rule("slug", "has something else than 1 to 120 of a-z, 0-9 and single inner hyphens")).ok()
    });
    let Some(kind) = kind else { return Err(drop_unknown(fields)) };
    let body = Body::read(kind, &mut fields);
    let issues = fields.finish();
    match (slug, body) {
        (Some(slug), Some(body)) if issues.is_empty() => Ok((RecordKey { kind, slug }, body)),
        _ => Err(issues),
    }
}

/// Without a kind no field can be called unknown.
fn drop_unknown(fields: Fields<'_>) -> Vec<Issue> {
    fields.finish().into_iter().filter(|issue| issue.problem != Problem::Unknown).collect()
}

impl Body {
    fn read(kind: Kind, fields: &mut Fields<'_>) -> Option<Self> {
        let common = Common::read(fields);
        Some(match kind {
            Kind::Practice => Self::Practice(Practice::read(fields, common)),
            Kind::Initiative => Self::Initiative(Initiative::read(fields, common)),
            Kind::Publication => Self::Publication(Publication::read(fields, common)?),
            Kind::Course => Self::Course(Course::read(fields, common)),
            Kind::Event => Self::Event(Event::read(fields, common)?),
            Kind::Organization => Self::Organization(Organization::read(fields, common)?),
            Kind::Grouping => Self::Grouping(Grouping::read(fields, common)),
        })
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Practice(_) => Kind::Practice,
            Self::Initiative(_) => Kind::Initiative,
            Self::Publication(_) => Kind::Publication,
            Self::Course(_) => Kind::Course,
            Self::Event(_) => Kind::Event,
            Self::Organization(_) => Kind::Organization,
            Self::Grouping(_) => Kind::Grouping,
        }
    }

    /// What every kind has.
    #[must_use]
    pub const fn common(&self) -> &Common {
        match self {
            Self::Practice(p) => &p.common,
            Self::Initiative(i) => &i.common,
            Self::Publication(p) => &p.common,
            Self::Course(c) => &c.common,
            Self::Event(e) => &e.common,
            Self::Organization(o) => &o.common,
            Self::Grouping(g) => &g.common,
        }
    }

    /// Who cooperates, where the kind knows it.
    #[must_use]
    pub const fn cooperation(&self) -> Option<&Cooperation> {
        match self {
            Self::Practice(p) => Some(&p.cooperation),
            Self::Initiative(i) => Some(&i.cooperation),
            _ => None,
        }
    }

    /// Title, or name of an organization.
    #[must_use]
    pub const fn title(&self) -> &Text {
        match self {
            Self::Organization(o) => &o.name,
            other => &other.common().title,
        }
    }

    /// Short form of a name.
    #[must_use]
    pub fn acronym(&self) -> Option<&str> {
        match self {
            Self::Organization(o) => o.acronym.as_deref(),
            Self::Grouping(g) => g.acronym.as_deref(),
            _ => None,
        }
    }

    /// Own words about the thing beyond title and summary, in reading order.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Practice(p) => p.narrative().map(|(_, text)| text).chain(p.criteria.iter().map(|(_, text)| text)).collect(),
            Self::Initiative(i) => i.outputs.iter().collect(),
            Self::Organization(o) => o.about.iter().filter(|about| **about != o.common.summary).collect(),
            _ => Vec::new(),
        }
    }

    /// Every multilingual text with the path of its field, in the order of the file.
    #[must_use]
    pub fn translatable(&self) -> Vec<(String, &Text)> {
        let common = self.common();
        let mut texts = vec![("title".to_owned(), &common.title), ("summary".to_owned(), &common.summary)];
        let mut add = |path: &str, text| texts.push((path.to_owned(), text));
        match self {
            Self::Practice(p) => {
                p.narrative().for_each(|(name, text)| add(name, text));
                p.criteria.iter().for_each(|(criterion, text)| add(&format!("criteria.{criterion}"), text));
            }
            Self::Initiative(i) => i.outputs.iter().for_each(|text| add("outputs", text)),
            Self::Organization(o) => {
                std::iter::once(("name", &o.name)).chain(o.about.iter().map(|about| ("about", about))).for_each(|(n, t)| add(n, t))
            }
            Self::Publication(_) | Self::Course(_) | Self::Event(_) | Self::Grouping(_) => {}
        }
        texts
    }

    /// The language in which the record was written: the one that it states, else that of its summary.
    #[must_use]
    pub fn original_language(&self) -> &LanguageTag {
        let common = self.common();
        common.original.as_ref().unwrap_or_else(|| common.summary.original().0)
    }

    /// When it took place or appeared.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        let dated = |start: Option<PartialDate>, end| start.and_then(|start| Period::new(start, end));
        match self {
            Self::Practice(p) => p.cooperation.period,
            Self::Initiative(i) => i.cooperation.period,
            Self::Publication(p) => dated(p.year.and_then(|year| PartialDate::parse(&year.to_string())), None),
            Self::Course(c) => dated(c.start, c.end),
            Self::Event(e) => dated(e.start, e.end),
            Self::Organization(_) | Self::Grouping(_) => None,
        }
    }

    /// Names of organizations as the record writes them: partners, organisers, publisher.
    #[must_use]
    pub fn mentions(&self) -> Vec<(&'static str, &str, Option<Country>)> {
        match self {
            Self::Practice(Practice { cooperation, .. }) | Self::Initiative(Initiative { cooperation, .. }) => {
                cooperation.partners.iter().map(|p| ("partners", p.name.as_str(), p.country)).collect()
            }
            Self::Publication(p) => p.publisher.iter().map(|name| ("publisher", name.as_str(), None)).collect(),
            Self::Course(Course { organisers, .. }) | Self::Event(Event { organisers, .. }) => {
                organisers.iter().map(|name| ("organisers", name.as_str(), None)).collect()
            }
            Self::Organization(_) | Self::Grouping(_) => Vec::new(),
        }
    }

    /// The record as in files and the API: one JSON object, fields in a fixed order, texts with the original first.
    #[must_use]
    pub fn to_json(&self, key: &RecordKey) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("kind".into(), key.kind.code().into());
        map.insert("slug".into(), key.slug.as_str().into());
        if let Ok(Value::Object(fields)) = serde_json::to_value(self) {
            map.extend(fields);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::CORPUS;
    use proptest::prelude::*;

    fn practice(change: impl Fn(&mut Map<String, Value>)) -> String {
        let value = serde_json::json!({
            "kind": "practice", "slug": "a-practice", "title": {"pt": "Título", "en": "Title"}, "summary": {"en": "One sentence."},
            "themes": ["skills"], "sdgs": ["8.7"], "countries": ["BR"], "modality": ["triangular"],
            "countries_by_role": {"provider": ["BR"]}, "partners": [{"name": "ILO", "constituency": "un", "role": "facilitator"}],
            "period": {"start": "2019-05", "end": "2020"}, "sources": [{"url": "https://example.org/a", "title": "Source"}],
        });
        let Value::Object(mut map) = value else { unreachable!("the literal is an object") };
        change(&mut map);
        Value::Object(map).to_string()
    }

    fn check(field: &str, value: Value, expected: &str) {
        let issues = read_line(&practice(|map| {
            map.insert(field.into(), value.clone());
        }))
        .expect_err("the record is wrong");
        let found: Vec<String> = issues.iter().map(Issue::to_string).collect();
        assert_eq!(found, [expected]);
    }

    #[test]
    fn what_is_wrong_is_named_by_field_and_value() {
        use serde_json::json;
        check("slug", json!("No Slug"), "field `slug`, value \"No Slug\": has something else than 1 to 120 of a-z, 0-9 and single inner hyphens");
        check("themes", json!(["skills", "magic"]), "field `themes[1]`, value \"magic\": is not a known theme");
        check("themes", json!(["skills", "skills"]), "field `themes[1]`, value \"skills\": stands there twice");
        check("sdgs", json!(["8.99"]), "field `sdgs[0]`, value \"8.99\": is not a known goal or target of the 2030 Agenda");
        check("countries", json!(["br"]), "field `countries[0]`, value \"br\": is not a known ISO 3166-1 alpha-2 country code");
        check("languages", json!(["Portuguese"]), "field `languages[0]`, value \"Portuguese\": is not a known BCP 47 language tag");
        check("title", json!({"en": "  "}), "field `title.en`, value \"  \": is empty");
        check("summary", json!({"pt": "Uma frase."}), "field `summary`, value {\"pt\":\"Uma frase.\"}: has no English text");
        check("original", json!("pt"), "field `summary`, value {\"en\":\"One sentence.\"}: has no text in the original language");
        check("original", json!("Spanish"), "field `original`, value \"Spanish\": is not a known BCP 47 language tag");
        check(
            "modality",
            json!(["fragile_to_fragile"]),
            "field `modality`, value \"fragile_to_fragile\": fragile-to-fragile cooperation takes place among fragile states",
        );
        check("period", json!({"start": "2020", "end": "2019"}), "field `period.end`, value \"2019\": lies before the start");
        check("sources", json!([]), "field `sources` is missing");
        check(
            "sources",
            json!([{"url": "javascript:alert(1)", "title": "x"}]),
            "field `sources[0].url`, value \"javascript:alert(1)\": is not a web address (http or https)",
        );
        check(
            "partners",
            json!([{"name": "ILO", "constituency": "un", "role": "boss"}, {"name": "A", "constituency": "un", "role": "funder"}]),
            "field `partners[0].role`, value \"boss\": is not a known role",
        );
        check("colour", json!("red"), "field `colour`, value \"red\": is not a field of this kind of record");
    }

    #[test]
    fn a_record_may_be_written_in_any_language_that_it_states() {
        let read = |original: &str| {
            let line = practice(|map| {
                map.insert("original".into(), original.into());
                map.insert("summary".into(), serde_json::json!({"en": "One sentence.", "pt-BR": "Uma frase.", "tet": "Fraze ida."}));
                map.insert("challenge".into(), serde_json::json!({"en": "Few jobs."}));
            });
            read_line(&line).expect("a valid record")
        };
        // Title, summary and challenge: the original where they are in it, else what stands first.
        for (original, expected) in [("pt", "pt pt-BR en"), ("tet", "pt tet en"), ("en", "en en en")] {
            let (key, body) = read(original);
            let originals: Vec<_> = body.translatable().into_iter().map(|(_, text)| text.original().0.as_str()).collect();
            assert_eq!(originals.join(" "), expected);
            let written = Value::Object(body.to_json(&key));
            assert_eq!(written["original"], original);
            assert_eq!(read_line(&written.to_string()), Ok((key, body)));
        }
        let (key, body) = read_line(&practice(|_| ())).expect("a valid record");
        assert_eq!(body.to_json(&key).get("original"), None, "what is not stated is not written");
    }

    #[test]
    fn all_that_is_wrong_is_found_at_once() {
        let issues = read_line(r#"{"kind":"course","slug":"x","title":{"en":"T"},"start":"yesterday","participants":-1}"#).expect_err("wrong");
        let fields: Vec<&str> = issues.iter().map(|issue| issue.field.as_str()).collect();
        assert_eq!(fields, ["sources", "summary", "start", "participants"]);
    }

    #[test]
    fn the_whole_starter_corpus_is_valid_and_keeps_its_form() {
        let mut wrong = Vec::new();
        for line in CORPUS.iter().flat_map(|file| file.lines()) {
            match read_line(line) {
                Err(issues) => wrong.extend(issues.iter().map(|issue| format!("{} {issue}", &line[..70.min(line.len())]))),
                Ok((key, body)) => {
                    let original: Value = serde_json::from_str(line).expect("JSON");
                    let written = Value::Object(body.to_json(&key));
                    for (field, value) in original.as_object().expect("an object") {
                        assert_eq!(&written[field], value, "{key} {field}");
                    }
                    let again = read_line(&written.to_string()).expect("a written record can be read");
                    assert_eq!(again, (key, body));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_line_makes_the_reader_panic(line in "\\PC{0,80}") {
            let _ = read_line(&line);
        }

        #[test]
        fn no_value_of_a_field_makes_the_reader_panic(field in 0usize..12, text in "\\PC{0,20}", number in any::<i64>(), nested in any::<bool>()) {
            let names = ["kind", "slug", "title", "summary", "themes", "sdgs", "countries", "modality", "partners", "period", "sources", "original"];
            let value = if nested { serde_json::json!({text.clone(): [text, number]}) } else { serde_json::json!([text, number, null]) };
            let _ = read_line(&practice(|map| { map.insert(names[field].into(), value.clone()); }));
        }
    }
}

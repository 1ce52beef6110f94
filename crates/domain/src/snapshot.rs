//! Snapshots: the few fields with which a record begins, what a full one needs beyond, and what is still missing.

use serde_json::{Map, Value};

use crate::draft::tidy;
use crate::kind::Kind;
use crate::read::{Issue, Problem};
use crate::record::{Body, RecordKey, read_record};
use crate::slug::Slug;

/// One question of a snapshot; an answer in any of its fields is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Name of the question, as in messages.
    pub code: &'static str,
    /// The fields in which the answer stands.
    pub fields: &'static [&'static str],
}

/// What a record can have beyond its snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    /// Fields without which it cannot be published.
    pub needed: &'static [&'static str],
    /// Fields that make it more useful.
    pub useful: &'static [&'static str],
}

const TITLE: Question = Question { code: "title", fields: &["title"] };
const CHALLENGE: Question = Question { code: "challenge", fields: &["challenge"] };
const APPROACH: Question = Question { code: "approach", fields: &["approach"] };
const RESULTS: Question = Question { code: "results", fields: &["results"] };
const SUMMARY: Question = Question { code: "summary", fields: &["summary"] };
const PERIOD: Question = Question { code: "period", fields: &["period"] };
const TYPE: Question = Question { code: "type", fields: &["type"] };
const NAME: Question = Question { code: "name", fields: &["name"] };
const CONSTITUENCY: Question = Question { code: "constituency", fields: &["constituency"] };
const MEMBERS: Question = Question { code: "members", fields: &["members"] };
const WHERE_AND_WHO: Question = Question { code: "where-and-who", fields: &["countries", "partners"] };
const WHEN: Question = Question { code: "when", fields: &["start", "end"] };

/// The questions with which a record of a kind begins, in the order of the form: for a practice five short ones.
#[must_use]
pub const fn snapshot(kind: Kind) -> &'static [Question] {
    match kind {
        Kind::Practice => &[TITLE, CHALLENGE, APPROACH, RESULTS, WHERE_AND_WHO],
        Kind::Initiative => &[TITLE, SUMMARY, WHERE_AND_WHO, PERIOD],
        Kind::Publication => &[TITLE, TYPE, SUMMARY],
        Kind::Course => &[TITLE, SUMMARY, WHEN],
        Kind::Event => &[TITLE, TYPE, SUMMARY, WHEN],
        Kind::Organization => &[NAME, CONSTITUENCY, SUMMARY],
        Kind::Grouping => &[TITLE, SUMMARY, MEMBERS],
    }
}

/// What a full record has beyond the snapshot; with the snapshot's these are all fields of the kind.
#[must_use]
pub const fn grow(kind: Kind) -> Growth {
    let (needed, useful): (&[&str], &[&str]) = match kind {
        Kind::Practice => (
            &["summary", "modality", "sources"],
            &["themes", "sdgs", "period", "languages", "countries_by_role", "adapted_from", "replicability", "sustainability", "criteria"],
        ),
        Kind::Initiative => (&["modality", "sources"], &["outputs", "themes", "sdgs", "languages", "countries_by_role", "adapted_from", "budget"]),
        Kind::Publication => (&["sources"], &["year", "publisher", "authors", "languages", "themes", "sdgs", "countries", "isbn", "pages", "series"]),
        Kind::Course => {
            (&["sources"], &["format", "organisers", "place", "audience", "languages", "themes", "sdgs", "countries", "participants", "programme"])
        }
        Kind::Event => (&["sources"], &["organisers", "place", "languages", "themes", "sdgs", "countries", "participants", "stops"]),
        Kind::Organization => (&["title", "sources"], &["acronym", "country", "website", "about", "languages", "themes", "sdgs", "countries"]),
        Kind::Grouping => (&["sources"], &["acronym", "secretariat", "languages", "themes", "sdgs", "countries"]),
    };
    Growth { needed, useful }
}

/// What is still missing or wrong before a draft can be submitted, in the order of the form.
///
/// A new record also answers the questions of its snapshot. Who mends a published one (`revises`) need not say more than it said.
#[must_use]
pub fn missing(kind: Kind, body: &Map<String, Value>, revises: bool) -> Vec<Issue> {
    let mut issues = to_record(&RecordKey { kind, slug: Slug::of_kind(kind) }, body).err().unwrap_or_default();
    let unanswered = snapshot(kind).iter().filter(|question| !revises && !question.fields.iter().any(|field| says_something(body, field)));
    for question in unanswered {
        let field = question.fields[0];
        if !issues.iter().any(|issue| issue.field == field) {
            issues.push(Issue { field: field.to_owned(), value: String::new(), problem: Problem::Missing });
        }
    }
    let Growth { needed, useful } = grow(kind);
    let form: Vec<&str> = snapshot(kind).iter().flat_map(|question| question.fields).chain(needed).chain(useful).copied().collect();
    issues.sort_by_key(|issue| {
        let field = issue.field.split(['.', '[']).next().unwrap_or_default();
        form.iter().position(|own| *own == field).unwrap_or(form.len())
    });
    issues
}

fn says_something(body: &Map<String, Value>, field: &str) -> bool {
    match body.get(field) {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(map)) => !map.is_empty(),
        Some(_) => true,
    }
}

/// The record that a draft becomes under a key.
///
/// # Errors
/// All that is missing or wrong.
pub fn to_record(key: &RecordKey, body: &Map<String, Value>) -> Result<(RecordKey, Body), Vec<Issue>> {
    let mut map = body.clone();
    map.insert("kind".into(), key.kind.code().into());
    map.insert("slug".into(), key.slug.as_str().into());
    read_record(&map)
}

/// The body of a record as a draft of it begins: without kind and slug, and without fields that say nothing.
#[must_use]
pub fn from_record(body: &Body) -> Map<String, Value> {
    match serde_json::to_value(body) {
        Ok(Value::Object(map)) => tidy(map),
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::record::read_line;

    fn object(value: Value) -> Map<String, Value> {
        match value {
            Value::Object(map) => map,
            other => panic!("{other} is not an object"),
        }
    }

    #[test]
    fn the_form_of_a_kind_has_all_its_fields() {
        let corpus = [
            include_str!("../../../corpus/practices.jsonl"),
            include_str!("../../../corpus/events.jsonl"),
            include_str!("../../../corpus/initiatives.jsonl"),
        ]
        .into_iter()
        .chain([include_str!("../../../corpus/publications.jsonl"), include_str!("../../../corpus/courses.jsonl")])
        .chain([include_str!("../../../corpus/organizations.jsonl"), include_str!("../../../corpus/groupings.jsonl")]);
        let used: Vec<(Kind, String)> = corpus
            .flat_map(str::lines)
            .flat_map(|line| {
                let (key, body) = read_line(line).expect("the corpus is valid");
                from_record(&body).into_iter().map(move |(field, _)| (key.kind, field))
            })
            .collect();
        for &kind in Kind::ALL {
            let Growth { needed, useful } = grow(kind);
            let form: Vec<&str> = snapshot(kind).iter().flat_map(|question| question.fields).chain(needed).chain(useful).copied().collect();
            let body: Map<String, Value> = form.iter().map(|field| ((*field).to_owned(), Value::Null)).collect();
            assert_eq!(body.len(), form.len(), "{kind}: no field stands there twice");
            let issues = missing(kind, &body, true);
            assert_eq!(issues.iter().filter(|issue| issue.problem == Problem::Unknown).count(), 0, "{kind}: {issues:?}");
            let asked: Vec<&str> = snapshot(kind).iter().map(|question| question.fields[0]).chain(needed.iter().copied()).collect();
            assert!(issues.iter().all(|issue| asked.contains(&issue.field.as_str())), "{kind}: what is needed is asked for: {issues:?}");
            let homeless = used.iter().filter(|(own, field)| *own == kind && !form.contains(&field.as_str()));
            assert_eq!(homeless.collect::<Vec<_>>(), Vec::<&(Kind, String)>::new(), "every field in use has its place");
        }
    }

    fn check(kind: Kind, body: Value, revises: bool, expected: &[&str]) {
        let issues = missing(kind, &object(body), revises);
        assert_eq!(issues.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_missing_is_named_in_the_order_of_the_form() {
        check(
            Kind::Practice,
            json!({"title": {"en": "Title"}, "partners": [{"name": "ILO", "constituency": "un"}]}),
            false,
            &[
                "field `challenge` is missing",
                "field `approach` is missing",
                "field `results` is missing",
                "field `partners[0].role` is missing",
                "field `summary` is missing",
                "field `modality` is missing",
                "field `sources` is missing",
            ],
        );
        let full = json!({
            "title": {"en": "Title"}, "summary": {"en": "One."}, "modality": ["south_south"], "results": {"en": "Better."},
            "challenge": {"en": "Hard."}, "approach": {"en": "Together."}, "sources": [{"url": "https://example.org/", "title": "Source"}],
        });
        check(Kind::Practice, full.clone(), false, &["field `countries` is missing"]);
        check(Kind::Practice, full, true, &[]);
        check(
            Kind::Course,
            json!({}),
            false,
            &["field `title` is missing", "field `summary` is missing", "field `start` is missing", "field `sources` is missing"],
        );
    }

    #[test]
    fn a_record_becomes_a_draft_and_a_record_again() {
        let line = include_str!("../../../corpus/practices.jsonl").lines().next().expect("a line");
        let (key, body) = read_line(line).expect("valid");
        let draft = from_record(&body);
        assert_eq!((draft.get("kind"), draft.get("slug")), (None, None));
        assert_eq!(missing(key.kind, &draft, true), []);
        assert_eq!(to_record(&key, &draft), Ok((key, body)));
    }
}

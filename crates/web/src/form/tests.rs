//! Tests of the form: what is shown and sent back unchanged is the same, and nothing typed is lost.

use ayni_domain::criterion::Criterion;
use ayni_domain::difference::differences;
use ayni_domain::record::read_line;
use ayni_domain::snapshot::{from_record, grow, missing, snapshot};
use ayni_domain::{Kind, LanguageTag, Locale};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::Part;
use super::field::{self, Widget};
use super::read::{Reading, read};
use super::show::{FieldView, Input, Shown};
use crate::message::exists;
use crate::page::Fields;
use crate::testing::{settings, site};
use crate::view::Cx;

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is not an object"),
    }
}

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a tag")
}

/// What a browser sends of a field that nobody touched.
fn sent(field: &FieldView, pairs: &mut Vec<(String, String)>) {
    let mut send = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
    match &field.input {
        Input::Line(line) => send(&field.name, &line.value),
        Input::Area(area) => send(&field.name, &area.value.replace('\n', "\r\n")),
        Input::Select(choices) => send(&field.name, choices.iter().find(|choice| choice.chosen).map_or("", |choice| &choice.value)),
        Input::Checks(checks) => {
            send(&field.name, "");
            checks.choices.iter().filter(|choice| choice.chosen).for_each(|choice| send(&field.name, &choice.value));
            checks.others.iter().for_each(|others| send(&others.name, &others.value));
        }
        Input::Lines(lines) => lines.iter().for_each(|line| send(&field.name, &line.value)),
        Input::Rows(rows) => rows.iter().flat_map(|row| &row.cells).for_each(|cell| sent(cell, pairs)),
    }
}

fn shown_fields(cx: &Cx, kind: Kind, language: &LanguageTag, body: &Map<String, Value>) -> Vec<FieldView> {
    let issues = missing(kind, body, false);
    let shown = Shown { cx, kind, language, body, issues: &issues, comments: &[], more: Some("partners") };
    field::all(kind).iter().map(|field| shown.field(field)).collect()
}

/// What comes back from a form that was shown and sent unchanged.
fn there_and_back(cx: &Cx, kind: Kind, language: &LanguageTag, body: &Map<String, Value>) -> Map<String, Value> {
    let mut pairs = Vec::new();
    for field in shown_fields(cx, kind, language, body) {
        sent(&field, &mut pairs);
    }
    read(Reading { kind, locale: cx.locale, language }, body, &Fields(pairs))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_record_of_the_corpus_comes_back_from_its_form_as_it_was() {
    let (site, ..) = site(settings()).await;
    for &kind in Kind::ALL {
        let path = format!("{}/../../corpus/{}.jsonl", env!("CARGO_MANIFEST_DIR"), kind.plural());
        let corpus = std::fs::read_to_string(path).expect("a corpus file");
        for (line, &locale) in corpus.lines().zip(Locale::ALL.iter().cycle()) {
            let (key, body) = read_line(line).expect("a record");
            let body = from_record(&body);
            let cx = Cx::new(&site, locale, "/drafts");
            for language in ["en", "es", "ar"] {
                let back = there_and_back(&cx, kind, &tag(language), &body);
                assert_eq!(differences(&body, &back), [], "{key} in {language}");
            }
        }
    }
}

#[test]
fn every_field_of_a_kind_has_its_place_and_its_words() {
    for &kind in Kind::ALL {
        let growth = grow(kind);
        let asked = snapshot(kind).iter().flat_map(|question| question.fields).chain(growth.needed).chain(growth.useful);
        for name in asked {
            let elsewhere = *name == "criteria" || (kind == Kind::Organization && *name == "title");
            assert_eq!(field::of(kind, name).is_empty(), elsewhere, "{kind}: {name}");
        }
        for field in field::all(kind) {
            let cells = if let Widget::Rows(cells) = field.widget { cells } else { &[] };
            for key in cells.iter().map(|cell| cell.label).chain([field.label, field.entry]).chain(field.help) {
                assert!(Locale::ALL.iter().all(|&locale| exists(locale, key)), "{kind} {}: {key}", field.path);
            }
        }
    }
    for &criterion in Criterion::ALL {
        assert_eq!(Part::parse(Kind::Practice, criterion.code()), Some(Part::Criterion(criterion)));
        assert_eq!(Part::parse(Kind::Course, criterion.code()), None);
    }
}

fn check(kind: Kind, kept: Value, typed: &[(&str, &str)], expected: Value) {
    let typed = Fields(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    let body = read(Reading { kind, locale: Locale::Es, language: &tag("es") }, &object(kept), &typed);
    assert_eq!(Value::Object(body).to_string(), expected.to_string());
}

#[test]
fn what_is_typed_is_read_as_what_it_should_be() {
    let practice = Kind::Practice;
    check(practice, json!({}), &[("title", " Vivero \r\n")], json!({"title": {"es": "Vivero"}}));
    check(practice, json!({"title": {"en": "Nursery", "es": "Vivero"}}), &[("title", "Huerto")], json!({"title": {"en": "Nursery", "es": "Huerto"}}));
    check(practice, json!({"title": {"pt-BR": "Viveiro"}}), &[("title", "Horta")], json!({"title": {"pt-BR": "Horta"}}));
    check(practice, json!({"title": {"es": "Vivero", "en": "Nursery"}}), &[("title", " ")], json!({}));
    check(practice, json!({"results": {"es": "Bien."}}), &[("title", "Vivero")], json!({"results": {"es": "Bien."}, "title": {"es": "Vivero"}}));
    check(
        practice,
        json!({}),
        &[("criteria.ethical", "Sí."), ("period.start", "2019")],
        json!({"period": {"start": "2019"}, "criteria": {"ethical": {"es": "Sí."}}}),
    );
    check(practice, json!({"period": {"start": "2019", "end": "2020"}}), &[("period.start", ""), ("period.end", "")], json!({}));
    check(
        practice,
        json!({"themes": ["wages", "skills"]}),
        &[("themes", ""), ("themes", "skills"), ("themes", "trade"), ("themes", "wages")],
        json!({"themes": ["wages", "skills", "trade"]}),
    );
    check(practice, json!({"themes": ["wages"]}), &[("themes", "")], json!({}));
    check(practice, json!({}), &[("sdgs", "8"), ("sdgs.others", "8.7, 99、 x")], json!({"sdgs": ["8", "8.7", "99", "x"]}));
    check(
        practice,
        json!({}),
        &[("countries", "brasil"), ("countries", ""), ("countries", "Mozambique"), ("countries", "pe"), ("countries", "Atlántida")],
        json!({"countries": ["BR", "MZ", "PE", "Atlántida"]}),
    );
    check(
        practice,
        json!({"partners": [{"name": "OIT", "constituency": "un"}]}),
        &[("partners.0.name", ""), ("partners.0.role", ""), ("partners.7.name", "SENAI"), ("partners.7.country", "Brasil"), ("partners.x.name", "?")],
        json!({"partners": [{"name": "SENAI", "country": "BR"}]}),
    );
    check(
        practice,
        json!({}),
        &[("adapted_from", "https://ayni.example/es/practices/vivero?x=1\n\n/pt/library/guia\nUn título / otro")],
        json!({"adapted_from": ["practice/vivero", "publication/guia", "Un título / otro"]}),
    );
    check(Kind::Course, json!({}), &[("participants", "1 200"), ("start", "ayer")], json!({"start": "ayer", "participants": 1200}));
    check(Kind::Course, json!({}), &[("participants", "unos 30")], json!({"participants": "unos 30"}));
    check(
        Kind::Initiative,
        json!({}),
        &[("budget.amount", "1200.50"), ("budget.currency", "USD")],
        json!({"budget": {"amount": 1200.5, "currency": "USD"}}),
    );
    check(Kind::Initiative, json!({}), &[("budget.amount", "mucho")], json!({"budget": {"amount": "mucho"}}));
}

#[test]
fn the_name_of_an_organization_is_its_title() {
    let organization = Kind::Organization;
    check(organization, json!({}), &[("name", "Unión")], json!({"name": {"es": "Unión"}, "title": {"es": "Unión"}}));
    let same = json!({"title": {"es": "Unión"}, "name": {"es": "Unión"}});
    check(organization, same, &[("name", "Central")], json!({"title": {"es": "Central"}, "name": {"es": "Central"}}));
    let own = json!({"title": {"es": "Unión (UGT)"}, "name": {"es": "Unión"}});
    check(organization, own, &[("name", "Central")], json!({"title": {"es": "Unión (UGT)"}, "name": {"es": "Central"}}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_typed_is_shown_again() {
    let (site, ..) = site(settings()).await;
    let cx = Cx::new(&site, Locale::Es, "/drafts");
    let language = tag("es");
    for &kind in Kind::ALL {
        for text in ["12 monos", "<b>\"&'", "٣", "-1", "0x", "ZZ", "ningún sitio", "2019-13-45", "javascript:alert(1)", "\u{202e}x"] {
            let mut pairs = Vec::new();
            for field in shown_fields(&cx, kind, &language, &Map::new()) {
                sent(&field, &mut pairs);
            }
            for (_, value) in &mut pairs {
                text.clone_into(value);
            }
            let typed = pairs.len();
            let body = read(Reading { kind, locale: Locale::Es, language: &language }, &Map::new(), &Fields(pairs));
            let mut again = Vec::new();
            for field in shown_fields(&cx, kind, &language, &body) {
                assert!(Locale::ALL.iter().all(|_| field.problems.iter().all(|problem| !problem.is_empty())), "{}", field.name);
                sent(&field, &mut again);
            }
            let kept = again.iter().filter(|(_, value)| value == text).count();
            // Entries that say the same stand in their list once, and a hidden mark of a list is no entry.
            assert!(kept * 2 > typed, "{kind}: of {typed} times {text:?} {kept} are left: {again:?}");
            let back = there_and_back(&cx, kind, &language, &body);
            assert_eq!(differences(&body, &back), [], "{kind}: {text:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_form_makes_reading_panic(
        kind in 0..Kind::ALL.len(),
        pairs in prop::collection::vec(("[a-z_]{1,10}(\\.[a-z0-9]{0,3}){0,3}|partners\\.[0-9]{1,30}\\.name|countries|title|period\\.start", "\\PC{0,20}"), 0..12),
        kept in "\\PC{0,10}",
    ) {
        let language = tag("pt");
        let reading = Reading { kind: Kind::ALL[kind], locale: Locale::Pt, language: &language };
        let kept = object(json!({"title": kept.clone(), "period": kept.clone(), "partners": kept.clone(), "themes": {"x": kept}}));
        let once = read(reading, &kept, &Fields(pairs.clone()));
        let again = read(reading, &once, &Fields(pairs));
        prop_assert_eq!(once, again);
    }
}

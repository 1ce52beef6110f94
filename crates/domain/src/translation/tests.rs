//! Tests of translations.

use super::*;
use crate::record::read_line;
use crate::testing::CORPUS;
use proptest::prelude::*;
use serde_json::json;

fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a tag")
}

/// A course with this title and summary; Spanish is the original where it stands there.
fn course(title: &Value) -> (RecordKey, Body) {
    let mut record =
        json!({"kind": "course", "slug": "c", "title": title, "summary": title, "sources": [{"url": "https://example.org", "title": "S"}]});
    if !title["es"].is_null() {
        record["original"] = "es".into();
    }
    read_line(&record.to_string()).expect("a valid record")
}

fn row(language: &str, text: &str, revision: u32, stage: Stage) -> Translation {
    let at = Timestamp::UNIX_EPOCH;
    let (field, author) = ("title".to_owned(), "person/1".to_owned());
    Translation { id: Uuid::nil(), field, language: tag(language), text: text.into(), by_machine: false, author, revision, at, stage }
}

fn reviewed() -> Stage {
    Stage::Reviewed { by: "person/2".into(), at: Timestamp::UNIX_EPOCH }
}

/// The state of the title in a language, after titles that came one after another from revision 1 on.
fn check(titles: &[Value], rows: &[Translation], language: &str, expected: TranslationState) {
    let bodies: Vec<Body> = titles.iter().map(|title| course(title).1).collect();
    let mut revisions: Vec<(u32, &Body)> = (1..).zip(&bodies).collect();
    revisions.reverse();
    let states = states(&revisions, rows);
    let found = states.iter().find(|state| state.field == "title" && state.language.as_str() == language).expect("a state");
    assert_eq!(found.state, expected, "{titles:?} {rows:?} {language}");
}

#[test]
fn a_translation_is_missing_then_a_draft_then_reviewed_and_outdated_when_the_original_changes() {
    use TranslationState::{Draft, Missing, Outdated, Reviewed};
    let (one, two) = (json!({"es": "uno"}), json!({"es": "dos"}));
    let with = |es: &str, fr: &str| json!({"es": es, "fr": fr});
    check(std::slice::from_ref(&one), &[], "fr", Missing);
    check(std::slice::from_ref(&one), &[row("fr", "un", 1, Stage::Draft)], "fr", Draft);
    check(std::slice::from_ref(&one), &[row("fr", "un", 1, Stage::Draft)], "pt", Missing);
    check(&[one.clone(), with("uno", "un")], &[row("fr", "un", 1, reviewed())], "fr", Reviewed);
    check(&[one.clone(), with("uno", "un"), with("dos", "un")], &[row("fr", "un", 1, reviewed())], "fr", Outdated { since: 3 });
    check(&[one.clone(), with("uno", "un"), with("dos", "un"), with("tres", "un")], &[row("fr", "un", 1, reviewed())], "fr", Outdated { since: 3 });
    // Whoever changed the original and changed it back changed nothing.
    check(&[with("uno", "un"), with("dos", "un"), with("uno", "un")], &[], "fr", Reviewed);
    // No row: the text translates what stood beside it when it came.
    check(&[with("uno", "un"), with("dos", "un")], &[], "fr", Outdated { since: 2 });
    check(&[with("uno", "un"), with("dos", "deux")], &[], "fr", Reviewed);
    // Let through after the original had changed, or written for an original that is gone.
    check(&[one.clone(), two.clone(), with("dos", "un")], &[row("fr", "un", 1, reviewed())], "fr", Outdated { since: 2 });
    check(&[one.clone(), two.clone()], &[row("fr", "un", 1, Stage::Draft)], "fr", Outdated { since: 2 });
    check(&[one, two], &[row("fr", "un", 1, Stage::Draft), row("fr", "deux", 2, Stage::Draft)], "fr", Draft);
    // The original was written after its translation.
    check(&[json!({"en": "one"}), json!({"es": "uno", "en": "one"})], &[], "en", Reviewed);
    check(&[json!({"en": "one"}), json!({"es": "uno", "en": "one"}), json!({"es": "dos", "en": "one"})], &[], "en", Outdated { since: 3 });
}

#[test]
fn every_interface_language_but_the_original_is_listed_once_with_what_waits() {
    let (_, body) = course(&json!({"pt-BR": "um", "tet": "ida", "es": "uno"}));
    let states = states(&[(1, &body)], &[row("fr", "un", 1, Stage::Draft)]);
    let of_title: Vec<_> = states.iter().filter(|state| state.field == "title").map(|state| (state.language.as_str(), state.waiting)).collect();
    assert_eq!(of_title, [("en", false), ("fr", true), ("pt-BR", false), ("ar", false), ("zh", false), ("ru", false), ("tet", false)]);
    assert!(states.iter().all(|state| state.original.as_str() == "es"));
}

#[test]
fn nobody_lets_their_own_translation_through_and_none_goes_through_twice() {
    let draft = row("fr", "un", 1, Stage::Draft);
    assert_eq!(draft.clone().let_through("person/1", Timestamp::UNIX_EPOCH), Err(LetThroughError::OwnWork));
    let through = draft.let_through("person/2", Timestamp::UNIX_EPOCH).expect("another person");
    assert_eq!(through.stage, reviewed());
    assert_eq!(through.let_through("person/3", Timestamp::UNIX_EPOCH), Err(LetThroughError::NotADraft));
}

#[test]
fn a_translation_stands_beside_the_original_and_never_in_its_place() {
    let (key, body) = course(&json!({"pt-BR": "um", "es": "uno"}));
    for (field, language, words, expected) in [
        ("title", "fr", " un ", Ok(json!({"es": "uno", "pt-BR": "um", "fr": "un"}))),
        ("title", "pt", "dois", Ok(json!({"es": "uno", "pt-BR": "dois"}))),
        ("title", "es-MX", "dos", Err(TranslationError::IsOriginal("title".into()))),
        ("name", "fr", "un", Err(TranslationError::NoSuchField("name".into()))),
        ("sources[0]", "fr", "un", Err(TranslationError::NoSuchField("sources[0]".into()))),
    ] {
        let title = translated(&key, &body, field, &tag(language), words).map(|(body, _)| Value::Object(body.to_json(&key))["title"].clone());
        assert_eq!(title, expected, "{field} {language}");
    }
    for words in ["", "Premier. Second. Troisième. Quatrième. Cinquième."] {
        assert!(matches!(translated(&key, &body, "summary", &tag("fr"), words), Err(TranslationError::Invalid(_))), "{words}");
    }
}

/// Paths of every object in the JSON that is a map of language to words.
fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(map) if !map.is_empty() && map.iter().all(|(key, value)| LanguageTag::parse(key).is_some() && value.is_string()) => {
            found.push(path.to_owned());
        }
        Value::Object(map) => map.iter().for_each(|(name, value)| paths(value, &below(name), found)),
        Value::Array(list) => list.iter().enumerate().for_each(|(at, value)| paths(value, &format!("{path}[{at}]"), found)),
        _ => {}
    }
}

#[test]
fn every_multilingual_text_of_a_record_can_be_translated() {
    for line in CORPUS.iter().flat_map(|file| file.lines()) {
        let (key, body) = read_line(line).expect("a valid record");
        let mut expected = Vec::new();
        paths(&Value::Object(body.to_json(&key)), "", &mut expected);
        let mut fields: Vec<String> = body.translatable().into_iter().map(|(path, _)| path).collect();
        expected.sort_unstable();
        fields.sort_unstable();
        assert_eq!(fields, expected, "{key}");
    }
}

proptest! {
    #[test]
    fn no_path_makes_it_panic(field in "\\PC{0,12}|[a-z.\\[\\]0-9]{0,16}", words in "\\PC{0,12}") {
        let (key, body) = course(&json!({"es": "uno"}));
        let _ = translated(&key, &body, &field, &tag("fr"), &words);
        let mut map = json!({"a": {"fr": "un"}, "b": [{"c": {"en": "one"}}], "d": [], "e": {}}).as_object().cloned().unwrap_or_default();
        let _ = apply(&mut map, &field, &tag("fr"), &words);
    }

    #[test]
    fn what_was_put_in_is_found_there(words in "[a-zé ]{1,20}", language in "fr|pt|zh-Hans|tet") {
        prop_assume!(!words.trim().is_empty());
        let (key, body) = course(&json!({"es": "uno"}));
        let (after, written) = translated(&key, &body, "title", &tag(&language), &words).expect("a translation");
        prop_assert_eq!(written.as_str(), words.trim());
        prop_assert_eq!(after.title().in_language(&tag(&language)), Some(words.trim()));
        prop_assert_eq!(after.title().original(), body.title().original());
    }
}

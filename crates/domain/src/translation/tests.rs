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

fn returned() -> Stage {
    Stage::Returned { by: "person/2".into(), at: Timestamp::UNIX_EPOCH, reason: "Why.".into() }
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
    // What waits, or came back, is a draft too.
    check(std::slice::from_ref(&one), &[row("fr", "un", 1, Stage::Waiting)], "fr", Draft);
    check(std::slice::from_ref(&one), &[row("fr", "un", 1, returned())], "fr", Draft);
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
    let states = states(&[(1, &body)], &[row("fr", "un", 1, Stage::Waiting), row("ar", "x", 1, Stage::Draft), row("ar", "y", 1, returned())]);
    let of_title: Vec<_> = states.iter().filter(|state| state.field == "title").map(|state| (state.language.as_str(), state.waiting)).collect();
    assert_eq!(of_title, [("en", false), ("fr", true), ("pt-BR", false), ("ar", false), ("zh", false), ("ru", false), ("tet", false)]);
    assert!(states.iter().all(|state| state.original.as_str() == "es"));
}

#[test]
fn a_translation_is_handed_over_by_its_author_and_decided_about_by_somebody_else_once() {
    let at = Timestamp::UNIX_EPOCH;
    let draft = row("fr", "un", 1, Stage::Draft);
    assert_eq!(draft.clone().hand_over("person/2", at), Err(StepError::NotYours));
    assert_eq!(draft.clone().let_through("person/2", at), Err(StepError::WrongStage), "nobody publishes what is not handed over");
    let waiting = draft.hand_over("person/1", at).expect("its author");
    assert_eq!(waiting.clone().hand_over("person/1", at), Err(StepError::WrongStage));
    assert_eq!(waiting.clone().let_through("person/1", at), Err(StepError::OwnWork));
    assert_eq!(waiting.clone().send_back("person/1", "Why.", at), Err(StepError::OwnWork));
    for (reason, problem) in [(" ", Problem::Empty), (&*"é".repeat(LONGEST_REASON + 1), Problem::TooLong(LONGEST_REASON))] {
        assert_eq!(waiting.clone().send_back("person/2", reason, at), Err(StepError::Reason(problem)));
    }
    let back = waiting.clone().send_back("person/2", " Why. ", at).expect("another person");
    assert_eq!(back.stage, returned());
    assert_eq!(back.clone().let_through("person/2", at), Err(StepError::WrongStage));
    assert_eq!(back.hand_over("person/1", at).expect("its author").stage, Stage::Waiting);
    let through = waiting.let_through("person/2", at).expect("another person");
    assert_eq!(through.stage, reviewed());
    assert_eq!(through.let_through("person/3", at), Err(StepError::WrongStage));
}

#[test]
fn writing_again_takes_back_what_was_handed_over_and_keeps_the_reason_of_what_came_back() {
    for (before, after) in [(Stage::Draft, Stage::Draft), (Stage::Waiting, Stage::Draft), (returned(), returned())] {
        assert_eq!(before.after_writing(), after);
    }
}

#[test]
fn the_words_of_a_machine_are_nobodys_to_publish_alone_and_are_known_as_such_afterwards() {
    let at = Timestamp::UNIX_EPOCH;
    let machine = Translation { by_machine: true, ..row("fr", "un", 1, Stage::Draft) };
    assert_eq!(machine.clone().let_through("person/2", at), Err(StepError::WrongStage), "who asked for it hands it over first");
    let waiting = machine.hand_over("person/1", at).expect("who asked for it");
    assert_eq!(waiting.clone().let_through("person/1", at), Err(StepError::OwnWork), "who asked the machine is not its reader");
    let through = waiting.let_through("person/2", at).expect("another person");

    let (before, after) = (course(&json!({"es": "uno"})).1, course(&json!({"es": "uno", "fr": "un"})).1);
    let by_machine = |rows: &[Translation]| {
        let states = states(&[(2, &after), (1, &before)], rows);
        states.iter().find(|state| state.field == "title" && state.language.as_str() == "fr").map(|state| state.by_machine)
    };
    assert_eq!(by_machine(std::slice::from_ref(&through)), Some(true));
    assert_eq!(by_machine(&[through.clone(), row("fr", "un", 2, reviewed())]), Some(false), "somebody wrote the same later");
    assert_eq!(by_machine(&[Translation { text: "une".into(), ..through }]), Some(false), "other words are in the record");
    assert_eq!(by_machine(&[]), Some(false));
}

#[test]
fn whoever_changes_the_words_of_a_machine_makes_them_theirs() {
    for (words, before, expected) in
        [("un", Some(("un", true)), true), ("une", Some(("un", true)), false), ("un", Some(("un", false)), false), ("un", None, false)]
    {
        assert_eq!(is_by_machine(words, before), expected, "{words} {before:?}");
    }
}

#[test]
fn what_the_original_said_before_a_revision_is_found() {
    let bodies = [json!({"es": "uno"}), json!({"es": "uno", "fr": "un"}), json!({"es": "dos", "fr": "un"})].map(|title| course(&title).1);
    let mut revisions: Vec<(u32, &Body)> = (1..).zip(&bodies).collect();
    revisions.reverse();
    for (revision, expected) in [(1, None), (2, Some("uno")), (3, Some("uno")), (4, Some("dos"))] {
        assert_eq!(original_before(&revisions, "title", revision), expected, "{revision}");
    }
    assert_eq!(original_before(&revisions, "about", 3), None);
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
    let with_criteria = r#"{"kind":"practice","slug":"p","title":{"en":"T"},"summary":{"en":"S."},"modality":["south_south"],
        "criteria":{"effective":{"en":"E."},"tripartite":{"en":"T."}},"sources":[{"url":"https://example.org/","title":"S"}]}"#;
    for line in CORPUS.iter().flat_map(|file| file.lines()).chain([with_criteria]) {
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

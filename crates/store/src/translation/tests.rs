//! Tests of translations as they are kept.

use super::*;
use crate::testing::{on_both, organization, publish, signature};
use ayni_domain::translation::{StepError, TranslationError, TranslationState};

fn draft(author: &str, language: &str, text: &str, revision: u32) -> Translation {
    let (field, language) = ("summary".to_owned(), LanguageTag::parse(language).expect("a tag"));
    let (id, at) = (Uuid::now_v7(), signature().at);
    Translation { id, field, language, text: text.into(), by_machine: true, author: author.into(), revision, at, stage: Stage::Draft }
}

async fn state(store: &Store, key: &RecordKey, language: &str) -> (TranslationState, bool) {
    let record = store.find(key).await.expect("find").expect("there");
    let states = store.translation_states(&record).await.expect("states");
    let found = states.iter().find(|state| state.field == "summary" && state.language.as_str() == language).expect("a state");
    (found.state, found.waiting)
}

async fn hand_over(store: &Store, id: Uuid, author: &str) {
    let tx = store.begin().await.expect("begin");
    tx.hand_translation_over(id, author, signature().at).await.expect("handed over");
    tx.commit().await.expect("commit");
}

on_both!(a_translation_goes_through_another_pair_of_eyes_into_the_record, |store| {
    let (key, body) = organization("cplp", "CPLP");
    publish(&store, &[(key.clone(), body)]).await;
    assert_eq!(state(&store, &key, "pt").await, (TranslationState::Missing, false));

    let tx = store.begin().await.expect("begin");
    let id = tx.save_translation(&key, &draft("person/1", "pt", "Um teste", 1)).await.expect("save");
    let again = Translation { by_machine: false, ..draft("person/1", "pt", " Um teste. ", 7) };
    assert_eq!(tx.save_translation(&key, &again).await.expect("save"), id, "who writes again replaces their own draft");
    let other = tx.save_translation(&key, &draft("person/3", "pt", "Outro.", 1)).await.expect("save");
    assert_ne!(other, id, "nobody replaces the draft of another");
    for (language, text) in [("en-GB", "A test."), ("fr", "")] {
        let refused = tx.save_translation(&key, &draft("person/1", language, text, 1)).await;
        assert!(matches!(refused, Err(StoreError::Translation(_))), "{language} {refused:?}");
    }
    tx.commit().await.expect("commit");
    assert_eq!(state(&store, &key, "pt").await, (TranslationState::Draft, false));
    assert_eq!(store.waiting_translations(None, 10).await.expect("waiting"), [], "nobody reads what is not handed over");
    hand_over(&store, id, "person/1").await;
    hand_over(&store, other, "person/3").await;
    assert_eq!(state(&store, &key, "pt").await, (TranslationState::Draft, true));
    let waiting = store.waiting_translations(LanguageTag::parse("pt-BR").as_ref(), 10).await.expect("waiting");
    assert_eq!(
        waiting.iter().map(|(key, t)| (key.to_string(), t.text.as_str(), t.revision)).collect::<Vec<_>>(),
        [("organization/cplp".to_owned(), "Um teste.", 1), ("organization/cplp".to_owned(), "Outro.", 1)]
    );
    assert_eq!(store.waiting_translations(LanguageTag::parse("fr").as_ref(), 10).await.expect("waiting"), []);

    let before = store.find(&key).await.expect("find").expect("there");
    let tx = store.begin().await.expect("begin");
    let own = tx.let_translation_through(id, "person/1", signature().at).await;
    assert!(matches!(own, Err(StoreError::TranslationStep(StepError::OwnWork))));
    assert_eq!(tx.let_translation_through(id, "person/2", signature().at).await.expect("through"), key);
    assert!(tx.let_translation_through(id, "person/2", signature().at).await.is_err(), "once is enough");
    assert!(tx.drop_translation(other).await.expect("drop"));
    assert!(!tx.drop_translation(id).await.expect("drop"), "what was let through stays");
    tx.commit().await.expect("commit");

    let record = store.find(&key).await.expect("find").expect("there");
    let words: Vec<_> = record.body.common().summary.iter().map(|(language, words)| (language.as_str(), words)).collect();
    assert_eq!(words, [("en", "A test."), ("pt", "Um teste.")]);
    assert_eq!((record.envelope.revision, record.envelope.review_on), (2, before.envelope.review_on));
    let revision = &store.revisions(&key).await.expect("revisions")[0];
    assert_eq!(
        (revision.change, revision.signature.author.as_str(), revision.signature.reviewer.as_str()),
        (Change::Translated, "person/1", "person/2")
    );
    assert_eq!(store.changes_since(1, 10).await.expect("log").iter().map(|entry| entry.change).collect::<Vec<_>>(), [Change::Translated]);
    assert_eq!(state(&store, &key, "pt").await, (TranslationState::Reviewed, false));
    let (_, kept) = store.translation(id).await.expect("find").expect("there");
    assert_eq!(kept.stage, Stage::Reviewed { by: "person/2".into(), at: signature().at });
});

on_both!(a_translation_is_outdated_when_the_original_changes, |store| {
    let (key, body) = organization("cplp", "CPLP");
    publish(&store, &[(key.clone(), body)]).await;
    let tx = store.begin().await.expect("begin");
    let id = tx.save_translation(&key, &draft("person/1", "pt", "Um teste.", 1)).await.expect("save");
    tx.hand_translation_over(id, "person/1", signature().at).await.expect("handed over");
    tx.let_translation_through(id, "person/2", signature().at).await.expect("through");
    tx.commit().await.expect("commit");
    let now = store.find(&key).await.expect("find").expect("there");
    let mut json = now.body.to_json(&key);
    json["summary"]["en"] = "Another test.".into();
    publish(&store, &[ayni_domain::record::read_record(&json).expect("valid")]).await;
    assert_eq!(state(&store, &key, "pt").await, (TranslationState::Outdated { since: 3 }, false));

    let tx = store.begin().await.expect("begin");
    tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
    let refused = tx.save_translation(&key, &draft("person/1", "pt", "Outro teste.", 3)).await;
    assert!(matches!(refused, Err(StoreError::WrongState(..))), "{refused:?}");
    let missing = tx.let_translation_through(Uuid::nil(), "person/2", signature().at).await;
    assert!(matches!(missing, Err(StoreError::Missing("translation", _))), "{missing:?}");
});

on_both!(a_draft_whose_text_is_gone_is_refused_and_nothing_changes, |store| {
    let (key, body) = organization("cplp", "CPLP");
    let mut json = body.to_json(&key);
    json.insert("about".into(), serde_json::json!({"en": "About."}));
    publish(&store, &[ayni_domain::record::read_record(&json).expect("valid")]).await;
    let tx = store.begin().await.expect("begin");
    let id = tx.save_translation(&key, &Translation { field: "about".into(), ..draft("person/1", "pt", "Sobre.", 1) }).await.expect("save");
    tx.hand_translation_over(id, "person/1", signature().at).await.expect("handed over");
    tx.commit().await.expect("commit");
    publish(&store, &[(key.clone(), body)]).await;
    let tx = store.begin().await.expect("begin");
    let refused = tx.let_translation_through(id, "person/2", signature().at).await;
    assert!(matches!(refused, Err(StoreError::Translation(TranslationError::NoSuchField(_)))), "{refused:?}");
    tx.commit().await.expect("commit");
    assert_eq!(store.find(&key).await.expect("find").expect("there").envelope.revision, 2);
    assert_eq!(store.waiting_translations(None, 10).await.expect("waiting").len(), 1);
});

on_both!(a_translation_that_was_sent_back_keeps_its_reason_until_it_is_handed_over_again, |store| {
    let (key, body) = organization("cplp", "CPLP");
    publish(&store, &[(key.clone(), body)]).await;
    let (first, second) = (signature().at, signature().at + jiff::SignedDuration::from_secs(9));
    let tx = store.begin().await.expect("begin");
    let id = tx.save_translation(&key, &draft("person/1", "pt", "Um teste.", 1)).await.expect("save");
    let theirs = tx.hand_translation_over(id, "person/2", first).await;
    assert!(matches!(theirs, Err(StoreError::TranslationStep(StepError::NotYours))), "{theirs:?}");
    tx.hand_translation_over(id, "person/1", second).await.expect("handed over");
    let own = tx.send_translation_back(id, "person/1", "No.", second).await;
    assert!(matches!(own, Err(StoreError::TranslationStep(StepError::OwnWork))), "{own:?}");
    tx.send_translation_back(id, "person/2", "Not of a test, of a trial.", second).await.expect("sent back");
    let twice = tx.send_translation_back(id, "person/2", "Again.", second).await;
    assert!(matches!(twice, Err(StoreError::TranslationStep(StepError::WrongStage))), "{twice:?}");
    assert_eq!(tx.save_translation(&key, &draft("person/1", "pt", "Uma prova.", 1)).await.expect("save"), id);
    tx.commit().await.expect("commit");
    let returned = Stage::Returned { by: "person/2".into(), at: second, reason: "Not of a test, of a trial.".into() };
    let unfinished = store.unfinished_translations("person/1", 10).await.expect("unfinished");
    assert_eq!(unfinished.iter().map(|(_, own)| (own.id, own.text.as_str(), &own.stage)).collect::<Vec<_>>(), [(id, "Uma prova.", &returned)]);
    assert_eq!(store.waiting_translations(None, 10).await.expect("waiting"), []);
    hand_over(&store, id, "person/1").await;
    let (_, kept) = store.translation(id).await.expect("find").expect("there");
    assert_eq!((kept.stage, kept.by_machine), (Stage::Waiting, true));
    assert_eq!(store.unfinished_translations("person/2", 10).await.expect("unfinished"), []);
});

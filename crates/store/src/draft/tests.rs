use ayni_domain::change::Change;
use ayni_domain::checklist::{Answer, Point, Verdict, points};
use ayni_domain::draft::{By, Holder, Refusal, Step};
use ayni_domain::path::Path;
use jiff::{SignedDuration, ToSpan};
use serde_json::json;

use super::*;
use crate::Tx;
use crate::testing::{TestStore, on_both, organization, signature};

const AMINA: PersonId = PersonId(Uuid::from_u128(1));
const BEATRIZ: PersonId = PersonId(Uuid::from_u128(2));
const REVIEWER: PersonId = PersonId(Uuid::from_u128(3));

fn day(days: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000).expect("a time") + (24 * days).hours()
}

fn object(value: serde_json::Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is not an object"),
    }
}

/// A practice that has all it needs.
fn practice(title: &str) -> Map<String, Value> {
    object(json!({
        "title": {"es": title}, "summary": {"en": "One sentence."}, "challenge": {"es": "Difícil."}, "approach": {"es": "Juntos."},
        "results": {"es": "Mejor."}, "countries": ["PE"], "modality": ["south_south"], "themes": ["skills"],
        "sources": [{"url": "https://example.org/", "title": "Fuente"}],
    }))
}

fn with(mut body: Map<String, Value>, field: &str, value: Value) -> Map<String, Value> {
    body.insert(field.to_owned(), value);
    body
}

fn new(body: Map<String, Value>) -> NewDraft {
    NewDraft {
        beginning: Beginning::New { kind: Kind::Practice, body },
        author: AMINA,
        organization: None,
        language: LanguageTag::parse("es").expect("a tag"),
    }
}

fn revision(key: &RecordKey) -> NewDraft {
    NewDraft { beginning: Beginning::Revision { key: key.clone(), body: None }, ..new(Map::new()) }
}

/// Does something in a transaction of its own.
macro_rules! in_tx {
    ($store:expr, |$tx:ident| $done:expr) => {{
        let $tx = $store.begin().await.expect("begin");
        let done = $done.await;
        $tx.commit().await.expect("commit");
        done
    }};
}

mod files;

async fn begin(store: &Store, new: NewDraft) -> Draft {
    in_tx!(store, |tx| tx.add_draft(new, day(0))).expect("a draft")
}

async fn save(store: &Store, draft: &Draft, body: Map<String, Value>, by: PersonId) -> SaveOutcome {
    in_tx!(store, |tx| tx.save_draft(draft.id, draft.version, body, by, day(1))).expect("save")
}

async fn take(store: &Store, draft: &Draft, step: Step, by: By, at: Timestamp) -> Result<Draft, StoreError> {
    in_tx!(store, |tx| tx.take_step(draft.id, &Taking::new(step, by, Some("Because.")), at))
}

async fn submit(store: &Store, draft: &Draft) -> Draft {
    take(store, draft, Step::Submitted, By::Writer(AMINA), day(2)).await.expect("submit")
}

async fn answer_all(tx: &Tx, draft: &Draft) {
    for point in points(draft.kind) {
        let yes = Answer { verdict: Verdict::Yes, note: None };
        tx.answer(draft.id, point, &yes, REVIEWER, day(3)).await.expect("answer");
    }
}

async fn publish(store: &Store, draft: &Draft) -> Result<Draft, StoreError> {
    let tx = store.begin().await.expect("begin");
    answer_all(&tx, draft).await;
    let published = tx.take_step(draft.id, &Taking::new(Step::Published, By::Reviewer(REVIEWER), Some("Well told.")), day(3)).await?;
    tx.commit().await.expect("commit");
    Ok(published)
}

fn refusal<T: std::fmt::Debug>(result: Result<T, StoreError>) -> Refusal {
    match result {
        Err(StoreError::Refused(refusal)) => refusal,
        other => panic!("{other:?} is not a refusal"),
    }
}

on_both!(a_draft_is_kept_as_it_is_typed, |store| {
    let typed = json!({"kind": "course", "slug": "mine", "title": {"es": "Uno", "en": " "}, "partners": [{"name": "ILO"}], "themes": []});
    let draft = begin(&store, new(object(typed))).await;
    assert_eq!(Value::Object(draft.body.clone()), json!({"title": {"es": "Uno"}, "partners": [{"name": "ILO"}]}));
    assert_eq!((draft.kind, draft.slug.clone(), draft.version, draft.state), (Kind::Practice, None, 1, DraftState::Draft));
    assert_eq!(store.find_draft(draft.id).await.expect("find"), Some(draft.clone()));
    assert_eq!(store.find_draft(Uuid::now_v7()).await.expect("find"), None);

    assert_eq!(save(&store, &draft, practice("Dos"), BEATRIZ).await, SaveOutcome::Saved(2));
    let kept = store.find_draft(draft.id).await.expect("find").expect("there");
    assert_eq!((kept.body.clone(), kept.saved_by, kept.editors.clone()), (practice("Dos"), BEATRIZ, vec![BEATRIZ]));
    assert_eq!(kept.writers(), [AMINA, BEATRIZ]);
    assert_eq!(store.draft_changes(&kept).await.expect("changes").len(), practice("Dos").len());

    let submitted = submit(&store, &kept).await;
    let refused = in_tx!(store, |tx| tx.save_draft(draft.id, submitted.version, practice("Tres"), AMINA, day(3)));
    assert_eq!(refusal(refused), Refusal::NotEditable(DraftState::InReview));
    assert_eq!(store.position().await.expect("position"), 0, "nothing of it is public");
});

on_both!(of_two_saves_at_once_one_is_kept_and_the_other_is_shown_both, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    let mine = with(practice("Uno"), "results", json!({"es": "Mucho mejor."}));
    let theirs = with(practice("Dos"), "place", json!("Lima"));
    let saves: Vec<_> = [(mine, AMINA), (theirs, BEATRIZ)]
        .into_iter()
        .map(|(body, by)| {
            let (store, draft) = (store.clone(), draft.clone());
            tokio::spawn(async move { save(&store, &draft, body, by).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for save in saves {
        outcomes.push(save.await.expect("no panic"));
    }
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == SaveOutcome::Saved(2)).count(), 1);
    let Some(SaveOutcome::Conflict { theirs, merged }) = outcomes.into_iter().find(|outcome| matches!(outcome, SaveOutcome::Conflict { .. })) else {
        panic!("one of them is refused")
    };
    assert_eq!((theirs.version, merged.conflicts), (2, vec![]));
    let both = with(with(practice("Dos"), "results", json!({"es": "Mucho mejor."})), "place", json!("Lima"));
    assert_eq!(merged.body, both);
    assert_eq!(save(&store, &theirs, merged.body, AMINA).await, SaveOutcome::Saved(3));
    assert_eq!(store.find_draft(draft.id).await.expect("find").expect("there").body, both);
});

on_both!(two_answers_to_one_question_are_both_kept, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    assert_eq!(save(&store, &draft, practice("Dos"), BEATRIZ).await, SaveOutcome::Saved(2));
    let SaveOutcome::Conflict { theirs, merged } = save(&store, &draft, practice("Tres"), AMINA).await else { panic!("it is refused") };
    assert_eq!((theirs.saved_by, &theirs.body), (BEATRIZ, &practice("Dos")));
    let [conflict] = merged.conflicts.as_slice() else { panic!("one conflict: {merged:?}") };
    assert_eq!(conflict.path.to_string(), "title.es");
    assert_eq!((&conflict.base, &conflict.mine, &conflict.theirs), (&Some(json!("Uno")), &Some(json!("Tres")), &Some(json!("Dos"))));
    assert_eq!(store.find_draft(draft.id).await.expect("find").expect("there").body, practice("Dos"), "nothing was written");
});

on_both!(a_save_that_is_sent_again_counts_once, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    for _ in 0..3 {
        assert_eq!(save(&store, &draft, practice("Dos"), AMINA).await, SaveOutcome::Saved(2));
    }
    let mut draft = store.find_draft(draft.id).await.expect("find").expect("there");
    let long_ago = draft.clone();
    for n in 3..40 {
        assert_eq!(save(&store, &draft, practice(&n.to_string()), AMINA).await, SaveOutcome::Saved(n));
        draft.version = n;
    }
    let outcome = save(&store, &long_ago, with(practice("Dos"), "place", json!("Lima")), BEATRIZ).await;
    let SaveOutcome::Conflict { merged, .. } = outcome else { panic!("it is refused") };
    assert_eq!(merged.conflicts.len(), 1, "where the common version is forgotten, every difference is shown");
    assert_eq!(merged.body.get("place"), Some(&json!("Lima")));
});

on_both!(drafts_are_found_by_person_organization_and_state, |store| {
    let union = Slug::parse("union").expect("a slug");
    let first = begin(&store, new(practice("Uno"))).await;
    let second = begin(&store, NewDraft { author: BEATRIZ, organization: Some(union.clone()), ..new(practice("Dos")) }).await;
    assert_eq!(save(&store, &first, practice("Tres"), BEATRIZ).await, SaveOutcome::Saved(2));
    let ids = |drafts: Vec<Draft>| drafts.into_iter().map(|draft| draft.id).collect::<Vec<_>>();
    assert_eq!(ids(store.drafts_of(AMINA, 10).await.expect("list")), [first.id]);
    assert_eq!(ids(store.drafts_of(BEATRIZ, 10).await.expect("list")), [first.id, second.id]);
    assert_eq!(ids(store.drafts_of(BEATRIZ, 1).await.expect("list")), [first.id]);
    assert_eq!(ids(store.drafts_of(REVIEWER, 10).await.expect("list")), Vec::<Uuid>::new());
    assert_eq!(ids(store.drafts_for(&union, 10).await.expect("list")), [second.id]);

    take(&store, &second, Step::Submitted, By::Writer(BEATRIZ), day(2)).await.expect("submit");
    take(&store, &first, Step::Submitted, By::Writer(AMINA), day(5)).await.expect("submit");
    take(&store, &second, Step::Commented, By::Reviewer(REVIEWER), day(9)).await.expect("comment");
    assert_eq!(ids(store.drafts_in(DraftState::InReview, 10).await.expect("list")), [second.id, first.id]);
    assert_eq!(ids(store.drafts_in(DraftState::Draft, 10).await.expect("list")), Vec::<Uuid>::new());
});

on_both!(the_author_cannot_publish, |store| {
    let draft = begin(&store, new(practice("Formación dual"))).await;
    assert_eq!(save(&store, &draft, practice("Formación"), BEATRIZ).await, SaveOutcome::Saved(2));
    let draft = submit(&store, &draft).await;
    for by in [By::Reviewer(AMINA), By::Reviewer(BEATRIZ)] {
        for step in [Step::Published, Step::Declined, Step::ChangesRequested] {
            assert_eq!(refusal(take(&store, &draft, step, by, day(3)).await), Refusal::OwnWork);
        }
    }
    assert_eq!(refusal(take(&store, &draft, Step::Published, By::Writer(AMINA), day(3)).await), Refusal::OnlyReviewers(Step::Published));
    let yes = Answer { verdict: Verdict::Yes, note: None };
    assert_eq!(refusal(in_tx!(store, |tx| tx.answer(draft.id, Point::OwnWords, &yes, BEATRIZ, day(3)))), Refusal::OwnWork);
    assert_eq!(store.position().await.expect("position"), 0);
    assert_eq!(store.find_draft(draft.id).await.expect("find"), Some(draft));
});

on_both!(who_hands_in_a_draft_does_not_review_it, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    let draft = take(&store, &draft, Step::Submitted, By::Writer(REVIEWER), day(2)).await.expect("submit");
    assert_eq!(refusal(take(&store, &draft, Step::Declined, By::Reviewer(REVIEWER), day(3)).await), Refusal::OwnWork);
});

on_both!(publishing_makes_a_record_that_two_people_signed, |store| {
    let draft = submit(&store, &begin(&store, new(practice("Formación dual"))).await).await;
    let all_points = points(Kind::Practice);
    let refused = take(&store, &draft, Step::Published, By::Reviewer(REVIEWER), day(3)).await;
    assert_eq!(refusal(refused), Refusal::Unchecked(all_points.clone()));
    let no = Answer { verdict: Verdict::No, note: Some("By whom?".into()) };
    in_tx!(store, |tx| tx.answer(draft.id, all_points[0], &no, REVIEWER, day(3))).expect("answer");
    assert_eq!(store.answers(draft.id).await.expect("answers")[&all_points[0]].answer, no);
    assert_eq!(
        refusal(in_tx!(store, |tx| tx.answer(draft.id, Point::LicenceStated, &no, REVIEWER, day(3)))),
        Refusal::NotAsked(Point::LicenceStated)
    );

    let tx = store.begin().await.expect("begin");
    answer_all(&tx, &draft).await;
    tx.take_step(draft.id, &Taking::new(Step::Published, By::Reviewer(REVIEWER), Some("Yes.")), day(3)).await.expect("publish");
    drop(tx);
    assert_eq!(store.position().await.expect("position"), 0, "what is not committed did not happen");
    assert_eq!(store.find_draft(draft.id).await.expect("find").expect("there").state, DraftState::InReview);

    let published = publish(&store, &draft).await.expect("publish");
    let key = published.key().expect("a key");
    assert_eq!(key.to_string(), "practice/formacion-dual");
    let record = store.find(&key).await.expect("find").expect("there");
    assert_eq!((record.envelope.revision, record.envelope.steward.to_string()), (1, AMINA.to_string()));
    assert_eq!(published.became, Some(Base { record: record.envelope.id, revision: 1 }));
    let signature = &store.revisions(&key).await.expect("revisions")[0].signature;
    assert_eq!((&signature.author, &signature.reviewer, signature.note.as_deref()), (&AMINA.to_string(), &REVIEWER.to_string(), Some("Well told.")));
    let log = store.changes_since(0, 10).await.expect("log");
    assert_eq!(log.iter().map(|entry| entry.change).collect::<Vec<_>>(), [Change::Published]);
    assert_eq!(store.drafts_revising(record.envelope.id, 10).await.expect("list"), std::slice::from_ref(&published));
    assert!(matches!(refusal(take(&store, &published, Step::Resumed, By::Writer(AMINA), day(4)).await), Refusal::WrongState { .. }));
});

on_both!(an_organization_keeps_what_was_written_for_it, |store| {
    let union = Slug::parse("union").expect("a slug");
    let draft = submit(&store, &begin(&store, NewDraft { organization: Some(union), ..new(practice("Uno")) }).await).await;
    let key = publish(&store, &draft).await.expect("publish").key().expect("a key");
    assert_eq!(store.find(&key).await.expect("find").expect("there").envelope.steward.to_string(), "organization/union");
});

on_both!(a_submitted_draft_has_all_it_needs_and_a_slug_of_its_own, |store| {
    let mut half = practice("Uno");
    half.shift_remove("sources");
    half.shift_remove("results");
    let draft = begin(&store, new(half)).await;
    let Refusal::Unfinished(issues) = refusal(take(&store, &draft, Step::Submitted, By::Writer(AMINA), day(2)).await) else {
        panic!("it is unfinished")
    };
    assert_eq!(issues.iter().map(|issue| issue.field.as_str()).collect::<Vec<_>>(), ["results", "sources"]);

    let slugs = ["uno", "uno-2", "uno-3"];
    let mut drafts = Vec::new();
    for slug in slugs {
        let draft = submit(&store, &begin(&store, new(practice("Uno"))).await).await;
        assert_eq!(draft.slug.as_ref().map(Slug::as_str), Some(slug));
        drafts.push(draft);
    }
    take(&store, &drafts[1], Step::Abandoned, By::Writer(AMINA), day(3)).await.expect("abandon");
    assert_eq!(submit(&store, &begin(&store, new(practice("Uno"))).await).await.slug.as_ref().map(Slug::as_str), Some("uno-2"));
    let resumed = take(&store, &drafts[1], Step::Resumed, By::Writer(AMINA), day(4)).await.expect("resume");
    assert_eq!(submit(&store, &resumed).await.slug.as_ref().map(Slug::as_str), Some("uno-2-2"));
});

/// A published practice, and a draft that gives it another title.
async fn revised(store: &Store) -> (RecordKey, Draft) {
    let draft = submit(store, &begin(store, new(practice("Uno"))).await).await;
    let key = publish(store, &draft).await.expect("publish").key().expect("a key");
    let draft = begin(store, revision(&key)).await;
    assert_eq!(draft.body, practice("Uno"));
    assert_eq!(refusal(take(store, &draft, Step::Submitted, By::Writer(AMINA), day(2)).await), Refusal::NothingNew);
    assert_eq!(save(store, &draft, practice("Dos"), AMINA).await, SaveOutcome::Saved(2));
    let draft = store.find_draft(draft.id).await.expect("find").expect("there");
    let changes = store.draft_changes(&draft).await.expect("changes");
    assert_eq!(changes.iter().map(|change| change.path.to_string()).collect::<Vec<_>>(), ["title.es"]);
    (key, draft)
}

/// Changes a record past all drafts.
async fn change(store: &Store, key: &RecordKey, changed: Map<String, Value>) {
    let record = ayni_domain::snapshot::to_record(key, &changed).expect("a record");
    in_tx!(store, |tx| tx.save_all(&[record], &signature())).expect("save");
}

async fn body_of(store: &Store, key: &RecordKey) -> Map<String, Value> {
    from_record(&store.find(key).await.expect("find").expect("there").body)
}

on_both!(a_revision_is_published_over_the_one_that_it_began_with, |store| {
    let (key, draft) = revised(&store).await;
    let published = publish(&store, &submit(&store, &draft).await).await.expect("publish");
    assert_eq!(published.became.map(|base| base.revision), Some(2));
    assert_eq!(published.slug.as_ref(), Some(&key.slug), "the address stays");
    assert_eq!(body_of(&store, &key).await, practice("Dos"));
    assert_eq!(store.revisions(&key).await.expect("revisions")[0].change, Change::Revised);
});

on_both!(what_changed_meanwhile_elsewhere_is_kept, |store| {
    let (key, draft) = revised(&store).await;
    change(&store, &key, with(practice("Uno"), "themes", json!(["skills", "wages"]))).await;
    let published = publish(&store, &submit(&store, &draft).await).await.expect("publish");
    assert_eq!(published.became.map(|base| base.revision), Some(3));
    assert_eq!(body_of(&store, &key).await, with(practice("Dos"), "themes", json!(["skills", "wages"])));
});

on_both!(a_revision_is_refused_when_the_record_moved_on_in_the_same_place, |store| {
    let (key, draft) = revised(&store).await;
    change(&store, &key, with(practice("Tres"), "themes", json!(["skills", "wages"]))).await;
    let draft = submit(&store, &draft).await;
    let Refusal::MovedOn(conflicts) = refusal(publish(&store, &draft).await) else { panic!("the record has moved on") };
    assert_eq!(conflicts.iter().map(|conflict| conflict.path.to_string()).collect::<Vec<_>>(), ["title.es"]);
    assert_eq!(refusal(in_tx!(store, |tx| tx.rebase_draft(draft.id, AMINA, day(4)))), Refusal::NotEditable(DraftState::InReview));

    take(&store, &draft, Step::ChangesRequested, By::Reviewer(REVIEWER), day(4)).await.expect("changes");
    let (rebased, conflicts) = in_tx!(store, |tx| tx.rebase_draft(draft.id, AMINA, day(5))).expect("rebase");
    assert_eq!(
        conflicts.iter().map(|conflict| (conflict.mine.clone(), conflict.theirs.clone())).collect::<Vec<_>>(),
        [(Some(json!("Tres")), Some(json!("Dos")))]
    );
    assert_eq!((rebased.revises.map(|base| base.revision), rebased.version), (Some(2), 3));
    assert_eq!(rebased.body, with(practice("Dos"), "themes", json!(["skills", "wages"])));
    let again = in_tx!(store, |tx| tx.rebase_draft(draft.id, AMINA, day(5))).expect("rebase");
    assert_eq!(again, (rebased.clone(), vec![]));
    publish(&store, &submit(&store, &rebased).await).await.expect("publish");
    assert_eq!(body_of(&store, &key).await, rebased.body);
});

on_both!(a_withdrawn_record_is_not_revised, |store| {
    let (key, draft) = revised(&store).await;
    let draft = submit(&store, &draft).await;
    in_tx!(store, |tx| tx.withdraw(&key, "not ours", &signature())).expect("withdraw");
    assert!(matches!(publish(&store, &draft).await, Err(StoreError::WrongState(..))));
    let tx = store.begin().await.expect("begin");
    assert!(matches!(tx.add_draft(revision(&key), day(4)).await, Err(StoreError::WrongState(..))));
    let nowhere = organization("nowhere", "Nowhere").0;
    assert!(matches!(tx.add_draft(revision(&nowhere), day(4)).await, Err(StoreError::NoRecord(_))));
});

on_both!(comments_stand_at_fields_until_they_are_settled, |store| {
    let draft = submit(&store, &begin(&store, new(practice("Uno"))).await).await;
    let field = Path::parse("title.es").expect("a path");
    let comment = Taking { field: Some(field.clone()), ..Taking::new(Step::Commented, By::Reviewer(REVIEWER), Some(" Too short. ")) };
    in_tx!(store, |tx| tx.take_step(draft.id, &comment, day(3))).expect("comment");
    let empty = Taking { words: Some("  ".into()), ..comment.clone() };
    assert_eq!(refusal(in_tx!(store, |tx| tx.take_step(draft.id, &empty, day(3)))), Refusal::NeedsWords(Step::Commented));
    let back = take(&store, &draft, Step::ChangesRequested, By::Reviewer(REVIEWER), day(4)).await.expect("changes");
    assert_eq!(back.state, DraftState::ChangesRequested);

    assert!(!in_tx!(store, |tx| tx.resolve_comment(draft.id, 1, AMINA, day(5))).expect("resolve"), "a submission is no comment");
    assert!(!in_tx!(store, |tx| tx.resolve_comment(draft.id, 9, AMINA, day(5))).expect("resolve"));
    for (by, at) in [(AMINA, day(5)), (BEATRIZ, day(6))] {
        assert!(in_tx!(store, |tx| tx.resolve_comment(draft.id, 2, by, at)).expect("resolve"));
    }
    let steps = store.steps(draft.id).await.expect("steps");
    let said: Vec<_> = steps.iter().map(|taken| (taken.seq, taken.step, taken.person, taken.words.as_deref())).collect();
    assert_eq!(
        said,
        [
            (1, Step::Submitted, Some(AMINA), Some("Because.")),
            (2, Step::Commented, Some(REVIEWER), Some("Too short.")),
            (3, Step::ChangesRequested, Some(REVIEWER), Some("Because.")),
        ]
    );
    assert_eq!(steps.iter().map(|taken| taken.resolved).collect::<Vec<_>>(), [None, Some((AMINA, day(5))), None]);
    assert_eq!(steps[1].field, Some(field));
});

on_both!(clocks_remind_and_at_last_lay_aside, |store| {
    let waiting = submit(&store, &begin(&store, new(practice("Uno"))).await).await;
    let silent = begin(&store, new(practice("Dos"))).await;
    let due = |days: i64| {
        let store = store.clone();
        async move {
            let found = store.drafts_due(day(days)).await.expect("due");
            found.into_iter().map(|(draft, due)| (draft.id, due)).collect::<Vec<_>>()
        }
    };
    let reviewers = |nth| (waiting.id, Due::Reminder { to: Holder::Reviewers, nth });
    let author = (silent.id, Due::Reminder { to: Holder::Author, nth: 1 });
    assert_eq!(due(8).await, []);
    assert_eq!(due(9).await, [reviewers(1)]);
    assert_eq!(due(14).await, [author, reviewers(1)]);
    for id in [waiting.id, silent.id] {
        in_tx!(store, |tx| tx.note_reminder(id, 1)).expect("note");
    }
    assert_eq!(due(15).await, []);
    assert_eq!(due(16).await, [reviewers(2)]);

    assert_eq!(refusal(take(&store, &silent, Step::Abandoned, By::Clock, day(179)).await), Refusal::NotDue);
    assert_eq!(due(180).await, [(silent.id, Due::Abandonment), reviewers(25)]);
    let laid_aside = take(&store, &silent, Step::Abandoned, By::Clock, day(180)).await.expect("abandon");
    assert_eq!((laid_aside.state, laid_aside.reminded), (DraftState::Abandoned, 0));
    assert_eq!(store.steps(silent.id).await.expect("steps")[0].person, None);
    let resumed = take(&store, &silent, Step::Resumed, By::Writer(AMINA), day(200)).await.expect("resume");
    assert_eq!((resumed.state, resumed.body), (DraftState::Draft, practice("Dos")));
    assert_eq!(resumed.since.duration_since(day(200)), SignedDuration::ZERO);
});

on_both!(drafts_that_came_to_nothing_are_forgotten_in_time, |store| {
    let (_, revision) = revised(&store).await;
    let declined = submit(&store, &begin(&store, new(practice("Tres"))).await).await;
    take(&store, &declined, Step::Commented, By::Reviewer(REVIEWER), day(3)).await.expect("comment");
    in_tx!(store, |tx| tx.resolve_comment(declined.id, 2, AMINA, day(3))).expect("resolve");
    take(&store, &declined, Step::Declined, By::Reviewer(REVIEWER), day(4)).await.expect("decline");
    assert_eq!(in_tx!(store, |tx| tx.forget_closed_drafts(day(4))).expect("forget"), 0);
    assert_eq!(in_tx!(store, |tx| tx.forget_closed_drafts(day(5))).expect("forget"), 1);
    assert_eq!(store.find_draft(declined.id).await.expect("find"), None);
    assert_eq!(store.steps(declined.id).await.expect("steps"), []);

    let shared = begin(&store, new(practice("Cuatro"))).await;
    assert_eq!(save(&store, &shared, practice("Cinco"), BEATRIZ).await, SaveOutcome::Saved(2));
    assert_eq!(in_tx!(store, |tx| tx.forget_drafts_of(BEATRIZ)).expect("forget"), 0);
    assert_eq!(in_tx!(store, |tx| tx.forget_drafts_of(AMINA)).expect("forget"), 1);
    assert_eq!(store.find_draft(revision.id).await.expect("find"), None);
    let left = store.drafts_of(AMINA, 10).await.expect("list");
    assert_eq!(
        left.iter().map(|draft| (draft.id == shared.id, draft.state)).collect::<Vec<_>>(),
        [(false, DraftState::Published), (true, DraftState::Draft)]
    );
});

on_both!(a_backup_has_the_drafts_too, |store| {
    let (_, draft) = revised(&store).await;
    let draft = submit(&store, &draft).await;
    in_tx!(store, |tx| tx.answer(draft.id, Point::OwnWords, &Answer { verdict: Verdict::No, note: None }, REVIEWER, day(3))).expect("answer");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("backup.ayni");
    store.backup(&path).await.expect("backup");
    let fresh = TestStore::sqlite().await;
    fresh.store.restore_backup(&path).await.expect("restore");
    assert_eq!(fresh.store.find_draft(draft.id).await.expect("find"), Some(draft.clone()));
    assert_eq!(fresh.store.steps(draft.id).await.expect("steps"), store.steps(draft.id).await.expect("steps"));
    assert_eq!(fresh.store.answers(draft.id).await.expect("answers"), store.answers(draft.id).await.expect("answers"));
});

use serde_json::{Map, Value};

use super::*;
use crate::testing::on_both;

const AMINA: Uuid = Uuid::from_u128(1);
const ROSA: Uuid = Uuid::from_u128(2);

/// A time in the week that begins on Monday, 1 June 2026.
fn at(day: u8, hour: u8) -> Timestamp {
    format!("2026-06-{day:02}T{hour:02}:00:00Z").parse().expect("a time")
}

fn notice(person: Uuid, topic: Topic, title: &str) -> Notice {
    let arguments = Map::from_iter([("title".to_owned(), Value::from(title)), ("comments".to_owned(), Value::from(2))]);
    Notice::new(person, topic, "notice-test", arguments, "/desk").expect("a notice")
}

async fn tell(store: &Store, person: Uuid, topic: Topic, title: &str, at: Timestamp) -> Uuid {
    let tx = store.begin().await.expect("begin");
    let id = tx.add_notice(&notice(person, topic, title), at).await.expect("add");
    tx.commit().await.expect("commit");
    id
}

async fn choose(store: &Store, person: Uuid, topic: Topic, frequency: Frequency) {
    let tx = store.begin().await.expect("begin");
    tx.set_preference(person, Preference::new(topic, frequency).expect("a choice")).await.expect("set");
    tx.commit().await.expect("commit");
}

async fn take(store: &Store, person: Uuid, frequency: Frequency, now: Timestamp) -> Vec<String> {
    let tx = store.begin().await.expect("begin");
    let entries = tx.take_digest(person, frequency, now).await.expect("take");
    tx.commit().await.expect("commit");
    titles(&entries)
}

fn titles(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(|entry| entry.notice.arguments()["title"].as_str().expect("a text").to_owned()).collect()
}

on_both!(a_person_reads_their_notices_and_nobody_elses, |store| {
    let first = tell(&store, AMINA, Topic::Review, "first", at(1, 8)).await;
    tell(&store, AMINA, Topic::Mandate, "second", at(1, 9)).await;
    tell(&store, AMINA, Topic::Review, "third", at(1, 9)).await;
    let other = tell(&store, ROSA, Topic::Review, "other", at(1, 9)).await;

    let inbox = store.notices(AMINA, None, 2).await.expect("notices");
    assert_eq!((titles(&inbox.entries), inbox.unread), (vec!["third".into(), "second".into()], 3));
    let rest = store.notices(AMINA, Some(inbox.entries[1].id), 2).await.expect("notices");
    let entry = Entry { id: first, notice: notice(AMINA, Topic::Review, "first"), at: at(1, 8), read_at: None, mailed_at: None };
    assert_eq!(rest, Inbox { entries: vec![entry], unread: 3 });
    assert_eq!(store.notices(AMINA, Some(other), 2).await.expect("notices").entries, [], "a notice of another is no place in the list");

    let tx = store.begin().await.expect("begin");
    assert_eq!(tx.read_notices(AMINA, &[first, other], at(1, 10)).await.expect("read"), 1);
    assert_eq!(tx.read_notices(AMINA, &[first], at(1, 11)).await.expect("read"), 0, "the first time counts");
    tx.commit().await.expect("commit");
    assert_eq!((store.unread_notices(AMINA).await.expect("count"), store.unread_notices(ROSA).await.expect("count")), (2, 1));
    assert_eq!(store.notices(AMINA, None, 9).await.expect("notices").entries[2].read_at, Some(at(1, 10)));

    let tx = store.begin().await.expect("begin");
    assert_eq!(tx.read_all_notices(AMINA, at(1, 12)).await.expect("read"), 2);
    tx.commit().await.expect("commit");
    assert_eq!((store.unread_notices(AMINA).await.expect("count"), store.unread_notices(ROSA).await.expect("count")), (0, 1));
});

on_both!(a_person_chooses_for_each_topic, |store| {
    choose(&store, AMINA, Topic::Review, Frequency::Daily).await;
    choose(&store, AMINA, Topic::Review, Frequency::Weekly).await;
    let chosen = store.preferences(AMINA).await.expect("preferences");
    for &topic in Topic::ALL {
        assert_eq!(chosen[&topic], if topic == Topic::Review { Frequency::Weekly } else { topic.usual() });
    }
    assert_eq!(store.preferences(ROSA).await.expect("preferences")[&Topic::Review], Frequency::AtOnce);
});

on_both!(notices_are_gathered_by_person_and_frequency, |store| {
    choose(&store, AMINA, Topic::Freshness, Frequency::Daily).await;
    choose(&store, AMINA, Topic::Objection, Frequency::Daily).await;
    choose(&store, AMINA, Topic::Mandate, Frequency::Never).await;
    for (topic, title) in [
        (Topic::Review, "a draft waits"),
        (Topic::Freshness, "a record ages"),
        (Topic::Objection, "an objection"),
        (Topic::Translation, "a text is outdated"),
        (Topic::Mandate, "not wanted"),
    ] {
        tell(&store, AMINA, topic, title, at(1, 8)).await;
    }
    tell(&store, ROSA, Topic::Review, "for Rosa", at(1, 8)).await;
    let due = store.digests_due(at(1, 9), 10).await.expect("due");
    let (at_once, daily, weekly) = (Frequency::AtOnce, Frequency::Daily, Frequency::Weekly);
    assert_eq!(due, [(AMINA, at_once), (AMINA, daily), (AMINA, weekly), (ROSA, at_once)]);
    assert_eq!(store.digests_due(at(1, 9), 1).await.expect("due"), [(AMINA, at_once)]);

    assert_eq!(take(&store, AMINA, at_once, at(1, 9)).await, ["a draft waits"]);
    assert_eq!(take(&store, AMINA, daily, at(1, 9)).await, ["a record ages", "an objection"]);
    assert_eq!(take(&store, AMINA, daily, at(1, 9)).await, Vec::<String>::new());
    assert_eq!(take(&store, AMINA, Frequency::Never, at(1, 9)).await, Vec::<String>::new());
    assert_eq!(take(&store, AMINA, weekly, at(1, 9)).await, ["a text is outdated"]);
    assert_eq!(store.digests_due(at(1, 9), 10).await.expect("due"), [(ROSA, at_once)]);

    tell(&store, AMINA, Topic::Freshness, "another ages", at(1, 10)).await;
    tell(&store, AMINA, Topic::Translation, "another is outdated", at(1, 10)).await;
    tell(&store, AMINA, Topic::Review, "another draft", at(1, 10)).await;
    let amina = |due: Vec<(Uuid, Frequency)>| due.into_iter().filter(|(person, _)| *person == AMINA).map(|(_, f)| f).collect::<Vec<_>>();
    assert_eq!(amina(store.digests_due(at(1, 23), 10).await.expect("due")), [at_once]);
    assert_eq!(amina(store.digests_due(at(2, 0), 10).await.expect("due")), [at_once, daily]);
    assert_eq!(amina(store.digests_due(at(7, 23), 10).await.expect("due")), [at_once, daily]);
    assert_eq!(amina(store.digests_due(at(8, 0), 10).await.expect("due")), [at_once, daily, weekly]);
});

on_both!(what_was_read_or_is_too_old_is_not_mailed, |store| {
    let read = tell(&store, AMINA, Topic::Review, "read", at(15, 9)).await;
    tell(&store, AMINA, Topic::Review, "old", at(1, 9)).await;
    tell(&store, AMINA, Topic::Review, "new", at(2, 9)).await;
    let tx = store.begin().await.expect("begin");
    tx.read_notices(AMINA, &[read], at(15, 10)).await.expect("read");
    tx.commit().await.expect("commit");
    assert_eq!(take(&store, AMINA, Frequency::AtOnce, at(15, 10)).await, ["new"]);
    assert_eq!(store.digests_due(at(15, 10), 10).await.expect("due"), []);
});

on_both!(a_digest_that_was_not_finished_is_due_again, |store| {
    tell(&store, AMINA, Topic::Review, "a draft waits", at(1, 8)).await;
    let tx = store.begin().await.expect("begin");
    assert_eq!(tx.take_digest(AMINA, Frequency::AtOnce, at(1, 9)).await.expect("take").len(), 1);
    drop(tx); // the node dies before the mail is in the outbox
    assert_eq!(take(&store, AMINA, Frequency::AtOnce, at(1, 9)).await, ["a draft waits"]);
});

on_both!(of_two_nodes_that_gather_at_once_each_notice_goes_to_one, |store| {
    for n in 0..6 {
        tell(&store, Uuid::from_u128(n % 3), Topic::Review, &format!("notice {n}"), at(1, 8)).await;
    }
    let nodes: Vec<_> = (0..2)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut own = Vec::new();
                for (person, frequency) in store.digests_due(at(1, 9), 10).await.expect("due") {
                    own.extend(take(&store, person, frequency, at(1, 9)).await);
                }
                own
            })
        })
        .collect();
    let mut taken = Vec::new();
    for node in nodes {
        taken.extend(node.await.expect("the node answers"));
    }
    taken.sort();
    assert_eq!(taken, (0..6).map(|n| format!("notice {n}")).collect::<Vec<_>>());
});

on_both!(notices_go_with_time_and_with_their_person, |store| {
    tell(&store, AMINA, Topic::Review, "old", at(1, 8)).await;
    tell(&store, AMINA, Topic::Review, "new", at(3, 8)).await;
    tell(&store, ROSA, Topic::Review, "for Rosa", at(3, 8)).await;
    choose(&store, AMINA, Topic::Review, Frequency::Never).await;
    let tx = store.begin().await.expect("begin");
    assert_eq!(tx.forget_notices(at(2, 0)).await.expect("forget"), 1);
    tx.commit().await.expect("commit");
    assert_eq!(titles(&store.notices(AMINA, None, 9).await.expect("notices").entries), ["new"]);

    let tx = store.begin().await.expect("begin");
    tx.erase_notices(AMINA).await.expect("erase");
    tx.commit().await.expect("commit");
    assert_eq!(store.notices(AMINA, None, 9).await.expect("notices"), Inbox { entries: Vec::new(), unread: 0 });
    assert_eq!(store.preferences(AMINA).await.expect("preferences")[&Topic::Review], Topic::Review.usual());
    assert_eq!(store.unread_notices(ROSA).await.expect("count"), 1);
});

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::*;
use crate::testing::{on_both, signature};

const LEASE: SignedDuration = SignedDuration::from_mins(5);

fn after(minutes: i64) -> Timestamp {
    signature().at + SignedDuration::from_mins(minutes)
}

fn mail(topic: Topic, to: &str) -> NewMail {
    NewMail {
        person: Some(Uuid::from_u128(7)),
        topic,
        to: to.into(),
        subject: "Your draft came back".into(),
        locale: Locale::Es,
        content: json!({"blocks": [], "footer": []}),
        unsubscribe_hash: None,
    }
}

async fn add(store: &Store, mail: &NewMail, at: Timestamp) -> Uuid {
    let tx = store.begin().await.expect("begin");
    let id = tx.add_mail(mail, at).await.expect("add");
    tx.commit().await.expect("commit");
    id
}

async fn claim(store: &Store, minutes: i64) -> Vec<ClaimedMail> {
    store.claim_mails(after(minutes), LEASE, 10).await.expect("claim")
}

async fn only(store: &Store) -> OutboxEntry {
    let mut all = store.mails(None, None, 2).await.expect("mails");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

on_both!(a_mail_waits_for_its_transaction_and_is_sent_once, |store| {
    let tx = store.begin().await.expect("begin");
    tx.add_mail(&mail(Topic::Review, "amina@example.com"), after(0)).await.expect("add");
    drop(tx); // the change did not happen, so nobody is told of it
    assert_eq!(claim(&store, 0).await, []);

    let id = add(&store, &mail(Topic::Review, "Amina <amina@example.com>"), after(0)).await;
    let claimed = claim(&store, 0).await;
    let expected = ClaimedMail {
        id,
        attempt: 1,
        at: after(0),
        to: "Amina <amina@example.com>".into(),
        subject: "Your draft came back".into(),
        locale: Locale::Es,
        content: json!({"blocks": [], "footer": []}),
    };
    assert_eq!(claimed, [expected]);
    store.mail_sent(id, after(1)).await.expect("sent");
    assert_eq!(claim(&store, 60).await, []);
    let entry = only(&store).await;
    assert_eq!((entry.state, entry.attempts, entry.finished_at, entry.problem), (MailState::Sent, 1, Some(after(1)), None));
    let row = row::Entity::find_by_id(id.to_string()).one(&store.db).await.expect("row").expect("there");
    assert_eq!(row.content, "", "links that let somebody in are not kept");
});

on_both!(a_mail_whose_sender_died_is_claimed_again_under_the_same_identifier, |store| {
    let id = add(&store, &mail(Topic::Review, "a@example.com"), after(0)).await;
    let first = claim(&store, 0).await.remove(0);
    assert_eq!(claim(&store, 4).await, [], "while the lease lasts it is nobody else's");
    let second = claim(&store, 5).await.remove(0);
    assert_eq!((first.id, first.attempt, second.id, second.attempt), (id, 1, id, 2));
    assert_eq!((&first.at, &first.content), (&second.at, &second.content));
    // The first sender was slow, not dead: that it failed says nothing about the second attempt; that the mail left does.
    assert_eq!(store.mail_failed(&first, "late", true, after(6)).await.expect("failed"), Some(MailState::Queued));
    assert_eq!(only(&store).await.problem, None);
    store.mail_sent(first.id, after(6)).await.expect("sent");
    assert_eq!(store.mail_failed(&second, "late", false, after(7)).await.expect("failed"), Some(MailState::Sent));
    assert_eq!(claim(&store, 10_000).await, []);
});

on_both!(a_mail_that_fails_is_tried_again_after_growing_pauses_and_then_given_up, |store| {
    let id = add(&store, &mail(Topic::Review, "a@example.com"), after(0)).await;
    let mut now = 0;
    for pause in [1, 5, 30, 120, 720] {
        let claimed = claim(&store, now).await.remove(0);
        assert_eq!(store.mail_failed(&claimed, "451 later", false, after(now)).await.expect("failed"), Some(MailState::Queued));
        assert_eq!(claim(&store, now + pause - 1).await, []);
        now += pause;
    }
    let last = claim(&store, now).await.remove(0);
    assert_eq!((last.attempt, only(&store).await.problem.as_deref()), (MOST_ATTEMPTS, Some("451 later")));
    assert_eq!(store.mail_failed(&last, "451 still", false, after(now)).await.expect("failed"), Some(MailState::Failed));
    assert_eq!(claim(&store, now + 100_000).await, []);
    let entry = only(&store).await;
    assert_eq!((entry.state, entry.problem.as_deref(), entry.finished_at), (MailState::Failed, Some("451 still"), Some(after(now))));

    let tx = store.begin().await.expect("begin");
    assert!(tx.retry_mail(id, after(now)).await.expect("retry"));
    assert!(!tx.retry_mail(id, after(now)).await.expect("retry"), "it waits already");
    tx.commit().await.expect("commit");
    assert_eq!(claim(&store, now).await.remove(0).attempt, 1);
});

on_both!(a_mail_that_will_never_be_taken_is_given_up_at_once, |store| {
    add(&store, &mail(Topic::Review, "a@example.com"), after(0)).await;
    let claimed = claim(&store, 0).await.remove(0);
    assert_eq!(store.mail_failed(&claimed, "550 nobody", true, after(0)).await.expect("failed"), Some(MailState::Failed));
    assert_eq!(only(&store).await.attempts, 1);
});

on_both!(a_mail_that_kills_each_sender_and_one_that_cannot_be_read_keep_no_other_waiting, |store| {
    add(&store, &mail(Topic::Review, "killer@example.com"), after(0)).await;
    let odd = add(&store, &mail(Topic::Review, "odd@example.com"), after(1)).await;
    store.db.execute_unprepared(&format!("UPDATE outbox SET locale = 'tlh' WHERE id = '{odd}'")).await.expect("update");
    for attempt in 0..MOST_ATTEMPTS {
        assert_eq!(claim(&store, 5 * i64::from(attempt) + 1).await.len(), 1);
    }
    add(&store, &mail(Topic::Review, "fine@example.com"), after(100)).await;
    assert_eq!(claim(&store, 100).await.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["fine@example.com"]);
    let failed = store.mails(Some(MailState::Failed), None, 10).await.expect("mails");
    let problems: Vec<_> = failed.iter().map(|entry| (entry.to.as_str(), entry.problem.as_deref().unwrap_or_default())).collect();
    assert_eq!(problems[1], ("killer@example.com", "each attempt broke off without an answer"));
    assert!(problems[0].0 == "odd@example.com" && problems[0].1.contains("column locale"), "{problems:?}");
});

on_both!(of_two_nodes_that_claim_at_once_each_mail_goes_to_one, |store| {
    let mut all = BTreeSet::new();
    for n in 0..20 {
        all.insert(add(&store, &mail(Topic::Review, &format!("a{n}@example.com")), after(0)).await);
    }
    let nodes: Vec<_> = (0..2)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut own = Vec::new();
                loop {
                    let batch = store.claim_mails(after(0), LEASE, 3).await.expect("claim");
                    if batch.is_empty() {
                        return own;
                    }
                    own.extend(batch.into_iter().map(|mail| mail.id));
                }
            })
        })
        .collect();
    let mut claimed = Vec::new();
    for node in nodes {
        claimed.extend(node.await.expect("the node answers"));
    }
    assert_eq!(claimed.len(), all.len());
    assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>(), all);
});

on_both!(mails_for_signing_in_leave_before_a_thousand_digests, |store| {
    for (topic, to) in [(Topic::NewRecords, "first@example.com"), (Topic::NewRecords, "second@example.com"), (Topic::SignIn, "waits@example.com")] {
        add(&store, &mail(topic, to), after(0)).await;
    }
    let first = store.claim_mails(after(0), LEASE, 1).await.expect("claim");
    assert_eq!(first[0].to, "waits@example.com");
    assert_eq!(claim(&store, 0).await.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["first@example.com", "second@example.com"]);
});

on_both!(the_administrator_sees_mails_from_the_newest_page_by_page, |store| {
    for n in 0..3 {
        add(&store, &mail(Topic::Review, &format!("a{n}@example.com")), after(n / 2)).await; // two at the same time
    }
    let to = |page: &[OutboxEntry]| page.iter().map(|entry| entry.to.clone()).collect::<Vec<_>>();
    let page = store.mails(None, None, 2).await.expect("mails");
    assert_eq!(to(&page), ["a2@example.com", "a1@example.com"]);
    assert_eq!(to(&store.mails(Some(MailState::Queued), Some(page[1].id), 2).await.expect("mails")), ["a0@example.com"]);
    assert_eq!(store.mails(Some(MailState::Sent), None, 2).await.expect("mails"), []);
    assert_eq!(store.mails(None, Some(Uuid::nil()), 2).await.expect("mails"), []);
});

on_both!(a_secret_unsubscribes_one_person_from_one_topic_for_as_long_as_the_mail_is_kept, |store| {
    let hash = [5; 32];
    let id = add(&store, &NewMail { unsubscribe_hash: Some(hash), ..mail(Topic::Translation, "a@example.com") }, after(0)).await;
    add(&store, &mail(Topic::Review, "a@example.com"), after(0)).await;
    store.mail_sent(id, after(1)).await.expect("sent");
    assert_eq!(store.unsubscription(&hash).await.expect("found"), Some((Uuid::from_u128(7), Topic::Translation)));
    assert_eq!(store.unsubscription(&[6; 32]).await.expect("found"), None);
    for (before, removed) in [(1, 0), (2, 1)] {
        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.forget_mails(after(before)).await.expect("forget"), removed, "what waits is never forgotten");
        tx.commit().await.expect("commit");
    }
    assert_eq!(store.unsubscription(&hash).await.expect("found"), None);
});

on_both!(erasing_a_person_erases_their_mails_and_no_others, |store| {
    add(&store, &mail(Topic::Review, "a@example.com"), after(0)).await;
    add(&store, &NewMail { person: None, ..mail(Topic::SignIn, "new@example.com") }, after(0)).await;
    let tx = store.begin().await.expect("begin");
    tx.erase_mails(Uuid::from_u128(7), None).await.expect("erase");
    tx.commit().await.expect("commit");
    assert_eq!(only(&store).await.to, "new@example.com");
});

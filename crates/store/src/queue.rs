//! Queues: how much waits for somebody, and since when.

use ayni_domain::queue::Queue;
use jiff::Timestamp;

use crate::{Store, StoreError, sql};

/// What waits in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which queue.
    pub queue: Queue,
    /// How many wait.
    pub count: u64,
    /// Since when the oldest waits; none when nothing does.
    pub oldest: Option<Timestamp>,
}

/// What is counted, and which time says since when.
const fn of(queue: Queue) -> (&'static str, &'static str) {
    match queue {
        Queue::Drafts => ("since", "draft WHERE state = 'in-review'"),
        Queue::Mandates => ("asked_at", "mandate WHERE state = 'requested'"),
        Queue::Adoptions => ("asked_at", "adoption WHERE state = 'requested'"),
        Queue::Objections => ("at", "objection WHERE outcome IS NULL"),
        Queue::Reports => ("at", "report WHERE closed_at IS NULL"),
        Queue::Translations => ("at", "translation WHERE state = 'draft'"),
        Queue::QueuedMails => ("at", "outbox WHERE state = 'queued'"),
        Queue::FailedMails => ("finished_at", "outbox WHERE state = 'failed'"),
        Queue::DamagedFiles => ("checked_at", "file WHERE damaged = 1"),
    }
}

impl Store {
    /// What waits in every queue, in the order of [`Queue::ALL`]. One query.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn queues(&self) -> Result<Vec<Waiting>, StoreError> {
        let count = |(at, queue): (usize, &Queue)| {
            let (time, rows) = of(*queue);
            format!("SELECT {at} AS place, COUNT(*) AS waiting, MIN({time}) AS oldest FROM {rows}")
        };
        let query = Queue::ALL.iter().enumerate().map(count).collect::<Vec<_>>().join(" UNION ALL ");
        let rows = sql::rows(&self.db, &format!("{query} ORDER BY place"), []).await?;
        let read = |(&queue, row): (&Queue, &sea_orm::QueryResult)| {
            let (count, oldest): (i64, Option<i64>) = (row.try_get("", "waiting")?, row.try_get("", "oldest")?);
            let oldest = oldest.map(Timestamp::from_microsecond).transpose();
            let oldest = oldest.map_err(|error| StoreError::corrupt("queue", "oldest", queue.code(), error))?;
            Ok(Waiting { queue, count: u64::try_from(count).unwrap_or_default(), oldest })
        };
        Queue::ALL.iter().zip(&rows).map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outbox::NewMail;
    use crate::testing::{add_person, ask, on_both, organization, signature};
    use ayni_domain::Locale;
    use ayni_domain::mandate::Capacity;
    use ayni_domain::notice::Topic;
    use ayni_domain::report::Report;
    use jiff::SignedDuration;
    use serde_json::json;
    use uuid::Uuid;

    on_both!(every_queue_is_counted_with_its_oldest, |store| {
        let empty = store.queues().await.expect("queues");
        assert!(empty.iter().map(|waiting| waiting.queue).eq(Queue::ALL.iter().copied()));
        assert!(empty.iter().all(|waiting| (waiting.count, waiting.oldest) == (0, None)));

        let (now, later) = (signature().at, signature().at + SignedDuration::from_hours(1));
        let (amina, rosa) = (add_person(&store, "amina").await, add_person(&store, "rosa").await);
        let tx = store.begin().await.expect("begin");
        let cplp = organization("cplp", "CPLP");
        tx.save_all(std::slice::from_ref(&cplp), &signature()).await.expect("save");
        tx.add_mandate(&ask(rosa.id, "cplp", Capacity::FocalPoint, later)).await.expect("mandate");
        tx.add_mandate(&ask(amina.id, "cplp", Capacity::FocalPoint, now)).await.expect("mandate");
        for at in [later, now] {
            tx.add_report(&cplp.0, &Report::new(Uuid::now_v7(), "Wrong.", None, at).expect("a report")).await.expect("report");
        }
        let mail = NewMail {
            person: None,
            topic: Topic::SignIn,
            to: "a@example.com".into(),
            subject: "Ayni".into(),
            locale: Locale::En,
            content: json!({}),
            unsubscribe_hash: None,
        };
        tx.add_mail(&mail, later).await.expect("mail");
        tx.commit().await.expect("commit");
        let waits = async || {
            let queues = store.queues().await.expect("queues");
            queues.into_iter().filter(|waiting| waiting.count > 0).map(|own| (own.queue, own.count, own.oldest)).collect::<Vec<_>>()
        };
        let people = [(Queue::Mandates, 2, Some(now)), (Queue::Reports, 2, Some(now))];
        assert_eq!(waits().await, [people[0], people[1], (Queue::QueuedMails, 1, Some(later))]);

        let claimed = store.claim_mails(later, SignedDuration::from_mins(5), 1).await.expect("claim").remove(0);
        store.mail_failed(&claimed, "nobody there", true, later).await.expect("failed");
        assert_eq!(waits().await, [people[0], people[1], (Queue::FailedMails, 1, Some(later))]);
    });
}

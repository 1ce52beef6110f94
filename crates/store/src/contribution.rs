//! Contributions of a person to what is published: what they wrote, let through and translated, as the history of each record says it too.

use ayni_domain::{PersonId, RecordKey};
use sea_orm::QueryResult;

use crate::sql::{self, Row};
use crate::{Store, StoreError};

/// Published records that somebody had a part in, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contributions {
    /// From their drafts.
    pub written: Vec<RecordKey>,
    /// Whose drafts by others they published.
    pub reviewed: Vec<RecordKey>,
    /// With translations by them that were let through.
    pub translated: Vec<RecordKey>,
}

const WRITTEN: &str = "SELECT r.kind, r.slug FROM draft d JOIN record r ON r.id = d.record_id
     WHERE d.author_id = $1 AND d.state = 'published' AND r.state = 'published'
     GROUP BY r.kind, r.slug ORDER BY MAX(d.since) DESC, r.slug LIMIT";
const REVIEWED: &str = "SELECT r.kind, r.slug FROM draft_step s JOIN draft d ON d.id = s.draft_id JOIN record r ON r.id = d.record_id
     WHERE s.person_id = $1 AND s.step = 'published' AND r.state = 'published'
     GROUP BY r.kind, r.slug ORDER BY MAX(s.at) DESC, r.slug LIMIT";
const TRANSLATED: &str = "SELECT r.kind, r.slug FROM translation t JOIN record r ON r.id = t.record_id
     WHERE t.author = $1 AND t.state = 'reviewed' AND r.state = 'published'
     GROUP BY r.kind, r.slug ORDER BY MAX(t.reviewed_at) DESC, r.slug LIMIT";

impl Store {
    /// What a person contributed, at most `limit` records of each sort.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn contributions(&self, person: PersonId, limit: u32) -> Result<Contributions, StoreError> {
        let keys = async |sql: &str, key: String| {
            let rows = sql::rows(&self.db, &format!("{sql} {limit}"), [key.into()]).await?;
            rows.iter().map(key_of).collect::<Result<Vec<_>, StoreError>>()
        };
        Ok(Contributions {
            written: keys(WRITTEN, person.0.to_string()).await?,
            reviewed: keys(REVIEWED, person.0.to_string()).await?,
            translated: keys(TRANSLATED, person.to_string()).await?,
        })
    }
}

fn key_of(row: &QueryResult) -> Result<RecordKey, StoreError> {
    let row = Row::new("record", "slug", row);
    let text = format!("{}/{}", row.get::<String>("kind")?, row.get::<String>("slug")?);
    RecordKey::parse(&text).ok_or_else(|| row.corrupt("kind", text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Beginning, NewDraft, Taking};
    use crate::testing::{add_person, on_both, organization, publish, signature};
    use ayni_domain::checklist::{Answer, Verdict, points};
    use ayni_domain::draft::{By, Step};
    use ayni_domain::snapshot::from_record;
    use ayni_domain::{Kind, Locale};

    on_both!(what_somebody_wrote_and_let_through_is_found_as_long_as_it_is_published, |store| {
        let (amina, bruno, now) = (add_person(&store, "amina").await, add_person(&store, "bruno").await, signature().at);
        publish(&store, &[organization("g7", "g7+")]).await;
        let body = from_record(&organization("cplp", "CPLP").1);
        let new = NewDraft {
            beginning: Beginning::New { kind: Kind::Organization, body },
            author: amina.id,
            organization: None,
            language: Locale::En.tag(),
        };
        let tx = store.begin().await.expect("begin");
        let draft = tx.add_draft(new, now).await.expect("a draft");
        tx.take_step(draft.id, &Taking::new(Step::Submitted, By::Writer(amina.id), None), now).await.expect("handed in");
        for point in points(Kind::Organization) {
            tx.answer(draft.id, point, &Answer { verdict: Verdict::Yes, note: None }, bruno.id, now).await.expect("answered");
        }
        tx.commit().await.expect("commit");
        assert_eq!(store.contributions(amina.id, 9).await.expect("contributions"), Contributions::default(), "it is not published yet");

        let tx = store.begin().await.expect("begin");
        let draft = tx.take_step(draft.id, &Taking::new(Step::Published, By::Reviewer(bruno.id), Some("Good.")), now).await.expect("published");
        tx.commit().await.expect("commit");
        let key = draft.key().expect("a key");
        let written = Contributions { written: vec![key.clone()], ..Contributions::default() };
        assert_eq!(store.contributions(amina.id, 9).await.expect("contributions"), written);
        let reviewed = Contributions { reviewed: vec![key.clone()], ..Contributions::default() };
        assert_eq!(store.contributions(bruno.id, 9).await.expect("contributions"), reviewed);

        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "It ended.", &signature()).await.expect("withdrawn");
        tx.commit().await.expect("commit");
        assert_eq!(store.contributions(amina.id, 9).await.expect("contributions"), Contributions::default());
    });
}

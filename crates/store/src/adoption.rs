//! Requests to take records on: kept, listed, decided. The steps themselves are functions of [`ayni_domain::adoption`].

use ayni_domain::adoption::{Adoption, AdoptionState, Closing};
use ayni_domain::{PersonId, RecordKey, Slug};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use crate::person::key;
use crate::record::keys_of;
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

const SELECT: &str = "SELECT id, record_id, person_id, organization, reason, state, asked_at, decider_id, closed_at, answer FROM adoption";

impl Store {
    /// A request with the record that it is about.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn adoption(&self, id: Uuid) -> Result<Option<(RecordKey, Adoption)>, StoreError> {
        let found = list(&self.db, "WHERE id = $1", [id.to_string().into()]).await?;
        Ok(self.with_records(found).await?.pop())
    }

    /// The request of a person for a record that waits for its decision.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn open_adoption(&self, record: Uuid, person: PersonId) -> Result<Option<Adoption>, StoreError> {
        let condition = "WHERE record_id = $1 AND person_id = $2 AND state = 'requested'";
        Ok(list(&self.db, condition, [record.to_string().into(), key(person)]).await?.pop())
    }

    /// Requests that wait for a decision, the oldest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn open_adoptions(&self, limit: u32) -> Result<Vec<(RecordKey, Adoption)>, StoreError> {
        let found = list(&self.db, &format!("WHERE state = 'requested' ORDER BY asked_at, id LIMIT {limit}"), []).await?;
        self.with_records(found).await
    }

    /// All requests of a person, also those that have ended, the newest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn adoptions_of(&self, person: PersonId) -> Result<Vec<(RecordKey, Adoption)>, StoreError> {
        let found = list(&self.db, "WHERE person_id = $1 ORDER BY asked_at DESC, id DESC", [key(person)]).await?;
        self.with_records(found).await
    }

    async fn with_records(&self, found: Vec<Adoption>) -> Result<Vec<(RecordKey, Adoption)>, StoreError> {
        let ids: Vec<String> = found.iter().map(|adoption| adoption.record.to_string()).collect();
        let keys = keys_of(&self.db, ids.iter().map(String::as_str)).await?;
        Ok(found.into_iter().zip(ids).filter_map(|(adoption, id)| Some((keys.get(&id)?.clone(), adoption))).collect())
    }
}

impl Tx {
    /// Keeps a request.
    ///
    /// # Errors
    /// `Taken` when the person waits for this record already, `Database`.
    pub async fn add_adoption(&self, adoption: &Adoption) -> Result<(), StoreError> {
        let sql = "INSERT INTO adoption (id, record_id, person_id, organization, reason, state, asked_at, answer)
             VALUES ($1, $2, $3, $4, $5, $6, $7, '') ON CONFLICT DO NOTHING";
        let values = [
            adoption.id.to_string().into(),
            adoption.record.to_string().into(),
            key(adoption.person),
            adoption.organization.as_ref().map(Slug::to_string).into(),
            adoption.reason.as_str().into(),
            adoption.state.code().into(),
            micros(adoption.asked_at),
        ];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Taken("request")) }
    }

    /// Keeps the end of a request that waited when it was read.
    ///
    /// # Errors
    /// `Stale` when it ended in between, `Database`.
    pub async fn close_adoption(&self, adoption: &Adoption) -> Result<(), StoreError> {
        let sql = "UPDATE adoption SET state = $1, decider_id = $2, closed_at = $3, answer = $4 WHERE id = $5 AND state = 'requested'";
        let closing = adoption.closing.as_ref();
        let values = [
            adoption.state.code().into(),
            closing.and_then(|closing| closing.by).map(|by| by.0.to_string()).into(),
            closing.map(|closing| closing.at.as_microsecond()).into(),
            closing.map_or("", |closing| &closing.answer).into(),
            adoption.id.to_string().into(),
        ];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Stale("request")) }
    }

    /// Ends all requests for a record that still wait, because somebody took it on; returns them.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn pass_adoptions(&self, record: Uuid, now: Timestamp) -> Result<Vec<Adoption>, StoreError> {
        let waiting = list(&self.db, "WHERE record_id = $1 AND state = 'requested' ORDER BY asked_at, id", [record.to_string().into()]).await?;
        let passed: Vec<Adoption> = waiting.into_iter().filter_map(|adoption| adoption.pass(now).ok()).collect();
        for adoption in &passed {
            self.close_adoption(adoption).await?;
        }
        Ok(passed)
    }
}

async fn list<const N: usize>(db: &impl ConnectionTrait, condition: &str, values: [Value; N]) -> Result<Vec<Adoption>, StoreError> {
    sql::rows(db, &format!("{SELECT} {condition}"), values).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Adoption, StoreError> {
    let row = Row::new("adoption", "id", row);
    let organization: Option<String> = row.get("organization")?;
    let organization = organization.as_deref().map(Slug::parse).transpose().map_err(|error| row.corrupt("organization", error))?;
    let decider: Option<String> = row.get("decider_id")?;
    let by = decider.as_deref().map(Uuid::parse_str).transpose().map_err(|error| row.corrupt("decider_id", error))?.map(PersonId);
    let closing = match row.time_or_none("closed_at")? {
        Some(at) => Some(Closing { by, at, answer: row.get("answer")? }),
        None => None,
    };
    Ok(Adoption {
        id: row.uuid("id")?,
        record: row.uuid("record_id")?,
        person: PersonId(row.uuid("person_id")?),
        organization,
        reason: row.get("reason")?,
        state: row.code("state", AdoptionState::parse)?,
        asked_at: row.time("asked_at")?,
        closing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{add_person, on_both, organization, publish, signature};
    use ayni_domain::adoption::Request;
    use jiff::SignedDuration;

    fn after(hours: i64) -> Timestamp {
        signature().at.checked_add(SignedDuration::from_hours(hours)).expect("a time")
    }

    async fn add(store: &Store, record: &RecordKey, person: PersonId, organization: Option<&str>, at: Timestamp) -> Result<Adoption, StoreError> {
        let record = store.find(record).await?.expect("a record").envelope.id;
        let organization = organization.map(|slug| Slug::parse(slug).expect("a slug"));
        let adoption = Adoption::ask(Request { id: Uuid::now_v7(), record, person, organization }, "I know it.", at).expect("a request");
        let tx = store.begin().await?;
        tx.add_adoption(&adoption).await?;
        tx.commit().await?;
        Ok(adoption)
    }

    on_both!(a_record_is_asked_for_once_by_each_and_given_to_one, |store| {
        let (first, second) = (organization("cplp", "CPLP"), organization("g7", "g7+"));
        publish(&store, &[first.clone(), second.clone()]).await;
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let of_amina = add(&store, &first.0, amina, Some("senai"), after(0)).await.expect("asked");
        assert!(matches!(add(&store, &first.0, amina, None, after(1)).await, Err(StoreError::Taken("request"))));
        let of_bruno = add(&store, &first.0, bruno, None, after(2)).await.expect("asked");
        let elsewhere = add(&store, &second.0, bruno, None, after(3)).await.expect("asked");
        let waiting = [(first.0.clone(), of_amina.clone()), (first.0.clone(), of_bruno.clone()), (second.0.clone(), elsewhere.clone())];
        assert_eq!(store.open_adoptions(9).await.expect("list"), waiting, "the oldest first");
        assert_eq!(store.open_adoptions(1).await.expect("list").len(), 1);
        assert_eq!(store.open_adoption(of_amina.record, amina).await.expect("find"), Some(of_amina.clone()));

        let accepted = of_amina.clone().accept(bruno, after(4)).expect("accepted");
        let tx = store.begin().await.expect("begin");
        tx.close_adoption(&accepted).await.expect("closed");
        let passed = tx.pass_adoptions(of_amina.record, after(4)).await.expect("passed");
        assert!(matches!(
            tx.close_adoption(&of_bruno.clone().decline(amina, "No.", after(5)).expect("declined")).await,
            Err(StoreError::Stale("request"))
        ));
        tx.commit().await.expect("commit");
        assert_eq!(passed, [of_bruno.pass(after(4)).expect("passed")]);
        assert_eq!(store.adoption(accepted.id).await.expect("find"), Some((first.0.clone(), accepted)));
        assert_eq!(store.adoptions_of(bruno).await.expect("list"), [(second.0, elsewhere.clone()), (first.0.clone(), passed[0].clone())]);
        assert_eq!(store.open_adoptions(9).await.expect("list").len(), 1);
        assert_eq!(store.open_adoption(of_amina.record, amina).await.expect("find"), None);
        add(&store, &first.0, amina, None, after(6)).await.expect("who asked before may ask again");
        assert_eq!(store.position().await.expect("position"), 2, "the change log knows nothing of requests");
    });
}

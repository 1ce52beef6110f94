//! Retention: removes what was kept long enough. How long that is stands in [`ayni_domain::retention`]; the daily job asks for it.

use ayni_domain::retention::Kept;
use jiff::Timestamp;

use crate::blob::BlobHash;
use crate::sql::{self, micros};
use crate::{Store, StoreError};

impl Store {
    /// Removes sessions, tokens, attempts, closed mandates and decided requests for records that were kept long enough; returns how many of each.
    ///
    /// # Errors
    /// `Database`; `Files` when a letter cannot be removed, which the next run does not try again.
    pub async fn forget_old(&self, now: Timestamp) -> Result<Vec<(Kept, u64)>, StoreError> {
        let sessions = "DELETE FROM session WHERE seen_at <= $1 OR expires_at <= $2";
        let tokens = "DELETE FROM token WHERE taken_at <= $1 OR expires_at <= $1";
        let attempts = "DELETE FROM attempt WHERE ends_at <= $1";
        let adoptions = "DELETE FROM adoption WHERE state <> 'requested' AND closed_at <= $1";
        let until = |kept: Kept| micros(kept.until(now));
        Ok(vec![
            (Kept::Session, sql::execute(&self.db, sessions, [until(Kept::Session), micros(now)]).await?),
            (Kept::Token, sql::execute(&self.db, tokens, [until(Kept::Token)]).await?),
            (Kept::Attempt, sql::execute(&self.db, attempts, [until(Kept::Attempt)]).await?),
            (Kept::ClosedMandate, self.forget_closed_mandates(Kept::ClosedMandate.until(now)).await?),
            (Kept::ClosedAdoption, sql::execute(&self.db, adoptions, [until(Kept::ClosedAdoption)]).await?),
        ])
    }

    async fn forget_closed_mandates(&self, until: Timestamp) -> Result<u64, StoreError> {
        let sql = "DELETE FROM mandate WHERE state IN ('refused', 'lapsed', 'ended') AND closed_at <= $1 RETURNING evidence_file";
        let tx = self.begin().await?;
        let removed = sql::rows(&tx.db, sql, [micros(until)]).await?;
        tx.commit().await?;
        let letters = removed.iter().map(|row| row.try_get_by_index::<Option<String>>(0)).collect::<Result<Vec<_>, _>>()?;
        let letters: Vec<BlobHash> = letters.into_iter().flatten().filter_map(|hash| BlobHash::parse(&hash)).collect();
        if !letters.is_empty() {
            self.forget_files(&letters).await?;
        }
        Ok(removed.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;
    use crate::testing::{add_person, ask, on_both, organization, signature};
    use crate::token::NewToken;
    use ayni_domain::adoption::{self, Adoption};
    use ayni_domain::limit::TRIES_ON_ACCOUNT;
    use ayni_domain::mandate::{Capacity, Evidence, Mandate, MandateState};
    use ayni_domain::proof::Proof;
    use ayni_domain::token::Purpose;
    use bytes::Bytes;
    use jiff::SignedDuration;
    use serde_json::Value;
    use uuid::Uuid;

    fn after(days: i64) -> Timestamp {
        signature().at.checked_add(SignedDuration::from_hours(24 * days)).expect("a time")
    }

    on_both!(what_was_kept_long_enough_goes_and_nothing_else, |store| {
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[organization("cplp", "CPLP")], &signature()).await.expect("save");
        let letter = store.blobs().put(Bytes::from_static(b"%PDF-1.7 letter")).await.expect("put");
        let asked = ask(amina, "cplp", Capacity::FocalPoint, after(0));
        let asked = Mandate { evidence: Evidence { file: Some(letter.as_str().to_owned()), ..asked.evidence }, ..asked };
        tx.add_mandate(&asked).await.expect("add");
        tx.save_mandate(&asked.refuse(bruno, "No.", after(0)).expect("refused"), MandateState::Requested).await.expect("save");
        tx.add_mandate(&ask(bruno, "cplp", Capacity::FocalPoint, after(0))).await.expect("add");
        tx.commit().await.expect("commit");
        let record = store.find(&organization("cplp", "CPLP").0).await.expect("find").expect("there").envelope.id;
        let tx = store.begin().await.expect("begin");
        for asker in [amina, bruno] {
            let request = adoption::Request { id: Uuid::now_v7(), record, person: asker, organization: None };
            let asked = Adoption::ask(request, "I know it.", after(0)).expect("a request");
            tx.add_adoption(&asked).await.expect("add");
            if asker == amina {
                tx.close_adoption(&asked.decline(bruno, "No.", after(0)).expect("declined")).await.expect("close");
            }
        }
        tx.commit().await.expect("commit");
        for day in [0, 1] {
            let secret = Secret::random().expect("random bytes").hash();
            store.begin_session(&secret, amina, Proof::Link, "", after(day)).await.expect("begin");
            let token = NewToken { purpose: Purpose::SignIn, subject: Value::Null, person: None, expires_at: after(day) };
            store.make_token(&secret, &token, after(0)).await.expect("make");
            store.attempt(TRIES_ON_ACCOUNT, "amina", after(day)).await.expect("count");
        }
        let forget = async |days| store.forget_old(after(days)).await.expect("forget").into_iter().map(|(_, count)| count).collect::<Vec<_>>();
        assert_eq!(forget(0).await, [0, 0, 0, 0, 0]);
        assert_eq!(forget(1).await, [0, 1, 0, 0, 0], "its window had not ended a day ago");
        assert_eq!(forget(2).await, [0, 1, 1, 0, 0]);
        assert_eq!(forget(30).await, [1, 0, 1, 0, 0]);
        assert_eq!(store.file_hashes().await.expect("list"), std::slice::from_ref(&letter));
        assert_eq!(forget(365).await, [1, 0, 0, 1, 1]);
        assert_eq!(store.blobs().get(&letter).await.expect("get"), None);
        assert_eq!(store.file_hashes().await.expect("list"), []);
        assert_eq!(store.waiting_mandates(9).await.expect("list").len(), 1, "who waits is not forgotten");
        assert_eq!(store.open_adoptions(9).await.expect("list").len(), 1);
    });
}

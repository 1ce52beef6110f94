//! Following the change log: brings this node's search index to where the store is.

use std::sync::Arc;

use ayni_domain::concept::table;
use ayni_domain::{Kind, Record};
use ayni_search::index::Knowledge;
use ayni_search::{Index, SearchError};
use ayni_store::change::{Entry, Subject};
use ayni_store::{Store, StoreError};
use jiff::civil::Date;
use uuid::Uuid;

/// Records that are read and indexed together.
const BATCH: u64 = 500;
/// More changes than this, and building the index anew is quicker than following them.
const TOO_MANY: i64 = 50_000;

/// What can go wrong while following.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
}

/// Loads what the index must know before it can answer: the concept table, organizations and groupings.
///
/// # Errors
/// `Store`.
pub async fn load_knowledge(store: &Store, index: &Index, today: Date) -> Result<(), FollowError> {
    let own = store.own_concepts().await?;
    let mut records = Vec::new();
    for kind in [Kind::Grouping, Kind::Organization] {
        for_all(store, Some(kind), |page| {
            records.extend(page);
            Ok(())
        })
        .await?;
    }
    index.set_knowledge(move || {
        let known = records.iter().map(|record: &Arc<Record>| (&record.envelope.key, &record.body));
        Knowledge::new(table(own), known, today)
    });
    Ok(())
}

/// Brings the index to the present position of the change log, and returns that position.
///
/// `progress` is called with the number of records done and, when the index is built anew, of all.
///
/// # Errors
/// `Store`, `Search`; what was reached stays, and the next call goes on from there.
pub async fn catch_up(store: &Store, index: &Index, today: Date, progress: &(dyn Fn(u64, u64) + Sync)) -> Result<i64, FollowError> {
    let position = store.position().await?;
    let Some(mut reached) = index.position()?.filter(|reached| *reached <= position && position - reached <= TOO_MANY) else {
        return rebuild(store, index, today, progress).await;
    };
    while reached < position {
        let entries = store.changes_since(reached, BATCH).await?;
        let Some(last) = entries.last() else { break };
        if entries.iter().any(touches_everything) {
            return rebuild(store, index, today, progress).await;
        }
        index.update(&changed(store, &entries).await?, last.seq)?;
        reached = last.seq;
        progress(u64::try_from(reached).unwrap_or(0), u64::try_from(position).unwrap_or(0));
    }
    Ok(reached)
}

/// Builds the index anew from the store, and returns the position that it has then.
///
/// # Errors
/// `Store`, `Search`.
pub async fn rebuild(store: &Store, index: &Index, today: Date, progress: &(dyn Fn(u64, u64) + Sync)) -> Result<i64, FollowError> {
    // Read first: what changes meanwhile is followed from here, and doing it twice is harmless.
    let position = store.position().await?;
    store.forget();
    load_knowledge(store, index, today).await?;
    let all: u64 = store.counts().await?.iter().map(|(_, count)| count).sum();
    let mut done = 0;
    index.clear()?;
    for_all(store, None, |page| {
        done += page.len() as u64;
        index.add(&page)?;
        progress(done.min(all), all);
        Ok(())
    })
    .await?;
    index.update(&[], position)?;
    Ok(position)
}

/// A change of what is known beside the documents: names, membership, concepts. Every document may then be another.
fn touches_everything(entry: &Entry) -> bool {
    match entry.subject {
        Subject::Concept(_) => true,
        Subject::Record { kind, .. } => entry.change.touches_content() && matches!(kind, Kind::Grouping | Kind::Organization),
    }
}

async fn changed(store: &Store, entries: &[Entry]) -> Result<Vec<Arc<Record>>, StoreError> {
    let mut ids: Vec<Uuid> = entries
        .iter()
        .filter_map(|entry| match entry.subject {
            Subject::Record { id, .. } => Some(id),
            Subject::Concept(_) => None,
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    store.reload(&ids).await
}

/// Hands all records to `take`, a page at a time.
///
/// # Errors
/// `Store`, and what `take` gives.
pub async fn for_all(
    store: &Store,
    kind: Option<Kind>,
    mut take: impl FnMut(Vec<Arc<Record>>) -> Result<(), FollowError>,
) -> Result<(), FollowError> {
    let mut after = None;
    loop {
        let page = store.page(kind, after.as_ref(), BATCH).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.envelope.key.clone());
        take(page)?;
    }
}

//! Following the change log: brings this node's search index to where the store is.

use std::collections::HashSet;
use std::sync::Arc;

use ayni_domain::concept::table;
use ayni_domain::{Kind, Record};
use ayni_search::document::FileText;
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
        let (with_files, without) = by_files(store, changed(store, &entries).await?).await?;
        for record in &with_files {
            index.replace_with_files(record, &file_texts(store, record).await?)?;
        }
        index.update(&without, last.seq)?;
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
    let (mut done, mut after) = (0, None);
    index.clear()?;
    loop {
        let page = store.page(None, after.as_ref(), BATCH).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.envelope.key.clone());
        done += page.len() as u64;
        let (with_files, without) = by_files(store, page).await?;
        index.add(&without)?;
        for record in &with_files {
            index.add_with_files(record, &file_texts(store, record).await?)?;
        }
        progress(done.min(all), all);
    }
    index.update(&[], position)?;
    Ok(position)
}

/// Parts records into those whose files have text and the others. Texts are long: they are loaded for one record at a time.
async fn by_files(store: &Store, records: Vec<Arc<Record>>) -> Result<(Vec<Arc<Record>>, Vec<Arc<Record>>), StoreError> {
    let ids: Vec<Uuid> = records.iter().map(|record| record.envelope.id).collect();
    let with_files: HashSet<Uuid> = store.with_file_text(&ids).await?.into_iter().collect();
    Ok(records.into_iter().partition(|record| with_files.contains(&record.envelope.id)))
}

async fn file_texts(store: &Store, record: &Record) -> Result<Vec<FileText>, StoreError> {
    let texts = store.text_of_files(record.envelope.id).await?;
    Ok(texts.into_iter().map(|file| FileText { language: file.language, text: file.text }).collect())
}

/// A change of what is known beside the documents: names, membership, concepts. Every document may then be another.
fn touches_everything(entry: &Entry) -> bool {
    match entry.subject {
        Subject::Concept(_) => true,
        Subject::Setting(_) => false,
        Subject::Record { kind, .. } => entry.change.touches_content() && matches!(kind, Kind::Grouping | Kind::Organization),
    }
}

async fn changed(store: &Store, entries: &[Entry]) -> Result<Vec<Arc<Record>>, StoreError> {
    let mut ids: Vec<Uuid> = entries
        .iter()
        .filter_map(|entry| match entry.subject {
            Subject::Record { id, .. } => Some(id),
            Subject::Concept(_) | Subject::Setting(_) => None,
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

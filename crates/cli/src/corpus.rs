//! The starter corpus: real records that a new instance begins with, compiled into the program.

use ayni_domain::{Body, RecordKey};
use ayni_formats::jsonl;
use ayni_store::Store;
use ayni_store::record::SECRETARIAT;
use ayni_store::revision::Signature;
use jiff::Timestamp;

use crate::failure::Failure;
use crate::progress::Progress;

macro_rules! corpus {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../../corpus/", $name)))),+]
    };
}

/// The files, groupings and organizations first: others name them.
const FILES: [(&str, &str); 7] =
    corpus!["groupings.jsonl", "organizations.jsonl", "practices.jsonl", "initiatives.jsonl", "publications.jsonl", "courses.jsonl", "events.jsonl"];
/// Records between two steps of the progress.
const STEP: usize = 200;

/// Loads the corpus into an empty store: all of it takes effect at once, so that a start that was broken off begins again.
///
/// # Errors
/// `Store`; `Input` when a line of the corpus is no record, which a test rules out.
pub async fn load(store: &Store) -> Result<(), Failure> {
    let records = records()?;
    let signature = Signature {
        author: "starter-corpus".into(),
        reviewer: SECRETARIAT.to_owned(),
        note: Some("came with the program".into()),
        at: Timestamp::now(),
    };
    let progress = Progress::new("Loading the starter records");
    let tx = store.begin().await?;
    let mut done = 0;
    for part in records.chunks(STEP) {
        tx.save_all(part, &signature).await?;
        done += part.len();
        progress.set(done as u64, records.len() as u64);
    }
    tx.commit().await?;
    progress.finish();
    Ok(())
}

fn records() -> Result<Vec<(RecordKey, Body)>, Failure> {
    FILES
        .into_iter()
        .flat_map(|(name, text)| jsonl::read(text.as_bytes(), name))
        .map(|read| read.map(|line| (line.key, line.body)).map_err(|refusal| Failure::Input(refusal.to_string())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_corpus_is_a_record() {
        let lines: usize = FILES.iter().map(|(_, text)| text.lines().count()).sum();
        assert_eq!(records().expect("valid records").len(), lines);
    }
}

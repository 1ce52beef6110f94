//! Spreadsheets of an import: each is held against what is kept, and takes effect whole.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use ayni_domain::{Body, Kind, RecordKey, State};
use ayni_formats::sheet::{self, Difference, Outcome, Reading, Row, RowChange, compare, limit};
use ayni_store::Store;
use ayni_store::record::Saved;
use ayni_store::revision::Signature;
use serde_json::{Map, Value};

use super::{Summary, Target};
use crate::failure::Failure;
use crate::progress::{Progress, say};

/// A spreadsheet that was read.
pub(super) struct Sheet {
    name: String,
    reading: Reading,
}

/// What is kept of the records that a sheet names.
#[derive(Default)]
struct Kept {
    records: Vec<(RecordKey, Map<String, Value>)>,
    withdrawn: HashSet<RecordKey>,
}

/// Whether a file is a spreadsheet, by its name.
pub(super) fn is_sheet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["csv", "tsv", "xlsx"].iter().any(|own| ending.eq_ignore_ascii_case(own)))
}

/// Reads a spreadsheet; nothing is begun when one cannot be read.
pub(super) fn read(path: &Path, kind: Option<Kind>) -> Result<Sheet, Failure> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Failure::io(path))?;
    file.take(limit::FILE as u64 + 1).read_to_end(&mut bytes).map_err(Failure::io(path))?;
    let reading = sheet::read(&bytes, &name, kind).map_err(|error| Failure::Argument(format!("{name} {error}")))?;
    Ok(Sheet { name, reading })
}

/// Takes the rows of a sheet, or in a dry run says what each would change.
pub(super) async fn take(
    sheet: &Sheet,
    target: &mut Target,
    signature: &Signature,
    summary: &mut Summary,
    progress: &Progress,
) -> Result<(), Failure> {
    for note in &sheet.reading.notes {
        progress.complain(format_args!("{}: {note}", sheet.name));
    }
    // Begun before looking, so that no other writer changes what the rows are held against.
    let tx = if let Target::Store(store) = &*target { Some(store.begin().await?) } else { None };
    let kept = find(&sheet.reading.rows, target).await?;
    let mut batch = Vec::new();
    for change in compare(&kept.records, &sheet.reading.rows) {
        let RowChange { place, key, outcome } = change;
        match (outcome, key) {
            (Outcome::Refused(issues), _) => {
                issues.iter().for_each(|issue| progress.complain(issue));
                summary.refused += 1;
            }
            (_, Some(key)) if kept.withdrawn.contains(&key) => {
                progress.complain(format_args!("{place}: {key} was withdrawn before and stays so"));
                summary.withdrawn += 1;
            }
            (Outcome::New(body), Some(key)) => {
                if tx.is_none() {
                    say(format_args!("{place}: {key} would be new"));
                    summary.added += 1;
                }
                batch.push((key, body));
            }
            (Outcome::Changed { body, differences }, Some(key)) => {
                if tx.is_none() {
                    say(format_args!("{place}: {key} would change"));
                    differences.iter().for_each(say_difference);
                    summary.revised += 1;
                }
                batch.push((key, body));
            }
            (Outcome::Unchanged, _) | (_, None) => summary.unchanged += 1,
        }
    }
    if let Some(tx) = tx {
        let saved = tx.save_all(&batch, signature).await?;
        tx.commit().await?;
        saved.into_iter().for_each(|saved: Saved| summary.count(saved));
    } else if let Target::Trial(trial) = target {
        trial.sheets.extend(batch.into_iter().map(|(key, body): (RecordKey, Body)| (key.clone(), body.to_json(&key))));
    }
    Ok(())
}

async fn find(rows: &[Row], target: &Target) -> Result<Kept, Failure> {
    let mut kept = Kept::default();
    let mut seen = HashSet::new();
    for key in rows.iter().filter_map(Row::key) {
        if !seen.insert(key.clone()) {
            continue;
        }
        let store: Option<&Store> = match target {
            Target::Store(store) => Some(store),
            Target::Trial(trial) => {
                if let Some(record) = trial.sheets.get(&key) {
                    kept.records.push((key, record.clone()));
                    continue;
                }
                trial.store.as_ref()
            }
        };
        let Some(store) = store else { continue };
        if let Some(record) = store.find(&key).await? {
            if record.envelope.state != State::Published {
                kept.withdrawn.insert(key.clone());
            }
            let json = record.body.to_json(&key);
            kept.records.push((key, json));
        }
    }
    Ok(kept)
}

/// One line; what JSON escapes stays escaped.
fn say_difference(difference: &Difference) {
    let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), Value::to_string);
    say(format_args!("    {}: {} -> {}", difference.path, shown(&difference.before), shown(&difference.after)));
}

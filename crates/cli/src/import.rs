//! `ayni import`: takes records from JSON Lines, in batches that each take effect whole, and from spreadsheets.

mod sheets;

use std::collections::HashMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, stdin};
use std::path::PathBuf;

use ayni_domain::{Body, Kind, RecordKey};
use ayni_formats::jsonl::{self, Refusal};
use ayni_store::Store;
use ayni_store::record::Saved;
use clap::Args;
use serde_json::{Map, Value};
use tokio::sync::mpsc::{Sender, channel};

use crate::Outcome;
use crate::export::read_kind;
use crate::failure::Failure;
use crate::instance;
use crate::progress::{Progress, say};
use crate::settings::{Common, Settings};
use crate::signature::{Signing, sign};

/// Records that take effect together.
const BATCH: usize = 500;
/// Batches that are read ahead.
const AHEAD: usize = 2;

/// Take records from JSON Lines files and spreadsheets.
///
/// A file has one JSON object a line, in the form of the corpus. Each line that is no valid record is refused and named on standard error, with all that is wrong with it; the others are taken, 500 at
/// a time. What is there unchanged makes no revision, so a broken-off import can simply be run again. A running server follows. Records
/// that were withdrawn stay so: `ayni reinstate` puts them back. Exit code 0: all taken, 2: some refused, 1: failed.
///
/// A file whose name ends in .csv, .tsv or .xlsx is a spreadsheet with a row a record, as `ayni export --format` writes it; these come
/// after the others, and each takes effect whole. An empty cell empties its field; a column that is not there leaves its field as it is.
#[derive(Debug, Args)]
pub struct ImportArgs {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    signing: Signing,
    /// Write nothing; say what would happen, for spreadsheets field by field
    #[arg(long)]
    dry_run: bool,
    /// Kind of the records in spreadsheets that do not say it
    #[arg(long, value_name = "KIND", value_parser = read_kind)]
    kind: Option<Kind>,
    /// Files to read; - is standard input
    #[arg(required = true, value_name = "FILE")]
    inputs: Vec<PathBuf>,
}

type Input = (String, Box<dyn BufRead + Send>);

/// What was read together.
#[derive(Default)]
struct Batch {
    records: Vec<(RecordKey, Body)>,
    /// File and line of each record.
    places: Vec<String>,
    refused: Vec<Refusal>,
}

#[derive(Default)]
struct Summary {
    added: u64,
    revised: u64,
    unchanged: u64,
    withdrawn: u64,
    refused: u64,
}

/// Runs the command.
pub async fn run(settings: &Settings, args: ImportArgs) -> Result<Outcome, Failure> {
    let signature = sign(settings, args.signing)?;
    let (sheets, lines): (Vec<PathBuf>, Vec<PathBuf>) = args.inputs.into_iter().partition(|path| sheets::is_sheet(path));
    let inputs = lines.iter().map(open).collect::<Result<Vec<_>, _>>()?;
    let sheets = sheets.iter().map(|path| sheets::read(path, args.kind)).collect::<Result<Vec<_>, _>>()?;
    let mut target = match args.dry_run {
        true if instance::is_there(settings) => Target::Trial(Trial { store: Some(instance::open(settings).await?), ..Trial::default() }),
        true => Target::Trial(Trial::default()),
        false => Target::Store(instance::open_or_begin(settings).await?),
    };
    let progress = Progress::new(if args.dry_run { "Reading" } else { "Importing" });
    let (sender, mut batches) = channel(AHEAD);
    let reader = std::thread::spawn(move || read_all(inputs, &sender)); // checking the next batch while this one is written
    let mut summary = Summary::default();
    let mut broken_off = None;
    while let Some(batch) = batches.recv().await {
        for refusal in &batch.refused {
            progress.complain(refusal);
            if refusal.is_failure() {
                broken_off = Some(Failure::Input(refusal.to_string()));
            }
        }
        summary.refused += batch.refused.len() as u64;
        let saved = target.save(&batch.records, &signature).await?;
        for (saved, (key, place)) in saved.into_iter().zip(batch.records.iter().map(|(key, _)| key).zip(&batch.places)) {
            summary.count(saved);
            if saved == Saved::Withdrawn {
                progress.complain(format_args!("{place}: {key} was withdrawn before and stays so"));
            }
        }
        progress.set(summary.all(), 0);
    }
    if reader.join().is_err() {
        return Err(Failure::Input("the reader stopped".into()));
    }
    for sheet in &sheets {
        sheets::take(sheet, &mut target, &signature, &mut summary, &progress).await?;
        progress.set(summary.all(), 0);
    }
    progress.finish();
    if let Target::Store(store) = target {
        store.close().await?;
    }
    summary.say(args.dry_run);
    match broken_off {
        Some(failure) => Err(failure),
        None if summary.refused > 0 => Ok(Outcome::Findings),
        None => Ok(Outcome::Done),
    }
}

fn open(path: &PathBuf) -> Result<Input, Failure> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".into(), Box::new(BufReader::new(stdin()))));
    }
    let file = File::open(path).map_err(Failure::io(path))?;
    Ok((path.display().to_string(), Box::new(BufReader::with_capacity(128 * 1024, file))))
}

/// Reads all inputs; ends early when nobody takes the batches any more.
fn read_all(inputs: Vec<Input>, sender: &Sender<Batch>) {
    let mut batch = Batch::default();
    for (name, input) in inputs {
        for read in jsonl::read(input, &name) {
            match read {
                Ok(line) => {
                    batch.places.push(format!("{name}:{}", line.number));
                    batch.records.push((line.key, line.body));
                }
                Err(refusal) => batch.refused.push(refusal),
            }
            if batch.records.len().max(batch.refused.len()) >= BATCH && sender.blocking_send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
    }
    let _ = sender.blocking_send(batch); // nobody takes it only when the import has failed
}

/// Where records go.
enum Target {
    Store(Store),
    Trial(Trial),
}

impl Target {
    async fn save(&mut self, batch: &[(RecordKey, Body)], signature: &ayni_store::revision::Signature) -> Result<Vec<Saved>, Failure> {
        match self {
            _ if batch.is_empty() => Ok(Vec::new()),
            Self::Trial(trial) => trial.compare(batch).await,
            Self::Store(store) => {
                let tx = store.begin().await?;
                let saved = tx.save_all(batch, signature).await?;
                tx.commit().await?;
                Ok(saved)
            }
        }
    }
}

/// A dry run: what is kept, and what earlier batches and sheets would have put over it.
#[derive(Default)]
struct Trial {
    store: Option<Store>,
    seen: HashMap<RecordKey, u64>,
    sheets: HashMap<RecordKey, Map<String, Value>>,
}

impl Trial {
    async fn compare(&mut self, batch: &[(RecordKey, Body)]) -> Result<Vec<Saved>, Failure> {
        let kept = match &self.store {
            Some(store) => store.compare(batch).await?,
            None => vec![Saved::Added; batch.len()],
        };
        let outcome = |(kept, (key, body)): (Saved, &(RecordKey, Body))| {
            let print = fingerprint(key, body);
            match self.seen.insert(key.clone(), print) {
                Some(earlier) if kept != Saved::Withdrawn => {
                    if earlier == print {
                        Saved::Unchanged
                    } else {
                        Saved::Revised
                    }
                }
                _ => kept,
            }
        };
        Ok(kept.into_iter().zip(batch).map(outcome).collect())
    }
}

fn fingerprint(key: &RecordKey, body: &Body) -> u64 {
    let mut hasher = DefaultHasher::new();
    Value::Object(body.to_json(key)).to_string().hash(&mut hasher);
    hasher.finish()
}

impl Summary {
    fn count(&mut self, saved: Saved) {
        match saved {
            Saved::Added => self.added += 1,
            Saved::Revised => self.revised += 1,
            Saved::Unchanged => self.unchanged += 1,
            Saved::Withdrawn => self.withdrawn += 1,
        }
    }

    fn all(&self) -> u64 {
        self.added + self.revised + self.unchanged + self.withdrawn + self.refused
    }

    fn say(&self, dry_run: bool) {
        let Self { added, revised, unchanged, withdrawn, refused } = self;
        let would = if dry_run { "would be " } else { "" };
        say(format_args!("{would}added {added}, {would}revised {revised}, unchanged {unchanged}, refused {refused}, withdrawn before {withdrawn}"));
        if dry_run {
            say("nothing was written");
        }
    }
}

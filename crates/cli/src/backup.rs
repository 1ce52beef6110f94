//! `ayni backup` and `ayni restore`: everything that is kept, as one file.

use std::path::PathBuf;

use ayni_store::backup::Summary;
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::say;
use crate::settings::{Common, Settings};

/// Write everything that is kept to one file.
///
/// A server may go on working meanwhile. Records with all revisions, the change log, the concept table and attached files; not the search index, which is built anew.
#[derive(Debug, Args)]
pub struct BackupArgs {
    #[command(flatten)]
    pub common: Common,
    /// File to write; it appears only when it is whole
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Take a backup into a new instance.
///
/// All of it, or nothing.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    #[command(flatten)]
    pub common: Common,
    /// File that `ayni backup` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs `ayni backup`.
pub async fn backup(settings: &Settings, args: BackupArgs) -> Result<Outcome, Failure> {
    let store = instance::open(settings).await?;
    let summary = store.backup(&args.file).await?;
    say(format_args!("{}: {}", args.file.display(), describe(&summary)));
    store.close().await?;
    Ok(Outcome::Done)
}

/// Runs `ayni restore`.
pub async fn restore(settings: &Settings, args: RestoreArgs) -> Result<Outcome, Failure> {
    // Asked first: a wrong name must not begin an instance.
    std::fs::File::open(&args.file).map_err(Failure::io(&args.file))?;
    instance::make_folder(settings)?;
    let lock = instance::lock_index(settings)?;
    let store = instance::open_or_begin(settings).await?;
    let summary = store.restore_backup(&args.file).await?;
    instance::remove_index(settings, &lock)?; // an index that was there belongs to other records
    say(format_args!("{}: {}", args.file.display(), describe(&summary)));
    store.close().await?;
    Ok(Outcome::Done)
}

fn describe(summary: &Summary) -> String {
    let rows = |table| summary.rows.get(table).copied().unwrap_or(0);
    format!("{} records, {} revisions, {} changes, {} files", rows("record"), rows("revision"), rows("change"), summary.files)
}

//! `ayni reindex`: builds the search index anew.

use std::path::PathBuf;

use ayni_web::follow::rebuild;
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance::{self, today};
use crate::progress::{Progress, say};
use crate::settings::{Common, Settings};

/// Build the search index anew from what is kept.
///
/// No server may run on the data folder meanwhile.
#[derive(Debug, Args)]
pub struct ReindexArgs {
    #[command(flatten)]
    pub common: Common,
    /// Folder with the sentence encoder's files [default: model in the data folder, when it has them]
    #[arg(long, env = "AYNI_MODEL", value_name = "DIR")]
    model: Option<PathBuf>,
}

/// Runs the command.
pub async fn run(settings: &Settings, args: ReindexArgs) -> Result<Outcome, Failure> {
    let store = instance::open(settings).await?;
    instance::make_folder(settings)?; // with a database elsewhere it may not be there yet
    let lock = instance::lock_index(settings)?;
    let index = instance::open_index(settings, settings.model(args.model), &lock)?.index;
    let progress = Progress::new("Building the search index");
    let position = rebuild(&store, &index, today(), &|done, all| progress.set(done, all)).await?;
    progress.finish();
    say(format_args!("the index holds {} records, at position {position} of the change log", index.len()));
    store.close().await?;
    Ok(Outcome::Done)
}

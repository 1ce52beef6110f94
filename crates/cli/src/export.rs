//! `ayni export`: published records as JSON Lines, in the form of the corpus.

use std::fs::File;
use std::io::{self, BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use ayni_domain::{Kind, State};
use ayni_formats::jsonl;
use ayni_store::Store;
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::complain;
use crate::settings::{Common, Settings};

/// Records that are read together.
const PAGE: u64 = 500;

/// Write published records as JSON Lines.
///
/// They stand in the order of their slugs. What is exported here and imported into another instance is exported there as the same bytes.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub common: Common,
    /// Only this kind: practice, initiative, publication, course, event, organization or grouping
    #[arg(long, value_name = "KIND", value_parser = read_kind)]
    kind: Option<Kind>,
    /// Folder for one file a kind (practices.jsonl …); - writes all to standard output
    #[arg(long, short, value_name = "DIR", default_value = "-")]
    output: PathBuf,
}

fn read_kind(text: &str) -> Result<Kind, String> {
    let codes = || Kind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    Kind::parse(text).or_else(|| Kind::from_plural(text)).ok_or_else(|| format!("the kinds are {}", codes()))
}

/// Runs the command.
pub async fn run(settings: &Settings, args: ExportArgs) -> Result<Outcome, Failure> {
    let store = instance::open(settings).await?;
    let kinds = args.kind.as_ref().map_or(Kind::ALL, std::slice::from_ref);
    let mut count = 0;
    if args.output.as_os_str() == "-" {
        let mut writer = BufWriter::new(stdout().lock());
        for &kind in kinds {
            count += write_kind(&store, kind, &mut writer, Path::new("standard output")).await?;
        }
        close_pipe(writer.flush()).map_err(Failure::io(Path::new("standard output")))?;
    } else {
        std::fs::create_dir_all(&args.output).map_err(Failure::io(&args.output))?;
        for &kind in kinds {
            count += write_file(&store, kind, &args.output).await?;
        }
    }
    complain(format_args!("exported {count} records"));
    Ok(Outcome::Done)
}

/// Writes the file of a kind; it appears under its name only when it is whole.
async fn write_file(store: &Store, kind: Kind, folder: &Path) -> Result<u64, Failure> {
    let path = folder.join(format!("{}.jsonl", kind.plural()));
    let part = folder.join(format!("{}.jsonl.part", kind.plural()));
    let mut writer = BufWriter::new(File::create(&part).map_err(Failure::io(&part))?);
    let count = write_kind(store, kind, &mut writer, &part).await?;
    let file = writer.into_inner().map_err(|error| Failure::io(&part)(error.into_error()))?;
    file.sync_all().and_then(|()| std::fs::rename(&part, &path)).map_err(Failure::io(&path))?;
    Ok(count)
}

async fn write_kind(store: &Store, kind: Kind, writer: &mut impl Write, path: &Path) -> Result<u64, Failure> {
    let (mut count, mut after) = (0, None);
    loop {
        let page = store.page(Some(kind), after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(count) };
        after = Some(last.envelope.key.clone());
        for record in page.iter().filter(|record| record.envelope.state == State::Published) {
            close_pipe(jsonl::write(writer, &record.envelope.key, &record.body)).map_err(Failure::io(path))?;
            count += 1;
        }
    }
}

/// Whoever reads our output may have seen enough: that is no failure.
fn close_pipe(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other,
    }
}

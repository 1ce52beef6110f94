//! `ayni export`: published records as JSON Lines, in the form of the corpus, or as spreadsheets.

use std::fs::File;
use std::io::{self, BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use ayni_domain::{Kind, LanguageTag, State};
use ayni_formats::{jsonl, sheet};
use ayni_store::Store;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::complain;
use crate::settings::{Common, Settings};

/// Records that are read together.
const PAGE: u64 = 500;

/// Write published records as JSON Lines, or as spreadsheets.
///
/// They stand in the order of their slugs. What is exported here and imported into another instance is exported there as the same bytes.
/// A spreadsheet has a row a record and, in XLSX, a sheet that explains the columns; of a kind without records it is an empty template.
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub common: Common,
    /// Only this kind: practice, initiative, publication, course, event, organization or grouping
    #[arg(long, value_name = "KIND", value_parser = read_kind)]
    kind: Option<Kind>,
    /// Form of the files; csv and xlsx hold one kind each
    #[arg(long, value_enum, default_value_t = FileFormat::Jsonl)]
    format: FileFormat,
    /// Languages for which a spreadsheet has columns, beside those of the texts that are there
    #[arg(long, value_name = "LANGUAGE,…", value_delimiter = ',', default_value = "en", value_parser = read_language)]
    languages: Vec<LanguageTag>,
    /// Folder for one file a kind (practices.jsonl …); - writes all to standard output
    #[arg(long, short, value_name = "DIR", default_value = "-")]
    output: PathBuf,
}

/// Form of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    /// JSON Lines
    Jsonl,
    /// CSV, UTF-8
    Csv,
    /// XLSX, with lists of codes
    Xlsx,
}

impl FileFormat {
    const fn ending(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Reads a kind by its code or plural, for clap.
///
/// # Errors
/// What is expected instead.
pub fn read_kind(text: &str) -> Result<Kind, String> {
    let codes = || Kind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    Kind::parse(text).or_else(|| Kind::from_plural(text)).ok_or_else(|| format!("the kinds are {}", codes()))
}

fn read_language(text: &str) -> Result<LanguageTag, String> {
    LanguageTag::parse(text).ok_or_else(|| "a language is named by its tag, for example es or pt-BR".to_owned())
}

/// Runs the command.
pub async fn run(settings: &Settings, args: ExportArgs) -> Result<Outcome, Failure> {
    let to_output = args.output.as_os_str() == "-";
    if to_output && args.kind.is_none() && args.format != FileFormat::Jsonl {
        return Err(Failure::Argument("a spreadsheet holds one kind: name it with --kind, or a folder with --output".into()));
    }
    let store = instance::open(settings).await?;
    let kinds = args.kind.as_ref().map_or(Kind::ALL, std::slice::from_ref);
    let mut count = 0;
    if to_output {
        let mut writer = BufWriter::new(stdout().lock());
        for &kind in kinds {
            count += write_kind(&store, kind, &args, &mut writer, Path::new("standard output")).await?;
        }
        close_pipe(writer.flush()).map_err(Failure::io(Path::new("standard output")))?;
    } else {
        std::fs::create_dir_all(&args.output).map_err(Failure::io(&args.output))?;
        for &kind in kinds {
            count += write_file(&store, kind, &args).await?;
        }
    }
    complain(format_args!("exported {count} records"));
    Ok(Outcome::Done)
}

/// Writes the file of a kind; it appears under its name only when it is whole.
async fn write_file(store: &Store, kind: Kind, args: &ExportArgs) -> Result<u64, Failure> {
    let path = args.output.join(format!("{}.{}", kind.plural(), args.format.ending()));
    let part = path.with_added_extension("part");
    let mut writer = BufWriter::new(File::create(&part).map_err(Failure::io(&part))?);
    let count = write_kind(store, kind, args, &mut writer, &part).await?;
    let file = writer.into_inner().map_err(|error| Failure::io(&part)(error.into_error()))?;
    file.sync_all().and_then(|()| std::fs::rename(&part, &path)).map_err(Failure::io(&path))?;
    Ok(count)
}

async fn write_kind(store: &Store, kind: Kind, args: &ExportArgs, writer: &mut impl Write, path: &Path) -> Result<u64, Failure> {
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    let (mut count, mut after) = (0, None);
    loop {
        let page = store.page(Some(kind), after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.envelope.key.clone());
        for record in page.iter().filter(|record| record.envelope.state == State::Published) {
            match args.format {
                FileFormat::Jsonl => close_pipe(jsonl::write(writer, &record.envelope.key, &record.body)).map_err(Failure::io(path))?,
                _ => rows.push(record.body.to_json(&record.envelope.key)), // their columns depend on all of them
            }
            count += 1;
        }
    }
    let columns = || sheet::columns(kind, &args.languages, &rows);
    match args.format {
        FileFormat::Jsonl => {}
        FileFormat::Csv => close_pipe(sheet::write_csv(writer, &columns(), &rows, &sheet::Paths)).map_err(Failure::io(path))?,
        FileFormat::Xlsx => {
            let bytes = sheet::write_xlsx(kind, &columns(), &rows, &sheet::Paths).map_err(|error| Failure::Argument(error.to_string()))?;
            close_pipe(writer.write_all(&bytes)).map_err(Failure::io(path))?;
        }
    }
    Ok(count)
}

/// Whoever reads our output may have seen enough: that is no failure.
fn close_pipe(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other,
    }
}

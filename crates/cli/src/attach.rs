//! `ayni attach`: adds a file to a record.

use std::path::PathBuf;

use ayni_domain::{LanguageTag, Licence, RecordKey};
use ayni_formats::document::pdf::PdfTool;
use ayni_formats::document::picture::{self, MOST_PIXELS};
use ayni_formats::document::sniff;
use ayni_store::StoreError;
use ayni_web::files::read_file;
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::{complain, say};
use crate::settings::{Common, Settings};
use crate::signature::{Signing, read_key, sign};

/// Attach a file to a record.
///
/// PDF, EPUB, DOCX, XLSX, CSV, plain text, PNG, JPEG, WebP, MP3, MP4, OGG, WebM or ZIP; name and content must agree. The same content
/// twice is one file. Its text is taken for the search; for PDF that needs the program ayni-pdf beside this one.
#[derive(Debug, Args)]
pub struct AttachArgs {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    signing: Signing,
    /// Language of the content, as a BCP 47 tag: pt-BR
    #[arg(long, value_name = "TAG", value_parser = read_language)]
    language: Option<LanguageTag>,
    /// What readers may do with it: an SPDX identifier such as CC-BY-4.0, public-domain, all-rights-reserved, unknown
    #[arg(long, value_name = "CODE", value_parser = read_licence)]
    licence: Option<Licence>,
    /// The record
    #[arg(value_name = "KIND/SLUG", value_parser = read_key)]
    record: RecordKey,
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

fn read_language(text: &str) -> Result<LanguageTag, String> {
    LanguageTag::parse(text).ok_or_else(|| "it is no BCP 47 language tag, such as pt or zh-Hans".to_owned())
}

fn read_licence(text: &str) -> Result<Licence, String> {
    let known = || Licence::ALL.iter().map(|licence| licence.code()).collect::<Vec<_>>().join(", ");
    Licence::ALL.iter().copied().find(|licence| licence.code().eq_ignore_ascii_case(text)).ok_or_else(|| format!("it is none of {}", known()))
}

/// Runs the command.
pub async fn run(settings: &Settings, args: AttachArgs) -> Result<Outcome, Failure> {
    let signature = sign(settings, args.signing)?;
    let content = std::fs::read(&args.file).map_err(Failure::io(&args.file))?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    if sniff(&content).is_some_and(|file_type| !picture::is_bearable(&content, file_type)) {
        return Err(Failure::Argument(format!("{name}: the picture is broken, or larger than {MOST_PIXELS} pixels")));
    }
    let store = instance::open(settings).await?;
    store.find(&args.record).await?.ok_or_else(|| StoreError::NoRecord(args.record.clone()))?; // before a content is kept for it
    let kept = store.keep_file(&name, content.into(), args.language, args.licence).await?;
    let tx = store.begin().await?;
    let file = tx.attach(&args.record, &kept, &signature).await?;
    tx.commit().await?;
    let media_type = file.file_type.media_type();
    say(format_args!("{}: {} ({media_type}, {} bytes), SHA-256 {}", args.record, file.name, file.size, file.hash.as_str()));
    if file.read_at.is_none()
        && let Some(problem) = read_file(&store, &file, &PdfTool::find(), signature.at).await?
    {
        complain(format_args!("{}: {problem}", file.name));
    }
    store.close().await?;
    Ok(Outcome::Done)
}

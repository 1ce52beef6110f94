//! `ayni attach`: adds a file to a record.

use std::path::PathBuf;

use ayni_domain::{LanguageTag, RecordKey};
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::say;
use crate::settings::{Common, Settings};
use crate::signature::{Signing, read_key, sign};

/// Attach a file to a record.
///
/// PDF, EPUB, DOCX, PNG, JPEG or MP3. The same content twice is one file.
#[derive(Debug, Args)]
pub struct AttachArgs {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    signing: Signing,
    /// Language of the content, as a BCP 47 tag: pt-BR
    #[arg(long, value_name = "TAG", value_parser = read_language)]
    language: Option<LanguageTag>,
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

/// Runs the command.
pub async fn run(settings: &Settings, args: AttachArgs) -> Result<Outcome, Failure> {
    let signature = sign(settings, args.signing)?;
    let content = std::fs::read(&args.file).map_err(Failure::io(&args.file))?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let store = instance::open(settings).await?;
    let file = store.attach(&args.record, &name, content.into(), args.language.as_ref(), &signature).await?;
    say(format_args!("{}: {} ({}, {} bytes), SHA-256 {}", args.record, file.name, file.media_type, file.size, file.hash.as_str()));
    store.close().await?;
    Ok(Outcome::Done)
}

//! `ayni withdraw` and `ayni reinstate`: out of public view and back, with a reason for all to read.

use ayni_domain::RecordKey;
use ayni_store::revision::Signature;
use clap::Args;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::say;
use crate::settings::{Common, Settings};
use crate::signature::{Signing, read_key, sign};

/// Take a record out of public view; its address stays and says why.
///
/// A running server follows.
#[derive(Debug, Args)]
pub struct WithdrawArgs {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    signing: Signing,
    /// Why, for readers
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The record
    #[arg(value_name = "KIND/SLUG", value_parser = read_key)]
    record: RecordKey,
}

/// Put a withdrawn record back into public view.
///
/// A running server follows.
#[derive(Debug, Args)]
pub struct ReinstateArgs {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    signing: Signing,
    /// Why, for the history of the record
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// The record
    #[arg(value_name = "KIND/SLUG", value_parser = read_key)]
    record: RecordKey,
}

/// Runs `ayni withdraw`.
pub async fn withdraw(settings: &Settings, args: WithdrawArgs) -> Result<Outcome, Failure> {
    let signature = sign(settings, args.signing)?;
    if args.reason.trim().is_empty() {
        return Err(Failure::Argument("--reason is empty: readers of the address are told why".into()));
    }
    let store = instance::open(settings).await?;
    let tx = store.begin().await?;
    tx.withdraw(&args.record, &args.reason, &signature).await?;
    tx.commit().await?;
    say(format_args!("{} is withdrawn", args.record));
    store.close().await?;
    Ok(Outcome::Done)
}

/// Runs `ayni reinstate`.
pub async fn reinstate(settings: &Settings, args: ReinstateArgs) -> Result<Outcome, Failure> {
    let signature = Signature { note: args.reason, ..sign(settings, args.signing)? };
    let store = instance::open(settings).await?;
    let tx = store.begin().await?;
    tx.restore(&args.record, &signature).await?;
    tx.commit().await?;
    say(format_args!("{} is in public view again", args.record));
    store.close().await?;
    Ok(Outcome::Done)
}

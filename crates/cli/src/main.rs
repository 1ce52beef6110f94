//! The program `ayni`: serves an instance and works on what it keeps.
//!
//! Thin: who, load, rule, write, answer. Exit codes: 0 done, 2 done with something refused or found broken, 1 failed.

mod admin;
mod attach;
mod backup;
mod check;
mod cli;
mod concepts;
mod corpus;
mod export;
mod failure;
mod import;
mod instance;
mod memory;
mod progress;
mod reindex;
mod serve;
mod settings;
mod signature;
mod withdraw;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::cli::{Cli, Command};
use crate::failure::Failure;
use crate::settings::Settings;

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All was done.
    Done,
    /// Something was refused, or found broken; it was named.
    Findings,
}

fn main() -> ExitCode {
    memory::keep_little();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            return if asked { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match run(cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(2),
        Err(failure) => {
            progress::complain(format_args!("ayni: {}", failure.to_string().replace('\n', " ")));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<Outcome, Failure> {
    let (common, command) = cli.split();
    let settings = Settings::load(common)?;
    settings.start_log()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::Runtime)?;
    let outcome = runtime.block_on(async {
        match command {
            Command::Serve(args) => serve::run(&settings, args.serving).await,
            Command::Import(args) => import::run(&settings, args).await,
            Command::Export(args) => export::run(&settings, args).await,
            Command::Check(_) => check::run(&settings).await,
            Command::Reindex(args) => reindex::run(&settings, args).await,
            Command::Backup(args) => backup::backup(&settings, args).await,
            Command::Restore(args) => backup::restore(&settings, args).await,
            Command::Withdraw(args) => withdraw::withdraw(&settings, args).await,
            Command::Reinstate(args) => withdraw::reinstate(&settings, args).await,
            Command::Attach(args) => attach::run(&settings, args).await,
            Command::Admin { command } => admin::run(&settings, command).await,
            Command::Concepts { command } => concepts::run(&settings, command).await,
        }
    });
    runtime.shutdown_background(); // a thread that still waits for standard input holds nobody up
    outcome
}

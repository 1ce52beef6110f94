//! The command line: commands, and the flags that all of them have.

use clap::{Args, Parser, Subcommand};

use crate::settings::{Common, Serving};
use crate::{admin, attach, backup, concepts, export, import, reindex, withdraw};

const AFTER: &str = "Every setting can be given as a flag, in the environment (the names in brackets), or in a TOML file under the name \
of its flag (name = \"…\"); the first of these counts. The file is the one that --config names, or ayni.toml in the data folder.\n\n\
Exit codes: 0 done, 1 failed, 2 something was refused or found broken.";

/// What worked, who did it, where to learn it: South-South and triangular cooperation for decent work.
///
/// Without a command, `ayni` serves an instance, as `ayni serve` does.
#[derive(Debug, Parser)]
#[command(name = "ayni", version, args_conflicts_with_subcommands = true, after_help = AFTER)]
pub struct Cli {
    #[command(flatten)]
    serve: ServeArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// A command with its arguments, whose first lines say in the help what it does.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(after_help = AFTER)]
    Serve(Box<ServeArgs>),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Check(CheckArgs),
    Reindex(reindex::ReindexArgs),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Withdraw(withdraw::WithdrawArgs),
    Reinstate(withdraw::ReinstateArgs),
    Attach(attach::AttachArgs),
    /// Make and list administrators
    Admin {
        #[command(subcommand)]
        command: admin::AdminCommand,
    },
    /// Read and change the concept table
    Concepts {
        #[command(subcommand)]
        command: concepts::ConceptsCommand,
    },
}

/// Serve an instance; a new one gets the starter records.
///
/// Prints one line with the address when it answers, and ends in order on SIGINT and SIGTERM.
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    common: Common,
    /// What only serving needs.
    #[command(flatten)]
    pub serving: Serving,
}

/// Read everything and name what is broken or doubtful.
///
/// A line that begins with `error` names what is broken: a record or log entry that cannot be read, a file whose content is missing or
/// changed, a gap in the change log. A line that begins with `hint` names what may be as it should: a name that is no record here, a
/// modality that the partners do not bear out, an index that the next start brings to the present. Hints alone keep the exit code 0;
/// an error makes it 2.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    common: Common,
}

impl Cli {
    /// The flags that all commands have, and the command: `serve` when none is given.
    pub fn split(self) -> (Common, Command) {
        let command = self.command.unwrap_or(Command::Serve(Box::new(self.serve)));
        let common = match &command {
            Command::Serve(args) => &args.common,
            Command::Import(args) => &args.common,
            Command::Export(args) => &args.common,
            Command::Check(args) => &args.common,
            Command::Reindex(args) => &args.common,
            Command::Backup(args) => &args.common,
            Command::Restore(args) => &args.common,
            Command::Withdraw(args) => &args.common,
            Command::Reinstate(args) => &args.common,
            Command::Attach(args) => &args.common,
            Command::Admin { command } => command.common(),
            Command::Concepts { command } => command.common(),
        };
        (common.clone(), command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_a_command_it_serves() {
        for line in [&["ayni"][..], &["ayni", "--listen", "127.0.0.1:0"], &["ayni", "serve", "--data", "x"]] {
            let (_, command) = Cli::try_parse_from(line).expect("valid").split();
            assert!(matches!(command, Command::Serve(_)), "{line:?}");
        }
    }
}

//! Tasks of the project: measure relevance, speed and weight.

mod bench;
mod corpus;
mod matching;
mod relevance;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Tasks of the project")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures search and matching on the judged collections.
    Relevance {
        /// Folder with the sentence encoder's files; `ayni-data/model`, where `./run` puts them, unless told.
        #[arg(long, env = "AYNI_MODEL")]
        model: Option<PathBuf>,
        /// Prints a line a query.
        #[arg(long)]
        verbose: bool,
    },
    /// Measures speed, weight and memory beside their budgets.
    #[command(args_conflicts_with_subcommands = true)]
    Bench {
        #[command(subcommand)]
        load: Option<Load>,
        /// Records of the search index.
        #[arg(long, default_value_t = 1_000_000)]
        records: u64,
        /// The only measure to take.
        #[arg(long)]
        only: Option<bench::Measure>,
    },
    /// Answers everything with the bytes of a file, for `bench`.
    #[command(hide = true)]
    BareServer {
        #[arg(long)]
        file: PathBuf,
        #[arg(long)]
        listen: SocketAddr,
    },
}

#[derive(Subcommand)]
enum Load {
    /// Lets many members work at once, and checks every answer.
    Members(bench::Members),
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Relevance { model, verbose } => {
            let model = model.or_else(|| Some(corpus::project().join("ayni-data/model")).filter(|folder| folder.join("weights.npz").exists()));
            relevance::run(model.as_deref(), verbose);
            matching::run(model.as_deref(), verbose);
        }
        Task::Bench { load: Some(Load::Members(members)), .. } => return bench::run_members(&members),
        Task::Bench { load: None, records, only } => bench::run(records, only),
        Task::BareServer { file, listen } => bench::bare::serve(&file, listen),
    }
    ExitCode::SUCCESS
}

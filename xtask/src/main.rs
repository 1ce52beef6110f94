//! Tasks of the project: measure relevance, speed and weight.

mod corpus;
mod matching;
mod relevance;

use std::path::PathBuf;

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
        /// Folder with the sentence encoder's files.
        #[arg(long)]
        model: Option<PathBuf>,
        /// Prints a line a query.
        #[arg(long)]
        verbose: bool,
    },
}

fn main() {
    match Arguments::parse().task {
        Task::Relevance { model, verbose } => {
            relevance::run(model.as_deref(), verbose);
            matching::run(model.as_deref(), verbose);
        }
    }
}

//! `cargo xtask bench`: speed, weight and memory beside their budgets, in one run and as one table.
//!
//! Absolute times depend on the machine and on what else runs there; ratios are of two things measured in turns in the same run.

pub mod bare;
mod load;
mod members;
mod memory;
mod program;
mod search;
mod speed;
mod start;
mod synthetic;
mod table;
mod weight;

use std::process::{Command, ExitCode};

use clap::ValueEnum;

pub use crate::bench::members::Members;
use crate::bench::program::Instance;
use crate::bench::table::Row;
use crate::corpus::project;

/// A measure, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// Start to first answer, and memory idle.
    Start,
    /// Weight of the first view of every page in every language.
    Weight,
    /// Requests a second of a page against a bare axum answer of the same bytes.
    Speed,
    /// The three above.
    Pages,
    /// Search over synthetic records.
    Search,
}

/// Measures and prints one table.
pub fn run(records: u64, only: Option<Measure>) {
    if cfg!(debug_assertions) {
        run_optimized(records, only);
        return;
    }
    let wanted = |measure: Measure| match only {
        None => true,
        Some(Measure::Pages) => measure != Measure::Search,
        Some(only) => measure == only,
    };
    let mut rows: Vec<Row> = Vec::new();
    if [Measure::Start, Measure::Weight, Measure::Speed].into_iter().any(wanted) {
        let mut instance = Instance::new(&program::build(true));
        if wanted(Measure::Start) {
            rows.extend(start::measure(&mut instance));
        }
        instance.start();
        if wanted(Measure::Weight) {
            rows.extend(weight::measure(&instance));
        }
        if wanted(Measure::Start) {
            rows.extend(memory::rows("memory idle, after pages", instance.process(), start::IDLE_MEMORY));
        }
        if wanted(Measure::Speed) {
            rows.extend(speed::measure(&instance));
        }
    }
    if wanted(Measure::Search) {
        rows.extend(search::measure(records));
    }
    table::print(&rows);
}

/// Figures of an unoptimized program mean nothing: measures with an optimized build of this one.
fn run_optimized(records: u64, only: Option<Measure>) {
    let mut cargo = program::cargo(&["run", "--release", "--quiet", "--package", "xtask", "--", "bench"]);
    cargo.args(["--records", &records.to_string()]);
    if let Some(only) = only.and_then(|only| only.to_possible_value()) {
        cargo.args(["--only", only.get_name()]);
    }
    succeed(&mut cargo);
}

/// Lets members work, on SQLite and, where a server is named, on PostgreSQL; fails when one of their requests does.
pub fn run_members(wanted: &Members) -> ExitCode {
    if cfg!(debug_assertions) && !wanted.unoptimized {
        let mut cargo = program::cargo(&["run", "--release", "--quiet", "--package", "xtask", "--", "bench", "members"]);
        cargo.args(["--members", &wanted.members.to_string(), "--seconds", &wanted.seconds.to_string()]);
        let status = cargo.current_dir(project()).status().unwrap_or_else(|error| panic!("{cargo:?}: {error}"));
        return if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let (rows, errors) = members::measure(wanted, &program::build(!wanted.unoptimized));
    table::print(&rows);
    if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a command that has to succeed.
fn succeed(command: &mut Command) {
    let status = command.current_dir(project()).status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

/// The value in the middle; `values` need not be sorted.
fn median(values: Vec<f64>) -> f64 {
    part(values, 50)
}

/// The value that so many of a hundred do not exceed; `values` need not be sorted.
fn part(mut values: Vec<f64>, of_hundred: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() * of_hundred / 100).min(values.len().saturating_sub(1));
    values.get(at).copied().unwrap_or(f64::NAN)
}

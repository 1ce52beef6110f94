//! Memory of a process, as Linux tells it.

use crate::bench::table::Row;

const MEGABYTE: f64 = 1_000_000.0;

/// A figure of `/proc/PID/{file}` in bytes; all lines of that name together.
fn figure(process: u32, file: &str, names: &[&str]) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/{file}")).ok()?;
    let kilobytes = text.lines().filter_map(|line| {
        let (name, rest) = line.split_once(':')?;
        names.contains(&name).then(|| rest.trim().trim_end_matches("kB").trim().parse::<f64>().ok()).flatten()
    });
    Some(kilobytes.sum::<f64>() * 1024.0)
}

/// What is in memory of a process in megabytes, mapped files among it.
pub fn resident(process: u32) -> f64 {
    figure(process, "status", &["VmRSS"]).unwrap_or(f64::NAN) / MEGABYTE
}

/// The most that was ever resident, in megabytes.
pub fn peak(process: u32) -> f64 {
    figure(process, "status", &["VmHWM"]).unwrap_or(f64::NAN) / MEGABYTE
}

/// What a process alone needs, in megabytes: without files that are mapped, which the system drops when memory is short.
pub fn anonymous(process: u32) -> f64 {
    figure(process, "status", &["RssAnon"]).unwrap_or(f64::NAN) / MEGABYTE
}

/// What no other process shares, in megabytes.
fn private(process: u32) -> f64 {
    figure(process, "smaps_rollup", &["Private_Clean", "Private_Dirty"]).unwrap_or(f64::NAN) / MEGABYTE
}

/// Resident and private memory beside a budget in megabytes.
pub fn rows(what: &str, process: u32, budget: f64) -> [Row; 2] {
    [Row::at_most(what, resident(process), budget, "MB"), Row::plain(format!("{what}: private"), crate::bench::table::number(private(process), "MB"))]
}

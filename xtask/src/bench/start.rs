//! From the start of the process to its first answers on an existing data folder, and memory at rest.

use std::time::{Duration, Instant};

use crate::bench::program::Instance;
use crate::bench::table::{Row, number};
use crate::bench::{median, memory};

/// Memory idle with the starter corpus, in megabytes.
pub const IDLE_MEMORY: f64 = 80.0;
/// Start to first answer, in milliseconds.
const START: f64 = 300.0;
const STARTS: usize = 9;
/// How long an instance is left alone before its memory is read.
const REST: Duration = Duration::from_secs(2);

/// Starts a new instance, then kills and starts it again and again.
pub fn measure(instance: &mut Instance) -> Vec<Row> {
    eprintln!("starting {STARTS} times");
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let first = milliseconds(instance.start());
    let (mut healthy, mut pages) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let until_healthy = instance.start();
        let since = Instant::now();
        let mut connection = instance.connect();
        let answer = connection.get("/pt/", "").unwrap_or_else(|error| panic!("/pt/: {error}"));
        assert_eq!(answer.status, 200, "/pt/");
        healthy.push(milliseconds(until_healthy));
        pages.push(milliseconds(until_healthy + since.elapsed()));
    }
    let least = healthy.iter().copied().fold(f64::INFINITY, f64::min);
    instance.start();
    std::thread::sleep(REST);
    let mut rows = vec![
        Row::plain("start of a new instance with the starter corpus", number(first, "ms")),
        Row::at_most(format!("start to first answer (median of {STARTS})"), median(healthy), START, "ms"),
        Row::plain("start to first answer (least)", number(least, "ms")),
        Row::at_most(format!("start to first page (median of {STARTS})"), median(pages), START, "ms"),
    ];
    rows.extend(memory::rows("memory idle, after the start", instance.process(), IDLE_MEMORY));
    rows
}

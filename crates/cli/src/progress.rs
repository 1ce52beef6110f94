//! What is said while work goes on: a bar on a terminal, plain lines elsewhere; and words that a closed pipe does not turn into a panic.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Longest time without a line where there is no terminal.
const SILENCE: Duration = Duration::from_secs(5);

/// Writes a line of the answer to standard output.
pub fn say(line: impl Display) {
    let _ = writeln!(stdout().lock(), "{line}");
}

/// Writes a line about something wrong, or about the work, to standard error.
pub fn complain(line: impl Display) {
    let _ = writeln!(stderr().lock(), "{line}");
}

/// Shows how far some work has come.
pub struct Progress {
    what: &'static str,
    bar: Option<ProgressBar>,
    last: Mutex<(u64, u64, Instant)>,
}

impl Progress {
    /// Begins; `what` is the work: `Building the search index`.
    #[must_use]
    pub fn new(what: &'static str) -> Self {
        let bar = stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::with_template("{msg} {human_pos} {elapsed}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
            bar.set_message(what);
            bar
        });
        Self { what, bar, last: Mutex::new((0, 0, Instant::now())) }
    }

    /// So many records are done, of so many; 0 when nobody knows of how many.
    pub fn set(&self, done: u64, all: u64) {
        let Ok(mut last) = self.last.lock() else { return };
        if let Some(bar) = &self.bar {
            if all > 0 && bar.length() != Some(all) {
                bar.set_length(all);
                let style = ProgressStyle::with_template("{msg} {wide_bar} {human_pos}/{human_len} {eta}");
                bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            }
            bar.set_position(done);
        } else if line_is_due(last.0, done) || last.2.elapsed() >= SILENCE {
            complain(format_args!("{}: {}", self.what, amount(done, all)));
            last.2 = Instant::now();
        }
        (last.0, last.1) = (done, all);
    }

    /// Writes a line beside the bar.
    pub fn complain(&self, line: impl Display) {
        match &self.bar {
            Some(bar) => bar.suspend(|| complain(line)),
            None => complain(line),
        }
    }

    /// Ends: the bar goes away, one line says what was done.
    pub fn finish(self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if let Ok(last) = self.last.lock() {
            complain(format_args!("{}: {}, done", self.what, amount(last.0, last.1)));
        }
    }
}

fn amount(done: u64, all: u64) -> String {
    if all > 0 { format!("{done} of {all} records") } else { format!("{done} records") }
}

/// Whether a plain line is due: at each thousand, then each ten thousand, then each hundred thousand and so on.
fn line_is_due(before: u64, now: u64) -> bool {
    let step = 10_u64.pow(now.max(1).ilog10()).max(1_000);
    before / step < now / step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_rarer_as_the_work_grows() {
        for (before, now, expected) in [
            (0, 0, false),
            (0, 500, false),
            (500, 1_000, true),
            (1_000, 1_500, false),
            (9_500, 10_000, true),
            (10_000, 11_000, false),
            (19_500, 20_100, true),
            (99_999, 100_000, true),
            (100_000, 199_999, false),
        ] {
            assert_eq!(line_is_due(before, now), expected, "{before} {now}");
        }
    }
}

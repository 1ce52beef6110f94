//! What a check found: errors and hints, each a line, and their number at the end.

use std::fmt::Arguments;

use crate::progress::say;

/// What was found so far.
#[derive(Debug, Default)]
pub struct Findings {
    errors: u64,
    hints: u64,
}

impl Findings {
    /// Names something broken.
    pub fn error(&mut self, what: Arguments<'_>) {
        self.errors += 1;
        say(format_args!("error: {what}"));
    }

    /// Names something that may be as it should.
    pub fn hint(&mut self, what: Arguments<'_>) {
        self.hints += 1;
        say(format_args!("hint: {what}"));
    }

    /// Says what was read and how much was found.
    pub fn end(&self, read: Arguments<'_>) {
        say(format_args!("read {read}: {} errors, {} hints", self.errors, self.hints));
    }

    /// Whether anything is broken.
    pub const fn has_errors(&self) -> bool {
        self.errors > 0
    }
}

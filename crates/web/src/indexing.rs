//! How the search index of this node does: whether it is being built, and what went wrong last.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use arc_swap::ArcSwapOption;
use jiff::Timestamp;

/// What is known of the index beside what it says itself.
#[derive(Default)]
pub(crate) struct Indexing {
    wanted: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
    fault: ArcSwapOption<Fault>,
}

/// Why the index could not follow.
#[derive(Debug)]
pub(crate) struct Fault {
    pub at: Timestamp,
    pub text: String,
}

impl Indexing {
    /// Asks for the index to be built anew; who follows the change log does it next. Returns whether nobody had asked before.
    pub fn want(&self) -> bool {
        !self.wanted.swap(true, Ordering::AcqRel)
    }

    /// Whether it is to be built anew. It stays so until it was: an index that was left half-built can only be built anew.
    pub fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Acquire)
    }

    /// Notes how many records of how many are in the index that is being built.
    pub fn progress(&self, done: u64, all: u64) {
        self.done.store(done, Ordering::Release);
        self.all.store(all, Ordering::Release);
    }

    /// Records that are done, and all of them, while the index is built anew or waits for that.
    pub fn running(&self) -> Option<(u64, u64)> {
        self.is_wanted().then(|| (self.done.load(Ordering::Acquire), self.all.load(Ordering::Acquire)))
    }

    /// Notes that it was built.
    pub fn built(&self) {
        self.progress(0, 0);
        self.wanted.store(false, Ordering::Release);
    }

    /// Notes how following the change log ended.
    pub fn note(&self, problem: Option<String>, at: Timestamp) {
        match problem {
            Some(text) => self.fault.store(Some(Arc::new(Fault { at, text }))),
            None if self.fault.load().is_some() => self.fault.store(None),
            None => {}
        }
    }

    /// What went wrong last, if it still does.
    pub fn fault(&self) -> Option<Arc<Fault>> {
        self.fault.load_full()
    }
}

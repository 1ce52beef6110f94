//! Mails that stay in memory, for tests.

use std::sync::Arc;

use parking_lot::Mutex;

use crate::Message;

/// A transport that keeps what it is given; its clones share it.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<Message>>>);

impl Memory {
    /// All messages so far, the oldest first.
    #[must_use]
    pub fn sent(&self) -> Vec<Message> {
        self.0.lock().clone()
    }

    pub(crate) fn send(&self, message: &Message) {
        self.0.lock().push(message.clone());
    }
}

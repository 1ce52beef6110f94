//! The text of a document as it comes together: spaces and empty lines joined, and never more than is taken.

use std::ops::ControlFlow;

use ayni_domain::LanguageTag;

use super::{Extracted, language};

/// A text that grows up to a number of characters.
pub(super) struct Words {
    text: String,
    left: usize,
    gap: Option<char>,
    cut: bool,
}

impl Words {
    pub fn new(most: usize) -> Self {
        Self { text: String::new(), left: most, gap: None, cut: false }
    }

    /// Adds a piece of text; breaks when the text is full.
    pub fn push(&mut self, piece: &str) -> ControlFlow<()> {
        for c in piece.chars() {
            if c.is_whitespace() {
                self.gap = self.gap.or(Some(' '));
                continue;
            }
            if c.is_control() {
                continue;
            }
            let gap = self.gap.take().filter(|_| !self.text.is_empty());
            if self.left < 1 + usize::from(gap.is_some()) {
                self.cut = true;
                return ControlFlow::Break(());
            }
            self.left -= 1 + usize::from(gap.is_some());
            self.text.extend(gap);
            self.text.push(c);
        }
        ControlFlow::Continue(())
    }

    /// What follows begins a new line.
    pub fn line(&mut self) {
        self.gap = Some('\n');
    }

    /// What follows is another word.
    pub fn space(&mut self) {
        self.gap = self.gap.or(Some(' '));
    }

    /// The text, with what else the document states.
    pub fn finish(self, stated: Option<LanguageTag>, title: Option<String>) -> Extracted {
        let language = language::agreed(stated, &self.text);
        Extracted { text: self.text, language, title, pages: None, cut: self.cut }
    }
}

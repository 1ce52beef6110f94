//! Comparing two texts word by word: what stayed, went and came.
//!
//! Pure. Texts that have little in common are not picked to pieces: the whole old one went, the whole new one came.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stands in both.
    Stayed,
    /// It stands in the old one alone.
    Went,
    /// It stands in the new one alone.
    Came,
}

/// A piece of text with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub fate: Fate,
    pub text: String,
}

impl Mark {
    pub fn new(fate: Fate, text: impl Into<String>) -> Self {
        Self { fate, text: text.into() }
    }

    /// Whether it stands in the old text alone.
    pub fn went(&self) -> bool {
        self.fate == Fate::Went
    }

    /// Whether it stands in the new text alone.
    pub fn came(&self) -> bool {
        self.fate == Fate::Came
    }
}

/// Most words and signs of a text that are compared: the time grows with the square.
const MOST_TOKENS: usize = 4_000;
/// Of so many words in the longer text at least one must be in both, for marks in the text to be readable.
const SHARED: usize = 4;

/// The words of both texts, in order, with what became of them.
pub(crate) fn words(before: &str, after: &str) -> Vec<Mark> {
    let (old, new) = (tokens(before), tokens(after));
    if is_rewritten(&old, &new) {
        let whole = [Mark::new(Fate::Went, before), Mark::new(Fate::Came, after)];
        return whole.into_iter().filter(|mark| !mark.text.is_empty()).collect();
    }
    let mut marks = Vec::new();
    for (equal, old_range, new_range) in stretches(&old, &new) {
        if equal {
            marks.push(Mark::new(Fate::Stayed, new[new_range].concat()));
        } else {
            let pieces = [(Fate::Went, old[old_range].concat()), (Fate::Came, new[new_range].concat())];
            marks.extend(pieces.into_iter().filter(|(_, text)| !text.is_empty()).map(|(fate, text)| Mark::new(fate, text)));
        }
    }
    marks
}

/// Stretches that are equal, and those that are not; spaces between two changed words change with them.
fn stretches(old: &[&str], new: &[&str]) -> Vec<(bool, Range<usize>, Range<usize>)> {
    let ops: Vec<_> = capture_diff_slices(Algorithm::Myers, old, new).iter().map(similar::DiffOp::as_tag_tuple).collect();
    let mut joined: Vec<(bool, Range<usize>, Range<usize>)> = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    for (at, (tag, old_range, new_range)) in ops.iter().enumerate() {
        // An insertion may name a place before the deletion that it follows: where each begins is counted here.
        let (old_range, new_range) = (old_at..old_at + old_range.len(), new_at..new_at + new_range.len());
        (old_at, new_at) = (old_range.end, new_range.end);
        let is_inside = at > 0 && at + 1 < ops.len();
        let is_space = new[new_range.clone()].iter().all(|token| token.trim().is_empty());
        let equal = *tag == DiffTag::Equal && !(is_inside && is_space);
        match joined.last_mut() {
            Some((false, last_old, last_new)) if !equal => (last_old.end, last_new.end) = (old_range.end, new_range.end),
            _ => joined.push((equal, old_range, new_range)),
        }
    }
    joined
}

fn is_rewritten(old: &[&str], new: &[&str]) -> bool {
    if old.len() > MOST_TOKENS || new.len() > MOST_TOKENS {
        return true;
    }
    let is_word = |token: &&&str| token.chars().any(char::is_alphanumeric);
    let (mut left, mut shared): (HashMap<&str, usize>, usize) = (HashMap::new(), 0);
    for token in old.iter().filter(is_word) {
        *left.entry(token).or_default() += 1;
    }
    for token in new.iter().filter(is_word) {
        if let Some(count) = left.get_mut(token).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let longer = old.iter().filter(is_word).count().max(new.iter().filter(is_word).count());
    shared * SHARED < longer
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Sort {
    Word,
    Space,
    /// Signs, and letters of scripts that write words without spaces.
    Alone,
}

fn sort(c: char) -> Sort {
    match c {
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Sort::Alone,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}' => Sort::Word, // they belong to the letter before
        c if c.is_whitespace() => Sort::Space,
        c if c.is_alphanumeric() => Sort::Word,
        _ => Sort::Alone,
    }
}

fn tokens(text: &str) -> Vec<&str> {
    let (mut tokens, mut start, mut last) = (Vec::new(), 0, None);
    for (at, c) in text.char_indices() {
        let own = sort(c);
        if last.is_some_and(|last| last != own || own == Sort::Alone) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(own);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// Characters that are left of a long text on each side of a change.
const AROUND: usize = 120;

/// Leaves out what stayed far from any change: `…` stands for it.
pub(crate) fn shorten(marks: Vec<Mark>) -> Vec<Mark> {
    let last = marks.len().saturating_sub(1);
    let cut = |(at, mark): (usize, Mark)| {
        if mark.fate != Fate::Stayed || mark.text.chars().count() <= 2 * AROUND + 20 {
            return mark;
        }
        let begin = if at == 0 { "" } else { beginning(&mark.text) };
        let end = if at == last { "" } else { ending(&mark.text) };
        Mark::new(Fate::Stayed, format!("{begin} … {end}").trim_matches(|c| at == 0 && c == ' ').to_owned())
    };
    marks.into_iter().enumerate().map(cut).collect()
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    &text[..text[..end].rfind(char::is_whitespace).unwrap_or(end)]
}

fn ending(text: &str) -> &str {
    let start = text.char_indices().nth_back(AROUND - 1).map_or(0, |(at, _)| at);
    text[start..].split_once(char::is_whitespace).map_or(&text[start..], |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(before: &str, after: &str, expected: &str) {
        let written: String = words(before, after)
            .iter()
            .map(|mark| match mark.fate {
                Fate::Stayed => mark.text.clone(),
                Fate::Went => format!("[-{}-]", mark.text),
                Fate::Came => format!("[+{}+]", mark.text),
            })
            .collect();
        assert_eq!(written, expected);
    }

    #[test]
    fn words_that_came_and_went_are_marked() {
        check("They learn a trade.", "They learn a new trade.", "They learn a [+new +]trade.");
        check("In 2019 they met.", "In 2021 they met.", "In [-2019-][+2021+] they met.");
        check("one two three four five six", "one 2 3 four five six", "one [-two three-][+2 3+] four five six");
        check("技能培训在肯尼亚", "技能培训在加纳", "技能培训在[-肯尼亚-][+加纳+]");
        check("تعلموا مهنة جديدة", "تعلموا حرفة جديدة", "تعلموا [-مهنة-][+حرفة+] جديدة");
        check("same", "same", "same");
        check("", "new", "[+new+]");
    }

    #[test]
    fn a_text_that_was_rewritten_is_not_picked_to_pieces() {
        check(
            "Few have learned a trade here.",
            "The port was closed for years.",
            "[-Few have learned a trade here.-][+The port was closed for years.+]",
        );
    }

    #[test]
    fn what_stayed_far_from_a_change_is_left_out() {
        let long = "word ".repeat(200);
        let shown = shorten(words(&format!("{long}old {long}"), &format!("{long}new {long}")));
        let length: usize = shown.iter().map(|mark| mark.text.chars().count()).sum();
        assert!(length < 4 * AROUND, "{length}");
        assert!(shown.iter().any(|mark| mark.came() && mark.text == "new"), "{shown:?}");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_marks(before in "[ab c.\n技能]{0,30}", after in "[ab c.\n技能]{0,30}") {
            let marks = words(&before, &after);
            let without = |fate| marks.iter().filter(|mark| mark.fate != fate).map(|mark| mark.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Fate::Came), before);
            prop_assert_eq!(without(Fate::Went), after);
        }

        #[test]
        fn no_text_makes_it_panic(before in "\\PC{0,400}", after in "\\PC{0,400}") {
            shorten(words(&before, &after));
        }
    }
}

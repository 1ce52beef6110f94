//! From glyphs to lines: where a line ends, where words part, and in which order letters are read.
//!
//! Glyphs come in the order in which the file draws them, which is nearly always the order of reading, column by column. Within a line
//! Arabic and Hebrew are often drawn from left to right as they look; they are put into the order in which they are read.

use unicode_normalization::UnicodeNormalization;

/// A glyph on the page. Lengths are points, y runs downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Where it begins.
    pub at: (f64, f64),
    /// The direction of its line, as long as its font is large.
    pub ahead: (f64, f64),
    /// How far the next one is expected, in sizes of the font.
    pub advance: f64,
    /// Its characters; empty when the font does not say.
    pub text: String,
}

/// How far a glyph may stand from the line and still belong to it, in sizes of the font: notes stand a third above.
const OFF_LINE: f64 = 0.5;
/// A larger gap than this parts words, in sizes of the font: spaces are a quarter, kerning stays below a tenth.
const WORD_GAP: f64 = 0.17;
/// Between Han characters only a wide gap means anything: lines are filled by pulling them apart.
const HAN_GAP: f64 = 0.8;
/// Going back by more than this begins a new line, in sizes of the font; less is kerning or an accent.
const BACK: f64 = 1.0;

/// A glyph on its line, by where it begins and ends along it.
struct Placed {
    from: f64,
    to: f64,
    text: String,
}

struct Line {
    direction: (f64, f64),
    across: f64,
    size: f64,
    is_rtl: bool,
    glyphs: Vec<Placed>,
}

/// Text of a page as it grows, up to a number of characters.
pub struct Layout {
    most: usize,
    characters: usize,
    is_cut: bool,
    line: Option<Line>,
    lines: Vec<String>,
}

impl Layout {
    pub const fn new(most: usize) -> Self {
        Self { most, characters: 0, is_cut: false, line: None, lines: Vec::new() }
    }

    /// Whether nothing more is taken.
    pub const fn is_full(&self) -> bool {
        self.is_cut
    }

    pub fn add(&mut self, glyph: Drawn) {
        let size = glyph.ahead.0.hypot(glyph.ahead.1);
        if self.is_cut || !size.is_normal() || !(glyph.at.0 + glyph.at.1).is_finite() {
            return;
        }
        // What draws more than its share of characters in one place is no text.
        self.characters += glyph.text.chars().count();
        if self.characters > self.most {
            self.is_cut = true;
            return;
        }
        let direction = (glyph.ahead.0 / size, glyph.ahead.1 / size);
        let along = glyph.at.0 * direction.0 + glyph.at.1 * direction.1;
        let across = glyph.at.1 * direction.0 - glyph.at.0 * direction.1;
        let is_rtl = glyph.text.chars().any(is_rtl);
        let placed = Placed { from: along, to: along + glyph.advance * size, text: glyph.text };
        match &mut self.line {
            Some(line) if line.goes_on(direction, across, &placed, is_rtl) => {
                line.is_rtl |= is_rtl;
                line.size = line.size.max(size);
                line.glyphs.push(placed);
            }
            _ => {
                self.end_line();
                self.line = Some(Line { direction, across, size, is_rtl, glyphs: vec![placed] });
            }
        }
    }

    fn end_line(&mut self) {
        let text = self.line.take().map(Line::text).unwrap_or_default();
        if text.is_empty() {
            return;
        }
        match self.lines.last_mut() {
            Some(last) if is_parted(last, &text) => {
                last.truncate(last.len() - last.chars().next_back().map_or(0, char::len_utf8));
                last.push_str(&text);
            }
            _ => self.lines.push(text),
        }
    }

    /// The text, and whether there was more of it.
    pub fn finish(mut self) -> (String, bool) {
        self.end_line();
        (self.lines.join("\n"), self.is_cut)
    }
}

/// Whether a word goes on in the next line: a letter and a hyphen here, a small letter there.
fn is_parted(last: &str, next: &str) -> bool {
    let mut end = last.chars().rev();
    matches!(end.next(), Some('-' | '\u{2010}')) && end.next().is_some_and(char::is_alphabetic) && next.chars().next().is_some_and(char::is_lowercase)
}

impl Line {
    fn goes_on(&self, direction: (f64, f64), across: f64, next: &Placed, is_rtl: bool) -> bool {
        let same_direction = self.direction.0 * direction.0 + self.direction.1 * direction.1 > 0.99;
        let last = self.glyphs.last().map_or(next.from, |last| last.to);
        let goes_back = next.from < last - BACK * self.size && !self.is_rtl && !is_rtl && !next.text.trim().is_empty();
        same_direction && (across - self.across).abs() < OFF_LINE * self.size && !goes_back
    }

    fn text(mut self) -> String {
        if self.is_rtl {
            self.glyphs.sort_by(|a, b| a.from.total_cmp(&b.from));
        }
        let mut pieces: Vec<String> = Vec::with_capacity(self.glyphs.len());
        let mut end: Option<(f64, bool)> = None;
        for glyph in self.glyphs {
            let text: String = glyph.text.chars().filter_map(readable).flat_map(settled).collect();
            let is_han = text.chars().next().is_some_and(is_han);
            let gap = end.map_or(0.0, |(end, _)| glyph.from - end);
            let limit = if is_han && end.is_some_and(|(_, was_han)| was_han) { HAN_GAP } else { WORD_GAP };
            if gap > limit * self.size {
                pieces.push(" ".into());
            }
            end = Some((glyph.to.max(glyph.from), is_han));
            pieces.push(text);
        }
        if self.is_rtl {
            put_in_order(&mut pieces);
        }
        pieces.concat().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Characters that say something; soft hyphens, controls and the mark of a missing character do not.
fn readable(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{fffd}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// Fonts draw ligatures, Arabic letters by their place in the word, and radicals for characters: the letters that are meant.
fn settled(c: char) -> Vec<char> {
    match c {
        '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{2e80}'..='\u{2fdf}' => std::iter::once(c).nfkc().collect(),
        c => vec![c],
    }
}

/// Turns pieces that stand as they look, from left to right, into the order in which they are read.
fn put_in_order(pieces: &mut [String]) {
    let count = |is: fn(char) -> bool| pieces.iter().filter(|piece| piece.chars().any(is)).count();
    let runs_left = count(is_rtl) >= count(is_ltr);
    let is_other: fn(char) -> bool = if runs_left { |c| is_ltr(c) || is_digit(c) } else { is_rtl };
    if runs_left {
        turn(pieces);
    }
    // Runs of the other direction, with what stands between its letters, are turned round once more.
    let mut at = 0;
    while at < pieces.len() {
        let is_in_run = |piece: &String| piece.chars().any(is_other);
        if !is_in_run(&pieces[at]) {
            at += 1;
            continue;
        }
        let ends_run: fn(char) -> bool = if runs_left { |c| is_rtl(c) || is_bracket(c) } else { |c| is_ltr(c) || is_digit(c) };
        let stop = pieces[at..].iter().position(|piece| piece.chars().any(ends_run)).map_or(pieces.len(), |length| at + length);
        let last = pieces[at..stop].iter().rposition(is_in_run).map_or(at, |length| at + length);
        turn(&mut pieces[at..=last]);
        at = stop.max(at + 1);
    }
}

/// Turns pieces round; what opens then stands where it closed.
fn turn(pieces: &mut [String]) {
    const PAIRS: [(&str, &str); 4] = [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»")];
    pieces.reverse();
    for piece in pieces {
        let other = PAIRS.iter().find_map(|(open, close)| if piece == open { Some(close) } else { (piece == close).then_some(open) });
        if let Some(other) = other {
            *piece = (*other).to_owned();
        }
    }
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']')
}

const fn is_rtl(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{65f}' | '\u{66d}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_ltr(c: char) -> bool {
    c.is_alphabetic() && !is_rtl(c)
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Glyphs of size 10, half as wide, at their places.
    fn read(glyphs: &[(f64, f64, &str)]) -> String {
        let mut layout = Layout::new(1_000);
        for (x, y, text) in glyphs {
            layout.add(Drawn { at: (*x, *y), ahead: (10.0, 0.0), advance: 0.5, text: (*text).to_owned() });
        }
        layout.finish().0
    }

    /// Glyphs of a line as it looks, from left to right.
    fn looks(line: &str) -> String {
        let glyphs: Vec<(f64, f64, String)> = line.chars().zip(0..).map(|(c, n)| (f64::from(n) * 5.0, 0.0, c.to_string())).collect();
        read(&glyphs.iter().map(|(x, y, text)| (*x, *y, text.as_str())).collect::<Vec<_>>())
    }

    #[test]
    fn gaps_part_words_and_lines_end_below_or_back() {
        for (glyphs, expected) in [
            (&[(0.0, 0.0, "a"), (5.0, 0.0, "b"), (10.5, 0.0, "c")][..], "abc"),
            (&[(0.0, 0.0, "a"), (7.5, 0.0, "b")], "a b"),
            (&[(0.0, 0.0, "a"), (5.0, 0.0, " "), (10.0, 0.0, "b")], "a b"),
            (&[(0.0, 0.0, "x"), (5.0, -3.0, "2")], "x2"),
            (&[(0.0, 0.0, "a"), (0.0, 12.0, "b")], "a\nb"),
            (&[(100.0, 0.0, "b"), (0.0, 0.0, "a")], "b\na"),
            (&[(0.0, 0.0, "co-"), (0.0, 12.0, "operar")], "cooperar"),
            (&[(0.0, 0.0, "2020-"), (0.0, 12.0, "y")], "2020-\ny"),
            (&[(0.0, 0.0, "工"), (8.0, 0.0, "作"), (20.0, 0.0, "x")], "工作 x"),
            (&[(0.0, 0.0, "ﬁ"), (5.0, 0.0, "n"), (f64::NAN, 0.0, "?"), (10.0, 0.0, "\u{ad}\u{fffd}")], "fin"),
            (&[], ""),
        ] {
            assert_eq!(read(glyphs), expected, "{glyphs:?}");
        }
    }

    #[test]
    fn lines_from_right_to_left_are_read_as_they_are_spoken() {
        let reversed = |text: &str| text.chars().rev().collect::<String>();
        assert_eq!(looks(&reversed("العمل اللائق")), "العمل اللائق");
        assert_eq!(looks(&format!("{} 2030 {}", reversed("بعد"), reversed("خطة"))), "خطة 2030 بعد");
        assert_eq!(looks(&format!("{} (ILO 190) {}", reversed("بعد"), reversed("اتفاقية"))), "اتفاقية (ILO 190) بعد");
        assert_eq!(looks(&format!("{} (ILO C190) 2030 {}", reversed("بعد"), reversed("خطة"))), "خطة 2030 (ILO C190) بعد");
        assert_eq!(looks(&format!("the word {} here", reversed("عمل لائق"))), "the word عمل لائق here");
        // Drawn in the order of reading, from the right.
        assert_eq!(read(&[(10.0, 0.0, "ﻋ"), (5.0, 0.0, "ﻤ"), (0.0, 0.0, "ﻞ")]), "عمل");
        assert_eq!(read(&[(0.0, 0.0, "م"), (5.0, 0.0, "ﻼ"), (10.0, 0.0, "س")]), "سلام");
    }

    #[test]
    fn turned_and_upright_lines_are_lines() {
        let mut layout = Layout::new(100);
        for (n, text) in (0..).zip(["u", "p"]) {
            layout.add(Drawn { at: (20.0, 100.0 - f64::from(n) * 5.0), ahead: (0.0, -10.0), advance: 0.5, text: text.into() });
        }
        for (n, text) in (0..).zip(["工", "作"]) {
            layout.add(Drawn { at: (50.0, f64::from(n) * 10.0), ahead: (0.0, 10.0), advance: 1.0, text: text.into() });
        }
        assert_eq!(layout.finish(), ("up\n工作".into(), false));
    }

    #[test]
    fn a_page_gives_no_more_than_is_taken() {
        let mut layout = Layout::new(2);
        for text in ["a", "b", "c", "d"] {
            layout.add(Drawn { at: (0.0, 0.0), ahead: (10.0, 0.0), advance: 0.0, text: text.into() });
        }
        assert!(layout.is_full());
        assert_eq!(layout.finish(), ("ab".into(), true));
    }

    proptest! {
        #[test]
        fn no_glyphs_make_it_panic(glyphs in proptest::collection::vec((any::<f64>(), -9.0..9.0f64, any::<f64>(), -9.0..9.0f64, any::<f64>(), "[a-c1-3אבعﻻ() -]{0,3}"), 0..30)) {
            let mut layout = Layout::new(60);
            for (x, y, dx, dy, advance, text) in glyphs {
                layout.add(Drawn { at: (x, y), ahead: (dx, dy), advance, text });
            }
            let (text, _) = layout.finish();
            prop_assert!(text.chars().filter(|c| !c.is_whitespace()).count() <= 120, "a ligature may be two letters");
        }
    }
}

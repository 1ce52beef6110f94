//! Counts as tints: up to five classes, each with its own weave, so that colour is not the only sign.

use std::fmt::Write;

use crate::svg::{Dye, tenth};

/// The classes of counts from 1 to `most`: least and greatest count of each, both included, growing by a constant factor.
pub(crate) fn classes(most: u32) -> Vec<(u32, u32)> {
    let count = most.min(5);
    let mut starts: Vec<u32> = Vec::new();
    for at in 0..count {
        let even = f64::from(most).powf(f64::from(at) / f64::from(count)).round() as u32;
        starts.push(even.max(starts.last().map_or(1, |before| before + 1)));
    }
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([most]);
    starts.iter().copied().zip(ends).collect()
}

/// The tint, 1 to 5, of class `at` of `count`: the last is always the strongest.
pub(crate) fn tint_of_class(at: usize, count: usize) -> usize {
    ((at + 1) * 5 / count.max(1)).clamp(1, 5)
}

/// The tint, 1 to 5, of a count; `None` for zero.
pub(crate) fn tint(value: u32, most: u32) -> Option<usize> {
    let classes = classes(most);
    let at = classes.iter().rposition(|(least, _)| *least <= value)?;
    Some(tint_of_class(at, classes.len()))
}

/// What is woven into each tint, on a tile of 12 by 12: little for few, much for many.
const WEAVES: [&str; 5] = [
    "M4 5h4v2h-4z",
    "M0 2h5v2h-5zM6 8h5v2h-5z",
    "M0 0h3v3h-3zM3 3h3v3h-3zM6 6h3v3h-3zM9 9h3v3h-3z",
    "M5 0h2v2h2v2h2v2h-2v2h-2v2h-2v-2h-2v-2h-2v-2h2v-2h2z",
    "M0 0h3v3h-3zM6 0h3v3h-3zM3 3h3v3h-3zM9 3h3v3h-3zM0 6h3v3h-3zM6 6h3v3h-3zM3 9h3v3h-3zM9 9h3v3h-3z",
];

/// Patterns and rules for the tints that a picture uses. Shapes take the classes `s1` to `s5` and stand in half units.
pub(crate) struct Cloths {
    /// For `<defs>`.
    pub(crate) patterns: String,
    /// Which fill goes with which class.
    pub(crate) sheet: String,
    /// Colours.
    pub(crate) rules: Vec<(String, &'static str, Dye)>,
}

impl Cloths {
    pub(crate) fn new(used: &[usize]) -> Self {
        let mut cloths = Self { patterns: String::new(), sheet: String::new(), rules: Vec::new() };
        for (at, weave) in WEAVES.iter().enumerate() {
            let n = at + 1;
            if used.contains(&n) {
                let _ = write!(
                    cloths.patterns,
                    "<pattern id=\"p{n}\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"><path class=\"t{n}\" d=\"M0 0h12v12h-12z\"/><path class=\"k{n}\" d=\"{weave}\"/></pattern>"
                );
                let _ = write!(cloths.sheet, ".s{n}{{fill:url(#p{n})}}");
                cloths.rules.push((format!(".t{n}"), "fill", Dye::TINTS[at]));
                cloths.rules.push((format!(".k{n}"), "fill", Dye::PICKS[at]));
            }
        }
        cloths
    }
}

/// The key under a map: samples of tints and of threads with the counts they stand for, from the reading start.
pub(crate) struct Key<'a> {
    pub(crate) tints: &'a [(u32, u32)],
    pub(crate) threads: &'a [(usize, u32, u32)],
    pub(crate) rtl: bool,
}

impl Key<'_> {
    /// Drawn in half units on a line whose middle is `y`, from the start of a picture of this width.
    pub(crate) fn draw(&self, width: f64, y: f64) -> String {
        let mut out = String::new();
        let mut at = 16.0;
        let x = |from: f64, length: f64| if self.rtl { 2.0 * width - from - length } else { from };
        let range = |least: u32, most: u32| if least == most { least.to_string() } else { format!("{least}–{most}") };
        let text = |out: &mut String, at: &mut f64, text: &str| {
            let length = crate::svg::ems(text) * 26.0;
            let _ = write!(
                out,
                "<text class=\"n\" x=\"{}\" y=\"{}\" direction=\"ltr\">{text}</text>",
                tenth(x(*at, length) + length / 2.0),
                tenth(y + 9.0)
            );
            *at += length + 34.0;
        };
        for (n, &(least, most)) in self.tints.iter().enumerate() {
            let class = tint_of_class(n, self.tints.len());
            let _ = write!(out, "<path class=\"s{class}\" d=\"M{} {}h36v24h-36z\"/>", tenth(x(at, 36.0)), tenth(y - 12.0));
            at += 46.0;
            text(&mut out, &mut at, &range(least, most));
        }
        at += if self.tints.is_empty() { 0.0 } else { 24.0 };
        for &(class, least, most) in self.threads {
            let (start, length) = (x(at, 72.0), if self.rtl { -50.0 } else { 50.0 });
            let start = if self.rtl { start + 72.0 } else { start };
            let _ = write!(out, "<path class=\"f w{class}\" d=\"M{} {}h{}\"/>", tenth(start), tenth(y), tenth(length));
            at += 84.0;
            text(&mut out, &mut at, &range(least, most));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_cover_every_count_once() {
        assert_eq!(classes(0), []);
        assert_eq!(classes(1), [(1, 1)]);
        assert_eq!(classes(3), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(classes(50), [(1, 1), (2, 4), (5, 9), (10, 22), (23, 50)]);
        for most in (1..300).chain([u32::MAX]) {
            let classes = classes(most);
            assert_eq!((classes[0].0, classes[classes.len() - 1].1), (1, most));
            assert!(classes.iter().all(|(least, greatest)| least <= greatest));
            assert!(classes.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{classes:?}");
        }
    }

    #[test]
    fn the_largest_count_has_the_strongest_tint() {
        for (value, most, expected) in
            [(0, 9, None), (1, 1, Some(5)), (1, 2, Some(2)), (2, 2, Some(5)), (1, 50, Some(1)), (7, 50, Some(3)), (50, 50, Some(5))]
        {
            assert_eq!(tint(value, most), expected, "{value} of {most}");
        }
    }
}

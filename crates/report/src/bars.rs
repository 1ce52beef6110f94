//! Horizontal bars for a few counts; the page keeps the table behind them.

use std::fmt::Write;

use crate::svg::{Dye, Picture, ems, escape, grouped, tenth, wrap};

const WIDTH: f64 = 640.0;
const ROW: f64 = 30.0;
const SIZE: f64 = 14.0;

/// One bar a row, in the given order, with its label at the start and its count at the end.
///
/// Lengths are proportional to the largest count and start at zero; a count of zero has no bar, only the baseline.
#[must_use]
pub fn bars(rows: &[(String, u64)], rtl: bool, title: &str) -> String {
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max) * SIZE;
    let start = (widest(&mut rows.iter().map(|(label, _)| ems(label))) + 14.0).clamp(60.0, WIDTH * 0.42).round();
    let end = (widest(&mut rows.iter().map(|(_, count)| ems(&grouped(*count)))) + 12.0).round();
    let room = (WIDTH - start - end).max(40.0);
    let height = ROW * rows.len() as f64 + 8.0;
    let mirrored = |x: f64| if rtl { WIDTH - x } else { x };

    let mut cloth = String::new();
    let mut texts = String::new();
    for (at, (label, count)) in rows.iter().enumerate() {
        let y = 4.0 + ROW * at as f64;
        let length = if *count == 0 { 0.0 } else { (room * (*count as f64 / most as f64)).max(2.0) };
        let left = if rtl { mirrored(start + length) } else { start };
        if length > 0.0 {
            let _ = write!(cloth, "M{} {}h{}v18h-{}z", tenth(left), tenth(y + 6.0), tenth(length), tenth(length));
        }
        let short = wrap(label, (start - 14.0) / SIZE + 0.2, 1).join("");
        let _ = write!(texts, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>", tenth(mirrored(start - 8.0)), tenth(y + 20.0), escape(&short));
        let _ =
            write!(texts, "<text x=\"{}\" y=\"{}\" class=\"n\">{}</text>", tenth(mirrored(start + length + 7.0)), tenth(y + 20.0), grouped(*count));
    }
    let body = format!(
        "<defs><pattern id=\"p\" width=\"12\" height=\"9\" patternUnits=\"userSpaceOnUse\" y=\"10\"><path class=\"b\" d=\"M0 0h12v9h-12z\"/><path class=\"k\" d=\"M5 2h2v1h-2zM3 4h6v1h-6zM5 6h2v1h-2z\"/></pattern></defs>\
         <path class=\"w\" d=\"{cloth}\"/><path class=\"a\" d=\"M{} 2V{}\"/>{texts}",
        tenth(mirrored(start)),
        tenth(height - 2.0),
    );
    let rules = [(".b", "fill", Dye::GREEN), (".k", "fill", Dye::PAPER), (".a", "stroke", Dye::INK), ("text", "fill", Dye::INK)];
    let picture = Picture { size: (WIDTH as i32, height as i32), title, description: "", language: None, rtl };
    picture.document(&rules, "text{font-size:14px}.n{font-weight:650}.w{fill:url(#p)}.k{fill-opacity:.35}.a{stroke-width:2;fill:none}", &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::tests::assert_sound;

    #[test]
    fn any_rows_make_a_sound_picture() {
        let row = |label: &str, count| (label.to_owned(), count);
        for rows in
            [vec![], vec![row("", 0)], vec![row("<Skills> & jobs", u64::MAX), row("one", 1), row("none", 0)], vec![row(&"long ".repeat(80), 3)]]
        {
            for rtl in [false, true] {
                assert_sound(&bars(&rows, rtl, "Records by theme"));
            }
        }
    }

    #[test]
    fn lengths_follow_counts() {
        let svg = bars(&[("a".into(), 10), ("b".into(), 5), ("c".into(), 0)], false, "t");
        let lengths: Vec<f64> = svg
            .split("class=\"w\"")
            .nth(1)
            .expect("bars")
            .split('h')
            .skip(1)
            .step_by(2)
            .filter_map(|part| part.split('v').next()?.parse().ok())
            .collect();
        assert_eq!(lengths.len(), 2);
        assert!((lengths[0] - 2.0 * lengths[1]).abs() < 0.2, "{lengths:?}");
    }
}

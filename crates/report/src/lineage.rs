//! The lineage of a practice: which record was adapted from which, generation by generation.

use std::collections::BTreeMap;
use std::fmt::Write;

use ayni_domain::lineage::{Family, MOST_RECORDS};
use ayni_domain::record::RecordKey;

use crate::svg::{Dye, Picture, diamond, escape, tenth, wrap};

const BOX: (f64, f64) = (196.0, 66.0);
const GAP: (f64, f64) = (56.0, 18.0);
const MARGIN: f64 = 6.0;
/// Room below for steps that lead back.
const DIP: f64 = 34.0;

/// Draws a family from sources to adaptations, in reading direction.
///
/// `label` gives a record's title and the name of its country, which may be empty. Of more than 60 members the first 60 are
/// drawn. A step that does not lead to a later generation, as in a circle of mutual adaptation, is dashed and runs below.
#[must_use]
pub fn lineage(family: &Family, label: &dyn Fn(&RecordKey) -> (String, String), current: &RecordKey, rtl: bool, title: &str) -> String {
    let columns = columns(family);
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let width = columns.len() as f64 * (BOX.0 + GAP.0) - if columns.is_empty() { 0.0 } else { GAP.0 } + 2.0 * MARGIN;
    let full = tallest as f64 * (BOX.1 + GAP.1) - if tallest == 0 { 0.0 } else { GAP.1 };

    let mut corners: BTreeMap<&RecordKey, (usize, f64, f64)> = BTreeMap::new();
    for (at, column) in columns.iter().enumerate() {
        let x = MARGIN + at as f64 * (BOX.0 + GAP.0);
        let x = if rtl { width - x - BOX.0 } else { x };
        let top = MARGIN + (full - (column.len() as f64 * (BOX.1 + GAP.1) - GAP.1)) / 2.0;
        for (row, key) in column.iter().enumerate() {
            corners.insert(key, (at, x, top + row as f64 * (BOX.1 + GAP.1)));
        }
    }
    let mut back = false;
    let mut body = String::from(
        "<defs><marker id=\"a\" viewBox=\"0 -4 8 8\" refX=\"7\" markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"h\" d=\"M0-3.5 8 0 0 3.5z\"/></marker></defs>",
    );
    for (source, made) in &family.steps {
        if let (Some(&from), Some(&to)) = (corners.get(source), corners.get(made)) {
            back |= from.0 >= to.0;
            body.push_str(&step(from, to, rtl));
        }
    }
    for (key, &(_, x, y)) in &corners {
        let (name, country) = label(key);
        body.push_str(&card(&name, &country, (x, y), *key == current, rtl));
    }
    let rules = [
        (".s", "stroke", Dye::GREEN),
        (".h", "fill", Dye::GREEN),
        (".b", "fill", Dye::PAPER),
        (".b", "stroke", Dye::SOFT),
        (".m", "fill", Dye::GOLD),
        (".m", "stroke", Dye::INK),
        ("text", "fill", Dye::INK),
        (".c", "fill", Dye::SOFT),
        (".v", "fill", Dye::NIGHT),
    ];
    let sheet = "text{font-size:14px;font-weight:600;unicode-bidi:plaintext}.c{font-size:13px;font-weight:400}.s{fill:none;stroke-width:2}.r{stroke-dasharray:4 4}.m{stroke-width:3}";
    let height = full + 2.0 * MARGIN + if back { DIP } else { 0.0 };
    Picture { size: (width as i32, height as i32), title, description: "", language: None, rtl }.document(&rules, sheet, &body)
}

/// Members by generation, each generation in the order that keeps its steps short.
fn columns(family: &Family) -> Vec<Vec<&RecordKey>> {
    let mut generations: BTreeMap<i32, Vec<&RecordKey>> = BTreeMap::new();
    for (key, generation) in family.members.iter().take(MOST_RECORDS) {
        let column = generations.entry(*generation).or_default();
        if !column.contains(&key) {
            column.push(key);
        }
    }
    let mut columns: Vec<Vec<&RecordKey>> = generations.into_values().collect();
    for forward in [true, false, true] {
        let order: Vec<usize> = if forward { (1..columns.len()).collect() } else { (0..columns.len().saturating_sub(1)).rev().collect() };
        for at in order {
            let neighbours = columns[if forward { at - 1 } else { at + 1 }].clone();
            let rank = |key: &RecordKey| {
                let linked = family.steps.iter().filter_map(|(a, b)| {
                    if a == key {
                        Some(b)
                    } else if b == key {
                        Some(a)
                    } else {
                        None
                    }
                });
                let rows: Vec<usize> = linked.filter_map(|other| neighbours.iter().position(|n| *n == other)).collect();
                (!rows.is_empty()).then(|| rows.iter().sum::<usize>() * 1_000 / rows.len())
            };
            columns[at].sort_by_key(|key| rank(key).unwrap_or(usize::MAX)); // stable: the rest keeps its order
        }
    }
    columns
}

/// A curve from a box to the box adapted from it.
fn step(from: (usize, f64, f64), to: (usize, f64, f64), rtl: bool) -> String {
    let forward = if rtl { -1.0 } else { 1.0 };
    let (out_side, in_side) = if rtl { (0.0, BOX.0) } else { (BOX.0, 0.0) };
    if from.0 < to.0 {
        let (x, y) = (from.1 + out_side, from.2 + BOX.1 / 2.0);
        let (goal, level) = (to.1 + in_side, to.2 + BOX.1 / 2.0);
        let bend = forward * GAP.0 * 0.55;
        return format!(
            "<path class=\"s\" marker-end=\"url(#a)\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
            tenth(x),
            tenth(y),
            tenth(x + bend),
            tenth(y),
            tenth(goal - bend),
            tenth(level),
            tenth(goal),
            tenth(level)
        );
    }
    let (x, goal) = (from.1 + BOX.0 / 2.0, to.1 + BOX.0 / 2.0 + if from.0 == to.0 { 24.0 } else { 0.0 });
    let (y, level) = (from.2 + BOX.1, to.2 + BOX.1);
    let low = y.max(level) + DIP;
    format!(
        "<path class=\"s r\" marker-end=\"url(#a)\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
        tenth(x),
        tenth(y),
        tenth(x),
        tenth(low),
        tenth(goal),
        tenth(low),
        tenth(goal),
        tenth(level)
    )
}

fn card(name: &str, country: &str, (x, y): (f64, f64), current: bool, rtl: bool) -> String {
    let mut out = format!("<path class=\"b{}\" d=\"M{} {}h{}v{}h-{}z\"/>", if current { " m" } else { "" }, tenth(x), tenth(y), BOX.0, BOX.1, BOX.0);
    let start = tenth(if rtl { x + BOX.0 - 12.0 } else { x + 12.0 });
    let lines = wrap(name, (BOX.0 - 24.0) / 14.0, 2);
    let count = lines.len() + usize::from(!country.is_empty());
    let mut base = y + BOX.1 / 2.0 - count as f64 * 9.0 + 14.0;
    let ink = if current { " class=\"v\"" } else { "" };
    for line in lines {
        let _ = write!(out, "<text{ink} x=\"{start}\" y=\"{}\">{}</text>", tenth(base), escape(&line));
        base += 18.0;
    }
    if !country.is_empty() {
        let short = wrap(country, (BOX.0 - 24.0) / 13.0, 1).join("");
        let _ = write!(out, "<text class=\"c{}\" x=\"{start}\" y=\"{}\">{}</text>", if current { " v" } else { "" }, tenth(base), escape(&short));
    }
    if current {
        let corner = if rtl { x + 10.0 } else { x + BOX.0 - 10.0 };
        let _ = write!(out, "<path class=\"v\" d=\"{}\"/>", diamond(corner, y + BOX.1 - 10.0, 6.0));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::tests::assert_sound;
    use ayni_domain::lineage::Lineage;

    fn key(slug: &str) -> RecordKey {
        RecordKey::parse(&format!("practice/{slug}")).expect("a key")
    }

    fn family(edges: &[(&str, &str)], of: &str) -> Family {
        let mut lineage = Lineage::default();
        for (source, made) in edges {
            lineage.add(key(source), key(made));
        }
        lineage.family(&key(of))
    }

    fn draw(family: &Family, of: &str, rtl: bool) -> String {
        let svg = lineage(family, &|key| (format!("<Title> & \"{}\"", key.slug), "Moçambique".into()), &key(of), rtl, "Lineage");
        assert_sound(&svg);
        svg
    }

    #[test]
    fn every_member_is_drawn_once_and_the_current_is_marked() {
        let family = family(&[("a", "b"), ("b", "c"), ("b", "d"), ("x", "d")], "b");
        for rtl in [false, true] {
            let svg = draw(&family, "b", rtl);
            assert_eq!((svg.matches("class=\"b\"").count(), svg.matches("class=\"b m\"").count()), (3, 1));
            assert_eq!((svg.matches("class=\"s\"").count(), svg.matches("class=\"s r\"").count()), (3, 0));
        }
        assert_ne!(draw(&family, "b", false), draw(&family, "b", true));
    }

    #[test]
    fn circles_and_crowds_end() {
        assert_eq!(draw(&family(&[("a", "b"), ("b", "a")], "a"), "a", false).matches("class=\"s r\"").count(), 1);
        let names: Vec<String> = (0..90).map(|n| format!("made-{n}")).collect();
        let edges: Vec<(&str, &str)> = names.iter().map(|name| ("source", name.as_str())).collect();
        assert_eq!(draw(&family(&edges, "source"), "source", true).matches("<text").count(), 60 * 2);
        let many = Family { members: names.iter().map(|name| (key(name), 0)).collect(), steps: Vec::new() };
        assert_eq!(draw(&many, "elsewhere", false).matches("class=\"b\"").count(), 60);
        draw(&Family { members: Vec::new(), steps: vec![(key("a"), key("b"))] }, "a", false);
    }
}

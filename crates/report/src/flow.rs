//! Threads between two countries: arcs with a head at the recipient, wider for more.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ayni_domain::Country;

use crate::geometry::{Point, anchor};
use crate::path::half;
use crate::projection::View;
use crate::svg::{Dye, tenth};

/// Cooperation from a provider to a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Who gives.
    pub from: Country,
    /// Who receives.
    pub to: Country,
    /// How many records say so.
    pub count: u32,
}

/// Widths of the classes in half units; class n holds counts from 2^n.
const WIDTHS: [f64; 5] = [1.8, 3.6, 5.6, 7.6, 10.0];
/// Lengths of their heads in half units.
const HEADS: [f64; 5] = [11.0, 14.0, 18.0, 22.0, 26.0];

/// A thread as drawn: a curve with one bend, in the picture's units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Thread {
    pub(crate) flow: Flow,
    start: Point,
    bend: Point,
    end: Point,
}

fn class(count: u32) -> usize {
    (count.max(1).ilog2() as usize).min(WIDTHS.len() - 1)
}

/// The flows as threads: each pair once, without those from a country to itself, in the order of drawing: few before many,
/// far before near.
pub(crate) fn threads(flows: &[Flow], view: &View) -> Vec<Thread> {
    let mut counts: BTreeMap<(Country, Country), u32> = BTreeMap::new();
    for flow in flows.iter().filter(|flow| flow.from != flow.to && flow.count > 0) {
        let count = counts.entry((flow.from, flow.to)).or_default();
        *count = count.saturating_add(flow.count);
    }
    let mut threads: Vec<Thread> = counts.into_iter().filter_map(|((from, to), count)| thread(Flow { from, to, count }, view)).collect();
    threads.sort_by_key(|thread| (class(thread.flow.count), std::cmp::Reverse(half((0.0, length(thread))).1), thread.flow.from, thread.flow.to));
    threads
}

fn length(thread: &Thread) -> f64 {
    (thread.end.0 - thread.start.0).hypot(thread.end.1 - thread.start.1)
}

/// Bends to the left of its way, so what two countries give each other makes an open eye instead of one line.
fn thread(flow: Flow, view: &View) -> Option<Thread> {
    let place = |country| anchor(country).map(|(longitude, latitude)| view.place(longitude, latitude));
    let (start, goal) = (place(flow.from)?, place(flow.to)?);
    let (dx, dy) = (goal.0 - start.0, goal.1 - start.1);
    let bend = (f64::midpoint(start.0, goal.0) + dy * 0.2, f64::midpoint(start.1, goal.1) - dx * 0.2);
    let (ex, ey) = (goal.0 - bend.0, goal.1 - bend.1);
    let way = ex.hypot(ey);
    if way < 1.0 {
        return None;
    }
    let gap = (HEADS[class(flow.count)] / 2.0 + 1.0).min(way * 0.6);
    Some(Thread { flow, start, bend, end: (goal.0 - ex / way * gap, goal.1 - ey / way * gap) })
}

impl Thread {
    fn at(&self, t: f64) -> Point {
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        (mix(self.start.0, self.bend.0, self.end.0), mix(self.start.1, self.bend.1, self.end.1))
    }

    /// Points along the thread, for what should keep out of its way.
    pub(crate) fn points(&self) -> impl Iterator<Item = Point> + '_ {
        let steps = (length(self) / 6.0).clamp(4.0, 60.0) as i32;
        (0..=steps).map(move |step| self.at(f64::from(step) / f64::from(steps)))
    }
}

/// Draws threads in half units: under each a wider line in the colour of the ground, so that threads pass over and under.
pub(crate) fn draw(threads: &[Thread]) -> String {
    let mut out = String::new();
    for thread in threads {
        let (start, bend, end) = (half(thread.start), half(thread.bend), half(thread.end));
        let class = class(thread.flow.count);
        let data = format!("M{} {}q{} {} {} {}", start.0, start.1, bend.0 - start.0, bend.1 - start.1, end.0 - start.0, end.1 - start.1);
        let _ = write!(out, "<path class=\"c c{class}\" d=\"{data}\"/><path class=\"f w{class}\" d=\"{data}\"/>");
    }
    out
}

/// The marks at both ends: a stepped diamond at who gives, as large as what it gives.
pub(crate) fn ends(threads: &[Thread]) -> String {
    let mut given: BTreeMap<Country, (u32, Point)> = BTreeMap::new();
    for thread in threads {
        let entry = given.entry(thread.flow.from).or_insert((0, thread.start));
        entry.0 = entry.0.saturating_add(thread.flow.count);
    }
    given.values().map(|&(count, (x, y))| crate::svg::diamond((x * 2.0).round(), (y * 2.0).round(), reach(count) * 2.0)).collect()
}

/// Reach of the mark of a provider, in the picture's units.
pub(crate) fn reach(count: u32) -> f64 {
    (2.4 + f64::from(count).sqrt() * 0.75).min(8.1)
}

/// Marker definitions and rules of the classes that the threads use.
pub(crate) fn style(threads: &[Thread]) -> (String, String) {
    let (mut heads, mut sheet) = (String::new(), String::from(".f,.c{fill:none}.w0{stroke-opacity:.8}"));
    for class in threads.iter().map(|thread| class(thread.flow.count)).collect::<BTreeSet<_>>() {
        let (width, head) = (WIDTHS[class], HEADS[class]);
        let _ = write!(
            heads,
            "<marker id=\"h{class}\" viewBox=\"-1 -4 10 8\" markerWidth=\"{}\" markerHeight=\"{}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"h\" d=\"M0-3 8 0 0 3z\"/></marker>",
            tenth(head * 1.25),
            tenth(head),
        );
        let _ = write!(sheet, ".w{class}{{stroke-width:{};marker-end:url(#h{class})}}.c{class}{{stroke-width:{}}}", tenth(width), tenth(width + 2.6));
    }
    (heads, sheet)
}

/// Colours of threads and their marks.
pub(crate) const RULES: [(&str, &str, Dye); 5] = [
    (".f", "stroke", Dye::COCHINEAL),
    (".c", "stroke", Dye::PAPER),
    (".h,.e", "fill", Dye::COCHINEAL),
    (".h,.e", "stroke", Dye::PAPER),
    (".n", "fill", Dye::SOFT),
];

/// The classes in use with the counts they hold, for the key.
pub(crate) fn key(threads: &[Thread]) -> Vec<(usize, u32, u32)> {
    let most = threads.iter().map(|thread| thread.flow.count).max().unwrap_or(0);
    let used: BTreeSet<usize> = threads.iter().map(|thread| class(thread.flow.count)).collect();
    used.into_iter().map(|class| (class, 1 << class, if class + 1 == WIDTHS.len() { most } else { most.min((2 << class) - 1) })).collect()
}

/// How much a country gives and receives.
pub(crate) fn totals(threads: &[Thread]) -> BTreeMap<Country, u32> {
    let mut totals: BTreeMap<Country, u32> = BTreeMap::new();
    for flow in threads.iter().map(|thread| thread.flow) {
        for country in [flow.from, flow.to] {
            let total = totals.entry(country).or_default();
            *total = total.saturating_add(flow.count);
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::Orientation;

    fn country(code: &str) -> Country {
        Country::parse(code).expect("a country")
    }

    #[test]
    fn flows_are_merged_and_ordered() {
        let flow = |from, to, count| Flow { from: country(from), to: country(to), count };
        let view = View::new(Orientation::SouthUp, 11.0, 175.0, (480.0, 200.0));
        let mut flows =
            vec![flow("BR", "MZ", 3), flow("IN", "TZ", 1), flow("BR", "MZ", 4), flow("MZ", "BR", 1), flow("CV", "CV", 9), flow("FJ", "VU", 0)];
        let order = |flows: &[Flow]| threads(flows, &view).iter().map(|t| (t.flow.from.code(), t.flow.to.code(), t.flow.count)).collect::<Vec<_>>();
        let expected = [("MZ", "BR", 1), ("IN", "TZ", 1), ("BR", "MZ", 7)];
        assert_eq!(order(&flows), expected);
        flows.reverse();
        assert_eq!(order(&flows), expected);
        assert_eq!(key(&threads(&flows, &view)), [(0, 1, 1), (2, 4, 7)]);
        assert_eq!(threads(&[flow("BR", "MZ", u32::MAX), flow("BR", "MZ", 1)], &view)[0].flow.count, u32::MAX);
    }
}

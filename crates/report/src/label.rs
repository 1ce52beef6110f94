//! Labels that do not overlap: each takes the place beside its point where it covers least.

use crate::geometry::Point;
use crate::svg::{ems, escape, tenth};

/// Left, top, right, bottom.
type Box4 = (f64, f64, f64, f64);

/// Places labels one by one, the most important first.
pub(crate) struct Labels<'a> {
    frame: Box4,
    size: f64,
    busy: &'a [Point],
    taken: Vec<Box4>,
    out: String,
}

impl<'a> Labels<'a> {
    /// Labels of this font size inside a frame; `busy` are points better not covered.
    pub(crate) fn new(frame: Box4, size: f64, busy: &'a [Point]) -> Self {
        Self { frame, size, busy, taken: Vec::new(), out: String::new() }
    }

    /// Keeps labels off a mark.
    pub(crate) fn avoid(&mut self, (x, y): Point, reach: f64) {
        self.taken.push((x - reach, y - reach, x + reach, y + reach));
    }

    /// Sets a label beside a point with a mark of this reach, or leaves it out where there is no room.
    pub(crate) fn add(&mut self, (x, y): Point, reach: f64, text: &str) -> bool {
        let (width, height) = (ems(text) * self.size + 4.0, self.size * 1.15);
        let (side, above) = (reach + 3.0 + width / 2.0, reach + 2.0 + height / 2.0);
        let places = [(side, 0.0), (-side, 0.0), (0.0, -above), (0.0, above), (side, -above), (-side, -above), (side, above), (-side, above)];
        let boxes = places.map(|(dx, dy)| (x + dx - width / 2.0, y + dy - height / 2.0, x + dx + width / 2.0, y + dy + height / 2.0));
        let inside = |b: &Box4| b.0 >= self.frame.0 && b.1 >= self.frame.1 && b.2 <= self.frame.2 && b.3 <= self.frame.3;
        let free = |b: &Box4| !self.taken.iter().any(|t| b.0 < t.2 && t.0 < b.2 && b.1 < t.3 && t.1 < b.3);
        let covered = |b: &Box4| self.busy.iter().filter(|p| b.0 < p.0 && p.0 < b.2 && b.1 < p.1 && p.1 < b.3).count();
        let Some(best) = boxes.into_iter().filter(|b| inside(b) && free(b)).min_by_key(covered) else { return false };
        let (middle, base) = (f64::midpoint(best.0, best.2), best.3 - height * 0.26);
        self.out.push_str(&format!("<text x=\"{}\" y=\"{}\">{}</text>", tenth(middle), tenth(base), escape(text)));
        self.taken.push(best);
        true
    }

    /// The labels as SVG.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_find_room_or_stay_away() {
        let mut labels = Labels::new((0.0, 0.0, 200.0, 100.0), 10.0, &[(120.0, 50.0)]);
        labels.avoid((100.0, 50.0), 3.0);
        let set: Vec<bool> = (0..12).map(|_| labels.add((100.0, 50.0), 3.0, "Mali")).collect();
        assert!(set[0] && set[1] && !set[11], "{set:?}");
        assert_eq!(labels.taken.len(), 1 + set.iter().filter(|set| **set).count());
        for (at, a) in labels.taken.iter().enumerate() {
            for b in &labels.taken[at + 1..] {
                assert!(a.0 >= b.2 || b.0 >= a.2 || a.1 >= b.3 || b.1 >= a.3, "{a:?} {b:?}");
            }
        }
        assert!(labels.taken[1].2 <= 100.0, "the left place covers nothing busy");
        assert!(!Labels::new((0.0, 0.0, 20.0, 10.0), 10.0, &[]).add((10.0, 5.0), 1.0, "Moçambique"));
    }
}

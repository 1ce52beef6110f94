//! Rings as path data: whole numbers, relative, half a unit of the picture each.

use std::fmt::Write;

use crate::geometry::Point;

/// Parts of a picture in whole numbers stand in a group with this transform: half a unit is fine enough, and short to write.
pub(crate) const HALF: &str = "scale(.5)";

/// A place in half units.
pub(crate) fn half((x, y): Point) -> (i32, i32) {
    ((x * 2.0).round() as i32, (y * 2.0).round() as i32)
}

/// Path data that grows ring by ring; each starts relative to the one before.
#[derive(Debug, Default)]
pub(crate) struct Path {
    data: String,
    pen: (i32, i32),
}

impl Path {
    /// Adds a closed ring; one that shrinks to a line or a point is left out.
    pub(crate) fn ring(&mut self, corners: impl Iterator<Item = Point>) {
        let corners = straightened(corners.map(half));
        let Some((&first, rest)) = corners.split_first().filter(|(_, rest)| rest.len() >= 2) else { return };
        self.data.push('m');
        self.pair(first.0 - self.pen.0, first.1 - self.pen.1);
        let mut at = first;
        for &corner in rest {
            self.pair(corner.0 - at.0, corner.1 - at.1);
            at = corner;
        }
        self.data.push('z');
        self.pen = first;
    }

    /// Adds an open line.
    pub(crate) fn line(&mut self, points: impl Iterator<Item = Point>) {
        for (at, (x, y)) in points.map(half).enumerate() {
            if at == 0 {
                self.data.push('m');
            }
            self.pair(x - self.pen.0, y - self.pen.1);
            self.pen = (x, y);
        }
    }

    fn pair(&mut self, x: i32, y: i32) {
        for value in [x, y] {
            if value >= 0 && self.data.ends_with(|c: char| c.is_ascii_digit()) {
                self.data.push(' ');
            }
            let _ = write!(self.data, "{value}");
        }
    }

    /// The path data, or nothing where nothing was added.
    pub(crate) fn data(self) -> Option<String> {
        (!self.data.is_empty()).then_some(self.data)
    }
}

/// Drops corners that repeat the one before or lie on the way to the next.
fn straightened(corners: impl Iterator<Item = (i32, i32)>) -> Vec<(i32, i32)> {
    let mut out: Vec<(i32, i32)> = Vec::new();
    for corner in corners {
        if out.last() == Some(&corner) {
            continue;
        }
        if let [.., a, b] = out[..] {
            let ((ux, uy), (vx, vy)) = ((b.0 - a.0, b.1 - a.1), (corner.0 - b.0, corner.1 - b.1));
            if ux * vy == uy * vx && ux * vx + uy * vy > 0 {
                out.pop();
            }
        }
        out.push(corner);
    }
    if out.len() > 1 && out.first() == out.last() {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_short() {
        let mut path = Path::default();
        path.ring([(0.0, 0.0), (2.0, 0.0), (4.0, 0.0), (4.0, 4.1), (4.0, 4.2), (0.0, 4.0)].into_iter());
        path.ring([(5.0, 5.0), (5.1, 5.1), (5.2, 5.0)].into_iter());
        path.ring([(5.0, 0.0), (6.0, 0.0), (6.0, -1.0)].into_iter());
        assert_eq!(path.data().as_deref(), Some("m0 0 8 0 0 8-8 0zm10 0 2 0 0-2z"));
        assert_eq!(Path::default().data(), None);
    }
}

//! Outlines of countries: read once from Natural Earth's TopoJSON, thinned out, cut where a map is cut.
//!
//! Shared borders are shared arcs, and arcs are thinned before rings are put together, so neighbours still meet. Data that
//! cannot be read gives an empty outline. The outlines are de facto boundaries: every page puts the disclaimer under its map.

use std::sync::LazyLock;

use ayni_domain::Country;
use serde::Deserialize;
use serde_json::Value;

use crate::projection::forward;

/// A point or a corner: longitude and latitude in degrees, or x and y.
pub(crate) type Point = (f64, f64);
/// A closed line, the first corner not repeated. In degrees its longitudes run on past 180 rather than jump.
pub(crate) type Ring = Vec<Point>;

/// The land of a country, or land to which no country code belongs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outline {
    pub(crate) country: Option<Country>,
    /// Largest first.
    pub(crate) rings: Vec<Ring>,
}

/// Thinned for a world map of about 1,000 units.
pub(crate) static WORLD: LazyLock<Vec<Outline>> = LazyLock::new(|| decode(SOURCE, 0.0034, 0.000_09));
/// As detailed as the source.
pub(crate) static REGION: LazyLock<Vec<Outline>> = LazyLock::new(|| decode(SOURCE, 0.001, 0.0));

const SOURCE: &str = include_str!("../../../data/geo/countries-110m.json");

/// Shapes that Natural Earth draws apart and the United Nations map does not, or that bear no ISO number.
const UNNUMBERED: [(&str, &str); 3] = [("Somaliland", "SO"), ("N. Cyprus", "CY"), ("Kosovo", "XK")];

/// Places of territories for which the reference data has no centroid, to the tenth of a degree: latitude, longitude.
const UNPLACED: [(&str, Point); 11] = [
    ("AX", (60.2, 20.0)),
    ("BQ", (12.2, -68.3)),
    ("GF", (4.0, -53.0)),
    ("GP", (16.2, -61.5)),
    ("GS", (-54.4, -36.8)),
    ("MQ", (14.6, -61.0)),
    ("RE", (-21.1, 55.5)),
    ("SH", (-16.0, -5.7)),
    ("TF", (-49.3, 69.5)),
    ("UM", (19.3, 166.6)),
    ("YT", (-12.8, 45.2)),
];

/// Where a country's mark and label stand, longitude and latitude: its centroid, or the middle of its largest piece of land
/// where the centroid is unknown or lies far from all its land (Fiji's is rounded to a place in the open sea).
pub(crate) fn anchor(country: Country) -> Option<Point> {
    let known = country.centroid().or_else(|| UNPLACED.iter().find(|(code, _)| *code == country.code()).map(|(_, place)| *place));
    let known = known.map(|(latitude, longitude)| (longitude, latitude));
    let boxes: Vec<_> =
        REGION.iter().filter(|outline| outline.country == Some(country)).flat_map(|outline| &outline.rings).map(|ring| bounds(ring)).collect();
    let Some(largest) = boxes.first() else { return known };
    let is_on_land = |&(x, y): &Point| boxes.iter().any(|(west, east, south, north)| *west <= x && x <= *east && *south <= y && y <= *north);
    known.filter(is_on_land).or(Some((f64::midpoint(largest.0, largest.1), f64::midpoint(largest.2, largest.3))))
}

/// Whether a country is too small to have a shape of its own here.
pub(crate) fn is_dot(country: Country) -> bool {
    !WORLD.iter().any(|outline| outline.country == Some(country))
}

/// Least and greatest first coordinate, least and greatest second.
pub(crate) fn bounds(ring: &[Point]) -> (f64, f64, f64, f64) {
    let start = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY);
    ring.iter().fold(start, |(west, east, south, north), &(x, y)| (west.min(x), east.max(x), south.min(y), north.max(y)))
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i32, i32)>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: Point,
    translate: Point,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Shape>,
}

#[derive(Deserialize)]
struct Shape {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    properties: Value,
    #[serde(flatten)]
    land: Land,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Land {
    Polygon {
        arcs: Vec<Vec<i32>>,
    },
    MultiPolygon {
        arcs: Vec<Vec<Vec<i32>>>,
    },
    #[serde(other)]
    Other,
}

/// Reads outlines; `tolerance` and `least_area` are lengths and areas on the projected unit sphere.
///
/// Of each country the largest ring stays however small it is.
fn decode(source: &str, tolerance: f64, least_area: f64) -> Vec<Outline> {
    let Ok(topology) = serde_json::from_str::<Topology>(source) else { return Vec::new() };
    let arcs: Vec<Vec<Point>> = topology.arcs.iter().map(|arc| thin(&degrees(arc, &topology.transform), tolerance)).collect();
    topology.objects.countries.geometries.iter().map(|shape| outline(shape, &arcs, least_area)).collect()
}

/// Undoes quantisation and delta encoding; longitudes run on.
fn degrees(arc: &[(i32, i32)], transform: &Transform) -> Vec<Point> {
    let mut at = (0_i64, 0_i64);
    let points = arc.iter().map(|&(dx, dy)| {
        at = (at.0 + i64::from(dx), at.1 + i64::from(dy));
        (at.0 as f64 * transform.scale.0 + transform.translate.0, at.1 as f64 * transform.scale.1 + transform.translate.1)
    });
    unwrapped(points)
}

/// Longitudes that never jump by more than half the world.
fn unwrapped(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for (longitude, latitude) in points {
        let longitude = out.last().map_or(longitude, |(before, _)| before + (longitude - before + 180.0).rem_euclid(360.0) - 180.0);
        out.push((longitude, latitude));
    }
    out
}

/// Douglas and Peucker: keeps what lies further than `tolerance` from the line between its kept neighbours.
fn thin(points: &[Point], tolerance: f64) -> Vec<Point> {
    let places: Vec<Point> = points.iter().map(|&(longitude, latitude)| forward(longitude, latitude)).collect();
    let mut keep: Vec<bool> = (0..points.len()).map(|at| at == 0 || at + 1 == points.len()).collect();
    let mut open = vec![(0, points.len().saturating_sub(1))];
    while let Some((first, last)) = open.pop() {
        let furthest = (first + 1..last).map(|at| (distance(places[at], places[first], places[last]), at)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, at)) = furthest.filter(|(far, _)| *far > tolerance) {
            keep[at] = true;
            open.extend([(first, at), (at, last)]);
        }
    }
    points.iter().zip(keep).filter_map(|(point, keep)| keep.then_some(*point)).collect()
}

/// From a point to the line between two others, or to the first where they coincide.
fn distance(point: Point, start: Point, end: Point) -> f64 {
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let (px, py) = (point.0 - start.0, point.1 - start.1);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 { ((px * dx + py * dy) / square).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * dx).hypot(py - along * dy)
}

fn outline(shape: &Shape, arcs: &[Vec<Point>], least_area: f64) -> Outline {
    let name = shape.properties["name"].as_str().unwrap_or_default();
    let numeric = shape.id.as_str().and_then(|id| id.parse().ok()).and_then(Country::from_numeric);
    let country = numeric.or_else(|| UNNUMBERED.iter().find(|(known, _)| *known == name).and_then(|(_, code)| Country::parse(code)));
    let rings: Vec<&Vec<i32>> = match &shape.land {
        Land::Polygon { arcs } => arcs.iter().collect(),
        Land::MultiPolygon { arcs } => arcs.iter().flatten().collect(),
        Land::Other => Vec::new(),
    };
    let mut sized: Vec<(f64, Ring)> = rings.into_iter().filter_map(|indices| ring(indices, arcs)).map(|ring| (area(&ring), ring)).collect();
    sized.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rings = sized.into_iter().enumerate().filter(|(at, (area, _))| *at == 0 || *area >= least_area).map(|(_, (_, ring))| ring).collect();
    Outline { country, rings }
}

/// Joins arcs to a ring; a negative index is the arc `!index` backwards. A ring around a pole is closed along the pole.
fn ring(indices: &[i32], arcs: &[Vec<Point>]) -> Option<Ring> {
    let mut joined: Vec<Point> = Vec::new();
    for &index in indices {
        let arc = arcs.get(usize::try_from(if index < 0 { !index } else { index }).ok()?)?;
        let skip = usize::from(!joined.is_empty()); // an arc starts where the one before ended
        if index < 0 {
            joined.extend(arc.iter().rev().skip(skip));
        } else {
            joined.extend(arc.iter().skip(skip));
        }
    }
    let mut ring = unwrapped(joined.into_iter());
    let (first, last) = (*ring.first()?, *ring.last()?);
    if (last.0 - first.0).abs() > 180.0 {
        let pole = 90.0_f64.copysign(ring.iter().map(|(_, latitude)| latitude).sum());
        ring.extend([(last.0, pole), (first.0, pole)]);
    } else {
        ring.pop();
    }
    (ring.len() >= 3).then_some(ring)
}

/// Area on the projected unit sphere.
fn area(ring: &[Point]) -> f64 {
    shoelace(&ring.iter().map(|&(longitude, latitude)| forward(longitude, latitude)).collect::<Ring>())
}

fn shoelace(ring: &[Point]) -> f64 {
    let twice: f64 = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
    twice.abs() / 2.0
}

/// Cuts a ring at the meridian opposite to `centre`; longitudes then count from the centre, none beyond 180.
pub(crate) fn cut(ring: &[Point], centre: f64) -> Vec<Ring> {
    let (west, east, _, _) = bounds(ring);
    let turn = |longitude: f64| ((longitude - centre + 180.0) / 360.0).floor();
    let (first, last) = (turn(west) as i32, turn(east) as i32);
    let moved = |k: i32| ring.iter().map(move |&(longitude, latitude)| (longitude - centre - 360.0 * f64::from(k), latitude)).collect::<Ring>();
    (first..=last)
        .map(|k| if first == last { moved(k) } else { clip(&clip(&moved(k), |p| p.0 + 180.0), |p| 180.0 - p.0) })
        .filter(|piece| piece.len() >= 3)
        .collect()
}

/// Sutherland and Hodgman: the part of a ring where `inside` is not negative; `inside` must be linear.
pub(crate) fn clip(ring: &[Point], inside: impl Fn(Point) -> f64) -> Ring {
    let mut out = Ring::new();
    for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (at, next) = (inside(a), inside(b));
        if at >= 0.0 {
            out.push(a);
        }
        if (at < 0.0) != (next < 0.0) {
            let part = at / (at - next);
            out.push((a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> &'static Outline {
        WORLD.iter().find(|outline| outline.country == Country::parse(code)).expect("an outline")
    }

    #[test]
    fn the_source_has_every_large_country() {
        assert_eq!(WORLD.len(), 177);
        assert!(WORLD.iter().all(|outline| outline.country.is_some() && !outline.rings.is_empty()));
        let corners = |outlines: &[Outline]| outlines.iter().flat_map(|o| &o.rings).map(Vec::len).sum::<usize>();
        assert!(corners(&WORLD) < corners(&REGION) * 2 / 3);
        assert!(is_dot(Country::parse("CV").expect("a country")) && !is_dot(Country::parse("MZ").expect("a country")));
        assert!(Country::all().all(|country| anchor(country).is_some()), "every country has a place");
    }

    #[test]
    fn relative_sizes_are_true() {
        let size = |code| of(code).rings.iter().map(|ring| area(ring)).sum::<f64>();
        let ratio = size("BR") / size("CD"); // 8.51 and 2.34 million square kilometres
        assert!((3.4..3.9).contains(&ratio), "{ratio}");
    }

    #[test]
    fn no_piece_crosses_the_cut() {
        for centre in [0.0, 11.0, 178.0, -90.0] {
            for ring in WORLD.iter().flat_map(|outline| &outline.rings) {
                let pieces = cut(ring, centre);
                for piece in &pieces {
                    let (west, east, _, _) = bounds(piece);
                    assert!(west >= -180.0 && east <= 180.0, "{west} {east}");
                }
                let (whole, sum) = (shoelace(ring), pieces.iter().map(|piece| shoelace(piece)).sum::<f64>());
                assert!((whole - sum).abs() <= whole * 1e-9, "{whole} {sum}");
            }
        }
        assert_eq!(cut(&of("RU").rings[0], 0.0).len(), 2, "Chukotka lies beyond the antimeridian");
        assert_eq!(cut(&of("RU").rings[0], 11.0).len(), 1);
        assert!(of("AQ").rings[0].iter().any(|corner| corner.1 == -90.0), "Antarctica is closed along the pole");
    }

    #[test]
    fn malformed_data_gives_an_empty_outline() {
        for source in [
            "",
            "{",
            "[]",
            "{\"arcs\":[]}",
            "{\"transform\":{\"scale\":[1],\"translate\":[0,0]},\"arcs\":[],\"objects\":{\"countries\":{\"geometries\":[]}}}",
        ] {
            assert_eq!(decode(source, 0.1, 0.0), []);
        }
        let topology = |geometry: &str| {
            format!(
                r#"{{"transform":{{"scale":[1,1],"translate":[0,0]}},"arcs":[[[0,0],[9,0],[0,9],[-9,-9]],[],[[1,1]]],"objects":{{"countries":{{"geometries":[{geometry}]}}}}}}"#
            )
        };
        for (geometry, rings) in [
            (r#"{"type":"Polygon","arcs":[[0]],"id":"076"}"#, 1),
            (r#"{"type":"Polygon","arcs":[[-1]],"id":76}"#, 1),
            (r#"{"type":"Polygon","arcs":[[7],[-9],[1],[2],[-2147483648],[]]}"#, 0),
            (r#"{"type":"MultiPolygon","arcs":[]}"#, 0),
            (r#"{"type":"Point","coordinates":[1,2]}"#, 0),
        ] {
            let outlines = decode(&topology(geometry), 0.001, 0.0);
            assert_eq!(outlines.iter().map(|outline| outline.rings.len()).collect::<Vec<_>>(), [rings], "{geometry}");
        }
    }
}

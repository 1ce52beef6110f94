//! Where a country lies: its surroundings, with its partners marked there or pointed to at the edge.

use std::fmt::Write;

use ayni_domain::{Country, Locale};

use crate::geometry::{Outline, Point, REGION, Ring, anchor, bounds, clip, cut, is_dot};
use crate::label::Labels;
use crate::map::{BASE_RULES, BASE_SHEET, Land, is_rtl};
use crate::path::{HALF, Path};
use crate::projection::{Orientation, View, forward, from_centre};
use crate::svg::{Picture, diamond, tenth};
use crate::tint::Cloths;

const SIZE: Point = (480.0, 360.0);
/// Least and greatest width of what is shown, on the unit sphere: about 4,500 and 13,000 km.
const SPAN: Point = (0.7, 2.0);
/// How far, on the unit sphere, countries of the same subregion still widen the picture.
const NEAR: f64 = 0.5;
/// Most partners that are named.
const MOST_LABELS: usize = 11;

/// What a map of one country shows.
#[derive(Debug, Clone, Copy)]
pub struct LocatorOptions<'a> {
    /// Which pole is up.
    pub orientation: Orientation,
    /// The country.
    pub country: Country,
    /// With whom it cooperates, the most important first.
    pub partners: &'a [Country],
    /// What the map is, for who cannot see it.
    pub title: &'a str,
    /// What it says, for who cannot see it.
    pub description: &'a str,
    /// Language of the names of countries.
    pub locale: Locale,
}

/// Draws the surroundings of a country, 480 by 360 units, wide enough for its subregion.
///
/// Partners inside are woven and outlined; to those outside an arrow points at the edge.
#[must_use]
pub fn country(options: &LocatorOptions<'_>) -> String {
    let own = REGION.iter().find(|outline| outline.country == Some(options.country));
    let home = anchor(options.country).unwrap_or_default();
    let view = window(options, own, home);
    let partners: Vec<Country> = options.partners.iter().copied().filter(|partner| *partner != options.country).collect();

    let mut land = Land::new(&partners, &[], 0);
    let mut centre = Path::default();
    for outline in REGION.iter() {
        let pieces = outline.rings.iter().flat_map(|ring| cut(ring, view.centre)).filter_map(|ring| visible(&ring, &view));
        if outline.country == Some(options.country) {
            pieces.for_each(|piece| centre.ring(piece.into_iter()));
        } else {
            land.add(outline, pieces);
        }
    }
    let near: Vec<Country> = partners.iter().copied().filter(|partner| place(*partner, &view).is_some_and(is_inside)).collect();
    let dots = Land::new(&near, &[], 0).marked(&[], &view);
    let cloths = Cloths::new(&land.tints());
    let mut body = format!(
        "<defs>{}</defs><path class=\"o\" d=\"M0 0h480v360h-480z\"/><g transform=\"{HALF}\">{}{}{dots}",
        cloths.patterns,
        net(&view),
        land.draw()
    );
    let (x, y) = view.place(home.0, home.1);
    if is_dot(options.country) {
        centre = Path::default();
        let _ = write!(body, "<path class=\"i q\" d=\"{}\"/>", diamond((x * 2.0).round(), (y * 2.0).round(), 14.0));
    }
    if let Some(data) = centre.data() {
        let _ = write!(body, "<path class=\"i\" d=\"{data}\"/>");
    }
    body.push_str("</g>");
    body.push_str(&names(options, &partners, &view, (x, y)));

    let mut rules: Vec<_> = BASE_RULES.to_vec();
    rules.extend([(".q,.i", "stroke", crate::svg::Dye::PAPER), (".a", "fill", crate::svg::Dye::INK)]);
    rules.extend(cloths.rules.iter().map(|(selector, property, dye)| (selector.as_str(), *property, *dye)));
    let sheet = format!("{BASE_SHEET}{}text{{font-size:13px}}.m{{stroke-width:2}}.i{{stroke-linejoin:round}}.q{{stroke-width:3}}", cloths.sheet);
    let size = (SIZE.0 as i32, SIZE.1 as i32);
    Picture { size, title: options.title, description: options.description, language: Some(options.locale.code()), rtl: is_rtl(options.locale) }
        .document(&rules, &sheet, &body)
}

fn place(country: Country, view: &View) -> Option<Point> {
    anchor(country).map(|(longitude, latitude)| view.place(longitude, latitude))
}

fn is_inside((x, y): Point) -> bool {
    (0.0..=SIZE.0).contains(&x) && (0.0..=SIZE.1).contains(&y)
}

/// A view that holds the country and the middles of the nearer countries of its subregion, and nothing beyond the poles.
fn window(options: &LocatorOptions<'_>, own: Option<&Outline>, home: Point) -> View {
    let flat = |(longitude, latitude): Point| forward(from_centre(longitude, home.0), latitude);
    let middle = flat(home);
    let mut corners: Ring = vec![middle];
    corners.extend(own.and_then(|outline| outline.rings.first()).into_iter().flatten().map(|&corner| flat(corner)));
    let subregion = options.country.subregion();
    let family = Country::all().filter(|other| subregion.is_some() && other.subregion() == subregion).filter_map(anchor).map(flat);
    corners.extend(family.filter(|place| (place.0 - middle.0).hypot(place.1 - middle.1) <= NEAR));
    let (west, east, south, north) = bounds(&corners);
    let width = ((east - west) * 1.25).max((north - south) * 1.25 * SIZE.0 / SIZE.1).clamp(SPAN.0, SPAN.1);
    let spare = (forward(0.0, 85.0).1 - width * SIZE.1 / SIZE.0 / 2.0).max(0.0);
    let (x, y) = (f64::midpoint(west, east), f64::midpoint(south, north).clamp(-spare, spare));
    let view = View::new(options.orientation, home.0, SIZE.0 / width, (0.0, 0.0));
    View { origin: (SIZE.0 / 2.0 - x * view.scale, SIZE.1 / 2.0 + y * view.scale), ..view }
}

/// The part of a ring that the picture shows, with a margin that hides the cut edges.
fn visible(ring: &[Point], view: &View) -> Option<Ring> {
    let placed: Ring = ring.iter().map(|&corner| view.place_cut(corner)).collect();
    let (west, east, north, south) = bounds(&placed);
    if east < -4.0 || west > SIZE.0 + 4.0 || south < -4.0 || north > SIZE.1 + 4.0 {
        return None;
    }
    let shown = clip(&clip(&clip(&clip(&placed, |p| p.0 + 4.0), |p| SIZE.0 + 4.0 - p.0), |p| p.1 + 4.0), |p| SIZE.1 + 4.0 - p.1);
    (shown.len() >= 3).then_some(shown)
}

/// Parallels and meridians every ten degrees, in half units.
fn net(view: &View) -> String {
    let mut net = Path::default();
    let mut line = |from: Point, to: Point| {
        let points: Ring = (0..=12)
            .map(|step| f64::from(step) / 12.0)
            .map(|t| view.place_cut((from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t)))
            .collect();
        let (west, east, north, south) = bounds(&points);
        if east >= 0.0 && west <= SIZE.0 && south >= 0.0 && north <= SIZE.1 {
            net.line(points.into_iter().map(|(x, y)| (x.clamp(-900.0, 1_400.0), y.clamp(-900.0, 1_300.0))));
        }
    };
    for degree in (-90..=90).step_by(10).map(f64::from) {
        line((degree, -85.0), (degree, 85.0));
        line((-100.0, degree), (100.0, degree));
    }
    format!("<path class=\"g\" d=\"{}\"/>", net.data().unwrap_or_default())
}

/// Reach of a shape that a label would cover; next to nothing for one that is larger than a label.
fn small_reach(country: Country, view: &View) -> f64 {
    let ring = REGION.iter().find(|outline| outline.country == Some(country)).and_then(|outline| outline.rings.first());
    let placed: Ring = ring.into_iter().flatten().map(|&(longitude, latitude)| view.place(longitude, latitude)).collect();
    let (west, east, north, south) = bounds(&placed);
    let reach = (east - west).max(south - north) / 2.0;
    if reach < 45.0 { reach } else { 2.0 }
}

/// Names of the country and its partners, and arrows to those that lie outside.
fn names(options: &LocatorOptions<'_>, partners: &[Country], view: &View, home: Point) -> String {
    let mut labels = Labels::new((3.0, 3.0, SIZE.0 - 3.0, SIZE.1 - 3.0), 13.0, &[]);
    let mut arrows = String::new();
    let mut points: Vec<(Country, Point, f64)> = Vec::new();
    for &partner in partners {
        let Some(at) = place(partner, view) else { continue };
        if is_inside(at) {
            points.push((partner, at, if is_dot(partner) { 5.0 } else { 0.0 }));
        } else if points.iter().filter(|(_, _, reach)| *reach > 8.0).count() < MOST_LABELS {
            let (dx, dy) = (at.0 - home.0, at.1 - home.1);
            let reach = |from: f64, by: f64, size: f64| if by > 0.0 { (size - 9.0 - from) / by } else { (9.0 - from) / by };
            let t = reach(home.0, dx, SIZE.0).abs().min(reach(home.1, dy, SIZE.1).abs());
            let edge = (home.0 + dx * t, home.1 + dy * t);
            let angle = dy.atan2(dx).to_degrees().round();
            let taken = points.iter().any(|(_, at, reach)| *reach > 8.0 && (at.0 - edge.0).hypot(at.1 - edge.1) < 14.0);
            if !taken {
                let _ = write!(
                    arrows,
                    "<path class=\"a\" d=\"M7 0-5-5-2 0-5 5z\" transform=\"translate({} {}) rotate({})\"/>",
                    tenth(edge.0),
                    tenth(edge.1),
                    tenth(angle)
                );
                points.push((partner, edge, 9.0));
            }
        }
    }
    let own_reach = if is_dot(options.country) { 8.0 } else { small_reach(options.country, view) };
    labels.avoid(home, own_reach);
    for (_, at, reach) in &points {
        labels.avoid(*at, *reach);
    }
    labels.add(home, own_reach, options.country.name(options.locale));
    for (partner, at, reach) in points.into_iter().take(MOST_LABELS) {
        labels.add(at, reach, partner.name(options.locale));
    }
    arrows + &labels.finish()
}

//! Maps of cooperation: the world with its flows, and the surroundings of one country.
//!
//! The world is a piece of cloth: land and counts are woven in, flows are threads over it. Antarctica, where nobody cooperates
//! from, is left out; the cut runs through the Bering Strait, so neither Russia nor Polynesia's west is torn apart.

use std::fmt::Write;

use ayni_domain::{Country, Locale};

pub use crate::flow::Flow;
pub use crate::locator::{LocatorOptions, country};
pub use crate::projection::Orientation;

use crate::flow;
use crate::geometry::{Outline, WORLD, anchor, cut, is_dot};
use crate::label::Labels;
use crate::path::{HALF, Path};
use crate::projection::{View, forward};
use crate::svg::{Dye, Picture, diamond, tenth};
use crate::tint::{Cloths, Key, classes, tint};

const WIDTH: f64 = 960.0;
/// The meridian in the middle.
const CENTRE: f64 = 11.0;
/// The parallels at the hems: south of Cape Horn, north of Greenland.
const HEMS: (f64, f64) = (-57.5, 84.5);
const HEM: f64 = 12.0;
/// Most countries that are named.
const MOST_LABELS: usize = 12;

/// What a map of the world shows.
#[derive(Debug, Clone, Copy)]
pub struct MapOptions<'a> {
    /// Which pole is up.
    pub orientation: Orientation,
    /// Countries with a strong outline.
    pub highlight: &'a [Country],
    /// Threads from providers to recipients.
    pub flows: &'a [Flow],
    /// Counts by country, woven in as tints; zero is the same as absent.
    pub values: &'a [(Country, u32)],
    /// What the map is, for who cannot see it.
    pub title: &'a str,
    /// What it says, for who cannot see it.
    pub description: &'a str,
    /// Language of the names of countries.
    pub locale: Locale,
}

/// Draws the world, 960 units wide.
///
/// The twelve countries that matter most are named: highlighted ones first, then by what they give and receive, then by their
/// count. Countries too small for a shape are dots where a flow, a count or a highlight concerns them.
#[must_use]
pub fn world(options: &MapOptions<'_>) -> String {
    let scale = (WIDTH - 4.0) / (2.0 * forward(180.0, 0.0).0);
    let (south, north) = (-forward(0.0, HEMS.0).1 * scale, forward(0.0, HEMS.1).1 * scale);
    let above = if options.orientation == Orientation::SouthUp { south } else { north };
    let view = View::new(options.orientation, CENTRE, scale, (WIDTH / 2.0, HEM + above));
    let bottom = HEM + south + north;

    let threads = flow::threads(options.flows, &view);
    let most = options.values.iter().map(|(_, value)| *value).max().unwrap_or(0);
    let (heads, thread_sheet) = flow::style(&threads);
    let key = Key { tints: &classes(most), threads: &flow::key(&threads), rtl: is_rtl(options.locale) };
    let has_key = !key.tints.is_empty() || !key.threads.is_empty();

    let mut land = Land::new(options.highlight, options.values, most);
    for outline in WORLD.iter().filter(|outline| outline.country.is_none_or(|country| country.code() != "AQ")) {
        let pieces = outline.rings.iter().flat_map(|ring| cut(ring, CENTRE));
        land.add(outline, pieces.map(|ring| ring.into_iter().map(|corner| view.place_cut(corner)).collect::<Vec<_>>()));
    }
    let totals = flow::totals(&threads);
    let dots: Vec<Country> =
        options.values.iter().filter(|(_, value)| *value > 0).map(|(country, _)| *country).chain(totals.keys().copied()).collect();
    let marked = land.marked(&dots, &view);
    let cloths = Cloths::new(&land.tints());

    let mut body = format!("<defs>{heads}{}{HEM_TILE}</defs><g transform=\"{HALF}\">{}{}{marked}</g>", cloths.patterns, cloth(&view), land.draw());
    body.push_str(&hems(&view, bottom));
    let _ = write!(body, "<g transform=\"{HALF}\">{}", flow::draw(&threads));
    let ends = flow::ends(&threads);
    if !ends.is_empty() {
        let _ = write!(body, "<path class=\"e\" d=\"{ends}\"/>");
    }
    if has_key {
        let _ = write!(body, "<g class=\"key\">{}</g>", key.draw(WIDTH, (bottom + HEM + 18.0) * 2.0));
    }
    body.push_str("</g>");
    body.push_str(&labels(options, &threads, &view, bottom));

    let mut rules: Vec<_> = BASE_RULES.iter().chain(&flow::RULES).copied().collect();
    rules.extend(cloths.rules.iter().map(|(selector, property, dye)| (selector.as_str(), *property, *dye)));
    let height = bottom + HEM + if has_key { 34.0 } else { 0.0 };
    let sheet = format!("{BASE_SHEET}{HEM_SHEET}{thread_sheet}{}text{{font-size:14px}}.n{{font-size:26px;font-weight:400}}", cloths.sheet);
    let size = (WIDTH as i32, height.round() as i32);
    Picture { size, title: options.title, description: options.description, language: Some(options.locale.code()), rtl: is_rtl(options.locale) }
        .document(&rules, &sheet, &body)
}

/// Whether texts in this language run from right to left.
pub(crate) fn is_rtl(locale: Locale) -> bool {
    locale.direction() == "rtl"
}

/// Colours that all maps share.
pub(crate) const BASE_RULES: [(&str, &str, Dye); 9] = [
    (".o", "fill", Dye::PAPER),
    (".g", "stroke", Dye::NET),
    (".l", "fill", Dye::LAND),
    (".l,.s", "stroke", Dye::PAPER),
    (".m,.d", "stroke", Dye::INK),
    (".d", "fill", Dye::GOLD),
    (".i", "fill", Dye::COCHINEAL),
    ("text", "fill", Dye::INK),
    ("text", "stroke", Dye::PAPER),
];
/// Shapes that all maps share.
pub(crate) const BASE_SHEET: &str = ".g{fill:none;stroke-width:1.4}.l,.s{stroke-linejoin:round}.m{fill:none;stroke-width:3;stroke-linejoin:round}.d{stroke-width:1.6}.e{stroke-width:2}.h{stroke-width:.7}\
text{font-weight:650;text-anchor:middle;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}.n{stroke:none}";

/// The header's band in small: one tile of 24 by 12.
const HEM_TILE: &str = "<pattern id=\"b\" width=\"24\" height=\"12\" patternUnits=\"userSpaceOnUse\"><path class=\"b0\" d=\"M0 0h24v12h-24z\"/>\
<path class=\"b1\" d=\"M0 0h24v1h-24zM0 11h24v1h-24z\"/><path class=\"b2\" d=\"M11 2h2v1h2v1h2v1h2v2h-2v1h-2v1h-2v1h-2v-1h-2v-1h-2v-1h-2v-2h2v-1h2v-1h2z\"/>\
<path class=\"b1\" d=\"M11 4h2v1h2v2h-2v1h-2v-1h-2v-2h2z\"/><path class=\"b3\" d=\"M0 3h1v1h1v1h1v2h-1v1h-1v1h-1zM24 3h-1v1h-1v1h-1v2h1v1h1v1h1z\"/></pattern>";
/// Its colours, the same by day and night as in `assets/weave.svg`.
const HEM_SHEET: &str = ".b{fill:url(#b)}.b0{fill:#1d1238}.b1{fill:#d6246e}.b2{fill:#ffc533}.b3{fill:#17a589}";

/// Sea, parallels and meridians, in half units.
fn cloth(view: &View) -> String {
    let steps = || (0..=48).map(|step| HEMS.0 + (HEMS.1 - HEMS.0) * f64::from(step) / 48.0);
    let mut sea = Path::default();
    sea.ring(steps().map(|latitude| view.place_cut((-180.0, latitude))).chain(steps().rev().map(|latitude| view.place_cut((180.0, latitude)))));
    let mut net = Path::default();
    for longitude in (-150..=150).step_by(30) {
        net.line(steps().step_by(3).map(|latitude| view.place_cut((f64::from(longitude), latitude))));
    }
    for latitude in [-30.0, 0.0, 30.0, 60.0] {
        net.line([-180.0, 180.0].map(|longitude| view.place_cut((longitude, latitude))).into_iter());
    }
    format!("<path class=\"o\" d=\"{}\"/><path class=\"g\" d=\"{}\"/>", sea.data().unwrap_or_default(), net.data().unwrap_or_default())
}

/// The woven edges above and below.
fn hems(view: &View, bottom: f64) -> String {
    let (south, north) = (view.place_cut((180.0, HEMS.0)).0, view.place_cut((180.0, HEMS.1)).0);
    let middle = WIDTH / 2.0;
    let (top_half, bottom_half) = if view.scale < 0.0 { (middle - south, north - middle) } else { (north - middle, south - middle) };
    let band = |half: f64, y: f64| {
        let tiles = (half.abs() / 12.0).ceil() * 12.0; // whole tiles, symmetric around the middle
        format!("M{} {}h{}v12h-{}z", tenth(-tiles), tenth(y), tenth(2.0 * tiles), tenth(2.0 * tiles))
    };
    let at = |y: f64, half: f64| format!("<path class=\"b\" transform=\"translate({} {})\" d=\"{}\"/>", tenth(middle), tenth(y), band(half, 0.0));
    at(0.0, top_half) + &at(bottom, bottom_half)
}

/// Land by what is said of it: one path for each tint, one for the rest.
pub(crate) struct Land<'a> {
    highlight: &'a [Country],
    values: &'a [(Country, u32)],
    most: u32,
    plain: Path,
    tinted: [Path; 5],
    marked: Path,
    used: [bool; 5],
}

impl<'a> Land<'a> {
    pub(crate) fn new(highlight: &'a [Country], values: &'a [(Country, u32)], most: u32) -> Self {
        Self { highlight, values, most, plain: Path::default(), tinted: Default::default(), marked: Path::default(), used: [false; 5] }
    }

    /// Tint of a country: its count's, or the middle one where it is highlighted without a count.
    fn tint(&self, country: Country) -> Option<usize> {
        let value = self.values.iter().find(|(of, _)| *of == country).and_then(|(_, value)| tint(*value, self.most));
        value.or_else(|| (self.highlight.contains(&country)).then_some(3))
    }

    pub(crate) fn add(&mut self, outline: &Outline, pieces: impl Iterator<Item = Vec<(f64, f64)>>) {
        let tint = outline.country.and_then(|country| self.tint(country));
        let highlighted = outline.country.is_some_and(|country| self.highlight.contains(&country));
        for piece in pieces {
            if highlighted {
                self.marked.ring(piece.iter().copied());
            }
            match tint {
                Some(n) => self.tinted[n - 1].ring(piece.into_iter()),
                None => self.plain.ring(piece.into_iter()),
            }
        }
        if let Some(n) = tint {
            self.used[n - 1] = true;
        }
    }

    /// Dots for small countries, in half units; strong where highlighted.
    pub(crate) fn marked(&mut self, concerned: &[Country], view: &View) -> String {
        let mut small: Vec<Country> = concerned.iter().chain(self.highlight).copied().filter(|country| is_dot(*country)).collect();
        small.sort_unstable();
        small.dedup();
        let mut out = String::new();
        for country in small {
            let Some((longitude, latitude)) = anchor(country) else { continue };
            let (x, y) = view.place(longitude, latitude);
            let reach = if self.highlight.contains(&country) { 10.0 } else { 7.5 };
            let _ = write!(out, "<path class=\"d\" d=\"{}\"/>", diamond((x * 2.0).round(), (y * 2.0).round(), reach));
        }
        out
    }

    /// The tints in use, those of the key included.
    pub(crate) fn tints(&self) -> Vec<usize> {
        let classes = classes(self.most).len();
        let of_key = (0..classes).map(|at| crate::tint::tint_of_class(at, classes));
        (1..=5).filter(|n| self.used[n - 1]).chain(of_key).collect()
    }

    pub(crate) fn draw(&mut self) -> String {
        let mut out = String::new();
        let mut part = |class: &str, path: Path| {
            if let Some(data) = path.data() {
                let _ = write!(out, "<path class=\"{class}\" d=\"{data}\"/>");
            }
        };
        part("l", std::mem::take(&mut self.plain));
        for (at, path) in std::mem::take(&mut self.tinted).into_iter().enumerate() {
            part(&format!("s s{}", at + 1), path);
        }
        part("m", std::mem::take(&mut self.marked));
        out
    }
}

/// Names of the countries that matter most.
fn labels(options: &MapOptions<'_>, threads: &[flow::Thread], view: &View, bottom: f64) -> String {
    let (totals, busy) = (flow::totals(threads), threads.iter().flat_map(flow::Thread::points).collect::<Vec<_>>());
    let value = |country: Country| options.values.iter().find(|(of, _)| *of == country).map_or(0, |(_, value)| *value);
    let total = |country: Country| totals.get(&country).copied().unwrap_or(0);
    let valued = options.values.iter().filter(|(_, value)| *value > 0 && threads.is_empty()).map(|(country, _)| *country);
    let mut chosen: Vec<Country> = totals.keys().copied().chain(options.highlight.iter().copied()).chain(valued).collect();
    chosen.sort_by_key(|&country| (std::cmp::Reverse((options.highlight.contains(&country), total(country), value(country))), country));
    chosen.dedup();
    let mut labels = Labels::new((4.0, HEM + 2.0, WIDTH - 4.0, bottom - 2.0), 14.0, &busy);
    let placed: Vec<_> =
        chosen.into_iter().filter_map(|country| anchor(country).map(|at| (country, view.place(at.0, at.1)))).take(MOST_LABELS).collect();
    let reach = |country: Country| flow::reach(threads.iter().filter(|t| t.flow.from == country).map(|t| t.flow.count).fold(0, u32::saturating_add));
    for &(country, at) in &placed {
        labels.avoid(at, reach(country));
    }
    for (country, at) in placed {
        labels.add(at, reach(country), country.name(options.locale));
    }
    labels.finish()
}

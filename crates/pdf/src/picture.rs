//! The first page as a picture.

use std::ops::RangeInclusive;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// Pixels across when none are asked for.
pub const WIDTH: u32 = 320;
/// Pixels across that may be asked for.
pub const WIDTHS: RangeInclusive<u32> = 16..=2_000;
/// How many times higher than wide a picture may be; a page that is longer becomes narrower.
const TALLEST: f32 = 3.0;

/// Draws the first page as PNG, `width` pixels wide, on white.
///
/// # Errors
/// A line that says why there is no picture.
pub fn draw(pdf: Vec<u8>, width: u32) -> Result<Vec<u8>, String> {
    let pdf = crate::open(pdf)?;
    let page = pdf.pages().first().ok_or("it has no pages")?;
    let (across, down) = page.render_dimensions();
    let width = width as f32 + 0.01; // the sides are rounded down
    let scale = (width / across).min(width * TALLEST / down);
    if !(scale.is_finite() && scale > 0.0 && across * scale >= 1.0 && down * scale >= 1.0) {
        return Err("its first page has no size".into());
    }
    let output = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &output);
    drawn.into_png().map_err(|error| error.to_string())
}

//! The text of a PDF file: what the pages draw, as the fonts say which characters it is.

use std::time::{Duration, Instant};

use ayni_formats::document::MOST_CHARACTERS;
use ayni_formats::document::pdf::PdfText;
use hayro::hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro::hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings, RenderContent, SoftMask,
    TransformExt, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, String as PdfString};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

use crate::layout::{Drawn, Layout};

/// Reads the text, title, language and number of pages, as JSON. After `patience` no further page is begun.
///
/// # Errors
/// A line that says why there is no text.
pub fn read(pdf: Vec<u8>, patience: Duration) -> Result<Vec<u8>, String> {
    let begun = Instant::now();
    let pdf = crate::open(pdf)?;
    let pages = pdf.pages();
    let mut read = PdfText {
        title: pdf.metadata().title.as_deref().map(plain).filter(|title| !title.is_empty()),
        language: language(&pdf),
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        ..PdfText::default()
    };
    let cache = InterpreterCache::new();
    let mut left = MOST_CHARACTERS;
    for page in pages.iter() {
        if left == 0 || begun.elapsed() > patience {
            read.cut = true;
            break;
        }
        let (text, is_cut) = text_of(&pdf, page, &cache, left);
        left = left.saturating_sub(text.chars().count() + 1);
        read.cut |= is_cut;
        read.text.push(text);
    }
    Ok(read.to_json().to_string().into_bytes())
}

fn text_of<'a>(pdf: &'a Pdf, page: &'a Page<'a>, cache: &InterpreterCache<'a>, most: usize) -> (String, bool) {
    let (width, height) = page.render_dimensions();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let area = Rect::new(0.0, 0.0, width.into(), height.into());
    let mut context = Context::new(page.initial_transform(true).to_kurbo(), area, cache, pdf.xref(), settings);
    let mut reader = Reader { layout: Layout::new(most), last: None };
    interpret_page(page, &mut context, &mut reader);
    reader.layout.finish()
}

/// Takes the glyphs of a page and draws nothing.
struct Reader {
    layout: Layout,
    /// Where the last run began, its first code and length: text that is filled and then outlined is drawn twice.
    last: Option<([f64; 6], u32, usize)>,
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let Some(first) = run.glyphs().first() else { return };
        let mark = Some(((props.transform * first.transform()).as_coeffs(), first.char_code(), run.glyphs().len()));
        if self.last == mark || self.layout.is_full() {
            return;
        }
        self.last = mark;
        let is_vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        for glyph in run.glyphs() {
            self.layout.add(drawn(glyph, props.transform, is_vertical));
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Units of a glyph's own space to the size of its font.
const EM: f64 = 1_000.0;

fn drawn(glyph: &PositionedGlyph<'_>, transform: Affine, is_vertical: bool) -> Drawn {
    let place = transform * glyph.transform();
    let advance = match &**glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    };
    let advance = advance.map_or(EM / 2.0, f64::from);
    let (origin, across, up) = (place * Point::ZERO, place * Point::new(EM, 0.0), place * Point::new(0.0, EM));
    let ahead = if is_vertical { origin - up } else { across - origin };
    let text = match glyph.as_unicode() {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => String::new(),
    };
    Drawn { at: (origin.x, origin.y), ahead: (ahead.x, ahead.y), advance: if is_vertical { 1.0 } else { advance / EM }, text }
}

/// The language that the catalogue states.
fn language(pdf: &Pdf) -> Option<String> {
    let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let stated = plain(catalogue.get::<PdfString<'_>>("Lang")?.as_bytes());
    (!stated.is_empty()).then_some(stated)
}

/// A text string of the file's own structure: UTF-16 or UTF-8 with a mark, else PDFDocEncoding, whose letters are those of Latin-1.
fn plain(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(4_000)];
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        rest => rest.iter().map(|&byte| char::from(byte)).collect(),
    };
    text.chars().filter(|c| !c.is_control()).take(1_000).collect::<String>().trim().to_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    String::from_utf16_lossy(&bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_structure_come_in_three_encodings() {
        for (bytes, expected) in [
            (&b"Informe"[..], "Informe"),
            (b"A\xf1o \0", "Año"),
            (b"\xfe\xff\x06\x27\x06\x44", "ال"),
            (b"\xff\xfe\x2d\x4e\x87\x65\x00", "中文"),
            (b"\xef\xbb\xbf\xd0\xa2", "Т"),
            (b"\xfe\xff\xd8\x00", "\u{fffd}"),
            (b"", ""),
        ] {
            assert_eq!(plain(bytes), expected, "{bytes:?}");
        }
    }
}

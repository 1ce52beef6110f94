//! Text documents of word processors: Office Open XML.

use std::ops::ControlFlow::{Break, Continue};

use ayni_domain::LanguageTag;

use super::archive::Archive;
use super::markup::{Piece, walk};
use super::words::Words;
use super::{ExtractError, Extracted, Limits, language, title};

pub(super) fn extract(content: &[u8], limits: &Limits) -> Result<Extracted, ExtractError> {
    let archive = Archive::open(content, limits)?;
    let main = main_part(&archive, limits)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut words = Words::new(limits.characters);
    let part = archive.part(&main).ok_or(ExtractError::Broken)?;
    walk_text(part, limits, &mut words)?;
    for notes in ["footnotes.xml", "endnotes.xml"] {
        if let Some(part) = archive.part(&format!("{folder}/{notes}")) {
            words.line();
            walk_text(part, limits, &mut words)?;
        }
    }
    let properties = value(&archive, "docProps/core.xml", "title", limits)?;
    let stated = match value(&archive, "docProps/core.xml", "language", limits)?.as_deref().and_then(language::tag) {
        Some(stated) => Some(stated),
        None => default_language(&archive, &format!("{folder}/styles.xml"), limits)?,
    };
    let pages = value(&archive, "docProps/app.xml", "Pages", limits)?.and_then(|pages| pages.trim().parse().ok());
    let extracted = words.finish(stated, properties.as_deref().and_then(title));
    Ok(Extracted { pages: pages.filter(|pages| *pages > 0), ..extracted })
}

/// Path of the part with the text: usually `word/document.xml`.
fn main_part(archive: &Archive<'_>, limits: &Limits) -> Result<String, ExtractError> {
    let mut path = "word/document.xml".to_owned();
    let Some(part) = archive.part("_rels/.rels") else { return Ok(path) };
    walk(part, limits, |piece| {
        let Piece::Open("Relationship", attributes) = piece else { return Continue(()) };
        match (attributes.get("Type"), attributes.get("Target")) {
            (Some(kind), Some(target)) if kind.ends_with("/officeDocument") => {
                path = target.trim_start_matches('/').to_owned();
                Break(())
            }
            _ => Continue(()),
        }
    })?;
    Ok(path)
}

fn walk_text(part: impl std::io::BufRead, limits: &Limits, words: &mut Words) -> Result<(), ExtractError> {
    // What a fallback says stands before it in another form.
    let (mut in_text, mut in_fallback) = (false, 0usize);
    walk(part, limits, |piece| {
        match piece {
            Piece::Open("t", _) => in_text = true,
            Piece::Close("t") => in_text = false,
            Piece::Open("Fallback", _) => in_fallback += 1,
            Piece::Close("Fallback") => in_fallback = in_fallback.saturating_sub(1),
            Piece::Open("tab", _) => words.space(),
            Piece::Open("br" | "cr", _) | Piece::Close("p" | "tc") => words.line(),
            Piece::Text(text) if in_text && in_fallback == 0 => return words.push(text),
            _ => {}
        }
        Continue(())
    })
}

/// The text of the first element with a name in a small part.
fn value(archive: &Archive<'_>, part: &str, name: &str, limits: &Limits) -> Result<Option<String>, ExtractError> {
    let Some(part) = archive.part(part) else { return Ok(None) };
    let (mut value, mut inside) = (None::<String>, false);
    walk(part, limits, |piece| {
        match piece {
            Piece::Open(own, _) if own == name => inside = true,
            Piece::Close(own) if own == name => return Break(()),
            Piece::Text(text) if inside => value.get_or_insert_default().extend(text.chars().take(1_000)),
            _ => {}
        }
        if value.as_ref().is_some_and(|value| value.len() > 4_000) { Break(()) } else { Continue(()) }
    })?;
    Ok(value)
}

/// The language that the default style states.
fn default_language(archive: &Archive<'_>, styles: &str, limits: &Limits) -> Result<Option<LanguageTag>, ExtractError> {
    let Some(part) = archive.part(styles) else { return Ok(None) };
    let mut stated = None;
    walk(part, limits, |piece| match piece {
        Piece::Open("lang", attributes) => {
            stated = attributes.get("val").as_deref().and_then(language::tag);
            Break(())
        }
        Piece::Close("docDefaults") => Break(()),
        _ => Continue(()),
    })?;
    Ok(stated)
}

//! Electronic books: EPUB 2 and 3.

use std::collections::HashMap;
use std::ops::ControlFlow::{Break, Continue};

use ayni_domain::LanguageTag;
use percent_encoding::percent_decode_str;

use super::archive::Archive;
use super::markup::{Piece, walk};
use super::words::Words;
use super::{ExtractError, Extracted, Limits, language, title};

/// Most chapters that are read.
const MOST_CHAPTERS: usize = 10_000;

/// What the package document says.
#[derive(Default)]
struct Package {
    title: Option<String>,
    language: Option<LanguageTag>,
    /// Paths of the chapters, in the order of reading.
    chapters: Vec<String>,
}

pub(super) fn extract(content: &[u8], limits: &Limits) -> Result<Extracted, ExtractError> {
    let archive = Archive::open(content, limits)?;
    let package = package(&archive, &root_file(&archive, limits)?, limits)?;
    let mut words = Words::new(limits.characters);
    let mut is_full = false;
    for chapter in &package.chapters {
        let Some(part) = archive.part(chapter) else { continue };
        words.line();
        match walk_chapter(part, limits, &mut words, &mut is_full) {
            Ok(()) | Err(ExtractError::Broken) => {} // the chapters that can be read are better than none
            Err(error) => return Err(error),
        }
        if is_full {
            break;
        }
    }
    Ok(words.finish(package.language, package.title))
}

/// Path of the package document.
fn root_file(archive: &Archive<'_>, limits: &Limits) -> Result<String, ExtractError> {
    let part = archive.part("META-INF/container.xml").ok_or(ExtractError::Broken)?;
    let mut path = None;
    walk(part, limits, |piece| {
        if let Piece::Open("rootfile", attributes) = piece {
            path = attributes.get("full-path");
        }
        if path.is_some() { Break(()) } else { Continue(()) }
    })?;
    path.ok_or(ExtractError::Broken)
}

fn package(archive: &Archive<'_>, path: &str, limits: &Limits) -> Result<Package, ExtractError> {
    let part = archive.part(path).ok_or(ExtractError::Broken)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (mut package, mut items, mut open) = (Package::default(), HashMap::new(), None);
    let (mut stated_title, mut stated_language) = (String::new(), String::new());
    walk(part, limits, |piece| {
        match piece {
            // Of several titles or languages the first one counts.
            Piece::Open("title", _) if stated_title.is_empty() => open = Some("title"),
            Piece::Open("language", _) if stated_language.is_empty() => open = Some("language"),
            Piece::Close("title" | "language") => open = None,
            Piece::Text(text) if open == Some("title") && stated_title.len() < 4_000 => stated_title.extend(text.chars().take(1_000)),
            Piece::Text(text) if open == Some("language") && stated_language.len() < 100 => stated_language.extend(text.chars().take(100)),
            Piece::Open("item", attributes) => {
                if let (Some(id), Some(href)) = (attributes.get("id"), attributes.get("href")) {
                    items.insert(id, resolve(folder, &href));
                }
            }
            Piece::Open("itemref", attributes) => {
                package.chapters.extend(attributes.get("idref").and_then(|id| items.get(&id).cloned()));
            }
            _ => {}
        }
        if package.chapters.len() < MOST_CHAPTERS { Continue(()) } else { Break(()) }
    })?;
    package.title = title(&stated_title);
    package.language = language::tag(&stated_language);
    Ok(package)
}

/// The path inside the archive that a link of a file in `folder` means.
fn resolve(folder: &str, href: &str) -> String {
    let path = percent_decode_str(href.split('#').next().unwrap_or_default()).decode_utf8_lossy().into_owned();
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn walk_chapter(part: impl std::io::BufRead, limits: &Limits, words: &mut Words, is_full: &mut bool) -> Result<(), ExtractError> {
    let mut hidden = 0usize;
    walk(part, limits, |piece| {
        match piece {
            Piece::Open("head" | "script" | "style" | "template", _) => hidden += 1,
            Piece::Close("head" | "script" | "style" | "template") => hidden = hidden.saturating_sub(1),
            Piece::Open(name, _) | Piece::Close(name) if !is_inline(name) => words.line(),
            Piece::Text(text) if hidden == 0 && words.push(text).is_break() => {
                *is_full = true;
                return Break(());
            }
            _ => {}
        }
        Continue(())
    })
}

/// Elements inside a line; all others begin a new one.
fn is_inline(name: &str) -> bool {
    const INLINE: [&str; 29] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "ruby", "rb", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ];
    INLINE.contains(&name)
}

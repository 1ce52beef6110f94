//! Publications: items of the library.

use serde::Serialize;

use crate::read::Fields;
use crate::record::Common;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a publication is.
    PublicationType, "type of publication" {
        Report = "report",
        Book = "book",
        ELearningTool = "e-learning-tool",
        HowToGuide = "how-to-guide",
        Manual = "manual",
        WorkingPaper = "working-paper",
        Brief = "brief",
        Video = "video",
        Compendium = "compendium",
        Toolkit = "toolkit",
    }
}

/// An item of the library.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Publication {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// What it is.
    #[serde(rename = "type")]
    pub publication_type: PublicationType,
    /// Year of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// ISBN-10 or ISBN-13 with a right check digit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    /// Number of pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Series and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
}

impl Publication {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Option<Self> {
        let publication_type = fields.code("type");
        let year = fields.count("year");
        if year.is_some_and(|year| !(1800..=2200).contains(&year)) {
            fields.rule("year", "is not a year from 1800 to 2200");
        }
        let isbn = fields.string("isbn");
        if isbn.as_deref().is_some_and(|isbn| !is_isbn(isbn)) {
            fields.rule("isbn", "is not an ISBN: its check digit is wrong");
        }
        Some(Self {
            common,
            year,
            publisher: fields.string("publisher"),
            authors: fields.strings("authors"),
            isbn,
            pages: fields.count("pages"),
            series: fields.string("series"),
            publication_type: fields.require("type", publication_type)?,
        })
    }
}

/// Whether a text is an ISBN whose check digit is right; hyphens and spaces are free.
#[must_use]
pub fn is_isbn(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '‑' | '–'))
        .map(|c| if matches!(c, 'X' | 'x') { Some(10) } else { c.to_digit(10) })
        .collect();
    match digits.as_deref() {
        Some(d) if d.len() == 13 => {
            d.iter().all(|&n| n < 10) && d.iter().enumerate().map(|(i, n)| n * if i % 2 == 0 { 1 } else { 3 }).sum::<u32>() % 10 == 0
        }
        Some(d) if d.len() == 10 => {
            d[..9].iter().all(|&n| n < 10) && d.iter().zip((1..=10).rev()).map(|(n, weight)| n * weight).sum::<u32>() % 11 == 0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbn_check_digits_are_computed() {
        for (text, valid) in [
            ("978-92-9088-261-9", true),
            ("978-92-9088-261-8", false),
            ("0-306-40615-2", true),
            ("080442957X", true),
            ("97X-92-9088-261-9", false),
            ("", false),
            ("978", false),
        ] {
            assert_eq!(is_isbn(text), valid, "{text:?}");
        }
    }
}

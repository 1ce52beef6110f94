//! Sitemaps: every page with its languages, for search engines.
//!
//! Each page stands once per language of the instance, and each of these names all of them, as the `hreflang` convention demands; `x-default` is the
//! address without a language, where the browser's choice decides. The protocol allows 50,000 addresses and 50 MB (52,428,800 bytes) in a
//! file: a page takes 7 addresses and, with the longest addresses accepted here, under 23 KB, so a part of [`PAGES_PER_PART`] pages has 3,500
//! addresses and stays under 12 MB; with usual addresses it is 2 MB, small enough to be kept in memory. The limits are those of <https://www.sitemaps.org/protocol.html>.

use std::fmt;
use std::io::{self, Write};

use ayni_domain::Locale;
use jiff::Timestamp;

use crate::xml::Escaped;

/// Most pages of a part.
pub const PAGES_PER_PART: usize = 500;
/// Most parts of an index.
pub const MOST_PARTS: usize = 50_000;
/// Longest address of a page, in bytes once escaped for XML.
pub const LONGEST_ADDRESS: usize = 300;

/// A page in all languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What follows the language in the address: `/practices/a-practice`, or nothing for the first page. Percent-encoded where needed.
    pub path: String,
    /// Last change, where known.
    pub lastmod: Option<Timestamp>,
}

/// A part as the index names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whole address of the part.
    pub url: String,
    /// Last change of the newest of its pages, where known.
    pub lastmod: Option<Timestamp>,
}

/// Writes one part; `site` is the address of the instance without a slash at its end, and `languages` are those of its pages.
///
/// # Errors
/// `InvalidInput` when there are more than [`PAGES_PER_PART`] pages or an address is longer than [`LONGEST_ADDRESS`]; what was written until then
/// is not a sitemap. Otherwise what the writer answers.
pub fn write_part(writer: &mut impl Write, site: &str, languages: &[Locale], pages: impl IntoIterator<Item = Page>) -> io::Result<()> {
    writeln!(writer, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")?;
    writeln!(writer, "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">")?;
    for (at, page) in pages.into_iter().enumerate() {
        if at == PAGES_PER_PART {
            return Err(too_much(format_args!("a part of a sitemap has at most {PAGES_PER_PART} pages")));
        }
        write_page(writer, site, languages, &page)?;
    }
    writeln!(writer, "</urlset>")
}

/// Writes the index of all parts.
///
/// # Errors
/// `InvalidInput` when there are more than [`MOST_PARTS`]; otherwise what the writer answers.
pub fn write_index(writer: &mut impl Write, parts: impl IntoIterator<Item = Part>) -> io::Result<()> {
    writeln!(writer, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")?;
    writeln!(writer, "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")?;
    for (at, part) in parts.into_iter().enumerate() {
        if at == MOST_PARTS {
            return Err(too_much(format_args!("an index of sitemaps has at most {MOST_PARTS} parts")));
        }
        writeln!(writer, "<sitemap><loc>{}</loc>{}</sitemap>", Escaped(&part.url), LastMod(part.lastmod))?;
    }
    writeln!(writer, "</sitemapindex>")
}

fn write_page(writer: &mut impl Write, site: &str, languages: &[Locale], page: &Page) -> io::Result<()> {
    let own = |locale: &Locale| Escaped(&format!("{site}/{locale}{}", page.path)).to_string();
    let addresses: Vec<String> = languages.iter().map(own).collect();
    if addresses.iter().any(|address| address.len() > LONGEST_ADDRESS) {
        return Err(too_much(format_args!("an address below {site} is longer than {LONGEST_ADDRESS} bytes: {}", page.path)));
    }
    let mut alternates = String::new();
    for (locale, address) in languages.iter().zip(&addresses) {
        alternates.push_str(&alternate(locale.code(), address));
    }
    let path = if page.path.is_empty() { "/" } else { &page.path };
    alternates.push_str(&alternate("x-default", &Escaped(&format!("{site}{path}")).to_string()));
    for address in &addresses {
        writeln!(writer, "<url><loc>{address}</loc>{}{alternates}</url>", LastMod(page.lastmod))?;
    }
    Ok(())
}

fn alternate(language: &str, address: &str) -> String {
    format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>")
}

fn too_much(text: fmt::Arguments<'_>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, text.to_string())
}

struct LastMod(Option<Timestamp>);

impl fmt::Display for LastMod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |moment| write!(f, "<lastmod>{moment:.0}</lastmod>"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn page(path: &str) -> Page {
        Page { path: path.into(), lastmod: Some("2026-02-03T23:59:59.123Z".parse().expect("a moment")) }
    }

    fn part(pages: impl IntoIterator<Item = Page>) -> io::Result<String> {
        let mut bytes = Vec::new();
        write_part(&mut bytes, "https://ayni.example", Locale::ALL, pages)?;
        Ok(String::from_utf8(bytes).expect("UTF-8"))
    }

    #[test]
    fn a_page_stands_once_a_language_and_names_all_of_them() {
        let xml = part([page("/practices/x"), page("")]).expect("two pages");
        let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
        let urls: Vec<_> = document.root_element().children().filter(|node| node.has_tag_name("url")).collect();
        assert_eq!(urls.len(), 2 * 7);
        for (url, locale) in urls.iter().zip(Locale::ALL.iter().chain(Locale::ALL)) {
            let text = |name| url.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
            assert!(text("loc").is_some_and(|loc| loc.starts_with(&format!("https://ayni.example/{locale}"))));
            assert_eq!(text("lastmod"), Some("2026-02-03T23:59:59Z"));
            let links = url.children().filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
            let languages: Vec<_> = links.filter_map(|link| link.attribute("hreflang")).collect();
            assert_eq!(languages, ["en", "fr", "es", "pt", "ar", "zh", "ru", "x-default"]);
        }
        for href in ["\"https://ayni.example/practices/x\"", "\"https://ayni.example/\"", "\"https://ayni.example/es\""] {
            assert!(xml.contains(href), "{href}");
        }
    }

    #[test]
    fn the_largest_part_stays_within_the_limits_of_the_protocol() {
        let longest = format!("/{}", "x".repeat(LONGEST_ADDRESS - "https://ayni.example/en/".len()));
        let xml = part((0..PAGES_PER_PART).map(|_| page(&longest))).expect("it fits");
        assert!(xml.len() < 12_000_000, "{} bytes", xml.len());
        assert!(PAGES_PER_PART * Locale::ALL.len() <= 50_000);
        assert!(part([page(&format!("{longest}x"))]).is_err_and(|error| error.kind() == io::ErrorKind::InvalidInput));
        assert!(part((0..=PAGES_PER_PART).map(|_| page("/x"))).is_err_and(|error| error.kind() == io::ErrorKind::InvalidInput));
    }

    proptest! {
        #[test]
        fn a_robot_gets_every_address_back(path in "\\PC{0,30}", file in any::<String>()) {
            let xml = part([page(&path)]).expect("it fits");
            let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
            let allowed = |text: String| text.chars().filter(|&c| crate::xml::is_allowed(c)).collect::<String>();
            let loc = document.descendants().find(|node| node.has_tag_name("loc")).and_then(|node| node.text());
            prop_assert_eq!(loc.map(str::to_owned), Some(allowed(format!("https://ayni.example/en{path}"))));

            let mut bytes = Vec::new();
            write_index(&mut bytes, [Part { url: format!("x{file}"), lastmod: None }]).expect("memory takes everything");
            let xml = String::from_utf8(bytes).expect("UTF-8");
            let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
            let loc = document.descendants().find(|node| node.has_tag_name("loc")).and_then(|node| node.text());
            prop_assert_eq!(loc.map(str::to_owned), Some(allowed(format!("x{file}"))));
        }
    }
}

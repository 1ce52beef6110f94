//! Documents as programs write them, and as those write them who want to do harm.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

/// An archive whose parts are deflated as far as they can be, as a bomb would be, except `mimetype`.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let level = (method == CompressionMethod::Deflated).then_some(9);
        let options = SimpleFileOptions::default().compression_method(method).compression_level(level);
        archive.start_file(*name, options).expect("memory takes it");
        archive.write_all(content).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");

fn docx(body: &str) -> Vec<u8> {
    archive(&[TYPES, ("word/document.xml", format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").as_bytes())])
}

fn epub(package: &str, chapters: &[(&str, &str)]) -> Vec<u8> {
    let container = br#"<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>"#;
    let mut parts: Vec<(&str, &[u8])> =
        vec![("mimetype", b"application/epub+zip"), ("META-INF/container.xml", container), ("OEBPS/content.opf", package.as_bytes())];
    parts.extend(chapters.iter().map(|(name, text)| (*name, text.as_bytes())));
    archive(&parts)
}

fn text_of(content: &[u8], file_type: FileType) -> Result<Option<Extracted>, ExtractError> {
    assert_eq!(sniff(content), Some(file_type));
    extract(content, file_type, &Limits::default())
}

#[test]
fn a_text_document_gives_its_text_title_language_and_pages() {
    let document = r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
        <w:p><w:r><w:t>Erradicaci</w:t></w:r><w:r><w:t xml:space="preserve">ón del </w:t></w:r><w:r><w:t>trabajo infantil</w:t></w:r></w:p>
        <w:p><w:r><w:t>Costos &amp; logros</w:t><w:tab/><w:t>2&#48;24</w:t><w:br/><w:delText>quitado</w:delText><w:instrText>PAGE</w:instrText></w:r></w:p>
        <mc:AlternateContent><mc:Choice><w:t>caja</w:t></mc:Choice><mc:Fallback><w:t>caja</w:t></mc:Fallback></mc:AlternateContent>
        </w:body></w:document>"#;
    let content = archive(&[
        TYPES,
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#,
        ),
        ("word/document2.xml", document.as_bytes()),
        ("word/footnotes.xml", "<w:footnotes xmlns:w='w'><w:p><w:t>Nota al pie</w:t></w:p></w:footnotes>".as_bytes()),
        ("word/styles.xml", b"<w:styles xmlns:w='w'><w:docDefaults><w:lang w:val='es-PE' w:bidi='ar-SA'/></w:docDefaults></w:styles>"),
        ("docProps/core.xml", "<cp><dc:title>Microsoft Word - Guía  práctica</dc:title></cp>".as_bytes()),
        ("docProps/app.xml", b"<Properties><Pages>12</Pages></Properties>"),
    ]);
    let extracted = text_of(&content, FileType::Docx).expect("read").expect("text");
    assert_eq!(extracted.text, "Erradicación del trabajo infantil\nCostos & logros 2024\ncaja\nNota al pie");
    assert_eq!((extracted.title.as_deref(), extracted.pages, extracted.cut), (Some("Guía práctica"), Some(12), false));
    assert_eq!(extracted.language.map(|language| language.to_string()).as_deref(), Some("es-PE"));
}

#[test]
fn a_book_gives_its_chapters_in_the_order_of_reading() {
    let package = r#"<package><metadata><dc:title>العمل اللائق</dc:title><dc:title>Second</dc:title><dc:language>ar</dc:language></metadata>
        <manifest><item id="b" href="text/b%20b.xhtml"/><item id="a" href="./text/../a.xhtml"/><item id="gone" href="gone.xhtml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="gone"/><itemref idref="b"/><itemref idref="unknown"/></spine></package>"#;
    let a = "<html><head><title>no</title></head><body><h1>مقدمة</h1><p>نص&nbsp;<b>أو</b>ل</p><script>var x = 1 < 2;</script></body></html>";
    let content = epub(package, &[("OEBPS/a.xhtml", a), ("OEBPS/text/b b.xhtml", "<p>فصل<p>تال &eacute; &unknown;<br/>نهاية")]);
    let extracted = text_of(&content, FileType::Epub).expect("read").expect("text");
    assert_eq!(extracted.text, "مقدمة\nنص أول\nفصل\nتال é\nنهاية");
    assert_eq!(extracted.title.as_deref(), Some("العمل اللائق"));
    assert_eq!(extracted.language.map(|language| language.to_string()).as_deref(), Some("ar"));
}

#[test]
fn plain_texts_are_taken_as_they_are_and_long_ones_are_cut() {
    let extracted = text_of("\u{feff}国家,年份\r\n巴西,2020\r\n".as_bytes(), FileType::Csv).expect("read").expect("text");
    assert_eq!((extracted.text.as_str(), extracted.cut), ("国家,年份\n巴西,2020", false));
    let long: String = (0..MOST_CHARACTERS).map(|n| format!("{} ", n * 7_919 % 1_000_003)).collect();
    for (content, file_type) in [(long.clone().into_bytes(), FileType::Text), (docx(&format!("<w:p><w:t>{long}</w:t></w:p>")), FileType::Docx)] {
        let extracted = text_of(&content, file_type).expect("read").expect("text");
        assert!(extracted.cut && extracted.text.chars().count() <= MOST_CHARACTERS && extracted.text.chars().count() + 2 > MOST_CHARACTERS);
    }
    assert_eq!(extract(b"\x89PNG\r\n\x1a\n", FileType::Png, &Limits::default()), Ok(None));
}

#[test]
fn a_document_that_unpacks_to_too_much_is_refused() {
    let spaces = " ".repeat(80_000_000);
    let bomb = docx(&spaces);
    assert!(bomb.len() < 100_000, "80 megabytes in {} bytes", bomb.len());
    assert_eq!(text_of(&bomb, FileType::Docx), Err(ExtractError::TooLarge));
    // The same chapter again and again: small parts, all of one allowance.
    let spine = "<itemref idref='a'/>".repeat(5_000);
    let package = format!("<package><manifest><item id='a' href='a.xhtml'/></manifest><spine>{spine}</spine></package>");
    let book = epub(&package, &[("OEBPS/a.xhtml", &format!("<p>{}</p>", &spaces[..900_000]))]);
    assert_eq!(text_of(&book, FileType::Epub), Err(ExtractError::TooLarge));
    let ratio = Limits { ratio: 2, ..Limits::default() };
    assert_eq!(extract(&docx(&spaces[..2_000_000]), FileType::Docx, &ratio), Err(ExtractError::TooLarge));
    assert!(extract(&docx(&spaces[..200_000]), FileType::Docx, &ratio).is_ok(), "small ones may unpack to much");
}

#[test]
fn archives_in_archives_and_archives_of_themselves_are_not_followed() {
    let inner = docx(&" ".repeat(2_000_000));
    let nested = archive(&[TYPES, ("word/document.xml", b"<w:t>outer</w:t>"), ("word/embeddings/inner.docx", &inner)]);
    assert_eq!(text_of(&nested, FileType::Docx).expect("read").expect("text").text, "outer");
    let parts = archive(&[TYPES, ("word/document.xml", &nested)]);
    assert!(text_of(&parts, FileType::Docx).is_err(), "an archive is no markup");
    // A part that is the archive itself: not deflated, from the first byte to the last.
    let mut quine = docx("<w:t>x</w:t>");
    let (length, end) = (u32::try_from(quine.len() - 60).expect("small").to_le_bytes(), quine.len());
    let entry = quine.windows(4).rposition(|four| four == b"PK\x01\x02").expect("an entry");
    quine[entry + 10] = 0;
    quine[entry + 20..entry + 24].copy_from_slice(&length);
    quine[entry + 42..entry + 46].copy_from_slice(&[0; 4]);
    assert_eq!(quine.len(), end);
    let _ = text_of(&quine, FileType::Docx);
}

#[test]
fn entities_of_a_document_are_not_expanded() {
    let laughs: String = (1..10).map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10))).collect();
    let body = format!("<!DOCTYPE d [<!ENTITY e0 \"lol\">{laughs}<!ENTITY f SYSTEM \"file:///etc/passwd\">]><d><t>a&e9;&f;b</t></d>");
    let content = archive(&[TYPES, ("word/document.xml", body.as_bytes())]);
    assert_eq!(text_of(&content, FileType::Docx).expect("read").expect("text").text, "ab");
    let many = |count: usize| docx(&format!("<w:t>{}</w:t>", "&a;&#65;".repeat(count)));
    assert_eq!(text_of(&many(100_000), FileType::Docx).map(|text| text.map(|text| text.text)), Ok(Some("A".repeat(100_000))));
    assert_eq!(text_of(&many(1_000_000), FileType::Docx), Err(ExtractError::TooLarge));
}

#[test]
fn deep_wide_and_lying_documents_end_soon() {
    assert_eq!(text_of(&docx(&"<w:p>".repeat(100_000)), FileType::Docx), Err(ExtractError::TooDeep));
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=\"\"")).collect();
    assert!(text_of(&docx(&format!("<w:lang{attributes}/><w:t>end</w:t>")), FileType::Docx).is_ok());
    let mut huge = docx("<w:p><w:t>small</w:t></w:p>");
    let entry = huge.windows(4).rposition(|four| four == b"PK\x01\x02").expect("an entry");
    huge[entry + 24..entry + 28].copy_from_slice(&[0xff; 4]);
    assert_eq!(text_of(&huge, FileType::Docx).expect("read").expect("text").text, "small");
    huge[entry + 20..entry + 24].copy_from_slice(&[0xff; 4]);
    assert_eq!(text_of(&huge, FileType::Docx), Err(ExtractError::Broken));
    assert_eq!(text_of(&archive(&[TYPES, ("word/other.xml", b"<a/>")]), FileType::Docx), Err(ExtractError::Broken));
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let tool = PdfTool::new("/nowhere/ayni-pdf");
    let reading = read(&docx("<w:t>Informe</w:t>"), FileType::Docx, &tool).expect("no program is needed");
    assert_eq!(reading.extracted.map(|extracted| extracted.text).as_deref(), Some("Informe"));
    let reading = read(&docx(&"<w:p>".repeat(300)), FileType::Docx, &tool).expect("no program is needed");
    assert_eq!(reading.problem.as_deref(), Some("the document is nested too deeply"));
    assert_eq!(read(b"ID3\x04", FileType::Mp3, &tool).expect("nothing to read"), Reading::default());
}

proptest! {
    #[test]
    fn no_content_makes_it_panic(content in proptest::collection::vec(any::<u8>(), 0..300)) {
        for &file_type in FileType::ALL {
            let _ = extract(&content, file_type, &Limits::default());
        }
    }

    #[test]
    fn no_markup_makes_it_panic(markup in "(<[/!?]?(w:t|w:p|br|!\\[CDATA\\[|title|item|head)?( [a-z:]{1,5}=\"\\PC{0,4}\")?[/>]?|&#?[a-z0-9]{0,9};?|\\PC{0,5}|]]>|-->){0,30}") {
        let _ = extract(&docx(&markup), FileType::Docx, &Limits::default());
        let _ = extract(&epub(&markup, &[]), FileType::Epub, &Limits::default());
        let chapter = "<package><manifest><item id='a' href='a'/></manifest><spine><itemref idref='a'/></spine></package>";
        let _ = extract(&epub(chapter, &[("OEBPS/a", &markup)]), FileType::Epub, &Limits::default());
    }

    #[test]
    fn no_damage_makes_it_panic(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut content = docx("<w:p><w:t>Un texto</w:t></w:p>");
        for (at, byte) in damage {
            let at = at.index(content.len());
            content[at] = byte;
        }
        let _ = extract(&content, FileType::Docx, &Limits::default());
    }
}

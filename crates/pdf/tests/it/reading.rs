//! Files that say what they should.

use ayni_domain::FileType;
use ayni_formats::document::{self, picture};

use crate::file::{File, HELVETICA, composite_page, show};
use crate::tool;

#[test]
fn a_text_in_a_standard_font_is_read_by_page() {
    let broken = "BT /F1 12 Tf 20 350 Td 14 TL (Formaci\\363n para el em-) Tj T* [(pleo) -600 (juvenil)] TJ ET";
    let mut file = File::pages("/Lang (es-PE)", &[broken, &show("(P\\341gina dos)")], HELVETICA);
    file.info("/Title (Gu\\355a) /Author (Nadie)");
    let text = tool().text(&file.bytes()).expect("text");
    assert_eq!(text.text, ["Formación para el empleo juvenil", "Página dos"]);
    assert_eq!((text.title.as_deref(), text.language.as_deref(), text.pages, text.cut), (Some("Guía"), Some("es-PE"), 2, false));
}

#[test]
fn texts_in_arabic_and_chinese_are_read_by_the_maps_of_their_fonts() {
    let as_it_looks: String = "العمل اللائق 2030"
        .split(' ')
        .rev()
        .map(|word| if word == "2030" { word.into() } else { word.chars().rev().collect() })
        .collect::<Vec<String>>()
        .join(" ");
    assert_eq!(tool().text(&composite_page(&as_it_looks).bytes()).expect("text").text, ["العمل اللائق 2030"]);
    assert_eq!(tool().text(&composite_page("体面劳动与社会保护").bytes()).expect("text").text, ["体面劳动与社会保护"]);
    // A font that is not in the file: its encoding alone says which characters these are.
    let font = "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font
        /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >> >>";
    let text = tool().text(&File::page(&show("<52B3 52A8>".replace(' ', "").as_str()), font).bytes()).expect("text");
    assert_eq!(text.text, ["劳动"]);
}

#[test]
fn text_that_is_drawn_twice_or_unseen_counts_once() {
    let content = "BT 2 Tr /F1 12 Tf 20 350 Td (Filled and outlined) Tj 3 Tr 0 -20 Td (Unseen) Tj ET";
    assert_eq!(tool().text(&File::page(content, HELVETICA).bytes()).expect("text").text, ["Filled and outlined\nUnseen"]);
}

#[test]
fn the_first_page_becomes_a_picture_of_the_asked_width() {
    let file = File::page(&format!("0.2 0.4 0.3 rg 20 20 200 100 re f {}", show("(Portada)")), HELVETICA).bytes();
    for width in [16, 320, 2_000] {
        let picture = tool().picture(&file, width).expect("a picture");
        assert_eq!(picture::size(&picture).map(|size| (size.width, size.height)), Some((width, width * 4 / 3)));
    }
    assert!(tool().picture(&file, 2_001).is_err(), "no wider than is allowed");
    // A page like a ribbon becomes narrower, not endlessly long.
    let ribbon = String::from_utf8_lossy(&file).replace("[0 0 300 400]", "[0 0 30 9999]");
    let size = picture::size(&tool().picture(ribbon.as_bytes(), 320).expect("a picture")).expect("a size");
    assert!(size.width >= 1 && size.height <= 961, "{size:?}");
}

#[test]
fn a_file_is_read_with_its_picture_in_one_call() {
    let reading = document::read(&composite_page("体面劳动").bytes(), FileType::Pdf, &tool()).expect("the program is there");
    let extracted = reading.extracted.expect("text");
    assert_eq!((extracted.text.as_str(), extracted.pages), ("体面劳动", Some(1)));
    assert_eq!(extracted.language.map(|language| language.to_string()).as_deref(), Some("zh"));
    assert_eq!(reading.problem, None);
    assert!(reading.picture.is_some());
}

//! Sheets as a whole: round trips, what reading makes of foreign files, and what a sheet would change.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use ayni_domain::{Kind, LanguageTag, Locale, RecordKey};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::samples;

type Record = Map<String, Value>;

fn corpus(kind: Kind) -> Vec<Record> {
    samples::all().filter(|record| record.envelope.key.kind == kind).map(|record| record.body.to_json(&record.envelope.key)).collect()
}

/// The first course of the corpus.
fn corpus_course() -> Record {
    static COURSE: LazyLock<Record> = LazyLock::new(|| corpus(Kind::Course).remove(0));
    COURSE.clone()
}

fn csv_of(kind: Kind, records: &[Record], words: &dyn Words) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_csv(&mut bytes, &columns(kind, &[], records), records, words).expect("written");
    bytes
}

fn xlsx_of(kind: Kind, records: &[Record], words: &dyn Words) -> Vec<u8> {
    write_xlsx(kind, &columns(kind, &[], records), records, words).expect("written")
}

/// The records of a file; the first thing that is wrong with it, if there is one.
fn records(bytes: &[u8], file: &str) -> Result<Vec<Record>, String> {
    let reading = read(bytes, file, None).map_err(|error| error.to_string())?;
    if let Some(note) = reading.notes.first() {
        return Err(note.to_string());
    }
    let record = |row: &Row| row.record(None).map(|(key, body)| body.to_json(&key)).map_err(|issues| issues[0].to_string());
    reading.rows.iter().map(record).collect()
}

/// Lines of JSON: unlike maps, they differ where the order of languages differs.
fn lines(records: &[Record]) -> Vec<String> {
    records.iter().map(|record| Value::Object(record.clone()).to_string()).collect()
}

#[test]
fn every_record_of_the_corpus_comes_back_from_csv_and_xlsx_as_the_same_json() {
    let headings = |column: &Column| format!("Heading, of \"{}\"\nin two lines", column.path());
    for &kind in Kind::ALL {
        let expected = corpus(kind);
        assert!(!expected.is_empty());
        for (bytes, file) in [
            (csv_of(kind, &expected, &Paths), "a.csv"),
            (csv_of(kind, &expected, &headings), "b.csv"),
            (xlsx_of(kind, &expected, &Paths), "c.xlsx"),
            (xlsx_of(kind, &expected, &headings), "d.xlsx"),
        ] {
            let found = records(&bytes, file).expect(file);
            assert_eq!(lines(&found), lines(&expected), "{kind} {file}");
        }
    }
}

#[test]
fn a_record_with_every_field_comes_back() {
    let common = json!({
        "slug": "all", "title": {"tet": "T", "en": "E"}, "summary": {"es": "S.", "en": "S."}, "themes": ["skills", "wages"], "sdgs": ["8.10", "8"],
        "original": "es", "countries": ["BR"], "languages": ["pt-BR", "tet"],
        "sources": [{"url": "https://example.org/a", "title": "=T | x", "publisher": "P\\", "year": 1999}, {"url": "https://example.org/b", "title": "U"}],
    });
    let cooperation = json!({
        "modality": ["triangular"], "partners": [{"name": "ILO", "country": "CH", "constituency": "un", "role": "funder"}],
        "countries_by_role": {"provider": ["BR"], "recipient": ["MZ", "AO"], "peer": ["UY"], "facilitator": ["PT"]},
        "period": {"start": "2019-05", "end": "2020"}, "adapted_from": ["practice/other", "A title; with a semicolon"],
    });
    let text = json!({"en": "Words, with \"quotes\"\nand lines.", "fr": "- mots"});
    let own = |kind| match kind {
        Kind::Practice => {
            let criteria: Value = ayni_domain::criterion::Criterion::ALL.iter().map(|own| (own.code().to_owned(), text.clone())).collect();
            json!({"challenge": text, "approach": text, "results": text, "replicability": text, "sustainability": text, "criteria": criteria})
        }
        Kind::Initiative => json!({"budget": {"amount": 1.0, "currency": "USD"}, "outputs": text}),
        Kind::Publication => {
            json!({"type": "book", "year": 2001, "publisher": "P", "authors": ["A, B (ed.)", "C; D"], "isbn": "080442957X", "pages": 12,
            "series": "0012"})
        }
        Kind::Course => json!({"format": "online", "organisers": ["A"], "start": "2019", "end": "2019-02-03", "place": "Rio", "audience": "All",
            "participants": 30, "programme": "P"}),
        Kind::Event => json!({"type": "study-tour", "organisers": ["A"], "start": "2019-01-01", "end": "2019-02", "place": "Rio", "participants": 0,
            "stops": [{"place": "A", "country": "BR", "topic": "B"}]}),
        Kind::Organization => json!({"name": text, "acronym": "@A", "constituency": "un", "country": "CH", "website": "example.org", "about": text}),
        Kind::Grouping => json!({"acronym": "G", "members": [{"country": "BR", "until": "2019"}, {"country": "UY", "since": "2001-02"}],
            "secretariat": "Rio"}),
    };
    for &kind in Kind::ALL {
        let mut record = Map::new();
        record.insert("kind".into(), kind.code().into());
        let with_cooperation = matches!(kind, Kind::Practice | Kind::Initiative);
        for part in [Some(&common), Some(&cooperation).filter(|_| with_cooperation), Some(&own(kind))].into_iter().flatten() {
            record.extend(part.as_object().expect("an object").clone());
        }
        let (key, body) = ayni_domain::record::read_record(&record).expect("a valid record");
        let expected = [body.to_json(&key)];
        for (bytes, file) in [(csv_of(kind, &expected, &Paths), "a.csv"), (xlsx_of(kind, &expected, &Paths), "a.xlsx")] {
            assert_eq!(lines(&records(&bytes, file).expect(file)), lines(&expected), "{kind} {file}");
        }
        let filled = columns(kind, &[], &expected).iter().all(|column| cell::write(column, &expected[0]).is_some());
        assert!(filled, "{kind}: the record of this test has every field");
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let courses = corpus(Kind::Course);
    assert!(xlsx_of(Kind::Course, &courses, &Paths) == xlsx_of(Kind::Course, &courses, &Paths));
}

#[test]
fn another_reader_finds_the_same_cells_in_our_workbooks() {
    use calamine::Reader as _;
    let practices = corpus(Kind::Practice);
    let columns = columns(Kind::Practice, &[Locale::Ar.tag()], &practices);
    let bytes = write_xlsx(Kind::Practice, &columns, &practices, &Paths).expect("written");
    let mut workbook = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["practices", "Codes"]);
    let range = workbook.worksheet_range("practices").expect("a sheet");
    for (row, record) in (1..).zip(&practices) {
        for (number, column) in (0..).zip(&columns) {
            let found = range.get_value((row, number)).map(ToString::to_string).unwrap_or_default();
            let expected = cell::write(column, record).unwrap_or_default();
            assert_eq!(found, cell::guard(&expected), "{} in row {row}", column.path());
        }
    }
    assert_eq!(workbook.worksheet_range("Codes").expect("a sheet").get_value((0, 6)).map(ToString::to_string).as_deref(), Some("kind"));
}

#[test]
fn a_template_without_records_has_columns_and_no_rows() {
    let columns = columns(Kind::Event, &[Locale::En.tag(), LanguageTag::parse("sw").expect("a tag")], []);
    let headings = |column: &Column| column.field.path.to_uppercase();
    let bytes = write_xlsx(Kind::Event, &columns, [], &headings).expect("written");
    assert_eq!(records(&bytes, "events.xlsx"), Ok(Vec::new()));
    let mut text = Vec::new();
    write_csv(&mut text, &columns, [], &Paths).expect("written");
    assert!(text.starts_with("\u{feff}kind,slug,title.en,title.sw,summary.en,summary.sw,type,".as_bytes()));
}

#[test]
fn a_text_that_no_cell_holds_is_refused_and_named() {
    let mut course = corpus_course();
    let sources: Value = (0..800).map(|n| json!({"url": format!("https://example.org/{n}"), "title": "A title of some length"})).collect();
    course.insert("sources".into(), sources);
    let refused = write_xlsx(Kind::Course, &columns(Kind::Course, &[], [&course]), [&course], &Paths).expect_err("too long");
    assert!(matches!(refused, WriteError::TooLong { path, .. } if path == "sources"));
    let bytes = csv_of(Kind::Course, std::slice::from_ref(&course), &Paths);
    assert_eq!(lines(&records(&bytes, "a.csv").expect("read")), lines(&[course]));
}

/// What reading a CSV of courses gives: notes, then `row key` or the issues of a row.
fn outcome(bytes: &[u8], file: &str) -> Vec<String> {
    let reading = match read(bytes, file, None) {
        Ok(reading) => reading,
        Err(error) => return vec![format!("error: {error}")],
    };
    let notes = reading.notes.iter().map(|note| format!("note: {note}"));
    let rows = reading.rows.iter().flat_map(|row| match row.record(None) {
        Ok((key, _)) => vec![format!("{} {key}", row.place().row)],
        Err(issues) => issues.iter().map(RowIssue::to_string).collect(),
    });
    notes.chain(rows).collect()
}

fn check(bytes: impl AsRef<[u8]>, file: &str, expected: &[&str]) {
    assert_eq!(outcome(bytes.as_ref(), file), expected);
}

const HEAD: &str = "slug,title.en,summary.en,sources";
const ROW: &str = "a,Title,Summary.,https://example.org | Source";

#[test]
fn columns_stand_in_any_order_and_may_be_missing() {
    check(format!("{HEAD}\n{ROW}\n"), "courses.csv", &["2 course/a"]);
    check("sources;SUMMARY.EN;Slug;title.en\r\nhttps://example.org|S;S.;a;T\r\n", "course.csv", &["2 course/a"]);
    check(format!("kind,{HEAD}\n\n,,,,\ncourse,{ROW}\n,{}\n", ROW.replace("a,", "b,")), "x.csv", &["4 course/a", "5 course/b"]);
    check(format!("Address,Title,In short,Sources\n{HEAD}\n{ROW}"), "courses.csv", &["3 course/a"]);
    check(format!("kind,{HEAD}\ncourse,,,,\n"), "x.csv", &[]);
}

#[test]
fn what_is_wrong_is_named_by_row_column_and_value() {
    check(
        format!("{HEAD},themes\n{ROW},skills; Magic\n{ROW},\u{7}\n,T,S.,nowhere | x,\n"),
        "courses.csv",
        &[
            "courses.csv, row 2, column E: field `themes[1]`, value \"Magic\": is not a known theme",
            "courses.csv, row 3, column E: field `themes[0]`, value \"\\u0007\": is not a known theme",
            "courses.csv, row 4, column A: field `slug` is missing",
            "courses.csv, row 4, column D: field `sources[0].url`, value \"nowhere\": is not a web address (http or https)",
        ],
    );
    check(
        "slug,title.es\na,T\n",
        "courses.csv",
        &["courses.csv, row 2: field `sources` is missing", "courses.csv, row 2: field `summary` is missing"],
    );
    check(
        format!("kind,{HEAD}\nevent,{ROW}"),
        "courses.csv",
        &["courses.csv, row 2, column A: field `kind`, value event: is another kind than that of the sheet"],
    );
}

#[test]
fn what_nobody_knows_is_reported() {
    check(
        format!("{HEAD},colour,,empty\n{ROW},red,x,\n{},blue,,\n", ROW.replace("a,", "b,")),
        "courses.csv",
        &[
            "note: column E (colour) was left aside with 2 cells: it is no field of this kind of record",
            "note: column F (no name) was left aside with 1 cells: it is no field of this kind of record",
            "2 course/a",
            "3 course/b",
        ],
    );
    check([HEAD.as_bytes(), b"\n", &ROW.replace("Title", "Caf").into_bytes(), b"\n"].concat(), "courses.csv", &["2 course/a"]);
    check(
        [format!("{HEAD}\n").as_bytes(), b"a,Caf\xE9,S.,https://example.org | S"].concat(),
        "courses.csv",
        &["note: the text is not UTF-8 and was read as Windows-1252: look whether its letters are right", "2 course/a"],
    );
}

#[test]
fn a_file_that_is_no_sheet_says_why() {
    let error = |bytes: &[u8], file: &str| outcome(bytes, file).join("\n");
    assert_eq!(error(b"", "courses.csv"), "error: has no row with the names of columns; one of them is `slug`");
    assert_eq!(error(b"a,b\nc,d", "courses.csv"), "error: has no row with the names of columns; one of them is `slug`");
    assert_eq!(error(b"slug,title.en\na,b", "x.csv"), format!("error: {}", ReadError::NoKind));
    assert_eq!(error(b"slug,title.en,slug\na,b,c", "courses.csv"), "error: has the column `slug` twice, in A and C");
    assert!(error(b"\xD0\xCF\x11\xE0\xA1", "a.xls").contains("save it as XLSX"));
    assert!(error(b"PK\x03\x04nothing", "a.xlsx").starts_with("error: is damaged"));
    assert!(error(b"\x89PNG\r\n\0\0", "a.csv").starts_with("error: is neither"));
    assert!(error(&vec![b'a'; limit::FILE + 1], "a.csv").contains("bytes"));
    let wide = format!("slug,title.en{}x", ",".repeat(limit::COLUMNS as usize));
    assert!(error(wide.as_bytes(), "courses.csv").contains("columns"));
    let long = format!("slug,place\n{}", "a,b\n".repeat(limit::ROWS));
    assert!(error(long.as_bytes(), "courses.csv").contains("rows"));
    let titles: String = ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!(",title.{a}{b}"))).collect();
    let sparse = format!("slug{titles}\n{}", "a\n".repeat(limit::CELLS / 600));
    assert!(error(sparse.as_bytes(), "courses.csv").contains("cells"));
}

/// A workbook of one course, made once.
static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| xlsx_of(Kind::Course, &[corpus_course()], &Paths));

/// A part of a workbook by its path, and what becomes of its text.
type Change<'a> = (&'a str, &'a dyn Fn(&str) -> String);

/// The same workbook with other text in some of its parts.
fn workbook(changes: &[Change<'_>]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(WORKBOOK.as_slice())).expect("an archive");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut text = String::new();
        let mut file = archive.by_index(at).expect("a part");
        file.read_to_string(&mut text).expect("text");
        let name = file.name().expect("a name").into_owned();
        let change = changes.iter().find(|(part, _)| *part == name);
        let text = change.map_or(text.clone(), |(_, change)| change(&text));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn cells_of_every_type_are_read() {
    let inline = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head: String = ["slug", "title.en", "summary.en", "sources", "start", "end", "participants", "place", "programme"]
        .iter()
        .zip('A'..)
        .map(|(name, letter)| inline(&format!("{letter}1"), name))
        .collect();
    let row = format!(
        r#"{}<c t="inlineStr"><is><r><t>A &amp;</t></r><r><t xml:space="preserve"> B&#x43;</t></r><rPh><t>x</t></rPh></is></c>{}{}
        <c r="E3" s="1"><v>43586</v></c><c r="F3" s="2"><f>TODAY()</f><v>43830.5</v></c><c r="G3"><v>12</v></c><c r="H3" t="str"><v>a_x000D_b</v></c>
        <c r="I3" t="b"><v>1</v></c><c r="J3" s="4"/>"#,
        inline("A3", "a"),
        inline("C3", "S."),
        inline("D3", "https://example.org | S")
    );
    let sheet = format!(r#"<worksheet><sheetData><row>{head}</row><row r="3">{row}</row></sheetData></worksheet>"#);
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="170"/></cellXfs></styleSheet>"#;
    let bytes = workbook(&[("xl/worksheets/sheet1.xml", &|_| sheet.clone()), ("xl/styles.xml", &|_| styles.into())]);
    let found = records(&bytes, "a.xlsx").expect("read");
    let expected = json!([{
        "kind": "course", "slug": "a", "title": {"en": "A & BC"}, "summary": {"en": "S."}, "themes": [], "sdgs": [], "countries": [],
        "sources": [{"url": "https://example.org", "title": "S"}], "start": "2019-05", "end": "2019-12-31", "place": "a\nb", "participants": 12,
        "programme": "true",
    }]);
    assert_eq!(Value::from_iter(found), expected);
}

#[test]
fn sheets_without_columns_are_left_aside() {
    let other = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Notes</t></is></c></row></sheetData></worksheet>"#;
    let rename = |text: &str| text.replace("\"Codes\"", "\"Mine\"");
    let bytes = workbook(&[("xl/workbook.xml", &rename), ("xl/worksheets/sheet2.xml", &|_| other.into())]);
    let first = corpus_course();
    let key = format!("2 course/{}", first["slug"].as_str().expect("a slug"));
    check(bytes, "a.xlsx", &["note: sheet Mine was left aside: no row has the names of columns", &key]);
}

#[test]
fn bombs_and_lies_end_in_an_error() {
    let strings = "xl/sharedStrings.xml";
    let sheet = "xl/worksheets/sheet1.xml";
    let bytes = workbook(&[(strings, &|text| text.replace("uniqueCount=\"", "uniqueCount=\"900000000000000"))]);
    assert_eq!(records(&bytes, "a.xlsx").expect("a count is not believed").len(), 1);
    let bomb = workbook(&[(strings, &|_| format!("<sst>{}</sst>", " ".repeat(limit::UNPACKED)))]);
    assert!(bomb.len() < 200_000);
    check(bomb, "a.xlsx", &[&format!("error: has more than {} bytes unpacked; larger amounts are better taken as JSON Lines", limit::UNPACKED)]);
    let far = r#"<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    check(workbook(&[(sheet, &|_| far.into())]), "a.xlsx", &["error: has more than 999 columns; larger amounts are better taken as JSON Lines"]);
    let many = format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row><c><v>1</v></c></row>".repeat(limit::ROWS + 1));
    check(workbook(&[(sheet, &|_| many.clone())]), "a.xlsx", &["error: has more than 50000 rows; larger amounts are better taken as JSON Lines"]);
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let again = format!("<worksheet><sheetData>{}</sheetData></worksheet>", r#"<row><c t="s"><v>0</v></c></row>"#.repeat(70));
    let amplified = workbook(&[(strings, &|_| long.clone()), (sheet, &|_| again.clone())]);
    check(amplified, "a.xlsx", &["error: has more than 67108864 bytes of text; larger amounts are better taken as JSON Lines"]);
    let torn = workbook(&[(sheet, &|text| text[..text.len() / 2].to_owned() + "<")]);
    check(torn, "a.xlsx", &["error: is damaged: it has XML that cannot be read"]);
}

/// What reading a workbook of one course gives whose sheet has these cells in row 3, below the names `slug`, `title.en`, `place`, `audience`.
fn check_row(cells: &str, behind: &str, expected: &[&str]) {
    let names = ["slug", "title.en", "place", "audience"];
    let head: String = names.iter().map(|name| format!(r#"<c t="inlineStr"><is><t>{name}</t></is></c>"#)).collect();
    let banner = r#"<c t="inlineStr"><is><t>Courses of the year</t></is></c>"#;
    let rows = format!(r#"<row r="1">{banner}</row><row r="2">{head}</row><row r="3">{cells}</row>"#);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    let reading = read(&workbook(&[("xl/worksheets/sheet1.xml", &|_| sheet.clone())]), "a.xlsx", None).expect("a workbook");
    let mut there = corpus_course();
    there.insert("slug".into(), "a".into());
    there.insert("audience".into(), "All".into());
    there.shift_remove("place");
    let key = RecordKey::parse("course/a").expect("a key");
    let found: Vec<String> = compare(&[(key, there)], &reading.rows)
        .into_iter()
        .flat_map(|change| match change.outcome {
            Outcome::Refused(issues) => issues.iter().map(ToString::to_string).collect(),
            Outcome::Changed { differences, .. } => differences.iter().map(|difference| difference.path.clone()).collect(),
            _ => vec!["nothing".to_owned()],
        })
        .collect();
    assert_eq!(found, expected, "{cells}");
}

#[test]
fn a_cell_whose_value_is_not_known_is_no_empty_cell() {
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |place: &str, audience: &str| format!("{}{}{place}{audience}", text("a"), text("Title"));
    check_row(&row(r#"<c t="str"><f>A1&amp;B1</f><v>Lima</v></c>"#, &text("All")), "", &["title.en", "place"]);
    check_row(&row(r#"<c t="str"><f>""</f><v></v></c>"#, &text("Some")), "", &["title.en", "audience"]);
    check_row(
        &row("<c><f>A1</f></c>", &text("All")),
        "",
        &["a.xlsx, sheet courses, row 3, column C: field `place` is a formula that was never calculated; open the file in a spreadsheet and save it"],
    );
    let merged = r#"<mergeCells count="2"><mergeCell ref="A1:XFD1"/><mergeCell ref="C3:D3"/></mergeCells>"#;
    check_row(
        &row(&text("Lima"), "<c/>"),
        merged,
        &["a.xlsx, sheet courses, row 3, column D: field `audience` is merged with another cell; separate the cells"],
    );
    let endless = format!("<mergeCells>{}</mergeCells>", r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(900));
    let sheet = format!("<worksheet><sheetData>{}</sheetData>{endless}</worksheet>", "<row><c><v>1</v></c></row>".repeat(3_000));
    let bytes = workbook(&[("xl/worksheets/sheet1.xml", &|_| sheet.clone())]);
    check(bytes, "a.xlsx", &["error: has more than 2000000 cells; larger amounts are better taken as JSON Lines"]);
}

#[test]
fn refused_rows_come_back_with_the_reason_and_are_read_again_as_they_were() {
    let head = "slug,title.en,summary.en,sources,themes,participants,sdgs,colour";
    let rows = ["a,=Title,S.,https://example.org | S,skills; Magic,about 12,8.7,red", "b,\"T; \"\"x\"\"\",,https://example.org | S | | | |,wages,,,"];
    let text = format!("{head}\n{}\n", rows.join("\n"));
    let reading = read(text.as_bytes(), "courses.csv", None).expect("a sheet");
    let issues = |reading: &Reading| -> Vec<Vec<String>> {
        let problem = |issue: &RowIssue| issue.issue.to_string();
        reading.rows.iter().map(|row| row.record(None).expect_err("refused").iter().map(problem).collect()).collect()
    };
    let refused: Vec<(&Row, String)> = reading.rows.iter().map(|row| (row, "+1 reason, \"of several\"".to_owned())).collect();
    let mut bytes = Vec::new();
    write_refused(&mut bytes, &refused).expect("written");
    let written = String::from_utf8(bytes).expect("UTF-8");
    assert!(written.starts_with("\u{feff}kind,slug,title.en,summary.en,sources,themes,participants,sdgs,reason\r\ncourse,a,'=Title,"), "{written}");
    assert!(written.contains("about 12,8.7,\"'+1 reason, \"\"of several\"\"\""), "{written}");
    let again = read(written.as_bytes(), "any (1).csv", None).expect("a sheet");
    assert_eq!(issues(&again), issues(&reading));
    assert_eq!(again.notes, [], "the column of reasons is ours");
    assert_eq!(
        again.rows.iter().map(|row| row.object(None)).collect::<Vec<_>>(),
        reading.rows.iter().map(|row| row.object(None)).collect::<Vec<_>>()
    );
}

fn existing() -> Vec<(RecordKey, Record)> {
    let record = json!({
        "kind": "practice", "slug": "a", "title": {"es": "Título", "en": "Title"}, "summary": {"en": "One."}, "themes": ["skills"], "sdgs": [],
        "countries": ["BR"], "sources": [{"url": "https://example.org", "title": "S"}], "modality": ["south_south"],
        "countries_by_role": {"provider": ["BR"]}, "period": {"start": "2019", "end": "2020"},
    });
    vec![(RecordKey::parse("practice/a").expect("a key"), record.as_object().expect("an object").clone())]
}

/// What rows of practices do, a line each.
fn changes(rows: &str) -> Vec<String> {
    let reading = read(rows.as_bytes(), "practices.csv", None).expect("a sheet");
    let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "-".to_owned(), Value::to_string);
    let line = |change: RowChange| match change.outcome {
        Outcome::New(_) => "new".to_owned(),
        Outcome::Unchanged => "unchanged".to_owned(),
        Outcome::Refused(issues) => format!("refused: {}", issues[0]),
        Outcome::Changed { differences, .. } => {
            let lines = differences.iter().map(|d| format!("{}: {} -> {}", d.path, shown(&d.before), shown(&d.after)));
            lines.collect::<Vec<_>>().join(", ")
        }
    };
    compare(&existing(), &reading.rows).into_iter().map(line).collect()
}

fn check_changes(rows: &str, expected: &[&str]) {
    assert_eq!(changes(rows), expected, "{rows}");
}

#[test]
fn an_empty_cell_empties_its_field_and_a_missing_column_leaves_it() {
    check_changes("slug,themes\na,skills", &["unchanged"]);
    check_changes("slug,period.end,themes\na,,wages", &["themes: [\"skills\"] -> [\"wages\"], period.end: \"2020\" -> -"]);
    check_changes("slug,title.en,title.fr\na,,Titre", &["title.en: \"Title\" -> -, title.fr: - -> \"Titre\""]);
    check_changes("slug,title.en,title.es\na,,", &["refused: practices.csv, row 2, column B: field `title` is missing"]);
    check_changes("slug,period.start,period.end\na,,", &["period.start: \"2019\" -> -, period.end: \"2020\" -> -"]);
    check_changes("slug,countries_by_role.recipient\na,MZ", &["countries_by_role.recipient: - -> [\"MZ\"]"]);
    check_changes("slug,results.en\na,Good.", &["results.en: - -> \"Good.\""]);
}

#[test]
fn the_original_of_a_text_stays_unless_the_sheet_says_otherwise() {
    check_changes("slug,title.en,title.es\na,Title,Título", &["unchanged"]);
    check_changes("slug,title.en,title.es,title.order\na,Title,Título,es", &["unchanged"]);
    check_changes("slug,title.order\na,en", &["title.order: [\"es\",\"en\"] -> [\"en\",\"es\"]"]);
    check_changes("slug,title.order\na,", &["title.order: [\"es\",\"en\"] -> [\"en\",\"es\"]"]);
    check_changes("slug,title.pt\na,Título", &["title.pt: - -> \"Título\""]);
    check_changes(
        "slug,title.pt,title.order\na,Título,pt; es; en",
        &["title.pt: - -> \"Título\", title.order: [\"es\",\"en\"] -> [\"pt\",\"es\",\"en\"]"],
    );
}

#[test]
fn rows_are_new_or_refused_too() {
    let new = "slug,title.en,summary.en,sources,modality\nb,T,S.,https://example.org | S,south_south";
    check_changes(new, &["new"]);
    check_changes(
        "slug,themes\na,skills\na,wages",
        &["unchanged", "refused: practices.csv, row 3, column A: field `slug`, value a: stands there twice"],
    );
    check_changes("slug,period.end\na,2001", &["refused: practices.csv, row 2, column B: field `period.end`, value \"2001\": lies before the start"]);
    check_changes(
        "slug,themes\nA b,",
        &[
            "refused: practices.csv, row 2, column A: field `slug`, value \"A b\": has something else than 1 to 120 of a-z, 0-9 and single inner hyphens",
        ],
    );
}

#[test]
fn what_the_corpus_exports_changes_nothing() {
    for &kind in Kind::ALL {
        let records = corpus(kind);
        let key = |record: &Record| RecordKey::parse(&format!("{kind}/{}", record["slug"].as_str().unwrap_or_default())).expect("a key");
        let existing: Vec<_> = records.iter().map(|record| (key(record), record.clone())).collect();
        let rows = read(&xlsx_of(kind, &records, &Paths), "a.xlsx", None).expect("read").rows;
        assert!(compare(&existing, &rows).iter().all(|change| change.outcome == Outcome::Unchanged), "{kind}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn texts_come_back_from_files(text in "(<r>|</r>|_x000D_|_x0041_|[=+@'\"\\\\;,<>&-]|\u{ffff}|\u{2028}|[ \n\ta-c]|\\PC){1,12}") {
        prop_assume!(!text.trim().is_empty());
        let mut record = corpus_course();
        record.insert("title".into(), json!({"en": text}));
        record.insert("place".into(), text.clone().into());
        for (bytes, file) in [(csv_of(Kind::Course, std::slice::from_ref(&record), &Paths), "a.csv"),
            (xlsx_of(Kind::Course, std::slice::from_ref(&record), &Paths), "a.xlsx")] {
            let found = records(&bytes, file).expect("read");
            prop_assert_eq!(&found, std::slice::from_ref(&record), "{}", file);
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in "(slug|title.en|themes|kind|a|[,;\t\n\"=\\\\|]|\\PC){0,40}", head in any::<bool>()) {
        let text = if head { format!("slug,kind,title.en,partners,sdgs,period.start\n{text}") } else { text };
        let _ = outcome(text.as_bytes(), "practices.csv");
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
        let _ = outcome(&bytes, "practices.csv");
        let _ = outcome(&[b"PK\x03\x04", bytes.as_slice()].concat(), "practices.xlsx");
    }

    #[test]
    fn no_damage_makes_reading_panic(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = WORKBOOK.clone();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = outcome(&bytes, "a.xlsx");
    }

    #[test]
    fn no_part_makes_reading_panic(part in 0_usize..5, damage in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/\"'&;=a-z0-9 ]{0,3}"), 1..6)) {
        let part = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"][part];
        let change = |text: &str| {
            let mut chars: Vec<char> = text.chars().collect();
            for (at, put) in &damage {
                let at = at.index(chars.len());
                chars.splice(at..=at, put.chars());
            }
            chars.into_iter().collect()
        };
        let _ = outcome(&workbook(&[(part, &change)]), "a.xlsx");
    }
}

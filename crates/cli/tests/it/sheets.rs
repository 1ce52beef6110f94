//! Spreadsheets: `ayni export --format` and `ayni import` of CSV and XLSX.

use ayni_domain::Kind;
use ayni_formats::sheet::{columns, write_xlsx};
use serde_json::{Map, Value};

use crate::support::{Place, course, courses, with_corpus};

/// Plurals of all kinds: the names of their files.
const FILES: [&str; 7] = ["courses", "events", "groupings", "initiatives", "organizations", "practices", "publications"];

#[test]
fn the_corpus_goes_through_spreadsheets_unchanged() {
    let first = with_corpus();
    let all = first.run(&["export"]).expect(0).out;
    for format in ["csv", "xlsx"] {
        first.run(&["export", "--format", format, "--output", format]).expect(0);
        let files: Vec<String> = FILES.iter().map(|name| first.path(&format!("{format}/{name}.{format}")).display().to_string()).collect();
        let args: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
        let again = first.run(&args).expect(0);
        let count = all.lines().count();
        assert_eq!(again.last(), format!("added 0, revised 0, unchanged {count}, refused 0, withdrawn before 0"));
        let second = Place::new();
        let taken = second.run(&args).expect(0);
        assert_eq!(taken.last(), format!("added {count}, revised 0, unchanged 0, refused 0, withdrawn before 0"));
        assert!(second.run(&["export"]).expect(0).out == all, "{format}");
    }
}

#[test]
fn a_spreadsheet_to_standard_output_holds_one_kind() {
    let place = Place::with(&course(1, "A; \\\"B\\\""));
    let text = place.run(&["export", "--format", "csv", "--kind", "course"]).expect(0).out;
    let (head, rows) = text.split_once("\r\n").expect("lines");
    assert!(head.starts_with("\u{feff}kind,slug,title.en,summary.en,format,"), "{head}");
    assert!(rows.starts_with("course,course-000001,\"A; \"\"B\"\"\",S.,"), "{rows}");
    let template = place.run(&["export", "--format", "csv", "--kind", "practice", "--languages", "es,tet"]).expect(0).out;
    assert!(template.starts_with("\u{feff}kind,slug,title.es,title.tet,summary.es,summary.tet,challenge.es,"), "{template}");
    assert_eq!(template.lines().count(), 1);
    let refused = place.run(&["export", "--format", "xlsx"]).expect(1);
    assert_eq!(refused.err, "ayni: a spreadsheet holds one kind: name it with --kind, or a folder with --output\n");
}

#[test]
fn a_dry_run_shows_each_change_and_writes_nothing() {
    let place = Place::with(&courses(0..3));
    let row = "https://example.org | t";
    place.write(
        "courses.csv",
        format!(
            "slug,title.en,title.fr,summary.en,sources,themes\ncourse-000000,Course,,S.,{row},\ncourse-000001,New,Nouveau,S.,{row},skills\n\
             course-000009,Nine,,S.,{row},\ncourse-000002,,,S.,{row},magic\n"
        ),
    );
    let trial = place.run(&["import", "--dry-run", "courses.csv"]).expect(2);
    let expected = "courses.csv, row 3: course/course-000001 would change\n    title.en: \"Course\" -> \"New\"\n    title.fr: nothing -> \"Nouveau\"\n    \
                    themes: [] -> [\"skills\"]\ncourses.csv, row 4: course/course-000009 would be new\n\
                    would be added 1, would be revised 1, unchanged 1, refused 1, withdrawn before 0\nnothing was written\n";
    assert_eq!(trial.out, expected);
    for line in [
        "courses.csv, row 5, column B: field `title` is missing",
        "courses.csv, row 5, column F: field `themes[0]`, value \"magic\": is not a known theme",
    ] {
        assert!(trial.err.contains(line), "{}", trial.err);
    }
    assert!(place.run(&["check"]).last().starts_with("read 3 records, 3 changes, "));

    let done = place.run(&["import", "--author", "Amina", "courses.csv"]).expect(2);
    assert_eq!(done.last(), "added 1, revised 1, unchanged 1, refused 1, withdrawn before 0");
    assert!(place.run(&["check"]).last().starts_with("read 4 records, 5 changes, "));
    assert_eq!(place.query("SELECT DISTINCT author FROM revision ORDER BY author"), ["Amina", "operator"]);
    assert!(place.run(&["export"]).out.contains(r#""title":{"en":"New","fr":"Nouveau"}"#));
}

#[test]
fn sheets_of_one_import_build_on_each_other_and_withdrawn_records_stay_so() {
    let place = Place::with(&courses(0..2));
    place.run(&["withdraw", "course/course-000001", "--reason", "not ours"]).expect(0);
    place.write("first.csv", "kind;slug;title.pt\ncourse;course-000000;Curso\ncourse;course-000001;Curso\n");
    place.write("second.csv", "slug\ttitle.es\ncourse-000000\tCurso\n");
    let args = ["import", "--kind", "course", "first.csv", "second.csv"];
    let trial = place.run(&[&args[..], &["--dry-run"]].concat()).expect(0);
    assert!(trial.out.contains("would be revised 2, unchanged 0, refused 0, withdrawn before 1"), "{trial:?}");
    let done = place.run(&args).expect(0);
    assert_eq!(done.last(), "added 0, revised 2, unchanged 0, refused 0, withdrawn before 1");
    assert!(done.err.contains("first.csv, row 3: course/course-000001 was withdrawn before and stays so"), "{}", done.err);
    assert!(place.run(&["export"]).out.contains(r#""title":{"en":"Course","pt":"Curso","es":"Curso"}"#));
}

#[test]
fn a_workbook_of_another_program_is_read_and_what_it_has_besides_is_named() {
    let place = Place::new();
    let record = |text: String| -> Map<String, Value> { serde_json::from_str(&text).expect("a record") };
    let records = [record(course(1, "A")), record(course(2, "B"))];
    let headings = |column: &ayni_formats::sheet::Column| format!("{}?", column.path());
    let bytes = write_xlsx(Kind::Course, &columns(Kind::Course, &[], &records), &records, &headings).expect("written");
    place.write("anything.XLSX", bytes);
    assert_eq!(place.run(&["import", "anything.XLSX"]).expect(0).last(), "added 2, revised 0, unchanged 0, refused 0, withdrawn before 0");
    place.write("courses.csv", b"slug,title.en,colour\ncourse-000001,Caf\xE9,red\n");
    let noted = place.run(&["import", "courses.csv"]).expect(0);
    for line in [
        "courses.csv: the text is not UTF-8 and was read as Windows-1252",
        "courses.csv: column C (colour) was left aside with 1 cells: it is no field of this kind of record",
    ] {
        assert!(noted.err.contains(line), "{}", noted.err);
    }
    assert!(place.run(&["export"]).out.contains("Café"));
}

#[test]
fn what_is_no_sheet_fails_before_anything_begins() {
    let place = Place::new();
    place.write("good.jsonl", course(1, "A"));
    for (name, content, error) in [
        ("broken.xlsx", &b"PK\x03\x04"[..], "broken.xlsx is damaged: it is no archive"),
        ("no-names.csv", b"a,b\n1,2\n", "no-names.csv has no row with the names of columns; one of them is `slug`"),
        ("unknown.csv", b"slug,title.en\na,b\n", "unknown.csv does not say of which kind its records are"),
    ] {
        place.write(name, content);
        let ended = place.run(&["import", "good.jsonl", name]).expect(1);
        assert!(ended.err.starts_with(&format!("ayni: {error}")), "{}", ended.err);
        assert!(!place.path("data").exists());
    }
    assert_eq!(place.run(&["import", "absent.csv"]).expect(1).err, "ayni: absent.csv: No such file or directory (os error 2)\n");
}

//! `ayni import`.

use crate::support::{Place, course, courses};

const EMPTY: &str = "added 0, revised 0, unchanged 0, refused 0, withdrawn before 0";

#[test]
fn good_lines_are_taken_and_bad_ones_are_named() {
    let place = Place::new();
    let bad = course(2, "T").replace(r#""title":{"en":"T"},"#, "").replace("\"themes\":[]", "\"themes\":[\"magic\"]");
    place.write("mixed.jsonl", format!("{}\n{bad}\n\nnonsense\n{}\n", course(1, "T"), course(3, "T")));
    let ended = place.run(&["import", "mixed.jsonl"]).expect(2);
    assert_eq!(ended.last(), "added 2, revised 0, unchanged 0, refused 2, withdrawn before 0");
    for line in
        ["mixed.jsonl:2: field `title` is missing", "mixed.jsonl:2: field `themes", "mixed.jsonl:4: field `record`, value nonsense: is not JSON"]
    {
        assert!(ended.err.contains(line), "{line}: {}", ended.err);
    }
    assert_eq!(place.run(&["export"]).expect(0).out.lines().count(), 2);
}

#[test]
fn what_is_there_unchanged_makes_no_revision() {
    let place = Place::with(&courses(0..1_203));
    let again = place.run(&["import", "records.jsonl"]).expect(0);
    assert_eq!(again.last(), "added 0, revised 0, unchanged 1203, refused 0, withdrawn before 0");
    place.write("changed.jsonl", format!("{}\n{}\n", course(7, "Course"), course(8, "Another")));
    let changed = place.run(&["import", "changed.jsonl"]).expect(0);
    assert_eq!(changed.last(), "added 0, revised 1, unchanged 1, refused 0, withdrawn before 0");
    assert!(place.run(&["check"]).expect(0).last().starts_with("read 1203 records, 1204 changes, "));
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let place = Place::new();
    place.write("new.jsonl", format!("{}\n{}\n{}\noops\n", course(1, "A"), course(2, "A"), course(1, "B")));
    let trial = place.run(&["import", "--dry-run", "new.jsonl"]).expect(2);
    assert!(trial.out.starts_with("would be added 2, would be revised 1, unchanged 0, refused 1, withdrawn before 0\n"), "{trial:?}");
    assert!(!place.path("data").exists());

    let place = Place::with(&courses(0..3));
    place.write("more.jsonl", format!("{}\n{}\n{}\n", course(1, "Course"), course(2, "B"), course(3, "A")));
    let trial = place.run(&["import", "--dry-run", "more.jsonl"]).expect(0);
    assert!(trial.out.starts_with("would be added 1, would be revised 1, unchanged 1, refused 0"), "{trial:?}");
    assert!(place.run(&["check"]).last().starts_with("read 3 records, 3 changes, "));
}

#[test]
fn withdrawn_records_stay_withdrawn() {
    let place = Place::with(&courses(0..2));
    place.run(&["withdraw", "course/course-000001", "--reason", "not ours"]).expect(0);
    let again = place.run(&["import", "records.jsonl"]).expect(0);
    assert_eq!(again.last(), "added 0, revised 0, unchanged 1, refused 0, withdrawn before 1");
    assert!(again.err.contains("records.jsonl:2: course/course-000001 was withdrawn before and stays so"), "{}", again.err);
}

#[test]
fn standard_input_is_a_file_too() {
    let place = Place::new();
    let ended = place.run_with_input(&["import", "-"], &format!("{}\n{{}}", course(1, "T"))).expect(2);
    assert!(ended.err.contains("standard input:2: field `kind` is missing"), "{}", ended.err);
    assert_eq!(place.run_with_input(&["import", "-"], "").expect(0).last(), EMPTY);
}

#[test]
fn what_cannot_be_read_is_a_failure_in_one_line() {
    let place = Place::new();
    place.write("some.jsonl", courses(0..1));
    let absent = place.run(&["import", "some.jsonl", "absent.jsonl"]).expect(1);
    assert_eq!(absent.err, "ayni: absent.jsonl: No such file or directory (os error 2)\n");
    assert!(!place.path("data").exists(), "nothing is begun when a file is missing");
    let folder = place.run(&["import", "some.jsonl", "."]).expect(1);
    assert!(folder.err.ends_with("ayni: the import ended early: .:1: cannot be read: Is a directory (os error 21)\n"), "{}", folder.err);
    assert!(folder.out.starts_with("added 1, "), "what came before has taken effect: {}", folder.out);
    assert!(place.run(&["import"]).expect(1).err.contains("<FILE>"));
}

#[test]
fn the_history_says_who_made_a_change() {
    let place = Place::new();
    place.write("some.jsonl", courses(0..1));
    let refused = place.run(&["import", "--author", "secretariat", "some.jsonl"]).expect(1);
    assert!(refused.err.contains("nobody signs twice"), "{}", refused.err);
    place.run(&["import", "--author", "Amina", "some.jsonl"]).expect(0);
    place.run_with_input(&["import", "-"], &course(0, "Revised")).expect(0);
    assert_eq!(place.query("SELECT author || '/' || reviewer FROM revision ORDER BY revision"), ["Amina/secretariat", "operator/secretariat"]);
}

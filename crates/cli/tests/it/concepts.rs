//! `ayni concepts`.

use crate::support::Place;

const QUIPU: &str = "quipu |  | en: quipu; knotted cord | fr: quipou | es: quipu | pt: quipo | ar: كيبو | zh: 结绳 | ru: кипу";

#[test]
fn the_table_goes_out_and_in() {
    let place = Place::new();
    place.write("new.txt", format!("{QUIPU}\n"));
    assert_eq!(place.run(&["concepts", "import", "new.txt"]).expect(0).out, "1 concepts changed, 0 unchanged\n");
    assert_eq!(place.run(&["concepts", "import", "new.txt"]).expect(0).out, "0 concepts changed, 1 unchanged\n");
    place.run(&["concepts", "export", "all.txt"]).expect(0);
    let all = place.read("all.txt");
    assert!(all.ends_with(&format!("{QUIPU}\n")));
    assert_eq!(place.run(&["concepts", "export"]).expect(0).out, all);
    let count = all.lines().count();
    let again = place.run_with_input(&["concepts", "import", "-"], &all).expect(0);
    assert_eq!(again.out, format!("0 concepts changed, {count} unchanged\n"));
    assert!(place.run(&["check"]).expect(0).last().contains(&format!("1 changes, {count} concepts")));
}

#[test]
fn with_one_wrong_line_nothing_is_taken() {
    let place = Place::new();
    place.write("bad.txt", format!("{QUIPU}\nquipu\n\n{}\n", QUIPU.replace("quipu |  ", "cord | ^rope")));
    let ended = place.run(&["concepts", "import", "bad.txt"]).expect(2);
    assert_eq!(ended.out, "2 wrong lines; nothing was taken\n");
    assert!(ended.err.contains("bad.txt:2: a line has an id, marks, and "), "{}", ended.err);
    assert!(ended.err.contains("bad.txt:4: the broader concept `rope` is none"), "{}", ended.err);
    assert!(place.run(&["check"]).expect(0).last().contains("0 records, 0 changes"));
}

#[test]
fn a_term_is_found_in_every_language() {
    let place = Place::new();
    let lines = |term: &str| place.run(&["concepts", "find", term]).expect(0).out;
    let found = lines("domestic worker");
    assert!(found.lines().any(|line| line.starts_with("domestic-worker |")), "{found}");
    assert!(lines("empleada doméstica").contains("domestic-worker |"));
    assert_eq!(lines("quipu"), "");
    assert!(!place.path("data").exists(), "looking begins no instance");
    place.write("new.txt", QUIPU);
    place.run(&["concepts", "import", "new.txt"]).expect(0);
    assert_eq!(lines("Knotted"), format!("{QUIPU}\n"));
}

//! `ayni export`.

use crate::support::{CORPUS, Place, courses, with_corpus};

#[test]
fn an_export_taken_elsewhere_is_exported_there_as_the_same_bytes() {
    let first = with_corpus();
    first.run(&["export", "--output", "out"]).expect(0);
    let second = Place::new();
    let files: Vec<String> = CORPUS.iter().map(|name| first.path("out").join(name).display().to_string()).collect();
    let args: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
    second.run(&args).expect(0);
    second.run(&["export", "--output", "out"]).expect(0);
    for name in CORPUS {
        let (one, two) = (first.read(&format!("out/{name}")), second.read(&format!("out/{name}")));
        assert!(one == two, "{name} differs");
        let lines = std::fs::read_to_string(crate::support::corpus().join(name)).expect("a corpus file").lines().count();
        assert_eq!(one.lines().count(), lines, "{name}");
        let slugs: Vec<&str> = one.lines().filter_map(|line| line.split("\"slug\":\"").nth(1)?.split('"').next()).collect();
        assert!(slugs.is_sorted() && slugs.len() == lines, "{name} is in the order of slugs");
    }
    let all = first.run(&["export"]).expect(0).out;
    let third = Place::new();
    third.run_with_input(&["import", "-"], &all).expect(0);
    assert!(third.run(&["export"]).expect(0).out == all);
}

#[test]
fn only_what_is_published_and_asked_for_is_exported() {
    let place = Place::with(&courses(0..700));
    place.run(&["withdraw", "course/course-000600", "--reason", "twice"]).expect(0);
    assert_eq!(place.run(&["export", "--kind", "course"]).expect(0).out.lines().count(), 699);
    assert_eq!(place.run(&["export", "--kind", "practice"]).expect(0).out, "");
    place.run(&["export", "--kind", "courses", "--output", "out/here"]).expect(0);
    let files: Vec<_> = std::fs::read_dir(place.path("out/here")).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(files, ["courses.jsonl"]);
    assert!(place.run(&["export", "--kind", "blog"]).expect(1).err.contains("the kinds are practice, "));
}

#[test]
fn a_wrong_folder_is_named_and_not_begun() {
    let place = Place::new();
    let ended = place.run(&["export", "--data", "typo"]).expect(1);
    assert_eq!(ended.err, "ayni: there is no instance in typo/ayni.db; `ayni serve` or `ayni import` begins one\n");
    assert!(!place.path("typo").exists());
}

//! `ayni check`.

use crate::support::{Place, courses, with_corpus};

#[test]
fn the_corpus_is_sound() {
    let ended = with_corpus().run(&["check"]).expect(0);
    assert!(ended.last().starts_with("read 1218 records, 1218 changes, "), "{}", ended.last());
    assert!(ended.last().contains(": 0 errors, "), "{}", ended.last());
    assert!(ended.out.contains("is no organization or grouping here\n"));
    assert!(ended.out.contains("hint: index: there is none; the next start builds it\n"));
}

#[test]
fn doubts_are_hints() {
    let practice = r#"{"kind":"practice","slug":"p","title":{"en":"T"},"summary":{"en":"S."},"modality":["city_to_city"],"themes":["skills"],
        "sdgs":[],"countries":["BR"],"partners":[{"name":"Nobody Known","constituency":"government","role":"provider"}],
        "adapted_from":["practice/absent","practice/q","Some title"],"sources":[{"url":"https://example.org","title":"t"}]}"#;
    let other = practice.replace("\"slug\":\"p\"", "\"slug\":\"q\"").replace("city_to_city", "south_south");
    let place = Place::with(&[practice, &other].map(|record| record.replace('\n', "")).join("\n"));
    let ended = place.run(&["check"]).expect(0);
    for line in [
        "hint: practice/p: partners: \"Nobody Known\" is no organization or grouping here",
        "hint: practice/p: adapted_from: \"practice/absent\" is no record here",
        "hint: practice/p: adapted_from: \"Some title\" is no record here",
        "hint: practice/p: modality: city_to_city: city-to-city cooperation has a partner of local government",
    ] {
        assert!(ended.out.contains(line), "{line}: {}", ended.out);
    }
    assert!(!ended.out.contains("\"practice/q\" is no record"));
}

#[test]
fn what_is_broken_is_named_and_the_rest_is_read() {
    let place = Place::with(&courses(0..1_300));
    place.sql("UPDATE record SET body = '{}' WHERE slug = 'course-000700'");
    place.sql("DELETE FROM change WHERE seq = 900");
    place.sql("PRAGMA foreign_keys = OFF; DELETE FROM record WHERE slug = 'course-001200'");
    place.sql("UPDATE change SET kind = 'blog' WHERE seq = 1100");
    let ended = place.run(&["check"]).expect(2);
    let errors: Vec<&str> = ended.out.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 6, "{errors:#?}");
    for (line, start) in errors.iter().zip([
        "error: change log: entries 900 to 900 are missing",
        "error: change log: table change, column kind, id 1100: blog",
        "error: course/course-000700: table record, column body, id ",
        "error: course/course-001200: the change log names it, but there is no such record",
        "error: course/course-000899: the change log does not name it",
        "error: course/course-001099: the change log does not name it",
    ]) {
        assert!(line.starts_with(start), "{line} / {start}");
    }
    assert!(ended.last().starts_with("read 1299 records, 1300 changes, "), "{}", ended.last());
}

//! `ayni backup` and `ayni restore`.

use crate::support::{Place, Server, courses};

#[test]
fn a_backup_taken_back_is_the_same_instance() {
    let place = Place::with(&courses(0..600));
    place.write("guide.pdf", "%PDF-1.7 guide");
    place.run(&["attach", "course/course-000003", "guide.pdf"]).expect(0);
    place.run(&["withdraw", "course/course-000004", "--reason", "twice"]).expect(0);
    let written = place.run(&["backup", "all.ayni"]).expect(0);
    assert_eq!(written.out, "all.ayni: 600 records, 601 revisions, 602 changes, 1 files\n");

    let file = place.path("all.ayni").display().to_string();
    let other = Place::new();
    let taken = other.run(&["restore", &file]).expect(0);
    assert!(taken.out.ends_with(": 600 records, 601 revisions, 602 changes, 1 files\n"), "{}", taken.out);
    assert!(other.run(&["export"]).expect(0).out == place.run(&["export"]).expect(0).out);
    other.run(&["check"]).expect(0);
    assert!(other.run(&["restore", &file]).expect(1).err.contains("the store is not empty"));
}

#[test]
fn what_cannot_be_restored_is_named() {
    let place = Place::new();
    assert!(place.run(&["restore", "absent"]).expect(1).err.contains("absent: No such file"));
    assert!(!place.path("data").exists());
    place.write("noise", "noise");
    assert!(place.run(&["restore", "noise"]).expect(1).err.starts_with("ayni: backup: noise: "));
    place.write("some.jsonl", courses(0..1));
    place.run(&["import", "some.jsonl"]).expect(0);
    assert!(place.run(&["check"]).expect(0).last().starts_with("read 1 records, 1 changes"), "a failed restore leaves an empty store");
}

#[test]
fn a_backup_is_taken_beside_a_server_but_not_taken_back() {
    let place = Place::with(&courses(0..5));
    let server = Server::start(&place, &[]);
    place.run(&["backup", "all.ayni"]).expect(0);
    assert!(place.run(&["restore", "all.ayni"]).expect(1).err.contains("works with the search index in data; stop it first"));
    drop(server);
}

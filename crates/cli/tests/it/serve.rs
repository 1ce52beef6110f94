//! `ayni serve`.

use std::net::TcpListener;

use crate::support::{Place, Server, course, courses};

#[test]
fn a_new_instance_has_the_starter_records_and_starts_again() {
    let place = Place::new();
    let server = Server::start(&place, &[]);
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.stop("-TERM"), Some(0));
    assert!(place.run(&["check"]).expect(0).last().starts_with("read 1218 records, 1218 changes, "));
    assert!(!place.run(&["check"]).expect(0).out.contains("hint: index"), "the index is where the log is");

    let server = Server::start(&place, &[]);
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.stop("-INT"), Some(0));
    assert!(place.run(&["check"]).expect(0).last().starts_with("read 1218 records, 1218 changes, "));
}

#[test]
fn an_empty_instance_takes_records_while_it_runs() {
    let place = Place::new();
    let server = Server::start(&place, &["--empty"]);
    place.run_with_input(&["import", "-"], &courses(0..20)).expect(0);
    place.run(&["withdraw", "course/course-000003", "--reason", "twice"]).expect(0);
    place.run(&["check"]).expect(0);
    let held = place.run(&["reindex"]).expect(1);
    assert_eq!(held.err, "ayni: a server or another command works with the search index in data; stop it first\n");
    assert_eq!(server.stop("-TERM"), Some(0));
    assert_eq!(place.run(&["reindex"]).expect(0).out, "the index holds 19 records, at position 21 of the change log\n");
    let server = Server::start(&place, &["--empty"]);
    assert_eq!(server.get("/healthz").0, 200);
}

#[test]
fn two_servers_do_not_share_a_folder() {
    let place = Place::new();
    let server = Server::start(&place, &["--empty"]);
    let second = place.run(&["serve", "--listen", "127.0.0.1:0"]).expect(1);
    assert_eq!(second.err, "ayni: a server or another command works with the search index in data; stop it first\n");
    assert_eq!(server.get("/healthz").0, 200);
    drop(server); // killed: the lock goes with the process
    Server::start(&place, &["--empty"]).stop("-TERM");
}

#[test]
fn what_keeps_a_server_from_starting_is_one_line() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let place = Place::new();
    place.write("file", "");
    place.write("broken.db", "this is no database, and long enough to be taken for the head of one: it is refused by its first bytes alone.");
    for (args, error) in [
        (&["serve", "--listen", &address][..], format!("ayni: cannot listen at {address}: Address already in use (os error 98)\n")),
        (&["serve", "--empty", "--listen", "127.0.0.1:0", "--metrics", &address], format!("ayni: cannot listen at {address}: Address already")),
        (&["--listen", "nonsense"], "ayni: cannot listen at nonsense: ".into()),
        (&["--data", "file"], "ayni: file: File exists (os error 17)\n".into()),
        (&["--data", "file/below"], "ayni: file/below: Not a directory (os error 20)\n".into()),
        (&["--listen", "127.0.0.1:0", "--database", "broken.db"], "ayni: broken.db cannot be opened: database: ".into()),
        (&["--listen", "127.0.0.1:0", "--empty", "--model", "absent"], "ayni: the sentence encoder: cannot read absent/sp.model: ".into()),
        (&["--base-url", "ayni.example"], "ayni: the setting base-url cannot be `ayni.example`: ".into()),
        (&["--log", "a=b=c"], "ayni: the setting log cannot be `a=b=c`: ".into()),
    ] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.starts_with(&error) && ended.err.lines().count() == 1, "{args:?}: {}", ended.err);
    }
}

#[test]
fn a_database_that_does_not_answer_is_named_without_its_password() {
    let ended = Place::new().run(&["check", "--database", "postgres://u:secret@127.0.0.1:1/d"]).expect(1);
    assert!(ended.err.starts_with("ayni: the database 127.0.0.1:1/d cannot be opened: "), "{}", ended.err);
    assert!(!ended.err.contains("secret") && ended.err.lines().count() == 1, "{}", ended.err);
}

#[test]
fn a_server_starts_behind_a_long_import() {
    let place = Place::with(&courses(0..1_500));
    let server = Server::start(&place, &[]);
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.stop("-TERM"), Some(0));
    place.run_with_input(&["import", "-"], &course(3, "Revised")).expect(0);
    let behind = place.run(&["check"]).expect(0);
    assert!(behind.out.contains("hint: index: it is at position 1500, the change log at 1501; the next start catches up\n"), "{}", behind.out);
    Server::start(&place, &[]).stop("-TERM");
    assert!(!place.run(&["check"]).expect(0).out.contains("hint: index"));
}

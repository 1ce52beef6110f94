//! `ayni admin`.

use crate::support::{Place, courses};

#[test]
fn an_administrator_is_made_and_gets_a_link() {
    let place = Place::new();
    let ended = place.run(&["admin", "create", "Amina Diallo", "--email", "Amina@Ministry.example", "--base-url", "https://ayni.example/"]).expect(0);
    assert!(ended.out.starts_with("amina-diallo is an administrator now\n"), "{}", ended.out);
    let secret = ended.last().strip_prefix("https://ayni.example/en/sign-in/").expect("a link");
    assert!(secret.len() == 64 && secret.bytes().all(|b| b.is_ascii_hexdigit()), "{secret}");

    assert_eq!(place.query("SELECT state || ' ' || email || ' ' || roles FROM person"), ["active amina@ministry.example administrator"]);
    assert_eq!(place.query("SELECT purpose || ' ' || (expires_at - made_at) FROM token WHERE taken_at IS NULL"), ["sign-in 86400000000"]);
    assert_eq!(place.query(&format!("SELECT secret FROM token WHERE secret = '{secret}'")), Vec::<String>::new(), "only the hash is kept");
    assert_eq!(place.query("SELECT CAST(seq AS TEXT) FROM log_position"), ["0"], "the starter records still come with the first start");
    assert_eq!(place.query("SELECT actor || ' ' || action FROM audit"), ["operator administrator.made"]);
    let listed = place.run(&["admin", "list"]).expect(0).out;
    assert!(listed.starts_with("amina-diallo\tamina@ministry.example\t20") && listed.lines().count() == 1, "{listed}");
}

#[test]
fn several_administrators_of_one_name_get_handles_of_their_own() {
    let place = Place::with(&courses(0..1));
    place.write("data/ayni.toml", "listen = \"127.0.0.1:9090\"\n");
    for (name, handle) in [("José", "jose"), ("Jose", "jose-2"), ("李明", "administrator"), ("أمينة", "administrator-2")] {
        let ended = place.run(&["admin", "create", name]).expect(0);
        assert!(ended.out.starts_with(&format!("{handle} is an administrator now\n")), "{}", ended.out);
        assert!(ended.last().starts_with("http://127.0.0.1:9090/en/sign-in/"), "{}", ended.out);
    }
    assert_eq!(place.run(&["admin", "list"]).expect(0).out.lines().filter(|line| line.contains("\t-\t")).count(), 4);
    place.run(&["check"]).expect(0);
}

#[test]
fn what_cannot_be_an_administrator_is_named() {
    let place = Place::with(&courses(0..1));
    assert_eq!(place.run(&["admin", "list"]).expect(0).err, "there is no administrator; `ayni admin create` makes one\n");
    place.run(&["admin", "create", "Amina", "--email", "amina@ministry.example"]).expect(0);
    for (args, error) in [
        (&["admin", "create", "Bruno", "--email", "AMINA@ministry.example"][..], "somebody has this mail address already"),
        (&["admin", "create", "Bruno", "--email", "bruno"], "a mail address has an @"),
        (&["admin", "create", " "], "the name is empty"),
        (&["admin", "create", "Bruno", "--base-url", "ayni.example"], "the setting base-url cannot be `ayni.example`"),
        (&["admin", "create"], "<NAME>"),
        (&["admin", "list", "--data", "absent"], "there is no instance in absent"),
    ] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.contains(error), "{args:?}: {}", ended.err);
    }
    assert_eq!(place.run(&["admin", "list"]).expect(0).out.lines().count(), 1, "nobody else was made");
}

//! `ayni withdraw` and `ayni reinstate`.

use crate::support::{Place, courses};

#[test]
fn a_record_goes_out_of_view_and_comes_back() {
    let place = Place::with(&courses(0..2));
    let withdraw = ["withdraw", "course/course-000000", "--reason", "not ours"];
    assert_eq!(place.run(&withdraw).expect(0).out, "course/course-000000 is withdrawn\n");
    assert_eq!(place.run(&withdraw).expect(1).err, "ayni: the record course/course-000000 is withdrawn already\n");
    assert_eq!(place.run(&["export"]).expect(0).out.lines().count(), 1);
    let reinstate = ["reinstate", "course/course-000000"];
    assert_eq!(place.run(&reinstate).expect(0).out, "course/course-000000 is in public view again\n");
    assert_eq!(place.run(&reinstate).expect(1).err, "ayni: the record course/course-000000 is published already\n");
    assert_eq!(place.run(&["export"]).expect(0).out.lines().count(), 2);
    assert!(place.run(&["check"]).expect(0).last().starts_with("read 2 records, 4 changes, "));
}

#[test]
fn what_cannot_be_withdrawn_is_named() {
    let place = Place::with(&courses(0..1));
    for (args, error) in [
        (&["withdraw", "course/absent", "--reason", "x"][..], "there is no record course/absent"),
        (&["withdraw", "course-000000", "--reason", "x"], "a record is named as kind/slug"),
        (&["withdraw", "course/course-000000", "--reason", " "], "--reason is empty"),
        (&["withdraw", "course/course-000000"], "--reason"),
    ] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.contains(error), "{args:?}: {}", ended.err);
    }
}

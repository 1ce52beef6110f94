//! `ayni attach`, and what `ayni check` says of files.

use crate::support::{Place, courses};

#[test]
fn a_file_is_attached_and_checked() {
    let place = Place::with(&courses(0..1));
    place.write("guide.pdf", "%PDF-1.7 guide");
    let attach = ["attach", "course/course-000000", "guide.pdf", "--language", "pt"];
    let ended = place.run(&attach).expect(0);
    assert!(ended.out.starts_with("course/course-000000: guide.pdf (application/pdf, 14 bytes), SHA-256 "), "{}", ended.out);
    assert_eq!(place.run(&attach).expect(0).out, ended.out);
    place.run(&["check"]).expect(0);

    let hash = ended.out.trim().rsplit(' ').next().expect("a hash").to_owned();
    place.write(&format!("data/files/{}/{hash}", &hash[..2]), "%PDF-1.7 other");
    let broken = place.run(&["check"]).expect(2);
    assert!(broken.out.contains(&format!("error: file {hash}: the content is missing or changed\n")), "{}", broken.out);
}

#[test]
fn what_cannot_be_attached_is_named() {
    let place = Place::with(&courses(0..1));
    place.write("page.html", "<html>");
    place.write("guide.pdf", "%PDF-1.7 guide");
    for (args, error) in [
        (&["attach", "course/course-000000", "page.html"][..], "page.html: the content is not a PDF"),
        (&["attach", "course/course-000000", "absent.pdf"], "absent.pdf: No such file"),
        (&["attach", "course/absent", "guide.pdf"], "there is no record course/absent"),
        (&["attach", "course/course-000000", "guide.pdf", "--language", "Portuguese"], "no BCP 47 language tag"),
    ] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.contains(error), "{args:?}: {}", ended.err);
    }
}

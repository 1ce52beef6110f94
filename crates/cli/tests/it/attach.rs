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
    std::fs::write(place.path("bomb.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff").expect("written");
    for (args, error) in [
        (&["attach", "course/course-000000", "bomb.png"][..], "bomb.png: the picture is broken, or larger than 50000000 pixels"),
        (&["attach", "course/course-000000", "page.html"], "page.html: the content is not of an accepted type (PDF, EPUB, DOCX,"),
        (&["attach", "course/course-000000", "absent.pdf"], "absent.pdf: No such file"),
        (&["attach", "course/absent", "guide.pdf"], "there is no record course/absent"),
        (&["attach", "course/course-000000", "guide.pdf", "--language", "Portuguese"], "no BCP 47 language tag"),
        (&["attach", "course/course-000000", "guide.pdf", "--licence", "mine"], "it is none of CC0-1.0, CC-BY-4.0,"),
    ] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.contains(error), "{args:?}: {}", ended.err);
    }
}

#[test]
fn what_stands_in_an_attached_file_is_kept_for_the_search() {
    let place = Place::with(&courses(0..1));
    place.write("notes.txt", "Apuntes sobre invernaderos");
    let attach = ["attach", "course/course-000000", "notes.txt", "--licence", "cc-by-4.0"];
    let ended = place.run(&attach).expect(0);
    assert!(ended.out.contains("notes.txt (text/plain, 26 bytes)") && ended.err.is_empty(), "{}{}", ended.out, ended.err);
    let checked = place.run(&["check"]).expect(0);
    assert!(checked.last().starts_with("read 1 records, 3 changes"), "published, attached, read: {}", checked.last());
    place.write("broken.docx", "no archive");
    assert!(place.run(&["attach", "course/course-000000", "broken.docx"]).expect(1).err.contains("or its name says otherwise"));
}

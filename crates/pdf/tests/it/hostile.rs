//! Files that want to do harm, and files that are broken: each ends with an answer or with one line, within its time.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use ayni_domain::FileType;
use ayni_formats::document::pdf::PdfError;
use ayni_formats::document::{self, MOST_CHARACTERS};
use flate2::{Compress, Compression, FlushCompress};
use proptest::prelude::*;

use crate::file::{File, HELVETICA, show};
use crate::tool;

/// Runs the program as a shell would: exit code, standard output, standard error.
fn run(args: &[&str], input: &[u8]) -> (Option<i32>, Vec<u8>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ayni-pdf"));
    let mut child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let _ = child.stdin.take().expect("a pipe").write_all(input); // it may have ended before it read everything
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Ends well, or with 3, nothing on standard output and one line; never in another way.
fn check(what: &str, input: &[u8]) {
    for args in [&["--seconds", "2", "text"][..], &["--seconds", "2", "picture"]] {
        let (code, out, err) = run(args, input);
        match code {
            Some(0) => assert!(!out.is_empty() && err.is_empty(), "{what}: {err}"),
            Some(3) => assert!(out.is_empty() && err.starts_with("ayni-pdf: ") && err.lines().count() == 1, "{what}: {err}"),
            other => panic!("{what}: {args:?} ended with {other:?}: {err}"),
        }
    }
}

/// A stream that unpacks to so many million bytes, all the same, of about a kilobyte for each.
fn deflated(byte: u8, millions: usize) -> Vec<u8> {
    let mut block = Vec::with_capacity(100_000);
    let mut encoder = Compress::new(Compression::best(), false);
    encoder.compress_vec(&vec![byte; 1_000_000], &mut block, FlushCompress::Full).expect("there is room");
    // After a full flush nothing refers back, so the block can stand there again and again; then an empty last one.
    [&b"\x78\xda"[..], &block.repeat(millions), &[3, 0, 0, 0, 0, 0]].concat()
}

#[test]
fn what_is_no_file_or_cut_off_is_refused_in_one_line() {
    for input in [&b""[..], b"%PDF-1.7", b"<html>", b"%PDF-1.7\nxref\ntrailer << /Root 1 0 R >>"] {
        let (code, out, err) = run(&["text"], input);
        assert_eq!((code, out.len(), err.as_str()), (Some(3), 0, "ayni-pdf: it is no PDF file, or broken\n"));
    }
    let whole = File::page(&show("(Whole)"), HELVETICA).bytes();
    for cut in (0..whole.len()).step_by(whole.len() / 12) {
        check("cut off", &whole[..cut]);
    }
}

#[test]
fn wrong_use_is_said_to_be_wrong() {
    for args in [&[][..], &["draw"], &["picture", "--width", "0"], &["picture", "--width", "99999"], &["--seconds", "999", "text"]] {
        let (code, _, err) = run(args, b"");
        assert!(code == Some(1) && err.starts_with("Use: "), "{args:?}: {code:?} {err}");
    }
}

#[test]
fn pages_forms_and_fonts_that_hold_themselves_end() {
    let tree = |kids: &str| {
        let mut file = File::default();
        file.add("<< /Type /Catalog /Pages 2 0 R >>");
        file.add(&format!("<< /Type /Pages /Kids [{kids}] /Count 999999999 /Parent 2 0 R >>"));
        file.add("<< /Type /Page /Parent 3 0 R >>");
        file.bytes()
    };
    check("a tree that holds itself", &tree("2 0 R 2 0 R"));
    check("a page that is its own parent", &tree("3 0 R"));
    check("pages that are not there", &tree("9 0 R 10 0 R"));
    let mut form = File::page("/X Do /X Do", "/XObject << /X 5 0 R >>");
    form.stream("/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X 5 0 R >> >>", b"/X Do /X Do /X Do");
    check("a form that draws itself", &form.bytes());
    let mut font = File::page(&show("(aaaa)"), "/Font << /F1 5 0 R >>");
    font.add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000]
        /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>",
    );
    font.stream("", b"1000 0 d0 BT /F1 900 Tf (aaaa) Tj ET");
    check("a font that is written in itself", &font.bytes());
    let mut pattern = File::page("/Pattern cs /P scn 0 0 300 400 re f", "/Pattern << /P 5 0 R >>");
    let own = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 5 0 R >> >>";
    pattern.stream(own, b"/Pattern cs /P scn 0 0 1 1 re f");
    check("a pattern that is filled with itself", &pattern.bytes());
}

#[test]
fn deep_long_and_large_things_end() {
    check("arrays in arrays", &File::page(&format!("{} Tj", "[".repeat(200_000)), "").bytes());
    check("dictionaries in dictionaries", &File::pages(&format!("/A {}", "<< /A ".repeat(100_000)), &[""], "").bytes());
    check("states on states", &File::page(&"q ".repeat(1_000_000), "").bytes());
    check("clips in clips", &File::page(&"0 0 300 400 re W n q ".repeat(20_000), "").bytes());
    let sizes = File::page("", HELVETICA).bytes();
    for size in ["[0 0 1e30 1e30]", "[0 0 0 0]", "[0 0 -1 -1]", "[0 0 1 100000]", "[5 5 5 5]", "[1e38 1e38 -1e38 -1e38]"] {
        check(size, String::from_utf8_lossy(&sizes).replace("[0 0 300 400]", size).as_bytes());
    }
    let mut picture = File::page("300 0 0 400 0 0 cm /X Do", "/XObject << /X 5 0 R >>");
    let head = "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode";
    picture.stream(head, &deflated(0x55, 200));
    check("a huge picture", &picture.bytes());
    let mut bomb = File::page("", HELVETICA);
    bomb.stream("/Filter /FlateDecode", &deflated(b' ', 4_000));
    let bomb = replaced(&bomb.bytes(), "/Contents 4 0 R", "/Contents 5 0 R");
    assert_eq!(run(&["text"], &bomb), (Some(3), Vec::new(), "ayni-pdf: reading it takes too much memory\n".to_owned()));
}

/// Replaces a text in bytes by one that is as long.
fn replaced(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let at = bytes.windows(old.len()).position(|window| window == old.as_bytes()).expect("the text is there");
    [&bytes[..at], new.as_bytes(), &bytes[at + old.len()..]].concat()
}

#[test]
fn a_file_that_takes_too_long_or_says_too_much_is_cut() {
    let endless = File::page(&format!("BT /F1 1 Tf {} ET", "(word and word) Tj ".repeat(60_000)), HELVETICA).bytes();
    let text = tool().text(&endless).expect("text");
    assert!(text.cut && text.text[0].chars().count() <= MOST_CHARACTERS, "{}", text.text[0].len());
    // Ten forms, each drawing the next ten times: ten thousand million drawings.
    let mut slow = File::page("/X0 Do", "/XObject << /X0 5 0 R >>");
    for n in 5..15 {
        slow.stream(
            &format!("/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X0 {} 0 R >> >>", n + 1),
            "/X0 Do ".repeat(10).as_bytes(),
        );
    }
    slow.stream("/Type /XObject /Subtype /Form /BBox [0 0 300 400]", b"0 0 1 1 re f");
    let (code, out, err) = run(&["--seconds", "1", "picture"], &slow.bytes());
    assert_eq!((code, out.len(), err.as_str()), (Some(3), 0, "ayni-pdf: reading it takes too long\n"));
    let hasty = tool().with_patience(Duration::from_millis(200));
    assert!(matches!(hasty.picture(&slow.bytes(), 320), Err(PdfError::Failed(why)) if why == "it took too long"));
    let reading = document::read(&slow.bytes(), FileType::Pdf, &hasty).expect("the program is there");
    assert!(reading.problem.is_some() && reading.picture.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_damage_makes_it_end_otherwise(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut file = File::page(&show("(Some text)"), HELVETICA).bytes();
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        check("damaged", &file);
    }
}

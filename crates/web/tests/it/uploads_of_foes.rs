//! Uploads that want to do harm: bombs, things that are two things, tricks in names, forms without end. Each gets a clear answer, and nothing of it stays.

use std::io::{Cursor, Write};

use axum::body::Body;
use axum::http::Method;
use ayni_store::blob::BlobHash;
use ayni_store::testing::on_both;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::contribute::Browser;
use crate::uploading::{multipart, site};
use crate::world::{Answer, LARGEST_FILE};

/// An archive whose parts are deflated, except `mimetype`.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("memory takes it");
        archive.write_all(content).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

/// A text document with one paragraph.
pub fn docx(text: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

fn png(width: u32, height: u32) -> Vec<u8> {
    [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
}

/// Asserts that an answer is a refusal, and that nothing came of what was sent.
async fn check_refused(browser: &Browser<'_>, path: &str, answer: Answer, status: u16, content: &[u8]) {
    let answer = answer.expect(status);
    assert!(answer.text().contains("id=\"file-problem\""), "{}", answer.text());
    let (store, draft) = (&browser.site.store, browser.draft(path).await);
    assert_eq!(store.draft_files(draft.id).await.expect("files"), []);
    assert_eq!(store.blobs().get(&BlobHash::of(content)).await.expect("get"), None, "nothing is half kept");
}

on_both!(bombs_and_things_that_are_two_things_are_refused, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "publication"), ("language", "en")]).await;
    let spaces = vec![b' '; 20_000_000];
    let container = br#"<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>"#;
    let nested = format!("<w:document>{}", "<w:p>".repeat(10_000));
    let deep = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", nested.as_bytes())]);
    let rows: [(&str, Vec<u8>, &str); 12] = [
        ("bomb.docx", archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &spaces)]), "unpacks to far more"),
        (
            "bomb.epub",
            archive(&[("mimetype", b"application/epub+zip"), ("META-INF/container.xml", container), ("content.opf", &spaces)]),
            "unpacks to far more",
        ),
        ("deep.docx", deep, "unpacks to far more"),
        ("no-chapters.epub", archive(&[("mimetype", b"application/epub+zip")]), "cannot be read as EPUB"),
        ("giant.png", png(100_000, 100_000), "50,000,000 pixels"),
        ("cut.png", png(1, 1)[..20].to_vec(), "50,000,000 pixels"),
        ("macro.docx", archive(&[("[Content_Types].xml", b""), ("word/document.xml", b""), ("word/vbaProject.bin", b"")]), "none of the types"),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>%PDF-1.7".to_vec(), "none of the types"),
        ("picture.svg", b"<svg onload=alert(1)>".to_vec(), "none of the types"),
        ("tool.pdf", b"MZ\x90\0 %PDF-1.7".to_vec(), "none of the types"),
        ("page.html", b"%PDF-1.7 <script>alert(1)</script>".to_vec(), "its name says otherwise"),
        ("archive.jpg", docx("text"), "its name says otherwise"),
    ];
    for (name, content, said) in rows {
        let answer = amina.add_file(&path, name, &content, &[]).await;
        assert!(answer.text().contains(said), "{name}: {}", answer.text());
        check_refused(&amina, &path, answer, 422, &content).await;
    }
    // A file that hides another is given as what its content begins with, and as nothing else.
    let double = [&b"%PDF-1.7\n"[..], &archive(&[("setup.exe", b"MZ")])].concat();
    amina.add_file(&path, "double.pdf", &double, &[]).await.expect(303);
    let answer = amina.get(&format!("/en{path}/files/{}", BlobHash::of(&double).as_str())).await.expect(200);
    assert_eq!((answer.header("content-type"), answer.header("x-content-type-options")), ("application/pdf", "nosniff"));
});

on_both!(no_name_leads_anywhere, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "publication"), ("language", "en")]).await;
    let long = format!("{}.pdf", "n".repeat(1_000));
    let names = [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\windows\\system.pdf", "system.pdf"),
        ("invoice\u{202e}fdp.exe.pdf", "invoicefdp.exe.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "_img src=x onerror=alert(1)_.pdf"),
        (".htaccess.pdf", "htaccess.pdf"),
        (&long, &format!("{}.pdf", "n".repeat(100))),
    ];
    for (number, (name, expected)) in names.into_iter().enumerate() {
        let content = format!("%PDF-1.7 {number}");
        amina.add_file(&path, name, content.as_bytes(), &[]).await.expect(303);
        let (draft, hash) = (amina.draft(&path).await, BlobHash::of(content.as_bytes()));
        let file = site.store.draft_file(draft.id, &hash).await.expect("asked").expect("there");
        assert_eq!(file.name, expected);
        let answer = amina.get(&format!("/en{path}/files/{}", hash.as_str())).await.expect(200);
        assert!(!answer.header("content-disposition").contains(['\r', '\n', '/', '\\']), "{}", answer.header("content-disposition"));
        let page = amina.get(&format!("/en{path}")).await.expect(200);
        crate::html::Html::read(page.text()).assert_harmless(name);
    }
    let answer = amina.add_file(&path, "a\0b.pdf", b"%PDF-1.7 nul", &[]).await.expect(422);
    assert!(answer.text().contains("did not arrive whole"), "{}", answer.text());
    for (draft, hash) in [("..", "x"), (path.rsplit('/').next().expect("an id"), "../../../etc/passwd"), ("0", &"0".repeat(64))] {
        let answer = amina.get(&format!("/en/drafts/{}/files/{}", crate::world::encode(draft), crate::world::encode(hash))).await;
        assert_eq!(answer.status, 404, "{}", answer.asked);
    }
});

on_both!(forms_without_end_or_measure_are_refused, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "publication"), ("language", "en")]).await;
    let to = format!("/en{path}/files");
    let file = b"%PDF-1.7 part of something";
    let whole = multipart(&[("version", "1"), ("part", "full"), ("file-licence", "CC0-1.0")], &[("file", "a.pdf", file)]);
    let parts: Vec<(&str, &str)> = (0..6_000).map(|_| ("publisher", "x")).collect();
    let typed = "y".repeat(1_100_000);
    let head = format!("------ayni\r\nContent-Disposition: form-data; name=\"{}", "n".repeat(1_000_000));
    let huge = vec![b'z'; usize::try_from(LARGEST_FILE * 9).expect("small")];
    let large = [b"%PDF", &huge[..]].concat();
    let two = multipart(&[("version", "1")], &[("file", "a.pdf", file), ("file", "b.pdf", b"%PDF-1.7 another")]);
    for (what, body, status) in [
        ("cut off in the file", whole[..whole.len() - 20].to_vec(), 422),
        ("cut off in a head", whole[..60].to_vec(), 422),
        ("empty", Vec::new(), 422),
        ("no form", vec![b'-'; 50_000], 422),
        ("a head without end", head.into_bytes(), 422),
        ("bytes before the first part", huge.clone(), 422),
        ("too many parts", multipart(&parts, &[]), 413),
        ("too much typed", multipart(&[("publisher", &typed)], &[]), 413),
        ("far too large", multipart(&[("version", "1")], &[("file", "a.pdf", &large)]), 413),
        ("two files", two, 413),
    ] {
        let answer = amina.hand_in(&to, body).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text().chars().take(300).collect::<String>());
        check_refused(&amina, &path, answer, status, file).await;
    }
    for content_type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x", "Multipart/Form-Data; boundary=\"\""]
    {
        let answer = amina.ask(Method::POST, &to, &[("content-type", content_type)], Body::from(whole.clone())).await;
        check_refused(&amina, &path, answer, 422, file).await;
    }
    amina.hand_in(&to, whole).await.expect(303);
});

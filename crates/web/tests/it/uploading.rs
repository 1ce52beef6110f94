//! Files through the router: from a draft to the public page, letters to those who decide, and what is said when one is not taken.

use axum::http::Method;
use ayni_domain::checklist::points;
use ayni_domain::draft::DraftState;
use ayni_domain::limit::UPLOADS_OF_PERSON;
use ayni_domain::role::Role;
use ayni_domain::snapshot::from_record;
use ayni_domain::{Kind, LanguageTag, Locale};
use ayni_store::blob::BlobHash;
use ayni_store::draft::{Beginning, NewDraft};
use ayni_store::testing::{on_both, organization};
use ayni_store::{Store, Tx};
use ayni_web::message::message;
use serde_json::json;

use crate::contribute::Browser;
use crate::html::Html;
use crate::pages::check;
use crate::uploads_of_foes::docx;
use crate::world::{Answer, LARGEST_FILE, TestSite, few};

const BOUNDARY: &str = "----ayni";

/// A form with files as browsers send it.
pub fn multipart(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, file, content) in files {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: text/html\r\n\r\n");
        body.extend([head.as_bytes(), content, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

impl Browser<'_> {
    /// Sends a form with files.
    pub async fn hand_in(&self, path: &str, body: Vec<u8>) -> Answer {
        self.ask(Method::POST, path, &[("content-type", &format!("multipart/form-data; boundary={BOUNDARY}"))], body).await
    }

    /// Sends one file with a draft in the state that its page has now.
    pub async fn add_file(&self, path: &str, name: &str, content: &[u8], more: &[(&str, &str)]) -> Answer {
        let version = self.draft(path).await.version.to_string();
        let mut fields = vec![("version", version.as_str()), ("part", "full")];
        fields.extend(more.iter().copied());
        if !more.iter().any(|(name, _)| *name == "file-licence") {
            fields.push(("file-licence", "CC-BY-4.0"));
        }
        self.hand_in(&format!("/en{path}/files"), multipart(&fields, &[("file", name, content)])).await
    }

    /// Begins a draft that needs nothing more.
    pub async fn whole_draft(&self, kind: Kind) -> String {
        let (_, body) = few().into_iter().find(|(key, _)| key.kind == kind).expect("a record");
        let mut body = from_record(&body);
        body.insert("title".into(), json!({"en": "A guide to weaving"}));
        if kind == Kind::Practice {
            body.insert("results".into(), json!({"en": "Forty people found work."}));
        }
        let language = LanguageTag::parse("en").expect("a language");
        let new = NewDraft { beginning: Beginning::New { kind, body }, author: self.person.id, organization: None, language };
        let draft = in_tx(&self.site.store, async |tx| tx.add_draft(new, self.site.clock.now()).await.expect("a draft")).await;
        format!("/drafts/{}", draft.id)
    }
}

async fn in_tx<T>(store: &Store, done: impl AsyncFnOnce(&Tx) -> T) -> T {
    let tx = store.begin().await.expect("begin");
    let done = done(&tx).await;
    tx.commit().await.expect("commit");
    done
}

pub async fn site(store: Store) -> TestSite {
    let mut records = few();
    records.push(organization("union", "Union"));
    TestSite::new(store, &records).await
}

/// Publishes a draft as its reviewer does, and gives the path of the record.
async fn publish(author: &Browser<'_>, reviewer: &Browser<'_>, path: &str) -> String {
    let version = author.draft(path).await.version.to_string();
    author.post(&format!("/en{path}"), &[("version", &version), ("do", "submit")]).await.expect(303);
    let draft = author.draft(path).await;
    assert_eq!(draft.state, DraftState::InReview);
    let points: Vec<String> = points(draft.kind).iter().map(ToString::to_string).collect();
    let version = draft.version.to_string();
    let mut fields: Vec<(&str, &str)> = points.iter().map(|point| (point.as_str(), "yes")).collect();
    fields.extend([("version", version.as_str()), ("do", "publish"), ("words", "Well made.")]);
    let done = reviewer.post(&format!("/en/review/{}", draft.id), &fields).await.expect(303);
    done.location().to_owned()
}

const PDF: &[u8] = b"%PDF-1.7 a guide to weaving, with pictures";

fn is_public(html: &Html, hash: &BlobHash) -> bool {
    html.all("a").any(|link| link.get("href") == format!("/files/{}", hash.as_str()))
}

on_both!(a_file_goes_with_its_draft_through_review_to_the_public_page, |store| {
    let site = site(store).await;
    let (amina, bruno) = (Browser::of(&site, "amina").await, Browser::of(&site, "bruno").await);
    let reviewer = Browser::of(&site, "rita").await.is(Role::Reviewer).await;
    let path = amina.whole_draft(Kind::Publication).await;
    let page = amina.get(&format!("/en{path}?part=full")).await.expect(200);
    check(&page, Locale::En, &path);
    assert!(page.text().contains("type=\"file\"") && page.text().contains("data-largest=\"300000\""));

    let typed = [("publisher", "House of <b>looms"), ("file-title", "The guide"), ("file-language", "pt"), ("file-licence", "CC-BY-NC-SA-3.0-IGO")];
    let added = amina.add_file(&path, "../Guía \u{202e}fdp.PDF", PDF, &typed).await.expect(303);
    assert!(added.location().ends_with("#files"), "{}", added.location());
    let text = docx("Tejidos con lana de alpaca en Quillapampa");
    amina.add_file(&path, "notes.docx", &text, &[("file-language", "es")]).await.expect(303);
    let film = [("file-link", "https://www.youtube.com/watch?v=abc"), ("file-title", "How it is done")];
    amina.add_file(&path, "", b"", &film).await.expect(303);
    let draft = amina.draft(&path).await;
    assert_eq!(draft.body["publisher"], "House of <b>looms", "what was typed with the file is kept");
    let files = site.store.draft_files(draft.id).await.expect("files");
    assert_eq!(
        files.iter().map(|file| (file.name.as_str(), file.size)).collect::<Vec<_>>(),
        [("Guía fdp.pdf", PDF.len() as u64), ("notes.docx", text.len() as u64)]
    );
    let (own, public) = (format!("/en{path}/files/{}", files[0].hash.as_str()), format!("/files/{}", files[0].hash.as_str()));

    let page = amina.get(&format!("/en{path}?part=full")).await.expect(200);
    let words = check(&page, Locale::En, &path).words();
    assert!(words.contains("The guide") && words.contains("PDF, 0 KB, Portuguese") && words.contains("CC BY-NC-SA 3.0 IGO"), "{words}");
    let answer = amina.get(&own).await.expect(200);
    assert_eq!((&answer.body[..], answer.header("cache-control")), (PDF, "private, no-store"));
    assert!(answer.header("content-security-policy").contains("sandbox") && answer.header("content-disposition").starts_with("attachment"));
    for other in [&bruno, &reviewer] {
        other.get(&own).await.expect(404);
        other.get(&public).await.expect(404);
    }
    site.get(&own).await.expect(303);
    site.get(&public).await.expect(404);

    let version = draft.version.to_string();
    amina.post(&format!("/en{path}"), &[("version", &version), ("do", "submit")]).await.expect(303);
    let review = reviewer.get(&format!("/en/review/{}", draft.id)).await.expect(200);
    assert!(review.text().contains(&own) && review.text().contains("The guide"), "{}", review.text());
    assert_eq!(reviewer.get(&own).await.expect(200).body, PDF);
    bruno.get(&own).await.expect(404);
    assert!(amina.get(&format!("/en{path}")).await.expect(200).text().contains(&own));
    amina.add_file(&path, "late.pdf", PDF, &[]).await.expect(409);
    amina.post(&format!("/en{path}"), &[("do", "take-back")]).await.expect(303);

    let record = publish(&amina, &reviewer, &path).await;
    for locale in [Locale::En, Locale::Ar, Locale::Zh] {
        let own = record.replacen("/en", "", 1);
        let html = check(&site.get(&format!("/{locale}{own}")).await.expect(200), locale, &own);
        assert!(is_public(&html, &files[0].hash) && is_public(&html, &files[1].hash), "{locale}");
        assert!(html.words().contains("CC BY-NC-SA 3.0 IGO") && html.words().contains("The guide") && html.words().contains("YouTube"), "{locale}");
    }
    assert_eq!(site.get(&public).await.expect(200).body, PDF);
    let page = site.get(&record).await.expect(200);
    assert!(["<iframe", "<video", "src=\"https"].iter().all(|mark| !page.text().contains(mark)), "no other website is part of ours");

    ayni_web::run_jobs(&site.site).await;
    site.site.follow().await.expect("the site follows");
    let found = site.get("/api/v1/search?q=quillapampa").await.expect(200).json();
    let slugs: Vec<&str> = found["items"].as_array().expect("items").iter().filter_map(|item| item["slug"].as_str()).collect();
    assert_eq!(slugs, [record.rsplit('/').next().expect("a slug")], "a word that stands in the file alone");
    assert!(site.get(&record).await.expect(200).text().contains("Checked on"));
});

on_both!(a_revision_takes_a_file_away_when_it_is_published, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let reviewer = Browser::of(&site, "rita").await.is(Role::Reviewer).await;
    let path = amina.whole_draft(Kind::Practice).await;
    amina.add_file(&path, "voice.mp3", b"ID3\x04\0\0 sound", &[]).await.expect(303);
    let record = publish(&amina, &reviewer, &path).await;
    let page = site.get(&record).await.expect(200);
    let html = Html::read(page.text());
    let audio = html.all("audio").next().expect("a player");
    assert_eq!(audio.get("preload"), "none");
    let file = audio.get("src").to_owned();
    let hash = file.rsplit('/').next().expect("a hash").to_owned();
    assert_eq!(site.get_with(&file, &[("range", "bytes=0-2")]).await.expect(206).body, "ID3");
    assert!(page.header("content-security-policy").contains("media-src 'self'"));

    let key = record.replacen("/en/practices/", "practice/", 1);
    let path = amina.begin("en", &[("record", &key)]).await;
    let page = format!("/en{path}");
    assert!(amina.get(&page).await.expect(200).text().contains("name=\"take-file\""));
    let version = async || amina.draft(&path).await.version.to_string();
    amina.post(&page, &[("version", &version().await), ("take-file", &hash)]).await.expect(303);
    assert!(amina.get(&page).await.expect(200).text().contains("Goes when the draft is published"));
    amina.post(&page, &[("version", &version().await), ("leave-file", &hash)]).await.expect(303);
    amina.post(&page, &[("version", &version().await), ("take-file", &hash)]).await.expect(303);
    amina.post(&page, &[("version", &version().await), ("take-file", "../x")]).await.expect(404);
    site.get(&file).await.expect(200);
    publish(&amina, &reviewer, &path).await;
    site.get(&file).await.expect(404);
    assert!(!site.get(&record).await.expect(200).text().contains(&hash));
});

on_both!(what_is_not_taken_is_said_and_nothing_typed_is_lost, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "publication"), ("language", "en")]).await;
    let large = [PDF, &vec![b'x'; usize::try_from(LARGEST_FILE).expect("small")]].concat();
    for (number, (name, content, more, status, said)) in [
        ("a.pdf", PDF, &[("file-licence", "")][..], 422, "Say what readers may do"),
        ("", b"", &[], 422, "Choose a file"),
        ("a.pdf", b"", &[], 422, "There is nothing in the file"),
        ("a.pdf", b"<html>", &[], 422, "PDF, EPUB, DOCX, PNG, JPG, MP3"),
        ("a.docx", PDF, &[], 422, "let the name end in .pdf"),
        ("a.pdf", &large, &[], 413, "larger than 300 KB"),
        ("", b"", &[("file-link", "https://example.org/page")], 422, "no address of a film"),
        ("", b"", &[("file-link", "javascript:alert(1)")], 422, "no address of a film"),
        ("a.pdf", PDF, &[("file-title", &"x".repeat(301))], 422, "at most 300 characters"),
    ]
    .into_iter()
    .enumerate()
    {
        let title = format!("Title <i>{number}");
        let fields = [more, &[("title", title.as_str())]].concat();
        let answer = amina.add_file(&path, name, content, &fields).await.expect(status);
        let html = check(&answer, Locale::En, &path);
        assert!(html.words().contains(said), "{said}: {}", html.words());
        assert!(html.tags.iter().any(|tag| tag.get("name") == "title" && tag.get("value") == title), "{said}: what was typed stands there");
        let draft = amina.draft(&path).await;
        assert_eq!(draft.body["title"]["en"], title, "{said}: and is kept");
        assert_eq!(site.store.draft_files(draft.id).await.expect("files"), []);
    }
    for &locale in Locale::ALL {
        let answer = amina.hand_in(&format!("/{locale}{path}/files"), multipart(&[("version", "1")], &[("file", "a.pdf", b"MZ")])).await.expect(422);
        check(&answer, locale, &path);
        assert!(answer.text().contains("id=\"file-problem\""), "{locale}");
    }
    let bruno = Browser::of(&site, "bruno").await;
    bruno.add_file_to(&path).await.expect(404);
    let course = amina.begin("en", &[("kind", "course"), ("language", "en")]).await;
    amina.add_file(&course, "a.pdf", PDF, &[]).await.expect(404);
    assert!(!amina.get(&format!("/en{course}")).await.expect(200).text().contains("type=\"file\""));
});

impl Browser<'_> {
    async fn add_file_to(&self, path: &str) -> Answer {
        self.hand_in(&format!("/en{path}/files"), multipart(&[("version", "1")], &[("file", "a.pdf", PDF)])).await
    }
}

on_both!(a_day_has_an_end_for_who_hands_in_files, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "publication"), ("language", "en")]).await;
    for _ in 0..UPLOADS_OF_PERSON.most {
        site.store.attempt(UPLOADS_OF_PERSON, &amina.person.id.to_string(), site.clock.now()).await.expect("counted");
    }
    let answer = amina.add_file(&path, "a.pdf", PDF, &[]).await.expect(429);
    assert!(answer.text().contains(&message(Locale::En, "file-refused-today", &[("n", "100")])));
});

on_both!(a_letter_is_read_by_who_decides_and_by_who_sent_it, |store| {
    let site = site(store).await;
    let (amina, bruno) = (Browser::of(&site, "amina").await, Browser::of(&site, "bruno").await);
    let editor = Browser::of(&site, "edna").await.is(Role::Editor).await;
    let fields = [("organization", "union"), ("capacity", "contributor"), ("evidence", "I work there.")];
    let own = "/en/account/mandates";
    for (name, content, status, said) in [
        ("letter.docx", &docx("Dear all")[..], 422, "PDF, PNG, JPG"),
        ("letter.png", b"%PDF-1.7", 422, "let the name end in .pdf"),
        ("letter.pdf", &[b"%PDF-1.7", &[b' '; 10_000_001][..]].concat(), 413, "larger than 10 MB"),
    ] {
        let answer = amina.hand_in(own, multipart(&fields, &[("letter", name, content)])).await.expect(status);
        assert!(answer.text().contains(said) && answer.text().contains("I work there."), "{name}: {}", answer.text());
    }
    assert_eq!(site.store.mandates_of(amina.person.id).await.expect("mandates"), []);
    amina.hand_in(own, multipart(&fields, &[("letter", "Amina Diallo.pdf", PDF)])).await.expect(303);
    let mandate = site.store.mandates_of(amina.person.id).await.expect("mandates").remove(0);
    let letter = format!("/en/mandates/{}/letter", mandate.id);
    for (reader, status) in [(&amina, 200), (&editor, 200), (&bruno, 404)] {
        let answer = reader.get(&letter).await.expect(status);
        if status == 200 {
            assert_eq!((&answer.body[..], answer.header("content-disposition")), (PDF, "attachment; filename=\"letter.pdf\""));
            assert!(answer.header("content-security-policy").contains("sandbox"));
        }
    }
    site.get(&letter).await.expect(303);
    site.get(&format!("/files/{}", BlobHash::of(PDF).as_str())).await.expect(404);
    assert!(editor.get("/en/mandates").await.expect(200).text().contains(&letter));
    assert!(amina.get(own).await.expect(200).text().contains(&letter));

    // Without a letter, and sent as forms without files are.
    bruno.post(own, &fields).await.expect(303);
    let without = site.store.mandates_of(bruno.person.id).await.expect("mandates").remove(0);
    bruno.get(&format!("/en/mandates/{}/letter", without.id)).await.expect(404);

    let hashes = in_tx(&site.store, async |tx| tx.erase_person(amina.person.id, site.clock.now()).await.expect("erased")).await;
    site.store.forget_files(&hashes).await.expect("forgotten");
    site.store.forget_loose_files(site.clock.now()).await.expect("forgotten");
    assert_eq!(site.store.blobs().get(&BlobHash::of(PDF)).await.expect("get"), None);
    editor.get(&letter).await.expect(404);
});

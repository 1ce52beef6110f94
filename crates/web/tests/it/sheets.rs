//! Spreadsheets through the router: what is downloaded comes back, is shown with what it would change, and only that is handed in.

use axum::http::Method;
use ayni_domain::draft::{DraftState, Step};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Kind, Locale, Person, Slug};
use ayni_formats::sheet::{self, Paths, columns, write_csv, write_xlsx};
use ayni_store::draft::Draft;
use ayni_store::testing::{add_person, on_both, organization};
use ayni_store::{Secret, Store};
use ayni_web::message::{counted, message};
use serde_json::{Map, Value, json};

use crate::html::Html;
use crate::pages::check;
use crate::world::{Answer, TestSite, encode, few, key, practice, request};

type Record = Map<String, Value>;

/// The end of one part of a form with a file, and the begin of the next.
const BOUNDARY: &str = "----sheet";
/// A row that a course needs.
const COURSES: &str = "slug,title.en,summary.en,sources,start";

/// Somebody at their browser.
struct Browser<'a> {
    site: &'a TestSite,
    person: Person,
    cookie: String,
}

impl<'a> Browser<'a> {
    async fn of(site: &'a TestSite, handle: &str) -> Self {
        let person = add_person(&site.store, handle).await;
        let secret = Secret::random().expect("a secret");
        site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", site.clock.now()).await.expect("a session");
        Self { site, person, cookie: format!("__Host-ayni={secret}") }
    }

    async fn is(self, role: Role) -> Self {
        let tx = self.site.store.begin().await.expect("begin");
        tx.set_roles(self.person.id, Roles::NONE.with(role)).await.expect("a role");
        tx.commit().await.expect("commit");
        self
    }

    async fn get(&self, path: &str) -> Answer {
        self.site.get_with(path, &[("cookie", &self.cookie)]).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.site.send(path, &[("cookie", &self.cookie)], fields).await
    }

    /// Brings a file, as the page in a language sends it.
    async fn bring(&self, locale: &str, name: &str, content: &[u8], kind: &str) -> Answer {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--{BOUNDARY}\r\n\
             content-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), content, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat();
        let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [("cookie", self.cookie.as_str()), ("sec-fetch-site", "same-origin"), ("content-type", media_type.as_str())];
        self.site.ask(request(Method::POST, &format!("/{locale}/sheets"), &headers, body)).await
    }

    /// Brings a file that can be read, and returns the path of its page.
    async fn brought(&self, name: &str, content: &[u8]) -> String {
        self.bring("en", name, content, "").await.expect(303).location().to_owned()
    }

    /// What the page of a spreadsheet offers to hand in.
    async fn offered(&self, path: &str) -> Vec<String> {
        offered(self.get(path).await.expect(200).text())
    }

    async fn hand_in(&self, path: &str, rows: &[String]) -> Answer {
        let fields: Vec<(&str, &str)> = rows.iter().map(|row| ("take", row.as_str())).collect();
        self.post(path, &fields).await
    }

    async fn drafts(&self) -> Vec<Draft> {
        let mut drafts = self.site.store.drafts_of(self.person.id, 50).await.expect("drafts");
        drafts.sort_by_key(|draft| draft.slug.as_ref().map(ToString::to_string));
        drafts
    }
}

/// The rows that a page offers; those that are chosen.
fn offered(page: &str) -> Vec<String> {
    let html = Html::read(page);
    let boxes = html.tags.iter().filter(|tag| tag.get("name") == "take" && tag.attributes.iter().any(|(name, _)| name == "checked"));
    boxes.map(|tag| tag.get("value").to_owned()).collect()
}

async fn site(store: Store) -> TestSite {
    let mut records = few();
    records.push(organization("union", "Union"));
    TestSite::new(store, &records).await
}

/// The records of a file.
fn read(content: &[u8], name: &str) -> Vec<Record> {
    sheet::read(content, name, None).expect("a spreadsheet").rows.iter().map(|row| row.object(None)).collect()
}

/// A file of records, written as people's programs might.
fn written(name: &str, records: &[Record]) -> Vec<u8> {
    let columns = columns(Kind::Practice, &[], records);
    if name.ends_with("csv") {
        let mut content = Vec::new();
        write_csv(&mut content, &columns, records, &Paths).expect("written");
        return content;
    }
    write_xlsx(Kind::Practice, &columns, records, &Paths).expect("written")
}

fn of_slug<'r>(records: &'r mut [Record], slug: &str) -> &'r mut Record {
    records.iter_mut().find(|record| record["slug"] == slug).expect("a record")
}

/// The practices as they were downloaded, one of them changed, and a new one.
fn edited(mut records: Vec<Record>) -> Vec<Record> {
    let known = of_slug(&mut records, "learning-the-trade");
    known.insert("title".into(), json!({"en": "Learning a trade"}));
    let mut new = known.clone();
    for (field, value) in [("slug", json!("nursery")), ("title", json!({"en": "=A nursery"})), ("results", json!({"en": "More trades."}))] {
        new.insert(field.into(), value);
    }
    records.push(new);
    records
}

async fn practices_go_there_and_back(store: Store, ending: &str) {
    let site = site(store).await;
    let (amina, rita) = (Browser::of(&site, "amina").await, Browser::of(&site, "rita").await.is(Role::Reviewer).await);
    let name = format!("practices.{ending}");
    let list = format!("/en/sheets/download/practices/list.{ending}?q=trade");
    assert!(amina.get("/en/practices?q=trade").await.expect(200).text().contains(&list), "the list leads to itself as a spreadsheet");
    assert!(!site.get("/en/practices?q=trade").await.expect(200).text().contains("/sheets/"), "but not for visitors");
    let file = amina.get(&list).await.expect(200);
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    let downloaded = read(&file.body, &name);
    assert!(downloaded.len() >= 2, "{downloaded:?}");
    let unchanged = counted(Locale::En, "sheet-count-unchanged", downloaded.len() as u64, &[]);

    // As it is, it changes nothing.
    let same = amina.brought(&name, &file.body).await;
    let page = amina.get(&same).await.expect(200);
    assert!(page.text().contains(&unchanged) && offered(page.text()).is_empty(), "{}", page.text());

    let path = amina.brought(&name, &written(&name, &edited(downloaded))).await;
    let page = amina.get(&path).await.expect(200);
    let html = check(&page, Locale::En, path.strip_prefix("/en").expect("a path"));
    assert_eq!((html.all("del").count(), html.all("ins").count() > 5), (1, true), "the change word by word, the new record whole");
    assert!(html.words().contains("practice/nursery") && html.words().contains("=A nursery"), "{}", html.words());
    let rows = offered(page.text());
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(amina.drafts().await, [], "nothing has happened yet");

    let done = amina.hand_in(&path, &rows).await.expect(303);
    assert_eq!(done.location(), format!("{path}?made=2"));
    let drafts = amina.drafts().await;
    let slugs: Vec<_> = drafts.iter().map(|draft| (draft.slug.as_ref().map_or("", Slug::as_str), draft.state, draft.revises.is_some())).collect();
    assert_eq!(slugs, [("learning-the-trade", DraftState::InReview, true), ("nursery", DraftState::InReview, false)]);
    assert_eq!((&drafts[0].body["title"], &drafts[1].body["title"]), (&json!({"en": "Learning a trade"}), &json!({"en": "=A nursery"})));
    let known = site.store.find(&key("practice/learning-the-trade")).await.expect("find").expect("there");
    assert_eq!(known.envelope.revision, 1, "nothing is public before somebody else has read it");
    let inbox = site.store.notices(rita.person.id.0, None, 10).await.expect("an inbox");
    assert_eq!(inbox.entries.iter().map(|entry| entry.notice.message()).collect::<Vec<_>>(), ["notice-sheet-submitted"], "one notice for all");

    let after = amina.get(done.location()).await.expect(200);
    for draft in &drafts {
        assert!(after.text().contains(&format!("/en/drafts/{}", draft.id)), "each draft is linked");
    }
    assert_eq!(offered(after.text()), Vec::<String>::new(), "and nothing is doubled");
    amina.hand_in(&path, &rows).await.expect(409);
    assert_eq!(amina.drafts().await.len(), 2);
}

on_both!(a_new_and_a_changed_practice_go_through_csv, |store| {
    practices_go_there_and_back(store, "csv").await;
});

on_both!(a_new_and_a_changed_practice_go_through_xlsx, |store| {
    practices_go_there_and_back(store, "xlsx").await;
});

on_both!(what_has_changed_meanwhile_must_be_looked_at_again, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let file = amina.get("/en/sheets/download/practices/list.csv?q=trade").await.expect(200);
    let path = amina.brought("practices.csv", &written("practices.csv", &edited(read(&file.body, "practices.csv")))).await;
    let rows = amina.offered(&path).await;
    site.save(&[practice("learning-the-trade", "Learning the trade", json!({"results": {"en": "They met again."}}))]).await;

    let answer = amina.hand_in(&path, &rows).await.expect(409);
    check(&answer, Locale::En, path.strip_prefix("/en").expect("a path"));
    assert!(
        answer.text().contains(&message(Locale::En, "sheet-again-row", &[])) && answer.text().contains(&counted(Locale::En, "sheet-made", 1, &[]))
    );
    assert_eq!(amina.drafts().await.len(), 1, "the other row was as it was shown");
    assert_eq!(offered(answer.text()), Vec::<String>::new(), "what is to be looked at is not chosen");
    let html = Html::read(answer.text());
    let left: Vec<String> = html.tags.iter().filter(|tag| tag.get("name") == "take").map(|tag| tag.get("value").to_owned()).collect();
    assert_eq!(left.len(), 1);
    assert_ne!(left[0], rows[0]);
    assert!(html.words().contains("They met again."), "the row would take this back: that is shown now");
    amina.hand_in(&path, &left).await.expect(303);
    assert_eq!(amina.drafts().await.len(), 2);

    amina.post(&path, &[]).await.expect(422);
    amina.post(&path, &[("take", "99.new"), ("take", "x"), ("take", "0.")]).await.expect(409);
    amina.post(&path, &[("take", left[0].as_str()), ("for", "union")]).await.expect(422);
    assert_eq!(amina.drafts().await.len(), 2);
});

on_both!(a_draft_that_was_begun_is_changed_and_not_doubled, |store| {
    let site = site(store).await;
    let (amina, bruno) = (Browser::of(&site, "amina").await, Browser::of(&site, "bruno").await);
    let course = |slug: &str, title: &str| format!("{COURSES}\n{slug},{title},S.,https://example.org | Source,2026\n");
    let first = amina.brought("courses.csv", course("rights", "Rights").as_bytes()).await;
    amina.hand_in(&first, &amina.offered(&first).await).await.expect(303);
    let draft = amina.drafts().await.pop().expect("a draft");
    assert_eq!((draft.state, draft.version), (DraftState::InReview, 1));

    // The same person again: the draft that waits for review is taken back, changed and handed in anew.
    let second = amina.brought("courses.csv", course("rights", "Rights at work").as_bytes()).await;
    let rows = amina.offered(&second).await;
    assert_eq!(rows, [format!("0.draft.{}.1", draft.id)]);
    amina.hand_in(&second, &rows).await.expect(303);
    let drafts = amina.drafts().await;
    assert_eq!((drafts.len(), drafts[0].version, drafts[0].state), (1, 2, DraftState::InReview));
    assert_eq!(drafts[0].body["title"], json!({"en": "Rights at work"}));
    let steps = site.store.steps(draft.id).await.expect("steps");
    assert_eq!(steps.iter().map(|taken| taken.step).collect::<Vec<_>>(), [Step::Submitted, Step::Resumed, Step::Submitted]);

    // What was written in the draft since it was shown is not written over.
    let third = amina.brought("courses.csv", course("rights", "Rights for all").as_bytes()).await;
    let rows = amina.offered(&third).await;
    let page = format!("/en/drafts/{}", draft.id);
    amina.post(&page, &[("do", "take-back")]).await.expect(303);
    amina.post(&page, &[("version", "2"), ("part", "full"), ("place", "Lima")]).await.expect(303);
    let stale = amina.hand_in(&third, &rows).await.expect(409);
    assert!(stale.text().contains(&page), "it leads to the draft");
    assert_eq!(amina.drafts().await[0].body["place"], json!("Lima"));

    // Somebody else's new record of that name is refused; a change of a published one is not.
    let theirs = bruno.brought("courses.csv", course("rights", "Mine").as_bytes()).await;
    let refused = bruno.get(&theirs).await.expect(200);
    assert!(refused.text().contains(&message(Locale::En, "sheet-obstacle-taken", &[])) && offered(refused.text()).is_empty());
});

on_both!(refused_rows_do_not_stop_the_others_and_come_as_a_file_to_mend, |store| {
    let site = site(store).await;
    site.withdraw(&key("practice/learning-the-trade-again"), "twice").await;
    let amina = Browser::of(&site, "amina").await;
    let text = "kind,slug,title.en,themes,sdgs,colour\n\
                practice,learning-the-trade,A trade,skills,8.7,red\n\
                practice,learning-the-trade,Twice,skills,,\n\
                practice,learning-the-trade-again,Back,skills,,\n\
                practice,Wrong Slug,T,skills,,\n\
                practice,lacking,\"+T, with a comma\",skills; Magic,,\n\
                course,other,T,skills,,\n";
    let path = amina.brought("practices.csv", text.as_bytes()).await;
    let page = amina.get(&path).await.expect(200);
    let html = check(&page, Locale::En, path.strip_prefix("/en").expect("a path"));
    assert_eq!(offered(page.text()).len(), 1);
    let words = html.words();
    for (key, arguments) in [
        ("problem-twice", &[][..]),
        ("sheet-obstacle-withdrawn", &[]),
        ("sheet-problem-slug", &[]),
        ("sheet-problem-code", &[]),
        ("sheet-problem-kind", &[]),
        ("problem-missing", &[]),
        ("sheets-note-column", &[("column", "F"), ("name", "colour"), ("cells", "1")]),
    ] {
        let expected = message(Locale::En, key, arguments);
        assert!(words.contains(&expected), "{key}: {expected}\n{words}");
    }
    let file = amina.get(&format!("{path}/refused?kind=practice")).await.expect(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    let text = file.text();
    assert!(
        text.starts_with("\u{feff}kind,slug,title.en,themes,sdgs,reason\r\n") && text.contains("\"'+T, with a comma\",skills; Magic,,"),
        "{text}"
    );
    assert_eq!(text.matches("course,other").count(), 1, "{text}");
    let again = amina.brought("practices.csv", file.body.as_ref()).await;
    assert!(!amina.get(&again).await.expect(200).text().contains("(reason)"), "the column of reasons is known");
    amina.get(&format!("{path}/refused?kind=event")).await.expect(404);
    amina.get(&format!("{path}/refused")).await.expect(404);
});

on_both!(a_spreadsheet_is_seen_by_who_brought_it_for_a_day, |store| {
    let site = site(store).await;
    let (amina, editor) = (Browser::of(&site, "amina").await, Browser::of(&site, "edith").await.is(Role::Editor).await);
    let row = "slug,title.en\nlearning-the-trade,A trade\nwrong slug,T\n";
    let path = amina.brought("practices.csv", row.as_bytes()).await;
    let rows = amina.offered(&path).await;
    assert!(amina.get("/en/sheets").await.expect(200).text().contains(&path));
    editor.get(&path).await.expect(404);
    editor.get(&format!("{path}/refused?kind=practice")).await.expect(404);
    editor.hand_in(&path, &rows).await.expect(404);
    assert!(!editor.get("/en/sheets").await.expect(200).text().contains(&path));
    assert!(site.get(&path).await.expect(303).location().starts_with("/en/sign-in?next="));
    amina.get("/en/sheets/none").await.expect(404);
    site.clock.advance(jiff::SignedDuration::from_hours(25));
    amina.get(&path).await.expect(404);
    assert!(amina.drafts().await.is_empty() && editor.drafts().await.is_empty());
});

on_both!(a_file_that_cannot_be_taken_says_why, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let rows: String = (0..5_001).map(|n| format!("c-{n},T\n")).collect();
    let many = format!("slug,title.en\n{rows}");
    let large = vec![b'a'; 10_000_001];
    let larger = vec![b'a'; 10_100_000];
    let too_large = message(Locale::En, "sheets-error-large", &[("most", "10 MB")]);
    let words = |key: &str| message(Locale::En, key, &[]);
    for (name, content, kind, expected) in [
        ("courses.csv", &b""[..], "", words("sheets-error-none")),
        ("courses.csv", large.as_slice(), "", too_large.clone()),
        ("courses.csv", larger.as_slice(), "", too_large),
        ("courses.csv", many.as_bytes(), "", message(Locale::En, "sheets-error-rows", &[("most", "5,000")])),
        ("courses.csv", b"slug,title.en\n", "", words("sheets-error-nothing")),
        ("courses.csv", b"a,b\n1,2\n", "", words("sheets-error-columns")),
        ("mine.csv", b"slug,title.en\na,b\n", "", words("sheets-error-kind")),
        ("courses.csv", b"slug,title.en,slug\na,b,c\n", "", message(Locale::En, "sheets-error-twice", &[("column", "slug")])),
        ("courses.xlsx", b"PK\x03\x04torn", "", words("sheets-error-damaged")),
        ("courses.xls", b"\xD0\xCF\x11\xE0\xA1", "", words("sheets-error-old")),
        ("picture.csv", b"\x89PNG\r\n\0\0", "course", words("sheets-error-no-sheet")),
    ] {
        let answer = amina.bring("en", name, content, kind).await.expect(422);
        let html = check(&answer, Locale::En, "/sheets");
        assert!(html.words().contains(&expected), "{name}: {expected}\n{}", html.words());
    }
    let torn = [("cookie", amina.cookie.as_str()), ("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=x")];
    site.ask(request(Method::POST, "/en/sheets", &torn, "--x\r\ncontent-disposition: form-data; name=\"file\"\r\n\r\nslug")).await.expect(422);
    amina.post("/en/sheets", &[("file", "slug")]).await.expect(422);
    // Chosen by hand, the kind counts; other encodings and separators are read.
    amina.bring("en", "mine.csv", b"slug;title.en\na;Caf\xE9\n", "course").await.expect(303);
    let courses: String = (0..501).map(|n| format!("c-{n},T,S.,https://example.org | S,2026\n")).collect();
    let path = amina.brought("courses.csv", format!("\u{feff}{COURSES}\n{courses}").as_bytes()).await;
    let page = amina.get(&path).await.expect(200);
    assert!(page.text().contains(&message(Locale::En, "sheet-too-many", &[("number", "501"), ("most", "500")])));
    assert_eq!(offered(page.text()), Vec::<String>::new());
    assert_eq!(amina.drafts().await, []);
});

on_both!(every_page_of_spreadsheets_is_whole_in_every_language, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let text = "slug,title.en,themes,colour\nlearning-the-trade,A trade,skills,red\nlacking,T,magic,\n";
    for &reader in Locale::ALL {
        check(&amina.get(&format!("/{reader}/sheets")).await.expect(200), reader, "/sheets");
        let page = amina.bring(reader.code(), "practices.csv", text.as_bytes(), "").await.expect(303).location().to_owned();
        let path = page.strip_prefix(&format!("/{reader}")).expect("a path").to_owned();
        check(&amina.get(&page).await.expect(200), reader, &path);
        check(&amina.post(&page, &[]).await.expect(422), reader, &path);
        check(&amina.bring(reader.code(), "a.csv", b"x", "").await.expect(422), reader, "/sheets");
        for kind in Kind::ALL {
            for ending in ["csv", "xlsx"] {
                let template = amina.get(&format!("/{reader}/sheets/download/{}/template.{ending}", kind.plural())).await.expect(200);
                assert_eq!(read(&template.body, &format!("{}.{ending}", kind.plural())), Vec::<Record>::new());
                if ending == "csv" {
                    assert!(template.text().contains(&message(reader, "sheet-column-slug", &[])), "headings are in the reader's language");
                }
            }
        }
    }
});

on_both!(people_get_the_records_that_they_keep, |store| {
    let site = site(store).await;
    let (amina, editor) = (Browser::of(&site, "amina").await, Browser::of(&site, "edith").await.is(Role::Editor).await);
    let slugs = |answer: Answer| read(&answer.body, "practices.csv").iter().map(|record| record["slug"].to_string()).collect::<Vec<_>>();
    let address = "/en/sheets/download/practices/kept.csv";
    assert_eq!(slugs(amina.get(address).await.expect(200)), Vec::<String>::new());
    assert!(slugs(editor.get(address).await.expect(200)).contains(&"\"learning-the-trade\"".to_owned()), "the secretariat keeps what nobody took");
    for unknown in ["practices/all.csv", "practices/kept.pdf", "practice/kept.csv", "practices/kept"] {
        amina.get(&format!("/en/sheets/download/{unknown}")).await.expect(404);
    }
});

/// What somebody may try to have run as ours.
const ATTEMPTS: [&str; 4] =
    ["<script>alert(1)</script>", "' onfocus='alert(1)' autofocus='", "</td><svg/onload=alert(1)>", "=HYPERLINK('javascript:alert(1)')"];

on_both!(what_stands_in_cells_stays_text, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    for attempt in ATTEMPTS {
        let text = format!(
            "slug,title.en,summary.en,sources,start,place,themes,{attempt}\na,{attempt},S.,https://example.org | {attempt},2026,{attempt},,x\n\
             {attempt},{attempt},,{attempt},,,{attempt},\n"
        );
        let name = format!("courses.{}.csv", attempt.replace(['/', '\''], ""));
        let path = amina.brought(&name, text.as_bytes()).await;
        let page = amina.get(&path).await.expect(200);
        Html::read(page.text()).assert_harmless(&path);
        assert_eq!(offered(page.text()).len(), 1, "{attempt}");
        Html::read(amina.get("/en/sheets").await.expect(200).text()).assert_harmless("/en/sheets");
        let file = amina.get(&format!("{path}/refused?kind=course")).await.expect(200);
        assert!(!file.text().lines().flat_map(|line| line.split(',')).any(|cell| cell.trim_matches('"').starts_with('=')), "{}", file.text());
        let answer = amina.post(&path, &[("take", &encode(attempt)), ("take", attempt), ("for", attempt)]).await;
        Html::read(answer.expect(422).text()).assert_harmless(&path);
    }
});

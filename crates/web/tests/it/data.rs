//! One's own data: taken along as one archive, and erased for good, while what was published stays true.

use std::io::{Cursor, Read};

use axum::body::Bytes;
use ayni_domain::draft::{By, Step};
use ayni_domain::mandate::{Capacity, Evidence, Mandate, MandateState};
use ayni_domain::profile::Profile;
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::snapshot::from_record;
use ayni_domain::{EmailAddress, Handle, Kind, Locale, Person};
use ayni_store::draft::{Beginning, Draft, NewDraft, Taking};
use ayni_store::testing::{add_person, ask, on_both, organization};
use ayni_store::{Secret, Store};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::html::Html;
use crate::world::{Answer, TestSite, fresh, key, practice};

const PAGE: &str = "/en/account/data";
const ERASE: &str = "/en/account/data/erasure";

/// Somebody new with an address at `example.org`, just signed in.
pub async fn member(site: &TestSite, handle: &str) -> (Person, String) {
    let person = add_person(&site.store, handle).await;
    let cookie = sign_in(site, &person).await;
    (person, cookie)
}

/// Signs somebody in, and returns their cookie.
pub async fn sign_in(site: &TestSite, person: &Person) -> String {
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "Firefox, Android", site.clock.now()).await.expect("a session");
    format!("__Host-ayni={secret}")
}

pub async fn give_roles(site: &TestSite, person: &Person, roles: Roles) {
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(person.id, roles).await.expect("roles");
    tx.commit().await.expect("committed");
}

/// Lets somebody tell these things about themselves.
pub async fn tell_of(site: &TestSite, person: &Person, profile: Value) {
    let profile = Profile::read(profile.as_object().expect("an object")).expect("a profile");
    let tx = site.store.begin().await.expect("a transaction");
    tx.save_profile(person.id, &profile).await.expect("saved");
    tx.commit().await.expect("committed");
}

async fn write(site: &TestSite, author: &Person, title: &str) -> Draft {
    let beginning = Beginning::New { kind: Kind::Practice, body: from_record(&practice("any", title, json!({"results": {"en": "Work."}})).1) };
    let tx = site.store.begin().await.expect("a transaction");
    let new = NewDraft { beginning, author: author.id, organization: None, language: Locale::En.tag() };
    let draft = tx.add_draft(new, site.clock.now()).await.expect("a draft");
    tx.commit().await.expect("committed");
    draft
}

/// Lets somebody's text be published by another; returns the address of its page.
pub async fn publish(site: &TestSite, author: &Person, reviewer: &Person, title: &str) -> String {
    let (draft, now) = (write(site, author, title).await, site.clock.now());
    let tx = site.store.begin().await.expect("a transaction");
    tx.take_step(draft.id, &Taking::new(Step::Submitted, By::Writer(author.id), None), now).await.expect("handed in");
    for point in ayni_domain::checklist::points(Kind::Practice) {
        let yes = ayni_domain::checklist::Answer { verdict: ayni_domain::checklist::Verdict::Yes, note: None };
        tx.answer(draft.id, point, &yes, reviewer.id, now).await.expect("answered");
    }
    let draft = tx.take_step(draft.id, &Taking::new(Step::Published, By::Reviewer(reviewer.id), Some("Well sourced")), now).await.expect("published");
    tx.commit().await.expect("committed");
    site.site.follow().await.expect("the site follows");
    format!("/en/practices/{}", draft.key().expect("a key").slug)
}

/// Makes somebody focal point of an organization, on a letter.
async fn focal_point(site: &TestSite, person: &Person, decider: &Person, organization: &str) {
    let letter = site.store.blobs().put(Bytes::from_static(b"%PDF-1.7 letter")).await.expect("kept");
    let now = site.clock.now();
    let asked = ask(person.id, organization, Capacity::FocalPoint, now);
    let evidence = Evidence { text: "The staff page names me.".into(), file: Some(letter.as_str().to_owned()), mail_domain_fits: false };
    let asked = Mandate { evidence, ..asked };
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_mandate(&asked).await.expect("asked");
    tx.save_mandate(&asked.accept(decider.id, "Welcome.", now).expect("accepted"), MandateState::Requested).await.expect("accepted");
    tx.commit().await.expect("committed");
}

async fn site(store: Store) -> TestSite {
    TestSite::new(store, &[practice("learning", "Learning", json!({})), organization("senai", "SENAI"), organization("cplp", "CPLP")]).await
}

async fn words(site: &TestSite, path: &str, cookie: &str) -> String {
    let html = Html::read(site.get_with(path, &[("cookie", cookie)]).await.expect(200).text());
    html.assert_harmless(path);
    assert_eq!(html.untranslated(), Vec::<String>::new(), "{path}");
    html.words()
}

/// The files of an archive, as text where they are.
fn unpack(answer: &Answer) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(answer.body.to_vec())).expect("an archive");
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("read");
        files.push((file.name().expect("a name").into_owned(), content));
    }
    files
}

on_both!(everything_that_somebody_typed_and_nothing_of_others_can_be_taken_along, |store| {
    let site = site(store).await;
    let (amina, own) = member(&site, "amina").await;
    let (rosa, _) = member(&site, "rosa").await;
    tell_of(&site, &amina, json!({"name": {"value": "Amina Diallo"}, "about": {"value": "Inspectrice à Dakar."}})).await;
    tell_of(&site, &rosa, json!({"name": {"value": "Rosa Luz"}, "about": {"value": "Nothing for others."}})).await;
    write(&site, &amina, "A draft of mine").await;
    write(&site, &rosa, "A draft of Rosa").await;
    focal_point(&site, &amina, &rosa, "senai").await;
    let page = words(&site, PAGE, &own).await;
    assert!(page.contains("Where you are signed in, after the last use") && page.contains("30 days") && page.contains("1,095 days"), "{page}");

    let answer = site.send("/fr/account/data", &[("cookie", &own)], &[]).await.expect(200);
    assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("application/zip", "private, no-store"));
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"amina-20"), "{}", answer.header("content-disposition"));
    let files = unpack(&answer);
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["README.txt", "personal-data.json", "files/1-letter-senai.pdf"]);
    let readme = String::from_utf8(files[0].1.clone()).expect("a text");
    assert!(readme.starts_with("Vos données de Ayni") && readme.contains("personal-data.json : tout ce qui est conservé"), "{readme}");
    assert_eq!(files[2].1, b"%PDF-1.7 letter");
    let data: Value = serde_json::from_slice(&files[1].1).expect("JSON");
    for (pointer, expected) in [
        ("/account/email", "amina@example.org"),
        ("/profile/name/value", "Amina Diallo"),
        ("/profile/about/value", "Inspectrice à Dakar."),
        ("/drafts/0/body/title/en", "A draft of mine"),
        ("/mandates/0/evidence", "The staff page names me."),
        ("/sessions/0/device", "Firefox, Android"),
    ] {
        assert_eq!(data.pointer(pointer).and_then(Value::as_str), Some(expected), "{pointer}: {data:#}");
    }
    let text = data.to_string();
    for foreign in ["Rosa", "rosa", &rosa.id.0.to_string(), "Nothing for others"] {
        assert!(!text.contains(foreign), "{foreign}: {text}");
    }
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn data_is_given_out_after_a_recent_sign_in_and_a_few_times_an_hour() {
    let site = fresh().await;
    let (_, own) = member(&site, "amina").await;
    for _ in 0..5 {
        site.send(PAGE, &[("cookie", &own)], &[]).await.expect(200);
    }
    let often = site.send(PAGE, &[("cookie", &own)], &[]).await.expect(429);
    assert!(often.text().contains("Try again in an hour"));
    let forged = [("cookie", own.as_str()), ("sec-fetch-site", "cross-site")];
    site.send(PAGE, &forged, &[]).await.expect(403);

    site.clock.advance(SignedDuration::from_mins(16));
    let page = site.get_with(PAGE, &[("cookie", &own)]).await.expect(200);
    assert!(page.text().contains("/en/sign-in?next=%2Fen%2Faccount%2Fdata") && !page.text().contains("Download my data"));
    for path in [PAGE, ERASE] {
        let led = site.send(path, &[("cookie", &own)], &[("handle", "amina")]).await.expect(303);
        assert_eq!(led.location(), "/en/sign-in?next=%2Fen%2Faccount%2Fdata", "{path}");
    }
    assert!(site.store.person_by_handle(&Handle::parse("amina").expect("a handle")).await.expect("asked").is_some());
}

on_both!(who_erases_their_account_is_gone_and_what_they_published_stays, |store| {
    let site = site(store).await;
    let (amina, own) = member(&site, "amina").await;
    let (rosa, admin) = member(&site, "rosa").await;
    give_roles(&site, &rosa, Roles::NONE.with(Role::Administrator)).await;
    tell_of(&site, &amina, json!({"name": {"value": "Amina Diallo", "visibility": "all"}})).await;
    focal_point(&site, &amina, &rosa, "senai").await;
    write(&site, &amina, "Never finished").await;
    let record = publish(&site, &amina, &rosa, "Weaving together").await;
    let history = format!("{record}/history");
    assert!(site.get(&history).await.expect(200).text().contains("Amina Diallo"));
    let letter = site.store.personal_files(amina.id).await.expect("files")[0].hash.clone();

    let page = words(&site, PAGE, &own).await;
    assert!(page.contains("Instead of your name it says “a former member”"), "{page}");
    for wrong in ["", "Amina", "rosa"] {
        let refused = site.send(ERASE, &[("cookie", &own)], &[("handle", wrong)]).await.expect(422);
        assert!(refused.text().contains("This is not your name in addresses."), "{wrong}");
    }
    let done = site.send(ERASE, &[("cookie", &own)], &[("handle", "amina")]).await.expect(303);
    assert_eq!(done.location(), "/en/erased");
    assert!(done.header("set-cookie").starts_with("__Host-ayni=; ") && done.header("set-cookie").contains("Max-Age=0"));
    site.get("/en/erased").await.expect(200);
    assert!(site.get_with("/en/desk", &[("cookie", &own)]).await.expect(303).location().contains("/sign-in"), "the session ended");

    site.get(&record).await.expect(200);
    let after = site.get(&history).await.expect(200);
    assert!(after.text().contains("By a former member, let through by a member"), "{}", after.text());
    assert!(!after.text().contains("Amina"));
    site.get("/en/people/amina").await.expect(404);
    assert_eq!(site.store.blobs().get(&letter).await.expect("asked"), None, "the letter is forgotten");
    let mandates = site.store.mandates_for(&key("organization/senai").slug).await.expect("mandates");
    assert_eq!(mandates.iter().map(|mandate| mandate.state).collect::<Vec<_>>(), [MandateState::Ended]);
    let told = words(&site, "/en/notices", &admin).await;
    assert!(told.contains("SENAI has no focal point any more"), "{told}");

    site.deliver().await;
    let mails = site.mails.sent();
    let last: Vec<_> = mails.iter().filter(|mail| mail.to() == "amina@example.org").collect();
    assert_eq!(last.len(), 1);
    assert!(last[0].text().contains("was erased, as you asked") && last[0].text().contains("This is the last mail"), "{}", last[0].text());
    let kept = site.store.mails(None, None, 50).await.expect("mails");
    assert!(kept.iter().all(|mail| !mail.to.contains("amina")), "the address went with the mail");
    let audit = site.store.audit(None, 9).await.expect("audit");
    assert_eq!((audit[0].action.as_str(), audit[0].actor.as_str()), ("person.erased", amina.id.to_string().as_str()));
    assert!(!format!("{audit:?}").to_lowercase().contains("amina"));

    // The address is free: who signs in with it is somebody new.
    site.send("/en/sign-in", &[], &[("email", "amina@example.org")]).await.expect(200);
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    let link = mail.text().split_whitespace().find(|word| word.contains("/sign-in/")).expect("a link").to_owned();
    site.send(link.strip_prefix("https://ayni.example").expect("ours"), &[], &[]).await.expect(303);
    let email = EmailAddress::parse("amina@example.org").expect("an address");
    let anew = site.store.person_by_email(&email).await.expect("asked").expect("somebody");
    assert!(anew.id != amina.id && anew.handle.as_str() == "member");
    assert_eq!(site.store.drafts_of(amina.id, 9).await.expect("drafts").len(), 1, "what nobody published is gone");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_administrator_stays() {
    let site = fresh().await;
    let (rosa, own) = member(&site, "rosa").await;
    let (bo, _) = member(&site, "bo").await;
    give_roles(&site, &rosa, Roles::NONE.with(Role::Administrator)).await;
    let page = site.get_with(PAGE, &[("cookie", &own)]).await.expect(200);
    assert!(page.text().contains("You are the only administrator.") && !page.text().contains(ERASE));
    let refused = site.send(ERASE, &[("cookie", &own)], &[("handle", "rosa")]).await.expect(422);
    assert!(refused.text().contains("You are the only administrator."));
    assert!(site.store.person(rosa.id).await.expect("asked").is_some());
    give_roles(&site, &bo, Roles::NONE.with(Role::Administrator)).await;
    site.send(ERASE, &[("cookie", &own)], &[("handle", "rosa")]).await.expect(303);
    assert!(site.store.person(rosa.id).await.expect("asked").is_none());
}

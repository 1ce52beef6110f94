//! Everything that can be kept of somebody, handed out and erased.

use super::*;
use crate::credential::{Identity, Passkey, Totp};
use crate::draft::{Beginning, Draft, NewDraft, Taking};
use crate::outbox::NewMail;
use crate::revision::Signature;
use crate::sheet::SheetUpload;
use crate::testing::{ask, on_both, organization, person, signature};
use crate::token::NewToken;
use crate::{Secret, backup};
use ayni_domain::adoption::{self, Adoption};
use ayni_domain::change::Change;
use ayni_domain::draft::{By, Step};
use ayni_domain::mandate::{Capacity, Evidence, Mandate, MandateState};
use ayni_domain::notice::{Frequency, Notice, Preference, Topic};
use ayni_domain::profile::Profile;
use ayni_domain::proof::Proof;
use ayni_domain::report::Report;
use ayni_domain::token::Purpose;
use ayni_domain::translation::{Stage, Translation};
use ayni_domain::{Handle, Kind, LanguageTag, Locale, Person};
use bytes::Bytes;
use uuid::Uuid;

/// A word that stands in everything personal of the person under test.
const MARK: &str = "zuleika";

/// Somebody of whom everything is kept that can be, who speaks for an organization, published something and decided about another.
async fn fill(store: &Store) -> (Person, Mandate, BlobHash) {
    let now = signature().at;
    let zuleika = Person { profile: Profile::named(MARK).expect("a profile"), ..person(MARK) };
    let (other, secret) = (person("other"), Secret::random().expect("random bytes").hash());
    let letter = store.blobs().put(Bytes::from_static(b"%PDF-1.7 letter")).await.expect("put");
    let tx = store.begin().await.expect("begin");
    tx.add_person(&zuleika).await.expect("add");
    tx.add_person(&other).await.expect("add");
    let signed = Signature { author: zuleika.id.to_string(), reviewer: other.id.to_string(), ..signature() };
    tx.save_all(&[organization("cplp", "CPLP")], &signed).await.expect("save");
    tx.set_password(zuleika.id, &format!("$argon2id${MARK}"), now).await.expect("password");
    tx.set_totp(zuleika.id, &Totp { secret: MARK.into(), last_step: 1 }, now).await.expect("one-time password");
    tx.set_recovery_codes(zuleika.id, &[MARK.into()]).await.expect("codes");
    let (id, name, credential) = (format!("key-{MARK}"), format!("phone of {MARK}"), json!({"user": MARK}));
    let passkey = Passkey { id, person: zuleika.id, name, credential, counter: 0, added_at: now, used_at: None };
    tx.add_passkey(&passkey).await.expect("passkey");
    tx.add_identity(zuleika.id, &Identity { issuer: "https://id.example".into(), subject: MARK.into() }, now).await.expect("identity");
    let (subject, expires_at) = (json!({"email": MARK}), Purpose::SignIn.expires_at(now));
    let token = NewToken { purpose: Purpose::SignIn, subject, person: Some(zuleika.id), expires_at };
    tx.make_token(&secret, &token, now).await.expect("token");
    let asked = ask(zuleika.id, "cplp", Capacity::FocalPoint, now);
    let evidence = Evidence { text: format!("{MARK} writes."), file: Some(letter.as_str().to_owned()), mail_domain_fits: true };
    let asked = Mandate { evidence, ..asked };
    tx.add_mandate(&asked).await.expect("ask");
    let active = asked.accept(other.id, &format!("Welcome, {MARK}."), now).expect("accepted");
    tx.save_mandate(&active, MandateState::Requested).await.expect("accept");
    let theirs = ask(other.id, "cplp", Capacity::Contributor, now);
    tx.add_mandate(&theirs).await.expect("ask");
    tx.save_mandate(&theirs.accept(zuleika.id, "Glad to have you.", now).expect("accepted"), MandateState::Requested).await.expect("accept");
    tx.commit().await.expect("commit");
    store.begin_session(&secret, zuleika.id, Proof::Link, &format!("{MARK}'s phone"), now).await.expect("session");
    ask_for(store, &zuleika).await;
    work(store, &zuleika).await;
    (zuleika, active, letter)
}

/// Asks to take a record on.
async fn ask_for(store: &Store, zuleika: &Person) {
    let record = store.find(&organization("cplp", "CPLP").0).await.expect("find").expect("there").envelope.id;
    let request = adoption::Request { id: Uuid::now_v7(), record, person: zuleika.id, organization: None };
    let asked = Adoption::ask(request, &format!("{MARK} knows it."), signature().at).expect("a request");
    let tx = store.begin().await.expect("begin");
    tx.add_adoption(&asked).await.expect("ask");
    tx.commit().await.expect("commit");
}

/// Writes a draft for a new organization.
async fn write(tx: &Tx, author: PersonId, title: &str) -> Draft {
    let body = Map::from_iter([("title".to_owned(), json!({"en": title}))]);
    let new = NewDraft { beginning: Beginning::New { kind: Kind::Organization, body }, author, organization: None, language: Locale::En.tag() };
    tx.add_draft(new, signature().at).await.expect("a draft")
}

/// What somebody did and was told: drafts, comments, a translation, a report, notices, mails.
async fn work(store: &Store, zuleika: &Person) {
    let (now, other) = (signature().at, store.people(None, 9).await.expect("people")[0].id);
    let cplp = organization("cplp", "CPLP").0;
    let tx = store.begin().await.expect("begin");
    write(&tx, zuleika.id, &format!("Alone, {MARK}")).await;
    let shared = write(&tx, other, "Another's").await;
    let step = Taking::new(Step::Commented, By::Writer(zuleika.id), Some("I would say it shorter."));
    tx.take_step(shared.id, &step, now).await.expect("a comment");
    let (language, text) = (LanguageTag::parse("pt").expect("a tag"), format!("Um teste, {MARK}."));
    let author = zuleika.id.to_string();
    let draft = Translation {
        id: Uuid::now_v7(),
        field: "summary".into(),
        language,
        text,
        by_machine: false,
        author,
        revision: 1,
        at: now,
        stage: Stage::Draft,
    };
    tx.save_translation(&cplp, &draft).await.expect("a translation");
    let report = Report::new(Uuid::now_v7(), "The link is dead.", Some(&format!("{MARK}@Example.org")), now).expect("a report");
    tx.add_report(&cplp, &report).await.expect("reported");
    let told = Map::from_iter([("reason".to_owned(), format!("Well done, {MARK}.").into())]);
    tx.add_notice(&Notice::new(zuleika.id.0, Topic::Review, "notice-review-published", told, "/desk").expect("a notice"), now).await.expect("told");
    tx.set_preference(zuleika.id.0, Preference::new(Topic::Review, Frequency::Daily).expect("a choice")).await.expect("chosen");
    let (to, subject) = (format!("{MARK}@example.org"), format!("Well done, {MARK}"));
    let mail = NewMail { person: None, topic: Topic::SignIn, to, subject, locale: Locale::En, content: Value::Null, unsubscribe_hash: None };
    tx.add_mail(&mail, now).await.expect("a mail from before the account");
    tx.add_mail(&NewMail { person: Some(zuleika.id.0), topic: Topic::Review, ..mail }, now).await.expect("a mail");
    let (subject, expires_at) = (json!({"email": format!("{MARK}@example.org"), "next": ""}), Purpose::SignIn.expires_at(now));
    let token = NewToken { purpose: Purpose::SignIn, subject, person: None, expires_at };
    tx.make_token(&Secret::random().expect("random bytes").hash(), &token, now).await.expect("a token from before the account");
    let (hash, name) = (store.blobs().put(Bytes::from_static(b"slug,title.en")).await.expect("put"), format!("{MARK}.csv"));
    tx.add_sheet_upload(&SheetUpload { id: Uuid::now_v7(), person: zuleika.id, kind: None, name, hash, at: now }).await.expect("a spreadsheet");
    tx.add_audit(&other.to_string(), "roles.set", &zuleika.id.to_string(), &Value::Null, now).await.expect("noted");
    tx.commit().await.expect("commit");
}

/// Every cell of every table, as text.
async fn everything(store: &Store) -> Vec<String> {
    let mut cells = Vec::new();
    for (table, columns) in backup::schema(store).await.expect("the schema") {
        for column in columns {
            let sql = format!("SELECT CAST({column} AS TEXT) FROM {table} WHERE {column} IS NOT NULL");
            let rows = sql::rows(&store.db, &sql, []).await.expect("the table can be read");
            cells.extend(rows.iter().map(|row| format!("{table}.{column}: {}", row.try_get_by_index::<String>(0).expect("a text"))));
        }
    }
    cells
}

on_both!(of_an_erased_person_nothing_is_left_but_what_they_signed, |store| {
    let (zuleika, mandate, letter) = fill(&store).await;
    let now = signature().at;
    assert!(everything(&store).await.iter().filter(|cell| cell.contains(MARK)).count() > 10);
    let tx = store.begin().await.expect("begin");
    let letters = tx.erase_person(zuleika.id, now).await.expect("erase");
    assert!(matches!(tx.erase_person(zuleika.id, now).await, Err(StoreError::NoPerson(id)) if id == zuleika.id), "a second time");
    tx.commit().await.expect("commit");
    assert_eq!(store.forget_files(&letters).await.expect("forget"), 2);
    let log = store.changes_since(0, 9).await.expect("log");
    assert_eq!(log.iter().map(|entry| entry.change).collect::<Vec<_>>(), [Change::Published, Change::Mandated, Change::Mandated]);

    let marked: Vec<String> = everything(&store).await.into_iter().filter(|cell| cell.contains(MARK)).collect();
    assert_eq!(marked, Vec::<String>::new());
    assert_eq!(store.blobs().get(&letter).await.expect("get"), None);
    assert_eq!(store.person(zuleika.id).await.expect("find"), None);
    assert_eq!(store.standing(zuleika.id, day_of(now)).await.expect("standing"), None);
    assert_eq!(store.people(None, 9).await.expect("list").len(), 1);

    let revisions = store.revisions(&organization("cplp", "CPLP").0).await.expect("revisions");
    assert_eq!(revisions[0].signature.author, zuleika.id.to_string(), "the revision stays true");
    let ended = store.mandate(mandate.id).await.expect("find").expect("there");
    assert_eq!((ended.state, ended.decision.expect("a decision").note), (MandateState::Ended, String::new()));
    let theirs = store.mandates_for(&mandate.organization).await.expect("list").into_iter().find(|own| own.person != zuleika.id);
    let decision = theirs.expect("the other's mandate").decision.expect("a decision");
    assert_eq!((decision.by, decision.note.as_str()), (zuleika.id, "Glad to have you."), "the other's mandate stays as it was");

    let tx = store.begin().await.expect("begin");
    tx.add_person(&person(MARK)).await.expect("handle and address are free again");
    assert!(matches!(tx.set_handle(zuleika.id, &Handle::parse("back").expect("a handle")).await, Err(StoreError::NoPerson(_))));
    tx.commit().await.expect("commit");
});

on_both!(a_letter_that_is_also_a_published_file_stays, |store| {
    let (zuleika, _, letter) = fill(&store).await;
    let content = store.blobs().get(&letter).await.expect("get").expect("there");
    store.attach(&organization("cplp", "CPLP").0, "letter.pdf", content.clone(), None, &signature()).await.expect("attach");
    let tx = store.begin().await.expect("begin");
    let letters = tx.erase_person(zuleika.id, signature().at).await.expect("erase");
    tx.commit().await.expect("commit");
    assert_eq!(store.forget_files(&letters).await.expect("forget"), 1, "the spreadsheet alone");
    assert_eq!(store.blobs().get(&letter).await.expect("get"), Some(content));
});

on_both!(people_get_what_is_kept_of_them_without_secrets, |store| {
    let (zuleika, _, letter) = fill(&store).await;
    let data = Value::Object(store.personal_data(zuleika.id, signature().at).await.expect("data"));
    for (pointer, expected) in [
        ("/account/handle", json!(MARK)),
        ("/account/email", json!(format!("{MARK}@example.org"))),
        ("/profile/name/value", json!(MARK)),
        ("/sessions/0/device", json!(format!("{MARK}'s phone"))),
        ("/ways_to_sign_in/password", json!(true)),
        ("/ways_to_sign_in/recovery_codes_left", json!(1)),
        ("/ways_to_sign_in/passkeys/0/name", json!(format!("phone of {MARK}"))),
        ("/ways_to_sign_in/identities/0/issuer", json!("https://id.example")),
        ("/mandates/0/organization", json!("cplp")),
        ("/mandates/0/evidence", json!(format!("{MARK} writes."))),
        ("/requests_for_records/0/slug", json!("cplp")),
        ("/requests_for_records/0/reason", json!(format!("{MARK} knows it."))),
        ("/drafts/0/body/title/en", json!(format!("Alone, {MARK}"))),
        ("/steps_and_comments/0/words", json!("I would say it shorter.")),
        ("/translations/0/text", json!(format!("Um teste, {MARK}."))),
        ("/problems_reported/0/address", json!(format!("{MARK}@Example.org"))),
        ("/changes_signed/0/signed_as", json!("author")),
        ("/notices/0/arguments/reason", json!(format!("Well done, {MARK}."))),
        ("/how_often_you_are_mailed/0/frequency", json!("daily")),
        ("/mails/0/subject", json!(format!("Well done, {MARK}"))),
        ("/audit_log/0/what", json!("about you")),
    ] {
        assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
    }
    assert!(!data.to_string().contains("argon2"), "{data}");
    let other = store.people(None, 9).await.expect("people").into_iter().find(|person| person.id != zuleika.id).expect("another");
    assert!(!data.to_string().contains(&other.id.0.to_string()) && !data.to_string().contains("other@"), "nothing of other people: {data}");
    let files = store.personal_files(zuleika.id).await.expect("files");
    let spreadsheet = PersonalFile { name: "spreadsheet".into(), hash: BlobHash::of(b"slug,title.en") };
    assert_eq!(files, [PersonalFile { name: "letter-cplp".into(), hash: letter }, spreadsheet]);
    assert!(matches!(store.personal_data(person("nobody").id, signature().at).await, Err(StoreError::NoPerson(_))));
});

on_both!(the_last_mail_to_somebody_goes_with_its_address_once_it_has_left, |store| {
    let (zuleika, _, _) = fill(&store).await;
    let now = signature().at;
    let mut last = Vec::new();
    let tx = store.begin().await.expect("begin");
    tx.erase_person(zuleika.id, now).await.expect("erase");
    for topic in [Topic::SignIn, Topic::SignIn] {
        let (to, subject) = (format!("{MARK}@example.org"), "Farewell".to_owned());
        let mail = NewMail { person: Some(zuleika.id.0), topic, to, subject, locale: Locale::En, content: Value::Null, unsubscribe_hash: None };
        last.push(tx.add_mail(&mail, now).await.expect("a mail"));
    }
    tx.commit().await.expect("commit");
    let left = async || store.mails(None, None, 9).await.expect("mails").len();
    let claimed = store.claim_mails(now, jiff::SignedDuration::from_mins(5), 9).await.expect("claimed");
    assert_eq!((left().await, claimed.len()), (2, 2));
    store.mail_sent(last[0], now).await.expect("sent");
    assert_eq!(left().await, 1);
    let second = claimed.iter().find(|mail| mail.id == last[1]).expect("claimed");
    store.mail_failed(second, "no such mailbox", true, now).await.expect("given up");
    let tx = store.begin().await.expect("begin");
    assert_eq!(tx.forget_mails(Timestamp::MIN).await.expect("forget"), 1);
    tx.commit().await.expect("commit");
    assert_eq!(left().await, 0);
});

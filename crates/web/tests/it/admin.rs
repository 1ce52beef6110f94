//! Administration: how the instance does, its mails, jobs, index and audit log; for administrators alone.

use ayni_domain::Person;
use ayni_domain::notice::Topic;
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_store::outbox::NewMail;
use ayni_store::testing::{add_person, on_both};
use ayni_store::{Secret, Store};
use ayni_web::run_jobs;
use jiff::SignedDuration;
use serde_json::json;

use crate::html::Html;
use crate::world::{Answer, TestSite, practice};

const PAGES: [&str; 7] =
    ["/en/admin", "/en/admin/mails", "/en/admin/jobs", "/en/admin/index", "/en/admin/audit", "/en/admin/settings", "/en/admin/texts"];

async fn site(store: Store) -> TestSite {
    TestSite::new(store, &[practice("learning", "SENAI learns", json!({}))]).await
}

/// Somebody signed in with a role, or none.
pub async fn member(site: &TestSite, handle: &str, role: Option<Role>) -> (Person, String) {
    let person = add_person(&site.store, handle).await;
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(person.id, role.map_or(Roles::NONE, |role| Roles::NONE.with(role))).await.expect("roles");
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", site.clock.now()).await.expect("a session");
    (person, format!("__Host-ayni={secret}"))
}

pub async fn administrator(site: &TestSite) -> String {
    member(site, "rosa", Some(Role::Administrator)).await.1
}

pub async fn get(site: &TestSite, path: &str, cookie: &str) -> Answer {
    site.get_with(path, &[("cookie", cookie)]).await
}

/// A page, read strictly.
async fn words(site: &TestSite, path: &str, cookie: &str) -> String {
    let answer = get(site, path, cookie).await.expect(200);
    let html = Html::read(answer.text());
    html.assert_harmless(path);
    assert_eq!(html.untranslated(), Vec::<String>::new(), "{path}: keys instead of words");
    html.words()
}

/// The words of a page whose buttons carry codes of jobs, which look like keys of messages.
async fn of_jobs(site: &TestSite, path: &str, cookie: &str) -> String {
    Html::read(get(site, path, cookie).await.expect(200).text()).words()
}

async fn audited(site: &TestSite) -> Vec<(String, String)> {
    let entries = site.store.audit(None, 50).await.expect("audit");
    entries.into_iter().map(|entry| (entry.action, entry.subject)).collect()
}

async fn put_into_outbox(site: &TestSite, to: &str) {
    let content = json!({"blocks": [{"paragraph": "Hello <b>there</b>."}], "footer": ["Ayni"]});
    let (topic, subject, locale) = (Topic::Review, "Your draft".to_owned(), ayni_domain::Locale::En);
    let mail = NewMail { person: None, topic, to: to.into(), subject, locale, content, unsubscribe_hash: None };
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_mail(&mail, site.clock.now()).await.expect("a mail");
    tx.commit().await.expect("committed");
}

on_both!(the_administration_is_for_administrators_alone, |store| {
    let site = site(store).await;
    let (admin, editor, anybody) =
        (administrator(&site).await, member(&site, "emil", Some(Role::Editor)).await.1, member(&site, "amina", None).await.1);
    for path in PAGES {
        assert!(site.get(path).await.expect(303).location().starts_with("/en/sign-in?next="), "{path}");
        for cookie in [&editor, &anybody] {
            get(&site, path, cookie).await.expect(404);
            site.send(path, &[("cookie", cookie)], &[("job", "lights"), ("part", "identity"), ("name", "Mine")]).await.expect(404);
        }
        words(&site, path, &admin).await;
        for language in ["fr", "es", "pt", "ar", "zh", "ru"] {
            words(&site, &path.replace("/en/", &format!("/{language}/")), &admin).await;
        }
    }
    site.send("/en/admin/settings/logo", &[("cookie", &anybody)], &[]).await.expect(404);
    assert_eq!(audited(&site).await, []);
    assert!(words(&site, "/en/desk", &admin).await.contains("Administration"));
    assert!(!words(&site, "/en/desk", &editor).await.contains("Administration"));
});

on_both!(what_is_not_well_comes_first_and_in_words, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    run_jobs(&site.site).await;
    site.site.follow().await.expect("the site follows");
    let shown = words(&site, "/en/admin", &admin).await;
    let position = site.store.position().await.expect("a position");
    assert!(shown.contains("All is well.") && shown.contains(&format!("{position} of {position}")), "{shown}");
    assert!((shown.contains("SQLite") || shown.contains("PostgreSQL")) && shown.contains("Freshness of records"));

    put_into_outbox(&site, "no address").await;
    site.deliver().await;
    let shown = words(&site, "/en/admin", &admin).await;
    assert!(!shown.contains("All is well.") && shown.contains("Mails that did not leave: 1. The oldest has waited since"), "{shown}");
    site.clock.advance(SignedDuration::from_hours(4));
    assert!(words(&site, "/en/admin", &admin).await.contains("The job “Freshness of records” was due on"));
});

on_both!(a_mail_that_did_not_leave_is_tried_again, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    put_into_outbox(&site, "no address").await;
    put_into_outbox(&site, "amina@example.org").await;
    site.deliver().await;
    let failed = words(&site, "/en/admin/mails?state=failed", &admin).await;
    assert!(failed.contains("no address") && !failed.contains("amina@example.org"), "{failed}");
    let all = get(&site, "/en/admin/mails", &admin).await.expect(200);
    assert!(all.text().contains("amina@example.org") && !all.text().contains("/admin/mails/"), "what left by a server is nowhere to be looked at");
    get(&site, "/en/admin/mails?state=lost", &admin).await.expect(404);
    get(&site, "/en/admin/mails?before=x", &admin).await.expect(404);

    let id = site.store.mails(None, None, 9).await.expect("mails").into_iter().find(|mail| mail.to == "no address").expect("there").id.to_string();
    let back = "/en/admin/mails?state=failed";
    let tried = site.send("/en/admin/mails", &[("cookie", &admin)], &[("mail", &id), ("next", back)]).await.expect(303);
    assert_eq!((tried.location(), audited(&site).await), (back, vec![("mail.retried".to_owned(), id.clone())]));
    assert!(words(&site, "/en/admin/mails?state=queued", &admin).await.contains("no address"));
    site.send("/en/admin/mails", &[("cookie", &admin)], &[("mail", &id)]).await.expect(303);
    assert_eq!(audited(&site).await.len(), 1, "one that is queued is tried anyway");
});

on_both!(mails_in_the_folder_are_shown_without_what_lets_somebody_in, |store| {
    let site = TestSite::filing(store).await;
    let admin = administrator(&site).await;
    site.send("/ar/sign-in", &[], &[("email", "amina@example.org")]).await.expect(200);
    site.deliver().await;
    let sent = site.store.mails(None, None, 9).await.expect("mails").remove(0);
    let list = get(&site, "/en/admin/mails", &admin).await.expect(200);
    let path = format!("/en/admin/mails/{}", sent.id);
    assert!(list.text().contains(&format!("href=\"{path}\"")) && list.text().contains("amina@example.org"));
    let shown = words(&site, &path, &admin).await;
    assert!(shown.contains("/ar/sign-in/•••") && shown.contains("amina@example.org") && shown.contains(&format!("{}.eml", sent.id)), "{shown}");
    let page = get(&site, &path, &admin).await;
    let is_secret = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(!page.text().split(|c: char| !c.is_ascii_alphanumeric()).any(is_secret), "a secret is shown");
    let (_, other) = member(&site, "emil", Some(Role::Editor)).await;
    get(&site, &path, &other).await.expect(404);
    for wrong in ["/en/admin/mails/x", "/en/admin/mails/00000000-0000-0000-0000-000000000000", "/en/admin/mails/..%2F..%2Fayni.db"] {
        get(&site, wrong, &admin).await.expect(404);
    }
});

on_both!(a_job_can_be_run_before_its_time, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    assert!(of_jobs(&site, "/en/admin/jobs", &admin).await.contains("is due"));
    run_jobs(&site.site).await;
    let done = of_jobs(&site, "/en/admin/jobs", &admin).await;
    for said in ["lights changed", "every 5 minutes", "every hour", "every day"] {
        assert!(done.contains(said), "{said}: {done}");
    }

    site.clock.advance(SignedDuration::from_mins(3));
    let before = site.store.jobs().await.expect("jobs").into_iter().find(|job| job.name == "lights").expect("the job").started_at;
    for wrong in ["", "sleep"] {
        site.send("/en/admin/jobs", &[("cookie", &admin)], &[("job", wrong)]).await.expect(404);
    }
    for _ in 0..2 {
        let started = site.send("/en/admin/jobs", &[("cookie", &admin)], &[("job", "lights")]).await.expect(303);
        assert_eq!(started.location(), "/en/admin/jobs?started");
    }
    assert_eq!(audited(&site).await, [("job.started".to_owned(), "lights".to_owned())], "what is due anyway is not noted again");
    assert!(of_jobs(&site, "/en/admin/jobs?started", &admin).await.contains("It is due now"));
    run_jobs(&site.site).await;
    let after = site.store.jobs().await.expect("jobs").into_iter().find(|job| job.name == "lights").expect("the job").started_at;
    assert!(after >= before + SignedDuration::from_mins(3), "it ran again");
});

on_both!(the_index_is_built_anew_while_pages_go_on, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    site.send("/en/admin/index", &[("cookie", &admin)], &[]).await.expect(303);
    site.send("/en/admin/index", &[("cookie", &admin)], &[]).await.expect(303);
    assert!(words(&site, "/en/admin/index", &admin).await.contains("It is being built"));
    assert!(site.get("/en/search?q=learns").await.expect(200).text().contains("/en/practices/learning"), "search goes on with the old one");
    site.site.follow().await.expect("the site follows");
    let shown = words(&site, "/en/admin/index", &admin).await;
    assert!(!shown.contains("It is being built") && shown.contains("1 of 1") && shown.contains("Build the index anew"), "{shown}");
    assert!(site.get("/en/search?q=learns").await.expect(200).text().contains("/en/practices/learning"));
    assert_eq!(audited(&site).await, [("index.rebuilt".to_owned(), "index".to_owned())], "asked for twice, it is built once");
});

on_both!(the_audit_log_names_who_did_what, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let (amina, _) = member(&site, "amina", None).await;
    let id = amina.id.0.to_string();
    site.send("/en/people", &[("cookie", &admin)], &[("person", &id), ("role", "reviewer")]).await.expect(303);
    let withdrawal = "/en/practices/learning/withdrawal";
    site.send(withdrawal, &[("cookie", &admin)], &[("reason", "It is <i>not</i> true.")]).await.expect(303);
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_audit("operator", "shoes.tied", "left", &json!({"how": "x".repeat(300)}), site.clock.now()).await.expect("noted");
    tx.commit().await.expect("committed");
    let shown = words(&site, "/en/admin/audit", &admin).await;
    for expected in ["Roles changed", "Record withdrawn", "practice/learning", "amina", "rosa", "reviewer", "operator (command line)", "shoes.tied"] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    assert!(!shown.contains(&"x".repeat(201)) && !shown.contains(&id), "long details are cut, and people have names");
    let some = words(&site, "/en/admin/audit?action=roles.set", &admin).await;
    assert!(some.contains("reviewer") && !some.contains("practice/learning"));
    assert!(!words(&site, "/en/admin/audit?before=2", &admin).await.contains("practice/learning"));
    get(&site, "/en/admin/audit?before=x", &admin).await.expect(404);

    let tx = site.store.begin().await.expect("a transaction");
    tx.erase_person(amina.id, site.clock.now()).await.expect("erased");
    tx.commit().await.expect("committed");
    let shown = words(&site, "/en/admin/audit", &admin).await;
    assert!(shown.contains("somebody whose account was erased") && !shown.contains("amina"));
});

on_both!(an_administrator_who_signs_in_is_noted_and_nobody_else, |store| {
    let site = site(store).await;
    let (rosa, _) = member(&site, "rosa", Some(Role::Administrator)).await;
    member(&site, "amina", None).await;
    for address in ["amina@example.org", "rosa@example.org"] {
        site.send("/en/sign-in", &[], &[("email", address)]).await.expect(200);
        site.deliver().await;
        let mail = site.mails.sent().pop().expect("a mail");
        let link = mail.text().lines().find(|line| line.contains("/sign-in/")).expect("a link").to_owned();
        let path = link.trim().strip_prefix(crate::world::BASE).expect("our address").to_owned();
        site.send(&path, &[], &[]).await.expect(303);
    }
    assert_eq!(audited(&site).await, [("administrator.signed-in".to_owned(), rosa.id.to_string())]);
});

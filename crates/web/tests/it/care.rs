//! Records are kept true: lights, mails with links that work once, objections, reports, jobs.

use ayni_domain::change::Change;
use ayni_domain::mandate::{Capacity, MandateState};
use ayni_domain::notice::{Frequency, Topic};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Handle, Locale, Person, PersonId, RecordKey, Steward};
use ayni_store::testing::{add_person, ask, on_both, organization, signature};
use ayni_store::{Secret, Store};
use ayni_web::run_jobs;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::json;

use crate::html::Html;
use crate::world::{TestSite, key, practice};

pub const PAGE: &str = "/en/practices/learning-the-trade";

fn the_practice() -> RecordKey {
    key("practice/learning-the-trade")
}

/// An instance with one practice and the organization that it names, on the day after `days` since the practice was due.
pub async fn site(store: Store, days: i32) -> TestSite {
    let site = TestSite::new(store, &[practice("learning-the-trade", "Learning the trade", json!({})), organization("senai", "SENAI")]).await;
    let steward = Steward::Organization(key("organization/senai").slug);
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_steward(&key("organization/senai"), &steward, &signature()).await.expect("a steward");
    tx.confirm(&key("organization/senai"), &ayni_store::revision::Signature { at: far(), ..signature() }).await.expect("confirmed");
    tx.commit().await.expect("committed");
    pass(&site, days).await;
    site
}

/// So late that nothing confirmed then is due in these tests.
fn far() -> Timestamp {
    "2040-01-01T00:00:00Z".parse().expect("a time")
}

/// Puts the clock to a day counted from the practice's first day of review, and lets the jobs run.
pub async fn pass(site: &TestSite, days: i32) {
    let first = site.store.revisions(&the_practice()).await.expect("revisions").pop().expect("the first").signature.at;
    let months = the_practice().kind.review_months();
    let due: Date = first.to_zoned_datetime(TimeZone::UTC).date() + months.months();
    let minute = i8::try_from(days % 60).expect("a minute"); // later than on the day before, so that daily jobs are due
    let then = (due + days.days()).at(12, minute, 0, 0).to_zoned_datetime(TimeZone::UTC).expect("a time").timestamp();
    site.clock.advance(then.duration_since(site.clock.now()));
    run_jobs(&site.site).await;
    site.site.follow().await.expect("the site follows");
    site.deliver().await;
}

pub async fn member(site: &TestSite, handle: &str, roles: Roles, focal_point_of: Option<&str>) -> (Person, String) {
    let person = add_person(&site.store, handle).await;
    let now = site.clock.now();
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(person.id, roles).await.expect("roles");
    if let Some(organization) = focal_point_of {
        let decider = Person::new(PersonId(uuid::Uuid::now_v7()), Handle::parse(&format!("{handle}-2")).expect("a handle"), None, Locale::En, now);
        tx.add_person(&decider).await.expect("who decides");
        let asked = ask(person.id, organization, Capacity::FocalPoint, now);
        tx.add_mandate(&asked).await.expect("asked");
        let active = asked.accept(decider.id, "", now).expect("accepted");
        tx.save_mandate(&active, MandateState::Requested).await.expect("saved");
    }
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await.expect("a session");
    (person, format!("__Host-ayni={secret}"))
}

pub fn editor() -> Roles {
    Roles::NONE.with(Role::Editor)
}

/// Paths of ours in the last mail that have a part in them.
fn links(site: &TestSite, part: &str) -> Vec<String> {
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.bytes().len() < 20_000, "{} bytes", mail.bytes().len());
    let found = mail.text().split_whitespace().filter(|word| word.contains(part));
    found.map(|link| link.strip_prefix("https://ayni.example").expect("an address of ours").to_owned()).collect()
}

pub async fn words(site: &TestSite, path: &str) -> String {
    Html::read(site.get(path).await.expect(200).text()).words()
}

on_both!(a_steward_says_from_a_mail_that_a_record_is_still_true, |store| {
    let site = site(store, 0).await;
    let (person, _) = member(&site, "amina", editor(), None).await;
    assert!(words(&site, PAGE).await.contains("Up to date"));
    pass(&site, 1).await;
    assert!(words(&site, PAGE).await.contains("Due for review"));
    assert!(words(&site, "/en/practices").await.contains("◐ Due for review"));
    assert_eq!(site.mails.sent().len(), 1);
    pass(&site, 2).await;
    assert_eq!(site.mails.sent().len(), 1, "one mail for each change of a light");

    let links = links(&site, "/renew/");
    assert_eq!(links.len(), 3);
    for link in &links {
        for _ in 0..2 {
            site.get(link).await.expect(200);
        }
    }
    assert!(words(&site, PAGE).await.contains("Due for review"), "looking at links does nothing");
    assert!(site.send(&links[0], &[], &[]).await.expect(200).text().contains("Thank you"));
    site.site.follow().await.expect("the site follows");
    assert!(words(&site, PAGE).await.contains("Up to date"));
    let last = site.store.revisions(&the_practice()).await.expect("revisions").remove(0);
    assert_eq!((last.change, last.signature.author), (Change::Confirmed, person.id.to_string()));
    for link in &links {
        site.get(link).await.expect(410);
        site.send(link, &[], &[("reason", "No.")]).await.expect(410);
    }
});

on_both!(a_record_is_withdrawn_from_a_mail_with_a_reason, |store| {
    let site = site(store, 0).await;
    member(&site, "amina", editor(), None).await;
    pass(&site, 1).await;
    let link = links(&site, "/renew/").pop().expect("a link");
    site.send(&link, &[], &[("reason", " ")]).await.expect(422);
    site.send(&link, &[], &[("reason", "It <b>ended</b>.")]).await.expect(200);
    site.site.follow().await.expect("the site follows");
    let gone = site.get(PAGE).await.expect(410);
    assert!(!gone.text().contains("<b>ended") && Html::read(gone.text()).words().contains("It <b>ended</b>."));
});

on_both!(a_record_is_changed_from_a_mail_and_reviewed_like_any_change, |store| {
    let site = site(store, 0).await;
    member(&site, "amina", editor(), None).await;
    pass(&site, 1).await;
    let link = links(&site, "/renew/").remove(1);
    let shown = site.get(&link).await.expect(200);
    assert!(shown.text().contains("What a test tells of it."));
    let same = site.send(&link, &[], &[("text-summary", "What a test tells of it.")]).await.expect(422);
    assert!(same.text().contains("changed nothing"));
    site.send(&link, &[], &[("text-summary", "It ended well."), ("reason", "The last year is over.")]).await.expect(200);
    site.get(&link).await.expect(410);
    assert!(words(&site, PAGE).await.contains("What a test tells of it."), "nothing is published without a review");
});

on_both!(a_link_is_worth_what_its_person_may, |store| {
    let site = site(store, 0).await;
    let (person, _) = member(&site, "amina", editor(), None).await;
    pass(&site, 1).await;
    let links = links(&site, "/renew/");
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(person.id, Roles::NONE).await.expect("roles");
    tx.commit().await.expect("committed");
    for link in links {
        site.get(&link).await.expect(410);
        site.send(&link, &[], &[("reason", "Mine.")]).await.expect(410);
    }
    assert!(words(&site, PAGE).await.contains("Due for review"));
});

on_both!(what_nobody_answers_for_goes_red_inactive_and_to_adoption, |store| {
    let site = site(store, 0).await;
    member(&site, "amina", editor(), None).await;
    for (days, expected) in [(1, "Due for review"), (61, "Long overdue for review"), (181, "No longer looked after")] {
        pass(&site, days).await;
        assert!(words(&site, PAGE).await.contains(expected), "{days}");
    }
    assert_eq!(site.mails.sent().len(), 3);
    let list = words(&site, "/en/adoption").await;
    assert!(list.contains("Learning the trade") && list.contains("SENAI"), "{list}");
    assert!(words(&site, "/en/search?freshness=inactive").await.contains("Learning the trade"));
    member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let list = words(&site, "/en/adoption").await;
    assert!(!list.contains("SENAI"), "an organization with a focal point is nobody's to adopt: {list}");
    let jobs = site.store.jobs().await.expect("jobs");
    assert_eq!(
        jobs.iter().map(|job| job.name.as_str()).collect::<Vec<_>>(),
        [
            "digests",
            "file-checks",
            "files",
            "freshness-mails",
            "lights",
            "mandates",
            "new-records",
            "retention",
            "review-reminders",
            "unused-accounts"
        ]
    );
    assert!(jobs.iter().all(|job| job.outcome.as_ref().is_some_and(|(outcome, _)| outcome.code() == "done")), "{jobs:?}");
});

on_both!(many_records_come_as_one_list_and_wait_on_a_page, |store| {
    let records: Vec<_> = (0..20).map(|n| practice(&format!("learning-{n}"), &format!("Practice {n}"), json!({}))).collect();
    let site = site(store, 0).await;
    site.save(&records).await;
    let (_, cookie) = member(&site, "amina", editor(), None).await;
    pass(&site, 1).await;
    assert_eq!(site.mails.sent().len(), 1);
    let links = links(&site, "/renew/");
    assert_eq!(links.len(), 12);
    let choice = site.get(&links[0]).await.expect(200);
    assert!(choice.text().contains("act=withdraw"));
    site.get(&format!("{}?act=withdraw", links[0])).await.expect(200);
    site.send(&links[0], &[], &[("act", "confirm")]).await.expect(200);
    site.send(&links[0], &[], &[("act", "confirm")]).await.expect(410);

    let own = [("cookie", cookie.as_str())];
    let page = site.get_with("/en/due", &own).await.expect(200);
    assert_eq!(page.text().matches("name=\"record\"").count(), 20);
    assert!(site.get_with("/en/desk", &own).await.expect(200).text().contains("20 records in your care"));
    site.send("/en/due", &own, &[("record", "practice/learning-7")]).await;
    site.send("/en/due", &own, &[("record", "practice/nothing")]).await.expect(404);
    let (_, other) = member(&site, "bruno", Roles::NONE, None).await;
    site.send("/en/due", &[("cookie", &other)], &[("record", "practice/learning-9")]).await.expect(404);
    site.get_with(&format!("{PAGE}/withdrawal"), &[("cookie", &other)]).await.expect(404);
    site.get_with(&format!("{PAGE}/withdrawal"), &own).await.expect(200);
});

on_both!(mails_of_a_topic_end_with_one_click, |store| {
    let site = site(store, 0).await;
    let (person, _) = member(&site, "amina", editor(), None).await;
    pass(&site, 1).await;
    let link = links(&site, "/unsubscribe/").pop().expect("a link");
    let mail = site.mails.sent().pop().expect("a mail");
    let bytes = String::from_utf8_lossy(mail.bytes()).into_owned();
    assert!(bytes.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{bytes}");
    site.get(&link).await.expect(200);
    let chosen = async || site.store.preferences(person.id.0).await.expect("preferences").get(&Topic::Freshness).copied();
    assert_ne!(chosen().await, Some(Frequency::Never), "looking ends nothing");
    // A mail program sends this, without cookies and without saying where it comes from.
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let request = crate::world::request(axum::http::Method::POST, &link, &form, "List-Unsubscribe=One-Click");
    site.ask(request).await.expect(200);
    assert_eq!(chosen().await, Some(Frequency::Never));
    pass(&site, 61).await;
    assert_eq!(site.mails.sent().len(), 1);
    assert_eq!(site.store.unread_notices(person.id.0).await.expect("notices"), 1, "it still stands on the desk");
    for wrong in ["0".repeat(64), "x".to_owned()] {
        site.get(&format!("/unsubscribe/{wrong}")).await.expect(410);
    }
});

on_both!(an_objection_and_its_answer_are_public, |store| {
    let site = site(store, 0).await;
    let (_, focal) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let (_, editor) = member(&site, "amina", editor(), None).await;
    let (_, other) = member(&site, "chen", Roles::NONE, None).await;
    let (focal, editor, other) = ([("cookie", focal.as_str())], [("cookie", editor.as_str())], [("cookie", other.as_str())]);
    let path = format!("{PAGE}/objection");
    let flows = async || site.get("/api/v1/flows").await.expect(200).text().contains("learning-the-trade");
    let counted = flows().await;
    let opens = async || words(&site, "/en/search?provider=BR&recipient=MZ").await.contains("Learning the trade");
    let need = json!({"text": "learning the trade", "country": "AO"});
    let answers = async || site.post("/api/v1/match", &need).await.expect(200).json()["practices"].to_string().contains("learning-the-trade");
    assert!(counted && opens().await && answers().await);

    for stranger in [&other, &editor] {
        site.get_with(&path, stranger).await.expect(404);
        site.send(&path, stranger, &[("ground", "wrong"), ("reason", "No."), ("organization", "senai")]).await.expect(404);
    }
    assert!(site.get_with(PAGE, &focal).await.expect(200).text().contains(&path));
    assert!(!site.get(PAGE).await.expect(200).text().contains(&path));
    site.get_with(&path, &focal).await.expect(200);
    site.send(&path, &focal, &[("ground", "wrong"), ("reason", "")]).await.expect(422);
    site.send(&path, &focal, &[("reason", "No.")]).await.expect(422);
    let fields = [("ground", "wrong"), ("reason", "We <i>left</i> in 2019."), ("organization", "senai")];
    site.send(&path, &focal, &fields).await.expect(303);
    site.send(&path, &focal, &fields).await.expect(422);
    site.site.follow().await.expect("the site follows");
    let page = words(&site, PAGE).await;
    assert!(page.contains("Contested") && page.contains("We <i>left</i> in 2019."), "{page}");
    assert!(!flows().await && !opens().await && !answers().await, "what is contested does not count");
    assert!(words(&site, "/en/practices").await.contains("Contested"), "lists say so");
    assert_eq!(site.get("/api/v1/practices/learning-the-trade").await.expect(200).json()["contested"], true);
    assert_eq!(site.get("/api/v1/search?q=trade").await.expect(200).json()["items"][0]["contested"], true);

    site.get_with("/en/objections", &focal).await.expect(404);
    let list = site.get_with("/en/objections", &editor).await.expect(200);
    let id = list.text().split("name=\"objection\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form").to_owned();
    assert!(site.get_with("/en/desk", &editor).await.expect(200).text().contains("1 objection waits"));
    let answer = [("objection", id.as_str()), ("outcome", "settled"), ("text", "The years are mended.")];
    site.send("/en/objections", &focal, &answer).await.expect(404);
    site.send("/en/objections", &editor, &[("objection", &id), ("outcome", "settled"), ("text", " ")]).await.expect(422);
    site.send("/en/objections", &editor, &answer).await.expect(303);
    site.site.follow().await.expect("the site follows");
    let page = words(&site, PAGE).await;
    assert!(!page.contains("Contested") && page.contains("The years are mended.") && page.contains("We <i>left</i> in 2019."), "{page}");
    assert!(flows().await && opens().await && answers().await);
});

on_both!(a_visitor_reports_a_problem_to_the_secretariat_alone, |store| {
    let site = site(store, 0).await;
    let (_, editor) = member(&site, "amina", editor(), None).await;
    let (_, other) = member(&site, "chen", Roles::NONE, None).await;
    assert!(site.get(PAGE).await.expect(200).text().contains("/en/report?about=practice%2Flearning-the-trade"));
    site.get("/en/report?about=practice/learning-the-trade").await.expect(200);
    for wrong in ["/en/report", "/en/report?about=practice/nothing", "/en/report?about=x"] {
        site.get(wrong).await.expect(404);
    }
    let about = ("about", "practice/learning-the-trade");
    site.send("/en/report", &[], &[about, ("text", " ")]).await.expect(422);
    site.send("/en/report", &[], &[about, ("text", "Dead link."), ("address", "nobody")]).await.expect(422);
    let sent = site.send("/en/report", &[], &[about, ("text", "Dead <u>link</u>."), ("address", "v@example.org")]).await.expect(303);
    assert!(site.get(sent.location()).await.expect(200).text().contains("Thank you"));

    site.get_with("/en/reports", &[("cookie", &other)]).await.expect(404);
    let own = [("cookie", editor.as_str())];
    let list = site.get_with("/en/reports", &own).await.expect(200);
    assert!(Html::read(list.text()).words().contains("Dead <u>link</u>.") && list.text().contains("v@example.org"));
    let id = list.text().split("name=\"report\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form").to_owned();
    site.send("/en/reports", &own, &[("report", &id)]).await.expect(303);
    assert!(!site.get_with("/en/reports", &own).await.expect(200).text().contains("Dead"));
    assert!(!words(&site, PAGE).await.contains("Dead"));

    let from = [("x-forwarded-for", "192.0.2.1")];
    for _ in 0..20 {
        site.send("/en/report", &from, &[about, ("text", "Again.")]).await.expect(303);
    }
    site.send("/en/report", &from, &[about, ("text", "Again.")]).await.expect(429);
});

on_both!(a_mandate_is_renewed_from_a_mail_or_lapses, |store| {
    let site = site(store, 0).await;
    let (bruno, _) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let mandate = async || site.store.mandates_of(bruno.id).await.expect("mandates").remove(0);
    let begun = site.clock.now();
    let to = async |days: i64| {
        let target = begun + SignedDuration::from_hours(24 * days);
        site.clock.advance(target.duration_since(site.clock.now()));
        run_jobs(&site.site).await;
        site.deliver().await;
    };
    to(300).await;
    let before = site.mails.sent().iter().filter(|mail| mail.text().contains("Your mandate")).count();
    assert_eq!(before, 0);
    to(340).await;
    to(342).await;
    let reminders: Vec<_> = site.mails.sent().into_iter().filter(|mail| mail.text().contains("Your mandate")).collect();
    assert_eq!(reminders.len(), 1);
    let link = reminders[0].text().split_whitespace().find(|word| word.contains("/renew/")).expect("a link").to_owned();
    let link = link.strip_prefix("https://ayni.example").expect("ours");
    let ends = mandate().await.renew_by;
    site.get(link).await.expect(200);
    assert_eq!(mandate().await.renew_by, ends);
    site.send(link, &[], &[]).await.expect(200);
    assert!(mandate().await.renew_by > ends);
    site.send(link, &[], &[]).await.expect(410);
    to(342 + 370).await;
    assert_eq!(mandate().await.state, MandateState::Lapsed);
});

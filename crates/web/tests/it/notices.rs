//! Notices: listed, opened, counted, and mailed as often as each member chose.

use ayni_domain::Person;
use ayni_domain::notice::{Frequency, Notice, Topic};
use ayni_store::testing::{on_both, organization};
use jiff::SignedDuration;
use serde_json::Map;

use crate::data::member;
use crate::html::Html;
use crate::world::{TestSite, fresh, practice};

const LIST: &str = "/en/notices";

async fn tell(site: &TestSite, person: &Person, message: &str, title: &str, path: &str) {
    let arguments = Map::from_iter([("title".to_owned(), title.into()), ("days".to_owned(), 3.into())]);
    let notice = Notice::new(person.id.0, Topic::Review, message, arguments, path).expect("a notice");
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_notice(&notice, site.clock.now()).await.expect("told");
    tx.commit().await.expect("committed");
}

async fn page(site: &TestSite, path: &str, cookie: &str) -> Html {
    let answer = site.get_with(path, &[("cookie", cookie)]).await.expect(200);
    let html = Html::read(answer.text());
    html.assert_harmless(path);
    assert_eq!(html.untranslated(), Vec::<String>::new(), "{path}");
    html
}

/// What the header says of notices.
fn bell(html: &Html) -> &str {
    let at = html.tags.iter().position(|tag| tag.get("class") == "bell");
    at.and_then(|at| html.tags.get(at + 1)).map_or("", |link| link.text.as_str())
}

/// Where the button of a notice is sent to.
fn buttons(html: &Html) -> Vec<String> {
    let forms = html.all("form").map(|form| form.get("action").to_owned());
    forms.filter(|action| action.starts_with("/en/notices/")).collect()
}

on_both!(notices_are_listed_opened_and_counted, |store| {
    let site = TestSite::new(store, &[practice("learning", "Learning", serde_json::json!({}))]).await;
    let (amina, own) = member(&site, "amina").await;
    let (bruno, other) = member(&site, "bruno").await;
    assert_eq!(bell(&page(&site, "/en/desk", &own).await), "Notices");
    assert!(page(&site, LIST, &own).await.words().contains("There is nothing here yet."));

    tell(&site, &amina, "notice-review-remind-author", "One <b>by one", "/desk").await;
    tell(&site, &amina, "notice-review-remind-author", "Two", "/practices/learning").await;
    tell(&site, &amina, "notice-of-an-earlier-version", "Three", "/desk").await;
    tell(&site, &bruno, "notice-review-remind-author", "Not for Amina", "/desk").await;
    for path in ["/en/desk", "/en/account", LIST] {
        assert_eq!(bell(&page(&site, path, &own).await), "Notices (3 unread)", "{path}");
    }
    assert_eq!(bell(&page(&site, "/en/desk", &other).await), "Notices (1 unread)");
    for public in ["/en/", "/en/practices/learning", "/en/adoption"] {
        assert_eq!(bell(&page(&site, public, &own).await), "", "{public}: only pages for members have it");
        assert!(!site.get(public).await.expect(200).text().contains("/notices"), "{public}");
    }

    let html = page(&site, LIST, &own).await;
    let words = html.words();
    assert!(words.contains("One <b>by one") && words.contains("3 unread notices") && words.contains("Something happened."), "{words}");
    assert!(!words.contains("Not for Amina"));
    assert_eq!(html.all("li").filter(|item| item.get("class") == "unread").count(), 3);
    let notices = buttons(&html);
    let opened = site.send(&notices[1], &[("cookie", &own)], &[]).await.expect(303);
    assert_eq!(opened.location(), "/en/practices/learning", "the newest stand first");
    assert_eq!(bell(&page(&site, LIST, &own).await), "Notices (2 unread)");
    site.send(&notices[0], &[("cookie", &other)], &[]).await.expect(404);
    for nothing in ["/en/notices/x", "/en/notices/00000000-0000-0000-0000-000000000000"] {
        site.send(nothing, &[("cookie", &own)], &[]).await.expect(404);
    }
    let visitor = site.send(&notices[0], &[], &[]).await.expect(303);
    assert!(visitor.location().starts_with("/en/sign-in"), "{}", visitor.location());
    let forged = [("cookie", own.as_str()), ("sec-fetch-site", "cross-site")];
    site.send(LIST, &forged, &[]).await.expect(403);

    site.send(LIST, &[("cookie", &own)], &[]).await.expect(303);
    let html = page(&site, LIST, &own).await;
    assert_eq!((bell(&html), html.all("li").filter(|item| item.get("class") == "unread").count()), ("Notices", 0));
    assert_eq!(bell(&page(&site, "/en/desk", &other).await), "Notices (1 unread)");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_notices_are_on_many_pages() {
    let site = fresh().await;
    let (amina, own) = member(&site, "amina").await;
    for number in 0..65 {
        tell(&site, &amina, "notice-review-remind-author", &format!("Number {number}."), "/desk").await;
    }
    let (mut path, mut found) = (LIST.to_owned(), Vec::new());
    loop {
        let html = page(&site, &path, &own).await;
        found.push(buttons(&html).len());
        let Some(older) = html.all("a").find(|link| link.get("rel") == "next") else { break };
        older.get("href").clone_into(&mut path);
    }
    assert_eq!(found, [30, 30, 5]);
    page(&site, "/ar/notices", &own).await;
    page(&site, "/en/notices?before=nonsense", &own).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn members_choose_how_often_they_are_mailed() {
    let site = fresh().await;
    let (amina, own) = member(&site, "amina").await;
    let path = "/en/account/notices";
    let html = page(&site, path, &own).await;
    let topics: Vec<&str> = html.all("select").map(|select| select.get("name")).collect();
    assert_eq!(topics, ["review", "mandate", "freshness", "translation", "objection", "digest-of-new-records"], "signing in is no choice");
    assert!(html.words().contains("nobody gets in without these mails"));

    let fields = [("review", "weekly"), ("mandate", "never"), ("digest-of-new-records", "daily")];
    assert_eq!(site.send(path, &[("cookie", &own)], &fields).await.expect(303).location(), "/en/account/notices?saved");
    let kept = site.store.preferences(amina.id.0).await.expect("preferences");
    assert_eq!((kept[&Topic::Review], kept[&Topic::Mandate], kept[&Topic::Objection]), (Frequency::Weekly, Frequency::Never, Frequency::AtOnce));
    let chosen = page(&site, path, &own).await;
    let selected: Vec<&str> =
        chosen.all("option").filter(|option| option.attributes.iter().any(|(name, _)| name == "selected")).map(|own| own.get("value")).collect();
    assert_eq!(selected, ["weekly", "never", "at-once", "weekly", "at-once", "daily"]);
    for (topic, wrong) in [("sign-in", "never"), ("digest-of-new-records", "at-once"), ("review", "hourly")] {
        site.send(path, &[("cookie", &own)], &[("objection", "never"), (topic, wrong)]).await.expect(422);
    }
    let kept = site.store.preferences(amina.id.0).await.expect("preferences");
    assert_eq!(kept[&Topic::Objection], Frequency::AtOnce, "nothing of a refused form is kept");
}

on_both!(who_follows_new_records_hears_once_a_day_how_many_there_are, |store| {
    let site = TestSite::new(store, &[organization("cplp", "CPLP")]).await;
    let (amina, own) = member(&site, "amina").await;
    member(&site, "bruno").await;
    site.send("/en/account/notices", &[("cookie", &own)], &[("digest-of-new-records", "daily")]).await.expect(303);
    for day in 0..2 {
        site.clock.advance(SignedDuration::from_hours(25));
        let tx = site.store.begin().await.expect("a transaction");
        let signature = ayni_store::revision::Signature { at: site.clock.now(), ..ayni_store::testing::signature() };
        if day == 0 {
            tx.save_all(&[organization("g7", "g7+"), organization("unasur", "UNASUR")], &signature).await.expect("saved");
        }
        tx.commit().await.expect("committed");
        site.clock.advance(SignedDuration::from_hours(1));
        ayni_web::run_jobs(&site.site).await;
    }
    let told = site.store.notices(amina.id.0, None, 9).await.expect("notices").entries;
    assert_eq!(told.len(), 1, "on a day without news nothing is said");
    let html = page(&site, LIST, &own).await;
    assert!(html.words().contains("New records: 2"), "{}", html.words());
    site.deliver().await;
    let mails: Vec<_> = site.mails.sent().into_iter().filter(|mail| mail.text().contains("New records: 2")).collect();
    assert_eq!(mails.iter().map(|mail| mail.to()).collect::<Vec<_>>(), ["amina@example.org"]);
});

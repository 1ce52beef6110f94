//! What nobody looks after is taken on: asked for, decided, and at once in good hands.

use ayni_domain::adoption::AdoptionState;
use ayni_domain::change::Change;
use ayni_domain::role::Roles;
use ayni_domain::{Person, Steward};
use ayni_store::testing::on_both;

use crate::care::{PAGE, editor, member, pass, site, words};
use crate::security::session;
use crate::world::{TestSite, key};

const ADOPT: &str = "/en/practices/learning-the-trade/adoption";
const QUEUE: &str = "/en/adoption/requests";

async fn steward(site: &TestSite) -> Steward {
    site.store.find(&key("practice/learning-the-trade")).await.expect("find").expect("there").envelope.steward.clone()
}

/// Mails that left for somebody, the newest last.
fn mails(site: &TestSite, person: &Person) -> Vec<String> {
    let address = person.email.as_ref().expect("an address").as_str();
    site.mails.sent().iter().filter(|mail| mail.to() == address).map(|mail| mail.text().to_owned()).collect()
}

/// The messages of somebody's notices, the newest first.
async fn notices(site: &TestSite, person: &Person) -> Vec<String> {
    let inbox = site.store.notices(person.id.0, None, 20).await.expect("notices");
    inbox.entries.iter().map(|entry| entry.notice.message().to_owned()).collect()
}

/// Asks for the practice for oneself, and returns the identifier of the request.
async fn ask(site: &TestSite, person: &Person, cookie: &str) -> String {
    let asked = [("steward", person.id.to_string()), ("reason", "I <b>ran</b> it.".to_owned())];
    let asked = asked.each_ref().map(|(name, value)| (*name, value.as_str()));
    let answer = site.send(ADOPT, &[("cookie", cookie)], &asked).await.expect(303);
    assert_eq!(answer.location(), ADOPT);
    site.store.adoptions_of(person.id).await.expect("requests")[0].1.id.to_string()
}

on_both!(a_member_asks_and_the_secretariat_gives_them_the_record, |store| {
    let site = site(store, 0).await;
    let amina = member(&site, "amina", editor(), None).await.0;
    let bruno = member(&site, "bruno", Roles::NONE, None).await.0;
    let (chen, own) = member(&site, "chen", Roles::NONE, None).await;
    site.get_with(ADOPT, &[("cookie", &own)]).await.expect(404);
    pass(&site, 181).await;
    let (secretariat, other, own) = (session(&site, &amina).await, session(&site, &bruno).await, session(&site, &chen).await);
    assert!(!site.get(PAGE).await.expect(200).text().contains(ADOPT), "visitors are led to the list");
    assert!(site.get_with(PAGE, &[("cookie", &own)]).await.expect(200).text().contains(ADOPT));
    assert!(site.get(ADOPT).await.expect(303).location().contains("/sign-in"));
    site.get_with(ADOPT, &[("cookie", &own)]).await.expect(200);

    let me = chen.id.to_string();
    for (steward, reason) in [("", "Me."), ("organization/senai", "Me."), (bruno.id.to_string().as_str(), "Not me."), (&me, "  ")] {
        let refused = site.send(ADOPT, &[("cookie", &own)], &[("steward", steward), ("reason", reason)]).await.expect(422);
        assert!(refused.text().contains(reason.trim()), "what was typed stays");
    }
    let id = ask(&site, &chen, &own).await;
    assert!(site.get_with(ADOPT, &[("cookie", &own)]).await.expect(200).text().contains("Your request waits"));
    ask(&site, &chen, &own).await;
    assert_eq!(site.store.open_adoptions(9).await.expect("requests").len(), 1, "a second press is nothing");
    ask(&site, &bruno, &other).await;
    assert_eq!(steward(&site).await, Steward::Secretariat, "asking gives nothing");
    assert_eq!(notices(&site, &amina).await[..2], ["notice-adoption-asked", "notice-adoption-asked"]);

    let staff = [("cookie", secretariat.as_str())];
    assert!(site.get_with("/en/desk", &staff).await.expect(200).text().contains("2 requests to take on records wait"));
    let queue = site.get_with(QUEUE, &staff).await.expect(200);
    assert!(queue.text().contains(&id) && queue.text().contains("chen asked on") && !queue.text().contains("<b>ran</b>"));
    let accept = [("request", id.as_str()), ("decision", "accept")];
    for cookie in [&own, &other] {
        site.get_with(QUEUE, &[("cookie", cookie)]).await.expect(404);
        site.send(QUEUE, &[("cookie", cookie)], &accept).await.expect(404);
    }
    site.send(QUEUE, &staff, &accept).await.expect(303);
    assert_eq!(steward(&site).await, Steward::Person(chen.id));
    site.send(QUEUE, &staff, &[("request", &id), ("decision", "decline"), ("reason", "Late.")]).await.expect(303);
    let revision = site.store.revisions(&key("practice/learning-the-trade")).await.expect("revisions").remove(0);
    let signed = (revision.change, revision.signature.author, revision.signature.reviewer);
    assert_eq!(signed, (Change::Adopted, chen.id.to_string(), amina.id.to_string()));
    let entry = site.store.audit(None, 1).await.expect("audit").remove(0);
    assert_eq!((entry.actor, entry.action.as_str(), entry.subject.as_str()), (amina.id.to_string(), "steward.set", "practice/learning-the-trade"));
    assert_eq!(site.store.adoptions_of(bruno.id).await.expect("requests")[0].1.state, AdoptionState::Passed);
    assert_eq!(notices(&site, &bruno).await, ["notice-adoption-passed"]);

    let api = site.get("/api/v1/practices/learning-the-trade").await.expect(200);
    assert!(api.json()["steward"].is_null() && !api.text().contains(&me), "a person is no matter of the API");
    site.deliver().await;
    let mail = mails(&site, &chen).pop().expect("a mail");
    assert!(mail.contains("is now in your care"), "{mail}");
    let links: Vec<&str> =
        mail.split_whitespace().filter_map(|word| word.strip_prefix("https://ayni.example")).filter(|path| path.contains("/renew/")).collect();
    assert_eq!(links.len(), 3, "still true, change, withdraw: {mail}");
    assert!(site.send(links[0], &[], &[]).await.expect(200).text().contains("Thank you"), "without signing in");
    site.send(links[0], &[], &[]).await.expect(410);
    site.site.follow().await.expect("the site follows");
    assert!(words(&site, PAGE).await.contains("Up to date"));
    site.get_with(ADOPT, &[("cookie", &other)]).await.expect(404);
});

on_both!(a_request_is_declined_with_a_reason_and_never_by_who_asked, |store| {
    let site = site(store, 0).await;
    pass(&site, 181).await;
    let (amina, secretariat) = member(&site, "amina", editor(), None).await;
    let (chen, own) = member(&site, "chen", Roles::NONE, None).await;
    let id = ask(&site, &chen, &own).await;
    let staff = [("cookie", secretariat.as_str())];
    let silent = site.send(QUEUE, &staff, &[("request", &id), ("decision", "decline"), ("reason", " ")]).await.expect(422);
    assert!(silent.text().contains("aria-invalid"));
    site.send(QUEUE, &staff, &[("request", &id), ("decision", "perhaps")]).await.expect(404);
    site.send(QUEUE, &staff, &[("request", &id), ("decision", "decline"), ("reason", "Nobody <i>knows</i> you.")]).await.expect(303);
    assert_eq!(steward(&site).await, Steward::Secretariat);
    site.deliver().await;
    assert!(mails(&site, &chen).pop().expect("a mail").contains("Nobody <i>knows</i> you."));

    // What somebody looks after again is not given away, though it was asked for.
    let id = ask(&site, &chen, &own).await;
    let tx = site.store.begin().await.expect("a transaction");
    let now = ayni_store::revision::Signature { at: site.clock.now(), ..ayni_store::testing::signature() };
    tx.confirm(&key("practice/learning-the-trade"), &now).await.expect("confirmed");
    tx.commit().await.expect("committed");
    let late = site.send(QUEUE, &staff, &[("request", &id), ("decision", "accept")]).await.expect(422);
    assert!(late.text().contains("cannot be accepted any more"), "{}", late.text());

    // One of the secretariat who asked before they were of it does not decide about that.
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(chen.id, editor()).await.expect("roles");
    tx.commit().await.expect("committed");
    site.send(QUEUE, &[("cookie", &own)], &[("request", &id), ("decision", "decline"), ("reason", "Mine.")]).await.expect(404);
    assert!(site.get_with(QUEUE, &[("cookie", &own)]).await.expect(200).text().contains("somebody else decides"));
    assert_ne!(amina.id, chen.id);
});

on_both!(an_organization_that_is_named_takes_a_record_on_at_once, |store| {
    let site = site(store, 0).await;
    let amina = member(&site, "amina", editor(), None).await.0;
    pass(&site, 181).await;
    let secretariat = session(&site, &amina).await;
    let (bruno, own) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let taken = site.send(ADOPT, &[("cookie", &own)], &[("steward", "organization/senai")]).await.expect(303);
    assert_eq!(taken.location(), PAGE);
    assert_eq!(steward(&site).await.to_string(), "organization/senai");
    let revision = site.store.revisions(&key("practice/learning-the-trade")).await.expect("revisions").remove(0);
    assert_eq!((revision.signature.author, revision.signature.reviewer.as_str()), (bruno.id.to_string(), "organization/senai"));
    assert_eq!(notices(&site, &amina).await[0], "notice-adoption-passed", "who looked after it before is told");
    site.deliver().await;
    assert_eq!(mails(&site, &bruno).pop().expect("a mail").matches("/renew/").count(), 3);
    assert_eq!(site.get("/api/v1/practices/learning-the-trade").await.expect(200).json()["steward"], "organization/senai");
    for cookie in [&own, &secretariat] {
        site.get_with(ADOPT, &[("cookie", cookie)]).await.expect(404);
    }
    for path in ["/en/organizations/senai/adoption", "/en/practices/nothing/adoption", "/en/practices/No%20Slug/adoption"] {
        site.get_with(path, &[("cookie", &own)]).await.expect(404);
    }
});

on_both!(the_secretariat_takes_on_what_it_likes_without_a_decision, |store| {
    let site = site(store, 0).await;
    let amina = member(&site, "amina", editor(), None).await.0;
    pass(&site, 181).await;
    let secretariat = session(&site, &amina).await;
    site.send(ADOPT, &[("cookie", &secretariat)], &[("steward", &amina.id.to_string())]).await.expect(303);
    assert_eq!(steward(&site).await, Steward::Person(amina.id));
    assert_eq!(site.store.open_adoptions(9).await.expect("requests"), []);
    site.site.follow().await.expect("the site follows");
    assert!(words(&site, &format!("{PAGE}/history")).await.contains("let through by The secretariat"));
});

//! Who speaks for an organization: said on its page, as far as each shows their name; ended by others with a reason.

use ayni_domain::Person;
use ayni_domain::mandate::{Capacity, Mandate, MandateState};
use ayni_domain::profile::Profile;
use ayni_domain::role::Roles;
use ayni_store::testing::{ask, on_both, organization};
use ayni_web::run_jobs;
use jiff::SignedDuration;
use serde_json::json;

use crate::care::{editor, member, site, words};
use crate::html::Html;
use crate::world::TestSite;

const SENAI: &str = "/en/organizations/senai";
const PEOPLE: &str = "/en/organizations/senai/people";

async fn show_name(site: &TestSite, person: &Person, visibility: &str) {
    let profile = json!({"name": {"value": "Bruno da Silva", "visibility": visibility}});
    let profile = Profile::read(profile.as_object().expect("an object")).expect("a profile");
    let tx = site.store.begin().await.expect("a transaction");
    tx.save_profile(person.id, &profile).await.expect("saved");
    tx.commit().await.expect("committed");
}

/// Lets somebody speak for an organization.
async fn trust(site: &TestSite, person: &Person, organization: &str, capacity: Capacity, decider: &Person) -> Mandate {
    let (asked, now) = (ask(person.id, organization, capacity, site.clock.now()), site.clock.now());
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_mandate(&asked).await.expect("asked");
    let active = asked.accept(decider.id, "", now).expect("accepted");
    tx.save_mandate(&active, MandateState::Requested).await.expect("saved");
    tx.commit().await.expect("committed");
    active
}

async fn notices(site: &TestSite, person: &Person) -> Vec<String> {
    let inbox = site.store.notices(person.id.0, None, 20).await.expect("notices");
    inbox.entries.iter().map(|entry| entry.notice.message().to_owned()).collect()
}

on_both!(an_organization_says_who_speaks_for_it, |store| {
    let site = site(store, 0).await;
    let (_, other) = member(&site, "chen", Roles::NONE, None).await;
    let (_, secretariat) = member(&site, "amina", editor(), None).await;
    let page = site.get(SENAI).await.expect(200);
    assert!(page.text().contains("Nobody speaks for it at present."), "{}", page.text());
    assert!(page.text().contains("/en/account/mandates?organization=senai"));
    assert!(words(&site, "/en/adoption").await.contains("SENAI"));

    let (bruno, own) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    show_name(&site, &bruno, "nobody").await;
    site.site.follow().await.expect("the site follows");
    let said = words(&site, SENAI).await;
    assert!(said.contains("A focal point who does not show their name, since") && !said.contains("Nobody speaks"), "{said}");
    assert!(!said.contains("Bruno") && !said.contains("bruno"), "{said}");
    show_name(&site, &bruno, "members").await;
    let to_members = site.get_with(SENAI, &[("cookie", &other)]).await.expect(200);
    assert!(to_members.text().contains("Bruno da Silva") && !to_members.text().contains(PEOPLE));
    assert!(!words(&site, SENAI).await.contains("Bruno"));
    show_name(&site, &bruno, "all").await;
    assert!(words(&site, "/fr/organizations/senai").await.contains("Bruno da Silva"));
    show_name(&site, &bruno, "nobody").await;
    assert!(!words(&site, "/fr/organizations/senai").await.contains("Bruno"), "who closes their profile is not named any more");
    assert!(site.get_with(SENAI, &[("cookie", &own)]).await.expect(200).text().contains(PEOPLE));

    let mandate = site.store.mandates_of(bruno.id).await.expect("mandates").remove(0);
    let position = site.store.position().await.expect("position");
    let ended = [("mandate", mandate.id.to_string()), ("reason", "He has left.".to_owned())];
    let ended = ended.each_ref().map(|(name, value)| (*name, value.as_str()));
    site.send(PEOPLE, &[("cookie", &secretariat)], &ended).await.expect(303);
    assert_eq!(site.store.position().await.expect("position"), position + 1, "the page follows the change log");
    site.site.follow().await.expect("the site follows");
    assert!(words(&site, SENAI).await.contains("Nobody has spoken for it since"));
});

on_both!(an_organization_whose_mandate_lapsed_is_shown_as_such, |store| {
    let site = site(store, 0).await;
    member(&site, "bruno", Roles::NONE, Some("senai")).await;
    site.site.follow().await.expect("the site follows");
    assert!(words(&site, SENAI).await.contains("A focal point"));
    site.clock.advance(SignedDuration::from_hours(24 * 400));
    assert!(words(&site, SENAI).await.contains("Nobody has spoken for it since"), "even before the daily job");
    run_jobs(&site.site).await;
    site.site.follow().await.expect("the site follows");
    let said = words(&site, SENAI).await;
    assert!(said.contains("Nobody has spoken for it since") && said.contains("Speak for it"), "{said}");
});

on_both!(mandates_of_others_are_ended_with_a_reason, |store| {
    let site = site(store, 0).await;
    site.save(&[organization("cplp", "CPLP")]).await;
    let (amina, secretariat) = member(&site, "amina", editor(), None).await;
    let (bruno, focal) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let (chen, contributor) = member(&site, "chen", Roles::NONE, None).await;
    let (diana, _) = member(&site, "diana", Roles::NONE, None).await;
    let of_chen = trust(&site, &chen, "senai", Capacity::Contributor, &amina).await.id.to_string();
    let of_diana = trust(&site, &diana, "senai", Capacity::FocalPoint, &amina).await.id.to_string();
    let elsewhere = trust(&site, &diana, "cplp", Capacity::FocalPoint, &amina).await.id.to_string();
    let of_bruno = site.store.mandates_of(bruno.id).await.expect("mandates")[0].id.to_string();

    assert!(site.get(PEOPLE).await.expect(303).location().contains("/sign-in"));
    site.get_with(PEOPLE, &[("cookie", &contributor)]).await.expect(404);
    site.get_with("/en/organizations/cplp/people", &[("cookie", &focal)]).await.expect(404);
    let list = site.get_with(PEOPLE, &[("cookie", &focal)]).await.expect(200);
    let said = Html::read(list.text()).words();
    assert!(["bruno", "chen", "diana"].iter().all(|name| said.contains(name)), "{said}");
    assert!(list.text().contains(&of_chen) && !list.text().contains(&of_diana) && !list.text().contains(&of_bruno), "contributors alone");

    let by_focal = [("cookie", focal.as_str())];
    let silent = site.send(PEOPLE, &by_focal, &[("mandate", &of_chen), ("reason", " ")]).await.expect(422);
    assert!(silent.text().contains("aria-invalid"));
    site.send(PEOPLE, &[("cookie", &contributor)], &[("mandate", &of_bruno), ("reason", "No.")]).await.expect(404);
    site.send(PEOPLE, &by_focal, &[("mandate", &of_diana), ("reason", "No.")]).await.expect(404);
    site.send(PEOPLE, &[("cookie", &secretariat)], &[("mandate", &elsewhere), ("reason", "No.")]).await.expect(404);
    let done = site.send(PEOPLE, &by_focal, &[("mandate", &of_chen), ("reason", "She <i>left</i> us.")]).await.expect(303);
    assert!(site.get_with(done.location(), &by_focal).await.expect(200).text().contains("The mandate has ended."));
    let ended = site.store.mandates_of(chen.id).await.expect("mandates").remove(0);
    assert_eq!((ended.state, ended.decision.expect("a decision").by), (MandateState::Ended, bruno.id));
    let entry = site.store.audit(None, 1).await.expect("audit").remove(0);
    assert_eq!((entry.actor, entry.action.as_str(), entry.subject), (bruno.id.to_string(), "mandate.ended", chen.id.to_string()));
    assert_eq!(entry.details, json!({"organization": "senai", "capacity": "contributor"}), "the reason is for who lost it");
    assert_eq!(notices(&site, &chen).await, ["notice-mandate-ended"]);
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert_eq!(mail.to(), "chen@example.org");
    assert!(mail.text().contains("SENAI") && mail.text().contains("She <i>left</i> us."), "{}", mail.text());

    site.send(PEOPLE, &[("cookie", &secretariat)], &[("mandate", &of_diana), ("reason", "She asked for it.")]).await.expect(303);
    assert_eq!(notices(&site, &diana).await, ["notice-mandate-ended"]);
    site.send(PEOPLE, &by_focal, &[("mandate", &of_bruno), ("reason", "I go.")]).await.expect(303);
    assert_eq!(site.store.mandates_of(bruno.id).await.expect("mandates")[0].state, MandateState::Active, "one's own is given up elsewhere");
});

on_both!(who_decides_hears_of_a_request, |store| {
    let site = site(store, 0).await;
    let (amina, _) = member(&site, "amina", editor(), None).await;
    let (chen, own) = member(&site, "chen", Roles::NONE, None).await;
    let request = [("organization", "senai"), ("capacity", "contributor"), ("evidence", "The staff page names me.")];
    site.send("/en/account/mandates", &[("cookie", &own)], &request).await.expect(303);
    assert_eq!(notices(&site, &amina).await, ["notice-mandate-asked"], "without a focal point it is for the secretariat");
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.to() == "amina@example.org" && mail.text().contains("Somebody asks to speak for SENAI"), "{}", mail.text());
    assert!(!mail.text().contains("staff page") && !mail.text().contains("chen"), "the evidence is read on the page");

    let (bruno, _) = member(&site, "bruno", Roles::NONE, Some("senai")).await;
    let request = [("organization", "senai"), ("capacity", "focal-point"), ("evidence", "The staff page names me.")];
    site.send("/en/account/mandates", &[("cookie", &own)], &request).await.expect(303);
    assert_eq!(notices(&site, &bruno).await, ["notice-mandate-asked"]);
    assert_eq!(notices(&site, &amina).await.len(), 1, "its focal point decides");
    assert_eq!(notices(&site, &chen).await, Vec::<String>::new());
});

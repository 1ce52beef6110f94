//! People are trusted: mandates are asked for and decided, roles are given, never by those who have them.

use ayni_domain::mandate::{Capacity, MandateState};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Person, Slug};
use ayni_store::testing::{add_person, on_both, organization};
use ayni_store::{Secret, Store};
use jiff::tz::TimeZone;

use crate::html::Html;
use crate::world::{TestSite, practice};

const OWN: &str = "/en/account/mandates";

async fn site(store: Store) -> TestSite {
    let records = [organization("senai", "SENAI"), organization("cplp", "CPLP"), practice("learning", "SENAI learns", serde_json::json!({}))];
    TestSite::new(store, &records).await
}

async fn member(site: &TestSite, handle: &str, roles: Roles) -> (Person, String) {
    let person = add_person(&site.store, handle).await;
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_roles(person.id, roles).await.expect("roles");
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", site.clock.now()).await.expect("a session");
    (person, format!("__Host-ayni={secret}"))
}

fn administrator() -> Roles {
    Roles::NONE.with(Role::Administrator)
}

async fn mandates(site: &TestSite, person: &Person) -> Vec<(Slug, Capacity)> {
    let today = site.clock.now().to_zoned_datetime(TimeZone::UTC).date();
    site.store.standing(person.id, today).await.expect("standing").expect("a person").mandates
}

async fn words(site: &TestSite, path: &str, cookie: &str) -> String {
    Html::read(site.get_with(path, &[("cookie", cookie)]).await.expect(200).text()).words()
}

/// Asks for a mandate of SENAI, and returns its identifier.
async fn ask(site: &TestSite, person: &Person, cookie: &str, capacity: &str) -> String {
    let fields = [("organization", "senai"), ("capacity", capacity), ("evidence", "The <b>staff</b> page names me.")];
    let asked = site.send(OWN, &[("cookie", cookie)], &fields).await.expect(303);
    assert_eq!(asked.header("location"), "/en/account/mandates?sent");
    site.store.mandates_of(person.id).await.expect("mandates")[0].id.to_string()
}

on_both!(a_member_asks_and_an_administrator_accepts, |store| {
    let site = site(store).await;
    let (amina, own) = member(&site, "amina", Roles::NONE).await;
    let (_, admin) = member(&site, "rosa", administrator()).await;
    let found = site.get_with(&format!("{OWN}?q=senai"), &[("cookie", &own)]).await.expect(200);
    assert!(found.text().contains("value=\"senai\"") && !found.text().contains("value=\"learning\""), "organizations only");
    assert!(found.text().contains("Your mail address is of its domain"), "amina@example.org and https://example.org/");
    assert!(words(&site, &format!("{OWN}?q=zzzz"), &own).await.contains("No organization was found"));
    assert!(site.get_with(&format!("{OWN}?organization=cplp"), &[("cookie", &own)]).await.expect(200).text().contains("<details open"));

    for (capacity, evidence, organization, status) in
        [("", "Me.", "senai", 422), ("king", "Me.", "senai", 422), ("contributor", " ", "senai", 422), ("contributor", "Me.", "absent", 404)]
    {
        let fields = [("organization", organization), ("capacity", capacity), ("evidence", evidence)];
        site.send(OWN, &[("cookie", &own)], &fields).await.expect(status);
    }
    let id = ask(&site, &amina, &own, "focal-point").await;
    let again = [("organization", "senai"), ("capacity", "focal-point"), ("evidence", "Once more.")];
    let again = site.send(OWN, &[("cookie", &own)], &again).await.expect(422);
    assert!(again.text().contains("asked for this already") && again.text().contains("Once more."));
    assert!(words(&site, OWN, &own).await.contains("nobody has decided yet"));
    assert_eq!(mandates(&site, &amina).await, [], "a request gives no rights");

    assert!(words(&site, "/en/desk", &admin).await.contains("1 request to speak for an organization waits"));
    let queue = site.get_with("/en/mandates", &[("cookie", &admin)]).await.expect(200);
    assert!(queue.text().contains(&id) && !queue.text().contains("<b>staff</b>"));
    site.send("/en/mandates", &[("cookie", &admin)], &[("mandate", &id), ("decision", "accept")]).await.expect(303);
    assert_eq!(mandates(&site, &amina).await, [(Slug::parse("senai").expect("a slug"), Capacity::FocalPoint)]);
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert_eq!(mail.to(), "amina@example.org");
    assert!(mail.text().contains("You now speak for SENAI"), "{}", mail.text());
    assert!(words(&site, OWN, &own).await.contains("In force until"));
    site.send("/en/mandates", &[("cookie", &admin)], &[("mandate", &id), ("decision", "refuse"), ("note", "No.")]).await.expect(303);
    assert_eq!(mandates(&site, &amina).await.len(), 1, "it is decided already");

    site.send("/en/account/mandates/end", &[("cookie", &admin)], &[("mandate", &id)]).await.expect(404);
    site.send("/en/account/mandates/end", &[("cookie", &own)], &[("mandate", &id)]).await.expect(303);
    assert_eq!(mandates(&site, &amina).await, []);
});

on_both!(a_focal_point_refuses_with_a_reason, |store| {
    let site = site(store).await;
    let (amina, focal) = member(&site, "amina", Roles::NONE).await;
    let (bruno, own) = member(&site, "bruno", Roles::NONE).await;
    let (_, admin) = member(&site, "rosa", administrator()).await;
    let id = ask(&site, &amina, &focal, "focal-point").await;
    site.get_with("/en/mandates", &[("cookie", &focal)]).await.expect(404);
    site.send("/en/mandates", &[("cookie", &admin)], &[("mandate", &id), ("decision", "accept")]).await.expect(303);
    let id = ask(&site, &bruno, &own, "contributor").await;
    assert!(words(&site, "/en/mandates", &focal).await.contains("bruno asked on"));
    let refusal = [("mandate", id.as_str()), ("decision", "refuse"), ("note", " ")];
    assert!(site.send("/en/mandates", &[("cookie", &focal)], &refusal).await.expect(422).text().contains("aria-invalid"));
    site.send("/en/mandates", &[("cookie", &focal)], &[("mandate", &id), ("decision", "refuse"), ("note", "Nobody here knows you.")])
        .await
        .expect(303);
    assert_eq!(site.store.mandates_of(bruno.id).await.expect("mandates")[0].state, MandateState::Refused);
    site.deliver().await;
    assert!(site.mails.sent().pop().expect("a mail").text().contains("Nobody here knows you."));
    assert!(words(&site, OWN, &own).await.contains("Nobody here knows you."));
});

on_both!(nobody_decides_their_own_mandate, |store| {
    let site = site(store).await;
    let (rosa, own) = member(&site, "rosa", administrator()).await;
    let id = ask(&site, &rosa, &own, "contributor").await;
    assert!(words(&site, "/en/mandates", &own).await.contains("No request waits for you"));
    site.send("/en/mandates", &[("cookie", &own)], &[("mandate", &id), ("decision", "accept")]).await.expect(404);
    assert_eq!(mandates(&site, &rosa).await, []);
    let (_, other) = member(&site, "chen", Roles::NONE).await;
    site.send("/en/mandates", &[("cookie", &other)], &[("mandate", &id), ("decision", "accept")]).await.expect(404);
});

on_both!(an_administrator_gives_roles_to_others_and_not_to_themselves, |store| {
    let site = site(store).await;
    let (rosa, admin) = member(&site, "rosa", administrator()).await;
    let (amina, own) = member(&site, "amina", Roles::NONE).await;
    let roles = async |person: &Person| site.store.person(person.id).await.expect("a person").expect("there").roles;
    let (amina_id, rosa_id) = (amina.id.0.to_string(), rosa.id.0.to_string());
    assert!(words(&site, "/en/people", &admin).await.contains("amina@example.org"));
    site.get_with("/en/people", &[("cookie", &own)]).await.expect(404);
    site.send("/en/people", &[("cookie", &own)], &[("person", &amina_id), ("role", "administrator")]).await.expect(404);
    assert_eq!(roles(&amina).await, Roles::NONE);

    let given = [("person", amina_id.as_str()), ("role", "reviewer"), ("role", "translator")];
    site.send("/en/people", &[("cookie", &admin)], &given).await.expect(303);
    assert_eq!(roles(&amina).await, Roles::NONE.with(Role::Reviewer).with(Role::Translator));
    let entry = site.store.audit(None, 1).await.expect("audit").remove(0);
    assert_eq!((entry.actor, entry.action.as_str(), entry.subject), (rosa.id.to_string(), "roles.set", amina.id.to_string()));
    site.send("/en/people", &[("cookie", &admin)], &[("person", &amina_id), ("role", "king")]).await.expect(404);
    site.send("/en/people", &[("cookie", &admin)], &[("person", &rosa_id), ("role", "reviewer")]).await.expect(404);
    assert_eq!(roles(&rosa).await, administrator());
    site.send("/en/people", &[("cookie", &admin)], &[("person", &amina_id)]).await.expect(303);
    assert_eq!(roles(&amina).await, Roles::NONE);
    assert_eq!(site.store.audit(None, 9).await.expect("audit").len(), 2);
});

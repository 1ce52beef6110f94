//! Accounts that nobody uses: a mail asks, one click keeps them, and without it they are erased a month later.

use ayni_domain::Person;
use ayni_domain::role::{Role, Roles};
use ayni_store::testing::{on_both, organization};
use jiff::SignedDuration;

use crate::data::{give_roles, member};
use crate::world::TestSite;

async fn pass(site: &TestSite, days: i64) {
    site.clock.advance(SignedDuration::from_hours(24 * days));
    ayni_web::run_jobs(&site.site).await;
    site.deliver().await;
}

/// Links that keep an account, in the order of the mails.
fn links(site: &TestSite) -> Vec<String> {
    let found = |mail: &ayni_mail::Message| mail.text().split_whitespace().find(|word| word.contains("/keep/")).map(str::to_owned);
    let links = site.mails.sent().iter().filter_map(found).collect::<Vec<_>>();
    links.iter().map(|link| link.strip_prefix("https://ayni.example").expect("ours").to_owned()).collect()
}

async fn is_there(site: &TestSite, person: &Person) -> bool {
    site.store.person(person.id).await.expect("asked").is_some()
}

/// An instance in which two people were last seen today.
async fn site(store: ayni_store::Store) -> (TestSite, Person, Person) {
    let site = TestSite::new(store, &[organization("cplp", "CPLP")]).await;
    let ((amina, _), (bruno, _)) = (member(&site, "amina").await, member(&site, "bruno").await);
    (site, amina, bruno)
}

on_both!(an_account_that_nobody_keeps_is_erased_a_month_after_its_owner_was_asked, |store| {
    let (site, amina, bruno) = site(store).await;
    pass(&site, 1_065).await;
    assert_eq!(links(&site).len(), 0, "not before its time");
    pass(&site, 1).await;
    let asked = links(&site);
    assert_eq!(asked.len(), 2);
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.text().contains("Nobody has used your account") && mail.bytes().len() < 20_000, "{}", mail.text());
    let own = site.mails.sent().iter().position(|mail| mail.to() == "amina@example.org").expect("a mail to Amina");
    for _ in 0..2 {
        assert!(site.get(&asked[own]).await.expect(200).text().contains("Keep my account"));
    }
    pass(&site, 10).await;
    assert_eq!(links(&site).len(), 2, "asked once");

    let kept = site.send(&asked[own], &[], &[]).await.expect(200);
    assert!(kept.text().contains("Your account stays"));
    site.send(&asked[own], &[], &[]).await.expect(410);
    site.get(&asked[own]).await.expect(410);
    site.send(&format!("/en/keep/{}", "0".repeat(64)), &[], &[]).await.expect(410);
    pass(&site, 19).await;
    assert!(is_there(&site, &amina).await && is_there(&site, &bruno).await, "the month is not over");
    pass(&site, 2).await;
    assert!(is_there(&site, &amina).await && !is_there(&site, &bruno).await);
    let last = site.mails.sent().pop().expect("a mail");
    assert!(last.to() == "bruno@example.org" && last.text().contains("nobody had used it for three years"), "{}", last.text());
    let audit = site.store.audit(None, 9).await.expect("audit");
    assert_eq!((audit[0].action.as_str(), audit[0].actor.as_str(), audit[0].subject.clone()), ("person.erased", "job", bruno.id.to_string()));
    assert!(site.store.mails(None, None, 50).await.expect("mails").iter().all(|mail| !mail.to.contains("bruno")));
});

on_both!(who_comes_back_after_the_warning_is_left_alone, |store| {
    let (site, amina, _) = site(store).await;
    pass(&site, 1_066).await;
    crate::data::sign_in(&site, &amina).await;
    pass(&site, 40).await;
    assert!(is_there(&site, &amina).await);
});

on_both!(the_last_administrator_is_asked_and_never_erased, |store| {
    let site = TestSite::new(store, &[organization("cplp", "CPLP")]).await;
    let (rosa, _) = member(&site, "rosa").await;
    give_roles(&site, &rosa, Roles::NONE.with(Role::Administrator)).await;
    pass(&site, 1_100).await;
    assert_eq!(links(&site).len(), 1);
    for _ in 0..3 {
        pass(&site, 31).await;
    }
    assert!(is_there(&site, &rosa).await);
    assert!(links(&site).len() > 1, "but asked again");
    let (other, _) = member(&site, "bo").await;
    give_roles(&site, &other, Roles::NONE.with(Role::Administrator)).await;
    pass(&site, 31).await;
    assert!(!is_there(&site, &rosa).await && is_there(&site, &other).await);
});

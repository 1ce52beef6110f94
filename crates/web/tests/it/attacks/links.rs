//! Links of mails: each works once, in its time, for its purpose and its person, and only letter by letter.

use ayni_domain::mandate::MandateState;
use ayni_domain::notice::{Frequency, Topic};
use ayni_domain::role::Role;
use ayni_domain::{EmailAddress, Person, RecordKey, Steward};
use ayni_store::Store;
use ayni_store::revision::Signature;
use ayni_store::testing::{on_both, organization, signature};
use ayni_web::run_jobs;
use jiff::SignedDuration;
use jiff::civil::Date;
use serde_json::json;

use super::Somebody;
use crate::world::{TestSite, key, practice};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn record() -> RecordKey {
    key("practice/learning-the-trade")
}

/// An instance with a practice that its steward has to look at, one link of each sort, and whose they are.
struct Mailed {
    site: TestSite,
    sign_in: String,
    confirm: String,
    withdraw: String,
    mandate: String,
    unsubscribe: String,
    amina: Person,
}

/// The path of a link in the last mail to somebody that has a part in it; the last of several, or the first.
fn link(site: &TestSite, to: &str, part: &str, last: bool) -> String {
    let mails = site.mails.sent();
    let links = mails.iter().rev().filter(|mail| mail.to() == to).find_map(|mail| {
        let links: Vec<String> =
            mail.text().split_whitespace().filter_map(|word| word.strip_prefix("https://ayni.example")).map(str::to_owned).collect();
        let links: Vec<String> = links.into_iter().filter(|link| link.contains(part)).collect();
        (!links.is_empty()).then_some(links)
    });
    let mut links = links.unwrap_or_else(|| panic!("{to} got no link to {part}"));
    if last { links.pop().expect("a link") } else { links.remove(0) }
}

impl Mailed {
    async fn new(store: Store) -> Self {
        let site = TestSite::new(store, &[practice("learning-the-trade", "Learning the trade", json!({})), organization("senai", "SENAI")]).await;
        let amina = Somebody::new(&site, "amina", &[Role::Editor]).await.person;
        let steward = Steward::Person(amina.id);
        let tx = site.store.begin().await.expect("a transaction");
        tx.set_steward(&record(), &steward, &signature()).await.expect("a steward");
        tx.confirm(&record(), &Signature { at: site.clock.now(), ..signature() }).await.expect("confirmed");
        let far = "2040-01-01T00:00:00Z".parse().expect("a time"); // nobody is asked about it here
        tx.confirm(&key("organization/senai"), &Signature { at: far, ..signature() }).await.expect("confirmed");
        tx.commit().await.expect("committed");
        // The mandate of two years later is in its last month when the practice is due.
        site.clock.advance(DAY * 396);
        Somebody::new(&site, "bruno", &[]).await.speaks_for("senai", amina.id).await;
        site.clock.advance(DAY * 340);
        run_jobs(&site.site).await;
        site.site.follow().await.expect("the site follows");
        site.send("/en/sign-in", &[], &[("email", "amina@example.org")]).await.expect(200);
        site.deliver().await;
        Self {
            sign_in: link(&site, "amina@example.org", "/sign-in/", false),
            confirm: link(&site, "amina@example.org", "/renew/", false),
            withdraw: link(&site, "amina@example.org", "/renew/", true),
            mandate: link(&site, "bruno@example.org", "/renew/", false),
            unsubscribe: link(&site, "amina@example.org", "/unsubscribe/", false),
            amina,
            site,
        }
    }

    fn all(&self) -> [&str; 5] {
        [&self.sign_in, &self.confirm, &self.withdraw, &self.mandate, &self.unsubscribe]
    }

    async fn press(&self, link: &str) -> u16 {
        self.site.send(link, &[], &[("reason", "It is over.")]).await.status.as_u16()
    }

    /// All that a link could change: revisions, mandates, sessions, what is mailed.
    async fn state(&self) -> (i64, Vec<(MandateState, Option<Date>)>, usize, Option<Frequency>) {
        let store = &self.site.store;
        let mandates = store.mandates_for(&key("organization/senai").slug).await.expect("mandates");
        let mandates: Vec<_> = mandates.into_iter().map(|mandate| (mandate.state, mandate.renew_by)).collect();
        let sessions = store.sessions(self.amina.id, self.site.clock.now()).await.expect("sessions").len();
        let topic = store.preferences(self.amina.id.0).await.expect("preferences").get(&Topic::Freshness).copied();
        (store.position().await.expect("position"), mandates, sessions, topic)
    }
}

on_both!(a_link_that_was_altered_or_is_for_something_else_does_nothing, |store| {
    let mailed = Mailed::new(store).await;
    let before = mailed.state().await;
    for link in mailed.all() {
        let (place, secret) = link.rsplit_once('/').expect("a secret");
        for at in [0, 31, 63] {
            let other = if &secret[at..=at] == "0" { "1" } else { "0" };
            let altered = format!("{place}/{}{other}{}", &secret[..at], &secret[at + 1..]);
            assert_eq!(mailed.press(&altered).await, 410, "{place}: another letter");
        }
        for wrong in [secret.to_uppercase(), secret[..63].to_owned(), format!("{secret}0"), format!("%20{secret}"), format!("{secret}%00")] {
            if wrong != secret {
                assert_eq!(mailed.press(&format!("{place}/{wrong}")).await, 410, "{place}: another form");
            }
        }
        for other in mailed.all() {
            let (other, _) = other.rsplit_once('/').expect("a place");
            if other != place {
                assert_eq!(mailed.press(&format!("{other}/{secret}")).await, 410, "{place} at {other}");
                mailed.site.get(&format!("{other}/{secret}")).await.expect(410);
            }
        }
    }
    assert_eq!(mailed.state().await, before);
});

on_both!(a_link_is_taken_once_and_looking_takes_nothing, |store| {
    let mailed = Mailed::new(store).await;
    for link in mailed.all() {
        for _ in 0..3 {
            mailed.site.get(link).await.expect(200);
        }
    }
    for (link, done) in [(&mailed.sign_in, 303), (&mailed.confirm, 200), (&mailed.mandate, 200)] {
        assert_eq!(mailed.press(link).await, done);
        let after = mailed.state().await;
        for _ in 0..2 {
            assert_eq!(mailed.press(link).await, 410, "a second time");
        }
        assert_eq!(mailed.state().await, after);
    }
    assert_eq!(mailed.press(&mailed.withdraw).await, 410, "one answer for all links about the same state of a record");
    mailed.site.get("/en/practices/learning-the-trade").await.expect(200);
    let mut preferences = mailed.site.store.preferences(mailed.amina.id.0).await.expect("preferences");
    // A mail program may send this again and again; it says the same each time.
    for _ in 0..2 {
        assert_eq!(mailed.press(&mailed.unsubscribe).await, 200);
    }
    preferences.insert(Topic::Freshness, Frequency::Never);
    assert_eq!(mailed.site.store.preferences(mailed.amina.id.0).await.expect("preferences"), preferences, "of one topic");
});

on_both!(a_link_ends_with_its_time, |store| {
    let mailed = Mailed::new(store).await;
    let position = mailed.site.store.position().await.expect("position");
    mailed.site.clock.advance(SignedDuration::from_mins(31));
    assert_eq!(mailed.press(&mailed.sign_in).await, 410);
    mailed.site.get(&mailed.confirm).await.expect(200);
    mailed.site.clock.advance(DAY * 46);
    assert_eq!(mailed.press(&mailed.mandate).await, 410);
    mailed.site.clock.advance(DAY * 155);
    for link in [&mailed.confirm, &mailed.withdraw] {
        assert_eq!(mailed.press(link).await, 410);
    }
    assert_eq!(mailed.site.store.position().await.expect("position"), position, "the change log knows nothing of it");
});

on_both!(a_link_acts_for_its_person_whoever_presses_it, |store| {
    let mailed = Mailed::new(store).await;
    let chen = Somebody::new(&mailed.site, "chen", &[Role::Administrator]).await;
    chen.post(&mailed.confirm, &[]).await.expect(200);
    let last = mailed.site.store.revisions(&record()).await.expect("revisions").remove(0);
    assert_eq!(last.signature.author, mailed.amina.id.to_string(), "not for who is signed in there");
    let entered = chen.post(&mailed.sign_in, &[]).await.expect(303);
    let cookie = entered.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    let account = mailed.site.get_with("/en/account", &[("cookie", &cookie)]).await.expect(200);
    assert!(account.text().contains("amina@example.org"), "it signs in whom it was mailed to");
    assert!(chen.get("/en/account").await.expect(200).text().contains("chen@example.org"), "and leaves other sessions alone");
});

on_both!(links_of_an_erased_account_do_nothing, |store| {
    let mailed = Mailed::new(store).await;
    let bruno = EmailAddress::parse("bruno@example.org").expect("an address");
    let bruno = mailed.site.store.person_by_email(&bruno).await.expect("find").expect("there");
    let tx = mailed.site.store.begin().await.expect("a transaction");
    for person in [mailed.amina.id, bruno.id] {
        tx.erase_person(person, mailed.site.clock.now()).await.expect("erased");
    }
    tx.commit().await.expect("committed");
    let position = mailed.site.store.position().await.expect("position");
    for link in [&mailed.sign_in, &mailed.confirm, &mailed.withdraw, &mailed.mandate] {
        assert_eq!(mailed.press(link).await, 410, "{link}");
    }
    assert_eq!(mailed.site.store.position().await.expect("position"), position);
    let mandates = mailed.site.store.mandates_for(&key("organization/senai").slug).await.expect("mandates");
    assert_eq!(mandates[0].state, MandateState::Ended);
});

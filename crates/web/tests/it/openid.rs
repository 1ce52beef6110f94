//! Signing in at an identity provider: who gets an account, who is connected with one, and who gets nowhere.

use ayni_auth::testing::{CLIENT, CODE, SECRET, TestProvider};
use ayni_domain::EmailAddress;
use ayni_domain::proof::Proof;
use ayni_store::Store;
use ayni_store::testing::{add_person, on_both};
use ayni_web::OpenId;
use jiff::SignedDuration;

use crate::html::Html;
use crate::security::{PAGE, member};
use crate::world::{Answer, TestSite};

const SESSION: &str = "__Host-ayni";
const WAY: &str = "__Host-ayni-openid";
const START: &str = "/en/sign-in/openid?next=%2Fen%2Fdrafts";

/// An instance with a provider that says of everybody that they are Ana, with a verified address.
async fn world(store: Store) -> (TestSite, TestProvider) {
    let there = TestProvider::start().await;
    let openid = OpenId { name: "Ministry".into(), issuer: there.address.clone(), client: CLIENT.into(), secret: Some(SECRET.into()) };
    let site = TestSite::with_provider(store, openid).await;
    let now = site.clock.now().as_second();
    there.script().claims["exp"] = (now + 100_000).into();
    (site, there)
}

/// Goes to the provider and signs in there: the address to come back to, and the cookie of the way.
async fn go(site: &TestSite, there: &TestProvider, path: &str, headers: &[(&str, &str)]) -> (String, String) {
    let sent = site.get_with(path, headers).await.expect(303);
    assert_eq!(sent.header("cache-control"), "private, no-store");
    let state = there.sign_in(sent.location());
    (format!("/sign-in/openid/back?code={CODE}&state={state}"), sent.cookie(WAY))
}

/// There and back.
async fn round(site: &TestSite, there: &TestProvider) -> Answer {
    let (back, way) = go(site, there, START, &[]).await;
    site.get_with(&back, &[("cookie", &way)]).await
}

async fn signed_in(site: &TestSite, answer: &Answer) -> bool {
    site.get_with("/en/desk", &[("cookie", &answer.cookie(SESSION))]).await.status == 200
}

on_both!(a_new_address_that_the_provider_has_verified_gets_an_account, |store| {
    let (site, there) = world(store).await;
    for _ in 0..2 {
        let entered = round(&site, &there).await.expect(303);
        assert_eq!(entered.location(), "/en/drafts");
        assert!(signed_in(&site, &entered).await);
    }
    let ana = site.store.person_by_email(&EmailAddress::parse("ana@example.org").expect("an address")).await.expect("a look").expect("Ana");
    let sessions = site.store.sessions(ana.id, site.clock.now()).await.expect("sessions");
    assert!(sessions.len() == 2 && sessions.iter().all(|session| session.proof == Proof::OpenIdConnect));
    assert_eq!((ana.handle.as_str(), site.store.identities(ana.id).await.expect("identities").len()), ("member", 1));
    // From now on the subject counts, not the address.
    there.script().claims["email"] = "other@example.org".into();
    assert!(signed_in(&site, &round(&site, &there).await.expect(303)).await);
    assert_eq!(site.store.sessions(ana.id, site.clock.now()).await.expect("sessions").len(), 3);
});

on_both!(an_address_that_nobody_verified_opens_nothing, |store| {
    let (site, there) = world(store).await;
    there.script().claims["email_verified"] = false.into();
    there.script().user_info["email_verified"] = false.into();
    let stopped = round(&site, &there).await.expect(403);
    assert!(stopped.headers.get("set-cookie").is_none() && stopped.text().contains("Ministry does not say that your mail address is confirmed"));
    assert!(site.store.people(None, 9).await.expect("people").is_empty());
});

on_both!(an_address_with_an_account_is_connected_by_a_mailed_link_in_the_same_browser, |store| {
    let (site, there) = world(store).await;
    let ana = add_person(&site.store, "ana").await; // ana@example.org
    let link = async || {
        let (back, way) = go(&site, &there, START, &[]).await;
        let mailed = site.get_with(&back, &[("cookie", &way)]).await.expect(200);
        assert_eq!(mailed.header("cache-control"), "private, no-store");
        assert!(Html::read(mailed.text()).words().contains("ana@example.org has an account already"));
        site.deliver().await;
        let mail = site.mails.sent().pop().expect("a mail");
        assert!(mail.to() == "ana@example.org" && mail.text().contains("Somebody signed in with Ministry"), "{}", mail.text());
        let link = mail.text().split_whitespace().find(|word| word.contains("/sign-in/")).expect("a link").to_owned();
        (link.strip_prefix("https://ayni.example").expect("an address of ours").to_owned(), mailed.cookie(WAY))
    };
    let identities = async || site.store.identities(ana.id).await.expect("identities").len();

    // In another browser the link signs in and connects nothing: whoever was at the provider is somebody else, perhaps.
    let (path, _) = link().await;
    assert!(!site.get(&path).await.expect(200).text().contains("Ministry is connected"));
    assert!(signed_in(&site, &site.send(&path, &[], &[]).await.expect(303)).await);
    assert_eq!(identities().await, 0);

    let (path, way) = link().await;
    assert_eq!(identities().await, 0, "nothing is connected silently");
    assert!(site.get_with(&path, &[("cookie", &way)]).await.expect(200).text().contains("Ministry is connected with your account"));
    let entered = site.send(&path, &[("cookie", &way)], &[]).await.expect(303);
    assert_eq!((entered.location(), identities().await), ("/en/drafts", 1));
    site.deliver().await;
    assert!(site.mails.sent().pop().expect("a mail").text().contains("Ministry was connected with your account."));
    let mails = site.mails.sent().len();
    assert!(signed_in(&site, &round(&site, &there).await.expect(303)).await);
    site.deliver().await;
    assert_eq!(site.mails.sent().len(), mails, "no more mails are needed");
});

on_both!(whoever_did_not_go_there_does_not_come_back, |store| {
    let (site, there) = world(store).await;
    let (back, way) = go(&site, &there, START, &[]).await;
    let (_, of_another) = go(&site, &there, START, &[]).await;
    site.get(&back).await.expect(410);
    site.get_with(&back, &[("cookie", &format!("{WAY}={}", "0".repeat(64)))]).await.expect(410);
    let stopped = site.get_with(&back, &[("cookie", &of_another)]).await.expect(403);
    assert!(stopped.text().contains("Ministry has not signed you in"));

    let (back_again, way_again) = go(&site, &there, START, &[]).await;
    for broken_off in ["/sign-in/openid/back?error=access_denied&state=x", "/sign-in/openid/back"] {
        let (_, way) = go(&site, &there, START, &[]).await;
        site.get_with(broken_off, &[("cookie", &way)]).await.expect(403);
    }
    there.script().claims["nonce"] = "another".into();
    site.get_with(&back_again, &[("cookie", &way_again)]).await.expect(403);
    site.clock.advance(SignedDuration::from_mins(10));
    site.get_with(&back, &[("cookie", &way)]).await.expect(410);
    assert!(site.store.people(None, 9).await.expect("people").is_empty());

    let (back, way) = go(&site, &there, START, &[]).await;
    site.get_with(&back, &[("cookie", &way)]).await.expect(303);
    site.get_with(&back, &[("cookie", &way)]).await.expect(410);
});

on_both!(the_language_of_the_page_comes_back_from_the_provider, |store| {
    let (site, there) = world(store).await;
    there.script().claims["email_verified"] = false.into();
    there.script().user_info["email_verified"] = false.into();
    let (back, way) = go(&site, &there, "/ar/sign-in/openid", &[]).await;
    let stopped = site.get_with(&back, &[("cookie", &way), ("accept-language", "fr")]).await.expect(403);
    assert!(stopped.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
});

on_both!(a_provider_that_is_down_is_named_and_the_rest_works, |store| {
    let openid = OpenId { name: "Ministry".into(), issuer: "http://127.0.0.1:1".into(), client: CLIENT.into(), secret: None };
    let site = TestSite::with_provider(store, openid).await;
    let page = site.get("/fr/sign-in").await.expect(200);
    assert!(page.text().contains("/fr/sign-in/openid") && page.text().contains("Se connecter avec Ministry"));
    for _ in 0..2 {
        let down = site.get("/fr/sign-in/openid").await.expect(503);
        assert!(down.text().contains("Ministry ne répond pas") && down.text().contains("/fr/sign-in"));
    }
    site.send("/fr/sign-in", &[], &[("email", "amina@example.org")]).await.expect(200);
});

on_both!(without_a_provider_nothing_is_offered, |store| {
    let site = TestSite::new(store, &[]).await;
    assert!(!site.get("/en/sign-in").await.expect(200).text().contains("openid"));
    site.get("/en/sign-in/openid").await.expect(404);
    let (_, cookie) = member(&site, "amina").await;
    assert!(!site.get_with(PAGE, &[("cookie", &cookie)]).await.expect(200).text().contains("openid"));
    site.get_with(&format!("{PAGE}/openid"), &[("cookie", &cookie), ("sec-fetch-site", "same-origin")]).await.expect(404);
});

on_both!(a_member_connects_and_disconnects_their_own_account, |store| {
    let (site, there) = world(store).await;
    let (amina, cookie) = member(&site, "amina").await;
    let (bruno, other) = member(&site, "bruno").await;
    let path = format!("{PAGE}/openid");
    let own = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    for foreign in [&[("cookie", cookie.as_str()), ("sec-fetch-site", "cross-site")][..], &[("cookie", cookie.as_str())]] {
        assert_eq!(site.get_with(&path, foreign).await.expect(303).location(), PAGE, "a page of another site leads nowhere");
    }
    // Another person's browser that comes back with the cookie connects nothing.
    let (back, way) = go(&site, &there, &path, &own).await;
    site.get_with(&back, &[("cookie", &format!("{other}; {way}"))]).await.expect(410);
    let (back, way) = go(&site, &there, &path, &own).await;
    assert_eq!(site.get_with(&back, &[("cookie", &format!("{cookie}; {way}"))]).await.expect(303).location(), format!("{PAGE}?done"));
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.to() == "amina@example.org" && mail.text().contains("Ministry was connected with your account."));

    // What is one person's already does not become another's.
    let (back, way) = go(&site, &there, &path, &[("cookie", &other), ("sec-fetch-site", "same-origin")]).await;
    let taken = site.get_with(&back, &[("cookie", &format!("{other}; {way}"))]).await.expect(409);
    assert!(taken.text().contains("Ministry is connected with another account"));
    assert!(site.store.identities(bruno.id).await.expect("identities").is_empty());
    let fields = [("issuer", there.address.as_str()), ("subject", "ana-7")];
    site.send(&path, &[("cookie", &other)], &fields).await.expect(404);

    assert!(Html::read(site.get_with(PAGE, &own).await.expect(200).text()).words().contains("ana-7"));
    site.send(&path, &[("cookie", &cookie)], &fields).await.expect(303);
    assert!(site.store.identities(amina.id).await.expect("identities").is_empty());
    site.deliver().await;
    assert!(site.mails.sent().pop().expect("a mail").text().contains("Ministry was disconnected from your account."));
});

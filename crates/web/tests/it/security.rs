//! Ways to sign in on the pages of the account: adding and removing them, who may, and what their owner is told.

use ayni_auth::testing::Authenticator;
use ayni_auth::totp::TotpSecret;
use ayni_domain::Person;
use ayni_domain::proof::Proof;
use ayni_domain::role::Role;
use ayni_store::Secret;
use ayni_store::testing::{add_person, on_both};
use jiff::SignedDuration;

use crate::html::Html;
use crate::world::{Answer, BASE, TestSite, few};

pub const PAGE: &str = "/en/account/security";
pub const PASSWORD: &str = "quilt harbour ninety lamps";

/// Somebody who has just signed in, with their cookie.
pub async fn member(site: &TestSite, handle: &str) -> (Person, String) {
    let person = add_person(&site.store, handle).await;
    let cookie = session(site, &person).await;
    (person, cookie)
}

/// One more session of somebody.
pub async fn session(site: &TestSite, person: &Person) -> String {
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "Firefox, Linux", site.clock.now()).await.expect("a session");
    format!("__Host-ayni={secret}")
}

/// Asks for a challenge and lets the device answer: token and answer.
pub async fn register(site: &TestSite, cookie: &str, device: &mut Authenticator) -> (String, String) {
    let begun = site.send(&format!("{PAGE}/passkeys/begin"), &[("cookie", cookie)], &[]).await.expect(200).json();
    (begun["token"].as_str().expect("a token").to_owned(), device.register(&begun["options"].to_string()))
}

/// Adds a passkey.
pub async fn add_passkey(site: &TestSite, cookie: &str, device: &mut Authenticator, name: &str) -> Answer {
    let (token, answer) = register(site, cookie, device).await;
    site.send(&format!("{PAGE}/passkeys"), &[("cookie", cookie)], &[("token", &token), ("answer", &answer), ("name", name)]).await
}

/// Sets a password.
pub async fn set_password(site: &TestSite, cookie: &str, password: &str) -> Answer {
    site.send(&format!("{PAGE}/password"), &[("cookie", cookie)], &[("password", password)]).await
}

/// What the page for setting up an app holds: the token of its form, and the secret.
async fn app(site: &TestSite, cookie: &str) -> (String, TotpSecret) {
    let page = site.get_with(&format!("{PAGE}/second-factor"), &[("cookie", cookie)]).await.expect(200);
    assert_eq!(page.header("cache-control"), "private, no-store");
    let html = Html::read(page.text());
    let token = html.all("input").find(|input| input.get("name") == "token").expect("a token").get("value").to_owned();
    let key = html.all("p").find(|own| own.get("class") == "code").expect("a key").text.clone();
    (token, TotpSecret::parse(&key).expect("a secret"))
}

/// The code that an app shows now.
pub fn code(site: &TestSite, secret: &TotpSecret) -> String {
    secret.code(site.clock.now().as_second().div_euclid(30))
}

/// Sets up an app, and returns its secret with the recovery codes.
pub async fn add_app(site: &TestSite, cookie: &str) -> (TotpSecret, Vec<String>) {
    let (token, secret) = app(site, cookie).await;
    let fields = [("token", token.as_str()), ("code", &code(site, &secret))];
    let shown = site.send(&format!("{PAGE}/second-factor"), &[("cookie", cookie)], &fields).await.expect(200);
    assert_eq!(shown.header("cache-control"), "private, no-store");
    let html = Html::read(shown.text());
    let codes = html.all("li").map(|own| own.text.trim().to_owned()).filter(|text| text.len() == 19).collect();
    (secret, codes)
}

async fn words(site: &TestSite, cookie: &str) -> String {
    Html::read(site.get_with(PAGE, &[("cookie", cookie)]).await.expect(200).text()).words()
}

/// The text of the last mail, after all that waited have left.
pub async fn last_mail(site: &TestSite) -> String {
    site.deliver().await;
    site.mails.sent().last().map(|mail| mail.text().to_owned()).unwrap_or_default()
}

on_both!(a_passkey_is_added_named_and_removed_and_its_owner_is_told, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    assert!(words(&site, &cookie).await.contains("You have no passkey."));
    let mut device = Authenticator::new(BASE);
    for wrong in ["", "   ", "x".repeat(61).as_str(), "two\nlines"] {
        assert!(add_passkey(&site, &cookie, &mut device, wrong).await.expect(422).text().contains("1 to 60 characters"), "{wrong:?}");
    }
    let added = add_passkey(&site, &cookie, &mut device, "<b>Phone</b>").await.expect(303);
    assert_eq!(added.location(), "/en/account/security?done");
    assert!(last_mail(&site).await.contains("The passkey “<b>Phone</b>” was added to your account."));
    let page = words(&site, &cookie).await;
    assert!(page.contains("<b>Phone</b>") && page.contains("not used yet"), "{page}");
    assert!(add_passkey(&site, &cookie, &mut device, "Again").await.expect(422).text().contains("has one already"));

    let id = site.store.passkeys(amina.id).await.expect("passkeys").remove(0).id;
    let rename = async |name: &str| site.send(&format!("{PAGE}/passkeys/name"), &[("cookie", &cookie)], &[("passkey", &id), ("name", name)]).await;
    rename("").await.expect(422);
    rename("Telefon").await.expect(303);
    assert!(words(&site, &cookie).await.contains("Telefon"));
    site.send(&format!("{PAGE}/passkeys/remove"), &[("cookie", &cookie)], &[("passkey", &id)]).await.expect(303);
    assert!(last_mail(&site).await.contains("The passkey “Telefon” was removed"));
    assert!(site.store.passkeys(amina.id).await.expect("passkeys").is_empty());
    assert_eq!(site.store.sessions(amina.id, site.clock.now()).await.expect("sessions").len(), 1, "no session ends");
});

on_both!(of_administrators_each_change_is_noted, |store| {
    let site = TestSite::new(store, &few()).await;
    let (_, cookie) = member(&site, "amina").await;
    let (chief, own) = crate::admin::member(&site, "rosa", Some(Role::Administrator)).await;
    for cookie in [&cookie, &own] {
        set_password(&site, cookie, PASSWORD).await.expect(303);
    }
    let noted = site.store.audit(None, 9).await.expect("entries");
    let noted: Vec<_> = noted.iter().map(|entry| (entry.action.as_str(), entry.actor.clone(), entry.details["what"].as_str())).collect();
    assert_eq!(noted, [("proofs.changed", chief.id.to_string(), Some("password-set"))]);
});

on_both!(nobody_touches_the_passkeys_of_another, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, own) = member(&site, "amina").await;
    let (bruno, other) = member(&site, "bruno").await;
    let mut device = Authenticator::new(BASE);
    add_passkey(&site, &own, &mut device, "Phone").await.expect(303);
    let id = site.store.passkeys(amina.id).await.expect("passkeys").remove(0).id;
    for (path, fields) in [("name", &[("passkey", id.as_str()), ("name", "Mine")][..]), ("remove", &[("passkey", id.as_str())])] {
        site.send(&format!("{PAGE}/passkeys/{path}"), &[("cookie", &other)], fields).await.expect(404);
    }
    // A challenge made for one is worth nothing in the hands of another.
    let (token, answer) = register(&site, &own, &mut Authenticator::new(BASE)).await;
    let fields = [("token", token.as_str()), ("answer", &answer), ("name", "Stolen")];
    site.send(&format!("{PAGE}/passkeys"), &[("cookie", &other)], &fields).await.expect(422);
    assert_eq!(site.store.passkeys(amina.id).await.expect("passkeys").iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["Phone"]);
    assert!(site.store.passkeys(bruno.id).await.expect("passkeys").is_empty());
});

on_both!(a_password_is_checked_set_changed_and_removed, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    for (weak, said) in [
        ("quilt harb", "at least 12 characters"),
        ("quilt harbour ".repeat(20).as_str(), "at most 256 characters"),
        ("aaaaaaaaaaaaaaaa", "common words"),
        ("amina@example.org", "too close to your name"),
    ] {
        let answer = set_password(&site, &cookie, weak).await.expect(422);
        assert!(Html::read(answer.text()).words().contains(said) && !answer.text().contains(weak.trim()), "{weak}");
    }
    assert_eq!(site.store.password(amina.id).await.expect("a look"), None);

    let other = session(&site, &amina).await;
    set_password(&site, &cookie, PASSWORD).await.expect(303);
    assert!(last_mail(&site).await.contains("A password was set for your account."));
    site.get_with(PAGE, &[("cookie", &other)]).await.expect(200);
    let kept = site.store.password(amina.id).await.expect("a look").expect("a hash");
    assert!(kept.starts_with("$argon2id$") && !kept.contains(PASSWORD));
    assert!(words(&site, &cookie).await.contains("without it a password signs nobody in"));

    set_password(&site, &cookie, "another four odd lamps").await.expect(303);
    assert!(last_mail(&site).await.contains("all other sessions were ended"));
    site.get_with(PAGE, &[("cookie", &other)]).await.expect(303);
    site.get_with(PAGE, &[("cookie", &cookie)]).await.expect(200);
    site.send(&format!("{PAGE}/password/remove"), &[("cookie", &cookie)], &[]).await.expect(303);
    assert!(last_mail(&site).await.contains("The password of your account was removed."));
    assert_eq!(site.store.password(amina.id).await.expect("a look"), None);
});

on_both!(an_app_is_set_up_with_a_code_and_codes_are_shown_once, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    let (token, secret) = app(&site, &cookie).await;
    let confirm = async |token: &str, code: &str| {
        site.send(&format!("{PAGE}/second-factor"), &[("cookie", &cookie)], &[("token", token), ("code", code)]).await
    };
    let wrong = if code(&site, &secret) == "000000" { "111111" } else { "000000" };
    let refused = confirm(&token, wrong).await.expect(422);
    assert!(refused.text().contains(&token) && refused.text().contains("aria-invalid"), "the same secret, to try again");
    assert!(site.store.totp(amina.id).await.expect("a look").is_none());
    let shown = confirm(&token, &code(&site, &secret)).await.expect(200);
    assert_eq!(Html::read(shown.text()).all("li").filter(|own| own.text.trim().len() == 19).count(), 10);
    assert_eq!(confirm(&token, &code(&site, &secret)).await.expect(303).location(), format!("{PAGE}/second-factor"), "a token works once");
    assert!(last_mail(&site).await.contains("An app for codes was set up"));
    assert!(words(&site, &cookie).await.contains("You have 10 recovery codes left."));

    let first = Html::read(shown.text()).words();
    let again = site.send(&format!("{PAGE}/recovery-codes"), &[("cookie", &cookie)], &[]).await.expect(200);
    let again = Html::read(again.text());
    let fresh: Vec<_> = again.all("li").map(|own| own.text.trim()).filter(|text| text.len() == 19).collect();
    assert!(fresh.len() == 10 && fresh.iter().all(|code| !first.contains(code)));
    assert!(last_mail(&site).await.contains("New recovery codes were made"));

    let (_, other) = member(&site, "bruno").await;
    let (token, secret) = app(&site, &cookie).await;
    let stolen = [("token", token.as_str()), ("code", &code(&site, &secret))];
    site.send(&format!("{PAGE}/second-factor"), &[("cookie", &other)], &stolen).await.expect(303);
    site.send(&format!("{PAGE}/recovery-codes"), &[("cookie", &other)], &[]).await.expect(404);
    site.send(&format!("{PAGE}/second-factor/remove"), &[("cookie", &cookie)], &[]).await.expect(303);
    assert!(site.store.totp(amina.id).await.expect("a look").is_none());
    assert_eq!(site.store.recovery_codes(amina.id).await.expect("a count"), 0);
    assert!(last_mail(&site).await.contains("the recovery codes were removed"));
});

on_both!(adding_and_removing_takes_a_session_that_has_just_begun, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    let mut device = Authenticator::new(BASE);
    add_passkey(&site, &cookie, &mut device, "Phone").await.expect(303);
    set_password(&site, &cookie, PASSWORD).await.expect(303);
    add_app(&site, &cookie).await;
    let (token, answer) = register(&site, &cookie, &mut Authenticator::new(BASE)).await;
    let id = site.store.passkeys(amina.id).await.expect("passkeys").remove(0).id;
    let mails = site.mails.sent().len();

    site.clock.advance(SignedDuration::from_mins(15));
    let page = site.get_with(PAGE, &[("cookie", &cookie)]).await.expect(200);
    let again = "/en/sign-in?next=%2Fen%2Faccount%2Fsecurity";
    assert!(Html::read(page.text()).all("a").any(|link| link.get("href") == again));
    assert!(!page.text().contains("passkeys/remove") && !page.text().contains("name=\"password\""));
    for (path, fields) in [
        ("passkeys", &[("token", token.as_str()), ("answer", &answer), ("name", "Late")][..]),
        ("passkeys/begin", &[]),
        ("passkeys/remove", &[("passkey", &id)]),
        ("password", &[("password", "another four odd lamps")]),
        ("password/remove", &[]),
        ("second-factor/remove", &[]),
        ("recovery-codes", &[]),
        ("openid", &[("issuer", "x"), ("subject", "y")]),
    ] {
        let answer = site.send(&format!("{PAGE}/{path}"), &[("cookie", &cookie)], fields).await.expect(303);
        assert_eq!(answer.location(), again, "{path}");
    }
    assert_eq!(site.get_with(&format!("{PAGE}/second-factor"), &[("cookie", &cookie)]).await.expect(303).location(), again);
    assert_eq!(site.store.passkeys(amina.id).await.expect("passkeys").len(), 1);
    assert_eq!(site.store.recovery_codes(amina.id).await.expect("a count"), 10);
    site.deliver().await;
    assert_eq!(site.mails.sent().len(), mails + 3, "those of before, and no other");
});

on_both!(a_page_of_another_site_changes_nothing, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    let foreign = [("cookie", cookie.as_str()), ("sec-fetch-site", "cross-site")];
    for path in ["passkeys", "passkeys/begin", "passkeys/name", "passkeys/remove", "password", "password/remove", "second-factor", "recovery-codes"] {
        site.send(&format!("{PAGE}/{path}"), &foreign, &[("password", PASSWORD)]).await.expect(403);
    }
    for path in ["passkey", "passkey/begin", "password", "code"] {
        site.send(&format!("/en/sign-in/{path}"), &[("sec-fetch-site", "cross-site")], &[]).await.expect(403);
    }
    assert_eq!(site.store.password(amina.id).await.expect("a look"), None);
});

on_both!(the_pages_speak_every_language, |store| {
    let site = TestSite::new(store, &few()).await;
    let (_, cookie) = member(&site, "amina").await;
    add_passkey(&site, &cookie, &mut Authenticator::new(BASE), "Phone").await.expect(303);
    set_password(&site, &cookie, PASSWORD).await.expect(303);
    add_app(&site, &cookie).await;
    for locale in ayni_domain::Locale::ALL {
        for path in ["/account/security?done", "/account/security/second-factor", "/sign-in", "/sign-in/code", "/sign-in/0"] {
            let answer = site.get_with(&format!("/{locale}{path}"), &[("cookie", &cookie)]).await;
            let untranslated = Html::read(answer.text()).untranslated();
            assert!(untranslated.is_empty(), "{locale} {path}: {untranslated:?}");
        }
    }
});

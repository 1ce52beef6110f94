//! Signing in by passkey, and by password with a second factor: who gets in, who does not, and what nobody learns.

use ayni_auth::testing::Authenticator;
use ayni_auth::totp::TotpSecret;
use ayni_domain::limit::TRIES_FROM_NETWORK;
use ayni_domain::proof::Proof;
use ayni_store::testing::on_both;
use jiff::SignedDuration;

use crate::security::{PASSWORD, add_app, add_passkey, code, last_mail, member, register, set_password};
use crate::world::{Answer, BASE, TestSite, few};

const SESSION: &str = "__Host-ayni";
const STEP: &str = "__Host-ayni-code";

/// A challenge for signing in: token and options.
async fn challenge(site: &TestSite) -> (String, String) {
    let begun = site.send("/en/sign-in/passkey/begin", &[], &[]).await.expect(200);
    assert_eq!(begun.header("cache-control"), "private, no-store");
    let begun = begun.json();
    (begun["token"].as_str().expect("a token").to_owned(), begun["options"].to_string())
}

async fn answer(site: &TestSite, token: &str, answer: &str) -> Answer {
    site.send("/en/sign-in/passkey", &[], &[("token", token), ("answer", answer), ("next", "/en/drafts")]).await
}

async fn sign_in(site: &TestSite, device: &mut Authenticator) -> Answer {
    let (token, options) = challenge(site).await;
    answer(site, &token, &device.authenticate(&options)).await
}

on_both!(a_passkey_signs_in_alone, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    let mut device = Authenticator::new(BASE);
    add_passkey(&site, &cookie, &mut device, "Phone").await.expect(303);
    for _ in 0..2 {
        let entered = sign_in(&site, &mut device).await.expect(303);
        assert_eq!(entered.location(), "/en/drafts");
        site.get_with("/en/desk", &[("cookie", &entered.cookie(SESSION))]).await.expect(200);
    }
    let sessions = site.store.sessions(amina.id, site.clock.now()).await.expect("sessions");
    assert_eq!(sessions.iter().filter(|session| session.proof == Proof::Passkey).count(), 2);
    assert_eq!(site.store.passkeys(amina.id).await.expect("passkeys")[0].counter, 2);
    device.counts = false;
    device.counter = 0;
    sign_in(&site, &mut device).await.expect(422); // a copy that does not know how often the passkey was used
});

on_both!(signing_in_again_takes_the_place_of_the_session_before, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, cookie) = member(&site, "amina").await;
    let (bruno, other) = member(&site, "bruno").await;
    let mut device = Authenticator::new(BASE);
    add_passkey(&site, &cookie, &mut device, "Phone").await.expect(303);
    for sent in [&cookie, &other] {
        let (token, options) = challenge(&site).await;
        let fields = [("token", token.as_str()), ("answer", &device.authenticate(&options))];
        site.send("/en/sign-in/passkey", &[("cookie", sent)], &fields).await.expect(303);
    }
    site.get_with("/en/desk", &[("cookie", &cookie)]).await.expect(303);
    assert_eq!(site.store.sessions(amina.id, site.clock.now()).await.expect("sessions").len(), 2);
    assert_eq!(site.store.sessions(bruno.id, site.clock.now()).await.expect("sessions").len(), 1, "that of another person goes on");
});

on_both!(an_answer_of_a_passkey_counts_once_in_time_and_for_its_challenge, |store| {
    let site = TestSite::new(store, &few()).await;
    let (_, cookie) = member(&site, "amina").await;
    let mut device = Authenticator::new(BASE);
    add_passkey(&site, &cookie, &mut device, "Phone").await.expect(303);
    let ((token, options), (other, _)) = (challenge(&site).await, challenge(&site).await);
    let given = device.authenticate(&options);
    let third = challenge(&site).await.0;
    for (token, given) in [(other.as_str(), given.as_str()), ("", &given), ("0", &given), (&third, "{}")] {
        let refused = answer(&site, token, given).await.expect(422);
        assert!(refused.headers.get("set-cookie").is_none() && refused.text().contains("Try again, or choose another way"));
    }
    answer(&site, &token, &given).await.expect(303);
    answer(&site, &token, &given).await.expect(422);

    let (token, options) = challenge(&site).await;
    let late = device.authenticate(&options);
    site.clock.advance(SignedDuration::from_mins(5));
    answer(&site, &token, &late).await.expect(422);
    device.verifies = false;
    sign_in(&site, &mut device).await.expect(422);
});

on_both!(a_passkey_of_another_person_opens_nothing, |store| {
    let site = TestSite::new(store, &few()).await;
    let (amina, own) = member(&site, "amina").await;
    let (_, other) = member(&site, "bruno").await;
    let (mut device, mut foreign) = (Authenticator::new(BASE), Authenticator::new(BASE));
    add_passkey(&site, &own, &mut device, "Phone").await.expect(303);
    add_passkey(&site, &other, &mut foreign, "Phone").await.expect(303);
    foreign.user = amina.id.0.as_bytes().to_vec();
    sign_in(&site, &mut foreign).await.expect(422);
    // Nor does one that nobody has registered here.
    let mut unknown = Authenticator::new(BASE);
    unknown.user = amina.id.0.as_bytes().to_vec();
    sign_in(&site, &mut unknown).await.expect(422);
    // A challenge for adding a passkey does not sign in.
    let (token, _) = register(&site, &own, &mut Authenticator::new(BASE)).await;
    answer(&site, &token, &device.authenticate(&challenge(&site).await.1)).await.expect(422);
    let mut phished = Authenticator::new("https://ayni.example.evil.example");
    let (token, options) = challenge(&site).await;
    phished.user = amina.id.0.as_bytes().to_vec();
    answer(&site, &token, &phished.authenticate(&options)).await.expect(422);
    assert_eq!(site.store.sessions(amina.id, site.clock.now()).await.expect("sessions").len(), 1);
});

/// Somebody with a password and an app; the app shows the next code.
async fn with_password(site: &TestSite, handle: &str) -> (String, TotpSecret, Vec<String>) {
    let (_, cookie) = member(site, handle).await;
    set_password(site, &cookie, PASSWORD).await.expect(303);
    let (secret, codes) = add_app(site, &cookie).await;
    site.clock.advance(SignedDuration::from_secs(30));
    (cookie, secret, codes)
}

/// A site whose clock stands at the beginning of a quarter of an hour, in which tries are counted together.
fn at_a_quarter(site: TestSite) -> TestSite {
    let over = site.clock.now().as_second().rem_euclid(900);
    site.clock.advance(SignedDuration::from_secs(900 - over));
    site
}

async fn password(site: &TestSite, email: &str, password: &str) -> Answer {
    let fields = [("email", email), ("password", password), ("next", "/en/drafts")];
    site.send("/en/sign-in/password", &[("x-forwarded-for", "192.0.2.1")], &fields).await
}

async fn second(site: &TestSite, step: &str, field: &str, code: &str) -> Answer {
    site.send("/en/sign-in/code", &[("cookie", step), ("x-forwarded-for", "192.0.2.1")], &[(field, code)]).await
}

on_both!(password_and_code_sign_in_together_and_neither_alone, |store| {
    let site = TestSite::new(store, &few()).await;
    let (_, secret, _) = with_password(&site, "amina").await;
    let begun = password(&site, "Amina@example.org", PASSWORD).await.expect(303);
    assert_eq!((begun.location(), begun.headers.get_all("set-cookie").iter().count()), ("/en/sign-in/code", 1));
    let step = begun.cookie(STEP);
    site.get_with("/en/desk", &[("cookie", &step)]).await.expect(303);
    let page = site.get_with("/en/sign-in/code", &[("cookie", &step)]).await.expect(200);
    assert_eq!(page.header("cache-control"), "private, no-store");
    site.get("/en/sign-in/code").await.expect(410);
    second(&site, "x=y", "code", &code(&site, &secret)).await.expect(410);
    second(&site, &step, "code", "12345").await.expect(422);
    let entered = second(&site, &step, "code", &code(&site, &secret)).await.expect(303);
    assert_eq!(entered.location(), "/en/drafts");
    site.get_with("/en/desk", &[("cookie", &entered.cookie(SESSION))]).await.expect(200);
    second(&site, &step, "code", &code(&site, &secret)).await.expect(410); // the step is used up
});

on_both!(a_code_signs_in_once, |store| {
    let site = TestSite::new(store, &few()).await;
    let (_, secret, codes) = with_password(&site, "amina").await;
    let step = async || password(&site, "amina@example.org", PASSWORD).await.expect(303).cookie(STEP);
    let shown = code(&site, &secret);
    let (one, two) = (step().await, step().await);
    second(&site, &one, "code", &shown).await.expect(303);
    assert!(second(&site, &two, "code", &shown).await.expect(422).text().contains("was used already"));
    site.clock.advance(SignedDuration::from_secs(30));
    second(&site, &two, "code", &code(&site, &secret)).await.expect(303);

    let (one, two) = (step().await, step().await);
    second(&site, &one, "recovery", &codes[0].to_uppercase()).await.expect(303);
    assert!(last_mail(&site).await.contains("with a recovery code. Codes left: 9."));
    assert!(second(&site, &two, "recovery", &codes[0]).await.expect(422).text().contains("was used already"));
    second(&site, &two, "recovery", &codes[1]).await.expect(303);
    let late = step().await;
    site.clock.advance(SignedDuration::from_mins(10));
    second(&site, &late, "recovery", &codes[2]).await.expect(410);
});

on_both!(nobody_learns_by_passwords_who_has_an_account, |store| {
    let site = at_a_quarter(TestSite::new(store, &few()).await);
    with_password(&site, "amina").await;
    let (_, without_app) = member(&site, "bruno").await;
    set_password(&site, &without_app, PASSWORD).await.expect(303);
    member(&site, "chen").await;
    let seen = |answer: &Answer, email: &str| {
        let names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
        (answer.status, names, answer.text().replace(email, "x"))
    };
    let unknown = password(&site, "nobody@example.org", PASSWORD).await.expect(422);
    let expected = seen(&unknown, "nobody@example.org");
    for (email, typed) in [
        ("amina@example.org", "quilt harbour ninety lamp"),
        ("amina@example.org", ""),
        ("amina@example.org", &PASSWORD.repeat(20)),
        ("bruno@example.org", PASSWORD), // right, and worth nothing without a second factor
        ("chen@example.org", PASSWORD),
    ] {
        assert_eq!(seen(&password(&site, email, typed).await, email), expected, "{email}");
    }
    // Whoever goes on is stopped at the same point, account or not.
    let mut stopped = Vec::new();
    for email in ["amina@example.org", "nobody@example.org", "other@example.org"] {
        let mut tries = 0;
        while password(&site, email, "quilt harbour ninety lamp").await.status == 422 {
            tries += 1;
        }
        stopped.push(tries);
    }
    assert_eq!(stopped, [7, 9, 10]);
    let stopped = seen(&password(&site, "nobody@example.org", PASSWORD).await.expect(429), "nobody@example.org");
    assert_eq!(seen(&password(&site, "amina@example.org", PASSWORD).await.expect(429), "amina@example.org"), stopped);
});

on_both!(guessing_is_stopped_for_a_quarter_of_an_hour, |store| {
    let site = at_a_quarter(TestSite::new(store, &few()).await);
    let (_, secret, _) = with_password(&site, "amina").await;
    let step = password(&site, "amina@example.org", PASSWORD).await.expect(303).cookie(STEP);
    let wrong = if code(&site, &secret) == "000000" { "111111" } else { "000000" };
    for _ in 0..9 {
        second(&site, &step, "code", wrong).await.expect(422);
    }
    second(&site, &step, "code", &code(&site, &secret)).await.expect(429);
    password(&site, "amina@example.org", PASSWORD).await.expect(429);
    site.clock.advance(SignedDuration::from_mins(15));
    let step = password(&site, "amina@example.org", PASSWORD).await.expect(303).cookie(STEP);
    second(&site, &step, "code", &code(&site, &secret)).await.expect(303);

    for _ in 0..100 {
        site.store.attempt(TRIES_FROM_NETWORK, "192.0.2.1", site.clock.now()).await.expect("counted");
    }
    password(&site, "amina@example.org", PASSWORD).await.expect(429);
    site.send("/en/sign-in/passkey", &[("x-forwarded-for", "192.0.2.1")], &[]).await.expect(429);
    let fields = [("email", "amina@example.org"), ("password", PASSWORD)];
    site.send("/en/sign-in/password", &[("x-forwarded-for", "192.0.2.2")], &fields).await.expect(303);
});

on_both!(a_changed_password_ends_what_was_begun_with_the_one_before, |store| {
    let site = TestSite::new(store, &few()).await;
    let (cookie, secret, _) = with_password(&site, "amina").await;
    let step = password(&site, "amina@example.org", PASSWORD).await.expect(303).cookie(STEP);
    set_password(&site, &cookie, "another four odd lamps").await.expect(303);
    second(&site, &step, "code", &code(&site, &secret)).await.expect(410);
    password(&site, "amina@example.org", PASSWORD).await.expect(422);
    password(&site, "amina@example.org", "another four odd lamps").await.expect(303);
});

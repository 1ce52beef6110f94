use ayni_auth::passkey::{Claim, PasskeyError, Passkeys, Registered, Unavailable, Used};
use ayni_auth::testing::{Authenticator, decoded, encoded};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

const BASE: &str = "https://ayni.example/base/";
const ORIGIN: &str = "https://ayni.example";
const ANA: Uuid = Uuid::from_u128(0xa17a);
const BEN: Uuid = Uuid::from_u128(0xbe17);

fn site() -> Passkeys {
    Passkeys::new(BASE, "Ayni").expect("passkeys")
}

fn register(device: &mut Authenticator) -> Registered {
    let challenge = site().start_registration(ANA, "ana@example.org", "Ana", &[]).expect("a challenge");
    let answer = device.register(&challenge.options);
    site().finish_registration(&challenge.state, &answer).expect("registered")
}

fn check_refused<T: std::fmt::Debug>(result: Result<T, PasskeyError>) {
    assert!(matches!(result, Err(PasskeyError::Refused(_))), "{result:?}");
}

#[test]
fn passkeys_need_a_name_and_https_except_on_localhost() {
    let check = |base: &str, expected: Result<(), Unavailable>| assert_eq!(Passkeys::new(base, "Ayni").map(|_| ()), expected, "{base}");
    check("https://ayni.example", Ok(()));
    check("https://ayni.example:8443/es/", Ok(()));
    check("http://localhost:8080", Ok(()));
    check("http://ayni.localhost:8080", Ok(()));
    check("http://127.0.0.1:8080", Err(Unavailable::NoName));
    check("https://[::1]/", Err(Unavailable::NoName));
    check("http://ayni.example", Err(Unavailable::NotSecure));
    check("http://notlocalhost", Err(Unavailable::NotSecure));
    check("ftp://ayni.example", Err(Unavailable::NoAddress));
    check("ayni.example", Err(Unavailable::NoAddress));
    check("mailto:ayni@example.org", Err(Unavailable::NoAddress));
    check("", Err(Unavailable::NoAddress));
}

#[test]
fn the_device_is_asked_to_remember_and_to_verify_the_person() {
    let challenge = site().start_registration(ANA, "ana@example.org", "Ana", &[]).expect("a challenge");
    let options: Value = serde_json::from_str(&challenge.options).expect("options");
    let options = &options["publicKey"];
    assert_eq!((options["rp"]["id"].as_str(), options["rp"]["name"].as_str()), (Some("ayni.example"), Some("Ayni")));
    assert_eq!((options["user"]["name"].as_str(), options["user"]["displayName"].as_str()), (Some("ana@example.org"), Some("Ana")));
    assert_eq!(decoded(&options["user"]["id"]), ANA.as_bytes());
    let selection = &options["authenticatorSelection"];
    assert_eq!((selection["residentKey"].as_str(), selection["userVerification"].as_str()), (Some("required"), Some("required")));
    assert_eq!(options["attestation"].as_str(), Some("none"));
}

#[test]
fn a_person_signs_in_with_the_passkey_they_registered() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    assert_eq!(registered.person, ANA);

    let mut credential = registered.credential;
    for _ in 0..2 {
        let challenge = site().start_authentication().expect("a challenge");
        assert!(!challenge.options.contains("mediation"));
        let answer = device.authenticate(&challenge.options);
        assert_eq!(site().claim(&answer).expect("a claim"), Claim { person: ANA, id: registered.id.clone() });
        let used = site().finish_authentication(&challenge.state, &answer, ANA, &credential).expect("signed in");
        assert_eq!(used.counter, device.counter);
        credential = used.changed.expect("the counter has grown");
    }
}

#[test]
fn a_device_that_does_not_count_changes_nothing() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    let challenge = site().start_authentication().expect("a challenge");
    device.counts = false;
    let answer = device.authenticate(&challenge.options);
    let used = site().finish_authentication(&challenge.state, &answer, ANA, &registered.credential).expect("signed in");
    assert_eq!(used, Used { changed: None, counter: 0 });
}

#[test]
fn an_answer_counts_for_its_challenge_person_key_and_site_only() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    let challenge = site().start_authentication().expect("a challenge");
    let answer = device.authenticate(&challenge.options);

    let other = site().start_authentication().expect("a challenge");
    check_refused(site().finish_authentication(&other.state, &answer, ANA, &registered.credential));
    check_refused(site().finish_authentication(&challenge.state, &answer, BEN, &registered.credential));
    let foreign = register(&mut Authenticator::new(ORIGIN));
    check_refused(site().finish_authentication(&challenge.state, &answer, ANA, &foreign.credential));

    let mut changed: Value = serde_json::from_str(&answer).expect("JSON");
    let mut signature = decoded(&changed["response"]["signature"]);
    *signature.last_mut().expect("a byte") ^= 1;
    changed["response"]["signature"] = encoded(&signature).into();
    check_refused(site().finish_authentication(&challenge.state, &changed.to_string(), ANA, &registered.credential));

    device.origin = "https://ayni.example.evil.example".into();
    let phished = device.authenticate(&challenge.options);
    check_refused(site().finish_authentication(&challenge.state, &phished, ANA, &registered.credential));
    let elsewhere = Passkeys::new("https://other.example", "Other").expect("passkeys");
    check_refused(elsewhere.finish_authentication(&challenge.state, &answer, ANA, &registered.credential));

    assert!(site().finish_authentication(&challenge.state, &answer, ANA, &registered.credential).is_ok(), "and for itself");
}

#[test]
fn a_cloned_key_is_noticed_by_its_counter() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    let challenge = site().start_authentication().expect("a challenge");
    let answer = device.authenticate(&challenge.options);
    let used = site().finish_authentication(&challenge.state, &answer, ANA, &registered.credential).expect("signed in");
    let credential = used.changed.expect("the counter has grown");
    device.counter = 0;
    let answer = device.authenticate(&challenge.options);
    check_refused(site().finish_authentication(&challenge.state, &answer, ANA, &credential));
}

#[test]
fn a_device_that_did_not_verify_the_person_is_refused() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    device.verifies = false;
    let challenge = site().start_authentication().expect("a challenge");
    let answer = device.authenticate(&challenge.options);
    check_refused(site().finish_authentication(&challenge.state, &answer, ANA, &registered.credential));

    let mut device = Authenticator::new(ORIGIN);
    device.verifies = false;
    let challenge = site().start_registration(ANA, "ana@example.org", "Ana", &[]).expect("a challenge");
    let answer = device.register(&challenge.options);
    check_refused(site().finish_registration(&challenge.state, &answer));
}

#[test]
fn a_device_is_registered_once() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    let challenge = site().start_registration(ANA, "ana@example.org", "Ana", &[&registered.id]).expect("a challenge");
    assert!(challenge.options.contains(&registered.id));
    let answer = device.register(&challenge.options);
    check_refused(site().finish_registration(&challenge.state, &answer));
    assert!(matches!(site().start_registration(ANA, "a", "A", &["no identifier!"]), Err(PasskeyError::Kept(_))));
}

#[test]
fn what_was_kept_for_one_ceremony_does_not_serve_the_other() {
    let mut device = Authenticator::new(ORIGIN);
    let registered = register(&mut device);
    let (begun, challenge) = (site().start_registration(ANA, "a", "A", &[]).expect("begun"), site().start_authentication().expect("begun"));
    let answer = device.authenticate(&challenge.options);
    let result = site().finish_authentication(&begun.state, &answer, ANA, &registered.credential);
    assert!(matches!(result, Err(PasskeyError::Kept(_))), "{result:?}");
    assert!(matches!(site().claim(&device.register(&begun.options)), Err(PasskeyError::Malformed)));
    assert!(matches!(site().claim(&" ".repeat(100_000)), Err(PasskeyError::Malformed)));
}

proptest! {
    #[test]
    fn any_answer_is_refused_without_panic(object: Vec<u8>, data: Vec<u8>) {
        let challenge = site().start_registration(ANA, "a", "A", &[]).expect("a challenge");
        let mut answer: Value = serde_json::from_str(&Authenticator::new(ORIGIN).register(&challenge.options)).expect("JSON");
        answer["response"]["attestationObject"] = encoded(&object).into();
        prop_assert!(site().finish_registration(&challenge.state, &answer.to_string()).is_err());
        answer["response"]["clientDataJSON"] = encoded(&data).into();
        prop_assert!(site().finish_registration(&challenge.state, &answer.to_string()).is_err());
    }
}

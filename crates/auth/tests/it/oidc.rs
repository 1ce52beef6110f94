use ayni_auth::oidc::{Callback, Identity, OidcError, Pending, Provider, Settings, TokenFault, is_local};
use ayni_auth::testing::{CODE, NOW, REDIRECT, Script, Signing, TestProvider};
use jiff::Timestamp;
use serde_json::{Value, json};

fn now() -> Timestamp {
    Timestamp::from_second(NOW).expect("a time")
}

/// Somebody signs in at a provider that was told what to do after it was discovered.
async fn sign_in(change: impl FnOnce(&TestProvider)) -> Result<Identity, OidcError> {
    let there = TestProvider::start().await;
    let provider = Provider::discover(there.settings()).await?;
    let (url, pending) = provider.authorize()?;
    let state = there.sign_in(&url);
    change(&there);
    provider.identify(&pending, Callback { code: CODE, state: &state, issuer: None }, now()).await
}

async fn check_token(change: impl FnOnce(&mut Script), expected: TokenFault) {
    assert_eq!(sign_in(|there| change(&mut there.script())).await, Err(OidcError::Token(expected)));
}

async fn check_claim(name: &str, value: Value, expected: TokenFault) {
    check_token(|script| script.claims[name] = value, expected).await;
}

#[tokio::test]
async fn somebody_is_identified_by_the_word_of_the_provider() {
    let identity = sign_in(|_| ()).await.expect("identified");
    assert!(identity.issuer.starts_with("http://127.0.0.1:"));
    assert_eq!(
        (identity.subject.as_str(), identity.email.as_deref(), identity.name.as_deref()),
        ("ana-7", Some("Ana@example.org"), Some("Ana López"))
    );
}

#[tokio::test]
async fn a_token_of_another_sign_in_client_or_issuer_does_not_count() {
    check_claim("nonce", "another".into(), TokenFault::Nonce).await;
    check_claim("nonce", Value::Null, TokenFault::Nonce).await;
    check_claim("aud", "another".into(), TokenFault::Audience).await;
    check_claim("aud", json!(["ayni", "another"]), TokenFault::Audience).await;
    check_claim("iss", "https://another.example".into(), TokenFault::Issuer).await;
    check_claim("exp", (NOW - 60).into(), TokenFault::Expired).await;
    assert!(sign_in(|there| there.script().claims["exp"] = (NOW - 59).into()).await.is_ok(), "clocks differ");
}

#[tokio::test]
async fn a_token_that_the_provider_did_not_sign_does_not_count() {
    check_token(|script| script.signing = Signing::Secret, TokenFault::Signature).await;
    check_token(|script| script.signing = Signing::Nothing, TokenFault::Signature).await;
    check_token(|script| script.with_token = false, TokenFault::Missing).await;
    assert_eq!(sign_in(|there| there.change_key(false)).await, Err(OidcError::Token(TokenFault::Signature)));
}

#[tokio::test]
async fn a_new_key_of_the_provider_is_fetched() {
    assert!(sign_in(|there| there.change_key(true)).await.is_ok());
}

#[tokio::test]
async fn mail_address_and_name_come_from_the_user_info_when_the_token_is_without() {
    let without = |claims: &mut Value| {
        let claims = claims.as_object_mut().expect("an object");
        ["email", "email_verified", "name"].iter().for_each(|name| drop(claims.shift_remove(*name)));
    };
    let identity = sign_in(|there| without(&mut there.script().claims)).await.expect("identified");
    assert_eq!((identity.email.as_deref(), identity.name.as_deref()), (Some("info@example.org"), Some("Ana of the user info")));

    let of_another = |there: &TestProvider| {
        without(&mut there.script().claims);
        there.script().user_info["sub"] = "ben-8".into();
    };
    assert!(matches!(sign_in(of_another).await, Err(OidcError::Token(_))));

    let injecting = |there: &TestProvider| {
        without(&mut there.script().claims);
        there.script().access_token = "a\r\nb".into();
    };
    assert!(matches!(sign_in(injecting).await, Err(OidcError::Unexpected(_))));
}

#[tokio::test]
async fn a_mail_address_that_nobody_verified_is_left_out() {
    let unverified = |there: &TestProvider| {
        there.script().claims["email_verified"] = false.into();
        there.script().user_info["email_verified"] = Value::Null;
    };
    let identity = sign_in(unverified).await.expect("identified");
    assert_eq!((identity.email, identity.name.as_deref()), (None, Some("Ana López")));
}

#[tokio::test]
async fn a_subject_has_a_bounded_length() {
    for subject in [String::new(), "a".repeat(256)] {
        assert!(matches!(sign_in(|there| there.script().claims["sub"] = subject.into()).await, Err(OidcError::Token(TokenFault::Other(_)))));
    }
}

#[tokio::test]
async fn coming_back_counts_for_the_browser_that_was_sent_only() {
    let there = TestProvider::start().await;
    let provider = Provider::discover(there.settings()).await.expect("discovered");
    let (_, of_another) = provider.authorize().expect("an address");
    let (url, pending) = provider.authorize().expect("an address");
    let state = there.sign_in(&url);
    let check = async |pending: &Pending, code: &str, state: &str, issuer: Option<&str>, expected: OidcError| {
        assert_eq!(provider.identify(pending, Callback { code, state, issuer }, now()).await, Err(expected), "{code} {state}");
    };
    check(&of_another, CODE, &state, None, OidcError::State).await;
    check(&pending, CODE, "", None, OidcError::State).await;
    check(&pending, CODE, &state[1..], None, OidcError::State).await;
    check(&pending, CODE, &state, Some("https://another.example"), OidcError::State).await;
    check(&pending, "another-code", &state, None, OidcError::Code("invalid_grant".into())).await;

    let foreign: Value = serde_json::from_str(&of_another.to_text()).expect("JSON");
    let mut mixed: Value = serde_json::from_str(&pending.to_text()).expect("JSON");
    mixed["verifier"] = foreign["verifier"].clone();
    let mixed = Pending::parse(&mixed.to_string()).expect("pending");
    check(&mixed, CODE, &state, None, OidcError::Code("invalid_grant".into())).await;

    let issuer = Some(there.address.as_str());
    let kept = Pending::parse(&pending.to_text()).expect("pending");
    assert!(provider.identify(&kept, Callback { code: CODE, state: &state, issuer }, now()).await.is_ok(), "and for that one");
}

#[tokio::test]
async fn the_secret_goes_where_the_provider_takes_it() {
    let there = TestProvider::start().await;
    {
        let mut script = there.script();
        script.secret_in_body = true;
        script.discovery["token_endpoint_auth_methods_supported"] = json!(["client_secret_post", "private_key_jwt"]);
    }
    let provider = Provider::discover(there.settings()).await.expect("discovered");
    let (url, pending) = provider.authorize().expect("an address");
    let state = there.sign_in(&url);
    assert!(provider.identify(&pending, Callback { code: CODE, state: &state, issuer: None }, now()).await.is_ok());
}

#[tokio::test]
async fn a_provider_is_asked_only_where_one_may_ask() {
    let check = async |issuer: &str, local: bool, expected: &str| {
        let settings = Settings { issuer: issuer.into(), client_id: "a".into(), client_secret: None, redirect: REDIRECT.into(), local };
        let error = Provider::discover(settings).await.expect_err(issuer).to_string();
        assert!(error.contains(expected), "{issuer}: {error}");
    };
    check("https://127.0.0.1:1", false, "may not be asked").await;
    check("https://localhost:1", false, "may not be asked").await;
    check("https://10.0.0.1", false, "may not be asked").await;
    check("https://[fd00::1]", false, "may not be asked").await;
    check("http://10.0.0.1", true, "may not be asked").await;
    check("http://1.1.1.1", true, "may not be asked").await;
    check("http://login.example.org", false, "begins with https").await;
    check("login.example.org", false, "issuer").await;
    let there = TestProvider::start().await;
    check(&there.address, false, "begins with https").await;
    check(&format!("{}/", there.address), true, "issuer").await;
}

#[test]
fn a_provider_is_asked_over_tls_unless_it_is_on_this_machine() {
    let check = |issuer: &str, expected: Option<bool>| assert_eq!(is_local(issuer).ok(), expected, "{issuer}");
    check("https://login.example.org/realm", Some(false));
    check("https://127.0.0.1", Some(false)); // and then refused, when it is asked
    check("http://127.0.0.1:9000", Some(true));
    check("http://[::1]:9000", Some(true));
    check("http://localhost:9000/realm", Some(true));
    for wrong in ["http://login.example.org", "http://10.0.0.1", "http://localhost.example.org", "ftp://localhost", "login.example.org", ""] {
        check(wrong, None);
    }
}

#[tokio::test]
async fn addresses_that_a_provider_names_are_looked_at_too() {
    let check = async |name: &str, value: &str, expected: &str| {
        let there = TestProvider::start().await;
        let value = value.replace("THERE", &there.address);
        there.script().discovery[name] = value.clone().into();
        let error = match Provider::discover(there.settings()).await {
            Err(error) => error,
            Ok(provider) => {
                let (url, pending) = provider.authorize().expect("an address");
                let state = there.sign_in(&url);
                provider.identify(&pending, Callback { code: CODE, state: &state, issuer: None }, now()).await.expect_err("refused")
            }
        };
        assert!(error.to_string().contains(expected), "{name} {value}: {error}");
    };
    check("jwks_uri", "http://10.0.0.1/keys", "may not be asked").await;
    check("token_endpoint", "http://169.254.169.254/token", "may not be asked").await;
    check("jwks_uri", "THERE/large", "too large").await;
    check("jwks_uri", "THERE/away", "unexpectedly").await;
    check("jwks_uri", "THERE/nothing", "unexpectedly").await;
    check("issuer", "https://another.example", "issuer").await;
}

#[tokio::test]
async fn a_provider_that_is_not_there_cannot_be_reached() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let issuer = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let settings = Settings { issuer, client_id: "a".into(), client_secret: None, redirect: REDIRECT.into(), local: true };
    assert!(matches!(Provider::discover(settings).await, Err(OidcError::Unreachable(_))));
}

#[tokio::test]
async fn what_is_pending_is_read_back_and_hidden() {
    let there = TestProvider::start().await;
    let provider = Provider::discover(there.settings()).await.expect("discovered");
    let (_, pending) = provider.authorize().expect("an address");
    assert_eq!(Pending::parse(&pending.to_text()), Some(pending.clone()));
    assert_eq!(Pending::parse("{}"), None);
    assert!(!format!("{pending:?} {provider:?}").contains("secret"));
}

#[test]
fn identifying_can_run_on_any_thread() {
    fn check<T: Send>(_: impl FnOnce(&'static Provider, &'static Pending, Callback<'static>) -> T) {}
    check(|provider, pending, callback| provider.identify(pending, callback, now()));
    fn check_discover<T: Send>(_: impl FnOnce(Settings) -> T) {}
    check_discover(Provider::discover);
}

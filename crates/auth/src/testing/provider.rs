//! An OpenID Connect provider inside the test process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use url::Url;

use super::authenticator::encoded;
use crate::oidc::Settings;

/// How the provider knows the instance.
pub const CLIENT: &str = "ayni";
/// The secret of the instance there.
pub const SECRET: &str = "the client's secret & more";
/// Where the provider sends people back to.
pub const REDIRECT: &str = "https://ayni.example/sign-in/openid/back";
/// The code with which everybody comes back.
pub const CODE: &str = "a-code";
/// The time of the provider, in seconds since 1970, unless the claims say otherwise.
pub const NOW: i64 = 1_800_000_000;

/// A key that signs tokens.
pub struct SigningKey {
    name: String,
    pair: EcdsaKeyPair,
}

impl SigningKey {
    /// A fresh key with a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let chance = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &chance).expect("a key");
        Self { name: name.to_owned(), pair }
    }

    fn public(&self) -> Value {
        let point = &self.pair.public_key().as_ref()[1..];
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.name, "x": encoded(&point[..32]), "y": encoded(&point[32..]) })
    }
}

/// How the token is signed.
#[derive(Clone, Copy, PartialEq)]
pub enum Signing {
    /// With a key.
    Key,
    /// With the secret of the client.
    Secret,
    /// Not at all.
    Nothing,
}

/// What the provider answers.
pub struct Script {
    /// About itself.
    pub discovery: Value,
    /// Its public keys.
    pub published: Vec<Value>,
    /// The key that signs.
    pub key: SigningKey,
    /// How it signs.
    pub signing: Signing,
    /// What the ID token says.
    pub claims: Value,
    /// What it tells of somebody when asked.
    pub user_info: Value,
    /// The token with which one asks.
    pub access_token: String,
    /// Whether there is an ID token.
    pub with_token: bool,
    /// Whether the secret is to stand in the body.
    pub secret_in_body: bool,
    challenge: String,
}

/// The provider; what it answers can be changed at any time.
#[derive(Clone)]
pub struct TestProvider {
    /// Its address, which is the issuer.
    pub address: String,
    script: Arc<Mutex<Script>>,
}

impl TestProvider {
    /// Starts one on a free port of this machine; it ends with the runtime.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let key = SigningKey::new("first");
        let script = Script {
            discovery: discovery(&address),
            published: vec![key.public(), json!({ "kty": "new", "kid": "of a sort to come" })],
            key,
            signing: Signing::Key,
            claims: json!({
                "iss": address, "sub": "ana-7", "aud": CLIENT, "iat": NOW, "exp": NOW + 300,
                "email": "Ana@example.org", "email_verified": true, "name": "Ana López",
            }),
            user_info: json!({ "sub": "ana-7", "email": "info@example.org", "email_verified": "true", "name": "Ana of the user info" }),
            access_token: "an-access-token".into(),
            with_token: true,
            secret_in_body: false,
            challenge: String::new(),
        };
        let provider = Self { address, script: Arc::new(Mutex::new(script)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(answer_discovery))
            .route("/keys", get(answer_keys))
            .route("/token", post(answer_token))
            .route("/me", get(answer_user_info))
            .route("/away", get(|| async { Redirect::temporary("/keys") }))
            .route("/large", get(|| async { "x".repeat(300 * 1024) }))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    /// The settings of an instance that knows it.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            issuer: self.address.clone(),
            client_id: CLIENT.into(),
            client_secret: Some(SECRET.into()),
            redirect: REDIRECT.into(),
            local: true,
        }
    }

    /// What it answers from now on.
    pub fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().expect("no panic while it was held")
    }

    /// Somebody arrives at the provider and signs in; gives the state to come back with.
    #[must_use]
    pub fn sign_in(&self, url: &str) -> String {
        let url = Url::parse(url).expect("an address");
        let query: HashMap<String, String> = url.query_pairs().into_owned().collect();
        let expected = [("response_type", "code"), ("client_id", CLIENT), ("redirect_uri", REDIRECT), ("code_challenge_method", "S256")];
        for (name, value) in expected {
            assert_eq!(query.get(name).map(String::as_str), Some(value));
        }
        assert_eq!(query["scope"], "openid email profile");
        let mut script = self.script();
        script.challenge.clone_from(&query["code_challenge"]);
        script.claims["nonce"] = query["nonce"].clone().into();
        query["state"].clone()
    }

    /// From now on signs with another key, and says so or not.
    pub fn change_key(&self, published: bool) {
        let mut script = self.script();
        script.key = SigningKey::new(if published { "second" } else { "first" });
        if published {
            let public = script.key.public();
            script.published.push(public);
        }
    }
}

fn discovery(address: &str) -> Value {
    json!({
        "issuer": address,
        "authorization_endpoint": format!("{address}/authorize"),
        "token_endpoint": format!("{address}/token"),
        "userinfo_endpoint": format!("{address}/me"),
        "jwks_uri": format!("{address}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none", "of-tomorrow"],
    })
}

async fn answer_discovery(State(provider): State<TestProvider>) -> Json<Value> {
    Json(provider.script().discovery.clone())
}

async fn answer_keys(State(provider): State<TestProvider>) -> Json<Value> {
    Json(json!({ "keys": provider.script().published }))
}

async fn answer_token(State(provider): State<TestProvider>, headers: HeaderMap, Form(form): Form<HashMap<String, String>>) -> Response {
    let script = provider.script();
    let has = |name: &str, value: &str| form.get(name).is_some_and(|given| given == value);
    let client = if script.secret_in_body {
        has("client_id", CLIENT) && has("client_secret", SECRET)
    } else {
        let name_and_secret: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        headers.get("authorization").is_some_and(|given| *given == format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{name_and_secret}"))))
    };
    let proof = form.get("code_verifier").map(|verifier| encoded(digest(&SHA256, verifier.as_bytes()).as_ref()));
    let known = has("grant_type", "authorization_code") && has("code", CODE) && has("redirect_uri", REDIRECT);
    if !client || !known || proof.as_ref() != Some(&script.challenge) {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response();
    }
    let mut answer = json!({ "access_token": script.access_token, "token_type": "Bearer", "expires_in": 60 });
    if script.with_token {
        answer["id_token"] = token(&script).into();
    }
    Json(answer).into_response()
}

async fn answer_user_info(State(provider): State<TestProvider>, headers: HeaderMap) -> Response {
    let script = provider.script();
    let expected = format!("Bearer {}", script.access_token);
    if headers.get("authorization").is_some_and(|given| *given == expected) {
        Json(script.user_info.clone()).into_response()
    } else {
        StatusCode::UNAUTHORIZED.into_response()
    }
}

fn token(script: &Script) -> String {
    let algorithm = match script.signing {
        Signing::Key => "ES256",
        Signing::Secret => "HS256",
        Signing::Nothing => "none",
    };
    let header = json!({ "typ": "JWT", "alg": algorithm, "kid": script.key.name });
    let signed = format!("{}.{}", encoded(header.to_string().as_bytes()), encoded(script.claims.to_string().as_bytes()));
    let signature = match script.signing {
        Signing::Key => script.key.pair.sign(&SystemRandom::new(), signed.as_bytes()).expect("a signature").as_ref().to_vec(),
        Signing::Secret => hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), signed.as_bytes()).as_ref().to_vec(),
        Signing::Nothing => Vec::new(),
    };
    format!("{signed}.{}", encoded(&signature))
}

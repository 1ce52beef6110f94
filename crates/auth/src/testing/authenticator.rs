//! A device that holds passkeys, and the browser around it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const BACKED_UP: u8 = 0x18;
const HAS_CREDENTIAL: u8 = 0x40;

/// A device with one passkey.
pub struct Authenticator {
    /// Origin of the page that the browser shows.
    pub origin: String,
    /// Whether the device makes sure that its owner holds it.
    pub verifies: bool,
    /// Whether it counts its uses.
    pub counts: bool,
    /// How often it was used.
    pub counter: u32,
    /// Whose the passkey is, as the device says: the bytes of a person's identifier.
    pub user: Vec<u8>,
    id: Vec<u8>,
    key: EcdsaKeyPair,
}

impl Authenticator {
    /// A fresh device in a browser that shows a page of `origin`.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        let chance = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &chance).expect("a key");
        let id = digest(&SHA256, key.public_key().as_ref()).as_ref()[..20].to_vec();
        Self { origin: origin.to_owned(), verifies: true, counts: true, counter: 0, user: Vec::new(), id, key }
    }

    /// `navigator.credentials.create`, from options to answer as JSON.
    pub fn register(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options");
        let options = &options["publicKey"];
        self.user = decoded(&options["user"]["id"]);
        let client = self.client_data("webauthn.create", &options["challenge"]);
        let mut data = self.authenticator_data(&options["rp"]["id"], HAS_CREDENTIAL);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        let point = &self.key.public_key().as_ref()[1..];
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]); // EC2, ES256, P-256, x
        data.extend(&point[..32]);
        data.extend([0x22, 0x58, 0x20]); // y
        data.extend(&point[32..]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).expect("short"));
        object.extend(data);
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": { "clientDataJSON": encoded(&client), "attestationObject": encoded(&object), "transports": ["internal"] },
        })
        .to_string()
    }

    /// `navigator.credentials.get`, from options to answer as JSON.
    pub fn authenticate(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options");
        let options = &options["publicKey"];
        self.counter += u32::from(self.counts);
        let client = self.client_data("webauthn.get", &options["challenge"]);
        let data = self.authenticator_data(&options["rpId"], 0);
        let signed = [&data[..], digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": encoded(&client), "authenticatorData": encoded(&data),
                "signature": encoded(signature.as_ref()), "userHandle": encoded(&self.user),
            },
        })
        .to_string()
    }

    fn client_data(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn authenticator_data(&self, site: &Value, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, site.as_str().expect("a site").as_bytes()).as_ref().to_vec();
        data.push(PRESENT | BACKED_UP | flags | if self.verifies { VERIFIED } else { 0 });
        data.extend(self.counter.to_be_bytes());
        data
    }
}

/// Bytes in base64url without padding, as WebAuthn and JWT write them.
#[must_use]
pub fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of what [`encoded`] wrote.
#[must_use]
pub fn decoded(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().expect("text")).expect("base64url")
}

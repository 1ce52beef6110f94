//! Passkeys (WebAuthn): a key pair on a person's device, made for this instance's name and unlocked by the person.
//!
//! Nobody types a name: the device says who the person is, and then proves it. User verification (a finger, a face, a
//! PIN) is required, because a passkey signs in alone and must not be worth less than a password with a second factor.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Webauthn, WebauthnBuilder,
    WebauthnError,
};

/// Longest answer of a browser that is read, in bytes.
pub const LONGEST_ANSWER: usize = 64 * 1024;

/// Why an instance has no passkeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unavailable {
    /// Its address is not one of the web.
    #[error("passkeys need an address of the form https://name")]
    NoAddress,
    /// Its address is a number; browsers make passkeys for names only.
    #[error("passkeys need a name: use http://localhost instead of http://127.0.0.1")]
    NoName,
    /// Its address is not encrypted and not `localhost`; browsers refuse.
    #[error("passkeys need https, except on localhost")]
    NotSecure,
}

/// What went wrong with a passkey.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The browser's answer is not of the form that WebAuthn gives it.
    #[error("the answer is not one of a passkey")]
    Malformed,
    /// The answer does not prove what it says: another challenge, site, person, key, or a signature that does not fit.
    #[error("the passkey was refused: {0}")]
    Refused(String),
    /// What was kept (state or credential) can no longer be read.
    #[error("passkey data: {0}")]
    Kept(String),
}

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        Self::Refused(error.to_string())
    }
}

/// The first half of a ceremony.
#[derive(Debug, Clone)]
pub struct Challenge {
    /// For the browser: JSON `{"publicKey": …}`, as `PublicKeyCredential.parse…OptionsFromJSON` reads the inner object.
    pub options: String,
    /// To be kept by the server, for one use and five minutes, and never given to the browser.
    pub state: String,
}

/// A passkey that was registered.
#[derive(Debug, Clone)]
pub struct Registered {
    /// Whose it is.
    pub person: Uuid,
    /// Its identifier (base64url): unique; a second person cannot have the same.
    pub id: String,
    /// The credential as JSON, for the store: public key, counter and the like; nothing secret.
    pub credential: String,
}

/// Who somebody says to be, before it is proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The person.
    pub person: Uuid,
    /// The identifier of the passkey.
    pub id: String,
}

/// What using a passkey left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The credential to keep from now on, when it has changed (its counter, its backup state).
    pub changed: Option<String>,
    /// How often the device says that it was used; 0 from one that does not count.
    pub counter: u32,
}

/// The passkeys of an instance.
#[derive(Debug, Clone)]
pub struct Passkeys(Webauthn);

#[derive(Serialize, Deserialize)]
struct Registering {
    person: String,
    state: PasskeyRegistration,
}

impl Passkeys {
    /// For the instance at `base`, which people know as `name`. Passkeys are bound to the host of `base` for ever.
    ///
    /// # Errors
    /// `Unavailable`, with the reason to tell the operator.
    pub fn new(base: &str, name: &str) -> Result<Self, Unavailable> {
        let base = Url::parse(base).map_err(|_| Unavailable::NoAddress)?;
        let Some(Host::Domain(host)) = base.host() else {
            return Err(if base.has_host() { Unavailable::NoName } else { Unavailable::NoAddress });
        };
        let local = host == "localhost" || host.ends_with(".localhost");
        match base.scheme() {
            "https" => {}
            "http" if local => {}
            "http" => return Err(Unavailable::NotSecure),
            _ => return Err(Unavailable::NoAddress),
        }
        let origin = Url::parse(&base.origin().ascii_serialization()).map_err(|_| Unavailable::NoAddress)?;
        let webauthn = WebauthnBuilder::new(host, &origin).and_then(|builder| builder.rp_name(name).build());
        webauthn.map(Self).map_err(|_| Unavailable::NoAddress)
    }

    /// Begins a registration for a signed-in person. `account` (a mail address) and `name` are shown by the device;
    /// devices that hold one of `existing` (identifiers) refuse.
    ///
    /// # Errors
    /// `Kept` when one of `existing` is not an identifier.
    pub fn start_registration(&self, person: Uuid, account: &str, name: &str, existing: &[&str]) -> Result<Challenge, PasskeyError> {
        let existing: Result<Vec<_>, _> = existing.iter().map(|id| URL_SAFE_NO_PAD.decode(id)).collect();
        let existing = existing.map_err(|error| PasskeyError::Kept(error.to_string()))?;
        let (options, state) = self.0.start_passkey_registration(person, account, name, Some(existing))?;
        let mut options = to_value(&options)?;
        // Signing in goes without a name, so the device has to remember whose key it is.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
            selection.insert("residentKey".into(), "required".into());
            selection.insert("requireResidentKey".into(), true.into());
        }
        Ok(Challenge { options: options.to_string(), state: to_value(&Registering { person: person.to_string(), state })?.to_string() })
    }

    /// Ends a registration with the browser's answer (`PublicKeyCredential.toJSON()`).
    ///
    /// # Errors
    /// `PasskeyError`.
    pub fn finish_registration(&self, state: &str, answer: &str) -> Result<Registered, PasskeyError> {
        let answer: RegisterPublicKeyCredential = read_answer(answer)?;
        let Registering { person, state } = read_kept(state)?;
        let person = Uuid::parse_str(&person).map_err(|error| PasskeyError::Kept(error.to_string()))?;
        let passkey = self.0.finish_passkey_registration(&answer, &state)?;
        Ok(Registered { person, id: URL_SAFE_NO_PAD.encode(passkey.cred_id()), credential: to_value(&passkey)?.to_string() })
    }

    /// Begins a sign-in of whoever has a passkey. The options serve a button as well as conditional mediation.
    ///
    /// # Errors
    /// None in practice.
    pub fn start_authentication(&self) -> Result<Challenge, PasskeyError> {
        let (mut options, state) = self.0.start_discoverable_authentication()?;
        options.mediation = None; // the page decides whether it waits in the background
        Ok(Challenge { options: to_value(&options)?.to_string(), state: to_value(&state)?.to_string() })
    }

    /// Who the browser's answer says it is from, to load that passkey.
    ///
    /// # Errors
    /// `Malformed`.
    pub fn claim(&self, answer: &str) -> Result<Claim, PasskeyError> {
        let answer: PublicKeyCredential = read_answer(answer)?;
        let (person, id) = self.0.identify_discoverable_authentication(&answer).map_err(|_| PasskeyError::Malformed)?;
        Ok(Claim { person, id: URL_SAFE_NO_PAD.encode(id) })
    }

    /// Ends a sign-in. `credential` is the kept passkey with the identifier of the claim, `person` whose it is in the store.
    ///
    /// # Errors
    /// `PasskeyError`; then nobody has signed in.
    pub fn finish_authentication(&self, state: &str, answer: &str, person: Uuid, credential: &str) -> Result<Used, PasskeyError> {
        if self.claim(answer)?.person != person {
            return Err(PasskeyError::Refused("the passkey is of somebody else".into()));
        }
        let answer: PublicKeyCredential = read_answer(answer)?;
        let state: DiscoverableAuthentication = read_kept(state)?;
        let mut passkey: Passkey = read_kept(credential)?;
        let result = self.0.finish_discoverable_authentication_v2(&answer, state, &passkey)?;
        let changed = match passkey.update_credential(&result) {
            Some(true) => Some(to_value(&passkey)?.to_string()),
            _ => None,
        };
        Ok(Used { changed, counter: result.counter() })
    }
}

fn read_answer<'a, T: Deserialize<'a>>(answer: &'a str) -> Result<T, PasskeyError> {
    if answer.len() > LONGEST_ANSWER {
        return Err(PasskeyError::Malformed);
    }
    serde_json::from_str(answer).map_err(|_| PasskeyError::Malformed)
}

fn read_kept<'a, T: Deserialize<'a>>(kept: &'a str) -> Result<T, PasskeyError> {
    serde_json::from_str(kept).map_err(|error| PasskeyError::Kept(error.to_string()))
}

fn to_value(value: &impl Serialize) -> Result<Value, PasskeyError> {
    serde_json::to_value(value).map_err(|error| PasskeyError::Kept(error.to_string()))
}

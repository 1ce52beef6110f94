//! Ways to sign in beside the mailed link: what an instance holds in memory for them.
//!
//! Passwords are hashed on threads that may block, two at a time, so that nobody keeps the others waiting by trying many. The identity
//! provider is asked about itself when it is first needed: an instance starts and serves while it is down.

use std::fmt;
use std::sync::Arc;

use ayni_auth::oidc::{self, OidcError, Provider};
use ayni_auth::passkey::{Passkeys, Unavailable};
use ayni_auth::password::{self, Verdict};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Mutex, Semaphore};

use crate::error::PageError;
use crate::site::Settings;

/// Passwords that are hashed at the same time: each takes a core and 19 MiB for some tens of milliseconds.
const AT_ONCE: usize = 2;
/// How long what a provider said about itself holds.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How long a provider that did not answer is left alone.
const DOWN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// Where a provider sends people back to.
pub(crate) const BACK: &str = "/sign-in/openid/back";

/// The identity provider (OpenID Connect) of an instance, as the operator sets it.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenId {
    /// What people call it: it stands on the button.
    pub name: String,
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// How the provider knows the instance.
    pub client: String,
    /// The secret that it gave the instance, if any.
    pub secret: Option<String>,
}

impl fmt::Debug for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = self.secret.as_ref().map(|_| "hidden");
        f.debug_struct("OpenId")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .field("client", &self.client)
            .field("secret", &secret)
            .finish()
    }
}

/// The ways of an instance.
pub(crate) struct Ways {
    /// Passkeys, or why there are none.
    pub passkeys: Result<Passkeys, Unavailable>,
    /// The identity provider, where one is set.
    pub provider: Option<IdentityProvider>,
    hashing: Arc<Semaphore>,
}

impl Ways {
    /// The ways that the settings open.
    pub fn new(settings: &Settings) -> Self {
        Self {
            passkeys: Passkeys::new(&settings.base_url, &settings.name),
            provider: settings.openid.as_ref().map(|openid| IdentityProvider::new(openid, &settings.base_url)),
            hashing: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Compares a password with a kept hash; costs the same where there is none.
    pub async fn verify(&self, password: &str, kept: Option<String>) -> Result<Verdict, PageError> {
        let password = password.to_owned();
        Ok(self.work(move || password::verify(&password, kept.as_deref())).await??)
    }

    /// Hashes a password for the store.
    pub async fn hash(&self, password: &str) -> Result<String, PageError> {
        let password = password.to_owned();
        Ok(self.work(move || password::hash(&password)).await??)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PageError> {
        let failed = |error: &dyn fmt::Display| PageError::Proof(error.to_string());
        let turn = self.hashing.clone().acquire_owned().await.map_err(|error| failed(&error))?;
        let working = tokio::task::spawn_blocking(move || {
            let _turn = turn; // until the work is done, also when nobody waits for it any more
            work()
        });
        working.await.map_err(|error| failed(&error))
    }
}

/// An identity provider, and what it said about itself.
pub(crate) struct IdentityProvider {
    /// What people call it.
    pub name: String,
    settings: oidc::Settings,
    said: Mutex<Option<(Timestamp, Result<Provider, OidcError>)>>,
}

impl IdentityProvider {
    fn new(openid: &OpenId, base_url: &str) -> Self {
        let settings = oidc::Settings {
            issuer: openid.issuer.clone(),
            client_id: openid.client.clone(),
            client_secret: openid.secret.clone(),
            redirect: format!("{base_url}{BACK}"),
            local: oidc::is_local(&openid.issuer).unwrap_or(false),
        };
        Self { name: openid.name.clone(), settings, said: Mutex::new(None) }
    }

    /// Whether it is the one with this issuer.
    pub fn is(&self, issuer: &str) -> bool {
        self.settings.issuer == issuer
    }

    /// The provider as it describes itself. One that was known and is down now still counts as it was.
    ///
    /// # Errors
    /// `OidcError`; for a little while it is then not asked again.
    pub async fn ask(&self, now: Timestamp) -> Result<Provider, OidcError> {
        let mut said = self.said.lock().await;
        if let Some((at, answer)) = said.as_ref() {
            let holds = if answer.is_ok() { KNOWN_FOR } else { DOWN_FOR };
            if now.duration_since(*at) < holds {
                return answer.clone();
            }
        }
        let answer = match (Provider::discover(self.settings.clone()).await, said.take()) {
            (Err(error), Some((_, Ok(known)))) => {
                tracing::warn!(%error, "the identity provider does not answer; what it said before still counts");
                Ok(known)
            }
            (answer, _) => answer,
        };
        *said = Some((now, answer.clone()));
        answer
    }
}

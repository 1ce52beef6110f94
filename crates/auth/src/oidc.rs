//! OpenID Connect: somebody is who their organization's provider says, by the authorization code flow with PKCE.
//!
//! Only asymmetric signatures count. The provider is asked over TLS at public addresses, within ten seconds and 256 KiB an
//! answer; redirects are not followed. One that the operator configured as local is on this machine, for trying things out.

use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJsonWebKeySet,
    CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, DiscoveryError, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, SubjectIdentifier, TokenResponse, UserInfoError,
};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::http::{Http, HttpError, Reach};
use crate::secret::{NoRandomness, Secret};

/// How far the clocks of provider and instance may be apart, in seconds.
pub const CLOCK_SKEW: i64 = 60;

/// What the operator says about a provider.
#[derive(Clone)]
pub struct Settings {
    /// The issuer, exactly as the provider writes it: `https://login.example.org/realm`.
    pub issuer: String,
    /// How the provider knows this instance.
    pub client_id: String,
    /// The secret it gave this instance; none for a public client.
    pub client_secret: Option<String>,
    /// Where the provider sends people back to: an address of this instance, for this provider alone.
    pub redirect: String,
    /// The provider is on this machine: loopback addresses and `http` instead of public ones and `https`.
    pub local: bool,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").field("issuer", &self.issuer).field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// Whether the provider with this issuer is on this machine: `http` to a loopback address. All others need `https`.
///
/// # Errors
/// `Settings` when it is neither, or no address.
pub fn is_local(issuer: &str) -> Result<bool, OidcError> {
    let url = Url::parse(issuer).map_err(|error| OidcError::Settings(format!("issuer: {error}")))?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => Ok(false),
        "http" if loopback => Ok(true),
        _ => Err(OidcError::Settings("the issuer begins with https, or with http and an address of this machine".into())),
    }
}

/// What is kept between sending somebody to a provider and their coming back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    issuer: String,
    state: String,
    nonce: String,
    verifier: String,
}

impl Pending {
    /// As JSON, to be kept by the server or in a signed cookie of this browser, for one use and a few minutes.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::json!(self).to_string()
    }

    /// Reads what [`Pending::to_text`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pending").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// With what somebody came back: the parameters of the address.
#[derive(Debug, Clone, Copy)]
pub struct Callback<'a> {
    /// `code`.
    pub code: &'a str,
    /// `state`.
    pub state: &'a str,
    /// `iss` (RFC 9207), when the provider sends it.
    pub issuer: Option<&'a str>,
}

/// Who somebody is by the word of a provider; issuer and subject together are the name that never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// The provider's own name for the person.
    pub subject: String,
    /// The mail address, when the provider says that it has verified it.
    pub email: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// Why nobody was identified.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// The operator's settings do not make sense.
    #[error("settings of the provider: {0}")]
    Settings(String),
    /// The provider, or an address it names, is not where one may ask.
    #[error("the address {0} may not be asked")]
    Forbidden(String),
    /// No answer.
    #[error("the provider cannot be reached: {0}")]
    Unreachable(String),
    /// An answer that is not of the protocol.
    #[error("the provider answered unexpectedly: {0}")]
    Unexpected(String),
    /// The person did not come back from where this browser was sent.
    #[error("the answer belongs to another sign-in")]
    State,
    /// The provider does not take the code.
    #[error("the provider refused the code: {0}")]
    Code(String),
    /// The ID token does not prove what it says.
    #[error("the ID token does not count: {0}")]
    Token(TokenFault),
    /// No random bytes.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

/// Why an ID token does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// There is none.
    #[error("there is none")]
    Missing,
    /// It is not signed by the provider, or in a way that does not count.
    #[error("it is not signed by the provider")]
    Signature,
    /// It is by another issuer.
    #[error("it is by another issuer")]
    Issuer,
    /// It is for another client.
    #[error("it is for another client")]
    Audience,
    /// It is of another sign-in.
    #[error("it is of another sign-in")]
    Nonce,
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// Something else.
    #[error("{0}")]
    Other(String),
}

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// A provider and what it says about itself; cheap to clone. Discover it anew now and then (an hour is good).
#[derive(Debug, Clone)]
pub struct Provider {
    settings: Settings,
    redirect: RedirectUrl,
    metadata: CoreProviderMetadata,
    http: Http,
}

impl Provider {
    /// Asks a provider about itself.
    ///
    /// # Errors
    /// `Settings`, `Forbidden`, `Unreachable`, `Unexpected`.
    pub async fn discover(settings: Settings) -> Result<Self, OidcError> {
        let issuer = Url::parse(&settings.issuer).map_err(|error| OidcError::Settings(format!("issuer: {error}")))?;
        if issuer.scheme() != "https" && !(settings.local && issuer.scheme() == "http") {
            return Err(OidcError::Settings("the issuer begins with https".into()));
        }
        let redirect = RedirectUrl::new(settings.redirect.clone()).map_err(|error| OidcError::Settings(format!("redirect: {error}")))?;
        let http = Http::new(if settings.local { Reach::Loopback } else { Reach::Public })?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|error| OidcError::Settings(format!("issuer: {error}")))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &http).await?;
        Ok(Self { settings, redirect, metadata, http })
    }

    /// Where to send somebody, and what to keep until they come back.
    ///
    /// # Errors
    /// `Randomness`.
    pub fn authorize(&self) -> Result<(String, Pending), OidcError> {
        let fresh = || Secret::new().map(|secret| secret.reveal());
        let pending = Pending { issuer: self.settings.issuer.clone(), state: fresh()?, nonce: fresh()?, verifier: fresh()? };
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(pending.verifier.clone()));
        let (state, nonce) = (pending.state.clone(), pending.nonce.clone());
        let client = self.client();
        let request = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(state), || Nonce::new(nonce));
        let scopes = ["email", "profile"].map(|scope| Scope::new(scope.to_owned()));
        let (url, _, _) = request.add_scopes(scopes).set_pkce_challenge(challenge).url();
        Ok((url.into(), pending))
    }

    /// Identifies somebody who came back: takes the code to the provider and verifies the ID token at `now`.
    ///
    /// Mail address and name are asked for separately where the token is without them.
    ///
    /// # Errors
    /// `OidcError`; then nobody is identified, and `pending` must not be used again.
    pub async fn identify(&self, pending: &Pending, callback: Callback<'_>, now: Timestamp) -> Result<Identity, OidcError> {
        let known = |text: &str| Secret::parse(text);
        let same_state = known(&pending.state).is_some_and(|state| known(callback.state) == Some(state));
        let same_issuer = pending.issuer == self.settings.issuer && callback.issuer.is_none_or(|issuer| issuer == pending.issuer);
        if !same_state || !same_issuer {
            return Err(OidcError::State);
        }
        let client = self.client();
        let request = client
            .exchange_code(AuthorizationCode::new(callback.code.to_owned()))
            .map_err(|_| OidcError::Unexpected("it has no token endpoint".into()))?
            .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()));
        let answer = request.request_async(&self.http).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(error) => OidcError::Code(shortened(&error.to_string())),
            RequestTokenError::Request(error) => error.into(),
            RequestTokenError::Parse(error, _) => unexpected("token", &error),
            RequestTokenError::Other(error) => OidcError::Unexpected(shortened(&error)),
        })?;
        let token = answer.id_token().ok_or(OidcError::Token(TokenFault::Missing))?;
        let claims = self.verify(token, &Nonce::new(pending.nonce.clone()), now).await?;
        self.identity(&client, claims, answer.access_token()).await
    }

    fn client(&self) -> Client {
        let client = CoreClient::from_provider_metadata(
            self.metadata.clone(),
            ClientId::new(self.settings.client_id.clone()),
            self.settings.client_secret.clone().map(ClientSecret::new),
        );
        let client = client.set_redirect_uri(self.redirect.clone());
        // Without a word from the provider the secret goes into the header.
        let takes = |method: &CoreClientAuthMethod| self.metadata.token_endpoint_auth_methods_supported().is_some_and(|all| all.contains(method));
        let in_body = takes(&CoreClientAuthMethod::ClientSecretPost) && !takes(&CoreClientAuthMethod::ClientSecretBasic);
        if in_body { client.set_auth_type(AuthType::RequestBody) } else { client }
    }

    async fn verify<'t>(&self, token: &'t CoreIdToken, nonce: &Nonce, now: Timestamp) -> Result<&'t CoreIdTokenClaims, OidcError> {
        match token.claims(&self.verifier(self.metadata.jwks().clone(), now)?, nonce) {
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                // Perhaps the provider has a new key since it was discovered.
                let keys = CoreJsonWebKeySet::fetch_async(self.metadata.jwks_uri(), &self.http).await?;
                token.claims(&self.verifier(keys, now)?, nonce)
            }
            result => result,
        }
        .map_err(|error| OidcError::Token(error.into()))
    }

    fn verifier(&self, keys: CoreJsonWebKeySet, now: Timestamp) -> Result<CoreIdTokenVerifier<'static>, OidcError> {
        let at = chrono::DateTime::from_timestamp(now.as_second() - CLOCK_SKEW, 0).unwrap_or(chrono::DateTime::<chrono::Utc>::MAX_UTC);
        // A token signed with the client's secret, or with nothing, is no word of the provider's.
        let offered = self.metadata.id_token_signing_alg_values_supported().iter();
        let algorithms = offered.filter(|algorithm| ASYMMETRIC.contains(algorithm)).cloned();
        let client = ClientId::new(self.settings.client_id.clone());
        Ok(CoreIdTokenVerifier::new_public_client(client, self.metadata.issuer().clone(), keys).set_allowed_algs(algorithms).set_time_fn(move || at))
    }

    async fn identity(&self, client: &Client, claims: &CoreIdTokenClaims, access: &AccessToken) -> Result<Identity, OidcError> {
        let subject = claims.subject();
        if subject.is_empty() || subject.len() > 255 {
            return Err(OidcError::Token(TokenFault::Other("the subject has 1 to 255 bytes".into())));
        }
        let mut identity = Identity {
            issuer: claims.issuer().to_string(),
            subject: subject.to_string(),
            email: verified(claims.email(), claims.email_verified()),
            name: claims.name().and_then(|name| name.iter().next()).map(|(_, name)| name.to_string()),
        };
        if (identity.email.is_none() || identity.name.is_none()) && self.metadata.userinfo_endpoint().is_some() {
            let more = self.user_info(client, subject, access).await?;
            identity.email = identity.email.or_else(|| verified(more.email(), more.email_verified()));
            identity.name = identity.name.or_else(|| more.name().and_then(|name| name.iter().next()).map(|(_, name)| name.to_string()));
        }
        Ok(identity)
    }

    async fn user_info(&self, client: &Client, subject: &SubjectIdentifier, access: &AccessToken) -> Result<CoreUserInfoClaims, OidcError> {
        if !access.secret().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(OidcError::Unexpected("the access token cannot be sent".into()));
        }
        let request = client.user_info(access.clone(), Some(subject.clone())).map_err(|error| OidcError::Unexpected(error.to_string()))?;
        request.request_async(&self.http).await.map_err(|error| match error {
            UserInfoError::ClaimsVerification(error) => OidcError::Token(error.into()),
            UserInfoError::Request(error) => error.into(),
            UserInfoError::Parse(error) => unexpected("user info", &error),
            UserInfoError::Response(status, ..) => OidcError::Unexpected(format!("user info: {status}")),
            other => OidcError::Unexpected(shortened(&other.to_string())),
        })
    }
}

const ASYMMETRIC: &[CoreJwsSigningAlgorithm] = &[
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

fn verified(email: Option<&openidconnect::EndUserEmail>, verified: Option<bool>) -> Option<String> {
    email.filter(|_| verified == Some(true)).map(|email| email.to_string())
}

impl From<HttpError> for OidcError {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::Forbidden(host) => Self::Forbidden(host),
            HttpError::Unreachable(why) => Self::Unreachable(shortened(&why)),
            HttpError::TooLarge => Self::Unexpected(error.to_string()),
        }
    }
}

impl From<DiscoveryError<HttpError>> for OidcError {
    fn from(error: DiscoveryError<HttpError>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Parse(error) => unexpected("discovery", &error),
            DiscoveryError::Validation(why) => Self::Settings(shortened(&why)),
            other => Self::Unexpected(shortened(&other.to_string())),
        }
    }
}

impl From<ClaimsVerificationError> for TokenFault {
    fn from(error: ClaimsVerificationError) -> Self {
        match error {
            ClaimsVerificationError::SignatureVerification(_) => Self::Signature,
            ClaimsVerificationError::InvalidIssuer(_) => Self::Issuer,
            ClaimsVerificationError::InvalidAudience(_) => Self::Audience,
            ClaimsVerificationError::InvalidNonce(_) => Self::Nonce,
            ClaimsVerificationError::Expired(_) => Self::Expired,
            other => Self::Other(shortened(&other.to_string())),
        }
    }
}

fn unexpected(what: &str, error: &impl std::fmt::Display) -> OidcError {
    OidcError::Unexpected(shortened(&format!("{what}: {error}")))
}

/// What a provider wrote may be long.
fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}

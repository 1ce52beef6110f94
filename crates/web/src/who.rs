//! Who asks: a visitor, or the person behind a session cookie.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Response, header};
use axum::middleware::Next;
use ayni_domain::permission::Actor;
use ayni_store::secret::Secret;
use ayni_store::session::SignedIn;

use crate::site::Site;

/// A signed-in person, as long as one request lasts.
pub type Member = SignedIn;

/// Who asks.
#[derive(Debug, Clone, Default)]
pub enum Who {
    /// Anybody.
    #[default]
    Visitor,
    /// Somebody signed in.
    Member(Arc<Member>),
}

impl Who {
    /// Who, for the rules of permission.
    #[must_use]
    pub fn actor(&self) -> Actor<'_> {
        match self {
            Self::Visitor => Actor::Visitor,
            Self::Member(member) => Actor::Member(&member.standing),
        }
    }

    /// The person, when one is signed in.
    #[must_use]
    pub fn member(&self) -> Option<&Arc<Member>> {
        match self {
            Self::Visitor => None,
            Self::Member(member) => Some(member),
        }
    }
}

/// How many notices of the member who asks are unread.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unread(pub u64);

/// The network address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub IpAddr);

/// From which network address a request comes, as text, for counting attempts: that of the connection, or what the proxy in front says.
pub(crate) fn network(site: &Site, peer: Option<Peer>, headers: &HeaderMap) -> String {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let forwarded = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|last| last.trim().parse::<IpAddr>().ok());
    let address = if site.settings.behind_proxy { forwarded.or(peer.map(|peer| peer.0)) } else { peer.map(|peer| peer.0) };
    match address {
        Some(IpAddr::V6(address)) if address.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = address.segments(); // one household or office has 2^64 of them
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        Some(address) => address.to_canonical().to_string(),
        None => "unknown".to_owned(),
    }
}

/// Name of the session cookie over https: the prefix binds it to this host and to encryption.
const SECURE: &str = "__Host-ayni";
/// Its name over http, as on one's own machine.
const PLAIN: &str = "ayni";

fn name(site: &Site) -> &'static str {
    if site.settings.base_url.starts_with("https://") { SECURE } else { PLAIN }
}

/// The value of the session cookie, if there is one.
fn cookie<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(own, _)| *own == name(site)).map(|(_, value)| value)
}

/// Whether somebody seems to be signed in.
pub(crate) fn seems_signed_in(site: &Site, headers: &HeaderMap) -> bool {
    headers.contains_key(header::COOKIE) && cookie(site, headers).is_some()
}

/// What is the same for everybody, whoever asks: files of pages and of published records, and the API.
const FOR_ALL: [&str; 3] = ["/assets/", "/api/", "/files/"];

/// Whether an answer is for the one alone who asks: what is kept for everybody is not for them, and nobody keeps what they get.
pub(crate) fn is_personal<B>(site: &Site, request: &axum::http::Request<B>) -> bool {
    let path = request.uri().path();
    !FOR_ALL.iter().any(|start| path.starts_with(start)) && seems_signed_in(site, request.headers())
}

/// Looks up who asks; everything behind this finds it in the request.
pub(crate) async fn identify(State(site): State<Site>, mut request: Request, next: Next) -> Response<Body> {
    let secret = cookie(&site, request.headers()).and_then(Secret::parse);
    let who = match secret {
        Some(secret) => find(&site, &secret).await.unwrap_or_else(|error| {
            tracing::error!(%error, "a session could not be looked up");
            Who::Visitor
        }),
        None => Who::Visitor,
    };
    request.extensions_mut().insert(who);
    next.run(request).await
}

async fn find(site: &Site, secret: &Secret) -> Result<Who, ayni_store::StoreError> {
    let now = site.now();
    let Some(member) = site.store.signed_in(&secret.hash(), now).await? else { return Ok(Who::Visitor) };
    site.store.touch_session(&member.session, now).await?;
    Ok(Who::Member(Arc::new(member)))
}

/// The header that signs a browser in.
pub(crate) fn signed_in(site: &Site, secret: &Secret) -> HeaderValue {
    set(site, &secret.to_string(), 365 * 24 * 3_600)
}

/// The header that signs a browser out.
pub(crate) fn signed_out(site: &Site) -> HeaderValue {
    set(site, "", 0)
}

fn set(site: &Site, value: &str, seconds: u32) -> HeaderValue {
    let name = name(site);
    let secure = if name == SECURE { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
}

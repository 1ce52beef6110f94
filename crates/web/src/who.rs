//! Who asks: a visitor, or the person behind a session cookie.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Response, header};
use axum::middleware::Next;
use ayni_domain::permission::Actor;
use ayni_store::session::{Session, SignedIn};
use ayni_store::{Secret, StoreError};
use jiff::SignedDuration;

use crate::cookie::Cookie;
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

/// The browser that asks: from which network, and what it says of itself.
pub(crate) struct Browser {
    /// Network address as text, for counting attempts.
    pub network: String,
    /// The headers of the request.
    pub headers: HeaderMap,
}

impl FromRequestParts<Site> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().copied();
        Ok(Self { network: network(site, peer, &parts.headers), headers: parts.headers.clone() })
    }
}

/// How long a browser keeps the cookie of a session; the session itself ends earlier when it is not used.
const SESSION: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Whether somebody seems to be signed in.
pub(crate) fn seems_signed_in(site: &Site, headers: &HeaderMap) -> bool {
    headers.contains_key(header::COOKIE) && Cookie::Session.read(site, headers).is_some()
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
    let who = find(&site, request.headers()).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a session could not be looked up");
        Who::Visitor
    });
    request.extensions_mut().insert(who);
    next.run(request).await
}

async fn find(site: &Site, headers: &HeaderMap) -> Result<Who, StoreError> {
    let Some(member) = member_of(site, headers).await? else { return Ok(Who::Visitor) };
    site.store.touch_session(&member.session, site.now()).await?;
    Ok(Who::Member(Arc::new(member)))
}

/// Whose session it is whose cookie a browser sends, unless it is over.
async fn member_of(site: &Site, headers: &HeaderMap) -> Result<Option<Member>, StoreError> {
    match Cookie::Session.read(site, headers).and_then(|text| Secret::parse(&text)) {
        Some(secret) => site.store.signed_in(&secret.hash(), site.now()).await,
        None => Ok(None),
    }
}

/// The session whose cookie a browser sends, unless it is over.
pub(crate) async fn session_of(site: &Site, headers: &HeaderMap) -> Result<Option<Session>, StoreError> {
    Ok(member_of(site, headers).await?.map(|member| member.session))
}

/// The header that signs a browser in.
pub(crate) fn signed_in(site: &Site, secret: &Secret) -> HeaderValue {
    Cookie::Session.set(site, &secret.to_string(), SESSION)
}

/// The header that signs a browser out.
pub(crate) fn signed_out(site: &Site) -> HeaderValue {
    Cookie::Session.clear(site)
}

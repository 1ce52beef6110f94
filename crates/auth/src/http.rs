//! Requests to identity providers: small, quick, without redirects, and never into the network that the server stands in.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// Largest answer that is read, in bytes.
const LARGEST: usize = 256 * 1024;
const TIMEOUT: Duration = Duration::from_secs(10);

/// Which addresses may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those of the public internet, with TLS.
    Public,
    /// This machine alone, also without TLS.
    Loopback,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum HttpError {
    #[error("the address {0} may not be asked")]
    Forbidden(String),
    #[error("{0}")]
    Unreachable(String),
    #[error("the answer is too large")]
    TooLarge,
}

#[derive(Debug, Clone)]
pub(crate) struct Http {
    client: reqwest::Client,
    reach: Reach,
}

impl Http {
    pub(crate) fn new(reach: Reach) -> Result<Self, HttpError> {
        // The one cryptography that is compiled in; a second call finds it set already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy() // a proxy would look names up beyond the check
            .connect_timeout(TIMEOUT / 2)
            .timeout(TIMEOUT)
            .user_agent("ayni")
            .dns_resolver(Resolver(reach))
            .build()
            .map_err(|error| unreachable(&error))?;
        Ok(Self { client, reach })
    }

    /// Sends one request; the body of the answer is at most [`LARGEST`].
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = reqwest::Request::try_from(request).map_err(|error| unreachable(&error))?;
        check(request.url(), self.reach)?;
        let mut response = self.client.execute(request).await.map_err(|error| unreachable(&error))?;
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|error| unreachable(&error))? {
            if body.len() + part.len() > LARGEST {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&part);
        }
        let mut answer = http::Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    // Not a closure: the future of one is `Send` for a single lifetime only, and then no handler could wait for it.
    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Refuses what is not encrypted, and addresses that are numbers out of reach; names are looked at when they are looked up.
fn check(url: &Url, reach: Reach) -> Result<(), HttpError> {
    let forbidden = match url.host() {
        _ if reach == Reach::Public && url.scheme() != "https" => true,
        Some(Host::Domain(_)) => false,
        Some(Host::Ipv4(ip)) => !reach.allows(ip.into()),
        Some(Host::Ipv6(ip)) => !reach.allows(ip.into()),
        None => true,
    };
    if forbidden { Err(HttpError::Forbidden(url.host_str().unwrap_or_default().to_owned())) } else { Ok(()) }
}

struct Resolver(Reach);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let name = name.as_str();
            let mut allowed: Vec<SocketAddr> = tokio::net::lookup_host((name, 0)).await?.collect();
            allowed.retain(|address| reach.allows(address.ip()));
            if allowed.is_empty() {
                return Err(HttpError::Forbidden(name.to_owned()).into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

/// The innermost reason, which is the one that helps; without addresses, which may carry parameters.
fn unreachable(error: &reqwest::Error) -> HttpError {
    let mut cause: &(dyn std::error::Error + 'static) = error;
    loop {
        if let Some(HttpError::Forbidden(host)) = cause.downcast_ref::<HttpError>() {
            return HttpError::Forbidden(host.clone());
        }
        match cause.source() {
            Some(inner) => cause = inner,
            None if error.is_timeout() => return HttpError::Unreachable("no answer in time".to_owned()),
            None => return HttpError::Unreachable(cause.to_string()),
        }
    }
}

impl Reach {
    fn allows(self, ip: IpAddr) -> bool {
        match (self, ip.to_canonical()) {
            (Self::Loopback, ip) => ip.is_loopback(),
            (Self::Public, IpAddr::V4(ip)) => is_public_v4(ip),
            (Self::Public, IpAddr::V6(ip)) => is_public_v6(ip),
        }
    }
}

/// By the registry of special-purpose addresses (RFC 6890 and its successors).
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        [0 | 240..=255, ..] => true,                // this network, reserved
        [100, b, ..] => (64..128).contains(&b),     // shared by a provider's customers
        [192, 0, 0, _] | [192, 88, 99, _] => true,  // protocols, old 6to4 relays
        [198, b, ..] if b == 18 || b == 19 => true, // measuring
        _ => ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_multicast() || ip.is_documentation(),
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, ..] => is_public_v4(Ipv4Addr::from_bits(ip.to_bits() as u32)), // an IPv4 address behind NAT64
        [0x2001, b, ..] => b >= 0x200 && b != 0xdb8,                                              // protocols and tunnels, documentation
        [0x2002, ..] | [0x3fff, ..] => false,                                                     // 6to4, documentation
        [a, ..] => (0x2000..0x4000).contains(&a),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_public_internet_are_asked() {
        let check = |public: bool, addresses: &[&str]| {
            for address in addresses {
                assert_eq!(Reach::Public.allows(address.parse().expect("an address")), public, "{address}");
            }
        };
        check(
            true,
            &["1.1.1.1", "100.63.0.1", "172.32.0.1", "192.0.1.1", "198.20.0.1", "2606:4700::1111", "2001:4860:4860::8888", "64:ff9b::101:101"],
        );
        check(false, &["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "192.0.0.8", "192.0.2.1"]);
        check(false, &["198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1"]);
        check(
            false,
            &["fc00::1", "fd12::1", "fe80::1", "ff02::1", "2001::1", "2001:db8::1", "2002:a00:1::", "64:ff9b::a00:1", "::7f00:1", "3fff::1"],
        );
    }

    #[test]
    fn a_local_provider_is_on_this_machine() {
        for (address, allowed) in
            [("127.0.0.1", true), ("127.8.9.1", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false), ("1.1.1.1", false)]
        {
            assert_eq!(Reach::Loopback.allows(address.parse().expect("an address")), allowed, "{address}");
        }
    }

    #[tokio::test]
    async fn names_that_lead_to_this_machine_are_refused_too() {
        let http = Http::new(Reach::Public).expect("a client");
        for url in ["https://localhost/", "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/"] {
            let request = http::Request::get(url).body(Vec::new()).expect("a request");
            assert!(matches!(http.send(request).await, Err(HttpError::Forbidden(_))), "{url}");
        }
    }

    #[tokio::test]
    async fn the_public_internet_is_not_asked_without_tls() {
        let http = Http::new(Reach::Public).expect("a client");
        let request = http::Request::get("http://1.1.1.1/").body(Vec::new()).expect("a request");
        assert!(matches!(http.send(request).await, Err(HttpError::Forbidden(_))));
    }
}

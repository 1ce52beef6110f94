//! Cookies: the session, and those that keep two steps of signing in within one browser.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::SignedDuration;

use crate::site::Site;

/// A cookie of ours; none of them is read by scripts or sent along by forms of other sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// Who is signed in.
    Session,
    /// Who has shown a password, and has to show a code.
    Code,
    /// Who was sent to an identity provider, and comes back.
    OpenId,
}

impl Cookie {
    /// Over https the prefix binds it to this host and to encryption; without, as on one's own machine, browsers refuse the prefix.
    fn name(self, site: &Site) -> &'static str {
        match (self, is_secure(site)) {
            (Self::Session, true) => "__Host-ayni",
            (Self::Session, false) => "ayni",
            (Self::Code, true) => "__Host-ayni-code",
            (Self::Code, false) => "ayni-code",
            (Self::OpenId, true) => "__Host-ayni-openid",
            (Self::OpenId, false) => "ayni-openid",
        }
    }

    /// Its value in a request, if there is one.
    pub fn read(self, site: &Site, headers: &HeaderMap) -> Option<String> {
        let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
        let name = self.name(site);
        pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(own, _)| *own == name).map(|(_, value)| value.to_owned())
    }

    /// The header that sets it for a time.
    pub fn set(self, site: &Site, value: &str, lasts: SignedDuration) -> HeaderValue {
        let secure = if is_secure(site) { "; Secure" } else { "" };
        let cookie = format!("{}={value}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}", self.name(site), lasts.as_secs());
        HeaderValue::from_str(&cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    /// The header that takes it away.
    pub fn clear(self, site: &Site) -> HeaderValue {
        self.set(site, "", SignedDuration::ZERO)
    }
}

fn is_secure(site: &Site) -> bool {
    site.settings.base_url.starts_with("https://")
}

//! The address of a translation server, and the key that it wants.

use std::fmt;

use url::Url;

/// Where a translation server is, and with which key it is asked. The key shows in no form of this value.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerSettings {
    /// The address of `translate`.
    pub(crate) endpoint: Url,
    pub(crate) host: String,
    pub(crate) key: Option<String>,
}

/// Why an address is none of a translation server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ServerUrlError {
    /// Not `http://host…` or `https://host…`.
    #[error("it is no http or https address")]
    NotWeb,
    /// With user, password, question or fragment.
    #[error("it has more than scheme, host, port and path; the key is a setting of its own")]
    TooMuch,
}

impl ServerSettings {
    /// Reads the address under which the API stands (`https://translate.example.org`), to which `/translate` is added.
    ///
    /// # Errors
    /// `ServerUrlError`.
    pub fn parse(url: &str, key: Option<&str>) -> Result<Self, ServerUrlError> {
        let mut endpoint = Url::parse(url.trim()).map_err(|_| ServerUrlError::NotWeb)?;
        if !matches!(endpoint.scheme(), "http" | "https") {
            return Err(ServerUrlError::NotWeb);
        }
        let host = endpoint.host_str().ok_or(ServerUrlError::NotWeb)?.to_owned();
        let has_more = endpoint.query().is_some() || endpoint.fragment().is_some();
        if has_more || !endpoint.username().is_empty() || endpoint.password().is_some() {
            return Err(ServerUrlError::TooMuch);
        }
        let path = format!("{}/translate", endpoint.path().trim_end_matches('/'));
        endpoint.set_path(&path);
        let key = key.map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned);
        Ok(Self { endpoint, host, key })
    }
}

impl fmt::Display for ServerSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.endpoint)
    }
}

impl fmt::Debug for ServerSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_some() { "with a key" } else { "without a key" };
        write!(f, "{self} {key}")
    }
}

//! Where the mail server is, read from one address; the password never shows.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use url::Url;

/// How long a mail may take unless said otherwise.
const USUAL_TIMEOUT: Duration = Duration::from_secs(30);
/// Longest time that can be said, in seconds: a lease of the outbox is longer.
const LONGEST_TIMEOUT: u64 = 120;

/// How a connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// Begins in the clear and must become encrypted before anything is said.
    StartTls,
    /// Encrypted from the first byte.
    Implicit,
    /// Not at all; only to this machine.
    None,
}

impl TlsMode {
    /// The word in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StartTls => "starttls",
            Self::Implicit => "implicit",
            Self::None => "none",
        }
    }

    /// The port of mail submission for this mode.
    const fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Implicit => 465,
            Self::None => 25,
        }
    }
}

/// A mail server and how to speak with it.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) login: Option<(String, String)>,
    pub(crate) tls: TlsMode,
    pub(crate) timeout: Duration,
}

/// Why an address says no mail server. No text repeats any of it: a password may stand anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SmtpUrlError {
    /// Another scheme.
    #[error("it begins with neither smtp:// nor smtps://")]
    Scheme,
    /// Not an address.
    #[error("it is no address; signs such as @ : / ? # % in user and password are written as %40 %3A %2F %3F %23 %25")]
    Form,
    /// No host, or one that is none.
    #[error("it names no host")]
    Host,
    /// A user without a password, or the reverse.
    #[error("user and password go together")]
    Login,
    /// Something follows host and port.
    #[error("nothing but ?tls=… and timeout=… may follow host and port")]
    Path,
    /// An option that does not exist, or twice.
    #[error("its options are tls and timeout, each once")]
    Option,
    /// Another word for `tls`.
    #[error("tls is starttls, implicit or none")]
    Tls,
    /// `smtps` and another mode.
    #[error("smtps:// is encrypted from the first byte; another tls contradicts it")]
    Contradiction,
    /// A timeout that is no number of seconds from 1 to 120.
    #[error("timeout is a number of seconds from 1 to {LONGEST_TIMEOUT}")]
    Timeout,
    /// In the clear over a network.
    #[error("without TLS only a server on this machine can be used: localhost, 127.0.0.1 or [::1]")]
    Clear,
}

impl SmtpSettings {
    /// Reads `smtp://user:password@host:port?tls=starttls|implicit|none&timeout=30`, or `smtps://…` for `tls=implicit`.
    ///
    /// `tls` is usually `starttls`; the port is usually 587, 465 with `implicit`, 25 with `none`.
    ///
    /// # Errors
    /// `SmtpUrlError`.
    pub fn parse(text: &str) -> Result<Self, SmtpUrlError> {
        let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let smtps = match scheme.as_deref() {
            Some("smtp") => false,
            Some("smtps") => true,
            _ => return Err(SmtpUrlError::Scheme),
        };
        let url = Url::parse(text).map_err(|_| SmtpUrlError::Form)?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(SmtpUrlError::Path);
        }
        let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_owned();
        if host.is_empty() || !host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'_')) {
            return Err(SmtpUrlError::Host);
        }
        let (tls, timeout) = read_options(&url, smtps)?;
        if tls == TlsMode::None && !is_local(&host) {
            return Err(SmtpUrlError::Clear);
        }
        Ok(Self { port: url.port().unwrap_or(tls.usual_port()), login: read_login(&url)?, host, tls, timeout })
    }

    /// How the connection is encrypted.
    #[must_use]
    pub const fn tls(&self) -> TlsMode {
        self.tls
    }
}

fn read_options(url: &Url, smtps: bool) -> Result<(TlsMode, Duration), SmtpUrlError> {
    let (mut tls, mut timeout) = (None, None);
    for (name, value) in url.query_pairs() {
        match &*name {
            "tls" if tls.is_none() => {
                let all = [TlsMode::StartTls, TlsMode::Implicit, TlsMode::None];
                tls = Some(all.into_iter().find(|mode| mode.code() == value).ok_or(SmtpUrlError::Tls)?);
            }
            "timeout" if timeout.is_none() => {
                let seconds = value.parse().ok().filter(|seconds| (1..=LONGEST_TIMEOUT).contains(seconds));
                timeout = Some(Duration::from_secs(seconds.ok_or(SmtpUrlError::Timeout)?));
            }
            _ => return Err(SmtpUrlError::Option),
        }
    }
    let tls = match (smtps, tls) {
        (true, None | Some(TlsMode::Implicit)) => TlsMode::Implicit,
        (true, Some(_)) => return Err(SmtpUrlError::Contradiction),
        (false, tls) => tls.unwrap_or(TlsMode::StartTls),
    };
    Ok((tls, timeout.unwrap_or(USUAL_TIMEOUT)))
}

fn read_login(url: &Url) -> Result<Option<(String, String)>, SmtpUrlError> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8().map(|text| text.into_owned()).map_err(|_| SmtpUrlError::Form);
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => Err(SmtpUrlError::Login),
        (user, Some(password)) => Ok(Some((decode(user)?, decode(password)?))),
    }
}

fn is_local(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Host, port and mode: what may stand in a log.
impl fmt::Display for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        write!(f, "smtp://{host}:{}?tls={}", self.port, self.tls.code())
    }
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Result<&str, SmtpUrlError>) {
        assert_eq!(SmtpSettings::parse(text).map(|settings| settings.to_string()), expected.map(str::to_owned), "{text:?}");
    }

    #[test]
    fn an_address_says_which_server_and_how() {
        check("smtp://mail.example.org", Ok("smtp://mail.example.org:587?tls=starttls"));
        check("smtp://u:p@mail.example.org:2525?tls=starttls", Ok("smtp://mail.example.org:2525?tls=starttls"));
        check("smtp://mail.example.org/?tls=implicit", Ok("smtp://mail.example.org:465?tls=implicit"));
        check("smtps://mail.example.org", Ok("smtp://mail.example.org:465?tls=implicit"));
        check("SMTPS://mail.example.org?tls=implicit&timeout=5", Ok("smtp://mail.example.org:465?tls=implicit"));
        check("smtp://localhost?tls=none", Ok("smtp://localhost:25?tls=none"));
        check("smtp://127.0.0.1:1025?tls=none", Ok("smtp://127.0.0.1:1025?tls=none"));
        check("smtp://[::1]:1025?tls=none", Ok("smtp://[::1]:1025?tls=none"));
    }

    #[test]
    fn what_is_wrong_with_an_address_is_said() {
        check("", Err(SmtpUrlError::Scheme));
        check("mail.example.org:587", Err(SmtpUrlError::Scheme));
        check("https://mail.example.org", Err(SmtpUrlError::Scheme));
        check("smtp://", Err(SmtpUrlError::Host));
        check("smtp://u:p@h/s@mail.example.org", Err(SmtpUrlError::Path));
        check("smtp://u:pa?ss@mail.example.org", Err(SmtpUrlError::Form));
        check("smtp://mail.example.org:99999", Err(SmtpUrlError::Form));
        check("smtp://m%41il", Err(SmtpUrlError::Host));
        check("smtp://u@mail.example.org", Err(SmtpUrlError::Login));
        check("smtp://:p@mail.example.org", Err(SmtpUrlError::Login));
        check("smtp://u:%ff@mail.example.org", Err(SmtpUrlError::Form));
        check("smtp://mail.example.org/inbox", Err(SmtpUrlError::Path));
        check("smtp://mail.example.org#x", Err(SmtpUrlError::Path));
        check("smtp://mail.example.org?ssl=yes", Err(SmtpUrlError::Option));
        check("smtp://mail.example.org?tls=none&tls=starttls", Err(SmtpUrlError::Option));
        check("smtp://mail.example.org?tls=yes", Err(SmtpUrlError::Tls));
        check("smtps://mail.example.org?tls=starttls", Err(SmtpUrlError::Contradiction));
        for timeout in ["0", "121", "soon", "-1", ""] {
            check(&format!("smtp://mail.example.org?timeout={timeout}"), Err(SmtpUrlError::Timeout));
        }
    }

    #[test]
    fn nothing_is_said_in_the_clear_over_a_network() {
        for host in ["mail.example.org", "192.0.2.1", "[2001:db8::1]", "localhost.example.org"] {
            check(&format!("smtp://u:p@{host}?tls=none"), Err(SmtpUrlError::Clear));
        }
    }

    #[test]
    fn user_and_password_are_decoded_and_never_shown() {
        let settings = SmtpSettings::parse("smtp://ayni%40example.org:s%3Acret%2F%C3%B1@mail.example.org").expect("valid");
        assert_eq!(settings.login, Some(("ayni@example.org".into(), "s:cret/ñ".into())));
        assert_eq!(format!("{settings:?}"), "smtp://mail.example.org:587?tls=starttls");
    }

    proptest! {
        #[test]
        fn reading_an_address_never_panics(text in "\\PC{0,40}|smtps?://\\PC{0,40}|smtp://[a-z:@?&=%/#\\[\\].0-9]{0,40}") {
            if let Ok(settings) = SmtpSettings::parse(&text) {
                prop_assert!(SmtpSettings::parse(&settings.to_string()).is_ok());
            }
        }
    }
}

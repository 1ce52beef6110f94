//! The identity provider at which people can sign in (OpenID Connect).

use std::path::{Path, PathBuf};

use ayni_auth::oidc;
use ayni_web::OpenId;

use super::SettingsError;

/// What was set, by flag, environment or file.
#[derive(Default)]
pub(super) struct Given {
    pub issuer: Option<String>,
    pub client: Option<String>,
    pub secret: Option<String>,
    pub name: Option<String>,
}

impl Given {
    /// Puts together what was set; `None` where no issuer and no client is.
    ///
    /// # Errors
    /// `Value` and `Unreadable`, which never repeat the secret.
    pub fn read(self) -> Result<Option<OpenId>, SettingsError> {
        let wrong = |name, value: &str, problem: &str| SettingsError::Value { name, value: value.to_owned(), problem: problem.to_owned() };
        let (issuer, client) = match (self.issuer, self.client) {
            (None, None) => return Ok(None),
            (Some(issuer), Some(client)) => (issuer, client),
            (Some(_), None) => return Err(wrong("oidc-client", "", "with an issuer (oidc-issuer) it is needed")),
            (None, Some(_)) => return Err(wrong("oidc-issuer", "", "with a client (oidc-client) it is needed")),
        };
        oidc::is_local(&issuer).map_err(|error| wrong("oidc-issuer", &issuer, &error.to_string()))?;
        let name = self.name.unwrap_or_else(|| host(&issuer).to_owned());
        Ok(Some(OpenId { name, issuer, client, secret: self.secret.map(read_secret).transpose()? }))
    }
}

/// The host of an address, which says more than nothing.
fn host(issuer: &str) -> &str {
    let rest = issuer.split_once("://").map_or(issuer, |(_, rest)| rest);
    rest.split(['/', ':', '?']).next().unwrap_or(rest)
}

/// A secret as it stands there, or what is in the file that `@` names, without the end of its line.
fn read_secret(given: String) -> Result<String, SettingsError> {
    let Some(path) = given.strip_prefix('@') else { return Ok(given) };
    let text = std::fs::read_to_string(Path::new(path)).map_err(|source| SettingsError::Unreadable { path: PathBuf::from(path), source })?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(issuer: &str, client: &str, secret: &str, name: &str) -> Result<Option<OpenId>, String> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let given = Given { issuer: given(issuer), client: given(client), secret: given(secret), name: given(name) };
        given.read().map_err(|error| error.to_string())
    }

    #[test]
    fn a_provider_is_named_or_called_by_its_host() {
        let named = |issuer: &str, name: &str| read(issuer, "ayni", "", name).expect("valid").expect("a provider").name;
        assert_eq!(named("https://login.example.org/realm", ""), "login.example.org");
        assert_eq!(named("https://login.example.org:8443", ""), "login.example.org");
        assert_eq!(named("http://localhost:9000", ""), "localhost");
        assert_eq!(named("https://login.example.org", "Ministry"), "Ministry");
        assert_eq!(read("", "", "kept", "Ministry"), Ok(None));
    }

    #[test]
    fn issuer_and_client_belong_together() {
        let check = |issuer: &str, client: &str, expected: &str| {
            let error = read(issuer, client, "hidden", "").expect_err("not valid");
            assert!(error.contains(expected) && !error.contains("hidden"), "{error}");
        };
        check("https://login.example.org", "", "the setting oidc-client cannot be ``: with an issuer");
        check("", "ayni", "the setting oidc-issuer cannot be ``: with a client");
        check("http://login.example.org", "ayni", "the setting oidc-issuer cannot be `http://login.example.org`: ");
        check("login.example.org", "ayni", "the setting oidc-issuer cannot be `login.example.org`: ");
    }

    #[test]
    fn a_secret_may_stand_in_a_file_and_never_shows() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("secret");
        std::fs::write(&file, "from a file\n").expect("a file");
        let secret = |given: &str| read("https://login.example.org", "ayni", given, "").expect("valid").expect("a provider");
        assert_eq!(secret("as it is").secret.as_deref(), Some("as it is"));
        let from_file = secret(&format!("@{}", file.display()));
        assert_eq!(from_file.secret.as_deref(), Some("from a file"));
        assert!(!format!("{from_file:?}").contains("from a file"));
        let missing = read("https://login.example.org", "ayni", "@/nowhere/secret", "").expect_err("no file");
        assert!(missing.contains("/nowhere/secret"), "{missing}");
    }
}

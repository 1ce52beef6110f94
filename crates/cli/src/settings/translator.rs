//! Where texts are translated by machine: on a server that the operator names, or nowhere.

use ayni_translator::{Server, ServerSettings, Translator};

use super::{ServeSettings, SettingsError};

/// Puts together what was set.
///
/// # Errors
/// `Value`, which repeats neither address nor key: both may hold a secret.
pub(super) fn read(url: Option<&str>, key: Option<&str>) -> Result<Option<ServerSettings>, SettingsError> {
    let wrong = |name, problem: String| SettingsError::Value { name, value: "…".to_owned(), problem };
    match (url, key) {
        (Some(url), key) => ServerSettings::parse(url, key).map(Some).map_err(|error| wrong("translator-url", error.to_string())),
        (None, Some(_)) => Err(wrong("translator-key", "there is no translator-url that wants it".to_owned())),
        (None, None) => Ok(None),
    }
}

impl ServeSettings {
    /// Who translates by machine.
    ///
    /// # Errors
    /// `Value` when this machine cannot ask a server.
    pub fn translator(&self) -> Result<Translator, SettingsError> {
        let Some(settings) = self.translator.clone() else { return Ok(Translator::none()) };
        let value = settings.to_string();
        let wrong = |error: ayni_translator::TranslatorError| SettingsError::Value { name: "translator-url", value, problem: error.to_string() };
        Server::new(settings).map(Translator::server).map_err(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_address_nor_key_is_repeated() {
        for (url, key, expected) in [
            (Some("https://u:secret@h"), None, "the setting translator-url cannot be `…`: it has more than scheme, host, port and path"),
            (Some("secret"), Some("secret"), "the setting translator-url cannot be `…`: it is no http or https address"),
            (None, Some("secret"), "the setting translator-key cannot be `…`: there is no translator-url"),
        ] {
            let error = read(url, key).expect_err("not valid").to_string();
            assert!(error.starts_with(expected) && !error.contains("secret"), "{error}");
        }
        let read = read(Some("https://t.example.org"), Some("secret")).expect("valid");
        assert!(!format!("{read:?}").contains("secret"));
    }
}

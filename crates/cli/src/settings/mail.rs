//! How mails leave: by a mail server, or into a folder of the data folder.

use std::path::{Path, PathBuf};

use ayni_mail::{Folder, Mailbox, Smtp, SmtpSettings, Transport};

use super::SettingsError;

/// Settings of mail in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// Sender of all mails.
    pub from: Mailbox,
    /// The mail server, where there is one. Its password shows in no form of this value.
    pub smtp: Option<SmtpSettings>,
    /// Folder into which mails go without a mail server.
    pub folder: PathBuf,
}

impl MailSettings {
    /// Puts together what was set; `name` is that of the instance.
    ///
    /// # Errors
    /// `Value`, which never repeats the address of the mail server: it may hold a password.
    pub(super) fn new(smtp_url: Option<&str>, from: Option<String>, name: &str, data: &Path) -> Result<Self, SettingsError> {
        let smtp = smtp_url.map(read_smtp).transpose()?;
        let from = match from {
            Some(value) => Mailbox::parse(&value).map_err(|error| wrong_sender(value, error.to_string()))?,
            None if smtp.is_some() => {
                let problem = "with a mail server (smtp-url) a sender is needed: \"Ayni <ayni@example.org>\"";
                return Err(wrong_sender(String::new(), problem.to_owned()));
            }
            None => Mailbox::new(name, "ayni@localhost").map_err(|error| wrong_sender(name.to_owned(), error.to_string()))?,
        };
        Ok(Self { from, smtp, folder: data.join("mail") })
    }

    /// The way on which mails leave.
    pub fn transport(&self) -> Transport {
        match &self.smtp {
            Some(smtp) => Transport::Smtp(Smtp::new(smtp.clone(), &self.from)),
            None => Transport::Folder(Folder::new(self.folder.clone())),
        }
    }
}

fn wrong_sender(value: String, problem: String) -> SettingsError {
    SettingsError::Value { name: "mail-from", value, problem }
}

fn read_smtp(address: &str) -> Result<SmtpSettings, SettingsError> {
    SmtpSettings::parse(address).map_err(|error| {
        let value = match address.split_once("://") {
            Some((scheme @ ("smtp" | "smtps"), _)) => format!("{scheme}://…"),
            _ => "…".to_owned(),
        };
        SettingsError::Value { name: "smtp-url", value, problem: error.to_string() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(smtp_url: Option<&str>, from: Option<&str>) -> Result<(Option<String>, String), String> {
        let settings = MailSettings::new(smtp_url, from.map(str::to_owned), "Minga", Path::new("d")).map_err(|error| error.to_string())?;
        assert_eq!(settings.folder, Path::new("d/mail"));
        assert!(!format!("{settings:?} {:?}", settings.transport()).contains("secret"));
        assert_eq!(matches!(settings.transport(), Transport::Smtp(_)), smtp_url.is_some());
        Ok((settings.smtp.map(|smtp| smtp.to_string()), settings.from.to_string()))
    }

    #[test]
    fn without_a_mail_server_mails_are_files_from_the_instance() {
        assert_eq!(load(None, None), Ok((None, "Minga <ayni@localhost>".into())));
        assert_eq!(load(None, Some("a@example.org")), Ok((None, "a@example.org".into())));
    }

    #[test]
    fn a_mail_server_needs_a_sender() {
        let smtp = "smtp://u:secret@mail.example.org";
        let read = Ok((Some("smtp://mail.example.org:587?tls=starttls".into()), "Ayni <ayni@example.org>".into()));
        assert_eq!(load(Some(smtp), Some("Ayni <ayni@example.org>")), read);
        let error = load(Some(smtp), None).expect_err("no sender");
        assert!(error.starts_with("the setting mail-from cannot be ``: with a mail server (smtp-url) a sender is needed"), "{error}");
        let error = load(None, Some("Ayni")).expect_err("no address");
        assert_eq!(error, "the setting mail-from cannot be `Ayni`: this is no mail address");
    }

    #[test]
    fn an_address_with_a_password_is_never_repeated() {
        for (address, shown) in [
            ("smtp://u:secret@h?tls=maybe", "`smtp://…`: tls is starttls, implicit or none"),
            ("smtps://u:secret@h/x", "`smtps://…`: nothing but"),
            ("u:secret@h", "`…`: it begins with neither"),
            ("secret://h", "`…`: it begins with neither"),
            ("smtp://u:secret@mail.example.org?tls=none", "`smtp://…`: without TLS only"),
        ] {
            let error = load(Some(address), Some("a@example.org")).expect_err("not valid");
            assert!(error.starts_with(&format!("the setting smtp-url cannot be {shown}")) && !error.contains("secret"), "{error}");
        }
    }
}

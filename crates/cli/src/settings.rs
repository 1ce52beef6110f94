//! Settings: from flags, then the environment, then a TOML file, then what is usual; in that order.

mod flags;
mod mail;
mod openid;
mod translator;

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};

use ayni_domain::file::upload::LARGEST_FILE;
use ayni_domain::record::is_web_address;
use ayni_store::Database;
use ayni_translator::ServerSettings;
use ayni_web::OpenId;
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

pub use self::flags::{Common, LogFormat, Serving};
pub use self::mail::MailSettings;
use self::openid::Given;

const USUAL_DATA: &str = "ayni-data";
const USUAL_LISTEN: &str = "127.0.0.1:8080";
const USUAL_LOG: &str = "warn,ayni=info,ayni_web=info";
/// The file with settings inside the data folder.
const FILE_NAME: &str = "ayni.toml";

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is there, or was named, and cannot be read.
    #[error("the settings in {}: {source}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file does not say what can be understood.
    #[error("{}:{line}: {problem}", path.display())]
    Invalid {
        /// Which file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// A value that the setting cannot have.
    #[error("the setting {name} cannot be `{value}`: {problem}")]
    Value {
        /// Which setting.
        name: &'static str,
        /// The value.
        value: String,
        /// What is wrong with it.
        problem: String,
    },
}

/// What a file with settings can say; the keys are the names of the flags.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct SettingsFile {
    data: Option<PathBuf>,
    database: Option<String>,
    files: Option<String>,
    log: Option<String>,
    log_format: Option<LogFormat>,
    listen: Option<String>,
    empty: Option<bool>,
    metrics: Option<String>,
    model: Option<PathBuf>,
    base_url: Option<String>,
    name: Option<String>,
    contact: Option<String>,
    author: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    translator_url: Option<String>,
    translator_key: Option<String>,
    largest_file: Option<u32>,
    behind_proxy: Option<bool>,
    oidc_issuer: Option<String>,
    oidc_client: Option<String>,
    oidc_secret: Option<String>,
    oidc_name: Option<String>,
}

/// Where files are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Files {
    /// In a folder.
    Folder(PathBuf),
    /// In S3-compatible storage.
    S3(String),
}

/// Settings in force.
#[derive(Debug)]
pub struct Settings {
    /// The data folder.
    pub data: PathBuf,
    /// The database.
    pub database: Database,
    /// Where attached files are.
    pub files: Files,
    log: String,
    log_format: LogFormat,
    file: SettingsFile,
}

/// Settings of serving in force.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeSettings {
    /// Address and port to answer at.
    pub listen: String,
    /// Whether a new instance begins without records.
    pub empty: bool,
    /// Address and port of the metrics.
    pub metrics: Option<String>,
    /// Public address without a slash at the end, where one is set.
    pub base_url: Option<String>,
    /// Name.
    pub name: String,
    /// Where readers can write to.
    pub contact: Option<String>,
    /// How mails leave.
    pub mail: MailSettings,
    /// The server for machine translation, where there is one. Its key shows in no form of this value.
    pub translator: Option<ServerSettings>,
    /// Largest file that can be handed in, in bytes.
    pub largest_file: u64,
    /// Whether a proxy in front says from where a request comes.
    pub behind_proxy: bool,
    /// The identity provider, where one is set.
    pub openid: Option<OpenId>,
    /// By how many days the clock of the instance is ahead.
    pub days_ahead: u16,
}

impl Settings {
    /// Puts flags and environment (which the command line has read) together with the file.
    ///
    /// # Errors
    /// `SettingsError` naming file and line, or setting and value.
    pub fn load(flags: Common) -> Result<Self, SettingsError> {
        let usual_data = || flags.data.clone().unwrap_or_else(|| PathBuf::from(USUAL_DATA));
        let file = match &flags.config {
            Some(path) => read(path)?.ok_or_else(|| not_found(path))?,
            None => read(&usual_data().join(FILE_NAME))?.unwrap_or_default(),
        };
        let data = flags.data.or_else(|| file.data.clone()).unwrap_or_else(|| PathBuf::from(USUAL_DATA));
        let database = match flags.database.or_else(|| file.database.clone()) {
            Some(text) => read_database(text)?,
            None => Database::Sqlite(data.join("ayni.db")),
        };
        let files = match flags.files.or_else(|| file.files.clone()) {
            Some(address) if address.starts_with("s3://") => Files::S3(address),
            Some(folder) => Files::Folder(folder.into()),
            None => Files::Folder(data.join("files")),
        };
        let log = flags.log.or_else(|| file.log.clone()).unwrap_or_else(|| USUAL_LOG.to_owned());
        let log_format = flags.log_format.or(file.log_format).unwrap_or_default();
        Ok(Self { data, database, files, log, log_format, file })
    }

    /// The settings of serving.
    ///
    /// # Errors
    /// `Value`.
    pub fn serving(&self, flags: Serving) -> Result<ServeSettings, SettingsError> {
        let file = &self.file;
        let base_url = self.base_url(flags.base_url)?;
        let name = flags.name.or_else(|| file.name.clone()).unwrap_or_else(|| "Ayni".to_owned());
        let smtp_url = flags.smtp_url.or_else(|| file.smtp_url.clone());
        let mail_from = flags.mail_from.or_else(|| file.mail_from.clone());
        let translator_url = flags.translator_url.or_else(|| file.translator_url.clone());
        let translator_key = flags.translator_key.or_else(|| file.translator_key.clone());
        let openid = Given {
            issuer: flags.oidc_issuer.or_else(|| file.oidc_issuer.clone()),
            client: flags.oidc_client.or_else(|| file.oidc_client.clone()),
            secret: flags.oidc_secret.or_else(|| file.oidc_secret.clone()),
            name: flags.oidc_name.or_else(|| file.oidc_name.clone()),
        };
        Ok(ServeSettings {
            openid: openid.read()?,
            mail: MailSettings::new(smtp_url.as_deref(), mail_from, &name, &self.data)?,
            translator: translator::read(translator_url.as_deref(), translator_key.as_deref())?,
            listen: flags.listen.or_else(|| file.listen.clone()).unwrap_or_else(|| USUAL_LISTEN.to_owned()),
            empty: flags.empty.or(file.empty).unwrap_or(false),
            metrics: flags.metrics.or_else(|| file.metrics.clone()),
            base_url,
            name,
            contact: flags.contact.or_else(|| file.contact.clone()),
            largest_file: largest_file(flags.largest_file.or(file.largest_file))?,
            behind_proxy: flags.behind_proxy.or(file.behind_proxy).unwrap_or(false),
            days_ahead: flags.days_ahead.unwrap_or(0),
        })
    }

    fn base_url(&self, flag: Option<String>) -> Result<Option<String>, SettingsError> {
        let base_url = flag.or_else(|| self.file.base_url.clone());
        if let Some(value) = base_url.as_deref().filter(|address| !is_web_address(address)) {
            return Err(SettingsError::Value { name: "base-url", value: value.to_owned(), problem: "it is no http or https address".into() });
        }
        Ok(base_url.map(|address| address.trim_end_matches('/').to_owned()))
    }

    /// What links to pages begin with, for commands that do not serve: the public address, or the one that the file lets the server listen at.
    ///
    /// # Errors
    /// `Value`.
    pub fn link_base(&self, flag: Option<String>) -> Result<String, SettingsError> {
        let listen = || format!("http://{}", self.file.listen.as_deref().unwrap_or(USUAL_LISTEN));
        Ok(self.base_url(flag)?.unwrap_or_else(listen))
    }

    /// The folder with the sentence encoder, where one is set.
    #[must_use]
    pub fn model(&self, flag: Option<PathBuf>) -> Option<PathBuf> {
        flag.or_else(|| self.file.model.clone())
    }

    /// Who changes records, where said.
    #[must_use]
    pub fn author(&self, flag: Option<String>) -> Option<String> {
        flag.or_else(|| self.file.author.clone())
    }

    /// Sends log lines to standard error from now on.
    ///
    /// # Errors
    /// `Value` when the filter is none.
    pub fn start_log(&self) -> Result<(), SettingsError> {
        let wrong = |problem: String| SettingsError::Value { name: "log", value: self.log.clone(), problem };
        let filter = EnvFilter::try_new(&self.log).map_err(|error| wrong(error.to_string()))?;
        let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr).with_ansi(stderr().is_terminal());
        match self.log_format {
            LogFormat::Text => log.try_init(),
            LogFormat::Json => log.json().try_init(),
        }
        .map_err(|error| wrong(error.to_string()))
    }
}

/// Megabytes as bytes.
fn largest_file(megabytes: Option<u32>) -> Result<u64, SettingsError> {
    match megabytes {
        None => Ok(LARGEST_FILE),
        Some(megabytes @ 1..=2_000) => Ok(u64::from(megabytes) * 1_000_000),
        Some(other) => Err(SettingsError::Value { name: "largest-file", value: other.to_string(), problem: "it is not from 1 to 2000".into() }),
    }
}

fn not_found(path: &Path) -> SettingsError {
    SettingsError::Unreadable { path: path.to_owned(), source: std::io::ErrorKind::NotFound.into() }
}

/// Reads a file with settings; `None` when there is no such file.
fn read(path: &Path) -> Result<Option<SettingsFile>, SettingsError> {
    match std::fs::read_to_string(path) {
        Ok(text) => parse(path, &text).map(Some),
        Err(error) if matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => Ok(None),
        Err(source) => Err(SettingsError::Unreadable { path: path.to_owned(), source }),
    }
}

fn parse(path: &Path, text: &str) -> Result<SettingsFile, SettingsError> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        SettingsError::Invalid { path: path.to_owned(), line: before.matches('\n').count() + 1, problem: error.message().to_owned() }
    })
}

fn read_database(text: String) -> Result<Database, SettingsError> {
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(Database::Postgres(text));
    }
    match text.split_once("://") {
        // The value may hold a password: it is not shown.
        Some((scheme, _)) => {
            Err(SettingsError::Value {
                name: "database", value: format!("{scheme}://…"), problem: "it is neither a file nor postgres://…".into()
            })
        }
        None => Ok(Database::Sqlite(text.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        common: Common,
        #[command(flatten)]
        serving: Serving,
    }

    /// What the flags and a file in the data folder make together.
    fn load(flags: &str, file: &str) -> Result<(Settings, ServeSettings), String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, file).expect("a file");
        let line = Line::try_parse_from(["ayni"].into_iter().chain(flags.split_whitespace())).map_err(|error| error.to_string())?;
        let settings = Settings::load(Common { config: Some(path), ..line.common }).map_err(|error| error.to_string())?;
        let serving = settings.serving(line.serving).map_err(|error| error.to_string())?;
        Ok((settings, serving))
    }

    fn check<T: PartialEq + std::fmt::Debug>(flags: &str, file: &str, of: impl Fn(&Settings, &ServeSettings) -> T, expected: T) {
        let (settings, serving) = load(flags, file).expect("valid settings");
        assert_eq!(of(&settings, &serving), expected, "{flags:?} {file:?}");
    }

    fn check_error(flags: &str, file: &str, expected: &str) {
        let error = load(flags, file).expect_err("these settings are not valid");
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn flags_count_before_the_file_and_the_file_before_what_is_usual() {
        let listen = |_: &Settings, s: &ServeSettings| s.listen.clone();
        check("", "", listen, USUAL_LISTEN.into());
        check("", "listen = '[::]:80'", listen, "[::]:80".into());
        check("--listen 127.0.0.1:0", "listen = '[::]:80'", listen, "127.0.0.1:0".into());
        let empty = |_: &Settings, s: &ServeSettings| s.empty;
        check("", "", empty, false);
        check("--empty", "", empty, true);
        check("", "empty = true", empty, true);
        check("--empty=false", "empty = true", empty, false);
        let base_url = |_: &Settings, s: &ServeSettings| s.base_url.clone();
        check("", "", base_url, None);
        check("", "base-url = 'https://ayni.example/'", base_url, Some("https://ayni.example".into()));
        check("", "name = 'Minga'", |_, s| s.name.clone(), "Minga".into());
        let from = |_: &Settings, s: &ServeSettings| s.mail.from.to_string();
        check("", "name = 'Minga'", from, "Minga <ayni@localhost>".into());
        check("", "mail-from = 'a@example.org'", from, "a@example.org".into());
        check("--mail-from b@example.org", "mail-from = 'a@example.org'", from, "b@example.org".into());
        let smtp = |_: &Settings, s: &ServeSettings| s.mail.smtp.as_ref().map(ToString::to_string);
        check("", "smtp-url = 'smtps://h'\nmail-from = 'a@example.org'", smtp, Some("smtp://h:465?tls=implicit".into()));
        let translator = |_: &Settings, s: &ServeSettings| s.translator.as_ref().map(ToString::to_string);
        check("", "", translator, None);
        check("", "translator-url = 'http://localhost:5000'\ntranslator-key = 'k'", translator, Some("http://localhost:5000/translate".into()));
        check("--translator-url https://t.example", "translator-url = 'ftp://x'", translator, Some("https://t.example/translate".into()));
        let largest = |_: &Settings, s: &ServeSettings| s.largest_file;
        check("", "", largest, 50_000_000);
        check("", "largest-file = 7", largest, 7_000_000);
        check("--largest-file 200", "largest-file = 7", largest, 200_000_000);
        let provider = |_: &Settings, s: &ServeSettings| s.openid.as_ref().map(|openid| (openid.name.clone(), openid.secret.clone()));
        let file = "oidc-issuer = 'https://login.example.org/r'\noidc-client = 'ayni'\noidc-secret = 'of the file'\noidc-name = 'Ministry'";
        check("", "", provider, None);
        check("", file, provider, Some(("Ministry".into(), Some("of the file".into()))));
        check("--oidc-secret of-the-flag --oidc-name M", file, provider, Some(("M".into(), Some("of-the-flag".into()))));
        check("", "log-format = 'json'", |s, _| s.log_format, LogFormat::Json);
        check("", "author = 'Amina'", |s, _| s.author(None), Some("Amina".into()));
        check("", "model = 'm'", |s, _| s.model(Some("n".into())), Some("n".into()));
        check("", "model = 'm'", |s, _| s.model(None), Some("m".into()));
    }

    #[test]
    fn what_is_kept_lies_in_the_data_folder_unless_said_otherwise() {
        let database = |s: &Settings, _: &ServeSettings| s.database.clone();
        check("", "", database, Database::Sqlite("ayni-data/ayni.db".into()));
        check("--data d", "data = 'e'", database, Database::Sqlite("d/ayni.db".into()));
        check("", "data = 'e'", database, Database::Sqlite("e/ayni.db".into()));
        check("--database x.db", "", database, Database::Sqlite("x.db".into()));
        check("", "database = 'postgres://a@h/n'", database, Database::Postgres("postgres://a@h/n".into()));
        let files = |s: &Settings, _: &ServeSettings| s.files.clone();
        check("--data d", "", files, Files::Folder("d/files".into()));
        check("--files s3://b/p", "files = 'f'", files, Files::S3("s3://b/p".into()));
        check("", "files = 'f'", files, Files::Folder("f".into()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        check_error("", "\nname = 'x'\nnaem = 'y'", "settings.toml:3: unknown field `naem`");
        check_error("", "listen = 80", "settings.toml:1: invalid type: integer `80`, expected a string");
        check_error("", "name = 'x'\n[serve", "settings.toml:2: ");
        check_error("--database mysql://u:secret@h", "", "the setting database cannot be `mysql://…`");
        check_error("--base-url ftp://x", "", "the setting base-url cannot be `ftp://x`");
        check_error("--smtp-url smtp://u:secret@h?tls=no", "", "the setting smtp-url cannot be `smtp://…`: tls is starttls, implicit or none");
        check_error("--translator-url ftp://u:secret@h", "", "the setting translator-url cannot be `…`: it is no http or https address");
        check_error("--largest-file 0", "", "the setting largest-file cannot be `0`: it is not from 1 to 2000");
        check_error("--empty=perhaps", "", "invalid value 'perhaps'");
        let missing = Common { config: Some("/nowhere/ayni.toml".into()), ..Common::default() };
        assert_eq!(Settings::load(missing).expect_err("no file").to_string(), "the settings in /nowhere/ayni.toml: entity not found");
    }
}

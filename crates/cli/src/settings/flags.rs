//! The settings as flags, each with its name in the environment; clap reads both, and a flag counts before the environment.

use std::path::PathBuf;

use clap::builder::BoolishValueParser;
use clap::{Args, ValueEnum};
use serde::Deserialize;

/// Form of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Settings that all commands have.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Settings")]
pub struct Common {
    /// Folder with everything that is kept here [default: ayni-data]
    #[arg(long, env = "AYNI_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// File with settings [default: ayni.toml in the data folder]
    #[arg(long, env = "AYNI_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// SQLite file or PostgreSQL address, postgres://user:password@host/name [default: ayni.db in the data folder]
    #[arg(long, env = "AYNI_DATABASE", value_name = "FILE|ADDRESS", hide_env_values = true)]
    pub database: Option<String>,
    /// Where attached files are kept: a folder, or s3://bucket/prefix with keys in the AWS_* environment [default: files in the data folder]
    #[arg(long, env = "AYNI_FILES", value_name = "DIR|ADDRESS")]
    pub files: Option<String>,
    /// What is logged, as level or target=level, separated by commas [default: warn,ayni=info,ayni_web=info]
    #[arg(long, env = "AYNI_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// Form of log lines on standard error [default: text]
    #[arg(long, env = "AYNI_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
}

/// Settings of serving.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Settings")]
pub struct Serving {
    /// Address and port to answer at [default: 127.0.0.1:8080]
    #[arg(long, env = "AYNI_LISTEN", value_name = "ADDR")]
    pub listen: Option<String>,
    /// Begin a new instance without the starter records
    #[arg(long, env = "AYNI_EMPTY", value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true",
        value_parser = BoolishValueParser::new())]
    pub empty: Option<bool>,
    /// Address and port of the metrics, for the operator alone [default: none]
    #[arg(long, env = "AYNI_METRICS", value_name = "ADDR")]
    pub metrics: Option<String>,
    /// Folder with the sentence encoder's files [default: model in the data folder, when it has them]
    #[arg(long, env = "AYNI_MODEL", value_name = "DIR")]
    pub model: Option<PathBuf>,
    /// Public address, where it is not the one listened at [default: http://LISTEN]
    #[arg(long, env = "AYNI_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// Name of this instance [default: Ayni]
    #[arg(long, env = "AYNI_NAME", value_name = "NAME")]
    pub name: Option<String>,
    /// Where readers can write to: a mail or web address [default: none]
    #[arg(long, env = "AYNI_CONTACT", value_name = "TEXT")]
    pub contact: Option<String>,
    /// Mail server, smtp://user:password@host:587?tls=starttls|implicit|none [default: none; mails are files in the data folder]
    #[arg(long, env = "AYNI_SMTP_URL", value_name = "ADDRESS", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Sender of mails, "Ayni <ayni@example.org>"; needed with a mail server [default: NAME <ayni@localhost>]
    #[arg(long, env = "AYNI_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,
    /// Server for machine translation with the API of LibreTranslate, https://host/path [default: none]
    #[arg(long, env = "AYNI_TRANSLATOR_URL", value_name = "URL", hide_env_values = true)]
    pub translator_url: Option<String>,
    /// Key that the translation server wants; better in the environment or the file [default: none]
    #[arg(long, env = "AYNI_TRANSLATOR_KEY", value_name = "KEY", hide_env_values = true)]
    pub translator_key: Option<String>,
    /// Largest file that people can hand in with a draft, in megabytes, 1 to 2000 [default: 50]
    #[arg(long, env = "AYNI_LARGEST_FILE", value_name = "MB")]
    pub largest_file: Option<u32>,
    /// A proxy in front says in X-Forwarded-For from where a request comes [default: false]
    #[arg(long, env = "AYNI_BEHIND_PROXY", value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true",
        value_parser = BoolishValueParser::new())]
    pub behind_proxy: Option<bool>,
    /// Identity provider (OpenID Connect) at which people can sign in, exactly as it writes its issuer: https://login.example.org/realm
    /// [default: none]
    #[arg(long, env = "AYNI_OIDC_ISSUER", value_name = "URL")]
    pub oidc_issuer: Option<String>,
    /// How the identity provider knows this instance; needed with an issuer
    #[arg(long, env = "AYNI_OIDC_CLIENT", value_name = "ID")]
    pub oidc_client: Option<String>,
    /// Secret that the identity provider gave this instance, or @FILE with it; better in the environment or a file [default: none]
    #[arg(long, env = "AYNI_OIDC_SECRET", value_name = "SECRET|@FILE", hide_env_values = true)]
    pub oidc_secret: Option<String>,
    /// What people call the identity provider [default: host of the issuer]
    #[arg(long, env = "AYNI_OIDC_NAME", value_name = "NAME")]
    pub oidc_name: Option<String>,
    /// Rehearse: let the clock of the instance be so many days ahead [default: 0]
    #[arg(long, env = "AYNI_DAYS_AHEAD", value_name = "DAYS")]
    pub days_ahead: Option<u16>,
}

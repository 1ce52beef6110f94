//! Sending by SMTP: one connection a mail, encrypted unless the server is this machine.

use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

use crate::{Mailbox, Message, Refusal, SmtpSettings, TlsMode};

/// How long the server may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(5);

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    settings: SmtpSettings,
    hello: ClientId,
}

impl Smtp {
    /// A mail server, which hears the sender's domain as the name of who calls.
    #[must_use]
    pub fn new(settings: SmtpSettings, from: &Mailbox) -> Self {
        Self { settings, hello: ClientId::Domain(from.domain().to_owned()) }
    }

    pub(crate) async fn send(&self, message: &Message) -> Result<(), Refusal> {
        let limit = self.settings.timeout;
        let late = |_| Refusal::Temporary(format!("{} did not answer within {} seconds", self.settings, limit.as_secs()));
        let mut connection = timeout(limit, self.deliver(message)).await.map_err(late)??;
        drop(timeout(GOODBYE, connection.abort()).await); // the mail has left: whether the server says goodbye changes nothing
        Ok(())
    }

    async fn deliver(&self, message: &Message) -> Result<AsyncSmtpConnection, Refusal> {
        // Whatever the server says before it has heard of the mail is about the instance: a wrong password costs no mails.
        let mut connection = self.connect().await.map_err(|error| Refusal::Temporary(describe(&error)))?;
        match connection.send(message.envelope(), message.bytes()).await {
            Ok(_) => Ok(connection),
            Err(error) if error.is_permanent() => Err(Refusal::Permanent(describe(&error))),
            Err(error) => Err(Refusal::Temporary(describe(&error))),
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let SmtpSettings { host, port, login, tls, timeout: limit } = &self.settings;
        let parameters = || TlsParameters::new(host.clone());
        let implicit = if *tls == TlsMode::Implicit { Some(parameters()?) } else { None };
        let mut connection = AsyncSmtpConnection::connect_tokio1((host.as_str(), *port), Some(*limit), &self.hello, implicit, None).await?;
        if *tls == TlsMode::StartTls {
            connection.starttls(parameters()?, &self.hello).await?;
        }
        if let Some((user, password)) = login {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await?;
        }
        Ok(connection)
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.settings)
    }
}

/// The error with its causes, on one line.
fn describe(error: &Error) -> String {
    crate::mailbox::header_line(&error.to_string(), 500)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Content, Mail};
    use ayni_domain::Locale;
    use jiff::Timestamp;
    use uuid::Uuid;

    #[tokio::test]
    async fn a_server_that_says_nothing_is_tried_again() {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let mut settings = SmtpSettings::parse(&format!("smtp://{}?tls=none", silent.local_addr().expect("an address"))).expect("valid");
        settings.timeout = Duration::from_millis(1); // however long it is, the answer does not come
        let from = Mailbox::parse("ayni@example.org").expect("a mailbox");
        let mail = Mail { to: from.clone(), subject: String::new(), locale: Locale::En, content: Content::default() };
        let message = mail.render(Uuid::nil(), &from, Timestamp::UNIX_EPOCH).expect("a message");
        assert!(matches!(Smtp::new(settings, &from).send(&message).await, Err(Refusal::Temporary(_))));
    }
}

//! Mails that pages cause: their words in the reader's language, put into the outbox with the change that causes them.

use ayni_domain::notice::Topic;
use ayni_domain::{EmailAddress, Locale, PersonId};
use ayni_mail::{Block, Content, Link, Mailbox, Transport};
use ayni_store::outbox::NewMail;
use serde_json::Value;

use crate::message::message;
use crate::site::Site;

/// How mails leave an instance, and from which address.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The way.
    pub transport: Transport,
    /// The sender.
    pub from: Mailbox,
}

/// A mail being written.
pub(crate) struct Letter<'a> {
    site: &'a Site,
    locale: Locale,
    topic: Topic,
    blocks: Vec<Block>,
}

impl<'a> Letter<'a> {
    /// Begins a mail about a topic in a language.
    pub fn new(site: &'a Site, locale: Locale, topic: Topic) -> Self {
        Self { site, locale, topic, blocks: Vec::new() }
    }

    fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let instance = [("instance", self.site.settings.name.as_str())];
        let all: Vec<(&str, &str)> = arguments.iter().copied().chain(instance).collect();
        message(self.locale, key, &all)
    }

    /// Adds a message as a paragraph; `$instance` is the name of the instance.
    pub fn paragraph(mut self, key: &str, arguments: &[(&str, &str)]) -> Self {
        self.blocks.push(Block::Paragraph(self.say(key, arguments)));
        self
    }

    /// Adds what somebody wrote.
    pub fn quote(mut self, text: &str) -> Self {
        self.blocks.push(Block::Paragraph(text.to_owned()));
        self
    }

    /// Adds a button that leads to a path of the site.
    pub fn button(mut self, key: &str, path: &str) -> Self {
        let link = Link { label: self.say(key, &[]), url: self.site.absolute(path) };
        self.blocks.push(Block::Button(link));
        self
    }

    /// Ends it: subject and recipient.
    pub fn to(self, email: &EmailAddress, person: Option<PersonId>, subject: &str, arguments: &[(&str, &str)]) -> NewMail {
        let subject = self.say(subject, arguments);
        let footer = vec![self.say(&format!("mail-why-{}", self.topic), &[]), self.site.absolute("/")];
        let content = Content { blocks: self.blocks, footer, unsubscribe: None };
        NewMail {
            person: person.map(|person| person.0),
            topic: self.topic,
            to: email.as_str().to_owned(),
            subject,
            locale: self.locale,
            content: serde_json::to_value(content).unwrap_or(Value::Null),
            unsubscribe_hash: None,
        }
    }
}

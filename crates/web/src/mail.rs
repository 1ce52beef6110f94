//! Mails that pages cause: their words in the reader's language, put into the outbox with the change that causes them.

use ayni_domain::notice::Topic;
use ayni_domain::{EmailAddress, Locale, PersonId};
use ayni_mail::{Block, Content, Item, Link, Mailbox, Transport};
use ayni_store::Secret;
use ayni_store::outbox::NewMail;
use serde_json::Value;
use sha2::{Digest, Sha256};

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
        let face = self.site.instance();
        let instance = [("instance", face.name.as_str())];
        let all: Vec<(&str, &str)> = arguments.iter().copied().chain(instance).collect();
        message(self.locale, key, &all)
    }

    /// Adds a message as a paragraph; `$instance` is the name of the instance.
    pub fn paragraph(mut self, key: &str, arguments: &[(&str, &str)]) -> Self {
        self.blocks.push(Block::Paragraph(self.say(key, arguments)));
        self
    }

    /// Adds a button that leads to a path of the site.
    pub fn button(mut self, key: &str, path: &str) -> Self {
        let link = Link { label: self.say(key, &[]), url: self.site.absolute(path) };
        self.blocks.push(Block::Button(link));
        self
    }

    /// Adds a list of words, each of which leads to a path of the site.
    pub fn list(mut self, entries: Vec<(String, String)>) -> Self {
        let item = |(text, path): (String, String)| Item { text, url: Some(self.site.absolute(&path)) };
        let items = entries.into_iter().map(item).collect();
        self.blocks.push(Block::List(items));
        self
    }

    /// Ends it: subject and recipient. Who has an account can end mails of the topic with one click, unless nobody gets in without them.
    pub fn to(self, email: &EmailAddress, person: Option<PersonId>, subject: &str, arguments: &[(&str, &str)]) -> NewMail {
        // Without random numbers a mail goes out without the link: it can still be ended on the reader's pages.
        let secret = if self.topic == Topic::SignIn { None } else { person.and_then(|_| Secret::random().ok()) };
        let unsubscribe = secret
            .as_ref()
            .map(|secret| Link { label: self.say("mail-unsubscribe", &[]), url: self.site.absolute(&format!("/unsubscribe/{secret}")) });
        let subject = self.say(subject, arguments);
        let footer = vec![self.say(&format!("mail-why-{}", self.topic), &[]), self.site.absolute("/")];
        let content = Content { blocks: self.blocks, footer, unsubscribe };
        NewMail {
            person: person.map(|person| person.0),
            topic: self.topic,
            to: email.as_str().to_owned(),
            subject,
            locale: self.locale,
            content: serde_json::to_value(content).unwrap_or(Value::Null),
            unsubscribe_hash: secret.as_ref().map(unsubscribe_hash),
        }
    }
}

/// What the outbox keeps of the secret in a link that unsubscribes.
pub(crate) fn unsubscribe_hash(secret: &Secret) -> [u8; 32] {
    Sha256::digest(secret.to_string()).into()
}

//! A mail before it has a form: its words in the reader's language, its links, and why the reader gets it.

use askama::Template;
use ayni_domain::Locale;
use ayni_domain::record::is_web_address;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::mailbox::{header_line, one_line};
use crate::message::Texts;
use crate::{MailError, Mailbox, Message};

/// Longest subject, in characters.
const LONGEST_SUBJECT: usize = 200;

/// A mail to one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    /// To whom.
    pub to: Mailbox,
    /// Subject; becomes one line of at most 200 characters.
    pub subject: String,
    /// The language of the words.
    pub locale: Locale,
    /// What it says.
    pub content: Content,
}

/// What a mail says. As JSON it waits in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Content {
    /// The parts, in order.
    pub blocks: Vec<Block>,
    /// At the end, small: from whom the mail is and why the reader gets it.
    pub footer: Vec<String>,
    /// How to get no more mails of this sort: an address that a POST request alone ends them with (RFC 8058), and the words of the link to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<Link>,
}

/// A part of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Words; a line break stays one.
    Paragraph(String),
    /// What the reader is asked to do.
    Button(Link),
    /// Things one below the other.
    List(Vec<Item>),
}

/// A web address with the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Words.
    pub label: String,
    /// Address, http or https.
    pub url: String,
}

/// An entry of a list, in whatever language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Words.
    pub text: String,
    /// Address, http or https, where it leads somewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct Html<'a> {
    language: &'static str,
    direction: &'static str,
    subject: &'a str,
    content: &'a Content,
}

impl Mail {
    /// Gives the mail its form.
    ///
    /// `id` is that of the outbox: the Message-ID comes of it, and with the same `at` (the header Date) every byte is the same.
    ///
    /// # Errors
    /// `Link`, `TooLarge`, `Form`.
    pub fn render(&self, id: Uuid, from: &Mailbox, at: Timestamp) -> Result<Message, MailError> {
        let content = self.content.cleaned();
        if content.urls().any(|url| !is_web_address(url)) {
            return Err(MailError::Link);
        }
        let subject = header_line(&self.subject, LONGEST_SUBJECT);
        let html = Html { language: self.locale.code(), direction: self.locale.direction(), subject: &subject, content: &content };
        let html = html.render().map_err(|error| MailError::Form(error.to_string()))?;
        let texts = Texts { plain: content.text(), subject, html };
        Message::new(id, from, &self.to, at, texts, content.unsubscribe.as_ref().map(|link| link.url.as_str()))
    }
}

impl Content {
    fn urls(&self) -> impl Iterator<Item = &str> {
        let of_blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(_) => Vec::new(),
            Block::Button(link) => vec![link.url.as_str()],
            Block::List(items) => items.iter().filter_map(|item| item.url.as_deref()).collect(),
        });
        of_blocks.chain(self.unsubscribe.iter().map(|link| link.url.as_str()))
    }

    /// The same without characters that have no place in a text; what is one line stays one.
    fn cleaned(&self) -> Self {
        let line = |text: &String| one_line(text);
        let lines = |text: &String| text.lines().map(one_line).collect::<Vec<_>>().join("\n");
        let link = |link: &Link| Link { label: line(&link.label), url: link.url.clone() };
        let item = |item: &Item| Item { text: line(&item.text), url: item.url.clone() };
        let block = |block: &Block| match block {
            Block::Paragraph(text) => Block::Paragraph(lines(text)),
            Block::Button(own) => Block::Button(link(own)),
            Block::List(items) => Block::List(items.iter().map(item).collect()),
        };
        Self {
            blocks: self.blocks.iter().map(block).collect(),
            footer: self.footer.iter().map(lines).collect(),
            unsubscribe: self.unsubscribe.as_ref().map(link),
        }
    }

    /// The plain text: parts with an empty line between them, addresses on lines of their own.
    fn text(&self) -> String {
        let item = |item: &Item| match &item.url {
            Some(url) => format!("- {}\n  {url}", item.text),
            None => format!("- {}", item.text),
        };
        let block = |block: &Block| match block {
            Block::Paragraph(text) => text.clone(),
            Block::Button(link) => format!("{}\n{}", link.label, link.url),
            Block::List(items) => items.iter().map(item).collect::<Vec<_>>().join("\n"),
        };
        let mut text = self.blocks.iter().map(block).collect::<Vec<_>>().join("\n\n");
        text.push_str("\n\n-- \n"); // the usual mark of what follows the letter itself
        for line in &self.footer {
            text.push_str(line);
            text.push('\n');
        }
        if let Some(link) = &self.unsubscribe {
            text.push_str(&format!("{}\n{}\n", link.label, link.url));
        }
        text
    }
}

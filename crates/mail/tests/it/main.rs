//! Mails from outside: their form, and how they leave.

mod folder;
mod form;
mod reading;
mod server;
mod smtp;

use ayni_domain::Locale;
use ayni_mail::{Block, Content, Item, Link, Mail, Mailbox, Message};
use jiff::Timestamp;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0197_3b2c_8f00_7000_8000_0000_0000_0001);

fn from() -> Mailbox {
    Mailbox::parse("Ayni <ayni@example.org>").expect("a mailbox")
}

fn link(label: &str, url: &str) -> Link {
    Link { label: label.into(), url: url.into() }
}

/// A mail with every sort of part.
fn mail() -> Mail {
    Mail {
        to: Mailbox::parse("Amina <amina@example.com>").expect("a mailbox"),
        subject: "Your draft came back".into(),
        locale: Locale::En,
        content: Content {
            blocks: vec![
                Block::Paragraph("Rosa asks for changes.\nShe left 2 comments.".into()),
                Block::Button(link("Open the draft", "https://ayni.example/desk?draft=1&from=mail")),
                Block::List(vec![
                    Item { text: "Viveros <comunitarios>".into(), url: Some("https://ayni.example/es/practices/viveros".into()) },
                    Item { text: "No address".into(), url: None },
                ]),
            ],
            footer: vec!["Ayni, https://ayni.example".into()],
            unsubscribe: Some(link("No more mails on reviews", "https://ayni.example/unsubscribe/s3cret")),
        },
    }
}

fn render(mail: &Mail) -> Message {
    mail.render(ID, &from(), Timestamp::from_second(1_780_000_000).expect("a time")).expect("a message")
}

//! The form of a mail: headers, both texts, size, and what hostile words do to it.

use ayni_domain::Locale;
use ayni_mail::{Block, Content, Item, LARGEST, MailError, Mailbox};
use jiff::Timestamp;
use proptest::prelude::*;

use crate::{ID, from, link, mail, render};

/// The headers of a mail as name and unfolded value; every line must be one of a header.
fn headers(bytes: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(bytes).expect("ASCII");
    let (head, _) = text.split_once("\r\n\r\n").expect("an empty line after the headers");
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        assert!(line.len() <= 998 && !line.contains(['\r', '\n']), "{line:?}");
        if line.starts_with(' ') {
            headers.last_mut().expect("no mail begins with a folded line").1.push_str(line);
        } else {
            let (name, value) = line.split_once(": ").unwrap_or_else(|| panic!("{line:?} is no header"));
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    headers
}

fn header(bytes: &[u8], name: &str) -> Option<String> {
    headers(bytes).into_iter().find(|(own, _)| own == name).map(|(_, value)| value)
}

const NAMES: [&str; 10] =
    ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Content-Type"];

#[test]
fn a_mail_has_the_headers_it_needs_and_no_others() {
    let message = render(&mail());
    let headers = headers(message.bytes());
    assert_eq!(headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), NAMES);
    for (name, expected) in [
        ("From", "Ayni <ayni@example.org>"),
        ("To", "Amina <amina@example.com>"),
        ("Subject", "Your draft came back"),
        ("Date", "Thu, 28 May 2026 20:26:40 +0000"),
        ("Message-ID", "<01973b2c-8f00-7000-8000-000000000001@example.org>"),
        ("Auto-Submitted", "auto-generated"),
        ("List-Unsubscribe", "<https://ayni.example/unsubscribe/s3cret>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ] {
        assert_eq!(header(message.bytes(), name).as_deref(), Some(expected));
    }
    assert_eq!((message.id(), message.to(), message.subject()), (ID, "amina@example.com", "Your draft came back"));
}

#[test]
fn a_mail_that_cannot_be_ended_does_not_say_that_it_can() {
    let mut mail = mail();
    mail.content.unsubscribe = None;
    let message = render(&mail);
    assert_eq!(header(message.bytes(), "List-Unsubscribe"), None);
    assert_eq!(header(message.bytes(), "List-Unsubscribe-Post"), None);
}

#[test]
fn the_same_mail_is_the_same_bytes() {
    assert_eq!(render(&mail()), render(&mail()));
}

#[test]
fn any_time_makes_a_date() {
    for (at, expected) in [(Timestamp::MIN, "Thu, 01 Jan 1970 00:00:00 +0000"), (Timestamp::MAX, "Thu, 30 Dec 9999 ")] {
        let message = mail().render(ID, &from(), at).expect("a message");
        assert!(header(message.bytes(), "Date").is_some_and(|date| date.starts_with(expected)));
    }
}

#[test]
fn the_plain_text_says_all_that_the_html_says() {
    let message = render(&mail());
    let expected = "Rosa asks for changes.\nShe left 2 comments.\n\nOpen the draft\nhttps://ayni.example/desk?draft=1&from=mail\n\n\
        - Viveros <comunitarios>\n  https://ayni.example/es/practices/viveros\n- No address\n\n-- \nAyni, https://ayni.example\n\
        No more mails on reviews\nhttps://ayni.example/unsubscribe/s3cret\n";
    assert_eq!(message.text(), expected);
    for part in [
        "Rosa asks for changes.<br>She left 2 comments.",
        "<a href=\"https://ayni.example/desk?draft=1&#38;from=mail\"",
        ">Open the draft</a>",
        "><bdi>Viveros &#60;comunitarios&#62;</bdi></a>",
        ">No more mails on reviews</a>",
        "<title>Your draft came back</title>",
    ] {
        assert!(message.html().contains(part), "{part}: {}", message.html());
    }
    for foreign in ["<img", "<script", "<link", "@import", "url("] {
        assert!(!message.html().contains(foreign), "a mail fetches nothing: {foreign}");
    }
}

#[test]
fn both_texts_are_parts_of_one_mail_the_plain_one_first() {
    let message = render(&mail());
    let whole = std::str::from_utf8(message.bytes()).expect("ASCII");
    assert!(header(message.bytes(), "Content-Type").is_some_and(|value| value.starts_with("multipart/alternative; ")), "{whole}");
    let plain = whole.find("Content-Type: text/plain; charset=utf-8").expect("a plain part");
    let html = whole.find("Content-Type: text/html; charset=utf-8").expect("an HTML part");
    assert!(plain < html);
    assert!(message.bytes().is_ascii());
}

#[test]
fn a_mail_runs_in_the_direction_of_its_language() {
    for (locale, attributes) in [(Locale::Ar, "lang=\"ar\" dir=\"rtl\""), (Locale::Zh, "lang=\"zh\" dir=\"ltr\"")] {
        let mut mail = mail();
        mail.locale = locale;
        assert_eq!(render(&mail).html().matches(attributes).count(), 2, "the page and, for programs that drop it, the text");
    }
}

#[test]
fn words_beyond_ascii_are_encoded() {
    let mut mail = mail();
    mail.subject = "مسودتك عادت إليك".into();
    mail.to = Mailbox::new("أمينة", "amina@example.com").expect("a mailbox");
    let message = render(&mail);
    assert_eq!(message.subject(), "مسودتك عادت إليك");
    assert!(header(message.bytes(), "Subject").is_some_and(|value| value.starts_with("=?utf-8?b?")));
    assert!(header(message.bytes(), "To").is_some_and(|value| value.starts_with("=?utf-8?b?") && value.ends_with("<amina@example.com>")));
}

#[test]
fn a_mail_is_small_or_not_made() {
    let usual = render(&mail()).bytes().len();
    assert!(usual < 5_000, "{usual}");
    let mut mail = mail();
    let item = Item {
        text: "بنك البذور المجتمعي في وادي النيل".into(), url: Some("https://ayni.example/ar/practices/seed-bank".into())
    };
    mail.content.blocks = vec![Block::List(vec![item.clone(); 20])];
    let digest = render(&mail).bytes().len();
    assert!(digest < LARGEST, "a digest of 20 records in Arabic: {digest}");
    mail.content.blocks = vec![Block::List(vec![item; 60])];
    assert!(matches!(mail.render(ID, &from(), Timestamp::UNIX_EPOCH), Err(MailError::TooLarge(size)) if size > LARGEST));
}

#[test]
fn a_link_leads_to_a_web_address_or_there_is_no_mail() {
    for url in ["javascript:alert(1)", "", "/desk", "https://a.example/\r\nBcc: b@example.org", "https://a.example/><x>", "data:text/html,x"] {
        for place in 0..3 {
            let mut mail = mail();
            match place {
                0 => mail.content.blocks = vec![Block::Button(link("x", url))],
                1 => mail.content.blocks = vec![Block::List(vec![Item { text: "x".into(), url: Some(url.into()) }])],
                _ => mail.content.unsubscribe = Some(link("x", url)),
            }
            assert_eq!(mail.render(ID, &from(), Timestamp::UNIX_EPOCH), Err(MailError::Link), "{url:?} {place}");
        }
    }
    let mut mail = mail();
    for url in [format!("https://a.example/{}", "x".repeat(900)), "https://a.example/ñ".into()] {
        mail.content.unsubscribe = Some(link("x", &url));
        assert_eq!(mail.render(ID, &from(), Timestamp::UNIX_EPOCH), Err(MailError::Link), "{url} cannot stand in a header");
    }
}

#[test]
fn what_a_mail_says_waits_as_json() {
    let content = mail().content;
    let json = serde_json::to_value(&content).expect("JSON");
    assert_eq!(json["blocks"][1]["button"]["label"], "Open the draft");
    assert_eq!(serde_json::from_value::<Content>(json).expect("the same"), content);
    assert!(serde_json::from_str::<Content>(r#"{"blocks": [{"script": "x"}], "footer": []}"#).is_err());
}

/// Words as somebody writes them who wants more headers, other recipients, another text.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("\r\nBcc: victim@example.net\r\n".to_owned()),
        Just("=?utf-8?q?=0D=0ABcc:_victim@example.net?=".to_owned()),
        Just("\u{85}\u{2028}\u{2029}\u{b}\u{c}\0".to_owned()),
        Just("\"<victim@example.net>, ".to_owned()),
        Just("\r\n.\r\nMAIL FROM:<x>".to_owned()),
        Just("--part-019 ".to_owned()),
        "\\PC{0,20}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_word_makes_a_header_or_another_recipient(subject in hostile(), name in hostile(), sender in hostile(), text in hostile()) {
        let mut mail = mail();
        mail.to = Mailbox::new(&name, "amina@example.com").expect("names are never refused");
        mail.subject = subject;
        mail.content.blocks = vec![Block::Paragraph(text.clone()), Block::Button(link(&text, "https://a.example/"))];
        mail.content.footer = vec![text];
        let from = Mailbox::new(&sender, "ayni@example.org").expect("names are never refused");
        match mail.render(ID, &from, Timestamp::UNIX_EPOCH) {
            Ok(message) => {
                prop_assert!(message.bytes().is_ascii());
                let found = headers(message.bytes());
                prop_assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), NAMES);
                prop_assert_eq!(message.to(), "amina@example.com");
                let to = header(message.bytes(), "To").expect("a recipient");
                prop_assert!(to == "amina@example.com" || to.ends_with(" <amina@example.com>"), "{}", to);
                let whole = String::from_utf8_lossy(message.bytes());
                prop_assert_eq!(whole.matches(&format!("\r\n--part-{}\r\n", ID.simple())).count(), 2);
                prop_assert!(!whole.replace("\r\n", "").contains(['\r', '\n']));
            }
            Err(error) => prop_assert!(matches!(error, MailError::TooLarge(_)), "{error}"),
        }
    }

    #[test]
    fn no_address_makes_a_header(address in prop_oneof![hostile(), hostile().prop_map(|text| format!("a{text}@example.org")), hostile().prop_map(|text| format!("a@{text}.org"))]) {
        if let Ok(to) = Mailbox::new("", &address) {
            let mut mail = mail();
            mail.to = to;
            let message = mail.render(ID, &from(), Timestamp::UNIX_EPOCH).expect("a small mail");
            let found = headers_of_any(message.bytes());
            prop_assert_eq!(found, NAMES);
        }
        drop(Mailbox::parse(&address));
    }
}

/// Names of the headers of a mail whose address may be beyond ASCII.
fn headers_of_any(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (head, _) = text.split_once("\r\n\r\n").expect("an empty line after the headers");
    head.split("\r\n").filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(": ")).map(|(name, _)| name.to_owned()).collect()
}

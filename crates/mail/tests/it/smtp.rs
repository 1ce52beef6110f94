//! Sending by SMTP to a server on this machine.

use ayni_mail::{Block, Mail, Refusal, Smtp, SmtpSettings, Transport};

use crate::server::{Heard, Manner, start};
use crate::{from, mail, render};

const PLAIN: Manner = Manner { offers: &["8BITMIME", "AUTH PLAIN LOGIN"], refusal: None, rude: false };

/// Sends a mail to a server of this manner; the address gets `login` before and `options` after the host.
async fn send_to(manner: Manner, login: &str, options: &str, mail: &Mail) -> (Result<(), Refusal>, Heard) {
    let (address, server) = start(manner).await;
    let settings = SmtpSettings::parse(&format!("smtp://{login}{address}?{options}")).expect("valid settings");
    let answer = Transport::Smtp(Smtp::new(settings, &from())).send(&render(mail)).await;
    (answer, server.await.expect("the server ended"))
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_made() {
    let (answer, heard) = send_to(PLAIN, "", "tls=none", &mail()).await;
    assert_eq!(answer, Ok(()));
    assert_eq!(heard.commands, ["EHLO example.org", "MAIL FROM:<ayni@example.org>", "RCPT TO:<amina@example.com>", "DATA", "QUIT"]);
    assert_eq!(heard.texts[0].trim_end(), String::from_utf8_lossy(render(&mail()).bytes()).trim_end());
}

#[tokio::test]
async fn a_line_that_would_end_the_text_does_not() {
    let mut mail = mail();
    mail.content.blocks = vec![Block::Paragraph("before\n.\nMAIL FROM:<x@example.org>\n..after".into())];
    let (answer, heard) = send_to(PLAIN, "", "tls=none", &mail).await;
    assert_eq!((answer, heard.texts.len()), (Ok(()), 1));
    assert!(heard.texts[0].contains("before\r\n..\r\nMAIL FROM:<x@example.org>\r\n...after\r\n"), "{}", heard.texts[0]);
}

#[tokio::test]
async fn user_and_password_are_given() {
    let (answer, heard) = send_to(PLAIN, "ayni:s3cret@", "tls=none", &mail()).await;
    assert_eq!(answer, Ok(()));
    assert_eq!(heard.commands[1], "AUTH PLAIN AGF5bmkAczNjcmV0"); // base64 of NUL ayni NUL s3cret
}

async fn check_refusal(login: &str, command: &'static str, answer: &'static str, permanent: bool) {
    let manner = Manner { refusal: Some((command, answer)), ..PLAIN };
    let (refusal, heard) = send_to(manner, login, "tls=none", &mail()).await;
    let refusal = refusal.expect_err("refused");
    assert_eq!(matches!(refusal, Refusal::Permanent(_)), permanent, "{command} {answer}: {refusal}");
    assert!(refusal.to_string().contains(&answer[..3]), "{refusal}");
    assert!(!refusal.to_string().contains("s3cret"));
    assert!(command == "DATA." || heard.texts.is_empty());
}

#[tokio::test]
async fn a_temporary_refusal_is_tried_again_and_a_permanent_one_is_not() {
    for (command, answer, permanent) in [
        ("MAIL", "451 later", false),
        ("MAIL", "553 not this sender", true),
        ("RCPT", "450 mailbox busy", false),
        ("RCPT", "550 no such mailbox", true),
        ("DATA", "421 closing", false),
        ("DATA", "554 no", true),
        ("DATA.", "452 no space", false),
        ("DATA.", "552 too large", true),
    ] {
        check_refusal("", command, answer, permanent).await;
    }
}

#[tokio::test]
async fn a_server_that_refuses_the_instance_costs_no_mail() {
    for (command, answer) in [("CONNECT", "554 not you"), ("EHLO", "550 not you"), ("AUTH", "535 wrong password"), ("AUTH", "454 later")] {
        check_refusal("ayni:s3cret@", command, answer, false).await;
    }
}

#[tokio::test]
async fn nothing_is_said_to_a_server_that_should_encrypt_and_does_not() {
    let (answer, heard) = send_to(PLAIN, "ayni:s3cret@", "tls=starttls", &mail()).await;
    assert!(matches!(answer, Err(Refusal::Temporary(_))), "{answer:?}");
    assert_eq!(heard.commands, ["EHLO example.org"]);
}

#[tokio::test]
async fn a_mail_that_was_taken_has_left_however_the_server_goes() {
    for manner in [Manner { rude: true, ..PLAIN }, Manner { refusal: Some(("QUIT", "500 what?")), ..PLAIN }] {
        let (answer, heard) = send_to(manner, "", "tls=none", &mail()).await;
        assert_eq!((answer, heard.texts.len()), (Ok(()), 1));
    }
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let settings = SmtpSettings::parse(&format!("smtp://{gone}?tls=none")).expect("valid settings");
    let answer = Transport::Smtp(Smtp::new(settings, &from())).send(&render(&mail())).await;
    assert!(matches!(answer, Err(Refusal::Temporary(_))), "{answer:?}");
}

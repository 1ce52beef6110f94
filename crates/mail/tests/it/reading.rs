//! Mails are read back as they were written, without the secrets in their links.

use ayni_domain::Locale;
use ayni_mail::{Block, Content, Mail, ReadMail};
use proptest::prelude::*;

use crate::{link, mail, render};

fn read(mail: &Mail) -> ReadMail {
    ReadMail::new(render(mail).bytes())
}

#[test]
fn a_mail_is_read_in_every_writing() {
    let secret = "5e".repeat(32);
    for (locale, subject, words) in [
        (Locale::En, "Sign in", "Open the link. = means equals, and this line is so long that the form of a mail has to break it somewhere."),
        (
            Locale::Fr,
            "Votre brouillon est revenu à vous, et l’objet est très long pour une seule ligne d’en-tête",
            "Déjà relu : « à vous ».\nDeux lignes.",
        ),
        (Locale::Ar, "رابط الدخول إلى المنصة، وهو صالح لمرة واحدة فقط خلال ربع ساعة من الآن", "افتحوا الرابط."),
        (Locale::Zh, "登录链接", "请打开链接。"),
    ] {
        let blocks = vec![Block::Paragraph(words.into()), Block::Button(link("→", &format!("https://ayni.example/{locale}/sign-in/{secret}")))];
        let content =
            Content { blocks, footer: vec!["Ayni".into()], unsubscribe: Some(link("—", &format!("https://ayni.example/unsubscribe/{secret}"))) };
        let read = read(&Mail { subject: subject.into(), locale, content, ..mail() });
        let header = |name: &str| read.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).unwrap_or_default();
        assert_eq!((header("Subject"), header("To")), (subject, "Amina <amina@example.com>"));
        assert_eq!(header("List-Unsubscribe"), "<https://ayni.example/unsubscribe/•••>");
        assert!(read.text.starts_with(&format!("{words}\n\n→\nhttps://ayni.example/{locale}/sign-in/•••\n")), "{}", read.text);
        assert!(read.html.contains("<html") && read.html.contains("/sign-in/•••\""), "{}", read.html);
        assert!(!format!("{read:?}").contains(&secret[..16]));
    }
}

#[test]
fn what_is_no_mail_is_shown_as_far_as_it_goes() {
    assert_eq!(ReadMail::new(b""), ReadMail::default());
    assert_eq!(ReadMail::new(b"To: a@example.org\n\nHello\n").text, "Hello\n");
}

proptest! {
    #[test]
    fn no_file_makes_the_reader_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        lines in "((Subject|Content-Type|content-transfer-encoding): (=\\?utf-8\\?[bq]\\?\\PC{0,8}\\?=|multipart/x; boundary=\"?b\"?|base64|quoted-printable)\n| x\n|--b(--)?\n|=C|=\n|\n|\\PC{0,5}){0,12}",
    ) {
        let _ = ReadMail::new(&bytes);
        let _ = ReadMail::new(lines.as_bytes());
    }
}

//! Telling people something: a notice for their desk and, for those who want mails at once, a mail in their language.

use ayni_domain::Person;
use ayni_domain::notice::{Frequency, Notice, NoticeError, Topic};
use ayni_store::Tx;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::error::PageError;
use crate::mail::Letter;
use crate::site::Site;

/// Longest argument of a notice, in characters: more is read on the page that it leads to.
const LONGEST: usize = 600;

/// What somebody is told.
pub(crate) struct Telling<'a> {
    pub topic: Topic,
    /// Key of the message; the subject of the mail is `<key>-subject`.
    pub message: &'a str,
    pub arguments: &'a [(&'a str, &'a str)],
    /// Where there is more, without the language.
    pub path: &'a str,
}

/// Tells somebody something, in the transaction that causes it. After the commit `mail_waits` is to be rung.
///
/// A mail takes the notice with it, so that no digest mails it again.
///
/// # Errors
/// `Store`.
pub(crate) async fn tell(site: &Site, tx: &Tx, person: &Person, telling: &Telling<'_>, now: Timestamp) -> Result<(), PageError> {
    let notice = match notice(person, telling) {
        Ok(notice) => notice,
        Err(error) => {
            tracing::error!(%error, message = telling.message, "a notice could not be made");
            return Ok(());
        }
    };
    tx.add_notice(&notice, now).await?;
    let entries = tx.take_digest(person.id.0, Frequency::AtOnce, now).await?;
    let Some(email) = person.email.as_ref().filter(|_| !entries.is_empty()) else { return Ok(()) };
    let mut letter = Letter::new(site, person.locale, telling.topic);
    for entry in &entries {
        let texts: Vec<(&str, String)> = entry.notice.arguments().iter().map(|(name, value)| (name.as_str(), plain(value))).collect();
        let arguments: Vec<(&str, &str)> = texts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = format!("/{}{}", person.locale, entry.notice.path());
        letter = letter.paragraph(entry.notice.message(), &arguments).button("mail-open", &path);
    }
    let cut: Vec<(&str, String)> = telling.arguments.iter().map(|(name, value)| (*name, first(value))).collect();
    let cut: Vec<(&str, &str)> = cut.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mail = letter.to(email, Some(person.id), &format!("{}-subject", telling.message), &cut);
    tx.add_mail(&mail, now).await?;
    Ok(())
}

fn notice(person: &Person, telling: &Telling<'_>) -> Result<Notice, NoticeError> {
    let arguments: Map<String, Value> = telling.arguments.iter().map(|(name, value)| ((*name).to_owned(), first(value).into())).collect();
    Notice::new(person.id.0, telling.topic, telling.message, arguments, telling.path)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The beginning of a text.
fn first(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

//! Telling people something: a notice for their desk and, for those who want mails at once, a mail in their language.

use ayni_domain::notice::{Frequency, Notice, NoticeError, Topic};
use ayni_domain::{Person, PersonId};
use ayni_store::Tx;
use ayni_store::notice::Entry;
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

/// A question that can be answered from the mail, beside what is told.
pub(crate) struct Question {
    /// Key of its words.
    pub words: &'static str,
    /// Keys of the words on its buttons, with the paths that they lead to.
    pub buttons: Vec<(&'static str, String)>,
}

/// Tells somebody something, in the transaction that causes it. After the commit `mail_waits` is to be rung.
///
/// A mail takes the notice with it, so that no digest mails it again.
///
/// # Errors
/// `Store`.
pub(crate) async fn tell(site: &Site, tx: &Tx, person: &Person, telling: &Telling<'_>, now: Timestamp) -> Result<(), PageError> {
    tell_and_ask(site, tx, person, telling, None, now).await
}

/// Tells somebody something, and asks them a question in the mail, if one goes out at once.
///
/// # Errors
/// `Store`.
pub(crate) async fn tell_and_ask(
    site: &Site,
    tx: &Tx,
    person: &Person,
    telling: &Telling<'_>,
    question: Option<&Question>,
    now: Timestamp,
) -> Result<(), PageError> {
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
    let mut letter = written(Letter::new(site, person.locale, telling.topic), person, &entries);
    if let Some(question) = question {
        let buttons = question.buttons.iter();
        letter = buttons.fold(letter.paragraph(question.words, &[]), |letter, (words, path)| letter.button(words, path));
    }
    let cut: Vec<(&str, String)> = telling.arguments.iter().map(|(name, value)| (*name, first(value))).collect();
    let cut: Vec<(&str, &str)> = cut.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mail = letter.to(email, Some(person.id), &format!("{}-subject", telling.message), &cut);
    tx.add_mail(&mail, now).await?;
    Ok(())
}

fn written<'a>(letter: Letter<'a>, person: &Person, entries: &[Entry]) -> Letter<'a> {
    entries.iter().fold(letter, |letter, entry| {
        let texts: Vec<(&str, String)> = entry.notice.arguments().iter().map(|(name, value)| (name.as_str(), plain(value))).collect();
        let arguments: Vec<(&str, &str)> = texts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = format!("/{}{}", person.locale, entry.notice.path());
        letter.paragraph(entry.notice.message(), &arguments).button("mail-open", &path)
    })
}

/// People whose digests are mailed in one run; others wait for the next.
const DIGESTS: usize = 200;
/// Notices of one digest that are mailed; the page of the desk has all.
const SHOWN: usize = 20;

/// Mails what people want to be told once a day or once a week and is due. Returns the number of mails.
///
/// # Errors
/// `Store`; what was mailed before stays.
pub(crate) async fn digest(site: &Site) -> Result<u64, PageError> {
    let (now, mut mails) = (site.now(), 0);
    for (id, frequency) in site.store.digests_due(now, DIGESTS).await? {
        let person = site.store.person(PersonId(id)).await?;
        let tx = site.store.begin().await?;
        let entries = tx.take_digest(id, frequency, now).await?;
        let addressed = person.as_ref().and_then(|person| Some((person, person.email.as_ref()?)));
        if let (Some((person, email)), Some(first)) = (addressed, entries.first()) {
            let shown = &entries[..entries.len().min(SHOWN)];
            let letter = written(Letter::new(site, person.locale, first.notice.topic()), person, shown);
            tx.add_mail(&letter.to(email, Some(person.id), "mail-digest-subject", &[]), now).await?;
            mails += 1;
        }
        tx.commit().await?;
    }
    site.mail_waits.notify_one();
    Ok(mails)
}

fn notice(person: &Person, telling: &Telling<'_>) -> Result<Notice, NoticeError> {
    let arguments: Map<String, Value> = telling.arguments.iter().map(|(name, value)| ((*name).to_owned(), first(value).into())).collect();
    Notice::new(person.id.0, telling.topic, telling.message, arguments, telling.path)
}

/// An argument of a notice as text.
pub(crate) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The beginning of a text.
fn first(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

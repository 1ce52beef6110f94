//! Drafts by machine: texts leave the server when somebody presses the button, and come back as drafts of who pressed it.

use ayni_domain::limit::MACHINE_TRANSLATIONS;
use ayni_domain::{Locale, Record};
use ayni_translator::MOST_CHARACTERS;

use super::save::Writer;
use super::texts::{TextAt, load};
use crate::error::PageError;
use crate::view::Cx;
use crate::who::Member;

/// What came of asking.
pub(super) enum Suggested {
    /// There are drafts.
    Drafts,
    /// There are none; the key of the message that says why.
    Nothing(&'static str),
}

/// Asks the machine for one text, or for those that nobody has begun, as many as it takes at once.
pub(super) async fn suggest(cx: &Cx, member: &Member, record: &Record, to: Locale, field: Option<&str>) -> Result<Suggested, PageError> {
    let (site, author) = (&cx.site, member.person.id);
    if site.settings.translator.recipient().is_none() {
        return Err(PageError::NotFound);
    }
    let texts = load(cx, record, to, author).await?;
    let is_wanted = |text: &&TextAt| field.map_or_else(|| text.is_untouched(), |field| text.field() == field && text.own.is_none());
    let wanted: Vec<&TextAt> = texts.iter().filter(is_wanted).collect();
    let taken = at_once(&wanted);
    let Some(first) = taken.first() else {
        return Ok(Suggested::Nothing(if wanted.is_empty() { "translate-machine-nothing" } else { "translate-machine-too-long" }));
    };
    if !site.store.attempt(MACHINE_TRANSLATIONS, &author.to_string(), site.now()).await?.allowed {
        return Ok(Suggested::Nothing("translate-machine-too-often"));
    }
    let originals: Vec<&str> = taken.iter().map(|text| text.original.as_str()).collect();
    match site.settings.translator.translate(&originals, &first.state.original, &to.tag()).await {
        Ok(words) => keep(cx, member, record, to, taken.iter().map(|text| text.field()).zip(words)).await,
        Err(error) => {
            tracing::warn!(%error, "no translation by machine");
            Ok(Suggested::Nothing("translate-machine-failed"))
        }
    }
}

/// The first texts of one language that the machine takes together.
fn at_once<'a>(wanted: &[&'a TextAt]) -> Vec<&'a TextAt> {
    let language = wanted.first().map(|text| text.state.original.primary());
    let mut left = MOST_CHARACTERS;
    let fits = |text: &&&TextAt| {
        let rest = left.checked_sub(text.original.chars().count());
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    wanted.iter().filter(|text| Some(text.state.original.primary()) == language).filter(fits).copied().collect()
}

/// Keeps the machine's words as drafts, where nobody was quicker and they fit.
async fn keep<'a>(
    cx: &Cx,
    member: &Member,
    record: &Record,
    to: Locale,
    suggested: impl Iterator<Item = (&'a str, String)>,
) -> Result<Suggested, PageError> {
    let writer = Writer { cx, member, record, revision: record.envelope.revision, now: cx.site.now() };
    let mut kept = 0;
    let tx = cx.site.store.begin().await?;
    let texts = load(cx, record, to, member.person.id).await?;
    for (field, words) in suggested {
        if let Some(text) = texts.iter().find(|text| text.field() == field && text.own.is_none()) {
            kept += usize::from(writer.save(&tx, text, &words, true).await?.is_ok());
        }
    }
    tx.commit().await?;
    Ok(if kept > 0 { Suggested::Drafts } else { Suggested::Nothing("translate-machine-failed") })
}

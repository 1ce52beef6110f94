//! Who speaks for an organization, on its page: focal points by name as far as each shows it to the reader.
//!
//! That there are focal points is public, and a change of it is in the change log. Names are not: a page that shows any is not kept.

use ayni_domain::date::day_of;
use ayni_domain::mandate::{Capacity, Mandate};
use ayni_domain::permission::may_see_speakers;
use ayni_domain::{Kind, Record};

use crate::error::PageError;
use crate::message::counted;
use crate::names::Names;
use crate::view::Cx;
use crate::{format, link};

/// Somebody with a name, and since when they speak for it.
pub(super) struct Speaker {
    pub name: String,
    pub since: String,
}

/// The focal points of an organization.
pub(super) struct Speakers {
    pub named: Vec<Speaker>,
    /// Those who do not show their names.
    pub unnamed: Option<String>,
    /// That there is nobody.
    pub nobody: Option<String>,
    /// Where one asks to speak for it.
    pub ask: String,
    /// Where those who may see who speaks for it in any way, and end that.
    pub people: Option<String>,
}

/// Who speaks for the organization that a record describes.
pub(super) async fn of(cx: &Cx, record: &Record) -> Result<Option<Speakers>, PageError> {
    let key = &record.envelope.key;
    if key.kind != Kind::Organization {
        return Ok(None);
    }
    let mut mandates = cx.site.store.mandates_for(&key.slug).await?;
    mandates.retain(|mandate| mandate.capacity == Capacity::FocalPoint && mandate.renew_by.is_some());
    let (mut own, over): (Vec<Mandate>, Vec<Mandate>) = mandates.into_iter().partition(|mandate| mandate.is_in_force(cx.site.today()));
    own.sort_by_key(since);
    let names = Names::of(&cx.site, cx.who.actor(), own.iter().map(|mandate| mandate.person)).await?;
    let since = |mandate: &Mandate| since(mandate).map(|at| format::moment(cx.locale, at)).unwrap_or_default();
    let named =
        |mandate: &Mandate| Some(Speaker { name: names.get(mandate.person)?.to_owned(), since: cx.t1("speakers-since", "date", &since(mandate)) });
    let closed: Vec<&Mandate> = own.iter().filter(|mandate| names.get(mandate.person).is_none()).collect();
    Ok(Some(Speakers {
        named: own.iter().filter_map(named).collect(),
        unnamed: closed.first().map(|first| counted(cx.locale, "speakers-unnamed", closed.len() as u64, &[("date", &since(first))])),
        nobody: own.is_empty().then(|| nobody(cx, &over)),
        ask: format!("{}{}", cx.href("/account/mandates"), link::query([("organization", key.slug.as_str())])),
        people: may_see_speakers(cx.who.actor(), &key.slug).then(|| format!("{}/people", link::record(cx.locale, key))),
    }))
}

fn since(mandate: &Mandate) -> Option<jiff::Timestamp> {
    mandate.decision.as_ref().map(|decision| decision.at)
}

/// That nobody speaks for it, and since when, where somebody did.
fn nobody(cx: &Cx, over: &[Mandate]) -> String {
    match over.iter().filter_map(|mandate| mandate.closed_at.map(day_of).or(mandate.renew_by)).max() {
        Some(day) => cx.t1("speakers-nobody-since", "date", &format::day(cx.locale, day)),
        None => cx.t("speakers-nobody"),
    }
}

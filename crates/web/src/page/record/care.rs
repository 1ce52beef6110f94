//! Whether a record is kept true, and what a reader can do about it.

use ayni_domain::permission::{may_confirm, may_withdraw};
use ayni_domain::{Light, Record};

use crate::error::PageError;
use crate::page::adoption::ask::candidates;
use crate::page::objection;
use crate::page::renew::subject;
use crate::page::translate;
use crate::view::{Cx, Link, light_mark};
use crate::{format, link};

/// How fresh the record is: a class, a mark and words.
pub(super) struct LightView {
    pub class: &'static str,
    pub mark: &'static str,
    pub text: String,
    /// Where one can take it on, when nobody looks after it.
    pub adoption: Option<String>,
}

/// The light of a record.
pub(super) fn light(cx: &Cx, light: Light) -> LightView {
    LightView {
        class: match light {
            Light::Green => "",
            Light::Yellow => " late",
            Light::Red | Light::Inactive => " old",
        },
        mark: light_mark(light),
        text: cx.t(&format!("freshness-{light}")),
        adoption: (light == Light::Inactive).then(|| cx.href("/adoption")),
    }
}

/// What the reader can do about the record.
pub(super) async fn acts(cx: &Cx, record: &Record) -> Result<Vec<Link>, PageError> {
    let (key, own) = (record.envelope.key.to_string(), link::record(cx.locale, &record.envelope.key));
    let improve = format!("{}{}", cx.href("/contribute"), link::query([("record", key.as_str())]));
    let mut acts = vec![Link::new(improve, cx.t("improve"))];
    if translate::may_work_at(cx, record) {
        acts.push(Link::new(cx.href(&translate::path(&record.envelope.key, "")), cx.t("help-translate")));
    }
    if !candidates(cx, record).await?.is_empty() {
        acts.push(Link::new(format!("{own}/adoption"), cx.t("adopt")));
    }
    if !objection::objectors(cx, record).is_empty() {
        acts.push(Link::new(format!("{own}/objection"), cx.t("objection")));
    }
    if may_withdraw(cx.who.actor(), subject(record)) {
        acts.push(Link::new(format!("{own}/withdrawal"), cx.t("renew-withdraw")));
    }
    acts.push(Link::new(format!("{}{}", cx.href("/report"), link::query([("about", key.as_str())])), cx.t("report")));
    Ok(acts)
}

/// The record as `kind/slug`, where the reader may say that it is still true.
pub(super) fn confirm(cx: &Cx, record: &Record) -> Option<String> {
    let may = record.envelope.light != Light::Green && may_confirm(cx.who.actor(), subject(record));
    may.then(|| record.envelope.key.to_string())
}

/// When it was last revised, and when it is to be looked at again.
pub(super) fn freshness(cx: &Cx, record: &Record) -> String {
    let envelope = &record.envelope;
    let key = if envelope.review_on < cx.site.today() { "record-due" } else { "record-fresh" };
    cx.tn(key, &[("date", &format::moment(cx.locale, envelope.updated_at)), ("review", &format::day(cx.locale, envelope.review_on))])
}

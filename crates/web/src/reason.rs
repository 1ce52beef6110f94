//! Reasons in the reader's language: what matching found, as short labels and sentences.

use ayni_domain::{Locale, Role};
use ayni_matching::Likeness;
use ayni_matching::reason::{Reason, ReasonKind};

use crate::message::counted;
use crate::view::{Cx, RecordLink, Why};

/// What a reason speaks of: a peer, or a record that was done in a country.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    Peer,
    Record,
}

/// A reason with its label, its sentence and the records behind it.
pub(crate) fn why(cx: &Cx, reason: &Reason, about: About, records: Vec<RecordLink>) -> Why {
    Why { label: cx.t(&format!("reason-label-{}", reason.kind.code())), text: sentence(cx, &reason.kind, about), records }
}

fn sentence(cx: &Cx, kind: &ReasonKind, about: About) -> String {
    let key = kind.message_key();
    let numbered = |count: u32, arguments: &[(&str, &str)]| counted(cx.locale, key, u64::from(count), arguments);
    match kind {
        ReasonKind::TextMatch { .. } if about == About::Record => cx.t("matching-reason-text-match-record"),
        ReasonKind::TextMatch { found } => numbered(*found, &[]),
        ReasonKind::Role { role: Role::Peer } => cx.t("matching-reason-role-peer"),
        ReasonKind::Role { .. } => cx.t("matching-reason-role-provider"),
        ReasonKind::SameTheme { themes } => {
            let names: Vec<String> = themes.iter().map(|theme| theme.name(cx.locale).to_owned()).collect();
            cx.t1(key, "themes", &cx.join(&names))
        }
        ReasonKind::ComparableCountry { likenesses } => cx.t1(key, "likenesses", &likenesses_text(cx, likenesses)),
        ReasonKind::SharedLanguage { language } => cx.t1(key, "language", &cx.language_name(language.as_str())),
        ReasonKind::PastExchange { exchanges } => numbered(*exchanges, &[]),
        ReasonKind::SameConstituency { constituency } => cx.t1(key, "constituency", &cx.t(&format!("constituency-{constituency}"))),
        ReasonKind::ModalityFit { modality } => cx.t1(key, "modality", &cx.t(&format!("modality-{modality}"))),
        ReasonKind::Evidence { .. } if about == About::Record => cx.t("matching-reason-evidence-record"),
        ReasonKind::Evidence { shared, with_results } => {
            numbered(*shared, &[("with_results", &crate::format::number(cx.locale, u64::from(*with_results)))])
        }
        ReasonKind::FacilitatorOfSimilar | ReasonKind::AskedPlace | ReasonKind::AskedNear => cx.t(key),
    }
}

/// Most likenesses that one sentence names.
const NAMED: usize = 4;

/// In what two countries are alike, as clauses of one sentence.
pub(crate) fn likenesses_text(cx: &Cx, likenesses: &[Likeness]) -> String {
    let clause = |likeness: &Likeness| {
        let arguments: Vec<(&str, String)> = likeness.arguments().into_iter().map(|(name, value)| (name, spoken(cx, name, value))).collect();
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        cx.tn(likeness.message_key(), &arguments)
    };
    let separator = if matches!(cx.locale, Locale::Zh) {
        "；"
    } else if matches!(cx.locale, Locale::Ar) {
        "؛ "
    } else {
        "; "
    };
    likenesses.iter().take(NAMED).map(clause).collect::<Vec<_>>().join(separator)
}

/// An argument of a likeness in words.
fn spoken(cx: &Cx, name: &str, value: String) -> String {
    match name {
        "region" => cx.t(&format!("region-{value}")),
        "language" => cx.language_name(&value),
        "group" => cx.t(&format!("income-{value}")),
        _ => value,
    }
}

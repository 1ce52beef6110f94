//! In which language each text of a record is shown, and how its translation stands.

use ayni_domain::translation::{FieldState, TranslationState};
use ayni_domain::{Body, LanguageTag, Record, Text};

use super::facts::{Fact, Tag};
use crate::error::PageError;
use crate::page::translate;
use crate::view::Cx;
use crate::{coverage, link};

/// Something that a reader should know of a text; where they can help, with a link.
pub(super) struct Note {
    pub text: String,
    pub help: Option<String>,
}

/// The languages of a record, for one reader.
pub(super) struct Languages {
    /// In which the summary is shown: texts that are shown in the same say nothing of it.
    lead: LanguageTag,
    /// How translations stand; none where there is nothing to tell of them.
    states: Vec<FieldState>,
    help: Option<String>,
}

impl Languages {
    /// # Errors
    /// `Store`.
    pub async fn of(cx: &Cx, record: &Record) -> Result<Self, PageError> {
        // A first revision has neither older originals nor translations that somebody let through.
        let has_past = record.envelope.revision > 1 && record.body.translatable().iter().any(|(_, text)| text.iter().count() > 1);
        let states = if has_past { cx.site.store.translation_states(record).await? } else { Vec::new() };
        Ok(Self { lead: record.body.common().summary.best(cx.locale).0.clone(), states, help: help(cx, record) })
    }

    /// What stands above all texts: of the title and of the summary.
    pub fn notes_on_top(&self, cx: &Cx, body: &Body) -> Vec<Note> {
        let (summary, title) = (&body.common().summary, body.title());
        let mut notes: Vec<Note> = self.shown_in(cx, summary, "record-shown-in").into_iter().collect();
        if title.best(cx.locale).0.primary() != self.lead.primary() {
            notes.extend(self.shown_in(cx, title, "record-title-shown-in").map(|note| Note { help: None, ..note }));
        }
        notes.extend(self.standing(cx, "summary", summary));
        for note in self.standing(cx, if matches!(body, Body::Organization(_)) { "name" } else { "title" }, title) {
            if !notes.iter().any(|own| own.text == note.text) {
                notes.push(note);
            }
        }
        notes
    }

    /// What stands with one of the other texts.
    pub fn notes(&self, cx: &Cx, field: &str, text: &Text) -> Vec<Note> {
        let is_as_the_lead = text.best(cx.locale).0.primary() == self.lead.primary();
        let shown_in = if is_as_the_lead { None } else { self.shown_in(cx, text, "record-shown-in") };
        shown_in.into_iter().chain(self.standing(cx, field, text)).collect()
    }

    /// That a text is shown in another language than the reader's.
    fn shown_in(&self, cx: &Cx, text: &Text, key: &str) -> Option<Note> {
        let (shown, _) = text.best(cx.locale);
        let is_own = shown.primary() == cx.locale.code();
        (!is_own).then(|| Note { text: cx.t1(key, "language", &cx.language_name(shown.as_str())), help: self.help.clone() })
    }

    /// That the translation that is shown is outdated, or a machine's.
    fn standing(&self, cx: &Cx, field: &str, text: &Text) -> Vec<Note> {
        let (shown, _) = text.best(cx.locale);
        let Some(state) = self.states.iter().find(|state| state.field == field && coverage::is_in(state, shown)) else { return Vec::new() };
        let outdated = match state.state {
            TranslationState::Outdated { since } => Some(cx.t1("record-outdated", "revision", &since.to_string())),
            _ => None,
        };
        let outdated = outdated.map(|text| Note { text, help: self.help.clone() });
        let by_machine = state.by_machine.then(|| Note { text: cx.t("record-by-machine"), help: None });
        outdated.into_iter().chain(by_machine).collect()
    }
}

/// Where a reader can help to translate: at the desk, for those who may; a visitor signs in first.
fn help(cx: &Cx, record: &Record) -> Option<String> {
    if cx.who.member().is_none() {
        let own = link::record(cx.locale, &record.envelope.key);
        return Some(format!("{}{}", cx.href("/sign-in"), link::query([("next", own.as_str())])));
    }
    translate::may_work_at(cx, record).then(|| cx.href(&translate::path(&record.envelope.key, cx.locale.code())))
}

/// The language in which the record was written, where it is not the reader's or there are translations.
pub(super) fn original(cx: &Cx, body: &Body) -> Option<Fact> {
    let original = body.original_language();
    let is_told = original.primary() != cx.locale.code() || body.common().summary.iter().count() > 1;
    let tag = || Tag { href: String::new(), text: cx.language_name(original.as_str()) };
    is_told.then(|| Fact { name: cx.t("fact-original"), text: String::new(), values: vec![tag()] })
}

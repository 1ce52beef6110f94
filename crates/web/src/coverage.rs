//! Coverage: which records lack words in which language, those of most use first.
//!
//! Some thirty bytes a record, made with the overview. Whether a translation is outdated is known from older revisions alone; it is looked up
//! when somebody asks, and kept, since a revision never changes.

use std::cmp::Reverse;
use std::sync::Arc;

use ayni_domain::translation::{FieldState, TranslationState};
use ayni_domain::{Kind, LanguageTag, Locale, Record, Steward};
use ayni_store::{Store, StoreError};
use moka::sync::Cache;
use uuid::Uuid;

/// Languages of the interface, a bit each.
type Bits = u8;

/// A record with the languages that it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Covered {
    pub id: Uuid,
    pub revision: u32,
    missing: Bits,
    /// Whether any of its texts is in several languages.
    is_translated: bool,
    /// Whether an organization or a person answers for it, or it describes one: others than translators may then translate it.
    pub is_in_hands: bool,
}

impl Covered {
    fn new(record: &Record) -> Self {
        let texts = record.body.translatable();
        let lacks = |locale: Locale| texts.iter().any(|(_, text)| text.get(locale).is_none());
        let missing = Locale::ALL.iter().filter(|locale| lacks(**locale)).fold(0, |bits, locale| bits | bit(*locale));
        let envelope = &record.envelope;
        Self {
            id: envelope.id,
            revision: envelope.revision,
            missing,
            is_translated: texts.iter().any(|(_, text)| text.iter().count() > 1),
            is_in_hands: envelope.steward != Steward::Secretariat || envelope.key.kind == Kind::Organization,
        }
    }

    /// Whether a text of it is not there in a language.
    pub fn lacks(&self, locale: Locale) -> bool {
        self.missing & bit(locale) != 0
    }

    /// Whether a translation of it may be outdated.
    pub fn may_be_outdated(&self) -> bool {
        self.is_translated && self.revision > 1
    }
}

fn bit(locale: Locale) -> Bits {
    1 << locale.index()
}

/// All published records, those first whose translation is of most use: practices, what is looked after, what is there in few languages,
/// what is new.
#[derive(Debug, Default)]
pub(crate) struct Coverage(Vec<Covered>);

impl Coverage {
    pub fn new(records: &[Arc<Record>]) -> Self {
        let mut all: Vec<_> = records.iter().map(|record| (record, Covered::new(record))).collect();
        all.sort_by_key(|(record, covered)| {
            let envelope = &record.envelope;
            (envelope.key.kind != Kind::Practice, envelope.light, Reverse(covered.missing.count_ones()), Reverse(envelope.updated_at), covered.id)
        });
        Self(all.into_iter().map(|(_, covered)| covered).collect())
    }

    /// The records, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Covered> {
        self.0.iter()
    }
}

/// Whether a state is that of a text in a language, whatever its region.
pub(crate) fn is_in(state: &FieldState, language: &LanguageTag) -> bool {
    state.language.primary() == language.primary()
}

/// Records whose languages of outdated translations are kept.
const KEPT: u64 = 100_000;

/// Languages in which translations of a revision are outdated.
pub(crate) struct Outdated(Cache<(Uuid, u32), Bits>);

impl Default for Outdated {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl Outdated {
    /// Whether a record has an outdated translation in a language, where that was looked up before.
    pub fn known(&self, covered: &Covered, locale: Locale) -> Option<bool> {
        self.0.get(&(covered.id, covered.revision)).map(|bits| bits & bit(locale) != 0)
    }

    /// Looks a record up.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn look_up(&self, store: &Store, record: &Record) -> Result<(), StoreError> {
        let states = store.translation_states(record).await?;
        let outdated = states.iter().filter(|state| matches!(state.state, TranslationState::Outdated { .. }));
        let bits = outdated.filter_map(|state| state.language.locale()).fold(0, |bits, locale| bits | bit(locale));
        self.0.insert((record.envelope.id, record.envelope.revision), bits);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ayni_domain::record::read_record;
    use ayni_domain::{Envelope, Light, RecordKey, State};
    use jiff::Timestamp;
    use serde_json::{Value, json};

    use super::*;

    fn record(slug: &str, kind: &str, summary: Value, light: Light) -> Arc<Record> {
        let mut line = json!({
            "kind": kind, "slug": slug, "title": summary, "summary": summary, "sources": [{"url": "https://example.org/", "title": "Source"}],
        });
        if kind == "practice" {
            line["modality"] = json!(["south_south"]);
        }
        let (key, body): (RecordKey, _) = read_record(line.as_object().expect("an object")).expect("a valid record");
        let (at, review_on) = (Timestamp::UNIX_EPOCH, jiff::civil::date(2030, 1, 1));
        let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, slug.as_bytes());
        let (state, steward) = (State::Published, Steward::Secretariat);
        let envelope = Envelope { id, key, revision: 1, state, steward, published_at: at, updated_at: at, review_on, light, contested: false };
        Arc::new(Record { envelope, body })
    }

    #[test]
    fn what_is_of_most_use_comes_first() {
        let one = json!({"en": "One."});
        let records = [
            record("course", "course", one.clone(), Light::Green),
            record("old", "practice", one.clone(), Light::Red),
            record("in-two", "practice", json!({"en": "One.", "fr": "Un."}), Light::Green),
            record("new", "practice", one, Light::Green),
        ];
        let slug =
            |covered: &Covered| records.iter().find(|record| record.envelope.id == covered.id).map(|record| record.envelope.key.slug.to_string());
        assert_eq!(Coverage::new(&records).iter().filter_map(slug).collect::<Vec<_>>(), ["new", "in-two", "old", "course"]);
    }

    #[test]
    fn a_record_lacks_the_languages_that_one_of_its_texts_is_not_in() {
        let covered = Covered::new(&record("a", "course", json!({"en": "One.", "pt-BR": "Um."}), Light::Green));
        let lacked: Vec<&str> = Locale::ALL.iter().filter(|locale| covered.lacks(**locale)).map(|locale| locale.code()).collect();
        assert_eq!(lacked, ["fr", "es", "ar", "zh", "ru"]);
        assert!(!covered.may_be_outdated() && !covered.is_in_hands);
    }
}

//! Translations: how each text of a record stands in each language, and how a translation comes into the record.
//!
//! The language of the original never changes by it. A translation is a draft until its author hands it over, and waits until somebody else
//! lets it through or sends it back; when the original changes afterwards it is outdated, and stays in view with that mark.

use jiff::Timestamp;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::language::{LanguageTag, Locale};
use crate::read::{Issue, Problem, free_text};
use crate::record::{Body, RecordKey, read_record};
use crate::text::Text;

/// Where a translation stands between its author and the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Its author is at it.
    Draft,
    /// Its author handed it over: it waits for somebody else to let it through.
    Waiting,
    /// Somebody sent it back: its author is at it again.
    Returned {
        /// By whom.
        by: String,
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// It was let through.
    Reviewed {
        /// By whom; another than the author.
        by: String,
        /// When.
        at: Timestamp,
    },
}

/// A translation of one text of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Identifier.
    pub id: Uuid,
    /// Path of the text in the record: `summary`, `criteria.effective`.
    pub field: String,
    /// Language of the translation.
    pub language: LanguageTag,
    /// The words.
    pub text: String,
    /// Whether a machine made them; a draft of a machine that somebody went through is theirs.
    pub by_machine: bool,
    /// Who wrote or asked for it.
    pub author: String,
    /// Revision of the record whose original it translates.
    pub revision: u32,
    /// When it was last written or handed over.
    pub at: Timestamp,
    /// Where it stands.
    pub stage: Stage,
}

/// Longest reason for which a translation is sent back, in characters.
pub const LONGEST_REASON: usize = 2_000;

/// Why a translation cannot take a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// Nobody lets their own work through, nor sends it back to themselves.
    #[error("nobody decides about their own translation")]
    OwnWork,
    /// Only its author hands a translation over.
    #[error("a translation is handed over by its author")]
    NotYours,
    /// It was handed over already, or it does not wait any more.
    #[error("the translation is at another stage")]
    WrongStage,
    /// What is wrong with the reason.
    #[error("the reason {0}")]
    Reason(Problem),
}

/// Whether words are a machine's: those that it wrote, untouched. `before` is what stood there, and whether a machine had written it.
#[must_use]
pub fn is_by_machine(words: &str, before: Option<(&str, bool)>) -> bool {
    before.is_some_and(|(text, by_machine)| by_machine && text == words)
}

/// Why a text cannot be put into a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TranslationError {
    /// The record has no text there.
    #[error("the record has no text `{0}`")]
    NoSuchField(String),
    /// The language is that of the original.
    #[error("the text `{0}` was written in this language")]
    IsOriginal(String),
    /// The record would be wrong with it.
    #[error("{}", .0.iter().map(Issue::to_string).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<Issue>),
}

impl Stage {
    /// The stage after its author wrote again: what waited waits no more, and what was sent back keeps the reason in view.
    #[must_use]
    pub fn after_writing(self) -> Self {
        if self == Self::Waiting { Self::Draft } else { self }
    }
}

impl Translation {
    /// Whether it was let through; what was not is a draft, wherever it stands.
    #[must_use]
    pub const fn is_reviewed(&self) -> bool {
        matches!(self.stage, Stage::Reviewed { .. })
    }

    /// Hands what was written over to be read by somebody else.
    ///
    /// # Errors
    /// `NotYours`, `WrongStage`.
    pub fn hand_over(self, author: &str, at: Timestamp) -> Result<Self, StepError> {
        if self.author != author {
            return Err(StepError::NotYours);
        }
        match self.stage {
            Stage::Draft | Stage::Returned { .. } => Ok(Self { stage: Stage::Waiting, at, ..self }),
            Stage::Waiting | Stage::Reviewed { .. } => Err(StepError::WrongStage),
        }
    }

    /// Lets through what waits.
    ///
    /// # Errors
    /// `OwnWork`, `WrongStage`.
    pub fn let_through(self, reviewer: &str, at: Timestamp) -> Result<Self, StepError> {
        self.check_decision(reviewer)?;
        Ok(Self { stage: Stage::Reviewed { by: reviewer.to_owned(), at }, ..self })
    }

    /// Sends back what waits, with a reason of at most [`LONGEST_REASON`] characters.
    ///
    /// # Errors
    /// `OwnWork`, `WrongStage`, `Reason`.
    pub fn send_back(self, reviewer: &str, reason: &str, at: Timestamp) -> Result<Self, StepError> {
        self.check_decision(reviewer)?;
        let reason = free_text(reason).map_err(StepError::Reason)?;
        if reason.chars().count() > LONGEST_REASON {
            return Err(StepError::Reason(Problem::TooLong(LONGEST_REASON)));
        }
        Ok(Self { stage: Stage::Returned { by: reviewer.to_owned(), at, reason }, ..self })
    }

    fn check_decision(&self, reviewer: &str) -> Result<(), StepError> {
        if self.stage != Stage::Waiting {
            return Err(StepError::WrongStage);
        }
        if self.author == reviewer { Err(StepError::OwnWork) } else { Ok(()) }
    }

    fn is_of(&self, field: &str, language: &LanguageTag) -> bool {
        self.field == field && self.language.primary() == language.primary()
    }
}

/// How a text stands in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslationState {
    /// There is none.
    Missing,
    /// Somebody writes one, or one waits to be let through; the record has none yet.
    Draft,
    /// The record has one that says what the original says.
    Reviewed,
    /// The original was changed since.
    Outdated {
        /// The first revision with another original.
        since: u32,
    },
}

/// A text of a record in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldState {
    /// Path of the text.
    pub field: String,
    /// Language in which it was written.
    pub original: LanguageTag,
    /// The other language.
    pub language: LanguageTag,
    /// How it stands.
    pub state: TranslationState,
    /// Whether one waits to be let through.
    pub waiting: bool,
    /// Whether the words that the record has are a machine's, as somebody let them through.
    pub by_machine: bool,
}

/// How every text of a record stands in every language but its own: the interface languages, then others that it has.
///
/// `revisions` are numbered bodies, the newest first, as the store gives them; `rows` are the record's translations in any order. A text
/// that no row accounts for translates the original of the revision that brought it.
#[must_use]
pub fn states(revisions: &[(u32, &Body)], rows: &[Translation]) -> Vec<FieldState> {
    let Some((_, latest)) = revisions.first() else { return Vec::new() };
    let mut states = Vec::new();
    for (field, text) in latest.translatable() {
        let history = History::new(revisions, &field);
        for language in languages(text, rows.iter().filter(|row| row.field == field)) {
            let of_field = || rows.iter().filter(|row| row.is_of(&field, &language));
            states.push(FieldState {
                original: text.original().0.clone(),
                state: history.state(&language, of_field()),
                waiting: of_field().any(|row| row.stage == Stage::Waiting),
                by_machine: text.in_language(&language).and_then(|words| source(words, of_field())).is_some_and(|row| row.by_machine),
                field: field.clone(),
                language,
            });
        }
    }
    states
}

/// The original of a text before a revision; `None` where there was none. `revisions` as for [`states`].
#[must_use]
pub fn original_before<'a>(revisions: &[(u32, &'a Body)], field: &str, revision: u32) -> Option<&'a str> {
    History::new(revisions, field).originals().into_iter().rev().find(|(number, _)| *number < revision).map(|(_, words)| words)
}

/// The translation that was let through with these words, the newest if there are several.
fn source<'t>(words: &str, rows: impl Iterator<Item = &'t Translation>) -> Option<&'t Translation> {
    rows.filter(|row| row.is_reviewed() && row.text == words).max_by_key(|row| row.revision)
}

/// The languages of a text's translations, each once: a tag of the record goes before one of a row, and that before the plain one.
fn languages<'a>(text: &Text, rows: impl Iterator<Item = &'a Translation>) -> Vec<LanguageTag> {
    let own: Vec<LanguageTag> = text.iter().map(|(language, _)| language.clone()).chain(rows.map(|row| row.language.clone())).collect();
    let plain = Locale::ALL.iter().map(|locale| own.iter().find(|tag| tag.primary() == locale.code()).cloned().unwrap_or_else(|| locale.tag()));
    let mut languages: Vec<LanguageTag> = Vec::new();
    for tag in plain.chain(own.iter().cloned()) {
        let is_known = |other: &LanguageTag| other.primary() == tag.primary();
        if !is_known(text.original().0) && !languages.iter().any(is_known) {
            languages.push(tag);
        }
    }
    languages
}

/// One text through the revisions of its record, the oldest first.
struct History<'a>(Vec<(u32, &'a Text)>);

impl<'a> History<'a> {
    fn new(revisions: &[(u32, &'a Body)], field: &str) -> Self {
        let text = |body: &'a Body| body.translatable().into_iter().find(|(path, _)| path == field).map(|(_, text)| text);
        Self(revisions.iter().rev().filter_map(|(number, body)| Some((*number, text(body)?))).collect())
    }

    fn state<'t>(&self, language: &LanguageTag, rows: impl Iterator<Item = &'t Translation>) -> TranslationState {
        let published = self.0.last().and_then(|(_, text)| text.in_language(language));
        let base = match published {
            Some(words) => source(words, rows).map(|row| row.revision).or_else(|| self.came_with(language, words)),
            None => rows.filter(|row| !row.is_reviewed()).map(|row| row.revision).max(),
        };
        match (base.map(|base| self.changed_since(base)), published) {
            (None, _) => TranslationState::Missing,
            (Some(Some(since)), _) => TranslationState::Outdated { since },
            (Some(None), Some(_)) => TranslationState::Reviewed,
            (Some(None), None) => TranslationState::Draft,
        }
    }

    /// The revision since which the text reads so in a language.
    fn came_with(&self, language: &LanguageTag, words: &str) -> Option<u32> {
        self.0.iter().rev().take_while(|(_, text)| text.in_language(language) == Some(words)).last().map(|(number, _)| *number)
    }

    /// What stood in the language of the present original, by revision.
    fn originals(&self) -> Vec<(u32, &'a str)> {
        let Some((_, latest)) = self.0.last() else { return Vec::new() };
        let language = latest.original().0;
        self.0.iter().filter_map(|(number, text)| Some((*number, text.in_language(language)?))).collect()
    }

    /// The first revision after `base` with another original, unless the original is now again as it was.
    fn changed_since(&self, base: u32) -> Option<u32> {
        let originals = self.originals();
        // An original that was written after its translation is what that translation is measured by.
        let start = originals.iter().rposition(|(number, _)| *number <= base).unwrap_or(0);
        let (_, then) = *originals.get(start)?;
        let (_, now) = *originals.last()?;
        let first = originals[start..].iter().find(|(_, words)| *words != then)?;
        (now != then).then_some(first.0)
    }
}

/// Sets the words of a text of a record, as JSON, in one language; other languages and their order stay.
///
/// # Errors
/// `NoSuchField` when no multilingual text stands at this path.
pub fn apply(body: &mut Map<String, Value>, field: &str, language: &LanguageTag, words: &str) -> Result<(), TranslationError> {
    let missing = || TranslationError::NoSuchField(field.to_owned());
    let text = find(body, field).ok_or_else(missing)?;
    let is_text = text.iter().all(|(key, words)| LanguageTag::parse(key).is_some() && words.is_string());
    if text.is_empty() || !is_text {
        return Err(missing());
    }
    let same = |key: &&String| LanguageTag::parse(key).is_some_and(|own| own.primary() == language.primary());
    let key = if text.contains_key(language.as_str()) { None } else { text.keys().find(same).cloned() };
    text.insert(key.unwrap_or_else(|| language.to_string()), words.into());
    Ok(())
}

/// The object at a path such as `criteria.effective` or `parts[2].text`.
fn find<'a>(map: &'a mut Map<String, Value>, path: &str) -> Option<&'a mut Map<String, Value>> {
    let (head, rest) = path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)));
    let (name, at) = match head.split_once('[') {
        Some((name, at)) => (name, Some(at.strip_suffix(']')?.parse::<usize>().ok()?)),
        None => (head, None),
    };
    let value = map.get_mut(name)?;
    let value = if let Some(at) = at { value.get_mut(at)? } else { value };
    let inner = value.as_object_mut()?;
    if let Some(rest) = rest { find(inner, rest) } else { Some(inner) }
}

/// The record with a text translated, and the words as they now stand there.
///
/// # Errors
/// `NoSuchField`, `IsOriginal`; `Invalid` with all that is then wrong with the record.
pub fn translated(key: &RecordKey, body: &Body, field: &str, language: &LanguageTag, words: &str) -> Result<(Body, String), TranslationError> {
    let fields = body.translatable();
    let (_, text) = fields.iter().find(|(path, _)| path == field).ok_or_else(|| TranslationError::NoSuchField(field.to_owned()))?;
    if text.original().0.primary() == language.primary() {
        return Err(TranslationError::IsOriginal(field.to_owned()));
    }
    let invalid = |problem: Problem| TranslationError::Invalid(vec![Issue { field: format!("{field}.{language}"), value: String::new(), problem }]);
    let words = free_text(words).map_err(invalid)?;
    let mut json = body.to_json(key);
    apply(&mut json, field, language, &words)?;
    let (_, body) = read_record(&json).map_err(TranslationError::Invalid)?;
    Ok((body, words))
}

#[cfg(test)]
mod tests;

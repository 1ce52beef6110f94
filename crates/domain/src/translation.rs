//! Translations: how each text of a record stands in each language, and how a translation comes into the record.
//!
//! The language of the original never changes by it. A translation is a draft until somebody else than its author lets it through;
//! when the original changes afterwards it is outdated, and stays in view with that mark.

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
    /// It waits for somebody to let it through.
    Draft,
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
    /// When it was last written.
    pub at: Timestamp,
    /// Where it stands.
    pub stage: Stage,
}

/// Why a translation cannot be let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetThroughError {
    /// Nobody lets their own work through.
    #[error("nobody lets their own translation through")]
    OwnWork,
    /// It was let through before.
    #[error("the translation was let through already")]
    NotADraft,
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

impl Translation {
    /// Lets a draft through.
    ///
    /// # Errors
    /// `OwnWork`, `NotADraft`.
    pub fn let_through(self, reviewer: &str, at: Timestamp) -> Result<Self, LetThroughError> {
        if self.stage != Stage::Draft {
            return Err(LetThroughError::NotADraft);
        }
        if self.author == reviewer {
            return Err(LetThroughError::OwnWork);
        }
        Ok(Self { stage: Stage::Reviewed { by: reviewer.to_owned(), at }, ..self })
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
    /// One waits to be let through; the record has none yet.
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
    /// Whether a draft waits to be let through.
    pub waiting: bool,
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
                waiting: of_field().any(|row| row.stage == Stage::Draft),
                field: field.clone(),
                language,
            });
        }
    }
    states
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
        let of_stage = |is_draft: bool| move |row: &&Translation| (row.stage == Stage::Draft) == is_draft;
        let base = match published {
            Some(words) => {
                let newest = rows.filter(of_stage(false)).filter(|row| row.text == words).map(|row| row.revision).max();
                newest.or_else(|| self.came_with(language, words))
            }
            None => rows.filter(of_stage(true)).map(|row| row.revision).max(),
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

    /// The first revision after `base` with another original, unless the original is now again as it was.
    fn changed_since(&self, base: u32) -> Option<u32> {
        let language = self.0.last()?.1.original().0;
        let originals: Vec<(u32, &str)> = self.0.iter().filter_map(|(number, text)| Some((*number, text.in_language(language)?))).collect();
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

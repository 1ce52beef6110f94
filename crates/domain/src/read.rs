//! Reading a record from JSON: every field checked, every failure named by field and value.
//!
//! One pass collects all that is wrong with a record, so that who sent it can mend it at once.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::language::LanguageTag;
use crate::text::Text;

/// Longest text of a field, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// Most entries of a list.
pub const MOST_ENTRIES: usize = 2_000;

/// A value with a code of its own, read from one string.
pub trait Code: Sized {
    /// What such a value is called in an error.
    const WHAT: &'static str;
    /// The value with this code.
    fn from_code(code: &str) -> Option<Self>;
}

/// Reads a coded value from what was kept, for the types that derive their reading.
///
/// # Errors
/// When it is not a text, or no code.
pub(crate) fn code<'de, T: Code, D: serde::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    T::from_code(&text).ok_or_else(|| serde::de::Error::custom(format_args!("{text:?} is not a known {}", T::WHAT)))
}

/// One thing that is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where: `partners[2].role`.
    pub field: String,
    /// What stood there, shortened; empty when nothing did.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A required field is absent.
    #[error("is missing")]
    Missing,
    /// The field is not one of this kind of record.
    #[error("is not a field of this kind of record")]
    Unknown,
    /// Another JSON type was expected.
    #[error("is not {0}")]
    WrongType(&'static str),
    /// Not a value of its vocabulary.
    #[error("is not a known {0}")]
    NotA(&'static str),
    /// Nothing but space, or an empty list where one entry is needed.
    #[error("is empty")]
    Empty,
    /// The same entry stands twice.
    #[error("stands there twice")]
    Twice,
    /// Longer or more than what is accepted.
    #[error("is longer than {0}")]
    TooLong(usize),
    /// Characters that no text should have.
    #[error("has control characters")]
    ControlCharacters,
    /// A rule of the kind is broken; the text says which.
    #[error("{0}")]
    Rule(&'static str),
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.is_empty() {
            write!(f, "field `{}` {}", self.field, self.problem)
        } else {
            write!(f, "field `{}`, value {}: {}", self.field, self.value, self.problem)
        }
    }
}

/// The fields of one JSON object; each is taken once, and what is left at the end is unknown.
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    taken: Vec<&'static str>,
    prefix: String,
    original: Option<LanguageTag>,
    issues: Vec<Issue>,
}

impl<'a> Fields<'a> {
    /// Begins reading an object; `prefix` is its place in the record, empty for the record itself.
    #[must_use]
    pub fn new(map: &'a Map<String, Value>, prefix: impl Into<String>) -> Self {
        Self { map, taken: Vec::new(), prefix: prefix.into(), original: None, issues: Vec::new() }
    }

    /// States the language in which the texts were written: from now on it comes first in those that are in it, here and below.
    pub fn set_original(&mut self, original: Option<LanguageTag>) {
        self.original = original;
    }

    /// Notes something wrong with a field.
    pub fn issue(&mut self, field: &str, value: Option<&Value>, problem: Problem) {
        let field = if self.prefix.is_empty() { field.to_owned() } else { format!("{}.{field}", self.prefix) };
        self.issues.push(Issue { field, value: value.map(shorten).unwrap_or_default(), problem });
    }

    /// Notes a broken rule, showing the value of the field.
    pub fn rule(&mut self, field: &str, text: &'static str) {
        self.issue(field, self.map.get(field), Problem::Rule(text));
    }

    /// Adds what was found below this object.
    pub fn extend(&mut self, issues: Vec<Issue>) {
        self.issues.extend(issues);
    }

    /// Ends the reading: all issues, fields that nobody took included.
    #[must_use]
    pub fn finish(mut self) -> Vec<Issue> {
        let map = self.map;
        for (key, value) in map {
            if !self.taken.contains(&key.as_str()) {
                self.issue(key, Some(value), Problem::Unknown);
            }
        }
        self.issues
    }

    /// The value of a field, whatever it is; `null` counts as absent.
    pub fn raw(&mut self, field: &'static str) -> Option<&'a Value> {
        self.taken.push(field);
        self.map.get(field).filter(|value| !value.is_null())
    }

    /// Turns an absent required field into an issue.
    pub fn require<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.map.get(field).is_none_or(Value::is_null) {
            self.issue(field, None, Problem::Missing);
        }
        value
    }

    /// A string that says something.
    pub fn string(&mut self, field: &'static str) -> Option<String> {
        let value = self.raw(field)?;
        match words(value) {
            Ok(text) => Some(text.to_owned()),
            Err(problem) => {
                self.issue(field, Some(value), problem);
                None
            }
        }
    }

    /// A whole number from 0 to 4,294,967,295.
    pub fn count(&mut self, field: &'static str) -> Option<u32> {
        let value = self.raw(field)?;
        let number = value.as_u64().and_then(|n| u32::try_from(n).ok());
        if number.is_none() {
            self.issue(field, Some(value), Problem::WrongType("a whole number from 0 to 4294967295"));
        }
        number
    }

    /// A value of a vocabulary.
    pub fn code<T: Code>(&mut self, field: &'static str) -> Option<T> {
        let value = self.raw(field)?;
        let read = value.as_str().ok_or(Problem::WrongType("a text")).and_then(|code| T::from_code(code).ok_or(Problem::NotA(T::WHAT)));
        read.map_err(|problem| self.issue(field, Some(value), problem)).ok()
    }

    /// A list of values of a vocabulary, none twice; absent is empty.
    pub fn codes<T: Code + PartialEq>(&mut self, field: &'static str) -> Vec<T> {
        self.list(field, |fields, at, value| {
            let read = value.as_str().ok_or(Problem::WrongType("a text")).and_then(|code| T::from_code(code).ok_or(Problem::NotA(T::WHAT)));
            read.map_err(|problem| fields.issue(at, Some(value), problem)).ok()
        })
    }

    /// A list of strings, none twice; absent is empty.
    pub fn strings(&mut self, field: &'static str) -> Vec<String> {
        self.list(field, |fields, at, value| words(value).map(str::to_owned).map_err(|problem| fields.issue(at, Some(value), problem)).ok())
    }

    /// A list of objects, each read by `read`; absent is empty.
    pub fn objects<T: PartialEq>(&mut self, field: &'static str, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Vec<T> {
        self.list(field, |fields, at, value| fields.object_at(at, value, &read))
    }

    /// One object.
    pub fn object<T>(&mut self, field: &'static str, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Option<T> {
        let value = self.raw(field)?;
        self.object_at(field, value, &read)
    }

    fn object_at<T>(&mut self, at: &str, value: &Value, read: &impl Fn(&mut Fields<'_>) -> Option<T>) -> Option<T> {
        let Some(map) = value.as_object() else {
            self.issue(at, Some(value), Problem::WrongType("an object"));
            return None;
        };
        let prefix = if self.prefix.is_empty() { at.to_owned() } else { format!("{}.{at}", self.prefix) };
        let mut fields = Fields { original: self.original.clone(), ..Fields::new(map, prefix) };
        let read = read(&mut fields);
        self.extend(fields.finish());
        read
    }

    fn list<T: PartialEq>(&mut self, field: &'static str, read: impl Fn(&mut Self, &str, &'a Value) -> Option<T>) -> Vec<T> {
        let Some(value) = self.raw(field) else { return Vec::new() };
        let Some(entries) = value.as_array() else {
            self.issue(field, Some(value), Problem::WrongType("a list"));
            return Vec::new();
        };
        if entries.len() > MOST_ENTRIES {
            self.issue(field, None, Problem::TooLong(MOST_ENTRIES));
            return Vec::new();
        }
        let mut list = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let at = format!("{field}[{index}]");
            if let Some(read) = read(self, &at, entry) {
                if list.contains(&read) {
                    self.issue(&at, Some(entry), Problem::Twice);
                } else {
                    list.push(read);
                }
            }
        }
        list
    }

    /// A multilingual text: a map of language to words; the original is the one stated for the record, else the first.
    pub fn text(&mut self, field: &'static str) -> Option<Text> {
        let value = self.raw(field)?;
        let Some(map) = value.as_object() else {
            self.issue(field, Some(value), Problem::WrongType("a map of language to text"));
            return None;
        };
        let mut text: Option<Text> = None;
        for (language, entry) in map {
            let at = format!("{field}.{language}");
            match (LanguageTag::parse(language), words(entry)) {
                (None, _) => self.issue(&at, Some(&Value::from(language.as_str())), Problem::NotA(LanguageTag::WHAT)),
                (_, Err(problem)) => self.issue(&at, Some(entry), problem),
                (Some(tag), Ok(written)) => match &mut text {
                    Some(text) => text.set(tag, written),
                    None => text = Some(Text::new(tag, written)),
                },
            }
        }
        if map.is_empty() {
            self.issue(field, None, Problem::Empty);
        }
        if let (Some(text), Some(original)) = (&mut text, &self.original) {
            text.set_original(original);
        }
        text
    }
}

fn words(value: &Value) -> Result<&str, Problem> {
    value.as_str().ok_or(Problem::WrongType("a text")).and_then(sound)
}

/// A text as people type it into a form: ends of lines are made one, space around it goes.
///
/// # Errors
/// `Empty`, `TooLong`, `ControlCharacters`.
pub fn free_text(typed: &str) -> Result<String, Problem> {
    let text = typed.replace("\r\n", "\n");
    sound(text.trim()).map(str::to_owned)
}

fn sound(text: &str) -> Result<&str, Problem> {
    if text.trim().is_empty() {
        Err(Problem::Empty)
    } else if text.chars().count() > LONGEST_TEXT {
        Err(Problem::TooLong(LONGEST_TEXT))
    } else if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        Err(Problem::ControlCharacters)
    } else {
        Ok(text)
    }
}

/// A JSON value as it stood, cut to 80 characters.
fn shorten(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 80 { text } else { text.chars().take(79).chain(['…']).collect() }
}

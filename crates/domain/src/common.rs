//! The fields that every kind has: title, summary, themes, goals, countries, languages, sources.

use serde::Serialize;

use crate::country::Country;
use crate::language::{LanguageTag, Locale};
use crate::read::{Fields, Problem};
use crate::sdg::Sdg;
use crate::text::Text;
use crate::theme::Theme;

/// Most sentences of a summary.
const MOST_SENTENCES: usize = 4;

/// A source that states the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Web address.
    pub url: String,
    /// Title as published.
    pub title: String,
    /// Publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
}

impl Source {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (url, title) = (fields.string("url"), fields.string("title"));
        if url.as_deref().is_some_and(|url| !is_web_address(url)) {
            fields.rule("url", "is not a web address (http or https)");
        }
        let (publisher, year) = (fields.string("publisher"), fields.count("year"));
        Some(Self { url: fields.require("url", url)?, title: fields.require("title", title)?, publisher, year })
    }
}

/// Whether a text is an `http` or `https` address that a browser can follow.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.len() >= 3 && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\')) && text.len() <= 2_000
}

/// The fields that every kind has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Common {
    /// Language in which the record was written, where that is stated: the texts that are in it count as the originals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<LanguageTag>,
    /// Title as published.
    pub title: Text,
    /// Own words: in the original language, in English where none is stated.
    pub summary: Text,
    /// Themes.
    pub themes: Vec<Theme>,
    /// Goals and targets.
    pub sdgs: Vec<Sdg>,
    /// Countries that the record is about.
    pub countries: Vec<Country>,
    /// Languages in which the thing itself exists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageTag>,
    /// Where the facts were found.
    pub sources: Vec<Source>,
}

impl Common {
    pub(crate) fn read(fields: &mut Fields<'_>) -> Self {
        let original: Option<LanguageTag> = fields.code("original");
        fields.set_original(original.clone());
        let (title, summary) = (fields.text("title"), fields.text("summary"));
        let (themes, sdgs, countries) = (fields.codes("themes"), fields.codes("sdgs"), fields.codes("countries"));
        let (languages, sources) = (fields.codes("languages"), fields.objects("sources", Source::read));
        if let Some(summary) = &summary {
            match &original {
                Some(original) if summary.in_language(original).is_none() => fields.rule("summary", "has no text in the original language"),
                None if summary.get(Locale::En).is_none() => fields.rule("summary", "has no English text"),
                _ => {}
            }
            if summary.iter().any(|(_, text)| sentences(text) > MOST_SENTENCES) {
                fields.rule("summary", "has more than four sentences");
            }
        }
        if sources.is_empty() {
            fields.issue("sources", None, Problem::Missing);
        }
        // With an issue noted the record is refused, whatever stands here; reading on finds what else is wrong.
        let placeholder = || Text::new(Locale::En.tag(), "");
        let title = fields.require("title", title).unwrap_or_else(placeholder);
        let summary = fields.require("summary", summary).unwrap_or_else(placeholder);
        Self { original, title, summary, themes, sdgs, countries, languages, sources }
    }
}

/// Counts sentences: ends of sentence that are followed by space and a capital or by the end; Chinese full stops always count.
fn sentences(text: &str) -> usize {
    let chars: Vec<char> = text.trim().chars().collect();
    let ends = chars.iter().enumerate().filter(|&(at, c)| match c {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' | '؟' => {
            let after: Vec<char> = chars[at + 1..].iter().copied().skip_while(|c| matches!(c, '"' | '”' | '»' | ')')).take(2).collect();
            let before = chars[..at].iter().rev().take_while(|c| c.is_alphanumeric()).count();
            matches!(after[..], []) || (after[0] == ' ' && after.get(1).is_some_and(|c| c.is_uppercase()) && before > 3)
        }
        _ => false,
    });
    ends.count()
}

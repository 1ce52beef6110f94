//! Multilingual text: the same content in one or more languages, one of which is the original.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::language::{LanguageTag, Locale};

/// A text in one or more languages. The first is the original; order is kept, in files too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Vec<(LanguageTag, String)>);

impl Text {
    /// A text in its original language.
    #[must_use]
    pub fn new(original: LanguageTag, text: impl Into<String>) -> Self {
        Self(vec![(original, text.into())])
    }

    /// Adds or replaces a translation; the original stays the original.
    pub fn set(&mut self, language: LanguageTag, text: impl Into<String>) {
        match self.0.iter_mut().find(|(own, _)| *own == language) {
            Some((_, old)) => *old = text.into(),
            None => self.0.push((language, text.into())),
        }
    }

    /// Makes a language the original, if the text is in it.
    pub fn set_original(&mut self, language: &LanguageTag) {
        if let Some(at) = self.position(language) {
            self.0[..=at].rotate_right(1);
        }
    }

    /// Language and words as first written.
    #[must_use]
    pub fn original(&self) -> (&LanguageTag, &str) {
        let (language, text) = &self.0[0]; // never empty: `new` is the only constructor
        (language, text)
    }

    /// Whether a language is the one in which the text was written.
    #[must_use]
    pub fn is_original(&self, language: &LanguageTag) -> bool {
        self.position(language) == Some(0)
    }

    /// The text in a language: under this very tag, else under one of the same language (`pt-BR` for `pt`).
    #[must_use]
    pub fn in_language(&self, language: &LanguageTag) -> Option<&str> {
        self.position(language).map(|at| self.0[at].1.as_str())
    }

    fn position(&self, language: &LanguageTag) -> Option<usize> {
        let exact = self.0.iter().position(|(own, _)| own == language);
        exact.or_else(|| self.0.iter().position(|(own, _)| own.primary() == language.primary()))
    }

    /// The text in exactly this interface language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> Option<&str> {
        self.0.iter().find(|(language, _)| language.primary() == locale.code()).map(|(_, text)| text.as_str())
    }

    /// The text for a reader: their language, else the visible fallback chain, else the original.
    ///
    /// The tag says in which language the words are, so that a page can mark them.
    #[must_use]
    pub fn best(&self, locale: Locale) -> (&LanguageTag, &str) {
        std::iter::once(&locale)
            .chain(locale.fallbacks())
            .find_map(|wanted| self.0.iter().find(|(language, _)| language.primary() == wanted.code()))
            .map_or_else(|| self.original(), |(language, text)| (language, text.as_str()))
    }

    /// All languages, the original first.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (language, text) in &self.0 {
            map.serialize_entry(language.as_str(), text)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(entries: &[(&str, &str)]) -> Text {
        let tag = |t: &str| LanguageTag::parse(t).expect("a tag");
        let mut made = Text::new(tag(entries[0].0), entries[0].1);
        for (language, words) in &entries[1..] {
            made.set(tag(language), *words);
        }
        made
    }

    #[test]
    fn a_reader_gets_their_language_or_the_chain_or_the_original() {
        for (entries, locale, expected) in [
            (&[("en", "work"), ("pt", "trabalho")][..], Locale::Pt, "trabalho"),
            (&[("en", "work"), ("pt-BR", "trabalho")], Locale::Pt, "trabalho"),
            (&[("en", "work"), ("es", "trabajo")], Locale::Pt, "trabajo"),
            (&[("ja", "仕事"), ("en", "work")], Locale::Ar, "work"),
            (&[("ja", "仕事"), ("tet", "servisu")], Locale::Ru, "仕事"),
        ] {
            assert_eq!(text(entries).best(locale).1, expected);
        }
    }

    #[test]
    fn a_stated_original_comes_first_and_the_others_stay_in_order() {
        for (original, expected) in [("fr", "fr en pt-BR"), ("pt", "pt-BR en fr"), ("en", "en fr pt-BR"), ("ar", "en fr pt-BR")] {
            let mut made = text(&[("en", "work"), ("fr", "travail"), ("pt-BR", "trabalho")]);
            let tag = LanguageTag::parse(original).expect("a tag");
            made.set_original(&tag);
            assert_eq!(made.iter().map(|(language, _)| language.as_str()).collect::<Vec<_>>().join(" "), expected);
            assert_eq!(made.is_original(&tag), original != "ar");
        }
    }

    #[test]
    fn translations_never_change_the_original() {
        let mut made = text(&[("es", "trabajo"), ("en", "work")]);
        made.set(LanguageTag::parse("en").expect("a tag"), "labour");
        assert_eq!(made.original().0.as_str(), "es");
        assert_eq!(made.get(Locale::En), Some("labour"));
    }
}

//! Languages: BCP 47 tags of texts, and the seven languages of the interface.

use std::fmt;

use crate::read::Code;
use crate::vocabulary::vocabulary;

/// A BCP 47 language tag in the shape that records use: a language, then script, region or variant parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag such as `pt`, `pt-BR` or `zh-Hans`; checks shape, not registration.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let language = parts.next()?;
        let primary = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
        let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary && rest && text.len() <= 35).then(|| Self(text.to_owned()))
    }

    /// The whole tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `pt` of `pt-BR`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The interface language that this tag belongs to, if any.
    #[must_use]
    pub fn locale(&self) -> Option<Locale> {
        Locale::parse(self.primary())
    }

    /// Whether texts in this language run from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        matches!(self.primary(), "ar" | "he" | "fa" | "ur" | "ps" | "dv" | "ckb" | "sd" | "ug" | "yi")
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for LanguageTag {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::read::code(deserializer)
    }
}

impl Code for LanguageTag {
    const WHAT: &'static str = "BCP 47 language tag";
    fn from_code(code: &str) -> Option<Self> {
        Self::parse(code)
    }
}

vocabulary! {
    /// A language of the interface.
    Locale, "interface language" {
        En = "en",
        Fr = "fr",
        Es = "es",
        Pt = "pt",
        Ar = "ar",
        Zh = "zh",
        Ru = "ru",
    }
}

impl Locale {
    /// Position in [`Locale::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The language's own name.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Pt => "Português",
            Self::Ar => "العربية",
            Self::Zh => "中文",
            Self::Ru => "Русский",
        }
    }

    /// Direction of writing, as in the HTML attribute `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            _ => "ltr",
        }
    }

    /// The language as a tag.
    #[must_use]
    pub fn tag(self) -> LanguageTag {
        LanguageTag(self.code().to_owned())
    }

    /// In which order a reader of this language is offered other languages when a text is missing.
    ///
    /// Neighbours that are widely read come first (a reader of Portuguese reads Spanish sooner than English); then English.
    #[must_use]
    pub const fn fallbacks(self) -> &'static [Locale] {
        match self {
            Self::En | Self::Zh | Self::Ru => &[Self::En],
            Self::Fr => &[Self::En, Self::Es, Self::Pt],
            Self::Es => &[Self::Pt, Self::En, Self::Fr],
            Self::Pt => &[Self::Es, Self::En, Self::Fr],
            Self::Ar => &[Self::En, Self::Fr],
        }
    }

    /// Chooses among the seven by an `Accept-Language` header; English when nothing fits.
    #[must_use]
    pub fn negotiate(header: &str) -> Self {
        Languages::ALL.negotiate(header)
    }
}

/// Languages of the interface that an instance offers: at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Languages([bool; Locale::ALL.len()]);

impl Languages {
    /// All seven.
    pub const ALL: Self = Self([true; Locale::ALL.len()]);

    /// These languages; `None` when there are none.
    #[must_use]
    pub fn new(offered: impl IntoIterator<Item = Locale>) -> Option<Self> {
        let mut languages = Self([false; Locale::ALL.len()]);
        for locale in offered {
            languages.0[locale.index()] = true;
        }
        languages.0.contains(&true).then_some(languages)
    }

    /// Whether a language is one of them.
    #[must_use]
    pub const fn offer(self, locale: Locale) -> bool {
        self.0[locale.index()]
    }

    /// All of them, in the order of [`Locale::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Locale> {
        Locale::ALL.iter().copied().filter(move |locale| self.offer(*locale))
    }

    /// The first of them: where readers of the others are led.
    #[must_use]
    pub fn first(self) -> Locale {
        self.iter().next().unwrap_or(Locale::En)
    }

    /// Chooses among them by an `Accept-Language` header; the first when nothing fits.
    #[must_use]
    pub fn negotiate(self, header: &str) -> Locale {
        let mut best = (0.0_f32, self.first());
        for part in header.split(',').take(32) {
            let mut pieces = part.trim().split(';');
            let wanted = pieces.next().and_then(|tag| Locale::parse(&tag.split('-').next()?.to_ascii_lowercase()));
            let Some(locale) = wanted.filter(|locale| self.offer(*locale)) else { continue };
            let quality = pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if quality > best.0 {
                best = (quality, locale);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,20}|[a-z]{1,9}(-[A-Za-z0-9]{0,9}){0,4}") {
            if let Some(tag) = LanguageTag::parse(&text) {
                prop_assert_eq!(tag.as_str(), text);
            }
        }

        #[test]
        fn no_header_makes_choosing_panic(header in "\\PC{0,60}|([a-z*]{0,3}(-[A-Z]{2})?;q=[0-9.eE+-]{0,8},?){0,9}|ar;q=(NaN|inf|-1|1e999)") {
            let _ = Locale::negotiate(&header);
        }
    }

    #[test]
    fn tags_have_a_primary_language_and_short_parts() {
        for (text, primary) in [("pt", "pt"), ("pt-BR", "pt"), ("zh-Hans", "zh"), ("tet", "tet")] {
            assert_eq!(LanguageTag::parse(text).expect(text).primary(), primary);
        }
        for text in ["", "p", "PT", "portuguese", "pt_BR", "pt-", "pt-BR "] {
            assert_eq!(LanguageTag::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_browser_chooses_the_language() {
        for (header, expected) in [
            ("", Locale::En),
            ("pt-MZ,pt;q=0.9,en;q=0.5", Locale::Pt),
            ("de-DE,de;q=0.9,fr;q=0.4,en;q=0.3", Locale::Fr),
            ("AR", Locale::Ar),
            ("sw,ha", Locale::En),
            ("es;q=x,ru;q=0.1", Locale::Ru),
            (";;;,,,q=", Locale::En),
        ] {
            assert_eq!(Locale::negotiate(header), expected, "{header:?}");
        }
    }

    #[test]
    fn of_the_languages_that_are_offered_the_browser_chooses_or_the_first_counts() {
        assert_eq!(Languages::new([]), None);
        let languages = Languages::new([Locale::Pt, Locale::Fr, Locale::Pt]).expect("two languages");
        assert_eq!(languages.iter().collect::<Vec<_>>(), [Locale::Fr, Locale::Pt]);
        for (header, expected) in [("pt-BR,es;q=0.9", Locale::Pt), ("es,en", Locale::Fr), ("es,pt;q=0.1,fr;q=0.2", Locale::Fr), ("", Locale::Fr)] {
            assert_eq!(languages.negotiate(header), expected, "{header:?}");
        }
        assert!(Languages::ALL.iter().eq(Locale::ALL.iter().copied()));
    }
}

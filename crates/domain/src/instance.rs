//! An instance: what its administrators set of it (name, contact, languages, colours, logo, texts), and what of that can be.
//!
//! Each setting is kept under a key of its own with a JSON value; a key that nobody set is as the operator started the program.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use crate::colour::Accent;
use crate::language::{Languages, Locale};
use crate::read::{Problem, free_text};
use crate::text::Text;
use crate::vocabulary::vocabulary;

/// Longest name, in characters: it stands on every page, in mails and in the titles of windows.
pub const LONGEST_NAME: usize = 60;
/// Longest contact, in characters.
pub const LONGEST_CONTACT: usize = 200;
/// How high a logo is shown, in pixels of a page.
pub const LOGO_HEIGHT: u32 = 33;

vocabulary! {
    /// A text of an instance, in any of the languages.
    InstanceText, "text of an instance" {
        /// What it is for, in a sentence or two.
        Description = "description",
        /// What it keeps of people and why.
        Privacy = "privacy",
        /// Terms of use, and who runs it.
        Terms = "terms",
    }
}

impl InstanceText {
    /// Longest text, in characters.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Description => 300,
            Self::Privacy | Self::Terms => 20_000,
        }
    }
}

/// Something that administrators set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Name of the instance.
    Name,
    /// Where readers can write to.
    Contact,
    /// Languages of the pages.
    Languages,
    /// Colour of what can be pressed.
    Accent,
    /// Picture beside the name.
    Logo,
    /// A text in a language.
    Words(InstanceText, Locale),
}

impl Setting {
    /// The setting with this key: `name`, `privacy.fr`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Some(match key {
            "name" => Self::Name,
            "contact" => Self::Contact,
            "languages" => Self::Languages,
            "accent" => Self::Accent,
            "logo" => Self::Logo,
            _ => {
                let (text, locale) = key.split_once('.')?;
                Self::Words(InstanceText::parse(text)?, Locale::parse(locale)?)
            }
        })
    }

    /// The value for words that somebody typed; nothing typed is `null`, which lets the setting be as usual.
    ///
    /// # Errors
    /// `TooLong`, `ControlCharacters` (also for a line break where one line is wanted); `NotA` for a setting that is not made of words.
    pub fn typed(self, words: &str) -> Result<Value, Problem> {
        if words.trim().is_empty() {
            return Ok(Value::Null);
        }
        let text = free_text(words)?;
        let (longest, one_line) = match self {
            Self::Name => (LONGEST_NAME, true),
            Self::Contact => (LONGEST_CONTACT, true),
            Self::Words(InstanceText::Description, _) => (InstanceText::Description.longest(), true),
            Self::Words(own, _) => (own.longest(), false),
            Self::Languages | Self::Accent | Self::Logo => return Err(Problem::NotA("text")),
        };
        if text.chars().count() > longest {
            Err(Problem::TooLong(longest))
        } else if one_line && text.contains(['\n', '\t']) {
            Err(Problem::ControlCharacters)
        } else {
            Ok(text.into())
        }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str("name"),
            Self::Contact => f.write_str("contact"),
            Self::Languages => f.write_str("languages"),
            Self::Accent => f.write_str("accent"),
            Self::Logo => f.write_str("logo"),
            Self::Words(text, locale) => write!(f, "{text}.{locale}"),
        }
    }
}

/// The picture beside the name: a file, and its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// SHA-256 of its content.
    pub file: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Logo {
    /// How wide it is shown, at [`LOGO_HEIGHT`].
    #[must_use]
    pub fn shown_width(&self) -> u32 {
        (self.width.saturating_mul(LOGO_HEIGHT) / self.height.max(1)).max(1)
    }

    /// As settings keep it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({"file": self.file, "width": self.width, "height": self.height})
    }

    /// Reads what [`Logo::to_json`] wrote.
    #[must_use]
    pub fn from_json(value: &Value) -> Option<Self> {
        let side = |name: &str| value[name].as_u64().and_then(|side| u32::try_from(side).ok()).filter(|side| *side > 0);
        Some(Self { file: value["file"].as_str()?.to_owned(), width: side("width")?, height: side("height")? })
    }
}

/// What an instance is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its name.
    pub name: String,
    /// Where readers can write to, if anywhere.
    pub contact: Option<String>,
    /// The languages of its pages.
    pub languages: Languages,
    /// Its colour, where it is not the usual one.
    pub accent: Option<Accent>,
    /// Its picture, where it has one.
    pub logo: Option<Logo>,
    texts: BTreeMap<InstanceText, Text>,
}

impl Instance {
    /// An instance as the operator started it.
    #[must_use]
    pub const fn new(name: String, contact: Option<String>) -> Self {
        Self { name, contact, languages: Languages::ALL, accent: None, logo: None, texts: BTreeMap::new() }
    }

    /// The same with what administrators set, and the keys whose values do not fit (any more): those are as usual.
    #[must_use]
    pub fn with(mut self, kept: &BTreeMap<String, Value>) -> (Self, Vec<String>) {
        let mut settings: Vec<(Setting, &Value)> = Vec::new();
        let mut unfit: Vec<String> = Vec::new();
        for (key, value) in kept {
            match Setting::parse(key) {
                Some(setting) => settings.push((setting, value)),
                None => unfit.push(key.clone()),
            }
        }
        // The first language of a text is what readers of the others fall back on.
        settings.sort_by_key(|(setting, _)| if let Setting::Words(_, locale) = setting { locale.index() } else { 0 });
        for (setting, value) in settings {
            if self.set(setting, value).is_none() {
                unfit.push(setting.to_string());
            }
        }
        (self, unfit)
    }

    fn set(&mut self, setting: Setting, value: &Value) -> Option<()> {
        let words = || value.as_str().and_then(|words| setting.typed(words).ok()?.as_str().map(str::to_owned));
        match setting {
            Setting::Name => self.name = words()?,
            Setting::Contact => self.contact = Some(words()?),
            Setting::Languages => {
                let codes = value.as_array()?.iter().map(|code| Locale::parse(code.as_str()?));
                self.languages = Languages::new(codes.collect::<Option<Vec<_>>>()?)?;
            }
            Setting::Accent => self.accent = Some(Accent::from_json(value)?),
            Setting::Logo => self.logo = Some(Logo::from_json(value)?),
            Setting::Words(text, locale) => {
                let words = words()?;
                match self.texts.get_mut(&text) {
                    Some(own) => own.set(locale.tag(), words),
                    None => drop(self.texts.insert(text, Text::new(locale.tag(), words))),
                }
            }
        }
        Some(())
    }

    /// A text of it, in the languages that it was written in.
    #[must_use]
    pub fn text(&self, text: InstanceText) -> Option<&Text> {
        self.texts.get(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(pairs: &[(&str, Value)]) -> BTreeMap<String, Value> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
    }

    fn usual() -> Instance {
        Instance::new("Ayni".into(), None)
    }

    #[test]
    fn what_is_set_takes_the_place_of_what_is_usual() {
        let logo = Logo { file: "00".into(), width: 66, height: 33 };
        let (instance, unfit) = usual().with(&kept(&[
            ("name", json!("Minga")),
            ("contact", json!("minga@example.org")),
            ("languages", json!(["pt", "es"])),
            ("accent", json!({"light": "#0c5742", "dark": "#6ddab3"})),
            ("logo", logo.to_json()),
            ("privacy.ar", json!("خصوصية")),
            ("privacy.fr", json!("Rien.\n\nVraiment rien.")),
        ]));
        assert_eq!(unfit, Vec::<String>::new());
        assert_eq!((instance.name.as_str(), instance.contact.as_deref(), &instance.logo), ("Minga", Some("minga@example.org"), &Some(logo)));
        assert_eq!(instance.languages.iter().collect::<Vec<_>>(), [Locale::Es, Locale::Pt]);
        assert_eq!(instance.accent, Accent::new("#0c5742", "#6ddab3").ok());
        let privacy = instance.text(InstanceText::Privacy).expect("a text");
        assert_eq!((privacy.best(Locale::Ar).1, privacy.best(Locale::Zh).1), ("خصوصية", "Rien.\n\nVraiment rien."));
        assert_eq!(instance.text(InstanceText::Terms), None);
    }

    #[test]
    fn what_does_not_fit_is_named_and_as_usual() {
        let wrong = [
            ("accent", json!({"light": "#ffffff", "dark": "#000000"})),
            ("languages", json!([])),
            ("logo", json!({"file": "00", "width": 0, "height": 1})),
            ("name", json!("two\nlines")),
            ("privacy.de", json!("Nichts.")),
            ("shoe-size", json!(43)),
        ];
        let (instance, mut unfit) = usual().with(&kept(&wrong));
        unfit.sort_unstable();
        assert_eq!((instance, unfit), (usual(), wrong.iter().map(|(key, _)| (*key).to_owned()).collect()));
    }

    fn check(key: &str, typed: &str, expected: Result<Value, Problem>) {
        assert_eq!(Setting::parse(key).expect("a setting").typed(typed), expected, "{key}: {typed:?}");
    }

    #[test]
    fn words_are_checked_before_they_are_kept() {
        check("name", " Minga <b>& co.</b> ", Ok(json!("Minga <b>& co.</b>")));
        check("name", " \n ", Ok(Value::Null));
        check("name", "Minga\nAyni", Err(Problem::ControlCharacters));
        check("name", "Minga\u{7}", Err(Problem::ControlCharacters));
        check("name", &"x".repeat(61), Err(Problem::TooLong(60)));
        check("contact", &"x".repeat(201), Err(Problem::TooLong(200)));
        check("description.en", "One\r\ntwo", Err(Problem::ControlCharacters));
        check("terms.zh", "甲\r\n\r\n乙", Ok(json!("甲\n\n乙")));
        check("terms.zh", &"甲".repeat(20_001), Err(Problem::TooLong(20_000)));
        check("logo", "a file", Err(Problem::NotA("text")));
    }

    #[test]
    fn a_logo_is_shown_as_high_as_the_line_of_the_name() {
        for (width, height, expected) in [(512, 512, 33), (400, 100, 132), (100, 400, 8), (u32::MAX, 1, u32::MAX), (1, u32::MAX, 1)] {
            assert_eq!(Logo { file: String::new(), width, height }.shown_width(), expected, "{width} x {height}");
        }
    }

    proptest! {
        #[test]
        fn every_key_comes_back_and_no_key_makes_it_panic(key in "\\PC{0,12}|(privacy|terms|description)\\.(en|fr|zh|xx)") {
            if let Some(setting) = Setting::parse(&key) {
                prop_assert_eq!(Setting::parse(&setting.to_string()), Some(setting));
                let _ = setting.typed(&key);
                let _ = usual().with(&kept(&[(&key, json!(key))]));
            }
        }
    }
}

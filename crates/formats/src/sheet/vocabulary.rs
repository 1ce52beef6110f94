//! Codes that a cell may hold: the vocabularies of the domain as lists, for templates and for reading what people typed.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use ayni_domain::course::CourseFormat;
use ayni_domain::event::EventType;
use ayni_domain::publication::PublicationType;
use ayni_domain::{Constituency, Country, Kind, Locale, Modality, Role, Sdg, Theme};

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vocabulary {
    /// Kinds of records.
    Kind,
    /// Themes.
    Theme,
    /// Goals and targets of the 2030 Agenda.
    Sdg,
    /// Countries, by ISO 3166-1 alpha-2.
    Country,
    /// Languages, by BCP 47 tag; open.
    Language,
    /// Forms of cooperation.
    Modality,
    /// Whom an organization speaks for.
    Constituency,
    /// What a partner does.
    Role,
    /// What a publication is.
    PublicationType,
    /// What an event is.
    EventType,
    /// How a course is held.
    CourseFormat,
}

/// Highest number of a target; what does not exist is passed over.
const MOST_TARGETS: u8 = 30;

impl Vocabulary {
    /// Every vocabulary.
    pub const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Theme,
        Self::Sdg,
        Self::Country,
        Self::Language,
        Self::Modality,
        Self::Constituency,
        Self::Role,
        Self::PublicationType,
        Self::EventType,
        Self::CourseFormat,
    ];

    /// A short English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Sdg => "sdg",
            Self::Country => "country",
            Self::Language => "language",
            Self::Modality => "modality",
            Self::Constituency => "constituency",
            Self::Role => "role",
            Self::PublicationType => "type of publication",
            Self::EventType => "type of event",
            Self::CourseFormat => "format of course",
        }
    }

    /// Every code, in the order of the field's documents; none where the vocabulary is open.
    #[must_use]
    pub fn codes(self) -> Vec<Cow<'static, str>> {
        match self {
            Self::Kind => listed(Kind::ALL, Kind::code),
            Self::Theme => listed(Theme::ALL, Theme::code),
            Self::Sdg => (1..=17).flat_map(targets).map(Cow::Owned).collect(),
            Self::Country => Country::all().map(|country| Cow::Borrowed(country.code())).collect(),
            Self::Language => Vec::new(),
            Self::Modality => listed(Modality::ALL, Modality::code),
            Self::Constituency => listed(Constituency::ALL, Constituency::code),
            Self::Role => listed(Role::ALL, Role::code),
            Self::PublicationType => listed(PublicationType::ALL, PublicationType::code),
            Self::EventType => listed(EventType::ALL, EventType::code),
            Self::CourseFormat => listed(CourseFormat::ALL, CourseFormat::code),
        }
    }

    /// Name of a code for readers of a language, where the reference data has one: themes, countries, goals.
    #[must_use]
    pub fn label(self, code: &str, locale: Locale) -> Option<&'static str> {
        match self {
            Self::Theme => Theme::parse(code).map(|theme| theme.name(locale)),
            Self::Country => Country::parse(code).map(|country| country.name(locale)),
            Self::Sdg if !code.contains('.') => Sdg::parse(code).map(|goal| goal.short(locale)),
            _ => None,
        }
    }

    /// The code that somebody meant who typed capitals, or space or underscore for a hyphen; what is no code comes back as it was.
    #[must_use]
    pub fn tidy(self, typed: &str) -> String {
        let typed = typed.trim();
        PLAIN.get(&(self, plain(typed))).map_or_else(|| typed.to_owned(), |code| code.to_string())
    }
}

/// Every code by its vocabulary and what is left of it without capitals and underscores.
static PLAIN: LazyLock<HashMap<(Vocabulary, String), Cow<'static, str>>> = LazyLock::new(|| {
    let codes = Vocabulary::ALL.iter().flat_map(|&vocabulary| vocabulary.codes().into_iter().map(move |code| (vocabulary, code)));
    codes.map(|(vocabulary, code)| ((vocabulary, plain(&code)), code)).collect()
});

fn plain(code: &str) -> String {
    code.to_lowercase().replace([' ', '_'], "-")
}

fn listed<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<Cow<'static, str>> {
    all.iter().map(|&value| Cow::Borrowed(code(value))).collect()
}

/// A goal and its targets.
fn targets(goal: u8) -> impl Iterator<Item = String> {
    let numbers = (1..=MOST_TARGETS).map(move |target| format!("{goal}.{target}"));
    let letters = ('a'..='z').map(move |target| format!("{goal}.{target}"));
    std::iter::once(goal.to_string()).chain(numbers.chain(letters).filter(|code| Sdg::parse(code).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agenda_has_seventeen_goals_and_a_hundred_and_sixty_nine_targets() {
        assert_eq!(Vocabulary::Sdg.codes().len(), 17 + 169);
    }

    #[test]
    fn what_people_type_becomes_the_code_that_they_mean() {
        for (vocabulary, typed, expected) in [
            (Vocabulary::Theme, " Social Protection ", "social-protection"),
            (Vocabulary::Modality, "South-South", "south_south"),
            (Vocabulary::Country, "br", "BR"),
            (Vocabulary::Sdg, "8.B", "8.b"),
            (Vocabulary::Language, "pt-BR", "pt-BR"),
            (Vocabulary::Theme, "Magic", "Magic"),
        ] {
            assert_eq!(vocabulary.tidy(typed), expected);
        }
    }
}

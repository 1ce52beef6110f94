//! Kinds of records: what can be published, and the words for it in addresses and files.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The kind of a record.
    Kind, "kind of record" {
        Practice = "practice",
        Initiative = "initiative",
        Publication = "publication",
        Course = "course",
        Event = "event",
        Organization = "organization",
        Grouping = "grouping",
    }
}

impl Kind {
    /// Plural, as in the API (`/api/v1/{plural}/{slug}`) and in the names of corpus files.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Practice => "practices",
            Self::Initiative => "initiatives",
            Self::Publication => "publications",
            Self::Course => "courses",
            Self::Event => "events",
            Self::Organization => "organizations",
            Self::Grouping => "groupings",
        }
    }

    /// First segment of the kind's pages after the language: `/es/library/…`.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Publication => "library",
            Self::Course => "academy",
            other => other.plural(),
        }
    }

    /// The kind with this plural.
    #[must_use]
    pub fn from_plural(plural: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.plural() == plural)
    }

    /// The kind whose pages stand below this path segment.
    #[must_use]
    pub fn from_path(segment: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.path() == segment)
    }

    /// Months after which the steward is asked whether a record is still true.
    ///
    /// What changes fast is asked about more often; an event that took place stays as it was.
    #[must_use]
    pub const fn review_months(self) -> i32 {
        match self {
            Self::Organization | Self::Initiative => 12,
            Self::Practice | Self::Course | Self::Grouping => 24,
            Self::Publication | Self::Event => 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_for_a_kind_leads_back_to_it() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
            assert_eq!(Kind::from_plural(kind.plural()), Some(kind));
            assert_eq!(Kind::from_path(kind.path()), Some(kind));
        }
        assert_eq!(Kind::parse("blog"), None);
    }
}

//! Reasons: why a country or record is proposed, in words, with the records behind.

use ayni_domain::{Constituency, LanguageTag, Locale, Modality, RecordKey, Role, Theme};
use serde::Serialize;

use crate::comparable::{Likeness, language_name};

/// Most records that one reason names.
pub const MOST_RECORDS: usize = 5;

/// One reason, with what it adds to the score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// What it is, with its values.
    #[serde(flatten)]
    pub kind: ReasonKind,
    /// What it adds to the score; more than 0.
    pub weight: f32,
    /// Records behind, the best first, at most [`MOST_RECORDS`].
    pub records: Vec<RecordKey>,
}

/// What speaks for a country or record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReasonKind {
    /// Records found by the words of the need name the country, or are the answer.
    TextMatch {
        /// How many of the records found.
        found: u32,
    },
    /// The country shared its experience in records found by the words of the need.
    Role {
        /// Provider or peer.
        role: Role,
    },
    /// Brought together or paid for work of this sort.
    FacilitatorOfSimilar,
    /// Experience in themes of the need.
    SameTheme {
        /// Those of the need's themes in which there is any.
        themes: Vec<Theme>,
    },
    /// Comparable conditions.
    ComparableCountry {
        /// In what the two countries are alike.
        likenesses: Vec<Likeness>,
    },
    /// A language of the asker.
    SharedLanguage {
        /// Which.
        language: LanguageTag,
    },
    /// Shared with the asking country before.
    PastExchange {
        /// In how many cooperations.
        exchanges: u32,
    },
    /// The asker's constituency shares there.
    SameConstituency {
        /// Which.
        constituency: Constituency,
    },
    /// The form of cooperation fits both sides.
    ModalityFit {
        /// Which form.
        modality: Modality,
    },
    /// Depth of evidence.
    Evidence {
        /// Records in which it shares.
        shared: u32,
        /// Of these, with documented results.
        with_results: u32,
    },
    /// The need names the country or its region.
    AskedPlace,
    /// The need asks for a neighbour.
    AskedNear,
}

impl ReasonKind {
    /// Code in the API.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TextMatch { .. } => "text-match",
            Self::Role { .. } => "role",
            Self::FacilitatorOfSimilar => "facilitator-of-similar",
            Self::SameTheme { .. } => "same-theme",
            Self::ComparableCountry { .. } => "comparable-country",
            Self::SharedLanguage { .. } => "shared-language",
            Self::PastExchange { .. } => "past-exchange",
            Self::SameConstituency { .. } => "same-constituency",
            Self::ModalityFit { .. } => "modality-fit",
            Self::Evidence { .. } => "evidence",
            Self::AskedPlace => "asked-place",
            Self::AskedNear => "asked-near",
        }
    }

    /// Key of the sentence in the interface; [`ReasonKind::arguments`] fill it.
    #[must_use]
    pub const fn message_key(&self) -> &'static str {
        match self {
            Self::TextMatch { .. } => "matching-reason-text-match",
            Self::Role { .. } => "matching-reason-role",
            Self::FacilitatorOfSimilar => "matching-reason-facilitator-of-similar",
            Self::SameTheme { .. } => "matching-reason-same-theme",
            Self::ComparableCountry { .. } => "matching-reason-comparable-country",
            Self::SharedLanguage { .. } => "matching-reason-shared-language",
            Self::PastExchange { .. } => "matching-reason-past-exchange",
            Self::SameConstituency { .. } => "matching-reason-same-constituency",
            Self::ModalityFit { .. } => "matching-reason-modality-fit",
            Self::Evidence { .. } => "matching-reason-evidence",
            Self::AskedPlace => "matching-reason-asked-place",
            Self::AskedNear => "matching-reason-asked-near",
        }
    }

    /// Arguments of the sentence: codes and whole numbers; `themes` are codes joined by spaces; likenesses have sentences of their own.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TextMatch { found } => vec![("found", found.to_string())],
            Self::Role { role } => vec![("role", role.to_string())],
            Self::SameTheme { themes } => vec![("themes", themes.iter().map(|theme| theme.code()).collect::<Vec<_>>().join(" "))],
            Self::SharedLanguage { language } => vec![("language", language.to_string())],
            Self::PastExchange { exchanges } => vec![("exchanges", exchanges.to_string())],
            Self::SameConstituency { constituency } => vec![("constituency", constituency.to_string())],
            Self::ModalityFit { modality } => vec![("modality", modality.to_string())],
            Self::Evidence { shared, with_results } => vec![("shared", shared.to_string()), ("with_results", with_results.to_string())],
            Self::FacilitatorOfSimilar | Self::ComparableCountry { .. } | Self::AskedPlace | Self::AskedNear => Vec::new(),
        }
    }

    /// The reason as an English sentence, for the API and logs.
    #[must_use]
    pub fn english(&self) -> String {
        match self {
            Self::TextMatch { found: 1 } => "A record speaks of what the need asks for.".into(),
            Self::TextMatch { found } => format!("{found} records speak of what the need asks for."),
            Self::Role { role: Role::Peer } => "Exchanged its experience as a peer in such work.".into(),
            Self::Role { .. } => "Shared its experience in such work.".into(),
            Self::FacilitatorOfSimilar => "Brought others together for such work, or paid for it.".into(),
            Self::SameTheme { themes } => {
                format!("Experience on record in {}.", themes.iter().map(|theme| theme.name(Locale::En)).collect::<Vec<_>>().join(", "))
            }
            Self::ComparableCountry { likenesses } => {
                format!("Comparable conditions: {}.", likenesses.iter().map(Likeness::english).collect::<Vec<_>>().join("; "))
            }
            Self::SharedLanguage { language } => format!("In a language of the asker: {}.", language_name(language)),
            Self::PastExchange { exchanges: 1 } => "Has shared with the asking country before.".into(),
            Self::PastExchange { exchanges } => format!("Has shared with the asking country in {exchanges} cooperations."),
            Self::SameConstituency { constituency } => format!("The same constituency shares there: {constituency}."),
            Self::ModalityFit { modality } => format!("Fits as {} cooperation.", modality.code().replace('_', "-")),
            Self::Evidence { shared, with_results } => {
                format!("Shared in {shared} recorded cooperations, {with_results} of them with documented results.")
            }
            Self::AskedPlace => "The need asks for this country or its region.".into(),
            Self::AskedNear => "The need asks for a country nearby.".into(),
        }
    }
}

/// Collects reasons; what adds nothing is left out.
#[derive(Debug, Default)]
pub(crate) struct Reasons(Vec<Reason>);

impl Reasons {
    pub(crate) fn add(&mut self, weight: f32, kind: ReasonKind, records: impl IntoIterator<Item = RecordKey>) {
        if weight.is_finite() && weight > 0.0 {
            self.0.push(Reason { kind, weight, records: records.into_iter().take(MOST_RECORDS).collect() });
        }
    }

    /// The score and the reasons, the weightiest first.
    pub(crate) fn finish(mut self) -> (f32, Vec<Reason>) {
        self.0.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        (self.0.iter().map(|reason| reason.weight).sum(), self.0)
    }
}

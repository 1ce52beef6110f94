//! Changes: what can happen to a record, as the change log names it.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a change did to a record.
    Change, "change" {
        Published = "published",
        Revised = "revised",
        Withdrawn = "withdrawn",
        Restored = "restored",
        /// Its light changed as days passed; no revision.
        Aged = "aged",
        /// The steward says that it is still true.
        Confirmed = "confirmed",
        /// It has another steward.
        Adopted = "adopted",
        /// A translation was let through.
        Translated = "translated",
        /// An organization objects to it; no revision.
        Objected = "objected",
        /// An objection was answered; no revision.
        Answered = "answered",
        /// An organization has a focal point more or less; no revision, and nobody is named.
        Mandated = "mandated",
    }
}

impl Change {
    /// Whether names and facts of the record may be others than before; what is left touches the envelope alone.
    #[must_use]
    pub const fn touches_content(self) -> bool {
        match self {
            Self::Published | Self::Revised | Self::Withdrawn | Self::Restored | Self::Translated => true,
            Self::Aged | Self::Confirmed | Self::Adopted | Self::Objected | Self::Answered | Self::Mandated => false,
        }
    }
}

//! Changes: what can happen to a record, as the change log names it.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a change did to a record.
    Change, "change" {
        Published = "published",
        Revised = "revised",
        Withdrawn = "withdrawn",
        Restored = "restored",
    }
}

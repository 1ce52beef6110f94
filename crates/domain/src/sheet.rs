//! Rows of spreadsheets that become drafts: what each is held against, and whether that is still as it was shown.
//!
//! Pure. Who uploads a spreadsheet is shown what each row would do, and only what was shown is done: a row names its [`Ground`], and when
//! that is another by then, the row must be looked at again.

use std::fmt;

use uuid::Uuid;

use crate::person::PersonId;

/// Most rows of a spreadsheet that people bring; larger amounts are for the command line.
pub const MOST_ROWS: usize = 5_000;
/// Most rows of one spreadsheet that become drafts: somebody has to read each.
pub const MOST_DRAFTS: usize = 500;

/// What a row is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nothing is there: the row makes a new record.
    Nothing,
    /// The record in this revision.
    Record(u32),
    /// A draft of the same person, as they saved it last: what they wrote there is not to be lost.
    Draft {
        /// Which one.
        id: Uuid,
        /// Its version.
        version: u32,
    },
}

/// As forms carry it: `new`, `record.3`, `draft.<id>.2`.
impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("new"),
            Self::Record(revision) => write!(f, "record.{revision}"),
            Self::Draft { id, version } => write!(f, "draft.{id}.{version}"),
        }
    }
}

/// Why a row cannot become a draft, whatever it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// The record may not be changed: it was withdrawn.
    #[error("the record was withdrawn")]
    Withdrawn,
    /// Somebody else is writing a new record under this name.
    #[error("somebody else's draft has this slug")]
    Taken,
}

/// The record that a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Its revision.
    pub revision: u32,
    /// Whether the person may propose a change ([`crate::permission::may_revise`]).
    pub may_revise: bool,
}

/// A draft under the name that a row has, on which something is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenDraft {
    /// Which one.
    pub id: Uuid,
    /// Who began it.
    pub author: PersonId,
    /// Its version.
    pub version: u32,
}

/// What a row of a person's spreadsheet is held against; `drafts` are those of its name, the last touched first.
///
/// # Errors
/// Why it cannot become a draft.
pub fn ground(record: Option<Named>, drafts: &[OpenDraft], person: PersonId) -> Result<Ground, Obstacle> {
    if record.is_some_and(|record| !record.may_revise) {
        return Err(Obstacle::Withdrawn);
    }
    if let Some(own) = drafts.iter().find(|draft| draft.author == person) {
        return Ok(Ground::Draft { id: own.id, version: own.version });
    }
    match record {
        Some(record) => Ok(Ground::Record(record.revision)),
        None if drafts.is_empty() => Ok(Ground::Nothing),
        None => Err(Obstacle::Taken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AMINA: PersonId = PersonId(Uuid::from_u128(1));
    const BRUNO: PersonId = PersonId(Uuid::from_u128(2));

    fn check(record: Option<(u32, bool)>, drafts: &[(PersonId, u32)], expected: Result<&str, Obstacle>) {
        let record = record.map(|(revision, may_revise)| Named { revision, may_revise });
        let draft = |(at, &(author, version)): (u128, &(PersonId, u32))| OpenDraft { id: Uuid::from_u128(at), author, version };
        let drafts: Vec<OpenDraft> = (0..).zip(drafts).map(draft).collect();
        let found = ground(record, &drafts, AMINA).map(|ground| ground.to_string());
        assert_eq!(found, expected.map(str::to_owned), "{record:?} {drafts:?}");
    }

    #[test]
    fn a_row_is_held_against_ones_own_draft_or_the_record_or_nothing() {
        check(None, &[], Ok("new"));
        check(Some((3, true)), &[], Ok("record.3"));
        check(Some((3, true)), &[(BRUNO, 7)], Ok("record.3"));
        check(Some((3, true)), &[(BRUNO, 7), (AMINA, 2), (AMINA, 1)], Ok("draft.00000000-0000-0000-0000-000000000001.2"));
        check(None, &[(AMINA, 2)], Ok("draft.00000000-0000-0000-0000-000000000000.2"));
        check(None, &[(BRUNO, 7)], Err(Obstacle::Taken));
        check(Some((3, false)), &[], Err(Obstacle::Withdrawn));
        check(Some((3, false)), &[(AMINA, 2)], Err(Obstacle::Withdrawn));
    }
}

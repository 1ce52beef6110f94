//! Permission: who may do what. Every question of this sort is asked here.

use crate::record::State;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, unknown.
    Visitor,
    /// Who runs the instance and sits at its command line.
    Operator,
}

impl Actor {
    /// Every actor, for tests that walk all of them.
    pub const ALL: [Self; 2] = [Self::Visitor, Self::Operator];
}

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read public pages, search, ask, download.
    Read,
    /// Publish, withdraw, restore records; change the concept table.
    Manage,
    /// See how the instance does: health, metrics.
    Observe,
}

/// Whether an actor may act at all; what it may see of one record is [`may_see`].
#[must_use]
pub const fn may(actor: Actor, action: Action) -> bool {
    match action {
        Action::Read => true,
        Action::Manage | Action::Observe => matches!(actor, Actor::Operator),
    }
}

/// Whether an actor sees the content of a record; of a withdrawn one a visitor sees the reason alone.
#[must_use]
pub const fn may_see(actor: Actor, state: &State) -> bool {
    matches!(state, State::Published) || matches!(actor, Actor::Operator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_reads_what_is_published_and_nothing_else() {
        let withdrawn = State::Withdrawn { reason: "not ours".into() };
        for (actor, manage, see_withdrawn) in [(Actor::Visitor, false, false), (Actor::Operator, true, true)] {
            assert!(may(actor, Action::Read) && may_see(actor, &State::Published));
            assert_eq!((may(actor, Action::Manage), may(actor, Action::Observe)), (manage, manage));
            assert_eq!(may_see(actor, &withdrawn), see_withdrawn);
        }
    }
}

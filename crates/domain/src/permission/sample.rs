//! One actor of each sort that rules tell apart, for tests that walk all of them.

use uuid::Uuid;

use super::{Actor, Standing};
use crate::mandate::Capacity;
use crate::person::PersonId;
use crate::role::{Role, Roles};
use crate::slug::Slug;

/// One person of each sort: `member`, `contributor` and `focal-point` of an organization, and one with each role.
///
/// Their identifiers are 1, 2, 3 … in this order.
#[must_use]
pub fn every_standing(organization: &Slug) -> Vec<(&'static str, Standing)> {
    let nobody = std::iter::once(("member", Roles::NONE, None));
    let speakers = Capacity::ALL.iter().map(|capacity| (capacity.code(), Roles::NONE, Some(*capacity)));
    let trusted = Role::ALL.iter().map(|role| (role.code(), Roles::NONE.with(*role), None));
    let sorts = nobody.chain(speakers).chain(trusted).zip(1..);
    let standing = |((name, roles, capacity), number): ((&'static str, Roles, Option<Capacity>), u128)| {
        let mandates = capacity.map(|capacity| (organization.clone(), capacity)).into_iter().collect();
        (name, Standing { person: PersonId(Uuid::from_u128(number)), roles, mandates })
    };
    sorts.map(standing).collect()
}

/// The visitor, these people, and the operator.
#[must_use]
pub fn every_actor<'a>(people: &'a [(&'static str, Standing)]) -> Vec<(&'static str, Actor<'a>)> {
    let members = people.iter().map(|(name, standing)| (*name, Actor::Member(standing)));
    std::iter::once(("visitor", Actor::Visitor)).chain(members).chain([("operator", Actor::Operator)]).collect()
}

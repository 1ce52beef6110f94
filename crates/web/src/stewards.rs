//! Stewards: the people behind the steward of a record, and behind the secretariat.

use ayni_domain::mandate::Capacity;
use ayni_domain::permission::Standing;
use ayni_domain::role::Role;
use ayni_domain::{Person, PersonId, Slug, Steward};
use ayni_store::StoreError;

use crate::site::Site;

/// Who keeps the records of a steward true. Where nobody is left (an organization without a focal point, an erased account) it is the secretariat.
pub(crate) async fn people(site: &Site, steward: &Steward) -> Result<Vec<Person>, StoreError> {
    let found = match steward {
        Steward::Secretariat => Vec::new(),
        Steward::Organization(slug) => focal_points(site, slug).await?,
        Steward::Person(person) => site.store.person(*person).await?.into_iter().collect(),
    };
    if found.is_empty() { secretariat(site).await } else { Ok(found) }
}

/// The stewards for whom somebody acts: themselves, organizations for which they speak in one of these capacities, the secretariat.
pub(crate) fn stewards_of(standing: &Standing, capacities: &[Capacity]) -> Vec<Steward> {
    let mine = standing.mandates.iter().filter(|(_, capacity)| capacities.contains(capacity));
    let organizations = mine.map(|(slug, _)| Steward::Organization(slug.clone()));
    let mut stewards: Vec<Steward> = std::iter::once(Steward::Person(standing.person)).chain(organizations).collect();
    if standing.is_secretariat() {
        stewards.push(Steward::Secretariat);
    }
    stewards
}

/// Whether nobody is left behind a steward.
pub(crate) async fn are_gone(site: &Site, steward: &Steward) -> Result<bool, StoreError> {
    Ok(match steward {
        Steward::Secretariat => false,
        Steward::Organization(slug) => focal_points(site, slug).await?.is_empty(),
        Steward::Person(person) => site.store.person(*person).await?.is_none(),
    })
}

/// Who decides whether somebody may speak for an organization: its focal points, where it has none the secretariat; never who asks.
pub(crate) async fn deciders(site: &Site, organization: &Slug, asker: PersonId) -> Result<Vec<Person>, StoreError> {
    let mut people = focal_points(site, organization).await?;
    people.retain(|person| person.id != asker);
    if people.is_empty() {
        people = secretariat(site).await?;
        people.retain(|person| person.id != asker);
    }
    Ok(people)
}

/// Editors and administrators.
pub(crate) async fn secretariat(site: &Site) -> Result<Vec<Person>, StoreError> {
    let mut people = site.store.people_with(Role::Editor).await?;
    for person in site.store.people_with(Role::Administrator).await? {
        if !people.iter().any(|own| own.id == person.id) {
            people.push(person);
        }
    }
    Ok(people)
}

/// Who speaks for an organization as focal point today.
pub(crate) async fn focal_points(site: &Site, organization: &Slug) -> Result<Vec<Person>, StoreError> {
    let today = site.today();
    let mandates = site.store.mandates_for(organization).await?;
    let in_force = mandates.iter().filter(|mandate| mandate.capacity == Capacity::FocalPoint && mandate.is_in_force(today));
    let ids: Vec<PersonId> = in_force.map(|mandate| mandate.person).collect();
    site.store.people_among(&ids).await
}

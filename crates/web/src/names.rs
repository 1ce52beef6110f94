//! Names of people as a reader may see them: as each one's profile allows, else nothing but that they are a member.

use std::collections::HashMap;

use ayni_domain::permission::Actor;
use ayni_domain::{Kind, PersonId, RecordKey, Slug};
use ayni_store::StoreError;

use crate::site::Site;
use crate::view::Cx;

/// Names that a reader may see.
#[derive(Default)]
pub(crate) struct Names(HashMap<PersonId, String>);

impl Names {
    /// Looks up the names of people.
    pub async fn of(site: &Site, viewer: Actor<'_>, ids: impl IntoIterator<Item = PersonId>) -> Result<Self, StoreError> {
        let mut ids: Vec<PersonId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let people = site.store.people_among(&ids).await?;
        Ok(Self(people.iter().filter_map(|person| Some((person.id, person.seen_by(viewer).name?.to_owned()))).collect()))
    }

    /// The name, if it is to be seen.
    pub fn get(&self, person: PersonId) -> Option<&str> {
        self.0.get(&person).map(String::as_str)
    }

    /// The name, or that it is a member.
    pub fn or_member(&self, cx: &Cx, person: PersonId) -> String {
        self.get(person).map_or_else(|| cx.t("change-a-member"), str::to_owned)
    }

    /// Whether any name is to be seen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The name of an organization in the reader's language; its slug, where there is no such record.
pub(crate) async fn organization(cx: &Cx, slug: &Slug) -> Result<String, StoreError> {
    let key = RecordKey { kind: Kind::Organization, slug: slug.clone() };
    let record = cx.site.store.find(&key).await?;
    Ok(record.map_or_else(|| slug.to_string(), |record| record.body.title().best(cx.locale).1.to_owned()))
}

//! Names of people as a reader may see them: as each one's profile allows, else nothing but that they are a member.

use std::collections::HashMap;

use ayni_domain::permission::Actor;
use ayni_domain::{Handle, Kind, Person, PersonId, RecordKey, Slug};
use ayni_store::StoreError;

use crate::site::Site;
use crate::view::{Cx, Link};

/// People whom a page names, as its reader may see them.
#[derive(Default)]
pub(crate) struct Names {
    people: HashMap<PersonId, Known>,
    /// Whether anybody was looked up.
    asked: bool,
}

/// Somebody who has an account.
struct Known {
    handle: Handle,
    /// The name, if it is to be seen.
    name: Option<String>,
}

/// Around the handle and the name of somebody in a sentence, until [`linked`] takes it apart. No text has these characters but by accident.
const MARKS: [char; 3] = ['\u{E000}', '\u{E001}', '\u{E002}'];

impl Names {
    /// Looks up people.
    pub async fn of(site: &Site, viewer: Actor<'_>, ids: impl IntoIterator<Item = PersonId>) -> Result<Self, StoreError> {
        let mut ids: Vec<PersonId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let known = |person: &Person| Known { handle: person.handle.clone(), name: person.seen_by(viewer).name.map(str::to_owned) };
        let people = site.store.people_among(&ids).await?;
        Ok(Self { people: people.iter().map(|person| (person.id, known(person))).collect(), asked: true })
    }

    /// The name, if it is to be seen.
    pub fn get(&self, person: PersonId) -> Option<&str> {
        self.people.get(&person)?.name.as_deref()
    }

    /// The name; that it is a member, or was one.
    pub fn or_member(&self, cx: &Cx, person: PersonId) -> String {
        match self.people.get(&person) {
            Some(known) => known.name.clone().unwrap_or_else(|| cx.t("change-a-member")),
            None => cx.t("change-a-former-member"),
        }
    }

    /// As [`Names::or_member`], for a sentence whose names [`linked`] makes links.
    pub fn to_link(&self, cx: &Cx, person: PersonId) -> String {
        let [begin, middle, end] = MARKS;
        match self.people.get(&person) {
            Some(Known { handle, name: Some(name) }) => format!("{begin}{handle}{middle}{name}{end}"),
            _ => self.or_member(cx, person),
        }
    }

    /// Whether what a page says of people may be another thing tomorrow: profiles open and close, and accounts are erased.
    pub const fn may_change(&self) -> bool {
        self.asked
    }
}

/// A sentence in pieces: names lead to the profiles of people, all else leads nowhere.
pub(crate) fn linked(cx: &Cx, sentence: &str) -> Vec<Link> {
    let [begin, middle, end] = MARKS;
    let plain = |text: &str| Link::new(String::new(), text.to_owned());
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once(begin) {
        let (inner, after) = after.split_once(end).unwrap_or((after, ""));
        let named = inner.split_once(middle).and_then(|(handle, name)| Some((Handle::parse(handle).ok()?, name)));
        let piece = named.map_or_else(|| plain(inner), |(handle, name)| Link::new(cx.href(&profile_path(&handle)), name.to_owned()));
        pieces.extend([plain(before), piece]);
        rest = after;
    }
    pieces.push(plain(rest));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Path of somebody's profile after the language.
pub(crate) fn profile_path(handle: &Handle) -> String {
    format!("/people/{handle}")
}

/// The name of an organization in the reader's language; its slug, where there is no such record.
pub(crate) async fn organization(cx: &Cx, slug: &Slug) -> Result<String, StoreError> {
    let key = RecordKey { kind: Kind::Organization, slug: slug.clone() };
    let record = cx.site.store.find(&key).await?;
    Ok(record.map_or_else(|| slug.to_string(), |record| record.body.title().best(cx.locale).1.to_owned()))
}

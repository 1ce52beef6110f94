//! A profile: what somebody tells whoever looks, and what they contributed to what is published.
//!
//! A visitor cannot tell somebody who shows nothing from nobody; members see that there is such a member, as they do where they work together.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::Response;
use ayni_domain::profile::{Seen, Visibility};
use ayni_domain::{Handle, Record, RecordKey};
use ayni_store::contribution::Contributions;

use crate::error::PageError;
use crate::link;
use crate::page::{PageResult, Reader, html};
use crate::serve::Volatile;
use crate::view::{Cx, Link, RecordLink, published};

/// Records of each sort of contribution that are shown.
const SHOWN: u32 = 50;

struct ContributionView {
    heading: String,
    records: Vec<RecordLink>,
}

#[derive(Template)]
#[template(path = "profile.html")]
struct ProfilePage {
    cx: Cx,
    crumbs: Vec<Link>,
    heading: String,
    /// Whether search engines may know of it: whoever opened their name to all wants to be found.
    indexed: bool,
    own: bool,
    affiliation: Option<String>,
    country: Option<Link>,
    languages: Vec<String>,
    /// Paragraphs.
    about: Vec<String>,
    /// Whether nothing is shown to this reader.
    closed: bool,
    contributions: Vec<ContributionView>,
}

/// `GET /{lang}/people/{handle}`
pub(crate) async fn get(reader: Reader, Path((_, handle)): Path<(String, String)>) -> Response<Body> {
    let result = show(&reader.0, &handle).await;
    reader.answer(result)
}

async fn show(cx: &Cx, handle: &str) -> PageResult {
    let handle = Handle::parse(handle).map_err(|_| PageError::NotFound)?;
    let person = cx.site.store.person_by_handle(&handle).await?.ok_or(PageError::NotFound)?;
    let seen = person.seen_by(cx.who.actor());
    let closed = seen == Seen::default();
    if closed && cx.who.member().is_none() {
        return Err(PageError::NotFound);
    }
    // The history of a record names people in the same way: by a name that the reader may see, or not at all.
    let contributed = match seen.name {
        Some(_) => cx.site.store.contributions(person.id, SHOWN).await?,
        None => Contributions::default(),
    };
    let mut answer = html(&ProfilePage {
        crumbs: Vec::new(),
        heading: seen.name.unwrap_or(handle.as_str()).to_owned(),
        indexed: person.profile.name().visibility == Visibility::All && seen.name.is_some(),
        own: cx.who.member().is_some_and(|member| member.person.id == person.id),
        affiliation: seen.affiliation.map(str::to_owned),
        country: seen.country.map(|country| Link::new(link::country(cx.locale, country), country.name(cx.locale).to_owned())),
        languages: seen.languages.iter().map(|language| cx.language_name(language.as_str())).collect(),
        about: seen.about.unwrap_or_default().lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
        closed,
        contributions: contributions(cx, &contributed).await?,
        cx: cx.clone(),
    })?;
    answer.extensions_mut().insert(Volatile); // who closes their profile is not shown any more
    Ok(answer)
}

async fn contributions(cx: &Cx, contributed: &Contributions) -> Result<Vec<ContributionView>, PageError> {
    let Contributions { written, reviewed, translated } = contributed;
    let mut views = Vec::new();
    for (key, records) in [("profile-written", written), ("profile-reviewed", reviewed), ("profile-translated", translated)] {
        let records = links(cx, records).await?;
        if !records.is_empty() {
            views.push(ContributionView { heading: cx.t(key), records });
        }
    }
    Ok(views)
}

async fn links(cx: &Cx, keys: &[RecordKey]) -> Result<Vec<RecordLink>, PageError> {
    let records: Vec<Arc<Record>> = published(&cx.site, keys).await?;
    Ok(records.iter().map(|record| cx.record_link(record)).collect())
}

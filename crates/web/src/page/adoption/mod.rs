//! What nobody looks after any more: inactive records, and organizations without a focal point. Both wait for somebody to take them on.

pub(crate) mod ask;
pub(crate) mod decide;
mod give;

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::{Kind, Light, RecordKey, Slug};
use ayni_search::Facet;

use crate::link;
use crate::page::results::{Asked, Results, find};
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html};
use crate::serve::Volatile;
use crate::view::{Cx, Link, RecordLink, published};

/// Organizations on one page.
const ORGANIZATIONS: u32 = 30;

#[derive(Template)]
#[template(path = "adoption.html")]
struct AdoptionPage {
    cx: Cx,
    crumbs: Vec<Link>,
    results: Results,
    orphans: Vec<RecordLink>,
    more: Option<String>,
}

/// `GET /{lang}/adoption?after=&…`
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = show(&reader.0, &pairs).await;
    reader.answer(result)
}

async fn show(cx: &Cx, pairs: &[(String, String)]) -> PageResult {
    let (results, _) = find(cx, &Asked::read(pairs), Some((Facet::Freshness, Light::Inactive.code()))).await?;
    let after = pairs.iter().find(|(name, _)| name == "after").and_then(|(_, slug)| Slug::parse(slug).ok());
    let mut slugs = cx.site.store.orphaned_organizations(cx.site.today(), after.as_ref(), ORGANIZATIONS + 1).await?;
    let is_more = slugs.len() > ORGANIZATIONS as usize;
    slugs.truncate(ORGANIZATIONS as usize);
    let more = slugs.last().filter(|_| is_more).map(|last| format!("{}{}", cx.href("/adoption"), link::query([("after", last.as_str())])));
    let keys: Vec<RecordKey> = slugs.into_iter().map(|slug| RecordKey { kind: Kind::Organization, slug }).collect();
    let orphans = published(&cx.site, &keys).await?.iter().map(|record| cx.record_link(record)).collect();
    let mut answer = html(&AdoptionPage { crumbs: Vec::new(), results, orphans, more, cx: cx.clone() })?;
    answer.extensions_mut().insert(Volatile); // mandates begin and end beside the change log
    Ok(answer)
}

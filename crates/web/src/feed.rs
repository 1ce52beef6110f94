//! Feeds, sitemap and robots: the site for programs that follow it.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use ayni_domain::instance::InstanceText;
use ayni_domain::region::Region;
use ayni_domain::{Kind, Locale, Sdg, Theme};
use ayni_formats::atom::{Entry, Feed};
use ayni_formats::sitemap::{self, PAGES_PER_PART, Page, Part};
use ayni_search::{Facet, Request};
use jiff::Timestamp;

use crate::error::PageError;
use crate::follow::for_all;
use crate::link;
use crate::site::Site;
use crate::view::Cx;

/// Entries of a feed.
const ENTRIES: usize = 30;

/// `GET /feeds/{lang}/{all or kind plural}.atom`
pub(crate) async fn atom(State(site): State<Site>, Path((language, name)): Path<(String, String)>) -> Response<Body> {
    let wanted = Locale::parse(&language).zip(name.strip_suffix(".atom"));
    let Some((locale, name)) = wanted else { return StatusCode::NOT_FOUND.into_response() };
    let kind = Kind::from_plural(name);
    if kind.is_none() && name != "all" {
        return StatusCode::NOT_FOUND.into_response();
    }
    let languages = site.instance().languages;
    if !languages.offer(locale) {
        return Redirect::temporary(&format!("/feeds/{}/{name}.atom", languages.first())).into_response();
    }
    let cx = Cx::new(&site, locale, "/");
    write(&cx, kind, name).await.unwrap_or_else(|error| error.into_page(&cx.site, locale, "/"))
}

async fn write(cx: &Cx, kind: Option<Kind>, name: &str) -> Result<Response<Body>, PageError> {
    let filters = kind.and_then(|kind| Some((Facet::Kind, Facet::Kind.value(kind.code())?))).into_iter().collect();
    let found = cx.site.index.search(&Request { filters, limit: ENTRIES, ..Request::default() })?;
    let wanted: Vec<_> = found.hits.iter().map(|hit| (hit.id, hit.revision)).collect();
    let records = cx.site.store.list(&wanted).await?;
    let title = kind.map_or_else(|| cx.t("feed-all"), |kind| cx.t1("feed-kind", "kind", &cx.t(&format!("list-{}", kind.plural()))));
    let own = cx.site.absolute(&format!("/feeds/{}/{name}.atom", cx.locale));
    let feed = Feed {
        id: own.clone(),
        title: format!("{} · {title}", cx.instance.name),
        author: cx.instance.name.clone(),
        self_url: own,
        html_url: cx.site.absolute(&cx.href(&kind.map_or_else(|| "/".to_owned(), |kind| format!("/{}", kind.path())))),
        updated: cx.site.overview().updated_at.unwrap_or(Timestamp::UNIX_EPOCH),
        locale: cx.locale,
        entries: records
            .iter()
            .map(|record| Entry::new(record, cx.locale, &cx.site.absolute(&link::record(cx.locale, &record.envelope.key))))
            .collect(),
    };
    let mut text = Vec::new();
    if feed.write(&mut text).is_err() {
        return Ok(StatusCode::INTERNAL_SERVER_ERROR.into_response());
    }
    Ok(typed("application/atom+xml; charset=utf-8", text))
}

fn typed(media_type: &'static str, text: Vec<u8>) -> Response<Body> {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(media_type))], text).into_response()
}

/// Pages of the site that are no records.
fn fixed_pages(site: &Site) -> Vec<String> {
    let kinds = Kind::ALL.iter().map(|kind| format!("/{}", kind.path()));
    let themes = Theme::ALL.iter().map(|theme| format!("/themes/{theme}"));
    let goals = (1..=17).filter_map(Sdg::goal_of).map(|goal| format!("/sdgs/{}", goal.goal()));
    let countries =
        ayni_domain::Country::all().filter(|country| country.region() != Some(Region::Europe)).map(|country| format!("/countries/{country}"));
    let others = ["/", "/countries", "/themes", "/sdgs", "/map", "/about", "/accessibility", "/privacy"].map(str::to_owned);
    let terms = site.instance().text(InstanceText::Terms).map(|_| "/terms".to_owned());
    others.into_iter().chain(terms).chain(kinds).chain(themes).chain(goals).chain(countries).collect()
}

/// `GET /sitemap.xml`: the index of the parts.
pub(crate) async fn sitemap_index(State(site): State<Site>) -> Response<Body> {
    let overview = site.overview();
    let records: u64 = overview.counts.iter().map(|(_, count)| count).sum();
    let pages = usize::try_from(records).unwrap_or(usize::MAX).saturating_add(fixed_pages(&site).len());
    let parts = (1..=pages.div_ceil(PAGES_PER_PART)).map(|n| Part { url: site.absolute(&format!("/sitemap/{n}.xml")), lastmod: overview.updated_at });
    let mut text = Vec::new();
    match sitemap::write_index(&mut text, parts) {
        Ok(()) => typed("application/xml; charset=utf-8", text),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// `GET /sitemap/{n}.xml`
pub(crate) async fn sitemap_part(State(site): State<Site>, Path(name): Path<String>) -> Response<Body> {
    let number = name.strip_suffix(".xml").and_then(|n| n.parse::<usize>().ok()).filter(|n| *n > 0);
    let Some(number) = number else { return StatusCode::NOT_FOUND.into_response() };
    let mut pages: Vec<Page> =
        fixed_pages(&site).into_iter().map(|path| Page { path: path.trim_end_matches('/').to_owned(), lastmod: None }).collect();
    let listed = for_all(&site.store, None, |page| {
        let published = page.iter().filter(|record| record.envelope.state == ayni_domain::State::Published);
        pages.extend(published.map(|record| Page { path: link::record_path(&record.envelope.key), lastmod: Some(record.envelope.updated_at) }));
        Ok(())
    });
    if let Err(error) = listed.await {
        tracing::error!(%error, "the sitemap could not be made");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let part: Vec<Page> = pages.into_iter().skip((number - 1).saturating_mul(PAGES_PER_PART)).take(PAGES_PER_PART).collect();
    if part.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let languages: Vec<Locale> = site.instance().languages.iter().collect();
    let mut text = Vec::new();
    match sitemap::write_part(&mut text, &site.settings.base_url, &languages, part) {
        Ok(()) => typed("application/xml; charset=utf-8", text),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// `GET /robots.txt`
pub(crate) async fn robots(State(site): State<Site>) -> Response<Body> {
    let text = format!("User-agent: *\nDisallow: /*/search\nDisallow: /*/answers\nSitemap: {}\n", site.absolute("/sitemap.xml"));
    typed("text/plain; charset=utf-8", text.into_bytes())
}

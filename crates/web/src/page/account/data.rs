//! One's own data: what is kept and for how long, and all of it to take along as one archive.

use std::collections::VecDeque;
use std::io;

use askama::Template;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::file::sniff;
use ayni_domain::limit::DOWNLOADS_OF_PERSON;
use ayni_domain::permission::can_be_spared;
use ayni_domain::proof::is_recent;
use ayni_domain::retention::Kept;
use ayni_domain::role::Role;
use ayni_formats::bundle::Bundle;
use ayni_store::personal::PersonalFile;

use crate::page::{PageResult, Reader, page, see_other};
use crate::site::Site;
use crate::view::{Cx, Link};
use crate::who::Member;
use crate::{format, link};

/// Something that is kept for a time only.
struct KeptView {
    what: String,
    days: String,
}

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    kept: Vec<KeptView>,
    /// Whether the sign-in was recent enough for taking along and erasing.
    recent: bool,
    /// Where one signs in again.
    sign_in: String,
    /// Whether the reader is the last administrator.
    last: bool,
    handle: String,
    often: bool,
    /// What was typed to confirm, and what is wrong with it.
    typed: String,
    problem: Option<String>,
}

/// What was asked for in vain.
#[derive(Default)]
pub(super) struct Refused {
    /// Too many downloads.
    pub often: bool,
    /// What was typed instead of the handle.
    pub typed: String,
    pub problem: Option<String>,
}

/// `GET /{lang}/account/data`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member, StatusCode::OK, Refused::default()).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

pub(super) async fn show(cx: &Cx, member: &Member, status: StatusCode, refused: Refused) -> PageResult {
    let administrators = cx.site.store.people_with(Role::Administrator).await?.len();
    let kept = |kept: &Kept| KeptView { what: cx.t(&format!("kept-{kept}")), days: cx.n("data-days", u64::from(kept.days())) };
    let shown = DataPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/account"), cx.t("account"))],
        menu: cx.account_menu(),
        kept: Kept::ALL.iter().map(kept).collect(),
        recent: is_recent(member.session.begun_at, cx.site.now()),
        sign_in: sign_in(cx),
        last: !can_be_spared(member.person.roles, administrators),
        handle: member.person.handle.to_string(),
        often: refused.often,
        typed: refused.typed,
        problem: refused.problem,
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

/// Where one signs in again and is led back to this page.
pub(super) fn sign_in(cx: &Cx) -> String {
    format!("{}{}", cx.href("/sign-in"), link::query([("next", cx.href("/account/data").as_str())]))
}

/// `POST /{lang}/account/data`: gives out all of it.
pub(crate) async fn download(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => archive(&reader.0, &member).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn archive(cx: &Cx, member: &Member) -> PageResult {
    let (site, person, now) = (&cx.site, &member.person, cx.site.now());
    if !is_recent(member.session.begun_at, now) {
        return Ok(see_other(&sign_in(cx)));
    }
    if !site.store.attempt(DOWNLOADS_OF_PERSON, &person.id.to_string(), now).await?.allowed {
        return show(cx, member, StatusCode::TOO_MANY_REQUESTS, Refused { often: true, ..Refused::default() }).await;
    }
    let data = serde_json::Value::Object(site.store.personal_data(person.id, now).await?);
    let texts = [("README.txt", readme(cx)), ("personal-data.json", format!("{data:#}\n"))];
    let download = Download {
        site: site.clone(),
        bundle: Some(Bundle::default()),
        texts: texts.into(),
        files: site.store.personal_files(person.id).await?.into(),
        given: 0,
    };
    let name = format!("attachment; filename=\"{}-{}.zip\"", person.handle, site.today());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
    ];
    Ok((headers, Body::from_stream(futures::stream::try_unfold(download, next))).into_response())
}

/// What explains the archive, in the language of the page.
fn readme(cx: &Cx) -> String {
    let title = cx.tn("data-readme", &[("instance", &cx.instance.name), ("date", &format::moment(cx.locale, cx.site.now()))]);
    let others = ["data-readme-json", "data-readme-files", "data-readme-secrets"].map(|key| cx.t(key));
    format!("{title}\n\n{}\n\n{}\n", others.join("\n"), cx.site.absolute(&cx.href("/account/data")))
}

/// An archive under way: one file after another is in memory, as fast as the reader takes them.
struct Download {
    site: Site,
    bundle: Option<Bundle>,
    texts: VecDeque<(&'static str, String)>,
    files: VecDeque<PersonalFile>,
    /// Files given out.
    given: usize,
}

/// The next bytes; `None` behind the last.
async fn next(mut download: Download) -> io::Result<Option<(Bytes, Download)>> {
    let Some(bundle) = download.bundle.as_mut() else { return Ok(None) };
    if let Some((name, text)) = download.texts.pop_front() {
        let bytes = bundle.add(name, text.as_bytes())?;
        return Ok(Some((bytes.into(), download)));
    }
    while let Some(file) = download.files.pop_front() {
        match download.site.store.blobs().get(&file.hash).await {
            Ok(Some(content)) => {
                download.given += 1;
                let ending = sniff(&content).and_then(|file_type| file_type.endings().first().copied()).unwrap_or("bin");
                let bytes = bundle.add(&format!("files/{}-{}.{ending}", download.given, file.name), &content)?;
                return Ok(Some((bytes.into(), download)));
            }
            Ok(None) => tracing::error!(file = file.hash.as_str(), "a file that somebody added is missing"),
            Err(error) => return Err(io::Error::other(error)),
        }
    }
    match download.bundle.take() {
        Some(bundle) => Ok(Some((bundle.finish()?.into(), download))),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use ayni_domain::Locale;

    use super::*;

    #[test]
    fn all_that_is_kept_for_a_time_has_words_in_every_language() {
        for (locale, kept) in Locale::ALL.iter().flat_map(|locale| Kept::ALL.iter().map(move |kept| (*locale, kept))) {
            assert!(crate::message::exists(locale, &format!("kept-{kept}")), "{locale}: {kept}");
        }
    }
}

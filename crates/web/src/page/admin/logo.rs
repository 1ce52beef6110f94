//! The logo: taken, checked, or given up.

use axum::body::{Body, Bytes};
use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::http::Response;
use ayni_domain::instance::{Logo, Setting};
use ayni_formats::logo::{LARGEST, LogoError, MOST_STRETCH, SIDES, logo};
use ayni_store::blob::BlobHash;
use serde_json::Value;

use super::settings::{Part, Typed, save, show};
use crate::error::PageError;
use crate::format;
use crate::page::{Fields, PageResult, Reader, see_other};
use crate::view::Cx;

/// What the form sent.
#[derive(Default)]
struct Sent {
    seen: String,
    content: Bytes,
    remove: bool,
}

/// `POST /{lang}/admin/settings/logo`
pub(crate) async fn post(reader: Reader, form: Result<Multipart, MultipartRejection>) -> Response<Body> {
    let result = match form {
        Ok(form) => write(&reader.0, form).await,
        Err(_) => Err(PageError::NotFound),
    };
    reader.answer(result)
}

async fn read(mut form: Multipart) -> Result<Sent, MultipartError> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("seen") => sent.seen = field.text().await?,
            Some("logo") => sent.content = field.bytes().await?,
            Some("remove") => sent.remove = true,
            _ => {}
        }
    }
    Ok(sent)
}

async fn write(cx: &Cx, form: Multipart) -> PageResult {
    let Ok(sent) = read(form).await else { return refused(cx, too_large(cx)).await };
    let kept = cx.site.store.settings().await?;
    let old = kept.get(&Setting::Logo.to_string()).and_then(Logo::from_json).and_then(|logo| BlobHash::parse(&logo.file));
    let (new, value) = if sent.remove {
        (None, Value::Null)
    } else {
        let picture = match logo(&sent.content) {
            Ok(picture) => picture,
            Err(problem) => return refused(cx, said(cx, problem)).await,
        };
        let file = cx.site.store.blobs().put(picture.content.into()).await?;
        let made = Logo { file: file.as_str().to_owned(), width: picture.width, height: picture.height };
        (Some(file), made.to_json())
    };
    let is_saved = save(cx, Part::Logo, &sent.seen, &[(Setting::Logo, value)]).await?;
    let unused: Vec<BlobHash> = if is_saved { old } else { new }.into_iter().collect();
    cx.site.store.forget_files(&unused).await?; // those that nothing refers to
    if is_saved {
        return Ok(see_other(&cx.href("/admin/settings?saved")));
    }
    show(cx, Some(&Typed { part: Part::Logo, fields: &Fields(Vec::new()), problems: Vec::new(), changed: true })).await
}

async fn refused(cx: &Cx, problem: String) -> PageResult {
    let problems = vec![("logo".to_owned(), problem)];
    show(cx, Some(&Typed { part: Part::Logo, fields: &Fields(Vec::new()), problems, changed: false })).await
}

fn too_large(cx: &Cx) -> String {
    cx.t1("settings-logo-large", "size", &format::size(cx.locale, LARGEST as u64))
}

fn said(cx: &Cx, problem: LogoError) -> String {
    let number = |number: u32| format::number(cx.locale, u64::from(number));
    match problem {
        LogoError::NotPng => cx.t("settings-logo-not-png"),
        LogoError::TooLarge(_) => too_large(cx),
        LogoError::Size { width, height } => {
            let ((least, most), stretch) = (SIDES, number(MOST_STRETCH));
            let (width, height, least, most) = (number(width), number(height), number(least), number(most));
            let arguments = [("width", width.as_str()), ("height", &height), ("least", &least), ("most", &most), ("stretch", &stretch)];
            cx.tn("settings-logo-size", &arguments)
        }
    }
}

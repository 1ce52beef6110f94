//! Files of a draft: handed in with all that was typed, listed, taken away again, and downloaded by who may see the draft.

use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, Response, StatusCode};
use ayni_domain::draft::Refusal;
use ayni_domain::file::upload::{LONGEST_TITLE, MOST_FILES, RECORD_FILES, takes_files};
use ayni_domain::record::is_web_address;
use ayni_domain::{LanguageTag, Licence, Locale};
use ayni_formats::document::link::media_link;
use ayni_store::StoreError;
use ayni_store::blob::BlobHash;
use ayni_store::draft::{Draft, DraftFile, SaveOutcome};
use ayni_store::file::NewFile;
use serde_json::{Map, Value, json};

use super::edit::Notes;
use super::find;
use super::save::Saving;
use crate::download::{Offer, give};
use crate::error::PageError;
use crate::format;
use crate::page::files::{FileView, licence_name};
use crate::page::{Fields, PageResult, Reader};
use crate::upload::{self, Problem, Sent, SentFile};
use crate::view::{Choice, Cx};
use crate::who::Member;

/// Names of the fields about a file; none is a field of a record.
const TITLE: &str = "file-title";
const LANGUAGE: &str = "file-language";
const LICENCE: &str = "file-licence";
const LINK: &str = "file-link";

/// A file of a draft, or of the record that it changes.
pub(crate) struct DraftFileView {
    pub file: FileView,
    pub hash: String,
    /// Whether it is added or taken away; nothing where the record has it and keeps it.
    pub state: Option<String>,
    pub removes: bool,
}

/// The part of a draft's page about its files.
pub(super) struct FilesView {
    pub lead: String,
    pub files: Vec<DraftFileView>,
    pub problem: Option<String>,
    pub title: String,
    pub link: String,
    pub languages: Vec<Choice>,
    pub licences: Vec<Choice>,
    /// Endings of names that the browser offers.
    pub accept: String,
    /// Largest file, in bytes, and what is said about a larger one.
    pub largest: u64,
    pub too_large: String,
}

/// What was typed about a file that was not taken, and why.
#[derive(Default)]
pub(super) struct Typed {
    problem: String,
    title: String,
    language: String,
    licence: String,
    link: String,
}

impl Typed {
    fn of(fields: &Fields, problem: String) -> Self {
        let text = |name| fields.get(name).to_owned();
        Self { problem, title: text(TITLE), language: text(LANGUAGE), licence: text(LICENCE), link: text(LINK) }
    }
}

/// All files that the record will have, and those that it will have no more.
pub(crate) async fn list(cx: &Cx, draft: &Draft) -> Result<Vec<DraftFileView>, PageError> {
    let own = cx.site.store.draft_files(draft.id).await?;
    let mut views = Vec::new();
    if let Some(base) = draft.revises.or(draft.became) {
        for file in cx.site.store.files(base.record).await?.iter().filter(|file| !own.iter().any(|own| own.hash == file.hash)) {
            views.push(DraftFileView { file: FileView::of_record(cx, file), hash: file.hash.as_str().to_owned(), state: None, removes: false });
        }
    }
    let view = |file: &DraftFile| DraftFileView {
        file: FileView::of_draft(cx, file),
        hash: file.hash.as_str().to_owned(),
        state: Some(cx.t(if file.removes { "draft-file-goes" } else { "draft-file-added" })),
        removes: file.removes,
    };
    views.extend(own.iter().map(view));
    Ok(views)
}

/// The part of the page, for kinds that have files.
pub(super) async fn section(cx: &Cx, draft: &Draft, typed: &Typed) -> Result<Option<FilesView>, PageError> {
    if !takes_files(draft.kind) {
        return Ok(None);
    }
    let largest = cx.site.settings.largest_file;
    let (size, most) = (format::size(cx.locale, largest), format::number(cx.locale, MOST_FILES as u64));
    let types: Vec<String> = RECORD_FILES.iter().map(|file_type| file_type.code().to_uppercase()).collect();
    let endings: Vec<String> = RECORD_FILES.iter().flat_map(|file_type| file_type.endings()).map(|ending| format!(".{ending}")).collect();
    let licence =
        |licence: &Licence| Choice { value: licence.code().to_owned(), text: licence_name(cx, *licence), chosen: typed.licence == licence.code() };
    Ok(Some(FilesView {
        lead: cx.tn("draft-files-lead", &[("types", &cx.join(&types)), ("size", &size), ("n", &most)]),
        files: list(cx, draft).await?,
        problem: Some(typed.problem.clone()).filter(|problem| !problem.is_empty()),
        title: typed.title.clone(),
        link: typed.link.clone(),
        languages: languages(cx, draft, &typed.language),
        licences: Licence::ALL.iter().map(licence).collect(),
        accept: endings.join(","),
        largest,
        too_large: Problem::TooLarge(largest).words(cx, RECORD_FILES),
    }))
}

/// Languages to choose from: those of the interface, the draft's own and those in which the thing itself exists.
fn languages(cx: &Cx, draft: &Draft, chosen: &str) -> Vec<Choice> {
    let mut tags: Vec<String> = Locale::ALL.iter().map(|locale| locale.code().to_owned()).collect();
    let exists_in = draft.body.get("languages").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    for tag in exists_in.chain([draft.language.as_str(), chosen]).filter_map(LanguageTag::parse) {
        if !tags.iter().any(|own| own == tag.as_str()) {
            tags.push(tag.to_string());
        }
    }
    let choice = |tag: String| Choice { text: cx.language_name(&tag), chosen: tag == chosen, value: tag };
    tags.into_iter().map(choice).collect()
}

/// `POST /{lang}/drafts/{id}/files`: saves all that was typed, then adds the file or the address of a film.
pub(crate) async fn add(reader: Reader, Path((_, id)): Path<(String, String)>, request: Request) -> Response<Body> {
    let cx = Cx { path: format!("/drafts/{id}"), ..reader.0.clone() }; // what the answer shows is the page of the draft
    let result = match (reader.member(), find(&cx, &id).await) {
        (Ok(member), Ok(draft)) if takes_files(draft.kind) => match upload::take(request, cx.site.settings.largest_file).await {
            Ok(sent) => hand_in(&cx, &member, draft, sent).await,
            Err(answer) => return answer,
        },
        (Ok(_), Ok(_)) => Err(PageError::NotFound),
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    reader.answer(result)
}

async fn hand_in(cx: &Cx, member: &Member, draft: Draft, sent: Sent) -> PageResult {
    let Sent { fields, file, problem } = sent;
    let mut saving = Saving::new(cx, member, draft, fields)?;
    let said = match saving.save().await? {
        Ok(said) => said,
        Err(answer) => return Ok(answer),
    };
    let refused = match problem {
        Some(problem) => Some((problem.status(), problem.words(cx, RECORD_FILES))),
        None => added(cx, member, &saving, file).await?,
    };
    let Some((status, problem)) = refused else { return saving.back_to(said, "files") };
    let alert = Some(problem.clone());
    let notes = Notes { part: saving.part(), alert, file: Typed::of(&saving.fields, problem), ..Notes::default() };
    let draft = find(cx, &saving.draft.id.to_string()).await?;
    saving.again(status, &draft.body, draft.version, &notes).await
}

/// Adds what was handed in; otherwise says why not.
async fn added(cx: &Cx, member: &Member, saving: &Saving<'_>, file: Option<SentFile>) -> Result<Option<(StatusCode, String)>, PageError> {
    let refused = |key: &str| Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, cx.t(key))));
    let (fields, link) = (&saving.fields, saving.fields.get(LINK));
    if fields.get(TITLE).chars().count() > LONGEST_TITLE {
        return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, cx.t1("text-too-long", "n", &format::number(cx.locale, LONGEST_TITLE as u64)))));
    }
    if !link.is_empty() && (!is_web_address(link) || media_link(link).is_none()) {
        return refused("file-refused-link");
    }
    if file.is_none() && link.is_empty() {
        return refused("file-refused-missing");
    }
    let Some(file) = file else { return add_film(cx, member, &saving.draft, fields).await };
    let Some(licence) = Licence::parse(fields.get(LICENCE)) else { return refused("file-refused-licence") };
    let name = file.name.clone();
    let taken = match file.keep(&cx.site, member.person.id, RECORD_FILES).await? {
        Ok(taken) => taken,
        Err(problem) => return Ok(Some((problem.status(), problem.words(cx, RECORD_FILES)))),
    };
    let new = NewFile {
        hash: taken.hash,
        size: taken.size,
        name,
        title: Some(fields.get(TITLE).to_owned()).filter(|title| !title.is_empty()),
        file_type: taken.file_type,
        language: LanguageTag::parse(fields.get(LANGUAGE)),
        licence: Some(licence),
    };
    let tx = cx.site.store.begin().await?;
    match tx.add_draft_file(saving.draft.id, &new, member.person.id, cx.site.now()).await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Refused(Refusal::TooManyFiles)) => {
            let most = format::number(cx.locale, MOST_FILES as u64);
            return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, cx.t1("file-refused-many", "n", &most))));
        }
        Err(StoreError::Refused(_)) => return Ok(Some((StatusCode::CONFLICT, cx.t("draft-closed")))),
        Err(error) => return Err(error.into()),
    }
    if link.is_empty() {
        return Ok(None);
    }
    let draft = find(cx, &saving.draft.id.to_string()).await?;
    add_film(cx, member, &draft, fields).await
}

/// Puts the address of a film among the sources of the draft, where it is reviewed, shown and kept like every other.
async fn add_film(cx: &Cx, member: &Member, draft: &Draft, fields: &Fields) -> Result<Option<(StatusCode, String)>, PageError> {
    let body = with_source(draft.body.clone(), fields.get(LINK), fields.get(TITLE));
    let tx = cx.site.store.begin().await?;
    match tx.save_draft(draft.id, draft.version, body, member.person.id, cx.site.now()).await {
        Ok(SaveOutcome::Saved(_)) => {
            tx.commit().await?;
            Ok(None)
        }
        Ok(SaveOutcome::Conflict { .. }) => Ok(Some((StatusCode::CONFLICT, cx.t("draft-refused")))), // somebody saved in this very moment
        Err(StoreError::Refused(_)) => Ok(Some((StatusCode::CONFLICT, cx.t("draft-closed")))),
        Err(error) => Err(error.into()),
    }
}

fn with_source(mut body: Map<String, Value>, address: &str, title: &str) -> Map<String, Value> {
    let title = if title.is_empty() { media_link(address).map_or(address, |link| link.site) } else { title };
    let mut sources = body.get("sources").and_then(Value::as_array).cloned().unwrap_or_default();
    if !sources.iter().any(|source| source["url"] == address) {
        sources.push(json!({"url": address, "title": title}));
    }
    body.insert("sources".to_owned(), sources.into());
    body
}

/// `GET /{lang}/drafts/{id}/files/{hash}`: a file that a draft adds, for who may see the draft.
pub(crate) async fn get(reader: Reader, Path((_, id, hash)): Path<(String, String, String)>, headers: HeaderMap) -> Response<Body> {
    let result = download(&reader.0, &id, &hash, &headers).await;
    reader.answer(result)
}

async fn download(cx: &Cx, id: &str, hash: &str, headers: &HeaderMap) -> PageResult {
    let draft = find(cx, id).await?;
    let hash = BlobHash::parse(hash).ok_or(PageError::NotFound)?;
    let file = cx.site.store.draft_file(draft.id, &hash).await?.ok_or(PageError::NotFound)?;
    let offer = Offer { hash: &file.hash, name: &file.name, file_type: file.file_type, size: file.size };
    give(&cx.site, &offer, headers).await?.ok_or(PageError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_about_files_are_no_fields_of_records() {
        for &kind in ayni_domain::Kind::ALL {
            let paths: Vec<&str> = crate::form::field::all(kind).iter().map(|field| field.path).collect();
            assert!(["file", TITLE, LANGUAGE, LICENCE, LINK].iter().all(|name| !paths.contains(name)), "{kind}");
        }
    }

    #[test]
    fn a_film_is_a_source_once() {
        let film = "https://vimeo.com/1";
        let body = with_source(Map::new(), film, "");
        assert_eq!(body["sources"], json!([{"url": film, "title": "Vimeo"}]));
        assert_eq!(with_source(body.clone(), film, "Again"), body);
        let body = with_source(body, "https://example.org/a.mp4", "A talk");
        assert_eq!(body["sources"][1]["title"], "A talk");
    }
}

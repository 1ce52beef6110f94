//! Files as readers see them: what each is, how large, in which language, and what they may do with it.

use ayni_domain::{FileType, LanguageTag, Licence, Record};
use ayni_formats::document::link::{Medium, media_link};
use ayni_store::draft::DraftFile;
use ayni_store::file::File;

use crate::error::PageError;
use crate::format;
use crate::view::Cx;

/// A file in a list.
pub(crate) struct FileView {
    /// Where it is downloaded; nothing while it is not given out.
    pub href: Option<String>,
    /// Its title, else its name.
    pub name: String,
    /// Type, size, pages and language.
    pub facts: String,
    pub licence: LicenceView,
    /// When it was checked, or what is wrong with it.
    pub checked: Option<String>,
    pub is_damaged: bool,
    /// Address of the picture of its first page.
    pub picture: Option<String>,
    /// Whether it can be listened to in place.
    pub is_sound: bool,
}

/// What readers may do with a file.
pub(crate) struct LicenceView {
    pub text: String,
    /// The licence itself, where there is a text of it.
    pub href: Option<String>,
}

/// A film or recording on another website.
pub(crate) struct FilmView {
    pub href: String,
    pub title: String,
    pub note: String,
}

/// What a file says of itself in a list.
struct About<'a> {
    title: Option<&'a str>,
    name: &'a str,
    file_type: FileType,
    size: u64,
    pages: Option<u32>,
    language: Option<&'a LanguageTag>,
    licence: Licence,
}

impl FileView {
    fn new(cx: &Cx, href: Option<String>, about: &About<'_>) -> Self {
        let mut facts = vec![about.file_type.code().to_uppercase(), format::size(cx.locale, about.size)];
        facts.extend(about.pages.map(|pages| cx.n("file-pages", u64::from(pages))));
        facts.extend(about.language.map(|language| cx.language_name(language.as_str())));
        Self {
            href,
            name: about.title.unwrap_or(about.name).to_owned(),
            facts: cx.join(&facts),
            licence: LicenceView { text: licence_name(cx, about.licence), href: about.licence.address() },
            checked: None,
            is_damaged: false,
            picture: None,
            is_sound: about.file_type == FileType::Mp3,
        }
    }

    /// A file of a record, for everybody.
    pub fn of_record(cx: &Cx, file: &File) -> Self {
        let href = format!("/files/{}", file.hash.as_str());
        let about = About {
            title: file.title.as_deref(),
            name: &file.name,
            file_type: file.file_type,
            size: file.size,
            pages: file.pages,
            language: file.language.as_ref(),
            licence: file.licence,
        };
        let checked = match (file.is_damaged, file.checked_at) {
            (true, _) => Some(cx.t("file-damaged")),
            (false, checked) => checked.map(|at| cx.t1("file-checked", "date", &format::moment(cx.locale, at))),
        };
        Self {
            checked,
            is_damaged: file.is_damaged,
            picture: file.picture.as_ref().map(|picture| format!("/files/{}", picture.as_str())),
            ..Self::new(cx, Some(href).filter(|_| !file.is_damaged), &about)
        }
    }

    /// A file that a draft adds or takes away, for who may see the draft.
    pub fn of_draft(cx: &Cx, file: &DraftFile) -> Self {
        let own = format!("/drafts/{}/files/{}", file.draft, file.hash.as_str());
        let href = if file.removes { format!("/files/{}", file.hash.as_str()) } else { cx.href(&own) };
        let about = About {
            title: file.title.as_deref(),
            name: &file.name,
            file_type: file.file_type,
            size: file.size,
            pages: None,
            language: file.language.as_ref(),
            licence: file.licence,
        };
        Self::new(cx, Some(href), &about)
    }
}

/// A licence in words.
pub(crate) fn licence_name(cx: &Cx, licence: Licence) -> String {
    if licence.address().is_some() { public_name(licence) } else { cx.t(&format!("licence-{licence}")) }
}

/// What a public licence is called in all languages.
fn public_name(licence: Licence) -> String {
    let code = licence.code();
    let (rest, igo) = code.strip_suffix("-IGO").map_or((code, ""), |rest| (rest, " IGO"));
    match rest.strip_prefix("CC-").and_then(|rest| rest.rsplit_once('-')) {
        Some((terms, version)) => format!("CC {terms} {version}{igo}"),
        None => code.replace('-', " "),
    }
}

/// The files of a record.
pub(crate) async fn of_record(cx: &Cx, record: &Record) -> Result<Vec<FileView>, PageError> {
    Ok(cx.site.store.files(record.envelope.id).await?.iter().map(|file| FileView::of_record(cx, file)).collect())
}

/// The films and recordings among the sources of a record: links with the name of the website, never part of a page of ours.
pub(crate) fn films(cx: &Cx, record: &Record) -> Vec<FilmView> {
    let film = |source: &ayni_domain::record::Source| {
        let link = media_link(&source.url)?;
        let key = if link.medium == Medium::Video { "file-film" } else { "file-recording" };
        Some(FilmView { href: source.url.clone(), title: source.title.clone(), note: cx.t1(key, "site", link.site) })
    };
    record.body.common().sources.iter().filter_map(film).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_called_as_their_makers_call_them() {
        for (licence, expected) in [(Licence::CcZero, "CC0 1.0"), (Licence::CcByNcSa, "CC BY-NC-SA 4.0"), (Licence::CcBy3Igo, "CC BY 3.0 IGO")] {
            assert_eq!(public_name(licence), expected);
        }
    }
}

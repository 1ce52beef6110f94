//! Downloads: an empty template of a kind, the records that somebody keeps, or a list as it is filtered, as XLSX or CSV.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, Response, header};
use axum::response::IntoResponse;
use ayni_domain::mandate::Capacity;
use ayni_domain::sheet::MOST_ROWS;
use ayni_domain::{Kind, LanguageTag, Locale, Record, RecordKey, State, Steward};
use ayni_formats::sheet::{WriteError, columns, write_csv, write_xlsx};
use serde_json::{Map, Value};

use super::start;
use super::words::{Template, heading};
use crate::error::PageError;
use crate::format;
use crate::page::results::{Asked, all};
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader};
use crate::stewards::stewards_of;
use crate::view::Cx;
use crate::who::Member;

/// Form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Xlsx,
    Csv,
}

impl Ending {
    pub const ALL: [Self; 2] = [Self::Xlsx, Self::Csv];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "XLSX",
            Self::Csv => "CSV",
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// Address of a download: `template`, `kept` or `list` of a kind.
pub(super) fn href(cx: &Cx, kind: Kind, what: &str, ending: Ending) -> String {
    cx.href(&format!("/sheets/download/{}/{what}.{}", kind.plural(), ending.code()))
}

/// `GET /{lang}/sheets/download/{kind}/{name}`
pub(crate) async fn get(reader: Reader, Path((_, kind, name)): Path<(String, String, String)>, Query(pairs): Pairs) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => give(&reader.0, &member, &kind, &name, &pairs).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn give(cx: &Cx, member: &Member, kind: &str, name: &str, pairs: &[(String, String)]) -> PageResult {
    let kind = Kind::from_plural(kind).ok_or(PageError::NotFound)?;
    let (what, ending) = name.split_once('.').ok_or(PageError::NotFound)?;
    let ending = Ending::ALL.into_iter().find(|own| own.code() == ending).ok_or(PageError::NotFound)?;
    let records = match what {
        "template" => Some(Vec::new()),
        "kept" => Some(kept(cx, member, kind).await?).filter(|records| records.len() <= MOST_ROWS),
        "list" => all(cx, &Asked::read(pairs), kind, MOST_ROWS).await?,
        _ => return Err(PageError::NotFound),
    };
    let Some(records) = records else {
        let most = format::number(cx.locale, MOST_ROWS as u64);
        return start(cx, member, Some(cx.t1("sheets-error-list", "most", &most)), "").await;
    };
    match write(cx, kind, ending, records).await {
        Ok(content) => Ok(file(kind, ending, content)),
        Err(problem) => start(cx, member, Some(problem), "").await,
    }
}

/// The published records of a kind that somebody keeps true: their own, those of organizations for which they speak, and these themselves.
async fn kept(cx: &Cx, member: &Member, kind: Kind) -> Result<Vec<Arc<Record>>, PageError> {
    let mut records: Vec<Arc<Record>> = Vec::new();
    for steward in stewards_of(&member.standing, Capacity::ALL) {
        records.extend(cx.site.store.kept_by(&steward, kind, MOST_ROWS as u64 + 1).await?);
        if let (Steward::Organization(slug), Kind::Organization) = (steward, kind) {
            let own = cx.site.store.find(&RecordKey { kind, slug }).await?;
            records.extend(own.filter(|record| record.envelope.state == State::Published));
        }
    }
    records.sort_by(|a, b| a.envelope.key.slug.as_str().cmp(b.envelope.key.slug.as_str()));
    records.dedup_by(|a, b| a.envelope.key == b.envelope.key);
    Ok(records)
}

/// The content of the file, or why there is none.
async fn write(cx: &Cx, kind: Kind, ending: Ending, records: Vec<Arc<Record>>) -> Result<Vec<u8>, String> {
    let own = cx.clone();
    let written = tokio::task::spawn_blocking(move || {
        let published = records.iter().filter(|record| record.envelope.state == State::Published);
        let rows: Vec<Map<String, Value>> = published.map(|record| record.body.to_json(&record.envelope.key)).collect();
        let languages = if rows.is_empty() { template_languages(own.locale) } else { Vec::new() };
        let (columns, words) = (columns(kind, &languages, &rows), Template { cx: &own, kind });
        match ending {
            Ending::Xlsx => write_xlsx(kind, &columns, &rows, &words),
            Ending::Csv => {
                let mut content = Vec::new();
                write_csv(&mut content, &columns, &rows, &words).map(|()| content).map_err(|error| WriteError::Workbook(error.to_string()))
            }
        }
    });
    match written.await {
        Ok(Ok(content)) => Ok(content),
        Ok(Err(WriteError::TooLong { slug, path })) => {
            let column = ayni_formats::sheet::Column::parse(kind, &path).map_or(path, |column| heading(cx, &column));
            Err(cx.tn("sheets-error-cell", &[("slug", &slug), ("column", &column)]))
        }
        Ok(Err(error)) => Err(failed(cx, &error)),
        Err(error) => Err(failed(cx, &error)),
    }
}

fn failed(cx: &Cx, error: &dyn std::fmt::Display) -> String {
    tracing::error!(%error, "a spreadsheet could not be written");
    cx.t("failed-text")
}

/// Languages of an empty template: the reader's, and English, in which summaries are unless the record says otherwise.
fn template_languages(reader: Locale) -> Vec<LanguageTag> {
    let mut languages = vec![reader.tag()];
    if reader != Locale::En {
        languages.push(Locale::En.tag());
    }
    languages
}

/// A file to keep, named after its kind: by that name it is known when it comes back.
pub(super) fn file(kind: Kind, ending: Ending, content: Vec<u8>) -> Response<Body> {
    let name = format!("attachment; filename=\"{}.{}\"", kind.plural(), ending.code());
    let disposition = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let media_type = HeaderValue::from_static(ending.media_type());
    ([(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, disposition)], content).into_response()
}

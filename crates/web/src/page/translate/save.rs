//! Keeping drafts of translations, and handing them over. Whatever else happens, what was typed is kept or shown again.

use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use ayni_domain::translation::{Stage, Translation, TranslationError, is_by_machine};
use ayni_domain::{Kind, Locale, Record};
use ayni_store::{StoreError, Tx};
use jiff::Timestamp;
use uuid::Uuid;

use super::machine::{self, Suggested};
use super::path;
use super::record::{Typed, find, language, show};
use super::texts::{TextAt, load};
use crate::error::PageError;
use crate::form::words::problem;
use crate::page::search::Pairs;
use crate::page::{Fields, PageResult, Reader, see_other};
use crate::view::Cx;
use crate::who::Member;

/// What a button asks for beyond keeping what was typed.
enum Wish<'a> {
    Nothing,
    /// Hand over one text, or all that the author has begun.
    HandOver(Option<&'a str>),
    /// Ask a machine for one text, or for all that nobody has begun.
    Suggest(Option<&'a str>),
}

impl<'a> Wish<'a> {
    fn read(fields: &'a Fields) -> Self {
        let (what, field) = fields.get("do").split_once(':').map_or((fields.get("do"), None), |(what, field)| (what, Some(field)));
        match what {
            "hand-over" => Self::HandOver(field),
            "suggest" => Self::Suggest(field),
            _ => Self::Nothing,
        }
    }

    fn hands_over(&self, field: &str) -> bool {
        matches!(self, Self::HandOver(wanted) if wanted.is_none_or(|wanted| wanted == field))
    }
}

/// What a form says of a text.
struct Said {
    words: String,
    /// When the draft was kept that its writer saw, in microseconds; 0 where there was none.
    seen: i64,
    /// Whether its writer looked at the translation again and found it right.
    keeps: bool,
}

impl Said {
    /// `None` where the form has no such field.
    fn read(fields: &Fields, field: &str) -> Option<Self> {
        let get = |part: &str| fields.get(&format!("{part}-{field}"));
        fields.all(&format!("text-{field}")).next()?;
        Some(Self { words: get("text").replace("\r\n", "\n"), seen: get("seen").parse().unwrap_or(0), keeps: get("keep") == "yes" })
    }
}

/// What becomes of a text.
enum Fate {
    /// Nothing was changed.
    Stays,
    /// Its writer emptied the field.
    Drops(Uuid),
    Saves,
    /// Its writer kept something else meanwhile, in another window.
    Clashes(String),
}

fn fate(text: &TextAt, said: &Said) -> Fate {
    let is_in_record = text.published.as_deref() == Some(said.words.as_str());
    match &text.own {
        Some(own) if own.at.as_microsecond() > said.seen && own.text != said.words && !said.words.is_empty() && !is_in_record => {
            Fate::Clashes(own.text.clone())
        }
        Some(own) if said.words.is_empty() => Fate::Drops(own.id),
        Some(own) if own.text == said.words && !said.keeps => Fate::Stays,
        None if said.words.is_empty() || (is_in_record && !said.keeps) => Fate::Stays,
        Some(_) | None => Fate::Saves,
    }
}

/// `POST /{lang}/translate/{kind path}/{slug}?to=`
pub(crate) async fn post(kind: Kind, reader: Reader, Path((_, slug)): Path<(String, String)>, Query(pairs): Pairs, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, kind, (&slug, &pairs), &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, kind: Kind, (slug, pairs): (&str, &[(String, String)]), fields: &Fields) -> PageResult {
    let record = find(cx, kind, slug).await?;
    let (to, wish) = (language(&record, member, pairs), Wish::read(fields));
    let mut typed = keep(cx, member, &record, to, fields, &wish).await?;
    let mut done = if matches!(wish, Wish::HandOver(_)) { "handed-over" } else { "saved" };
    if let (Wish::Suggest(field), None) = (&wish, &typed.problem) {
        match machine::suggest(cx, member, &record, to, *field).await? {
            Suggested::Drafts => done = "suggested",
            Suggested::Nothing(why) => typed.problem = Some(cx.t(why)),
        }
    }
    if typed.problem.is_some() {
        return show(cx, member, &record, to, typed).await;
    }
    Ok(see_other(&format!("{}&done={done}", cx.href(&path(&record.envelope.key, to.code())))))
}

/// Keeps what was typed, hands over what is wished, and tells what could not be kept.
async fn keep(cx: &Cx, member: &Member, record: &Record, to: Locale, fields: &Fields, wish: &Wish<'_>) -> Result<Typed, PageError> {
    let (mut typed, now) = (Typed::default(), cx.site.now());
    let revision = fields.get("revision").parse().unwrap_or(record.envelope.revision);
    let writer = Writer { cx, member, record, revision, now };
    let tx = cx.site.store.begin().await?;
    // Looked at behind the lock: another window may have been quicker.
    let texts = load(cx, record, to, member.person.id).await?;
    for text in &texts {
        let Some(said) = Said::read(fields, text.field()) else { continue };
        let field = text.field().to_owned();
        let mut own = text.own.as_ref().map(|own| (own.id, own.stage == Stage::Waiting));
        match fate(text, &said) {
            Fate::Stays => {}
            Fate::Drops(id) => {
                tx.drop_translation(id).await?;
                own = None;
            }
            Fate::Clashes(elsewhere) => {
                typed.words.insert(field.clone(), said.words);
                typed.elsewhere.insert(field, elsewhere);
                continue;
            }
            Fate::Saves => match writer.save(&tx, text, &said.words, by_machine(text, &said.words)).await? {
                Ok(id) => own = Some((id, false)),
                Err(problem) => {
                    typed.words.insert(field.clone(), said.words);
                    typed.problems.insert(field, problem);
                    continue;
                }
            },
        }
        if let (Some((id, false)), true) = (own, wish.hands_over(&field)) {
            tx.hand_translation_over(id, &member.person.id.to_string(), now).await?;
        }
    }
    tx.commit().await?;
    if !typed.elsewhere.is_empty() {
        typed.problem = Some(cx.t("translate-conflict"));
    } else if !typed.problems.is_empty() {
        typed.problem = Some(cx.t("form-wrong"));
    }
    Ok(typed)
}

/// Who writes drafts of a record's texts, and when.
pub(super) struct Writer<'a> {
    pub cx: &'a Cx,
    pub member: &'a Member,
    pub record: &'a Record,
    /// The revision whose original they translate.
    pub revision: u32,
    pub now: Timestamp,
}

impl Writer<'_> {
    /// Keeps a draft; what is wrong with it, in words, where it cannot be kept.
    pub async fn save(&self, tx: &Tx, text: &TextAt, words: &str, by_machine: bool) -> Result<Result<Uuid, String>, PageError> {
        let draft = Translation {
            id: Uuid::now_v7(),
            field: text.field().to_owned(),
            language: text.state.language.clone(),
            text: words.to_owned(),
            by_machine,
            author: self.member.person.id.to_string(),
            revision: self.revision,
            at: self.now,
            stage: Stage::Draft,
        };
        match tx.save_translation(&self.record.envelope.key, &draft).await {
            Ok(id) => Ok(Ok(id)),
            Err(StoreError::Translation(error)) => Ok(Err(wrong(self.cx, &error))),
            Err(error) => Err(error.into()),
        }
    }
}

/// Whether what was typed for a text are the words of a machine.
fn by_machine(text: &TextAt, words: &str) -> bool {
    let of_record = text.published.as_deref().map(|published| (published, text.state.by_machine));
    is_by_machine(words, text.own.as_ref().map(|own| (own.text.as_str(), own.by_machine)).or(of_record))
}

/// Why a text cannot be kept, in words.
fn wrong(cx: &Cx, error: &TranslationError) -> String {
    match error {
        TranslationError::Invalid(issues) => issues.first().map_or_else(|| cx.t("problem-other"), |issue| problem(cx, issue)),
        TranslationError::NoSuchField(_) | TranslationError::IsOriginal(_) => cx.t("translations-refused-fit"),
    }
}

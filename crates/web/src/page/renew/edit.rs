//! Changing a record from a mail: its texts in their original language, handed in for review like every change.

use axum::http::StatusCode;
use ayni_domain::draft::{By, Refusal, Step};
use ayni_domain::permission::{Actor, may_revise};
use ayni_domain::snapshot::from_record;
use ayni_domain::{LanguageTag, Record, Steward};
use ayni_store::draft::{Beginning, NewDraft, Taking};
use ayni_store::{Secret, StoreError};
use serde_json::{Map, Value};

use super::{Act, Good, done, form, over, subject};
use crate::message::exists;
use crate::page::drafts::save::tell_reviewers;
use crate::page::{Fields, PageResult};
use crate::view::Cx;

/// A text of a record that can be changed.
pub(super) struct Field {
    /// Name of the form's field.
    pub name: String,
    pub label: String,
    pub value: String,
    pub language: String,
    pub direction: &'static str,
}

/// The texts of a body that have words in a language, in the order of the form.
fn texts<'a>(body: &'a Map<String, Value>, language: &'a LanguageTag) -> impl Iterator<Item = (&'a str, &'a str)> {
    body.iter().filter_map(|(field, value)| Some((field.as_str(), value.as_object()?.get(language.as_str())?.as_str()?)))
}

fn language(record: &Record) -> &LanguageTag {
    record.body.common().summary.original().0
}

/// The fields of the form, with what was typed or what stands in the record. Fields without a word of their own are for the full form.
pub(super) fn fields(cx: &Cx, record: &Record, typed: &Fields) -> Vec<Field> {
    let (body, language) = (from_record(&record.body), language(record));
    let field = |(field, value): (&str, &str)| {
        let label = label(cx, field)?;
        let name = format!("text-{field}");
        let typed = typed.0.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone());
        let direction = if language.is_rtl() { "rtl" } else { "ltr" };
        Some(Field { name, label, value: typed.unwrap_or_else(|| value.to_owned()), language: language.to_string(), direction })
    };
    texts(&body, language).filter_map(field).collect()
}

fn label(cx: &Cx, field: &str) -> Option<String> {
    let keys = [format!("renew-field-{field}"), format!("record-{field}")];
    keys.iter().find(|key| exists(cx.locale, key)).map(|key| cx.t(key))
}

/// Makes a draft of the changed texts and hands it in; the link is used up with it.
pub(super) async fn propose(cx: &Cx, secret: &Secret, good: &Good, record: &Record, typed: &Fields) -> PageResult {
    let wrong = |key: &str| form(cx, record, Act::Edit, typed, Some(cx.t(key))).answer(StatusCode::UNPROCESSABLE_ENTITY);
    if !may_revise(Actor::Member(&good.standing), subject(record)) {
        return over(cx);
    }
    let (person, now) = (good.standing.person, cx.site.now());
    let new = NewDraft {
        beginning: Beginning::Revision { key: record.envelope.key.clone(), body: Some(changed(record, typed)) },
        author: person,
        organization: match &record.envelope.steward {
            Steward::Organization(slug) if good.standing.speaks_for(slug) => Some(slug.clone()),
            _ => None,
        },
        language: language(record).clone(),
    };
    let note = Some(typed.get("reason")).filter(|note| !note.is_empty());
    let tx = cx.site.store.begin().await?;
    if tx.take_token(&secret.hash(), good.purpose, now).await?.is_none() {
        return over(cx);
    }
    let draft = tx.add_draft(new, now).await?;
    match tx.take_step(draft.id, &Taking::new(Step::Submitted, By::Writer(person), note), now).await {
        Ok(draft) => tell_reviewers(cx, &tx, &draft).await?,
        // Dropping the transaction leaves the link as it was.
        Err(StoreError::Refused(Refusal::NothingNew)) => return wrong("renew-nothing-new"),
        Err(StoreError::Refused(_)) => return wrong("renew-edit-wrong"),
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    cx.site.mail_waits.notify_one();
    done(cx, record, "renew-edited-text")
}

fn changed(record: &Record, typed: &Fields) -> Map<String, Value> {
    let (mut body, language) = (from_record(&record.body), language(record));
    let names: Vec<String> = texts(&body, language).map(|(field, _)| field.to_owned()).collect();
    for field in names {
        let name = format!("text-{field}");
        let Some((_, value)) = typed.0.iter().find(|(own, _)| *own == name) else { continue };
        if let Some(texts) = body.get_mut(&field).and_then(Value::as_object_mut) {
            texts.insert(language.to_string(), value.replace("\r\n", "\n").trim().into());
        }
    }
    body
}

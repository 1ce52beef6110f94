//! A conflict: two people changed the same places of a draft; both texts are shown, and who saves later chooses.

use askama::Template;
use axum::http::StatusCode;
use ayni_domain::merge::{Conflict, Merged};
use ayni_domain::path::{Path, Segment};
use ayni_domain::{Kind, LanguageTag};
use ayni_store::draft::Draft;
use serde_json::Value;

use super::{name_of, names, title};
use crate::form::field::Widget;
use crate::form::place::{label, place};
use crate::form::tell::value_of;
use crate::page::{Fields, PageResult, page};
use crate::view::{Cx, Link, Words};

/// Names that are about the conflict and not about the record.
const OWN: [&str; 4] = ["settle", "add", "remove", "done"];

/// One of the two values.
struct SideView {
    lines: Vec<String>,
    language: String,
    direction: &'static str,
}

struct ConflictView {
    name: String,
    label: String,
    mine: SideView,
    theirs: SideView,
    /// Whether both can stand one after the other.
    both: bool,
    chosen: String,
}

#[derive(Template)]
#[template(path = "draft_conflict.html")]
struct ConflictPage {
    cx: Cx,
    crumbs: Vec<Link>,
    title: Words,
    id: String,
    /// Who saved the other text.
    lead: String,
    /// Version that the choice holds for.
    settle: u32,
    conflicts: Vec<ConflictView>,
    /// All that was typed, to be sent again.
    typed: Vec<(String, String)>,
    /// Whether a place was left open.
    open: bool,
}

/// Name of the field with the choice for a conflict.
fn choice_name(at: usize) -> String {
    format!("choice.{at}")
}

/// The values that were chosen in the places of conflict; `None` while one is left open or the choice was made for another version.
pub(super) fn chosen(fields: &Fields, theirs: &Draft, conflicts: &[Conflict]) -> Option<Vec<Option<Value>>> {
    if fields.get("settle") != theirs.version.to_string() {
        return None;
    }
    let choice = |(at, conflict): (usize, &Conflict)| match fields.get(&choice_name(at)) {
        "mine" => Some(conflict.mine.clone()),
        "theirs" => Some(conflict.theirs.clone()),
        "both" => both(theirs.kind, conflict).map(Some),
        _ => None,
    };
    conflicts.iter().enumerate().map(choice).collect()
}

/// Both texts one after the other, where they are texts of several words.
fn both(kind: Kind, conflict: &Conflict) -> Option<Value> {
    text_language(kind, &conflict.path)?;
    let texts = (conflict.theirs.as_ref()?.as_str()?, conflict.mine.as_ref()?.as_str()?);
    Some(format!("{}\n\n{}", texts.0, texts.1).into())
}

/// The language of a text, where the path leads to one.
fn text_language(kind: Kind, path: &Path) -> Option<LanguageTag> {
    place(kind, path).filter(|place| matches!(place.field.widget, Widget::Text(_)))?;
    match path.segments() {
        [_, .., Segment::Field(name)] => LanguageTag::parse(name),
        _ => None,
    }
}

/// The page on which to choose.
pub(super) async fn choose(cx: &Cx, theirs: &Draft, merged: &Merged, fields: &Fields) -> PageResult {
    let people = names(cx, &[theirs.saved_by]).await?;
    let side = |conflict: &Conflict, value: Option<&Value>| side(cx, theirs, conflict, value);
    let view = |(at, conflict): (usize, &Conflict)| ConflictView {
        name: choice_name(at),
        label: label(cx, theirs.kind, &conflict.path),
        mine: side(conflict, conflict.mine.as_ref()),
        theirs: side(conflict, conflict.theirs.as_ref()),
        both: both(theirs.kind, conflict).is_some(),
        chosen: fields.get(&choice_name(at)).to_owned(),
    };
    let is_typed = |(name, _): &&(String, String)| !OWN.contains(&name.as_str()) && !name.starts_with("choice.");
    let shown = ConflictPage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/drafts"), cx.t("drafts"))],
        title: title(cx, theirs),
        id: theirs.id.to_string(),
        lead: cx.t1("draft-conflict-lead", "person", &name_of(cx, &people, Some(theirs.saved_by))),
        settle: theirs.version,
        conflicts: merged.conflicts.iter().enumerate().map(view).collect(),
        typed: fields.0.iter().filter(is_typed).cloned().collect(),
        open: !fields.get("settle").is_empty(),
        cx: cx.clone(),
    };
    Ok(page(StatusCode::CONFLICT, shown.render()?))
}

fn side(cx: &Cx, draft: &Draft, conflict: &Conflict, value: Option<&Value>) -> SideView {
    let language = text_language(draft.kind, &conflict.path);
    let Some(value) = value else { return SideView { lines: vec![cx.t("draft-nothing")], language: String::new(), direction: "auto" } };
    let field = place(draft.kind, &conflict.path).map(|place| place.cell.copied().unwrap_or(place.field));
    let told = field.map(|field| value_of(cx, &field, String::new(), value));
    let (lines, own) = told.map_or_else(|| (vec![value.to_string()], String::new()), |told| (told.lines, told.language));
    let language = language.map_or(own, |tag| tag.as_str().to_owned());
    let direction = match LanguageTag::parse(&language) {
        Some(tag) if tag.is_rtl() => "rtl",
        Some(_) => "ltr",
        None => "auto",
    };
    SideView { lines, language, direction }
}

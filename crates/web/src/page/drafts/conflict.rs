//! A conflict: two people changed the same places of a draft; both texts are shown, and who saves later chooses.

use askama::Template;
use axum::http::StatusCode;
use ayni_domain::merge::{Conflict, Merged};
use ayni_domain::path::{Path, Segment};
use ayni_domain::{Kind, LanguageTag};
use ayni_store::draft::Draft;
use serde_json::Value;

use super::edit::told;
use super::name_of;
use crate::fields::Line;
use crate::form::field::Widget;
use crate::form::place::{label, place};
use crate::names::Names;
use crate::page::review::title;
use crate::page::{Fields, PageResult, page};
use crate::view::{Cx, Link, Words};

/// Names that are about the conflict and not about the record.
const OWN: [&str; 4] = ["settle", "add", "remove", "done"];

struct ConflictView {
    name: String,
    label: String,
    mine: Vec<Line>,
    theirs: Vec<Line>,
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
    let people = Names::of(&cx.site, cx.who.actor(), [theirs.saved_by]).await?;
    let side = |conflict: &Conflict, value: Option<&Value>| told(cx, theirs.kind, &conflict.path, value);
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

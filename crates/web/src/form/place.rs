//! Places: where in the form something belongs that is said about a path of the record.

use ayni_domain::Kind;
use ayni_domain::path::{Path, Segment};

use super::field::{Field, Widget, all};
use crate::view::Cx;

/// A field of the form, an entry of it, a cell of that entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The field.
    pub field: Field,
    /// Entry of a list, from 0.
    pub row: Option<usize>,
    /// Cell of the entry.
    pub cell: Option<&'static Field>,
}

/// Identifier of an element of the page for a path of the form: `f-partners-0-role`.
pub(crate) fn id(path: &str) -> String {
    format!("f-{}", path.replace('.', "-"))
}

/// Where a path belongs; `None` where no field of the kind's form is about it.
pub(crate) fn place(kind: Kind, path: &Path) -> Option<Place> {
    let segments = path.segments();
    let named: Vec<&str> = segments.iter().map_while(|segment| if let Segment::Field(name) = segment { Some(name.as_str()) } else { None }).collect();
    let first = *named.first()?;
    let wanted = if kind == Kind::Organization && first == "title" { "name" } else { first };
    let fields: Vec<Field> = all(kind).into_iter().filter(|field| field.path.split('.').next() == Some(wanted)).collect();
    let inner = |field: &&Field| field.path.split_once('.').is_none_or(|(_, inner)| named.get(1) == Some(&inner));
    // What is said about an object as a whole belongs to its first field.
    let field = *fields.iter().find(inner).or_else(|| fields.first())?;
    let rest = &segments[named.len().min(field.path.split('.').count())..];
    let row = rest.first().and_then(|segment| if let Segment::Index(row) = segment { Some(*row) } else { None });
    let cell = match (field.widget, row, rest.get(1)) {
        (Widget::Rows(cells), Some(_), Some(Segment::Field(name))) => cells.iter().find(|cell| cell.path == name),
        _ => None,
    };
    Some(Place { field, row, cell })
}

impl Place {
    /// Identifier of the element.
    pub fn id(&self) -> String {
        let mut path = self.field.path.to_owned();
        let has_entries = matches!(self.field.widget, Widget::Rows(_) | Widget::Countries);
        for part in [self.row.filter(|_| has_entries).map(|row| row.to_string()), self.cell.map(|cell| cell.path.to_owned())].into_iter().flatten() {
            path.push('.');
            path.push_str(&part);
        }
        id(&path)
    }

    /// What the place is called: `Partner 2: Role`.
    pub fn label(&self, cx: &Cx) -> String {
        let entry = self.row.filter(|_| matches!(self.field.widget, Widget::Rows(_))).map(|row| entry_name(cx, &self.field, row));
        match (entry, self.cell) {
            (Some(entry), Some(cell)) => cx.tn("draft-cell", &[("entry", &entry), ("cell", &cx.t(cell.label))]),
            (Some(entry), None) => entry,
            (None, _) => cx.t(self.field.label),
        }
    }
}

/// What an entry is called: `Partner 2`.
pub(crate) fn entry_name(cx: &Cx, field: &Field, row: usize) -> String {
    cx.tn("draft-entry", &[("what", &cx.t(field.entry)), ("number", &(row + 1).to_string())])
}

/// What a path is called for readers; the path itself where the form does not know it.
pub(crate) fn label(cx: &Cx, kind: Kind, path: &Path) -> String {
    place(kind, path).map_or_else(|| path.to_string(), |place| place.label(cx))
}

//! Showing: the fields of a page of the form, with what is kept in them, what is wrong with it and what reviewers said about it.

use ayni_domain::path::Path;
use ayni_domain::read::Issue;
use ayni_domain::{Country, Kind, LanguageTag};
use serde_json::{Map, Value};

use super::field::{Field, Vocabulary, Widget};
use super::place::{entry_name, id, place};
use super::read::{get, shown_language};
use super::words::problem;
use crate::view::{Choice, Cx};

/// A line of text.
pub(crate) struct LineView {
    pub id: String,
    pub value: String,
    /// Type of the input element.
    pub sort: &'static str,
    /// Which keys a phone offers; may be empty.
    pub keys: &'static str,
    /// Identifier of a list of suggestions; may be empty.
    pub list: &'static str,
    /// Language; may be empty where it is not known.
    pub language: String,
    pub direction: &'static str,
    /// What an entry of a list is called, for those who hear it.
    pub label: String,
    pub wrong: bool,
}

/// A text of several lines.
pub(crate) struct AreaView {
    pub value: String,
    pub rows: u8,
    pub language: String,
    pub direction: &'static str,
}

/// Codes to choose from, and a line for others.
pub(crate) struct ChecksView {
    pub choices: Vec<Choice>,
    pub others: Option<OthersView>,
}

/// A line for codes that are not offered one by one.
pub(crate) struct OthersView {
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
}

/// An entry of a list of objects.
pub(crate) struct RowView {
    pub id: String,
    pub heading: String,
    /// Value of the button that takes it away: `partners.2`.
    pub remove: String,
    pub problems: Vec<String>,
    pub cells: Vec<FieldView>,
}

/// How a field is filled in, with what is in it.
pub(crate) enum Input {
    Line(LineView),
    Area(AreaView),
    Select(Vec<Choice>),
    Checks(ChecksView),
    Lines(Vec<LineView>),
    Rows(Vec<RowView>),
}

/// What somebody said about a field.
#[derive(Clone)]
pub(crate) struct CommentView {
    /// Number of the step.
    pub seq: u32,
    /// By whom and when.
    pub by: String,
    pub words: String,
    /// Whether it is settled.
    pub settled: bool,
    /// Whether a writer of the draft said it, so that it waits for nobody who writes.
    pub own: bool,
}

/// A field of a page.
pub(crate) struct FieldView {
    pub id: String,
    pub name: String,
    pub label: String,
    pub help: Option<String>,
    pub problems: Vec<String>,
    pub comments: Vec<CommentView>,
    pub input: Input,
}

impl FieldView {
    /// Whether it has several inputs, which a legend names.
    pub fn is_group(&self) -> bool {
        matches!(self.input, Input::Checks(_) | Input::Lines(_) | Input::Rows(_))
    }

    /// Identifiers of what describes it.
    pub fn described(&self) -> String {
        let parts = [(self.help.is_some(), "help"), (!self.problems.is_empty(), "problem"), (!self.comments.is_empty(), "said")];
        parts.iter().filter(|(is_there, _)| *is_there).map(|(_, part)| format!("{}-{part}", self.id)).collect::<Vec<_>>().join(" ")
    }
}

/// What a page of the form shows.
pub(crate) struct Shown<'a> {
    pub cx: &'a Cx,
    pub kind: Kind,
    /// Language of the draft.
    pub language: &'a LanguageTag,
    pub body: &'a Map<String, Value>,
    /// What is to be marked as wrong.
    pub issues: &'a [Issue],
    /// What reviewers said, with where.
    pub comments: &'a [(Path, CommentView)],
    /// The field that gets room for one entry more.
    pub more: Option<&'a str>,
}

/// Inputs for countries that are there at least.
const FEWEST_COUNTRIES: usize = 2;

impl Shown<'_> {
    /// A field as it is shown.
    pub fn field(&self, field: &Field) -> FieldView {
        let kept = get(self.body, field.path);
        let about = |path: &Path| place(self.kind, path).filter(|place| place.field.path == field.path);
        let input = self.input(field, field.path, kept);
        let in_row = |row: Option<usize>| matches!(field.widget, Widget::Rows(_)) && row.is_some();
        let issues =
            self.issues.iter().filter(|issue| Path::parse(&issue.field).and_then(|path| about(&path)).is_some_and(|place| !in_row(place.row)));
        let mut problems: Vec<String> = Vec::new();
        for issue in issues {
            let words = with_value(problem(self.cx, issue), field, issue);
            if !problems.contains(&words) {
                problems.push(words);
            }
        }
        FieldView {
            id: id(field.path),
            name: field.path.to_owned(),
            label: self.cx.t(field.label),
            help: self.help(field, kept),
            problems,
            comments: self.comments.iter().filter(|(path, _)| about(path).is_some()).map(|(_, comment)| comment.clone()).collect(),
            input,
        }
    }

    /// The help of a field, with the language in which it is to be written where that is not the page's.
    fn help(&self, field: &Field, kept: Option<&Value>) -> Option<String> {
        let help = field.help.map(|key| self.cx.t(key));
        let language = matches!(field.widget, Widget::Text(_)).then(|| shown_language(self.language, kept));
        let foreign = language.filter(|tag| tag.split('-').next() != Some(self.cx.locale.code()));
        let note = foreign.map(|tag| self.cx.t1("draft-text-language", "language", &self.cx.language_name(&tag)));
        match (help, note) {
            (Some(help), Some(note)) => Some(format!("{help} {note}")),
            (help, note) => help.or(note),
        }
    }

    fn input(&self, field: &Field, name: &str, kept: Option<&Value>) -> Input {
        match field.widget {
            Widget::Line => Input::Line(self.line(name, plain(kept))),
            Widget::Link => Input::Line(LineView { sort: "url", keys: "url", direction: "ltr", ..self.line(name, plain(kept)) }),
            Widget::Number => Input::Line(LineView { keys: "numeric", direction: "ltr", ..self.line(name, plain(kept)) }),
            Widget::Amount => Input::Line(LineView { keys: "decimal", direction: "ltr", ..self.line(name, plain(kept)) }),
            Widget::Date => Input::Line(LineView { direction: "ltr", ..self.line(name, plain(kept)) }),
            Widget::Text(rows) => self.text(name, kept, rows),
            Widget::List => Input::Area(AreaView { value: strings(kept).join("\n"), rows: 3, language: String::new(), direction: "auto" }),
            Widget::Choice(vocabulary) => Input::Select(self.choices(vocabulary, &[plain(kept)])),
            Widget::Checks(vocabulary) => Input::Checks(self.checks(name, vocabulary, &strings(kept))),
            Widget::Country => Input::Line(self.country(name, &plain(kept))),
            Widget::Countries => Input::Lines(self.countries(field, kept)),
            Widget::Rows(cells) => Input::Rows(self.rows(field, cells, kept)),
        }
    }

    fn line(&self, name: &str, value: String) -> LineView {
        LineView {
            id: id(name),
            value,
            sort: "text",
            keys: "",
            list: "",
            language: String::new(),
            direction: "auto",
            label: String::new(),
            wrong: false,
        }
    }

    fn text(&self, name: &str, kept: Option<&Value>, rows: u8) -> Input {
        let language = shown_language(self.language, kept);
        let value = match kept {
            Some(Value::Object(texts)) => texts.get(&language).map(|text| plain(Some(text))).unwrap_or_default(),
            other => plain(other),
        };
        let direction = if LanguageTag::parse(&language).is_some_and(|tag| tag.is_rtl()) { "rtl" } else { "ltr" };
        if rows == 1 {
            Input::Line(LineView { language, direction, ..self.line(name, value) })
        } else {
            Input::Area(AreaView { value, rows, language, direction })
        }
    }

    /// The codes of a vocabulary, and those chosen ones that it does not know.
    fn choices(&self, vocabulary: Vocabulary, chosen: &[String]) -> Vec<Choice> {
        let entries = vocabulary.entries(self.cx);
        let strange = chosen.iter().filter(|code| !code.is_empty() && !entries.iter().any(|(own, _)| own == *code));
        let strange: Vec<_> = strange.map(|code| (code.clone(), code.clone())).collect();
        let choice = |(value, text): (String, String)| Choice { chosen: chosen.contains(&value), value, text };
        entries.into_iter().chain(strange).map(choice).collect()
    }

    fn checks(&self, name: &str, vocabulary: Vocabulary, chosen: &[String]) -> ChecksView {
        let Some(label) = vocabulary.others() else { return ChecksView { choices: self.choices(vocabulary, chosen), others: None } };
        let entries = vocabulary.entries(self.cx);
        let (offered, others): (Vec<String>, Vec<String>) = chosen.iter().cloned().partition(|code| entries.iter().any(|(own, _)| own == code));
        let name = format!("{name}.others");
        let others = OthersView { id: id(&name), name, label: self.cx.t(label), value: others.join(", ") };
        ChecksView { choices: self.choices(vocabulary, &offered), others: Some(others) }
    }

    fn country(&self, name: &str, code: &str) -> LineView {
        let known = Country::parse(code).filter(|country| country.code() == code);
        let value = known.map_or_else(|| code.to_owned(), |country| country.name(self.cx.locale).to_owned());
        LineView { list: "countries", ..self.line(name, value) }
    }

    fn countries(&self, field: &Field, kept: Option<&Value>) -> Vec<LineView> {
        let mut codes = strings(kept);
        let room = codes.len() + usize::from(self.more == Some(field.path) || codes.len() >= FEWEST_COUNTRIES);
        codes.resize(room.max(FEWEST_COUNTRIES), String::new());
        let wrong = |row: usize| self.issues.iter().any(|issue| issue.field == format!("{}[{row}]", field.path));
        let line = |(row, code): (usize, &String)| LineView {
            label: entry_name(self.cx, field, row),
            wrong: wrong(row),
            ..self.country(&format!("{}.{row}", field.path), code)
        };
        codes.iter().enumerate().map(line).collect()
    }

    fn rows(&self, field: &Field, cells: &'static [Field], kept: Option<&Value>) -> Vec<RowView> {
        let none = Vec::new();
        let kept = kept.and_then(Value::as_array).unwrap_or(&none);
        let room = (kept.len() + usize::from(self.more == Some(field.path))).max(1);
        (0..room).map(|row| self.row(field, cells, row, kept.get(row))).collect()
    }

    fn row(&self, field: &Field, cells: &'static [Field], row: usize, kept: Option<&Value>) -> RowView {
        let here: Vec<(&Issue, Option<&str>)> = self
            .issues
            .iter()
            .filter_map(|issue| {
                let place = place(self.kind, &Path::parse(&issue.field)?)?;
                (place.field.path == field.path && place.row == Some(row)).then(|| (issue, place.cell.map(|cell| cell.path)))
            })
            .collect();
        let said = |cell: Option<&str>| here.iter().filter(|(_, own)| *own == cell).map(|(issue, _)| problem(self.cx, issue)).collect::<Vec<_>>();
        let at = format!("{}.{row}", field.path);
        let cell = |cell: &Field| {
            let name = format!("{at}.{}", cell.path);
            FieldView {
                id: id(&name),
                label: self.cx.t(cell.label),
                help: None,
                problems: said(Some(cell.path)),
                comments: Vec::new(),
                input: self.input(cell, &name, kept.and_then(|kept| kept.get(cell.path))),
                name,
            }
        };
        RowView { id: id(&at), heading: entry_name(self.cx, field, row), problems: said(None), cells: cells.iter().map(cell).collect(), remove: at }
    }
}

/// Which entry of a list is meant, where several stand in one field.
fn with_value(words: String, field: &Field, issue: &Issue) -> String {
    let is_entry = matches!(field.widget, Widget::Countries | Widget::Checks(_) | Widget::List) && issue.field.ends_with(']');
    let value = issue.value.trim_matches('"');
    if is_entry && !value.is_empty() { format!("{value}: {words}") } else { words }
}

/// A value as somebody types it.
pub(crate) fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(entries)) => entries.iter().map(|entry| plain(Some(entry))).collect(),
        None | Some(Value::Null) => Vec::new(),
        other => vec![plain(other)],
    }
}

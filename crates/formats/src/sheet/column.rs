//! What the columns of a sheet are: one description a kind, from which templates, writing and reading are derived.
//!
//! A new field of a record needs one line in the tables here; the corpus, written and read back, shows what is forgotten.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use ayni_domain::{Kind, LanguageTag, Locale};
use serde_json::{Map, Value};

use super::vocabulary::Vocabulary;

/// Ending of the column with the languages of a text in their order; no language tag is as long.
pub(super) const ORDER: &str = "order";

/// How the cells of a field are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One text.
    Text,
    /// One text in which space says nothing: an address, a slug.
    Word,
    /// A text in several languages: a column for each.
    Texts,
    /// One code.
    Code(Vocabulary),
    /// Codes, separated by `; `.
    Codes(Vocabulary),
    /// Texts, separated by `; `.
    List,
    /// A whole number.
    Count,
    /// A number.
    Amount,
    /// A year, a month or a day.
    Date,
    /// Small objects, one a line: their parts, separated by ` | `.
    Entries(&'static [Part]),
}

/// A part of a small object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Field of the object.
    pub name: &'static str,
    /// `Text`, `Word`, `Code`, `Count` or `Date`.
    pub form: Form,
    /// Whether it has to be there.
    pub required: bool,
}

/// A field of a kind of record, as sheets have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Where the value stands in the record: `period.start`.
    pub path: Cow<'static, str>,
    /// How its cells are written.
    pub form: Form,
    /// Whether no record can do without.
    pub required: bool,
    /// What it is, in an English sentence or two.
    pub about: &'static str,
}

/// Which part of its field a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// All of it.
    Whole,
    /// The text in this language.
    In(LanguageTag),
    /// The languages of the text, the original first: needed only where they do not stand in the usual order: the original of
    /// the record, the languages of the interface, the others by tag.
    Order,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The field.
    pub field: Field,
    /// Which part of it.
    pub side: Side,
}

const fn field(path: &'static str, form: Form, about: &'static str) -> Field {
    Field { path: Cow::Borrowed(path), form, required: false, about }
}

const fn required(path: &'static str, form: Form, about: &'static str) -> Field {
    Field { path: Cow::Borrowed(path), form, required: true, about }
}

const fn part(name: &'static str, form: Form) -> Part {
    Part { name, form, required: true }
}

const fn optional(name: &'static str, form: Form) -> Part {
    Part { name, form, required: false }
}

static HEAD: [Field; 4] = [
    field("kind", Form::Code(Vocabulary::Kind), "What the rows of the sheet are. May be left empty."),
    required("slug", Form::Word, "End of the record's address: a-z, 0-9 and hyphens. It says which record a row is about, and never changes."),
    required("title", Form::Texts, "Title as published; one language at least."),
    required("summary", Form::Texts, "In own words, at most four sentences in each language; English always."),
];

static TAIL: [Field; 6] = [
    field("themes", Form::Codes(Vocabulary::Theme), "Themes."),
    field("sdgs", Form::Codes(Vocabulary::Sdg), "Goals and targets of the 2030 Agenda: 8; 8.7; 8.b."),
    field("countries", Form::Codes(Vocabulary::Country), "Countries that the record is about."),
    field("languages", Form::Codes(Vocabulary::Language), "Languages in which the thing itself exists, as tags: pt; zh-Hans."),
    field("original", Form::Code(Vocabulary::Language), "Language in which the record was written, as a tag, where it is not English: es."),
    required(
        "sources",
        Form::Entries(&[part("url", Form::Word), part("title", Form::Text), optional("publisher", Form::Text), optional("year", Form::Count)]),
        "Where the facts were found; one at least.",
    ),
];

static COOPERATION: [Field; 9] = [
    required("modality", Form::Codes(Vocabulary::Modality), "Forms of the cooperation; one at least."),
    field(
        "partners",
        Form::Entries(&[
            part("name", Form::Text),
            part("constituency", Form::Code(Vocabulary::Constituency)),
            part("role", Form::Code(Vocabulary::Role)),
            optional("country", Form::Code(Vocabulary::Country)),
        ]),
        "Who takes part, by name as the source has it.",
    ),
    field("countries_by_role.provider", Form::Codes(Vocabulary::Country), "Countries that share their experience."),
    field("countries_by_role.recipient", Form::Codes(Vocabulary::Country), "Countries that take it up."),
    field("countries_by_role.peer", Form::Codes(Vocabulary::Country), "Countries that do both."),
    field("countries_by_role.facilitator", Form::Codes(Vocabulary::Country), "Countries that bring the others together, or pay."),
    field("period.start", Form::Date, "Begin."),
    field("period.end", Form::Date, "End; empty where the source names none."),
    field("adapted_from", Form::List, "What it was adapted from: kind/slug of the record, or a title where there is none."),
];

static PRACTICE: [Field; 13] = [
    field("challenge", Form::Texts, "The problem that was met."),
    field("approach", Form::Texts, "What was done."),
    field("results", Form::Texts, "What came of it."),
    field("replicability", Form::Texts, "Where else it could work, and with what changes."),
    field("sustainability", Form::Texts, "What goes on after the money ends."),
    field("criteria.innovative", Form::Texts, "Criterion: what is special about it and may interest others."),
    field("criteria.effective", Form::Texts, "Criterion: what changed, and how it is known."),
    field("criteria.replicable", Form::Texts, "Criterion: where it could work, and with what changes."),
    field("criteria.sustainable", Form::Texts, "Criterion: what goes on after the money ends."),
    field("criteria.relevant", Form::Texts, "Criterion: which goal it serves, directly or not."),
    field("criteria.ethical", Form::Texts, "Criterion: whose needs it answers and who agreed."),
    field("criteria.efficient", Form::Texts, "Criterion: how people, money and time were used."),
    field("criteria.tripartite", Form::Texts, "Criterion: what government, workers and employers each did."),
];

static INITIATIVE: [Field; 3] = [
    field("budget.amount", Form::Amount, "Money as the source states it."),
    field("budget.currency", Form::Word, "Three-letter code of ISO 4217."),
    field("outputs", Form::Texts, "What was produced, in own words."),
];

static PUBLICATION: [Field; 7] = [
    required("type", Form::Code(Vocabulary::PublicationType), "What the publication is."),
    field("year", Form::Count, "Year of publication."),
    field("publisher", Form::Text, "Who published it."),
    field("authors", Form::List, "Who wrote it, each name as the source has it."),
    field("isbn", Form::Text, "ISBN-10 or ISBN-13 with a right check digit."),
    field("pages", Form::Count, "Number of pages."),
    field("series", Form::Text, "Series and number."),
];

static COURSE: [Field; 8] = [
    field("format", Form::Code(Vocabulary::CourseFormat), "How the course is held."),
    field("organisers", Form::List, "Who holds it."),
    field("start", Form::Date, "First day."),
    field("end", Form::Date, "Last day."),
    field("place", Form::Text, "Where."),
    field("audience", Form::Text, "For whom."),
    field("participants", Form::Count, "How many took part, as the source states it."),
    field("programme", Form::Text, "The programme it belongs to."),
];

static EVENT: [Field; 7] = [
    required("type", Form::Code(Vocabulary::EventType), "What the event is."),
    field("organisers", Form::List, "Who held it."),
    field("start", Form::Date, "First day."),
    field("end", Form::Date, "Last day."),
    field("place", Form::Text, "Where."),
    field("participants", Form::Count, "How many took part, as the source states it."),
    field(
        "stops",
        Form::Entries(&[part("place", Form::Text), part("country", Form::Code(Vocabulary::Country)), part("topic", Form::Text)]),
        "Stops of a learning journey or study tour, in order.",
    ),
];

static ORGANIZATION: [Field; 6] = [
    required("name", Form::Texts, "Name as published; one language at least."),
    field("acronym", Form::Text, "Short form of the name."),
    required("constituency", Form::Code(Vocabulary::Constituency), "Whom the organization speaks for."),
    field("country", Form::Code(Vocabulary::Country), "Seat."),
    field("website", Form::Word, "Web address."),
    field("about", Form::Texts, "What it is and does, in own words."),
];

static GROUPING: [Field; 3] = [
    field("acronym", Form::Text, "Short form of the name."),
    required(
        "members",
        Form::Entries(&[part("country", Form::Code(Vocabulary::Country)), optional("since", Form::Date), optional("until", Form::Date)]),
        "Members: country, first day, day of leaving. A country that left and came back has two lines.",
    ),
    field("secretariat", Form::Text, "Seat of the secretariat."),
];

/// The fields of a kind, in the order of a template.
#[must_use]
pub fn fields(kind: Kind) -> &'static [Field] {
    static FIELDS: LazyLock<HashMap<Kind, Vec<Field>>> = LazyLock::new(|| Kind::ALL.iter().map(|&kind| (kind, gather(kind))).collect());
    FIELDS.get(&kind).map_or(&[], Vec::as_slice)
}

fn gather(kind: Kind) -> Vec<Field> {
    let own: [&[Field]; 2] = match kind {
        Kind::Practice => [&PRACTICE, &COOPERATION],
        Kind::Initiative => [&INITIATIVE, &COOPERATION],
        Kind::Publication => [&PUBLICATION, &[]],
        Kind::Course => [&COURSE, &[]],
        Kind::Event => [&EVENT, &[]],
        Kind::Organization => [&ORGANIZATION, &[]],
        Kind::Grouping => [&GROUPING, &[]],
    };
    HEAD.iter().chain(own.into_iter().flatten()).chain(&TAIL).cloned().collect()
}

/// The columns of a kind that hold everything of these records, and texts in these languages besides.
///
/// Without records they are an empty template.
#[must_use]
pub fn columns<'a>(kind: Kind, languages: &[LanguageTag], records: impl IntoIterator<Item = &'a Map<String, Value>>) -> Vec<Column> {
    let fields = fields(kind);
    let mut needed: Vec<(Vec<LanguageTag>, bool)> = fields.iter().map(|_| (languages.to_vec(), false)).collect();
    for record in records {
        for (field, (languages, order)) in fields.iter().zip(&mut needed) {
            let Some(text) = field.get(record).and_then(Value::as_object).filter(|_| field.form == Form::Texts) else { continue };
            languages.extend(text.keys().filter_map(|tag| LanguageTag::parse(tag)).filter(|tag| !languages.contains(tag)).collect::<Vec<_>>());
            *order = *order || !text.keys().eq(&default_order(text.keys(), original(record)));
        }
    }
    let mut columns = Vec::new();
    for (field, (mut languages, order)) in fields.iter().zip(needed) {
        let column = |side| Column { field: field.clone(), side };
        if field.form != Form::Texts {
            columns.push(column(Side::Whole));
            continue;
        }
        languages.sort_by_key(|tag| rank(tag.as_str()));
        languages.dedup();
        columns.extend(languages.into_iter().map(Side::In).map(column));
        columns.extend(order.then(|| column(Side::Order)));
    }
    columns
}

/// The language in which a record was written, where it says.
pub(super) fn original(record: &Map<String, Value>) -> Option<&str> {
    record.get("original").and_then(Value::as_str)
}

/// In which order languages stand where nobody says (see [`Side::Order`]).
pub(super) fn default_order<'a>(languages: impl Iterator<Item = &'a String>, original: Option<&str>) -> Vec<String> {
    let mut ordered: Vec<String> = languages.cloned().collect();
    ordered.sort_by_key(|tag| (Some(tag.as_str()) != original, rank(tag)));
    ordered
}

fn rank(tag: &str) -> (usize, String) {
    let primary = tag.split('-').next().unwrap_or(tag);
    (Locale::parse(primary).map_or(usize::MAX, Locale::index), tag.to_owned())
}

impl Field {
    /// The field's value in a record.
    pub(super) fn get<'a>(&self, record: &'a Map<String, Value>) -> Option<&'a Value> {
        let mut steps = self.path.split('.');
        let first = record.get(steps.next()?)?;
        steps.try_fold(first, |value, step| value.get(step))
    }
}

impl Column {
    /// Name in the machine-readable row of a sheet: `title.en`, `themes`, `period.start`.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.side {
            Side::Whole => self.field.path.to_string(),
            Side::In(tag) => format!("{}.{tag}", self.field.path),
            Side::Order => format!("{}.{ORDER}", self.field.path),
        }
    }

    /// The column of a kind that bears this name, in capitals or not.
    #[must_use]
    pub fn parse(kind: Kind, name: &str) -> Option<Self> {
        let name = name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        fields(kind).iter().find_map(|field| {
            let (begin, rest) = name.split_at_checked(field.path.len())?;
            let rest = rest.strip_prefix('.');
            let side = match (field.form, rest) {
                _ if !begin.eq_ignore_ascii_case(&field.path) => return None,
                (Form::Texts, Some(rest)) if rest.eq_ignore_ascii_case(ORDER) => Side::Order,
                (Form::Texts, Some(rest)) => Side::In(read_tag(rest)?),
                (Form::Texts, None) => return None,
                _ if name.len() == field.path.len() => Side::Whole,
                _ => return None,
            };
            Some(Self { field: field.clone(), side })
        })
    }

    /// The language of the column's texts, where it has one.
    #[must_use]
    pub const fn language(&self) -> Option<&LanguageTag> {
        match &self.side {
            Side::In(tag) => Some(tag),
            _ => None,
        }
    }

    /// What the column is, in an English sentence or two.
    #[must_use]
    pub const fn about(&self) -> &'static str {
        match self.side {
            Side::Order => "Languages of this text, the original first; empty where that is the order of the columns.",
            _ => self.field.about,
        }
    }

    /// How a cell is written, in English.
    #[must_use]
    pub fn how(&self) -> String {
        match (&self.side, self.field.form) {
            (Side::Order, _) => "Language tags, separated by ;".into(),
            (Side::In(tag), _) => format!("Text in the language {tag}"),
            (Side::Whole, form) => form.how(),
        }
    }
}

impl Form {
    fn how(self) -> String {
        match self {
            Self::Text | Self::Word | Self::Texts => "Text".into(),
            Self::Code(_) => "One code".into(),
            Self::Codes(_) => "Codes, separated by ;".into(),
            Self::List => r"Texts, separated by ; or each on a line of its own; a semicolon inside a text is written \;".into(),
            Self::Count => "Whole number".into(),
            Self::Amount => "Number, without separators of thousands and with a decimal point".into(),
            Self::Date => "YYYY, YYYY-MM or YYYY-MM-DD".into(),
            Self::Entries(parts) => {
                let shown = |part: &Part| if part.required { part.name.to_owned() } else { format!("({})", part.name) };
                let parts: Vec<String> = parts.iter().map(shown).collect();
                format!(r"One a line: {}; what is in brackets may be left out; a bar inside a text is written \|", parts.join(" | "))
            }
        }
    }
}

/// A language tag whose language stands in capitals or not.
fn read_tag(text: &str) -> Option<LanguageTag> {
    let (language, rest) = text.split_at(text.find('-').unwrap_or(text.len()));
    LanguageTag::parse(&format!("{}{rest}", language.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(Column::parse(Kind::Practice, name).map(|column| column.path()).as_deref(), expected, "{name:?}");
    }

    #[test]
    fn a_column_is_known_by_its_path() {
        check("slug", Some("slug"));
        check(" \u{feff}SLUG\n", Some("slug"));
        check("Title.EN", Some("title.en"));
        check("title.zh-Hans", Some("title.zh-Hans"));
        check("title.order", Some("title.order"));
        check("countries_by_role.provider", Some("countries_by_role.provider"));
        for unknown in ["", "title", "title.", "title.english", "themes.en", "slugs", "period", "titel", "ＳＬＵＧ", "website", "é"] {
            check(unknown, None);
        }
    }

    #[test]
    fn every_column_is_found_again_by_its_path() {
        let languages = ["en", "tet", "pt-BR"].map(|tag| LanguageTag::parse(tag).expect("a tag"));
        for &kind in Kind::ALL {
            for column in columns(kind, &languages, []) {
                assert_eq!(Column::parse(kind, &column.path()), Some(column));
            }
        }
    }

    #[test]
    fn a_template_has_the_languages_that_are_asked_for_and_those_that_are_there() {
        let record = serde_json::json!({"title": {"tet": "a", "es": "b"}, "summary": {"en": "c", "fr": "d"}});
        let columns = columns(Kind::Course, &[Locale::Pt.tag()], record.as_object());
        let paths: Vec<String> = columns.iter().map(Column::path).take_while(|path| path != "format").collect();
        assert_eq!(paths, ["kind", "slug", "title.es", "title.pt", "title.tet", "title.order", "summary.en", "summary.fr", "summary.pt"]);
    }
}

//! Fields: what a record of a kind is asked for, each with the way in which it is filled in.

use ayni_domain::criterion::Criterion;
use ayni_domain::course::CourseFormat;
use ayni_domain::event::EventType;
use ayni_domain::publication::PublicationType;
use ayni_domain::{Constituency, Kind, Locale, Modality, Role, Sdg, Theme};

use crate::format;
use crate::view::Cx;

/// How a field is filled in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Widget {
    /// A line of words.
    Line,
    /// A web address.
    Link,
    /// A whole number.
    Number,
    /// A sum of money.
    Amount,
    /// A date, as far as it is known.
    Date,
    /// A text in the language of the draft, so many lines high; translations stay as they are.
    Text(u8),
    /// Words, one entry a line.
    List,
    /// One code.
    Choice(Vocabulary),
    /// Several codes.
    Checks(Vocabulary),
    /// A country by its name.
    Country,
    /// Countries by their names.
    Countries,
    /// Objects of a few cells, one below the other.
    Rows(&'static [Field]),
}

/// One field, or one cell of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// Where it stands in the record; `period.start` is a field of an object.
    pub path: &'static str,
    /// How it is filled in.
    pub widget: Widget,
    /// Key of its label.
    pub label: &'static str,
    /// Key of what helps to fill it in.
    pub help: Option<&'static str>,
    /// Key of what one entry of a list is called.
    pub entry: &'static str,
}

const fn field(path: &'static str, widget: Widget, label: &'static str) -> Field {
    Field { path, widget, label, help: None, entry: label }
}

impl Field {
    const fn help(self, key: &'static str) -> Self {
        Self { help: Some(key), ..self }
    }

    const fn entry(self, key: &'static str) -> Self {
        Self { entry: key, ..self }
    }
}

/// A list of codes with words for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    Theme,
    Goal,
    Modality,
    Constituency,
    Role,
    Publication,
    Event,
    Format,
    Language,
}

impl Vocabulary {
    /// Codes with their words, in the order in which they are offered.
    pub fn entries(self, cx: &Cx) -> Vec<(String, String)> {
        fn coded<T: Copy + std::fmt::Display>(cx: &Cx, all: &[T], prefix: &str) -> Vec<(String, String)> {
            all.iter().map(|value| (value.to_string(), cx.t(&format!("{prefix}-{value}")))).collect()
        }
        match self {
            Self::Theme => {
                let mut themes: Vec<_> = Theme::ALL.iter().map(|theme| (theme.to_string(), theme.name(cx.locale).to_owned())).collect();
                themes.sort_by(|a, b| format::compare(cx.locale, &a.1, &b.1));
                themes
            }
            Self::Goal => {
                let goals = (1..=17).filter_map(Sdg::goal_of);
                goals.map(|goal| (goal.to_string(), format!("{goal} {}", goal.short(cx.locale)))).collect()
            }
            Self::Modality => coded(cx, Modality::ALL, "modality"),
            Self::Constituency => coded(cx, Constituency::ALL, "constituency"),
            Self::Role => coded(cx, Role::ALL, "role"),
            Self::Publication => coded(cx, PublicationType::ALL, "publication"),
            Self::Event => coded(cx, EventType::ALL, "event"),
            Self::Format => coded(cx, CourseFormat::ALL, "format"),
            Self::Language => coded(cx, Locale::ALL, "language"),
        }
    }

    /// Key of the label of the line for codes that are not offered one by one.
    pub const fn others(self) -> Option<&'static str> {
        match self {
            Self::Goal => Some("field-targets"),
            Self::Language => Some("field-other-languages"),
            _ => None,
        }
    }
}

const PARTNER: &[Field] = &[
    field("name", Widget::Line, "field-name"),
    field("country", Widget::Country, "facet-country"),
    field("constituency", Widget::Choice(Vocabulary::Constituency), "facet-constituency"),
    field("role", Widget::Choice(Vocabulary::Role), "record-role"),
];
const SOURCE: &[Field] = &[
    field("url", Widget::Link, "field-address"),
    field("title", Widget::Line, "field-title"),
    field("publisher", Widget::Line, "fact-publisher"),
    field("year", Widget::Number, "fact-year"),
];
const STOP: &[Field] = &[
    field("place", Widget::Line, "fact-place"),
    field("country", Widget::Country, "facet-country"),
    field("topic", Widget::Line, "field-topic"),
];
const MEMBER: &[Field] = &[
    field("country", Widget::Country, "facet-country"),
    field("since", Widget::Date, "grouping-since"),
    field("until", Widget::Date, "grouping-until"),
];

const START: Field = field("start", Widget::Date, "field-start").help("help-date");
const END: Field = field("end", Widget::Date, "field-end");
const PERIOD: &[Field] = &[Field { path: "period.start", ..START }, Field { path: "period.end", ..END }];
const BY_ROLE: &[Field] = &[
    field("countries_by_role.provider", Widget::Countries, "field-countries-provider").entry("facet-country").help("help-countries-by-role"),
    field("countries_by_role.recipient", Widget::Countries, "field-countries-recipient").entry("facet-country"),
    field("countries_by_role.peer", Widget::Countries, "field-countries-peer").entry("facet-country"),
    field("countries_by_role.facilitator", Widget::Countries, "field-countries-facilitator").entry("facet-country"),
];
const BUDGET: &[Field] =
    &[field("budget.amount", Widget::Amount, "field-amount"), field("budget.currency", Widget::Line, "field-currency").help("help-currency")];

macro_rules! one {
    ($path:literal, $widget:expr, $label:literal) => {
        &[const { field($path, $widget, $label) }]
    };
    ($path:literal, $widget:expr, $label:literal, $help:literal) => {
        &[const { field($path, $widget, $label).help($help) }]
    };
}

/// The fields in which one name of the record's form is filled in; none where it is filled in elsewhere.
#[allow(clippy::too_many_lines)] // a table
pub(crate) fn of(kind: Kind, name: &str) -> &'static [Field] {
    use Widget::{Checks, Choice, Country, Countries, Line, Link, List, Number, Rows, Text};
    match (name, kind) {
        ("title", Kind::Organization) => &[], // its name is its title
        ("title", Kind::Practice) => one!("title", Text(1), "field-title", "help-title-practice"),
        ("title", _) => one!("title", Text(1), "field-title", "help-title"),
        ("name", _) => one!("name", Text(1), "field-name", "help-name"),
        ("summary", _) => one!("summary", Text(4), "field-summary", "help-summary"),
        ("challenge", _) => one!("challenge", Text(5), "record-challenge", "help-challenge"),
        ("approach", _) => one!("approach", Text(5), "record-approach", "help-approach"),
        ("results", _) => one!("results", Text(5), "record-results", "help-results"),
        ("replicability", _) => one!("replicability", Text(5), "record-replicability", "help-replicability"),
        ("sustainability", _) => one!("sustainability", Text(5), "record-sustainability", "help-sustainability"),
        ("outputs", _) => one!("outputs", Text(5), "record-outputs", "help-outputs"),
        ("about", _) => one!("about", Text(6), "record-about", "help-about"),
        ("countries", _) => &[const { field("countries", Countries, "countries-title").help("help-countries").entry("facet-country") }],
        ("partners", _) => &[const { field("partners", Rows(PARTNER), "record-partners").help("help-partners").entry("record-partner") }],
        ("sources", _) => &[const { field("sources", Rows(SOURCE), "record-sources").help("help-sources").entry("field-source") }],
        ("stops", _) => &[const { field("stops", Rows(STOP), "record-stops").help("help-stops").entry("field-stop") }],
        ("members", _) => &[const { field("members", Rows(MEMBER), "grouping-members").help("help-members").entry("field-member") }],
        ("modality", _) => one!("modality", Checks(Vocabulary::Modality), "fact-modality", "help-modality"),
        ("themes", _) => one!("themes", Checks(Vocabulary::Theme), "fact-themes", "help-themes"),
        ("sdgs", _) => one!("sdgs", Checks(Vocabulary::Goal), "fact-goals", "help-sdgs"),
        ("languages", _) => one!("languages", Checks(Vocabulary::Language), "fact-exists-in", "help-languages"),
        ("countries_by_role", _) => BY_ROLE,
        ("period", _) => PERIOD,
        ("start", _) => const { &[START] },
        ("end", _) => const { &[END] },
        ("adapted_from", _) => one!("adapted_from", List, "field-adapted-from", "help-adapted-from"),
        ("budget", _) => BUDGET,
        ("type", Kind::Event) => one!("type", Choice(Vocabulary::Event), "fact-type"),
        ("type", _) => one!("type", Choice(Vocabulary::Publication), "fact-type"),
        ("format", _) => one!("format", Choice(Vocabulary::Format), "fact-format"),
        ("year", _) => one!("year", Number, "fact-year"),
        ("publisher", _) => one!("publisher", Line, "fact-publisher"),
        ("authors", _) => one!("authors", List, "fact-authors", "help-lines"),
        ("organisers", _) => one!("organisers", List, "fact-organisers", "help-lines"),
        ("isbn", _) => one!("isbn", Line, "fact-isbn"),
        ("pages", _) => one!("pages", Number, "fact-pages"),
        ("series", _) => one!("series", Line, "fact-series"),
        ("place", _) => one!("place", Line, "fact-place"),
        ("audience", _) => one!("audience", Line, "fact-audience"),
        ("participants", _) => one!("participants", Number, "fact-participants", "help-participants"),
        ("programme", _) => one!("programme", Line, "fact-programme"),
        ("constituency", _) => one!("constituency", Choice(Vocabulary::Constituency), "field-constituency"),
        ("acronym", _) => one!("acronym", Line, "fact-acronym"),
        ("country", _) => one!("country", Country, "fact-seat"),
        ("website", _) => one!("website", Link, "fact-website"),
        ("secretariat", _) => one!("secretariat", Line, "fact-secretariat"),
        _ => &[],
    }
}

/// The field of a criterion: the criterion is the label, its question the help.
pub(crate) const fn criterion(criterion: Criterion) -> Field {
    let (path, label, help) = match criterion {
        Criterion::Innovative => ("criteria.innovative", "criterion-innovative", "criterion-innovative-question"),
        Criterion::Effective => ("criteria.effective", "criterion-effective", "criterion-effective-question"),
        Criterion::Replicable => ("criteria.replicable", "criterion-replicable", "criterion-replicable-question"),
        Criterion::Sustainable => ("criteria.sustainable", "criterion-sustainable", "criterion-sustainable-question"),
        Criterion::Relevant => ("criteria.relevant", "criterion-relevant", "criterion-relevant-question"),
        Criterion::Ethical => ("criteria.ethical", "criterion-ethical", "criterion-ethical-question"),
        Criterion::Efficient => ("criteria.efficient", "criterion-efficient", "criterion-efficient-question"),
        Criterion::Tripartite => ("criteria.tripartite", "criterion-tripartite", "criterion-tripartite-question"),
    };
    field(path, Widget::Text(8), label).help(help)
}

/// All fields of a kind, those of criteria included.
pub(crate) fn all(kind: Kind) -> Vec<Field> {
    let full = super::Part::Full.sections(kind).into_iter().flat_map(|section| section.fields);
    let criteria = Criterion::ALL.iter().filter(|_| kind == Kind::Practice).map(|own| criterion(*own));
    full.chain(criteria).collect()
}

//! Words of spreadsheets: what stands in a template for people, and what is wrong with a file, a row, a cell.

use ayni_domain::path::Path;
use ayni_domain::read::Problem;
use ayni_domain::{Kind, Locale};
use ayni_formats::sheet::{Column, Field, Form, Note, Part, ReadError, RowIssue, Side, Vocabulary, Words, fault};

use crate::fields;
use crate::form::field::all;
use crate::form::words;
use crate::format;
use crate::view::Cx;

/// The words of a template in the reader's language.
pub(super) struct Template<'a> {
    pub cx: &'a Cx,
    pub kind: Kind,
}

impl Words for Template<'_> {
    fn heading(&self, column: &Column) -> Option<String> {
        Some(heading(self.cx, column))
    }

    fn about(&self, column: &Column) -> String {
        let path = column.field.path.as_ref();
        match path {
            _ if self.cx.locale == Locale::En => column.about().to_owned(),
            _ if column.side == Side::Order => self.cx.t("sheet-about-order"),
            "kind" | "slug" | "original" => self.cx.t(&format!("sheet-about-{path}")),
            path => {
                let help = all(self.kind).into_iter().find(|field| field.path == path).and_then(|field| field.help);
                help.map(|key| self.cx.t(key)).unwrap_or_default()
            }
        }
    }

    fn how(&self, column: &Column) -> String {
        match (&column.side, column.field.form) {
            (Side::Order, _) => self.cx.t("sheet-how-order"),
            (Side::In(tag), _) => self.cx.t1("sheet-how-text-in", "language", &self.cx.language_name(tag.as_str())),
            (Side::Whole, Form::Entries(parts)) => self.cx.t1("sheet-how-entries", "parts", &entry(parts)),
            (Side::Whole, form) => self.cx.t(how(form)),
        }
    }

    fn legend(&self) -> [String; 5] {
        ["sheet-legend-column", "sheet-legend-heading", "sheet-legend-required", "sheet-legend-about", "sheet-legend-how"].map(|key| self.cx.t(key))
    }

    fn vocabulary(&self, vocabulary: Vocabulary) -> String {
        self.cx.t(match vocabulary {
            Vocabulary::Kind => "facet-kind",
            Vocabulary::Theme => "fact-themes",
            Vocabulary::Sdg => "fact-goals",
            Vocabulary::Country => "facet-country",
            Vocabulary::Language => "facet-language",
            Vocabulary::Modality => "fact-modality",
            Vocabulary::Constituency => "facet-constituency",
            Vocabulary::Role => "record-role",
            Vocabulary::PublicationType | Vocabulary::EventType => "fact-type",
            Vocabulary::CourseFormat => "fact-format",
        })
    }

    fn code(&self, vocabulary: Vocabulary, code: &str) -> Option<String> {
        let prefix = match vocabulary {
            Vocabulary::Kind => "kind",
            Vocabulary::Modality => "modality",
            Vocabulary::Constituency => "constituency",
            Vocabulary::Role => "role",
            Vocabulary::PublicationType => "publication",
            Vocabulary::EventType => "event",
            Vocabulary::CourseFormat => "format",
            Vocabulary::Theme | Vocabulary::Sdg | Vocabulary::Country | Vocabulary::Language => {
                return vocabulary.label(code, self.cx.locale).map(str::to_owned);
            }
        };
        Some(self.cx.t(&format!("{prefix}-{code}")))
    }

    fn is_rtl(&self) -> bool {
        self.cx.locale.tag().is_rtl()
    }
}

fn how(form: Form) -> &'static str {
    match form {
        Form::Code(_) => "sheet-how-code",
        Form::Codes(_) => "sheet-how-codes",
        Form::List => "sheet-how-list",
        Form::Count => "sheet-how-count",
        Form::Amount => "sheet-how-amount",
        Form::Date => "sheet-how-date",
        Form::Text | Form::Word | Form::Texts | Form::Entries(_) => "sheet-how-text",
    }
}

/// The parts of an entry as they stand in a line; those that may be left out in brackets.
fn entry(parts: &[Part]) -> String {
    let shown = |part: &Part| if part.required { part.name.to_owned() } else { format!("({})", part.name) };
    parts.iter().map(shown).collect::<Vec<_>>().join(" | ")
}

/// What a column is called for readers.
pub(super) fn heading(cx: &Cx, column: &Column) -> String {
    let field = name(cx, &column.field);
    match &column.side {
        Side::Whole => field,
        Side::In(tag) => format!("{field} › {}", cx.language_name(tag.as_str())),
        Side::Order => format!("{field} › {}", cx.t("sheet-column-order")),
    }
}

fn name(cx: &Cx, field: &Field) -> String {
    match field.path.as_ref() {
        "kind" => cx.t("facet-kind"),
        "slug" => cx.t("sheet-column-slug"),
        path => Path::parse(path).map_or_else(|| path.to_owned(), |path| fields::place(cx, &path)),
    }
}

/// Where something is wrong: the column as a spreadsheet names it, and what it is called; of what is missing, the field.
pub(super) fn spot(cx: &Cx, issue: &RowIssue) -> String {
    match &issue.spot {
        Some(spot) => format!("{} · {}", spot.letters(), heading(cx, &spot.column)),
        None => Path::parse(&issue.issue.field).map_or_else(|| issue.issue.field.clone(), |path| fields::place(cx, &path)),
    }
}

/// Rules of rows, known by their texts for logs.
const RULES: [(&str, &str); 6] = [
    (fault::ERROR, "sheet-problem-error"),
    (fault::FORMULA, "sheet-problem-formula"),
    (fault::MERGED, "sheet-problem-merged"),
    (fault::AMBIGUOUS, "sheet-problem-ambiguous"),
    (fault::PARTS, "sheet-problem-parts"),
    (fault::KIND, "sheet-problem-kind"),
];

/// What is wrong with a cell, and what to do about it.
pub(super) fn problem(cx: &Cx, issue: &RowIssue) -> String {
    let own = match &issue.issue.problem {
        Problem::Rule(rule) => RULES.iter().find(|(own, _)| own == rule).map(|(_, key)| *key),
        problem => Some(words::key(problem)).filter(|key| *key == "problem-choose").map(|_| "sheet-problem-code"),
    };
    match own {
        Some(key) => cx.t(key),
        None if issue.issue.field == "slug" && matches!(issue.issue.problem, Problem::Rule(_)) => cx.t("sheet-problem-slug"),
        None => words::problem(cx, &issue.issue),
    }
}

/// Why a file cannot be read, and what to do about it.
pub(super) fn unreadable(cx: &Cx, error: &ReadError) -> String {
    match error {
        ReadError::TooMuch { .. } => cx.t("sheets-error-much"),
        ReadError::Old => cx.t("sheets-error-old"),
        ReadError::NoSheet(_) => cx.t("sheets-error-no-sheet"),
        ReadError::Damaged(_) => cx.t("sheets-error-damaged"),
        ReadError::NoColumns => cx.t("sheets-error-columns"),
        ReadError::NoKind => cx.t("sheets-error-kind"),
        ReadError::Twice { path, .. } => cx.t1("sheets-error-twice", "column", path),
    }
}

/// What was left aside or guessed.
pub(super) fn note(cx: &Cx, note: &Note) -> String {
    match note {
        Note::Encoding => cx.t("sheets-note-encoding"),
        Note::Sheet(sheet) => cx.t1("sheets-note-sheet", "sheet", sheet),
        Note::Column { number, name, cells, .. } => {
            let (column, cells) = (ayni_formats::sheet::letters(*number), format::number(cx.locale, *cells as u64));
            cx.tn("sheets-note-column", &[("column", &column), ("name", name), ("cells", &cells)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::exists;

    #[test]
    fn every_code_and_every_rule_has_words() {
        for &locale in Locale::ALL {
            for (_, key) in RULES {
                assert!(exists(locale, key), "{locale}: {key}");
            }
            let forms =
                [Form::Text, Form::Code(Vocabulary::Theme), Form::Codes(Vocabulary::Theme), Form::List, Form::Count, Form::Amount, Form::Date];
            for form in forms {
                assert!(exists(locale, how(form)), "{locale}: {form:?}");
            }
            for (vocabulary, prefix) in [
                (Vocabulary::Kind, "kind"),
                (Vocabulary::Modality, "modality"),
                (Vocabulary::Constituency, "constituency"),
                (Vocabulary::Role, "role"),
                (Vocabulary::PublicationType, "publication"),
                (Vocabulary::EventType, "event"),
                (Vocabulary::CourseFormat, "format"),
            ] {
                for code in vocabulary.codes() {
                    assert!(exists(locale, &format!("{prefix}-{code}")), "{locale}: {prefix}-{code}");
                }
            }
        }
    }
}

//! Words: what is wrong with a field, said to who fills it in.

use ayni_domain::course::CourseFormat;
use ayni_domain::event::EventType;
use ayni_domain::publication::PublicationType;
use ayni_domain::read::{Code, Issue, Problem};
use ayni_domain::{Constituency, Country, LanguageTag, Modality, PartialDate, Role, Sdg, Theme};

use crate::format;
use crate::view::Cx;

/// What is wrong, and what to do about it.
pub(crate) fn problem(cx: &Cx, issue: &Issue) -> String {
    match &issue.problem {
        Problem::TooLong(most) => cx.t1("problem-too-long", "most", &format::number(cx.locale, *most as u64)),
        other => cx.t(key(other)),
    }
}

/// Key of the message for a problem.
pub(crate) fn key(problem: &Problem) -> &'static str {
    match problem {
        Problem::Missing | Problem::Empty => "problem-missing",
        Problem::Unknown => "problem-unknown",
        Problem::Twice => "problem-twice",
        Problem::TooLong(_) => "problem-too-long",
        Problem::ControlCharacters => "problem-characters",
        Problem::WrongType(what) if what.starts_with("a whole number") => "problem-number",
        Problem::WrongType(what) if what.starts_with("a number") => "problem-amount",
        Problem::WrongType(_) => "problem-other",
        Problem::NotA(what) => not_a(what),
        Problem::Rule(rule) => broken(rule),
    }
}

fn not_a(what: &str) -> &'static str {
    const CHOSEN: [&str; 7] =
        [Theme::WHAT, Modality::WHAT, Constituency::WHAT, Role::WHAT, PublicationType::WHAT, EventType::WHAT, CourseFormat::WHAT];
    if CHOSEN.contains(&what) {
        return "problem-choose";
    }
    [
        (<Country as Code>::WHAT, "problem-country"),
        (<PartialDate as Code>::WHAT, "problem-date"),
        (<LanguageTag as Code>::WHAT, "problem-language"),
        (<Sdg as Code>::WHAT, "problem-goal"),
    ]
    .into_iter()
    .find(|(own, _)| *own == what)
    .map_or("problem-other", |(_, key)| key)
}

/// Rules of the domain, known by their texts for logs.
const RULES: [(&str, &str); 17] = [
    ("is not a web address (http or https)", "problem-web-address"),
    ("is not a web address", "problem-web-address"),
    ("has no English text", "problem-no-english"),
    ("has no text in the original language", "problem-no-original"),
    ("has more than four sentences", "problem-sentences"),
    ("lies before the start", "problem-before-start"),
    ("lies before `since`", "problem-before-start"),
    ("has no start", "problem-no-start"),
    ("is not a year from 1800 to 2200", "problem-year"),
    ("is not an ISBN: its check digit is wrong", "problem-isbn"),
    ("is not a three-letter ISO 4217 code", "problem-currency"),
    ("south-south cooperation has a provider, recipient or peer of the South", "problem-south-south"),
    ("triangular cooperation has a third partner: a facilitator, funder or implementer, or an international organization", "problem-triangular"),
    ("fragile-to-fragile cooperation takes place among fragile states", "problem-fragile-to-fragile"),
    ("city-to-city cooperation has a partner of local government", "problem-city-to-city"),
    ("regional cooperation has two countries of the same region", "problem-regional"),
    ("interregional cooperation has countries of two regions", "problem-interregional"),
];

fn broken(rule: &str) -> &'static str {
    RULES.iter().find(|(own, _)| *own == rule).map_or("problem-other", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use ayni_domain::Locale;

    use super::*;
    use crate::message::exists;

    #[test]
    fn every_rule_of_a_record_has_words() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src");
        for file in ["common", "course", "event", "grouping", "initiative", "organization", "practice", "publication"] {
            let source = std::fs::read_to_string(folder.join(format!("{file}.rs"))).expect("a file of the domain");
            for rule in source.split("fields.rule(\"").skip(1).filter_map(|rest| rest.split('"').nth(2)) {
                assert_ne!(broken(rule), "problem-other", "{file}: {rule}");
            }
        }
        for modality in Modality::ALL {
            let source = std::fs::read_to_string(folder.join("modality.rs")).expect("a file of the domain");
            let reason = source.split(&format!("Modality::{modality:?} => \"")).nth(1).and_then(|rest| rest.split('"').next()).expect("a reason");
            assert_ne!(broken(reason), "problem-other", "{modality}: {reason}");
        }
    }

    #[test]
    fn every_problem_is_said_in_every_language() {
        let keys = RULES.iter().map(|(_, key)| *key).chain([
            "problem-missing",
            "problem-unknown",
            "problem-twice",
            "problem-too-long",
            "problem-characters",
            "problem-number",
            "problem-amount",
            "problem-choose",
            "problem-country",
            "problem-date",
            "problem-language",
            "problem-goal",
            "problem-other",
        ]);
        for key in keys {
            assert!(Locale::ALL.iter().all(|&locale| exists(locale, key)), "{key}");
        }
    }
}

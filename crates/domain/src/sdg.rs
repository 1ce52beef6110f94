//! The Sustainable Development Goals: codes of goals and targets, and the names of the goals.

use std::fmt;
use std::sync::LazyLock;

use serde_json::Value;

use crate::language::Locale;
use crate::read::Code;

/// A goal (`8`) or one of its targets (`8.7`, `17.b`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sdg {
    goal: u8,
    target: Option<Target>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Target {
    Number(u8),
    Letter(u8),
}

impl Sdg {
    /// The goal with this number, 1 to 17.
    #[must_use]
    pub fn goal_of(number: u8) -> Option<Self> {
        (1..=17).contains(&number).then_some(Self { goal: number, target: None })
    }

    /// Reads a code; the goal or target must exist.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let (goal, target) = code.split_once('.').map_or((code, None), |(goal, target)| (goal, Some(target)));
        let number: u8 = goal.parse().ok().filter(|_| !goal.starts_with(['0', '+']))?;
        let entry = GOALS.get(usize::from(number).checked_sub(1)?)?;
        let target = match target {
            None => None,
            Some(_) if !entry.targets.iter().any(|own| own == code) => return None,
            Some(text) => Some(text.parse().map(Target::Number).unwrap_or_else(|_| Target::Letter(text.as_bytes()[0]))),
        };
        Some(Self { goal: number, target })
    }

    /// Number of the goal, 1 to 17.
    #[must_use]
    pub const fn goal(self) -> u8 {
        self.goal
    }

    /// Short name of the goal.
    #[must_use]
    pub fn short(self, locale: Locale) -> &'static str {
        &GOALS[usize::from(self.goal) - 1].short[locale.index()]
    }

    /// Full title of the goal.
    #[must_use]
    pub fn title(self, locale: Locale) -> &'static str {
        &GOALS[usize::from(self.goal) - 1].title[locale.index()]
    }
}

impl fmt::Display for Sdg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.target {
            None => write!(f, "{}", self.goal),
            Some(Target::Number(number)) => write!(f, "{}.{number}", self.goal),
            Some(Target::Letter(letter)) => write!(f, "{}.{}", self.goal, char::from(letter)),
        }
    }
}

impl serde::Serialize for Sdg {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Code for Sdg {
    const WHAT: &'static str = "goal or target of the 2030 Agenda";
    fn from_code(code: &str) -> Option<Self> {
        Self::parse(code)
    }
}

struct Goal {
    short: [String; Locale::ALL.len()],
    title: [String; Locale::ALL.len()],
    targets: Vec<String>,
}

static GOALS: LazyLock<Vec<Goal>> = LazyLock::new(|| {
    let data: Value = serde_json::from_str(include_str!("../../../data/sdgs.json")).expect("the compiled-in goals are JSON");
    let names = |goal: &Value, form: &str| std::array::from_fn(|i| goal[form][Locale::ALL[i].code()].as_str().unwrap_or_default().to_owned());
    (1..=17)
        .map(|number| {
            let goal = &data["goals"][number.to_string()];
            let targets = goal["targets"].as_array().into_iter().flatten().filter_map(|t| t.as_str().map(str::to_owned)).collect();
            Goal { short: names(goal, "short"), title: names(goal, "title"), targets }
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_code_makes_reading_panic(code in "\\PC{0,8}|[0-9]{0,3}[.]?[0-9a-z]{0,3}") {
            if let Some(sdg) = Sdg::parse(&code) {
                prop_assert_eq!(sdg.to_string(), code);
            }
        }
    }

    #[test]
    fn only_goals_and_targets_that_exist_are_read() {
        for code in ["1", "8", "17", "8.7", "8.10", "8.b", "17.19", "1.a"] {
            assert_eq!(Sdg::parse(code).expect(code).to_string(), code);
        }
        for code in ["", "0", "18", "8.", "8.11", "8.c", "08", "+8", "8.7.1", "8.७"] {
            assert_eq!(Sdg::parse(code), None, "{code:?}");
        }
    }

    #[test]
    fn every_goal_has_a_name_in_every_language() {
        for goal in (1..=17).filter_map(Sdg::goal_of) {
            for &locale in Locale::ALL {
                assert!(!goal.short(locale).is_empty() && !goal.title(locale).is_empty(), "{goal} in {locale}");
            }
        }
    }
}

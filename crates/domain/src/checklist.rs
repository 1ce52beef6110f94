//! Checklists: what a reviewer looks at before a record of a kind is published.
//!
//! Points are codes; the words for them are the interface's.

use std::collections::BTreeMap;

use crate::kind::Kind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// A point to look at.
    Point, "point of a checklist" {
        TrueToSources = "true-to-sources",
        SourcesOpen = "sources-open",
        OwnWords = "own-words",
        PlainWords = "plain-words",
        NotThereYet = "not-there-yet",
        NobodyExposed = "nobody-exposed",
        RightsAtWork = "rights-at-work",
        CountsAsPractice = "counts-as-practice",
        ResultsShown = "results-shown",
        OthersCanUseIt = "others-can-use-it",
        PartnersAgree = "partners-agree",
        RolesFit = "roles-fit",
        ConstituentsNamed = "constituents-named",
        FiguresSourced = "figures-sourced",
        LicenceStated = "licence-stated",
        FilesOpen = "files-open",
        DatesAndPlace = "dates-and-place",
        WhoCanTakePart = "who-can-take-part",
        ItExists = "it-exists",
        NameAsPublished = "name-as-published",
        ConstituencyFits = "constituency-fits",
        MembersAndDates = "members-and-dates",
    }
}

vocabulary! {
    /// An answer to a point.
    Verdict, "answer to a point" {
        Yes = "yes",
        No = "no",
        NotApplicable = "not-applicable",
    }
}

/// What a reviewer found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub verdict: Verdict,
    /// What to know about it.
    pub note: Option<String>,
}

/// The points for a kind: those that hold for every kind first.
#[must_use]
pub fn points(kind: Kind) -> Vec<Point> {
    use Point as P;
    let own: &[Point] = match kind {
        Kind::Practice => {
            &[P::RightsAtWork, P::CountsAsPractice, P::ResultsShown, P::OthersCanUseIt, P::PartnersAgree, P::RolesFit, P::ConstituentsNamed]
        }
        Kind::Initiative => &[P::RightsAtWork, P::PartnersAgree, P::RolesFit, P::ConstituentsNamed, P::FiguresSourced],
        Kind::Publication => &[P::NameAsPublished, P::LicenceStated, P::FilesOpen],
        Kind::Course | Kind::Event => &[P::DatesAndPlace, P::WhoCanTakePart],
        Kind::Organization => &[P::ItExists, P::NameAsPublished, P::ConstituencyFits],
        Kind::Grouping => &[P::ItExists, P::NameAsPublished, P::MembersAndDates],
    };
    [P::TrueToSources, P::SourcesOpen, P::OwnWords, P::PlainWords, P::NotThereYet, P::NobodyExposed].iter().chain(own).copied().collect()
}

/// The points that still keep a record of this kind from being published: not answered, or with no.
#[must_use]
pub fn open(kind: Kind, answers: &BTreeMap<Point, Answer>) -> Vec<Point> {
    let settled = |point: &Point| answers.get(point).is_some_and(|answer| answer.verdict != Verdict::No);
    points(kind).into_iter().filter(|point| !settled(point)).collect()
}

/// Whether every point is answered with yes or not applicable.
#[must_use]
pub fn complete(kind: Kind, answers: &BTreeMap<Point, Answer>) -> bool {
    open(kind, answers).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_is_asked_of_some_kind_and_none_twice() {
        let mut asked = Vec::new();
        for &kind in Kind::ALL {
            let points = points(kind);
            let mut distinct = points.clone();
            distinct.sort_unstable();
            distinct.dedup();
            assert_eq!(distinct.len(), points.len(), "{kind}");
            asked.extend(points);
        }
        assert_eq!(Point::ALL.iter().filter(|point| !asked.contains(point)).collect::<Vec<_>>(), Vec::<&Point>::new());
    }

    fn check(change: impl Fn(&mut BTreeMap<Point, Answer>), expected: &[Point]) {
        let yes = || Answer { verdict: Verdict::Yes, note: None };
        let mut answers: BTreeMap<Point, Answer> = points(Kind::Course).into_iter().map(|point| (point, yes())).collect();
        change(&mut answers);
        assert_eq!(open(Kind::Course, &answers), expected);
        assert_eq!(complete(Kind::Course, &answers), expected.is_empty());
    }

    #[test]
    fn a_checklist_is_complete_when_nothing_is_open_or_answered_with_no() {
        check(|_| {}, &[]);
        check(|answers| _ = answers.remove(&Point::OwnWords), &[Point::OwnWords]);
        for (verdict, open) in [(Verdict::No, &[Point::DatesAndPlace][..]), (Verdict::NotApplicable, &[])] {
            let answer = Answer { verdict, note: Some("It has no place.".into()) };
            check(|answers| _ = answers.insert(Point::DatesAndPlace, answer.clone()), open);
        }
        check(
            |answers| answers.retain(|point, _| *point == Point::DatesAndPlace),
            &points(Kind::Course)[..6].iter().copied().chain([Point::WhoCanTakePart]).collect::<Vec<_>>(),
        );
    }
}

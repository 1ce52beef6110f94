//! Drafts: what is written before it is published, who holds the next step, and which steps there are.
//!
//! Pure: who may see or edit a draft at all is asked in [`crate::permission`], times come in. Invariant: nobody who wrote
//! any part of a draft publishes, declines or sends back that draft.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::checklist::Point;
use crate::file::upload::MOST_FILES;
use crate::merge::Conflict;
use crate::person::PersonId;
use crate::read::Issue;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a draft stands.
    DraftState, "state of a draft" {
        Draft = "draft",
        InReview = "in-review",
        ChangesRequested = "changes-requested",
        Published = "published",
        Declined = "declined",
        Abandoned = "abandoned",
    }
}

vocabulary! {
    /// What can happen to a draft. A submission that is taken back is resumed, too.
    Step, "step of a draft" {
        Submitted = "submitted",
        Commented = "commented",
        ChangesRequested = "changes-requested",
        Published = "published",
        Declined = "declined",
        Abandoned = "abandoned",
        Resumed = "resumed",
    }
}

vocabulary! {
    /// Who is expected to do something.
    Holder, "holder of a draft" {
        Author = "author",
        Reviewers = "reviewers",
    }
}

impl DraftState {
    /// Whether the words can be changed: not while reviewers read them, and not after the end.
    #[must_use]
    pub const fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::ChangesRequested)
    }

    /// Whether something is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::InReview | Self::ChangesRequested)
    }
}

/// Who takes a step, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Somebody who may edit the draft.
    Writer(PersonId),
    /// Somebody who may review drafts of this kind.
    Reviewer(PersonId),
    /// Nobody: time has passed.
    Clock,
}

impl By {
    /// The person, if it is one.
    #[must_use]
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Self::Writer(person) | Self::Reviewer(person) => Some(person),
            Self::Clock => None,
        }
    }
}

/// Why a draft stays as it is.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The step does not follow from where the draft stands.
    #[error("a draft in the state {state} cannot be {step}")]
    WrongState {
        /// Where it stands.
        state: DraftState,
        /// What was tried.
        step: Step,
    },
    /// Its words cannot be changed now.
    #[error("a draft in the state {0} cannot be edited")]
    NotEditable(DraftState),
    /// The reviewer wrote some of it.
    #[error("who wrote any part of a draft does not review it")]
    OwnWork,
    /// The step is a reviewer's.
    #[error("only a reviewer takes the step {0}")]
    OnlyReviewers(Step),
    /// The step is for who writes the draft.
    #[error("only who writes the draft takes the step {0}")]
    OnlyWriters(Step),
    /// The time for it has not come.
    #[error("it is too early")]
    NotDue,
    /// A reason, note or comment must be given.
    #[error("the step {0} needs words")]
    NeedsWords(Step),
    /// Something that a record needs is missing or wrong.
    #[error("{} things are missing or wrong", .0.len())]
    Unfinished(Vec<Issue>),
    /// Points of the checklist are not answered, or with no.
    #[error("{} points of the checklist are open", .0.len())]
    Unchecked(Vec<Point>),
    /// The checklist of the kind has no such point.
    #[error("the checklist has no point {0}")]
    NotAsked(Point),
    /// The record was changed meanwhile, in the same places.
    #[error("the record has moved on in {} places", .0.len())]
    MovedOn(Vec<Conflict>),
    /// The draft says what the record says already.
    #[error("the draft changes nothing")]
    NothingNew,
    /// It adds as many files as a draft may.
    #[error("the draft has {MOST_FILES} files already")]
    TooManyFiles,
}

impl Refusal {
    /// A short name for messages to people.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "wrong-state",
            Self::NotEditable(_) => "not-editable",
            Self::OwnWork => "own-work",
            Self::OnlyReviewers(_) => "only-reviewers",
            Self::OnlyWriters(_) => "only-writers",
            Self::NotDue => "not-due",
            Self::NeedsWords(_) => "needs-words",
            Self::Unfinished(_) => "unfinished",
            Self::Unchecked(_) => "unchecked",
            Self::NotAsked(_) => "not-asked",
            Self::MovedOn(_) => "moved-on",
            Self::NothingNew => "nothing-new",
            Self::TooManyFiles => "too-many-files",
        }
    }
}

/// The state after a step. `writers` are the author and all who edited; `words` is the reason, note or comment.
///
/// That a submitted draft has all it needs, and a published one a whole checklist, is for the caller to see to
/// ([`crate::snapshot::missing`], [`crate::checklist::open`]).
///
/// # Errors
/// `WrongState`, `OwnWork`, `OnlyReviewers`, `OnlyWriters`, `NeedsWords`.
pub fn after(state: DraftState, step: Step, by: By, writers: &[PersonId], words: Option<&str>) -> Result<DraftState, Refusal> {
    use DraftState as S;
    let next = match (step, state) {
        (Step::Submitted, S::Draft | S::ChangesRequested) => S::InReview,
        (Step::Commented, state) if state.is_open() => state,
        (Step::ChangesRequested, S::InReview) => S::ChangesRequested,
        (Step::Published, S::InReview) => S::Published,
        (Step::Declined, S::InReview) => S::Declined,
        (Step::Abandoned, S::Draft | S::ChangesRequested | S::InReview) => S::Abandoned,
        (Step::Resumed, S::Abandoned | S::InReview) => S::Draft,
        _ => return Err(Refusal::WrongState { state, step }),
    };
    match (step, by) {
        (Step::Commented, By::Writer(_) | By::Reviewer(_)) => {}
        (Step::ChangesRequested | Step::Published | Step::Declined, By::Reviewer(person)) => {
            if writers.contains(&person) {
                return Err(Refusal::OwnWork);
            }
        }
        (Step::ChangesRequested | Step::Published | Step::Declined, _) => return Err(Refusal::OnlyReviewers(step)),
        // Who waits for reviewers is not to lose the draft by their silence.
        (Step::Abandoned, By::Clock) if state.is_editable() => {}
        (Step::Submitted | Step::Abandoned | Step::Resumed, By::Writer(_)) => {}
        _ => return Err(Refusal::OnlyWriters(step)),
    }
    let needs_words = matches!(step, Step::Commented | Step::ChangesRequested | Step::Published | Step::Declined);
    if needs_words && words.is_none_or(|words| words.trim().is_empty()) {
        return Err(Refusal::NeedsWords(step));
    }
    Ok(next)
}

/// Who holds the next step; nobody at the end.
#[must_use]
pub const fn holder(state: DraftState) -> Option<Holder> {
    match state {
        DraftState::Draft | DraftState::ChangesRequested => Some(Holder::Author),
        DraftState::InReview => Some(Holder::Reviewers),
        DraftState::Published | DraftState::Declined | DraftState::Abandoned => None,
    }
}

/// Days after which reviewers are reminded, and reminded again.
const REVIEWERS_AFTER: i64 = 7;
/// Days of silence after which the author is reminded, once.
const AUTHOR_AFTER: i64 = 14;
/// Days of silence after which an unfinished draft is laid aside.
const ABANDONED_AFTER: i64 = 180;

/// What a clock needs to know of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Where it stands.
    pub state: DraftState,
    /// Since when the holder holds it.
    pub since: Timestamp,
    /// Last save or step.
    pub touched_at: Timestamp,
    /// Number of reminders since then.
    pub reminded: u32,
}

/// What time has brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Somebody is to be reminded; after that `reminded` is `nth`.
    Reminder {
        /// Who.
        to: Holder,
        /// Number of the reminder, from 1; one that was missed is passed over.
        nth: u32,
    },
    /// The draft is to be laid aside.
    Abandonment,
}

/// What is due: reviewers are reminded each 7 days, the author after 14 days of silence; after 180 the draft is abandoned.
#[must_use]
pub fn due(pace: &Pace, now: Timestamp) -> Option<Due> {
    let days = |from: Timestamp| now.duration_since(from).as_hours() / 24;
    let (to, nth) = match holder(pace.state)? {
        Holder::Author if days(pace.touched_at) >= ABANDONED_AFTER => return Some(Due::Abandonment),
        Holder::Author => (Holder::Author, u32::from(days(pace.touched_at) >= AUTHOR_AFTER)),
        Holder::Reviewers => (Holder::Reviewers, u32::try_from(days(pace.since) / REVIEWERS_AFTER).unwrap_or(0)),
    };
    (nth > pace.reminded).then_some(Due::Reminder { to, nth })
}

/// A body without what says nothing: blank texts, `null`, empty lists and objects; nor kind and slug, which the draft itself has.
///
/// Forms send every field, written or not.
#[must_use]
pub fn tidy(body: Map<String, Value>) -> Map<String, Value> {
    let own = |(field, _): &(String, Value)| field != "kind" && field != "slug";
    body.into_iter().filter(own).filter_map(|(field, value)| Some((field, tidy_value(value)?))).collect()
}

fn tidy_value(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.trim().is_empty()).then_some(Value::String(text)),
        Value::Array(list) => {
            let list: Vec<Value> = list.into_iter().filter_map(tidy_value).collect();
            (!list.is_empty()).then_some(Value::Array(list))
        }
        Value::Object(map) => {
            let map: Map<String, Value> = map.into_iter().filter_map(|(field, value)| Some((field, tidy_value(value)?))).collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    const AUTHOR: PersonId = PersonId(uuid::Uuid::from_u128(1));
    const EDITOR: PersonId = PersonId(uuid::Uuid::from_u128(2));
    const OTHER: PersonId = PersonId(uuid::Uuid::from_u128(3));

    fn check(state: DraftState, step: Step, by: By, expected: Result<DraftState, Refusal>) {
        assert_eq!(after(state, step, by, &[AUTHOR, EDITOR], Some("Because.")), expected, "{state} {step} {by:?}");
    }

    #[test]
    fn a_draft_goes_from_its_author_to_a_reviewer_and_back() {
        use {By::*, DraftState as S};
        check(S::Draft, Step::Submitted, Writer(AUTHOR), Ok(S::InReview));
        check(S::InReview, Step::ChangesRequested, Reviewer(OTHER), Ok(S::ChangesRequested));
        check(S::ChangesRequested, Step::Submitted, Writer(EDITOR), Ok(S::InReview));
        check(S::InReview, Step::Published, Reviewer(OTHER), Ok(S::Published));
        check(S::InReview, Step::Declined, Reviewer(OTHER), Ok(S::Declined));
        check(S::InReview, Step::Resumed, Writer(AUTHOR), Ok(S::Draft));
        check(S::Draft, Step::Abandoned, Writer(AUTHOR), Ok(S::Abandoned));
        check(S::Draft, Step::Abandoned, Clock, Ok(S::Abandoned));
        check(S::Abandoned, Step::Resumed, Writer(AUTHOR), Ok(S::Draft));
        check(S::ChangesRequested, Step::Commented, Reviewer(OTHER), Ok(S::ChangesRequested));
        check(S::InReview, Step::Commented, Writer(AUTHOR), Ok(S::InReview));
    }

    #[test]
    fn nobody_judges_what_they_wrote() {
        for step in [Step::Published, Step::Declined, Step::ChangesRequested] {
            for person in [AUTHOR, EDITOR] {
                check(DraftState::InReview, step, By::Reviewer(person), Err(Refusal::OwnWork));
                check(DraftState::InReview, step, By::Writer(person), Err(Refusal::OnlyReviewers(step)));
            }
            check(DraftState::InReview, step, By::Clock, Err(Refusal::OnlyReviewers(step)));
        }
    }

    #[test]
    fn steps_that_do_not_follow_are_refused() {
        use {By::*, DraftState as S};
        let wrong = |state, step| Err(Refusal::WrongState { state, step });
        check(S::Draft, Step::Published, Reviewer(OTHER), wrong(S::Draft, Step::Published));
        check(S::ChangesRequested, Step::Published, Reviewer(OTHER), wrong(S::ChangesRequested, Step::Published));
        check(S::InReview, Step::Submitted, Writer(AUTHOR), wrong(S::InReview, Step::Submitted));
        check(S::Declined, Step::Resumed, Writer(AUTHOR), wrong(S::Declined, Step::Resumed));
        check(S::InReview, Step::Abandoned, Clock, Err(Refusal::OnlyWriters(Step::Abandoned)));
        check(S::Draft, Step::Submitted, Reviewer(OTHER), Err(Refusal::OnlyWriters(Step::Submitted)));
        for &step in Step::ALL {
            check(S::Published, step, Reviewer(OTHER), wrong(S::Published, step));
            check(S::Published, step, Writer(AUTHOR), wrong(S::Published, step));
        }
    }

    #[test]
    fn judging_and_commenting_need_words() {
        for words in [None, Some(""), Some(" \n")] {
            for step in [Step::Published, Step::Declined, Step::ChangesRequested, Step::Commented] {
                assert_eq!(after(DraftState::InReview, step, By::Reviewer(OTHER), &[AUTHOR], words), Err(Refusal::NeedsWords(step)));
            }
        }
        assert_eq!(after(DraftState::Draft, Step::Submitted, By::Writer(AUTHOR), &[AUTHOR], None), Ok(DraftState::InReview));
    }

    #[test]
    fn every_open_state_has_a_holder() {
        for &state in DraftState::ALL {
            assert_eq!(holder(state).is_some(), state.is_open(), "{state}");
            assert_eq!(holder(state) == Some(Holder::Author), state.is_editable(), "{state}");
        }
    }

    fn check_due(state: DraftState, held: i64, silent: i64, reminded: u32, expected: Option<Due>) {
        let now = Timestamp::from_second(1_700_000_000).expect("a time");
        let ago = |days: i64| now - (24 * days).hours();
        let pace = Pace { state, since: ago(held), touched_at: ago(silent), reminded };
        assert_eq!(due(&pace, now), expected, "{state} held {held} silent {silent} reminded {reminded}");
    }

    #[test]
    fn whoever_holds_the_next_step_is_reminded() {
        use DraftState as S;
        let reviewers = |nth| Some(Due::Reminder { to: Holder::Reviewers, nth });
        let author = Some(Due::Reminder { to: Holder::Author, nth: 1 });
        check_due(S::InReview, 6, 6, 0, None);
        check_due(S::InReview, 7, 1, 0, reviewers(1));
        check_due(S::InReview, 13, 13, 1, None);
        check_due(S::InReview, 14, 14, 1, reviewers(2));
        check_due(S::InReview, 400, 400, 2, reviewers(57));
        check_due(S::ChangesRequested, 13, 13, 0, None);
        check_due(S::ChangesRequested, 14, 14, 0, author);
        check_due(S::Draft, 20, 14, 0, author);
        check_due(S::Draft, 20, 3, 0, None);
        check_due(S::Draft, 60, 60, 1, None);
        check_due(S::Draft, 400, 179, 1, None);
        check_due(S::Draft, 400, 180, 1, Some(Due::Abandonment));
        check_due(S::ChangesRequested, 180, 180, 0, Some(Due::Abandonment));
        check_due(S::Published, 999, 999, 0, None);
        check_due(S::InReview, -1, -1, 0, None);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let typed = serde_json::json!({
            "kind": "practice", "slug": "x", "title": {"es": "Título", "en": " "}, "challenge": {"es": ""}, "themes": [],
            "partners": [{"name": "ILO", "country": null}, {"name": "", "role": ""}], "year": 0,
        });
        let Value::Object(typed) = typed else { unreachable!("the literal is an object") };
        let expected = serde_json::json!({"title": {"es": "Título"}, "partners": [{"name": "ILO"}], "year": 0});
        assert_eq!(Value::Object(tidy(typed)), expected);
    }
}

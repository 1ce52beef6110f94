//! Exchanges step by step, and what no sequence of steps can break.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::date::{PartialDate, Period, day_of};
use crate::language::{LanguageTag, Locale};
use crate::partner::Constituency;

const PARTIES: [&str; 4] = ["rosario", "maputo", "medellin", "ilo"];

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

fn words(text: &str) -> Words {
    Words::new(Locale::Es.tag(), text).expect("words")
}

fn day(n: i64) -> Timestamp {
    "2026-01-01T09:00:00Z".parse::<Timestamp>().expect("a time") + SignedDuration::from_hours(24 * n)
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date")
}

fn by(party: &str, act: Act, at: Timestamp) -> Entry {
    Entry { by: By::Party(slug(party)), person: None, act, at }
}

fn seats(parties: &[&str]) -> Vec<Seat> {
    parties.iter().map(|party| Seat { organization: slug(party), role: if *party == "ilo" { Role::Facilitator } else { Role::Peer } }).collect()
}

fn objective() -> Content {
    Content::Objective { words: words("Formalizar el trabajo de las vendedoras ambulantes") }
}

fn activity(people: Option<People>) -> Activity {
    let period = Period::new(date("2026-01-02"), Some(date("2026-01-03")));
    let kind = ActivityKind::StudyVisit;
    Activity { kind, words: words("Visita"), period, country: None, place: None, people, record: None }
}

fn held(women: u32, men: u32) -> Content {
    Content::Held { activity: activity(Some(People { women, men, ..People::default() })) }
}

/// An exchange with its acts, each of which must follow.
struct Story {
    exchange: Exchange,
    entries: Vec<Entry>,
    day: i64,
}

impl Story {
    fn begin(parties: &[&str]) -> Self {
        let entry = by(
            parties[0],
            Act::Proposed { title: words("Trabajo decente"), need: Some("need/street-vendors".into()), seats: seats(parties) },
            day(0),
        );
        Self { exchange: Exchange::propose(Uuid::nil(), &entry).expect("a proposal"), entries: vec![entry], day: 0 }
    }

    fn tries(&mut self, entry: Entry) -> Result<(), Refusal> {
        self.exchange.check(&entry)?;
        self.exchange.apply(&entry);
        self.entries.push(entry);
        Ok(())
    }

    fn does(&mut self, party: &str, act: Act) -> &mut Self {
        self.day += 1;
        let shown = format!("{party}: {act:?}");
        self.tries(by(party, act, day(self.day))).expect(&shown);
        self
    }

    fn refuses(&mut self, party: &str, act: Act, why: &Refusal) -> &mut Self {
        assert_eq!(self.tries(by(party, act.clone(), day(self.day + 1))).as_ref(), Err(why), "{party}: {act:?}");
        self
    }

    fn states(&mut self, party: &str, statement: u32, base: u32, content: Content) -> &mut Self {
        self.does(party, Act::Stated { statement, base, content: Some(content) })
    }

    fn affirms(&mut self, party: &str, statement: u32, version: u32) -> &mut Self {
        self.does(party, Act::Affirmed { statement, version })
    }

    fn is(&mut self, stage: Stage) -> &mut Self {
        assert_eq!(self.exchange.stage, stage);
        self
    }

    /// Three partners who have agreed to an objective and a visit.
    fn agreed() -> Self {
        let mut story = Self::begin(&["rosario", "maputo", "ilo"]);
        story.does("maputo", Act::Joined).does("ilo", Act::Joined);
        story.states("rosario", 1, 0, objective()).states("maputo", 2, 0, Content::Plan { activity: activity(None) });
        for (party, statement) in [("maputo", 1), ("ilo", 1), ("rosario", 2)] {
            story.affirms(party, statement, 1).is(Stage::Discussion);
        }
        story.affirms("ilo", 2, 1);
        story
    }

    fn people(&self) -> u64 {
        self.exchange.counting().filter_map(Content::people).map(People::total).sum()
    }
}

fn reason() -> String {
    "Changes at the ministry.".into()
}

#[test]
fn partners_agree_line_by_line_and_a_figure_counts_when_each_has_confirmed_it() {
    let mut story = Story::agreed();
    story.is(Stage::Agreed).does("rosario", Act::Begun).is(Stage::UnderWay);
    story.states("maputo", 3, 0, held(12, 8)).affirms("rosario", 3, 1);
    assert_eq!(story.people(), 0, "the facilitator has not confirmed");
    story.affirms("ilo", 3, 1);
    assert_eq!(story.people(), 20);
    story.does("ilo", Act::Disputed { statement: 3, version: 1, reason: "There were 18.".into() });
    assert_eq!((story.people(), story.exchange.statement(3).map(Statement::footing)), (0, Some(Footing::Disputed)));
    story.states("ilo", 3, 1, held(11, 7)).affirms("rosario", 3, 2).affirms("maputo", 3, 2);
    assert_eq!(story.people(), 18);
    for party in ["rosario", "maputo"] {
        story.does(party, Act::Finished).is(Stage::UnderWay);
    }
    story.does("ilo", Act::Finished).is(Stage::Completed);
    // What was forgotten can still be told and confirmed.
    story.states("rosario", 4, 0, held(1, 1)).affirms("maputo", 4, 1).affirms("ilo", 4, 1);
    assert_eq!(story.people(), 20);
    assert_eq!(Exchange::replay(Uuid::nil(), &story.entries).as_ref(), Some(&story.exchange));
}

#[test]
fn a_change_after_agreement_binds_nobody_until_all_agree_again() {
    let mut story = Story::agreed();
    let wider = Content::Objective { words: words("También las recicladoras") };
    story.states("maputo", 1, 1, wider.clone()).is(Stage::Agreed);
    let line = story.exchange.statement(1).expect("a line");
    assert_eq!((line.binding(), line.footing()), (Some(&objective()), Footing::Unconfirmed));
    assert!(line.binds(&slug("ilo")));
    story.affirms("rosario", 1, 2).affirms("ilo", 1, 2);
    assert_eq!(story.exchange.statement(1).and_then(Statement::binding), Some(&wider));
}

#[test]
fn who_comes_later_is_bound_by_nothing_before_they_say_yes() {
    let mut story = Story::agreed();
    story.does("rosario", Act::Invited { seat: seats(&["medellin"]).remove(0) }).does("medellin", Act::Joined);
    let bound = |story: &Story, party: &str| story.exchange.lines().filter(|line| line.binds(&slug(party))).count();
    assert_eq!((bound(&story, "medellin"), bound(&story, "ilo")), (0, 2));
    story.affirms("medellin", 1, 1);
    assert_eq!((bound(&story, "medellin"), bound(&story, "ilo")), (1, 2));
}

#[test]
fn what_does_not_follow_is_refused_with_a_reason() {
    let mut story = Story::begin(&["rosario", "maputo"]);
    let stated = |base| Act::Stated { statement: 1, base, content: Some(objective()) };
    story.refuses("maputo", stated(0), &Refusal::NotIn);
    story.refuses("medellin", Act::Joined, &Refusal::NotIn);
    story.refuses("rosario", Act::Joined, &Refusal::AlreadyAnswered);
    story.refuses("rosario", Act::Begun, &Refusal::WrongStage(Stage::Proposed));
    story.refuses("rosario", Act::Invited { seat: seats(&["maputo"]).remove(0) }, &Refusal::AlreadyAsked);
    story.refuses("rosario", Act::Stated { statement: 1, base: 0, content: Some(held(1, 1)) }, &Refusal::WrongStage(Stage::Proposed));
    story.refuses("rosario", Act::Lapsed, &Refusal::NotYours);
    story.does("maputo", Act::Joined).states("rosario", 1, 0, objective());
    story.refuses("maputo", stated(0), &Refusal::Stale);
    story.refuses("maputo", Act::Affirmed { statement: 1, version: 2 }, &Refusal::Stale);
    story.refuses("rosario", Act::Affirmed { statement: 1, version: 1 }, &Refusal::AlreadyAnswered);
    let others = Content::Pledge { by: slug("rosario"), words: words("Diez días"), gift: Gift::Expertise { days: 10 } };
    story.refuses("maputo", Act::Stated { statement: 2, base: 0, content: Some(others) }, &ContentFault::OnlyGiver.into());
    story.affirms("maputo", 1, 1);
    story.refuses("maputo", Act::Disputed { statement: 1, version: 1, reason: reason() }, &Refusal::Settled);
    let past = Act::Postponed { until: jiff::civil::date(2025, 1, 1), reason: reason() };
    story.refuses("maputo", past, &Refusal::Day);
}

#[test]
fn a_proposal_has_at_least_two_different_seats_one_of_them_its_own() {
    let title = words("Trabajo");
    let propose = |party: &str, seats: Vec<Seat>| {
        Exchange::propose(Uuid::nil(), &by(party, Act::Proposed { title: title.clone(), need: None, seats }, day(0))).map(|exchange| exchange.stage)
    };
    assert_eq!(propose("rosario", seats(&["rosario", "maputo"])), Ok(Stage::Proposed));
    assert_eq!(propose("rosario", seats(&["rosario"])), Err(Refusal::Count));
    assert_eq!(propose("rosario", seats(&["maputo", "ilo"])), Err(Refusal::NotYours));
    assert_eq!(propose("rosario", seats(&["rosario", "rosario"])), Err(Refusal::AlreadyAsked));
}

#[test]
fn every_way_out_has_its_stage_and_reason() {
    let ends = |change: fn(&mut Story)| {
        let mut story = Story::begin(&["rosario", "maputo"]);
        change(&mut story);
        (story.exchange.stage, story.exchange.reason.clone())
    };
    assert_eq!(ends(|story| _ = story.does("maputo", Act::Declined { reason: reason() })), (Stage::Declined, Some(reason())));
    assert_eq!(ends(|story| _ = story.does("maputo", Act::Joined).does("rosario", Act::Left { reason: reason() })), (Stage::Closed, Some(reason())));
    let told = |story: &mut Story, by: By, act: Act| story.tries(Entry { by, person: None, act, at: day(99) });
    assert_eq!(
        ends(|story| assert_eq!(story.tries(Entry { by: By::Clock, person: None, act: Act::Lapsed, at: day(99) }), Ok(()))),
        (Stage::Lapsed, None)
    );
    let mut story = Story::agreed();
    assert_eq!(told(&mut story, By::Clock, Act::Lapsed), Err(Refusal::WrongStage(Stage::Agreed)), "what is agreed does not lapse");
    assert_eq!(told(&mut story, By::Secretariat, Act::Closed { reason: reason() }), Ok(()));
    story.is(Stage::Closed).refuses("maputo", Act::Said { words: words("¿Por qué?") }, &Refusal::WrongStage(Stage::Closed));
}

#[test]
fn who_left_still_has_a_say_about_what_concerned_them() {
    let mut story = Story::agreed();
    story.states("rosario", 3, 0, held(5, 5)).is(Stage::UnderWay).affirms("maputo", 3, 1);
    story.does("ilo", Act::Left { reason: reason() });
    assert_eq!(story.people(), 0, "leaving does not make a figure count");
    story.states("rosario", 3, 1, held(6, 6)).affirms("maputo", 3, 2);
    assert_eq!(story.people(), 0, "nor does rewording it when they have gone");
    story.affirms("ilo", 3, 2);
    assert_eq!(story.people(), 12);
}

#[test]
fn an_organization_that_was_renamed_or_merged_goes_on_where_it_stood() {
    let mut story = Story::agreed();
    story.states("rosario", 3, 0, held(5, 5)).affirms("maputo", 3, 1);
    let succeeded = |to: &str| Act::Succeeded { from: slug("ilo"), to: slug(to) };
    assert_eq!(story.tries(Entry { by: By::Secretariat, person: None, act: succeeded("oit"), at: day(30) }), Ok(()));
    assert!(story.exchange.party(&slug("ilo")).is_none());
    story.affirms("oit", 3, 1);
    assert_eq!(story.people(), 10);
    let merged = Entry { by: By::Secretariat, person: None, act: Act::Succeeded { from: slug("oit"), to: slug("maputo") }, at: day(31) };
    assert_eq!(story.tries(merged), Ok(()));
    assert_eq!((story.exchange.joined().count(), story.people()), (2, 10));
}

#[test]
fn silence_grows_urgent_and_a_pause_stops_the_clock() {
    let mut story = Story::begin(&["rosario", "maputo"]);
    let urgency = |story: &Story, n: i64| {
        let waits = story.exchange.waits();
        (waits[0].organization.to_string(), waits[0].what, story.exchange.urgency(&waits[0], day_of(day(n))))
    };
    for (n, expected) in [(6, Urgency::Fresh), (7, Urgency::Remind), (14, Urgency::SecondFocalPoint), (21, Urgency::Secretariat)] {
        assert_eq!(urgency(&story, n), ("maputo".into(), Expected::Answer, expected));
    }
    story.does("rosario", Act::Postponed { until: day_of(day(30)), reason: reason() });
    for (n, expected) in [(29, Urgency::Fresh), (36, Urgency::Fresh), (37, Urgency::Remind)] {
        assert_eq!(urgency(&story, n).2, expected, "{n}");
    }
    for (n, expected) in [(119, false), (120, true)] {
        assert_eq!(story.exchange.lapses(day(0), day_of(day(n))), expected, "{n}");
    }
    let waits = |story: &Story| story.exchange.waits().into_iter().map(|wait| (wait.organization.to_string(), wait.what)).collect::<Vec<_>>();
    let mut agreed = Story::agreed();
    assert_eq!(waits(&agreed).len(), 3, "each can say that it has begun");
    agreed.states("rosario", 3, 0, held(1, 1));
    assert!(waits(&agreed).contains(&("ilo".into(), Expected::Confirm)));
}

#[test]
fn sides_show_which_constituents_are_on_board() {
    let mut story = Story::agreed();
    let engagement = Content::Engagement { side: slug("maputo"), constituency: Constituency::Workers, words: words("OTM-CS") };
    let engaged = |story: &Story, party: &str| {
        let sides = story.exchange.sides(|slug| (slug.as_str() == "rosario").then_some(Constituency::Government));
        sides.into_iter().find(|side| side.organization.as_str() == party).map(|side| side.constituents.map(|(_, engaged)| engaged)).expect("a side")
    };
    assert_eq!(engaged(&story, "rosario"), [Engaged::Yes, Engaged::Missing, Engaged::Missing]);
    story.states("rosario", 3, 0, engagement);
    assert_eq!(engaged(&story, "maputo"), [Engaged::Missing, Engaged::Stated, Engaged::Missing]);
    story.affirms("maputo", 3, 1).affirms("ilo", 3, 1);
    assert_eq!(engaged(&story, "maputo"), [Engaged::Missing, Engaged::Yes, Engaged::Missing]);
}

#[test]
fn figures_are_held_against_what_can_be_true() {
    let check =
        |content: &Content, expected: Result<(), ContentFault>| assert_eq!(content.check(jiff::civil::date(2026, 2, 1)), expected, "{content:?}");
    let with = |people| Content::Held { activity: activity(Some(people)) };
    check(&with(People { women: 3, workers: 3, ..People::default() }), Ok(()));
    check(&with(People { women: 3, workers: 4, ..People::default() }), Err(ContentFault::MoreThanAll));
    check(&with(People { men: u32::MAX, ..People::default() }), Err(ContentFault::TooMany("people")));
    check(&Content::Held { activity: Activity { period: None, ..activity(None) } }, Err(ContentFault::NoDate));
    let future = Period::new(date("2026-03"), None);
    check(&Content::Held { activity: Activity { period: future, ..activity(None) } }, Err(ContentFault::InFuture));
    check(&Content::Plan { activity: Activity { period: future, ..activity(None) } }, Ok(()));
    let given = |gift| Content::Given { by: slug("ilo"), words: words("Sala"), gift };
    check(&given(Gift::InKind { value: None }), Ok(()));
    check(&given(Gift::Expertise { days: 0 }), Err(ContentFault::Nothing));
    for (amount, currency, expected) in [
        ("1250", "usd", Ok(125_000)),
        ("1 250,5", "MZN", Ok(125_050)),
        ("-3", "USD", Err(ContentFault::Negative)),
        ("3.005", "USD", Err(ContentFault::NotANumber)),
        ("1e5", "USD", Err(ContentFault::NotANumber)),
        ("3", "Dollar", Err(ContentFault::Currency)),
    ] {
        assert_eq!(Money::parse(amount, currency).map(|money| money.hundredths), expected, "{amount} {currency}");
    }
}

#[test]
fn the_same_exchange_told_twice_is_likely_a_duplicate() {
    let gist = |parties: &[&str], period: Option<(&str, &str)>, text: &str| Gist {
        parties: parties.iter().map(|party| slug(party)).collect(),
        period: period.and_then(|(start, end)| Period::new(date(start), Some(date(end)))),
        text: text.into(),
    };
    let one = gist(&["rosario", "maputo", "ilo"], Some(("2026-01", "2026-06")), "Decent work for street vendors");
    for (other, likely) in [
        (gist(&["maputo", "rosario"], Some(("2026-03", "2026-09")), "Decent work of street vendors in Maputo"), true),
        (gist(&["maputo", "rosario"], Some(("2027-03", "2027-09")), "Decent work of street vendors in Maputo"), false),
        (gist(&["maputo", "medellin"], Some(("2026-03", "2026-09")), "Decent work for street vendors"), false),
        (gist(&["maputo", "rosario"], None, "Pension funds of dockers"), false),
    ] {
        assert_eq!(likeness(&one, &other) >= LIKELY_ENOUGH, likely, "{other:?}");
        assert!((likeness(&one, &other) - likeness(&other, &one)).abs() < f64::EPSILON);
    }
}

const LIKELY_ENOUGH: f64 = super::LIKELY;

fn any_content() -> impl Strategy<Value = Content> {
    prop_oneof![
        Just(objective()),
        Just(Content::Plan { activity: activity(None) }),
        (0u32..50, 0u32..50).prop_map(|(women, men)| held(women, men)),
        (0..PARTIES.len()).prop_map(|at| Content::Pledge { by: slug(PARTIES[at]), words: words("Días"), gift: Gift::Expertise { days: 3 } }),
        (0u64..100).prop_map(|figure| Content::Achieved { kind: FactKind::Result, words: words("Registradas"), figure: Some(figure) }),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    let number = 1u32..6;
    prop_oneof![
        3 => Just(Act::Joined),
        1 => Just(Act::Declined { reason: reason() }),
        1 => Just(Act::Left { reason: reason() }),
        2 => (0..PARTIES.len()).prop_map(|at| Act::Invited { seat: seats(&PARTIES[at..=at]).remove(0) }),
        8 => (number.clone(), 0u32..4, proptest::option::weighted(0.9, any_content()))
            .prop_map(|(statement, base, content)| Act::Stated { statement, base, content }),
        16 => (number.clone(), 1u32..4).prop_map(|(statement, version)| Act::Affirmed { statement, version }),
        4 => (number, 1u32..4).prop_map(|(statement, version)| Act::Disputed { statement, version, reason: reason() }),
        2 => Just(Act::Begun),
        1 => Just(Act::Finished),
        1 => (1i64..40).prop_map(|n| Act::Postponed { until: day_of(day(n)), reason: reason() }),
    ]
}

/// The act as somebody does it who sees the exchange: about a statement that is there, in its present version.
fn aimed(act: Act, exchange: &Exchange) -> Act {
    let count = u32::try_from(exchange.statements.len()).expect("few");
    let present = |number: u32| exchange.statement(number).map_or(0, Statement::version);
    let at = |number: u32, beyond: u32| 1 + (number - 1) % (count + beyond).max(1);
    match act {
        Act::Stated { statement, content, .. } => Act::Stated { statement: at(statement, 1), base: present(at(statement, 1)), content },
        Act::Affirmed { statement, .. } => Act::Affirmed { statement: at(statement, 0), version: present(at(statement, 0)) },
        Act::Disputed { statement, reason, .. } => Act::Disputed { statement: at(statement, 0), version: present(at(statement, 0)), reason },
        other => other,
    }
}

/// The yes of each party to each version, kept apart from the code under test.
#[derive(Default)]
struct Ledger {
    yes: BTreeSet<(Slug, u32, u32)>,
    ever: BTreeSet<(Slug, u32, u32)>,
    /// Who took part when a version was worded.
    present: std::collections::BTreeMap<(u32, u32), BTreeSet<Slug>>,
}

impl Ledger {
    fn note(&mut self, before: &Exchange, party: &str, act: &Act) {
        let party = slug(party);
        match act {
            Act::Stated { statement, base, .. } => {
                let joined = before.joined().map(|own| own.organization.clone()).collect();
                self.present.insert((*statement, base + 1), joined);
                self.yes.insert((party.clone(), *statement, base + 1));
                self.ever.insert((party, *statement, base + 1));
            }
            Act::Affirmed { statement, version } => {
                self.yes.insert((party.clone(), *statement, *version));
                self.ever.insert((party, *statement, *version));
            }
            Act::Disputed { statement, version, .. } => {
                self.yes.remove(&(party, *statement, *version));
            }
            _ => {}
        }
    }

    /// A story that is agreed already, with its acts noted.
    fn of_agreed(&mut self) -> Story {
        let story = Story::agreed();
        let mut exchange = Exchange::propose(Uuid::nil(), &story.entries[0]).expect("a proposal");
        for entry in &story.entries[1..] {
            if let By::Party(party) = &entry.by {
                self.note(&exchange, party.as_str(), &entry.act);
            }
            exchange.apply(entry);
        }
        story
    }

    fn holds(&self, exchange: &Exchange) {
        for fact in exchange.facts().filter(|fact| fact.counting().is_some()) {
            let version = fact.version();
            for concerned in &self.present[&(fact.number, version)] {
                assert!(self.yes.contains(&(concerned.clone(), fact.number, version)), "{concerned} never confirmed {}", fact.number);
            }
        }
        for line in exchange.lines() {
            let Some(accord) = &line.accord else { continue };
            for party in PARTIES.iter().map(|party| slug(party)).filter(|party| line.binds(party)) {
                assert!(self.ever.contains(&(party.clone(), line.number, accord.version)), "{party} is bound to {}", line.number);
            }
        }
    }
}

fn grows(before: &Exchange, after: &Exchange) {
    for old in &before.statements {
        let new = after.statement(old.number).expect("nothing is taken away");
        assert_eq!(new.versions[..old.versions.len()], old.versions[..], "what was said stays");
    }
}

proptest! {
    #[test]
    fn no_sequence_of_acts_counts_binds_or_forgets_what_it_must_not(
        starts_agreed in any::<bool>(),
        steps in proptest::collection::vec((0..PARTIES.len(), any_act(), proptest::bool::weighted(0.8)), 1..120),
    ) {
        let mut ledger = Ledger::default();
        let mut story = if starts_agreed { ledger.of_agreed() } else { Story::begin(&PARTIES[..3]) };
        for (who, act, aims) in steps {
            let act = if aims { aimed(act, &story.exchange) } else { act };
            let before = story.exchange.clone();
            let done = story.tries(by(PARTIES[who], act.clone(), day(story.entries.len() as i64)));
            match done {
                Ok(()) => ledger.note(&before, PARTIES[who], &act),
                Err(_) => prop_assert_eq!(&story.exchange, &before, "what is refused changes nothing"),
            }
            grows(&before, &story.exchange);
            ledger.holds(&story.exchange);
        }
        prop_assert_eq!(Exchange::replay(Uuid::nil(), &story.entries), Some(story.exchange.clone()));
        let _ = story.exchange.waits();
    }

    #[test]
    fn acts_are_read_back_as_they_were_written(act in any_act()) {
        let text = serde_json::to_string(&act).expect("written");
        prop_assert_eq!(serde_json::from_str::<Act>(&text).expect("read"), act);
    }

    #[test]
    fn reading_money_never_panics(amount in "\\PC{0,16}|-?[0-9 ]{0,14}[.,]?[0-9]{0,3}", currency in "\\PC{0,4}|[a-zA-Z]{3}") {
        if let Ok(money) = Money::parse(&amount, &currency) {
            prop_assert_eq!(money.currency.len(), 3);
        }
    }
}

#[test]
fn a_language_is_kept_with_words() {
    let tag = LanguageTag::parse("pt-MZ").expect("a tag");
    let written = serde_json::to_string(&Words::new(tag.clone(), " Sim. ").expect("words")).expect("written");
    assert_eq!(serde_json::from_str::<Words>(&written).expect("read"), Words { language: tag, text: "Sim.".into() });
}

//! Clocks: who is expected to do what since when, and what follows when nothing comes.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Exchange, Stage, Standing};
use crate::date::day_of;
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

/// Days after which a silent party is reminded.
const REMINDER: i32 = 7;
/// Days after which another focal point of the same organization is asked.
const SECOND: i32 = 14;
/// Days after which the secretariat is told.
const SECRETARIAT: i32 = 21;
/// Days after which an exchange that was never agreed lapses.
const LAPSE: i32 = 90;

vocabulary! {
    /// What a party is expected to do.
    Expected, "expected step" {
        /// Accept or decline an invitation.
        Answer = "answer",
        /// Word the first lines of an agreement.
        Draft = "draft",
        /// Agree to lines, or word them otherwise.
        Agree = "agree",
        /// Say that the work has begun.
        Begin = "begin",
        /// Confirm or dispute facts.
        Confirm = "confirm",
        /// Say that the own part is done, or tell what was done since.
        Finish = "finish",
    }
}

vocabulary! {
    /// How much time has passed.
    Urgency, "urgency" {
        Fresh = "fresh",
        Remind = "remind",
        SecondFocalPoint = "second-focal-point",
        Secretariat = "secretariat",
    }
}

/// Something that a party is expected to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// Who.
    pub organization: Slug,
    /// What.
    pub what: Expected,
    /// The oldest of what waits has waited since.
    pub since: Timestamp,
    /// How many things wait.
    pub count: usize,
}

impl Exchange {
    /// Everything that is waited for, in the order of the parties.
    #[must_use]
    pub fn waits(&self) -> Vec<Wait> {
        let mut waits = Vec::new();
        for party in &self.parties {
            let slug = &party.organization;
            let mut wait = |what, since, count| waits.push(Wait { organization: slug.clone(), what, since, count });
            if party.standing == Standing::Invited && self.stage.is_open() {
                wait(Expected::Answer, party.since, 1);
            }
            let unanswered = |facts: bool| {
                let mine = self.statements.iter().filter(move |own| own.is_fact() == facts && own.waits_for().any(|who| who == slug));
                mine.map(move |own| own.current().at.max(if facts { Timestamp::MIN } else { party.since }))
            };
            if let Some(since) = unanswered(true).min() {
                wait(Expected::Confirm, since, unanswered(true).count());
            }
            if !party.is_in() || !self.stage.is_open() {
                continue;
            }
            if let Some(since) = unanswered(false).min() {
                wait(Expected::Agree, since, unanswered(false).count());
            }
            match self.stage {
                Stage::Discussion if self.lines().next().is_none() => wait(Expected::Draft, self.since, 1),
                Stage::Agreed => wait(Expected::Begin, self.planned_start().unwrap_or(self.since), 1),
                Stage::UnderWay if !party.finished => wait(Expected::Finish, self.planned_end().unwrap_or(self.since), 1),
                _ => {}
            }
        }
        waits
    }

    /// How urgent a wait has become: not at all while its clock stands.
    #[must_use]
    pub fn urgency(&self, wait: &Wait, today: Date) -> Urgency {
        if self.postponed.is_some_and(|until| today < until) {
            return Urgency::Fresh;
        }
        let since = self.postponed.map_or(day_of(wait.since), |until| until.max(day_of(wait.since)));
        match days(since, today) {
            ..REMINDER => Urgency::Fresh,
            REMINDER..SECOND => Urgency::Remind,
            SECOND..SECRETARIAT => Urgency::SecondFocalPoint,
            _ => Urgency::Secretariat,
        }
    }

    /// Whether the exchange lapses: it was never agreed, and nothing has come for too long.
    #[must_use]
    pub fn lapses(&self, last_act: Timestamp, today: Date) -> bool {
        let since = self.postponed.map_or(day_of(last_act), |until| until.max(day_of(last_act)));
        matches!(self.stage, Stage::Proposed | Stage::Discussion) && days(since, today) >= LAPSE
    }

    /// First day of what is planned, as a moment.
    fn planned_start(&self) -> Option<Timestamp> {
        let starts = self.periods().map(|period| period.start.first_day());
        starts.min().and_then(moment).map(|start| start.max(self.since))
    }

    /// Last day of what is planned, as a moment.
    fn planned_end(&self) -> Option<Timestamp> {
        let ends = self.periods().map(|period| period.end.unwrap_or(period.start).last_day());
        ends.max().and_then(moment).map(|end| end.max(self.since))
    }

    fn periods(&self) -> impl Iterator<Item = crate::date::Period> + '_ {
        self.lines().filter_map(|line| match line.binding() {
            Some(super::Content::Plan { activity }) => activity.period,
            _ => None,
        })
    }
}

fn moment(day: Date) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()
}

fn days(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

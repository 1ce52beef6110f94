//! Whether an act may follow: the rules of an exchange, each with the reason for which it refuses.

use jiff::civil::Date;

use super::{Act, By, Content, ContentFault, Entry, Exchange, Footing, MOST_PARTIES, MOST_STATEMENTS, Stage, Standing, Statement};
use crate::date::day_of;
use crate::slug::Slug;

/// Longest time for which clocks can be made to stand, in days.
const LONGEST_PAUSE: i32 = 370;

/// Why an act does not follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not now.
    #[error("that cannot be done while the exchange is {0}")]
    WrongStage(Stage),
    /// The organization does not take part, or not yet, or not any more.
    #[error("the organization does not take part")]
    NotIn,
    /// It has been asked already or takes part.
    #[error("the organization has been asked already")]
    AlreadyAsked,
    /// It has answered already.
    #[error("the answer was given already")]
    AlreadyAnswered,
    /// Another act came in between: what stands there now is not what was seen.
    #[error("the statement has changed meanwhile")]
    Stale,
    /// There is no statement of this number, or it is struck.
    #[error("there is no such statement")]
    NoStatement,
    /// A line cannot become a fact, nor a fact a line.
    #[error("a line of the agreement is not a fact")]
    OtherSort,
    /// It has been agreed by all: a change has to be proposed instead.
    #[error("this line is agreed; propose another wording")]
    Settled,
    /// Too few or too many of something.
    #[error("there are too many or too few of them")]
    Count,
    /// A day in the past, or too far off.
    #[error("the day is not one until which one can wait")]
    Day,
    /// A step that is not theirs.
    #[error("this step is not for whoever tries it")]
    NotYours,
    /// What is stated is wrong in itself.
    #[error("{0}")]
    Content(#[from] ContentFault),
}

impl Refusal {
    /// Key of the message for who tried it.
    #[must_use]
    pub const fn message_key(&self) -> &'static str {
        match self {
            Self::WrongStage(_) => "exchange-refused-stage",
            Self::NotIn => "exchange-refused-not-in",
            Self::AlreadyAsked => "exchange-refused-asked",
            Self::AlreadyAnswered => "exchange-refused-answered",
            Self::Stale => "exchange-refused-stale",
            Self::NoStatement => "exchange-refused-no-statement",
            Self::OtherSort => "exchange-refused-sort",
            Self::Settled => "exchange-refused-settled",
            Self::Count => "exchange-refused-count",
            Self::Day => "exchange-refused-day",
            Self::NotYours => "exchange-refused-not-yours",
            Self::Content(fault) => fault.message_key(),
        }
    }
}

impl Exchange {
    /// Whether an act may follow now; one that was checked here can be taken in with [`Exchange::apply`].
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, entry: &Entry) -> Result<(), Refusal> {
        match (&entry.by, &entry.act) {
            (By::Party(party), act) => self.check_party(party, act, day_of(entry.at)),
            (By::Secretariat, Act::Closed { .. }) => self.open(),
            (By::Secretariat, Act::Succeeded { from, to }) => {
                if from == to || self.party(from).is_none() {
                    Err(Refusal::NotIn)
                } else {
                    Ok(())
                }
            }
            (By::Secretariat, Act::Absorbed { other } | Act::MergedInto { other }) => {
                if *other == self.id || self.merged_into.is_some() || self.absorbed.contains(other) { Err(Refusal::AlreadyAnswered) } else { Ok(()) }
            }
            (By::Clock, Act::Lapsed) => match self.stage {
                Stage::Proposed | Stage::Discussion => Ok(()),
                stage => Err(Refusal::WrongStage(stage)),
            },
            (By::Secretariat | By::Clock, _) => Err(Refusal::NotYours),
        }
    }

    fn open(&self) -> Result<(), Refusal> {
        if self.stage.is_open() { Ok(()) } else { Err(Refusal::WrongStage(self.stage)) }
    }

    fn check_party(&self, organization: &Slug, act: &Act, today: Date) -> Result<(), Refusal> {
        let party = self.party(organization).ok_or(Refusal::NotIn)?;
        match act {
            Act::Joined | Act::Declined { .. } => {
                self.open()?;
                if party.standing == Standing::Invited { Ok(()) } else { Err(Refusal::AlreadyAnswered) }
            }
            Act::Affirmed { statement, version } | Act::Disputed { statement, version, .. } => {
                let disputes = matches!(act, Act::Disputed { .. });
                self.check_answer(organization, *statement, *version, disputes)
            }
            Act::Said { .. } if party.standing == Standing::Invited => self.open(), // one may ask before one answers
            _ if !party.is_in() => Err(Refusal::NotIn),
            Act::Stated { statement, base, content } => self.check_stated(organization, *statement, *base, content.as_ref(), today),
            Act::Invited { seat } => {
                self.open()?;
                let asked = self.party(&seat.organization).is_some_and(|own| matches!(own.standing, Standing::Invited | Standing::Joined));
                if asked {
                    Err(Refusal::AlreadyAsked)
                } else if self.parties.len() >= MOST_PARTIES {
                    Err(Refusal::Count)
                } else {
                    Ok(())
                }
            }
            Act::Left { .. } | Act::Said { .. } => self.open(),
            Act::Begun if self.stage == Stage::Agreed => Ok(()),
            Act::Finished if self.stage == Stage::UnderWay => {
                if party.finished {
                    Err(Refusal::AlreadyAnswered)
                } else {
                    Ok(())
                }
            }
            Act::Begun | Act::Finished => Err(Refusal::WrongStage(self.stage)),
            Act::Postponed { until, .. } => {
                self.open()?;
                let days = until.since(today).map_or(0, |span| span.get_days());
                if (1..=LONGEST_PAUSE).contains(&days) { Ok(()) } else { Err(Refusal::Day) }
            }
            Act::Proposed { .. } | Act::Closed { .. } | Act::Lapsed | Act::Succeeded { .. } | Act::Absorbed { .. } | Act::MergedInto { .. } => {
                Err(Refusal::NotYours)
            }
        }
    }

    fn check_answer(&self, party: &Slug, statement: u32, version: u32, disputes: bool) -> Result<(), Refusal> {
        let statement = self.statement(statement).ok_or(Refusal::NoStatement)?;
        if statement.is_fact() {
            if !self.stage.knows_facts() && self.stage != Stage::Closed {
                return Err(Refusal::WrongStage(self.stage));
            }
        } else {
            self.open()?;
        }
        if !statement.concerned.contains(party) {
            return Err(Refusal::NotIn);
        }
        if version != statement.version() {
            return Err(Refusal::Stale);
        }
        if disputes && !statement.is_fact() && statement.footing() == Footing::Confirmed {
            return Err(Refusal::Settled);
        }
        match statement.answer(party) {
            Some(own) if own.dispute.is_some() == disputes => Err(Refusal::AlreadyAnswered),
            _ => Ok(()),
        }
    }

    fn check_stated(&self, party: &Slug, number: u32, base: u32, content: Option<&Content>, today: Date) -> Result<(), Refusal> {
        let existing = self.statement(number);
        match existing {
            Some(own) if base != own.version() => return Err(Refusal::Stale),
            Some(own) if content.is_none() && own.content().is_none() => return Err(Refusal::NoStatement),
            Some(own) if content.is_some_and(|content| content.is_fact() != own.is_fact()) => return Err(Refusal::OtherSort),
            None if base != 0 || content.is_none() => return Err(Refusal::NoStatement),
            None if number as usize != self.statements.len() + 1 => return Err(Refusal::Stale),
            None if self.statements.len() >= MOST_STATEMENTS => return Err(Refusal::Count),
            _ => {}
        }
        let is_fact = content.map_or_else(|| existing.is_some_and(Statement::is_fact), Content::is_fact);
        let is_time = if is_fact { self.stage.knows_facts() } else { self.stage.is_open() };
        if !is_time {
            return Err(Refusal::WrongStage(self.stage));
        }
        let Some(content) = content else { return Ok(()) };
        content.check(today)?;
        if content.party().is_some_and(|named| self.party(named).is_none_or(|own| !own.is_in())) {
            return Err(ContentFault::NotAParty.into());
        }
        // What somebody gives is for the giver to say: nobody is promised away.
        if let Content::Pledge { by, .. } | Content::Given { by, .. } = content
            && by != party
        {
            return Err(ContentFault::OnlyGiver.into());
        }
        Ok(())
    }
}

//! What parties of an exchange state: lines of the agreement beforehand, facts of the work afterwards.

use serde::{Deserialize, Serialize};

use crate::country::Country;
use crate::date::Period;
use crate::language::LanguageTag;
use crate::partner::Constituency;
use crate::read::{Problem, free_text};
use crate::slug::Slug;
use crate::vocabulary::vocabulary;

/// Most people that one fact can speak of; a larger figure is a slip of the finger.
const MOST_PEOPLE: u32 = 10_000_000;
/// Most expert days of one contribution.
const MOST_DAYS: u32 = 100_000;
/// Largest sum of money, in hundredths.
const MOST_MONEY: u64 = 100_000_000_000_000;

vocabulary! {
    /// What an activity is.
    ActivityKind, "kind of activity" {
        StudyVisit = "study-visit",
        Training = "training",
        ExpertMission = "expert-mission",
        Webinar = "webinar",
        Document = "document",
        JointResearch = "joint-research",
        Meeting = "meeting",
    }
}

vocabulary! {
    /// What a stated fact of the work is.
    FactKind, "kind of fact" {
        /// Something was made: a manual, a draft law, a register.
        Output = "output",
        /// Something is different now for somebody.
        Result = "result",
    }
}

/// Words with the language in which a party wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Language.
    pub language: LanguageTag,
    /// The words.
    pub text: String,
}

impl Words {
    /// Words as typed; space around them goes.
    ///
    /// # Errors
    /// `Empty`, `TooLong`, `ControlCharacters`.
    pub fn new(language: LanguageTag, typed: &str) -> Result<Self, Problem> {
        Ok(Self { language, text: free_text(typed)? })
    }
}

/// People who took part, as counted by who held the activity. A person is counted once in each figure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Women.
    pub women: u32,
    /// Men.
    pub men: u32,
    /// People of whom the sex is not known or not said.
    #[serde(default)]
    pub others: u32,
    /// Of all of these, sent by governments.
    #[serde(default)]
    pub government: u32,
    /// Of all of these, sent by workers' organizations.
    #[serde(default)]
    pub workers: u32,
    /// Of all of these, sent by employers' organizations.
    #[serde(default)]
    pub employers: u32,
}

impl People {
    /// All of them.
    #[must_use]
    pub fn total(self) -> u64 {
        u64::from(self.women) + u64::from(self.men) + u64::from(self.others)
    }

    fn check(self) -> Result<(), ContentFault> {
        let by_constituency = u64::from(self.government) + u64::from(self.workers) + u64::from(self.employers);
        if [self.women, self.men, self.others].iter().any(|&count| count > MOST_PEOPLE) {
            Err(ContentFault::TooMany("people"))
        } else if by_constituency > self.total() {
            Err(ContentFault::MoreThanAll)
        } else {
            Ok(())
        }
    }
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub hundredths: u64,
    /// ISO 4217 code.
    pub currency: String,
}

impl Money {
    /// Reads an amount as people write it (`1250`, `1250.5`, `1 250,50`) with a code of three capital letters.
    ///
    /// # Errors
    /// `Negative`, `NotANumber`, `TooMany`, `Currency`.
    pub fn parse(amount: &str, currency: &str) -> Result<Self, ContentFault> {
        let currency = currency.trim().to_ascii_uppercase();
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(ContentFault::Currency);
        }
        let amount: String = amount.chars().filter(|c| !c.is_whitespace()).collect();
        if amount.starts_with(['-', '−']) {
            return Err(ContentFault::Negative);
        }
        let (whole, part) = amount.split_once(['.', ',']).unwrap_or((&amount, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 13 || part.len() > 2 || !digits(whole) || !digits(part) {
            return Err(ContentFault::NotANumber);
        }
        let hundredths: u64 = format!("{whole}{part:0<2}").parse().map_err(|_| ContentFault::NotANumber)?;
        if hundredths > MOST_MONEY { Err(ContentFault::TooMany("money")) } else { Ok(Self { hundredths, currency }) }
    }
}

/// What a party gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Gift {
    /// Something in kind. Its value, if the giver states one, is by the giver's own method, which is stated, too; nobody is forced to name one.
    InKind {
        /// The value that the giver puts on it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<Valuation>,
    },
    /// Money.
    Money {
        /// How much.
        money: Money,
    },
    /// Days of expertise, never turned into money.
    Expertise {
        /// How many working days.
        days: u32,
    },
}

/// The value that a giver puts on something in kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Valuation {
    /// How much.
    pub money: Money,
    /// By which method, in the giver's words.
    pub method: Words,
}

/// Something planned or held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What it is.
    pub kind: ActivityKind,
    /// What it is about.
    pub words: Words,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// In which country; none for what takes place nowhere, such as a webinar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Where in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many people are expected or came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
    /// The course, event or publication that is its record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// One statement of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Content {
    /// Agreement: what is to be reached.
    Objective {
        /// In words.
        words: Words,
    },
    /// Agreement: what will be done.
    Plan {
        /// What, when, where, with how many.
        activity: Activity,
    },
    /// Agreement: what a party will give.
    Pledge {
        /// Who.
        by: Slug,
        /// What, in words.
        words: Words,
        /// As what.
        gift: Gift,
    },
    /// Agreement: which constituent is on board at a party's side.
    Engagement {
        /// At whose side.
        side: Slug,
        /// Government, workers or employers.
        constituency: Constituency,
        /// Who it is, and how it takes part.
        words: Words,
    },
    /// Fact: something was done.
    Held {
        /// What, when, where, with how many.
        activity: Activity,
    },
    /// Fact: a party gave something.
    Given {
        /// Who.
        by: Slug,
        /// What, in words.
        words: Words,
        /// As what.
        gift: Gift,
    },
    /// Fact: something was made, or is different now.
    Achieved {
        /// Output or result.
        kind: FactKind,
        /// In words.
        words: Words,
        /// How many of what the words say; never negative.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        figure: Option<u64>,
    },
}

/// What is wrong with a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContentFault {
    /// A figure is below nothing.
    #[error("a figure is negative")]
    Negative,
    /// It is no number with at most two decimals.
    #[error("it is not a number")]
    NotANumber,
    /// More than can be true.
    #[error("there are more {0} than can be true")]
    TooMany(&'static str),
    /// Governments, workers and employers are more than all.
    #[error("the people by constituency are more than all")]
    MoreThanAll,
    /// No code of a currency.
    #[error("it is not a currency code of three letters")]
    Currency,
    /// The party named does not take part.
    #[error("the organization does not take part")]
    NotAParty,
    /// Only governments, workers and employers are constituents.
    #[error("it is not one of the three constituents")]
    NotAConstituent,
    /// What was held has a date.
    #[error("it has no date")]
    NoDate,
    /// What was held cannot begin after it is stated.
    #[error("it lies in the future")]
    InFuture,
    /// A gift of nothing.
    #[error("it is nothing")]
    Nothing,
    /// Only the giver says what it gives.
    #[error("only the giver says what it gives")]
    OnlyGiver,
}

impl ContentFault {
    /// Key of the message for who typed it.
    #[must_use]
    pub const fn message_key(self) -> &'static str {
        match self {
            Self::Negative => "exchange-fault-negative",
            Self::NotANumber => "exchange-fault-not-a-number",
            Self::TooMany(_) => "exchange-fault-too-many",
            Self::MoreThanAll => "exchange-fault-more-than-all",
            Self::Currency => "exchange-fault-currency",
            Self::NotAParty => "exchange-fault-not-a-party",
            Self::NotAConstituent => "exchange-fault-not-a-constituent",
            Self::NoDate => "exchange-fault-no-date",
            Self::InFuture => "exchange-fault-in-future",
            Self::Nothing => "exchange-fault-nothing",
            Self::OnlyGiver => "exchange-fault-only-giver",
        }
    }
}

impl Content {
    /// Whether it tells of what happened, and counts when it is confirmed; otherwise it is a line of the agreement.
    #[must_use]
    pub const fn is_fact(&self) -> bool {
        matches!(self, Self::Held { .. } | Self::Given { .. } | Self::Achieved { .. })
    }

    /// The party of which it speaks, where it is one.
    #[must_use]
    pub const fn party(&self) -> Option<&Slug> {
        match self {
            Self::Pledge { by, .. } | Self::Given { by, .. } => Some(by),
            Self::Engagement { side, .. } => Some(side),
            _ => None,
        }
    }

    /// The party with another's name in place of this one's.
    pub(super) fn rename(&mut self, from: &Slug, to: &Slug) {
        if let Self::Pledge { by: party, .. } | Self::Given { by: party, .. } | Self::Engagement { side: party, .. } = self
            && party == from
        {
            *party = to.clone();
        }
    }

    /// The words in which it is said.
    #[must_use]
    pub const fn words(&self) -> &Words {
        match self {
            Self::Objective { words }
            | Self::Pledge { words, .. }
            | Self::Engagement { words, .. }
            | Self::Given { words, .. }
            | Self::Achieved { words, .. } => words,
            Self::Plan { activity } | Self::Held { activity } => &activity.words,
        }
    }

    /// The people of whom it tells.
    #[must_use]
    pub const fn people(&self) -> Option<People> {
        match self {
            Self::Plan { activity } | Self::Held { activity } => activity.people,
            _ => None,
        }
    }

    /// Checks what does not depend on the exchange; `today` is the day on which it is stated.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, today: jiff::civil::Date) -> Result<(), ContentFault> {
        match self {
            Self::Objective { .. } | Self::Achieved { .. } => Ok(()),
            Self::Plan { activity } => activity.people.map_or(Ok(()), People::check),
            Self::Held { activity } => {
                let period = activity.period.ok_or(ContentFault::NoDate)?;
                if period.start.first_day() > today {
                    return Err(ContentFault::InFuture);
                }
                activity.people.map_or(Ok(()), People::check)
            }
            Self::Pledge { gift, .. } | Self::Given { gift, .. } => gift.check(),
            Self::Engagement { constituency, .. } => match constituency {
                Constituency::Government | Constituency::Workers | Constituency::Employers => Ok(()),
                _ => Err(ContentFault::NotAConstituent),
            },
        }
    }
}

impl Gift {
    fn check(&self) -> Result<(), ContentFault> {
        match self {
            Self::InKind { .. } => Ok(()),
            Self::Money { money } if money.hundredths == 0 => Err(ContentFault::Nothing),
            Self::Expertise { days: 0 } => Err(ContentFault::Nothing),
            Self::Expertise { days } if *days > MOST_DAYS => Err(ContentFault::TooMany("days")),
            Self::Money { .. } | Self::Expertise { .. } => Ok(()),
        }
    }
}

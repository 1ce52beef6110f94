//! One member's visit: what they ask for one after the other, how long they think in between, and what the answers must say.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::bench::load::{Answer, Connection, encode, form, request};
use crate::bench::members::people::Member;
use crate::bench::members::{Tally, milliseconds};
use crate::bench::synthetic::Dice;

/// Shortest thought between two requests, in milliseconds, and what may come on top.
const THOUGHT: (u64, u64) = (500, 1_500);
/// What members look for.
const WORDS: [&str; 8] = [
    "child labour",
    "skills for young people",
    "social protection",
    "occupational safety",
    "labour migration",
    "domestic workers",
    "informal economy",
    "social dialogue",
];
/// What a page says to who is signed in, and to nobody else.
const SIGNED_IN: &str = "href=\"/en/desk\"";

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Desk,
    Search,
    Record,
    Save,
    ReadBack,
    Drafts,
    Account,
    Review,
    Submit,
    Begin,
}

impl Sort {
    /// Each with how often of a hundred times it comes.
    const CHOICES: [(Self, u64); 9] = [
        (Self::Desk, 14),
        (Self::Search, 20),
        (Self::Record, 23),
        (Self::Save, 20),
        (Self::ReadBack, 8),
        (Self::Drafts, 6),
        (Self::Account, 4),
        (Self::Review, 4),
        (Self::Submit, 1),
    ];

    /// Its name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Search => "search",
            Self::Record => "record",
            Self::Save => "draft saves itself",
            Self::ReadBack => "draft read back",
            Self::Drafts => "list of drafts",
            Self::Account => "account",
            Self::Review => "review queue",
            Self::Submit => "draft handed in",
            Self::Begin => "draft begun",
        }
    }

    fn roll(dice: &mut Dice) -> Self {
        let mut at = dice.below(Self::CHOICES.iter().map(|(_, share)| share).sum());
        for (sort, share) in Self::CHOICES {
            if at < share {
                return sort;
            }
            at -= share;
        }
        Self::Desk
    }
}

/// A member on their way.
pub struct Visit<'a> {
    address: SocketAddr,
    connection: Option<Connection>,
    member: &'a Member,
    pages: &'a [String],
    dice: Dice,
    number: u64,
    headers: String,
    /// Where the draft is, the version that was saved last, and what it says.
    draft: String,
    version: u64,
    text: String,
    tally: Tally,
}

impl<'a> Visit<'a> {
    /// A visit; members with other numbers do other things.
    pub fn new(address: SocketAddr, member: &'a Member, pages: &'a [String], number: u64) -> Self {
        Self {
            address,
            connection: None,
            member,
            pages,
            dice: Dice::new(number),
            number,
            headers: format!("cookie: {}\r\n", member.cookie),
            draft: member.draft.clone(),
            version: 1,
            text: String::new(),
            tally: Tally::default(),
        }
    }

    /// Works until a moment.
    pub fn until(mut self, end: Instant) -> Tally {
        loop {
            let thought = THOUGHT.0 + self.dice.below(THOUGHT.1);
            std::thread::sleep(Duration::from_millis(thought).min(end.saturating_duration_since(Instant::now())));
            if Instant::now() >= end {
                return self.tally;
            }
            let sort = match Sort::roll(&mut self.dice) {
                Sort::Review if !self.member.reviews => Sort::Desk,
                Sort::ReadBack if self.text.is_empty() => Sort::Save,
                sort => sort,
            };
            self.ask(sort);
            if sort == Sort::Submit {
                self.ask(Sort::Begin);
            }
        }
    }

    /// Asks and checks; what goes wrong is noted, and the visit goes on.
    fn ask(&mut self, sort: Sort) {
        let (path, request) = self.request(sort);
        let started = Instant::now();
        let checked = self.exchange(&request, sort);
        self.tally.times.entry(sort).or_default().push(milliseconds(started));
        if let Err(error) = checked {
            self.connection = None;
            self.tally.errors.push(format!("{}: {path}: {error}", sort.name()));
        }
    }

    fn request(&mut self, sort: Sort) -> (String, Vec<u8>) {
        let path = match sort {
            Sort::Desk => "/en/desk".to_owned(),
            Sort::Search => format!("/en/search?q={}", encode(self.dice.of::<&str>(&WORDS))),
            Sort::Record => self.dice.of(self.pages).clone(),
            Sort::Save | Sort::Submit => self.draft.clone(),
            Sort::ReadBack => format!("{}?part=full", self.draft),
            Sort::Drafts => "/en/drafts".to_owned(),
            Sort::Account => "/en/account".to_owned(),
            Sort::Review => "/en/review".to_owned(),
            Sort::Begin => "/en/contribute".to_owned(),
        };
        let version = self.version.to_string();
        let bytes = match sort {
            Sort::Save => {
                self.text = format!("Member {} writes {} and {}.", self.number, self.dice.below(u64::MAX), self.dice.of(&WORDS));
                let fields = [("version", version.as_str()), ("part", "full"), ("title", "A practice"), ("approach", self.text.as_str())];
                form(&path, &format!("{}accept: application/json\r\n", self.headers), &fields)
            }
            Sort::Submit => {
                let title = format!("Practice {} of member {}", self.dice.below(u64::MAX), self.number);
                form(&path, &self.headers, &whole(&version, &title))
            }
            Sort::Begin => form(&path, &self.headers, &[("kind", "practice"), ("language", "en")]),
            _ => request(&path, &self.headers),
        };
        (path, bytes)
    }

    fn exchange(&mut self, request: &[u8], sort: Sort) -> io::Result<()> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => Connection::open(self.address)?,
        };
        let answer = connection.exchange(request)?;
        let checked = match sort {
            Sort::Save => self.saved(&answer),
            Sort::Submit => expect(answer.status == 303, "it was not taken", &answer),
            Sort::Begin => self.begun(&answer),
            Sort::ReadBack => expect(answer.status == 200 && says(&answer, &self.text), "it says something else", &answer),
            _ => expect(answer.status == 200 && says(&answer, SIGNED_IN), "it is no page for a member", &answer),
        };
        self.connection = Some(connection);
        checked
    }

    /// The page is told the version that it now has; nobody else writes here.
    fn saved(&mut self, answer: &Answer<'_>) -> io::Result<()> {
        let told: Option<u64> = serde_json::from_slice::<serde_json::Value>(answer.body).ok().and_then(|told| told["version"].as_u64());
        let before = self.version;
        self.version = told.unwrap_or(before);
        expect(answer.status == 200 && told == Some(before + 1), "it was not saved", answer)
    }

    fn begun(&mut self, answer: &Answer<'_>) -> io::Result<()> {
        let draft = answer.header("location").filter(|path| path.starts_with("/en/drafts/"));
        expect(answer.status == 303 && draft.is_some(), "no draft was begun", answer)?;
        self.draft = draft.unwrap_or_default().to_owned();
        self.version = 1;
        self.text.clear();
        Ok(())
    }
}

/// A practice that can be handed in.
fn whole<'a>(version: &'a str, title: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("part", "full"),
        ("title", title),
        ("challenge", "Few young people learn a trade."),
        ("approach", "They learn from each other."),
        ("results", "Forty of them found work."),
        ("summary", "Young people of two countries learn trades together."),
        ("countries", "Brazil"),
        ("countries", "Mozambique"),
        ("partners.0.name", "SENAI"),
        ("partners.0.country", "Brazil"),
        ("partners.0.constituency", "employers"),
        ("partners.0.role", "provider"),
        ("modality", "south_south"),
        ("sources.0.url", "https://example.org/report"),
        ("sources.0.title", "Report"),
        ("do", "submit"),
    ]
}

fn says(answer: &Answer<'_>, text: &str) -> bool {
    std::str::from_utf8(answer.body).is_ok_and(|body| body.contains(text))
}

fn expect(holds: bool, otherwise: &str, answer: &Answer<'_>) -> io::Result<()> {
    let start: String = String::from_utf8_lossy(answer.body).chars().take(80).collect();
    if holds { Ok(()) } else { Err(io::Error::other(format!("{otherwise}: status {}: {start}", answer.status))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rolled_comes_as_often_as_it_should() {
        let mut dice = Dice::new(7);
        let rolled: Vec<Sort> = (0..10_000).map(|_| Sort::roll(&mut dice)).collect();
        for (sort, share) in Sort::CHOICES {
            let count = rolled.iter().filter(|own| **own == sort).count();
            let expected = usize::try_from(share).expect("small") * 100;
            assert!(count.abs_diff(expected) < expected / 2, "{sort:?}: {count} of {expected}");
        }
    }
}

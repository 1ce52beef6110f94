//! What an act changes: only ever added to what was there.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Act, By, Content, Entry, Exchange, Party, Stage, Standing, Statement, Version};
use crate::slug::Slug;

impl Exchange {
    /// Takes in an act. What [`Exchange::check`] refuses changes nothing but the count.
    pub fn apply(&mut self, entry: &Entry) {
        self.acts += 1;
        if self.check(entry).is_err() {
            return;
        }
        let at = entry.at;
        match (&entry.by, &entry.act) {
            (By::Party(party), act) => self.apply_party(party, act, at),
            (_, Act::Closed { reason }) => self.end(Stage::Closed, Some(reason.clone()), at),
            (_, Act::Lapsed) => self.end(Stage::Lapsed, None, at),
            (_, Act::Succeeded { from, to }) => self.succeed(from, to, at),
            (_, Act::Absorbed { other }) => self.absorbed.push(*other),
            (_, Act::MergedInto { other }) => {
                self.merged_into = Some(*other);
                if self.stage.is_open() {
                    self.end(Stage::Closed, None, at);
                }
            }
            _ => {}
        }
    }

    fn apply_party(&mut self, by: &Slug, act: &Act, at: Timestamp) {
        match act {
            Act::Invited { seat } => {
                self.parties.retain(|party| party.organization != seat.organization || party.standing == Standing::Left);
                match self.parties.iter_mut().find(|party| party.organization == seat.organization) {
                    Some(back) => {
                        back.role = seat.role;
                        back.stand(Standing::Invited, None, at);
                    }
                    None => self.parties.push(Party::invited(seat.clone(), at)),
                }
            }
            Act::Joined => {
                self.stand(by, Standing::Joined, None, at);
                self.who_is_in_changed(at);
            }
            Act::Declined { reason } => {
                self.stand(by, Standing::Declined, Some(reason.clone()), at);
                self.who_is_in_changed(at);
            }
            Act::Left { reason } => {
                self.stand(by, Standing::Left, Some(reason.clone()), at);
                self.who_is_in_changed(at);
            }
            Act::Stated { statement, content, .. } => self.state(by, *statement, content.clone(), at),
            Act::Affirmed { statement, .. } => self.answer(by, *statement, None, at),
            Act::Disputed { statement, reason, .. } => self.answer(by, *statement, Some(reason.clone()), at),
            Act::Begun => self.enter(Stage::UnderWay, at),
            Act::Postponed { until, .. } => self.postponed = Some(*until),
            Act::Finished => {
                for party in self.parties.iter_mut().filter(|party| party.organization == *by) {
                    party.finished = true;
                }
                self.complete(at);
            }
            _ => {}
        }
        self.agree(at);
    }

    fn stand(&mut self, organization: &Slug, standing: Standing, reason: Option<String>, at: Timestamp) {
        for party in self.parties.iter_mut().filter(|party| party.organization == *organization) {
            party.stand(standing, reason.clone(), at);
        }
    }

    /// Lines concern who takes part now; with too few left the exchange ends.
    fn who_is_in_changed(&mut self, at: Timestamp) {
        let joined: BTreeSet<Slug> = self.joined().map(|party| party.organization.clone()).collect();
        for line in self.statements.iter_mut().filter(|own| !own.is_fact()) {
            line.concerned.clone_from(&joined);
            line.settle(at);
        }
        let awaited = self.parties.iter().any(|party| party.standing == Standing::Invited);
        if joined.len() > 1 && self.stage == Stage::Proposed {
            self.enter(Stage::Discussion, at);
        } else if joined.len() < 2 && !awaited && self.stage.is_open() {
            let stage = if self.stage == Stage::Proposed && !joined.is_empty() { Stage::Declined } else { Stage::Closed };
            let reason = self.parties.iter().filter(|party| !party.is_in()).max_by_key(|party| party.since).and_then(|party| party.reason.clone());
            self.end(stage, reason, at);
        } else {
            self.complete(at);
        }
    }

    fn state(&mut self, by: &Slug, number: u32, content: Option<Content>, at: Timestamp) {
        let joined: BTreeSet<Slug> = self.joined().map(|party| party.organization.clone()).collect();
        let version = Version { content, by: by.clone(), at };
        let tells = version.content.as_ref().is_some_and(Content::is_fact);
        match self.statements.iter_mut().find(|own| own.number == number) {
            Some(own) => {
                // Whom a fact concerned stays concerned: nobody can be left out of it by rewording.
                let concerned = if own.is_fact() { own.concerned.union(&joined).cloned().collect() } else { joined };
                own.word(version, concerned);
            }
            None => self.statements.push(Statement::new(number, version, joined)),
        }
        if tells && self.stage == Stage::Agreed {
            self.enter(Stage::UnderWay, at);
        }
    }

    fn answer(&mut self, by: &Slug, number: u32, dispute: Option<String>, at: Timestamp) {
        for own in self.statements.iter_mut().filter(|own| own.number == number) {
            own.answer_with(by.clone(), dispute.clone(), at);
        }
    }

    fn agree(&mut self, at: Timestamp) {
        if self.stage == Stage::Discussion && self.is_agreed() {
            self.enter(Stage::Agreed, at);
        }
    }

    fn complete(&mut self, at: Timestamp) {
        if self.stage == Stage::UnderWay && self.joined().count() > 0 && self.joined().all(|party| party.finished) {
            self.end(Stage::Completed, None, at);
        }
    }

    fn enter(&mut self, stage: Stage, at: Timestamp) {
        (self.stage, self.since, self.postponed) = (stage, at, None);
    }

    fn end(&mut self, stage: Stage, reason: Option<String>, at: Timestamp) {
        self.enter(stage, at);
        self.reason = reason;
    }

    /// An organization goes on under another name, or as part of another that may take part, too.
    fn succeed(&mut self, from: &Slug, to: &Slug, at: Timestamp) {
        for statement in &mut self.statements {
            statement.rename(from, to);
            for content in statement.versions.iter_mut().filter_map(|version| version.content.as_mut()) {
                content.rename(from, to);
            }
            for version in statement.versions.iter_mut().filter(|version| version.by == *from) {
                version.by = to.clone();
            }
        }
        let Some(at_place) = self.parties.iter().position(|party| party.organization == *from) else { return };
        match self.parties.iter().position(|party| party.organization == *to) {
            None => self.parties[at_place].organization = to.clone(),
            Some(other) => {
                let gone = self.parties[at_place].clone();
                let stays = &mut self.parties[other];
                if gone.is_in() && !stays.is_in() {
                    *stays = Party { organization: to.clone(), ..gone };
                }
                self.parties.remove(at_place);
            }
        }
        self.who_is_in_changed(at);
        self.agree(at);
    }
}

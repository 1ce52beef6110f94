//! Permission: who may do what. Every question of this sort is asked here.
//!
//! [`may`] answers for what has no subject; the other functions answer for one subject, given as what the rule needs to know of it.
//! Whether a step is possible at all (a draft that is published already) is for the subject's own module.

use crate::freshness::Light;
use crate::kind::Kind;
use crate::mandate::Capacity;
use crate::person::PersonId;
use crate::profile::Visibility;
use crate::record::{RecordKey, State};
use crate::role::{Role, Roles};
use crate::slug::Slug;
use crate::steward::Steward;

mod sample;
pub use sample::{every_actor, every_standing};

/// What rules see of a signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// What an administrator trusts them with.
    pub roles: Roles,
    /// For which organizations they speak, as what: mandates in force only.
    pub mandates: Vec<(Slug, Capacity)>,
}

impl Standing {
    /// Whether they are of the secretariat: editor or administrator.
    #[must_use]
    pub const fn is_secretariat(&self) -> bool {
        self.roles.is_secretariat()
    }

    /// Whether they speak for an organization, as contributor or focal point.
    #[must_use]
    pub fn speaks_for(&self, organization: &Slug) -> bool {
        self.mandates.iter().any(|(own, _)| own == organization)
    }

    /// Whether they are a focal point of an organization.
    #[must_use]
    pub fn is_focal_point_of(&self, organization: &Slug) -> bool {
        self.mandates.iter().any(|(own, capacity)| own == organization && *capacity == Capacity::FocalPoint)
    }

    fn is_focal_point(&self) -> bool {
        self.mandates.iter().any(|(_, capacity)| *capacity == Capacity::FocalPoint)
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor<'a> {
    /// Anybody, unknown.
    Visitor,
    /// A signed-in person.
    Member(&'a Standing),
    /// Who runs the instance and sits at its command line.
    Operator,
}

impl<'a> Actor<'a> {
    /// The person, when it is one.
    #[must_use]
    pub const fn standing(self) -> Option<&'a Standing> {
        match self {
            Self::Member(standing) => Some(standing),
            Self::Visitor | Self::Operator => None,
        }
    }

    fn is_member_who(self, rule: impl FnOnce(&Standing) -> bool) -> bool {
        self.standing().is_some_and(rule)
    }

    fn has(self, role: Role) -> bool {
        self.is_member_who(|own| own.roles.has(role))
    }

    fn is_secretariat(self) -> bool {
        self.is_member_who(Standing::is_secretariat)
    }

    fn is(self, person: PersonId) -> bool {
        self.is_member_who(|own| own.person == person)
    }
}

/// What somebody wants to do that has no subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read public pages, search, ask, download; sign in; report a problem.
    Read,
    /// Have a desk: write drafts, ask for a mandate, see and change what is one's own.
    TakePart,
    /// Work at the queue of drafts that wait for review.
    Review,
    /// Work at the translation desk.
    Translate,
    /// See requests for mandates that one may decide.
    DecideMandates,
    /// See what the secretariat sees: reports, objections, records without a steward who answers.
    Oversee,
    /// See and change people, roles, settings; see mail, jobs, index and audit log.
    Administer,
    /// Publish, withdraw, restore records without review; change the concept table.
    Manage,
    /// See how the instance does: health, metrics.
    Observe,
}

impl Action {
    /// Every action, for tests that walk all of them.
    pub const ALL: [Self; 9] = [
        Self::Read,
        Self::TakePart,
        Self::Review,
        Self::Translate,
        Self::DecideMandates,
        Self::Oversee,
        Self::Administer,
        Self::Manage,
        Self::Observe,
    ];
}

/// Whether an actor may act at all; what it may do with one subject is for the functions below.
#[must_use]
pub fn may(actor: Actor<'_>, action: Action) -> bool {
    match action {
        Action::Read => true,
        Action::TakePart => actor.standing().is_some(),
        Action::Review => actor.has(Role::Reviewer) || actor.is_secretariat(),
        Action::Translate => actor.is_member_who(|own| own.roles.has(Role::Translator) || own.is_secretariat() || !own.mandates.is_empty()),
        Action::DecideMandates => actor.is_member_who(|own| own.is_secretariat() || own.is_focal_point()),
        Action::Oversee => actor.is_secretariat(),
        Action::Administer => actor.has(Role::Administrator) || actor == Actor::Operator,
        Action::Manage | Action::Observe => actor == Actor::Operator,
    }
}

/// Whether an actor sees the content of a record; of a withdrawn one others see the reason alone.
#[must_use]
pub fn may_see(actor: Actor<'_>, state: &State) -> bool {
    matches!(state, State::Published) || actor == Actor::Operator || actor.is_secretariat()
}

/// What rules need to know of a record.
#[derive(Debug, Clone, Copy)]
pub struct RecordSubject<'a> {
    /// Kind and slug.
    pub key: &'a RecordKey,
    /// Where it stands.
    pub state: &'a State,
    /// Whose duty it is.
    pub steward: &'a Steward,
}

impl RecordSubject<'_> {
    /// Whether somebody keeps the record true: as its steward, as focal point of the steward, or of the organization that it describes.
    fn is_kept_by(&self, own: &Standing) -> bool {
        let described = self.key.kind == Kind::Organization && own.is_focal_point_of(&self.key.slug);
        described
            || match self.steward {
                Steward::Secretariat => own.is_secretariat(),
                Steward::Organization(slug) => own.is_focal_point_of(slug),
                Steward::Person(person) => own.person == *person,
            }
    }

    fn is_published(&self) -> bool {
        matches!(self.state, State::Published)
    }
}

/// Whether an actor may say that a published record is still true.
#[must_use]
pub fn may_confirm(actor: Actor<'_>, record: RecordSubject<'_>) -> bool {
    record.is_published() && actor.is_member_who(|own| own.is_secretariat() || record.is_kept_by(own))
}

/// Whether an actor may propose a new revision of a record, which then is reviewed.
#[must_use]
pub fn may_revise(actor: Actor<'_>, record: RecordSubject<'_>) -> bool {
    record.is_published() && may(actor, Action::TakePart)
}

/// Whether an actor may take a published record out of public view.
#[must_use]
pub fn may_withdraw(actor: Actor<'_>, record: RecordSubject<'_>) -> bool {
    record.is_published() && (may(actor, Action::Manage) || actor.is_member_who(|own| own.is_secretariat() || record.is_kept_by(own)))
}

/// Whether an actor may put a withdrawn record, or an older revision of one, back.
#[must_use]
pub fn may_restore(actor: Actor<'_>) -> bool {
    may(actor, Action::Manage) || actor.is_secretariat()
}

/// What rules need to know of a record that somebody may take on.
#[derive(Debug, Clone, Copy)]
pub struct AdoptionSubject<'a> {
    /// The record.
    pub record: RecordSubject<'a>,
    /// The light that it shows.
    pub light: Light,
    /// Whether nobody is left behind its steward: an organization that nobody speaks for, an account that was erased.
    pub deserted: bool,
    /// Organizations that it names.
    pub named: &'a [Slug],
}

impl AdoptionSubject<'_> {
    /// Whether it waits for somebody. An organization's own record does not: who asks to speak for the organization gets it with that.
    fn waits(&self) -> bool {
        let is_left = self.light == Light::Inactive || self.deserted;
        is_left && self.record.is_published() && self.record.key.kind != Kind::Organization
    }
}

/// Whether an actor may ask that a record that nobody looks after gets this steward: their organization as its focal point, or themselves
/// where the record is no organization's.
#[must_use]
pub fn may_adopt(actor: Actor<'_>, record: AdoptionSubject<'_>, steward: &Steward) -> bool {
    let is_free = !matches!(record.record.steward, Steward::Organization(_));
    record.waits()
        && record.record.steward != steward
        && match steward {
            Steward::Secretariat => false,
            Steward::Organization(slug) => actor.is_member_who(|own| own.is_focal_point_of(slug)),
            Steward::Person(person) => is_free && actor.is(*person),
        }
}

/// Whether a record that an actor may adopt is theirs at once, without a decision: of the secretariat's own people, and where the steward is
/// an organization that the record names.
#[must_use]
pub fn may_adopt_at_once(actor: Actor<'_>, record: AdoptionSubject<'_>, steward: &Steward) -> bool {
    let is_named = matches!(steward, Steward::Organization(slug) if record.named.contains(slug));
    may_adopt(actor, record, steward) && (is_named || actor.is_secretariat())
}

/// Whether an actor may decide that somebody gets a record to look after: one of the secretariat who did not ask for it.
#[must_use]
pub fn may_decide_adoption(actor: Actor<'_>, asker: PersonId) -> bool {
    actor.is_secretariat() && !actor.is(asker)
}

/// What rules need to know of a draft.
#[derive(Debug, Clone, Copy)]
pub struct DraftSubject<'a> {
    /// Who began it.
    pub author: PersonId,
    /// Who else wrote in it.
    pub editors: &'a [PersonId],
    /// For which organization it is written.
    pub organization: Option<&'a Slug>,
    /// Whether it was handed in once, so that reviewers see it.
    pub submitted: bool,
}

/// Whether an actor may begin a draft for an organization, or for nobody.
#[must_use]
pub fn may_write_for(actor: Actor<'_>, organization: Option<&Slug>) -> bool {
    actor.is_member_who(|own| own.is_secretariat() || organization.is_none_or(|slug| own.speaks_for(slug)))
}

/// Whether an actor may write in a draft and hand it in: its author, who speaks for its organization, the secretariat.
#[must_use]
pub fn may_edit_draft(actor: Actor<'_>, draft: DraftSubject<'_>) -> bool {
    actor.is_member_who(|own| own.person == draft.author || own.is_secretariat() || draft.organization.is_some_and(|slug| own.speaks_for(slug)))
}

/// Whether an actor may read a draft, and comment on it.
#[must_use]
pub fn may_see_draft(actor: Actor<'_>, draft: DraftSubject<'_>) -> bool {
    may_edit_draft(actor, draft) || (draft.submitted && may(actor, Action::Review))
}

/// Whether an actor may give a draft up: its author, or a focal point of its organization.
#[must_use]
pub fn may_abandon_draft(actor: Actor<'_>, draft: DraftSubject<'_>) -> bool {
    actor.is(draft.author) || actor.is_member_who(|own| draft.organization.is_some_and(|slug| own.is_focal_point_of(slug)))
}

/// Whether an actor may see a spreadsheet that somebody brought, and make drafts of it: who brought it alone.
#[must_use]
pub fn may_use_sheet(actor: Actor<'_>, brought_by: PersonId) -> bool {
    actor.is(brought_by)
}

/// Whether an actor may ask for changes, publish or decline: a reviewer who wrote nothing of it.
#[must_use]
pub fn may_review(actor: Actor<'_>, draft: DraftSubject<'_>) -> bool {
    let wrote = |own: &Standing| own.person == draft.author || draft.editors.contains(&own.person);
    draft.submitted && may(actor, Action::Review) && !actor.is_member_who(wrote)
}

/// Whether an actor may translate whatever is in public view, and read what others translated: translators and the secretariat.
#[must_use]
pub fn may_translate_all(actor: Actor<'_>) -> bool {
    actor.has(Role::Translator) || actor.is_secretariat()
}

/// Whether an actor may write a translation of a record: translators, the secretariat, and who speaks for the steward.
#[must_use]
pub fn may_translate(actor: Actor<'_>, record: RecordSubject<'_>) -> bool {
    let speaks = |own: &Standing| matches!(record.steward, Steward::Organization(slug) if own.speaks_for(slug));
    record.is_published() && (may_translate_all(actor) || actor.is_member_who(|own| record.is_kept_by(own) || speaks(own)))
}

/// Whether an actor may let a translation through: a translator or one of the secretariat who did not write it.
#[must_use]
pub fn may_let_through_translation(actor: Actor<'_>, author: PersonId) -> bool {
    may_translate_all(actor) && !actor.is(author)
}

/// What rules need to know of an objection.
#[derive(Debug, Clone, Copy)]
pub struct ObjectionSubject<'a> {
    /// Who raised it.
    pub raised_by: PersonId,
    /// For which organization.
    pub organization: &'a Slug,
    /// Whose duty the record is.
    pub steward: &'a Steward,
}

/// Whether an actor may object for an organization to a record that names these organizations: a focal point of it.
#[must_use]
pub fn may_object(actor: Actor<'_>, organization: &Slug, named: &[Slug]) -> bool {
    named.contains(organization) && actor.is_member_who(|own| own.is_focal_point_of(organization))
}

/// Whether an actor may answer an objection: one of the secretariat who speaks for neither side.
#[must_use]
pub fn may_answer_objection(actor: Actor<'_>, objection: ObjectionSubject<'_>) -> bool {
    let is_steward = |own: &Standing| match objection.steward {
        Steward::Secretariat => false,
        Steward::Organization(slug) => own.speaks_for(slug),
        Steward::Person(person) => own.person == *person,
    };
    let takes_side = |own: &Standing| own.person == objection.raised_by || own.speaks_for(objection.organization) || is_steward(own);
    actor.is_member_who(|own| own.is_secretariat() && !takes_side(own))
}

/// What rules need to know of an exchange.
#[derive(Debug, Clone, Copy)]
pub struct ExchangeSubject<'a> {
    /// Who was asked to it, whether they take part or not.
    pub parties: &'a [Slug],
    /// Whether its partners agreed once: from then on what they agreed and confirmed is for everybody to see.
    pub was_agreed: bool,
}

/// Whether an actor sees what partners agreed and what came of it.
#[must_use]
pub fn may_see_exchange(actor: Actor<'_>, exchange: ExchangeSubject<'_>) -> bool {
    exchange.was_agreed || may_enter_exchange(actor, exchange)
}

/// Whether an actor sees the room of an exchange, with everything that is said there: who speaks for a party, and the secretariat.
#[must_use]
pub fn may_enter_exchange(actor: Actor<'_>, exchange: ExchangeSubject<'_>) -> bool {
    actor.is_member_who(|own| own.is_secretariat() || exchange.parties.iter().any(|party| own.speaks_for(party)))
}

/// Whether an actor may bind an organization in an exchange: propose, accept, agree, confirm. Its focal points alone.
#[must_use]
pub fn may_bind(actor: Actor<'_>, organization: &Slug) -> bool {
    actor.is_member_who(|own| own.is_focal_point_of(organization))
}

/// Whether an actor may do what is the secretariat's in an exchange: close one that goes nowhere, note that a party has another name, merge two
/// that tell of the same. Never one who speaks for a party.
#[must_use]
pub fn may_moderate_exchange(actor: Actor<'_>, exchange: ExchangeSubject<'_>) -> bool {
    actor.is_member_who(|own| own.is_secretariat() && !exchange.parties.iter().any(|party| own.speaks_for(party)))
}

/// What rules need to know of a mandate.
#[derive(Debug, Clone, Copy)]
pub struct MandateSubject<'a> {
    /// Who asks for it or has it.
    pub person: PersonId,
    /// For which organization.
    pub organization: &'a Slug,
    /// As what.
    pub capacity: Capacity,
}

/// Whether an actor may see a mandate's evidence and decide about it: a focal point of the organization or the secretariat, never who asks.
#[must_use]
pub fn may_decide_mandate(actor: Actor<'_>, mandate: MandateSubject<'_>) -> bool {
    actor.is_member_who(|own| own.person != mandate.person && (own.is_secretariat() || own.is_focal_point_of(mandate.organization)))
}

/// Whether an actor may open the letter that speaks for a mandate: who decides, and who sent it.
#[must_use]
pub fn may_read_letter(actor: Actor<'_>, mandate: MandateSubject<'_>) -> bool {
    may_decide_mandate(actor, mandate) || actor.is(mandate.person)
}

/// Whether an actor may end a mandate: its holder, and the secretariat; a focal point that of contributors.
#[must_use]
pub fn may_end_mandate(actor: Actor<'_>, mandate: MandateSubject<'_>) -> bool {
    let below = |own: &Standing| mandate.capacity == Capacity::Contributor && own.is_focal_point_of(mandate.organization);
    actor.is_member_who(|own| own.person == mandate.person || own.is_secretariat() || below(own))
}

/// Whether an actor sees the list of who speaks for an organization: its focal points and the secretariat.
#[must_use]
pub fn may_see_speakers(actor: Actor<'_>, organization: &Slug) -> bool {
    actor.is_member_who(|own| own.is_secretariat() || own.is_focal_point_of(organization))
}

/// Whether an actor may renew a mandate: its holder alone.
#[must_use]
pub fn may_renew_mandate(actor: Actor<'_>, mandate: MandateSubject<'_>) -> bool {
    actor.is(mandate.person)
}

/// Whether an actor sees a field of a person's profile.
#[must_use]
pub fn may_see_field(actor: Actor<'_>, of: PersonId, visibility: Visibility) -> bool {
    match visibility {
        Visibility::All => true,
        Visibility::Members => actor.standing().is_some(),
        Visibility::Nobody => actor.is(of),
    }
}

/// Whether an actor sees a person's mail address, roles and mandates that are not public.
#[must_use]
pub fn may_see_account(actor: Actor<'_>, of: PersonId) -> bool {
    actor.is(of) || may(actor, Action::Administer)
}

/// Whether an actor may give and take roles: an administrator, but not their own, so that nobody raises or locks out themselves.
#[must_use]
pub fn may_change_roles(actor: Actor<'_>, of: PersonId) -> bool {
    may(actor, Action::Administer) && !actor.is(of)
}

/// Whether an actor may erase an account.
#[must_use]
pub fn may_erase(actor: Actor<'_>, person: PersonId) -> bool {
    actor.is(person) || may(actor, Action::Administer)
}

/// Whether the instance can do without an account with these roles, of so many administrators: the last one stays until there is another,
/// or nobody could give roles any more.
#[must_use]
pub const fn can_be_spared(roles: Roles, administrators: usize) -> bool {
    !roles.has(Role::Administrator) || administrators > 1
}

#[cfg(test)]
mod tests;

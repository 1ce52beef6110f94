use super::*;
use crate::{Kind, Light};

const EVERYBODY: &str = "visitor member contributor focal-point reviewer translator editor administrator operator";
const MEMBERS: &str = "member contributor focal-point reviewer translator editor administrator";

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

/// The people that all rows are about: contributor and focal point speak for the organization `union`.
fn people() -> Vec<(&'static str, Standing)> {
    every_standing(&slug("union"))
}

fn person(name: &str) -> PersonId {
    people().into_iter().find(|(own, _)| *own == name).expect(name).1.person
}

/// Who may, in the order of all actors.
fn check(what: &str, rule: impl Fn(Actor<'_>) -> bool, expected: &str) {
    let people = people();
    let allowed: Vec<&str> = every_actor(&people).into_iter().filter(|(_, actor)| rule(*actor)).map(|(name, _)| name).collect();
    assert_eq!(allowed.join(" "), expected, "{what}");
}

#[test]
fn all_sorts_of_actors_are_walked() {
    check("everybody", |_| true, EVERYBODY);
}

#[test]
fn every_action_is_for_whom_it_is() {
    for action in Action::ALL {
        let expected = match action {
            Action::Read => EVERYBODY,
            Action::TakePart => MEMBERS,
            Action::Review => "reviewer editor administrator",
            Action::Translate => "contributor focal-point translator editor administrator",
            Action::DecideMandates => "focal-point editor administrator",
            Action::Oversee => "editor administrator",
            Action::Administer => "administrator operator",
            Action::Manage | Action::Observe => "operator",
        };
        check(&format!("{action:?}"), |actor| may(actor, action), expected);
    }
}

#[test]
fn what_is_published_is_for_all_and_what_is_withdrawn_for_those_who_answer_for_it() {
    check("see published", |actor| may_see(actor, &State::Published), EVERYBODY);
    check("see withdrawn", |actor| may_see(actor, &State::Withdrawn { reason: "not ours".into() }), "editor administrator operator");
}

#[test]
fn a_record_is_kept_true_by_its_steward() {
    let (practice, withdrawn) = (RecordKey { kind: Kind::Practice, slug: slug("p") }, State::Withdrawn { reason: "twice".into() });
    let organization = |name| RecordKey { kind: Kind::Organization, slug: slug(name) };
    let (union, other) = (organization("union"), organization("other"));
    let secretariat = "editor administrator";
    let focal = "focal-point editor administrator";
    for (key, steward, keepers, translators) in [
        (&practice, Steward::Secretariat, secretariat, "translator editor administrator"),
        (&practice, Steward::Organization(slug("union")), focal, "contributor focal-point translator editor administrator"),
        (&practice, Steward::Organization(slug("other")), secretariat, "translator editor administrator"),
        (&practice, Steward::Person(person("member")), "member editor administrator", "member translator editor administrator"),
        (&union, Steward::Secretariat, focal, "focal-point translator editor administrator"),
        (&other, Steward::Secretariat, secretariat, "translator editor administrator"),
    ] {
        let what = format!("{key} of {steward}");
        let record = RecordSubject { key, state: &State::Published, steward: &steward };
        check(&what, |actor| may_confirm(actor, record), keepers);
        check(&what, |actor| may_withdraw(actor, record), &format!("{keepers} operator"));
        check(&what, |actor| may_translate(actor, record), translators);
        check(&what, |actor| may_revise(actor, record), MEMBERS);
        let record = RecordSubject { state: &withdrawn, ..record };
        for rule in [may_confirm, may_withdraw, may_translate, may_revise] {
            check(&what, |actor| rule(actor, record), "");
        }
    }
    check("translate all", may_translate_all, "translator editor administrator");
    check("restore", may_restore, "editor administrator operator");
}

#[test]
fn what_nobody_looks_after_is_taken_on_by_who_asks_and_others_decide() {
    let (practice, own) = (RecordKey { kind: Kind::Practice, slug: slug("p") }, RecordKey { kind: Kind::Organization, slug: slug("union") });
    let (union, other, member) = (Steward::Organization(slug("union")), Steward::Organization(slug("other")), Steward::Person(person("member")));
    let gone = Steward::Person(PersonId(uuid::Uuid::from_u128(99)));
    let (named, withdrawn) = ([slug("union")], State::Withdrawn { reason: "twice".into() });
    let secretariat = Steward::Secretariat;
    let editor = Steward::Person(person("editor"));
    let of = |key, state, steward, light, deserted, named| AdoptionSubject { record: RecordSubject { key, state, steward }, light, deserted, named };
    let published = &State::Published;
    let old = of(&practice, published, &secretariat, Light::Inactive, false, &[]);
    let names_union = AdoptionSubject { named: &named, ..old };
    for (what, record, steward, adopt, at_once) in [
        ("inactive", old, &member, "member", ""),
        ("inactive, by an editor", old, &editor, "editor", "editor"),
        ("inactive, for an organization", old, &union, "focal-point", ""),
        ("inactive, for an organization that it names", names_union, &union, "focal-point", "focal-point"),
        ("inactive, for oneself though it names an organization", names_union, &member, "member", ""),
        ("inactive, for another's organization", old, &other, "", ""),
        ("inactive, for the secretariat", old, &secretariat, "", ""),
        ("red", of(&practice, published, &secretariat, Light::Red, false, &named), &union, "", ""),
        ("inactive, of its own steward", of(&practice, published, &union, Light::Inactive, false, &named), &union, "", ""),
        ("inactive, of an organization", of(&practice, published, &other, Light::Inactive, false, &[]), &union, "focal-point", ""),
        ("inactive, of an organization, for oneself", of(&practice, published, &other, Light::Inactive, false, &[]), &member, "", ""),
        ("of an orphaned organization", of(&practice, published, &other, Light::Green, true, &named), &union, "focal-point", "focal-point"),
        ("of an erased person", of(&practice, published, &gone, Light::Green, true, &[]), &member, "member", ""),
        ("withdrawn", of(&practice, &withdrawn, &secretariat, Light::Inactive, false, &named), &union, "", ""),
        ("an organization's own", of(&own, published, &secretariat, Light::Inactive, true, &named), &union, "", ""),
    ] {
        check(what, |actor| may_adopt(actor, record, steward), adopt);
        check(what, |actor| may_adopt_at_once(actor, record, steward), at_once);
    }
    check("decide", |actor| may_decide_adoption(actor, person("member")), "editor administrator");
    check("decide about one's own", |actor| may_decide_adoption(actor, person("editor")), "administrator");
}

#[test]
fn a_draft_is_written_by_some_and_reviewed_by_others() {
    let union = slug("union");
    let (author, editors) = (person("member"), [person("editor"), person("reviewer")]);
    let draft = DraftSubject { author, editors: &[], organization: None, submitted: true };
    let secret = DraftSubject { submitted: false, ..draft };
    let for_union = DraftSubject { organization: Some(&union), ..draft };
    let for_other = DraftSubject { organization: Some(&slug("other")), ..draft };
    for (what, draft, edit, see, abandon, review) in [
        ("draft", draft, "member editor administrator", "member reviewer editor administrator", "member", "reviewer editor administrator"),
        ("secret", secret, "member editor administrator", "member editor administrator", "member", ""),
        (
            "draft for the union",
            for_union,
            "member contributor focal-point editor administrator",
            "member contributor focal-point reviewer editor administrator",
            "member focal-point",
            "reviewer editor administrator",
        ),
        (
            "draft for another",
            for_other,
            "member editor administrator",
            "member reviewer editor administrator",
            "member",
            "reviewer editor administrator",
        ),
        (
            "draft that a reviewer and an editor wrote in",
            DraftSubject { editors: &editors, ..draft },
            "member editor administrator",
            "member reviewer editor administrator",
            "member",
            "administrator",
        ),
        (
            "draft of the administrator",
            DraftSubject { author: person("administrator"), ..draft },
            "editor administrator",
            "reviewer editor administrator",
            "administrator",
            "reviewer editor",
        ),
    ] {
        check(what, |actor| may_edit_draft(actor, draft), edit);
        check(what, |actor| may_see_draft(actor, draft), see);
        check(what, |actor| may_abandon_draft(actor, draft), abandon);
        check(what, |actor| may_review(actor, draft), review);
    }
    check("write", |actor| may_write_for(actor, None), MEMBERS);
    check("write for the union", |actor| may_write_for(actor, Some(&union)), "contributor focal-point editor administrator");
    check("write for another", |actor| may_write_for(actor, Some(&slug("other"))), "editor administrator");
}

#[test]
fn a_translation_is_let_through_by_another_than_its_author() {
    for (author, expected) in [
        ("member", "translator editor administrator"),
        ("translator", "editor administrator"),
        ("editor", "translator administrator"),
        ("administrator", "translator editor"),
    ] {
        check(author, |actor| may_let_through_translation(actor, person(author)), expected);
    }
}

#[test]
fn the_focal_point_of_a_named_organization_objects_and_who_is_on_no_side_answers() {
    let (union, other) = (slug("union"), slug("other"));
    let named = [union.clone(), other.clone()];
    check("named", |actor| may_object(actor, &union, &named), "focal-point");
    check("named, but another's", |actor| may_object(actor, &other, &named), "");
    check("not named", |actor| may_object(actor, &union, &[]), "");

    let steward = Steward::Secretariat;
    let objection = ObjectionSubject { raised_by: person("focal-point"), organization: &union, steward: &steward };
    check("answer", |actor| may_answer_objection(actor, objection), "editor administrator");
    check("own", |actor| may_answer_objection(actor, ObjectionSubject { raised_by: person("editor"), ..objection }), "administrator");
    let of_editor = Steward::Person(person("editor"));
    check("own record", |actor| may_answer_objection(actor, ObjectionSubject { steward: &of_editor, ..objection }), "administrator");

    let two_hats = |organization: &Slug| {
        let roles = Roles::NONE.with(Role::Editor);
        Standing { person: person("member"), roles, mandates: vec![(organization.clone(), Capacity::Contributor)] }
    };
    let of_other = Steward::Organization(other.clone());
    let objection = ObjectionSubject { steward: &of_other, ..objection };
    for (organization, expected) in [(&union, false), (&other, false), (&slug("third"), true)] {
        let standing = two_hats(organization);
        assert_eq!(may_answer_objection(Actor::Member(&standing), objection), expected, "an editor who speaks for {organization}");
    }
}

#[test]
fn nobody_decides_about_their_own_mandate() {
    let (union, other) = (slug("union"), slug("other"));
    let mandate = MandateSubject { person: person("member"), organization: &union, capacity: Capacity::Contributor };
    let focal = MandateSubject { capacity: Capacity::FocalPoint, ..mandate };
    let elsewhere = MandateSubject { organization: &other, ..mandate };
    let of_editor = MandateSubject { person: person("editor"), ..focal };
    let of_focal_point = MandateSubject { person: person("focal-point"), ..focal };
    for (what, mandate, decide, end, renew) in [
        ("contributor", mandate, "focal-point editor administrator", "member focal-point editor administrator", "member"),
        ("focal point", focal, "focal-point editor administrator", "member editor administrator", "member"),
        ("elsewhere", elsewhere, "editor administrator", "member editor administrator", "member"),
        ("of an editor", of_editor, "focal-point administrator", "editor administrator", "editor"),
        ("of the focal point", of_focal_point, "editor administrator", "focal-point editor administrator", "focal-point"),
    ] {
        check(what, |actor| may_decide_mandate(actor, mandate), decide);
        check(what, |actor| may_end_mandate(actor, mandate), end);
        check(what, |actor| may_renew_mandate(actor, mandate), renew);
    }
    check("letter", |actor| may_read_letter(actor, mandate), "member focal-point editor administrator");
    check("letter of an editor", |actor| may_read_letter(actor, of_editor), "focal-point editor administrator");
    check("speakers", |actor| may_see_speakers(actor, &union), "focal-point editor administrator");
    check("speakers elsewhere", |actor| may_see_speakers(actor, &other), "editor administrator");
}

#[test]
fn what_people_tell_of_themselves_is_seen_by_whom_they_choose() {
    let member = person("member");
    for (visibility, expected) in [(Visibility::Nobody, "member"), (Visibility::Members, MEMBERS), (Visibility::All, EVERYBODY)] {
        check(visibility.code(), |actor| may_see_field(actor, member, visibility), expected);
    }
    check("account", |actor| may_see_account(actor, member), "member administrator operator");
    check("erase", |actor| may_erase(actor, member), "member administrator operator");
    check("roles", |actor| may_change_roles(actor, member), "administrator operator");
    check("own roles", |actor| may_change_roles(actor, person("administrator")), "operator");
}

#[test]
fn the_last_administrator_stays() {
    let administrator = Roles::NONE.with(Role::Administrator);
    for (roles, administrators, expected) in [
        (Roles::NONE, 1, true),
        (Roles::NONE.with(Role::Editor), 1, true),
        (administrator, 2, true),
        (administrator, 1, false),
        (administrator, 0, false),
    ] {
        assert_eq!(can_be_spared(roles, administrators), expected, "{roles} of {administrators}");
    }
}

#[test]
fn a_spreadsheet_is_for_who_brought_it() {
    check("use a spreadsheet", |actor| may_use_sheet(actor, person("contributor")), "contributor");
}

#[test]
fn an_exchange_is_for_its_parties_until_it_is_agreed_and_then_for_all() {
    let (ours, others) = ([slug("union"), slug("other")], [slug("other"), slug("third")]);
    let inside = "contributor focal-point editor administrator";
    for (parties, was_agreed, seen_by, entered_by) in [
        (&ours, false, inside, inside),
        (&others, false, "editor administrator", "editor administrator"),
        (&ours, true, EVERYBODY, inside),
        (&others, true, EVERYBODY, "editor administrator"),
    ] {
        let exchange = ExchangeSubject { parties, was_agreed };
        check("see", |actor| may_see_exchange(actor, exchange), seen_by);
        check("enter", |actor| may_enter_exchange(actor, exchange), entered_by);
        check("moderate", |actor| may_moderate_exchange(actor, exchange), "editor administrator");
    }
    check("bind", |actor| may_bind(actor, &slug("union")), "focal-point");
    let editor = people().into_iter().find(|(name, _)| *name == "editor").expect("an editor").1;
    let partial = Standing { mandates: vec![(slug("union"), Capacity::Contributor)], ..editor };
    assert!(!may_moderate_exchange(Actor::Member(&partial), ExchangeSubject { parties: &ours, was_agreed: true }), "an editor of a party");
}

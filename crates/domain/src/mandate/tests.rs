use proptest::prelude::*;

use super::*;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn at(day: &str) -> Timestamp {
    format!("{day}T12:00:00Z").parse().expect("a time")
}

fn on(day: &str) -> Date {
    day.parse().expect("a day")
}

fn asked() -> Mandate {
    let evidence = Evidence { text: " The letter says so. ".into(), file: None, mail_domain_fits: false };
    let organization = Slug::parse("cplp").expect("a slug");
    let request = Request { id: Uuid::nil(), person: person(1), organization, capacity: Capacity::FocalPoint, evidence };
    Mandate::ask(request, at("2026-01-10")).expect("a mandate")
}

fn in_state(state: MandateState) -> Mandate {
    let accepted = || asked().accept(person(2), "", at("2026-01-12")).expect("accepted");
    match state {
        MandateState::Requested => asked(),
        MandateState::Active => accepted(),
        MandateState::Refused => asked().refuse(person(2), "No letter.", at("2026-01-12")).expect("refused"),
        MandateState::Lapsed => accepted().lapse(at("2027-01-13")).expect("lapsed"),
        MandateState::Ended => accepted().end(at("2026-05-01")).expect("ended"),
    }
}

#[test]
fn every_step_starts_where_it_may_and_nowhere_else() {
    use MandateState::{Active, Ended, Lapsed, Refused, Requested};
    type Step = fn(Mandate) -> Result<Mandate, MandateError>;
    type Leads<'a> = &'a [(MandateState, MandateState)];
    let steps: [(&str, Step, Leads<'_>); 6] = [
        ("accept", |mandate| mandate.accept(person(2), "Welcome.", at("2026-02-01")), &[(Requested, Active)]),
        ("refuse", |mandate| mandate.refuse(person(2), "No letter.", at("2026-02-01")), &[(Requested, Refused)]),
        ("renew", |mandate| mandate.renew(at("2026-12-20")), &[(Active, Active)]),
        ("lapse", |mandate| mandate.lapse(at("2027-01-13")), &[(Active, Lapsed)]),
        ("end", |mandate| mandate.end(at("2026-02-01")), &[(Requested, Ended), (Active, Ended)]),
        ("end by another", |mandate| mandate.end_by(person(2), "She left us.", at("2026-02-01")), &[(Active, Ended)]),
    ];
    for (name, step, leads) in steps {
        for &from in MandateState::ALL {
            let expected = leads.iter().find(|(own, _)| *own == from).map(|(_, to)| *to).ok_or(MandateError::Is(from));
            assert_eq!(step(in_state(from)).map(|mandate| mandate.state), expected, "{name} from {from}");
        }
    }
}

#[test]
fn a_request_is_decided_by_another_and_a_refusal_has_a_reason() {
    assert_eq!(asked().accept(person(1), "", at("2026-02-01")), Err(MandateError::Own));
    assert_eq!(asked().refuse(person(1), "No.", at("2026-02-01")), Err(MandateError::Own));
    assert_eq!(asked().refuse(person(2), "  ", at("2026-02-01")), Err(MandateError::NoText));
    assert_eq!(asked().accept(person(2), &"a".repeat(4_001), at("2026-02-01")), Err(MandateError::TooLong));
    let refused = in_state(MandateState::Refused);
    assert_eq!(refused.decision, Some(Decision { by: person(2), at: at("2026-01-12"), note: "No letter.".into() }));
    assert_eq!((refused.renew_by, refused.closed_at), (None, Some(at("2026-01-12"))));
}

#[test]
fn who_ends_a_mandate_of_another_says_why() {
    let active = || in_state(MandateState::Active);
    let ended = active().end_by(person(3), " She left us. ", at("2026-03-01")).expect("ended");
    assert_eq!(ended.decision, Some(Decision { by: person(3), at: at("2026-03-01"), note: "She left us.".into() }));
    assert_eq!(ended.closed_at, Some(at("2026-03-01")));
    assert_eq!(active().end_by(person(3), " ", at("2026-03-01")), Err(MandateError::NoText));
    assert_eq!(active().end_by(person(1), "I leave.", at("2026-03-01")), Err(MandateError::Own));
    assert!(active().is_of_active_focal_point() && !ended.is_of_active_focal_point() && !asked().is_of_active_focal_point());
}

#[test]
fn a_request_says_something() {
    assert_eq!(asked().evidence.text, "The letter says so.");
    let Mandate { id, person, organization, capacity, evidence, .. } = asked();
    let request = Request { id, person, organization, capacity, evidence: Evidence { text: " \n".into(), ..evidence } };
    assert_eq!(Mandate::ask(request, at("2026-01-10")), Err(MandateError::NoText));
}

#[test]
fn a_mandate_is_renewed_yearly_and_its_holder_is_reminded_once() {
    let mandate = in_state(MandateState::Active);
    assert_eq!(mandate.renew_by, Some(on("2027-01-12")));
    for (today, due, in_force) in [
        ("2026-01-12", false, true),
        ("2026-12-12", false, true),
        ("2026-12-13", true, true),
        ("2027-01-12", true, true),
        ("2027-01-13", false, false),
    ] {
        assert_eq!((mandate.is_reminder_due(on(today)), mandate.is_in_force(on(today))), (due, in_force), "{today}");
    }
    let reminded = mandate.clone().remind(on("2026-12-13"));
    assert!(!reminded.is_reminder_due(on("2026-12-14")));
    let renewed = reminded.renew(at("2026-12-20")).expect("renewed");
    assert_eq!((renewed.renew_by, renewed.reminded_on), (Some(on("2027-12-20")), None));
    assert_eq!(renewed.clone().renew(at("2026-12-20")), Ok(renewed.clone()));
    assert_eq!(renewed.lapse(at("2027-01-13")), Err(MandateError::Is(MandateState::Active)));
    assert_eq!(mandate.renew(at("2027-01-13")), Err(MandateError::Is(MandateState::Lapsed)), "before the daily job came by");
}

#[test]
fn a_term_that_begins_on_a_leap_day_ends_on_a_day_that_exists() {
    let mandate = asked().accept(person(2), "", at("2028-02-29")).expect("accepted");
    assert_eq!(mandate.renew_by, Some(on("2029-02-28")));
}

#[test]
fn an_organization_without_an_active_focal_point_is_orphaned() {
    let contributor = Mandate { capacity: Capacity::Contributor, ..in_state(MandateState::Active) };
    let today = on("2026-06-01");
    for (mandates, expected) in [
        (vec![], true),
        (vec![contributor.clone()], true),
        (vec![contributor, in_state(MandateState::Active)], false),
        (vec![in_state(MandateState::Requested), in_state(MandateState::Ended), in_state(MandateState::Lapsed)], true),
    ] {
        assert_eq!(is_orphaned(&mandates, today), expected, "{mandates:?}");
    }
    assert!(is_orphaned(&[in_state(MandateState::Active)], on("2027-01-13")), "the term is over");
}

#[test]
fn a_mail_address_fits_the_domain_of_a_website() {
    for (email, website, expected) in [
        ("a@ilo.org", "https://www.ilo.org/south-south", true),
        ("a@ILO.org", "ilo.org", true),
        ("a@dakar.ilo.org", "https://ilo.org", true),
        ("a@itc.org", "http://training.itc.org:8080?x", true),
        ("a@ilo.org", "https://www.ilo.org.", true),
        ("a@notilo.org", "https://www.ilo.org", false),
        ("a@ilo.org.evil.example", "https://www.ilo.org", false),
        ("a@evil.example", "https://ilo.org@evil.example.org/", false),
        ("a@ilo.org", "https://evil.example/ilo.org", false),
        ("a@ilo.org", "https://evil.example\\@ilo.org", false),
        ("a@travail.gouv.sn", "https://travail.gouv.sn", true),
        ("a@finances.gouv.sn", "https://www.gouv.sn/travail", false),
        ("a@gouv.sn", "https://www.gouv.sn/travail", true),
        ("a@gmail.com", "https://www.sindicato.org.br", false),
        ("a@cut.org.br", "org.br", false),
        ("a@ilo.org", "", false),
        ("a@ilo.org", "org", false),
    ] {
        let address = EmailAddress::parse(email).expect("an address");
        assert_eq!(mail_domain_fits(&address, [website]), expected, "{email} {website}");
    }
    assert!(mail_domain_fits(&EmailAddress::parse("a@b.org").expect("an address"), ["https://a.org", "https://b.org"]));
}

proptest! {
    #[test]
    fn no_website_makes_comparing_panic(website in "(https?://)?\\PC{0,40}", domain in "[a-z]{1,5}\\.[a-z]{2,3}") {
        let address = EmailAddress::parse(&format!("a@{domain}")).expect("an address");
        let _ = mail_domain_fits(&address, [website.as_str()]);
        let own = format!("https://www.{domain}/{website}");
        prop_assert!(mail_domain_fits(&address, [own.as_str()]));
    }
}

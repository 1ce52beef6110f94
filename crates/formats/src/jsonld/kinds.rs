//! What schema.org says of each kind of record; types and reasons are in the parent module.

use ayni_domain::course::{Course, CourseFormat};
use ayni_domain::event::{Event, EventType};
use ayni_domain::grouping::Grouping;
use ayni_domain::initiative::Initiative;
use ayni_domain::organization::Organization;
use ayni_domain::practice::{Cooperation, Practice};
use ayni_domain::publication::{Publication, PublicationType};
use ayni_domain::{Country, PartialDate, Role};
use serde_json::{Value, json};

use super::{Field, Page, named, object};
use crate::facts;

/// Types, and fields beyond those that every thing has.
type Described = (Vec<&'static str>, Vec<Field>);

pub(super) fn practice(page: &Page<'_>, practice: &Practice) -> Described {
    let (language, _) = facts::summary(&page.record.body, page.locale);
    let mut fields = page.creative_work();
    fields.extend(page.dates());
    fields.extend([
        ("headline", json!(facts::title(&page.record.body, page.locale).1)),
        ("mainEntityOfPage", json!(page.url)),
        ("inLanguage", json!(language.as_str())),
        ("temporalCoverage", json!(temporal_coverage(&practice.cooperation))),
        ("contributor", partners(&practice.cooperation, |_| true)),
    ]);
    (vec!["Article"], fields)
}

pub(super) fn publication(page: &Page<'_>, publication: &Publication) -> Described {
    let (types, learning): (&[&str], _) = match publication.publication_type {
        PublicationType::Report | PublicationType::WorkingPaper | PublicationType::Brief => (&["Report"], None),
        PublicationType::Book | PublicationType::Compendium => (&["Book"], None),
        PublicationType::Video => (&["VideoObject"], None),
        PublicationType::ELearningTool => (&["LearningResource"], Some("e-learning tool")),
        PublicationType::HowToGuide => (&["LearningResource"], Some("how-to guide")),
        PublicationType::Manual => (&["LearningResource"], Some("manual")),
        PublicationType::Toolkit => (&["LearningResource"], Some("toolkit")),
    };
    let mut types = types.to_vec();
    if (publication.isbn.is_some() || publication.pages.is_some()) && !types.contains(&"Book") {
        types.push("Book");
    }
    let (editors, authors): (Vec<_>, Vec<_>) = facts::creators(&page.record.body).into_iter().partition(|name| name.editor);
    let persons = |list: Vec<facts::Name>| list.iter().map(|name| named("Person", &name.name)).collect::<Value>();
    let series = publication.series.as_deref().map(|series| named("CreativeWorkSeries", series));
    let mut fields = page.creative_work();
    fields.extend([
        page.in_language(),
        page.alternate_names(),
        ("author", persons(authors)),
        ("editor", persons(editors)),
        ("publisher", publication.publisher.as_deref().map_or(Value::Null, |name| named("Organization", name))),
        ("datePublished", publication.year.map_or(Value::Null, |year| json!(year.to_string()))),
        ("sdDatePublished", json!(facts::day(page.record.envelope.updated_at))),
        ("isbn", json!(publication.isbn.as_deref().map(facts::one_line))),
        ("numberOfPages", json!(publication.pages)),
        ("learningResourceType", json!(learning)),
        ("isPartOf", series.into_iter().chain([page.website()]).collect()),
    ]);
    (types, fields)
}

pub(super) fn course(page: &Page<'_>, course: &Course) -> Described {
    let mode = course.format.map(|format| match format {
        CourseFormat::FaceToFace => ("onsite", Attendance::Offline),
        CourseFormat::Online => ("online", Attendance::Online),
        CourseFormat::Blended => ("blended", Attendance::Mixed),
    });
    let attendance = mode.map(|(_, attendance)| attendance).or(course.place.as_deref().and_then(Attendance::of_place));
    let organizers = organizations(&course.organisers);
    let mut instance = vec![
        ("courseMode", json!(mode.map(|(code, _)| code))),
        ("startDate", date(course.start)),
        ("endDate", date(course.end)),
        ("eventAttendanceMode", json!(attendance.map(Attendance::url))),
        ("location", location(page, course.place.as_deref(), attendance)),
    ];
    let known = instance.iter().any(|(_, value)| !value.is_null());
    instance.extend([page.in_language(), ("organizer", organizers.clone())]);
    let programme = course.programme.as_deref().map(|programme| named("CreativeWork", programme));
    let mut fields = page.creative_work();
    fields.extend(page.dates());
    fields.extend([
        page.in_language(),
        page.alternate_names(),
        ("provider", organizers),
        ("audience", course.audience.as_deref().map_or(Value::Null, |who| json!({ "@type": "Audience", "audienceType": facts::one_line(who) }))),
        ("hasCourseInstance", if known { object(&["CourseInstance"], instance) } else { Value::Null }),
        ("isPartOf", programme.into_iter().chain([page.website()]).collect()),
    ]);
    (vec!["Course"], fields)
}

pub(super) fn event(page: &Page<'_>, event: &Event) -> Described {
    let schema_type = match event.event_type {
        EventType::Expo => "ExhibitionEvent",
        EventType::Seminar | EventType::Workshop | EventType::Webinar | EventType::StudyTour | EventType::LearningJourney => "EducationEvent",
        EventType::Forum | EventType::Conference | EventType::Meeting => "Event",
    };
    let attendance =
        if event.event_type == EventType::Webinar { Some(Attendance::Online) } else { event.place.as_deref().and_then(Attendance::of_place) };
    let stops = event.stops.iter().map(|stop| {
        let place = place(&stop.place, Some(stop.country));
        json!({ "@type": "Event", "name": facts::one_line(&stop.topic), "location": place })
    });
    let common = &event.common;
    let mut fields = vec![
        ("about", page.about(&common.themes, &common.sdgs)),
        ("organizer", organizations(&event.organisers)),
        ("startDate", date(event.start)),
        ("endDate", date(event.end)),
        ("eventAttendanceMode", json!(attendance.map(Attendance::url))),
        ("location", location(page, event.place.as_deref(), attendance)),
        ("subEvent", stops.collect()),
        page.alternate_names(),
        page.subject_of(&common.countries),
    ];
    if !common.languages.is_empty() {
        fields.push(page.in_language());
    }
    (vec![schema_type], fields)
}

pub(super) fn organization(page: &Page<'_>, organization: &Organization) -> Described {
    let seat = organization.country.map(|country| json!({ "@type": "PostalAddress", "addressCountry": country.code() }));
    let mut fields = organization_fields(page, &organization.common.countries);
    fields.extend([("address", json!(seat)), ("sameAs", json!(organization.website_link()))]);
    (vec!["Organization"], fields)
}

pub(super) fn grouping(page: &Page<'_>, grouping: &Grouping) -> Described {
    // Without a clock nobody knows today's members: those without a day of leaving stand in for them.
    let mut members: Vec<Country> = grouping.members.iter().filter(|member| member.until.is_none()).map(|member| member.country).collect();
    members.sort_unstable();
    members.dedup();
    let mut fields = organization_fields(page, &members);
    fields.push(("location", grouping.secretariat.as_deref().map_or(Value::Null, |seat| place(seat, None))));
    (vec!["Organization"], fields)
}

pub(super) fn initiative(page: &Page<'_>, initiative: &Initiative) -> Described {
    let cooperation = &initiative.cooperation;
    let mut fields = organization_fields(page, &initiative.common.countries);
    fields.extend([
        ("foundingDate", date(cooperation.period.map(|period| period.start))),
        ("dissolutionDate", date(cooperation.period.and_then(|period| period.end))),
        ("funder", partners(cooperation, |role| role == Role::Funder)),
        ("member", partners(cooperation, |role| role != Role::Funder)),
    ]);
    (vec!["Project"], fields)
}

/// What organizations and projects share; they have no `about`, which `knowsAbout` stands for.
fn organization_fields(page: &Page<'_>, area: &[Country]) -> Vec<Field> {
    let common = page.record.body.common();
    vec![page.alternate_names(), ("knowsAbout", page.about(&common.themes, &common.sdgs)), ("areaServed", page.countries(area)), page.subject_of(&[])]
}

/// How people take part.
#[derive(Clone, Copy, PartialEq)]
enum Attendance {
    Online,
    Offline,
    Mixed,
}

impl Attendance {
    /// What a place says of it: `Online` alone is online; a town with such a word may mean either, so nothing is said.
    fn of_place(place: &str) -> Option<Self> {
        let words = place.to_lowercase();
        let online = ["online", "on-line", "virtual", "en ligne", "en línea", "zoom"];
        if online.contains(&words.trim()) { Some(Self::Online) } else { (!online.iter().any(|word| words.contains(word))).then_some(Self::Offline) }
    }

    const fn url(self) -> &'static str {
        match self {
            Self::Online => "https://schema.org/OnlineEventAttendanceMode",
            Self::Offline => "https://schema.org/OfflineEventAttendanceMode",
            Self::Mixed => "https://schema.org/MixedEventAttendanceMode",
        }
    }
}

/// The place, or the record's page where something takes place online only.
fn location(page: &Page<'_>, written: Option<&str>, attendance: Option<Attendance>) -> Value {
    match (written, attendance) {
        (_, Some(Attendance::Online)) => json!({ "@type": "VirtualLocation", "url": page.url }),
        (Some(written), _) => place(written, None),
        (None, _) => Value::Null,
    }
}

fn place(written: &str, country: Option<Country>) -> Value {
    let written = facts::one_line(written);
    let address = country.map_or(json!(written), |country| json!({ "@type": "PostalAddress", "addressCountry": country.code() }));
    json!({ "@type": "Place", "name": written, "address": address })
}

fn partners(cooperation: &Cooperation, wanted: impl Fn(Role) -> bool) -> Value {
    let mut names: Vec<&str> = Vec::new(); // a partner with two roles stands once
    for partner in cooperation.partners.iter().filter(|partner| wanted(partner.role)) {
        if !names.contains(&partner.name.as_str()) {
            names.push(&partner.name);
        }
    }
    names.into_iter().map(|name| named("Organization", name)).collect()
}

fn organizations(names: &[String]) -> Value {
    names.iter().map(|name| named("Organization", name)).collect()
}

fn date(date: Option<PartialDate>) -> Value {
    json!(date.map(|date| date.to_string()))
}

/// ISO 8601 interval; `..` is an end that the source does not name.
fn temporal_coverage(cooperation: &Cooperation) -> Option<String> {
    let period = cooperation.period?;
    Some(period.end.map_or_else(|| format!("{}/..", period.start), |end| format!("{}/{end}", period.start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use ayni_domain::Locale;

    fn check(key: &str, pointer: &str, expected: &Value) {
        let described = super::super::record(&samples::record(key), Locale::Fr, "https://ayni.example/fr/x", "https://ayni.example");
        assert_eq!(described.pointer(pointer).unwrap_or(&Value::Null), expected, "{key} {pointer} in {described:#}");
    }

    #[test]
    fn each_kind_has_its_type_and_fields() {
        let practice = "practice/asean-plus-three-employment-services-nanning-2017";
        check(practice, "/@type", &json!("Article"));
        check(practice, "/inLanguage", &json!("en"));
        check(practice, "/temporalCoverage", &json!("2017-07-24/2017-07-26"));
        check(practice, "/spatialCoverage/0", &json!({"@type": "Country", "name": "Chine", "identifier": "CN"}));
        check(practice, "/citation/datePublished", &json!("2017"));
        check(practice, "/contributor/1/name", &json!("ILO"));

        let publication = "publication/asean-guidelines-return-reintegration-2021";
        check(publication, "/@type", &json!("LearningResource"));
        check(publication, "/publisher/name", &json!("ASEAN"));
        check(publication, "/datePublished", &json!("2021"));

        let course = "course/ilo-academy-labour-migration-2023";
        check(course, "/hasCourseInstance/courseMode", &json!("onsite"));
        check(course, "/hasCourseInstance/startDate", &json!("2023-07-10"));
        check(course, "/hasCourseInstance/endDate", &json!("2023-07-21"));
        check(course, "/hasCourseInstance/location/name", &json!("Turin, Italy"));
        check(course, "/provider/0/name", &json!("International Labour Organization"));

        let event = "event/african-conference-decent-work-sse-grand-bassam-2022";
        check(event, "/@type", &json!("Event"));
        check(event, "/eventAttendanceMode", &json!("https://schema.org/OfflineEventAttendanceMode"));
        check(event, "/organizer/1/name", &json!("Friedrich-Ebert-Stiftung"));
        check(event, "/subjectOf/spatialCoverage/identifier", &json!("CI"));

        check("organization/ituc", "/@type", &json!("Organization"));
        check("organization/ituc", "/name", &json!("Confédération syndicale internationale"));
        check("organization/ituc", "/alternateName/0", &json!("ITUC"));
        check("organization/ituc", "/address/addressCountry", &json!("BE"));
        check("grouping/ecowas", "/areaServed/0/identifier", &json!("BJ"));

        let initiative = "initiative/abc-oit-consolidacion-iniciativa-regional";
        check(initiative, "/@type", &json!("Project"));
        check(initiative, "/funder/name", &json!("Brazilian Cooperation Agency (ABC)"));
        check(initiative, "/member/name", &json!("ILO"));
        check(initiative, "/foundingDate", &json!("2021"));
    }

    #[test]
    fn a_webinar_is_online_and_a_town_with_a_doubt_says_nothing() {
        for (place, expected) in
            [("Online", Some(Attendance::Online)), ("Turin, Italy", Some(Attendance::Offline)), ("Moscow, Russian Federation (online)", None)]
        {
            assert!(Attendance::of_place(place) == expected, "{place}");
        }
        let webinars = samples::all().filter(|record| matches!(&record.body, ayni_domain::Body::Event(e) if e.event_type == EventType::Webinar));
        for webinar in webinars {
            let described = super::super::record(&webinar, Locale::En, "https://ayni.example/x", "https://ayni.example");
            assert_eq!(described["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
            assert_eq!(described["location"]["@type"], "VirtualLocation");
        }
    }
}

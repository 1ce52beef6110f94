//! What is known of a record, at a glance: names and values, with links where there is more.

use ayni_domain::{Body, Country, Record, Role};

use crate::view::Cx;
use crate::{format, link};

/// A name with a text or with several linked values.
pub(crate) struct Fact {
    pub name: String,
    pub text: String,
    pub values: Vec<Tag>,
}

/// A value with its link; the link may be empty.
pub(crate) struct Tag {
    pub href: String,
    pub text: String,
}

impl Fact {
    fn text(name: String, text: String) -> Self {
        Self { name, text, values: Vec::new() }
    }
}

/// What stands beside the kind above the title.
pub(super) fn marks(cx: &Cx, record: &Record) -> Vec<String> {
    match &record.body {
        Body::Organization(o) => {
            std::iter::once(cx.t(&format!("constituency-{}", o.constituency))).chain(o.country.map(|c| c.name(cx.locale).to_owned())).collect()
        }
        Body::Publication(p) => vec![cx.t(&format!("publication-{}", p.publication_type))],
        Body::Event(e) => vec![cx.t(&format!("event-{}", e.event_type))],
        Body::Course(c) => c.format.map(|format| cx.t(&format!("format-{format}"))).into_iter().collect(),
        Body::Grouping(g) => g.acronym.iter().cloned().collect(),
        Body::Practice(_) | Body::Initiative(_) => {
            record.body.cooperation().map(|c| c.modality.iter().map(|m| cx.t(&format!("modality-{m}"))).collect()).unwrap_or_default()
        }
    }
}

/// The facts of a record.
pub(super) fn facts(cx: &Cx, record: &Record) -> Vec<Fact> {
    let mut list = Vec::new();
    let mut add = |key: &str, text: Option<String>| list.extend(text.filter(|text| !text.is_empty()).map(|text| Fact::text(cx.t(key), text)));
    let date = |date: Option<ayni_domain::PartialDate>| date.map(|date| format::partial(cx.locale, date));
    let number = |n: Option<u32>| n.map(|n| format::number(cx.locale, u64::from(n)));
    match &record.body {
        Body::Publication(p) => {
            add("fact-authors", Some(cx.join(&p.authors)));
            add("fact-publisher", p.publisher.clone());
            add("fact-year", p.year.map(|year| year.to_string()));
            add("fact-series", p.series.clone());
            add("fact-pages", number(p.pages));
            add("fact-isbn", p.isbn.clone());
        }
        Body::Course(c) => {
            add("fact-when", record.body.period().map(|period| format::period(cx.locale, period)).or_else(|| date(c.start)));
            add("fact-place", c.place.clone());
            add("fact-audience", c.audience.clone());
            add("fact-participants", number(c.participants));
            add("fact-programme", c.programme.clone());
        }
        Body::Event(e) => {
            add("fact-when", record.body.period().map(|period| format::period(cx.locale, period)).or_else(|| date(e.start)));
            add("fact-place", e.place.clone());
            add("fact-participants", number(e.participants));
        }
        Body::Practice(_) | Body::Initiative(_) => {
            add("fact-when", record.body.period().map(|period| when(cx, period)));
            if let Body::Initiative(initiative) = &record.body {
                add("fact-budget", initiative.budget.as_ref().map(|budget| money(cx, budget)));
            }
        }
        Body::Organization(o) => add("fact-acronym", o.acronym.clone()),
        Body::Grouping(g) => add("fact-secretariat", g.secretariat.clone()),
    }
    list.extend(linked(cx, record));
    list
}

fn when(cx: &Cx, period: ayni_domain::Period) -> String {
    if period.end.is_none() {
        cx.t1("fact-period-from", "date", &format::partial(cx.locale, period.start))
    } else {
        format::period(cx.locale, period)
    }
}

fn money(cx: &Cx, budget: &ayni_domain::initiative::Budget) -> String {
    let amount = budget.amount.as_f64().map_or_else(|| budget.amount.to_string(), |amount| format::decimal(cx.locale, amount, 2));
    format!("{amount} {}", budget.currency)
}

/// Facts whose values lead on.
fn linked(cx: &Cx, record: &Record) -> Vec<Fact> {
    let (body, common) = (&record.body, record.body.common());
    let mut list = Vec::new();
    let mut add = |key: &str, values: Vec<Tag>| {
        if !values.is_empty() {
            list.push(Fact { name: cx.t(key), text: String::new(), values });
        }
    };
    let country = |&country: &Country| Tag { href: link::country(cx.locale, country), text: country.name(cx.locale).to_owned() };
    if let Some(roles) = body.cooperation().map(|cooperation| &cooperation.countries_by_role).filter(|roles| !roles.is_empty()) {
        for (role, countries) in [
            (Role::Provider, &roles.provider),
            (Role::Peer, &roles.peer),
            (Role::Recipient, &roles.recipient),
            (Role::Facilitator, &roles.facilitator),
        ] {
            add(&format!("role-{role}"), countries.iter().map(country).collect());
        }
    } else if !matches!(body, Body::Grouping(_)) {
        add("fact-where", common.countries.iter().take(40).map(country).collect());
    }
    let overview = cx.site.overview();
    let organisers = body.mentions().into_iter().filter(|(field, ..)| *field == "organisers").map(|(_, name, country)| Tag {
        href: overview.directory.resolve(name, country).map(|key| link::record(cx.locale, key)).unwrap_or_default(),
        text: name.to_owned(),
    });
    add("fact-organisers", organisers.collect());
    if let Body::Organization(organization) = body {
        add("fact-seat", organization.country.iter().map(country).collect());
        let website = organization.website.as_ref().zip(organization.website_link());
        add("fact-website", website.map(|(text, href)| Tag { href, text: text.clone() }).into_iter().collect());
    }
    add(
        "fact-themes",
        common.themes.iter().map(|&theme| Tag { href: link::theme(cx.locale, theme), text: theme.name(cx.locale).to_owned() }).collect(),
    );
    let goal = |sdg: &ayni_domain::Sdg| Tag { href: link::sdg(cx.locale, *sdg), text: format!("{sdg} {}", sdg.short(cx.locale)) };
    add("fact-goals", common.sdgs.iter().map(goal).collect());
    let language = |language: &ayni_domain::LanguageTag| Tag { href: String::new(), text: cx.language_name(language.as_str()) };
    add("fact-exists-in", common.languages.iter().map(language).collect());
    list
}

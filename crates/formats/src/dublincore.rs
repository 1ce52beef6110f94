//! Dublin Core in HTML: the elements as `meta` names, which library catalogues and reference managers read.

use ayni_domain::publication::PublicationType;
use ayni_domain::{Body, Locale, Record};

use crate::facts;

/// The Dublin Core elements of a record: name such as `DC.title`, content on one line, and the language of words (BCP 47).
///
/// The content is not escaped for HTML. Elements repeat; what the record does not know is absent. `DC.type` is of the DCMI Type Vocabulary;
/// `DC.date` is a year, month or day, a period has `/` between its ends (ISO 8601).
#[must_use]
pub fn meta(record: &Record, locale: Locale, url: &str) -> Vec<(&'static str, String, Option<String>)> {
    let (body, common) = (&record.body, record.body.common());
    let reader = || Some(locale.code().to_owned());
    let mut meta = Vec::new();
    let mut add = |name, content: String, language: Option<String>| {
        if !content.is_empty() {
            meta.push((name, content, language));
        }
    };
    let (language, title) = facts::title(body, locale);
    add("DC.title", title, Some(language.to_string()));
    for name in facts::creators(body) {
        add(if name.editor { "DC.contributor" } else { "DC.creator" }, name.name, None);
    }
    for partner in body.cooperation().iter().flat_map(|cooperation| &cooperation.partners) {
        add("DC.contributor", facts::one_line(&partner.name), None);
    }
    for theme in &common.themes {
        add("DC.subject", theme.name(locale).to_owned(), reader());
    }
    let (language, summary) = facts::summary(body, locale);
    add("DC.description", summary, Some(language.to_string()));
    add("DC.publisher", facts::publisher(body).unwrap_or_default(), None);
    if let (Some(start), end) = facts::issued(record) {
        add("DC.date", end.map_or(start.to_string(), |end| format!("{start}/{end}")), None);
    }
    add("DC.type", dcmi_type(body).to_owned(), None);
    add("DC.identifier", facts::one_line(url), None);
    add("DC.identifier", format!("urn:uuid:{}", record.envelope.id), None);
    if let Body::Publication(publication) = body
        && let Some(isbn) = &publication.isbn
    {
        add("DC.identifier", format!("urn:isbn:{}", facts::one_line(isbn)), None);
    }
    for source in facts::source_urls(body) {
        add("DC.source", source.to_owned(), None);
    }
    for language in facts::languages(body, locale) {
        add("DC.language", language.to_string(), None);
    }
    for country in &common.countries {
        add("DC.coverage", country.name(locale).to_owned(), reader());
    }
    if let Some(period) = body.cooperation().and_then(|cooperation| cooperation.period) {
        add("DC.coverage", period.end.map_or(period.start.to_string(), |end| format!("{}/{end}", period.start)), None);
    }
    meta
}

/// Type of the DCMI Type Vocabulary; the page about an organization, grouping or initiative is a text.
const fn dcmi_type(body: &Body) -> &'static str {
    match body {
        Body::Event(_) | Body::Course(_) => "Event",
        Body::Publication(publication) => match publication.publication_type {
            PublicationType::Video => "MovingImage",
            PublicationType::ELearningTool => "InteractiveResource",
            _ => "Text",
        },
        _ => "Text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn check(key: &str, locale: Locale, expected: &[(&str, &str, Option<&str>)]) {
        let meta = meta(&samples::record(key), locale, "https://ayni.example/x");
        for (name, content, language) in expected {
            assert!(meta.contains(&(name, (*content).to_owned(), language.map(str::to_owned))), "{key} {name} {content}: {meta:#?}");
        }
    }

    #[test]
    fn elements_name_their_language() {
        check(
            "practice/asean-plus-three-employment-services-nanning-2017",
            Locale::Fr,
            &[
                ("DC.title", "「ASEAN+3」一帯一路就業支援サービスシンポジウム", Some("ja")),
                ("DC.contributor", "MOHRSS", None),
                ("DC.coverage", "Chine", Some("fr")),
                ("DC.coverage", "2017-07-24/2017-07-26", None),
                ("DC.language", "ja", None),
                ("DC.type", "Text", None),
            ],
        );
        check(
            "event/african-conference-decent-work-sse-grand-bassam-2022",
            Locale::Fr,
            &[("DC.creator", "Friedrich-Ebert-Stiftung", None), ("DC.date", "2022-05-05/2022-05-06", None), ("DC.type", "Event", None)],
        );
        check("publication/asean-guidelines-return-reintegration-2021", Locale::En, &[("DC.publisher", "ASEAN", None), ("DC.date", "2021", None)]);
    }

    #[test]
    fn every_record_has_a_title_an_identifier_and_one_line_each() {
        for record in samples::all() {
            let meta = meta(&record, Locale::Ar, "https://ayni.example/x");
            for name in ["DC.title", "DC.identifier", "DC.type", "DC.description", "DC.language", "DC.source"] {
                assert!(meta.iter().any(|(own, ..)| *own == name), "{} has no {name}", record.envelope.key);
            }
            assert!(meta.iter().all(|(_, content, _)| !content.is_empty() && !content.chars().any(char::is_control)));
        }
    }
}

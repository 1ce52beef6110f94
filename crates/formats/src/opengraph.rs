//! Open Graph: what messengers and social networks show of a shared address.

use ayni_domain::publication::PublicationType;
use ayni_domain::{Body, Locale, Record};

use crate::facts;

/// Longest description, in characters; what is longer would be cut by those who show it.
pub const LONGEST_DESCRIPTION: usize = 200;

/// The Open Graph properties of a record's page, as `property` and `content` on one line, not escaped for HTML.
///
/// `languages` are those in which the page exists. `og:type` is `article` for practices, `book` and `video.other` for such publications, and `website` for the rest.
#[must_use]
pub fn meta(record: &Record, locale: Locale, languages: &[Locale], url: &str, site_name: &str) -> Vec<(&'static str, String)> {
    let (body, envelope) = (&record.body, &record.envelope);
    let og_type = og_type(body);
    let mut meta = vec![
        ("og:title", facts::title(body, locale).1),
        ("og:type", og_type.to_owned()),
        ("og:url", facts::one_line(url)),
        ("og:site_name", facts::one_line(site_name)),
        ("og:description", facts::shorten(&facts::summary(body, locale).1, LONGEST_DESCRIPTION)),
        ("og:locale", og_locale(locale).to_owned()),
    ];
    meta.extend(languages.iter().filter(|&&other| other != locale).map(|&other| ("og:locale:alternate", og_locale(other).to_owned())));
    let themes = body.common().themes.iter().map(|theme| theme.name(locale).to_owned());
    match (og_type, body) {
        ("article", _) => {
            meta.push(("article:published_time", envelope.published_at.to_string()));
            meta.push(("article:modified_time", envelope.updated_at.to_string()));
            meta.extend(themes.map(|theme| ("article:tag", theme)));
        }
        ("book", Body::Publication(publication)) => {
            meta.extend(publication.isbn.iter().map(|isbn| ("book:isbn", facts::one_line(isbn))));
            meta.extend(publication.year.map(|year| ("book:release_date", year.to_string())));
            meta.extend(themes.map(|theme| ("book:tag", theme)));
        }
        _ => {}
    }
    meta
}

const fn og_type(body: &Body) -> &'static str {
    match body {
        Body::Practice(_) => "article",
        Body::Publication(publication) => match publication.publication_type {
            PublicationType::Video => "video.other",
            PublicationType::ELearningTool => "website",
            _ => "book",
        },
        _ => "website",
    }
}

/// The language with a territory, which the protocol demands: the values that its largest reader lists for these languages.
const fn og_locale(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_US",
        Locale::Fr => "fr_FR",
        Locale::Es => "es_ES",
        Locale::Pt => "pt_BR",
        Locale::Ar => "ar_AR",
        Locale::Zh => "zh_CN",
        Locale::Ru => "ru_RU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn check(key: &str, property: &str, expected: &[&str]) {
        let meta = meta(&samples::record(key), Locale::Fr, Locale::ALL, "https://ayni.example/x", "Ayni");
        let found: Vec<&str> = meta.iter().filter(|(own, _)| *own == property).map(|(_, content)| content.as_str()).collect();
        assert_eq!(found, expected, "{key} {property}");
    }

    #[test]
    fn a_shared_address_shows_its_record() {
        let practice = "practice/asean-plus-three-employment-services-nanning-2017";
        check(practice, "og:type", &["article"]);
        check(practice, "og:locale", &["fr_FR"]);
        check(practice, "og:locale:alternate", &["en_US", "es_ES", "pt_BR", "ar_AR", "zh_CN", "ru_RU"]);
        check(practice, "article:modified_time", &["2026-02-03T23:59:59Z"]);
        check("publication/asean-guidelines-return-reintegration-2021", "og:type", &["book"]);
        check("publication/asean-guidelines-return-reintegration-2021", "book:release_date", &["2021"]);
        check("organization/ituc", "og:title", &["Confédération syndicale internationale (ITUC)"]);
        check("organization/ituc", "og:site_name", &["Ayni"]);
    }

    #[test]
    fn every_description_is_short_and_on_one_line() {
        for record in samples::all() {
            let meta = meta(&record, Locale::Zh, Locale::ALL, "https://ayni.example/x", "Ayni");
            assert!(meta.iter().all(|(_, content)| !content.is_empty() && !content.chars().any(char::is_control)));
            assert!(meta.iter().all(|(name, content)| *name != "og:description" || content.chars().count() <= LONGEST_DESCRIPTION));
        }
    }
}

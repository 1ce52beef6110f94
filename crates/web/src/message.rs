//! Messages: every text that a reader sees, in the seven languages, from the files in `locales/`.

use std::sync::OnceLock;

use ayni_domain::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($($code:literal),+) => {
        [$(&[
            include_str!(concat!("../../../locales/", $code, "/account.ftl")),
            include_str!(concat!("../../../locales/", $code, "/admin.ftl")),
            include_str!(concat!("../../../locales/", $code, "/adoption.ftl")),
            include_str!(concat!("../../../locales/", $code, "/care.ftl")),
            include_str!(concat!("../../../locales/", $code, "/comments.ftl")),
            include_str!(concat!("../../../locales/", $code, "/common.ftl")),
            include_str!(concat!("../../../locales/", $code, "/contribute.ftl")),
            include_str!(concat!("../../../locales/", $code, "/data.ftl")),
            include_str!(concat!("../../../locales/", $code, "/files.ftl")),
            include_str!(concat!("../../../locales/", $code, "/notices.ftl")),
            include_str!(concat!("../../../locales/", $code, "/pages.ftl")),
            include_str!(concat!("../../../locales/", $code, "/people.ftl")),
            include_str!(concat!("../../../locales/", $code, "/records.ftl")),
            include_str!(concat!("../../../locales/", $code, "/reasons.ftl")),
            include_str!(concat!("../../../locales/", $code, "/review.ftl")),
            include_str!(concat!("../../../locales/", $code, "/sheets.ftl")),
            include_str!(concat!("../../../locales/", $code, "/translate.ftl")),
            include_str!(concat!("../../../locales/", $code, "/security.ftl")),
            include_str!(concat!("../../../locales/", $code, "/speakers.ftl")),
            include_str!(concat!("../../../locales/", $code, "/vocabularies.ftl")),
        ]),+]
    };
}

/// The files of each language, in the order of [`Locale::ALL`].
const SOURCES: [&[&str]; Locale::ALL.len()] = sources!("en", "fr", "es", "pt", "ar", "zh", "ru");

/// Read one by one, when first needed: the first page of a start waits for one language, not for seven.
static BUNDLES: [OnceLock<Bundle>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];

fn bundle_of(locale: Locale) -> &'static Bundle {
    BUNDLES[locale.index()].get_or_init(|| bundle(locale))
}

fn bundle(locale: Locale) -> Bundle {
    let language: LanguageIdentifier = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false); // pages mark direction themselves, with `dir` and `bdi`
    for source in SOURCES[locale.index()] {
        // A file with errors still gives its other messages; a test holds that there are none.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The message with this key; the key itself where it is missing, so that a gap is seen and no page fails.
#[must_use]
pub fn message(locale: Locale, key: &str, arguments: &[(&str, &str)]) -> String {
    format(locale, key, arguments.iter().map(|(name, value)| (*name, FluentValue::from(*value))))
}

/// A message about a number: `$count` chooses the plural form, `$n` is the number as the language writes it.
#[must_use]
pub fn counted(locale: Locale, key: &str, count: u64, arguments: &[(&str, &str)]) -> String {
    let written = crate::format::number(locale, count);
    #[allow(clippy::cast_precision_loss)] // plural rules look at small numbers and at endings
    let numbers = [("count", FluentValue::from(count as f64)), ("n", FluentValue::from(written))];
    format(locale, key, numbers.into_iter().chain(arguments.iter().map(|(name, value)| (*name, FluentValue::from(*value)))))
}

fn format<'a>(locale: Locale, key: &str, arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
    let bundle = bundle_of(locale);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, %locale, "a message is missing");
        return key.to_owned();
    };
    let arguments: FluentArgs<'_> = arguments.collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, %locale, ?errors, "a message has wrong arguments");
    }
    text
}

/// Whether there is a message with this key.
#[must_use]
pub fn exists(locale: Locale, key: &str) -> bool {
    bundle_of(locale).has_message(key)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Keys of a language with the arguments that each message names.
    fn keys(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for source in SOURCES[locale.index()] {
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| panic!("{locale}: {errors:?}"));
            let mut key = None;
            for line in source.lines() {
                if let Some((name, _)) =
                    line.split_once(" =").filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(' '))
                {
                    assert!(keys.insert(name.to_owned(), BTreeSet::new()).is_none(), "{locale}: {name} stands there twice");
                    key = Some(name.to_owned());
                }
                let arguments =
                    line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
                if let Some(entry) = key.as_ref().and_then(|key| keys.get_mut(key)) {
                    entry.extend(arguments.filter(|name| name != "count"));
                }
            }
        }
        keys
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_arguments() {
        let english = keys(Locale::En);
        assert!(english.len() > 200);
        for &locale in &Locale::ALL[1..] {
            let own = keys(locale);
            let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            let superfluous: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(missing.is_empty() && superfluous.is_empty(), "{locale}: missing {missing:?}, superfluous {superfluous:?}");
            for (key, arguments) in &english {
                assert_eq!(&own[key], arguments, "{locale}: arguments of {key}");
            }
        }
    }

    #[test]
    fn translations_are_translations() {
        for &locale in &Locale::ALL[1..] {
            let same = keys(Locale::En).keys().filter(|key| message(locale, key, &[]) == message(Locale::En, key, &[])).count();
            assert!(same * 12 < keys(Locale::En).len(), "{locale}: {same} messages are those of English");
        }
    }

    #[test]
    fn plural_forms_follow_the_language() {
        for (locale, count, expected) in
            [(Locale::En, 1, "1 record"), (Locale::En, 1_200, "1,200 records"), (Locale::Ru, 2, "2 записи"), (Locale::Ru, 5, "5 записей")]
        {
            assert_eq!(counted(locale, "count-records", count, &[]), expected);
        }
    }
}

//! CSL-JSON: what citation processors read (Citation Style Language 1.0.2).

use ayni_domain::{Locale, PartialDate, Record};
use serde_json::{Map, Value, json};

use super::Work;

/// Writes a record as one CSL-JSON item; the format's files hold a list of such items.
///
/// Names are `literal`, as the source writes them. Fields that the record does not know are absent. An event or course states its days both as
/// `issued`, which every style shows, and as `event-date`.
#[must_use]
pub fn csl_json(record: &Record, locale: Locale, url: &str) -> Value {
    let work = Work::new(record, locale, url);
    let names = |names: &[String]| (!names.is_empty()).then(|| names.iter().map(|name| json!({ "literal": name })).collect::<Value>());
    let date = work.start.map(|start| json!({ "date-parts": std::iter::once(start).chain(work.end).map(parts).collect::<Vec<_>>() }));
    let takes_place = work.end.is_some() || work.place.is_some() || work.form.csl == "event";
    let fields = [
        ("id", Some(json!(work.key))),
        ("type", Some(json!(work.form.csl))),
        ("genre", work.form.genre.map(Value::from)),
        ("title", Some(json!(work.title))),
        ("author", names(&work.authors)),
        ("editor", names(&work.editors)),
        ("event-date", date.clone().filter(|_| takes_place)),
        ("event-place", work.place.map(Value::from)),
        ("issued", date),
        ("publisher", work.publisher.map(Value::from)),
        ("collection-title", work.series.map(Value::from)),
        ("ISBN", work.isbn.map(Value::from)),
        ("number-of-pages", work.pages.map(|pages| pages.to_string().into())),
        ("language", Some(json!(work.language.as_str()))),
        ("keyword", (!work.keywords.is_empty()).then(|| work.keywords.join(", ").into())),
        ("URL", Some(json!(work.url))),
    ];
    Value::Object(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect::<Map<_, _>>())
}

/// Year, month and day as far as they are known.
fn parts(date: PartialDate) -> Vec<i16> {
    std::iter::once(date.year()).chain(date.month().map(i16::from)).chain(date.day().map(i16::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use ayni_domain::Kind;

    fn check(key: &str, expected: &[(&str, Value)]) {
        let item = csl_json(&samples::record(key), Locale::En, "https://ayni.example/en/x");
        for (field, value) in expected {
            assert_eq!(&item[field], value, "{key} {field}");
        }
    }

    #[test]
    fn items_have_the_type_and_the_dates_of_the_thing() {
        check(
            "publication/asean-guidelines-return-reintegration-2021",
            &[
                ("type", json!("report")),
                ("genre", json!("How-to guide")),
                ("issued", json!({"date-parts": [[2021]]})),
                ("publisher", json!("ASEAN")),
            ],
        );
        check(
            "event/african-conference-decent-work-sse-grand-bassam-2022",
            &[
                ("type", json!("event")),
                ("author", json!([{"literal": "International Labour Organization"}, {"literal": "Friedrich-Ebert-Stiftung"}])),
                ("event-date", json!({"date-parts": [[2022, 5, 5], [2022, 5, 6]]})),
                ("event-place", json!("Grand-Bassam, Côte d’Ivoire")),
            ],
        );
        check("organization/ituc", &[("title", json!("International Trade Union Confederation (ITUC)")), ("type", json!("webpage"))]);
        check("grouping/brics", &[("title", json!("BRICS")), ("issued", json!({"date-parts": [[2026, 2, 3]]})), ("event-date", Value::Null)]);
    }

    #[test]
    fn every_item_has_what_the_format_requires() {
        for record in samples::all() {
            let item = csl_json(&record, Locale::Ru, "https://ayni.example/ru/x");
            assert_eq!(item["id"], format!("{}-{}", record.envelope.key.kind, record.envelope.key.slug));
            assert!(item["type"].is_string() && item["title"].as_str().is_some_and(|title| !title.is_empty()));
            assert_eq!(item["type"] == "event", record.envelope.key.kind == Kind::Event);
            assert!(item.as_object().is_some_and(|fields| fields.values().all(|value| !value.is_null())));
        }
    }
}

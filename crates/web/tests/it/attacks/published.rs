//! Hostile texts in every field of published records, looked at on every page, picture and feed that shows them.

use ayni_domain::criterion::Criterion;
use ayni_domain::record::read_record;
use ayni_domain::role::Role;
use ayni_domain::{Body, Kind, Locale, RecordKey};
use ayni_store::testing::on_both;
use serde_json::{Map, Value, json};

use super::{HOSTILE, Somebody, check_page};
use crate::world::{LINES, TestSite, api_of, page_of};

/// A record of a kind that states all that any record of the corpus does.
fn fullest(kind: Kind) -> Map<String, Value> {
    let mut lines = LINES.iter().filter(|(key, _)| key.kind == kind).filter_map(|(_, line)| line.as_object());
    let mut fullest = lines.next().expect("a record").clone();
    if kind == Kind::Practice {
        let criteria = Criterion::ALL.iter().map(|criterion| (criterion.to_string(), json!({"en": "It is."})));
        fullest.insert("criteria".into(), Value::Object(criteria.collect()));
    }
    for (name, value) in lines.flatten() {
        if !fullest.contains_key(name) {
            let mut more = fullest.clone();
            more.insert(name.clone(), value.clone());
            if read_record(&more).is_ok() {
                fullest = more;
            }
        }
    }
    fullest
}

/// Where texts stand in a value, as JSON pointers.
fn places(value: &Value, own: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(own.to_owned()),
        Value::Array(list) => list.iter().enumerate().for_each(|(at, value)| places(value, &format!("{own}/{at}"), found)),
        Value::Object(object) => object.iter().for_each(|(name, value)| places(value, &format!("{own}/{name}"), found)),
        _ => {}
    }
}

/// The record with a text in every place where the rules let it stand, and the number of these.
fn attacked(record: &Map<String, Value>, text: &str, slug: &str) -> ((RecordKey, Body), usize) {
    let mut line = Value::Object(record.clone());
    line["slug"] = slug.into();
    let mut all = Vec::new();
    places(&line, "", &mut all);
    let address = format!("https://example.org/?a={}", text.split_whitespace().collect::<String>());
    let mut count = 0;
    for place in all.iter().filter(|place| !["/kind", "/slug"].contains(&place.as_str())) {
        for attempt in [text, &address] {
            let mut tried = line.clone();
            *tried.pointer_mut(place).expect("a place") = attempt.into();
            if tried.as_object().is_some_and(|tried| read_record(tried).is_ok()) {
                line = tried;
                count += 1;
                break;
            }
        }
    }
    (read_record(line.as_object().expect("an object")).expect("a record"), count)
}

/// Asserts that a drawing or feed is well-formed and that its structure is its own.
fn check_xml(asked: &str, text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{asked}: {error}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name().to_lowercase();
        assert!(!name.contains("attack") && !["script", "foreignobject", "iframe"].contains(&name.as_str()), "{asked}: a foreign element {name}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().trim().to_lowercase());
            assert!(!name.starts_with("on") && !name.contains("attack"), "{asked}: a foreign attribute {name}");
            assert!(name != "href" || !value.starts_with("javascript:"), "{asked}: {value}");
        }
        // What is said to be HTML is read as HTML once more.
        let is_html = node.attribute("type") == Some("html") && name != "link";
        assert!(!is_html || !node.text().unwrap_or_default().contains('<'), "{asked}: {:?}", node.text());
    }
}

on_both!(texts_of_published_records_stay_texts, |store| {
    let mut records = Vec::new();
    for &kind in Kind::ALL {
        let fullest = fullest(kind);
        for (number, text) in HOSTILE.iter().enumerate() {
            let (record, count) = attacked(&fullest, text, &format!("attack-{number}"));
            assert!(count >= 3, "{kind}: {count} places take {text}");
            records.push(record);
        }
    }
    let site = TestSite::new(store, &records).await;
    let editor = Somebody::new(&site, "amina", &[Role::Editor, Role::Reviewer]).await;
    let mut named = 0;
    for (number, (key, _)) in records.iter().enumerate() {
        let own = page_of(Locale::ALL[number % Locale::ALL.len()], key);
        for path in [own.clone(), format!("{own}/history"), format!("/en/report?about={key}")] {
            named += usize::from(check_page(&site.get(&path).await.expect(200)).words().contains("attack"));
        }
        editor.look(&[own.as_str(), &format!("{own}/withdrawal"), &format!("/en/contribute?record={key}")]).await;
        for path in [format!("{own}.bib"), format!("{own}.ris"), format!("{own}.csl.json"), api_of(key)] {
            let answer = site.get(&path).await;
            let content = answer.header("content-type");
            assert!(!answer.status.is_server_error() && (answer.status == 404 || !content.contains("html")), "{path}: {content}");
        }
    }
    assert!(named > records.len(), "{named} pages show such a text");

    let kinds = Kind::ALL.iter().flat_map(|kind| [format!("/en/{}", kind.path()), format!("/ar/{}?q=attack", kind.path())]);
    let others = ["/en/", "/en/search?q=attack%20script", "/en/answers?q=attack%20skills&country=BR", "/en/adoption", "/en/map", "/en/themes/skills"];
    for path in kinds.chain(others.map(str::to_owned)).chain(["BR", "MZ", "IN"].map(|country| format!("/en/countries/{country}"))) {
        check_page(&site.get(&path).await.expect(200));
        check_page(&editor.get(&path).await.expect(200));
    }
    editor.look(&["/en/desk", "/en/due", "/en/drafts", "/en/review"]).await;
    let feeds = Kind::ALL.iter().map(|kind| format!("/feeds/en/{}.atom", kind.plural()));
    let pictures = (0..HOSTILE.len())
        .flat_map(|number| [format!("/en/practices/attack-{number}/lineage.svg"), format!("/en/groupings/attack-{number}/map.svg")])
        .chain(["map.svg", "countries/BR/map.svg", "countries/BR/groupings.svg"].map(|picture| format!("/en/{picture}")));
    let machines = ["/feeds/ar/all.atom", "/sitemap.xml", "/sitemap/1.xml"].map(str::to_owned);
    for path in feeds.chain(pictures).chain(machines) {
        let answer = site.get(&path).await;
        if answer.status != 404 {
            check_xml(&path, answer.expect(200).text()); // a record without a lineage has no picture of it
        }
    }
});

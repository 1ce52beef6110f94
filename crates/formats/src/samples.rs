//! Records for tests: one by key from the starter corpus, all of it, or one from its JSON line.

use ayni_domain::record::read_line;
pub(crate) use ayni_domain::testing::CORPUS;
use ayni_domain::{Envelope, Light, Record, RecordKey, State, Steward};

/// Every record of the corpus.
pub(crate) fn all() -> impl Iterator<Item = Record> {
    CORPUS.iter().flat_map(|file| file.lines()).map(from_line)
}

/// A record of the corpus by `kind/slug`.
pub(crate) fn record(key: &str) -> Record {
    let key = RecordKey::parse(key).expect("kind/slug");
    let mark = format!("{{\"kind\": \"{}\", \"slug\": \"{}\"", key.kind, key.slug);
    CORPUS.iter().flat_map(|file| file.lines()).find(|line| line.starts_with(&mark)).map(from_line).expect("the record is in the corpus")
}

/// A record with a fixed envelope around the body of a JSON line.
pub(crate) fn from_line(line: &str) -> Record {
    let (key, body) = read_line(line).expect("a valid record");
    let envelope = Envelope {
        id: "0198c0de-0000-7000-8000-000000000001".parse().expect("a UUID"),
        key,
        revision: 2,
        state: State::Published,
        steward: Steward::Secretariat,
        published_at: "2026-01-02T03:04:05Z".parse().expect("a moment"),
        updated_at: "2026-02-03T23:59:59Z".parse().expect("a moment"),
        review_on: "2028-01-02".parse().expect("a day"),
        light: Light::Green,
        contested: false,
    };
    Record { envelope, body }
}

/// A publication whose texts try to break every format.
pub(crate) fn nasty() -> Record {
    let nasty = r#"A {B} \\cmd $x^2$ & 100% #1 a_b ~ <i>\"q\"</i>\nER  - \nTY  - BOOK ]]> </script>"#;
    from_line(&format!(
        r#"{{"kind":"publication","slug":"nasty","title":{{"en":"{nasty}"}},"summary":{{"en":"{nasty}"}},"themes":["skills"],
        "sources":[{{"url":"https://example.org/a?b=1&c=%7B","title":"{nasty}"}}],"type":"report","year":2020,
        "publisher":"{nasty}","authors":["{nasty}","Trade and Aid (ed.)"],"series":"{nasty}"}}"#
    ))
}

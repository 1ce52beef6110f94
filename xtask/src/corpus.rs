//! The project's own corpus and judged collections, as the measures read them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ayni_domain::record::read_line;
use ayni_domain::{Body, Envelope, Kind, Light, Record, RecordKey, State, Steward};
use ayni_search::index::Knowledge;
use ayni_search::{Index, Semantics};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// The day that the measures take for today.
pub const TODAY: Date = Date::constant(2026, 1, 1);

/// The folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// All records of the starter corpus, as if published.
pub fn records() -> Vec<Arc<Record>> {
    let mut records = Vec::new();
    for kind in Kind::ALL {
        let path = project().join("corpus").join(format!("{}.jsonl", kind.plural()));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for line in text.lines() {
            let (key, body) = read_line(line).unwrap_or_else(|issues| panic!("{}: {issues:?}", path.display()));
            records.push(Arc::new(record(key, body)));
        }
    }
    records
}

/// A published record with an identifier made of its name.
pub fn record(key: RecordKey, body: Body) -> Record {
    let id = Uuid::new_v5(&Uuid::NAMESPACE_URL, key.to_string().as_bytes());
    let at = Timestamp::UNIX_EPOCH;
    let envelope = Envelope {
        id,
        key,
        revision: 1,
        state: State::Published,
        steward: Steward::Secretariat,
        published_at: at,
        updated_at: at,
        review_on: TODAY,
        light: Light::Green,
        contested: false,
    };
    Record { envelope, body }
}

/// An index of the records in memory, with the encoder where a model is given.
pub fn index(records: &[Arc<Record>], model: Option<&Path>) -> Index {
    let semantics = model.map(|model| {
        let vectors = std::env::temp_dir().join(format!("ayni-xtask-{}.vectors", std::process::id()));
        Semantics::open(model, &vectors).unwrap_or_else(|error| panic!("{error}"))
    });
    let index = Index::in_memory(semantics).unwrap_or_else(|error| panic!("{error}"));
    let knowledge = Knowledge::new(ayni_domain::concept::starter(), records.iter().map(|r| (&r.envelope.key, &r.body)), TODAY);
    index.set_knowledge(|| knowledge);
    index.update(records, 1).unwrap_or_else(|error| panic!("{error}"));
    index
}

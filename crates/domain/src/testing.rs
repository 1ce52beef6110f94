//! Records for tests, of this crate and of those above.

/// The files of the starter corpus, one record a line.
pub const CORPUS: [&str; 7] = [
    include_str!("../../../corpus/practices.jsonl"),
    include_str!("../../../corpus/initiatives.jsonl"),
    include_str!("../../../corpus/publications.jsonl"),
    include_str!("../../../corpus/courses.jsonl"),
    include_str!("../../../corpus/events.jsonl"),
    include_str!("../../../corpus/organizations.jsonl"),
    include_str!("../../../corpus/groupings.jsonl"),
];

//! Lineage: which practice or initiative was adapted from which.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::record::RecordKey;

/// Most records that one lineage shows.
pub const MOST_RECORDS: usize = 60;

/// Who was adapted from whom, over all records that say so.
#[derive(Debug, Default, Clone)]
pub struct Lineage {
    sources: BTreeMap<RecordKey, BTreeSet<RecordKey>>,
    adaptations: BTreeMap<RecordKey, BTreeSet<RecordKey>>,
}

/// The part of a lineage around one record: rows by generation, and the steps between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// Records with their generation: negative for what the record came from, 0 for itself, positive for what came of it.
    pub members: Vec<(RecordKey, i32)>,
    /// Steps from a source to its adaptation.
    pub steps: Vec<(RecordKey, RecordKey)>,
}

impl Lineage {
    /// Notes that `adaptation` was adapted from `source`; a record is never its own source.
    pub fn add(&mut self, source: RecordKey, adaptation: RecordKey) {
        if source != adaptation {
            self.sources.entry(adaptation.clone()).or_default().insert(source.clone());
            self.adaptations.entry(source).or_default().insert(adaptation);
        }
    }

    /// The family of a record: everything it came from and everything that came of it, nearest first.
    ///
    /// Ends in cycles too (two records may each name the other), and after [`MOST_RECORDS`].
    #[must_use]
    pub fn family(&self, key: &RecordKey) -> Family {
        let mut generation = BTreeMap::from([(key.clone(), 0)]);
        for (edges, step) in [(&self.sources, -1), (&self.adaptations, 1)] {
            let mut waiting = VecDeque::from([(key.clone(), 0)]);
            while let Some((at, level)) = waiting.pop_front() {
                for next in edges.get(&at).into_iter().flatten() {
                    if generation.len() < MOST_RECORDS && !generation.contains_key(next) {
                        generation.insert(next.clone(), level + step);
                        waiting.push_back((next.clone(), level + step));
                    }
                }
            }
        }
        let steps = generation
            .keys()
            .flat_map(|source| self.adaptations.get(source).into_iter().flatten().map(move |made| (source.clone(), made.clone())))
            .filter(|(_, made)| generation.contains_key(made))
            .collect();
        let mut members: Vec<_> = generation.into_iter().collect();
        members.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        Family { members, steps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(&str, &str)], of: &str, expected: &[(&str, i32)]) {
        let key = |slug: &str| RecordKey::parse(&format!("practice/{slug}")).expect("a key");
        let mut lineage = Lineage::default();
        for (source, made) in edges {
            lineage.add(key(source), key(made));
        }
        let family = lineage.family(&key(of));
        let members: Vec<(String, i32)> = family.members.iter().map(|(k, g)| (k.slug.to_string(), *g)).collect();
        assert_eq!(members.iter().map(|(k, g)| (k.as_str(), *g)).collect::<Vec<_>>(), expected, "{of}");
    }

    #[test]
    fn a_family_has_ancestors_and_descendants() {
        let edges = [("a", "b"), ("b", "c"), ("b", "d"), ("x", "d")];
        check(&edges, "b", &[("a", -1), ("b", 0), ("c", 1), ("d", 1)]);
        check(&edges, "d", &[("a", -2), ("b", -1), ("x", -1), ("d", 0)]);
        check(&edges, "lonely", &[("lonely", 0)]);
        check(&[("a", "b"), ("b", "a"), ("a", "a")], "a", &[("b", -1), ("a", 0)]);
    }
}

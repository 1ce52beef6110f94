//! Tallies: the facet values of a segment's documents side by side in memory, so that counting them is reading an array.
//!
//! A query counts some twenty values of each hit, and hits can be all documents. Reading them out of the index's column takes
//! ten times as long. A tally has about 50 bytes a document; it is made once for each segment, when first needed, and segments never change.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;
use tantivy::index::SegmentId;
use tantivy::{DocId, SegmentReader};

use crate::facet::{Facet, Value};

/// The facet values of one segment that readers see.
pub(crate) struct Tally {
    /// Every value, once.
    values: Vec<u64>,
    /// Where the values of each document begin; one more at the end.
    starts: Vec<u32>,
    /// Positions in `values`.
    places: Vec<u16>,
}

impl Tally {
    fn new(segment: &SegmentReader) -> tantivy::Result<Self> {
        let column = segment.fast_fields().u64("facet")?;
        let mut tally = Self { values: Vec::new(), starts: Vec::with_capacity(segment.max_doc() as usize + 1), places: Vec::new() };
        let mut known: HashMap<u64, Option<u16>> = HashMap::new();
        for doc in 0..segment.max_doc() {
            tally.starts.push(u32::try_from(tally.places.len()).unwrap_or(u32::MAX));
            for value in column.values_for_doc(doc) {
                let place = known.entry(value).or_insert_with(|| {
                    let is_shown = Value(value).read().is_some_and(|(facet, _)| Facet::SHOWN.contains(&facet));
                    // The vocabularies and groupings together have some thousand values.
                    let place = is_shown.then(|| u16::try_from(tally.values.len()).ok()).flatten();
                    tally.values.extend(place.map(|_| value));
                    place
                });
                tally.places.extend(*place);
            }
        }
        tally.starts.push(u32::try_from(tally.places.len()).unwrap_or(u32::MAX));
        tally.places.shrink_to_fit();
        Ok(tally)
    }
}

/// Counts of one query in one segment.
pub(crate) struct Counts {
    tally: Arc<Tally>,
    counts: Vec<u32>,
}

impl Counts {
    pub fn new(tally: Arc<Tally>) -> Self {
        Self { counts: vec![0; tally.values.len()], tally }
    }

    pub fn add(&mut self, doc: DocId) {
        let (from, to) = (self.tally.starts[doc as usize] as usize, self.tally.starts[doc as usize + 1] as usize);
        for &place in &self.tally.places[from..to] {
            self.counts[usize::from(place)] += 1;
        }
    }

    pub fn harvest(self) -> HashMap<u64, u64> {
        self.tally.values.iter().zip(self.counts).filter(|(_, count)| *count > 0).map(|(value, count)| (*value, u64::from(count))).collect()
    }
}

/// The tallies of all segments.
#[derive(Default)]
pub(crate) struct Tallies(Mutex<HashMap<SegmentId, Arc<Tally>>>);

impl Tallies {
    /// The tally of a segment, made if it is not there.
    pub fn get(&self, segment: &SegmentReader) -> tantivy::Result<Arc<Tally>> {
        if let Some(tally) = self.0.lock().get(&segment.segment_id()) {
            return Ok(tally.clone());
        }
        let tally = Arc::new(Tally::new(segment)?);
        self.0.lock().insert(segment.segment_id(), tally.clone());
        Ok(tally)
    }

    /// Forgets segments that are gone.
    pub fn keep(&self, segments: &[SegmentReader]) {
        self.0.lock().retain(|id, _| segments.iter().any(|segment| segment.segment_id() == *id));
    }
}

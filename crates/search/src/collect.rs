//! Collecting: the best hits after a cursor, the number of all hits, and the counts of all facets, in one pass.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::tally::{Counts, Tallies};

/// How hits are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// By title.
    Title,
}

/// Place of a hit in the order: larger comes first; the second part breaks ties.
pub(crate) type Rank = (u64, u64);

/// What one pass found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub total: u64,
    pub hits: Vec<(Rank, Score, DocAddress)>,
    pub counts: HashMap<u64, u64>,
}

/// Collects at most `limit` hits that come after `after`; counts all.
pub(crate) struct Hits {
    pub limit: usize,
    pub after: Option<Rank>,
    pub sort: Sort,
    /// Where facets are counted.
    pub facets: Option<Arc<Tallies>>,
}

pub(crate) struct SegmentHits {
    segment: SegmentOrdinal,
    limit: usize,
    after: Option<Rank>,
    rank: Option<Column<u64>>,
    ascending: bool,
    order: Column<u64>,
    facets: Option<Counts>,
    total: u64,
    heap: BinaryHeap<Reverse<(Rank, DocId, u32)>>,
}

impl Collector for Hits {
    type Fruit = Found;
    type Child = SegmentHits;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentHits> {
        let columns = reader.fast_fields();
        let rank = match self.sort {
            Sort::Relevance => None,
            Sort::Newest => Some(columns.u64("date")?),
            Sort::Title => Some(columns.u64("alpha")?),
        };
        Ok(SegmentHits {
            segment,
            limit: self.limit,
            after: self.after,
            rank,
            ascending: self.sort == Sort::Title,
            order: columns.u64("order")?,
            facets: self.facets.as_ref().map(|tallies| tallies.get(reader)).transpose()?.map(Counts::new),
            total: 0,
            heap: BinaryHeap::with_capacity(self.limit + 1),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.sort == Sort::Relevance
    }

    fn merge_fruits(&self, segments: Vec<Found>) -> tantivy::Result<Found> {
        let mut all = Found::default();
        for segment in segments {
            all.total += segment.total;
            all.hits.extend(segment.hits);
            for (value, count) in segment.counts {
                *all.counts.entry(value).or_insert(0) += count;
            }
        }
        all.hits.sort_by_key(|(rank, ..)| Reverse(*rank));
        all.hits.truncate(self.limit);
        Ok(all)
    }
}

impl SegmentCollector for SegmentHits {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        if let Some(facets) = &mut self.facets {
            facets.add(doc);
        }
        let first = match &self.rank {
            None => u64::from(score.max(0.0).to_bits()), // bits of positive floats are in the order of the floats
            Some(column) => {
                let value = column.first(doc).unwrap_or(0);
                if self.ascending { u64::MAX - value } else { value }
            }
        };
        let worst = self.heap.peek().filter(|_| self.heap.len() >= self.limit).map(|Reverse((rank, ..))| *rank);
        if worst.is_some_and(|worst| first < worst.0) {
            return;
        }
        let rank = (first, self.order.first(doc).unwrap_or(0));
        if self.after.is_some_and(|after| rank >= after) || worst.is_some_and(|worst| rank <= worst) {
            return;
        }
        self.heap.push(Reverse((rank, doc, score.to_bits())));
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
    }

    fn harvest(self) -> Found {
        let segment = self.segment;
        let hits = self.heap.into_iter().map(|Reverse((rank, doc, score))| (rank, f32::from_bits(score), DocAddress::new(segment, doc))).collect();
        Found { total: self.total, hits, counts: self.facets.map_or_else(HashMap::new, Counts::harvest) }
    }
}

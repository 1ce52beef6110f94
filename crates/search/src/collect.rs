//! Collecting: the best hits after a cursor, the number of all hits, and the counts of all facets, in one pass.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::search::weight;
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
    /// Languages of the question, as bits: what was written in one of them keeps its whole score.
    pub languages: u64,
    /// Where facets are counted.
    pub facets: Option<Arc<Tallies>>,
}

pub(crate) struct SegmentHits {
    segment: SegmentOrdinal,
    limit: usize,
    after: Option<Rank>,
    rank: Option<Column<u64>>,
    ascending: bool,
    /// How fresh each document is; none where all are green, or where freshness has no part in the order.
    lights: Option<Column<u64>>,
    /// In which language each document was written, where that has a part in the order.
    originals: Option<Column<u64>>,
    languages: u64,
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
        let lights = if self.sort == Sort::Relevance { Some(columns.u64("light")?).filter(|lights| lights.max_value() > 0) } else { None };
        let originals = if self.sort == Sort::Relevance { Some(columns.u64("original")?) } else { None };
        Ok(SegmentHits {
            segment,
            limit: self.limit,
            after: self.after,
            rank,
            ascending: self.sort == Sort::Title,
            lights,
            originals,
            languages: self.languages,
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

/// The place that a score gives: bits of positive floats are in the order of the floats.
fn by_score(score: Score) -> u64 {
    u64::from(score.max(0.0).to_bits())
}

impl SegmentHits {
    /// What is left of the score of a document: less when nobody looked after it, a little less when it answers in translation.
    fn trust(&self, doc: DocId) -> f32 {
        let light = self.lights.as_ref().map_or(1.0, |lights| weight::light(lights.first(doc).unwrap_or(0)));
        let is_original = self.originals.as_ref().is_none_or(|originals| originals.first(doc).is_none_or(|bit| bit & self.languages != 0));
        if is_original { light } else { light * weight::TRANSLATION }
    }
}

impl SegmentCollector for SegmentHits {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        if let Some(facets) = &mut self.facets {
            facets.add(doc);
        }
        let mut score = score;
        let mut first = match &self.rank {
            None => by_score(score),
            Some(column) => {
                let value = column.first(doc).unwrap_or(0);
                if self.ascending { u64::MAX - value } else { value }
            }
        };
        let worst = self.heap.peek().filter(|_| self.heap.len() >= self.limit).map(|Reverse((rank, ..))| *rank);
        if worst.is_some_and(|worst| first < worst.0) {
            return;
        }
        // Light and language only lower a score, so they are looked up for those hits alone that would be among the best without them.
        if self.rank.is_none() {
            score *= self.trust(doc);
            first = by_score(score);
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ayni_domain::record::read_line;
    use ayni_domain::{Envelope, Light, Locale, Record, State, Steward};
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::{Facet, Index, Request};

    /// Courses of the same words, the least fresh first, and one that the words fit far better, which nobody looks after.
    fn index() -> Index {
        let record = |number: u64, light: Light, title: &str| {
            let line = format!(
                r#"{{"kind":"course","slug":"{light}-{number}","title":{{"en":"{title}"}},"summary":{{"en":"About apprenticeships."}},
                "sources":[{{"url":"https://example.org/","title":"Source"}}]}}"#
            );
            let (key, body) = read_line(&line).expect("a valid record");
            let (id, at, review_on) = (Uuid::from_u64_pair(1, number), Timestamp::UNIX_EPOCH, jiff::civil::date(2030, 1, 1));
            let (state, steward) = (State::Published, Steward::Secretariat);
            let envelope = Envelope { id, key, revision: 1, state, steward, published_at: at, updated_at: at, review_on, light, contested: false };
            Arc::new(Record { envelope, body })
        };
        let lights = [Light::Inactive, Light::Red, Light::Yellow, Light::Green];
        let mut records: Vec<_> = (1..).zip(lights).map(|(number, light)| record(number, light, "A course")).collect();
        records.push(record(5, Light::Inactive, "Apprenticeships"));
        let index = Index::in_memory(None).expect("an index");
        index.update(&records, 1).expect("the records are indexed");
        index
    }

    fn found(index: &Index, request: &Request<'_>) -> String {
        let answer = index.search(request).expect("an answer");
        answer.hits.iter().map(|hit| hit.key.slug.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn of_records_that_fit_alike_the_freshest_come_first() {
        let index = index();
        let request = Request { query: "apprenticeships", limit: 10, facets: true, ..Request::default() };
        let alike = "green-4 yellow-3 red-2 inactive-1";
        let all = found(&index, &request);
        assert_eq!(all.split(' ').filter(|slug| *slug != "inactive-5").collect::<Vec<_>>().join(" "), alike);
        assert!(all.find("inactive-5") < all.find("inactive-1"), "{all}");
        let by_title = Request { sort: Sort::Title, ..request.clone() };
        assert!(found(&index, &by_title).ends_with("inactive-5"), "freshness has no part in other orders");

        // Page by page the order is the same.
        let (mut pages, mut cursor): (Vec<String>, Option<String>) = (Vec::new(), None);
        loop {
            let answer = index.search(&Request { limit: 1, cursor: cursor.as_deref(), ..request.clone() }).expect("an answer");
            pages.extend(answer.hits.iter().map(|hit| hit.key.slug.to_string()));
            cursor = answer.cursor;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(pages.join(" "), all);
    }

    #[test]
    fn of_records_that_say_the_same_the_one_written_in_the_language_of_the_question_comes_first() {
        let (spanish, french) = ("Los jóvenes aprenden un oficio.", "Les jeunes apprennent un métier.");
        let record = |number: u64, original: &str| {
            let line = format!(
                r#"{{"kind":"course","slug":"{original}","original":"{original}","title":{{"en":"C"}},"summary":{{"es":"{spanish}","fr":"{french}"}},
                "sources":[{{"url":"https://example.org/","title":"Source"}}]}}"#
            );
            let (key, body) = read_line(&line).expect("a valid record");
            let (id, at, review_on) = (Uuid::from_u64_pair(1, number), Timestamp::UNIX_EPOCH, jiff::civil::date(2030, 1, 1));
            let (state, steward, light) = (State::Published, Steward::Secretariat, Light::Green);
            let envelope = Envelope { id, key, revision: 1, state, steward, published_at: at, updated_at: at, review_on, light, contested: false };
            Arc::new(Record { envelope, body })
        };
        for numbers in [(1, 2), (2, 1)] {
            let index = Index::in_memory(None).expect("an index");
            index.update(&[record(numbers.0, "es"), record(numbers.1, "fr")], 1).expect("the records are indexed");
            for (query, locale, expected) in
                [("¿cómo aprenden los jóvenes un oficio?", Locale::Es, "es fr"), ("comment les jeunes apprennent un métier", Locale::Fr, "fr es")]
            {
                let request = Request { query, locale: Some(locale), limit: 10, ..Request::default() };
                assert_eq!(found(&index, &request), expected, "{query}");
            }
        }
    }

    #[test]
    fn freshness_is_counted_and_narrows() {
        let index = index();
        let inactive = Facet::Freshness.value("inactive").expect("a light");
        let request = Request { query: "apprenticeships", limit: 10, facets: true, ..Request::default() };
        let counts = index.search(&request).expect("an answer").facets.remove(&Facet::Freshness).expect("counts");
        assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2, 1, 1, 1]);
        assert_eq!(counts[0].0, inactive);
        let narrowed = Request { filters: vec![(Facet::Freshness, inactive)], ..request };
        assert_eq!(found(&index, &narrowed), "inactive-5 inactive-1");
    }
}

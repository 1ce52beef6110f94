//! Elements of two lists that are the same: for differences and for merging.

use std::collections::{HashMap, VecDeque};

use serde_json::Value;

/// Fields by which people know an element again, whatever else has changed.
const NAMES: [&str; 4] = ["name", "url", "place", "country"];
/// Most comparisons of one stretch; longer ones are paired in order.
const MOST_COMPARISONS: usize = 40_000;

/// Places of equal elements, ascending in both lists.
pub(crate) fn anchors(before: &[Value], after: &[Value]) -> Vec<(usize, usize)> {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, value) in after.iter().enumerate() {
        places.entry(value.to_string()).or_default().push_back(at);
    }
    let mut pairs = Vec::new();
    for (at, value) in before.iter().enumerate() {
        if let Some(other) = places.get_mut(&value.to_string()).and_then(VecDeque::pop_front) {
            pairs.push((at, other));
        }
    }
    longest_ascending(&pairs)
}

/// The longest part of the pairs in which the second places ascend; the first ones do already.
fn longest_ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new(); // which pair ends the best run of each length
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < place);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(here) = at {
        run.push(pairs[here]);
        at = previous[here];
    }
    run.reverse();
    run
}

/// An element in the first list, in the second, or the same in both.
pub(crate) type Pair = (Option<usize>, Option<usize>);

/// Every element of both lists once, in order; equal and alike ones as pairs.
pub(crate) fn align(before: &[Value], after: &[Value]) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(before.len().max(after.len()));
    let (mut old, mut new) = (0, 0);
    for (old_anchor, new_anchor) in anchors(before, after).into_iter().chain([(before.len(), after.len())]) {
        let stretch = align_alike(&before[old..old_anchor], &after[new..new_anchor]);
        pairs.extend(stretch.into_iter().map(|(a, b)| (a.map(|a| a + old), b.map(|b| b + new))));
        if old_anchor < before.len() {
            pairs.push((Some(old_anchor), Some(new_anchor)));
        }
        (old, new) = (old_anchor + 1, new_anchor + 1);
    }
    pairs
}

/// Pairs elements of which none are equal, so that the sum of likenesses is greatest.
fn align_alike(before: &[Value], after: &[Value]) -> Vec<Pair> {
    let (rows, columns) = (before.len(), after.len());
    let bounded = rows * columns <= MOST_COMPARISONS;
    let likeness_at = |old: usize, new: usize| if bounded || old == new { likeness(&before[old], &after[new]) } else { 0 };
    if !bounded {
        return align_in_order(rows, columns, likeness_at);
    }
    let width = columns + 1;
    let mut best = vec![0_usize; (rows + 1) * width]; // best sum for the elements from here on
    for old in (0..rows).rev() {
        for new in (0..columns).rev() {
            let likeness = likeness_at(old, new);
            let paired = if likeness > 0 { likeness + best[(old + 1) * width + new + 1] } else { 0 };
            best[old * width + new] = paired.max(best[(old + 1) * width + new]).max(best[old * width + new + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut old, mut new) = (0, 0);
    while old < rows && new < columns {
        let (here, likeness) = (best[old * width + new], likeness_at(old, new));
        if likeness > 0 && here == likeness + best[(old + 1) * width + new + 1] {
            pairs.push((Some(old), Some(new)));
            (old, new) = (old + 1, new + 1);
        } else if here == best[(old + 1) * width + new] {
            pairs.push((Some(old), None));
            old += 1;
        } else {
            pairs.push((None, Some(new)));
            new += 1;
        }
    }
    pairs.extend((old..rows).map(|old| (Some(old), None)));
    pairs.extend((new..columns).map(|new| (None, Some(new))));
    pairs
}

fn align_in_order(rows: usize, columns: usize, likeness_at: impl Fn(usize, usize) -> usize) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for at in 0..rows.max(columns) {
        match (at < rows, at < columns) {
            (true, true) if likeness_at(at, at) > 0 => pairs.push((Some(at), Some(at))),
            (old, new) => {
                pairs.extend(old.then_some((Some(at), None)));
                pairs.extend(new.then_some((None, Some(at))));
            }
        }
    }
    pairs
}

/// How much two elements have in common; 0 for nothing.
fn likeness(a: &Value, b: &Value) -> usize {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let shared = a.iter().filter(|(field, value)| b.get(*field) == Some(*value));
            shared.map(|(field, _)| if NAMES.contains(&field.as_str()) { 10 } else { 1 }).sum()
        }
        (Value::Array(_), Value::Array(_)) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn check(before: Value, after: Value, expected: &[Pair]) {
        let (Value::Array(before), Value::Array(after)) = (before, after) else { panic!("lists are compared") };
        assert_eq!(align(&before, &after), expected);
    }

    #[test]
    fn elements_are_known_again_by_what_they_share() {
        let both = |old, new| (Some(old), Some(new));
        check(json!([1, 2, 3]), json!([1, 3]), &[both(0, 0), (Some(1), None), both(2, 1)]);
        check(json!([1, 2, 3]), json!([3, 1, 2]), &[(None, Some(0)), both(0, 1), both(1, 2), (Some(2), None)]);
        check(json!([{"name": "a", "role": "x"}]), json!([{"role": "x"}, {"name": "a"}]), &[(None, Some(0)), both(0, 1)]);
        check(json!([{"name": "a"}]), json!([{"name": "b"}]), &[(Some(0), None), (None, Some(0))]);
        check(json!([]), json!([{}]), &[(None, Some(0))]);
    }

    #[test]
    fn very_long_lists_are_paired_in_order() {
        let list = |role: &str| Value::from((0..300).map(|at| json!({"name": at, "role": role})).collect::<Vec<_>>());
        check(list("x"), list("y"), &(0..300).map(|at| (Some(at), Some(at))).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn every_element_stands_there_once_in_order(before in prop::collection::vec(0..6, 0..12), after in prop::collection::vec(0..6, 0..12)) {
            let element = |number: &i32| json!({"name": number / 2, "role": number % 2});
            let (before, after): (Vec<_>, Vec<_>) = (before.iter().map(element).collect(), after.iter().map(element).collect());
            let pairs = align(&before, &after);
            prop_assert_eq!(pairs.iter().filter_map(|pair| pair.0).collect::<Vec<_>>(), (0..before.len()).collect::<Vec<_>>());
            prop_assert_eq!(pairs.iter().filter_map(|pair| pair.1).collect::<Vec<_>>(), (0..after.len()).collect::<Vec<_>>());
        }
    }
}

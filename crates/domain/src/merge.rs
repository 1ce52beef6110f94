//! Merging: two sets of changes to the same object, field by field, so that nobody overwrites another silently.

use serde_json::{Map, Value};

use crate::difference::{is_scalar, original_of, same};
use crate::list::align;
use crate::path::{Path, Segment};

/// A place that both changed, each in another way.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Conflict {
    /// Where, in the merged object; a field that is not there was removed by them.
    pub path: Path,
    /// What stood there before.
    pub base: Option<Value>,
    /// What mine says.
    pub mine: Option<Value>,
    /// What theirs says; it stands in the merged object.
    pub theirs: Option<Value>,
}

/// What comes of merging.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// All changes of both; in places of conflict theirs.
    pub body: Map<String, Value>,
    /// The places where one value was to be chosen.
    pub conflicts: Vec<Conflict>,
}

/// Puts the changes from `base` to `mine` and those from `base` to `theirs` together.
///
/// Entries of lists of codes and words are merged as sets, in their order; lists of objects element by element.
#[must_use]
pub fn merge(base: &Map<String, Value>, mine: &Map<String, Value>, theirs: &Map<String, Value>) -> Merged {
    let mut conflicts = Vec::new();
    let body = merge_objects(&Path::default(), base, mine, theirs, &mut conflicts);
    Merged { body, conflicts }
}

/// The same place in all three.
#[derive(Clone, Copy)]
struct Place<'a> {
    base: Option<&'a Value>,
    mine: Option<&'a Value>,
    theirs: Option<&'a Value>,
}

fn equal(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn merge_values(path: &Path, Place { base, mine, theirs }: Place<'_>, conflicts: &mut Vec<Conflict>) -> Option<Value> {
    if equal(mine, theirs) || equal(base, mine) {
        return theirs.cloned();
    }
    if equal(base, theirs) {
        return mine.cloned();
    }
    match (mine, theirs) {
        (Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
            let none = Map::new();
            Some(Value::Object(merge_objects(path, base.and_then(Value::as_object).unwrap_or(&none), mine, theirs, conflicts)))
        }
        (Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
            let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            Some(Value::Array(if base.iter().chain(mine).chain(theirs).all(is_scalar) {
                merge_entries(base, mine, theirs)
            } else {
                merge_elements(path, base, mine, theirs, conflicts)
            }))
        }
        _ => {
            conflicts.push(Conflict { path: path.clone(), base: base.cloned(), mine: mine.cloned(), theirs: theirs.cloned() });
            theirs.cloned()
        }
    }
}

fn merge_objects(
    path: &Path,
    base: &Map<String, Value>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
    conflicts: &mut Vec<Conflict>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    for field in theirs.keys().chain(mine.keys().filter(|field| !theirs.contains_key(*field))) {
        let place = Place { base: base.get(field), mine: mine.get(field), theirs: theirs.get(field) };
        if let Some(value) = merge_values(&path.then_field(field), place, conflicts) {
            merged.insert(field.clone(), value);
        }
    }
    // Where they left the original alone, the one that I chose counts.
    let my_original = original_of(mine).filter(|mine| original_of(base) == original_of(theirs) && Some(*mine) != original_of(base));
    if let Some((language, words)) = my_original.and_then(|language| Some((language, merged.shift_remove(language)?))) {
        merged.shift_insert(0, language.to_owned(), words);
    }
    merged
}

fn merge_entries(base: &[Value], mine: &[Value], theirs: &[Value]) -> Vec<Value> {
    let stays = |entry: &&Value| mine.contains(entry) || !base.contains(entry);
    let is_mine_alone = |entry: &&Value| !base.contains(entry) && !theirs.contains(entry);
    theirs.iter().filter(stays).chain(mine.iter().filter(is_mine_alone)).cloned().collect()
}

/// One list against the base: where each element of the base went, and what stands before each place of the base.
struct Side<'a> {
    kept: Vec<Option<&'a Value>>,
    inserted: Vec<Vec<&'a Value>>,
}

impl<'a> Side<'a> {
    fn new(base: &[Value], list: &'a [Value]) -> Self {
        let mut side = Self { kept: Vec::with_capacity(base.len()), inserted: vec![Vec::new(); base.len() + 1] };
        for (old, new) in align(base, list) {
            match (old, new.map(|at| &list[at])) {
                (Some(_), kept) => side.kept.push(kept),
                (None, Some(inserted)) => side.inserted[side.kept.len()].push(inserted),
                (None, None) => {}
            }
        }
        side
    }
}

fn merge_elements(path: &Path, base: &[Value], mine: &[Value], theirs: &[Value], conflicts: &mut Vec<Conflict>) -> Vec<Value> {
    let (mine, theirs) = (Side::new(base, mine), Side::new(base, theirs));
    let mut merged = Vec::new();
    for at in 0..=base.len() {
        merged.extend(theirs.inserted[at].iter().copied().cloned());
        let already = |value: &Value| theirs.inserted.iter().flatten().any(|own| same(own, value));
        merged.extend(mine.inserted[at].iter().filter(|value| !already(value)).copied().cloned());
        if at < base.len() {
            let place = Place { base: Some(&base[at]), mine: mine.kept[at], theirs: theirs.kept[at] };
            merged.extend(merge_values(&path.then_index(merged.len()), place, conflicts));
        }
    }
    merged
}

/// The merged object with what was chosen in each place of conflict; `None` leaves nothing there.
///
/// `chosen` has a value for each conflict, in their order; where it has none theirs stays.
#[must_use]
pub fn settle(merged: Merged, chosen: Vec<Option<Value>>) -> Map<String, Value> {
    let Merged { mut body, conflicts } = merged;
    // From the last to the first: what comes or goes in a list moves what stands behind it.
    for (conflict, value) in conflicts.iter().zip(chosen).rev() {
        if let Some((Segment::Field(name), rest)) = conflict.path.segments().split_first() {
            put_field(&mut body, name, rest, conflict.theirs.is_some(), value);
        }
    }
    body
}

fn put_field(map: &mut Map<String, Value>, name: &str, rest: &[Segment], is_there: bool, value: Option<Value>) {
    match (rest, value) {
        ([], Some(value)) => _ = map.insert(name.to_owned(), value),
        ([], None) => _ = map.shift_remove(name),
        (rest, value) => {
            if let Some(inner) = map.get_mut(name) {
                put(inner, rest, is_there, value);
            }
        }
    }
}

fn put(place: &mut Value, path: &[Segment], is_there: bool, value: Option<Value>) {
    match (place, path) {
        (Value::Object(map), [Segment::Field(name), rest @ ..]) => put_field(map, name, rest, is_there, value),
        (Value::Array(list), [Segment::Index(at)]) => {
            let at = (*at).min(list.len());
            drop(list.splice(at..(at + usize::from(is_there)).min(list.len()), value));
        }
        (Value::Array(list), [Segment::Index(at), rest @ ..]) => {
            if let Some(inner) = list.get_mut(*at) {
                put(inner, rest, is_there, value);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        match value {
            Value::Object(map) => map,
            other => panic!("{other} is not an object"),
        }
    }

    fn check(base: Value, mine: Value, theirs: Value, body: Value, conflicts: &[(&str, Value, Value)]) {
        let merged = merge(&object(base), &object(mine), &object(theirs));
        assert_eq!(Value::Object(merged.body).to_string(), body.to_string());
        let found: Vec<_> = merged.conflicts.into_iter().map(|c| (c.path.to_string(), c.mine, c.theirs)).collect();
        let some = |value: &Value| (!value.is_null()).then(|| value.clone());
        assert_eq!(found, conflicts.iter().map(|(path, mine, theirs)| ((*path).to_owned(), some(mine), some(theirs))).collect::<Vec<_>>());
    }

    #[test]
    fn changes_in_different_places_go_together() {
        check(
            json!({"title": {"es": "Uno"}, "year": 1}),
            json!({"title": {"es": "Uno", "en": "One"}}),
            json!({"title": {"es": "Dos"}, "year": 1, "place": "Lima"}),
            json!({"title": {"es": "Dos", "en": "One"}, "place": "Lima"}),
            &[],
        );
        check(json!({}), json!({"a": 1}), json!({"a": 1}), json!({"a": 1}), &[]);
        check(json!({"a": 1}), json!({}), json!({}), json!({}), &[]);
    }

    #[test]
    fn both_values_of_a_conflict_are_kept() {
        check(
            json!({"title": {"es": "Uno"}}),
            json!({"title": {"es": "Dos"}}),
            json!({"title": {"es": "Tres"}}),
            json!({"title": {"es": "Tres"}}),
            &[("title.es", json!("Dos"), json!("Tres"))],
        );
        check(json!({"a": 1}), json!({"a": 2}), json!({}), json!({}), &[("a", json!(2), Value::Null)]);
        check(json!({"a": 1}), json!({}), json!({"a": 2}), json!({"a": 2}), &[("a", Value::Null, json!(2))]);
        check(json!({}), json!({"a": [1]}), json!({"a": "x"}), json!({"a": "x"}), &[("a", json!([1]), json!("x"))]);
    }

    #[test]
    fn entries_are_merged_as_sets() {
        check(
            json!({"themes": ["skills", "wages"]}),
            json!({"themes": ["skills", "trade", "health"]}),
            json!({"themes": ["health", "skills", "wages"]}),
            json!({"themes": ["health", "skills", "trade"]}),
            &[],
        );
    }

    #[test]
    fn elements_are_merged_one_by_one() {
        let ilo = json!({"name": "ILO", "role": "peer"});
        let fao = json!({"name": "FAO", "role": "peer"});
        let undp = json!({"name": "UNDP", "role": "funder"});
        check(
            json!({"partners": [ilo, fao]}),
            json!({"partners": [{"name": "ILO", "role": "funder"}, fao, undp]}),
            json!({"partners": [ilo, {"name": "FAO", "role": "peer", "country": "IT"}, undp]}),
            json!({"partners": [{"name": "ILO", "role": "funder"}, {"name": "FAO", "role": "peer", "country": "IT"}, undp]}),
            &[],
        );
        check(
            json!({"partners": [ilo, fao]}),
            json!({"partners": [fao]}),
            json!({"partners": [{"name": "ILO", "role": "funder"}, {"name": "FAO", "role": "funder"}]}),
            json!({"partners": [{"name": "ILO", "role": "funder"}, {"name": "FAO", "role": "funder"}]}),
            &[("partners[0]", Value::Null, json!({"name": "ILO", "role": "funder"}))],
        );
    }

    fn check_settled(base: Value, mine: Value, theirs: Value, take_mine: &[bool], expected: Value) {
        let merged = merge(&object(base), &object(mine), &object(theirs));
        assert_eq!(merged.conflicts.len(), take_mine.len());
        let values = merged.conflicts.iter().zip(take_mine);
        let chosen = values.map(|(conflict, is_mine)| if *is_mine { conflict.mine.clone() } else { conflict.theirs.clone() }).collect();
        assert_eq!(Value::Object(settle(merged, chosen)).to_string(), expected.to_string());
    }

    #[test]
    fn each_conflict_is_settled_in_its_own_place() {
        let title = |text: &str| json!({"title": {"en": text, "es": "Uno"}, "year": 1});
        check_settled(title("One"), title("Two"), title("Three"), &[true], title("Two"));
        check_settled(title("One"), title("Two"), title("Three"), &[false], title("Three"));
        check_settled(json!({"a": 1, "b": 1}), json!({"a": 2}), json!({"b": 2}), &[true, true], json!({"a": 2}));
        check_settled(json!({"a": 1, "b": 1}), json!({"a": 2}), json!({"b": 2}), &[false, false], json!({"b": 2}));
        let (ilo, fao, undp) = (json!({"name": "ILO", "role": "peer"}), json!({"name": "FAO", "role": "peer"}), json!({"name": "UNDP", "role": "peer"}));
        let as_funder = |partner: &Value| json!({"name": partner["name"], "role": "funder"});
        let (base, none) = (json!({"p": [ilo, fao, undp]}), json!({"p": [undp]}));
        let funders = json!({"p": [as_funder(&ilo), as_funder(&fao), undp]});
        check_settled(base.clone(), none.clone(), funders.clone(), &[true, true], none.clone());
        check_settled(base.clone(), none.clone(), funders.clone(), &[true, false], json!({"p": [as_funder(&fao), undp]}));
        check_settled(base.clone(), funders.clone(), none.clone(), &[true, true], funders.clone());
        check_settled(base.clone(), funders.clone(), none, &[false, true], json!({"p": [as_funder(&fao), undp]}));
        let implementers = json!({"p": [{"name": "ILO", "role": "implementer"}, fao, undp]});
        check_settled(base, implementers, funders, &[true], json!({"p": [{"name": "ILO", "role": "implementer"}, as_funder(&fao), undp]}));
    }

    #[test]
    fn the_original_follows_who_changed_it() {
        check(
            json!({"title": {"en": "One", "es": "Uno"}}),
            json!({"title": {"es": "Uno", "en": "One"}}),
            json!({"title": {"en": "First", "es": "Uno"}}),
            json!({"title": {"es": "Uno", "en": "First"}}),
            &[],
        );
    }

    fn fields() -> impl Strategy<Value = Map<String, Value>> {
        let value = prop_oneof![
            (0..3).prop_map(Value::from),
            prop::collection::vec(0..3, 0..4).prop_map(Value::from),
            prop::collection::vec((0..3, 0..3), 0..4).prop_map(|list| list.iter().map(|(a, b)| json!({"name": a, "role": b})).collect()),
            prop::collection::vec(("en|es|fr", "[ab]"), 0..3).prop_map(|text| Value::Object(text.into_iter().map(|(l, t)| (l, t.into())).collect())),
        ];
        prop::collection::vec(("[a-d]", value), 0..5).prop_map(|fields| fields.into_iter().collect())
    }

    proptest! {
        #[test]
        fn who_changed_nothing_changes_nothing(base in fields(), changed in fields()) {
            for (mine, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
                let merged = merge(&base, mine, theirs);
                prop_assert_eq!(merged.conflicts, []);
                prop_assert!(same(&Value::Object(merged.body), &Value::Object(changed.clone())));
            }
        }

        #[test]
        fn changes_to_different_fields_never_conflict(base in fields(), changed in fields()) {
            let of_mine = |field: &str| field < "c";
            let with = |own: &dyn Fn(&str) -> bool| -> Map<String, Value> {
                let others = base.iter().filter(|(field, _)| !own(field));
                others.chain(changed.iter().filter(|(field, _)| own(field))).map(|(field, value)| (field.clone(), value.clone())).collect()
            };
            let merged = merge(&base, &with(&of_mine), &with(&|field| !of_mine(field)));
            prop_assert_eq!(merged.conflicts, []);
            prop_assert_eq!(merged.body, changed);
        }

        #[test]
        fn theirs_in_every_conflict_is_what_stands_there(base in fields(), mine in fields(), theirs in fields()) {
            let merged = merge(&base, &mine, &theirs);
            let values: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.theirs.clone()).collect();
            prop_assert_eq!(settle(merged.clone(), values), merged.body);
        }

        #[test]
        fn both_find_the_same_number_of_conflicts(base in fields(), mine in fields(), theirs in fields()) {
            prop_assert_eq!(merge(&base, &mine, &theirs).conflicts.len(), merge(&base, &theirs, &mine).conflicts.len());
        }
    }
}

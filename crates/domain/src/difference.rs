//! Differences: what changed between two JSON objects, field by field, for history, review and import.
//!
//! Invariant: [`apply`] of the differences to the first object gives the second. Fields may stand in any order; only of a
//! multilingual text it matters which language stands first, because that one is the original.

use serde_json::{Map, Value};

use crate::language::LanguageTag;
use crate::list::{align, anchors};
use crate::path::{Path, Segment};

/// What happened in one place.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Edit {
    /// The field or element is new; of an element the path says where it stands in the second list.
    Added {
        /// What it says.
        after: Value,
    },
    /// The field or element is gone; of an element the path says where it stood in the first list.
    Removed {
        /// What it said.
        before: Value,
    },
    /// It says something else; elements of lists on the path are counted as in the second list.
    Changed {
        /// What it said.
        before: Value,
        /// What it says.
        after: Value,
    },
    /// Entries came to a list of codes, words or numbers, or left it. An entry that moved does both.
    Entries {
        /// Those that left, with their places in the first list, ascending.
        removed: Vec<Entry>,
        /// Those that came, with their places in the second list, ascending.
        added: Vec<Entry>,
    },
    /// Another language of a multilingual text is the original.
    Original {
        /// The one that was.
        before: String,
        /// The one that is.
        after: String,
    },
}

/// An entry of a list with its place, from 0.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Entry {
    /// Place.
    pub at: usize,
    /// What stands there.
    pub value: Value,
}

/// A change in one place.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Difference {
    /// Where.
    pub path: Path,
    /// What happened.
    #[serde(flatten)]
    pub edit: Edit,
}

/// A difference that does not fit the object that it is applied to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the difference at `{0}` does not fit")]
pub struct Misfit(pub Path);

/// What changed from one object to another, in the order of the second; what is gone stands after what stood before it.
///
/// Lists of objects are compared element by element: what is equal or alike is taken for the same element.
#[must_use]
pub fn differences(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<Difference> {
    let mut found = Vec::new();
    compare_objects(&Path::default(), before, after, &mut found);
    found
}

/// Whether two values say the same.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    let mut found = Vec::new();
    compare(&Path::default(), a, b, &mut found);
    found.is_empty()
}

/// The language of the original where an object is a multilingual text.
pub(crate) fn original_of(map: &Map<String, Value>) -> Option<&str> {
    let is_text = map.iter().all(|(language, words)| words.is_string() && LanguageTag::parse(language).is_some());
    map.keys().next().filter(|_| is_text).map(String::as_str)
}

pub(crate) const fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

fn compare(path: &Path, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => compare_objects(path, before, after, found),
        (Value::Array(before), Value::Array(after)) => compare_lists(path, before, after, found),
        _ if before == after => {}
        _ => found.push(Difference { path: path.clone(), edit: Edit::Changed { before: before.clone(), after: after.clone() } }),
    }
}

fn compare_objects(path: &Path, before: &Map<String, Value>, after: &Map<String, Value>, found: &mut Vec<Difference>) {
    if let (Some(old), Some(new)) = (before.keys().next(), original_of(after)) {
        let first_that_stays = before.keys().find(|language| after.contains_key(*language));
        if first_that_stays.is_some_and(|first| first != new) {
            found.push(Difference { path: path.clone(), edit: Edit::Original { before: old.clone(), after: new.to_owned() } });
        }
    }
    for field in union_of_fields(before, after) {
        let at = path.then_field(field);
        match (before.get(field), after.get(field)) {
            (Some(before), Some(after)) => compare(&at, before, after, found),
            (Some(before), None) => found.push(Difference { path: at, edit: Edit::Removed { before: before.clone() } }),
            (None, Some(after)) => found.push(Difference { path: at, edit: Edit::Added { after: after.clone() } }),
            (None, None) => {}
        }
    }
}

/// The fields of both, in the order of the second; each that is gone follows the one that it followed in the first.
fn union_of_fields<'a>(before: &'a Map<String, Value>, after: &'a Map<String, Value>) -> Vec<&'a str> {
    let mut fields: Vec<&str> = after.keys().map(String::as_str).collect();
    let mut previous: Option<&str> = None;
    for field in before.keys().map(String::as_str) {
        if !after.contains_key(field) {
            let at = previous.and_then(|previous| fields.iter().position(|own| *own == previous)).map_or(0, |at| at + 1);
            fields.insert(at, field);
        }
        previous = Some(field);
    }
    fields
}

fn compare_lists(path: &Path, before: &[Value], after: &[Value], found: &mut Vec<Difference>) {
    if before.iter().chain(after).all(is_scalar) {
        let kept = anchors(before, after);
        let entries = |list: &[Value], stayed: Vec<usize>| -> Vec<Entry> {
            let others = list.iter().enumerate().filter(|(at, _)| stayed.binary_search(at).is_err());
            others.map(|(at, value)| Entry { at, value: value.clone() }).collect()
        };
        let removed = entries(before, kept.iter().map(|&(at, _)| at).collect());
        let added = entries(after, kept.iter().map(|&(_, at)| at).collect());
        if !removed.is_empty() || !added.is_empty() {
            found.push(Difference { path: path.clone(), edit: Edit::Entries { removed, added } });
        }
        return;
    }
    for pair in align(before, after) {
        match pair {
            (Some(old), Some(new)) => compare(&path.then_index(new), &before[old], &after[new], found),
            (Some(old), None) => found.push(Difference { path: path.then_index(old), edit: Edit::Removed { before: before[old].clone() } }),
            (None, Some(new)) => found.push(Difference { path: path.then_index(new), edit: Edit::Added { after: after[new].clone() } }),
            (None, None) => {}
        }
    }
}

/// One difference on the way down: what is left of its path.
type Step<'a> = (&'a [Segment], &'a Difference);

/// The object that the differences lead to.
///
/// # Errors
/// `Misfit` when a place does not say what the difference expects.
pub fn apply(before: &Map<String, Value>, differences: &[Difference]) -> Result<Map<String, Value>, Misfit> {
    apply_to_object(before.clone(), &differences.iter().map(|difference| (difference.path.segments(), difference)).collect::<Vec<_>>())
}

fn misfit(difference: &Difference) -> Misfit {
    Misfit(difference.path.clone())
}

fn apply_to(value: Value, steps: &[Step<'_>]) -> Result<Value, Misfit> {
    if let [([], difference)] = steps
        && let Edit::Changed { before, after } = &difference.edit
    {
        return if *before == value { Ok(after.clone()) } else { Err(misfit(difference)) };
    }
    match (value, steps) {
        (Value::Object(map), steps) => apply_to_object(map, steps).map(Value::Object),
        (Value::Array(list), steps) => apply_to_list(list, steps).map(Value::Array),
        (_, [(_, difference), ..]) => Err(misfit(difference)),
        (value, []) => Ok(value),
    }
}

fn apply_to_object(mut map: Map<String, Value>, steps: &[Step<'_>]) -> Result<Map<String, Value>, Misfit> {
    let mut fields: Vec<(&String, Vec<Step<'_>>)> = Vec::new();
    for &(path, difference) in steps {
        let Some((segment, rest)) = path.split_first() else { continue }; // another original: the last step, below
        let Segment::Field(name) = segment else { return Err(misfit(difference)) };
        match fields.iter_mut().find(|(own, _)| *own == name) {
            Some((_, steps)) => steps.push((rest, difference)),
            None => fields.push((name, vec![(rest, difference)])),
        }
    }
    for (name, steps) in fields {
        match (steps.as_slice(), map.get_mut(name)) {
            ([([], Difference { edit: Edit::Added { after }, .. })], None) => _ = map.insert(name.clone(), after.clone()),
            ([([], Difference { edit: Edit::Removed { before }, .. })], Some(value)) if value == before => _ = map.shift_remove(name),
            (steps, Some(value)) => *value = apply_to(value.take(), steps)?,
            ([(_, difference), ..], None) => return Err(misfit(difference)),
            ([], None) => {}
        }
    }
    for (_, difference) in steps.iter().filter(|(path, _)| path.is_empty()) {
        match &difference.edit {
            Edit::Original { after, .. } => {
                let words = map.shift_remove(after).ok_or_else(|| misfit(difference))?;
                map.shift_insert(0, after.clone(), words);
            }
            _ => return Err(misfit(difference)),
        }
    }
    Ok(map)
}

fn apply_to_list(mut list: Vec<Value>, steps: &[Step<'_>]) -> Result<Vec<Value>, Misfit> {
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for &(path, difference) in steps {
        match (path, &difference.edit) {
            ([], Edit::Entries { removed: left, added: came }) => {
                removed.extend(left.iter().map(|entry| (entry.at, &entry.value, difference)));
                added.extend(came.iter().map(|entry| (entry.at, &entry.value, difference)));
            }
            ([Segment::Index(at)], Edit::Removed { before }) => removed.push((*at, before, difference)),
            ([Segment::Index(at)], Edit::Added { after }) => added.push((*at, after, difference)),
            ([Segment::Index(_), ..], _) => {}
            _ => return Err(misfit(difference)),
        }
    }
    removed.sort_by_key(|&(at, ..)| std::cmp::Reverse(at));
    for (at, value, difference) in removed {
        if list.get(at) != Some(value) {
            return Err(misfit(difference));
        }
        list.remove(at);
    }
    added.sort_by_key(|&(at, ..)| at);
    for (at, value, difference) in added {
        if at > list.len() {
            return Err(misfit(difference));
        }
        list.insert(at, value.clone());
    }
    // The list has the shape of the second one now, and so the places count that the other differences name.
    for (at, value) in list.iter_mut().enumerate() {
        let steps: Vec<_> = steps.iter().filter_map(|step| within(step, at)).collect();
        if !steps.is_empty() {
            *value = apply_to(value.take(), &steps)?;
        }
    }
    let outside = |step: &&Step<'_>| matches!(step.0, [Segment::Index(at), ..] if *at >= list.len() && within(step, *at).is_some());
    steps.iter().find(outside).map_or(Ok(()), |(_, difference)| Err(misfit(difference)))?;
    Ok(list)
}

/// A step as seen from the element in a place, where it leads into that element.
fn within<'a>(&(path, difference): &Step<'a>, at: usize) -> Option<Step<'a>> {
    match (path, &difference.edit) {
        ([Segment::Index(_)], Edit::Removed { .. } | Edit::Added { .. }) => None,
        ([Segment::Index(own), rest @ ..], _) if *own == at => Some((rest, difference)),
        _ => None,
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

    fn check(before: Value, after: Value, expected: &[&str]) {
        let (before, after) = (object(before), object(after));
        let found = differences(&before, &after);
        let said: Vec<String> = found.iter().map(|difference| serde_json::to_string(difference).expect("JSON")).collect();
        assert_eq!(said, expected);
        assert_eq!(apply(&before, &found), Ok(after));
    }

    #[test]
    fn fields_are_added_changed_and_removed() {
        check(json!({"a": 1}), json!({"a": 1}), &[]);
        check(
            json!({"title": {"es": "Uno", "en": "One"}, "challenge": {"es": "X"}, "year": 2020}),
            json!({"title": {"es": "Dos", "en": "One", "fr": "Un"}, "results": {"es": "Y"}, "year": 2021}),
            &[
                r#"{"path":"title.es","change":"changed","before":"Uno","after":"Dos"}"#,
                r#"{"path":"title.fr","change":"added","after":"Un"}"#,
                r#"{"path":"challenge","change":"removed","before":{"es":"X"}}"#,
                r#"{"path":"results","change":"added","after":{"es":"Y"}}"#,
                r#"{"path":"year","change":"changed","before":2020,"after":2021}"#,
            ],
        );
        check(json!({"a": [1]}), json!({"a": {"b": 1}}), &[r#"{"path":"a","change":"changed","before":[1],"after":{"b":1}}"#]);
    }

    #[test]
    fn entries_of_lists_come_and_go() {
        check(
            json!({"themes": ["skills", "wages", "health"]}),
            json!({"themes": ["trade", "skills", "health"]}),
            &[r#"{"path":"themes","change":"entries","removed":[{"at":1,"value":"wages"}],"added":[{"at":0,"value":"trade"}]}"#],
        );
        check(
            json!({"sdgs": ["1", "2"]}),
            json!({"sdgs": ["2", "1"]}),
            &[r#"{"path":"sdgs","change":"entries","removed":[{"at":0,"value":"1"}],"added":[{"at":1,"value":"1"}]}"#],
        );
    }

    #[test]
    fn elements_are_recognised_when_others_come_before_them() {
        let partner = |name: &str, role: &str| json!({"name": name, "constituency": "un", "role": role});
        check(
            json!({"partners": [partner("ILO", "funder"), partner("FAO", "peer"), partner("UNDP", "peer")]}),
            json!({"partners": [partner("FAO", "provider"), partner("WHO", "peer"), partner("UNDP", "peer")]}),
            &[
                r#"{"path":"partners[0]","change":"removed","before":{"name":"ILO","constituency":"un","role":"funder"}}"#,
                r#"{"path":"partners[0].role","change":"changed","before":"peer","after":"provider"}"#,
                r#"{"path":"partners[1]","change":"added","after":{"name":"WHO","constituency":"un","role":"peer"}}"#,
            ],
        );
        check(
            json!({"sources": []}),
            json!({"sources": [{"url": "https://example.org/"}]}),
            &[r#"{"path":"sources[0]","change":"added","after":{"url":"https://example.org/"}}"#],
        );
    }

    #[test]
    fn another_original_is_a_difference() {
        check(
            json!({"title": {"en": "One", "es": "Uno"}}),
            json!({"title": {"es": "Uno", "en": "One"}}),
            &[r#"{"path":"title","change":"original","before":"en","after":"es"}"#],
        );
        check(json!({"period": {"start": "2020", "end": "2021"}}), json!({"period": {"end": "2021", "start": "2020"}}), &[]);
    }

    #[test]
    fn differences_fit_only_what_they_were_made_from() {
        let list = |entries: &[&str]| json!({"themes": entries, "partners": [{"name": "ILO"}], "title": {"en": "One", "es": "Uno"}});
        let before = object(list(&["skills", "wages"]));
        let after = object(json!({"themes": ["wages"], "partners": [{"name": "ILO", "role": "peer"}], "title": {"es": "Uno"}}));
        let found = differences(&before, &after);
        for (other, at) in [
            (list(&["wages"]), "themes"),
            (json!({"themes": ["skills"], "partners": [], "title": {"en": "One"}}), "partners[0].role"),
            (json!({"themes": ["skills"], "partners": [{"name": "ILO"}], "title": {"en": "Two"}}), "title.en"),
            (json!({"themes": ["skills"], "partners": 7, "title": {"en": "One"}}), "partners[0].role"),
            (json!({}), "themes"),
        ] {
            assert_eq!(apply(&object(other), &found).map_err(|misfit| misfit.0.to_string()), Err(at.to_owned()));
        }
    }

    /// Values as deep as records are, with few names, so that they have much in common.
    fn value() -> impl Strategy<Value = Value> {
        let leaf =
            prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), (0..4).prop_map(Value::from), "[ab]{0,2}".prop_map(Value::from)];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec(("en|es|fr|name|role", inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
                prop::collection::vec(("en|es|fr|pt", "[ab]{1,2}"), 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().map(|(field, words)| (field, words.into())).collect())),
            ]
        })
    }

    fn map() -> impl Strategy<Value = Map<String, Value>> {
        prop::collection::vec(("[a-d]", value()), 0..5).prop_map(|fields| fields.into_iter().collect())
    }

    proptest! {
        #[test]
        fn applying_the_differences_gives_the_second(before in map(), after in map()) {
            let found = differences(&before, &after);
            let applied = apply(&before, &found);
            prop_assert_eq!(applied.as_ref(), Ok(&after));
            prop_assert_eq!(differences(&applied.unwrap_or_default(), &after), []);
            prop_assert_eq!(differences(&after, &after), []);
            let _ = apply(&after, &found);
        }
    }
}

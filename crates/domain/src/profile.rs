//! Profiles: what people tell about themselves, and to whom. Every field starts closed.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::country::Country;
use crate::language::LanguageTag;
use crate::read::{Fields, Issue};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who sees a field of a profile, beside the person.
    #[derive(Default)]
    Visibility, "visibility" {
        /// The person alone:
        #[default]
        Nobody = "nobody",
        Members = "members",
        All = "all",
    }
}

/// Longest name of a person or an organization, in characters.
const LONGEST_LINE: usize = 160;
const LONGEST_ABOUT: usize = 2_000;
const MOST_LANGUAGES: usize = 20;

/// A field of a profile: what it says, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Field<T> {
    /// What it says.
    pub value: T,
    /// To whom.
    pub visibility: Visibility,
}

/// What somebody tells about themselves; [`Profile::read`] is the only way to fill one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Profile {
    name: Field<Option<String>>,
    affiliation: Field<Option<String>>,
    country: Field<Option<Country>>,
    languages: Field<Vec<LanguageTag>>,
    about: Field<Option<String>>,
}

/// What a viewer gets to see of a profile; what is closed to them looks as if it were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen<'a> {
    /// Name by which they want to be called.
    pub name: Option<&'a str>,
    /// Name of the organization where they work, in their words; speaking for it needs a mandate.
    pub affiliation: Option<&'a str>,
    /// Where they live or work.
    pub country: Option<Country>,
    /// Languages in which one can write to them.
    pub languages: &'a [LanguageTag],
    /// About them, in their words.
    pub about: Option<&'a str>,
}

impl Profile {
    /// A profile that says a name and nothing else, to nobody.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn named(name: &str) -> Result<Self, Vec<Issue>> {
        let field = Map::from_iter([("value".to_owned(), Value::from(name))]);
        Self::read(&Map::from_iter([("name".to_owned(), Value::Object(field))]))
    }

    /// Reads a profile: `{"name": {"value": "Amina", "visibility": "members"}, …}`; what is left out is empty and closed.
    ///
    /// Names have one line of up to 160 characters, `about` up to 2,000 characters, and there are up to 20 languages.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(map: &Map<String, Value>) -> Result<Self, Vec<Issue>> {
        let mut fields = Fields::new(map, "");
        let profile = Self {
            name: field(&mut fields, "name", line),
            affiliation: field(&mut fields, "affiliation", line),
            country: field(&mut fields, "country", |fields| fields.code("value")),
            languages: field(&mut fields, "languages", |fields| {
                let languages = fields.codes("value");
                if languages.len() > MOST_LANGUAGES {
                    fields.rule("value", "has more than 20 languages");
                }
                languages
            }),
            about: field(&mut fields, "about", |fields| {
                let text = fields.string("value");
                if text.as_deref().is_some_and(|text| text.chars().count() > LONGEST_ABOUT) {
                    fields.rule("value", "has more than 2,000 characters");
                }
                text
            }),
        };
        let issues = fields.finish();
        if issues.is_empty() { Ok(profile) } else { Err(issues) }
    }

    /// The profile as [`Profile::read`] reads it.
    #[must_use]
    pub fn to_json(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(map)) => map,
            _ => Map::new(),
        }
    }

    /// Name by which they want to be called.
    #[must_use]
    pub const fn name(&self) -> &Field<Option<String>> {
        &self.name
    }

    /// Name of the organization where they work.
    #[must_use]
    pub const fn affiliation(&self) -> &Field<Option<String>> {
        &self.affiliation
    }

    /// Where they live or work.
    #[must_use]
    pub const fn country(&self) -> &Field<Option<Country>> {
        &self.country
    }

    /// Languages in which one can write to them.
    #[must_use]
    pub const fn languages(&self) -> &Field<Vec<LanguageTag>> {
        &self.languages
    }

    /// About them, in their words.
    #[must_use]
    pub const fn about(&self) -> &Field<Option<String>> {
        &self.about
    }

    /// What is seen by somebody to whom fields of some visibilities are open.
    #[must_use]
    pub fn seen(&self, open: impl Fn(Visibility) -> bool) -> Seen<'_> {
        Seen {
            name: self.name.value.as_deref().filter(|_| open(self.name.visibility)),
            affiliation: self.affiliation.value.as_deref().filter(|_| open(self.affiliation.visibility)),
            country: self.country.value.filter(|_| open(self.country.visibility)),
            languages: if open(self.languages.visibility) { &self.languages.value } else { &[] },
            about: self.about.value.as_deref().filter(|_| open(self.about.visibility)),
        }
    }
}

fn field<T: Default>(fields: &mut Fields<'_>, name: &'static str, value: impl Fn(&mut Fields<'_>) -> T) -> Field<T> {
    let read = |inner: &mut Fields<'_>| Some(Field { value: value(inner), visibility: inner.code("visibility").unwrap_or_default() });
    fields.object(name, read).unwrap_or_default()
}

fn line(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.string("value")?;
    if text.contains(['\n', '\t']) || text.chars().count() > LONGEST_LINE {
        fields.rule("value", "is not one line of up to 160 characters");
    }
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn read(value: Value) -> Result<Profile, Vec<Issue>> {
        Profile::read(value.as_object().expect("an object"))
    }

    fn amina() -> Profile {
        let profile = json!({
            "name": {"value": "Amina Diallo", "visibility": "all"}, "affiliation": {"value": "Ministère du Travail", "visibility": "members"},
            "country": {"value": "SN", "visibility": "members"}, "languages": {"value": ["fr", "wo"], "visibility": "nobody"},
            "about": {"value": "Inspectrice.\nDakar."},
        });
        read(profile).expect("a profile")
    }

    #[test]
    fn each_field_is_seen_by_whom_it_is_open_to() {
        let profile = amina();
        let nothing = Seen::default();
        let public = Seen { name: Some("Amina Diallo"), ..nothing };
        let members = Seen { affiliation: Some("Ministère du Travail"), country: Country::parse("SN"), ..public };
        let own = Seen { languages: &profile.languages().value, about: Some("Inspectrice.\nDakar."), ..members };
        assert_eq!(profile.seen(|visibility| visibility == Visibility::All), public);
        assert_eq!(profile.seen(|visibility| visibility != Visibility::Nobody), members);
        assert_eq!(profile.seen(|_| true), own);
        assert_eq!(profile.seen(|_| false), nothing);
    }

    #[test]
    fn fields_start_closed() {
        let named = Profile::named(" Amina ").expect("a name");
        assert_eq!((named.name().value.as_deref(), named.name().visibility), (Some("Amina"), Visibility::Nobody));
        assert_eq!(named.seen(|visibility| visibility != Visibility::Nobody), Seen::default());
        assert_eq!(Profile::default().seen(|visibility| visibility != Visibility::Nobody), Seen::default());
    }

    #[test]
    fn a_profile_is_read_back() {
        for profile in [amina(), Profile::default()] {
            assert_eq!(Profile::read(&profile.to_json()), Ok(profile));
        }
    }

    #[test]
    fn what_is_wrong_is_named_by_field() {
        for (profile, expected) in [
            (json!({"name": {"value": "a\nb"}}), "field `name.value`, value \"a\\nb\": is not one line of up to 160 characters"),
            (json!({"name": "Amina"}), "field `name`, value \"Amina\": is not an object"),
            (json!({"name": {"value": "A", "visibility": "friends"}}), "field `name.visibility`, value \"friends\": is not a known visibility"),
            (json!({"country": {"value": "XX"}}), "field `country.value`, value \"XX\": is not a known"),
            (json!({"phone": {"value": "1"}}), "field `phone`, value {\"value\":\"1\"}: is not a field of this kind of record"),
            (json!({"about": {"value": "a".repeat(2_001)}}), "has more than 2,000 characters"),
            (json!({"affiliation": {"value": "a".repeat(161)}}), "is not one line of up to 160 characters"),
            (json!({"name": {"value": "a\u{0}"}}), "field `name.value`"),
        ] {
            let issues = read(profile).expect_err(expected);
            assert!(issues[0].to_string().contains(expected), "{}", issues[0]);
        }
        let languages: Vec<String> = ('a'..='u').map(|c| format!("{c}{c}")).collect();
        assert!(read(json!({"languages": {"value": languages}})).is_err());
    }

    proptest! {
        #[test]
        fn no_profile_makes_reading_panic(name in "\\PC{0,40}", value in "\\PC{0,200}", visibility in "nobody|members|all|\\PC{0,5}") {
            let profile = json!({"name": {"value": name, "visibility": visibility}, "about": {"value": value}});
            if let Ok(profile) = read(profile) {
                prop_assert_eq!(Profile::read(&profile.to_json()), Ok(profile));
            }
        }
    }
}

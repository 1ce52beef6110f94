//! The evidence of all records together: found by key and by country, with the experience of every country in every theme.
//!
//! Kept current record by record as the change log goes on; nothing here grows with a question.

use std::collections::HashMap;
use std::sync::Arc;

use ayni_domain::resolve::Directory;
use ayni_domain::{Body, Country, Kind, RecordKey, Theme};

use crate::evidence::{Bits, Evidence, seats};

const THEMES: usize = Theme::ALL.len();

/// The evidence of all records, found by key and by country.
#[derive(Debug)]
pub struct EvidenceBase {
    slots: Vec<Option<Evidence>>,
    free: Vec<u32>,
    by_key: HashMap<Arc<RecordKey>, u32>,
    /// Slots of cooperations in which a country takes part, by [`Country::index`].
    by_country: Vec<Vec<u32>>,
    /// Records of each theme.
    of_theme: [u32; THEMES],
    /// Strength of what is recorded of each country in each theme, in hundredths of a record that shares.
    experience: Vec<[u32; THEMES]>,
    /// Cooperations in which each country shares, and of these those with documented results.
    sharing: Vec<[u32; 2]>,
}

/// Newest cooperations of a country that are looked through for examples.
const LOOKED_THROUGH: usize = 500;

impl Default for EvidenceBase {
    fn default() -> Self {
        let countries = Country::all().count();
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            by_key: HashMap::new(),
            by_country: vec![Vec::new(); countries],
            of_theme: [0; THEMES],
            experience: vec![[0; THEMES]; countries],
            sharing: vec![[0; 2]; countries],
        }
    }
}

impl EvidenceBase {
    /// The evidence of these records; organizations first, so that the records that name them share their keys.
    #[must_use]
    pub fn new<'a>(records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)> + Clone) -> Self {
        Self::of_those_that(records, |_| true)
    }

    /// The evidence of those of these records that count. The others are known by name all the same: who is named by a record that counts
    /// does not get lost.
    #[must_use]
    pub fn of_those_that<'a>(records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)> + Clone, count: impl Fn(&RecordKey) -> bool) -> Self {
        let (directory, seats) = (Directory::new(records.clone()), seats(records.clone()));
        let mut base = Self::default();
        let (organizations, others): (Vec<_>, Vec<_>) =
            records.into_iter().filter(|(key, _)| count(key)).partition(|(key, _)| key.kind == Kind::Organization);
        for (key, body) in organizations.into_iter().chain(others) {
            if let Some(evidence) = Evidence::of(key, body, &directory, &seats) {
                base.set(evidence);
            }
        }
        base
    }

    /// Adds the evidence of a record, in place of what was known of it.
    pub fn set(&mut self, mut evidence: Evidence) {
        self.remove(&evidence.key);
        for partner in &mut evidence.partners {
            if let Some((known, _)) = self.by_key.get_key_value(&*partner.record) {
                partner.record = known.clone(); // one key in memory for all records that name it
            }
        }
        let at = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
        });
        self.count(&evidence, |count, by| *count = count.saturating_add(by));
        if evidence.is_cooperation() {
            for (country, _) in evidence.countries.iter().filter(|(_, part)| !part.is_only_about()) {
                self.by_country[country.index()].push(at);
            }
        }
        self.by_key.insert(evidence.key.clone(), at);
        self.slots[at as usize] = Some(evidence);
    }

    /// Forgets a record, as when it is withdrawn; gives back what was known of it.
    pub fn remove(&mut self, key: &RecordKey) -> Option<Evidence> {
        let at = self.by_key.remove(key)?;
        self.free.push(at);
        let evidence = self.slots.get_mut(at as usize)?.take()?;
        self.count(&evidence, |count, by| *count = count.saturating_sub(by));
        for (country, _) in &evidence.countries {
            self.by_country[country.index()].retain(|own| *own != at);
        }
        Some(evidence)
    }

    fn count(&mut self, evidence: &Evidence, change: impl Fn(&mut u32, u32)) {
        for (country, _) in evidence.countries.iter().filter(|(_, part)| evidence.is_cooperation() && part.shares()) {
            let [shared, with_results] = &mut self.sharing[country.index()];
            change(shared, 1);
            change(with_results, u32::from(evidence.has_results));
        }
        for theme in evidence.themes.to_themes() {
            change(&mut self.of_theme[theme.index()], 1);
            for (country, part) in &evidence.countries {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 100
                let hundredths = (part.strength(evidence.key.kind) * 100.0).round() as u32;
                change(&mut self.experience[country.index()][theme.index()], hundredths);
            }
        }
    }

    /// What a record shows.
    #[must_use]
    pub fn get(&self, key: &RecordKey) -> Option<&Evidence> {
        self.slots.get(*self.by_key.get(key)? as usize)?.as_ref()
    }

    /// Cooperations in which a country takes part, in the order in which they came.
    pub fn cooperations_of(&self, country: Country) -> impl DoubleEndedIterator<Item = &Evidence> {
        self.by_country[country.index()].iter().filter_map(|at| self.slots.get(*at as usize)?.as_ref())
    }

    /// The newest of the cooperations in which a country shares; looks through the last few hundred only.
    pub fn shared_by(&self, country: Country) -> impl Iterator<Item = &Evidence> {
        self.cooperations_of(country).rev().take(LOOKED_THROUGH).filter(move |evidence| evidence.part(country).shares())
    }

    /// In how many cooperations a country shares, and in how many of these with documented results.
    #[must_use]
    pub fn sharing(&self, country: Country) -> (u32, u32) {
        let [shared, with_results] = self.sharing[country.index()];
        (shared, with_results)
    }

    /// What is recorded of a country in a theme, in records in which it shares; weaker evidence counts for parts of one.
    #[must_use]
    pub fn experience(&self, country: Country, theme: Theme) -> f32 {
        as_f32(self.experience[country.index()][theme.index()]) / 100.0
    }

    /// How much a theme tells: the natural logarithm of how rare it is, more than 0.
    #[must_use]
    pub fn rarity(&self, theme: Theme) -> f32 {
        let all = as_f32(u32::try_from(self.by_key.len()).unwrap_or(u32::MAX));
        (1.0 + (1.0 + all) / (1.0 + as_f32(self.of_theme[theme.index()]))).ln()
    }

    /// How alike two sets of themes are, 0 to 1; rare themes tell more (cosine with rarity as weight).
    #[must_use]
    pub fn likeness(&self, one: Bits, other: Bits) -> f32 {
        let mass = |set: Bits| set.to_themes().map(|theme| self.rarity(theme)).sum::<f32>();
        let shared = mass(one.and(other));
        if shared > 0.0 { shared / (mass(one) * mass(other)).sqrt() } else { 0.0 }
    }

    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }
}

/// A count as a number to weigh with; beyond 16 million it is rounded, which no weight notices.
#[allow(clippy::cast_precision_loss)]
pub(crate) const fn as_f32(count: u32) -> f32 {
    count as f32
}

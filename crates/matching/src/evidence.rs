//! Evidence: what a record shows of who can share what, in a form small enough to keep for a million records.
//!
//! A record takes about 280 bytes (measured on a million): its key once (shared), themes, roles, constituencies and modalities as bits,
//! countries as single bytes.
//! Texts stay in the store and in the index; what is kept here is a derived copy that follows the change log.

use std::collections::HashMap;
use std::sync::Arc;

use ayni_domain::resolve::Directory;
use ayni_domain::{Body, Constituency, Country, Kind, Locale, Modality, RecordKey, Role, Theme};

use crate::weights::part as weight;

/// A set of values of a closed vocabulary, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bits(u64);

impl Bits {
    /// The set of these positions; positions from 64 on do not exist in any vocabulary and are passed over.
    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        Self(positions.into_iter().filter(|at| *at < 64).fold(0, |bits, at| bits | 1 << at))
    }

    /// The set of these themes.
    #[must_use]
    pub fn themes(themes: &[Theme]) -> Self {
        Self::of(themes.iter().map(|theme| theme.index()))
    }

    /// Whether a position is in the set.
    #[must_use]
    pub const fn has(self, at: usize) -> bool {
        at < 64 && self.0 >> at & 1 == 1
    }

    /// What two sets share.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// How many are in the set.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether none is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The themes of the set.
    pub fn to_themes(self) -> impl Iterator<Item = Theme> {
        Theme::ALL.iter().copied().filter(move |theme| self.has(theme.index()))
    }
}

/// In which ways a country stands in a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part(u8);

impl Part {
    const ABOUT: u8 = 1 << 6;

    fn role(role: Role) -> Self {
        Self(1 << role as u8)
    }

    /// Whether the country takes part in this role.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 >> role as u8 & 1 == 1
    }

    /// Whether the country shares its experience here.
    #[must_use]
    pub const fn shares(self) -> bool {
        self.has(Role::Provider) || self.has(Role::Peer)
    }

    /// Whether the country takes up the experience of others here.
    #[must_use]
    pub const fn takes_up(self) -> bool {
        self.has(Role::Recipient) || self.has(Role::Peer)
    }

    /// Whether the record is merely about the country.
    #[must_use]
    pub const fn is_only_about(self) -> bool {
        self.0 == Self::ABOUT
    }

    /// Whether the record names the country at all.
    #[must_use]
    pub const fn is_some(self) -> bool {
        self.0 != 0
    }

    /// How far a record of this kind vouches for the experience of the country, 0 to 1.
    #[must_use]
    pub const fn strength(self, kind: Kind) -> f32 {
        let is_cooperation = matches!(kind, Kind::Practice | Kind::Initiative);
        if !self.is_some() {
            0.0
        } else if self.shares() {
            weight::SHARES
        } else if is_cooperation && (self.takes_up() || self.has(Role::Implementer)) {
            weight::LIVED
        } else if is_cooperation {
            weight::FACILITATES
        } else {
            weight::ABOUT
        }
    }
}

/// A partner that has a record of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerEvidence {
    /// Record of the organization or grouping.
    pub record: Arc<RecordKey>,
    /// Country of the partner, where the record or its own seat says.
    pub country: Option<Country>,
    /// Whom it speaks for; unknown for organisers and publishers.
    pub constituency: Option<Constituency>,
    /// What it does; unknown for organisers and publishers.
    pub role: Option<Role>,
}

/// What one record shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Record.
    pub key: Arc<RecordKey>,
    /// Themes, by [`Theme::index`].
    pub themes: Bits,
    /// Countries with their parts, each country once.
    pub countries: Box<[(Country, Part)]>,
    /// Partners, organisers and publishers that have a record.
    pub partners: Box<[PartnerEvidence]>,
    /// Constituencies of those who share, by discriminant.
    pub constituencies: Bits,
    /// Modalities, by discriminant.
    pub modality: Bits,
    /// Interface languages in which the thing itself exists, by [`Locale::index`].
    pub languages: Bits,
    /// First and last year, where known.
    pub years: Option<(i16, i16)>,
    /// Whether results are documented: a practice's results or an initiative's outputs.
    pub has_results: bool,
}

impl Evidence {
    /// Reads what a record shows; `None` for kinds that show nothing of this sort (groupings).
    #[must_use]
    pub fn of(key: &RecordKey, body: &Body, directory: &Directory, seats: &Seats) -> Option<Self> {
        if matches!(body, Body::Grouping(_)) {
            return None;
        }
        let common = body.common();
        let period = body.period();
        let cooperation = body.cooperation();
        let modality = cooperation.map(|c| c.modality.as_slice()).unwrap_or_default();
        let locales = common.languages.iter().filter_map(ayni_domain::LanguageTag::locale);
        Some(Self {
            key: Arc::new(key.clone()),
            themes: Bits::themes(&common.themes),
            countries: countries(body).into(),
            partners: partners(body, directory, seats).into(),
            constituencies: constituencies(body),
            modality: Bits::of(modality.iter().map(|modality| *modality as usize)),
            languages: Bits::of(locales.map(Locale::index)),
            years: period.map(|period| (period.start.year(), period.years().last().unwrap_or(period.start.year()))),
            has_results: match body {
                Body::Practice(practice) => practice.results.is_some(),
                Body::Initiative(initiative) => initiative.outputs.is_some(),
                _ => false,
            },
        })
    }

    /// How a country stands in this record; nothing when it is not named.
    #[must_use]
    pub fn part(&self, country: Country) -> Part {
        self.countries.iter().find(|(own, _)| *own == country).map_or_else(Part::default, |(_, part)| *part)
    }

    /// Whether this records a cooperation with roles: a practice or an initiative.
    #[must_use]
    pub fn is_cooperation(&self) -> bool {
        matches!(self.key.kind, Kind::Practice | Kind::Initiative)
    }

    /// Whether the cooperation has this modality.
    #[must_use]
    pub const fn has_modality(&self, modality: Modality) -> bool {
        self.modality.has(modality as usize)
    }

    /// Whether one who shares here speaks for this constituency.
    #[must_use]
    pub const fn has_constituency(&self, constituency: Constituency) -> bool {
        self.constituencies.has(constituency as usize)
    }
}

/// Seats of organizations, so that a partner named without country still stands for one.
pub type Seats = HashMap<RecordKey, Country>;

/// Seats of the organizations among these records.
pub fn seats<'a>(records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)>) -> Seats {
    let seat = |(key, body): (&'a RecordKey, &'a Body)| if let Body::Organization(o) = body { Some((key.clone(), o.country?)) } else { None };
    records.into_iter().filter_map(seat).collect()
}

fn countries(body: &Body) -> Vec<(Country, Part)> {
    let mut parts: Vec<(Country, Part)> = Vec::new();
    let mut add = |country, part: u8| match parts.iter_mut().find(|(own, _)| *own == country) {
        Some((_, own)) => own.0 |= part,
        None => parts.push((country, Part(part))),
    };
    for (country, role) in body.cooperation().into_iter().flat_map(ayni_domain::practice::Cooperation::participants) {
        add(country, Part::role(role).0);
    }
    let seat = if let Body::Organization(organization) = body { organization.country } else { None };
    let stops = if let Body::Event(event) = body { event.stops.as_slice() } else { &[] };
    for country in body.common().countries.iter().copied().chain(seat).chain(stops.iter().map(|stop| stop.country)) {
        add(country, Part::ABOUT);
    }
    for stop in stops {
        add(stop.country, Part::role(Role::Provider).0); // who receives visitors shows what it does
    }
    parts
}

fn partners(body: &Body, directory: &Directory, seats: &Seats) -> Vec<PartnerEvidence> {
    let named = |name: &str, country: Option<Country>, constituency, role| {
        let record = directory.resolve(name, country)?;
        let country = country.or_else(|| seats.get(record).copied());
        Some(PartnerEvidence { record: Arc::new(record.clone()), country, constituency, role })
    };
    match body.cooperation() {
        Some(cooperation) => cooperation.partners.iter().filter_map(|p| named(&p.name, p.country, Some(p.constituency), Some(p.role))).collect(),
        None => body.mentions().into_iter().filter_map(|(_, name, country)| named(name, country, None, None)).collect(),
    }
}

fn constituencies(body: &Body) -> Bits {
    let own = if let Body::Organization(organization) = body { Some(organization.constituency) } else { None };
    let partners = body.cooperation().map(|c| c.partners.as_slice()).unwrap_or_default();
    let sharing = partners.iter().filter(|partner| partner.role.shares()).map(|partner| partner.constituency);
    Bits::of(sharing.chain(own).map(|constituency| constituency as usize))
}

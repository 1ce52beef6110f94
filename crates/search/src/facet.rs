//! Facets: the values by which results are counted and narrowed, packed into numbers that one pass over the hits can count.

use ayni_domain::region::Region;
use ayni_domain::{Constituency, Country, Kind, LanguageTag, Light, Modality, Sdg, Theme};

/// What results can be counted and narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Kind of record.
    Kind,
    /// Theme.
    Theme,
    /// Country that a record is about, or whose partners take part.
    Country,
    /// Region and subregion of these countries.
    Region,
    /// Groupings of which these countries were members at the time.
    Grouping,
    /// Goal.
    Sdg,
    /// Modality.
    Modality,
    /// Constituency of partners or of the organization itself.
    Constituency,
    /// Year.
    Year,
    /// Language of the thing itself.
    Language,
    /// How fresh the record is.
    Freshness,
    /// Country that shares its experience; for country pages.
    Provider,
    /// Country that takes up experience; for country pages.
    Recipient,
    /// Grouping or organization that the record names; for their pages.
    Mention,
}

impl Facet {
    /// Those that readers see, in this order.
    pub const SHOWN: [Self; 11] = [
        Self::Kind,
        Self::Theme,
        Self::Country,
        Self::Region,
        Self::Grouping,
        Self::Sdg,
        Self::Modality,
        Self::Constituency,
        Self::Year,
        Self::Language,
        Self::Freshness,
    ];

    /// Name in addresses and the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Theme => "theme",
            Self::Country => "country",
            Self::Region => "region",
            Self::Grouping => "grouping",
            Self::Sdg => "sdg",
            Self::Modality => "modality",
            Self::Constituency => "constituency",
            Self::Year => "year",
            Self::Language => "language",
            Self::Freshness => "freshness",
            Self::Provider => "provider",
            Self::Recipient => "recipient",
            Self::Mention => "mention",
        }
    }

    /// The facet with this name, of those that readers see.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::SHOWN.into_iter().find(|facet| facet.name() == name)
    }

    /// A value of this facet from its code; `None` when no record can have it.
    #[must_use]
    pub fn value(self, code: &str) -> Option<Value> {
        let local = match self {
            Self::Kind => Kind::parse(code)? as u32,
            Self::Theme => Theme::parse(code)? as u32,
            Self::Country | Self::Provider | Self::Recipient => u32::try_from(Country::parse(code)?.index()).ok()?,
            Self::Region => Region::parse(code)? as u32,
            Self::Sdg => u32::from(Sdg::parse(code)?.goal()),
            Self::Modality => Modality::parse(code)? as u32,
            Self::Constituency => Constituency::parse(code)? as u32,
            Self::Freshness => Light::parse(code)? as u32,
            Self::Year => code.parse::<u16>().ok().filter(|year| (1800..=2200).contains(year)).map(u32::from)?,
            Self::Language => pack_language(LanguageTag::parse(code)?.primary())?,
            Self::Grouping | Self::Mention => hash(code),
        };
        Some(Value(pack(self, local)))
    }
}

/// One value of one facet, as the index keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value(pub(crate) u64);

const BITS: u32 = 12;
/// Facets whose values are hashes or packed codes.
const WIDE: [Facet; 3] = [Facet::Grouping, Facet::Language, Facet::Mention];

const fn pack(facet: Facet, local: u32) -> u64 {
    if is_wide(facet) { ((facet as u64) << 40) | local as u64 } else { ((facet as u64) << BITS) | (local & ((1 << BITS) - 1)) as u64 }
}

const fn is_wide(facet: Facet) -> bool {
    matches!(facet, Facet::Grouping | Facet::Language | Facet::Mention)
}

impl Value {
    /// The facet and, where it can be told from the number alone, the code.
    #[must_use]
    pub fn read(self) -> Option<(Facet, Option<String>)> {
        if self.0 >> 40 != 0 {
            let facet = WIDE.into_iter().find(|&facet| facet as u64 == self.0 >> 40)?;
            let local = u32::try_from(self.0 & 0xffff_ffff).ok()?;
            return Some((facet, (facet == Facet::Language).then(|| unpack_language(local))));
        }
        let facet = Facet::SHOWN.into_iter().find(|&facet| facet as u64 == self.0 >> BITS)?;
        let local = usize::try_from(self.0 & ((1 << BITS) - 1)).ok()?;
        let code = match facet {
            Facet::Kind => Kind::ALL.get(local)?.code().to_owned(),
            Facet::Theme => Theme::ALL.get(local)?.code().to_owned(),
            Facet::Country => Country::all().nth(local)?.code().to_owned(),
            Facet::Region => Region::ALL.get(local)?.code().to_owned(),
            Facet::Modality => Modality::ALL.get(local)?.code().to_owned(),
            Facet::Constituency => Constituency::ALL.get(local)?.code().to_owned(),
            Facet::Freshness => Light::ALL.get(local)?.code().to_owned(),
            _ => local.to_string(),
        };
        Some((facet, Some(code)))
    }
}

/// 32-bit FNV-1a: groupings and mentions are told apart by it.
fn hash(code: &str) -> u32 {
    code.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Two or three letters in base 27.
fn pack_language(code: &str) -> Option<u32> {
    code.bytes().try_fold(0, |n, byte| byte.is_ascii_lowercase().then(|| n * 27 + u32::from(byte - b'a') + 1))
}

fn unpack_language(mut packed: u32) -> String {
    let mut letters = Vec::new();
    while packed > 0 {
        letters.push(char::from(b'a' + u8::try_from((packed - 1) % 27).unwrap_or(0)));
        packed /= 27;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_back_as_they_were_packed() {
        for (facet, code) in [
            (Facet::Kind, "grouping"),
            (Facet::Theme, "sstc-methodology"),
            (Facet::Country, "ZW"),
            (Facet::Region, "polynesia"),
            (Facet::Sdg, "17"),
            (Facet::Modality, "interregional"),
            (Facet::Constituency, "parliament"),
            (Facet::Year, "2023"),
            (Facet::Language, "pt"),
            (Facet::Language, "tet"),
            (Facet::Freshness, "inactive"),
        ] {
            let value = facet.value(code).expect(code);
            assert_eq!(value.read(), Some((facet, Some(code.to_owned()))));
        }
        assert_eq!(Facet::Grouping.value("brics").and_then(Value::read), Some((Facet::Grouping, None)));
        for (facet, code) in
            [(Facet::Year, "99999"), (Facet::Country, "ZZ"), (Facet::Language, "Português"), (Facet::Kind, ""), (Facet::Freshness, "blue")]
        {
            assert_eq!(facet.value(code), None, "{code}");
        }
    }
}

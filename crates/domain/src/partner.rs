//! Partners of a cooperation: who takes part, for which constituency, in which role.

use crate::country::Country;
use crate::read::Fields;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whom an organization speaks for; the first three are the tripartite constituents of the ILO.
    Constituency, "constituency" {
        Government = "government",
        Workers = "workers",
        Employers = "employers",
        Un = "un",
        Igo = "igo",
        DevelopmentPartner = "development-partner",
        CivilSociety = "civil-society",
        Academia = "academia",
        LocalGovernment = "local-government",
        Private = "private",
        FaithBased = "faith-based",
        Parliament = "parliament",
    }
}

vocabulary! {
    /// What a partner does in a cooperation.
    Role, "role" {
        Provider = "provider",
        Recipient = "recipient",
        Peer = "peer",
        Facilitator = "facilitator",
        Funder = "funder",
        Implementer = "implementer",
    }
}

impl Role {
    /// Whether a partner in this role shares its own experience.
    #[must_use]
    pub const fn shares(self) -> bool {
        matches!(self, Self::Provider | Self::Peer)
    }

    /// Whether a partner in this role takes up the experience of others.
    #[must_use]
    pub const fn takes_up(self) -> bool {
        matches!(self, Self::Recipient | Self::Peer)
    }
}

/// One partner as the source names it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Partner {
    /// Name as published; resolved to a record by [`crate::resolve`] where one fits.
    pub name: String,
    /// Seat, where the source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Whom the partner speaks for.
    pub constituency: Constituency,
    /// What it does here.
    pub role: Role,
}

impl Partner {
    pub(crate) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let name = fields.string("name");
        let country = fields.code("country");
        let constituency = fields.code("constituency");
        let role = fields.code("role");
        Some(Self {
            name: fields.require("name", name)?,
            country,
            constituency: fields.require("constituency", constituency)?,
            role: fields.require("role", role)?,
        })
    }
}

/// Countries by the role in which they take part, where the source says.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct CountriesByRole {
    /// Countries that share.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provider: Vec<Country>,
    /// Countries that take up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipient: Vec<Country>,
    /// Countries that do both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub peer: Vec<Country>,
    /// Countries that bring the others together or pay.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facilitator: Vec<Country>,
}

impl CountriesByRole {
    pub(crate) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            provider: fields.codes("provider"),
            recipient: fields.codes("recipient"),
            peer: fields.codes("peer"),
            facilitator: fields.codes("facilitator"),
        })
    }

    /// Whether no country is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Every country with its role.
    pub fn iter(&self) -> impl Iterator<Item = (Country, Role)> {
        let all = |countries: &'_ [Country], role| countries.iter().map(move |&country| (country, role)).collect::<Vec<_>>();
        [
            all(&self.provider, Role::Provider),
            all(&self.recipient, Role::Recipient),
            all(&self.peer, Role::Peer),
            all(&self.facilitator, Role::Facilitator),
        ]
        .into_iter()
        .flatten()
    }
}

//! Organizations: who takes part in cooperation.

use serde::Serialize;

use crate::country::Country;
use crate::partner::Constituency;
use crate::read::Fields;
use crate::record::Common;
use crate::text::Text;

/// An organization.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Organization {
    /// What every record has.
    #[serde(flatten)]
    pub common: Common,
    /// Name as published, per language.
    pub name: Text,
    /// Short form of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Whom it speaks for.
    pub constituency: Constituency,
    /// Seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Website, with or without `https://`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it is and does, in own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Text>,
}

impl Organization {
    pub(crate) fn read(fields: &mut Fields<'_>, common: Common) -> Option<Self> {
        let name = fields.text("name");
        let constituency = fields.code("constituency");
        let website = fields.string("website");
        if website.as_deref().is_some_and(|url| !is_website(url)) {
            fields.rule("website", "is not a web address");
        }
        Some(Self {
            common,
            acronym: fields.string("acronym"),
            country: fields.code("country"),
            website,
            about: fields.text("about"),
            name: fields.require("name", name)?,
            constituency: fields.require("constituency", constituency)?,
        })
    }

    /// The website as a link that a browser can follow.
    #[must_use]
    pub fn website_link(&self) -> Option<String> {
        let website = self.website.as_deref()?;
        Some(if website.contains("://") { website.to_owned() } else { format!("https://{website}") })
    }
}

fn is_website(text: &str) -> bool {
    crate::record::is_web_address(text) || (!text.contains("://") && text.contains('.') && crate::record::is_web_address(&format!("https://{text}")))
}

//! Licences: what a reader may do with a file.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A licence of a file, by its SPDX identifier, or one of three words where there is none.
    Licence, "licence" {
        CcZero = "CC0-1.0",
        CcBy = "CC-BY-4.0",
        CcBySa = "CC-BY-SA-4.0",
        CcByNc = "CC-BY-NC-4.0",
        CcByNd = "CC-BY-ND-4.0",
        CcByNcSa = "CC-BY-NC-SA-4.0",
        CcByNcNd = "CC-BY-NC-ND-4.0",
        CcBy3Igo = "CC-BY-3.0-IGO",
        CcBySa3Igo = "CC-BY-SA-3.0-IGO",
        CcByNc3Igo = "CC-BY-NC-3.0-IGO",
        CcByNd3Igo = "CC-BY-ND-3.0-IGO",
        CcByNcSa3Igo = "CC-BY-NC-SA-3.0-IGO",
        CcByNcNd3Igo = "CC-BY-NC-ND-3.0-IGO",
        PublicDomain = "public-domain",
        AllRightsReserved = "all-rights-reserved",
        Unknown = "unknown",
    }
}

impl Licence {
    /// Address of the licence's text; `None` where there is no such text.
    #[must_use]
    pub fn address(self) -> Option<String> {
        let code = self.code();
        if self == Self::CcZero {
            return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
        }
        let (rest, igo) = code.strip_suffix("-IGO").map_or((code, ""), |rest| (rest, "igo/"));
        let (terms, version) = rest.strip_prefix("CC-")?.rsplit_once('-')?;
        Some(format!("https://creativecommons.org/licenses/{}/{version}/{igo}", terms.to_ascii_lowercase()))
    }

    /// Whether everybody may pass the file on, also in a changed form.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::AllRightsReserved | Self::Unknown) && !self.code().contains("-ND")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_leads_to_its_text_and_says_whether_it_is_open() {
        for (code, address, is_open) in [
            ("CC0-1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/"), true),
            ("CC-BY-4.0", Some("https://creativecommons.org/licenses/by/4.0/"), true),
            ("CC-BY-NC-ND-3.0-IGO", Some("https://creativecommons.org/licenses/by-nc-nd/3.0/igo/"), false),
            ("public-domain", None, true),
            ("all-rights-reserved", None, false),
            ("unknown", None, false),
        ] {
            let licence = Licence::parse(code).expect("a licence");
            assert_eq!((licence.address().as_deref(), licence.is_open()), (address, is_open), "{code}");
        }
        assert_eq!(Licence::parse("GPL"), None);
    }
}

//! Colours: how well one is read on another (WCAG 2.2), and the accent that an instance may choose.

use std::fmt;

use serde_json::Value;

use crate::vocabulary::vocabulary;

/// The least contrast of text to what it stands on (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour of a screen, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#960e49`; capital letters are as good.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The contrast of two colours, from 1 to 21, whichever of them is the lighter.
    ///
    /// Source: WCAG 2.2, "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Source: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let part = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(part);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

vocabulary! {
    /// How bright the pages are, as each reader's device has it.
    Scheme, "colour scheme" {
        Light = "light",
        Dark = "dark",
    }
}

impl Scheme {
    /// What links, buttons and words in the accent stand on: the ground of a page, and its paper.
    #[must_use]
    pub const fn grounds(self) -> [Colour; 2] {
        match self {
            Self::Light => [Colour([0xf6, 0xf5, 0xf9]), Colour([0xff, 0xff, 0xff])],
            Self::Dark => [Colour([0x12, 0x0c, 0x21]), Colour([0x1c, 0x15, 0x31])],
        }
    }

    /// The colour of words on the accent: the paper of the light scheme, the ground of the dark one, so that what is read on them reads here.
    #[must_use]
    pub const fn on_accent(self) -> Colour {
        let [ground, paper] = self.grounds();
        match self {
            Self::Light => paper,
            Self::Dark => ground,
        }
    }
}

/// The colour of what can be pressed, in both schemes; every one of these can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    light: Colour,
    dark: Colour,
}

/// Why a colour cannot be an accent.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum AccentError {
    /// It is not written as `#960e49`.
    #[error("the colour for {0} is not written as #rrggbb")]
    Form(Scheme),
    /// It cannot be read well enough.
    #[error("the colour for {scheme} has a contrast of {ratio:.2} to what it stands on; {LEAST_CONTRAST} are needed")]
    Contrast {
        /// On which pages.
        scheme: Scheme,
        /// Its least contrast there, cut to two digits.
        ratio: f64,
    },
}

impl Accent {
    /// An accent of these colours, written as `#960e49`.
    ///
    /// # Errors
    /// `Form`, `Contrast`; of several faults the first.
    pub fn new(light: &str, dark: &str) -> Result<Self, AccentError> {
        let read = |scheme: Scheme, text: &str| {
            let colour = Colour::parse(text.trim()).ok_or(AccentError::Form(scheme))?;
            let ratio = scheme.grounds().map(|ground| colour.contrast(ground)).into_iter().fold(f64::INFINITY, f64::min);
            let cut = (ratio * 100.0).floor() / 100.0; // 4.499 is not 4.5
            if ratio < LEAST_CONTRAST { Err(AccentError::Contrast { scheme, ratio: cut }) } else { Ok(colour) }
        };
        Ok(Self { light: read(Scheme::Light, light)?, dark: read(Scheme::Dark, dark)? })
    }

    /// The accent of pages where nobody chose another.
    #[must_use]
    pub const fn usual() -> Self {
        Self { light: Colour([0x96, 0x0e, 0x49]), dark: Colour([0xff, 0x97, 0xbd]) }
    }

    /// Its colour in a scheme.
    #[must_use]
    pub const fn of(self, scheme: Scheme) -> Colour {
        match scheme {
            Scheme::Light => self.light,
            Scheme::Dark => self.dark,
        }
    }

    /// As settings keep it: `{"light": "#960e49", "dark": "#ff97bd"}`.
    #[must_use]
    pub fn to_json(self) -> Value {
        Scheme::ALL.iter().map(|scheme| (scheme.code().to_owned(), Value::from(self.of(*scheme).to_string()))).collect()
    }

    /// Reads what [`Accent::to_json`] wrote.
    #[must_use]
    pub fn from_json(value: &Value) -> Option<Self> {
        Self::new(value["light"].as_str()?, value["dark"].as_str()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn contrasts_are_those_of_the_standard() {
        for (one, two, expected) in [
            ("#000000", "#ffffff", "21.00"),
            ("#ffffff", "#FFFFFF", "1.00"),
            ("#777777", "#ffffff", "4.48"),
            ("#767676", "#ffffff", "4.54"),
            ("#0000ff", "#ffffff", "8.59"),
        ] {
            assert_eq!(format!("{:.2}", colour(one).contrast(colour(two))), expected, "{one} {two}");
        }
    }

    fn check(light: &str, dark: &str, expected: Result<(), &str>) {
        assert_eq!(Accent::new(light, dark).map(drop).map_err(|error| error.to_string()), expected.map_err(str::to_owned), "{light} {dark}");
    }

    #[test]
    fn an_accent_can_be_read_on_every_ground() {
        check("#960e49", "#ff97bd", Ok(()));
        check(" #0C5742 ", "#6ddab3", Ok(()));
        check("#767676", "#ff97bd", Err("the colour for light has a contrast of 4.18 to what it stands on; 4.5 are needed"));
        check("#960e49", "#960e49", Err("the colour for dark has a contrast of 2.04 to what it stands on; 4.5 are needed"));
        check("#ff97bd", "#ff97bd", Err("the colour for light has a contrast of 1.85 to what it stands on; 4.5 are needed"));
        for wrong in ["", "960e49", "#960e4", "#960e4900", "red", "#96 e49", "#+60e49", "#960e4é"] {
            check(wrong, "#ff97bd", Err("the colour for light is not written as #rrggbb"));
            check("#960e49", wrong, Err("the colour for dark is not written as #rrggbb"));
        }
    }

    #[test]
    fn grounds_and_usual_accent_are_those_of_the_style_sheet() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/ayni.css");
        let sheet = std::fs::read_to_string(path).expect("the style sheet");
        let mut parts = sheet.split("--ground: ").skip(1);
        for scheme in Scheme::ALL {
            let words = parts.next().expect("a scheme").replace("#fff;", "#ffffff;");
            let [ground, paper] = scheme.grounds();
            assert!(words.starts_with(&format!("{ground}; --paper: {paper};")), "{scheme}");
            assert!(words.contains(&format!("--act: {};", Accent::usual().of(*scheme))), "{scheme}");
        }
    }

    proptest! {
        #[test]
        fn what_is_an_accent_is_read_on_it_too_and_comes_back(light in "#[0-9a-f]{6}", dark in "#[0-9a-f]{6}", other in "\\PC{0,9}") {
            let _ = Accent::new(&other, &light);
            if let Ok(accent) = Accent::new(&light, &dark) {
                prop_assert!(Scheme::ALL.iter().all(|scheme| accent.of(*scheme).contrast(scheme.on_accent()) >= LEAST_CONTRAST));
                prop_assert_eq!(Accent::from_json(&accent.to_json()), Some(accent));
            }
        }
    }
}

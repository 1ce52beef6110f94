//! The face of an instance: what administrators set of it, with the addresses of the style sheet and picture that come of it.

use std::fmt::Write as _;
use std::ops::Deref;

use ayni_domain::colour::{Accent, Scheme};
use ayni_domain::instance::Instance;
use sha2::{Digest, Sha256};

/// Name of the style sheet with the instance's colours.
pub(crate) const SHEET: &str = "accent.css";
/// Name of the instance's picture.
pub(crate) const PICTURE: &str = "logo.png";

/// A small style sheet, kept by browsers for good under an address that changes with it.
pub struct Sheet {
    /// Its address.
    pub path: String,
    /// Its words.
    pub content: String,
}

/// A picture with the size in which it is shown.
pub struct Picture {
    /// Its address.
    pub path: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// An instance as its pages show it; cheap to share, made anew when a setting changes.
pub struct Face {
    instance: Instance,
    /// The sheet of its colours, where they are not the usual ones.
    pub sheet: Option<Sheet>,
    /// Its logo, where it has one.
    pub picture: Option<Picture>,
}

impl Deref for Face {
    type Target = Instance;
    fn deref(&self) -> &Instance {
        &self.instance
    }
}

impl Face {
    /// The face of an instance.
    #[must_use]
    pub fn new(instance: Instance) -> Self {
        let picture = instance.logo.as_ref().map(|logo| Picture {
            path: format!("/assets/{}/{PICTURE}", logo.file.get(..8).unwrap_or("0")),
            width: logo.shown_width(),
            height: ayni_domain::instance::LOGO_HEIGHT,
        });
        Self { sheet: instance.accent.map(sheet), picture, instance }
    }
}

fn sheet(accent: Accent) -> Sheet {
    let rule = |scheme: Scheme| format!(":root{{--act:{};--on-act:{}}}", accent.of(scheme), scheme.on_accent());
    let content = format!("{}@media (prefers-color-scheme:dark){{{}}}", rule(Scheme::Light), rule(Scheme::Dark));
    let hash = Sha256::digest(&content)[..4].iter().fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    Sheet { path: format!("/assets/{hash}/{SHEET}"), content }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn colours_make_a_tiny_sheet_with_an_address_of_its_own() {
        let accent = |light| Accent::new(light, "#6ddab3").expect("an accent");
        let (green, red) = (sheet(accent("#0c5742")), sheet(accent("#960e49")));
        let expected = ":root{--act:#0c5742;--on-act:#ffffff}@media (prefers-color-scheme:dark){:root{--act:#6ddab3;--on-act:#120c21}}";
        assert_eq!(green.content, expected);
        assert!(green.path != red.path && green.path.ends_with("/accent.css"));
    }

    /// All files below a folder.
    fn files(folder: &Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn no_page_says_the_name_with_which_the_program_was_started() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        for path in [files(&own.join("templates")), files(&own.join("src"))].concat() {
            let text = std::fs::read_to_string(&path).expect("a text");
            let stale = ["settings.name", "settings.contact"].into_iter().find(|words| text.contains(&format!("site.{words}")));
            assert_eq!(stale, None, "{}: administrators may have set another; take it from `instance`", path.display());
        }
    }
}

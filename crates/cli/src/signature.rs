//! Who changes records from the command line, and who lets it through.

use ayni_domain::RecordKey;
use ayni_domain::permission::{Action, Actor, may};
use ayni_store::record::SECRETARIAT;
use ayni_store::revision::Signature;
use clap::Args;
use jiff::Timestamp;

use crate::failure::Failure;
use crate::settings::Settings;

/// Who signs when nobody is named.
const OPERATOR: &str = "operator";

/// Flag of commands that change records.
#[derive(Debug, Clone, Default, Args)]
pub struct Signing {
    /// Who makes the change, for the history of the record [default: operator]
    #[arg(long, env = "AYNI_AUTHOR", value_name = "NAME")]
    pub author: Option<String>,
}

/// The signature of who sits at the command line; the secretariat, which runs the instance, lets it through.
///
/// # Errors
/// `Argument` when the author is the one who lets it through.
pub fn sign(settings: &Settings, signing: Signing) -> Result<Signature, Failure> {
    let author = settings.author(signing.author).unwrap_or_else(|| OPERATOR.to_owned());
    if !may(Actor::Operator, Action::Manage) {
        return Err(Failure::Argument("the operator may not change records".into()));
    }
    if author == SECRETARIAT || author.trim().is_empty() {
        return Err(Failure::Argument(format!("the author cannot be `{author}`: {SECRETARIAT} lets changes through, and nobody signs twice")));
    }
    Ok(Signature { author, reviewer: SECRETARIAT.to_owned(), note: None, at: Timestamp::now() })
}

/// Reads `KIND/SLUG`, for clap.
///
/// # Errors
/// What is expected instead.
pub fn read_key(text: &str) -> Result<RecordKey, String> {
    RecordKey::parse(text).ok_or_else(|| "a record is named as kind/slug, for example practice/brazil-mozambique-school-feeding".to_owned())
}

//! Types and rules of South-South and triangular cooperation, and nothing else.
//!
//! Pure: no database, HTTP, files, clock or randomness; what is needed of them comes in as arguments.
//! Reference data (countries, themes, goals) is compiled in and read once.

pub mod change;
mod common;
pub mod concept;
pub mod country;
pub mod course;
pub mod date;
mod envelope;
pub mod event;
pub mod fold;
pub mod freshness;
pub mod grouping;
pub mod initiative;
pub mod kind;
pub mod language;
pub mod lineage;
pub mod modality;
pub mod objection;
pub mod organization;
pub mod partner;
pub mod permission;
pub mod practice;
pub mod publication;
pub mod read;
pub mod record;
pub mod region;
pub mod report;
pub mod resolve;
pub mod sdg;
pub mod slug;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod theme;
pub mod translation;
mod vocabulary;

pub use country::Country;
pub use date::{PartialDate, Period};
pub use freshness::Light;
pub use kind::Kind;
pub use language::{LanguageTag, Locale};
pub use modality::Modality;
pub use partner::{Constituency, Partner, Role};
pub use record::{Body, Common, Envelope, Record, RecordKey, State, Steward};
pub use sdg::Sdg;
pub use slug::Slug;
pub use text::Text;
pub use theme::Theme;

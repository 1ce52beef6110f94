//! Types and rules of South-South and triangular cooperation, and nothing else.
//!
//! Pure: no database, HTTP, files, clock or randomness; what is needed of them comes in as arguments.
//! Reference data (countries, themes, goals) is compiled in and read once.

pub mod change;
pub mod checklist;
mod common;
pub mod concept;
pub mod country;
pub mod course;
pub mod criterion;
pub mod date;
pub mod difference;
pub mod draft;
pub mod email;
mod envelope;
pub mod event;
pub mod fold;
pub mod freshness;
pub mod grouping;
pub mod initiative;
pub mod job;
pub mod kind;
pub mod language;
pub mod limit;
pub mod lineage;
mod list;
pub mod mandate;
pub mod merge;
pub mod modality;
pub mod notice;
pub mod objection;
pub mod organization;
pub mod outbox;
pub mod partner;
pub mod path;
pub mod permission;
pub mod person;
pub mod practice;
pub mod profile;
pub mod proof;
pub mod publication;
pub mod read;
pub mod record;
pub mod region;
pub mod report;
pub mod resolve;
pub mod retention;
pub mod role;
pub mod sdg;
pub mod slug;
pub mod snapshot;
pub mod steward;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod theme;
pub mod token;
pub mod translation;
mod vocabulary;

pub use country::Country;
pub use date::{PartialDate, Period};
pub use email::EmailAddress;
pub use freshness::Light;
pub use kind::Kind;
pub use language::{LanguageTag, Locale};
pub use modality::Modality;
pub use partner::{Constituency, Partner, Role};
pub use person::{Handle, Person, PersonId};
pub use record::{Body, Common, Envelope, Record, RecordKey, State};
pub use sdg::Sdg;
pub use slug::Slug;
pub use steward::Steward;
pub use text::Text;
pub use theme::Theme;

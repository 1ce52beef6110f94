//! Pages, feeds and API. Thin: who, load, rule, write, answer.

mod api;
mod assets;
mod cache;
mod changes;
mod clock;
mod compare;
mod coverage;
mod deliver;
mod error;
mod feed;
mod fields;
pub mod files;
pub mod follow;
mod forgery;
mod form;
mod format;
mod jobs;
mod link;
mod mail;
pub mod message;
mod metrics;
mod names;
mod page;
mod reason;
mod routes;
mod serve;
mod site;
mod stewards;
mod tell;
mod view;
mod who;

pub use clock::Clock;
pub use jobs::run_jobs;
pub use mail::Outgoing;
pub use serve::{router, serve};
pub use site::{Settings, Site};

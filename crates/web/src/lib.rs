//! Pages, feeds and API. Thin: who, load, rule, write, answer.

mod api;
mod assets;
mod cache;
mod clock;
mod deliver;
mod error;
mod feed;
pub mod follow;
mod forgery;
mod form;
mod format;
mod link;
mod mail;
pub mod message;
mod metrics;
mod page;
mod reason;
mod routes;
mod serve;
mod site;
mod view;
mod who;

pub use clock::Clock;
pub use mail::Outgoing;
pub use serve::{router, serve};
pub use site::{Settings, Site};

//! Pages, feeds and API. Thin: who, load, rule, write, answer.

mod api;
mod assets;
mod cache;
mod error;
mod feed;
pub mod follow;
mod format;
mod link;
pub mod message;
mod metrics;
mod page;
mod reason;
mod routes;
mod serve;
mod site;
mod view;

pub use serve::{router, serve};
pub use site::{Settings, Site};

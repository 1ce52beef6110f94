//! Pictures of cooperation, drawn on the server as SVG: maps, lineages, timelines and bars.
//!
//! Pure: values in, one SVG document out, the same bytes for the same values on every machine. Every picture carries its own
//! light and dark colours and no script, so `<img>` can show it; no picture carries meaning alone, the page puts a table behind it.

pub mod bars;
mod flow;
mod geometry;
mod label;
pub mod lineage;
mod locator;
pub mod map;
mod path;
pub mod projection;
mod svg;
pub mod timeline;
mod tint;

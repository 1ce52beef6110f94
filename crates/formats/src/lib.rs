//! Other people's formats: records read from and written for programs that know nothing of this one.
//!
//! Pure: what is read or written goes through `Read`, `BufRead` and `Write` arguments; no files, network, database or clock. The one
//! exception is [`document::pdf`], which starts the program that reads PDF files and waits for it.
//! Every function here takes values of `ayni-domain` and says what the format can say of them; what a format has no place for is left out,
//! never bent into a field that means something else.

pub mod atom;
pub mod bundle;
pub mod citation;
pub mod document;
pub mod dublincore;
mod escape;
mod facts;
pub mod jsonl;
pub mod jsonld;
pub mod logo;
pub mod opengraph;
#[cfg(test)]
mod samples;
pub mod sheet;
pub mod sitemap;
mod xml;

//! The search index: a derived copy of the published records, which can be deleted and built anew at any time.
//!
//! One index over all kinds. Words are compared per language; concepts, themes, goals, countries and names are recognised in seven
//! languages, so that a question in one language finds a record in another and the answer can say why. The optional sentence
//! encoder adds to the score of what is close in meaning; it never decides alone.

pub mod analyze;
mod clause;
mod collect;
pub mod document;
pub mod encoder;
pub mod facet;
pub mod highlight;
pub mod index;
pub mod lexicon;
mod meaning;
pub mod query;
mod schema;
pub mod search;
mod spelling;
mod stopwords;
mod tally;

pub use collect::Sort;
pub use facet::Facet;
pub use index::{Index, SearchError};
pub use meaning::Semantics;
pub use query::Understood;
pub use search::{Answer, Hit, Request};

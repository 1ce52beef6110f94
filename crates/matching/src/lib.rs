//! Matching: for a need, who did it and would share it, what they did, and where it can be learned.
//!
//! Pure: no database, index or clock. The caller asks the search with the words of the need and passes the hits; everything else comes from
//! the evidence kept here. Invariant: the score of a peer or answer is the sum of its reasons, and each reason says what it rests on.

pub mod answers;
pub mod base;
pub mod comparable;
pub mod context;
pub mod evidence;
pub mod need;
pub mod peers;
pub mod reason;
#[cfg(test)]
mod testing;
pub mod weights;

pub use answers::{Answer, learning, practices};
pub use base::EvidenceBase;
pub use comparable::{Comparison, Likeness, compare};
pub use evidence::Evidence;
pub use need::{Asked, Need};
pub use peers::{Peer, peers};
pub use reason::{Reason, ReasonKind};

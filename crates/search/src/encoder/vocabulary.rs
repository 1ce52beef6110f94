//! The pieces of a SentencePiece model and their scores, held in a few flat arrays.
//!
//! 128 000 pieces take 3.3 MB: their text end to end, where each ends, its score, and a hash index
//! of piece numbers. A map of owned strings would take ten times that, and building a sorted
//! structure would take longer than the index does.

use super::error::{Checked, Flaw};

/// Pieces by number and by text. The number of a piece is its place in the model file.
#[derive(Default)]
pub(super) struct Vocabulary {
    text: Vec<u8>,
    /// Where piece `i` ends in `text`; it starts where the one before it ends.
    ends: Vec<u32>,
    /// Logarithm of the probability of each piece.
    scores: Vec<f32>,
    /// Open addressing with linear probing: piece number + 1, or 0 for a free slot. At least half
    /// of them stay free.
    slots: Vec<u32>,
    longest: usize,
}

impl Vocabulary {
    /// Adds the next piece.
    pub(super) fn push(&mut self, piece: &[u8], score: f32) -> Checked<()> {
        if !score.is_finite() {
            return Err(Flaw::new("the score of a piece is not a finite number"));
        }
        self.text.extend_from_slice(piece);
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Flaw::new("its pieces are too long"))?);
        self.scores.push(score);
        self.longest = self.longest.max(piece.len());
        Ok(())
    }

    /// Builds the index. To be called once, when every piece is there; pieces are not found before.
    pub(super) fn index(&mut self) -> Checked<()> {
        self.slots = vec![0; (2 * self.len()).next_power_of_two()];
        for id in 0..self.len() {
            let piece = self.piece(id);
            if piece.is_empty() {
                continue; // Never found, but it keeps its number.
            }
            let slot = self.slot(piece, hash(piece));
            if self.slots[slot] != 0 {
                return Err(Flaw::new(format!("piece {:?} is there twice", String::from_utf8_lossy(piece))));
            }
            // `ends` bounds the number of pieces well below 2^32, because every piece but the empty
            // one has a byte.
            self.slots[slot] = u32::try_from(id + 1).map_err(|_| Flaw::new("it has too many pieces"))?;
        }
        Ok(())
    }

    /// Number of pieces.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The lowest score of all.
    pub(super) fn lowest_score(&self) -> f32 {
        self.scores.iter().copied().fold(0.0, f32::min)
    }

    /// Calls `found(length in bytes, piece number, score)` for every piece that `text` starts with,
    /// shortest first. `ends` gives the ends of the characters of `text`, ascending.
    pub(super) fn prefixes(&self, text: &[u8], ends: impl Iterator<Item = usize>, mut found: impl FnMut(usize, u32, f32)) {
        let mut state = HASH_START;
        let mut hashed = 0;
        for end in ends.take_while(|&end| end <= self.longest) {
            let Some(grown) = text.get(hashed..end) else {
                return;
            };
            state = hash_on(state, grown);
            hashed = end;
            if let Some(id) = self.slots[self.slot(&text[..end], state)].checked_sub(1) {
                found(end, id, self.scores[id as usize]);
            }
        }
    }

    fn piece(&self, id: usize) -> &[u8] {
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[id] as usize]
    }

    /// The slot of `piece`: the one that holds it, or the free one where it would be put.
    fn slot(&self, piece: &[u8], hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        // The low bits of FNV-1a mix little for short keys; a multiplication brings the whole state
        // into the high ones.
        let mut slot = (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while let Some(id) = self.slots[slot].checked_sub(1) {
            if self.piece(id as usize) == piece {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, chosen because it can be carried on: the hash of a longer prefix costs only the bytes
/// that were added.
fn hash_on(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, &byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn hash(bytes: &[u8]) -> u64 {
    hash_on(HASH_START, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(pieces: &[&str]) -> Checked<Vocabulary> {
        let mut vocabulary = Vocabulary::default();
        for (index, piece) in pieces.iter().enumerate() {
            vocabulary.push(piece.as_bytes(), -(index as f32))?;
        }
        vocabulary.index()?;
        Ok(vocabulary)
    }

    #[test]
    fn all_pieces_that_start_a_text_are_found() -> Checked<()> {
        let vocabulary = vocabulary(&["", "é", "éa", "éab", "b", "éabcd"])?;
        let text = "éabc";
        let mut found = Vec::new();
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
        vocabulary.prefixes(text.as_bytes(), ends, |length, id, score| found.push((length, id, score)));
        assert_eq!(found, [(2, 1, -1.0), (3, 2, -2.0), (4, 3, -3.0)]);
        assert!((vocabulary.lowest_score() - -5.0).abs() < f32::EPSILON);
        Ok(())
    }

    #[test]
    fn a_piece_that_is_there_twice_is_a_flaw() {
        assert!(vocabulary(&["a", "b", "a"]).is_err());
    }

    #[test]
    fn a_score_that_is_no_number_is_a_flaw() {
        assert!(Vocabulary::default().push(b"a", f32::NAN).is_err());
    }
}

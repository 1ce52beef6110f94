//! Cuts text into the pieces of a SentencePiece unigram model (`sp.model`).
//!
//! Of all ways to cut the normalised text into pieces of the vocabulary, the one with the highest
//! sum of scores (the most probable one) is taken: Kudo, "Subword Regularization" (2018), section
//! 3.2, found with the Viterbi algorithm. The model file is the protocol buffer `ModelProto` of
//! SentencePiece's `sentencepiece_model.proto`.
//!
//! Two details follow the Python package that carries the weights rather than SentencePiece itself,
//! so that both give the same numbers: every unknown character becomes an unknown piece of its own,
//! and control pieces such as `</s>` are also found in text. Neither matters for prose.

use super::error::{Checked, Flaw};
use super::normalizer::Normalizer;
use super::protobuf::{Value, fields};
use super::vocabulary::Vocabulary;

/// Longest text that is looked at, in characters; the rest is left out. Far more than
/// [`MAX_PIECES`] pieces of prose, it bounds the work that a hostile text can cause.
pub(super) const MAX_CHARACTERS: usize = 8192;
/// Most pieces of a text that are kept, its begin and end marks included. Real summaries have 60 to
/// 200.
pub(super) const MAX_PIECES: usize = 512;

/// Piece numbers of the three marks, the same in every model trained with SentencePiece's defaults.
const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;
/// How much less probable than the rarest piece an unknown character is (`kUnkPenalty` in
/// SentencePiece).
const UNKNOWN_PENALTY: f64 = 10.0;

/// A SentencePiece unigram model.
pub(super) struct Tokenizer {
    vocabulary: Vocabulary,
    normalizer: Normalizer,
    unknown_score: f64,
}

/// The best way to reach a place in the text.
#[derive(Clone, Copy)]
struct Arrival {
    score: f64,
    /// Where its last piece starts.
    start: usize,
    piece: u32,
}

/// A place that nothing has reached yet.
const UNREACHED: Arrival = Arrival { score: f64::NEG_INFINITY, start: 0, piece: UNKNOWN };

impl Tokenizer {
    /// Reads the bytes of a model file.
    pub(super) fn new(model: &[u8]) -> Checked<Self> {
        let mut vocabulary = Vocabulary::default();
        let mut normalizer = None;
        for field in fields(model) {
            match field? {
                (1, Value::Bytes(message)) => push_piece(&mut vocabulary, message)?,
                (2, Value::Bytes(message)) => check_trainer(message)?,
                (3, Value::Bytes(message)) => normalizer = Some(read_normalizer(message)?),
                _ => {}
            }
        }
        if vocabulary.len() <= END as usize {
            return Err(Flaw::new("it has no pieces"));
        }
        vocabulary.index()?;
        let normalizer = normalizer.ok_or_else(|| Flaw::new("it has no normalisation rules"))?;
        let unknown_score = f64::from(vocabulary.lowest_score()) - UNKNOWN_PENALTY;
        Ok(Self { vocabulary, normalizer, unknown_score })
    }

    /// Number of pieces in the vocabulary.
    pub(super) fn pieces(&self) -> usize {
        self.vocabulary.len()
    }

    /// The piece numbers of `text`, between the marks for begin and end: 3 to [`MAX_PIECES`]
    /// numbers, each below [`Tokenizer::pieces`]. A text of nothing but spaces is one unknown
    /// piece. What exceeds [`MAX_CHARACTERS`] or [`MAX_PIECES`] is left out at the end.
    pub(super) fn encode(&self, text: &str) -> Vec<u32> {
        let end = text.char_indices().nth(MAX_CHARACTERS).map_or(text.len(), |(at, _)| at);
        let mut pieces = self.segment(&self.normalizer.normalize(&text[..end]));
        pieces.truncate(MAX_PIECES - 1);
        pieces.push(END);
        pieces
    }

    /// The begin mark and the pieces of `normalized` text.
    fn segment(&self, normalized: &str) -> Vec<u32> {
        if normalized.is_empty() {
            return vec![BEGIN, UNKNOWN];
        }
        let arrivals = self.arrivals(normalized);
        let mut pieces = Vec::new();
        let mut at = normalized.len();
        while at > 0 {
            let Arrival { start, piece, .. } = arrivals[at];
            pieces.push(piece);
            at = start;
        }
        pieces.push(BEGIN);
        pieces.reverse();
        pieces
    }

    /// For every byte position of `text` that ends a character, the best last piece to get there.
    /// Equal scores: the piece that starts first.
    fn arrivals(&self, text: &str) -> Vec<Arrival> {
        let mut arrivals = vec![UNREACHED; text.len() + 1];
        arrivals[0].score = 0.0;
        for (start, first) in text.char_indices() {
            let rest = &text[start..];
            let base = arrivals[start].score;
            let mut arrive = |length: usize, piece, score| {
                let arrival = &mut arrivals[start + length];
                if score > arrival.score {
                    *arrival = Arrival { score, start, piece };
                }
            };
            let mut known = false;
            let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8());
            self.vocabulary.prefixes(rest.as_bytes(), ends, |length, piece, score| {
                known |= length == first.len_utf8();
                arrive(length, piece, base + f64::from(score));
            });
            if !known {
                arrive(first.len_utf8(), UNKNOWN, base + self.unknown_score);
            }
        }
        arrivals
    }
}

/// `ModelProto.SentencePiece`: text (1) and score (2).
fn push_piece(vocabulary: &mut Vocabulary, message: &[u8]) -> Checked<()> {
    let mut text = None;
    let mut score = 0.0;
    for field in fields(message) {
        match field? {
            (1, Value::Bytes(bytes)) => text = Some(bytes),
            (2, Value::Fixed32(bytes)) => score = f32::from_le_bytes(bytes),
            _ => {}
        }
    }
    vocabulary.push(text.ok_or_else(|| Flaw::new("a piece has no text"))?, score)
}

/// `TrainerSpec`: refuses a model that is not a unigram one (`model_type` 1, which is also the
/// default).
fn check_trainer(message: &[u8]) -> Checked<()> {
    for field in fields(message) {
        if let (3, Value::Varint(kind @ (0 | 2..))) = field? {
            return Err(Flaw::new(format!("it is a SentencePiece model of type {kind}, not unigram (1)")));
        }
    }
    Ok(())
}

/// `NormalizerSpec`: the charsmap (2). The three ways to treat spaces (3, 4, 5) are on by default,
/// and we know no other.
fn read_normalizer(message: &[u8]) -> Checked<Normalizer> {
    let mut charsmap: &[u8] = &[];
    for field in fields(message) {
        match field? {
            (2, Value::Bytes(bytes)) => charsmap = bytes,
            (3..=5, Value::Varint(0)) => {
                return Err(Flaw::new("it treats spaces in a way that is not supported"));
            }
            _ => {}
        }
    }
    Normalizer::new(charsmap)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::synthetic::{PIECES, sentencepiece};
    use super::*;

    fn tokenizer() -> Tokenizer {
        Tokenizer::new(&sentencepiece()).expect("the synthetic model is intact")
    }

    fn pieces(text: &str) -> Vec<&'static str> {
        tokenizer().encode(text).into_iter().map(|id| PIECES[id as usize].0).collect()
    }

    #[test]
    fn the_most_probable_cut_wins() {
        assert_eq!(pieces("decent work"), ["<s>", "▁decent", "▁", "work", "</s>"]);
        assert_eq!(pieces("DE\tCENT  Wo"), ["<s>", "▁de", "▁", "cent", "▁", "w", "o", "</s>"]);
    }

    #[test]
    fn unknown_characters_are_single_pieces() {
        assert_eq!(pieces("w✂✂o"), ["<s>", "▁", "w", "<unk>", "<unk>", "o", "</s>"]);
    }

    #[test]
    fn a_text_without_content_is_one_unknown_piece() {
        for text in ["", " ", "\u{2581}"] {
            assert_eq!(tokenizer().encode(text), [BEGIN, UNKNOWN, END], "{text:?}");
        }
    }

    #[test]
    fn long_texts_are_cut() {
        let ids = tokenizer().encode(&"w".repeat(1 << 20));
        assert_eq!(ids.len(), MAX_PIECES);
        assert_eq!((ids[0], ids[MAX_PIECES - 1]), (BEGIN, END));
    }

    #[test]
    fn another_kind_of_model_is_refused() {
        let mut model = sentencepiece();
        model.extend([0x12, 2, 0x18, 2]);
        assert!(Tokenizer::new(&model).is_err());
        assert!(Tokenizer::new(&[]).is_err());
    }

    proptest! {
        #[test]
        fn any_text_has_pieces_of_the_vocabulary(text: String) {
            let ids = tokenizer().encode(&text);
            prop_assert!((3..=MAX_PIECES).contains(&ids.len()));
            prop_assert!(ids.iter().all(|&id| (id as usize) < PIECES.len()));
        }

        #[test]
        fn a_damaged_model_never_panics(
            at in any::<prop::sample::Index>(), flip in 1u8.., keep in any::<prop::sample::Index>(), text: String,
        ) {
            let mut model = sentencepiece();
            let at = at.index(model.len());
            model[at] ^= flip;
            for model in [&model[..], &model[..keep.index(model.len())]] {
                if let Ok(tokenizer) = Tokenizer::new(model) {
                    prop_assert!(tokenizer.encode(&text).iter().all(|&id| (id as usize) < tokenizer.pieces()));
                }
            }
        }
    }
}

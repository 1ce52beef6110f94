//! Normalises text the way the SentencePiece model was trained: NFKC with SentencePiece's own
//! changes (`nmt_nfkc`).
//!
//! The rules come with the model as a *precompiled charsmap*: a double-array trie whose keys are
//! UTF-8 strings and whose values point at NUL-terminated replacements. Sources: Kudo and
//! Richardson, "SentencePiece" (2018), section 3.3, and, for the layout of a trie unit, the
//! darts-clone library (`32 bits: label or value, leaf flag, offset`).

use super::bytes::u32_at;
use super::error::{Checked, Flaw};

/// U+2581, which stands for a space inside the vocabulary.
const SPACE: &str = "\u{2581}";
/// Where normalised text is cut off, in bytes, so that the rules of a damaged model cannot make it
/// grow without bound. The pieces that are kept of a text never reach this far: each has at most a
/// few dozen bytes.
const MAX_NORMALISED: usize = 1 << 16;

/// The rules of one model.
pub(super) struct Normalizer {
    /// The trie. Empty: every character stays as it is.
    units: Vec<Unit>,
    /// All replacements, each ended by a NUL.
    replacements: Vec<u8>,
}

/// One unit of a darts-clone double array.
#[derive(Clone, Copy)]
struct Unit(u32);

impl Unit {
    /// The byte this unit is reached by, with the top bit kept: units that hold a value have it set
    /// and match no byte.
    fn label(self) -> u32 {
        self.0 & 0x8000_00ff
    }

    /// Whether a key ends here; its value is then at the unit that the NUL byte leads to.
    fn ends_key(self) -> bool {
        self.0 & 0x100 != 0
    }

    /// Distance to the units of the next byte: 21 bits, shifted by 8 more when bit 9 says so.
    fn offset(self) -> u32 {
        (self.0 >> 10) << ((self.0 & 0x200) >> 6)
    }

    fn value(self) -> u32 {
        self.0 & 0x7fff_ffff
    }
}

impl Normalizer {
    /// Reads a precompiled charsmap: length of the trie in bytes (`u32`), the trie, the
    /// replacements.
    pub(super) fn new(charsmap: &[u8]) -> Checked<Self> {
        if charsmap.is_empty() {
            return Ok(Self { units: Vec::new(), replacements: Vec::new() });
        }
        let cut_off = || Flaw::new("its normalisation rules are cut off");
        let length = u32_at(charsmap, 0).and_then(|length| usize::try_from(length).ok()).ok_or_else(cut_off)?;
        let (trie, replacements) = charsmap[4..].split_at_checked(length).ok_or_else(cut_off)?;
        if replacements.last() != Some(&0) {
            return Err(cut_off());
        }
        let units = trie.as_chunks().0.iter().map(|&four| Unit(u32::from_le_bytes(four))).collect();
        Ok(Self { units, replacements: replacements.to_owned() })
    }

    /// Normalises `text`: characters replaced by the rules, runs of spaces made one, none at either
    /// end, every space written as U+2581, and one such mark put in front. Empty when nothing but
    /// spaces is left.
    pub(super) fn normalize(&self, text: &str) -> String {
        let mut rest = text.as_bytes();
        let mut normalized = Vec::with_capacity(SPACE.len() + text.len());
        normalized.extend_from_slice(SPACE.as_bytes());
        let mut after_space = true;
        while !rest.is_empty() && normalized.len() < MAX_NORMALISED {
            let (mut part, used) = self.step(rest);
            rest = &rest[used..];
            if after_space {
                part = trim_spaces(part);
            }
            let Some(&last) = part.last() else { continue };
            after_space = last == b' ';
            push_escaped(&mut normalized, part);
        }
        while normalized.ends_with(SPACE.as_bytes()) {
            normalized.truncate(normalized.len() - SPACE.len());
        }
        // Replacements of an intact model are UTF-8; those of a damaged one must not end the
        // program.
        String::from_utf8(normalized).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    /// What the start of `rest` (not empty) becomes, and how many bytes of it that accounts for: by
    /// the longest rule that matches, else one character unchanged.
    fn step<'a>(&'a self, rest: &'a [u8]) -> (&'a [u8], usize) {
        if let Some((replacement, used)) = self.longest_rule(rest) {
            return (replacement, used);
        }
        let used = character_len(rest);
        (&rest[..used], used)
    }

    fn longest_rule(&self, rest: &[u8]) -> Option<(&[u8], usize)> {
        let mut at = self.units.first()?.offset();
        let mut longest = None;
        for (index, &byte) in rest.iter().enumerate() {
            at ^= u32::from(byte);
            let Some(&unit) = self.units.get(at as usize) else {
                break;
            };
            if unit.label() != u32::from(byte) {
                break;
            }
            at ^= unit.offset();
            if unit.ends_key() {
                longest = self.units.get(at as usize).map(|leaf| (leaf.value(), index + 1));
            }
        }
        let (value, used) = longest?;
        let replacement = self.replacements.get(value as usize..)?;
        let end = replacement.iter().position(|&byte| byte == 0)?;
        Some((&replacement[..end], used))
    }
}

fn trim_spaces(mut part: &[u8]) -> &[u8] {
    while let Some(rest) = part.strip_prefix(b" ") {
        part = rest;
    }
    part
}

fn push_escaped(normalized: &mut Vec<u8>, part: &[u8]) {
    for &byte in part {
        if byte == b' ' {
            normalized.extend_from_slice(SPACE.as_bytes());
        } else {
            normalized.push(byte);
        }
    }
}

/// Length of the UTF-8 character that `rest` (not empty) starts with; 1 inside a character, where
/// only the rules of a damaged model can lead.
fn character_len(rest: &[u8]) -> usize {
    let length = match rest[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    length.min(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::synthetic::charsmap;
    use super::*;

    #[test]
    fn spaces_are_folded_and_marked() -> Checked<()> {
        let normalizer = Normalizer::new(&[])?;
        assert_eq!(normalizer.normalize("  two   words "), "▁two▁words");
        assert_eq!(normalizer.normalize("   "), "");
        assert_eq!(normalizer.normalize(""), "");
        Ok(())
    }

    #[test]
    fn rules_replace_delete_and_make_spaces() -> Checked<()> {
        let normalizer = Normalizer::new(&charsmap(&[(b'A', "a"), (b'\t', " "), (1, ""), (b'%', "per cent")]))?;
        assert_eq!(normalizer.normalize("A\tA\u{1}A\t"), "▁a▁aa");
        assert_eq!(normalizer.normalize("5 %"), "▁5▁per▁cent");
        Ok(())
    }

    #[test]
    fn cut_off_rules_are_a_flaw() {
        let rules = charsmap(&[(b'A', "a")]);
        for end in 1..rules.len() {
            assert!(Normalizer::new(&rules[..end]).is_err(), "{end} bytes");
        }
    }

    proptest! {
        #[test]
        fn damaged_rules_and_any_text_never_panic(
            mut trie in proptest::collection::vec(any::<u32>(), 1..64), text: String,
        ) {
            trie[0] &= 0xffff;
            let mut bytes = (4 * trie.len() as u32).to_le_bytes().to_vec();
            bytes.extend(trie.iter().flat_map(|unit| unit.to_le_bytes()));
            bytes.extend([0xff, b'x', 0]);
            let normalized = Normalizer::new(&bytes).map(|normalizer| normalizer.normalize(&text));
            prop_assert!(normalized.is_ok());
        }
    }
}

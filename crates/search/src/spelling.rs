//! Spelling: mends a word that is known nowhere by the nearest word that is.

use std::collections::HashMap;

/// Known words by length, for a quick search of near ones.
pub(crate) struct Spelling {
    by_length: HashMap<usize, Vec<(Vec<char>, u32)>>,
    known: HashMap<String, u32>,
}

/// Shortest word that is mended.
const SHORTEST: usize = 4;

impl Spelling {
    /// Takes folded words with how often each occurs.
    pub fn new(known: HashMap<String, u32>) -> Self {
        let mut by_length: HashMap<usize, Vec<(Vec<char>, u32)>> = HashMap::new();
        for (word, count) in &known {
            let letters: Vec<char> = word.chars().collect();
            by_length.entry(letters.len()).or_default().push((letters, *count));
        }
        Self { by_length, known }
    }

    pub fn knows(&self, word: &str) -> bool {
        self.known.contains_key(word)
    }

    /// The nearest known word: one edit away, two for words of eight letters or more; the most frequent of several.
    ///
    /// Edits are insertion, deletion, replacement and exchange of neighbours. The first letter is trusted unless two letters were exchanged.
    pub fn mend(&self, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST || self.knows(word) || word.chars().any(|c| c.is_numeric()) {
            return None;
        }
        let most = if letters.len() >= 8 { 2 } else { 1 };
        let near = (letters.len() - most..=letters.len() + most).flat_map(|length| self.by_length.get(&length).into_iter().flatten());
        near.filter(|(known, _)| known.len() >= SHORTEST && (known[0] == letters[0] || known.first() == letters.get(1)))
            .filter_map(|(known, count)| Some((distance(&letters, known, most)?, std::cmp::Reverse(*count), known)))
            .min()
            .map(|(_, _, known)| known.iter().collect())
    }
}

/// Number of edits between two words, if it is not more than `most`.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<_>>(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows[2][0] = i;
        for j in 1..=b.len() {
            let replace = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replace.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
        }
        if rows[2].iter().min().is_some_and(|&least| least > most) {
            return None;
        }
        rows.rotate_left(1);
    }
    (rows[1][b.len()] <= most).then_some(rows[1][b.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        let known = ["child", "chill", "labour", "informal", "cooperation", "cooperacion", "дети"];
        let spelling = Spelling::new(known.iter().zip([9, 1, 5, 5, 5, 4, 2]).map(|(w, n)| ((*w).to_owned(), n)).collect());
        assert_eq!(spelling.mend(word).as_deref(), expected, "{word}");
    }

    #[test]
    fn a_word_is_mended_by_the_nearest_known_one() {
        check("chld", Some("child"));
        check("chidl", Some("child"));
        check("labuor", Some("labour"));
        check("infromal", Some("informal"));
        check("coperacio", Some("cooperacion"));
        check("child", None);
        check("abc", None);
        check("zebra", None);
        check("2019a", None);
    }
}

//! Near misses: names that may have been meant.

use strsim::damerau_levenshtein;

/// Longer words are not typing mistakes, and would take long to compare.
const LONGEST_WORD: usize = 60;

/// The candidates nearest to a word, all of those at the smallest distance, in the order given.
///
/// Distance is Damerau-Levenshtein, which counts a swap of neighbors as one edit, as typing does; clap's own measure (Jaro)
/// fails on ids of three letters. One edit is allowed in short words, one for every three letters in longer ones.
pub fn nearest<'a, T>(word: &str, candidates: impl IntoIterator<Item = (T, &'a str)>) -> Vec<T> {
    nearest_within((word.chars().count() / 3).max(1), word, candidates)
}

/// The same with at most so many edits.
pub fn nearest_within<'a, T>(most: usize, word: &str, candidates: impl IntoIterator<Item = (T, &'a str)>) -> Vec<T> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST_WORD {
        return Vec::new();
    }
    let mut smallest = most;
    let mut found = Vec::new();
    for (candidate, name) in candidates {
        let distance = damerau_levenshtein(&word, &name.to_lowercase());
        if distance < smallest {
            found.clear();
            smallest = distance;
        }
        // A word that shares no letter is not near, however short both are.
        if distance == smallest && distance < length.max(2) {
            found.push(candidate);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 7] = ["cfo", "coo", "cmo", "cso", "cro", "cco", "vp-sales-ops"];

    fn near(word: &str) -> Vec<&'static str> {
        nearest(word, IDS.map(|id| (id, id)))
    }

    #[test]
    fn a_swap_is_one_edit() {
        assert!(near("cof").contains(&"cfo"));
        assert!(near("ocf").is_empty() || near("ocf").contains(&"cfo"));
        assert_eq!(near("vp-slaes-ops"), ["vp-sales-ops"]);
    }

    #[test]
    fn all_that_are_equally_near_are_named() {
        assert_eq!(near("cxo"), ["cfo", "coo", "cmo", "cso", "cro", "cco"]);
    }

    #[test]
    fn nothing_like_it_is_no_suggestion() {
        assert!(near("gardener").is_empty());
        assert!(near("").is_empty());
        assert!(near(&"coo".repeat(100_000)).is_empty());
    }
}

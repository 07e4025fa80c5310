//! Texts as words: in any order, any case and any grammatical form.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

/// Words that carry the grammar of a sentence and not its subject, in alphabetical order.
#[rustfmt::skip]
const STOP_WORDS: [&str; 152] = [
    "a", "about", "above", "across", "after", "all", "along", "also", "am", "among", "an", "and", "any", "are", "around",
    "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "d",
    "did", "do", "does", "doing", "done", "down", "during", "each", "either", "every", "few", "for", "from", "further",
    "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "itself", "just", "less", "ll", "many", "may", "me", "might", "more", "most", "much", "must", "my", "neither",
    "no", "nor", "not", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "others", "our", "out", "over",
    "own", "per", "rather", "s", "same", "shall", "she", "should", "so", "some", "such", "t", "than", "that", "the",
    "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "throughout", "to", "together",
    "too", "toward", "towards", "under", "until", "up", "upon", "us", "very", "via", "was", "we", "well", "were", "what",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without",
    "would", "yet", "you", "your",
];

/// Longer words are not stemmed: the longest in English has 45 letters.
const LONGEST_WORD: usize = 64;

/// The lower-cased words of a text without their endings, by the Snowball stemmer for English.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    split(&text.to_lowercase()).map(|word| stem(&stemmer, word).into_owned()).collect()
}

/// The stems of a text without stop words, each once and in order.
pub(super) fn subject(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let lower = text.to_lowercase();
    let words = split(&lower).filter(|word| !is_stop_word(word));
    let mut stems: Vec<String> = words.map(|word| stem(&stemmer, word).into_owned()).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn split(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a text for a search. Each character of a script without spaces is a word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    split(text).flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if stands_alone(first) { first.len_utf8() } else { rest.find(stands_alone).unwrap_or(rest.len()) };
            let (word, after) = rest.split_at(end);
            rest = after;
            Some(word)
        })
    })
}

/// Whether a character belongs to a script without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese characters.
pub const fn stands_alone(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn stem<'w>(stemmer: &Stemmer, word: &'w str) -> Cow<'w, str> {
    if word.len() > LONGEST_WORD { Cow::Borrowed(word) } else { stemmer.stem(word) }
}

/// Whether a lower-case word carries no subject.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its place, in bytes.
    pub at: Range<usize>,
    /// The number of its stem, if that is wanted.
    pub stem: Option<usize>,
}

/// Finds some stems in many texts.
pub struct Finder {
    stemmer: Stemmer,
    stems: Vec<String>,
    /// The number of the stem of each word so far.
    by_word: HashMap<String, Option<usize>>,
}

impl Finder {
    pub fn new(stems: Vec<String>) -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), stems, by_word: HashMap::new() }
    }

    /// Reads the [`words`] of a text, with its stop words.
    pub fn read(&mut self, text: &str, found: &mut Vec<Word>) {
        found.clear();
        for word in words(text) {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            found.push(Word { at: start..start + word.len(), stem: self.stem_of(word) });
        }
    }

    fn stem_of(&mut self, word: &str) -> Option<usize> {
        let lower = word.to_lowercase();
        if let Some(&known) = self.by_word.get(&lower) {
            return known;
        }
        let stem = stem(&self.stemmer, &lower);
        let found = self.stems.iter().position(|wanted| *wanted == *stem);
        self.by_word.insert(lower, found);
        found
    }

    pub fn has_met(&self, stem: usize) -> bool {
        self.by_word.values().any(|found| *found == Some(stem))
    }

    /// Every word so far, in lower case and alphabetical order.
    pub fn met(&self) -> Vec<&str> {
        let mut met: Vec<&str> = self.by_word.keys().map(String::as_str).collect();
        met.sort_unstable();
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_it_stands_in_whatever_form() {
        let mut finder = Finder::new(stems("cut costs"));
        let mut words = Vec::new();
        finder.read("Über-cuts the COST", &mut words);
        let found: Vec<_> = words.iter().map(|word| (&"Über-cuts the COST"[word.at.clone()], word.stem)).collect();
        assert_eq!(found, [("Über", None), ("cuts", Some(0)), ("the", None), ("COST", Some(1))]);
        assert_eq!(finder.met(), ["cost", "cuts", "the", "über"]);
    }

    #[test]
    fn a_script_without_spaces_is_read_by_the_character() {
        assert_eq!(
            words("Leitet 销售团队, also B2B销售").collect::<Vec<_>>(),
            ["Leitet", "销", "售", "团", "队", "also", "B2B", "销", "售"]
        );
    }

    #[test]
    fn stop_words_stand_in_order_and_once() {
        assert!(STOP_WORDS.is_sorted_by(|a, b| a < b));
    }
}

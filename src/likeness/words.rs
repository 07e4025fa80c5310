//! Texts as bags of words: any order, any case, any grammatical form.

use std::borrow::Cow;
use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;

/// Words that say how a sentence is built and not what it is about, in alphabetical order.
const STOP_WORDS: [&str; 152] = [
    "a",
    "about",
    "above",
    "across",
    "after",
    "all",
    "along",
    "also",
    "am",
    "among",
    "an",
    "and",
    "any",
    "are",
    "around",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "below",
    "between",
    "both",
    "but",
    "by",
    "can",
    "could",
    "d",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "down",
    "during",
    "each",
    "either",
    "every",
    "few",
    "for",
    "from",
    "further",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "less",
    "ll",
    "many",
    "may",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "neither",
    "no",
    "nor",
    "not",
    "of",
    "off",
    "on",
    "once",
    "one",
    "only",
    "onto",
    "or",
    "other",
    "others",
    "our",
    "out",
    "over",
    "own",
    "per",
    "rather",
    "s",
    "same",
    "shall",
    "she",
    "should",
    "so",
    "some",
    "such",
    "t",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "throughout",
    "to",
    "together",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "via",
    "was",
    "we",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

/// So many words of a text are read. A statement has about fourteen; what goes on after so many is none, and must not cost
/// as much as it is long.
const MOST_WORDS: usize = 256;

/// A word of more bytes than this has no ending that could be taken off: the longest of English has 45 letters.
const LONGEST_WORD: usize = 64;

/// Lower-cased words without their endings, by the Snowball stemmer for English.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    split(&text.to_lowercase()).map(|word| stem(&stemmer, word).into_owned()).collect()
}

fn split(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a text as a search takes them: a character of a script that does not part its words is one by itself.
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

/// Whether a character is of a script that does not part its words: Thai, Lao, Burmese, Khmer, kana and Chinese characters.
pub const fn stands_alone(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn stem<'w>(stemmer: &Stemmer, word: &'w str) -> Cow<'w, str> {
    if word.len() > LONGEST_WORD { Cow::Borrowed(word) } else { stemmer.stem(word) }
}

/// Whether a word, in lower case, says nothing of what a text is about.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Which of the stems that are looked for it has.
    pub stem: Option<usize>,
}

/// Looks for some stems in many texts.
pub struct Finder {
    stemmer: Stemmer,
    stems: Vec<String>,
    /// Which of the stems each word has that was met: looking that up is faster than stemming it again.
    by_word: HashMap<String, Option<usize>>,
}

impl Finder {
    /// A finder of stems as [`stems`] makes them.
    pub fn new(stems: Vec<String>) -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), stems, by_word: HashMap::new() }
    }

    /// Reads the [`words`] of a text in their order, stop words too.
    pub fn read(&mut self, text: &str, found: &mut Vec<Word>) {
        found.clear();
        for word in words(text) {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            found.push(Word { at: start..start + word.len(), stem: self.stem_of(word) });
        }
    }

    fn stem_of(&mut self, word: &str) -> Option<usize> {
        let has_capitals = word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii());
        let lower = if has_capitals { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) };
        if let Some(&known) = self.by_word.get(&*lower) {
            return known;
        }
        let stem = stem(&self.stemmer, &lower);
        let found = self.stems.iter().position(|wanted| *wanted == *stem);
        self.by_word.insert(lower.into_owned(), found);
        found
    }

    /// Whether a word with one of the stems was met.
    pub fn has_met(&self, stem: usize) -> bool {
        self.by_word.values().any(|found| *found == Some(stem))
    }

    /// Every word that was met, in lower case and in alphabetical order.
    pub fn met(&self) -> Vec<&str> {
        let mut met: Vec<&str> = self.by_word.keys().map(String::as_str).collect();
        met.sort_unstable();
        met
    }
}

/// The stems of a text, each once and in order, by their numbers in a [`Vocabulary`]; stop words are left out.
pub(super) type Bag = Vec<u32>;

/// Every stem that was met, by number.
pub(super) struct Vocabulary {
    stemmer: Stemmer,
    /// The number of each word's stem; none of a stop word. Many words come again and again, and stemming one takes longer
    /// than looking it up.
    by_word: HashMap<String, Option<u32>>,
    by_stem: HashMap<String, u32>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), by_word: HashMap::new(), by_stem: HashMap::new() }
    }

    /// The stems of a text.
    pub(super) fn bag(&mut self, text: &str) -> Bag {
        let lower = text.to_lowercase();
        let mut bag: Bag = split(&lower).take(MOST_WORDS).filter_map(|word| self.number(word)).collect();
        bag.sort_unstable();
        bag.dedup();
        bag
    }

    fn number(&mut self, word: &str) -> Option<u32> {
        if let Some(&known) = self.by_word.get(word) {
            return known;
        }
        if is_stop_word(word) {
            self.by_word.insert(word.to_owned(), None);
            return None;
        }
        let stem = stem(&self.stemmer, word);
        let next = u32::try_from(self.by_stem.len()).ok()?;
        let number = match self.by_stem.get(&*stem) {
            Some(&number) => number,
            None => *self.by_stem.entry(stem.into_owned()).or_insert(next),
        };
        self.by_word.insert(word.to_owned(), Some(number));
        Some(number)
    }

    /// The number of a stem that was met.
    pub(super) fn get(&self, stem: &str) -> Option<u32> {
        self.by_stem.get(stem).copied()
    }

    /// Every stem with its number, in alphabetical order.
    pub(super) fn in_order(&self) -> Vec<(&str, u32)> {
        let mut stems: Vec<_> = self.by_stem.iter().map(|(stem, &number)| (stem.as_str(), number)).collect();
        stems.sort_unstable();
        stems
    }

    pub(super) fn len(&self) -> usize {
        self.by_stem.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_stems_of_its_words_in_any_order_without_stop_words() {
        let mut words = Vocabulary::new();
        let bag = words.bag("Forecasts the sales, and forecasting SALES");
        assert_eq!(bag.len(), 2);
        assert_eq!(words.bag("sale's forecast"), bag);
        assert!(words.bag("It is what they do -- !").is_empty());
        assert_eq!((words.get("forecast"), words.get("forecasting"), words.len()), (Some(bag[0]), None, 2));
    }

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
    fn a_script_that_does_not_part_its_words_is_read_by_the_character() {
        assert_eq!(
            words("Leitet 销售团队, also B2B销售").collect::<Vec<_>>(),
            ["Leitet", "销", "售", "团", "队", "also", "B2B", "销", "售"]
        );
    }

    #[test]
    fn stop_words_stand_in_order_and_once() {
        assert!(STOP_WORDS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn a_text_without_end_is_read_to_some_point() {
        let endless: Vec<String> = (0..100_000).map(|number| format!("w{number}")).collect();
        assert_eq!(Vocabulary::new().bag(&endless.join(" ")).len(), MOST_WORDS);
        assert_eq!(Vocabulary::new().bag(&"long".repeat(1_000_000)).len(), 1);
    }
}

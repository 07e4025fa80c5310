//! Texts as words: in any order, any case and any grammatical form.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// Words that carry the grammar of a sentence and not its subject.
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
    STOP_WORDS.contains(&word)
}

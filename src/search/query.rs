//! What people type to search: words in any order, and phrases in quotes.

use crate::likeness::{is_stop_word, stems};

/// Words and phrases to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words as they were typed, each with the number of its stem.
    pub(super) words: Vec<(String, usize)>,
    /// Every stem that is looked for, once.
    pub(super) stems: Vec<String>,
    /// What has to be found.
    pub(super) terms: Vec<Term>,
}

/// Why a text is no query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsearchable {
    /// It has no letter or digit.
    NoWord,
    /// It has more than [`Query::MOST_WORDS`].
    TooManyWords,
}

/// A word, or several in a row, by the numbers of their stems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) stems: Vec<usize>,
    /// It stood in quotes, and is not done without.
    pub(super) quoted: bool,
}

/// What begins or ends a phrase.
const QUOTES: [char; 3] = ['"', '“', '”'];

impl Query {
    /// More words than this are no question, and every one of them is looked for in every passage.
    pub const MOST_WORDS: usize = 64;

    /// Reads words and `"phrases in quotes"`.
    ///
    /// Words that say nothing, like "the", count only in a phrase, or where there are no others. A quote that is not closed
    /// reaches to the end.
    ///
    /// # Errors
    /// When there is no letter or digit, or there are too many words.
    pub fn new(text: &str) -> Result<Self, Unsearchable> {
        if words(text).nth(Self::MOST_WORDS).is_some() {
            return Err(Unsearchable::TooManyWords);
        }
        let mut query = Self { words: Vec::new(), stems: Vec::new(), terms: Vec::new() };
        let parts = || text.split(QUOTES).enumerate().map(|(i, part)| (part, i % 2 == 1));
        let says_nothing = |word: &str| is_stop_word(&word.to_lowercase());
        let says_something = parts().any(|(part, quoted)| words(part).any(|word| quoted || !says_nothing(word)));
        for (part, quoted) in parts() {
            if quoted {
                let stems = words(part).filter_map(|word| query.number(word)).collect();
                query.add(Term { stems, quoted });
            } else {
                for word in words(part).filter(|word| !says_something || !says_nothing(word)) {
                    let stems = query.number(word).into_iter().collect();
                    query.add(Term { stems, quoted });
                }
            }
        }
        if query.terms.is_empty() { Err(Unsearchable::NoWord) } else { Ok(query) }
    }

    fn number(&mut self, word: &str) -> Option<usize> {
        let stem = stems(word).into_iter().next()?;
        let known = self.stems.iter().position(|known| *known == stem);
        let number = known.unwrap_or_else(|| {
            self.stems.push(stem);
            self.stems.len() - 1
        });
        self.words.push((word.to_owned(), number));
        Some(number)
    }

    fn add(&mut self, term: Term) {
        let known = self.terms.iter().any(|known| known.stems == term.stems);
        if !term.stems.is_empty() && !known {
            self.terms.push(term);
        } else if term.quoted {
            self.terms.iter_mut().filter(|known| known.stems == term.stems).for_each(|known| known.quoted = true);
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let query = Query::new(text).expect("a word");
        let term = |term: &Term| {
            let words = term.stems.iter().map(|&stem| query.stems[stem].as_str()).collect::<Vec<_>>().join(" ");
            if term.quoted { format!("\"{words}\"") } else { words }
        };
        query.terms.iter().map(term).collect()
    }

    #[test]
    fn words_are_looked_for_by_their_stems_and_phrases_as_a_whole() {
        assert_eq!(terms("Cutting costs"), ["cut", "cost"]);
        assert_eq!(terms("\"cutting the costs\" Budgets"), ["\"cut the cost\"", "budget"]);
        assert_eq!(terms("“cut costs”"), ["\"cut cost\""]);
        assert_eq!(terms("\"cut costs"), ["\"cut cost\""]);
    }

    #[test]
    fn words_that_say_nothing_count_only_where_there_are_no_others() {
        assert_eq!(terms("costs of the company"), ["cost", "compani"]);
        assert_eq!(terms("to be"), ["to", "be"]);
        assert_eq!(terms("costs costing \"cost\""), ["\"cost\""]);
    }

    #[test]
    fn nothing_to_look_for_is_no_query() {
        assert_eq!(Query::new(" \"\" -- !"), Err(Unsearchable::NoWord));
        assert_eq!(Query::new(&"word ".repeat(100_000)), Err(Unsearchable::TooManyWords));
    }
}

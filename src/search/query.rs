//! Search queries: words in any order, and phrases in quotes.

use super::reader::{WordReader, tokens};
use crate::corpus::Corpus;
use crate::likeness::is_stop_word;

/// Words and phrases to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<QueryTerm>,
}

/// A word, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryTerm {
    /// As it was typed.
    pub(super) text: String,
    /// It stood in quotes, and every match must have it.
    pub(super) is_phrase: bool,
    /// The words that it finds: those typed, and other names of the same post.
    pub(super) rows: Vec<Vec<String>>,
}

/// The quotes of a phrase.
const QUOTES: [char; 3] = ['"', '“', '”'];

impl Query {
    /// Reads words and `"phrases in quotes"`; none when there is no letter or digit.
    ///
    /// Stop words, like "the", count only in a phrase, or where there are no others. A quote that is not closed
    /// reaches to the end.
    pub fn new(text: &str) -> Option<Self> {
        let mut reader = WordReader::default();
        let mut query = Self { terms: Vec::new() };
        for with_stop_words in [false, true] {
            for (i, part) in text.split(QUOTES).enumerate() {
                if i % 2 == 1 {
                    query.add(part.trim(), true, &mut reader);
                } else {
                    let words = tokens(part).into_iter().map(|at| &part[at]);
                    words.filter(|word| with_stop_words || !is_stop(word)).for_each(|word| query.add(word, false, &mut reader));
                }
            }
            if !query.terms.is_empty() {
                return Some(query);
            }
        }
        None
    }

    fn add(&mut self, text: &str, is_phrase: bool, reader: &mut WordReader) {
        let row = reader.forms(text);
        match self.terms.iter_mut().find(|known| known.rows[0] == row) {
            Some(known) => known.is_phrase |= is_phrase,
            None if row.is_empty() => {}
            None => self.terms.push(QueryTerm { text: text.to_owned(), is_phrase, rows: vec![row] }),
        }
    }

    /// Lets words that are the id, acronym or title of a post stand for its other names as well, wherever they stand side by
    /// side in any order: "sales director" is also the "Director of Sales". A phrase in quotes stands for itself.
    pub(super) fn with_names(mut self, corpus: &Corpus, reader: &mut WordReader) -> Self {
        for post in corpus.posts.iter() {
            let names = [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles);
            let names: Vec<&String> = names.collect();
            let rows: Vec<Vec<String>> = names.iter().map(|name| reader.forms(name)).collect();
            for name in names {
                let telling = tokens(name).into_iter().map(|at| &name[at]).filter(|word| !is_stop(word));
                let mut wanted: Vec<String> = telling.flat_map(|word| reader.forms(word)).collect();
                wanted.sort_unstable();
                for start in 0..(self.terms.len() + 1).saturating_sub(wanted.len()) {
                    let terms = &mut self.terms[start..start + wanted.len()];
                    let mut typed: Vec<&String> = terms.iter().flat_map(|term| &term.rows[0]).collect();
                    typed.sort_unstable();
                    if typed.into_iter().eq(&wanted) && terms.iter().all(|term| !term.is_phrase) {
                        for term in terms {
                            term.rows.extend(rows.iter().cloned());
                        }
                    }
                }
            }
        }
        self
    }
}

/// Whether a word is a stop word, in lower case or upper.
fn is_stop(word: &str) -> bool {
    is_stop_word(&word.to_lowercase())
}

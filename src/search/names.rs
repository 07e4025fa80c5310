//! The names of posts: who searches for one finds the others.

use super::query::{Query, TermKind, other_forms, says_nothing};
use crate::corpus::Corpus;
use crate::likeness::{stems, words};
use crate::model::Position;

/// A word has at most this many other ways to be said.
const MOST_ROWS: usize = 64;

impl Query {
    /// Lets words that are the id, acronym or title of a post stand for its other names as well. A phrase in quotes stands
    /// for itself.
    pub(super) fn with_names(mut self, corpus: &Corpus) -> Self {
        for post in corpus.posts.iter() {
            let names: Vec<(&str, Vec<String>)> = names(post).map(|name| (name, content(name))).collect();
            for (_, own) in &names {
                let terms = self.terms_of(own);
                if terms.is_empty() {
                    continue;
                }
                for (name, _) in names.iter().filter(|(_, content)| content != own) {
                    for form in std::iter::once((*name).to_owned()).chain(other_forms(name)) {
                        self.add_row(&terms, &form);
                    }
                }
            }
        }
        self
    }

    /// The terms wherever they stand side by side for some words, in any order: "sales director" is also the "Director of
    /// Sales".
    fn terms_of(&self, content: &[String]) -> Vec<usize> {
        let place = |&stem: &usize| self.terms.iter().position(|term| term.kind == TermKind::Word && term.rows[0] == [stem]);
        let places: Vec<Option<usize>> = self.rows[0].iter().map(place).collect();
        let mut found = Vec::new();
        for window in places.windows(content.len().max(1)) {
            let Some(terms) = window.iter().copied().collect::<Option<Vec<usize>>>() else { continue };
            let mut stems: Vec<&String> = terms.iter().map(|&term| &self.stems[self.terms[term].rows[0][0]]).collect();
            stems.sort_unstable();
            if stems.into_iter().eq(content) {
                found.extend(terms);
            }
        }
        found
    }

    fn add_row(&mut self, terms: &[usize], name: &str) {
        let row = self.row(name);
        for &term in terms {
            let known = &mut self.terms[term].rows;
            if known.len() < MOST_ROWS && !row.is_empty() && !known.contains(&row) {
                known.push(row.clone());
            }
        }
    }
}

fn names(post: &Position) -> impl Iterator<Item = &str> {
    [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles).map(String::as_str)
}

fn content(name: &str) -> Vec<String> {
    let mut content: Vec<String> = words(name).filter(|word| !says_nothing(word)).flat_map(stems).collect();
    content.sort_unstable();
    content
}

//! The names of posts: who looks for one finds what is said under the others.

use std::collections::{HashMap, HashSet};

use super::query::{Kind, Query, Row, other_forms, says_nothing};
use crate::corpus::Corpus;
use crate::likeness::{stems, words};
use crate::model::Position;

/// No name has more words than this that say something.
const LONGEST_NAME: usize = 8;

/// More names than this a post is not known by; they are set against each other.
const MOST_NAMES: usize = 64;

/// More ways to say a word than this are not looked for.
const MOST_ROWS: usize = 64;

/// The words of a name that say something, in no order: "sales director" is also the "Director of Sales".
type Content = Vec<String>;

impl Query {
    /// Lets words that are the name of a post, as its id, acronym or title, stand for its other names as well.
    ///
    /// What one name of a post has in place of another, like "VP" for "Vice President", stands for it anywhere. A phrase in
    /// quotes is what was typed and nothing else.
    pub(super) fn with_names(mut self, corpus: &Corpus) -> Self {
        let typed = self.typed();
        let mut seen: HashSet<Vec<String>> = HashSet::new();
        for post in corpus.posts.iter() {
            let names: Vec<&str> = names(post).collect();
            self.take_up(&typed, &names);
            for short in abbreviations(&names) {
                if seen.insert(short.iter().map(|name| name.to_lowercase()).collect()) {
                    self.take_up(&typed, &short.each_ref().map(String::as_str));
                }
            }
        }
        self
    }

    /// Which terms stand under each content that words side by side in the query make up.
    fn typed(&self) -> HashMap<Content, Vec<usize>> {
        let place = |&stem: &usize| self.terms.iter().position(|term| term.kind == Kind::Word && term.rows[0] == [stem]);
        let places: Vec<Option<usize>> = self.rows[0].iter().map(place).collect();
        let mut typed: HashMap<Content, Vec<usize>> = HashMap::new();
        for length in 1..=LONGEST_NAME.min(places.len()) {
            for window in places.windows(length) {
                let Some(terms) = window.iter().copied().collect::<Option<Vec<usize>>>() else { continue };
                let mut content: Content = terms.iter().map(|&term| self.stems[self.terms[term].rows[0][0]].clone()).collect();
                content.sort_unstable();
                typed.entry(content).or_default().extend(terms);
            }
        }
        typed
    }

    /// Adds the other names wherever one of them was typed.
    fn take_up(&mut self, typed: &HashMap<Content, Vec<usize>>, names: &[&str]) {
        let contents: Vec<Content> = names.iter().map(|name| content(name)).collect();
        for own in &contents {
            let Some(terms) = typed.get(own) else { continue };
            let others = names.iter().zip(&contents).filter(|(_, content)| *content != own);
            let rows: Vec<Row> = others
                .flat_map(|(name, _)| std::iter::once((*name).to_owned()).chain(other_forms(name)))
                .map(|name| self.row(&name))
                .collect();
            for &term in terms {
                for row in &rows {
                    let known = &mut self.terms[term].rows;
                    if known.len() < MOST_ROWS && !row.is_empty() && !known.contains(row) {
                        known.push(row.clone());
                    }
                }
            }
        }
    }
}

fn names<'p>(post: &'p Position) -> impl Iterator<Item = &'p str> {
    let names = [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles);
    names.map(String::as_str).take(MOST_NAMES)
}

fn content(name: &str) -> Content {
    let mut content: Content = words(name).filter(|word| !says_nothing(word)).flat_map(stems).collect();
    content.sort_unstable();
    content
}

/// What some names have shorter than others, by the first letters: "VP" and "Vice President" of "VP of Sales" and "Vice
/// President of Sales".
fn abbreviations(names: &[&str]) -> Vec<[String; 2]> {
    let split: Vec<Vec<&str>> = names.iter().map(|name| words(name).collect()).collect();
    let pairs = split.iter().flat_map(|long| split.iter().map(move |short| (long, short)));
    pairs.filter_map(|(long, short)| abbreviation(long, short)).collect()
}

fn abbreviation(long: &[&str], short: &[&str]) -> Option<[String; 2]> {
    let same = |(one, other): &(&&str, &&str)| one.eq_ignore_ascii_case(other);
    let end = long.iter().rev().zip(short.iter().rev()).take_while(same).count();
    let (long, short) = (&long[..long.len() - end], &short[..short.len() - end]);
    let start = long.iter().zip(short).take_while(same).count();
    let (long, [short]) = (&long[start..], &short[start..]) else { return None };
    let letters: String = long.iter().filter_map(|word| word.chars().next()).collect();
    (long.len() > 1 && letters.eq_ignore_ascii_case(short)).then(|| [long.join(" "), (*short).to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_is_what_differs_between_two_names() {
        let short = abbreviations(&["vp-sales", "Vice President of Sales", "VP of Sales", "Head of Sales"]);
        assert_eq!(short, [["Vice President".to_owned(), "VP".to_owned()]]);
        assert!(abbreviations(&["Sales Director", "Director of Sales"]).is_empty());
    }
}

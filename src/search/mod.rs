//! Full-text search, best matches first.
//!
//! # Method
//!
//! A passage is a match when it has every word and every phrase of the query, in its text or in the name of its topic; words
//! count in any grammatical form and any order, a phrase only in its own. The name of a post stands for its other names too:
//! CEO finds the Chief Executive Officer. Where no passage has them all, those that have some are matches, but never without
//! the phrases in quotes.
//!
//! Those with more of the words go first, then those that rank higher by Okapi BM25 (S. Robertson and H. Zaragoza, "The
//! Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3, 2009): a word counts
//! the more the fewer passages have it, and the more the larger a part of a passage it is. A title counts twice. Equal matches
//! stand in the order of the corpus.

mod query;
mod reader;

use std::cmp::Reverse;
use std::ops::Range;

use crate::corpus::Corpus;
use crate::facets::{List, Passage, Section, pair_passages, role_passages};
use crate::likeness::is_stop_word;
use crate::text::nearest_within;

pub use query::Query;
use query::QueryTerm;
use reader::{Token, WordReader};

/// Saturation of term frequency and weight of the passage's length, as is usual for BM25.
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// Shorter words are like too many others.
const LEAST_SUGGESTED: usize = 4;
/// Shorter words have room for one slip only.
const ROOM_FOR_TWO: usize = 8;
const MOST_SUGGESTIONS: usize = 3;

/// Only these roles and sections; all where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope<'a> {
    pub roles: Vec<&'a str>,
    pub sections: Vec<Section>,
}

impl Scope<'_> {
    pub fn has_role(&self, id: &str) -> bool {
        self.roles.is_empty() || self.roles.contains(&id)
    }

    fn has(&self, passage: &Passage) -> bool {
        (self.sections.is_empty() || self.sections.contains(&passage.list.section))
            && passage.roles.iter().any(|role| self.has_role(role))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    /// Best first.
    pub matches: Vec<Match<'a>>,
    /// Whether each of them has every word; otherwise no passage has.
    pub complete: bool,
    /// Words that stand nowhere in the corpus, each with the words nearest to it that do.
    pub unknown: Vec<(String, Vec<String>)>,
    /// Words and phrases that stand somewhere, but nowhere in the scope.
    pub outside: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Match<'a> {
    pub passage: Passage<'a>,
    /// Comparable within one search only.
    pub score: f64,
    /// The words it lacks, as they were typed.
    pub missing: Vec<String>,
    /// The places of the words in its label, in bytes, in order and apart from each other.
    pub in_label: Vec<Range<usize>>,
    /// The same in its text.
    pub in_text: Vec<Range<usize>>,
}

/// A match on its way to a score.
struct Candidate<'a> {
    found: Match<'a>,
    /// How often it has each term.
    counts: Vec<usize>,
    words: usize,
}

impl Candidate<'_> {
    fn terms(&self) -> usize {
        self.counts.iter().filter(|count| **count > 0).count()
    }
}

pub fn search<'a>(corpus: &'a Corpus, query: &Query, scope: &Scope) -> Found<'a> {
    let query = query.clone().with_names(corpus, &mut WordReader::default());
    let mut reader = WordReader::default();
    let (mut passages, mut words) = (0, 0);
    let mut candidates: Vec<Candidate> = Vec::new();
    let of_roles = corpus.roles.iter().flat_map(|role| role_passages(corpus, role));
    for passage in of_roles.chain(corpus.pairs.iter().flat_map(|pair| pair_passages(corpus, pair))) {
        let (label, text) = (reader.read(passage.label), reader.read(&passage.text));
        passages += 1;
        words += label.len() + text.len();
        candidates.extend(candidate(&query, passage, &label, &text));
    }
    let average = times(words.max(1)) / times(passages.max(1));
    let having = |term: usize| candidates.iter().filter(move |candidate| candidate.counts[term] > 0);
    let (mut unknown, mut outside, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    for (i, term) in query.terms.iter().enumerate() {
        // The inverse document frequency of BM25, which is never below zero in this form.
        let with = times(having(i).count());
        weights.push(((times(passages) - with + 0.5) / (with + 0.5)).ln_1p());
        if having(i).next().is_none() {
            unknown.extend(unknown_words(term, &reader));
        } else if !having(i).any(|candidate| scope.has(&candidate.found.passage)) {
            outside.push(term.text.clone());
        }
    }
    candidates.retain(|candidate| scope.has(&candidate.found.passage));
    let complete = candidates.iter().any(|candidate| candidate.terms() == query.terms.len());
    candidates.retain(|candidate| {
        let mut terms = query.terms.iter().zip(&candidate.counts);
        terms.all(|(term, count)| *count > 0 || !(complete || term.is_phrase))
    });
    for candidate in &mut candidates {
        candidate.found.score = score(candidate, &weights, average);
        let lacks = query.terms.iter().zip(&candidate.counts).filter(|(_, count)| **count == 0);
        candidate.found.missing = lacks.map(|(term, _)| term.text.clone()).collect();
    }
    // A stable sort: equals stay in the order of the corpus.
    candidates.sort_by(|one, other| {
        let more_words = Reverse(one.terms()).cmp(&Reverse(other.terms()));
        more_words.then_with(|| other.found.score.total_cmp(&one.found.score))
    });
    let matches = candidates.into_iter().map(|candidate| candidate.found).collect();
    Found { matches, complete, unknown, outside }
}

/// A passage that has any of the terms.
fn candidate<'a>(query: &Query, passage: Passage<'a>, label: &[Token], text: &[Token]) -> Option<Candidate<'a>> {
    let (mut in_label, mut in_text) = (Vec::new(), Vec::new());
    let mut counts = Vec::with_capacity(query.terms.len());
    for term in &query.terms {
        let [of_label, of_text] = [label, text].map(|tokens| apart(places(term, tokens)));
        counts.push(of_label.len() + of_text.len());
        in_label.extend(of_label);
        in_text.extend(of_text);
    }
    let words = label.len() + text.len();
    let found = Match { passage, score: 0.0, missing: Vec::new(), in_label: apart(in_label), in_text: apart(in_text) };
    counts.iter().any(|count| *count > 0).then_some(Candidate { found, counts, words })
}

/// The places of a term in a text, in bytes.
fn places(term: &QueryTerm, text: &[Token]) -> Vec<Range<usize>> {
    let of_row = |row: &Vec<String>| {
        let windows = text.windows(row.len().max(1)).filter(|place| place.iter().map(|token| &*token.form).eq(row));
        windows.map(|place| place[0].at.start..place[place.len() - 1].at.end).collect::<Vec<_>>()
    };
    term.rows.iter().flat_map(of_row).collect()
}

/// Places in order, those that overlap made one.
fn apart(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

fn score(candidate: &Candidate, weights: &[f64], average: f64) -> f64 {
    let length = times(candidate.words) / average;
    let terms = candidate.counts.iter().map(|count| times(*count)).zip(weights);
    let sum: f64 = terms.map(|(count, weight)| weight * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length))).sum();
    if candidate.found.passage.list == List::TITLE { 2.0 * sum } else { sum }
}

#[allow(clippy::cast_precision_loss)] // No count comes near 2^52.
const fn times(number: usize) -> f64 {
    number as f64
}

/// The words of a term that stand nowhere, each with the nearest that do: a slip or two away, and begun with the same letter.
fn unknown_words(term: &QueryTerm, reader: &WordReader) -> Vec<(String, Vec<String>)> {
    let met = reader.words();
    let is_telling =
        |word: &str| word.chars().count() >= LEAST_SUGGESTED && word.chars().all(char::is_alphabetic) && !is_stop_word(word);
    let suggestions = |word: &str| {
        let near = met.iter().filter(|met| is_telling(met) && met.chars().next() == word.chars().next());
        let most = if word.chars().count() < ROOM_FOR_TWO { 1 } else { 2 };
        let near = nearest_within(most, word, near.filter(|_| is_telling(word)).map(|met| (*met, *met)));
        near.into_iter().take(MOST_SUGGESTIONS).map(str::to_owned).collect()
    };
    let words = reader::tokens(&term.text).into_iter().map(|at| &term.text[at]);
    let unknown = words.filter(|word| !reader.has_met(word));
    unknown.map(|word| (word.to_owned(), suggestions(&word.to_lowercase()))).collect()
}

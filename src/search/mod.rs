//! Where some words stand, best first.
//!
//! # Method
//!
//! A passage is a match when it has every word and every phrase of the query; words count in any grammatical form and any
//! order, a phrase only in its own. Where no passage has them all, those that have some are matches, but a phrase that stood
//! in quotes is never done without.
//!
//! Matches are ranked by Okapi BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
//! Foundations and Trends in Information Retrieval 3, 2009) with its usual constants: a word counts the more the fewer
//! passages have it, and the more the larger a part of a passage it is. Words in the name of a passage's topic count half, by
//! the same authors' way of weighing fields. Titles of roles count more than what is said of them, as in the keyword search of
//! O*NET, and words that stand side by side as they were typed count more than words apart. Equal matches stand in the order
//! of the corpus.

mod passages;
mod query;

use std::cmp::Reverse;
use std::ops::Range;

use crate::corpus::Corpus;
use crate::facets::Section;
use crate::likeness::{Finder, Word};
use crate::text::nearest;

pub use passages::Passage;
pub use query::{Query, Unsearchable};

use query::Term;

/// How soon it stops to matter that a word comes again (Robertson and Zaragoza recommend 1.2 to 2).
const K1: f64 = 1.2;

/// How much a passage's length matters, from 0 to 1 (they recommend 0.5 to 0.8).
const B: f64 = 0.75;

/// What a word in the name of a topic counts; one in the text counts 1.
const IN_LABEL: f64 = 0.5;

/// How many times as much words count that stand side by side as they were typed.
const SIDE_BY_SIDE: f64 = 1.5;

/// Longer words are no slip of the fingers, and comparing them takes long.
const LONGEST_SUGGESTION: usize = 40;

/// More words than this are no help.
const MOST_SUGGESTIONS: usize = 3;

/// Where to search; what is not given does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope<'a> {
    /// Only what is said of these roles.
    pub roles: Vec<&'a str>,
    /// Only these sections.
    pub sections: Vec<Section>,
}

impl Scope<'_> {
    /// Whether a role is searched.
    #[must_use]
    pub fn has_role(&self, id: &str) -> bool {
        self.roles.is_empty() || self.roles.contains(&id)
    }

    /// Whether a section is searched.
    #[must_use]
    pub fn has_section(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    /// The matches, best first.
    pub matches: Vec<Match<'a>>,
    /// Whether each of them has every word; otherwise there is none that does.
    pub complete: bool,
    /// Words that stand nowhere, each with the words nearest to it that do.
    pub unknown: Vec<(String, Vec<String>)>,
}

/// A passage that has the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'a> {
    /// The passage.
    pub passage: Passage<'a>,
    /// How well it matches; means something only beside the others of the same search.
    pub score: f64,
    /// Where the words stand in its label, in bytes, in order and apart from each other.
    pub in_label: Vec<Range<usize>>,
    /// The same in its text.
    pub in_text: Vec<Range<usize>>,
}

/// A match on its way to a score.
struct Candidate<'a> {
    found: Match<'a>,
    /// How often each term comes, those in the label counted less.
    counts: Vec<f64>,
    words: usize,
    side_by_side: bool,
}

/// Searches a corpus.
#[must_use]
pub fn search<'a>(corpus: &'a Corpus<'_>, query: &Query, scope: &Scope) -> Found<'a> {
    let mut finder = Finder::new(query.stems.clone());
    let (mut label, mut text) = (Vec::new(), Vec::new());
    let (mut passages, mut words) = (0_usize, 0_usize);
    let mut candidates: Vec<Candidate> = Vec::new();
    passages::passages(corpus, scope, &mut |passage| {
        finder.read(passage.label, &mut label);
        finder.read(&passage.text, &mut text);
        passages += 1;
        words += label.len() + text.len();
        candidates.extend(candidate(query, passage, &label, &text));
    });
    let unknown = unknown(query, &finder);
    let weights: Vec<f64> = (0..query.terms.len())
        .map(|term| rarity(passages, candidates.iter().filter(|candidate| candidate.counts[term] > 0.0).count()))
        .collect();
    let has = |candidate: &Candidate| candidate.counts.iter().filter(|count| **count > 0.0).count();
    let complete = candidates.iter().any(|candidate| has(candidate) == query.terms.len());
    let wanted = |candidate: &Candidate| {
        let terms = query.terms.iter().zip(&candidate.counts);
        terms.into_iter().all(|(term, count)| *count > 0.0 || !(complete || term.quoted))
    };
    candidates.retain(wanted);
    let average = average(words, passages);
    for candidate in &mut candidates {
        candidate.found.score = score(candidate, &weights, average);
    }
    // A stable sort: equals stay in the order of the corpus.
    candidates.sort_by(|one, other| {
        let more_words = Reverse(has(one)).cmp(&Reverse(has(other)));
        more_words.then_with(|| other.found.score.total_cmp(&one.found.score))
    });
    Found { matches: candidates.into_iter().map(|candidate| candidate.found).collect(), complete, unknown }
}

/// A passage that has any of the terms.
fn candidate<'a>(query: &Query, passage: Passage<'a>, label: &[Word], text: &[Word]) -> Option<Candidate<'a>> {
    if label.iter().chain(text).all(|word| word.stem.is_none()) {
        return None;
    }
    let (mut in_label, mut in_text) = (Vec::new(), Vec::new());
    let mut counts = Vec::with_capacity(query.terms.len());
    for term in &query.terms {
        let (before_label, before_text) = (in_label.len(), in_text.len());
        in_label.extend(places(term, label));
        in_text.extend(places(term, text));
        counts.push(times(in_label.len() - before_label) * IN_LABEL + times(in_text.len() - before_text));
    }
    let free: Vec<usize> = query.terms.iter().filter(|term| !term.quoted).flat_map(|term| term.stems.iter().copied()).collect();
    let side_by_side = free.len() > 1 && {
        let row = Term { stems: free, quoted: false };
        [label, text].into_iter().any(|words| places(&row, words).next().is_some())
    };
    let words = label.len() + text.len();
    let found = Match { passage, score: 0.0, in_label: apart(in_label), in_text: apart(in_text) };
    counts.iter().any(|count| *count > 0.0).then_some(Candidate { found, counts, words, side_by_side })
}

/// Where a term stands among the words of a text, in bytes.
fn places<'w>(term: &'w Term, words: &'w [Word]) -> impl Iterator<Item = Range<usize>> + 'w {
    let is_there = |row: &&[Word]| row.iter().zip(&term.stems).all(|(word, stem)| word.stem == Some(*stem));
    let reach = |row: &[Word]| Some(row.first()?.at.start..row.last()?.at.end);
    words.windows(term.stems.len()).filter(is_there).filter_map(reach)
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
    let terms = candidate.counts.iter().zip(weights);
    let sum: f64 = terms.map(|(count, weight)| weight * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length))).sum();
    let place = match candidate.found.passage.facet {
        passages::TITLE => 3.0,
        passages::ALTERNATE_TITLES => 2.0,
        passages::SUMMARY => 1.5,
        _ => 1.0,
    };
    sum * place * if candidate.side_by_side { SIDE_BY_SIDE } else { 1.0 }
}

/// The inverse document frequency of BM25, which is never below zero in this form.
fn rarity(passages: usize, with: usize) -> f64 {
    let (passages, with) = (times(passages), times(with));
    libm::log1p((passages - with + 0.5) / (with + 0.5))
}

fn average(words: usize, passages: usize) -> f64 {
    times(words.max(1)) / times(passages.max(1))
}

#[allow(clippy::cast_precision_loss)] // Nothing here is counted to 2^52.
const fn times(number: usize) -> f64 {
    number as f64
}

/// The words of a query that stand nowhere, each with the nearest that do.
fn unknown(query: &Query, finder: &Finder) -> Vec<(String, Vec<String>)> {
    let mut unknown: Vec<(String, Vec<String>)> = Vec::new();
    for (word, stem) in &query.words {
        if !finder.has_met(*stem) && unknown.iter().all(|(known, _)| known != word) {
            let candidates = finder.met().into_iter().filter(|met| met.len() <= LONGEST_SUGGESTION);
            let near = nearest(word, candidates.map(|met| (met, met)));
            unknown.push((word.clone(), near.into_iter().take(MOST_SUGGESTIONS).map(str::to_owned).collect()));
        }
    }
    unknown
}

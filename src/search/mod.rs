//! Full-text search, best matches first.
//!
//! # Method
//!
//! A passage is a match when it has every word and every phrase of the query; words count in any grammatical form and any
//! order, a phrase only in its own. A compound like "P&L" is looked for as one. The name of a post stands for its other names
//! too: CEO finds the Chief Executive Officer. Where no passage has them all, those that have some are matches, but never
//! without the phrases in quotes.
//!
//! Matches are ranked by Okapi BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
//! Foundations and Trends in Information Retrieval 3, 2009) with its usual constants: a word counts the more the fewer
//! passages have it, and the more the larger a part of a passage it is. Words in the name of a passage's topic count half, by
//! the same authors' way of weighing fields; so does another word of the same stem, like "control" for "controller". Titles
//! count more than statements, as in the keyword search of O*NET, and words side by side more than words apart. Equal matches
//! stand in the order of the corpus.

mod forms;
mod names;
mod passages;
mod query;

use std::cmp::Reverse;
use std::ops::Range;

use crate::corpus::Corpus;
use crate::facets::Section;
use crate::likeness::{Finder, Word, is_stop_word, stems, words};
use crate::text::nearest_within;

pub use passages::Passage;
pub use query::{Query, Unsearchable};

use forms::are_forms;
use query::{QueryTerm, Row, TermKind};

/// Saturation of term frequency (BM25's k1; 1.2 to 2 is usual).
const K1: f64 = 1.2;

/// Weight of the passage's length (BM25's b; 0.5 to 0.8 is usual).
const B: f64 = 0.75;

/// The weight of a word in the name of a topic.
const IN_LABEL: f64 = 0.5;

/// The weight of words side by side as they were typed.
const SIDE_BY_SIDE: f64 = 1.5;

/// The weight of another word of the same stem.
const OTHER_WORD: f64 = 0.5;

/// The length of words worth a suggestion: shorter ones are like too many others, longer ones no slip of the fingers.
const SUGGESTED: std::ops::RangeInclusive<usize> = 4..=40;

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

    pub fn has_section(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    /// Best first.
    pub matches: Vec<Match<'a>>,
    /// Whether each of them has every word; otherwise there is none that does.
    pub complete: bool,
    /// Words that stand nowhere in the corpus, each with the words nearest to it that do.
    pub unknown: Vec<(String, Vec<String>)>,
    /// Words that stand somewhere, but nowhere in the scope.
    pub outside: Vec<String>,
    /// How many passages outside of the scope have every word; looked for only where none in it has.
    pub elsewhere: usize,
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
    /// The frequency of each term; in the label and in other forms it counts less.
    counts: Vec<f64>,
    words: usize,
    side_by_side: bool,
}

pub fn search<'a>(corpus: &'a Corpus, query: &Query, scope: &Scope) -> Found<'a> {
    let query = query.clone().with_names(corpus);
    let mut found = search_in(corpus, &query, scope);
    if *scope != Scope::default() && !found.complete {
        let all = search_in(corpus, &query, &Scope::default());
        let here = std::mem::replace(&mut found.unknown, all.unknown);
        let is_unknown = |word: &String| found.unknown.iter().any(|(unknown, _)| unknown == word);
        found.outside = here.into_iter().map(|(word, _)| word).filter(|word| !is_unknown(word)).collect();
        found.elsewhere = if all.complete { all.matches.len() } else { 0 };
    }
    found
}

fn search_in<'a>(corpus: &'a Corpus, query: &Query, scope: &Scope) -> Found<'a> {
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
    let is_found = |term: usize| candidates.iter().any(|candidate| candidate.counts[term] > 0.0);
    let unknown = unknown(query, &finder, is_found);
    let weights: Vec<f64> = (0..query.terms.len())
        .map(|term| rarity(passages, candidates.iter().filter(|candidate| candidate.counts[term] > 0.0).count()))
        .collect();
    let has = |candidate: &Candidate| candidate.counts.iter().filter(|count| **count > 0.0).count();
    let complete = candidates.iter().any(|candidate| has(candidate) == query.terms.len());
    let wanted = |candidate: &Candidate| {
        let terms = query.terms.iter().zip(&candidate.counts);
        terms.into_iter().all(|(term, count)| *count > 0.0 || !(complete || term.kind == TermKind::Phrase))
    };
    candidates.retain(wanted);
    let average = average(words, passages);
    for candidate in &mut candidates {
        candidate.found.score = score(candidate, &weights, average);
        let terms = query.terms.iter().zip(&candidate.counts);
        candidate.found.missing = terms.filter(|(_, count)| **count <= 0.0).map(|(term, _)| term.text.clone()).collect();
    }
    // A stable sort: equals stay in the order of the corpus.
    candidates.sort_by(|one, other| {
        let more_words = Reverse(has(one)).cmp(&Reverse(has(other)));
        more_words.then_with(|| other.found.score.total_cmp(&one.found.score))
    });
    let matches = candidates.into_iter().map(|candidate| candidate.found).collect();
    Found { matches, complete, unknown, outside: Vec::new(), elsewhere: 0 }
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
        in_label.extend(term.rows.iter().flat_map(|row| places(row, label)));
        in_text.extend(term.rows.iter().flat_map(|row| places(row, text)));
        let in_label = in_label[before_label..].iter().map(|at| weight(term, &passage.label[at.clone()])).sum::<f64>();
        let in_text = in_text[before_text..].iter().map(|at| weight(term, &passage.text[at.clone()])).sum::<f64>();
        counts.push(in_label * IN_LABEL + in_text);
    }
    let is_there = |row: &Row| row.len() > 1 && [label, text].into_iter().any(|words| places(row, words).next().is_some());
    let side_by_side = query.rows.iter().any(is_there);
    let words = label.len() + text.len();
    let found = Match { passage, score: 0.0, missing: Vec::new(), in_label: apart(in_label), in_text: apart(in_text) };
    counts.iter().any(|count| *count > 0.0).then_some(Candidate { found, counts, words, side_by_side })
}

/// What a term counts where it was found as this.
fn weight(term: &QueryTerm, found: &str) -> f64 {
    // What stands for a single word is of its stem, or a name or number that means the same.
    let is_word = |text: &str| text.chars().all(char::is_alphabetic);
    let same_stem = term.kind == TermKind::Word && is_word(found) && stems(found) == stems(&term.text);
    if same_stem && !are_forms(&term.text, found) { OTHER_WORD } else { 1.0 }
}

/// The place of a row of words in a text, in bytes.
fn places<'w>(row: &'w Row, words: &'w [Word]) -> impl Iterator<Item = Range<usize>> + 'w {
    let is_there = move |place: &&[Word]| place.iter().zip(row).all(|(word, stem)| word.stem == Some(*stem));
    let reach = |place: &[Word]| Some(place.first()?.at.start..place.last()?.at.end);
    words.windows(row.len().max(1)).filter(is_there).filter_map(reach)
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
    ((passages - with + 0.5) / (with + 0.5)).ln_1p()
}

fn average(words: usize, passages: usize) -> f64 {
    times(words.max(1)) / times(passages.max(1))
}

#[allow(clippy::cast_precision_loss)] // Nothing here is counted to 2^52.
const fn times(number: usize) -> f64 {
    number as f64
}

/// The words of a query that stand nowhere, each with the nearest that do.
fn unknown(query: &Query, finder: &Finder, is_found: impl Fn(usize) -> bool) -> Vec<(String, Vec<String>)> {
    let mut unknown: Vec<(String, Vec<String>)> = Vec::new();
    for (_, term) in query.terms.iter().enumerate().filter(|(number, _)| !is_found(*number)) {
        let missing: Vec<&str> = match term.kind {
            TermKind::Phrase => {
                let stems = words(&term.text).zip(&term.rows[0]);
                stems.filter(|(_, stem)| !finder.has_met(**stem)).map(|(word, _)| word).collect()
            }
            TermKind::Word | TermKind::Compound => vec![&term.text],
        };
        for word in missing {
            if unknown.iter().all(|(known, _)| known != word) {
                unknown.push((word.to_owned(), suggestions(word, finder)));
            }
        }
    }
    unknown
}

/// Words that may have been meant: a slip or two away, and begun with the same letter, or the first two swapped.
fn suggestions(word: &str, finder: &Finder) -> Vec<String> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let is_one =
        |word: &str| SUGGESTED.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic) && !is_stop_word(word);
    if !is_one(&word) {
        return Vec::new();
    }
    let begins_alike = |met: &str| {
        let [mut own, mut other] = [&*word, met].map(|word| word.chars().take(2).collect::<Vec<char>>());
        own[0] == other[0] || {
            own.sort_unstable();
            other.sort_unstable();
            own == other
        }
    };
    let met = finder.met().into_iter().filter(|met| is_one(met) && begins_alike(met));
    let most = if length < ROOM_FOR_TWO { 1 } else { 2 };
    let near = nearest_within(most, &word, met.map(|met| (met, met)));
    near.into_iter().take(MOST_SUGGESTIONS).map(str::to_owned).collect()
}

//! Reporting lines and careers as graphs of posts.
//!
//! [`chart()`] gathers the lines of reporting and [`paths()`] the shortest careers; both lay their posts out by [`outline()`].

mod chart;
mod outline;
mod paths;

pub use chart::{OrgChart, chart};
pub use outline::{Edge, Expansion, OutlineRow, outline};
pub use paths::{PathStep, Paths, StepStatement, paths};

use std::collections::HashSet;

use crate::corpus::Corpus;

/// The order of posts in a graph: those with a profile first, as the corpus lists them.
fn rank<'i>(corpus: &Corpus, id: &'i str) -> (usize, &'i str) {
    (corpus.posts.rank(id).unwrap_or(usize::MAX), id)
}

/// Every post that can be reached from one, itself included.
fn reached<'a, I: Iterator<Item = &'a str>>(start: &'a str, next: impl Fn(&'a str) -> I) -> HashSet<&'a str> {
    let mut found = HashSet::from([start]);
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        open.extend(next(at).filter(|id| found.insert(id)));
    }
    found
}

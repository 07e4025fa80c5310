//! Reporting lines and careers as graphs of posts.
//!
//! [`chart()`] gathers the lines of reporting, [`paths()`] finds the shortest careers, and [`outline()`] lays any such graph out
//! as an indented tree, with circles and with posts that hang in several places.

mod chart;
mod outline;
mod paths;

pub use chart::{OrgChart, chart};
pub use outline::{Edge, Expansion, OutlineRow, outline};
pub use paths::{PathStep, Paths, StepStatement, paths};

use crate::corpus::Corpus;

/// The order of posts in a graph: those with a profile first, as the corpus lists them.
fn rank<'i>(corpus: &Corpus, id: &'i str) -> (usize, &'i str) {
    (corpus.posts.rank(id).unwrap_or(usize::MAX), id)
}

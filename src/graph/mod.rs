//! Who stands above whom, and which post leads to which: graphs of a corpus, as pure functions.
//!
//! [`chart()`] gathers the lines of reporting, [`paths()`] finds the shortest careers, and [`outline()`] lays any such graph out
//! as an indented tree, with circles and with posts that hang in several places.

mod chart;
mod outline;
mod paths;

pub use chart::{Chart, Tie, chart};
pub use outline::{Edge, Place, Row, outline};
pub use paths::{Paths, Said, Step, paths};

use crate::corpus::Corpus;

/// Where posts stand in a graph: those with a profile first, as the corpus lists them.
fn rank<'i>(corpus: &Corpus, id: &'i str) -> (usize, &'i str) {
    (corpus.posts.rank(id).unwrap_or(usize::MAX), id)
}

//! The lines of reporting of a corpus, or those above and below one post.

use std::collections::{HashMap, HashSet};

use super::rank;
use crate::corpus::{Corpus, Line};
use crate::model::How;

/// Posts and the lines between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart<'a> {
    /// The ids of the posts: those with a profile first, as the corpus lists them.
    pub posts: Vec<&'a str>,
    /// Who stands right above whom, by who stands below, then from the most usual line on.
    pub ties: Vec<Tie<'a>>,
    /// How unusual the lines may be.
    pub limit: How,
    /// How many lines of these posts were left out for being too unusual.
    pub left_out: usize,
}

/// All that is said of one post's standing right above another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie<'a> {
    /// The superior, as a place in [`Chart::posts`].
    pub upper: usize,
    /// Who reports there, as a place in [`Chart::posts`].
    pub lower: usize,
    /// Every line between the two, the most usual first; never empty.
    pub lines: Vec<&'a Line<'a>>,
}

impl Tie<'_> {
    /// How usual the most usual line is.
    #[must_use]
    pub fn how(&self) -> How {
        self.lines.iter().map(|line| line.how).min().unwrap_or(How::Rarely)
    }
}

/// The lines at most as unusual as `limit`: all of them, or those by which somebody is above or below one post.
///
/// Without a post to look from, every profiled role is there, also one without any line.
#[must_use]
pub fn chart<'a>(corpus: &'a Corpus<'_>, focus: Option<&'a str>, limit: How) -> Chart<'a> {
    let lines = &corpus.lines;
    let within = |line: &&Line| line.how <= limit;
    let beyond = |line: &&Line| line.how > limit;
    let (above, below, left_out) = match focus {
        None => {
            let ends = lines.all().iter().filter(within).flat_map(|line| [line.from.as_str(), line.to.as_str()]);
            let all: HashSet<&str> = corpus.roles.ids().chain(ends).collect();
            (all, HashSet::new(), lines.all().iter().filter(beyond).count())
        }
        Some(focus) => {
            let above = reached(focus, |id| lines.up(id).filter(within).map(|line| line.to.as_str()));
            let below = reached(focus, |id| lines.down(id).filter(within).map(|line| line.from.as_str()));
            let up = above.iter().map(|id| lines.up(id).filter(beyond).count());
            // Who is above and below, on a circle, has been counted with their superiors.
            let down =
                below.iter().flat_map(|id| lines.down(id).filter(beyond)).filter(|line| !above.contains(line.from.as_str()));
            let left_out = up.sum::<usize>() + down.count();
            (above, below, left_out)
        }
    };
    let mut posts: Vec<&str> = above.union(&below).copied().collect();
    posts.sort_by_cached_key(|id| rank(corpus, id));
    let places: HashMap<&str, usize> = posts.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut ties: Vec<Tie> = Vec::new();
    for (lower, id) in posts.iter().enumerate() {
        let mut known: HashMap<usize, usize> = HashMap::new();
        for line in lines.up(id).filter(within) {
            let to = line.to.as_str();
            // All that is above somebody above is above, too; of who is below, others may be superiors.
            let leads = above.contains(id) || below.contains(to);
            if let Some(&upper) = places.get(to).filter(|_| leads) {
                let tie = *known.entry(upper).or_insert_with(|| {
                    ties.push(Tie { upper, lower, lines: Vec::new() });
                    ties.len() - 1
                });
                ties[tie].lines.push(line);
            }
        }
    }
    Chart { posts, ties, limit, left_out }
}

/// Everybody to be reached from somebody, who is one of them.
fn reached<'a, I: Iterator<Item = &'a str>>(start: &'a str, next: impl Fn(&'a str) -> I) -> HashSet<&'a str> {
    let mut found = HashSet::from([start]);
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        open.extend(next(at).filter(|id| found.insert(id)));
    }
    found
}

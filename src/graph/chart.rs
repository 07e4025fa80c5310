//! The lines of reporting of a corpus, or those above and below one post.

use std::collections::{HashMap, HashSet};

use super::{Edge, rank};
use crate::corpus::{Corpus, Line};
use crate::model::How;

/// Posts and the lines between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgChart<'a> {
    /// The ids of the posts: those with a profile first, as the corpus lists them.
    pub posts: Vec<&'a str>,
    /// By the lower end, then from the most usual on. The ends are places in `posts`.
    pub edges: Vec<Edge>,
    /// The lines of each edge, the most usual first; never empty.
    pub lines: Vec<Vec<&'a Line>>,
    /// The number of lines left out for being too unusual: of all, or of the one post that was asked for.
    pub left_out: usize,
    /// The number of lines left out because a role only takes them over from the one it extends.
    pub taken_over: usize,
    scope: ChartScope<'a>,
}

/// The lines down to the frequency `limit`: all of them, or those of one post with the usual lines from there up to the top and
/// down to the bottom.
///
/// Occasional lines between other posts are left out, and so are the posts below an occasional report. A line that a role
/// inherits belongs to the role it extends, unless the heir is the post asked for. Without a post, every profiled role is in the
/// chart, even one without lines.
pub fn chart<'a>(corpus: &'a Corpus, focus: Option<&'a str>, limit: How) -> OrgChart<'a> {
    let lines = &corpus.lines;
    let scope = ChartScope { focus, limit };
    let shown = |line: &&Line| scope.has(corpus, line);
    let (above, below) = match focus {
        None => {
            let ends = lines.all().iter().filter(shown).flat_map(|line| [line.from.as_str(), line.to.as_str()]);
            let all: HashSet<&str> = corpus.roles.ids().chain(ends).collect();
            (all, HashSet::new())
        }
        Some(focus) => {
            let usual = |line: &&Line| shown(line) && line.how == How::Usual;
            let above = reached(focus, |id| lines.up(id).filter(shown).map(|line| line.to.as_str()));
            let below = reached(focus, |id| lines.down(id).filter(usual).map(|line| line.from.as_str()));
            (above, below)
        }
    };
    let straight = focus.into_iter().flat_map(|focus| lines.down(focus).filter(shown).map(|line| line.from.as_str()));
    let mut posts: Vec<&str> = straight.chain(above.union(&below).copied()).collect::<HashSet<_>>().into_iter().collect();
    posts.sort_by_cached_key(|id| rank(corpus, id));
    let places: HashMap<&str, usize> = posts.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let (mut edges, mut lines_of): (Vec<Edge>, Vec<Vec<&Line>>) = (Vec::new(), Vec::new());
    for (lower, id) in posts.iter().enumerate() {
        let first = edges.len();
        for line in lines.up(id).filter(shown) {
            let to = line.to.as_str();
            // Superiors of superiors are above too; posts below may have other superiors.
            let leads = above.contains(id) || below.contains(to);
            let Some(&upper) = places.get(to).filter(|_| leads) else { continue };
            // Lines go from the most usual on, so that the first is the rank of its edge.
            if let Some(known) = edges[first..].iter().position(|edge| edge.upper == upper) {
                lines_of[first + known].push(line);
            } else {
                edges.push(Edge { upper, lower, rank: line.how as usize });
                lines_of.push(vec![line]);
            }
        }
    }
    let (left_out, taken_over) = lines.all().iter().fold((0, 0), |(left_out, taken_over), line| {
        if scope.repeats(corpus, line) {
            (left_out, taken_over + usize::from(focus.is_none() && line.how <= limit))
        } else {
            (left_out + usize::from(scope.asks_for(line) && line.how > limit), taken_over)
        }
    });
    OrgChart { posts, edges, lines: lines_of, left_out, taken_over, scope }
}

impl<'a> OrgChart<'a> {
    /// Everybody above a post by a line that the chart would have, be they in it or not: the most usual first.
    pub fn superiors(&self, corpus: &'a Corpus, id: &str) -> Vec<(&'a str, How)> {
        let mut known = HashSet::new();
        let lines = corpus.lines.up(id).filter(|line| self.scope.has(corpus, line));
        lines.map(|line| (line.to.as_str(), line.how)).filter(|(superior, _)| known.insert(*superior)).collect()
    }
}

/// The lines asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ChartScope<'a> {
    /// The post whose occasional lines are wanted; without one, those of all.
    focus: Option<&'a str>,
    /// How unusual these may be.
    limit: How,
}

impl ChartScope<'_> {
    /// Whether a line may be in the chart.
    fn has(&self, corpus: &Corpus, line: &Line) -> bool {
        let limit = if self.asks_for(line) { self.limit } else { How::Usual };
        line.how <= limit && !self.repeats(corpus, line)
    }

    /// Whether a line is one of those asked for, beside which others are only shown to lead there.
    fn asks_for(&self, line: &Line) -> bool {
        self.focus.is_none_or(|focus| line.from == *focus || line.to == *focus)
    }

    /// Whether a line leads to a role that takes it over from another role, and was not asked for.
    fn repeats(&self, corpus: &Corpus, line: &Line) -> bool {
        let base = || {
            let id = corpus.roles.get(&line.to)?.extends.as_deref().filter(|base| line.to != **base)?;
            corpus.roles.get(id)
        };
        self.focus.is_none_or(|focus| line.to != *focus)
            && base().is_some_and(|base| {
                base.reporting.direct_reports.iter().any(|report| {
                    (&report.from, report.how, &report.when, &report.sources) == (&line.from, line.how, &line.when, &line.sources)
                })
            })
    }
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
